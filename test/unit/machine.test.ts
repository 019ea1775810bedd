// What the scanner's twin does with several bytes at a time is what one by one would give.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  endOfLine, equalBytes, findByte, findBytes, hasWrittenBreak, readUuid, useMemory,
} from '../../src/core/scan/machine';
import { chance } from '../support/reading';

const size = 400;
const memory = new ArrayBuffer(size + 80);
const bytes = Buffer.from(memory);
const random = chance(11);
const below = (most: number): number => Math.floor(random() * most);

/** Bytes near those that are sought, so that what is nearly right comes up often. */
function fill(letters: string): void {
  for (let at = 0; at < size; at++) {
    const near = letters.charCodeAt(below(letters.length));
    bytes[at] = random() < 0.1 ? below(256) : random() < 0.2 ? near ^ (1 << below(8)) : near;
  }
  bytes[size] = 10;
}

function rounds(count: number, work: () => void): void {
  useMemory(memory);
  for (let i = 0; i < count; i++) work();
}

test('a byte', () => {
  rounds(3000, () => {
    fill('abc]');
    const [from, to, wanted] = [below(size), below(size), below(2) === 0 ? 93 : below(256)];
    const found = bytes.subarray(0, to).indexOf(wanted, from);
    assert.equal(findByte(from, to, wanted), from >= to || found < 0 ? to : found);
  });
});

test('some bytes', () => {
  rounds(6000, () => {
    fill('ab');
    const length = 1 + below(9);
    const wanted = below(size - length);
    const [from, to] = [below(size), below(size)];
    const found = bytes.subarray(0, to).indexOf(bytes.subarray(wanted, wanted + length), from);
    assert.equal(findBytes(from, to, wanted, length), from > to - length ? -1 : found);
    const other = below(size - length);
    const isSame = bytes.subarray(wanted, wanted + length).equals(bytes.subarray(other, other + length));
    assert.equal(equalBytes(wanted, other, length), isSame);
  });
});

test('without a newline behind what was fed the search ends', () => {
  const none = new ArrayBuffer(64);
  Buffer.from(none).fill('#');
  useMemory(none);
  for (const from of [0, 3, 40, 63]) assert.throws(() => endOfLine(from), RangeError);
  useMemory(memory);
});

test('the end of a line, and whether a line break was written out', () => {
  rounds(6000, () => {
    fill('#012 xyz');
    if (below(2) === 0) bytes[below(size)] = 10;
    const from = below(size);
    const end = bytes.indexOf(10, from);
    assert.equal(endOfLine(from), end);
    assert.equal(hasWrittenBreak(), bytes.subarray(from, end).includes('#012'));
  });
});

test('an id', () => {
  const digits = '0123456789abcdefABCDEF';
  const told = [0, 0, 0];
  rounds(20_000, () => {
    const letters = random() < 0.5 ? digits.slice(0, 16) : digits;
    const at = below(100);
    let id = '';
    for (let i = 0; i < 36; i++) {
      id += i === 8 || i === 13 || i === 18 || i === 23 ? '-' : letters[below(letters.length)];
    }
    bytes.write(id, at, 'latin1');
    if (random() < 0.5) bytes[at + below(36)] = random() < 0.3 ? below(256) : 42 + below(64);
    const spelled = bytes.toString('latin1', at, at + 36);
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(spelled);
    const expected = !isId ? 0 : spelled === spelled.toLowerCase() ? 1 : 2;
    assert.equal(readUuid(at, 200), expected, spelled);
    told[expected] = (told[expected] ?? 0) + 1;
    if (isId) assert.equal(bytes.toString('hex', 200, 216), spelled.replaceAll('-', '').toLowerCase());
  });
  assert.ok(told.every((count) => count > 1000), String(told));
});
