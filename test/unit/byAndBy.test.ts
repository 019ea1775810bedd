// A line that holds many is read by and by where somebody waits between: the same as at once, in short steps.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDigest } from '../../src/core/digest';
import type { DigestReader } from '../../src/core/digest';
import { makeSamples } from '../samples/samples';

const logs = makeSamples().filter(({ name }) => name.startsWith('failed-boot/')).map(({ text }) => text);
const log = logs.join('').repeat(6);
const folded = [
  `fatal: [cmp01]: FAILED! => ${JSON.stringify({ stdout: log })}`,
  JSON.stringify({ hits: { hits: log.trimEnd().split('\n').map((message) => ({ _source: { message } })) } }),
];
/** Lines that follow, one of them empty. */
const behind = ['', '2024-05-06 10:00:00.000 1 INFO nova.compute.manager [-] Running instance usage audit', ''];

function pushed(reader: DigestReader, text: string): number {
  const bytes = new TextEncoder().encode(text);
  let steps = 0;
  for (let at = 0; at < bytes.length; at += 65_536) {
    reader.push(bytes.subarray(at, at + 65_536));
    while (reader.work?.()) steps += 1;
  }
  return steps;
}

/** What is told of a log, without the functions that look into it. */
function told(reader: DigestReader): unknown {
  const { linesOf, border, ...rest } = reader.end();
  return { ...rest, ofLine: linesOf('x'), head: border?.head };
}

test('what is read by and by is what is read at once', () => {
  for (const line of folded) {
    const text = [line, line, ...behind].join('\n');
    const [patient, other, idle] = [true, false, true].map((isPatient) => openDigest('one', { isPatient, keepLines: true }));
    assert.ok(patient && other && idle);
    assert.ok(pushed(patient, text) > 4);
    assert.equal(pushed(other, text), 0);
    // nobody who does not ask for more has less
    idle.push(new TextEncoder().encode(text));
    const all = told(other);
    assert.deepEqual(told(patient), all);
    assert.deepEqual(told(idle), all);
  }
});

test('what is asked for in the midst of it is there', () => {
  const reader = openDigest('one', { isPatient: true });
  reader.push(new TextEncoder().encode(`${folded[0] ?? ''}\n`));
  const whole = openDigest('one');
  whole.push(new TextEncoder().encode(`${folded[0] ?? ''}\n`));
  assert.equal(reader.digest().records, whole.digest().records);
  assert.equal(reader.work?.(), false);
});
