// Lines of a move that do not tell their side: no further try, and no reason for the hosts to differ.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Analysis } from '../../src/core/model';
import { timelineLines } from '../../src/core/render/timelineText';
import { analyseText, log, vm } from '../support/story';

function textOf(analysis: Analysis): string {
  return [...timelineLines(analysis, { paint: (_style, words) => words, full: false })].join('\n');
}

const migration = log(`
0 ERROR virt - vm Live Migration failure: internal error: no such disk`);
const detach = log(`
1 ERROR mgr r1 vm Failed to detach volume 7f2b5d16-0b5e-4a63-9b1e-1f0f3e5c1a11 from /dev/vdb
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in _detach_volume
|  File "/nova/virt/libvirt/driver.py", line 9, in detach_volume
|InstanceNotFound: Instance instance-00000001 could not be found.`).replaceAll(' 7 ERROR', ' 8 ERROR');

test('lines of a live migration that do not tell their side are no second attempt', () => {
  const text = textOf(analyseText(`${migration}\n${detach}`));
  assert.match(text, /^ +Source · failed/m);
  assert.match(text, /^ +Source or destination · failed/m);
  assert.doesNotMatch(text, /attempt/i);
});

test('a resize is confirmed on its source alone; what confirms by itself is its destination', () => {
  const rolesOf = (rows: string) => analyseText(log(rows)).timelines[0]?.operations
    .flatMap(({ attempts }) => attempts.map(({ role }) => role));
  assert.deepEqual(rolesOf(`
0 INFO mgr r1 vm Confirming resize on source host.
1 ERROR mgr r1 vm Setting instance vm_state to ERROR`), ['source']);
  const failed = `0 ERROR mgr r1 vm Setting instance vm_state to ERROR
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in confirm_resize
|NovaException: cmp01 is not a valid node managed by this compute host.`;
  assert.deepEqual(rolesOf(failed), ['source']);
  assert.deepEqual(rolesOf(`
0 INFO mgr - - Automatically confirming migration 12 for instance ${vm}`.replace(' - - ', ' - ')), ['destination']);
});

test('of a host that gave a build back for a reason that is told in other words no other reason is said', () => {
  const { diagnoses } = analyseText(log(`
0 ERROR util r1 vm Error from last host: cmp01 (node cmp01): ['Traceback (most recent call last):\\n', 'RescheduledException: Build of instance ${vm} was re-scheduled: no widgets left\\n']
40 ERROR mgr r1 vm Instance failed to spawn
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in _build_resources
|WidgetError: no widgets left
41 ERROR mgr r1 vm Build of instance ${vm} aborted: no widgets left`));
  assert.deepEqual(diagnoses.map(({ id }) => id).filter((id) => id.startsWith('hosts-')), []);
});

test('a line is on the side of the exception that it announces, also where its head was cut', () => {
  const whole = log(`
0 ERROR mgr r1 vm Setting instance vm_state to ERROR
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in resize_instance
|WidgetError: no widgets left`);
  const cut = whole.slice(whole.indexOf('[None req-')).replace('[None ', '[').replace(' - - default default', '');
  for (const text of [whole, cut]) {
    const [timeline] = analyseText(text).timelines;
    const told = timeline?.operations.map(({ kind, request, attempts, rootCause }) =>
      [kind, request !== undefined, attempts.map(({ role }) => role), rootCause?.type]);
    assert.deepEqual(told, [['resize', true, ['source'], 'WidgetError']]);
  }
});

test('the source of a resize is switched off when its guest is destroyed: nothing else is open there', () => {
  const phasesOf = (rows: string) => analyseText(log(rows)).timelines.flatMap(({ operations }) =>
    operations.flatMap(({ phases }) => phases.filter(({ at }) => at).map(({ id, outcome }) => `${id} ${outcome}`)));
  const lines = `
3 INFO virt r1 vm Instance shutdown successfully after 3 seconds.
4 INFO virt - vm Instance destroyed successfully.
5 ERROR mgr r1 vm Setting instance vm_state to ERROR
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 9, in resize_instance
|  File "/nova/virt/libvirt/driver.py", line 9, in migrate_disk_and_power_off
|OSError: [Errno 28] No space left on device`;
  assert.deepEqual(phasesOf(lines), ['power_off success']);
});
