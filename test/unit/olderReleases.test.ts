// Failures in the words of older releases → the phase that failed, and its cause.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText, log, stories, vm } from '../support/story';

const tell = (rows: string): readonly string[] => stories(analyseText(log(rows)));

test('an evacuation that is logged as a rebuild and whose claim broke did not fail in spawning, whatever state was taken back', () => {
  assert.deepEqual(tell(`
0 INFO mgr r1 vm Rebuilding instance
1 INFO claim r1 vm Claim successful on node cmp01
2 ERROR mgr r1 vm Setting instance vm_state to ERROR
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in rebuild_instance
|  File "/nova/compute/resource_tracker.py", line 4, in rebuild_claim
|nova.exception.CPUPinningInvalid: Cannot pin/unpin cpus [8] from the following pinned set [1, 8]
3 INFO mgr r1 vm Successfully reverted task state from rebuilding on failure for instance.`),
  ['evacuate failed in claim | CPUPinningInvalid@7']);
});

test('a reason that Nova words without its class is known by its text', () => {
  assert.deepEqual(tell(`
0 INFO claim r1 vm Attempting claim: memory 512 MB, disk 1 GB
1 DEBUG mgr r1 vm Build of instance ${vm} was re-scheduled: Cannot load 'widgets' in the base class`),
  ['create failed in claim | NotImplementedError@2 > RescheduledException@2']);
});

test('what a network refused fails the build, also as Essex to Grizzly say it', () => {
  assert.deepEqual(tell(`
0 ERROR mgr r1 vm Instance failed network setup
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in _allocate_network
|TypeError: no widgets`), ['create failed in networking | TypeError@4']);
});

test('what a failed live migration leaves is not told by its line: before Pike the instance stayed as it was', () => {
  const { timelines } = analyseText(log(`
0 ERROR mgr r1 vm Live migration failed.
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in _do_live_migration
|nova.exception.MigrationError: Migration error: no slot`));
  const [operation] = timelines[0]?.operations ?? [];
  assert.equal(operation?.outcome, 'failed');
  assert.equal(operation.vmState, undefined);
});

test('what the API waited for in vain is told by the API, until Liberty', () => {
  const admin = 'nova.api.openstack.compute.contrib.admin_actions';
  assert.deepEqual(tell(`
0 ERROR ${admin} r1 Live migration of instance ${vm} to host cmp02 failed
|Traceback (most recent call last):
|  File "/nova/api/openstack/compute/contrib/admin_actions.py", line 8, in _migrate_live
|ComputeHostNotFound: Compute host cmp02 could not be found.`),
  ['live-migration failed in api | ComputeHostNotFound@4']);
  assert.deepEqual(tell(`
0 INFO nova.api.openstack.wsgi r1 HTTP exception thrown: Live migration of instance ${vm} to another host failed`),
  ['live-migration failed in api']);
});

test('a live migration did not go well where the destination did not take over, whatever the source says then', () => {
  assert.deepEqual(tell(`
0 INFO mgr r1 vm _post_live_migration() is started..
1 ERROR mgr r1 vm Post live migration at destination cmp02 failed
2 INFO mgr r1 vm Migrating instance to cmp02 finished successfully.`),
  ['live-migration failed in post_live_migration']);
});

test('what broke in the scheduler that ran builds itself is their cause', () => {
  assert.deepEqual(tell(`
0 ERROR nova.scheduler.driver r1 Exception during scheduler.run_instance
|Traceback (most recent call last):
|  File "/nova/scheduler/filter_scheduler.py", line 11, in schedule_run_instance
|RpcVersionCapError: Specified RPC version cap, 2.27, is too low
1 WARNING nova.scheduler.driver r1 vm Setting instance to ERROR state.`),
  ['create failed in scheduling | RpcVersionCapError@4']);
});

