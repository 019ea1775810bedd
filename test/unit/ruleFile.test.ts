// Files of the operator's own rules: what holds, what is refused and where, and that the published schema
// says the same.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { ruleProblemText } from '../../src/core/render/ruleText';
import { checkNames } from '../../src/core/rules/checkNames';
import { parseRuleFile } from '../../src/core/rules/ruleFile';
import { loadFacts } from '../../src/knowledge/facts/index';
import { operations, phases } from '../../src/knowledge/index';

const good = `version: 1
rules:
  - id: ceph-busy
    title: Ceph is rebalancing
    match:
      logger: nova.virt.libvirt.storage.rbd_utils
      message: rbd remove %(volume)s in pool %(pool)s failed
    sample: rbd remove abc in pool vms failed
    severity: warning
    phase: { id: cleanup, edge: note, kinds: [delete] }
    summary: Known slow while data moves.
    causes: [A node was added, { text: A disk died, evidence: ceph -s says so }]
    checks: [{ text: The state, command: ceph -s }]
    changes: [{ text: Wait, risk: none }]
    options: [DEFAULT.rootwrap_config]
    links: https://example.org/runbook
    bug: { id: SITE-1, fixedIn: "2024.1", url: https://example.org/1 }
`;

const schema: unknown = JSON.parse(fs.readFileSync(path.resolve('media/rules.schema.json'), 'utf8'));
const fits = new Ajv({ allowUnionTypes: true, strict: false }).compile(Object(schema));

/** `line:column id` of each problem, counted from 1. */
function problemsOf(text: string): readonly string[] {
  return parseRuleFile(text, 'site.yaml').problems.map(({ id, at }) => `${at.line + 1}:${at.column + 1} ${id}`);
}

test('a rule is read with everything it says', () => {
  const { rules: [rule], problems } = parseRuleFile(good, 'site.yaml');
  assert.deepEqual(problems, []);
  assert.deepEqual(rule, {
    id: 'ceph-busy',
    at: { file: 'site.yaml', line: 2, column: 4, endColumn: 5 },
    title: 'Ceph is rebalancing',
    loggers: ['nova.virt.libvirt.storage.rbd_utils'],
    message: 'rbd remove %(volume)s in pool %(pool)s failed',
    exception: undefined,
    sample: 'rbd remove abc in pool vms failed',
    severity: 'warning',
    phase: { id: 'cleanup', edge: 'note', kinds: ['delete'] },
    summary: 'Known slow while data moves.',
    effect: undefined,
    causes: [{ text: 'A node was added' }, { text: 'A disk died', evidence: 'ceph -s says so' }],
    checks: [{ text: 'The state', command: 'ceph -s' }],
    changes: [{ text: 'Wait', risk: 'none' }],
    options: ['DEFAULT.rootwrap_config'],
    links: ['https://example.org/runbook'],
    bug: { id: 'SITE-1', fixedIn: '2024.1', url: 'https://example.org/1' },
  });
});

test('JSON is read as well', () => {
  const { rules, problems } = parseRuleFile(JSON.stringify(parse(good), undefined, 2), 'site.json');
  assert.deepEqual([rules.map(({ id }) => id), problems], [['ceph-busy'], []]);
});

test('what is wrong is said at its line, and the other rules hold', () => {
  const bad = `${good}  - id: no id
    title: x
    match: { message: abc, foo: 1 }
    sample: other
    summary: [1]
`;
  assert.deepEqual(problemsOf(bad), [
    '18:5 badId', '22:5 notText', '20:28 unknownKey', '20:14 vagueMessage',
  ]);
  assert.equal(parseRuleFile(bad, 'site.yaml').rules.length, 1);
});

const wrong: readonly (readonly [name: string, from: string, to: string, problem: string])[] = [
  ['a sample that does not match', 'sample: rbd remove abc', 'sample: rbd keep abc', '3:5 sampleDiffers'],
  ['a phase that is none', 'id: cleanup', 'id: clean', '10:14 badChoice'],
  ['an edge that is none', 'edge: note', 'edge: middle', '10:27 badChoice'],
  ['a kind that is none', 'kinds: [delete]', 'kinds: [boot]', '10:39 badChoice'],
  ['a link that runs', 'links: https://example.org/runbook', 'links: "command:x"', '16:5 badLink'],
  ['a time without seconds', 'edge: note', 'edge: took', '10:27 tookSeconds'],
  ['another version', 'version: 1', 'version: 2', '1:1 badVersion'],
  ['no list of rules', 'rules:', 'rule:', '1:1 missing'],
  ['a text that is empty', 'title: Ceph is rebalancing', 'title: ""', '4:5 notText'],
  ['an alias', 'summary: Known slow while data moves.', 'summary: *x', '11:5 alias'],
];

for (const [name, from, to, problem] of wrong) {
  test(`${name} is refused`, () => {
    const text = good.replace(from, to).replace('title: Ceph', to.includes('*x') ? 'title: &x Ceph' : 'title: Ceph');
    const said = problemsOf(text);
    assert.ok(said.includes(problem), said.join('; '));
  });
}

test('text that is no YAML is said to be none, whatever it is', () => {
  assert.match(problemsOf('rules: [')[0] ?? '', /syntax$/);
  assert.match(problemsOf('a: b: c')[0] ?? '', /syntax$/);
  assert.deepEqual(problemsOf(''), ['1:1 notAMap']);
  assert.deepEqual(problemsOf('- 1'), ['1:1 notAMap']);
  assert.deepEqual(problemsOf(`${'x'.repeat(2_000_000)}`), ['1:1 tooLarge']);
});

test('two rules of one id are refused, the first holds', () => {
  const twice = good + good.slice(good.indexOf('  - id'));
  const { rules, problems } = parseRuleFile(twice, 'site.yaml');
  assert.equal(rules.length, 1);
  assert.deepEqual(problems.map(({ id }) => id), ['doubleId']);
});

test('names that the facts do not know are warnings', async () => {
  const text = good.replace('DEFAULT.rootwrap_config', 'DEFAULT.no_such_option');
  const { rules } = parseRuleFile(text, 'site.yaml');
  const problems = checkNames(rules, await loadFacts());
  assert.deepEqual(problems.map(({ id, severity }) => `${severity} ${id}`), ['warning unknownOption']);
  assert.match(problems.map(ruleProblemText).join(), /DEFAULT\.no_such_option/);
});

test('every problem has words', () => {
  for (const { id, args } of parseRuleFile(good.replaceAll('text:', 'txt:'), 'x').problems) {
    assert.doesNotMatch(ruleProblemText({ id, args, severity: 'error', at: { file: '', line: 0, column: 0, endColumn: 0 } }), /\{\w+\}/);
  }
});

test('the published schema takes what the reader takes, and knows the same names', () => {
  assert.equal(fits(parse(good)), true, JSON.stringify(fits.errors));
  for (const [name, from, to] of wrong) {
    // these two the schema cannot say
    if (/sample|seconds|alias/.test(name)) continue;
    assert.equal(fits(parse(good.replace(from, to))), false, name);
  }
  const text = JSON.stringify(schema);
  for (const id of [...Object.keys(phases), ...Object.keys(operations)]) assert.ok(text.includes(`"${id}"`), id);
});

test('the rule that the README shows holds', () => {
  const [, text = ''] = /```yaml\n(version: 1\n[^`]*)```/.exec(fs.readFileSync('README.md', 'utf8')) ?? [];
  const { rules, problems } = parseRuleFile(text, 'README.md');
  assert.deepEqual([rules.length, problems], [1, []]);
});
