// The text of a rule file, YAML or JSON → rules, and what is wrong with it, each problem at its place. A rule
// with an error is left out, the others hold. A chunk of its own: who has no rules loads no YAML.

import { isMap, LineCounter, parseDocument } from 'yaml';
import { phaseIds } from '../render/titles';
import { operations } from '../../knowledge/operations';
import type { OperationKind } from '../../knowledge/schema';
import type { Severity } from '../model';
import { compileTemplate, literalLength } from '../template';
import { Fields, ProblemList } from './fields';
import type { OwnRule, RuleBug, RulePhase, RuleProblem } from './rule';
import { matchesSample } from './ruleSet';

export interface RuleFile {
  readonly rules: readonly OwnRule[];
  readonly problems: readonly RuleProblem[];
}

const largestFile = 1024 * 1024;
const mostRules = 2000;
/** Letters that a template must fix: one that fits every line explains none. */
const enoughLetters = 8;
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const edges: readonly RulePhase['edge'][] = ['note', 'begin', 'end', 'took', 'fail'];
const kinds = Object.keys(operations).filter((name): name is OperationKind => name in operations);

/** @param file the caller's name for the file; it comes back in every place. */
export function parseRuleFile(text: string, file: string): RuleFile {
  const lines = new LineCounter();
  const list = new ProblemList(file, lines);
  if (text.length > largestFile) {
    list.add('tooLarge', list.placeOf([0, 1]), { most: largestFile });
    return { rules: [], problems: list.problems };
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  for (const { message, pos } of document.errors) {
    list.add('syntax', list.placeOf(pos), { reason: message.split('\n', 1)[0] ?? message });
  }
  const rules = list.problems.length === 0 ? rulesOf(document.contents, list) : [];
  return { rules, problems: list.problems };
}

function rulesOf(contents: unknown, list: ProblemList): readonly OwnRule[] {
  if (!isMap(contents)) {
    list.add('notAMap', list.placeOf([0, 1]), { key: 'rules' });
    return [];
  }
  const fields = new Fields(contents, list);
  const version = fields.requiredText('version');
  if (version !== undefined && version !== '1') {
    list.add('badVersion', fields.placeOf('version'), { version });
  }
  if (!fields.has('rules')) {
    list.add('missing', fields.at, { key: 'rules' });
    return [];
  }
  const all = fields.maps('rules');
  if (all.length > mostRules) list.add('tooMany', fields.placeOf('rules'), { most: mostRules });
  const rules: OwnRule[] = [];
  for (const one of all.slice(0, mostRules)) {
    const before = list.problems.length;
    const rule = ruleOf(one, list);
    if (rule && rules.some(({ id }) => id === rule.id)) {
      list.add('doubleId', one.placeOf('id'), { id: rule.id });
    }
    if (rule && list.problems.length === before) rules.push(rule);
  }
  fields.text('$schema');
  fields.leftOver();
  return rules.filter((rule) => hasOwnSample(rule, rules, list));
}

function ruleOf(fields: Fields, list: ProblemList): OwnRule | undefined {
  const id = fields.requiredText('id');
  if (id !== undefined && !/^[\w.-]{1,80}$/.test(id)) list.add('badId', fields.placeOf('id'), { id });
  const title = fields.requiredText('title');
  const summary = fields.requiredText('summary');
  const sample = fields.requiredText('sample');
  const match = matchOf(fields, list);
  const phase = phaseOf(fields.fields('phase'), list, match?.message);
  if (phase && match?.exception) list.add('phaseOfException', fields.placeOf('phase'));
  const rest = wordsOf(fields, list);
  fields.leftOver();
  if (!id || !title || !summary || !sample || !match) return undefined;
  return { id, at: fields.at, title, summary, sample, phase, ...match, ...rest };
}

type RuleMatch = Pick<OwnRule, 'loggers' | 'message' | 'exception'>;

function matchOf(fields: Fields, list: ProblemList): RuleMatch | undefined {
  const match = fields.fields('match');
  if (!match) {
    if (!fields.has('match')) list.add('missing', fields.at, { key: 'match' });
    return undefined;
  }
  const message = match.text('message');
  const exception = match.text('exception')?.replace(/^.*\./, '');
  const loggers = match.texts('logger');
  match.leftOver();
  if (message === undefined && exception === undefined) {
    list.add('noMatch', match.at);
    return undefined;
  }
  if (message !== undefined && literalLength(compileTemplate(message)) < enoughLetters) {
    list.add('vagueMessage', match.placeOf('message'), { least: enoughLetters });
  }
  return { loggers, message, exception };
}

function phaseOf(
  fields: Fields | undefined, list: ProblemList, message: string | undefined,
): RulePhase | undefined {
  if (!fields) return undefined;
  const id = fields.choice('id', phaseIds);
  const edge = fields.choice('edge', edges) ?? 'note';
  const named = fields.texts('kinds');
  fields.leftOver();
  for (const value of named.filter((name) => !kinds.some((kind) => kind === name))) {
    list.add('badChoice', fields.placeOf('kinds'), { key: 'kinds', value, allowed: kinds.join(', ') });
  }
  if (edge === 'took' && !message?.includes('%(seconds)')) list.add('tookSeconds', fields.placeOf('edge'));
  if (id === undefined) {
    if (!fields.has('id')) list.add('missing', fields.at, { key: 'id' });
    return undefined;
  }
  const chosen = kinds.filter((kind) => named.includes(kind));
  return { id, edge, kinds: chosen.length > 0 ? chosen : undefined };
}

type RuleWords = Pick<OwnRule,
  'severity' | 'effect' | 'causes' | 'checks' | 'changes' | 'options' | 'links' | 'bug'>;

function wordsOf(fields: Fields, list: ProblemList): RuleWords {
  return {
    severity: fields.choice('severity', severities),
    effect: fields.text('effect'),
    causes: fields.list('causes', 'evidence').map(({ text, detail }) => withDetail(text, 'evidence', detail)),
    checks: fields.list('checks', 'command').map(({ text, detail }) => withDetail(text, 'command', detail)),
    changes: fields.list('changes', 'risk').map(({ text, detail }) => withDetail(text, 'risk', detail)),
    options: fields.texts('options'),
    links: linksIn(fields, 'links', list),
    bug: bugOf(fields.fields('bug'), list),
  };
}

function withDetail<K extends string>(
  text: string, name: K, detail: string | undefined,
): { readonly text: string } & { readonly [key in K]?: string } {
  const found: { text: string } & { [key in K]?: string } = { text };
  return detail === undefined ? found : { ...found, [name]: detail };
}

// A link of a rule is opened by a person's click: only web pages, nothing that runs.
function linksIn(fields: Fields, name: string, list: ProblemList): readonly string[] {
  const links = fields.texts(name);
  const good = links.filter((link) => /^https:\/\/[^\s<>()"'`\\]+$/.test(link));
  for (const link of links) if (!good.includes(link)) list.add('badLink', fields.placeOf(name), { link });
  return good;
}

function bugOf(fields: Fields | undefined, list: ProblemList): RuleBug | undefined {
  if (!fields) return undefined;
  const id = fields.requiredText('id');
  const fixedIn = fields.text('fixedIn');
  const [url] = linksIn(fields, 'url', list);
  fields.leftOver();
  return id === undefined ? undefined : { id, fixedIn, url };
}

function hasOwnSample(rule: OwnRule, all: readonly OwnRule[], list: ProblemList): boolean {
  if (!matchesSample(rule, rule.sample)) {
    list.add('sampleDiffers', rule.at, { id: rule.id });
    return false;
  }
  const first = all.find((one) => isSameLine(one, rule));
  if (first && first !== rule) list.add('sampleOfOther', rule.at, { id: rule.id, other: first.id });
  return true;
}

function isSameLine(a: OwnRule, b: OwnRule): boolean {
  return a.message === b.message && a.exception === b.exception && a.loggers.join() === b.loggers.join();
}
