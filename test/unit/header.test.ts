// One line → the head that oslo.log wrote and the message behind it, in every layout of every release.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { headerReader } from '../../src/core/reading/header';
import type { Header } from '../../src/core/model';
import { readingOf } from '../support/reading';

const uuid = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const request = 'req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24';
const globalRequest = 'req-0c7be2aa-1d55-4c1f-8f5e-6a2f0f3ad9b1';
const user = '4f6c2b1d0e9a47c3b5d8f1a2c3e4d5f6 9b8a7c6d5e4f40312a1b0c9d8e7f6a5b';

interface Read extends Partial<Header> {
  readonly message: string;
  readonly layout: string;
}

/** Only what the line says; undefined: it has no head. */
function read(text: string): Read | undefined {
  const own = headerReader()(text, 0);
  if (!own) return undefined;
  const said = Object.fromEntries(Object.entries(own.header).filter(([, value]) => value !== undefined));
  return { ...said, message: text.slice(own.start), layout: own.layout };
}

const at = Date.UTC(2025, 2, 11, 14, 7, 32, 418);

test('the head of Zed and newer has two request ids', () => {
  const context = `[${globalRequest} ${request} ${user} - - default default]`;
  const line = '2025-03-11 14:07:32.418 7 INFO nova.compute.manager';
  assert.deepEqual(read(`${line} ${context} [instance: ${uuid}] Rebuilding instance`), {
    time: at, process: '7', level: 'INFO', logger: 'nova.compute.manager', context: 'request', request, globalRequest,
    instance: uuid, message: 'Rebuilding instance', layout: 'oslo',
  });
});

const contexts: readonly [string, Partial<Header>][] = [
  ['[-]', { context: 'empty' }],
  [`[${request} ${user} - default default]`, { context: 'request', request }],
  [`[${request} demo alice]`, { context: 'request', request }],
  [`[${request} None]`, { context: 'request', request }],
  [`[${request} ]`, { context: 'request', request }],
  [`[${request}]`, { context: 'request', request }],
  [`[None ${request} ${user} - - default default]`, { context: 'request', request }],
  [`[None ${request} - - - - - -]`, { context: 'request', request }],
  [`[${globalRequest} ${request} - - - - - -]`, { context: 'request', request, globalRequest }],
  [`[${globalRequest} None ${user} - - default default]`, { context: 'request', globalRequest }],
  [`[edge-7 ${request} - - - - - -]`, { context: 'request', request }],
  ['[None None]', { context: 'empty' }],
  ['[None None - - - - - -]', { context: 'empty' }],
  ['[- - - - - -]', { context: 'empty' }],
  ['[req-3ccf19e4-... admin admin]', { context: 'request', request: 'req-3ccf19e4-...' }],
];

test('every kind of context is told from the message', () => {
  for (const [context, said] of contexts) {
    const line = `2025-03-11 14:07:32.418 7 INFO nova.service ${context} Starting`;
    assert.deepEqual(read(line), {
      time: at, process: '7', level: 'INFO', logger: 'nova.service', ...said, message: 'Starting', layout: 'oslo',
    }, context);
  }
});

test('what begins with a bracket and is no context belongs to the message', () => {
  for (const message of ['[u\'Traceback (most recent call last):\\n\']', '[Errno 111] ECONNREFUSED', '[]', '[', '[req']) {
    const line = `2025-03-11 14:07:32.418 7 ERROR oslo.messaging ${message}`;
    assert.deepEqual([read(line)?.context, read(line)?.message], ['none', message], message);
  }
});

test('a line of a traceback has no context and keeps its indentation', () => {
  const head = '2025-03-11 14:07:32.418 7 ERROR nova.compute.manager';
  assert.equal(read(`${head} [instance: ${uuid}]   File "/nova/x.py", line 1, in f`)?.message, '  File "/nova/x.py", line 1, in f');
  assert.equal(read(`${head}     return f()`)?.message, '    return f()');
  assert.equal(read(`${head} [instance: ${uuid}] `)?.message, '');
  assert.equal(read(`${head} [instance: ${uuid}]`)?.message, '');
  assert.equal(read(head)?.message, '');
  assert.deepEqual([read(head)?.context, read(`${head} [instance: ${uuid}]`)?.context], ['none', 'none']);
});

test('instance tags come in many spellings', () => {
  const tags: readonly [string, string | undefined][] = [
    [`[instance: ${uuid.toUpperCase()}] `, uuid], [`[instance: ${uuid} ] `, uuid], ['[instance: None] ', undefined],
    ['[instance: 7ab93819-...] ', '7ab93819-...'], ['[instance: web-1] ', 'web-1'], [`[Instance: ${uuid}]`, uuid],
    ['[instance: ] ', undefined],
  ];
  for (const [tag, instance] of tags) {
    const line = read(`2025-03-11 14:07:32.418 7 INFO nova.compute.manager [-] ${tag}Terminating instance`);
    assert.deepEqual([line?.instance, line?.message], [instance, 'Terminating instance'], tag);
  }
  const essex = `instance ${uuid}: getting locked state`;
  assert.deepEqual(read(`2012-08-20 15:00:58 DEBUG nova.compute.manager [-] ${essex}`)?.message, essex);
});

