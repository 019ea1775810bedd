// Whatever a log holds: nothing throws, every line is accounted for, chunks do not matter, time stays
// bounded.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLines } from '../../src/core/reading/lines';
import type { LogRecord } from '../../src/core/model';
import { readRecords } from '../../src/core/reading/records';
import { wrappers } from '../../src/knowledge/formats';
import { chance, corpusAbsent, linesOf, readingOf, realLogs } from '../support/reading';

/** Lines in order, heads where they must be, joints inside the message, no line counted twice. */
function check(bytes: Uint8Array | string, name: string): readonly LogRecord[] {
  const { records, counts } = readingOf(bytes);
  const lines = linesOf(bytes);
  let above = -1;
  let own = 0;
  const covered = new Set<number>();
  for (const { line, lastLine, header, inherited, message, joints } of records) {
    const inOrder = line >= above && lastLine >= line && lastLine < lines.length;
    assert.ok(inOrder, `${name}: lines ${line}-${lastLine}`);
    assert.ok(inherited || header, `${name}: line ${line} has no head and is said to`);
    const inside = joints.every((joint, i) => joint > (joints[i - 1] ?? 0) && joint <= message.length);
    assert.ok(inside, `${name}: joints`);
    if (!inherited) own += 1;
    for (let at = line; at <= lastLine; at += 1) covered.add(at);
    above = line;
  }
  const vanished = lines.filter(({ number, text }) => !covered.has(number) && /[a-z]{3} [a-z]{3}/.test(text)).length;
  assert.ok(counts.unread >= vanished, `${name}: ${vanished} lines vanished, ${counts.unread} unread`);
  assert.ok(counts.unread <= lines.length && counts.records <= own, `${name}: counts`);
  return records;
}

const interesting = [
  '2025-03-11 14:07:32.418 7 INFO nova.compute.manager [-] ', '[instance: ', '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70', '] ', '[req-', '[None ',
  '\n', '\r\n', ' ', '    ', '\t', '\0', '\u001b[00;36m', '^[[', '{', '}', '"', '{"log":"', '\\n"}', '> ', 'Mar 11 14:07:32 c1 nova-compute[7]: ',
  '2025-03-11T14:07:32.4Z stdout P ', '2025-03-11T14:07:32.4Z stdout F ', 'nova-compute.log:', '12:', 'Traceback (most recent call last):', '  File "x", line 1',
  '云主机。', 'é', '&quot;', '<p>', '[code]', '```', '#012', '-', ':', '[', ']', '99999999999999999999', '==> a.log <==', '\ufeff', '<134>1 ', 'ERROR ', 'x'.repeat(100),
];

test('random bytes are survived', () => {
  const random = chance(1);
  for (let round = 0; round < 60; round += 1) {
    const bytes = Uint8Array.from({ length: Math.floor(random() * 4000) }, () => Math.floor(random() * 256));
    check(bytes, `round ${round}`);
  }
});

test('random heaps of what logs are made of are survived, in chunks of any size alike', () => {
  const random = chance(2);
  for (let round = 0; round < 400; round += 1) {
    const parts = Array.from({ length: Math.floor(random() * 120) }, () => interesting[Math.floor(random() * interesting.length)] ?? '');
    const bytes = new TextEncoder().encode(parts.join(''));
    const records = check(bytes, `round ${round}: ${JSON.stringify(parts)}`);
    assert.deepEqual(readingOf(bytes, 1 + Math.floor(random() * 64)).records, records, `round ${round}`);
  }
});

test('samples of wrappers, each cut after each character, are survived', () => {
  for (const { samples } of wrappers) {
    for (const sample of samples) {
      for (let end = 0; end < sample.length; end += 1) check(sample.slice(0, end), sample.slice(0, end));
    }
  }
});

