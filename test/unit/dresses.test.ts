// What people and programs put around lines, or made of them: frames, prefixes that nobody knows, documents
// laid out over several lines, mail wrapped between words.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOfHead, strangePrefixOf } from '../../src/core/reading/strangePrefix';
import { frames } from '../../src/knowledge/formats';
import { analyseText } from '../support/story';
import { readingOf, sketch } from '../support/reading';

const uuid = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const ids = 'req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24 - - - - -';
const at = (second: number) => `2025-03-11 14:07:${String(second).padStart(2, '0')}.418 7`;
const own = (second: number, message: string) =>
  `${at(second)} ERROR nova.compute.manager [${ids}] [instance: ${uuid}] ${message}`;
const trace = (second: number, message: string) =>
  `${at(second)} ERROR nova.compute.manager [instance: ${uuid}] ${message}`;
const failed = [
  own(1, 'Instance failed to spawn: libvirt.libvirtError: it said "no", \'really\''),
  trace(1, 'Traceback (most recent call last):'),
  trace(1, '  File "/usr/lib/python3/dist-packages/nova/virt/libvirt/driver.py", line 7, in spawn'),
  trace(1, '    guest.launch()'),
  trace(1, 'libvirt.libvirtError: it said "no", \'really\''),
];

const contents = (text: string) =>
  readingOf(text).records.map(({ line, header, message }) =>
    [line, header?.instance, header?.request, message]);
const causesIn = (text: string) => analyseText(text).timelines.flatMap(({ instance, operations }) =>
  operations.map(({ kind, outcome, chain }) =>
    [instance, kind, outcome, ...chain.map(({ type, message }) => `${type}: ${message}`)]));

test('each sample of a frame is read as the line within it', () => {
  for (const { id, samples } of frames) {
    for (const sample of samples) {
      const [record, ...others] = readingOf(`${sample}\n${sample}\n`).records.filter(({ line }) => line === 0);
      assert.equal(others.length, 0, id);
      assert.equal(record?.message, 'VM Started (Lifecycle Event)', id);
    }
  }
});

test('quotes within strings are the log\'s own again, and backslashes of the log stay', () => {
  const lines = [...failed, own(2, 'Stderr: \'no\\n\'')];
  const plain = contents(lines.join('\n'));
  const python = (line: string) => `b'${line.replaceAll('\\', '\\\\').replaceAll('\'', '\\\'')}\\n'`;
  for (const change of [
    (line: string) => JSON.stringify(line), (line: string) => `${JSON.stringify(line)},`,
    (line: string) => `"${line.replaceAll('"', '""')}"`, python,
  ]) assert.deepEqual(contents(lines.map(change).join('\n')), plain);
});

test('brackets of a list are no part of a message', () => {
  const list = ['{', '    "stdout_lines": [', ...failed.map((line) => `        ${JSON.stringify(line)},`), '    ]', '}'];
  const { records, counts } = readingOf(list.join('\n'));
  assert.equal(records.length, failed.length);
  assert.equal(counts.unread, 4);
});

test('what stands before every line and is no wrapper is taken off, before lines without a head too', () => {
  const bare = [own(1, 'Instance failed to spawn'), 'Traceback (most recent call last):', '  File "/a.py", line 1, in x', 'ValueError: no'];
  const plain = sketch(bare.join('\n'));
  for (const prefix of [
    '+', '-', '< ', '| ', 'cmp01 \u203a nova ', '[log] ', '{app="nova"} ', 'ok: [cmp01] => ', '192.0.2.7: ',
  ]) assert.deepEqual(sketch(bare.map((line) => prefix + line).join('\n')), plain, prefix);
  const numbered = bare.map((line, number) => `[ 12.${number + 100}] cmp01 nova[7]: ${line}`);
  assert.deepEqual(sketch(numbered.join('\n')), plain);
  const timed = bare.map((line) => `2025-03-11 14:07:59.123456 | compute1 | ${line}`);
  assert.deepEqual(sketch(timed.join('\n')), plain);
});

