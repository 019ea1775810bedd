// Faults that no operation accounts for; and those that one does, in a copy of its log beside it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Analysis } from '../../src/core/model';
import { renderFinding } from '../../src/core/render/finding';
import { analyseText, log, stories } from '../support/story';

const failed = log(`
  0 DEBUG mgr r1 vm Starting instance...
  9 ERROR mgr r1 vm Instance failed to spawn: nova.exception.InstanceUnacceptable: no luck
  |Traceback (most recent call last):
  |  File "/nova/compute/manager.py", line 1, in _build_resources
  |    yield resources
  |nova.exception.InstanceUnacceptable: Instance is unacceptable: no luck`);

const loose = (analysis: Analysis) => analysis.findings.filter(({ check }) => check === 'unknown-fault')
  .map(({ args }) => args['type']);

test('a fragment that was pasted beside its log has no faults of its own', () => {
  assert.deepEqual(loose(analyseText(failed)), []);
  const fragment = failed.split('\n').slice(1).join('\n');
  assert.deepEqual(loose(analyseText(failed, fragment)), []);
});

test('the same exception at another time, which no operation accounts for, is told', () => {
  const other = log(`
    50 ERROR nova.service r7 Something else: nova.exception.InstanceUnacceptable: Instance is unacceptable: no luck`);
  assert.deepEqual(loose(analyseText(failed, other)), ['InstanceUnacceptable']);
});

test('what struck several instances is not said to be of one, nor its first text of all', () => {
  const row = (at: number, instance: string, port: string) =>
    `    ${at} ERROR mgr - ${instance} An error occurred: nova.exception.PortNotFound: Port ${port} could not be found.\n`;
  const told = (rows: string) => analyseText(log(`\n${rows}`)).findings
    .filter(({ check }) => check === 'unknown-fault').map((finding) => [finding.instance, renderFinding(finding)]);
  const two = told(row(50, 'vm', 'p1') + row(60, 'vm2', 'p2'));
  assert.deepEqual(two, [[undefined,
    'PortNotFound was logged 2 times and no operation accounts for it. The first: Port p1 could not be found. '
      + 'Neutron does not know the port: it was deleted, or belongs to another project.']]);
  const [[instance, text] = []] = told(row(50, 'vm', 'p1') + row(60, 'vm', 'p1'));
  assert.ok(instance !== undefined);
  assert.equal(text, 'PortNotFound was logged 2 times and no operation accounts for it. Port p1 could not be found. '
    + 'Neutron does not know the port: it was deleted, or belongs to another project.');
});

test('what a diagnosis beside the operations tells of is not told again, however often it was logged', () => {
  const row = (at: number, text: string) =>
    `    ${at} ERROR oslo_service.service - Error starting thread.: nova.exception.InvalidConfiguration: ${text}\n`;
  const renamed = 'My node 6a4b0e3f-8d52-4c1f-8e47-3c9d5f2b7a81 has host cmp1 but my host is cmp01; Possible rename detected, '
    + 'refusing to start!';
  const often = Array.from({ length: 30 }, (_, at) => row(at, renamed)).join('');
  const checks = (rows: string) => analyseText(log(`\n${rows}`)).findings.map(({ check }) => check);
  assert.deepEqual(checks(often), ['diagnosis']);
  assert.deepEqual(checks(often + row(31, 'Another one.')), ['unknown-fault', 'diagnosis']);
});

const sayings = (text: string) => analyseText(text).findings
  .filter(({ check }) => check === 'unknown-fault').map((finding) => renderFinding(finding));
const jam = (at: number, logger: string, type: string) => `
  ${at} ERROR ${logger} r1 vm Something of the widget
  |Traceback (most recent call last):
  |  File "/nova/virt/widget.py", line 1, in turn
  |    yield resources
  |nova.exception.${type}: no widget left`;

test('what stands among the lines of an operation that does not tell it is told beside it', () => {
  const open = log(`0 DEBUG mgr r1 vm Starting instance...${jam(5, 'nova.virt.widget', 'WidgetJammed')}`);
  assert.deepEqual(sayings(open), ['WidgetJammed was logged once during create; '
    + 'whether it did harm, these logs do not say. no widget left.']);
  const later = log(`${jam(12, 'nova.virt.widget', 'WidgetJammed')}`);
  assert.deepEqual(sayings(`${failed}\n${later}`),
    ['WidgetJammed was logged once during create, beside what it failed with. no widget left.']);
});

test('what an operation failed with, and what was raised for it, is not told a second time', () => {
  const again = log(`
    12 ERROR rpc r1 Exception during message handling: nova.exception.BuildAbortException: Build aborted: Instance is unacceptable: no luck`);
  assert.deepEqual(sayings(`${failed}\n${again}`), []);
});

test('what Xen undid of a spawn failed it, also where the line that says so is not there', () => {
  assert.deepEqual(stories(analyseText(log(`
    5 TRACE nova.utils - vm Traceback (most recent call last):
    |  File "/nova/virt/xenapi/vmops.py", line 477, in spawn
    |    widget.turn()
    |KeyError: 'widget'`))), ['create? failed in spawning | KeyError@4']);
});

const nameless = (action: string, last = '') => log(`
  5 ERROR rpc r1 Exception during message handling
  |Traceback (most recent call last):
  |  File "/nova/compute/manager.py", line 9, in ${action}
  |    widget.turn()${last}`);
const widget = '\n|WidgetError: jammed';

test('which action an exception came up in its traceback says, also where nothing says of which instance', () => {
  assert.deepEqual(sayings(nameless('attach_volume', widget)),
    ['WidgetError was logged once during attach_volume; of which instance could not be made out. jammed.']);
  assert.deepEqual(sayings(nameless('resize_instance', widget)),
    ['WidgetError was logged once during resize or migrate; of which instance could not be made out. jammed.']);
  assert.deepEqual(sayings(nameless('turn_widget', widget)),
    ['WidgetError was logged once and no operation accounts for it. jammed.']);
});

test('a traceback that was cut off before its exception is told where it says which action broke', () => {
  assert.deepEqual(sayings(nameless('attach_volume')),
    ['An exception that is cut off was logged once during attach_volume; of which instance could not be made out.']);
  assert.deepEqual(sayings(nameless('turn_widget')), []);
  // where an operation failed it may be what that tells
  assert.deepEqual(sayings(`${failed}\n${nameless('_build_resources')}`), []);
});

test('what to do about a command is told by what it said, however long it was', () => {
  const { findings } = analyseText(log(`
    50 ERROR nova.service r7 Something else
    |Traceback (most recent call last):
    |  File "/nova/utils.py", line 1, in execute
    |    return processutils.execute(*cmd)
    |ProcessExecutionError: Unexpected error while running command.
    |Command: ip link set qvb1 up${' --verbose'.repeat(50)}
    |Exit code: 1
    |Stdout: ''
    |Stderr: 'The lamp "qvb1" is out\\n'`));
  assert.match(findings.map((finding) => renderFinding(finding)).join('\n'),
    /ended with exit code 1 and said \u201cThe lamp "qvb1" is out\u201d: mend what it complains about/);
});
