// How much of a log is known: counted over lines made for it, and held over the corpus of real logs.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { measureLog } from '../../src/cli/coverage';
import type { LogCoverage } from '../../src/cli/coverage';
import { joinCoverage } from '../../src/core/statements/coverage';
import { exceptionRecogniser } from '../../src/core/explaining/explainLine';
import { parseRelease } from '../../src/core/statements/release';
import { positionOf } from '../../src/core/statements/releaseRange';
import { openStatements } from '../../src/core/statements/statements';
import type { Statements } from '../../src/core/statements/statements';
import { loadFacts, loadStatements } from '../../src/knowledge/facts/index';
import type { Facts } from '../../src/knowledge/facts/index';
import { corpusFiles, corpusFolder, withoutCorpus } from '../support/corpus';
import { runCli } from '../support/cli';

let facts: Facts;
let statements: Statements;
before(async () => {
  facts = await loadFacts();
  statements = openStatements(await loadStatements(), exceptionRecogniser(facts));
});

function measured(source: string, bytes: Uint8Array): LogCoverage {
  const reader = measureLog(source, statements, facts);
  reader.push(bytes);
  return reader.end();
}

const head = '2025-03-11 14:07:32.418 7';
const lines = [
  `${head} INFO nova.compute.manager [-] Terminating instance`,
  `${head} ERROR nova.compute.manager [-] No compute node record for host c1`,
  `${head} ERROR nova.compute.manager [-] Something that no release of Nova says 17`,
  `${head} ERROR nova.compute.manager [-] Something that no release of Nova says 18`,
  `${head} ERROR nova.compute.manager [-] Setting instance vm_state to ERROR`,
  `${head} ERROR nova.compute.manager Traceback (most recent call last):`,
  `${head} ERROR nova.compute.manager   File "/usr/lib/python3/nova/compute/manager.py", line 1, in f`,
  `${head} ERROR nova.compute.manager nova.exception.VolumeNotCreated: Volume x`,
  `${head} INFO keystone.server [-] Terminating instance`,
  'a line of its own',
];
const log = new TextEncoder().encode(`${lines.join('\n')}\n`);

test('lines of Nova are counted, those of tracebacks and of other programs are not', () => {
  const { own, one, ambiguous, unmatched, troubles, explained, unexplained } = measured('log', log);
  assert.deepEqual({ own, one, troubles, explained }, { own: 5, one: 3, troubles: 4, explained: 2 });
  assert.deepEqual(ambiguous, []);
  assert.deepEqual(unmatched.map(({ count, first }) => [count, first.line]), [[2, 2]]);
  assert.deepEqual(unexplained.map(({ count, statement }) => [count, statement]), [[2, undefined]]);
});

test('an exception that we explain explains the line that announces it', () => {
  const text = (type: string) => new TextEncoder().encode([
    `${head} ERROR nova.compute.manager [-] Something that no release of Nova says`,
    `${head} ERROR nova.compute.manager Traceback (most recent call last):`,
    `${head} ERROR nova.compute.manager ${type}: text`,
  ].join('\n'));
  assert.equal(measured('log', text('nova.exception.VolumeNotCreated')).explained, 1);
  assert.equal(measured('log', text('nova.exception.NobodyKnowsThis')).explained, 0);
});

test('several logs count as one', () => {
  const total = joinCoverage([measured('a', log), measured('b', log)]);
  assert.deepEqual([total.own, total.one], [10, 6]);
  assert.deepEqual(total.unmatched.map(({ count, first }) => [count, first.source]), [[4, 'a']]);
});

test('of the lines of real logs since Newton 98 % are one statement, of their troubles 95 % are explained',
  { skip: withoutCorpus }, (context) => {
    const { files } = JSON.parse(readFileSync(join(corpusFolder, 'manifest.json'), 'utf8')) as {
      files: { file: string; release: string }[];
    };
    const isNew = (file: string) => {
      const label = files.find((one) => one.file === file)?.release ?? '';
      const named = label.split(/[^\w.]+/).flatMap((word) => parseRelease(word) ?? []).map(positionOf);
      // labels that are no release are years: 2016 is that of Mitaka and Newton
      return named.length > 0 ? Math.min(...named) >= positionOf('14') : !label.includes('2016');
    };
    const logs = corpusFiles().filter(({ file }) => isNew(file))
      .map(({ file, bytes }) => measured(file, bytes));
    const { own, one, ambiguous, troubles, explained, unexplained, unmatched } = joinCoverage(logs);
    context.diagnostic(`${one} of ${own} lines are one statement, ${explained} of ${troubles} explained`);
    assert.ok(own > 1000 && troubles > 200);
    assert.ok(one / own >= 0.98, JSON.stringify(unmatched.slice(0, 5)));
    assert.ok(explained / troubles >= 0.95, JSON.stringify(unexplained.slice(0, 5)));
    assert.deepEqual(ambiguous, []);
  });

test('the command prints shares, releases and what is not known', async () => {
  const { out, status } = await runCli(['coverage', '-'], { input: log });
  assert.equal(status, 0);
  assert.match(out, /one statement of the source each: 3 \(60\.0 %\)/);
  assert.match(out, /warnings and errors explained: 2 of 4 \(50\.0 %\)/);
  assert.match(out, /2 × ERROR nova\.compute\.manager Something that no release/);
  const { out: text } = await runCli(['coverage', '--json', '-'], { input: log });
  const json = JSON.parse(text) as { total: { own: number } };
  assert.equal(json.total.own, 5);
});
