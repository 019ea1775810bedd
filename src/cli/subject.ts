// What a person gave to `explain` → explanations. In: a name, a line or a whole traceback, and the facts.
// Out: the explanations, the root cause first; none when nothing is known.

import { classOfMessage } from '../core/faults/classOfMessage';
import { openDigest } from '../core/digest';
import { explainException, explainMessage, explainOption, explainPhase } from '../core/explaining/explain';
import { explainLine as explainAsStatement } from '../core/explaining/explainLine';
import { explainStatement } from '../core/explaining/explainStatement';
import type { StatementContext } from '../core/explaining/explainStatement';
import type { Explanation, Fault } from '../core/model';
import { phaseSpecs } from '../core/render/phaseNames';
import type { Statements } from '../core/statements/statements';
import { statementId } from '../core/statements/statementTable';
import type { Statement } from '../core/statements/statementTable';
import type { Facts } from '../knowledge/facts/index';

const longestName = 200;
const mostNameWords = 8;
const mostExplained = 5;
const mostWords = 400;

/**
 * @param release as people name it; undefined: the newest.
 * @param statements those of Nova's source, where a line is to be told which of them it is.
 */
export function explainSubject(
  text: string, facts: Facts, release?: string, statements?: Statements,
): readonly Explanation[] {
  const context = { release };
  const named = isName(text) ? explainName(text.trim(), facts, context) : undefined;
  if (named) return [named];
  const known = statements?.withId(text.trim());
  if (statements && known) return explainKnown(known, statements, { facts, release });
  const statement = statements && explainAsStatement(text.trim(), statements, { facts, release });
  const explained = explainText(text, facts, context, statement === undefined);
  return statement ? withStatement(explained, statement) : explained;
}

function explainKnown(
  statement: Statement, statements: Statements, context: StatementContext,
): readonly Explanation[] {
  const match = { statement, places: statement.places, captures: {} };
  const explanation = explainStatement([match], statements, context);
  return explanation ? [explanation] : [];
}

// A message that is explained at length and its statement are one thing.
function withStatement(explained: readonly Explanation[], statement: Explanation): readonly Explanation[] {
  const same = explained.find(({ subject, name }) => (
    subject === 'message' && statementId(name) === statement.name));
  if (!same) return [...explained, statement];
  const joined = { ...same, facts: statement.facts, links: [...same.links, ...statement.links] };
  return explained.map((one) => (one === same ? joined : one));
}

/** Names close to one that is not known, at most three. */
export function similarNames(name: string, facts: Facts): readonly string[] {
  const wanted = name.trim().toLowerCase();
  if (wanted.length < 4 || wanted.length > 60 || /\s/.test(wanted)) return [];
  const options = [...facts.options.values()].map((option) => option.name);
  const all = new Set([...facts.nova.keys(), ...facts.foreign.keys(), ...options]);
  const close = [...all].map((one) => [distance(wanted, one.toLowerCase()), one] as const)
    .filter(([steps]) => steps <= Math.max(2, wanted.length / 6));
  return close.sort((a, b) => a[0] - b[0]).slice(0, 3).map(([, one]) => one);
}

interface Context {
  readonly release?: string | undefined;
}

// `[group] option = value` and the titles of phases are names too; a line of a log has more words.
function isName(text: string): boolean {
  if (text.length > longestName || text.trim().includes('\n')) return false;
  return text.trim().split(/\s+/, mostNameWords + 1).length <= mostNameWords;
}

function explainName(name: string, facts: Facts, context: Context): Explanation | undefined {
  return explainException(name, facts, context)
    ?? explainOption(name, facts, context)
    ?? explainPhaseNamed(name, facts);
}

// A phase goes by its id, which is Nova's task_state where it has one, or by its title.
function explainPhaseNamed(name: string, facts: Facts): Explanation | undefined {
  const wanted = name.toLowerCase();
  const spec = phaseSpecs().find(({ id, title }) => id === wanted || title.toLowerCase() === wanted);
  return spec && explainPhase(spec.id, [spec], facts);
}

// Words of a line are looked up only where nothing else tells what it is.
function explainText(
  text: string, facts: Facts, context: Context, byWords: boolean,
): readonly Explanation[] {
  const byFaults = explainAll(classesIn(text), facts, context);
  if (byFaults.length > 0) return byFaults;
  for (const line of text.split('\n', mostWords)) {
    const message = explainLine(line, facts, context);
    if (message) return [message];
  }
  return byWords ? explainAll(wordsIn(text), facts, context) : [];
}

function explainAll(names: readonly string[], facts: Facts, context: Context): readonly Explanation[] {
  const found = names.flatMap((name) => explainException(name, facts, context) ?? []);
  const once = [...new Map(found.map((one) => [one.name, one])).values()];
  // those that there is something to say about come first
  const told = once.filter(({ causes }) => causes.length > 0);
  return [...told, ...once.filter((one) => !told.includes(one))].slice(0, mostExplained);
}

// The root cause is the last of a chain.
function classesIn(text: string): readonly string[] {
  const reader = openDigest('');
  reader.push(new TextEncoder().encode(`${text}\n`));
  return reader.end().faults.flatMap((fault: Fault) => [...fault.chain].reverse().concat(fault))
    .map(({ type }) => type);
}

// A message begins behind a bracket of the header, or behind a class name.
function explainLine(line: string, facts: Facts, context: Context): Explanation | undefined {
  const starts = [0, ...[...line.matchAll(/[\]:] /g)].slice(0, 20).map(({ index }) => index + 2)];
  for (const start of starts) {
    const message = line.slice(start).trim();
    const noted = explainMessage(message, facts);
    if (noted) return noted;
    const name = classOfMessage(message, facts);
    const explained = name === undefined ? undefined : explainException(name, facts, context);
    if (explained) return explained;
  }
  return undefined;
}

// Names of classes are the words with a capital behind their last dot.
function wordsIn(text: string): readonly string[] {
  const words = [...text.matchAll(/[A-Za-z_][\w.]*/g)].slice(0, mostWords).map(([word]) => word.replace(/\.$/, ''));
  return words.filter((word) => /^[A-Z][A-Za-z]*[a-z]/.test(word.slice(word.lastIndexOf('.') + 1)));
}

/** Letters to change, add or take away; the usual table, one row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
