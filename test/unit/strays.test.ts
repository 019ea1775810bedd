// Lines that bear somebody else's request: they stay with the operation of their instance that goes on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText, log, stories, vm } from '../support/story';

function told(rows: string): readonly string[] {
  return stories(analyseText(log(rows)));
}

test('a build that ends under the request of an event is one build', () => {
  assert.deepEqual(told(`
    0 INFO claim r1 vm Claim successful on node cmp01
    0.5 INFO virt r1 vm Creating image
    8 INFO mgr r2 vm VM Started (Lifecycle Event)
    9 INFO virt r2 vm Instance spawned successfully.
    9.1 INFO mgr r2 vm Took 8.00 seconds to spawn the instance on the hypervisor.
    9.4 INFO mgr r2 vm Took 9.40 seconds to build instance.
  `), ['create success']);
});

test('a reboot keeps its end, and what makes the guest anew is no start of its own', () => {
  assert.deepEqual(told(`
    0 INFO mgr r1 vm Rebooting instance
    2 INFO virt r1 vm Instance destroyed successfully.
    4 DEBUG virt r2 vm End _get_guest_xml xml=<domain type="kvm">
    6 INFO virt r2 vm Instance rebooted successfully.
  `), ['reboot success']);
});

test('a reboot that fails under another request has its traceback, tagged or told again without a tag', () => {
  assert.deepEqual(told(`
    0 INFO mgr r1 vm Rebooting instance
    2 INFO mgr r2 vm VM Stopped (Lifecycle Event)
    2.1 INFO mgr r2 other VM Stopped (Lifecycle Event)
    3 ERROR mgr r2 vm Cannot reboot instance: disk is not where it was
    4 INFO mgr r2 vm Successfully reverted task state from reboot_started_hard on failure for instance.
    4.1 ERROR rpc r2 Exception during message handling: OSError: disk is not where it was
    |Traceback (most recent call last):
    |  File "/usr/lib/python2.7/site-packages/nova/compute/manager.py", line 3110, in reboot_instance
    |    bad_volumes_callback=bad_volumes_callback)
    |OSError: disk is not where it was
  `), ['reboot failed in rebooting | OSError@10']);
});

test('a delete that fails under another request is one delete, with its exception', () => {
  assert.deepEqual(told(`
    0 INFO mgr r1 vm Terminating instance
    1 INFO mgr r1 vm Took 1.00 seconds to destroy the instance on the hypervisor.
    2 WARNING mgr r2 vm Detach interface failed, port_id=2fee26da-9b54-46bc-af80-0c2daee06f6e, reason: gone
    3 ERROR mgr r2 vm Setting instance vm_state to ERROR: KeyError: 'port'
    >Traceback (most recent call last):
    >  File "/usr/lib/python2.7/site-packages/nova/compute/manager.py", line 2400, in do_terminate_instance
    >    self._delete_instance(context, instance, bdms, quotas)
    >KeyError: 'port'
    4 INFO mgr r2 vm Successfully reverted task state from deleting on failure for instance.
  `), ['delete failed in destroy | KeyError@8']);
});

test('ports that are deleted with their instance fail no detaching; those of one that stays do', () => {
  const port = '2fee26da-9b54-46bc-af80-0c2daee06f6e';
  const failed = `WARNING mgr r2 vm Detach interface failed, port_id=${port}, reason: timed out`;
  assert.deepEqual(told(`
    0 INFO mgr r1 vm Terminating instance
    3 ${failed}
    4 INFO mgr r1 vm Took 2.00 seconds to deallocate network for instance.
    5 INFO mgr r1 vm Took 1.00 seconds to detach 1 volumes for instance.
  `), ['delete success']);
  assert.deepEqual(told(`3 ${failed}`), ['detach_interface failed in detach']);
});

test('a request that begins something of its own keeps its lines', () => {
  assert.deepEqual(told(`
    0 INFO claim r1 vm Claim successful on node cmp01
    1 INFO mgr r2 vm Terminating instance
    2 INFO mgr r2 vm Took 1.00 seconds to destroy the instance on the hypervisor.
    3 INFO mgr r2 vm Took 0.50 seconds to deallocate network for instance.
    4 INFO mgr r2 vm Took 0.20 seconds to detach 1 volumes for instance.
  `), ['create? unknown', 'delete success']);
});

