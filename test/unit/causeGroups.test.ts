// Failures with one cause → the hosts on which they were, in an order that does not hang on that of the logs.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupCauses } from '../../src/core/groups/causeGroups';
import { makeAnalysis, makeAttempt, makeFault, makeOperation } from '../support/analysisBuilder';

const knowing = {
  hostOf: () => undefined, traitsOf: () => undefined,
  hostOfAttempt: ({ host }: { readonly host: string | undefined }) => host,
};

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
