// Failures in the words of older releases → the phase that failed, and its cause.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText, log, stories, vm } from '../support/story';

const tell = (rows: string): readonly string[] => stories(analyseText(log(rows)));

test('a rebuild whose claim broke did not fail in spawning, whatever state was taken back', () => {
  assert.deepEqual(tell(`
0 INFO mgr r1 vm Rebuilding instance
1 INFO claim r1 vm Claim successful on node cmp01
2 ERROR mgr r1 vm Setting instance vm_state to ERROR
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in rebuild_instance
|  File "/nova/compute/resource_tracker.py", line 4, in rebuild_claim
|nova.exception.CPUPinningInvalid: Cannot pin/unpin cpus [8] from the following pinned set [1, 8]
3 INFO mgr r1 vm Successfully reverted task state from rebuilding on failure for instance.`),
  ['rebuild failed in claim | CPUPinningInvalid@7']);
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
