// Names of options over the releases. In: a group and a key as nova.conf spells them, or `group.name`, and
// the facts. Out: the option, and every name under which a file or a log may have it.

import type { Facts, OptionFacts } from '../../knowledge/facts/shapes';
import { groupKey } from './conf';
import { releaseRank } from '../statements/release';

/** `own`: the option's present name or one it had as an option; `old`: a deprecated name that is still read;
 *  `gone`: one that was read in earlier releases. */
export interface KeyMatch {
  readonly option: OptionFacts;
  readonly as: 'own' | 'old' | 'gone';
}

interface NameIndex {
  readonly groups: ReadonlyMap<string, readonly OptionFacts[]>;
  readonly byKey: ReadonlyMap<string, readonly OptionFacts[]>;
  readonly old: ReadonlyMap<string, OptionFacts>;
}

const indexes = new WeakMap<Facts, NameIndex>();

/** The option that a key in a section sets; undefined: the facts know none. */
export function optionOfKey(group: string, key: string, facts: Facts): KeyMatch | undefined {
  const name = `${groupKey(group)}.${key}`;
  const own = facts.options.get(name);
  if (own) return { option: own, as: 'own' };
  const option = indexOf(facts).old.get(name);
  return option && { option, as: option.oldNames.some((old) => nameKey(old) === name) ? 'old' : 'gone' };
}

/** Options of a group in the facts' order; none: the facts do not know the group. */
export function optionsOfGroup(group: string, facts: Facts): readonly OptionFacts[] {
  return indexOf(facts).groups.get(groupKey(group)) ?? [];
}

/** Groups that the facts know. */
export function groupNames(facts: Facts): readonly string[] {
  return [...indexOf(facts).groups.keys()].filter((group) => !group.startsWith('<'));
}

/** Options of that key in any group; those of the newest code first. */
export function optionsOfKey(key: string, facts: Facts): readonly OptionFacts[] {
  return indexOf(facts).byKey.get(key) ?? [];
}

/**
 * Every name that the option has or had, its newest first: what to look for in files and logs of unknown
 * release.
 * @param name `group.name`; a name that the facts do not know stands for itself.
 */
export function namesOfOption(name: string, facts: Facts): readonly string[] {
  const start = facts.options.get(name) ?? indexOf(facts).old.get(nameKey(name));
  if (!start) return [name];
  const found = new Set<string>();
  for (const option of [...successorsOf(start, facts)].reverse()) {
    found.add(option.fullName);
    for (const before of [...option.oldNames, ...option.oldNamesEver]) found.add(nameKey(before));
  }
  found.add(name);
  return [...found];
}

/** The option and what it was renamed to, again and again; the newest last. */
function successorsOf(start: OptionFacts, facts: Facts): readonly OptionFacts[] {
  const chain = [start];
  for (let option: OptionFacts | undefined = start; option; ) {
    const next: OptionFacts | undefined = option.renamedTo
      .flatMap((name) => facts.options.get(name) ?? [])
      .sort((a, b) => releaseRank(b.first ?? '') - releaseRank(a.first ?? ''))[0];
    if (!next || chain.includes(next)) break;
    chain.push(next);
    option = next;
  }
  return chain;
}

function indexOf(facts: Facts): NameIndex {
  const known = indexes.get(facts);
  if (known) return known;
  const groups = new Map<string, OptionFacts[]>();
  const byKey = new Map<string, OptionFacts[]>();
  const old = new Map<string, OptionFacts>();
  for (const option of facts.options.values()) {
    push(groups, option.group, option);
    push(byKey, option.name, option);
    for (const name of [...option.oldNames, ...option.oldNamesEver]) {
      const before = old.get(nameKey(name));
      if (!before || isBetter(option, before)) old.set(nameKey(name), option);
    }
  }
  const isNow = ({ last }: OptionFacts) => Number(last === 'master');
  for (const same of byKey.values()) same.sort((a, b) => isNow(b) - isNow(a));
  const index = { groups, byKey, old };
  indexes.set(facts, index);
  return index;
}

// Both databases once took the names of the only one: the main one is meant.
function isBetter(option: OptionFacts, than: OptionFacts): boolean {
  if (option.last !== than.last) return option.last === 'master';
  return option.fullName.length < than.fullName.length;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function nameKey(name: string): string {
  const dot = name.lastIndexOf('.');
  return `${groupKey(name.slice(0, dot))}${name.slice(dot)}`;
}
