// What is wrong with a rule file → sentences.

import { ruleProblemWords } from '../../knowledge/ruleWords';
import { fill } from '../explaining/optionCard';
import type { RuleProblem } from '../rules/rule';

/** One sentence; names from the file stand in it as they are. */
export function ruleProblemText({ id, args }: RuleProblem): string {
  return fill(ruleProblemWords[id], args);
}
