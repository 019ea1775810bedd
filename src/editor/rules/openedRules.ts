// The texts of rule files → the rules that hold and what is wrong; facts and code are loaded with the first.

import type { RuleBook } from '../../core/rules/ruleBook';
import { loadFacts } from '../../knowledge/facts/index';

// a chunk of its own, with the reader of YAML in it
const code = () => import('../../core/rules/ruleBook');

/** @param files each with the name that its places bear. */
export async function openedRules(
  files: readonly { readonly file: string; readonly text: string }[],
): Promise<RuleBook> {
  const [facts, { openRuleBook }] = await Promise.all([loadFacts(), code()]);
  return openRuleBook(files, facts);
}
