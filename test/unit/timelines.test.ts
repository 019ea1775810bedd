// Logs of builds, rebuilds and deletes → operations: kind, outcome, failed phase, root cause and chain.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english, sayIn } from '../../src/core/render/editorWords';
import { operationLine } from '../../src/core/render/operationText';
import { dueInText } from '../../src/core/render/dueLine';
import { analyseText, log, otherVm, stories, vm } from '../support/story';

const tell = (rows: string): readonly string[] => stories(analyseText(log(rows)));

test('a build that says how long it took went well', () => {
  assert.deepEqual(tell(`
    0 DEBUG mgr r1 vm Starting instance...
    1 INFO claim r1 vm Claim successful on node cmp01
    9 INFO virt - vm Instance spawned successfully.
    9.1 INFO mgr r1 vm Took 7.00 seconds to spawn the instance on the hypervisor.
    9.5 INFO mgr r1 vm Took 9.50 seconds to build instance.`), ['create success']);
});

test('a build whose end never came is in progress, and says what is due', () => {
  const analysis = analyseText(log(`
    0 DEBUG mgr r1 vm Starting instance...
    1 INFO claim r1 vm Claim successful on node cmp01
    2 DEBUG mgr r1 vm Start spawning the instance on the hypervisor.`));
  assert.deepEqual(stories(analysis), ['create in-progress']);
  const due = analysis.timelines[0]?.operations[0]?.due;
  assert.equal(due?.phase, 'spawning');
  assert.equal(due.service, 'compute');
  assert.equal(due.since.line, 2);
});

test('a reboot that destroyed the guest waits for the end of a hard one', () => {
  const dueIn = (rows: string): string | undefined => {
    const due = analyseText(log(rows)).timelines[0]?.operations[0]?.due;
    return due && dueInText(due);
  };
  const begun = '0 INFO mgr r1 vm Rebooting instance';
  assert.equal(dueIn(begun), 'Instance soft rebooted successfully.');
  assert.equal(dueIn(`${begun}\n1 INFO virt - vm Instance destroyed successfully.`),
    'Instance rebooted successfully.');
});

const line = (rows: string): readonly string[] => analyseText(log(rows)).timelines
  .flatMap(({ operations }) => operations.map((operation) => operationLine(operation, sayIn(english))));

test('where the host gave a build back another one may have gone on, unless Nova says that none will', () => {
  const given = `
    0 INFO claim r1 vm Claim successful on node cmp01
    2 ERROR mgr r1 vm Instance failed to spawn: libvirt.libvirtError: internal error: no room left
    3 DEBUG mgr r1 vm Build of instance ${vm} was re-scheduled: internal error: no room left`;
  const failed = 'create · failed in spawn on the hypervisor after 3.0 s · libvirtError';
  assert.deepEqual(line(given), [`${failed} · another host may have gone on`]);
  assert.deepEqual(line(`${given}\n3 DEBUG mgr r1 vm Retry info not present, will not reschedule`), [failed]);
  assert.deepEqual(line(`${given}
    4 WARNING util r1 Failed to compute_task_build_instances: No valid host was found. There are not enough hosts available.
    4 WARNING util r1 vm Setting instance to ERROR state.`), [failed.replace('3.0 s', '4.0 s')]);
});

test('an exception alone, in the words of another program, says nothing of how far an operation came', () => {
  assert.deepEqual(stories(analyseText(`2023-06-03 10:11:14 +0000 [warn]: #0 cannot send "[instance: ${vm}] `
    + 'Instance failed to spawn: nova.exception.VolumeNotCreated: Volume v did not finish"')), ['create? unknown']);
});

test('a move that is not tried again stays a move', () => {
  assert.deepEqual(tell(`
    0 INFO mgr r1 vm Migrating
    1 DEBUG mgr r1 vm Retry info not present, will not reschedule`), ['resize? unknown']);
});

