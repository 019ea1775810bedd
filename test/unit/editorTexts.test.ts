// The short texts of lenses, tree, status item and clipboard, from values made by hand.

import assert from 'node:assert';
import { test } from 'node:test';
import type { ExplainedOption, Explanation, Finding } from '../../src/core/model';
import { idsIn, renderChecks, renderConf } from '../../src/core/render/confLines';
import { linesText, partlyRuledTexts, readingText } from '../../src/core/render/digestText';
import { english, sayIn } from '../../src/core/render/editorWords';
import {
  attemptText,
  chainText,
  operationLine,
  phaseText,
  shortId,
} from '../../src/core/render/operationText';
import { renderTip, subjectOf } from '../../src/core/render/tip';
import { clockSpan, literalHead, messageOf, phaseInText } from '../../src/core/render/titles';
import { markers } from '../../src/knowledge/index';
import {
  at,
  makeAttempt,
  makeDigest,
  makeEvent,
  makeFault,
  makeOperation,
  makePhase,
  uuid,
} from '../support/analysisBuilder';

const say = sayIn(english);

test('a word takes its arguments and its number', () => {
  assert.equal(say('countInstances', { count: 1 }), '1 instance');
  assert.equal(say('countInstances', { count: 0 }), '0 instances');
  assert.equal(say('lineIn', { log: 'a.log', line: 7 }), 'a.log, line 7');
});

test('every slot of every word is closed', () => {
  for (const [key, word] of Object.entries(english)) {
    assert.equal(word.replace(/\{\w+(?:\|[^|{}]*\|[^|{}]*)?\}/g, '').search(/[{}]/), -1, key);
  }
});

test('an operation on one line says where it failed, after how long and by what', () => {
  const rootCause = makeFault('nova.exception.NoValidHost', 5);
  const failed = makeOperation(0, 40, { outcome: 'failed', failedPhase: 'scheduling', rootCause });
  assert.equal(operationLine(failed, say), 'create · failed in scheduling after 40 s · NoValidHost');
  assert.equal(
    operationLine({ ...failed, failedPhase: undefined, seconds: undefined }, say),
    'create · failed · NoValidHost',
  );
  assert.equal(operationLine(makeOperation(0, 4), say), 'create · done in 4.0 s');
  assert.equal(
    operationLine(makeOperation(0, 4, { outcome: 'in-progress' }), say),
    'create · in progress, 4.0 s so far',
  );
  assert.equal(
    operationLine(makeOperation(0, 4, { outcome: 'unknown' }), say),
    'create · outcome not in this log',
  );
});

test('the numbers of the exception itself say how long Nova waited', () => {
  const message =
    `Volume ${uuid} did not finish being created even after we waited 189 seconds or 61 attempts.` +
    ' And its status is downloading.';
  const rootCause = makeFault('VolumeNotCreated', 5, { message });
  const failed = makeOperation(5, 6, { outcome: 'failed', failedPhase: 'block_device_mapping', rootCause });
  assert.match(operationLine(failed, say), /after 189 s/);
});

test('a chain names each class once in a row', () => {
  const chain = ['a.One', 'One', 'Two'].map((type) => makeFault(type, 1));
  assert.equal(chainText(makeOperation(0, 1, { chain })), 'One → Two');
});

test('attempts and phases say what became of them', () => {
  const rootCause = makeFault('ImageNotActive', 3);
  assert.equal(
    attemptText(makeAttempt(0, 30, { outcome: 'aborted', rootCause }), say),
    'aborted · 30 s · ImageNotActive',
  );
  assert.equal(phaseText(makePhase('claim', [1], { seconds: 2 }), say), '2.0 s');
  const hidden = makePhase('claim', [], { outcome: 'not-visible' });
  assert.equal(phaseText({ ...hidden, needs: 'DEBUG' }, say), 'not visible, DEBUG would show it');
  assert.equal(
    phaseText({ ...hidden, needsService: 'api' }, say),
    'not visible, the log of nova-api would show it',
  );
  assert.equal(phaseText(hidden, say), 'not visible in this log');
});

test('ids are cut only where they are ids', () => {
  assert.deepEqual([uuid, `req-${uuid}`, 'instance-0000001a'].map(shortId), [
    '11111111',
    'req-11111111',
    'instance-0000001a',
  ]);
});

test('a phase within a sentence keeps the capitals of abbreviations', () => {
  assert.equal(phaseInText('block_device_mapping'), 'block device mapping');
  assert.equal(phaseInText('api'), 'API request');
});

