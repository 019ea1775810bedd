// Operations of which a single line tells → kind, outcome and cause, and no more than that line says.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Analysis } from '../../src/core/model';
import { analyseText, log, otherVm, stories, vm } from '../support/story';

const typesIn = ({ digests }: Analysis): readonly string[] =>
  digests.flatMap(({ faults }) => faults.map(({ type }) => type));
const tell = (rows: string): readonly string[] => stories(analyseText(log(rows)));

test('that a volume would not come off fails its detach, and what it was a part of', () => {
  const failed = `
1 ERROR bdm r1 vm Failed to detach volume ${otherVm} from /dev/vdb
|Traceback (most recent call last):
|  File "/nova/virt/block_device.py", line 7, in driver_detach
|libvirt.libvirtError: End of file while reading data`;
  assert.deepEqual(tell(failed), ['detach_volume? failed in detach_volumes | libvirtError@4']);
  assert.deepEqual(tell(`0 INFO mgr r1 vm Rebuilding instance${failed}`),
    ['rebuild? failed in detach_volumes | libvirtError@5']);
});

test('of a delete whose host is down Nova logs no end, and no host will', () => {
  const analysis = analyseText(log(`
    0 WARNING api r1 vm instance's host cmp02 is down, deleting from database
    1 INFO mgr r2 other Terminating instance`));
  const [operation] = analysis.timelines.find(({ instance }) => instance === vm)?.operations ?? [];
  assert.deepEqual([operation?.kind, operation?.outcome, operation?.due], ['delete', 'unknown', undefined]);
});

test('a volume comes off for a live migration that is taken back as well: the detach is a guess', () => {
  const line = `1 INFO mgr r1 vm Detach volume ${otherVm} from mountpoint /dev/vdb`;
  assert.match(tell(line).join(), /^detach_volume\? /);
});

test('what QEMU said of a guest that did not start is told without the lines above it', () => {
  const said = 'qemu-system-x86_64: failed to initialize KVM: Permission denied';
  const text = (guest: string) => `2024-03-11 14:00:03.000 7 ERROR nova.compute.manager [instance: ${guest}] `
    + `2024-03-11T14:00:02.418000Z ${said}\n2024-03-11 14:00:03.000 7 ERROR nova.compute.manager [instance: ${guest}]`;
  const analysis = analyseText(text(vm));
  assert.deepEqual(stories(analysis), ['create? failed in power_on | libvirtError@1']);
  assert.deepEqual(analysis.diagnoses.map(({ id }) => id), ['kvm-denied']);
});

test('a tag that was left of each head of a traceback, or a part of it, is no part of its lines', () => {
  const lines = (tag: string, above = '') => analyseText([`${above}${tag}Traceback (most recent call last):`,
    `${tag}  File "/nova/compute/manager.py", line 9, in _build_resources`, `${tag}    yield`,
    `${tag}WidgetError: no widgets`, tag.trimEnd(), 'These are words of somebody else.'].join('\n'));
  const tag = `[instance: ${vm}] `;
  assert.deepEqual(stories(lines(tag)), ['create failed | WidgetError@4']);
  assert.deepEqual(stories(lines(`  ${tag}`, `  [-] ${tag}Instance failed to spawn\n`)),
    ['create failed in spawning | WidgetError@5']);
  assert.deepEqual(typesIn(lines('4b0e-9d36-2b8c4e1a6f70] ')), ['WidgetError']);
});

test('the tag of another instance begins a record of its own', () => {
  const other = `[instance: ${otherVm}] `;
  const text = log('0 ERROR mgr r1 vm Instance failed to spawn');
  const { timelines } = analyseText(`${text}\n${other}Traceback (most recent call last):
${other}  File "/nova/compute/manager.py", line 9, in reboot_instance\n${other}WidgetError: no widgets`);
  assert.deepEqual(timelines.flatMap(({ instance, operations }) => operations.map(({ kind, rootCause }) => (
    [instance, kind, rootCause?.type]))), [[vm, 'create', undefined], [otherVm, 'reboot', 'WidgetError']]);
});

test('the class of a traceback may have lost the level that its other lines have', () => {
  const logger = 'nova.network.neutronv2.api';
  const analysis = analyseText(` TRACE ${logger} Traceback (most recent call last):
 TRACE ${logger}   File "/nova/network/neutronv2/api.py", line 9, in _unbind_ports
TRACE ${logger}     message=message)
 ${logger} WidgetError: no widgets`);
  assert.deepEqual(typesIn(analysis), ['WidgetError']);
});

test('that a build was given up for what no class is known of does not say in which part of it', () => {
  const line = `1 ERROR mgr r1 vm Build of instance ${vm} aborted: the widget of ${vm} is open`;
  assert.deepEqual(tell(line), ['create failed | BuildAbortException@1']);
  assert.deepEqual(tell(`0 DEBUG mgr r1 vm Starting instance...\n${line}`), ['create failed | BuildAbortException@2']);
});

test('what the filters left is told of the statement alone, in each of its forms', () => {
  const told = (text: string) => stories(analyseText(text));
  const failed = (line: number) => [`create? failed in scheduling | NoValidHost@${line}`];
  const words = 'Filtering removed all hosts for the request with';
  const counts = `Filter results: ['RetryFilter: (start: 3, end: 3)', 'RamFilter: (start: 3, end: 0)']`;
  assert.deepEqual(told(`${words} instance ID '${vm}'. ${counts}`), failed(1));
  assert.deepEqual(told(`The scheduler says:\n\n> ${words} instance ID '${vm}'. ${counts}`), failed(3));
  assert.deepEqual(told(`${words} instance ID '${vm}'. Filter results: [('RamFilter', None)]`), failed(1));
  assert.deepEqual(told(`${words} reservation ID 'r-7x2k9q1a' and instance ID '${vm}'. ${counts}`), failed(1));
  assert.deepEqual(told(`I found "${words} instance ID '${vm}'. ${counts}" in a log`), []);
  assert.deepEqual(tell(`0 INFO flt r1 ${words} reservation ID 'r-7x2k9q1a' and instance ID '${vm}'. ${counts}`),
    failed(1));
});

test('log lines are read that a box drawn around them cut', () => {
  const lines = ['04:00:00.123 7 INFO', '04:00:09.123 7 ERROR'].map((time, i) => `2025-03-11 ${time} `
    + `nova.compute.manager [req-9b1d2c3e-7c41-4b0e-9d36-2b8c4e1a6f71 u p - - -] [instance: ${vm}] `
    + (i === 0 ? 'Starting instance...' : 'Instance failed to spawn: OSError: no'));
  const width = 76;
  for (const [bar, corner, line] of [['|', '+', '-'], ['\u2502', '\u250c', '\u2500'], ['\u2551', '\u2554', '\u2550']]) {
    const rule = `${corner}${line?.repeat(width + 2)}${corner}`;
    const rows = lines.flatMap((text) => text.match(/.{1,76}/g) ?? [])
      .map((part) => `${bar} ${part.padEnd(width)} ${bar}`);
    const told = stories(analyseText([rule, ...rows, rule].join('\n')));
    assert.equal(told.length, 1, bar);
    assert.match(told[0] ?? '', /^create failed in spawn/, bar);
  }
});
