// Standard input: short, it is read as it comes; long, it lies in a file for a while; nothing of it is lost.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
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

test('where there is no room for it, it is handed on whole', async () => {
  for (const from of [0, 5, 9]) {
    for (const room of [0, 3, 4, 10, whole.length - 1]) {
      const spooled = await spool(input(), from, room);
      assert.ok(!spooled.copy, `${from} ${room}`);
      assert.equal(await textOf(spooled.bytes), whole, `${from} ${room}`);
    }
  }
});
