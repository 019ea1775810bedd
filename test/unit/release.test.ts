// The release in question, inferred: from statements, from the form of the lines, in spite of contradictions.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inferRelease } from '../../src/core/statements/inferRelease';
import type { ReleaseEvidence, ReleaseGuess } from '../../src/core/statements/inferRelease';
import { parseRelease } from '../../src/core/statements/release';
import { parseRange, positionOf } from '../../src/core/statements/releaseRange';
import { openReleaseReader } from '../../src/core/statements/releaseReader';
import { openStatements } from '../../src/core/statements/statements';
import { loadStatements } from '../../src/knowledge/facts/loadStatements';
import { corpusFiles, corpusFolder, withoutCorpus } from '../support/corpus';

async function guess(lines: readonly string[] | Uint8Array): Promise<ReleaseGuess | undefined> {
  const reader = openReleaseReader('log', openStatements(await loadStatements()));
  reader.push(lines instanceof Uint8Array ? lines : new TextEncoder().encode(`${lines.join('\n')}\n`));
  return reader.end();
}

const ids = 'req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24 4f6c2b1d0e9a47c3b5d8f1a2c3e4d5f6 9b8a7c6d5e4f40312a1b0c9d8e7f6a5b';
const line = (rest: string) => `2025-03-11 14:07:32.418 7 ${rest}`;

test('statements of some releases bound the range', async () => {
  const found = await guess([
    line('DEBUG nova.compute.resource_tracker [-] Auditing locally available compute resources for c1 (node: c1) f /a.py:1'),
    line('DEBUG nova.compute.manager [-] Updating bandwidth usage cache'),
  ]);
  assert.deepEqual([found?.from, found?.to], ['15', '22']);
  assert.deepEqual(found?.evidence.map((one) => [one.kind, one.at.line]), [['statement', 0], ['statement', 1]]);
});

test('the form of the lines alone tells something', async () => {
  const zed = await guess([line(`INFO nova.x [None ${ids} - - default default] x`)]);
  assert.equal(zed, undefined, 'a logger that Nova has not is no sign');
  const newer = await guess([line(`INFO nova.compute.manager [None ${ids} - - default default] x`)]);
  assert.deepEqual([newer?.from, newer?.to], ['26', 'master']);
  const older = await guess([line(`INFO nova.compute.manager [${ids} - default default] x`)]);
  assert.deepEqual([older?.from, older?.to], ['16', '25']);
  const kilo = await guess([line('TRACE nova.compute.manager Traceback (most recent call last):')]);
  assert.deepEqual([kilo?.from, kilo?.to], ['2011.3', '2015.1']);
  const audit = await guess([line('AUDIT nova.compute.manager [-] Starting instance...')]);
  assert.equal(audit?.to, '2014.2');
});

test('an exception behind the message tells Pike or later, none tells earlier', async () => {
  const text = 'ERROR nova.compute.manager [-] [instance: 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70] '
    + 'Instance failed to spawn';
  assert.equal((await guess([line(`${text}: nova.exception.VolumeNotCreated: no`)]))?.from, '16');
  assert.equal((await guess([line(text)]))?.to, '15');
});

test('a backport or a library does not empty the range', () => {
  const sign = (range: string, weight = 1): ReleaseEvidence => (
    { kind: 'statement', text: range, releases: parseRange(range), weight, at: { source: '', line: 0, time: undefined } });
  const all = [sign('17..20'), sign('18..20'), sign('2015.1..20'), sign('21..master'), sign('22..master', 0.5)];
  const found = inferRelease({ evidence: () => all });
  assert.deepEqual([found?.from, found?.to], ['18', '20']);
  assert.deepEqual(found?.against.map(({ text }) => text), ['21..master', '22..master']);
  assert.equal(inferRelease({ evidence: () => [] }), undefined);
});

test('where two signs are as good the range holds both', () => {
  const sign = (range: string): ReleaseEvidence => (
    { kind: 'statement', text: range, releases: parseRange(range), weight: 1, at: { source: '', line: 0, time: undefined } });
  const found = inferRelease({ evidence: () => [sign('17..20'), sign('21..23')] });
  assert.deepEqual([found?.from, found?.to], ['17', '23']);
});

test('the range holds the release that a real log is known to be of', { skip: withoutCorpus }, async () => {
  const { files } = JSON.parse(readFileSync(join(corpusFolder, 'manifest.json'), 'utf8')) as {
    files: { file: string; release: string }[];
  };
  let told = 0;
  for (const { file, bytes } of corpusFiles()) {
    const known = files.find((one) => one.file === file)?.release ?? '';
    const named = known.split(/[^\w.]+/).flatMap((word) => parseRelease(word) ?? []).map(positionOf);
    const found = await guess(bytes);
    if (!found || named.length === 0) continue;
    told += 1;
    const fits = positionOf(found.from) <= Math.max(...named) && positionOf(found.to) >= Math.min(...named);
    assert.ok(fits, `${file} (${known}): ${found.from} – ${found.to}`);
  }
  assert.ok(told >= 35, `${told} logs tell their release`);
});
