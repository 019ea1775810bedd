// Each diagnosis: its sample shows it and no rival of its family; with its lines the claim goes, and no other
// comes in its place.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnosis } from '../../src/core/model';
import { optionsOfDiagnosis } from '../../src/core/render/diagnosisCard';
import { diagnosisRows } from '../../src/knowledge/diagnoses/index';
import { diagnosisSamples } from '../samples/diagnoses/samples';
import { blockDevices, boot, guest } from '../samples/diagnoses/stories';
import { analyseText, log } from '../support/story';
import { port, troubledLog } from '../support/troubledLog';

const rows = new Map(Object.entries(diagnosisRows));
const samples = Object.entries(diagnosisSamples);

function diagnosesOf(text: string): readonly Diagnosis[] {
  return analyseText(text).diagnoses;
}

function familyOf(id: string): string | undefined {
  return rows.get(id)?.family;
}

/** The sample without these lines. */
function without(text: string, lines: ReadonlySet<number>): string {
  return text.split('\n').filter((_line, at) => !lines.has(at)).join('\n');
}

test('each sample shows its diagnosis, and no other of that family', () => {
  const wrong = samples.flatMap(([id, sample]) => {
    const found = diagnosesOf(log(sample));
    const own = found.find((one) => one.id === id);
    const rivals = found.filter((other) => other.id !== id && familyOf(other.id) === familyOf(id)
      && other.operation === own?.operation);
    return own && rivals.length === 0 ? [] : [`${id}: found ${found.map((one) => one.id).join(', ')}`];
  });
  assert.deepEqual(wrong, []);
});

test('with all lines that it rests on the claim is gone', () => {
  for (const [id, sample] of samples) {
    let text = log(sample);
    for (let round = 0; round < 8; round += 1) {
      const claims = diagnosesOf(text).filter((one) => one.id === id);
      if (claims.length === 0) break;
      assert.ok(round < 7, `${id} stays without its lines:\n${text}`);
      text = without(text, new Set(claims.flatMap(({ evidence }) => evidence.map(({ at }) => at.line))));
    }
  }
});


/** What is left of a claim without one of its lines: nothing, less, or the same from another line. */
function isTakenBack(claim: Diagnosis, line: number, left: readonly Diagnosis[]): boolean {
  const known = new Set(claim.evidence.map(({ at }) => at.line));
  return left.filter(({ id }) => id === claim.id).every((one) => {
    const lines = one.evidence.map(({ at }) => (at.line < line ? at.line : at.line + 1));
    return one.evidence.length < claim.evidence.length || lines.some((at) => !known.has(at));
  });
}

