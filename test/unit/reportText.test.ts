// A hand-made analysis → the report for people at a terminal.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Analysis, Finding } from '../../src/core/model';
import { wrapColumns } from '../../src/core/render/columns';
import { cleanText, placesText, placeText } from '../../src/core/render/terminal';
import { timelineLines } from '../../src/core/render/timelineText';
import { at, makeAnalysis, makeAttempt, makeDigest, makeFault, makeOperation, makePhase, uuid } from '../support/analysisBuilder';

const other = '99999999-2222-4333-8444-555555555555';

function textOf(analysis: Analysis, full = false): string {
  return [...timelineLines(analysis, { paint: (_style, text) => text, full })].join('\n');
}

test('lines of a page that stand in no order of time are told from the upper to the lower', () => {
  const range = (begin: number, end: number) =>
    /lines? [\d–]+/.exec(textOf(makeAnalysis([makeOperation(begin, end, {})])))?.[0];
  assert.deepEqual([range(46, 8), range(8, 46), range(3, 3)], ['lines 9–47', 'lines 9–47', 'line 4']);
});

test('a log is named once: for an operation that stands in one, and for the lines of one role', () => {
  const cause = makeFault('nova.exception.VolumeNotCreated', 25);
  const operation = makeOperation(4, 4, { outcome: 'failed', rootCause: cause, phases: [makePhase('networking', [6])] });
  const analysis = makeAnalysis([operation]);
  const two = { ...analysis, digests: [...analysis.digests, makeDigest({ source: 'other.log' })] };
  const lines = textOf(two).split('\n');
  assert.ok(lines.some((line) => /nova-compute\.log:5(?:$|,)/.test(line)), lines.join('\n'));
  assert.ok(lines.some((line) => /VolumeNotCreated at line 26/.test(line)), lines.join('\n'));
  assert.ok(lines.some((line) => /networking .*line 7/.test(line)), lines.join('\n'));
  const places = [at(4), { ...at(1), source: 'b.log' }, at(6)];
  assert.equal(placesText(places, false), `${at(4).source}:5, 7, b.log:2`);
  assert.equal(placesText([at(4), at(6)], true), 'line 5, 7');
});

test('lines of which only the beginning was read are told as such', () => {
  const partlyRead = [{ why: 'long', lines: 2, first: 6 }, { why: 'cut-answer', lines: 1, first: 0 }] as const;
  const text = textOf({ ...makeAnalysis([]), digests: [makeDigest({ partlyRead })] });
  assert.match(text, /2 lines are read in part, .*\(first: line 7\)/);
  assert.match(text, /1 answer is cut off, or longer than 32 MB: .*\(first: line 1\)/);
});

test('a log of one moment, or of no line, is not said to span time or to be another one', () => {
  const of = (digest: Parameters<typeof makeDigest>[0]) =>
    textOf({ ...makeAnalysis([]), digests: [makeDigest(digest)] }).split('\n').slice(0, 2).join('|');
  const time = Date.UTC(2024, 2, 11, 14);
  assert.match(of({ firstTime: time, lastTime: time }), /2024-03-11 14:00:00(?:\.000)?(?:\||$)/);
  assert.doesNotMatch(of({ isNova: false, lines: 0 }), /not look like/);
});

test('a failure is told with cause, chain, remedy and phases', () => {
  const cause = makeFault('nova.exception.VolumeNotCreated', 25, {
    message: 'Volume v1 did not finish being created even after we waited 189 seconds or 61 attempts. And its status is downloading.',
  });
  const middle = makeFault('nova.exception.InvalidBDM', 30, { message: 'Block Device Mapping is Invalid.', chain: [cause] });
  const fault = makeFault('nova.exception.BuildAbortException', 40, { message: 'aborted', chain: [middle, cause] });
  const operation = makeOperation(4, 44, {
    outcome: 'failed', failedPhase: 'block_device_mapping', rootCause: cause, fault, chain: [cause, middle, fault], request: 'req-7',
    phases: [
      makePhase('scheduling', [], { outcome: 'not-visible', needs: 'DEBUG' }),
      makePhase('networking', [6, 8], { seconds: 2 }),
      makePhase('block_device_mapping', [8, 40], { outcome: 'failed', seconds: 32 }),
    ],
  });
  const lines = textOf(makeAnalysis([operation])).split('\n');
  const has = (wanted: RegExp) => assert.ok(lines.some((line) => wanted.test(line)), `${String(wanted)} in\n${lines.join('\n')}`);
  has(/✗ create · failed in block device mapping after 189 s · VolumeNotCreated/);
  has(/lines 5–45, req-7/);
  has(/root cause +VolumeNotCreated at line 26/);
  has(/then +InvalidBDM at line 31/);
  has(/recorded +BuildAbortException at line 41/);
  has(/to do +61 attempts over 189 s and the volume was still “downloading”/);
  has(/✓ networking +2\.0 s +line 7/);
  has(/✗ block device mapping +32 s +line 9/);
  has(/not visible \(DEBUG would show it\): scheduling/);
  has(/^1 operation on 1 instance: 1 failed$/);
});

