// The scanner (kernel and twin) and the tolerant reader give the same digest of any bytes, in chunks of any
// size: of made logs, of real ones and of heaps of what logs are made of.

import { test } from 'node:test';
import { generateLarge } from '../samples/large';
import { makeSamples } from '../samples/samples';
import { chance, corpusAbsent, realLogs } from '../support/reading';
import { same } from '../support/scanning';

const text = (parts: Iterable<string>) => new TextEncoder().encode([...parts].join(''));

test('of a made log of all services', () => {
  same(text(generateLarge(1_500_000)), 'large');
});

test('of made logs of one service each', () => {
  for (const { name, text: log } of makeSamples()) same(new TextEncoder().encode(log.repeat(3)), name);
});

test('in chunks of any size', () => {
  // what follows the bytes that decide how the log is read is what counts
  const bytes = text(generateLarge(80_000, { seed: 3 })).subarray(0, 100_000);
  for (const size of [1, 7, 64, 255, 4096, 65_535, 65_536, 65_537]) same(bytes, `chunks of ${size}`, () => size);
  const random = chance(4);
  same(bytes, 'chunks of chance', () => 1 + Math.floor(random() * 3000));
});

test('of real logs', { skip: corpusAbsent }, () => {
  for (const { name, bytes } of realLogs()) {
    // most are shorter than what decides how a log is read
    const copies = Math.ceil(70_000 / Math.max(1, bytes.length));
    same(Buffer.concat(Array.from({ length: copies }, () => bytes)), name);
  }
});

/** A good log into which something is put at places of chance. */
function damaged(random: () => number, pieces: readonly string[], seed: number): Uint8Array {
  const lines = [...generateLarge(75_000, { seed })].join('').slice(0, 400_000).split('\n');
  for (let i = 0; i < 150; i++) {
    const at = 250 + Math.floor(random() * (lines.length - 250));
    const piece = pieces[Math.floor(random() * pieces.length)] ?? '';
    const line = lines[at] ?? '';
    const cut = Math.floor(random() * line.length);
    lines[at] = random() < 0.5 ? line.slice(0, cut) + piece + line.slice(cut) : piece + line;
  }
  return new TextEncoder().encode(lines.join('\n'));
}

const pieces = [
  '\n', '\r\n', '\r', ' ', '   ', '\t', '\0', '\0\0\n', '\u001b[00;36m', '^[[', '^M', '{', '"', '> ', '<tag>', '  <b/>\n', '\n\n',
  '\nTraceback (most recent call last):\n', '\n  File "/a.py", line 1, in x\n', '\nValueError: no\n', '#012', '#0122024-05-06 08:00:00',
  '\u2026', 'é', '\u00a0', '[instance: ', '[instance: none] ', '[req-', '[None ', '[-] ', '\\[instance: ', 'ERROR ', 'WARNING ', 'INFO ', '-- ',
  '==> nova-api.log <==\n', '12:', 'nova-compute.log:', '2024-05-06 08:00:00.000 ', ' 2024-05-06 08:00:00.000 7 ERROR nova.compute.manager ',
  'Configuration options gathered from:', '********', 'Took 1.00 seconds to build instance.', '\n2024-05-06 08:00:00 7 INFO x [-] y\n', '$ ls\n',
];

test('of good logs with something odd in them', () => {
  const random = chance(5);
  for (let round = 0; round < 12; round++) same(damaged(random, pieces, round), `round ${round}`, () => 1 + Math.floor(random() * 90_000));
});

test('of logs out of which brackets were cut, with and without the blanks beside them', () => {
  const lines = [...generateLarge(120_000, { seed: 9 })].join('').split('\n');
  const cut = lines.map((line, at) => {
    if (at < 250) return line;
    return at % 3 === 0 ? line.replace(/\[(?:-|req-[^\]]*)\]/, '') : line.replace('] [', `]${' '.repeat(at % 7)}[`);
  });
  same(text(cut.map((line) => `${line}\n`)), 'cut brackets');
});

test('of random bytes behind a good log', () => {
  const random = chance(6);
  const head = text(generateLarge(70_000)).subarray(0, 90_000);
  for (let round = 0; round < 10; round++) {
    const bytes = Uint8Array.from({ length: 20_000 }, () => Math.floor(random() * 256));
    same(Buffer.concat([head, bytes]), `round ${round}`, () => 1 + Math.floor(random() * 9000));
  }
});

test('of lines of a megabyte and more', () => {
  const head = [...generateLarge(70_000)].join('').slice(0, 90_000);
  const long = `2024-05-06 09:00:00.000 7 INFO nova.compute.manager [-] ${'x'.repeat(1_300_000)}`;
  same(text([head, long, '\n', head, `${'\0'.repeat(1_500_000)}ERROR\n`, '\0'.repeat(700_000)]), 'long lines');
});
