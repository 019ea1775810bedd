// Extracts of a log that is too large to be read whole: the same lines that reading all of it chooses.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { linesAbout } from '../../src/core/extracts/linesAbout';
import { spanId } from '../../src/core/extracts/timeSpan';
import { defaultLimits } from '../../src/core/limits';
import { lookupOf } from '../../src/core/lookup';
import type { Subject } from '../../src/core/model';
import type { LargeLog } from '../../src/disk/large/largeLog';
import { openLargeLog } from '../../src/disk/large/openLargeLog';
import { generateLarge } from '../samples/large';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-extract-'));
const file = path.join(folder, 'large.log');
after(() => fs.rmSync(folder, { recursive: true, force: true }));

const text = [...generateLarge(4_000_000, { seed: 7 })].join('');
const lines = text.split('\n').slice(0, -1);
fs.writeFileSync(file, text);
const digest = openDigest(file, { keepLines: true });
digest.push(Buffer.from(text));
const lookup = lookupOf(analyse([digest.end()], defaultLimits));
const { timelines } = lookup.analysis;
const operations = timelines.flatMap((timeline) => timeline.operations);

/** Enough of them to meet every kind. */
function some<T>(all: readonly T[]): readonly T[] {
  return all.filter((_, at) => at % 6 === 0);
}

async function opened(): Promise<LargeLog> {
  const log = await openLargeLog(file, { partSize: 500_000 });
  assert.ok(log);
  return log;
}

/** @param meant the same with its id whole */
function hold(log: LargeLog, subject: Subject, meant = subject, context = 3): void {
  const whole = linesAbout(lookup, meant, context).get(file) ?? [];
  const found = [...log.extract(subject, context) ?? []];
  assert.ok(whole.length > 0, `${meant.kind} ${meant.id}`);
  assert.deepEqual(found.map(({ line }) => line), whole, `${meant.kind} ${meant.id}`);
  for (const { line, text: own } of found) assert.equal(own, lines[line]);
}

test('all lines of an instance, of its requests, and of what they say without naming it', async () => {
  const log = await opened();
  for (const { instance } of some(timelines)) hold(log, { kind: 'instance', id: instance });
  const [first] = timelines;
  assert.ok(first);
  hold(log, { kind: 'instance', id: first.instance.slice(0, 9) }, { kind: 'instance', id: first.instance });
  log.close();
});

test('all lines of a request', async () => {
  const log = await opened();
  const requests = [...new Set(operations.flatMap(({ request }) => request ?? []))];
  assert.ok(requests.length > 50);
  for (const id of some(requests)) hold(log, { kind: 'request', id });
  const [id = ''] = requests;
  hold(log, { kind: 'request', id: id.slice(0, 16) }, { kind: 'request', id });
  log.close();
});

test('an operation with the lines around it', async () => {
  const log = await opened();
  for (const { id } of some(operations)) hold(log, { kind: 'operation', id }, undefined, 2);
  log.close();
});

test('all failures, each with the lines around it', async () => {
  const log = await opened();
  assert.ok(operations.filter(({ outcome }) => outcome === 'failed').length > 1);
  for (const context of [0, 3]) hold(log, { kind: 'failures', id: 'all' }, undefined, context);
  log.close();
});

test('a span of time has every line of it, and those below them', async () => {
  const log = await opened();
  const timeOf = (line: string) => Date.parse(`${line.slice(0, 10)}T${line.slice(11, 23)}Z`);
  const from = timeOf(lines[500] ?? '');
  const to = timeOf(lines[900] ?? '');
  let time = 0;
  const expected = lines.flatMap((line, at) => {
    if (/^\d{4}-/.test(line)) time = timeOf(line);
    return time >= from && time <= to ? [at] : [];
  });
  const found = [...log.extract({ kind: 'time', id: spanId({ from, to }) }, 0) ?? []];
  assert.deepEqual(found.map(({ line }) => line), expected);
  for (const { line, text: own } of found) assert.equal(own, lines[line]);
  log.close();
});

test('what is not there, or goes on in several ways, gives no line', async () => {
  const log = await opened();
  const none = (subject: Subject) => assert.deepEqual([...log.extract(subject, 3) ?? ['undefined']], []);
  none({ kind: 'instance', id: '' });
  none({ kind: 'instance', id: '00000000-0000-4000-8000-000000000000' });
  none({ kind: 'request', id: 'req-' });
  none({ kind: 'operation', id: 'nothing' });
  log.close();
});
