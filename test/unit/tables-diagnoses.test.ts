// The rows of diagnoses, walked: what they look for exists, what they say can be said.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cluesOf, listOf } from '../../src/core/diagnoses/clueIndex';
import { compileTemplate } from '../../src/core/template';
import { diagnosisRows } from '../../src/knowledge/diagnoses/index';
import type { Clue, DiagnosisRow } from '../../src/knowledge/diagnoses/row';
import { sentences, type DiagnosisSentence } from '../../src/knowledge/diagnoses/sentences';
import { evidence, kept } from '../../src/knowledge/evidence/index';

const rows = Object.entries(diagnosisRows);
const templates = new Set(kept.map(({ text }) => text));

function cluesIn({ needs, supports = [], unless = [] }: DiagnosisRow): readonly Clue[] {
  return [...needs.flatMap(cluesOf), ...supports, ...unless];
}

test('every statement that a row looks for is kept by the reader', () => {
  const unknown = rows.flatMap(([id, row]) => cluesIn(row).flatMap(({ line = [] }) =>
    listOf(line).filter((text) => !templates.has(text)).map((text) => `${id}: ${text}`)));
  assert.deepEqual(unknown, []);
});

test('every clue looks for something, and every text of one has letters enough to be found by', () => {
  for (const [id, row] of rows) {
    assert.ok(row.needs.length > 0, id);
    for (const { fault, line, seen, text } of cluesIn(row)) {
      assert.ok(fault ?? line ?? seen ?? text, id);
      assert.ok([line, seen].filter((one) => one !== undefined).length <= 1, id);
      for (const one of listOf(text ?? [])) {
        assert.ok(compileTemplate(one).literals.join('').replace(/\W/g, '').length >= 7, `${id}: ${one}`);
      }
    }
  }
});

/** Looked for by observations, which several lines make. */
const observed = ['Received unexpected event', 'No waiting events found', 'Starting %(topic)s node'];

test('every row of evidence is looked for', () => {
  const wanted = new Set(rows.flatMap(([, row]) => cluesIn(row).flatMap(({ line }) => listOf(line ?? []))));
  const idle = evidence.filter(({ text }) =>
    !wanted.has(text) && !observed.some((head) => text.startsWith(head)));
  assert.deepEqual(idle.map(({ text }) => text), []);
});

test('an open cause names what remains, a sure one does not', () => {
  for (const [id, { certainty, remains = [], family }] of rows) {
    if (certainty === 'open') assert.ok(remains.length > 0, id);
    if (certainty === 'stated' && family !== 'rpc') assert.deepEqual(remains, [], id);
  }
});

test('the last wording of a sentence needs nothing of the log, and all are short', () => {
  for (const [id, sentence] of Object.entries<DiagnosisSentence>(sentences)) {
    for (const wordings of [sentence.cause, sentence.remedy ?? '']) {
      const all = listOf(wordings);
      for (const text of all) assert.ok(text.length <= 160, `${id}: ${text}`);
      const last = all.at(-1) ?? '';
      assert.ok(!last.includes('{') || id.startsWith('filter-'), `${id}: ${last}`);
      assert.match(last, /^$|[.:}]$/, `${id}: ${last}`);
    }
  }
});

test('checks only look: none of their commands changes anything', () => {
  const changing = /\b(?:rm|mv|cp|kill|restart|stop|start|delete|create|set|define|undefine|destroy|reboot|sed|tee|chmod|chown)\b/;
  const wrong = rows.flatMap(([id, { checks }]) => checks.flatMap(({ command = '' }) =>
    (changing.test(command.replace(/--\w[\w-]*|-c [\w:-]+|<[\w ]+>|"[^"]*"/g, '')) ? [`${id}: ${command}`] : [])));
  assert.deepEqual(wrong, []);
});

test('every row says what would contradict it, what to check and what to change', () => {
  for (const [id, { contradicts, checks, changes }] of rows) {
    assert.match(contradicts, /\.$/, id);
    assert.ok(checks.length > 0 && changes.length > 0, id);
    for (const { text, command, log } of checks) assert.ok(text !== '' && !(command && log), `${id}: ${text}`);
    for (const { text, risk } of changes) assert.match(`${text}${risk ?? ''}`, /\.$/, `${id}: ${text}`);
  }
});