test('real logs cut, shuffled and mixed are survived', { skip: corpusAbsent }, () => {
  const random = chance(3);
  const logs = realLogs();
  const all = logs.map(({ bytes }) => bytes.subarray(0, 60_000));
  for (const { name, bytes } of logs) {
    const from = Math.floor(random() * bytes.length);
    check(bytes.subarray(from, from + 30_000), `${name} from byte ${from}`);
    const lines = bytes.subarray(0, 30_000).toString('utf8').split('\n');
    check(lines.filter(() => random() > 0.2).join('\n'), `${name} with holes`);
    const other = all[Math.floor(random() * all.length)]?.toString('utf8').split('\n') ?? [];
    check(lines.flatMap((line, i) => [line, other[i] ?? '']).join('\n'), `${name} mixed`);
  }
});

test('real logs in small chunks give the same records', { skip: corpusAbsent }, () => {
  for (const { name, bytes } of realLogs().filter((log) => log.bytes.length < 100_000)) {
    assert.deepEqual(readingOf(bytes, 37).records, readingOf(bytes).records, name);
  }
});

test('every line of a real log that has time, level and logger is a record with a head', { skip: corpusAbsent }, () => {
  const whole = /(?:^|[\s:>\]])\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.,]?\d* (?:\d+ )?(?:INFO|DEBUG|WARNING|ERROR|TRACE|AUDIT|CRITICAL) \w+[.\w]* ?(?:\[|$|\w)/;
  for (const { name, bytes } of realLogs()) {
    const own = readingOf(bytes).records.filter(({ inherited, header }) => !inherited && header?.level);
    const read = new Set(own.map(({ line }) => line));
    const missed = linesOf(bytes)
      .filter(({ number, text }) => whole.test(text.slice(0, 200)) && !read.has(number));
    assert.deepEqual(missed.map(({ number, text }) => `${number} ${text.slice(0, 120)}`), [], name);
  }
});

/** Milliseconds that the reading of a text takes. */
function timeOf(chunks: readonly Uint8Array[]): number {
  const began = performance.now();
  const records = readRecords({ push: () => undefined, end: () => undefined });
  const lines = readLines(records);
  for (const chunk of chunks) lines.push(chunk);
  lines.end();
  return performance.now() - began;
}

test('a line of 50 MB and 20 million empty lines are read in seconds', () => {
  const head = new TextEncoder().encode('2025-03-11 14:07:32.418 7 INFO nova.compute.manager [-] ');
  const filler = new Uint8Array(1 << 20);
  for (const code of [120, 32, 91, 58, 62, 10]) {
    filler.fill(code);
    const chunks = [head, ...Array.from({ length: code === 10 ? 20 : 50 }, () => filler)];
    assert.ok(timeOf(chunks) < 20_000, `character ${code}`);
  }
});

test('20 MB that go on as one hard-wrapped line are read in seconds', () => {
  const head = '2025-03-11 14:07:32.418 7 INFO nova.compute.manager [-] ';
  const lines = [1, 2, 3, 4].map((i) => `${head}message ${i} ${'of many words '.repeat(15 + i)}`);
  const cut = lines.flatMap((line) => line.match(/.{1,120}/g) ?? []);
  const first = new TextEncoder().encode(`${cut.join('\n')}\n${head}${'x'.repeat(120 - head.length)}\n`);
  assert.equal(readingOf(first).layout.wrappedAt, 120);
  const rest = new TextEncoder().encode(`${'word and '.repeat(13)}abc\n`.repeat(10_000));
  assert.ok(timeOf([first, ...Array.from({ length: 17 }, () => rest)]) < 20_000);
});

test('the time grows with the text, not faster, whatever the lines begin with', () => {
  for (const part of interesting) {
    const line = `${part.replaceAll('\n', '').repeat(Math.ceil(3000 / part.length))}\n`;
    const bytes = new TextEncoder().encode(line.repeat(300));
    assert.ok(timeOf([bytes]) < 10_000, JSON.stringify(part));
  }
});
