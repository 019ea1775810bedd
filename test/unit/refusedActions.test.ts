// Actions that nova-api itself could not hand on, moves that were refused, devices that were not let go of:
// which operation it was, where it ended, why; and what is not said of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderFinding } from '../../src/core/render/finding';
import { remedyOf } from '../../src/core/render/remedy';
import { sentences } from '../../src/knowledge/diagnoses/sentences';
import { handOver } from '../../src/knowledge/diagnoses/spoken';
import { causeText } from '../../src/core/render/diagnosis';
import { analyseText, log, stories, vm } from '../support/story';

const api = 'nova.api.openstack.wsgi';
const failing = (call: string, frames: readonly string[], type: string) => `
  1 ERROR ${api} r1 Unexpected exception in API method: ${type}: not today
  |Traceback (most recent call last):
${frames.map((frame) => `  |  File "/usr/lib/python3/dist-packages/nova/${frame.replace(' ', '", line 9, in ')}\n  |    return f()`).join('\n')}
  |${type}: not today
  1.1 INFO wsgi r1 10.20.0.11 "${call} HTTP/1.1" status: 500 len: 400 time: 0.2`;

test('what left a method of the API ends the action that was asked for, with its cause', () => {
  const frames = ['api/openstack/wsgi.py wrapped', 'compute/api.py inner', 'compute/api.py attach_volume'];
  const attach = failing(`POST /v2.1/servers/${vm}/os-volume_attachments`, frames, 'oslo_messaging.exceptions.MessagingTimeout');
  assert.deepEqual(stories(analyseText(log(attach))), ['attach_volume failed in api | MessagingTimeout@9']);
  const evacuate = failing(`POST /v2.1/servers/${vm}/action`, ['compute/api.py evacuate'], 'nova.exception.HostMappingNotFound');
  assert.deepEqual(stories(analyseText(log(evacuate))), ['evacuate failed in api | HostMappingNotFound@5']);
});

test('an answer with 5xx is a failure without any traceback; one with 4xx alone is none', () => {
  const answer = (call: string, status: number) => stories(analyseText(log(`
    1 INFO wsgi r1 10.20.0.11 "${call} HTTP/1.1" status: ${status} len: 400 time: 0.2`)));
  assert.deepEqual(answer(`DELETE /v2.1/servers/${vm}`, 500), ['delete failed in api']);
  assert.deepEqual(answer(`DELETE /v2.1/servers/${vm}/os-interface/12`, 503), ['detach_interface failed in api']);
  assert.deepEqual(answer(`DELETE /v2.1/servers/${vm}`, 404), []);
  assert.deepEqual(answer(`POST /v2.1/servers/${vm}/os-volume_attachments`, 409), []);
});

test('an action that the state of the instance does not allow is told with the state, and leaves it as it is', () => {
  const refused = (text: string) => analyseText(log(`
    1 INFO ${api} r1 HTTP exception thrown: ${text}
    1.1 INFO wsgi r1 10.20.0.11 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: 409 len: 168 time: 0.2`));
  const newer = refused(`Cannot 'rebuild' instance ${vm} while it is in task_state image_uploading`);
  assert.deepEqual(stories(newer), ['rebuild failed in api | InstanceInvalidState@1']);
  const [operation] = newer.timelines[0]?.operations ?? [];
  assert.equal(operation?.vmState, undefined);
  assert.match(remedyOf('InstanceInvalidState', operation?.rootCause?.message ?? '') ?? '', /task_state image_uploading: another/);
  assert.deepEqual(stories(refused('Cannot \'stop\' while instance is in vm_state error')), ['stop failed in api | InstanceInvalidState@1']);
  assert.deepEqual(stories(refused(`Instance ${vm} is in an invalid state for 'unshelve'`)), ['unshelve failed in api | InstanceInvalidState@1']);
  assert.deepEqual(stories(refused(`Instance ${vm} is locked`)), []);
});

test('an action on a locked instance was refused, with or without the answer to it', () => {
  const asked = `
    1 DEBUG ${api} r1 Action: 'action', calling method: <bound method>, body: {"reboot": {"type": "HARD"}}
    1.1 DEBUG nova.compute.api r1 vm Fetching instance by UUID
    1.2 INFO ${api} r1 HTTP exception thrown: Instance ${vm} is locked`;
  const answer = `
    1.3 INFO wsgi r1 10.20.0.11 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: 409 len: 113 time: 0.2`;
  assert.deepEqual(stories(analyseText(log(asked))), ['reboot failed in api | InstanceIsLocked@3']);
  assert.deepEqual(stories(analyseText(log(asked + answer))), ['reboot failed in api | InstanceIsLocked@3']);
});

test('what belongs to an instance is not the instance: its metadata, tags and password', () => {
  const asked = (path: string, status: number) => stories(analyseText(log(`
    1 INFO wsgi r1 10.20.0.11 "DELETE /v2.1/servers/${vm}${path} HTTP/1.1" status: ${status} len: 400 time: 0.2`)));
  assert.deepEqual(asked('', 204), ['delete unknown']);
  for (const path of ['/metadata/role', '/tags', '/tags/blue', '/os-server-password']) {
    assert.deepEqual([...asked(path, 204), ...asked(path, 500)], [], path);
  }
});

test('the name of the destination ends where oslo.log tells the exception', () => {
  const { timelines } = analyseText(log(`
    1 ERROR mgr r1 vm Pre live migration failed at cmp02: nova.exception.MigrationError: Migration error: no answer`));
  const [operation] = timelines[0]?.operations ?? [];
  assert.equal(operation?.route?.destination, 'cmp02');
});

test('a port that is given back to a guest may be of a live migration: attach_interface is a guess', () => {
  const row = `
    2 ERROR virt - vm attaching network adapter failed.: libvirt.libvirtError: PCI device 0000:03:04.1 is in use`;
  assert.deepEqual(stories(analyseText(log(row))), ['attach_interface? failed in attach | libvirtError@1']);
  assert.deepEqual(stories(analyseText(log(`${row}
    |Traceback (most recent call last):
    |  File "/nova/compute/manager.py", line 1, in _attach_interface
    |    self.driver.attach_interface()
    |libvirt.libvirtError: PCI device 0000:03:04.1 is in use`))), ['attach_interface failed in attach | libvirtError@5']);
});

test('a class of live migrations names no part of a rebuild', () => {
  const text = 'nova.exception.InvalidSharedStorage: None is not on shared storage: Invalid state of instance files on shared storage';
  assert.deepEqual(stories(analyseText(log(`
    1 INFO mgr r1 vm Rebuilding instance
    2 ERROR mgr r1 vm Setting instance vm_state to ERROR: ${text}
    |Traceback (most recent call last):
    |  File "/nova/compute/manager.py", line 1, in rebuild_instance
    |    self._do_rebuild_instance_with_claim()
    |${text}`))), ['rebuild? failed in start | InvalidSharedStorage@6']);
});

test('while the guest keeps the device the volumes are not said to be detached', () => {
  const { timelines } = analyseText(log(`
    1 INFO mgr r1 vm Detaching volume dd04f3d2-63cb-45f2-9a31-9ecc523bd40f
    9 ERROR virt r1 Run out of retry while detaching device vdb with device alias virtio-disk1 from instance ${vm} from the live domain config. Device is still attached to the guest.`));
  const [operation] = timelines[0]?.operations ?? [];
  const phases = operation?.phases.filter(({ outcome }) => outcome !== 'not-visible');
  assert.deepEqual(phases?.map(({ id, outcome }) => `${id} ${outcome}`), ['detach_volumes unknown', 'detach failed']);
});

test('a class of Nova in the words of a library makes a log of Nova', () => {
  const told = (text: string) => analyseText(log(`
    1 ERROR rpc r1 Exception during message handling: ${text}`)).digests[0]?.isNova;
  assert.equal(told('nova.exception.InvalidSharedStorage: cmp01 is not on shared storage'), true);
  assert.equal(told('cinder.exception.VolumeNotFound: no volume'), false);
});

test('an exception beside all operations is told with what to do about it', () => {
  const [finding] = analyseText(log(`
    1 ERROR rpc r1 Exception during message handling: nova.exception.InvalidCPUInfo: Unacceptable CPU info: no.`)).findings
    .filter(({ check }) => check === 'unknown-fault');
  assert.match(finding ? renderFinding(finding) : '', /Unacceptable CPU info: no\. The CPU of the destination lacks/);
});

test('a broker is out of reach in the words of all releases, with its name where it has one', () => {
  handOver(sentences);
  const causes = (message: string) => analyseText(log(`
    1 ERROR oslo.messaging._drivers.impl_rabbit - ${message}`)).diagnoses.map((diagnosis) => causeText(diagnosis));
  assert.deepEqual(causes('AMQP server on ctl01:5672 is unreachable: timed out. Trying again in 1 seconds.'),
    ['The message broker ctl01 was out of reach: timed out']);
  assert.deepEqual(causes('Connection failed: [Errno 113] EHOSTUNREACH (retrying in 2.0 seconds)'),
    ['The message broker was out of reach: [Errno 113] EHOSTUNREACH']);
});

test('a delete ends with the network that is not given back, a build that failed does not end with it', () => {
  const rest = (first: string) => `
    1 INFO mgr r1 vm ${first}
    2 ERROR mgr r1 vm Failed to deallocate network for instance. Error: refused
    3 ERROR mgr r1 vm Setting instance vm_state to ERROR: neutronclient.common.exceptions.ConnectionFailed: refused
    |Traceback (most recent call last):
    |  File "/nova/compute/manager.py", line 1, in do_terminate_instance
    |    self._delete_instance()
    |  File "/nova/compute/manager.py", line 2, in _try_deallocate_network
    |    self._deallocate_network()
    |neutronclient.common.exceptions.ConnectionFailed: refused`;
  const analysis = analyseText(log(rest('Terminating instance')));
  assert.deepEqual(stories(analysis), ['delete failed in destroy | ConnectionFailed@9']);
  const phases = analysis.timelines[0]?.operations[0]?.phases ?? [];
  assert.equal(phases.find(({ id }) => id === 'deallocate_network')?.outcome, 'unknown');
});

test('of a port that the guest keeps nobody is told to unmount a disk', () => {
  handOver(sentences);
  const refused = 'Device detach failed for tap6a4b0e3f-8d: Unable to detach the device from the live config.';
  const { diagnoses } = analyseText(log(`
    1 WARNING mgr r1 vm Detach interface failed, port_id=6a4b0e3f-8d52-4c1f-8e47-3c9d5f2b7a81, reason: ${refused}
    2 ERROR rpc r1 vm Exception during message handling: nova.exception.DeviceDetachFailed: ${refused}`));
  assert.deepEqual(diagnoses.map(({ id }) => id), ['guest-keeps-port']);
});

test('a warning of something else, logged while an exception is handled, is not where it began', () => {
  assert.deepEqual(stories(analyseText(log(`
    1 INFO mgr r1 vm Attaching volume dd04f3d2-63cb-45f2-9a31-9ecc523bd40f to /dev/vdb
    2 WARNING nova.volume.cinder r1 The support for the Cinder API v2 is deprecated, please upgrade to Cinder API v3.: nova.exception.InvalidInput: Invalid input received: no such mode
    3 ERROR mgr r1 vm Failed to attach dd04f3d2-63cb-45f2-9a31-9ecc523bd40f at /dev/vdb: nova.exception.InvalidInput: Invalid input received: no such mode
    |Traceback (most recent call last):
    |  File "/nova/compute/manager.py", line 1, in _attach_volume
    |    bdm.attach()
    |nova.exception.InvalidInput: Invalid input received: no such mode`))), ['attach_volume failed in attach | InvalidInput@7']);
});

test('what nova-api was asked for is a resize by its controller, which failed where another service says', () => {
  const frames = ['api/openstack/compute/servers.py _action_resize', 'compute/api.py resize'];
  const asked = failing(`POST /v2.1/servers/${vm}/action`, frames, 'oslo_messaging.exceptions.MessagingTimeout');
  assert.deepEqual(stories(analyseText(log(asked))), ['resize failed in api | MessagingTimeout@7']);
  const told = `
  4 WARNING util r1 vm Failed to compute_task_migrate_server: no answer yet
  4.1 WARNING util r1 vm Setting instance to ACTIVE state.: MessagingTimeout: no answer yet
  4.2 ERROR rpc r1 Exception during message handling: MessagingTimeout: no answer yet
  |Traceback (most recent call last):
  |  File "/nova/conductor/manager.py", line 1, in _cold_migrate
  |    task.execute()
  |  File "/nova/scheduler/rpcapi.py", line 160, in select_destinations
  |    return self.scheduler_rpcapi.select_destinations()
  |MessagingTimeout: no answer yet`;
  assert.deepEqual(stories(analyseText(log(`${asked}${told}`))), ['resize failed in scheduling | MessagingTimeout@17']);
});
