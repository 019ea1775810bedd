// A file of nova.conf → what is wrong with it: lines that stop the service, options that no release or not
// this one reads, groups and values that do not fit. Data with places; words come later.

import { foreignGroups, madeUpGroups, sharedGroups } from '../../knowledge/deployments';
import type { Facts, OptionFacts } from '../../knowledge/facts/shapes';
import type { ReleaseId } from '../../knowledge/releases';
import { groupKey } from './conf';
import type { ConfFaultKind, ConfFile, ConfSection, ConfSetting, ConfSpan } from './conf';
import { nearest } from '../explaining/nearest';
import { optionInRelease } from '../explaining/optionCard';
import { groupNames, optionOfKey, optionsOfGroup, optionsOfKey } from './optionNames';
import type { KeyMatch } from './optionNames';
import { plainType, problemOfValue } from './optionValue';
import type { ValueProblem } from './optionValue';
import { valuesInstead } from './valuesInstead';
import { isWithin } from '../statements/release';
import type { OptionDump, Severity } from '../model';

export type ConfProblemKind =
  | ConfFaultKind
  | 'unknown-group' | 'group-spelling' | 'unknown-option' | 'wrong-group' | 'key-spelling'
  | 'renamed' | 'removed' | 'not-yet' | 'deprecated'
  | ValueProblem['kind']
  | 'repeated' | 'comment-in-value';

export interface ConfProblem {
  readonly kind: ConfProblemKind;
  readonly severity: Severity;
  readonly span: ConfSpan;
  /** What its sentence is made of: names, releases, bounds. */
  readonly args: Readonly<Record<string, string | number>>;
  readonly setting: ConfSetting | undefined;
  /** The `group.name` that would be right; undefined where none is known. */
  readonly right: string | undefined;
  /** Values that the option takes, for one that it does not; the likeliest first. */
  readonly values: readonly string[];
  /** Nothing happens if the line goes away. */
  readonly isIdle: boolean;
}

export interface ConfQuestion {
  readonly facts: Facts;
  /** Undefined: not known; what later releases no longer read is told more quietly then. */
  readonly release: ReleaseId | undefined;
  /** A start of the service: an option that it states is known, whatever the facts say. */
  readonly dump?: OptionDump | undefined;
}

/** In the order of the lines. */
export function confProblems(file: ConfFile, question: ConfQuestion): readonly ConfProblem[] {
  const found = [
    ...file.faults.map(({ kind, span }) => problem(kind, 'error', span)),
    ...file.sections.flatMap((section) => problemsOfSection(section, question)),
    ...file.settings.flatMap((setting) => problemsOfSetting(setting, question)),
    ...repeated(file, question),
  ];
  return found.sort((a, b) => a.span.line - b.span.line || a.span.start - b.span.start);
}

function problem(
  kind: ConfProblemKind, severity: Severity, span: ConfSpan,
  rest: Partial<Pick<ConfProblem, 'args' | 'setting' | 'right' | 'values' | 'isIdle'>> = {},
): ConfProblem {
  const nothing = { args: {}, setting: undefined, right: undefined, values: [], isIdle: false };
  return { kind, severity, span, ...nothing, ...rest };
}

function problemsOfSection(
  { name, span }: ConfSection, { facts, dump }: ConfQuestion,
): readonly ConfProblem[] {
  const group = groupKey(name);
  if (isGroup(group, facts, dump)) return [];
  const plain = group.trim();
  const right = plain === 'default' ? 'DEFAULT' : plain;
  if (isGroup(right, facts, dump)) {
    return [problem('group-spelling', 'warning', span, { args: { group: name, right } })];
  }
  const similar = nearest(plain, groupNames(facts));
  return [problem('unknown-group', similar === undefined ? 'information' : 'warning', span, {
    args: { group: name, ...(similar === undefined ? {} : { similar }) },
  })];
}

function isGroup(group: string, facts: Facts, dump: OptionDump | undefined): boolean {
  return optionsOfGroup(group, facts).length > 0
    || foreignGroups.includes(group)
    || madeUpGroups.some((beginning) => group.startsWith(beginning))
    || (dump?.names.some((name) => name.startsWith(`${group}.`)) ?? false);
}

function problemsOfSetting(setting: ConfSetting, question: ConfQuestion): readonly ConfProblem[] {
  if (setting.group === undefined) return [];
  const match = optionOfKey(setting.group, setting.key, question.facts);
  if (!match) return [...swallowed(setting), ...unknown(setting, setting.group, question)];
  return [
    ...swallowed(setting),
    ...byRelease(setting, match, question),
    ...byValue(setting, match.option, question),
  ];
}

