// What Nova's API tells of a server or an action, as tables, JSON and YAML → the exception in it, no more.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDigest } from '../../src/core/digest';
import { parsePythonLiteral } from '../../src/core/reading/pythonLiteral';
import { readingOf, sketch } from '../support/reading';
import { analyseText, vm } from '../support/story';

const details = [
  '  File "/usr/lib/python2.7/site-packages/nova/conductor/manager.py", line 671, in build_instances',
  '    raise exception.MaxRetriesExceeded(reason=msg)',
];
const message = 'Exceeded maximum number of retries. Last exception: no luck';
const fault = { message, code: 500, details: `${details.join('\n')}\n`, created: '2025-03-11T14:07:32Z' };
const server = { created: '2025-03-11T14:00:00Z', fault, id: vm, name: 'web1', status: 'ERROR' };
const printed = (value: object) => JSON.stringify(value)
  .replaceAll('\\"', '\0').replaceAll('"', '\'').replaceAll('\0', '"').replaceAll('null', 'None');

const row = (name: string, value: string) => `| ${name.padEnd(12)} | ${value.padEnd(60)} |`;
const rule = `+${'-'.repeat(14)}+${'-'.repeat(62)}+`;
const table = (rows: readonly string[]) => [rule, row('Field', 'Value'), rule, ...rows, rule].join('\n');
const python = `{u'message': u'${message}', u'code': 500, u'details': u'${details.join('\\n')}\\n', `
  + 'u\'created\': u\'2025-03-11T14:07:32Z\'}';

const told = (text: string) => {
  const { timelines, findings } = analyseText(text);
  const operations = timelines.flatMap((timeline) => timeline.operations);
  return {
    operations: operations.map(({ kind, outcome, instance, request, rootCause: cause, failedPhase }) => [
      kind, outcome, instance, request, cause?.type, cause?.message, cause?.at.line, failedPhase]),
    loose: findings.filter(({ check }) => check === 'unknown-fault')
      .map(({ instance, args, at }) => [instance, args['type'], args['message'], at.line]),
  };
};
const failed = (line: number, instance: string | undefined = vm) => ({
  operations: [['create', 'failed', instance, undefined, 'MaxRetriesExceeded', message, line, 'scheduling']],
  loose: [],
});

test('the fault of a server is read from a table, with its instance, time and class', () => {
  const text = table([row('created', server.created), row('fault', python), row('id', vm), row('name', 'web1')]);
  assert.deepEqual(told(text), failed(4));
  const { records, counts, layout } = readingOf(text);
  assert.deepEqual(records[0]?.header?.time, Date.UTC(2025, 2, 11, 14, 7, 32));
  assert.deepEqual([counts, layout.layout], [{ records: 1, unread: 0 }, 'answer']);
});

test('a row that was copied without its first bar is read too', () => {
  const alone = row('fault', python).slice(2);
  assert.deepEqual(told(`${alone}\n${row('id', vm)}`), failed(0));
  assert.deepEqual(told(`  > ${alone}`).loose, [[undefined, 'MaxRetriesExceeded', message, 0]]);
  assert.deepEqual(told('fault | no table'), { operations: [], loose: [] });
  const logged = `2025-03-11 14:07:30.418 7 INFO nova.compute.claims [-] [instance: ${vm}] Claim successful on node a`;
  for (const between of ['', '   \n', '\n']) {
    const { records } = readingOf(`fault | ${python}\n${between}${logged}`);
    assert.equal(records.at(-1)?.header?.logger, 'nova.compute.claims', between);
  }
});

test('rows of other tables on the page are not lost', () => {
  const hosts = table([row('host', 'cmp01'), row('state', 'up')]);
  const logged = `| 2025-03-11 14:07:30.418 | 7 INFO nova.compute.claims [-] [instance: ${vm}] Claim successful on node a |`;
  const text = [hosts, table([row('fault', python), row('id', vm)]), logged].join('\n');
  const { records, counts } = readingOf(text);
  assert.equal(counts.unread, 2);
  const { line, header } = records.at(-1) ?? {};
  assert.deepEqual([records[0]?.line, line, header?.logger], [9, 12, 'nova.compute.claims']);
});

