// Tracebacks that Python or eventlet printed between the lines of a log → faults of their own, and not of the
// record above; tracebacks of tests and of other programs are none of Nova's.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText, log, stories, vm } from '../support/story';

const faultsOf = (text: string): readonly string[] => (analyseText(text).digests[0]?.faults ?? [])
  .map(({ type, at, level, instance }) => `${type}@${at.line + 1} ${level ?? 'printed'}${instance ? ' vm' : ''}`);
const found = (text: string): readonly string[] => analyseText(text).findings
  .map(({ check, args, at }) => `${check} ${args['type']}@${at.line + 1}`);

const started = log('0 DEBUG nova.service - Starting the widget of this host');
const printed = (outermost: string, last: string): string => `Traceback (most recent call last):
  File "${outermost}
    timer()
  File "/usr/lib/python2.7/dist-packages/nova/service.py", line 101, in run_server
    server.start()
  File "/usr/lib/python2.7/dist-packages/nova/service.py", line 366, in start
    self.manager.init_host()
  File "/usr/lib/python2.7/dist-packages/nova/compute/manager.py", line 35, in init_host
    self.driver.plug_vifs(instance)
  File "/usr/lib/python2.7/dist-packages/nova/virt/widget.py", line 7, in plug_vifs
    raise WidgetJammed()
${last}`;
const hub = '/usr/lib/python2.7/dist-packages/eventlet/hubs/hub.py", line 336, in fire_timers';
const program = '/usr/bin/nova-compute", line 10, in <module>';

test('what eventlet prints of a service that dies is told, whatever was logged just above', () => {
  const text = `${started}\n${printed(hub, 'WidgetJammed: no widget here')}`;
  assert.deepEqual(faultsOf(text), ['WidgetJammed@13 printed']);
  assert.deepEqual(found(text), ['unknown-fault WidgetJammed@13']);
});

test('it makes no operation on the instance that its message names, nor does the line that says it again', () => {
  const text = `${log('0 ERROR mgr r1 vm The widget is found')}
${printed(hub, `WidgetJammed: Instance ${vm} has no widget.`)}
${log(`1 CRITICAL nova - Instance ${vm} has no widget.
  |Traceback (most recent call last):
  |  File "/usr/lib/python2.7/dist-packages/nova/service.py", line 366, in start
  |    self.manager.init_host()
  |  File "/usr/lib/python2.7/dist-packages/nova/compute/manager.py", line 35, in init_host
  |    self.driver.plug_vifs(instance)
  |WidgetJammed: Instance ${vm} has no widget.`)}`;
  assert.deepEqual(stories(analyseText(text)), []);
  assert.deepEqual(found(text), ['unknown-fault WidgetJammed@13', 'unknown-fault WidgetJammed@20']);
});

test('two that follow one another are two', () => {
  const text = `${started}\n${printed(hub, 'WidgetJammed: one')}\n${printed(hub, 'WidgetJammed: two')}`;
  assert.deepEqual(faultsOf(text), ['WidgetJammed@13 printed', 'WidgetJammed@25 printed']);
});

test('what a thread logged and raised again is the exception of the line above', () => {
  const text = `${log('0 ERROR virt - vm Live Migration failure: the widget of the target is jammed')}
${printed(hub, 'libvirtError: the widget of the target is jammed')}`;
  assert.deepEqual(faultsOf(text), ['libvirtError@13 ERROR vm']);
});

test('a program that ends by an exception prints it, and logs it where it can', () => {
  const text = (above: string) => faultsOf(`${above}\n${printed(program, 'WidgetJammed: no widget here')}`);
  assert.deepEqual(text(log('0 INFO nova.service - Starting the widget')), ['WidgetJammed@13 printed']);
  assert.deepEqual(text(log('0 CRITICAL nova - no widget here')), ['WidgetJammed@13 CRITICAL']);
});

test('what a statement logs begins where it was caught, and stays with it', () => {
  const caught = printed('/usr/lib/python2.7/dist-packages/nova/manager.py", line 3, in periodic', 'WidgetJammed: no');
  assert.deepEqual(faultsOf(`${log('0 WARNING mgr r1 vm The widget failed')}\n${caught}`), ['WidgetJammed@13 WARNING vm']);
});

test('behind prose a traceback is not that of the last record', () => {
  const caught = printed('/opt/stack/nova/nova/compute/manager.py", line 3, in attach', 'WidgetJammed: no widget');
  const text = `The widget of my cloud does not turn. Look:\n\n${log('0 INFO mgr r1 vm Attaching the widget')}\n\n`
    + `Later on this was in the log of the other host:\n\n${caught}`;
  assert.deepEqual(faultsOf(text), ['WidgetJammed@18 printed']);
});

test('of tracebacks without a head those of tests and clients are none of Nova', () => {
  const bare = (file: string) => found(`Traceback (most recent call last):
  File "${file}", line 3, in turn
    widget.turn()
  File "/opt/stack/nova/nova/widget.py", line 7, in turn
    raise WidgetJammed()
WidgetJammed: no widget`);
  assert.deepEqual(bare('/opt/stack/nova/nova/compute/manager.py'), ['unknown-fault WidgetJammed@6']);
  assert.deepEqual(bare('/opt/stack/nova/nova/tests/test_widget.py'), []);
  assert.deepEqual(bare('/usr/lib/python2.7/site-packages/mock.py'), []);
  const page = (file: string) => analyseText(`Traceback (most recent call last):\n  File "${file}", line 3, in turn
    widget.turn()\nWidgetJammed: no widget`).digests[0]?.isNova;
  assert.deepEqual([page('/opt/stack/nova/nova/wsgi.py'), page('/opt/nova/nova/tests/test_wsgi.py')], [true, false]);
});