test('what broke on the source when a resize was reverted broke on that host alone', () => {
  const gone = '[Errno 2] No such file or directory: \'/var/lib/nova/instances/disk\'';
  const analysis = analyseText(log(`
0 INFO virt r1 vm Deleting instance files /var/lib/nova/instances/${vm}
2 ERROR mgr r1 vm ${gone}. Setting instance vm_state to ERROR
2 ERROR nova.openstack.common.rpc.amqp r1 Exception during message handling
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in finish_revert_resize
|OSError: ${gone}`).replace(/ 7 INFO/g, ' 8 INFO'));
  const [operation] = analysis.timelines[0]?.operations ?? [];
  assert.equal(operation?.kind, 'revertResize');
  assert.deepEqual(operation.attempts.map(({ role, outcome, rootCause }) => [role, outcome, rootCause?.type]),
    [['destination', 'unknown', undefined], ['source', 'failed', 'OSError']]);
  assert.equal(operation.vmState, 'error');
  assert.deepEqual(analysis.diagnoses, []);
});

test('a driver that cannot set a password fails the action, also in the words of Essex to Juno', () => {
  const locked = `0 DEBUG mgr r1 instance ${vm}: getting locked state\n0 DEBUG mgr r1 vm Checking state`;
  assert.deepEqual(tell(`${locked}
1 WARNING mgr r1 set_admin_password is not implemented by this driver.`), ['changePassword failed in updating_password']);
  assert.deepEqual(tell(`${locked}
1 INFO mgr r1 Instance ${vm}: Root password set`), ['changePassword success']);
  assert.deepEqual(tell('1 ERROR mgr r1 vm set_admin_password failed: Connection to glance host glance:9292 failed: refused'),
    ['changePassword failed in updating_password | GlanceConnectionFailed@1']);
  assert.deepEqual(tell('1 ERROR mgr r1 vm set_admin_password failed: nova.exception.NovaException: no agent'),
    ['changePassword failed in updating_password | NovaException@1']);
});

test('a guest of a deleted instance that a host could not remove by itself is a delete that failed', () => {
  const gone = `Info cache for instance ${vm} could not be found.`;
  assert.deepEqual(tell(`
0 INFO mgr r1 vm Terminating instance
1 INFO virt - vm Instance destroyed successfully.
400 INFO virt r2 vm Deletion of /var/lib/nova/instances/${vm}_del complete
401 ERROR mgr r2 vm Failed to deallocate network for instance.
401 WARNING mgr r2 vm Periodic cleanup failed to delete instance: ${gone}`),
  ['delete failed in destroy | InstanceInfoCacheNotFound@5']);
});

test('of lines that came with Mitaka none is due in a log of before', () => {
  const due = (rows: string) => analyseText(log(rows)).timelines[0]?.operations[0]?.due?.phase;
  const begun = '0 INFO mgr r1 vm Terminating instance';
  assert.equal(due(begun), 'destroy');
  assert.equal(due(begun.replace('INFO', 'AUDIT')), undefined);
  assert.equal(due(`${begun}
1 TRACE nova.network.base_api r2 other Traceback (most recent call last):`), undefined);
  assert.equal(due(`${begun}
1 TRACE nova.network.base_api r2 other Traceback (most recent call last):
2 INFO mgr r3 other Took 1.00 seconds to destroy the instance on the hypervisor.`), 'destroy');
});

test('the task state that was expected tells which action could not go on', () => {
  const tells = (words: string) => tell(`
0 ERROR rpc - Exception during message handling: Conflict updating instance ${vm}. ${words}
|Traceback (most recent call last):
|  File "/nova/db/sqlalchemy/api.py", line 9, in _instance_update
|    raise exc(**exc_props)
|UnexpectedTaskStateError: Conflict updating instance ${vm}. ${words}`)
    .map((story) => story.replace(/ \| .*/, ''));
  const actual = 'Actual: {\'task_state\': None}';
  assert.deepEqual(tells(`Expected: {'task_state': [u'resize_prep']}. ${actual}`), ['resize? failed in resize_migrating']);
  assert.deepEqual(tells(`Expected: {'task_state': ['powering-off']}. ${actual}`), ['stop failed in power_off']);
  assert.deepEqual(tells(`Expected: {'task_state': ['scheduling', None]}. ${actual}`), []);
  assert.deepEqual(tells('Unexpected task state: expecting (u\'rescuing\',) but the actual state is deleting'),
    ['rescue failed in rescuing']);
});