test('the message of an event is its template with what was captured', () => {
  const marker = markers.findIndex(
    ({ spec }) => spec.text.startsWith('Took %') && spec.captures !== undefined,
  );
  const text = messageOf(makeEvent(0, { marker, captures: { seconds: '5.61' } }));
  assert.match(text, /^Took 5\.61 seconds/);
  assert.equal(literalHead(marker), 'Took ');
});

const option: ExplainedOption = {
  name: 'DEFAULT.retries',
  type: 'integer',
  defaultValue: '60',
  meaning: undefined,
  symptom: undefined,
  releases: '',
};

test('lines for nova.conf stand below their group, with the value of the log or the default', () => {
  const options = [
    option,
    { ...option, name: 'quota.driver', defaultValue: undefined },
    { ...option, name: 'DEFAULT.interval' },
  ];
  assert.deepEqual(renderConf(options, new Map([['DEFAULT.interval', '5']]), say), [
    '[DEFAULT]',
    '# default 60',
    'retries = 60',
    '# default 60',
    'interval = 5',
    '[quota]',
    '# no default',
    '# driver = ',
  ]);
});

test('checks take ids of the log, and nothing else from it', () => {
  const checks = [{ text: 'Look', command: 'show <volume> <host> <other>' }, { text: 'Think' }];
  const explanation: Explanation = {
    subject: 'exception',
    name: '',
    title: '',
    summary: '',
    effect: undefined,
    causes: [],
    checks,
    changes: [],
    options: [],
    links: [],
    facts: [],
  };
  const values = new Map([
    ['volume', uuid],
    ['host', 'x; reboot'],
  ]);
  assert.deepEqual(renderChecks(explanation, values), ['# Look', `show ${uuid} <host> <other>`]);
  assert.deepEqual(idsIn(`Volume ${uuid} and port ${uuid}`), [
    ['volume', uuid],
    ['port', uuid],
  ]);
});

test('a log says how much of it was read, and that it is none of Nova', () => {
  assert.equal(linesText(makeDigest({ lines: 5, unread: 0 }), say), '5 lines, all read');
  assert.equal(linesText(makeDigest({ lines: 5, unread: 2 }), say), '5 lines, 2 unread');
  assert.match(readingText(makeDigest({ isNova: false }), say), /not look like a log of Nova/);
  assert.match(readingText(makeDigest(), say), /layout oslo · services nova-compute · no DEBUG/);
});

test('of an instance with more lines than rules are held against the log is named that has them', () => {
  const digests = [makeDigest({ source: 'a.log', partlyRuled: new Set([uuid]) }), makeDigest({ source: 'b.log' })];
  const of = (instance: string) => partlyRuledTexts(instance, digests, (source) => source, say);
  assert.deepEqual(of(uuid), ['Of a.log only the first 20,000 lines of this instance were held against your rules.']);
  assert.deepEqual(of('other'), []);
});

test('a tip is the remedy of the root cause, on one line, with short ids', () => {
  const finding: Finding = {
    check: 'failed-operation',
    severity: 'error',
    instance: uuid,
    at: at(5),
    related: [],
    args: { type: 'nova.exception.PortBindingFailed' },
    operation: undefined,
  };
  const message = `Binding failed for port ${uuid}, please check neutron logs for more information.`;
  const rootCause = makeFault('nova.exception.PortBindingFailed', 5, { message });
  const tip = renderTip(finding, makeOperation(0, 9, { outcome: 'failed', rootCause }));
  assert.match(tip, new RegExp(`could not bind port ${uuid.slice(0, 8)}\\b(?!-)`));
  assert.ok(tip.length <= 180 && !tip.includes('\n'));
  assert.equal(subjectOf(finding), 'PortBindingFailed');
});

test('a span of time is as exact as it is short, and names the days where there are two', () => {
  const at = (time: string | undefined) =>
    ({ source: 's', line: 0, time: time === undefined ? undefined : Date.parse(`${time}Z`) });
  const spans = [
    ['2024-05-06T08:11:57.245', '2024-05-06T08:12:01.100'], ['2024-05-06T08:11:57.245', '2024-05-06T09:19:12.001'],
    ['2024-05-06T23:58:12.500', '2024-05-07T00:03:40.900'], ['2024-05-06T08:11:57.245', '2024-05-06T08:11:57.245'],
    ['2024-05-06T08:11:57.245', undefined], [undefined, undefined],
  ] as const;
  assert.deepEqual(spans.map(([first, last]) => clockSpan(at(first), at(last))), [
    '08:11:57.245 – 08:12:01.100', '08:11:57 – 09:19:12',
    '05-06 23:58:12 – 05-07 00:03:40', '08:11:57.245', '08:11:57.245', '',
  ]);
});