const volume = `
    0 DEBUG mgr r1 vm Starting instance...
    1 INFO claim r1 vm Claim successful on node cmp01
    2 DEBUG mgr r1 vm Start building block device mappings for instance.
    191 ERROR mgr r1 vm Instance failed block device setup: nova.exception.VolumeNotCreated: Volume v did not finish
    |Traceback (most recent call last):
    |  File "/nova/compute/manager.py", line 1, in _prep_block_device
    |    wait_func=self._await_block_device_map_created)
    |  File "/nova/compute/manager.py", line 2, in _await_block_device_map_created
    |    raise exception.VolumeNotCreated(volume_id=vol_id,
    |nova.exception.VolumeNotCreated: Volume v did not finish being created even after we waited 189 seconds or 61 attempts. And its status is downloading.
    |`;

test('an aborted build goes from the innermost exception over InvalidBDM to what was recorded', () => {
  assert.deepEqual(tell(`${volume}
    192 ERROR mgr r1 vm Build of instance ${vm} aborted: Block Device Mapping is Invalid.: nova.exception.BuildAbortException: Build of instance ${vm} aborted: Block Device Mapping is Invalid.
    |Traceback (most recent call last):
    |  File "/nova/compute/manager.py", line 3, in _do_build_and_run_instance
    |    filter_properties)
    |nova.exception.BuildAbortException: Build of instance ${vm} aborted: Block Device Mapping is Invalid.`),
  ['create failed in block_device_mapping | VolumeNotCreated@10 > InvalidBDM@16 > BuildAbortException@16']);
});

test('clean-up after a failed build is neither its cause nor a delete', () => {
  assert.deepEqual(tell(`${volume}
    192 WARNING mgr r1 vm Failed to delete volume: v due to Invalid volume
    193 INFO mgr r1 vm Terminating instance
    194 ERROR mgr r1 vm Failed to deallocate network for instance. Error: timed out
    195 INFO mgr r1 vm Took 0.72 seconds to deallocate network for instance.`),
  ['create failed in block_device_mapping | VolumeNotCreated@10']);
});

test('a signal between functions is not the cause; what it was turned into is', () => {
  assert.deepEqual(tell(`
    0 DEBUG mgr r1 vm Starting instance...
    301 ERROR mgr r1 vm Instance failed to spawn: nova.exception.VirtualInterfaceCreateException: Virtual Interface creation failed
    |Traceback (most recent call last):
    |  File "/nova/virt/libvirt/driver.py", line 1, in _create_guest_with_network
    |    guest = self._create_guest(
    |  File "/nova/compute/manager.py", line 2, in wait_for_instance_event
    |    actual_event = event.wait()
    |eventlet.timeout.Timeout: 300 seconds
    |During handling of the above exception, another exception occurred:
    |Traceback (most recent call last):
    |  File "/nova/compute/manager.py", line 3, in _build_resources
    |    yield resources
    |  File "/nova/virt/libvirt/driver.py", line 4, in _create_guest_with_network
    |    raise exception.VirtualInterfaceCreateException()
    |nova.exception.VirtualInterfaceCreateException: Virtual Interface creation failed`),
  ['create failed in vif_plug | VirtualInterfaceCreateException@15']);
});

test('a build that is rescheduled and goes well elsewhere went well, with an attempt for each host', () => {
  const analysis = analyseText(log(`
    0 DEBUG mgr r1 vm Starting instance...
    1 INFO claim r1 vm Claim successful on node cmp01
    3 ERROR mgr r1 vm Instance failed to spawn: libvirt.libvirtError: internal error: no kvm
    |Traceback (most recent call last):
    |  File "/nova/virt/libvirt/driver.py", line 1, in _create_guest
    |    guest.launch()
    |libvirt.libvirtError: internal error: no kvm
    4 DEBUG mgr r1 vm Build of instance ${vm} was re-scheduled: internal error: no kvm`), log(`
    6 DEBUG mgr r1 vm Starting instance...
    7 INFO claim r1 vm Claim successful on node cmp02
    9 INFO mgr r1 vm Took 3.00 seconds to build instance.`));
  assert.deepEqual(stories(analysis), ['create success']);
  const attempts = analysis.timelines[0]?.operations[0]?.attempts ?? [];
  assert.deepEqual(attempts.map((a) => [a.host, a.outcome, a.rootCause?.type]),
    [['cmp01', 'rescheduled', 'libvirt.libvirtError'], ['cmp02', 'success', undefined]]);
});

