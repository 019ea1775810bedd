// Lines and tracebacks that several actions log → the action that they are a sign of, and what became of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../src/core/render/report';
import { analyseText, log, stories, vm } from '../support/story';

const told = (rows: string): readonly string[] => stories(analyseText(log(rows)));

const raised = (...functions: readonly string[]): string => [
  'Traceback (most recent call last):',
  ...functions.map((name) => `  File "/usr/lib/python2.7/site-packages/nova/compute/manager.py", line 7, in ${name}`),
  'KeyError: \'port\'',
].map((line) => `|${line}`).join('\n');

test('what a service that starts meets is an action only where it takes one up', () => {
  assert.deepEqual(told(`0 ERROR mgr - vm Vifs plug failed\n${raised('_init_instance', 'plug_vifs')}`), []);
  assert.deepEqual(told(`
    0 INFO mgr - vm Service started deleting the instance during the previous run, but did not finish. Restarting the deletion now.
    1 INFO mgr r1 vm Terminating instance
    2 ERROR mgr - vm Failed to complete a deletion
    ${raised('_init_instance', '_delete_instance')}`), ['delete failed in destroy | KeyError@7']);
  assert.deepEqual(told(`0 ERROR mgr - vm Failed to complete a deletion\n${raised('_init_instance', 'cut_of')}`),
    ['delete failed in destroy | KeyError@5'], 'the line says it, whatever the frames are');
});

test('work beside actions fails the one that called it', () => {
  const failed = '0 ERROR mgr r1 vm Setting instance vm_state to ERROR\n';
  assert.deepEqual(told(failed + raised('_confirm_resize', 'update_available_resource')),
    ['confirmResize failed in confirm | KeyError@5']);
  assert.deepEqual(told(`0 ERROR mgr r1 vm something went wrong\n${raised('update_available_resource', '_confirm_resize')}`), []);
});

test('the function that called another service says which action it was', () => {
  assert.deepEqual(told(`0 ERROR mgr r1 vm Setting instance vm_state to ERROR
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 7, in finish_resize
|  File "/oslo_messaging/_drivers/amqpdriver.py", line 9, in _send
|InstanceNotFound_Remote: no such instance
|Traceback (most recent call last):
|  File "/nova/conductor/manager.py", line 3, in _object_dispatch
|InstanceNotFound: no such instance`), ['resize? failed in resize_finish | InstanceNotFound@8']);
});

test('a guest that did not follow a soft reboot is rebooted, not started', () => {
  assert.deepEqual(told(`0 WARNING virt r1 vm Failed to soft reboot instance. Trying hard reboot.
    2 INFO virt - vm Instance rebooted successfully.`), ['reboot success']);
});

test('no build leaves its instance ACTIVE; a build for which no host was found says so', () => {
  assert.deepEqual(told(`0 WARNING util r1 vm Setting instance to ACTIVE state.
    0.1 WARNING cond r1 No valid host found for cold migrate`), ['migrate? failed in scheduling | NoValidHost@2']);
  assert.deepEqual(told('0 WARNING util r1 vm Setting instance to ERROR state.'), ['create? failed in scheduling']);
  assert.deepEqual(told('0 WARNING nova.scheduler.driver r1 vm NoValidHost exception with message: \'No valid host was found.\''),
    ['create failed in scheduling | NoValidHost@1']);
});

test('a restart in the middle of a task is told with the task, as the log has it', () => {
  const { timelines } = reportOf(analyseText(log(`
    0 INFO mgr r1 vm instance snapshotting
    1 DEBUG mgr r2 vm Instance in transitional state image_uploading at start-up clearing task state`)));
  const [{ occurrences = [] } = {}] = timelines;
  assert.equal(timelines[0]?.instance, vm);
  assert.deepEqual(occurrences.map(({ message }) => message), ['nova-compute started again in the middle of a task: '
    + 'Instance in transitional state image_uploading at start-up clearing task state']);
});

test('a loop in which an action waits fails it; so does what a cell could not do of it', () => {
  const frames = raised('wait_for_it', '_post_live_migration');
  assert.deepEqual(told(`0 INFO mgr - vm _post_live_migration() is started..
    1 ERROR oslo.service.loopingcall - vm in fixed duration looping call\n${frames}`),
  ['live-migration failed in post_live_migration | KeyError@6']);
  assert.deepEqual(told(`0 ERROR nova.cells.messaging r1 vm Error processing message locally
|Traceback (most recent call last):
|  File "/nova/cells/messaging.py", line 7, in _process_message_locally
|  File "/nova/compute/api.py", line 9, in stop
|InstanceIsLocked: Instance ${vm} is locked`), ['stop failed in api | InstanceIsLocked@5']);
});

test('a resize that cannot be confirmed by itself is one that was not', () => {
  assert.deepEqual(told(`0 INFO mgr r1 Automatically confirming migration 7 for instance ${vm}
    1 WARNING mgr r1 vm Setting migration 7 to error: In states stopped/resize_finish, not RESIZED/None`),
  ['confirmResize failed in confirm']);
});

test('an evacuation is a rebuild by the same functions: frames alone do not tell which it was', () => {
  const failed = raised('rebuild_instance', '_do_rebuild_instance', '_rebuild_default_impl');
  const open = '0 ERROR mgr r1 vm Setting instance vm_state to ERROR\n';
  assert.deepEqual(told(open + failed), ['rebuild? failed | KeyError@6']);
  const asked = '0 INFO mgr r1 vm Rebuilding instance\n0.5 ERROR mgr r1 vm Setting instance vm_state to ERROR\n';
  const evacuated = '0 INFO mgr r1 vm Evacuating instance\n0.5 ERROR mgr r1 vm Setting instance vm_state to ERROR\n';
  assert.deepEqual(told(asked + failed), ['rebuild? failed in start | KeyError@7'], 'up to Queens the line does not tell it either');
  assert.deepEqual(told(evacuated + failed), ['evacuate failed in start | KeyError@7']);
});

test('an agent that does not answer before volumes are snapshot fails nothing: nova-api goes on without it', () => {
  const agent = 'nova.exception.QemuGuestAgentNotEnabled: QEMU guest agent is not enabled';
  assert.deepEqual(told(`0 INFO api r1 vm Attempting to quiesce instance before volume snapshot.
1 ERROR rpc r1 Exception during message handling: ${agent}
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 1, in quiesce_instance
|${agent}
2 INFO api r1 vm Skipping quiescing instance: QEMU guest agent is not enabled.`), ['createImage unknown']);
});
