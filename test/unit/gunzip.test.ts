// gzip is unpacked here as node's own stream unpacks it: members, padding, damage, in pieces of any size.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { gunzipped } from '../../src/disk/gunzip';
import { unpacked } from '../../src/disk/unpack';
import { chance } from '../support/reading';

async function* piecesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    // the memory of a piece is used again
    piece.set(part);
    yield piece.subarray(0, part.length);
  }
}

/** All that comes out, and whether it ends with an error. */
async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<{ text: string; isWhole: boolean }> {
  const parts: Uint8Array[] = [];
  let isWhole = true;
  try {
    for await (const piece of bytes) parts.push(Uint8Array.from(piece));
  } catch {
    isWhole = false;
  }
  return { text: Buffer.concat(parts).toString('latin1'), isWhole };
}

const random = chance(5);
const lines = (count: number): Buffer => Buffer.from(Array.from({ length: count }, (_, at) =>
  `2026-05-06 08:00:00.${at} 7 INFO nova.compute.manager [req-${Math.floor(random() * 1e9)}] line\n`).join(''));
const one = zlib.gzipSync(lines(9000));
const other = zlib.gzipSync(lines(20));
const damaged = Buffer.from(one);
damaged.fill(0x55, 40_000, 40_040);

const cases: readonly (readonly [name: string, packed: Buffer])[] = [
  ['one member', one],
  ['members one behind the other', Buffer.concat([other, one, other, zlib.gzipSync(''), other])],
  ['zeros behind it', Buffer.concat([one, Buffer.alloc(3000)])],
  ['nothing in it', zlib.gzipSync('')],
];

for (const [name, packed] of cases) {
  test(`unpacked on this thread as by a stream: ${name}`, async () => {
    const expected = await textOf(unpacked(piecesOf(packed, packed.length), 'gzip'));
    for (const size of [other.length, 999, 65_536, packed.length]) {
      const found = gunzipped(piecesOf(packed, size));
      assert.ok(found, 'this node has what is needed');
      const same = await textOf(found);
    assert.equal(same.isWhole, expected.isWhole, `pieces of ${size}`);
    assert.ok(same.text === expected.text, `pieces of ${size}: ${same.text.length} bytes`);
    }
  });
}

test('of what is cut off or damaged all comes that can be unpacked, and then an error', async () => {
  const { text: whole } = await textOf(unpacked(piecesOf(one, one.length), 'gzip'));
  const behind = Buffer.concat([one, Buffer.from('what is not packed')]);
  for (const packed of [one.subarray(0, one.length - 3), one.subarray(0, 50_000), damaged, behind]) {
    const { text, isWhole } = await textOf(gunzipped(piecesOf(packed, 4096)) ?? piecesOf(packed, 1));
    assert.equal(isWhole, false);
    assert.ok(text.length > 100_000, `${text.length} bytes came`);
    // damage may show itself late, by the sum of all
    const good = packed === damaged ? text.slice(0, 100_000) : text;
    assert.ok(whole.startsWith(good));
  }
});

test('what is not packed at all is an error', async () => {
  const found = await textOf(gunzipped(piecesOf(Buffer.from('2026-05-06 INFO'), 4)) ?? piecesOf(one, 1));
  assert.deepEqual({ ...found, text: found.text.length }, { text: 0, isWhole: false });
});