test('when all hosts are used up the conductor says so, and the last attempt holds the cause', () => {
  assert.deepEqual(tell(`
    0 DEBUG mgr r1 vm Starting instance...
    3 ERROR mgr r1 vm Instance failed to spawn: libvirt.libvirtError: internal error: no kvm
    |libvirt.libvirtError: internal error: no kvm
    4 DEBUG mgr r1 vm Build of instance ${vm} was re-scheduled: internal error: no kvm
    5 ERROR util r1 vm Error from last host: cmp01 (node cmp01): ['Traceback (most recent call last):\\n', 'nova.exception.RescheduledException: Build of instance ${vm} was re-scheduled: internal error: no kvm\\n']
    6 WARNING util r1 vm Failed to compute_task_build_instances: Exceeded maximum number of retries. Exhausted all hosts available for retrying build failures for instance ${vm}.
    7 WARNING util r1 vm Setting instance to ERROR state.`),
  ['create failed in spawning | libvirtError@3 > RescheduledException@5 > MaxRetriesExceeded@6']);
});

test('no valid host is the cause where scheduling failed', () => {
  assert.deepEqual(tell(`
    0 DEBUG api r1 Going to run 1 instances...
    1 ERROR cond r1 Failed to schedule instances: nova.exception_Remote.NoValidHost_Remote: No valid host was found.
    >Traceback (most recent call last):
    >  File "/nova/scheduler/manager.py", line 1, in select_destinations
    >    raise exception.NoValidHost(reason="")
    >nova.exception.NoValidHost: No valid host was found.
    2 WARNING util r1 vm Setting instance to ERROR state.: nova.exception_Remote.NoValidHost_Remote: No valid host was found.`),
  ['create failed in scheduling | NoValidHost@6']);
});

test('a request that touches several instances ties its other lines to none', () => {
  const analysis = analyseText(log(`
    0 DEBUG mgr r1 vm Starting instance...
    0 DEBUG mgr r1 other Starting instance...
    1 ERROR cond r1 Failed to schedule instances: nova.exception.NoValidHost: none`));
  assert.deepEqual(stories(analysis), ['create in-progress', 'create in-progress']);
  assert.deepEqual(analysis.timelines.map((timeline) => timeline.instance), [vm, otherVm]);
});

test('a rebuild goes through its phases, and a later delete is another operation', () => {
  assert.deepEqual(tell(`
    0 INFO mgr r1 vm Rebuilding instance
    1 INFO virt r1 vm Instance shutdown successfully after 3 seconds.
    2 INFO virt - vm Instance destroyed successfully.
    3 INFO virt r1 vm Deleting instance files /var/lib/nova/instances/x_del
    4 INFO virt r1 vm Deletion of /var/lib/nova/instances/x_del complete
    5 INFO virt r1 vm Creating image(s)
    8 INFO virt - vm Instance spawned successfully.
    60 INFO mgr r2 vm Terminating instance
    61 INFO virt - vm Instance destroyed successfully.
    62 INFO mgr r2 vm Took 1.03 seconds to destroy the instance on the hypervisor.
    63 INFO mgr r2 vm Took 0.48 seconds to deallocate network for instance.`), ['rebuild success', 'delete success']);
});

test('a delete whose end is missing is not called a success', () => {
  assert.deepEqual(tell(`
    60 INFO mgr r2 vm Terminating instance
    61 INFO virt - vm Instance destroyed successfully.
    62 INFO mgr r2 vm Took 1.03 seconds to destroy the instance on the hypervisor.`), ['delete in-progress']);
});

