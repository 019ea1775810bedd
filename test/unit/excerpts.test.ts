// Excerpts as people paste them: what one line of them says by itself, and what is left of a cut head.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../support/reading';
import { analyseText, log, stories, vm } from '../support/story';

const tell = (rows: string): readonly string[] => stories(analyseText(log(rows)));

test('a driver that failed to attach a volume says that one was to be attached: a build connects it only', () => {
  const volume = 'dd04f3d2-63cb-45f2-9a31-9ecc523bd40f';
  assert.deepEqual(tell(`
    0 ERROR bdm r1 vm Driver failed to attach volume ${volume} at /dev/vdc
    |Traceback (most recent call last):
    |  File "/usr/lib/python3/dist-packages/nova/virt/block_device.py", line 276, in attach
    |    device_type=self['device_type'], encryption=encryption)
    |TypeError: no device type`), ['attach_volume failed in attach | TypeError@5']);
  assert.deepEqual(tell(`
    0 ERROR virt r1 vm Failed to attach volume at mountpoint: /dev/vdc`), ['attach_volume failed in attach']);
});

test('the API asks for no quiet disk but for an image of the instance', () => {
  for (const reason of ['instance: QEMU guest agent is not enabled.',
    'instance because the operation is not supported by the underlying compute driver.']) {
    assert.deepEqual(tell(`0 INFO api r1 vm Skipping quiescing ${reason}`), ['createImage in-progress']);
    assert.deepEqual(tell(`0 INFO virt r1 vm Skipping quiescing ${reason}`), []);
  }
});

test('where one of several instances finds no host, the request finds none, whichever host was chosen before', () => {
  assert.deepEqual(tell(`
    0 DEBUG nova.scheduler.filter_scheduler r1 Selected host: (cmp01, cmp01) ram: 1280MB disk: 10240MB
    1 INFO flt r1 Filtering removed all hosts for the request with instance ID '${vm}'. Filter results: ['RamFilter: (start: 3, end: 0)']
    1.1 DEBUG nova.scheduler.filter_scheduler r1 There are 1 hosts available but 2 instances requested to build.
  `), ['create? failed in scheduling | NoValidHost@3']);
});

test('blanks that an editor put into a UUID are no part of it', () => {
  const wrapped = `${vm.slice(0, 26)}     ${vm.slice(26)}`;
  const text = log('0 INFO virt r1 vm Creating image').replace(vm, wrapped);
  assert.deepEqual(analyseText(text).timelines.map(({ instance }) => instance), [vm]);
});

test('a line of which only the tag is left is one of its instance; in a record it is text', () => {
  const traceback = `Traceback (most recent call last):
  File "/usr/lib/python2.7/site-packages/nova/compute/manager.py", line 2218, in _build_resources
    yield resources
ImageNotFound: Image 8feacda9-91fd-48ce-b983-54f7b6de6650 could not be found.`;
  const page = (line: string) => `The log of this host said:\n\n\`\`\`\n${line}\n${traceback}\n\`\`\`\n\nWhat a surprise.`;
  const told = (line: string) => stories(analyseText(page(line)));
  assert.deepEqual(told(`[instance: ${vm}] Instance failed to spawn`), ['create failed in spawning | ImageNotFound@8']);
  assert.deepEqual(told(`nova.compute.manager [-] [instance: ${vm}] Instance failed to spawn`),
    ['create failed in spawning | ImageNotFound@8']);
  for (const mark of ['    ', '> ']) {
    const quoted = page(`[instance: ${vm}] Instance failed to spawn`).replace(/^/gm, mark);
    assert.deepEqual(stories(analyseText(quoted)), ['create failed in spawning | ImageNotFound@8']);
  }
  assert.deepEqual(told('[instance: web01] Instance failed to spawn'), []);
  assert.equal(analyseText(log(`
    0 INFO mgr r1 Told by the agent
    >[instance: ${vm}] Instance failed to spawn`)).timelines.length, 0);
});

