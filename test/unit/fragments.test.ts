// Logs of which only a few lines were kept: what these lines say is said, and nothing beyond it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText, log, stories, vm } from '../support/story';

const tell = (rows: string): readonly string[] => stories(analyseText(log(rows)));

test('what Placement gets back is no sign of a delete: moves, shelving and failed builds give it back too', () => {
  const given = `0 INFO nova.scheduler.client.report r1 Deleted allocation for instance ${vm}`;
  assert.deepEqual(tell(given), []);
  assert.deepEqual(tell(`${given}
    1 INFO mgr r1 vm Terminating instance`), ['delete in-progress']);
});

test('a host that counts its failed builds tells of one more, and what left it', () => {
  assert.deepEqual(tell(`
    0 INFO nova.scheduler.client.report r1 Deleted allocation for instance ${vm}
    0.1 WARNING mgr r1 3 consecutive build failures: InstanceActionNotFound: Action for request_id r on instance ${vm} not found
    >Traceback (most recent call last):
    >  File "/nova/conductor/manager.py", line 1, in _object_dispatch
    >    return getattr(target, method)(*args, **kwargs)
    >InstanceActionNotFound: Action for request_id r on instance ${vm} not found`),
  ['create failed | InstanceActionNotFound@6']);
});

test('a log begins with its earliest line and ends with its latest, wherever they stand', () => {
  const [digest] = analyseText(log(`
    9 INFO mgr r1 vm Took 7.00 seconds to build instance.
    1 INFO claim r1 vm Claim successful on node cmp01
    8 INFO virt - vm Instance spawned successfully.`)).digests;
  assert.equal((digest?.lastTime ?? 0) - (digest?.firstTime ?? 0), 8000);
});

test('a traceback through the files of Nova is one of Nova, whoever logged it', () => {
  const traceback = (file: string) => analyseText(log(`
    0 ERROR rpc - Exception during message handling: ValueError: no value
    |Traceback (most recent call last):
    |  File "/usr/lib/python3/dist-packages/${file}", line 204, in decorated_function
    |    return function(self, context, *args, **kwargs)
    |ValueError: no value`)).digests.map(({ isNova }) => isNova);
  assert.deepEqual([traceback('nova/compute/manager.py'), traceback('cinder/compute/nova.py')], [[true], [false]]);
});

test('the time of the source of a move is not counted as the destination\'s', () => {
  const phases = (between: string) => analyseText(log(`
    0 DEBUG mgr r1 vm Stashing vm_state: active
    0.1 INFO claim r1 vm Attempting claim on node cmp02: memory 2048 MB, disk 20 GB, vcpus 1 CPU
    0.2 INFO claim r1 vm Claim successful on node cmp02${between}
    171 DEBUG virt r1 vm Starting finish_migration`)).timelines[0]?.operations[0]?.phases
    .flatMap(({ id, seconds }) => (seconds === undefined ? [] : [`${id} ${seconds}`]));
  assert.deepEqual(phases(''), ['claim 0.1']);
  assert.deepEqual(phases('\n    0.3 INFO mgr r1 vm Migrating'), ['resize_prep 0.3', 'claim 0.1']);
  assert.deepEqual(phases('\n    1 DEBUG virt r1 vm Starting migrate_disk_and_power_off'),
    ['resize_prep 1', 'claim 0.1', 'resize_migrating 170']);
});

const filtered = `INFO flt r1 Filtering removed all hosts for the request with instance ID '${vm}'. Filter results: `
  + '[\'AvailabilityZoneFilter: (start: 3, end: 0)\']';

test('where the filters leave no host Nova raises NoValidHost', () => {
  assert.deepEqual(tell(`
    0 DEBUG flt r1 Filter RetryFilter returned 3 host(s)
    0.1 INFO flt r1 Filter AvailabilityZoneFilter returned 0 hosts
    0.2 ${filtered}`), ['create? failed in scheduling | NoValidHost@3']);
  assert.deepEqual(tell(`
    0 DEBUG sch r1 Starting to schedule for instances: ['${vm}']
    0.2 INFO sch r1 Got no allocation candidates from the Placement API. This could be due to insufficient resources or a temporary occurrence as compute nodes start up.`),
  ['create? failed in scheduling | NoValidHost@2']);
});

test('what no host leaves behind is not said where no line states the action', () => {
  const vmStates = (rows: string) => analyseText(log(rows)).timelines
    .flatMap(({ operations }) => operations.map(({ kind, basis, vmState }) => `${kind} ${basis} ${vmState}`));
  // it may be a move, of which the instance comes back as it was
  assert.deepEqual(vmStates(`0 ${filtered}`), ['create implied undefined']);
  assert.deepEqual(vmStates(`
    0 ${filtered}
    0.1 WARNING util r1 Failed to compute_task_build_instances: No valid host was found. There are not enough hosts available.`),
  ['create stated error']);
});

test('alternates that are lacking fail no request for several instances', () => {
  assert.deepEqual(tell(`
    0 DEBUG sch r1 Starting to schedule for instances: ['${vm}']
    0.1 DEBUG sch r1 Selected host: (cmp01, cmp01) ram: 15339MB disk: 93184MB io_ops: 0 instances: 1
    0.2 ${filtered}`), ['create? unknown']);
  assert.deepEqual(tell(`
    0.2 ${filtered}
    3 DEBUG mgr r1 vm Starting instance...
    4 INFO claim r1 vm Claim successful on node cmp01`), ['create in-progress']);
});