test('a delete gives back what it had of Placement when the instance is gone, and then it is done', () => {
  const rows = `
    0 INFO mgr r1 vm Terminating instance
    4 INFO mgr r1 vm Took 3.86 seconds to destroy the instance on the hypervisor.`;
  assert.deepEqual(stories(analyseText(log(rows))), ['delete in-progress']);
  const report = 'nova.scheduler.client.report r1';
  for (const said of [`Deleted allocation for instance ${vm}`, `Deleted allocations for instance ${vm}`]) {
    assert.deepEqual(stories(analyseText(log(`${rows}\n5 INFO ${report} ${said}`))), ['delete success']);
  }
  assert.deepEqual(stories(analyseText(log(`${rows}\n5 INFO ${report} Deleted allocations for migration ${vm}`))),
    ['delete in-progress']);
});

test('nothing goes on of what had not ended when the instance was deleted, and how it ended is not known', () => {
  const rows = `
    0 INFO nova.compute.claims r1 vm Claim successful on node cmp01
    1 INFO virt r1 vm Creating image
    9 INFO mgr r2 vm Terminating instance
    9 INFO virt - vm Instance destroyed successfully.
    10 INFO mgr r2 vm Took 0.15 seconds to destroy the instance on the hypervisor.`;
  const done = `${rows}\n11 INFO mgr r2 vm Took 1.06 seconds to deallocate network for instance.`;
  assert.deepEqual(tell(rows), ['create? in-progress', 'delete in-progress']);
  assert.deepEqual(tell(done), ['create? unknown', 'delete success']);
  assert.equal(analyseText(log(done)).timelines[0]?.operations[0]?.vmState, undefined);
  assert.deepEqual(analyseText(log(done)).findings.filter(({ check }) => check === 'stuck-operation'), []);
});

test('a volume whose encryption hides its size is not extended', () => {
  assert.deepEqual(stories(analyseText(log(`
    0 INFO mgr r1 vm Cinder extended volume ${vm}; extending it to detect new size
    1 ERROR virt r1 vm Unknown error when attempting to find the payload_offset for LUKSv1 encrypted disk rbd:v.: nova.exception.InvalidDiskInfo: Disk info file is invalid`))),
  ['extend_volume failed in extend | InvalidDiskInfo@2']);
});

test('an error beside the build that did not hurt it is not its cause', () => {
  assert.deepEqual(tell(`
    0 DEBUG mgr r1 vm Starting instance...
    1 ERROR mgr - vm An error occurred while refreshing the network cache.
    |Traceback (most recent call last):
    |  File "/nova/compute/manager.py", line 1, in _heal_instance_info_cache
    |    self._get_instance_nw_info(context, instance)
    |keystoneauth1.exceptions.ConnectFailure: unable to connect
    9 INFO mgr r1 vm Took 9.50 seconds to build instance.`), ['create success']);
});

test('lines that the log doubles count once, and time that runs backwards is put in order', () => {
  assert.deepEqual(tell(`
    9 INFO mgr r1 vm Took 9.50 seconds to build instance.
    0 DEBUG mgr r1 vm Starting instance...
    0 DEBUG mgr r1 vm Starting instance...
    1 INFO claim r1 vm Claim successful on node cmp01
    9 INFO mgr r1 vm Took 9.50 seconds to build instance.`), ['create success']);
});

test('lines that several kinds of operation log make a guess, and it is called one', () => {
  assert.deepEqual(tell('0 INFO claim - vm Claim successful on node cmp01'), ['create? in-progress']);
});

test('durations are Nova\'s own where it gives them, and the rest is unattributed', () => {
  const [operation] = analyseText(log(`
    0 INFO mgr - vm VM Started (Lifecycle Event)
    1 INFO mgr r1 vm Took 19.05 seconds to spawn the instance on the hypervisor.
    1.2 INFO mgr r1 vm Took 19.84 seconds to build instance.`)).timelines[0]?.operations ?? [];
  assert.equal(operation?.seconds, 19.84);
  assert.equal(operation.phases.find((phase) => phase.id === 'spawning')?.seconds, 19.05);
  assert.equal(operation.unattributedSeconds, 0.79);
});

