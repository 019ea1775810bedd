// Standard input: short, it is read as it comes; long, it lies in a file for a while; nothing of it is lost.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { fillDisk } from '../support/fullDisk';
import { bytesOfCopy, spool } from '../../src/disk/large/spool';

const pieces = ['one\n', 'two\n', 'three\n', 'four'].map((text) => Buffer.from(text));
const whole = pieces.join('');

// each piece is only good until the next one
async function* input(): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(16);
  for (const piece of pieces) {
    await Promise.resolve();
    piece.copy(buffer);
    yield buffer.subarray(0, piece.length);
  }
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const piece of bytes) text += Buffer.from(piece).toString();
  return text;
}

test('what is short is handed on, and no file is written', async () => {
  const spooled = await spool(input(), whole.length + 1);
  assert.ok(!spooled.copy);
  assert.equal(await textOf(spooled.bytes), whole);
});

test('what is long lies in a file, which is gone once it was read', async () => {
  for (const from of [0, 1, 5, whole.length]) {
    const { copy } = await spool(input(), from);
    assert.ok(copy);
    assert.equal(fs.readFileSync(copy.path, 'utf8'), whole);
    assert.equal(await textOf(bytesOfCopy(copy)), whole);
    assert.throws(() => fs.fstatSync(copy.file));
  }
});

test('so it is where the disk becomes full, or there is no folder for it', async (t) => {
  for (const from of [0, 5, 9]) {
    for (const most of [0, 1, 2, 3]) {
      const written = fs.writeSync;
      let count = 0;
      const makeRoom = fillDisk();
      const full = fs.writeSync;
      fs.writeSync = ((...args: Parameters<typeof written>) =>
        (count++ < most ? written : full)(...args)) as typeof written;
      t.after(makeRoom);
      const spooled = await spool(input(), from);
      makeRoom();
      assert.ok(!spooled.copy, `${from} ${most}`);
      assert.equal(await textOf(spooled.bytes), whole, `${from} ${most}`);
    }
  }
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = '/nowhere';
  t.after(() => {
    delete process.env['TMPDIR'];
    if (TMPDIR !== undefined) process.env['TMPDIR'] = TMPDIR;
  });
  const spooled = await spool(input(), 0, Infinity);
  assert.ok(!spooled.copy || process.platform === 'win32');
  if (!spooled.copy) assert.equal(await textOf(spooled.bytes), whole);
});

test('where there is no room for it, it is handed on whole', async () => {
  for (const from of [0, 5, 9]) {
    for (const room of [0, 3, 4, 10, whole.length - 1]) {
      const spooled = await spool(input(), from, room);
      assert.ok(!spooled.copy, `${from} ${room}`);
      assert.equal(await textOf(spooled.bytes), whole, `${from} ${room}`);
    }
  }
});
