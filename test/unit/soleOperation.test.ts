// An exception that left a method and names nobody → the only operation of its kind that was going on, as a
// guess; and none where that is not sure to be one.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { operationLine } from '../../src/core/render/operationText';
import { english, sayIn } from '../../src/core/render/editorWords';
import { renderFinding } from '../../src/core/render/finding';
import type { Analysis } from '../../src/core/model';
import { runCli } from '../support/cli';
import { scratchFolder } from '../support/scratch';
import { analyseText, log, stories } from '../support/story';

const left = (second: number, method = 'snapshot_instance', cause = 'RuntimeError: no room'): string => `
${second} ERROR nova.openstack.common.rpc.amqp - Exception during message handling
|Traceback (most recent call last):
|  File "/nova/openstack/common/rpc/dispatcher.py", line 133, in dispatch
|    return getattr(proxyobj, method)(ctxt, **kwargs)
|  File "/nova/compute/manager.py", line 1178, in ${method}
|    self.driver.snapshot(context, instance, image_id)
|${cause}`;
const snapshot = '1 INFO mgr r1 vm instance snapshotting';

function linesOf(analysis: Analysis): readonly string[] {
  return analysis.timelines.flatMap(({ operations }) =>
    operations.map((operation) => operationLine(operation, sayIn(english))));
}

test('it ended the snapshot that was going on, and that is said to be a guess', () => {
  const analysis = analyseText(log(snapshot + left(9)));
  assert.deepEqual(linesOf(analysis),
    ['createImage · failed in making the image after 8.0 s · RuntimeError · cause guessed']);
  const [operation] = analysis.timelines[0]?.operations ?? [];
  assert.equal(operation?.rootCause?.tie, 'sole');
  const [finding] = analysis.findings;
  assert.match(finding ? renderFinding(finding, operation) : '', /RuntimeError \(a guess: it names no instance\)/);
  assert.deepEqual(analysis.findings.map(({ check }) => check), ['failed-operation']);
});

test('told again on its way out it is still one exception', () => {
  const again = left(9.1).replaceAll('rpc.amqp', 'rpc.common').replace('Exception during message handling', 'Returning exception no room to caller');
  assert.deepEqual(stories(analyseText(log(snapshot + left(9) + again))),
    ['createImage failed in image_snapshot | RuntimeError@8']);
});

const open = ['createImage? in-progress'];

test('of two snapshots that were going on it ended none', () => {
  const both = `${snapshot}\n2 INFO mgr r2 other instance snapshotting`;
  assert.deepEqual(stories(analyseText(log(both + left(9)))), [...open, ...open]);
});

test('a snapshot that was over, or that goes on afterwards, did not end with it', () => {
  const over = '3 INFO mgr r1 vm Took 2.00 seconds to snapshot the instance on the hypervisor.';
  const failed = `3 ERROR mgr r1 vm Setting instance vm_state to ERROR${left(3).replace(/^.*\n.*\n/, '\n')}`;
  const before = stories(analyseText(log(`${snapshot}\n${failed}`)));
  assert.deepEqual(stories(analyseText(log(`${snapshot}\n${failed}${left(9, 'snapshot_instance', 'OSError: other')}`))), before);
  const later = '\n20 INFO virt r1 vm Snapshot extracted, beginning image upload';
  assert.deepEqual(stories(analyseText(log(snapshot + left(9) + later))), open);
  assert.doesNotMatch(linesOf(analyseText(log(`${snapshot}\n${over}${left(9)}`))).join(), /failed/);
});

test('one of another kind, long before or of another process ended nothing', () => {
  assert.deepEqual(stories(analyseText(log(snapshot + left(9, 'reboot_instance')))), open);
  assert.deepEqual(stories(analyseText(log(snapshot + left(3700)))), open);
  assert.deepEqual(stories(analyseText(log(snapshot) + '\n' + log(left(9)).replaceAll(' 7 ', ' 8 '))), open);
});

test('a periodic task that logs an exception of such a function ended nothing', () => {
  const logged = left(9).replace('nova.openstack.common.rpc.amqp', 'mgr').replace('Exception during message handling', 'Something went wrong');
  assert.deepEqual(stories(analyseText(log(snapshot + logged))), open);
});

test('the second of two exceptions ended the other snapshot once the first is over', () => {
  const two = `${snapshot}${left(9)}\n10 INFO mgr r2 other instance snapshotting${left(12)}`;
  assert.deepEqual(stories(analyseText(log(two))), [
    'createImage failed in image_snapshot | RuntimeError@8', 'createImage failed in image_snapshot | RuntimeError@16']);
});

test('of very many operations and exceptions each line is looked at once', () => {
  const rows = Array.from({ length: 800 }, (_, at) =>
    `${at / 1000} INFO mgr r${at} ${at % 2 === 0 ? 'vm' : 'other'} instance snapshotting`);
  const faults = Array.from({ length: 800 }, (_, at) => left(4 + at / 1000));
  assert.doesNotMatch(linesOf(analyseText(log(rows.join('\n') + faults.join('')))).join(), /guessed$/);
});

test('what the loop raised in which a live migration waits ended it', () => {
  const loop = left(9, '_post_live_migration').replaceAll('nova.openstack.common.rpc.amqp', 'nova.openstack.common.loopingcall')
    .replace('Exception during message handling', 'in fixed duration looping call');
  const started = '1 INFO mgr - vm _post_live_migration() is started..';
  assert.deepEqual(stories(analyseText(log(started + loop))),
    ['live-migration failed in post_live_migration | RuntimeError@8']);
});

test('the report says why it is taken for that of the instance', async (context) => {
  const folder = scratchFolder(context);
  const file = path.join(folder, 'c.log');
  fs.writeFileSync(file, `${log(snapshot + left(9))}\n`);
  const why = /why here +That this exception is its own is a guess: it names neither instance nor request/;
  assert.match((await runCli(['report', file])).out, why);
  assert.match((await runCli(['report', '--lang', 'zh', file])).out, /归属依据 +此异常属于该操作只是推测/);
});
