// How Nova was deployed, by the code that tracebacks name and by where logs lie, and what is told for it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deploymentOfLog, deploymentOfLogs } from '../../src/core/conf/deployed';
import { showCommands } from '../../src/core/holes/showCommands';
import type { Digest } from '../../src/core/model';
import { logLines } from '../../src/core/render/logsText';
import { makeDigest, makeFault } from '../support/analysisBuilder';

const file = 'nova/compute/manager.py';

function logOf(code: string, source = 'compute.log'): Digest {
  const frame = { file: code + file, line: 2611, function: '_build_and_run_instance', at: 12 };
  return makeDigest({ source, faults: [{ ...makeFault('nova.exception.PortBindingFailed', 15), frames: [frame] }] });
}

const told = (code: string, source?: string) => deploymentOfLog(logOf(code, source))?.spec.id;

test('code lies where only one deployment puts it', () => {
  assert.equal(told('/var/lib/kolla/venv/lib/python3.10/site-packages/'), 'kolla');
  assert.equal(told('/opt/stack/nova/'), 'devstack');
  assert.equal(told('/openstack/venvs/nova-27.1.0/lib/python3.10/site-packages/'), 'openstack-ansible');
  assert.equal(told('/var/lib/openstack/lib/python3.8/site-packages/'), 'openstack-helm');
  assert.equal(told('/snap/openstack-hypervisor/86/usr/lib/python3/dist-packages/'), 'sunbeam');
});

test('where packages put it containers may as well: nothing is told', () => {
  assert.equal(told('/usr/lib/python3.6/site-packages/'), undefined);
  assert.equal(told('/usr/lib/python3/dist-packages/'), undefined);
  // another project's
  assert.equal(told('/opt/stack/venv/lib/python3.12/site-packages/'), undefined);
});

test('the path of a log counts first; of many logs the first that tells', () => {
  assert.equal(told('/opt/stack/nova/', '/var/log/kolla/nova/nova-compute.log'), 'kolla');
  const logs = [logOf('/usr/lib/python3/dist-packages/'), logOf('/opt/stack/nova/')];
  assert.equal(deploymentOfLogs(logs)?.spec.id, 'devstack');
  assert.equal(deploymentOfLogs(logs.slice(0, 1)), undefined);
});

test('a cause far down the chain tells it too', () => {
  const outer = makeFault('nova.exception.BuildAbortException', 30);
  const [cause] = logOf('/var/lib/kolla/venv/lib/python3/site-packages/').faults;
  assert.ok(cause);
  const digest = makeDigest({ faults: [{ ...outer, chain: [cause] }] });
  assert.equal(deploymentOfLog(digest)?.at?.line, 12);
});

test('a report says which line tells it', () => {
  const linesOf = (digest: Digest) => [...logLines(digest, undefined, (_style, text) => text)].join('\n');
  assert.match(linesOf(logOf('/var/lib/kolla/venv/lib/python3.10/site-packages/')),
    /its code lies where kolla-ansible puts it \(line 13\)/);
  assert.doesNotMatch(linesOf(logOf('/usr/lib/python3/dist-packages/')), /its code/);
  assert.doesNotMatch(linesOf(logOf('/opt/stack/nova/', '/var/log/kolla/nova/x.log')), /its code/);
});

test('a log that is missing is shown as it is there; with packages only where that is known', () => {
  assert.deepEqual(showCommands([logOf('/var/lib/kolla/venv/')])('nova-api'),
    { command: 'less /var/log/kolla/nova/nova-api.log', isAssumed: false });
  assert.deepEqual(showCommands([logOf('/opt/stack/nova/')])('nova-conductor'),
    { command: 'journalctl -u devstack@n-super-cond', isAssumed: false });
  assert.deepEqual(showCommands([logOf('/var/lib/openstack/lib/python3.8/')])('nova-api'),
    { command: undefined, isAssumed: false });
  const packages = 'less /var/log/nova/nova-api.log';
  assert.deepEqual(showCommands([logOf('/usr/lib/')])('nova-api'), { command: packages, isAssumed: true });
  assert.deepEqual(showCommands([logOf('/usr/lib/', 'sos/var/log/nova/nova-compute.log')])('nova-api'),
    { command: packages, isAssumed: false });
});
