// The scanner (kernel and twin) and the tolerant reader give the same digest of any bytes, in chunks of any
// size: of made logs, of real ones and of heaps of what logs are made of.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDigest } from '../../src/core/digest';
import type { DigestReader } from '../../src/core/digest';
import type { Digest } from '../../src/core/model';
import { openSieve } from '../../src/core/sieve';
import type { OpenEngine } from '../../src/core/sieve';
import { generateLarge } from '../samples/large';
import { makeSamples } from '../samples/samples';
import { kernel, twin } from '../support/kernel';
import { chance, corpusAbsent, realLogs } from '../support/reading';

const programs: readonly (readonly [string, OpenEngine])[] = [['twin', twin], ['kernel', kernel]];

function feed(reader: DigestReader, bytes: Uint8Array, size: () => number): Digest {
  for (let from = 0; from < bytes.length;) {
    const to = from + size();
    reader.push(bytes.slice(from, to));
    from = to;
  }
  return reader.end();
}

/** A line for each thing that a digest holds: a difference is found and told at once. */
function tell(digest: Digest): readonly string[] {
  const { optionDumps = [], events, faults, ties, levels, arrivals = [], ...all } = digest;
  const { signs, joins, border, ...others } = all;
  const lists = {
    claims: joins?.claims ?? [], order: joins?.order ?? [],
    calls: joins?.calls ?? [], mentions: joins?.mentions ?? [],
    signs: signs?.signs ?? [], locks: signs?.lockWaits ?? [], silences: signs?.silences ?? [],
    events, faults, arrivals,
    ties: [...ties].sort(([a], [b]) => (a < b ? -1 : 1)),
    dumps: optionDumps.map((dump) => ({ ...dump, values: dump.names.map((name) => dump.get(name)) })),
  };
  const lines = Object.entries(lists)
    .flatMap(([list, items]) => items.map((item) => `${list} ${JSON.stringify(item)}`));
  const told = { head: border?.head, whole: joins?.whole, headless: signs?.headless };
  const rest = { ...others, ...told, levels: [...levels].sort() };
  return [JSON.stringify(rest), ...lines];
}

function same(bytes: Uint8Array, name: string, size: () => number = () => 1 << 18): void {
  const whole = feed(openDigest('log'), bytes, () => 1 << 18);
  const expected = tell(whole);
  for (const [program, engine] of programs) {
    const sieved = feed(openSieve('log', engine), bytes, size);
    const found = tell(sieved);
    // of a record that means nothing the scanner does not know where it begins
    const tail = JSON.stringify(sieved.border?.tail);
    const ofAll = tail && JSON.stringify(whole.border?.tail);
    assert.equal(tail, ofAll, `${name}: ${program}`);
    const at = expected.findIndex((line, i) => line !== found[i]);
    if (at >= 0 || found.length > expected.length) {
      assert.equal(found[Math.max(0, at)], expected[Math.max(0, at)], `${name}: ${program}`);
    }
    assert.equal(found.length, expected.length, `${name}: ${program}`);
  }
}

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
