// Bytes in chunks of any size → numbered lines.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestLine, readLines } from '../../src/core/reading/lines';
import { linesOf, readingOf } from '../support/reading';

function texts(bytes: Uint8Array | string, chunk?: number): readonly string[] {
  return linesOf(bytes, chunk).map(({ text }) => text);
}

test('lines count from 0, and the end of the text ends the last one', () => {
  assert.deepEqual(linesOf('a\n\nb'), [
    { number: 0, text: 'a' }, { number: 1, text: '' }, { number: 2, text: 'b', isCut: true },
  ]);
  assert.deepEqual(texts('a\nb\n'), ['a', 'b']);
  assert.deepEqual(texts(''), []);
  assert.deepEqual(texts('\n\n'), ['', '']);
});

test('a line, a character and a line end may be cut by chunks of any size', () => {
  const text = 'erste Zeile\r\nzweite: äöü 云主机 🚀\r\n\r\nletzte \u00e9';
  const expected = ['erste Zeile', 'zweite: äöü 云主机 🚀', '', 'letzte é'];
  for (const chunk of [1, 2, 3, 5, 7, 11, 1000]) {
    assert.deepEqual(texts(text, chunk), expected, `chunks of ${chunk}`);
  }
});

test('carriage returns before the newline go, others stay', () => {
  assert.deepEqual(texts('a\rb\r\nc\r\r\n\r\nd\r'), ['a\rb', 'c', '', 'd']);
});

test('byte order marks and NULs in front of a line are taken off, within it they stay', () => {
  assert.deepEqual(texts('\ufeffa\n\0\0\0b\0c\n\ufeffd\n'), ['a', 'b\0c', 'd']);
  assert.deepEqual(texts('\0\0\0', 1), ['']);
});

test('UTF-16 is read where a byte order mark says so', () => {
  const text = '\ufeff2025-03-11 INFO é 云\r\nb\n';
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const chunk of [1, 3, 1000]) {
    assert.deepEqual(texts(little, chunk), ['2025-03-11 INFO é 云', 'b']);
    assert.deepEqual(texts(big, chunk), ['2025-03-11 INFO é 云', 'b']);
  }
  assert.deepEqual(texts(Uint8Array.of(0xff)), ['\ufffd']);
});

test('bytes that are no UTF-8 do not stop the reading', () => {
  assert.deepEqual(texts(Uint8Array.of(97, 0xff, 98, 10, 0xe4, 0xb8, 10, 99)), ['a\ufffdb', '\ufffd', 'c']);
});

test('of a very long line only the beginning is kept, whatever the chunks', () => {
  const long = `b${'é'.repeat(longestLine)}`;
  const text = `a\n${long}\n${'x'.repeat(3 * longestLine + 9)}\nc`;
  const expected = ['a', long.slice(0, longestLine + 1), 'x'.repeat(longestLine + 1), 'c'];
  for (const chunk of [1 << 24, 65_536, 4093]) {
    assert.deepEqual(texts(text, chunk).map((line) => line.length), expected.map((line) => line.length));
    assert.ok(texts(text, chunk).every((line, i) => line === expected[i]), `chunks of ${chunk}`);
  }
});

test('a line that is read in part is told as one, and one that is as long as may be is not', () => {
  const head = '2025-03-11 14:02:01.000 7 INFO nova.compute.manager [-] ';
  const line = (length: number) => head.padEnd(length, 'x');
  const text = [line(longestLine), line(99), line(longestLine + 1), line(3 * longestLine)].join('\n');
  for (const chunk of [1 << 24, 4093]) {
    const { counts } = readingOf(text, chunk);
    assert.deepEqual(counts, { records: 4, unread: 0, partlyRead: [{ why: 'long', lines: 2, first: 2 }] });
  }
});

test('a line of 200 MB without an end is not held', () => {
  let count = 0;
  const reader = readLines({ push: () => void (count += 1), end: () => undefined });
  const chunk = new Uint8Array(1 << 20).fill(120);
  const before = process.memoryUsage().arrayBuffers;
  for (let i = 0; i < 200; i += 1) reader.push(chunk);
  assert.ok(process.memoryUsage().arrayBuffers - before < 16 * (1 << 20));
  reader.end();
  assert.equal(count, 1);
});

test('a line that is complete is handed on without waiting for more', () => {
  const lines: string[] = [];
  const reader = readLines({ push: ({ text }) => void lines.push(text), end: () => undefined });
  reader.push(new TextEncoder().encode('one\ntw'));
  assert.deepEqual(lines, ['one']);
  reader.push(new TextEncoder().encode('o\n'));
  assert.deepEqual(lines, ['one', 'two']);
});
