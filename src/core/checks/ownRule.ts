// One finding for each rule of the operator's own that reports, and for each instance whose lines it names.

import type { Finding, Place } from '../model';
import type { OwnRule } from '../rules/rule';
import type { CheckInput } from './input';

const mostRelated = 20;

interface Seen {
  readonly rule: OwnRule;
  readonly instance: string | undefined;
  readonly places: Place[];
}

/** At the first line that the rule names, with the others related and their number. */
export function ownRuleFindings({ digests, rules }: CheckInput): readonly Finding[] {
  if (!rules || rules.rules.every(({ severity }) => severity === undefined)) return [];
  const seen = new Map<string, Seen>();
  const see = (index: number, source: string, instance: string | undefined, at: Place): void => {
    const rule = rules.rules[index];
    if (!rule?.severity) return;
    const key = `${index} ${source} ${instance ?? ''}`;
    const before = seen.get(key);
    if (before) before.places.push(at);
    else seen.set(key, { rule, instance, places: [at] });
  };
  for (const { source, own = [], faults } of digests) {
    for (const { marker, instance, at } of own) see(marker, source, instance, at);
    for (const fault of faults.flatMap((one) => [one, ...one.chain])) {
      for (const index of rules.forFault(fault)) see(index, source, fault.instance, fault.at);
    }
  }
  return [...seen.values()].flatMap((one) => findingOf(one) ?? []);
}

function findingOf({ rule, instance, places }: Seen): Finding | undefined {
  const [at, ...others] = places;
  if (!at || !rule.severity) return undefined;
  return {
    check: 'own-rule',
    severity: rule.severity,
    instance,
    at,
    related: others.slice(0, mostRelated),
    operation: undefined,
    args: {
      rule: rule.id,
      title: rule.title,
      file: rule.at.file,
      ruleLine: rule.at.line + 1,
      count: places.length,
      ...(rule.bug ? { bug: rule.bug.id } : {}),
      ...(rule.bug?.fixedIn === undefined ? {} : { fixedIn: rule.bug.fixedIn }),
    },
  };
}