test('what a message quotes behind a head is no head', () => {
  const lines = [own(1, 'one'), `a program said: ${own(2, 'two')}`, own(3, 'three')];
  assert.deepEqual(sketch(lines.join('\n')), ['0 one', `1 > ${lines[1]}`, '2 three']);
});

test('a prefix is texts and words; the rest of a head that was cut is none', () => {
  assert.deepEqual(strangePrefixOf(['1 | a ', '2 | a ']).parts, ['', ' | a ']);
  assert.deepEqual(strangePrefixOf(['+', '+']).parts, ['+']);
  assert.equal(strangePrefixOf(['x', 'y']).parts, undefined);
  assert.equal(placeOfHead(own(1, 'one')), -1);
  assert.equal(placeOfHead(`- ${own(1, 'one')}`), 2);
  assert.equal(placeOfHead(own(1, 'one').slice(1)), -1);
});

test('fields of the journal beside the message are no part of it', () => {
  const fields = failed.flatMap((line, number) =>
    [`__CURSOR=s=1;i=${number}`, '_HOSTNAME=cmp01', `MESSAGE=${line}`, '_PID=7', '']);
  assert.deepEqual(causesIn(fields.join('\n')), causesIn(failed.join('\n')));
});

test('objects of JSON with a line for each member hold their log lines', () => {
  const hits = failed.map((message) => ({ _index: 'x', _source: { host: { name: 'cmp01' }, message, tags: ['a'] }, sort: [1] }));
  const plain = causesIn(failed.join('\n'));
  const whole = JSON.stringify({ took: 3, hits: { total: 5, hits } }, null, 2);
  const rows = hits.map((hit) => JSON.stringify(hit, null, '\t')).join('\n');
  for (const text of [whole, rows, JSON.stringify(hits, null, 4)]) assert.deepEqual(causesIn(text), plain);
  const [first] = readingOf(rows).records;
  assert.deepEqual([first?.line, first?.lastLine], [6, 6]);
  assert.deepEqual(readingOf(`${rows}\n{\n  "a b c": 1`).records.length, failed.length);
});

test('lines of a traceback that a collector took apart hang together', () => {
  const documents = failed.map((line) => {
    const [, message = ''] = /ERROR nova\.compute\.manager (?:\[req-[^\]]*\] )?(.*)/.exec(line) ?? [];
    const request = line.includes('[req-') ? { request_id: '8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24' } : {};
    const head = { Timestamp: '2025-03-11 14:07:01.418', Pid: '7', log_level: 'ERROR', python_module: 'nova.compute.manager' };
    return JSON.stringify({ ...head, ...request, Payload: message });
  });
  assert.deepEqual(causesIn(documents.join('\n')), causesIn(failed.join('\n')));
});

test('fences of issue trackers are no part of a message', () => {
  for (const [open, close] of [['{noformat}', '{noformat}'], ['{code:title=a.log}', '{code}']] as const) {
    const text = ['What happened:', open, ...failed, close].join('\n');
    assert.deepEqual(causesIn(text), causesIn(failed.join('\n')));
  }
});

test('what somebody drew or wrote below a traceback is no part of its message', () => {
  const plain = causesIn(failed.join('\n'));
  assert.ok(plain.length > 0);
  for (const below of ['#'.repeat(40), '='.repeat(12), '[. . .] And then, there are errors of iscsid as well.']) {
    assert.deepEqual(causesIn([...failed, below, 'Some more words'].join('\n')), plain, below);
  }
});