test('with INFO only, phases that cannot be seen are called not visible, with the level that shows them', () => {
  const [operation] = analyseText(log(`
    1 INFO claim r1 vm Claim successful on node cmp01
    9 INFO mgr r1 vm Took 9.50 seconds to build instance.`)).timelines[0]?.operations ?? [];
  const hidden = operation?.phases.filter((phase) => phase.outcome === 'not-visible') ?? [];
  assert.deepEqual(hidden.map((phase) => `${phase.id} ${phase.needs ?? ''} ${phase.needsService ?? ''}`), [
    'api DEBUG api', 'scheduling DEBUG scheduler', 'start DEBUG ', 'networking DEBUG ', 'block_device_mapping DEBUG ',
    'guest_xml DEBUG ', 'vif_plug DEBUG ',
  ]);
});

test('what the tables guess that the code raises yields to the traceback that follows', () => {
  assert.deepEqual(tell(`
    0 DEBUG mgr r1 vm Starting instance...
    1 ERROR nova.virt.libvirt.imagebackend r1 vm /base/x virtual size 20 larger than flavor root disk size 10
    1 ERROR mgr r1 vm Instance failed to spawn
    |Traceback (most recent call last):
    |  File "/nova/virt/libvirt/imagebackend.py", line 1, in verify_base_size
    |    raise exception.WidgetTooSmall()
    |WidgetTooSmall: too small`), ['create failed in image | WidgetTooSmall@7']);
});

test('a guest that is destroyed is not thereby a delete', () => {
  assert.deepEqual(tell('0 INFO virt - vm Instance destroyed successfully.'), []);
});

test('a success of another kind does not end the operation that is open', () => {
  assert.deepEqual(tell(`
    0 INFO mgr r1 vm Attaching volume dd04f3d2-63cb-45f2-9a31-9ecc523bd40f to /dev/vdc
    90 INFO virt - vm Instance rebooted successfully.`), ['attach_volume unknown', 'start? unknown']);
});

test('a traceback without its head, and the clean-up behind it, are a build that failed', () => {
  assert.deepEqual(tell(`
    0 TRACE mgr - vm
    |    process_input = codec.to_bytes(process_input)
    |AttributeError: no such thing
    0.003 INFO mgr r1 vm Terminating instance`), ['create? failed in spawning | AttributeError@3']);
});

test('a delete of a release that does not say when the guest is gone has no known end', () => {
  assert.deepEqual(tell(`
    0 INFO mgr r1 vm Terminating instance
    1 INFO virt - vm Instance destroyed successfully.
    2 INFO virt r1 vm Deletion of /var/lib/nova/instances/x complete`), ['delete unknown']);
});

test('the scheduler that ran builds itself tells of the last host and of its giving up', () => {
  assert.deepEqual(tell(`
    0 INFO nova.scheduler.filter_scheduler r1 Attempting to build 1 instance(s) uuids: [u'${vm}']
    1 INFO nova.scheduler.filter_scheduler r1 Choosing host WeighedHost [host: cmp01] for instance ${vm}
    9 ERROR nova.scheduler.filter_scheduler r1 vm Error from last host: cmp01 (node cmp01): [u'Traceback (most recent call last):\\n', u'  File "/nova/compute/manager.py", line 1, in _build_instance\\n    x()\\n', u'NoMoreWidgets: Zero widgets available.\\n']
    9.1 WARNING nova.scheduler.driver r1 vm Setting instance to ERROR state.`),
  ['create failed in scheduling | NoMoreWidgets@3']);
});

test('a page that shows the end first is read in the order of time', () => {
  assert.deepEqual(tell(`
    9 ERROR mgr r1 vm Build of instance ${vm} aborted: cannot open the widget of ${vm}
    |nova.exception.BuildAbortException: Build of instance ${vm} aborted: cannot open the widget of ${vm}
    0 DEBUG mgr r1 vm Starting instance...
    5 ERROR nova.virt.libvirt.storage.rbd_utils r1 cannot open
    |WidgetClosed: cannot open the widget of ${vm}`), ['create failed | WidgetClosed@5 > BuildAbortException@2']);
});

test('trouble with the message bus fails no operation', () => {
  assert.deepEqual(tell(`
    0 INFO mgr r1 vm Rebuilding instance
    1 ERROR nova.openstack.common.rpc.common r1 Failed to publish message to topic x: Socket closed
    |IOError: Socket closed
    8 INFO virt - vm Instance spawned successfully.`), ['rebuild? success']);
});

