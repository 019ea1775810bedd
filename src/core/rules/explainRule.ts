// A rule of the operator's own → what it says, in the shape of every other explanation; said to be theirs.

import type { Facts } from '../../knowledge/facts/shapes';
import { ruleWords } from '../../knowledge/ruleWords';
import { describeOption, fill, optionInRelease } from '../explaining/optionCard';
import type { Explanation } from '../model';
import type { OwnRule } from './rule';

/** @param nameOf the name of the rule's file for people. */
export function explainRule(rule: OwnRule, facts: Facts, nameOf: (file: string) => string): Explanation {
  const { id, at, title, summary, effect, causes, checks, changes, options, links, bug } = rule;
  const described = options.flatMap((name) => {
    const option = optionInRelease(name, facts, undefined);
    return option ? [describeOption(option, undefined, undefined)] : [];
  });
  const place = { id, file: nameOf(at.file), line: at.line + 1 };
  return {
    subject: 'rule',
    name: id,
    title,
    summary,
    effect,
    causes,
    checks,
    changes,
    options: described,
    links: [...links, ...(bug?.url === undefined ? [] : [bug.url])],
    facts: [
      { label: ruleWords.from, value: fill(ruleWords.place, place) },
      ...(bug ? [{ label: ruleWords.bug, value: bug.id }] : []),
      ...(bug?.fixedIn === undefined ? [] : [{ label: ruleWords.fixedIn, value: bug.fixedIn }]),
    ],
  };
}
