// Spans of time as people write them, and which lines of logs are of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { linesAbout } from '../../src/core/extracts/linesAbout';
import { parseMoment, spanId, spanOfId, withinSpan } from '../../src/core/extracts/timeSpan';
import { weaveExtract } from '../../src/core/extracts/weave';
import { defaultLimits } from '../../src/core/limits';
import { lookupOf } from '../../src/core/lookup';

const at = (text: string) => Date.parse(`${text}Z`);
const base = at('2024-05-06T12:00:00.000');

const moments: readonly (readonly [string, string, string])[] = [
  ['2024-05-06', '2024-05-06T00:00:00.000', '2024-05-06T23:59:59.999'],
  ['2024-05-06 09:11', '2024-05-06T09:11:00.000', '2024-05-06T09:11:59.999'],
  ['2024-05-06T09:11:19', '2024-05-06T09:11:19.000', '2024-05-06T09:11:19.999'],
  ['2024-05-06 09:11:19.4', '2024-05-06T09:11:19.400', '2024-05-06T09:11:19.499'],
  ['09:11:19,444', '2024-05-06T09:11:19.444', '2024-05-06T09:11:19.444'],
  ['05-07 1:02', '2024-05-07T01:02:00.000', '2024-05-07T01:02:59.999'],
];

for (const [text, begin, end] of moments) {
  test(`${text} is a moment, and what it leaves open is filled up at an end`, () => {
    assert.equal(parseMoment(text, false, base), at(begin));
    assert.equal(parseMoment(text, true, base), at(end));
  });
}

test('what is no moment is none', () => {
  for (const text of ['', 'soon', '2024-05-06 x', '9', '2024-05-06 09', '09:11x']) {
    assert.equal(parseMoment(text, false, undefined), undefined, text);
  }
  for (const text of ['99:99', '24:01', '09:60', '09:11:61', '2024-13-06', '2024-05-32', '00-06 09:11']) {
    assert.equal(parseMoment(text, false, base), undefined, text);
  }
  assert.equal(parseMoment('09:11', false, undefined), undefined, 'a time without a day');
});

test('a span survives its id', () => {
  assert.deepEqual(spanOfId(spanId({ from: -5, to: 12 })), { from: -5, to: 12 });
  assert.equal(spanOfId('a..b'), undefined);
});

const uuid = '11111111-2222-3333-4444-555555555555';
const head = (second: number) => `2024-05-06 09:11:${String(second).padStart(2, '0')}.000 7 INFO nova.compute.claims`
  + ' [None req-0a0a0a0a-0000-4000-8000-000000000001 u p - - - -]';
const log = Array.from({ length: 30 }, (_, second) => (second % 10 === 0
  ? `${head(second)} [instance: ${uuid}] Claim successful on node cmp01`
  : `${head(second)} line ${second}`));

function secondsIn(from: string, to: string): readonly number[] {
  const reader = openDigest('a.log', { keepLines: true });
  reader.push(new TextEncoder().encode(`${log.join('\n')}\n`));
  const lookup = lookupOf(analyse([reader.end()], defaultLimits));
  const span = { from: parseMoment(from, false, base) ?? 0, to: parseMoment(to, true, base) ?? 0 };
  const numbers = linesAbout(lookup, { kind: 'time', id: spanId(span) }).get('a.log') ?? [];
  const texts = numbers.map((number) => log[number] ?? '');
  const extract = withinSpan(weaveExtract([{ source: 'a.log', numbers, texts }]), span);
  return extract.lines.map(({ at: { line } }) => line);
}

test('every line of the span is found, and none besides', () => {
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  assert.deepEqual(secondsIn('09:11:12', '09:11:17'), range(12, 17));
  assert.deepEqual(secondsIn('09:11:05', '09:11:25'), range(5, 25));
  assert.deepEqual(secondsIn('09:11:23', '09:12'), range(23, 29));
  assert.deepEqual(secondsIn('09:10', '09:11:00'), [0]);
  assert.deepEqual(secondsIn('08:00', '08:30'), []);
});
