// The state in which an instance is left: what Nova says that it sets, unless setting it broke off.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText, log } from '../support/story';

const failed = `
0 INFO mgr r1 vm Rebuilding instance
1 ERROR mgr r1 vm Setting instance vm_state to ERROR
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in rebuild_instance
|WidgetError: no widgets left`;

function stateLeft(rows: string): string | undefined {
  const [operation] = analyseText(log(rows)).timelines[0]?.operations ?? [];
  assert.equal(operation?.outcome, 'failed');
  return operation.vmState;
}

test('a state that could not be saved is not told as the one in which the instance is left', () => {
  assert.equal(stateLeft(failed), 'error');
  assert.equal(stateLeft(`${failed}
2 ERROR rpc r1 Exception during message handling
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 5, in _error_out_instance_on_exception
|  File "/nova/compute/manager.py", line 3, in _set_instance_obj_error_state
|  File "/nova/objects/instance.py", line 7, in save
|MessagingTimeout: Timed out waiting for a reply to message ID ${'c3'.repeat(16)}`), undefined);
});