test('up to Kilo a build that could not be handed on is told in the words of a resize: its frames say so', () => {
  const tells = (frame: string) => tell(`
0 ERROR mgr r1 vm Error trying to reschedule
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in ${frame}
|  File "/nova/compute/manager.py", line 12, in _reschedule
|TypeError: no widgets`);
  assert.deepEqual(tells('_reschedule_or_reraise'), ['create failed in scheduling | TypeError@5']);
  assert.deepEqual(tells('_reschedule_or_error'), ['create failed in scheduling | TypeError@5']);
  assert.deepEqual(tells('_reschedule_resize_or_reraise'), ['resize? failed in resize_prep | TypeError@5']);
});

test('the lock of an instance tells the action where it names the function that only that one runs', () => {
  const tells = (method: string, lock = vm) =>
    tell(`0 DEBUG nova.utils r1 Got semaphore "${lock}" for method "${method}"... inner /nova/utils.py:7`);
  assert.deepEqual(tells('do_terminate_instance'), ['delete in-progress']);
  assert.deepEqual(tells('do_run_instance'), ['create in-progress']);
  assert.deepEqual(tells('do_refresh_security_group_rules'), []);
  assert.deepEqual(tells('do_terminate_instance', 'compute_resources'), []);
});

test('the lock of a delete and what it does then are one delete', () => {
  assert.deepEqual(tell(`
0 DEBUG nova.utils r1 Attempting to grab semaphore "${vm}" for method "do_terminate_instance"...
1 AUDIT mgr r1 vm Terminating instance
2 INFO virt r1 vm Instance destroyed successfully.`), ['delete in-progress']);
});

test('the body of an action that nova-api was asked for tells it also where no method stands before it', () => {
  assert.deepEqual(tell(`
0 DEBUG nova.api.openstack.wsgi r1 Action: 'action', body: {"reboot": {"type": null}}
1 INFO wsgi r1 10.0.0.1 "POST /v2/p/servers/${vm}/action HTTP/1.1" status: 500 len: 335 time: 0.1`),
  ['reboot failed in api']);
});

test('a reboot that failed leaves the instance in error since Havana; what came before named no process', () => {
  const row = '0 ERROR mgr r1 vm Cannot reboot instance: Domain not found';
  const left = (text: string) => analyseText(text).timelines.flatMap(({ operations }) =>
    operations.map(({ outcome, vmState }) => [outcome, vmState]));
  assert.deepEqual(left(log(row)), [['failed', 'error']]);
  assert.deepEqual(left(log(row).replace(/^(\S+ \S+) \d+ /, '$1 ')), [['failed', undefined]]);
});

test('until Grizzly the scheduler checked both hosts of a live migration, and named the instance in its reason', () => {
  const reason = `Unable to migrate instance (${vm}) to current host (cmp01).`;
  assert.deepEqual(tell(`
0 WARNING sch r1 Failed to schedule_live_migration: ${reason}
0 ERROR nova.rpc.amqp r1 Exception during message handling
|Traceback (most recent call last):
|  File "/nova/scheduler/manager.py", line 9, in _schedule
|  File "/nova/scheduler/driver.py", line 9, in schedule_live_migration
|  File "/nova/scheduler/driver.py", line 9, in _live_migration_dest_check
|UnableToMigrateToSelf: ${reason}`), ['live-migration failed in scheduling | UnableToMigrateToSelf@7']);
});

test('nothing is told to be due in the words of another release than the one that speaks', () => {
  const dueAfter = (claim: string) => analyseText(log(`
    0 INFO mgr r1 vm Starting instance...
    1 INFO claim r1 vm Attempting claim${claim}`)).timelines[0]?.operations[0]?.due;
  assert.ok(dueAfter(' on node cmp01: memory 256 MB, disk 1 GB, vcpus 1 CPU'));
  assert.equal(dueAfter(': memory 256 MB, disk 1 GB'), undefined);
});