test('without any one line a claim is taken back as far as it rests on it, and no other cause is claimed', () => {
  const wrong: string[] = [];
  for (const [id, sample] of samples) {
    const text = log(sample);
    const before = diagnosesOf(text);
    const families = new Set(before.map((one) => familyOf(one.id)));
    for (const [at, line] of text.split('\n').entries()) {
      const left = diagnosesOf(without(text, new Set([at])));
      for (const claim of before.filter(({ evidence }) => evidence.some((one) => one.at.line === at))) {
        if (!isTakenBack(claim, at, left)) wrong.push(`${claim.id} stays as it is without line ${at + 1}: ${line}`);
      }
      for (const other of left.filter((one) => !families.has(familyOf(one.id)))) {
        wrong.push(`${id} without line ${at + 1} becomes ${other.id}: ${line}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test('a port is called by its id alone, whatever stands before it on the line of the event', () => {
  const plugged = diagnosesOf(troubledLog).find(({ id }) => familyOf(id) === 'vif-plug');
  assert.equal(plugged?.args['port'], port);
});

test('Unauthorized is raised by Nova where a section has no auth_type: no token ran out', () => {
  const refused = (message: string): readonly string[] => diagnosesOf(log(`
    0 ERROR mgr - Error updating the network of a widget
    |Traceback (most recent call last):
    |  File "/nova/network/neutronv2/api.py", line 74, in _load_auth_plugin
    |    raise neutron_client_exc.Unauthorized(message=err_msg)
    |Unauthorized: ${message}`)).map(({ id, args }) => `${id} ${args['section']}`);
  assert.deepEqual(refused('Unknown auth type: None'), ['section-missing neutron']);
  assert.deepEqual(refused('The token was refused'), ['token-refused neutron']);
});

test('what holds from Pike on is not offered to a log that is plainly older', () => {
  const offered = (older: string) => diagnosesOf(log(`
0 ${older}
1 ERROR cond r1 vm Failed to schedule instances: NoValidHost: No valid host was found.`)).map(({ id }) => id);
  assert.deepEqual(offered('INFO mgr r9 other Attempting claim'), ['placement-empty-likely']);
  assert.deepEqual(offered('AUDIT mgr r9 other Attempting claim'), ['filters-unseen-older']);
  const called = (file: string) => offered(`WARNING util r9 It was lost
    |Traceback (most recent call last):
    |  File "${file}", line 139, in inner
    |LampError: dim`);
  assert.deepEqual(called('/usr/lib/python2.7/site-packages/oslo_messaging/rpc/server.py'), ['placement-empty-likely']);
  assert.deepEqual(called('/usr/lib/python2.7/site-packages/oslo/messaging/rpc/server.py'), ['filters-unseen-older']);
  assert.deepEqual(called('/usr/lib/python2.6/site-packages/eventlet/tpool.py'), ['filters-unseen-older']);
});

test('options that came with Placement are not among those of a log that is plainly older', () => {
  const options = (level: string) => diagnosesOf(log(`
0 ${level} mgr r9 other Attempting claim
1 ERROR mgr r1 vm Instance failed to spawn
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in _spawn
|EndpointNotFound: no widgets`)).filter(({ id }) => id === 'endpoint-missing')
    .map((diagnosis) => optionsOfDiagnosis(diagnosis));
  assert.deepEqual(options('AUDIT'), [['neutron.region_name', 'cinder.catalog_info']]);
  assert.equal(options('INFO')[0]?.includes('placement.region_name'), true);
});

test('other releases and libraries say the same in other words', () => {
  const first = (text: string) => diagnosesOf(log(text)).map(({ id }) => id)[0];
  assert.equal(first(guest('Failed to open file \'/var/lib/nova/instances/1/disk\': No such file or directory')), 'disk-missing');
  assert.equal(first(guest('unable to resolve \'/dev/mapper/36001405a\': No such file or directory')), 'block-device-missing');
  assert.equal(first(guest('Failed to connect socket to \'/run/libvirt/libvirt-sock\': Connection refused')), 'libvirt-away');
  assert.equal(first(guest('Failed to connect socket to \'/run/libvirt/virtlogd-sock\': Connection refused')), undefined);
  assert.equal(first(boot('rbd.PermissionError', '[errno 1] error opening image b\'1_disk\' at snapshot None')), 'ceph-denied');
  const iscsi = 'Unexpected error while running command.\nExit code: 21\nStderr: \'iscsiadm: No portal found.\\n\'';
  assert.equal(first(blockDevices('ProcessExecutionError', iscsi)), 'iscsi-login');
});

test('a login that SSH refuses for a host key that changed needs no other key and no shell', () => {
  const refused = (words: string) => diagnosesOf(log(`
    1 ERROR mgr r1 vm Setting instance vm_state to ERROR: ResizeError: Resize error: not able to execute ssh command
    |Traceback (most recent call last):
    |  File "/nova/virt/libvirt/driver.py", line 1, in migrate_disk_and_power_off
    |    raise exception.ResizeError(reason=reason)
    |ResizeError: Resize error: not able to execute ssh command: ${words}`)).map(({ id }) => id);
  const denied = 'Permission denied (publickey,password).';
  assert.deepEqual(refused(denied), ['ssh-denied']);
  assert.deepEqual(refused(`WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! ${denied}`), ['ssh-host-changed']);
});

test('what a command said is told without the line breaks that Python wrote out', () => {
  const [found] = diagnosesOf(log(`
    1 ERROR mgr r1 vm Setting instance vm_state to ERROR: ResizeError: Resize error: not able to execute ssh command
    |Traceback (most recent call last):
    |  File "/nova/virt/libvirt/driver.py", line 1, in migrate_disk_and_power_off
    |    raise exception.ResizeError(reason=reason)
    |ResizeError: Resize error: not able to execute ssh command: Unexpected error while running command.
    |Stderr: u'ssh: connect to host 192.0.2.7 port 22: Connection refused\\r\\n'`));
  assert.deepEqual([found?.id, found?.args['reason']], ['ssh-refused', 'Connection refused']);
});

test('a scheduler that is asked again did not answer, and no other service is said to be unknown', () => {
  const timeout = 'MessagingTimeout: Timed out waiting for a reply to message ID';
  const found = diagnosesOf(log(`
0 ERROR util r1 vm Error from last host: cmp01 (node cmp01): ['Traceback (most recent call last):\\n', 'WidgetError: none\\n']
60 WARNING util r1 Retrying select_destinations after a MessagingTimeout, attempt 1 of 1.: ${timeout} ${'a1'.repeat(16)}
120 WARNING util r1 Failed to compute_task_build_instances: ${timeout} ${'b2'.repeat(16)}
120.1 WARNING util r1 vm Setting instance to ERROR state.: ${timeout} ${'b2'.repeat(16)}`));
  assert.deepEqual(found.map(({ id, operation }) => [id, operation !== undefined]), [['rpc-scheduler', true]]);
});

test('a service that was called and answered with a timeout of its own did answer', () => {
  const asked = (last: string) => diagnosesOf(log(`
1 ERROR mgr r1 vm Setting instance vm_state to ERROR
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in finish_resize
|  File "/nova/network/rpcapi.py", line 9, in setup_networks_on_host
|${last} Timed out waiting for a reply to message ID ${'d4'.repeat(16)}`)).map(({ id }) => id);
  assert.deepEqual(asked('MessagingTimeout:'), ['rpc-network']);
  assert.deepEqual(asked('RemoteError: Remote error: MessagingTimeout'), ['rpc-open']);
});

test('QEMU’s reason is told without the option that it stands behind', () => {
  const said = 'qemu-kvm: -chardev pty,id=charserial0,logfile=/srv/console.log,logappend=off: Unable to open logfile '
    + '/srv/console.log: Permission denied';
  const [found] = diagnosesOf(log(guest(`internal error: process exited while connecting to monitor: ${said}`)));
  assert.deepEqual([found?.id, found?.args['qemu']],
    ['qemu-said', 'Unable to open logfile /srv/console.log: Permission denied']);
});