test('it is read where a client broke the cell between words, or where the text has its lines', () => {
  const words = python.split(/(?<= )/);
  const cells: string[] = [''];
  for (const word of words) {
    if (`${cells.at(-1)}${word}`.trimEnd().length > 60) cells.push('');
    cells.push(`${cells.pop()}${word}`);
  }
  const broken = cells.map((cell, at) => row(at === 0 ? 'fault' : '', cell.trimEnd()));
  assert.deepEqual(told(table([...broken, row('id', vm)])), failed(3));
  const json = JSON.stringify(fault).split('\\n').map((cell, at) => row(at === 0 ? 'fault' : '', cell));
  assert.deepEqual(told([...json, row('id', vm)].join('\n')), failed(0));
});

test('it is read where a terminal cut the rows', () => {
  const whole = row('fault', `{"message": "${message}", "code": 500, "created": "2025-03-11T14:07:32Z"}`);
  const text = [`${whole.slice(0, 70)}\n${whole.slice(70)}`, `| id           | ${vm}\n        |`].join('\n');
  assert.deepEqual(told(text), { operations: [], loose: [[vm, 'MaxRetriesExceeded', message, 0]] });
});

test('it is read from JSON, laid out or not, and from the answer of the API', () => {
  assert.deepEqual(told(JSON.stringify(server)), failed(0));
  assert.deepEqual(told(JSON.stringify({ server })), failed(0));
  assert.deepEqual(told(JSON.stringify(server, undefined, 2)), failed(2));
});

test('a fault that was pasted alone is of no instance', () => {
  const { operations, loose } = told(JSON.stringify({ fault }, undefined, 2));
  assert.deepEqual([operations, loose], [[], [[undefined, 'MaxRetriesExceeded', message, 1]]]);
});

test('between the lines of a page it is read too, and is of the instance that its message names', () => {
  const named = { message: `Exhausted all hosts available for retrying build failures for instance ${vm}.`, code: 500 };
  const answer = JSON.stringify({ fault: { ...named, created: fault.created } }, undefined, 2);
  const text = `On the controller we ask for the fault:\n\n${answer}\n\n${'Nobody knows what it means.\n\n'.repeat(9)}`;
  assert.deepEqual(analyseText(text).findings.map(({ instance, at }) => [instance, at.line]), [[vm, 3]]);
});

test('it is read from YAML, with the breaks that its writer makes', () => {
  const written = `"${details.join('\\n').replaceAll('"', '\\"').replace(', line 671', '\\\n    , line\\\n    \\ 671')}\\n"`;
  const yaml = ['created: \'2025-03-11T14:00:00Z\'', 'fault:', '  code: 500', '  created: \'2025-03-11T14:07:32Z\'',
    `  details: ${written}`, `  message: ${message.replace(' Last', '\n    Last')}`, 'flavor:', '  disk: 1',
    `id: ${vm}`, 'name: web1'].join('\n');
  assert.deepEqual(told(yaml), failed(1));
});

test('what no text names is an error without a class, and no operation', () => {
  const text = table([row('fault', '{\'code\': 500, \'message\': \'who knows\', \'created\': \'\'}'), row('id', vm)]);
  assert.deepEqual(told(text), { operations: [], loose: [[vm, 'error', 'who knows', 3]] });
});

test('a message that is a class names it', () => {
  const text = JSON.stringify({ id: vm, fault: { code: 500, created: '2025-03-11T14:07:32Z', message: 'PortNotFree' } });
  assert.deepEqual(told(text), { operations: [], loose: [[vm, 'PortNotFree', '', 0]] });
});

test('where Nova gave up a build for a reason in words, the frames do not tell the phase', () => {
  const aborted = `Build of instance ${vm} aborted: who knows why`;
  const frames = 'File "/nova/compute/manager.py", line 1, in _do_build_and_run_instance\n    f()\n'
    + '  File "/nova/compute/manager.py", line 2, in _build_and_run_instance\n    reason=msg)\n';
  const text = JSON.stringify({ id: vm, fault: { ...fault, message: aborted, details: `  ${frames}` } });
  assert.deepEqual(told(text).operations, [
    ['create', 'failed', vm, undefined, 'BuildAbortException', aborted, 0, undefined]]);
});

