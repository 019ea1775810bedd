// Logs that were begun anew while they were open → the failures that left with what they said before.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Digest } from '../../src/core/model';
import { RotatedAwayLogs } from '../../src/editor/tree/rotatedAway';
import { makeAnalysis, makeDigest, makeOperation, source } from '../support/analysisBuilder';

const nameOf = (one: string) => one.slice(one.lastIndexOf('/') + 1);
const log = (times: readonly [number, number] | undefined, name = source): Digest => (
  { ...makeDigest(), source: name, firstTime: times?.[0], lastTime: times?.[1] });
const failed = makeOperation(0, 9, { outcome: 'failed' });

function after(...steps: readonly (readonly [Digest, boolean])[]) {
  const logs = new RotatedAwayLogs();
  for (const [digest, hasFailure] of steps) logs.note(makeAnalysis(hasFailure ? [failed] : [], [digest]));
  return logs;
}

const lostOf = (logs: RotatedAwayLogs, ...digests: readonly Digest[]) =>
  logs.lost(digests, nameOf).map((gone) => [gone.source, gone.failed, gone.last]);

test('what a rotation took away is known until its file is read or the log is closed', () => {
  const now = log([200, 250]);
  const logs = after(
    [log([100, 190]), true], [log(undefined), false], [now, false], [log([200, 260]), false],
  );
  assert.deepEqual(lostOf(logs, now), [[source, 1, 190]]);
  assert.deepEqual(lostOf(logs, now, log([90, 190], `${source}.1`)), []);
  assert.deepEqual(lostOf(logs, now, log([90, 190], 'file:///other.log')), [[source, 1, 190]]);
  logs.note(makeAnalysis([], []));
  assert.deepEqual(lostOf(logs, now), []);
});

test('a log that grows, is cut at its head or had no failure has lost none', () => {
  assert.deepEqual(lostOf(after([log([100, 190]), true], [log([100, 250]), true])), []);
  assert.deepEqual(lostOf(after([log([100, 190]), true], [log([150, 190]), false])), []);
  assert.deepEqual(lostOf(after([log([100, 190]), false], [log([200, 250]), false])), []);
});