test('a request to the API ties the lines of its request to the instance', () => {
  assert.deepEqual(tell(`
    0 INFO wsgi r1 192.0.2.1 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: 400 len: 600 time: 2.9914739
    0.1 WARNING util r1 Failed to compute_task_migrate_server: No valid host was found. `),
  ['migrate? failed in scheduling | NoValidHost@2']);
});

test('a class tells the part of the build where no frame does', () => {
  assert.deepEqual(tell(`
    0 ERROR mgr r1 vm Instance failed to spawn: nova.exception.VirtualInterfaceCreateException: Virtual Interface creation failed`),
  ['create? failed in vif_plug | VirtualInterfaceCreateException@1']);
});

test('three dots that a blog made one letter are three dots', () => {
  assert.deepEqual(tell('0 INFO mgr r1 vm Starting instance\u2026'), ['create in-progress']);
});

test('the power state that a boot asks for is no sign of a suspend', () => {
  const analysis = analyseText(log(`
    0 DEBUG mgr r1 vm Starting instance...
    1 INFO claim r1 vm Claim successful on node cmp01
    9.1 INFO mgr r1 vm Took 7.00 seconds to spawn the instance on the hypervisor.
    9.2 DEBUG mgr r1 vm Checking state
    9.5 INFO mgr r1 vm Took 9.50 seconds to build instance.`));
  assert.deepEqual(stories(analysis), ['create success']);
  const phases = analysis.timelines[0]?.operations[0]?.phases.filter(({ at }) => at).map(({ id }) => id);
  assert.deepEqual(phases, ['start', 'claim', 'spawning']);
});

test('a build that failed is no delete because its host takes it down, also where the log has no DEBUG', () => {
  const rows = (request: string): string => `
    0 INFO virt ${request} vm Creating image
    9 INFO virt ${request} vm Deletion of /var/lib/nova/instances/x_del complete
    9.1 ERROR mgr ${request} vm Instance failed to spawn: nova.exception.NovaException: no more ports
    9.2 INFO mgr ${request} vm Terminating instance
    9.3 INFO virt - vm Instance destroyed successfully.
    9.6 INFO mgr ${request} vm Took 0.40 seconds to destroy the instance on the hypervisor.
    9.7 ERROR mgr ${request} vm Failed to allocate network(s): nova.exception.NovaException: no more ports
    9.9 INFO mgr ${request} vm Took 0.10 seconds to deallocate network for instance.`;
  assert.deepEqual(stories(analyseText(log(rows('r1')))), ['create failed in spawning | NovaException@3']);
});

test('a log that begins as a failed build is taken down tells of a build', () => {
  assert.deepEqual(stories(analyseText(log(`
    0 INFO mgr r1 vm Terminating instance
    0.2 INFO mgr r1 vm Took 0.20 seconds to destroy the instance on the hypervisor.
    0.3 ERROR mgr r1 vm Failed to build and run instance: libvirt.libvirtError: internal error: no more slots
    1.2 INFO mgr r1 vm Took 0.90 seconds to deallocate network for instance.
  `))), ['create failed in spawning | libvirtError@3']);
});

test('a warning of a periodic task that names an instance is no operation', () => {
  assert.deepEqual(stories(analyseText(log(`
    0 WARNING virt r9 Periodic task is updating the host stats, it is trying to get disk info for instance-0000001a, but the backing disk storage was removed by a concurrent operation such as resize. Error: No disk at /var/lib/nova/instances/5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70/disk: nova.exception.DiskNotFound: No disk at /var/lib/nova/instances/5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70/disk
  `))), []);
});

test('where the log begins in the middle, an operation lasts no shorter than a part of it by Nova’s figure', () => {
  const analysis = analyseText(log(`
    1 INFO virt r1 vm Creating image
    4 INFO mgr r1 vm Took 4.81 seconds to spawn the instance on the hypervisor.`));
  assert.equal(analysis.timelines[0]?.operations[0]?.seconds, 4.81);
});
