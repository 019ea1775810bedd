// A log in a browser is read as a whole whenever it has changed; what VS Code is still writing is not taken
// for what it will be.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { FollowedFile } from '../../src/disk/web/followedFile';
import { readThrough } from '../../src/disk/web/site';

/** A file system that says one stamp after another, and holds what the last one said is there.
 *  @param reading how long it takes after the first time, seconds */
function written(looks: readonly (readonly [stamp: string, size: number])[], reading = 0): void {
  let next = 0;
  let size = 0;
  readThrough({
    own: () => Promise.reject(new Error('nothing else is read')),
    stampOf: () => {
      const [stamp, now] = looks[Math.min(next, looks.length - 1)] ?? ['', 0];
      next += 1;
      size = now;
      return Promise.resolve(stamp);
    },
    read: () => setTimeout(next > 1 ? reading * 1000 : 0, new Uint8Array(size)),
    began: () => undefined,
  });
}

interface Told {
  readonly length: number | undefined;
  /** Seconds until it was told. */
  readonly seconds: number;
}

async function told({ mock }: TestContext): Promise<Told> {
  const file = new FollowedFile('nova.log');
  assert.equal((await file.read()).length, 100);
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  let found: Told | undefined;
  file.follow((bytes) => { found = { length: bytes?.length, seconds: Date.now() / 1000 }; }, 100);
  for (let passed = 0; !found && passed < 60_000; passed += 100) {
    mock.timers.tick(100);
    await setImmediate();
  }
  file.end();
  assert.ok(found);
  return found;
}

test('a log that is written anew, and longer in the end, has grown', async (t) => {
  // half of it is there when it is looked at first, and more right behind it
  written([['a', 100], ['b', 40], ['c', 70], ['d', 140]]);
  assert.equal((await told(t)).length, 140);
});

test('a log that takes long to read is read again soon where it was on its way', async (t) => {
  written([['a', 100], ['b', 40], ['c', 70], ['d', 140]], 5);
  const { length, seconds } = await told(t);
  assert.equal(length, 140);
  assert.ok(seconds < 2 * 5 + 4, `${seconds} s: two readings, and one pause`);
});

test('one that stays shorter is shorter', async (t) => {
  written([['a', 100], ['b', 40], ['b', 40]]);
  assert.equal((await told(t)).length, 40);
});

test('one that goes on growing is told at once', async (t) => {
  written([['a', 100], ['b', 120], ['c', 140]]);
  assert.equal((await told(t)).length, 120);
});
