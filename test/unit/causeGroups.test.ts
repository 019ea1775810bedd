// Failures with one cause → the hosts on which they were, in an order that does not hang on that of the logs;
// and what the tree says of groups.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupCauses } from '../../src/core/groups/causeGroups';
import { lookupOf } from '../../src/core/lookup';
import type { Operation } from '../../src/core/model';
import { english, sayIn } from '../../src/core/render/editorWords';
import { rootsOf } from '../../src/editor/tree/groupings';
import { present } from '../../src/editor/tree/present';
import type { TreeChoices } from '../../src/editor/tree/treeNode';
import { makeAnalysis, makeAttempt, makeFault, makeOperation, uuid } from '../support/analysisBuilder';

const knowing = {
  hostOf: () => undefined, traitsOf: () => undefined,
  hostOfAttempt: ({ host }: { readonly host: string | undefined }) => host,
};

const say = sayIn(english);
const choices: TreeChoices = { grouping: 'cause', filter: 'all', slowPhaseSeconds: 60, shown: new Map() };

/** A failure for each host, one after the other. */
function hostsOf(...hosts: readonly (string | undefined)[]) {
  const rootCause = makeFault('nova.exception.VolumeNotCreated', 5);
  const operations = hosts.map((host, at) => makeOperation(at, at + 9, {
    outcome: 'failed', rootCause, attempts: [makeAttempt(at, at + 9, { host, outcome: 'failed', rootCause })],
  }));
  const [group, ...others] = groupCauses(makeAnalysis(operations).timelines, knowing);
  assert.equal(others.length, 0);
  return [...(group?.hosts ?? []).map(({ host, count }) => `${host} ${count}`), group?.unknownHosts];
}

test('the host with most failures comes first, those with as many by their names', () => {
  assert.deepEqual(hostsOf('cmp03', 'cmp01', 'cmp02', 'cmp02'), ['cmp02 2', 'cmp01 1', 'cmp03 1', 0]);
  assert.deepEqual(hostsOf('cmp02', 'cmp01', 'cmp03', 'cmp02'), ['cmp02 2', 'cmp01 1', 'cmp03 1', 0]);
});

test('a host that no log tells is counted apart', () => {
  assert.deepEqual(hostsOf(undefined, 'cmp01', undefined), ['cmp01 1', 2]);
});

test('in the tree groups of one exception say what tells them apart, and what went well in the end', () => {
  const begins = 'internal error: process exited while connecting to monitor: ';
  type Rest = Partial<Operation>;
  const failure = (index: number, message: string, rest: Rest = {}) => makeOperation(index, index + 1, {
    id: String(index), instance: `${index}${uuid.slice(1)}`, outcome: 'failed',
    rootCause: { ...makeFault('libvirt.libvirtError', index), message }, ...rest,
  });
  const cause = { ...makeFault('libvirt.libvirtError', 3), message: 'No such device' };
  const first = makeAttempt(3, 3, { outcome: 'failed', rootCause: cause });
  const tried = [first, makeAttempt(3, 4, { outcome: 'success' })];
  const analysis = makeAnalysis([
    failure(1, `${begins}Permission denied`), failure(2, `${begins}out of memory`),
    failure(3, '', { outcome: 'success', rootCause: undefined, attempts: tried }),
  ]);
  const groups = groupCauses(analysis.timelines, knowing);
  const lookup = lookupOf({ ...analysis, groups });
  const needs = { say, lookup, nameOf: String, originOf: String, lineText: () => '' };
  const rows = rootsOf(lookup, choices).map((node) => present(node, needs).description);
  assert.match(rows[0] ?? '', /^… Permission denied · 1 failure/);
  assert.match(rows[2] ?? '', /^No such device · 1 failure · 1 instance · 1 done in the end/);
  const alone = lookupOf({ ...analysis, groups: groups.slice(2) });
  const [row] = rootsOf(alone, choices);
  assert.match(row ? present(row, { ...needs, lookup: alone }).description : '', /^1 failure/);
});
