// The texts of rule files → the rules that hold, what is wrong, and explanations. In: texts and the facts.
// Out: a RuleBook; a chunk of its own for the editor: who has no rules loads none of it.

import type { Facts } from '../../knowledge/facts/shapes';
import type { Explanation } from '../model';
import { ruleProblemText } from '../render/ruleText';
import { checkNames } from './checkNames';
import { explainRule } from './explainRule';
import type { RuleProblem } from './rule';
import { parseRuleFile } from './ruleFile';
import { buildRuleSet } from './ruleSet';
import type { RuleSet } from './ruleSet';

export interface RuleBook {
  readonly set: RuleSet;
  readonly problems: readonly { readonly problem: RuleProblem; readonly text: string }[];
  /** @param index of a rule in the set. @param nameOf the name of a file for people. */
  explained(index: number, nameOf: (file: string) => string): Explanation | undefined;
}

export function openRuleBook(
  files: readonly { readonly file: string; readonly text: string }[], facts: Facts,
): RuleBook {
  const parsed = files.map(({ file, text }) => parseRuleFile(text, file));
  const set = buildRuleSet(parsed.flatMap(({ rules }) => rules));
  const problems = [...parsed.flatMap((one) => one.problems), ...checkNames(set.rules, facts)];
  return {
    set,
    problems: problems.map((problem) => ({ problem, text: ruleProblemText(problem) })),
    explained(index, nameOf) {
      const rule = set.rules[index];
      return rule && explainRule(rule, facts, nameOf);
    },
  };
}
