// Heads that were cut inside their brackets, where too few lines were cut to show the width.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scannableAs } from '../../src/core/scan/scannable';
import { readingOf } from '../support/reading';

const uuid = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const request = 'req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24';
const ids = `${request} 4f6c2b1d0e9a47c3b5d8f1a2c3e4d5f6 9b8a7c6d5e4f40312a1b0c9d8e7f6a5b - - -`;
const clock = '2025-03-11 14:07:32.418 21876';
const whole = `${clock} WARNING nova.scheduler.utils [${ids}] [instance: ${uuid}] Setting instance to ACTIVE state.`;
const next = `${clock} INFO nova.compute.manager [-] next`;

/** The line in two, without the blanks at the cut where `trimmed`. */
function cut(line: string, at: number, trimmed = false): string {
  const [left, right] = [line.slice(0, at), line.slice(at)];
  return trimmed ? `${left.trimEnd()}\n${right.trimStart()}` : `${left}\n${right}`;
}

test('a head cut anywhere in its brackets is one line with the next one', () => {
  const context = whole.indexOf('[req-') + 5;
  const tag = whole.indexOf('[instance: ') + 11;
  const places = [...Array(whole.indexOf(']') - context).keys()].map((at) => at + context);
  const tagged = [...Array(36).keys()].map((at) => at + tag);
  for (const at of [...places, ...tagged]) {
    const { records, counts } = readingOf(`${cut(whole, at)}\n${next}`);
    assert.deepEqual(records.map(({ message }) => message), ['Setting instance to ACTIVE state.', 'next'], `cut at ${at}`);
    const [{ header, line, lastLine } = {}] = records;
    assert.deepEqual([header?.request, header?.instance, line, lastLine], [request, uuid, 0, 1], `cut at ${at}`);
    assert.deepEqual(counts, { records: 2, unread: 0 });
  }
});

test('where the blank at the cut was lost, ids come out whole', () => {
  for (const id of [request, '4f6c2b1d0e9a47c3b5d8f1a2c3e4d5f6', '9b8a7c6d5e4f40312a1b0c9d8e7f6a5b']) {
    const [record] = readingOf(`${cut(whole, whole.indexOf(id) + id.length, true)}\n${next}`).records;
    assert.deepEqual([record?.header?.request, record?.header?.instance], [request, uuid], id);
  }
});

test('two such lines among tracebacks and other lines are joined, and what follows them stays where it is', () => {
  const trace = 'Traceback (most recent call last):\n\n  File "/usr/lib/python2.6/site-packages/nova/x.py", line 3, in y\n    z()\n\n'
    + 'NoValidHost: No valid host was found.\n';
  const { records } = readingOf(`${cut(whole, 132)}\n${trace}\n${cut(whole, 132)}\n${next}`);
  const own = records.filter(({ inherited }) => !inherited);
  assert.deepEqual(own.map(({ line, lastLine }) => [line, lastLine]), [[0, 1], [9, 10], [11, 11]]);
  assert.ok(records.some(({ line, message }) => line === 7 && message.startsWith('NoValidHost: ')));
});

test('a head that a person broke in front of its brackets is one line', () => {
  const logger = whole.indexOf(' [req-');
  const tag = whole.indexOf(' [instance: ');
  const indented = (text: string) => text.replaceAll('\n', '\n    ');
  const [head, context, rest] = [whole.slice(0, logger), whole.slice(logger + 1, tag), whole.slice(tag + 1)];
  for (const text of [`${head}\n${context} ${rest}`, `${head} ${context}\n${rest}`, `${head} \n${context} \n${rest}`,
    `${head}\n${context}\n${rest}`, indented(`    ${head}\n${context} ${rest}`)]) {
    const [{ header, message, line, lastLine } = {}] = readingOf(`${text}\n${text.startsWith(' ') ? '    ' : ''}${next}`).records;
    assert.deepEqual([header?.request, header?.instance, message], [request, uuid, 'Setting instance to ACTIVE state.'], text);
    assert.deepEqual([line, lastLine], [0, text.split('\n').length - 1]);
  }
  // what else begins with a bracket is what was said
  for (const below of ['[cmp01, cmp02]', '[-1, 2]', '[instance of it] x', '[None]']) {
    assert.equal(readingOf(`${head}\n${below}\n${next}`).records[0]?.lastLine, 0, below);
  }
});

test('what does not close the brackets is not joined', () => {
  const open = whole.slice(0, 130);
  for (const below of [next, `{'a': ${'x'.repeat(20)}}] b`, '', 'and more without an end', '<domain type="kvm">] x']) {
    const { records } = readingOf(`${open}\n${below}\n${whole}`);
    assert.equal(records[0]?.lastLine, 0, below);
    assert.equal(records.at(-1)?.message, 'Setting instance to ACTIVE state.', below);
  }
  // brackets within a message are none of the head
  const quoted = `${clock} ERROR nova.compute.manager [-] Got [req-8a1f`;
  assert.equal(readingOf(`${quoted}\n4c0e] x\n${next}`).records[0]?.lastLine, 0);
});

test('the scanner leaves such a log to the tolerant reader', () => {
  const bytes = (first: string) => new TextEncoder().encode(`${first}\n${`${whole}\n`.repeat(600)}`);
  assert.ok(scannableAs(bytes(whole)));
  assert.equal(scannableAs(bytes(cut(whole, 132))), undefined);
});