test('what to do fits the diagnosis, also where the outcome is not in the log', () => {
  const rootCause = makeFault('libvirt.libvirtError', 25, { message: 'Secret not found' });
  const operation = makeOperation(4, 26, { outcome: 'unknown', rootCause });
  const diagnosis = {
    id: 'ceph-secret', certainty: 'stated', operation: operation.id, attempt: undefined, instance: uuid,
    evidence: [{ role: 'says', at: at(25) }], args: {}, rivals: [], funnel: [], count: 1,
  } as const;
  const text = textOf({ ...makeAnalysis([operation]), diagnoses: [diagnosis] });
  assert.match(text, /to do +Define the secret/);
});

test('the attempts of a build that went on elsewhere are told one by one, each with its cause', () => {
  const cause = makeFault('libvirt.libvirtError', 12, { message: 'no memory' });
  const attempts = [
    makeAttempt(8, 14, { outcome: 'rescheduled', rootCause: cause, fault: cause, phases: [makePhase('spawning', [9, 14], { outcome: 'failed' })] }),
    makeAttempt(15, 30, { host: 'cmp2', phases: [makePhase('spawning', [16, 30], { seconds: 14 })] }),
  ];
  const text = textOf(makeAnalysis([makeOperation(4, 30, { attempts, phases: [makePhase('scheduling', [4, 7], { seconds: 3 })] })]));
  assert.match(text, /Attempt 1 on cmp1 · failed, rescheduled[^\n]*libvirtError\n +root cause +libvirtError at line 13\n +no memory/);
  assert.match(text, /Attempt 2 on cmp2/);
  assert.match(text, /✓ scheduling +3\.0 s +line 5/);
});

test('a slow phase is marked; what was told with its operation is not told again', () => {
  const operation = makeOperation(1, 90, { phases: [makePhase('spawning', [2, 80], { seconds: 78 })] });
  const finding: Finding = {
    check: 'slow-phase', severity: 'information', instance: uuid, at: at(2), related: [], operation: operation.id,
    args: { kind: 'create', phase: 'spawning', seconds: 78, limit: 60 },
  };
  const lost: Finding = {
    ...finding, check: 'unknown-fault', operation: undefined, args: { type: 'Lost', message: 'gone', count: 2 },
  };
  const text = textOf(makeAnalysis([operation], [makeDigest()], [finding, lost]));
  assert.match(text, /spawn.* +78 s +line 3 {2}slow/);
  const [, also = ''] = text.split('Also seen\n');
  assert.match(also, /^ {2}line 3 {2}1111\S+: Lost was logged 2 times and no operation accounts for it\. gone\.\n/);
  assert.ok(!also.includes('took'));
});

test('an exception that several loggers logged is told once, with its number and its places', () => {
  const lost = (line: number, type: string, count: number, message = 'gone'): Finding => ({
    check: 'unknown-fault', severity: 'information', instance: undefined, at: at(line), related: [],
    operation: undefined, args: { type, message, count, logger: `logger${line}` },
  });
  const findings = [lost(2, 'Lost', 2), lost(3, 'Other', 1), lost(7, 'Lost', 1), lost(8, 'Lost', 1, 'away')];
  const [, also = ''] = textOf(makeAnalysis([], [makeDigest()], findings)).split('Also seen\n');
  const told = 'and no operation accounts for it.';
  assert.deepEqual(also.split('\n').slice(0, 4), [
    `  line 3  Lost was logged 3 times ${told} gone. Also at line 8.`,
    `  line 4  Other was logged once ${told} gone.`,
    `  line 9  Lost was logged once ${told} away.`,
    '',
  ]);
});

test('failed instances come first', () => {
  const good = makeOperation(1, 2);
  const bad = makeOperation(3, 4, { id: 'bad', instance: other, outcome: 'failed' });
  const text = textOf(makeAnalysis([good, bad]));
  assert.ok(text.indexOf(other) < text.indexOf(uuid));
  assert.match(text, /2 operations on 2 instances: 1 failed, 1 done$/);
});

test('an operation that waits names the line that is due', () => {
  const due = { phase: 'done', marker: 0, service: 'compute', since: at(9) } as const;
  const text = textOf(makeAnalysis([makeOperation(1, 9, { outcome: 'in-progress', due })]));
  assert.match(text, /due +“.+” from nova-compute\n +no line of it is known after line 10, 2026-11-20 10:00:09/);
});

