// The operator's own rules over a log: lines and exceptions that they name, phases that they add to.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import type { Analysis } from '../../src/core/model';
import { readingText } from '../../src/core/render/digestText';
import { english, sayIn } from '../../src/core/render/editorWords';
import { renderFinding } from '../../src/core/render/finding';
import { logsLines } from '../../src/core/render/logsText';
import { reportOf } from '../../src/core/render/report';
import { editor } from '../../src/core/render/zh/editor';
import { explainRule } from '../../src/core/rules/explainRule';
import { mostForRules } from '../../src/core/rules/rule';
import { parseRuleFile } from '../../src/core/rules/ruleFile';
import { buildRuleSet } from '../../src/core/rules/ruleSet';
import { loadFacts } from '../../src/knowledge/facts/index';

const uuid = '11111111-2222-3333-4444-555555555555';
const line = (second: string, logger: string, message: string, level = 'INFO') =>
  `2024-05-06 09:11:${second} 7 ${level} ${logger} [None req-0a0a0a0a-0000-4000-8000-000000000001 u p - - - -] `
  + `[instance: ${uuid}] ${message}`;
const log = [
  line('10.000', 'nova.compute.claims', 'Claim successful on node cmp01'),
  line('11.000', 'nova.virt.libvirt.driver', 'Creating image(s)'),
  line('12.000', 'site.hooks', `warming the cache of ${uuid} took 4.5 seconds`),
  line('15.000', 'site.hooks', `warming the cache of ${uuid} took 1.0 seconds`),
  line('16.000', 'nova.compute.manager', 'Took 5.00 seconds to spawn the instance on the hypervisor.'),
  line('17.000', 'nova.compute.manager', 'Took 7.00 seconds to build instance.'),
].join('\n');

function rule(more: string): string {
  return `version: 1
rules:
  - id: warm
    title: The cache is warmed
    match: { message: "warming the cache of %(instance)s took %(seconds)s seconds" }
    sample: warming the cache of x took 1.0 seconds
    summary: Our hook.
${more}`;
}

function read(text: string, rules: string): Analysis {
  const set = buildRuleSet(parseRuleFile(rules, 'site.yaml').rules);
  assert.ok(set.rules.length > 0, 'the rules hold');
  const reader = openDigest('nova-compute.log', { rules: set });
  reader.push(new TextEncoder().encode(`${text}\n`));
  return analyse([reader.end()], defaultLimits, set);
}

test('a line that a rule names is a finding, once for each instance, with the rule in its sentence', () => {
  const { findings } = read(log, rule('    severity: warning\n    bug: { id: SITE-9, fixedIn: "2025.1" }\n'));
  const [found, ...others] = findings.filter(({ check }) => check === 'own-rule');
  assert.deepEqual(others, []);
  assert.ok(found);
  assert.deepEqual([found.at.line, found.severity, found.instance], [2, 'warning', uuid]);
  assert.deepEqual(found.related.map(({ line: at }) => at), [3]);
  assert.equal(renderFinding(found), 'The cache is warmed (SITE-9, fixed in 2025.1), 2 times.');
});

test('a rule without a severity explains and reports nothing', () => {
  const { findings, digests } = read(log, rule(''));
  assert.deepEqual(findings.filter(({ check }) => check === 'own-rule'), []);
  assert.deepEqual(digests[0]?.own?.map(({ at }) => at.line), [2, 3]);
});

test('a rule adds its line to a phase and changes nothing else of the operation', () => {
  const without = read(log, rule('')).timelines[0]?.operations ?? [];
  const operations = read(log, rule('    phase: { id: image }\n')).timelines[0]?.operations ?? [];
  assert.deepEqual(operations.map(({ kind, outcome, seconds }) => [kind, outcome, seconds]),
    without.map(({ kind, outcome, seconds }) => [kind, outcome, seconds]));
  const places = operations[0]?.phases.find(({ id }) => id === 'image')?.places.map(({ line: at }) => at);
  assert.deepEqual(places, [1, 2, 3]);
});

test('a rule begins no operation', () => {
  const lone = log.split('\n').slice(2, 4).join('\n');
  assert.deepEqual(read(lone, rule('    phase: { id: image, edge: begin, kinds: [create] }\n')).timelines, []);
});

test('a rule on an exception is found wherever the exception is logged', () => {
  const text = [
    log.split('\n')[0],
    line('20.000', 'nova.compute.manager', 'Instance failed block device setup: nova.exception.VolumeNotCreated: '
      + 'Volume abc did not finish being created even after we waited 9 seconds or 3 attempts. And its status is error.', 'ERROR'),
  ].join('\n');
  const rules = (message: string) => `version: 1
rules:
  - id: vol
    title: The old array
    match: { exception: VolumeNotCreated${message} }
    sample: "VolumeNotCreated: Volume abc did not finish being created even"
    severity: information
    summary: The array is slow on Mondays.
`;
  const found = (message: string) => read(text, rules(message)).findings.filter(({ check }) => check === 'own-rule');
  assert.deepEqual(found('').map(({ at }) => at.line), [1]);
  assert.deepEqual(found(', message: "Volume %(id)s did not finish %(rest)s"').map(({ at }) => at.line), [1]);
});

test('an explanation of a rule says whose it is and where it stands', async () => {
  const [own] = parseRuleFile(rule('    bug: { id: SITE-9, url: "https://example.org/9" }\n'), '/etc/site.yaml').rules;
  assert.ok(own);
  const explanation = explainRule(own, await loadFacts(), (file) => file.slice(file.lastIndexOf('/') + 1));
  assert.deepEqual(explanation.facts, [
    { label: 'Rule of yours', value: 'warm, in site.yaml, line 3' }, { label: 'Known bug', value: 'SITE-9' },
  ]);
  assert.deepEqual(explanation.links, ['https://example.org/9']);
});

test('thousands of lines that a rule names are kept up to a bound', () => {
  const many = Array.from({ length: 25_000 }, () => log.split('\n')[2]).join('\n');
  assert.equal(read(many, rule('    severity: hint\n')).digests[0]?.own?.length, 20_000);
});

test('of a log with more such lines than count is said which one is the last that does', () => {
  const warmed = line('12.000', 'site.hooks', `warming the cache of ${uuid} took 4.5 seconds`);
  const lines = (count: number) => Array.from({ length: count }, () => warmed).join('\n');
  const of = (count: number) => read(lines(count), rule(''));
  const [all, some] = [of(mostForRules), of(mostForRules + 1)];
  const shown = (analysis: Analysis) => [...logsLines(analysis, (_, text) => text)].filter((text) => /rules/.test(text));
  assert.deepEqual([all.digests[0]?.own?.length, some.digests[0]?.own?.length], [mostForRules, mostForRules]);
  assert.deepEqual(shown(all), []);
  assert.deepEqual(shown(some),
    ['  your rules match more than 20,000 lines: those behind line 20000 do not count']);
  assert.deepEqual([reportOf(all).logs[0]?.ruledTo, reportOf(some).logs[0]?.ruledTo], [null, mostForRules]);
  const [digest] = some.digests;
  assert.ok(digest);
  const nova = { ...digest, isNova: true };
  assert.match(readingText(nova, sayIn(english)), /those behind line 20000 do not count/);
  assert.match(readingText(nova, sayIn({ ...english, ...editor })), /第 20000 行之后的不计入/);
});
