// Real logs, cut after a line or with a line missing: nothing breaks, and no operation becomes a success by
// it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import type { Analysis } from '../../src/core/model';
import { corpusFiles, seeded, withoutCorpus } from '../support/corpus';

const encoder = new TextEncoder();

function read(text: string | Uint8Array): Analysis {
  const reader = openDigest('log');
  reader.push(typeof text === 'string' ? encoder.encode(text) : text);
  return analyse([reader.end()], defaultLimits);
}

function successes(analysis: Analysis): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { instance, operations } of analysis.timelines) {
    for (const { kind, outcome } of operations) {
      if (outcome !== 'success') continue;
      const key = `${instance} ${kind}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function assertNoNewSuccess(damaged: Analysis, whole: ReadonlyMap<string, number>, what: string): void {
  for (const [key, count] of successes(damaged)) {
    assert.ok(count <= (whole.get(key) ?? 0), `${what}: ${key} became a success`);
  }
}

// Small files are tried at every line, large ones at lines drawn by a seed.
function linesToTry(count: number, seed: number): readonly number[] {
  const most = count <= 150 ? count : count <= 1000 ? 40 : 8;
  if (most === count) return Array.from({ length: count }, (_, i) => i);
  const random = seeded(seed);
  return Array.from({ length: most }, () => Math.floor(random() * count));
}

test('cutting a log after any line makes no success that was none', { skip: withoutCorpus }, () => {
  for (const { file, bytes } of corpusFiles()) {
    const lines = bytes.toString('utf8').split('\n');
    const whole = successes(read(bytes));
    for (const at of linesToTry(lines.length, 1)) {
      assertNoNewSuccess(read(lines.slice(0, at).join('\n')), whole, `${file} cut after line ${at}`);
      assertNoNewSuccess(read(lines.slice(at).join('\n')), whole, `${file} without its first ${at} lines`);
    }
  }
});

test('deleting any line makes no success that was none', { skip: withoutCorpus }, () => {
  for (const { file, bytes } of corpusFiles()) {
    const lines = bytes.toString('utf8').split('\n');
    const whole = successes(read(bytes));
    for (const at of linesToTry(lines.length, 2)) {
      assertNoNewSuccess(read(lines.toSpliced(at, 1).join('\n')), whole, `${file} without line ${at + 1}`);
    }
  }
});

test('a log fed in pieces of any size gives the same analysis as at once', { skip: withoutCorpus }, () => {
  for (const { file, bytes } of corpusFiles().slice(0, 40)) {
    const whole = JSON.stringify(read(bytes).timelines);
    for (const size of [1, 7, 1000, 65_537]) {
      if (size === 1 && bytes.length > 20_000) continue;
      const reader = openDigest('log');
      for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
      assert.equal(JSON.stringify(analyse([reader.end()], defaultLimits).timelines), whole, `${file} by ${size}`);
    }
  }
});
