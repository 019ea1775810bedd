// Logs of Nova are told by their first lines: samples of each layout and wrapper, prose, and real logs.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { linesToLookAt, looksLikeNovaLog } from '../../src/core/reading/detect';
import { layouts, wrappers } from '../../src/knowledge/formats';

const uuid = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const lineOf = (logger: string) =>
  `2025-03-11 14:07:32.418 7 INFO ${logger} [-] [instance: ${uuid}] VM Started (Lifecycle Event)`;
const frameOf = (file: string) => [`  File "${file}", line 2231, in _build_resources`, '    yield resources'];
const manager = '/usr/lib/python3/dist-packages/nova/compute/manager.py';

test('a line of a Nova logger makes a log, whatever stands around it', () => {
  assert.ok(looksLikeNovaLog([lineOf('nova.compute.manager')]));
  for (const { id, samples } of wrappers) {
    for (const sample of samples) assert.ok(looksLikeNovaLog([sample]), `${id}: ${sample}`);
  }
});

test('every layout with a Nova logger in it is known', () => {
  const without = ['answer', 'time-only', 'libvirt', 'cut-head', 'unknown'];
  const known = layouts.filter(({ id }) => !without.includes(id));
  for (const { id, samples } of known) {
    for (const sample of samples) assert.ok(looksLikeNovaLog([sample]), `${id}: ${sample}`);
  }
});

test('a traceback without any header is known by its frames', () => {
  assert.ok(looksLikeNovaLog(['Traceback (most recent call last):', ...frameOf(manager)]));
  assert.ok(looksLikeNovaLog(frameOf('/opt/stack/nova/nova/virt/libvirt/driver.py')));
  assert.ok(!looksLikeNovaLog(['Traceback (most recent call last):', ...frameOf('/srv/app/main.py')]));
});

test('the frames of a failed test of Nova are no log', () => {
  assert.ok(!looksLikeNovaLog(frameOf('/opt/stack/nova/nova/tests/unit/compute/test_manager.py')));
});

test('logs of other projects are not Nova logs', () => {
  for (const logger of ['neutron.agent.rpc', 'cinder.volume.manager', 'placement.requestlog', 'oslo_service.service']) {
    assert.ok(!looksLikeNovaLog([lineOf(logger), lineOf(logger)]), logger);
  }
});

test('lines of libraries speak neither for nor against', () => {
  const libraries = Array.from({ length: 100 }, () => lineOf('oslo.messaging._drivers.impl_rabbit'));
  assert.ok(looksLikeNovaLog([...libraries, lineOf('nova.service')]));
  const neutron = Array.from({ length: 100 }, () => lineOf('neutron.wsgi'));
  assert.ok(!looksLikeNovaLog([...neutron, lineOf('nova.service')]));
});

test('prose that mentions Nova or quotes a line of it is no log', () => {
  const sentence = (n: number) => `${n}. Restart nova-compute, then look at nova.conf and nova/compute.`;
  const prose = Array.from({ length: 30 }, (_, n) => sentence(n));
  assert.ok(!looksLikeNovaLog(prose));
  assert.ok(!looksLikeNovaLog([...prose, lineOf('nova.compute.manager')]));
  assert.ok(looksLikeNovaLog([...prose, ...prose.slice(0, 5).map(() => lineOf('nova.compute.manager'))]));
});

test('nothing, blank lines and what comes too late are no log', () => {
  assert.ok(!looksLikeNovaLog([]));
  assert.ok(!looksLikeNovaLog(['', '  ', '\t']));
  assert.ok(!looksLikeNovaLog([...Array.from({ length: linesToLookAt }, () => ''), lineOf('nova.api')]));
});

test('a line of many megabytes is looked at for a moment only', () => {
  const begin = performance.now();
  assert.ok(looksLikeNovaLog([lineOf('nova.api') + ' x'.repeat(8_000_000)]));
  assert.ok(!looksLikeNovaLog([`${'/nova/'.repeat(2_000_000)}.py`]));
  assert.ok(performance.now() - begin < 1000);
});

const corpus = process.env.NOVA_LENS_CORPUS ?? '../shared/corpus';
const notOurs = new Set([
  'ansi-caret-notation-devstack/neutron.log', 'folsom-block-migration/libvirtd.log', 'keedio-syslog-json/example2.log',
  'train-novalidhost-multiservice-fragments/placement.log',
  // one line each, and that of a library: nothing in them is Nova's
  'launchpad-bug-lines/lp1761062-nova-compute.log', 'launchpad-bug-lines/lp1888395-nova-compute.log',
]);

test('real logs are told from those of others', { skip: !fs.existsSync(corpus) && 'no corpus here' }, () => {
  const files = fs.readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /\.(?:log|txt)$/.test(file));
  assert.ok(files.length > 50);
  const wrong = files.filter((file) => {
    const lines = fs.readFileSync(path.join(corpus, file), 'utf8').split(/\r?\n/);
    return looksLikeNovaLog(lines) === notOurs.has(file);
  });
  assert.deepEqual(wrong, []);
});

test('a list of instance actions is one, a list of other things with requests is none', () => {
  const row = `| req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24 | ${uuid} | create | 2025-03-11T14:07:30.000000 |`;
  assert.ok(looksLikeNovaLog(['| Request ID | Server ID | Action | Start Time |', row]));
  assert.ok(!looksLikeNovaLog(['| Request ID | Volume ID | Owner | Start Time |', row]));
});

test('a line in which many stand is looked into', () => {
  const said = (logger: string) => Array.from({ length: 900 }, (_, i) =>
    `2025-03-11 14:07:32.418 7 INFO ${logger} [-] [instance: ${uuid}] Line ${i} of many`);
  const within = (lines: readonly string[]) => [
    `fatal: [cmp01]: FAILED! => ${JSON.stringify({ rc: 1, stdout: lines.join('\n') })}`,
    JSON.stringify({ hits: { hits: lines.map((message) => ({ _source: { message } })) } }),
    JSON.stringify(lines.join('\n')),
  ];
  for (const line of within(said('nova.compute.manager'))) assert.ok(looksLikeNovaLog([line, '']), line.slice(0, 80));
  for (const line of within(said('neutron.agent'))) assert.ok(!looksLikeNovaLog([line, '']), line.slice(0, 80));
});
