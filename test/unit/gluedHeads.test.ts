// Logs that were pasted where the breaks between some lines got lost → each line for itself, at its place.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyseText, log, stories, vm } from '../support/story';

const faultsOf = (text: string): readonly string[] => (analyseText(text).digests[0]?.faults ?? [])
  .map(({ type, at, level, logger, frames }) =>
    `${type}@${at.line + 1} ${level} ${logger} ${frames.map((frame) => frame.function).join('>')}`);
const at = '2013-01-30 13:39:24.454 7';
const trace = (text: string): string => `${at} TRACE nova.widget ${text}`;

test('a line begins where the head of its traceback stands again', () => {
  assert.deepEqual(faultsOf(`${at} ERROR nova.widget [req-1 demo demo] It broke${trace('Traceback (most recent call last):')}
${trace('  File "/nova/widget.py", line 1, in turn')}${trace('    widget.turn()')}
${trace('  File "/nova/widget.py", line 2, in jam')} ${trace('    raise WidgetJammed()')} ${trace('WidgetJammed: no widget')}`),
  ['WidgetJammed@3 ERROR nova.widget turn>jam']);
});

test('so does one behind a head that says nothing, or right behind a word', () => {
  const text = `${trace('Traceback (most recent call last):')}
${trace('WidgetJammed: no widget')}
${trace(`[instance: ${vm}] `)}2013-01-30 13:39:25.001 7 INFO nova.compute.manager [req-2 demo demo] [instance: ${vm}] Rebuilding instance`;
  assert.deepEqual(stories(analyseText(text)), ['rebuild? in-progress']);
});

test('a line that a message quotes is no line of the log', () => {
  const quoted = '2 ERROR nova.widget - The agent said: 2013-01-30 13:39:24.454 7 TRACE nova.agent WidgetJammed: no widget';
  assert.deepEqual(faultsOf(log(quoted)), []);
});

test('a line begins where a head of ERROR has the time and the logger of the one before it', () => {
  const error = (text: string, time = at) => `${time} ERROR nova.widget ${text}`;
  const pasted = (gap: string) => `${error('[-] It broke')}
${error('Traceback (most recent call last):')}
${error('File "/nova/widget.py", line 2, in jam')}\n${error('raise WidgetJammed()')}${gap}`;
  assert.deepEqual(faultsOf(pasted(` ${error('WidgetJammed: no widget')}`)), ['WidgetJammed@4 ERROR nova.widget jam']);
  assert.deepEqual(faultsOf(pasted(` ${error('WidgetJammed: no widget', '2013-01-30 13:39:25.000 7')}`)),
    ['@1 ERROR nova.widget jam']);
});

test('up to Essex a line begins where what stood before each line of a traceback stands again', () => {
  const prefix = '(nova.widget): TRACE:';
  assert.deepEqual(faultsOf(`${prefix} Traceback (most recent call last):
${prefix}   File "/nova/widget.py", line 2, in jam${prefix}     raise WidgetJammed()${prefix} WidgetJammed: no widget${prefix}`),
  ['WidgetJammed@2 undefined  jam']);
});

const context = '[req-11111111-1111-4111-8111-111111111111 demo demo]';
const flowing = `in the queue. 2014-10-09 11:04:33.915 7 WARNING nova.scheduler.driver ${context} [instance: ${vm}] Setting instance to ERROR state. 2014-10-09 11:04:34.011 7 INFO nova.service [-] Connected to the queue on
192.0.2.6:5672 2014-10-09 11:13:14.985 7 INFO nova.service [-] Asked 2014-10-09 11:13:15.485 7 INFO nova.service [-] Caught SIGTERM, exiting 2014-10-09 11:13:15.985 7 INFO nova.service [-] Gone`;

test('lines that a page runs on like sentences begin where their heads stand', () => {
  const found = analyseText(flowing);
  assert.deepEqual(stories(found), ['create? failed in scheduling']);
  assert.equal(found.timelines[0]?.operations[0]?.begin.line, 0);
  assert.equal(found.digests[0]?.lastTime, Date.UTC(2014, 9, 9, 11, 13, 15, 985));
});

test('a log whose messages quote heads of another is read by its own', () => {
  const quote = `2014-10-09 11:04:33.915 9 WARNING nova.scheduler.driver ${context} [instance: ${vm}] Setting instance to ERROR state.`;
  const text = log([1, 2, 3].map((second) => `${second} ERROR nova.widget - The agent said ${quote}`).join('\n'));
  assert.deepEqual(stories(analyseText(text)), []);
  const collected = text.split('\n').flatMap((line) => [line, `${line.slice(0, 40)} [-] Well`])
    .map((line) => `collected from web1 > ${line}`);
  assert.deepEqual(stories(analyseText(collected.join('\n'))), []);
});

test('a line begins behind where a line of DEBUG was logged, if the one behind it is glued as well', () => {
  const error = (text: string) => `2013-01-30 13:39:24.470 7 ERROR nova.widget ${text}`;
  const pasted = `${at} DEBUG nova.widget [-] Turning turn /nova/widget.py:12 ${error('[-] It broke')} `
    + `${error('Traceback (most recent call last):')} ${error('File "/nova/widget.py", line 2, in jam')} `
    + `${error('raise WidgetJammed()')} ${error('WidgetJammed: no widget')}`;
  assert.deepEqual(faultsOf(pasted), ['WidgetJammed@1 ERROR nova.widget jam']);
});