test('a build that failed is taken down under another request, and deleted under a third', () => {
  assert.deepEqual(told(`
    0 INFO claim r1 vm Claim successful on node cmp01
    5 ERROR virt r2 vm Failed to start libvirt guest: libvirt.libvirtError: internal error: no more slots
    5.2 INFO virt r2 vm Deleting instance files /var/lib/nova/instances/x_del
    5.4 ERROR mgr r2 vm Instance failed to spawn: libvirt.libvirtError: internal error: no more slots
    5.5 INFO mgr r2 vm Terminating instance
    5.7 INFO mgr r2 vm Took 0.20 seconds to destroy the instance on the hypervisor.
    7 INFO mgr r2 vm Took 1.20 seconds to deallocate network for instance.
    60 INFO mgr r3 vm Terminating instance
    61 INFO mgr r3 vm Took 0.10 seconds to destroy the instance on the hypervisor.
  `), ['create? failed in power_on | libvirtError@2', 'delete in-progress']);
});

test('failures of two requests in a log of nothing but errors are two', () => {
  assert.deepEqual(told(`
    0 ERROR mgr r1 vm Cannot reboot instance: Domain not found
    40 ERROR mgr r2 vm Cannot reboot instance: Domain not found
  `).length, 2);
});

test('another host of the same instance has requests of its own', () => {
  const source = log(`
    0 INFO mgr r1 vm Rebooting instance
  `);
  const other = log(`
    5 INFO virt r2 vm Instance rebooted successfully.
  `).replaceAll(' 7 INFO', ' 8 INFO');
  assert.deepEqual(stories(analyseText(source, other)), ['reboot in-progress', 'start? unknown']);
});

test('what the API could not explain fails the request', () => {
  assert.deepEqual(told(`
    0 DEBUG api r1 vm Going to try to terminate instance
    0.2 ERROR nova.api.openstack.wsgi r1 Unexpected exception in API method: KeyError: 'x'
    |Traceback (most recent call last):
    |  File "/usr/lib/python3/dist-packages/nova/api/openstack/compute/servers.py", line 990, in delete
    |    self._delete(req.environ['nova.context'], req, id)
    |KeyError: 'x'
  `), ['delete failed in api | KeyError@6']);
});

test('an exception that is logged before any line says which action it was is where the failure began', () => {
  const rows = `
    0 ERROR nova.virt.xenapi.vmops r1 vm The disk cannot be moved: no room is left on sr-2
    |Traceback (most recent call last):
    |  File "/nova/virt/xenapi/vmops.py", line 4, in f
    |StorageRepositoryFull: no room is left on sr-2`;
  const back = 'INFO mgr r1 vm Setting instance back to ACTIVE after: Instance rollback performed due to: no room is left';
  assert.deepEqual(stories(analyseText(log(`${rows}\n1 ${back} on sr-2`))),
    ['resize? failed | StorageRepositoryFull@4 > InstanceFaultRollback@5']);
  // another request's is none of it
  assert.deepEqual(stories(analyseText(log(`${rows}\n1 ${back.replace('r1', 'r2')} on sr-2`))),
    ['resize? failed | InstanceFaultRollback@5']);
});

test('what is taken down before a build says that it gave up was its own guest, in no phase of the build', () => {
  const down = `
    0 AUDIT mgr r1 vm Terminating instance
    0.1 INFO virt - vm Instance destroyed successfully.`;
  const reason = 'internal error: no room left on cmp01';
  assert.deepEqual(told(`${down}\n1 DEBUG mgr - vm Build of instance ${vm} was re-scheduled: ${reason}`),
    ['create failed | libvirtError@3 > RescheduledException@3']);
  assert.deepEqual(told(`${down}\n1 ERROR mgr - vm Build of instance ${vm} aborted: ${reason}`),
    ['create failed | libvirtError@3 > BuildAbortException@3']);
  // a request of its own says that the two have nothing to do with each other
  assert.equal(told(`${down}\n1 DEBUG mgr r2 vm Build of instance ${vm} was re-scheduled: ${reason}`).length, 2);
});