test('what could not be read, and what is no log of Nova, is said', () => {
  const text = textOf(makeAnalysis([], [
    makeDigest({ source: 'a.log', lines: 1300, unread: 12 }),
    makeDigest({ source: 'b.log', lines: 1, isNova: false, services: [], levels: new Set() }),
  ]));
  assert.match(text, /a\.log: 1,300 lines, nova-compute\n {2}no DEBUG lines[^\n]*\n {2}12 of 1,300 lines were not understood/);
  assert.match(text, /b\.log: 1 line\n {2}this does not look like a nova log/);
  assert.match(text, /No operation on an instance was made out in these logs\.$/);
});

test('a log of which only what a method raised is left may be of Nova: nothing is said of whose it is', () => {
  const told = (logger: string) => textOf(makeAnalysis([], [makeDigest({
    source: 'c.log', lines: 1, isNova: false, services: [], levels: new Set(),
    faults: [makeFault('ResizeError', 1, { logger })],
  })]));
  assert.doesNotMatch(told('oslo_messaging.rpc.server'), /does not look like/);
  assert.match(told('cinder.volume.manager'), /this does not look like a nova log/);
});

test('each log says which host wrote it, and how sure that is', () => {
  const origin = { service: undefined, stream: 'x', order: 0 };
  const text = textOf(makeAnalysis([], [
    makeDigest({ source: 'a.log', origin: { ...origin, host: 'cmp01', hostFrom: 'lines' } }),
    makeDigest({ source: 'b.log', origin: { ...origin, host: 'cmp02', hostFrom: 'folder' } }),
    makeDigest({ source: 'c.log', origin: { ...origin, host: undefined, hostFrom: 'wrapper' } }),
    makeDigest({ source: 'd.log', services: ['nova-api', 'nova-conductor'] }),
  ]));
  assert.match(text, /^a\.log: 1,000 lines, on cmp01 \(nova-compute\)$/m);
  assert.match(text, /^b\.log: 1,000 lines, on cmp02, as its folder is called \(nova-compute\)$/m);
  assert.match(text, /^c\.log: 1,000 lines, on several hosts \(nova-compute\)$/m);
  assert.match(text, /^d\.log: 1,000 lines, nova-api, nova-conductor$/m);
});

test('with several logs every place of an operation that stands in more than one names its log', () => {
  const end = { ...at(9), source: 'b.log' };
  const operation = makeOperation(1, 9, { end, phases: [makePhase('networking', [2, 3])] });
  const text = textOf(makeAnalysis([operation], [makeDigest(), makeDigest({ source: 'b.log' })]));
  assert.match(text, /✓ networking +file:\/\/\/nova-compute\.log:3/);
});

test('a long report tells those that succeeded in one line each, unless one instance was asked for', () => {
  const many = Array.from({ length: 60 }, (_, index) => makeOperation(index, index + 1, {
    id: String(index), phases: [makePhase('networking', [index, index + 1])],
  }));
  const short = textOf(makeAnalysis(many));
  assert.ok(!short.includes('✓ networking'));
  assert.match(short, /Phases of the 60 that are done are left out/);
  assert.match(textOf(makeAnalysis(many), true), /✓ networking/);
});

test('text from a log steers no terminal', () => {
  assert.equal(cleanText('a\u001b[2Jb\nc\u202ed\u0007'), 'a\ufffd[2Jb c\ufffdd\ufffd');
  assert.equal(placeText({ source: 'x\u001b.log', line: 4, time: undefined }, false), 'x\ufffd.log:5');
  const evil = makeFault('nova.exception.Evil', 3, { message: '\u001b]0;title\u0007 rm -rf' });
  const text = textOf(makeAnalysis([makeOperation(1, 4, { outcome: 'failed', instance: '\u001b[31m', rootCause: evil })]));
  assert.ok(!text.includes('\u001b') && !text.includes('\u0007'));
});

test('on a terminal long texts are broken at blanks, below one another', () => {
  const cause = makeFault('nova.exception.Long', 3, { message: 'word '.repeat(60).trim() });
  const operation = makeOperation(1, 4, { outcome: 'failed', rootCause: cause });
  const options = { paint: (_style: string, text: string) => text, full: false, width: 60 };
  const told = [...timelineLines(makeAnalysis([operation]), options)].filter((line) => line.includes('word'));
  const below = ' '.repeat(18);
  assert.ok(told.length > 3, told.join('\n'));
  for (const line of told) assert.ok(line.length <= 60 && line.startsWith(`${below}word`), line);
  assert.deepEqual(wrapColumns('one two three', 7), ['one two', 'three']);
  assert.deepEqual(wrapColumns('unbreakable', 4), ['unbreakable']);
});
