// Tracebacks → the service in whose process they ran: what their own frames prove, and what is only quoted.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { defaultLimits } from '../../src/core/limits';
import type { Analysis } from '../../src/core/model';
import { holeLabel } from '../../src/core/render/storyRowText';
import { holeText } from '../../src/core/render/storyText';
import { story } from '../../src/core/render/zh/story';
import { analyseText, log } from '../support/story';

const compute = '/usr/lib/python2.7/dist-packages/nova/compute/manager.py';
const conductor = '/usr/lib/python2.7/dist-packages/nova/conductor/manager.py';
const begin = '|Traceback (most recent call last):';

const announced = '0 ERROR rpc r1 Exception during message handling';

/** Frames, each with its line of code, as oslo.log prints them; quoted: as oslo.messaging joins them. */
const frames = (files: readonly string[], mark = '|'): readonly string[] =>
  files.flatMap((file) => [`${mark}  File "${file}", line 7, in work`, `${mark}    step()`]);
const quoted = (files: readonly string[]): readonly string[] =>
  files.flatMap((file) => ['|', ...frames([file])]);
const servicesOf = (...rows: readonly string[]): readonly string[] =>
  analyseText(log(rows.join('\n'))).digests[0]?.services ?? [];

test('a traceback that runs through a service is of that service, whoever logs it', () => {
  const through = (...files: string[]) => servicesOf(announced, begin, ...frames(files), '|WidgetError: jammed');
  assert.deepEqual(through('/oslo_messaging/rpc/server.py', compute), ['nova-compute']);
  assert.deepEqual(through('C:\\Python\\nova\\compute\\manager.py'), ['nova-compute']);
  assert.deepEqual(through('/oslo_messaging/rpc/server.py', conductor), ['nova-conductor']);
  assert.deepEqual(through('/opt/stack/nova/nova/scheduler/manager.py'), ['nova-scheduler']);
  assert.deepEqual(through('/webob/dec.py', '/nova/api/openstack/compute/servers.py', '/nova/compute/api.py'),
    ['nova-api']);
});

test('code that several services call proves nothing', () => {
  for (const file of ['nova/compute/api.py', 'nova/conductor/rpcapi.py', 'nova/objects/instance.py',
    'nova/api/openstack/placement/handler.py', 'nova/api/openstack/wsgi_app.py', 'my-nova/compute/manager.py',
    'nova/compute/manager.pyc.txt']) {
    assert.deepEqual(servicesOf(announced, begin, ...frames([`/a/${file}`]), '|WidgetError: jammed'), [], file);
  }
});

test('a conductor that a service keeps in its own process is no conductor', () => {
  const local = ['/a/nova/conductor/api.py', conductor];
  assert.deepEqual(servicesOf(announced, begin, ...frames([compute, ...local]), '|WidgetError: x'), ['nova-compute']);
  assert.deepEqual(servicesOf(announced, begin, ...frames(local), '|WidgetError: x'), []);
  // who called it may have stood above the cut, or among the frames that are not kept
  assert.deepEqual(servicesOf(announced, ...frames(['/a/b.py', conductor]), '|WidgetError: x'), []);
  const deep = Array.from({ length: 30 }, (_, at) => `/webob/${at}.py`);
  assert.deepEqual(servicesOf(announced, begin, ...frames([...deep, conductor]), '|WidgetError: x'), []);
});

test('what a message quotes of another host is not where it was written', () => {
  const remote = ['|WidgetError_Remote: jammed', begin, ...quoted(['/oslo_messaging/rpc/server.py', compute]),
    '|', '|WidgetError: jammed'];
  assert.deepEqual(servicesOf(announced, begin, ...frames(['/oslo/server.py', conductor]), ...remote),
    ['nova-conductor']);
  assert.deepEqual(servicesOf(announced, begin, ...frames(['/oslo/server.py']), ...remote), []);
  const list = `[u'Traceback (most recent call last):\\n', u'  File "${compute}", line 1, in work\\n    step()\\n', `
    + 'u\'WidgetError: jammed\\n\'].';
  assert.deepEqual(servicesOf(announced, begin, ...frames([conductor]), '|RemoteError: Remote error: X y', `|${list}`),
    ['nova-conductor']);
  assert.deepEqual(servicesOf(`0 ERROR util r1 vm Error from last host: a (node a): ${list}`), []);
  assert.deepEqual(servicesOf('0 ERROR util r1 Failed: WidgetError_Remote: jammed', `>${begin.slice(1)}`,
    ...frames(['/oslo/server.py', compute], '>'), '>WidgetError: jammed'), []);
});

test('a traceback without its beginning tells it by two frames that no blank line parts', () => {
  const rest = (...rows: readonly string[]) => servicesOf(announced, ...rows, '|WidgetError: jammed');
  assert.deepEqual(rest(...frames(['/contextlib.py', compute])), ['nova-compute']);
  assert.deepEqual(rest(...quoted(['/contextlib.py', compute])), []);
  assert.deepEqual(rest(...frames([compute])), []);
});

test('a logger that names its service is believed, not the rest of a traceback that it may have quoted', () => {
  const rest = frames(['/contextlib.py', '/nova/scheduler/manager.py']);
  assert.deepEqual(servicesOf('0 ERROR nova.conductor.manager r1 Failed', ...rest, '|WidgetError: jammed'),
    ['nova-conductor']);
});

test('without a prefix of its own a traceback counts below words that quote nothing', () => {
  const below = (message: string) => servicesOf(`0 ERROR rpc r1 ${message}`, `>${begin.slice(1)}`,
    ...frames([compute], '>'), '>WidgetError: jammed');
  assert.deepEqual(below('Exception during message handling'), ['nova-compute']);
  assert.deepEqual(below('Error during ComputeManager.update_available_resource'), ['nova-compute']);
  assert.deepEqual(below('Exception during message handling: jammed'), []);
});

const jammed = (...files: string[]) => analyseText(log([
  announced, begin, ...frames(files),
  '|ResizeError: Resize error: not able to execute ssh command: instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70',
  '|Command: ssh 192.0.2.7 mkdir -p /var/lib/nova/instances/5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70',
].join('\n')));
const missing = ({ story }: Analysis) => (story?.holes() ?? []).filter(({ kind }) => kind === 'service');

test('a log that such a traceback proves to be of a service is not missed', () => {
  const services = (analysis: Analysis) => missing(analysis).flatMap(({ service = [] }) => service);
  assert.deepEqual(services(jammed(compute)), ['nova-api', 'nova-scheduler']);
  assert.deepEqual(services(jammed('/contextlib.py')), ['nova-api', 'nova-compute', 'nova-scheduler']);
});

test('where nothing tells whose a log is, it is not said that the log of a service is not here', () => {
  const told = (analysis: Analysis) => missing(analysis).map((hole) =>
    [holeText(hole, true).replace(/; .*/, ''), holeLabel(hole)]);
  const unsure = jammed('/contextlib.py');
  assert.deepEqual(told(unsure)[1],
    ['no log here is known to be of nova-compute', 'No log here is known to be of nova-compute']);
  assert.deepEqual(told(jammed(compute))[0], ['no log of nova-api is here', 'No log of nova-api is here']);
  assert.equal(story.unsureService('nova-api'), '这里没有已知属于 nova-api 的日志');
  // the name of its file may tell
  const [digest] = unsure.digests;
  assert.ok(digest?.origin);
  const named = { ...digest, origin: { ...digest.origin, service: 'nova-compute' } };
  assert.deepEqual(told(analyse([named], defaultLimits)).map(([text]) => text),
    ['no log of nova-api is here', 'no log of nova-scheduler is here']);
});