// Behind a setting an indented comment is no comment.
function swallowed(setting: ConfSetting): readonly ConfProblem[] {
  const [, ...more] = setting.value.split('\n');
  if (!more.some((line) => /^[#;]/.test(line))) return [];
  return [problem('comment-in-value', 'warning', setting.valueSpan, { setting, args: { key: setting.key } })];
}

function unknown(
  setting: ConfSetting, group: string, { facts, dump }: ConfQuestion,
): readonly ConfProblem[] {
  const { key, keySpan } = setting;
  const known = groupKey(group);
  if (dump?.get(`${known}.${key}`) || optionsOfGroup(known, facts).length === 0) return [];
  const args = { group, key };
  const plain = key.toLowerCase().replaceAll('-', '_');
  if (plain !== key && optionOfKey(known, plain, facts)) {
    return [problem('key-spelling', 'warning', keySpan, {
      setting, args: { ...args, right: plain }, right: `${known}.${plain}`, isIdle: true,
    })];
  }
  const elsewhere = optionsOfKey(key, facts)
    .filter(({ last, library }) => last === 'master' || library !== undefined);
  const [only] = elsewhere;
  if (only && elsewhere.length === 1) {
    return [problem('wrong-group', 'warning', keySpan, {
      setting, args: { ...args, right: only.group }, right: only.fullName, isIdle: true,
    })];
  }
  const similar = nearest(key, optionsOfGroup(known, facts).map(({ name }) => name));
  const severity = similar === undefined && sharedGroups.includes(known) ? 'information' : 'warning';
  return [problem('unknown-option', severity, keySpan, {
    setting, args: similar === undefined ? args : { ...args, similar },
    right: similar === undefined ? undefined : `${known}.${similar}`, isIdle: similar !== undefined,
  })];
}

// What a release reads under which name. Without a release the newest counts, and only as information: the
// file may well belong to an older one.
function byRelease(
  setting: ConfSetting, { option, as }: KeyMatch, { facts, release, dump }: ConfQuestion,
): readonly ConfProblem[] {
  const { keySpan, key, group = '' } = setting;
  const wanted = release ?? 'master';
  const severity: Severity = release === undefined ? 'information' : 'warning';
  const present = optionInRelease(option.fullName, facts, wanted) ?? option;
  const args = { key, group, name: present.name, newGroup: present.group };
  if (dump?.get(`${groupKey(group)}.${key}`)) return deprecated(setting, option, wanted);
  const isOwn = as === 'own' && present === option;
  if (!isOwn) {
    const isRead = [...present.oldNames].some((old) => old === `${groupKey(group)}.${key}`);
    return [problem('renamed', isRead ? 'information' : severity, keySpan, {
      setting, args: { ...args, read: isRead ? 'yes' : 'no' }, right: present.fullName, isIdle: !isRead,
    })];
  }
  if (option.library !== undefined || exists(option, wanted)) return deprecated(setting, option, wanted);
  const { last } = option;
  if (last !== undefined && last !== 'master' && isWithin(wanted, last, undefined)) {
    const removedIn = option.removedIn ?? last;
    return [problem('removed', severity, keySpan, { setting, args: { ...args, removedIn }, isIdle: true })];
  }
  const first = option.first ?? '';
  return [problem('not-yet', severity, keySpan, { setting, args: { ...args, first }, isIdle: true })];
}

function exists({ first, last, orEarlier }: OptionFacts, release: ReleaseId): boolean {
  return isWithin(release, orEarlier ? undefined : first, last);
}

function deprecated(
  setting: ConfSetting, option: OptionFacts, release: ReleaseId,
): readonly ConfProblem[] {
  const { deprecatedFrom } = option;
  if (deprecatedFrom === undefined || !isWithin(release, deprecatedFrom, undefined)) return [];
  const args = { key: setting.key, group: option.group, since: deprecatedFrom };
  return [problem('deprecated', 'hint', setting.keySpan, { setting, args })];
}

function byValue(
  setting: ConfSetting, option: OptionFacts, { release }: ConfQuestion,
): readonly ConfProblem[] {
  const wrong = problemOfValue(option, setting.value, release);
  if (!wrong) return [];
  const span = setting.valueSpan.end > setting.valueSpan.start ? setting.valueSpan : setting.keySpan;
  const args = { key: setting.key, ...argsOf(wrong) };
  const values = valuesInstead(option, setting.value, wrong, release);
  return [problem(wrong.kind, 'error', span, { setting, args, values })];
}

function argsOf(wrong: ValueProblem): Record<string, string | number> {
  switch (wrong.kind) {
    case 'bad-type':
      return { type: wrong.type };
    case 'not-a-choice':
      return { choices: wrong.choices.join(', ') };
    case 'out-of-range':
      return {
        ...(wrong.min === undefined ? {} : { min: wrong.min }),
        ...(wrong.max === undefined ? {} : { max: wrong.max }),
      };
  }
}

// Of several lines for one option the last one counts, but for options that take them all.
function repeated({ settings }: ConfFile, { facts }: ConfQuestion): readonly ConfProblem[] {
  const later = new Map<string, ConfSetting>();
  const found: ConfProblem[] = [];
  for (const setting of [...settings].reverse()) {
    const { group, key, keySpan } = setting;
    if (group === undefined) continue;
    const name = `${groupKey(group)}.${key}`;
    const winner = later.get(name);
    const option = optionOfKey(group, key, facts)?.option;
    if (!winner) later.set(name, setting);
    else if (option && plainType(option) !== 'multi') {
      found.push(problem('repeated', 'hint', keySpan, {
        setting, args: { key, line: winner.keySpan.line + 1 }, isIdle: true,
      }));
    }
  }
  return found;
}