const event = (name: string, start: number, result: string, traceback: string | null) => ({
  event: name, start_time: `2025-03-11T14:07:${start}.000000`, finish_time: `2025-03-11T14:07:${start + 1}.000000`,
  result, traceback,
});
const request = 'req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24';
const action = (events: readonly object[]) => (
  { action: 'create', events, instance_uuid: vm, message: 'Error', request_id: request });

test('an event that failed is told with its request, and of the operation that its action names', () => {
  const events = [
    event('compute_f', 30, 'Error', '  File "/nova/compute/utils.py", line 1, in decorated_function\n'
      + '    raise exception.InternalError(x)\n'), event('conductor_g', 20, 'Success', null)];
  const laidOut = JSON.stringify(action(events), undefined, 2);
  assert.deepEqual(told(laidOut).operations.map((one) => one.slice(0, 7)),
    [['create', 'failed', vm, request, 'InternalError', 'compute_f: Error', 2]]);
  const built = [event('compute_f', 30, 'Error', fault.details)];
  const { operations } = told(JSON.stringify(action(built)));
  assert.deepEqual(operations.map((operation) => operation.slice(0, 5)),
    [['create', 'failed', vm, request, 'MaxRetriesExceeded']]);
  const text = table([row('action', 'create'), row('events', printed(built)), row('instance_uuid', vm),
    row('request_id', request)]);
  assert.deepEqual(told(text).operations.map((operation) => operation.slice(0, 5)),
    [['create', 'failed', vm, request, 'MaxRetriesExceeded']]);
});

test('events that went well tell of no exception', () => {
  const text = JSON.stringify(action([event('compute_f', 30, 'Success', null)]));
  const { operations, loose } = told(text);
  assert.deepEqual(operations.map((one) => one.slice(0, 5)), [['create', 'unknown', vm, request, undefined]]);
  assert.deepEqual(loose, []);
});

test('lines of a log beside a table stay what they are', () => {
  const line = `2025-03-11 14:07:40.000 7 INFO nova.compute.manager [-] [instance: ${vm}] VM Started (Lifecycle Event)`;
  const text = `${table([row('fault', python), row('id', vm)])}\n\n${line}`;
  assert.deepEqual(sketch(text).at(-1), '7 VM Started (Lifecycle Event)');
});

test('the time of a fault is of the API, and no time of the log beside it', () => {
  const answer = JSON.stringify({ id: vm, fault });
  const line = `2025-03-11 22:07:40.000 7 INFO nova.compute.manager [-] [instance: ${vm}] VM Started (Lifecycle Event)`;
  const spanOf = (text: string) => {
    const reader = openDigest('log');
    reader.push(new TextEncoder().encode(text));
    const { firstTime, lastTime } = reader.end();
    return [firstTime, lastTime];
  };
  const [api, log] = [Date.UTC(2025, 2, 11, 14, 7, 32), Date.UTC(2025, 2, 11, 22, 7, 40)];
  assert.deepEqual([spanOf(answer), spanOf(`${answer}\n${line}`)], [[api, api], [log, log]]);
});

test('what Python prints is read as far as it goes', () => {
  assert.deepEqual(parsePythonLiteral('{u\'a\': u\'it\\\'s\', "b": [1, None, True, (2, "x")], \'c\': {\'d\': \'cut'),
    { a: 'it\'s', b: [1, null, true, [2, 'x']], c: { d: 'cut' } });
  assert.deepEqual(parsePythonLiteral('{\'a\': 1}]}), \'b\': 2'), { a: 1 });
  assert.equal(parsePythonLiteral(`${'['.repeat(40)}1`) !== undefined, true);
});

