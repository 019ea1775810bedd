// The exception that the API keeps of a server, copied without its date beside lines of the same failure.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText, otherVm, vm } from '../support/story';

const cell = (message: string, instance = vm) => `| fault | {"message": "Build of instance ${instance} was re-scheduled: `
  + `${message}", "code": 500, "details": "  File \\"/usr/lib/python2.7/site-packages/nova/compute/manager.py\\", line 2258, `
  + 'in _do_build_and_run_instance |';
const at = (time: string, text: string) => `2016-09-06 10:${time} 31 ${text}`;
const traced = (time: string, text: string) => at(time, `TRACE nova.compute.manager [instance: ${vm}] ${text}`);
const request = 'req-3e0c1d7a-5b64-4f0e-8a9d-7c2b1e6f4d05';
const reason = '\'NoneType\' object has no attribute \'bit_length\'';
const lines = [
  traced('07:31.418', '  File "/opt/site-packages/nova/utils.py", line 7, in measure'),
  traced('07:31.418', '    return size.bit_length()'),
  traced('07:31.418', `AttributeError: ${reason}`),
  at('07:31.420', `INFO nova.compute.manager [${request} user project - - -] [instance: ${vm}] Terminating instance`),
];

const told = (...texts: readonly string[]) => analyseText(...texts).timelines.flatMap(({ operations }) =>
  operations.map(({ kind, outcome, request: own, rootCause, fault }) =>
    [kind, outcome, own, rootCause?.type, rootCause?.at.line, fault?.type]));

test('it is no operation of its own, above the lines, below them and in a text of its own', () => {
  const once = (line: number) => [['create', 'failed', request, 'AttributeError', line, 'RescheduledException']];
  assert.deepEqual(told([cell(reason), '', ...lines].join('\n')), once(4));
  assert.deepEqual(told([...lines, '', cell(reason)].join('\n')), once(2));
  assert.deepEqual(told(`${cell(reason)}\n`, lines.join('\n')), once(2));
  assert.deepEqual(told(lines.join('\n'), `${cell(reason)}\n`), once(2));
});

test('the API keeps the beginning of a long message', () => {
  const long = `the disk at ${'/very/long/path'.repeat(20)} is full`;
  const text = [cell(long.slice(0, 190)), '', traced('07:31.418', `DiskError: ${long}`)].join('\n');
  assert.deepEqual(told(text).map(([kind, , , type]) => [kind, type]), [['create', 'DiskError']]);
  const short = [cell('the disk'), '', traced('07:31.418', 'InvalidDiskInfo: the disk is full')].join('\n');
  assert.equal(told([short, lines[3]].join('\n')).length, 2);
});

test('where it is not sure whose failure it tells of it stays what it was', () => {
  const counted = (...rows: readonly string[]) => told(rows.join('\n')).length;
  assert.equal(counted(cell('another reason'), '', ...lines), 2);
  assert.equal(counted(cell(reason, otherVm), '', ...lines), 2);
  const later = lines.map((line) => line.replace(' 10:07', ' 14:55').replace(request, request.replace('3e0c', '4f1d')));
  assert.equal(counted(cell(reason), '', ...lines, ...later), 3);
});

test('one whose date is by the time of another zone than the lines is none of its own either', () => {
  const dated = (created: string) => JSON.stringify({ id: vm, fault: { code: 500, created,
    message: `Build of instance ${vm} was re-scheduled: ${reason}`,
    details: '  File "/nova/compute/manager.py", line 2258, in _do_build_and_run_instance\n' } });
  const apart = (created: string) => told([dated(created), '', ...lines].join('\n')).length;
  assert.deepEqual(told([dated('2016-09-06T02:07:32Z'), '', ...lines].join('\n')),
    [['create', 'failed', request, 'AttributeError', 4, 'RescheduledException']]);
  assert.equal(apart('2016-09-06T15:37:30Z'), 1);
  assert.equal(apart('2016-09-06T02:01:32Z'), 2);
  assert.equal(apart('2016-08-31T10:07:32Z'), 2);
});
