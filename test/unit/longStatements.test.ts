// Statements that end with words of their own behind what an exception says in several lines.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText, stories, vm } from '../support/story';
import { same } from '../support/scanning';

const head = (second: number, level: string, logger: string) =>
  `2012-11-08 22:00:${String(second).padStart(2, '0')} ${level} ${logger}`;
const rpc = 'nova.openstack.common.rpc.amqp';
const request = '[req-00000001-0000-4000-8000-000000000000 admin demo]';
const said = ['Unexpected error while running command.', 'Command: sudo widget --all', 'Exit code: 255', "Stdout: ''",
  "Stderr: 'widget: none\\n'"];
const trace = (second: number, lines: readonly string[]) =>
  lines.map((line) => `${head(second, 'TRACE', rpc)} ${line}`);

const statement = [
  `${head(9, 'ERROR', 'nova.compute.manager')} ${request} [instance: ${vm}] ${said[0] ?? ''}`,
  ...said.slice(1, -1), `${said.at(-1) ?? ''}. Setting instance vm_state to ERROR`,
];
const handled = [
  `${head(10, 'ERROR', rpc)} [-] Exception during message handling`,
  ...trace(10, ['Traceback (most recent call last):',
    '  File "/usr/lib/python2.7/dist-packages/nova/compute/manager.py", line 9, in finish_resize',
    `ProcessExecutionError: ${said[0] ?? ''}`, ...said.slice(1)]),
];

test('what fails an instance is told by its last line where the exception has several', () => {
  const text = [...statement, ...handled].join('\n');
  assert.deepEqual(stories(analyseText(text)), ['resize? failed in resize_finish | ProcessExecutionError@9']);
  const [operation] = analyseText(text).timelines[0]?.operations ?? [];
  assert.equal(operation?.vmState, 'error');
  assert.deepEqual(operation.rootCause?.message.split('\n').length, said.length);
});

test('that another record ends so makes no statement of the one above', () => {
  const text = [statement[0], `${head(9, 'INFO', 'nova.widgets')} ${request} x`, statement.at(-1), ...handled].join('\n');
  assert.deepEqual(analyseText(text).timelines.flatMap(({ operations }) => operations), []);
});

test('a scanned log has such a statement too', () => {
  const quiet = Array.from({ length: 2000 }, (_, at) =>
    `${head(at % 60, 'DEBUG', 'nova.openstack.common.rpc.amqp')} ${request} UNIQUE_ID is ${at}.`);
  same(Buffer.from([...quiet, ...statement, ...handled, ...quiet].join('\n')), 'long');
});