test('times are read with and without fractions, which are cut to milliseconds', () => {
  const clocks: readonly [string, number][] = [
    ['2025-03-11 14:07:32.418', at], ['2025-03-11 14:07:32,418', at], ['2025-03-11 14:07:32.418999', at],
    ['2025-03-11T14:07:32.418', at], ['2025-03-11 14:07:32,4', at - 18], ['2025-03-11 14:07:32', at - 418],
    ['2025-03-11 14:07:32.418+02:00', at], ['2025-03-11T14:07:32.418Z', at],
    ['2024-02-29 23:59:59.999', Date.UTC(2024, 1, 29, 23, 59, 59, 999)], ['1999-12-31 00:00:00', Date.UTC(1999, 11, 31)],
  ];
  for (const [clock, time] of clocks) {
    assert.equal(read(`${clock} 7 INFO nova.service [-] x`)?.time, time, clock);
  }
  for (const clock of ['2025-13-11 14:07:32', '2025-03-32 14:07:32', '2025-03-11 24:07:32', '25-03-11 14:07:32', '2025-03-1']) {
    assert.equal(read(`${clock} 7 INFO nova.service [-] x`), undefined, clock);
  }
});

test('days agree with the calendar', () => {
  for (let day = Date.UTC(1999, 0, 1); day < Date.UTC(2030, 0, 1); day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10);
    assert.equal(read(`${date} 00:00:00.000 7 INFO nova [-] x`)?.time, day, date);
  }
});

test('levels have the names of this product', () => {
  const words = { TRACE: 'TRACE', AUDIT: 'AUDIT', WARN: 'WARNING', WARNING: 'WARNING', CRITICAL: 'CRITICAL', FATAL: 'CRITICAL' };
  for (const [word, level] of Object.entries(words)) {
    assert.equal(read(`2014-03-11 14:07:32.418 7 ${word} nova.service [-] x`)?.level, level);
  }
  assert.equal(read('2014-03-11 14:07:32.418 7 INFORMATION nova.service [-] x')?.layout, 'time-only');
});

test('process ids may be absent, and layouts are told apart by what is there', () => {
  assert.deepEqual(read('2014-12-08 08:08:23.924 INFO nova.x [-] y')?.layout, 'oslo-no-process');
  assert.deepEqual(read('2012-08-20 15:00:58 INFO nova.x [-] y')?.layout, 'oslo-seconds');
  assert.deepEqual(read(`INFO nova.x [${request} demo demo] y`)?.layout, 'oslo-no-time');
  assert.equal(read('INFO everything is fine'), undefined);
  assert.equal(read('ERROR nova.compute.manager'), undefined);
});

test('a context that the end of the line cuts is none of the message', () => {
  const cut = read('2025-03-11 14:07:32.418 7 INFO nova.x [req-8a1f4c0e-52d7-4f0b 4f6c2b1d');
  assert.deepEqual([cut?.context, cut?.message], ['request', '']);
});

test('the log of libvirtd is read beside Nova\'s', () => {
  const line = read('2012-10-31 22:19:10.580+0000: 24927: error : virNetSocketNewConnectTCP:411 : Unable to resolve');
  assert.deepEqual([line?.process, line?.level, line?.message, line?.layout],
    ['24927', 'ERROR', 'virNetSocketNewConnectTCP:411 : Unable to resolve', 'libvirt']);
});

const facts = path.join(process.env['NOVA_LENS_FACTS'] ?? '../shared/nova-facts', 'oslo-log-formats.json');
const absent = fs.existsSync(facts) ? false : 'skipped: no facts of oslo.log';

interface Facts {
  readonly examples: Readonly<Record<string, readonly string[]>>;
  readonly deployments: readonly { readonly name: string; readonly examples?: readonly string[] }[];
}

test('each example of oslo.log and of each deployment is read whole', { skip: absent }, () => {
  const { examples, deployments } = JSON.parse(fs.readFileSync(facts, 'utf8')) as Facts;
  const lines = [Object.values(examples), deployments.map((deployment) => deployment.examples ?? [])].flat(2);
  assert.ok(lines.length > 40);
  for (const line of lines) {
    const { records, counts } = readingOf(line);
    const [record] = records;
    assert.deepEqual([records.length, counts], [1, { records: 1, unread: 0 }], line);
    assert.match(record?.header?.logger ?? '', /^nova\./, line);
    assert.notEqual(record?.header?.level, undefined, line);
    assert.doesNotMatch(record?.message ?? '', /^\[|\u001b|^\s*$/, line);
    assert.equal(record?.header?.request !== undefined, line.includes('req-'), line);
    assert.equal(record?.header?.instance !== undefined, line.includes('instance: '), line);
  }
});

test('milliseconds that Nova did not pad yet are whole numbers; a fraction behind a T is one', () => {
  const rest = '25544 DEBUG nova.service [-] Started';
  const second = Date.UTC(2013, 0, 10, 0, 25, 16);
  const times = ['2013-01-10 00:25:16.9', '2013-01-10 00:25:16.10', '2013-01-10 00:25:16.100',
    '2013-01-10T00:25:16.10', '2013-01-10 00:25:16'];
  assert.deepEqual(times.map((time) => (read(`${time} ${rest}`)?.time ?? NaN) - second), [9, 10, 100, 100, 0]);
});

test('milliseconds that Python and oslo.log both wrote are one time', () => {
  const said = { process: '7', level: 'INFO', logger: 'nova.compute.manager', context: 'empty', message: 'Ready', layout: 'oslo' };
  const line = (clock: string) => read(`2025-03-11 ${clock} 7 INFO nova.compute.manager [-] Ready`);
  assert.deepEqual(line('14:07:32,418.418'), { time: at, ...said });
  assert.deepEqual(line('14:07:32,000.418'), { time: at, ...said }, 'what oslo.log adds is the record\'s');
  assert.deepEqual(line('14:07:32,418'), { time: at, ...said });
  assert.equal(line('14:07:32,418.4182')?.time, undefined);
});
