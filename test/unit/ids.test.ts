// Ids and numbers lie in pieces, of which there are as many as are needed: places and texts are right within
// each and across their borders.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ids, wordsOf } from '../../src/disk/large/ids';
import { Numbers } from '../../src/disk/large/numbers';

const count = 40_000;

function uuid(number: number): string {
  return `${number.toString(16).padStart(8, '0')}-0000-4000-8000-${(number * 7919).toString(16).padStart(12, '0')}`;
}

function joined(pieces: readonly Uint32Array[]): Uint32Array {
  return Uint32Array.from(pieces.flatMap((piece) => [...piece]));
}

test('ids are numbered as they come and found again, also in what was kept of them', () => {
  const ids = new Ids();
  for (let number = 0; number < count; number++) ids.add(wordsOf(uuid(number)) ?? new Uint32Array(4));
  const kept = new Ids(joined(ids.words()));
  for (const one of [ids, kept]) {
    assert.equal(one.size, count);
    for (const number of [0, 1, 16_383, 16_384, 32_768, count - 1]) {
      assert.equal(one.text(number), uuid(number));
      assert.equal(one.find(uuid(number)), number);
    }
    assert.equal(one.find(uuid(count)), -1);
    assert.deepEqual(one.texts(16_380, 9), Array.from({ length: 9 }, (_, at) => uuid(16_380 + at)));
    assert.deepEqual(one.texts(count - 1, 5), [uuid(count - 1)]);
    // one that is known is none more, and new ones go on behind
    assert.equal(one.add(wordsOf(uuid(7)) ?? new Uint32Array(4)), 7);
    assert.equal(one.add(wordsOf(uuid(count)) ?? new Uint32Array(4)), count);
    assert.equal(one.text(count), uuid(count));
  }
});

test('numbers are those that were set, also in what was kept of them', () => {
  const numbers = new Numbers();
  for (let at = 0; at < count; at += 3) numbers.set(at, at + 0.5);
  const words = joined(numbers.words(count));
  const kept = new Numbers(new Float64Array(words.buffer));
  kept.set(count, -1);
  for (let at = 0; at < count; at++) {
    assert.equal(numbers.at(at), at % 3 === 0 ? at + 0.5 : 0);
    assert.equal(kept.at(at), numbers.at(at));
  }
  assert.equal(kept.at(count), -1);
});
