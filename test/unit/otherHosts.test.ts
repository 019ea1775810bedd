// Logs of the controllers beside those of some compute hosts: what another host does with an instance, or did
// before its log begins, is not taken for what never came.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText, log, stories } from '../support/story';

const conductor = log(`
  0 DEBUG sch r1 vm Selected host: (cmp02, cmp02.cloud) ram: 15339MB disk: 93184MB io_ops: 0 instances: 1
  0.2 DEBUG cond r1 vm Selected host: cmp02; Selected node: cmp02.cloud; Alternates: [('cmp01', 'cmp01.cloud')]
  900 DEBUG cond r9 other block_device_mapping []`);

const computeOf = (host: string, begin: number): string => log(`
  ${begin} DEBUG nova.compute.resource_tracker r8 Auditing locally available compute resources for ${host} (node: ${host})
  ${begin + 600} DEBUG nova.compute.resource_tracker r8 Auditing locally available compute resources for ${host} (node: ${host})`);

function told(compute: string): readonly string[] {
  const analysis = analyseText(conductor, compute);
  const stuck = analysis.findings.filter(({ check }) => check === 'stuck-operation').map(({ severity }) => severity);
  return [...stories(analysis), ...stuck];
}

test('the host that was chosen has not taken the instance up, and its log goes on: that is a warning', () => {
  assert.deepEqual(told(computeOf('cmp02', 0)), ['create? in-progress', 'warning']);
});

test('of the host that was chosen no log is here: what became of the instance is unknown', () => {
  assert.deepEqual(told(computeOf('cmp01', 0)), ['create? unknown']);
});

test('the log of the chosen host begins long after it was chosen: that is unknown as well', () => {
  assert.deepEqual(told(computeOf('cmp02', 300)), ['create? unknown']);
});

test('what went well beside it does not show where such an instance came to a stop', () => {
  const well = log(`
    0 DEBUG nova.compute.resource_tracker r8 Auditing locally available compute resources for cmp01 (node: cmp01)
    1 DEBUG mgr r2 other Starting instance...
    2 INFO claim r2 other Claim successful on node cmp01
    9 INFO mgr r2 other Took 7.00 seconds to spawn the instance on the hypervisor.
    9.5 INFO mgr r2 other Took 9.50 seconds to build instance.`);
  const { timelines, story } = analyseText(conductor, well);
  const [unknown] = timelines.flatMap(({ operations }) => operations).filter(({ outcome }) => outcome === 'unknown');
  assert.ok(unknown);
  assert.equal(story?.divergence(unknown), undefined);
});