test('quotes that were made round ones, tabs in a head, and ESC for an escape are as they were', () => {
  const plain = contents(failed.join('\n'));
  const round = failed.map((line) => line.replace(/"([^"]*)"/g, '\u201c$1\u201d').replace(/'([^']*)'/g, '\u2018$1\u2019'));
  assert.deepEqual(contents(round.join('\n')), plain);
  assert.deepEqual(contents(failed.map((line) => line.replaceAll(' ', '\t')).join('\n')), plain);
  // columns of a table: time, process, level, logger, message
  const columns = /^(\S+ \S+) (\d+) ([A-Z]+) (\S+) /;
  assert.deepEqual(contents(failed.map((line) => line.replace(columns, '$1\t$2\t$3\t$4\t')).join('\n')), plain);
  assert.equal(contents(failed.map((line) => line.replace(columns, '$1\t$3\t$4\t')).join('\n')).length, plain.length);
  assert.deepEqual(contents(failed.map((line) => `ESC[01;31m${line}ESC[0m`).join('\n')), plain);
});

test('blanks behind each line are no part of a message', () => {
  assert.deepEqual(contents(failed.map((line) => `${line}   `).join('\n')), contents(failed.join('\n')));
});

test('an instance\'s tag that something was put into names the instance, or none', () => {
  const [begin, end] = [uuid.slice(0, 11), uuid.slice(11)];
  for (const between of [' ', '   ', '#012', '^M', '\u200b', '$']) {
    const text = own(1, 'one').replace(uuid, begin + between + end);
    assert.equal(readingOf(text).records[0]?.header?.instance, uuid, JSON.stringify(between));
  }
  const text = own(1, 'one').replace(uuid, `${begin} 4. ${end}`);
  assert.equal(readingOf(text).records[0]?.header?.instance, undefined);
});

test('a log that was pasted twice says nothing new', () => {
  const told = (text: string) => {
    const { timelines, findings } = analyseText(text);
    return [timelines.map(({ operations }) => operations.length), findings.map(({ check }) => check)];
  };
  assert.deepEqual(told([...failed, ...failed].join('\n')), told(failed.join('\n')));
  const doubled = failed.flatMap((line) => [line, line]).join('\n');
  assert.deepEqual(causesIn(doubled), causesIn(failed.join('\n')));
});

test('what a failed command said is no class, in whatever order its lines come', () => {
  const lines = [
    ...failed.slice(0, 4), trace(1, 'nova.exception.ResizeError: Resize error: Unexpected error while running command.'),
    trace(1, 'Command: ssh cmp02'), trace(1, 'Stdout: \'\''), trace(1, 'Stderr: \'no\''),
  ];
  const types = analyseText(lines.reverse().join('\n')).digests.flatMap(({ faults }) => faults.map(({ type }) => type));
  assert.deepEqual(types, ['nova.exception.ResizeError', 'libvirt.libvirtError']);
});

test('where the newest lines stand first, those of one time are read from the last to the first', () => {
  const said: readonly (readonly [second: number, logger: string, message: string])[] = [
    [1, 'nova.compute.claims', 'Attempting claim on node cmp01: memory 512 MB, disk 1 GB, vcpus 1 CPU'],
    [2, 'nova.compute.claims', 'Claim successful on node cmp01'],
    [3, 'nova.virt.libvirt.driver', 'Creating image'],
    [5, 'nova.virt.libvirt.driver', 'Instance spawned successfully.'],
    [5, 'nova.compute.manager', 'Took 4.00 seconds to build instance.'],
    [5, 'nova.compute.manager', 'Terminating instance'],
    [6, 'nova.virt.libvirt.driver', 'Instance destroyed successfully.'],
  ];
  const lines = said.map(([second, logger, message]) =>
    `2012-08-20 15:00:0${second} INFO ${logger} [-] [instance: ${uuid}] ${message}`);
  const told = (text: string) => analyseText(text).timelines.flatMap(({ operations }) => operations
    .map(({ kind, basis, outcome, begin, end }) => [kind, basis, outcome, begin.time, end.time]));
  const newestFirst = [...lines].reverse().join('\n');
  assert.deepEqual(told(newestFirst), told(lines.join('\n')));
});
