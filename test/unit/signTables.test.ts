// The tables of signs and locks, walked: every row is matched by its own sample, and every template is one of
// Nova or of its libraries.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDigest } from '../../src/core/digest';
import { compileTemplate } from '../../src/core/template';
import { TemplateIndex } from '../../src/core/templateIndex';
import { lockLoggers, locks } from '../../src/knowledge/locks';
import { signs } from '../../src/knowledge/signs';

const facts = process.env['NOVA_LENS_FACTS'] ?? '../shared/nova-facts';
const without = existsSync(join(facts, 'log-messages.json')) ? false : 'the facts of Nova are not here';

function signsOf(line: string): readonly string[] {
  const reader = openDigest('log');
  reader.push(new TextEncoder().encode(line));
  return (reader.end().signs?.signs ?? []).flatMap(({ row }) => signs[row]?.text ?? []);
}

test('each sample is read as a sign of its own row, whichever logger wrote it', () => {
  for (const { logger, text, sample = text, level, sign } of signs) {
    for (const name of logger) {
      if (sign === 'dropped' && name !== 'root') continue;
      const line = `2024-03-11 14:00:00.000 7 ${level} ${name} [-] ${sample}\n`;
      assert.deepEqual(signsOf(line), [text], line);
    }
  }
});

test('journald and rsyslog tell under their own names how many lines they dropped', () => {
  const lines = [
    'Mar 11 14:00:00 cmp01 systemd-journald[345]: Suppressed 1204 messages from devstack@n-cpu.service',
    'Mar 11 14:00:00 cmp01 rsyslogd: imjournal: 1204 messages lost due to rate-limiting',
  ];
  const nova = 'Mar 11 14:00:01 cmp01 nova-compute[7]: INFO nova.compute.manager [-] VM Started (Lifecycle Event)\n';
  for (const line of lines) assert.equal(signsOf(`${nova}${line}\n${nova}`).length, 1, line);
});

test('each placeholder that a row names is one of its template', () => {
  for (const { text, values = {}, only } of signs) {
    const { names } = compileTemplate(text);
    for (const placeholder of Object.keys(values)) assert.ok(names.includes(placeholder), `${text}: ${placeholder}`);
    if (only) assert.ok(Object.values(values).includes(only.value), text);
  }
  for (const { text, name, by, seconds } of locks) {
    const { names } = compileTemplate(text);
    for (const one of [name, by, seconds]) if (one !== undefined) assert.ok(names.includes(one), `${text}: ${one}`);
  }
});

test('each line about a lock is matched by its own row', () => {
  const index = new TemplateIndex(locks.map((row) => ({
    loggers: lockLoggers, template: compileTemplate(row.text), value: row,
  })));
  for (const row of locks) {
    assert.equal(index.find(lockLoggers[0] ?? '', row.sample)?.value.text, row.text, row.sample);
  }
});

test('each template is one of Nova or of its libraries, unless they are not covered', { skip: without }, () => {
  const { messages, libraries } = JSON.parse(readFileSync(join(facts, 'log-messages.json'), 'utf8')) as {
    messages: readonly { t: string }[]; libraries: readonly { t: string }[];
  };
  const known = new Set([...messages, ...libraries].map(({ t }) => t));
  const wrong = signs.filter(({ text, unlisted }) => !unlisted && !known.has(text));
  assert.deepEqual(wrong.map(({ text }) => text), []);
  // before Kilo the lock was called a semaphore
  const strange = locks.filter(({ text }) => !known.has(text) && !text.includes('semaphore'));
  assert.deepEqual(strange.map(({ text }) => text), []);
});