test('it is read from what Horizon shows, whose page takes the breaks out of a traceback', () => {
  const build = `Build of instance ${vm} aborted: no luck`;
  const lines = ['Traceback (most recent call last):', 'File "/nova/virt/libvirt/driver.py", line 62, in spawn f(a)',
    'ValueError: no luck: 7', 'During handling of the above exception, another exception occurred:',
    'Traceback (most recent call last):', 'File "/nova/compute/manager.py", line 24, in _do_build_and_run_instance',
    `g(b, c) nova.exception.BuildAbortException: ${build}`];
  const panel = (names: readonly string[]) => ['Why is it so?', '', build, names[0], '500', names[1], lines.join(' '),
    names[2], 'June 3, 2020, 5:59 a.m.', '', 'Nobody knows.'].join('\n');
  for (const names of [['Code', 'Details', 'Created'], ['\u7f16\u7801', '\u8be6\u60c5', '\u521b\u5efa\u4e8e']]) {
    const { operations } = told(panel(names));
    assert.deepEqual(operations.map((one) => one.slice(0, 7)),
      [['create', 'failed', vm, undefined, 'ValueError', 'no luck: 7', 6]]);
    const messages = readingOf(panel(names)).records.map(({ message: text }) => text);
    assert.ok(messages.includes(`nova.exception.BuildAbortException: ${build}`), messages.join('\n'));
  }
  // of a panel that is none all lines stay
  const none = ['Some code:', 'Code', '500', 'Something', `${build}`].join('\n');
  assert.deepEqual(told(none).operations, []);
});

test('a page may have the values of its panel beside their names, and prose below them', () => {
  const frames = ['Traceback (most recent call last):', 'File "/nova/compute/manager.py", line 31, in resize_instance g(b, c)',
    'File "/nova/virt/libvirt/driver.py", line 55, in migrate_disk_and_power_off execute("touch")', 'File "/nova/ut'].join(' ');
  const panel = (...rows: readonly string[]) => ['Why is it so?', '', ...rows, '', 'Nobody knows.'].join('\n');
  const loose = [[undefined, 'WidgetError', '', 5]];
  for (const [said, code, details] of [['Message', 'Code', 'Details'], ['\u6d88\u606f', '\u7f16\u7801', '\u8be6\u60c5']]) {
    assert.deepEqual(told(panel(`${said}:   WidgetError`, `${code}:   500`, `${details}:`, `    ${frames}`)).loose, loose);
  }
  const below = told(panel('Message: WidgetError', 'Code: 500', `Details: ${frames}`, 'Created: June 3, 2020, 5:59 a.m.'));
  assert.deepEqual(below.loose.map((one) => one.slice(0, 3)), [[undefined, 'WidgetError', '']]);
  assert.deepEqual(told(panel('Message: WidgetError', 'Code: none', `Details: ${frames}`)).loose.length, 0);
  assert.ok(readingOf(panel('Message: WidgetError', 'Code: 500', 'Details:', frames)).counts.unread >= 2, 'prose is none of it');
});

test('what Horizon says when a build fails is read', () => {
  const say = (message: string) => 'We see: Error: Failed to perform requested operation on instance "web1", the instance '
    + `has an error status: Please try again later [Error: ${message}].`;
  const { operations } = told(say(`Build of instance ${vm} aborted: no luck`));
  assert.deepEqual(operations.map((one) => one.slice(0, 7)),
    [['create', 'failed', vm, undefined, 'BuildAbortException', `Build of instance ${vm} aborted: no luck`, 0]]);
  const older = 'Error: Failed to launch instance "web1": Please try again later [Error: No valid host was found. ].';
  for (const said of [say('No valid host was found.'), older]) assert.deepEqual(told(said).loose.map((one) => one[1]), ['NoValidHost']);
});

test('up to Grizzly the class was the message, and what it said stood above the frames', () => {
  const text = '[Errno 2] No such file or directory: \\\'/var/lib/nova/instances/web1\\\'';
  const rows = [`{u'message': u'OSError', u'code': 500, u'details': u'${text}`,
    '  File "/nova/compute/manager.py", line 2463, in finish_revert_resize', '    block_device_info)',
    '\', u\'created\': u\'2013-07-15T03:11:31Z\'}'];
  const page = table([...rows.map((one, at) => row(at === 0 ? 'fault' : '', one)), row('id', vm)]);
  assert.deepEqual(told(page).operations, [['revertResize', 'failed', vm, undefined, 'OSError',
    '[Errno 2] No such file or directory: \'/var/lib/nova/instances/web1\'', 3, 'resize_reverting']]);
});
