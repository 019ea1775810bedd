// `nova-lens rules`: what is wrong with files of the operator's own rules. And for the other commands: paths
// of such files → the rules that hold. In: paths. Out: text on standard output, and the exit status.

import fs from 'node:fs';
import { problemText } from '../core/render/problemText';
import { ruleProblemText } from '../core/render/ruleText';
import { checkNames } from '../core/rules/checkNames';
import type { OwnRule, RuleProblem } from '../core/rules/rule';
import { buildRuleSet, noRules } from '../core/rules/ruleSet';
import type { RuleSet } from '../core/rules/ruleSet';
import { problemOfError } from '../disk/files';
import { loadFacts } from '../knowledge/facts/index';
import type { RulesCommand } from './args';
import { writePieces } from './output';
import { counts } from './words';

type Tell = (problem: string) => void;

/** @returns 0 all rules hold, 1 something is wrong with one, 2 a file could not be read. */
export async function runRules(command: RulesCommand, tell: Tell): Promise<number> {
  let unreadable = 0;
  const { rules, problems } = await readFiles(command.paths, (problem) => {
    unreadable += 1;
    tell(problem);
  });
  const all = [...problems, ...checkNames(rules, await loadFacts())];
  const lines = command.json
    ? [jsonOf(rules, all)]
    : [...all.map(lineOf), counts.rules(rules.length, command.paths.length)];
  await writePieces(lines.map((line) => `${line}\n`), process.stdout);
  if (unreadable > 0) return 2;
  return all.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/**
 * The rules in files, for reading logs with them. What is wrong is told, one sentence each, with the place as
 * compilers write it.
 */
export async function readRules(paths: readonly string[], tell: Tell): Promise<RuleSet> {
  if (paths.length === 0) return noRules;
  const { rules, problems } = await readFiles(paths, tell);
  for (const problem of problems) tell(lineOf(problem));
  return buildRuleSet(rules);
}

async function readFiles(
  paths: readonly string[], tell: Tell,
): Promise<{ readonly rules: readonly OwnRule[]; readonly problems: readonly RuleProblem[] }> {
  const { parseRuleFile } = await import('../core/rules/ruleFile');
  const files = paths.flatMap((path) => {
    try {
      return [parseRuleFile(fs.readFileSync(path, 'utf8'), path)];
    } catch (error) {
      tell(problemText(problemOfError(path, error)));
      return [];
    }
  });
  return { rules: files.flatMap(({ rules }) => rules), problems: files.flatMap(({ problems }) => problems) };
}

function lineOf(problem: RuleProblem): string {
  const { file, line, column } = problem.at;
  return `${file}:${line + 1}:${column + 1}: ${problem.severity}: ${ruleProblemText(problem)}`;
}

function jsonOf(rules: readonly OwnRule[], problems: readonly RuleProblem[]): string {
  const value = { schemaVersion: 1, rules: rules.map(({ id }) => id), problems: problems.map(shown) };
  return JSON.stringify(value, undefined, 2);
}

function shown(problem: RuleProblem): Readonly<Record<string, string | number>> {
  const { at, id, severity } = problem;
  const message = ruleProblemText(problem);
  return { file: at.file, line: at.line + 1, column: at.column + 1, severity, problem: id, message };
}
