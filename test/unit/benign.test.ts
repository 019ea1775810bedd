// Every statement of Nova below ERROR, each alone in a log: none of them is a failed operation, or the root
// cause of one, unless the row of the tables says that it gives something up.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markers } from '../../src/knowledge/index';
import { compileTemplate, matchTemplate } from '../../src/core/template';
import { novaStatements, withoutFacts, type NovaStatement } from '../support/novaFacts';
import { analyseText } from '../support/story';

interface Line {
  readonly text: string;
  readonly message: string;
  readonly logger: string;
  readonly instance: string;
}

const below = new Set(['DEBUG', 'INFO', 'WARNING']);
const values: Readonly<Record<string, string>> = { d: '7', i: '7', u: '7', f: '7.00', r: '\'a\'' };

/** A message as the statement may make it. */
function filled(template: string): string {
  return template
    .replace(/%\((\w+)\)[-#0 +]*[\d.]*([a-z])/g, (_, name: string, kind: string) => values[kind] ?? `the-${name}`)
    .replace(/%[-#0 +]*[\d.]*([a-z])/g, (_, kind: string) => values[kind] ?? 'something')
    .replaceAll('%%', '%')
    .replaceAll('\n', ' ');
}

function* linesOf(statements: readonly NovaStatement[], summary: string): Generator<Line> {
  let number = 0;
  for (const { t, w } of statements) {
    for (const { m: logger, l, x } of w) {
      if (!below.has(l) || (summary !== '' && (!x || l !== 'WARNING'))) continue;
      number += 1;
      const id = number.toString(16).padStart(12, '0');
      const instance = `5f3a9d2e-7c41-4b0e-9d36-${id}`;
      const message = filled(t);
      const head = `2024-03-11 14:00:${String(number % 60).padStart(2, '0')}.000 7 ${l} ${logger}`;
      const context = `[None req-0a0a0a0a-0000-4000-8000-${id} user project - - default default]`;
      yield { text: `${head} ${context} [instance: ${instance}] ${message}${summary}`, message, logger, instance };
    }
  }
}

const givesUp = markers.filter(({ spec: { edge, says } }) =>
  edge === 'fail' || says === 'failed' || says === 'aborted' || says === 'deleted' || says === 'rescheduled')
  .map(({ spec }) => ({ ...spec, template: compileTemplate(spec.text) }));

function saysSo({ logger, message }: Line): boolean {
  return givesUp.some((row) =>
    [row.logger].flat().includes(logger) && matchTemplate(row.template, message) !== undefined);
}

for (const [what, summary] of [
  ['as it is', ''],
  ['with what it was logged for', ': nova.exception.NovaException: no such thing'],
  ['with a class that a phase is known by', ': nova.exception.DiskNotFound: No disk at /there'],
] as const) {
  test(`a statement below ERROR fails nothing, ${what}`, { skip: withoutFacts }, () => {
    const lines = [...linesOf(novaStatements(), summary)];
    assert.ok(lines.length > (summary === '' ? 2000 : 100), String(lines.length));
    const { timelines } = analyseText(lines.map(({ text }) => text).join('\n'));
    const failed = timelines.flatMap(({ operations }) => operations).filter(({ outcome }) => outcome === 'failed');
    assert.ok(failed.length > (summary === '' ? 20 : 3), 'rows that give up are seen');
    const wrong = timelines.flatMap(({ instance, operations }) => {
      const line = lines.find((one) => one.instance === instance);
      return operations
        .filter(({ outcome, rootCause }) => (outcome === 'failed' || rootCause !== undefined) && line && !saysSo(line))
        .map(({ kind, outcome, rootCause }) =>
          `${kind} ${outcome} ${rootCause?.type ?? ''}: ${line?.logger} ${line?.message}`);
    });
    assert.deepEqual(wrong, []);
  });
}
