// A log in a browser is read as a whole whenever it has changed; what VS Code is still writing is not taken
// for what it will be.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FollowedFile } from '../../src/disk/web/followedFile';
import { readThrough } from '../../src/disk/web/site';

/** A file system that says one stamp after another, and holds what the last one said is there. */
function written(looks: readonly (readonly [stamp: string, size: number])[]): void {
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
    read: () => Promise.resolve(new Uint8Array(size)),
    began: () => undefined,
  });
}

async function told(): Promise<number | undefined> {
  const file = new FollowedFile('nova.log');
  assert.equal((await file.read()).length, 100);
  const found = await new Promise<Uint8Array | undefined>((resolve) => { file.follow(resolve, 1); });
  file.end();
  return found?.length;
}

test('a log that is written anew, and longer in the end, has grown', async () => {
  // half of it is there when it is looked at first, and more right behind it
  written([['a', 100], ['b', 40], ['c', 70], ['d', 140]]);
  assert.equal(await told(), 140);
});

test('one that stays shorter is shorter', async () => {
  written([['a', 100], ['b', 40], ['b', 40]]);
  assert.equal(await told(), 40);
});

test('one that goes on growing is told at once', async () => {
  written([['a', 100], ['b', 120], ['c', 140]]);
  assert.equal(await told(), 120);
});
