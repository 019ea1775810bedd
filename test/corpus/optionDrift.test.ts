// A real log whose service starts five times: every option that changed from one start to the next, against a
// comparison that shares no code with ours.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { releaseOfDump } from '../../src/core/statements/dumpRelease';
import { defaultLimits } from '../../src/core/limits';
import { facts } from '../support/confFacts';
import { corpusFolder, withoutCorpus } from '../support/corpus';

const file = 'charmed-2022-compute-restart/nova-compute.log.1-head9000.log';

/** Splits the lines of each start by blanks, in file order; line numbers count from 1. */
function changesByHand(text: string): readonly string[] {
  const starts: Map<string, readonly [string, number]>[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.includes('] Configuration options gathered from:')) starts.push(new Map());
    const option = /\] (\S+) += (.*?) ?log_opt_values \S+$/.exec(line);
    if (option?.[1] && option[2] !== undefined) starts.at(-1)?.set(option[1], [option[2], index + 1]);
  }
  assert.equal(starts.length, 5);
  return starts.slice(1).flatMap((start, index) => [...start].flatMap(([name, [value, line]]) => {
    const [before, lineBefore] = starts[index]?.get(name) ?? [value, 0];
    return before === value ? [] : [`${name}: ${before} (${lineBefore}) → ${value} (${line})`];
  }));
}

test('every option that changed between starts is a finding with both values', { skip: withoutCorpus }, () => {
  const bytes = readFileSync(join(corpusFolder, file));
  const reader = openDigest('log');
  reader.push(bytes);
  const digest = reader.end();
  const sizes = digest.optionDumps?.map(({ names, complete }) => [names.length, complete]);
  assert.deepEqual(sizes, Array(5).fill([817, true]));
  const found = analyse([digest], defaultLimits).findings
    .filter(({ check }) => check === 'option-drift')
    .map(({ args, at, related }) => `${String(args['option']).replace(/^DEFAULT\./, '')}: `
      + `${args['before']} (${(related[0]?.line ?? -1) + 1}) → ${args['after']} (${at.line + 1})`);
  const expected = changesByHand(bytes.toString('utf8'));
  assert.deepEqual(found, expected);
  assert.equal(found.length, 6);
  assert.ok(found.includes('libvirt.rbd_user:  (1925) → nova-compute (5253)'));
});

test('the options that a service states tell its release', { skip: withoutCorpus }, () => {
  const reader = openDigest('log');
  reader.push(readFileSync(join(corpusFolder, file)));
  // the same log says: Starting compute node (version 21.2.3)
  for (const dump of reader.end().optionDumps ?? []) {
    assert.deepEqual(releaseOfDump(dump, facts), { from: '21', to: '21' });
    const fewer = { ...dump, names: dump.names.slice(0, 100) };
    assert.equal(releaseOfDump(fewer, facts), undefined);
    assert.equal(releaseOfDump({ ...dump, complete: false }, facts), undefined);
  }
});
