// Lists and answers of Nova's API on instance actions, as people paste them → operations, with an outcome
// only where one is told.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionNames } from '../../src/knowledge/actionNames';
import { operations as kinds } from '../../src/knowledge/operations';
import { recordedTexts } from '../../src/core/render/recordedText';
import { readingOf } from '../support/reading';
import { analyseText, otherVm, vm } from '../support/story';

const [one, two, three] = [1, 2, 3].map((number) => `req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f2${number}`);
const user = '6f70656e737461636b20342065766572';

const told = (...texts: readonly string[]) => analyseText(...texts).timelines
  .flatMap(({ operations }) => operations)
  .map(({ kind, outcome, instance, request, begin }) => [kind, outcome, instance, request, begin.line]);

/** A table as prettytable prints it. */
function table(names: readonly string[], ...rows: readonly (readonly string[])[]): string {
  const widths = names.map((name, at) => Math.max(name.length, ...rows.map((row) => (row[at] ?? '').length)));
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`;
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [rule, line(names), rule, ...rows.map(line), rule].join('\n');
}

const listed = ['Request ID', 'Server ID', 'Action', 'Start Time'];
const at = (minute: number) => `2025-03-11T14:${minute}:30.000000`;
const rows = [[two, vm, 'resize', at(20)], [one, vm, 'create', at(10)]].map((row) => row.map(String));

test('names of actions are kinds of operations', () => {
  const others = Object.keys(kinds).filter((kind) => !(actionNames as readonly string[]).includes(kind));
  assert.deepEqual(others, ['soft-delete']);
});

test('rows of a list are operations of their request, oldest first, whose outcome nobody tells', () => {
  const { operations: [first] = [] } = analyseText(table(listed, ...rows)).timelines[0] ?? {};
  assert.deepEqual(told(table(listed, ...rows)),
    [['create', 'unknown', vm, one, 4], ['resize', 'unknown', vm, two, 3]]);
  assert.deepEqual([first?.begin.time, first?.seconds, first?.phases, first?.basis],
    [Date.UTC(2025, 2, 11, 14, 10, 30), undefined, [], 'stated']);
  assert.deepEqual(first && recordedTexts(first), ['the action began; how it ended is not told']);
});

test('an error ends its action; of a live migration it may be that of one host before the next', () => {
  const long = [...listed, 'Message', 'Project ID', 'User ID'];
  const text = table(long, ...['resize', 'live-migration', 'stop'].map((name, number) =>
    [`${three?.slice(0, -1)}${number}`, vm, name, at(10 + number), number < 2 ? 'Error' : 'None', user, user]));
  assert.deepEqual(told(text).map(([kind, outcome]) => [kind, outcome]),
    [['resize', 'failed'], ['live-migration', 'unknown'], ['stop', 'unknown']]);
  const [failed, doubted] = analyseText(text).timelines[0]?.operations ?? [];
  assert.deepEqual([failed?.failedPhase, failed?.vmState, failed?.seconds].filter((one) => one), []);
  assert.deepEqual(doubted && recordedTexts(doubted), ['an event of the action failed']);
});

const novas = ['Action', 'Request_ID', 'Message', 'Start_Time'];
const ofNova = (command: string) => `${command}\n${table(novas, ['create', String(one), '-', at(10)], ['reboot', String(two), 'Error', at(20)])}`;

test('a list without servers is of the one that the command names', () => {
  const expected = (instance: string) => [['create', 'unknown', instance, one, 4], ['reboot', 'failed', instance, two, 5]];
  assert.deepEqual(told(ofNova(`$ nova instance-action-list ${vm}`)), expected(vm));
  assert.deepEqual(told(ofNova('$ nova --debug instance-action-list --limit 9 web1')), expected('web1'));
  assert.deepEqual(told(ofNova('They say:')), expected('unnamed-1'));
});

test('what a line of the log ties a row to is the server of all rows', () => {
  const logged = `2025-03-11 22:20:31.418 7 INFO nova.compute.manager [${two} u p - - -] [instance: ${vm}] Rebooting instance`;
  const text = `${logged}\n${ofNova('$ nova instance-action-list web1')}`;
  assert.deepEqual(told(text), [['create', 'unknown', vm, one, 5], ['reboot', 'failed', vm, two, 0]]);
  const { begin, seconds } = analyseText(text).timelines[0]?.operations[1] ?? {};
  assert.deepEqual([seconds, begin?.time], [undefined, Date.UTC(2025, 2, 11, 22, 20, 31, 418)]);
});

test('rows and lines of a request are one operation, and what lines say of its end is not undone', () => {
  const head = (second: number, level: string) => `2025-03-11 22:10:${second}.418 7 ${level} nova.compute.manager [${one} u p - - -] [instance: ${vm}] `;
  const built = `${head(31, 'INFO')}Attempting claim on node a: memory 1 MB, disk 1 GB, vcpus 1 CPU\n${head(50, 'INFO')}Took 19.84 seconds to build instance.`;
  const failing = table([...listed, 'Message'], [String(one), vm, 'create', at(10), 'Error']);
  for (const text of [`${built}\n${table(listed, ...rows)}`, `${table(listed, ...rows)}\n${built}`, `${built}\n${failing}`]) {
    const created = analyseText(text).timelines[0]?.operations.filter(({ kind }) => kind === 'create') ?? [];
    assert.deepEqual(created.map(({ outcome, seconds }) => [outcome, seconds]), [['success', 19.84]], text);
  }
});

test('two actions of one request are two operations, and one that is shown twice is one', () => {
  const text = table(listed, [String(one), vm, 'reboot', at(20)], [String(one), vm, 'reboot', at(10)]);
  assert.deepEqual(told(text).map(([kind, , , , line]) => [kind, line]), [['reboot', 4], ['reboot', 3]]);
  assert.equal(told(`${text}\n${text}`).length, 2);
});

test('a list is read where a terminal was too narrow, quoted, or as values alone', () => {
  const narrow = ['+-----------+----------+--------+----------+', '| Request ID | Server ID | Action | Start Time |',
    `| ${one?.slice(0, 23)} | ${vm.slice(0, 20)} | live-m | ${at(10).slice(0, 15)} |`,
    `| ${one?.slice(23)} | ${vm.slice(20)} | igration | ${at(10).slice(15)} |`,
    `| ${two?.slice(0, 23)} | ${vm.slice(0, 20)} | stop   | ${at(20).slice(0, 15)} |`,
    `| ${two?.slice(23)} | ${vm.slice(20)} |        | ${at(20).slice(15)} |`].join('\n');
  assert.deepEqual(told(narrow).map(([kind, , instance, request]) => [kind, instance, request]),
    [['live-migration', vm, one], ['stop', vm, two]]);
  const quoted = table(listed, ...rows).split('\n').map((line) => ` * > ${line}`).join('\n');
  assert.equal(told(quoted).length, 2);
  const values = rows.map((row) => row.join(' ')).join('\n');
  assert.deepEqual(told(values), [['create', 'unknown', vm, one, 1], ['resize', 'unknown', vm, two, 0]]);
});

test('the action log of Horizon is read, whose times are of the zone of whoever looks', () => {
  const page = ['Request ID\tAction\tStart Time\tUser ID\tMessage',
    `${two}\tConfirm Resize\tMarch 11, 2025, 2:20 p.m.\t${user}\t-`, `${one}\tCreate\tMarch 11, 2025, 2:10 p.m.\t${user}\tError`];
  for (const text of [page.join('\n'), page.join('\n').replaceAll('\t', '   ')]) {
    const { operations = [] } = analyseText(text).timelines[0] ?? {};
    assert.deepEqual(operations.map(({ kind, outcome, begin }) => [kind, outcome, begin.line, begin.time]),
      [['create', 'failed', 2, undefined], ['confirmResize', 'unknown', 1, undefined]], text);
  }
});

const event = (method: string, second: number, result: string | null, more: object = {}) => ({
  event: method, start_time: `2025-03-11T14:10:${second}.000000`,
  finish_time: result === null ? null : `2025-03-11T14:10:${second + 5}.000000`, result, ...more,
});
const action = (name: string, events: readonly object[], message: string | null = null) => ({
  action: name, events, instance_uuid: vm, message, project_id: user, request_id: one, start_time: at(10),
  user_id: user,
});
const recorded = (text: string) => analyseText(text).timelines[0]?.operations
  .map((one) => [one.kind, one.outcome, one.rootCause?.type, ...recordedTexts(one)]);

test('methods that returned say nothing of the end, nor does one that had not ended', () => {
  const events = [event('compute__do_build_and_run_instance', 31, 'Success', { host: 'cmp1' }), event('conductor_x', 30, null)];
  assert.deepEqual(recorded(JSON.stringify({ instanceAction: action('create', events) })), [['create', 'unknown', undefined,
    'compute__do_build_and_run_instance on cmp1, 2025-03-11T14:10:31 to 2025-03-11T14:10:36, returned without an error',
    'conductor_x, 2025-03-11T14:10:30, had not ended when this was shown']]);
});

test('of several events of a name Nova writes the end to the first, so none of them has one', () => {
  const events = [event('compute_prep_resize', 40, null), event('compute_prep_resize', 31, 'Success')];
  assert.deepEqual(recorded(JSON.stringify(action('resize', events)))?.[0]?.slice(1), ['unknown', undefined,
    'compute_prep_resize, 2025-03-11T14:10:40, its end is not told',
    'compute_prep_resize, 2025-03-11T14:10:31, returned without an error']);
});

const frames = '  File "/usr/lib/python3/dist-packages/nova/compute/utils.py", line 1456, in decorated_function\n'
  + '    return function(self, context, *args, **kwargs)\n'
  + '  File "/usr/lib/python3/dist-packages/nova/compute/manager.py", line 7, in check_can_live_migrate_destination\n'
  + '    raise exception.MigrationPreCheckError(reason=msg)\n';
const check = event('compute_check_can_live_migrate_destination', 31, 'Error', { traceback: frames, host: 'cmp2' });

test('an event that failed tells the exception, and without a traceback that it failed', () => {
  const conductor = event('conductor_live_migrate_instance', 30, 'Error', { traceback: null });
  const text = JSON.stringify(action('live-migration', [check, conductor], 'Error'));
  assert.deepEqual(recorded(text)?.[0]?.slice(0, 3), ['live-migration', 'failed', 'MigrationPreCheckError']);
  const bare = JSON.stringify(action('stop', [event('compute_stop_instance', 31, 'Error')], 'Error'));
  assert.deepEqual(recorded(bare)?.[0]?.slice(0, 3), ['stop', 'failed', undefined]);
  const detailed = event('compute_resize_instance', 31, 'Error', { details: 'No valid host was found. ' });
  assert.deepEqual(recorded(JSON.stringify(action('resize', [detailed])))?.[0]?.slice(0, 3), ['resize', 'failed', 'NoValidHost']);
});

test('a check that one host failed before the next says nothing of a live migration', () => {
  const next = event('compute_live_migration', 50, 'Success');
  assert.deepEqual(recorded(JSON.stringify(action('live-migration', [next, check], 'Error')))?.[0]?.slice(0, 2),
    ['live-migration', 'unknown']);
});

test('an answer is read as a table of either client, as JSON laid out or not, and as YAML', () => {
  const events = [event('compute_stop_instance', 31, 'Error', { host: 'cmp1', traceback: frames })];
  const shown = action('stop', events, 'Error');
  const python = (value: unknown) => JSON.stringify(value).replaceAll('\\"', '\0').replaceAll('"', '\'')
    .replaceAll('\0', '"').replaceAll('null', 'None');
  const cells = Object.entries(shown).map(([name, value]) => [name, typeof value === 'string' ? value : python(value)]);
  const dictionary = Object.entries(events[0] ?? {}).sort().map(([name, value]) => `${name}='${value}'`).join(', ');
  const broken = dictionary.split('\n').map((line, number) => [number === 0 ? 'events' : '', line]);
  const newer = cells.filter(([name]) => name !== 'instance_uuid').flatMap((cell) => (cell[0] === 'events' ? broken : [cell]));
  const yaml = ['action: stop', 'events:', '- event: compute_stop_instance', '  finish_time: \'2025-03-11T14:10:36.000000\'',
    '  host: cmp1', '  result: Error', '  start_time: \'2025-03-11T14:10:31.000000\'',
    `  traceback: ${JSON.stringify(frames).replace(', line 7', ',\\\n    \\ line 7')}`, `id: ${one}`,
    'message: Error', `request_id: ${one}`, 'start_time: \'2025-03-11T14:10:30.000000\'', `user_id: ${user}`].join('\n');
  const command = `$ openstack --os-compute-api-version 2.84 server event show -f yaml ${vm} ${one}\n`;
  const texts = [table(['Property', 'Value'], ...cells), command + table(['Field', 'Value'], ...newer), command + yaml,
    JSON.stringify({ instanceAction: shown }), JSON.stringify({ instanceAction: shown }, undefined, 2),
    `We ask:\n\n${JSON.stringify(shown, undefined, 4)}\n`, `${command}stop\n${python(events)}\n${vm}\nError\n`];
  for (const text of texts) {
    assert.deepEqual(analyseText(text).timelines.map(({ instance }) => instance), [vm], text);
    assert.deepEqual(recorded(text)?.map((row) => row.slice(0, 3)), [['stop', 'failed', 'MigrationPreCheckError']], text);
    assert.match(recorded(text)?.[0]?.[3] ?? '', /^compute_stop_instance on cmp1, .*T14:10:31 to /, text);
  }
});

test('lists are read as JSON of the API and of the client, and as YAML', () => {
  const members = (names: readonly string[]) => rows.map((row) =>
    Object.fromEntries(names.map((name, number) => [name, row[number]])));
  const api = { instanceActions: members(['request_id', 'instance_uuid', 'action', 'start_time']) };
  const yaml = members(listed).map((row) => `- Action: ${row['Action']}\n  Request ID: ${row['Request ID']}\n`
    + `  Server ID: ${row['Server ID']}\n  Start Time: '${row['Start Time']}'`).join('\n');
  const texts = [JSON.stringify(api), JSON.stringify(api, undefined, 2), JSON.stringify(members(listed)),
    JSON.stringify(members(listed), undefined, 2), yaml];
  for (const text of texts) {
    assert.deepEqual(told(text).map(([kind, , instance, request]) => [kind, instance, request]),
      [['create', vm, one], ['resize', vm, two]], text);
  }
});

test('a command is answered once: what stands further down is of another server', () => {
  const text = `$ nova instance-action-list ${vm}\n${table(novas, ['stop', String(one), '-', at(10)])}\n\nand the other one\n\n`
    + table(novas, ['start', String(two), '-', at(20)]);
  assert.deepEqual(told(text).map(([kind, , instance]) => [kind, instance]), [['stop', vm], ['start', 'unnamed-1']]);
});

test('what a table tells is no time of the log, and no other table is read as one', () => {
  const { records } = readingOf(table(listed, ...rows));
  assert.deepEqual(records.map(({ header }) => header?.time), [undefined, undefined]);
  assert.deepEqual(told(table(['Request ID', 'Action', 'Owner'], [String(one), 'create', otherVm])), []);
  assert.deepEqual(told(`${one} was the request of the create that failed`), []);
});

test('what people write below an answer is no part of it, and its text may be broken between words', () => {
  const [first = '', second = '', third = '', fourth = ''] = frames.trimEnd().split('\n');
  const broken = [first, second, third, fourth].map((line) => JSON.stringify(`${line}\n`).slice(1, -1)).join('\n      ');
  const text = `  $ openstack server event show web1 ${one} -f json -c events\n  {\n    "events": [\n      {\n`
    + '        "event": "compute_stop_instance",\n        "start_time": "2025-03-11T14:10:31.000000",\n'
    + `        "result": "Error",\n        "traceback": "${broken}"\n      }\n    ]\n  }\n\nLogs tell more of that.\nRead them.`;
  const page = `${table(listed, [String(one), vm, 'stop', at(10)])}\n\nWhat was it?\n\n${text}`;
  const [stop] = analyseText(page).timelines[0]?.operations ?? [];
  assert.deepEqual(
    [stop?.kind, stop?.outcome, stop?.rootCause?.type, stop?.rootCause?.message, stop?.seconds],
    ['stop', 'failed', 'MigrationPreCheckError', 'compute_stop_instance: Error', undefined]);
});

test('it is read where a page took the margin, and where the ids were made illegible', () => {
  const events = [event('compute_reboot_instance', 31, 'Success')];
  const answer = JSON.stringify({ instanceAction: action('reboot', events) }, undefined, 1)
    .replace(/^ +/gm, '');
  const text = `An example of an answer:\n${answer}\n${'\nIt tells what became of it.\n'.repeat(9)}`;
  assert.deepEqual(told(text).map(([kind, outcome]) => [kind, outcome]), [['reboot', 'unknown']]);
  const illegible = String(one).replaceAll('f', 'x');
  assert.deepEqual(told(table(listed, [illegible, vm, 'stop', at(10)])).map((row) => row[3]), [illegible]);
});