test('the blanks of a bracket that was cut out hide no tag, and make indented code none', () => {
  const page = (gap: string) => ['Starting instance...', 'Instance spawned successfully.',
    'Took 9.00 seconds to build instance.'].map((said, at) =>
    `09:10:0${at}.500   INFO nova.compute.manager${gap}[instance: ${vm.slice(0, 8)}] ${said}\n`).join('');
  for (const gap of [' ', '  ', '   [-]  ']) {
    const analysis = analyseText(page(gap));
    assert.deepEqual(analysis.timelines.map(({ instance }) => instance), [vm.slice(0, 8)]);
    assert.deepEqual(stories(analysis), ['create success']);
  }
  const cut = (gap: string) => `nova.compute.manager${gap}[instance: ${vm}] Start building block device mappings for instance.\n`;
  assert.deepEqual(stories(analyseText(cut('  '))), stories(analyseText(cut(' '))));
  assert.equal(analyseText(log(`
    0 ERROR rpc - Told
    >    [instance, name] = names`)).timelines.length, 0);
});

test('words below a traceback whose lines have heads are none of its message, also where its begin is cut off', () => {
  const page = log(`
    0 ERROR mgr vm   File "/nova/compute/manager.py", line 9, in _finish_resize
    |    block_device_info, power_on)
    |SomethingBroke: no widgets
    >
    >Newer releases have widgets.`).replace('[-] ', '');
  assert.equal(analyseText(page).timelines[0]?.operations[0]?.rootCause?.message, 'no widgets');
});

test('a failure whose instance no line names is told once for its request, and not beside its operation', () => {
  const loose = (rows: string) => analyseText(log(rows)).findings.filter(({ check }) => check === 'unknown-fault').map(({ at, args }) =>
    `${args['type']} ×${args['count']} @${(at?.line ?? -1) + 1}: ${args['message']}`);
  const said = 'No valid host was found. There are not enough hosts available.';
  const failed = (at: number, request: string) =>
    `${at} WARNING nova.scheduler.utils ${request} Failed to compute_task_build_instances: ${said}\n`;
  assert.deepEqual(loose(failed(0, 'r1')), [`NoValidHost ×1 @1: ${said}`]);
  const none = 'Got no allocation candidates from the Placement API. This could be due to insufficient resources or a '
    + 'temporary occurrence as compute nodes start up.';
  assert.deepEqual(loose(`0 INFO nova.scheduler.manager r1 ${none}\n${failed(1, 'r1')}${failed(2, 'r2')}`),
    [`NoValidHost ×1 @1: ${none}`, `NoValidHost ×1 @3: ${said}`]);
  assert.deepEqual(loose(`${failed(0, 'r1')}
    0.1 WARNING nova.scheduler.utils r1 vm Setting instance to ERROR state.`), []);
});

test('quotes that a page sets as a printer does are those that Nova wrote; one in a name stays', () => {
  const rows = log(`
    0 INFO flt r1 Filtering removed all hosts for the request with instance ID '${vm}'. Filter results: ['RamFilter: (start: 3, end: 0)']
    1 ERROR rpc r1 Exception during message handling: Invalid volume: status must be 'available'
    |Traceback (most recent call last):
    |  File "/usr/lib/python3/dist-packages/nova/volume/cinder.py", line 231, in check_attach
    |    raise exception.InvalidVolume(reason=msg)
    |InvalidVolume: Invalid volume: status must be 'available'`);
  const set = rows.replace(/'([^'\n]*)'/g, '\u2018$1\u2019').replace(/"([^"\n]*)"/g, '\u201c$1\u201d');
  assert.notEqual(set, rows);
  assert.deepEqual(stories(analyseText(set)), stories(analyseText(rows)));
  const named = log(`0 INFO mgr r1 vm Told of \u2018web\u2019, "db", 'mail' and "log"`);
  const said = readingOf(named).records[0]?.message;
  assert.equal(said, 'Told of \u2018web\u2019, "db", \'mail\' and "log"');
});

test('colours that a pager shows are no text, also on a page that has more words of its own than lines', () => {
  const lines = log(`0 ERROR mgr r1 vm Instance failed to spawn
|Traceback (most recent call last):
|  File "/nova/compute/manager.py", line 7, in _build_resources
|WidgetError: jammed`).split('\n').map((line) => line.replace(/(\[instance: \S+\] )/, '^[[01;35m$1^[[00m'));
  const prose = Array.from({ length: 12 }, (_, at) => `The widget was jammed for the ${at + 1}th time.`);
  assert.deepEqual(stories(analyseText([...prose, '', ...lines].join('\n'))), ['create failed in spawning | WidgetError@17']);
});
