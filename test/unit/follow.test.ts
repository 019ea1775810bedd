// Logs that grow: real files, appended to in pieces, rotated, emptied, replaced, away for a while.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { Follower } from '../../src/disk/follow';
import type { FollowOptions } from '../../src/disk/follow';
import { scratchFolder } from '../support/scratch';

interface Watched {
  readonly file: string;
  /** The texts of the files that had this name, one after another. */
  readonly texts: string[];
  readonly lost: unknown[];
  readonly follower: Follower;
  /** Waits until the texts are these. */
  readonly until: (wanted: readonly string[]) => Promise<void>;
}

async function follow(t: TestContext, content: string, options: FollowOptions = {}): Promise<Watched> {
  const folder = scratchFolder(t, { 'nova-compute.log': content });
  const file = `${folder}/nova-compute.log`;
  const parts: Buffer[][] = [[]];
  const texts: string[] = [];
  const lost: unknown[] = [];
  const follower = new Follower({ pollEvery: 50, ...options });
  t.after(() => follower.dispose());
  await follower.add(file, {
    push: (bytes) => void parts.at(-1)?.push(Buffer.from(bytes)),
    restart: () => void parts.push([]),
    settle: () => void texts.splice(0, texts.length, ...parts.map((part) => Buffer.concat(part).toString())),
    lost: (error) => void lost.push(error),
  });
  const until = async (wanted: readonly string[]): Promise<void> => {
    for (const end = Date.now() + 5000; Date.now() < end && texts.join('|') !== wanted.join('|');) await sleep(5);
    assert.deepEqual(texts, wanted);
  };
  return { file, texts, lost, follower, until };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

for (const events of [true, false]) {
  const how = events ? 'by events' : 'by looking';

  test(`what is appended comes in order, half lines and half characters too, ${how}`, async (t) => {
    const { file, until } = await follow(t, 'one\n', { events });
    await until(['one\n']);
    const bytes = Buffer.from('zwö\u{1f600}lf\ndrei');
    for (const byte of bytes) {
      fs.appendFileSync(file, Buffer.of(byte));
      await sleep(1);
    }
    await until(['one\nzwö\u{1f600}lf\ndrei']);
  });

  test(`a rename and a new file, the old one written to until then, ${how}`, async (t) => {
    const { file, until } = await follow(t, 'one\n', { events });
    const old = fs.openSync(file, 'a');
    fs.renameSync(file, `${file}.1`);
    fs.writeSync(old, 'two\n');
    await until(['one\ntwo\n']);
    fs.writeFileSync(file, '');
    fs.writeSync(old, 'three\n');
    await until(['one\ntwo\nthree\n']);
    fs.closeSync(old);
    fs.appendFileSync(file, 'four\n');
    await until(['one\ntwo\nthree\n', 'four\n']);
    fs.renameSync(file, `${file}.2`);
    fs.writeFileSync(file, 'five\n');
    await until(['one\ntwo\nthree\n', 'four\n', 'five\n']);
  });

  test(`copytruncate, also if the new text is soon longer than the old one, ${how}`, async (t) => {
    const { file, until } = await follow(t, 'one\ntwo\n', { events });
    fs.copyFileSync(file, `${file}.1`);
    fs.truncateSync(file, 0);
    fs.appendFileSync(file, 'a\n');
    await until(['one\ntwo\n', 'a\n']);
    fs.writeFileSync(file, 'much longer than what stood there\n');
    await until(['one\ntwo\n', 'a\n', 'much longer than what stood there\n']);
  });

  test(`another text of the same size, in place and by a rename, ${how}`, async (t) => {
    const { file, until } = await follow(t, 'one\ntwo\n', { events });
    fs.writeFileSync(file, 'six\nten\n');
    await until(['one\ntwo\n', 'six\nten\n']);
    fs.writeFileSync(`${file}.new`, 'new\nold\n');
    fs.renameSync(`${file}.new`, file);
    await until(['one\ntwo\n', 'six\nten\n', 'new\nold\n']);
    fs.truncateSync(file, 4);
    await until(['one\ntwo\n', 'six\nten\n', 'new\nold\n', 'new\n']);
  });

  test(`a file that goes away and comes back, ${how}`, async (t) => {
    const { file, until } = await follow(t, 'one\n', { events });
    fs.rmSync(file);
    await sleep(120);
    fs.writeFileSync(file, 'two\n');
    await until(['one\n', 'two\n']);
  });
}

test('a file that is not there yet is told once and read when it comes', async (t) => {
  const folder = scratchFolder(t);
  const lost: unknown[] = [];
  let text = '';
  const follower = new Follower({ pollEvery: 20 });
  t.after(() => follower.dispose());
  const push = (bytes: Uint8Array) => void (text += Buffer.from(bytes).toString());
  await follower.add(`${folder}/nova.log`, { push, restart: () => undefined, settle: () => undefined, lost: (e) => lost.push(e) });
  await sleep(80);
  assert.equal(lost.length, 1);
  fs.writeFileSync(`${folder}/nova.log`, 'here\n');
  for (const end = Date.now() + 3000; Date.now() < end && text === '';) await sleep(5);
  assert.equal(text, 'here\n');
});

test('files that appear beside followed ones are told', async (t) => {
  const { file, follower } = await follow(t, 'x\n');
  const appeared = new Promise<string>((resolve) => (follower.onAppear = resolve));
  const other = file.replace('compute', 'api');
  fs.writeFileSync(other, 'x\n');
  assert.equal(await appeared, other);
});

test('who no longer follows hears nothing, and every file is closed', { skip: process.platform !== 'linux' }, async (t) => {
  const before = fs.readdirSync('/proc/self/fd').length;
  const { file, texts, follower } = await follow(t, 'one\n');
  follower.dispose();
  fs.appendFileSync(file, 'two\n');
  await sleep(100);
  assert.deepEqual(texts, ['one\n']);
  assert.ok(fs.readdirSync('/proc/self/fd').length <= before + 1);
});
