// The warnings and errors of a log → how many of them are explained, by our words on the statement, on the
// message or on the exception that stands there, and which are not.

import type { Facts } from '../../knowledge/facts/shapes';
import { explainException, explainMessage } from '../explaining/explain';
import { wordsOnStatement } from '../explaining/explainStatement';
import { beginOf } from '../faults/faultLines';
import { classOfMessage } from '../faults/classOfMessage';
import { summaryIn } from '../faults/summary';
import type { Digest, Fault, Level, Place, TroubleKind } from '../model';
import { beginning } from '../reading/troubles';
import type { StatementMatch, Statements } from './statements';

/** Lines that say the same, as far as that can be told. */
export interface LineKind {
  readonly logger: string;
  readonly level: Level | undefined;
  /** The statement's template, where there is one; else the beginning of the first such line. */
  readonly text: string;
  /** Its id; undefined where the line is no one statement. */
  readonly statement: string | undefined;
  readonly count: number;
  readonly first: Place;
}

export interface ExplainedTroubles {
  /** Nova's own lines that are warnings or worse. */
  readonly troubles: number;
  readonly explained: number;
  /** Most frequent first. */
  readonly unexplained: readonly LineKind[];
}

/** What lines are held against. */
export interface Known {
  readonly statements: Statements;
  readonly facts: Facts;
}

const keptText = 160;
const compared = 200;
/** A traceback begins so few lines behind the line that announces it. */
const nearLines = 3;

/** @param digest signs of phases, exceptions and own rules explain the lines on which they stand. */
export function explainTroubles(digest: Digest, known: Known): ExplainedTroubles {
  const { kinds, others } = digest.troubles ?? { kinds: [], others: 0 };
  const signs = new Set([...digest.events, ...(digest.own ?? [])].map(({ at }) => at.line));
  const faults = faultsByLine(digest.faults);
  let explained = 0;
  const unexplained: LineKind[] = [];
  for (const kind of kinds) {
    const [match] = known.statements.find(kind.logger, kind.message, {
      level: kind.level, hasInstance: kind.hasInstance,
    });
    if (isExplained(kind, match, known)) {
      explained += kind.count;
      continue;
    }
    const open = kind.lines.filter((line) =>
      !signs.has(line) && !hasExplainedFault(kind, line, faults, known.facts));
    const [first] = open;
    // of lines that were counted and not kept nothing is known: where one kept line is open, so are they
    const left = first === undefined ? 0 : open.length + kind.count - kind.lines.length;
    explained += kind.count - left;
    if (first !== undefined) unexplained.push(lineKind(digest.source, kind, match, left, first));
  }
  return {
    troubles: kinds.reduce((sum, { count }) => sum + count, others),
    explained,
    unexplained: joinKinds(unexplained),
  };
}

/** Kinds with the same key say the same: one statement, or texts that begin alike. */
export function keyOfKind({ statement, logger, text }: LineKind): string {
  return statement ?? `${logger} ${beginning(text, 60)}`;
}

/** Kinds of the same statement, or that begin alike, as one; most frequent first. */
export function joinKinds(kinds: readonly LineKind[]): readonly LineKind[] {
  const joined = new Map<string, LineKind>();
  for (const kind of kinds) {
    const key = keyOfKind(kind);
    const same = joined.get(key);
    joined.set(key, same ? { ...same, count: same.count + kind.count } : kind);
  }
  return [...joined.values()].sort((a, b) => b.count - a.count);
}

function lineKind(
  source: string, kind: TroubleKind, match: StatementMatch | undefined, count: number, line: number,
): LineKind {
  const { logger, level, message, lines, time } = kind;
  return {
    logger,
    level,
    text: match?.statement.text ?? message.slice(0, keptText),
    statement: match?.statement.id,
    count,
    first: { source, line, time: line === lines[0] ? time : undefined },
  };
}

/** By our words on the statement or on the message, or by the exception that stands in the line. */
function isExplained({ message }: TroubleKind, match: StatementMatch | undefined, { facts }: Known): boolean {
  if (match && !match.statement.dynamic && wordsOnStatement(match.statement.id)) return true;
  if (explainMessage(message, facts)) return true;
  const name = summaryIn(message)?.type ?? classOfMessage(message, facts);
  return name !== undefined && isClassExplained(name, facts);
}

/** Whether we have words of our own on a class, and not only the facts. */
function isClassExplained(name: string, facts: Facts): boolean {
  return (explainException(name, facts)?.causes.length ?? 0) > 0;
}

function faultsByLine(faults: readonly Fault[]): ReadonlyMap<number, readonly Fault[]> {
  const byLine = new Map<number, Fault[]>();
  for (const fault of faults) {
    const { line } = beginOf(fault);
    byLine.set(line, [...(byLine.get(line) ?? []), fault]);
  }
  return byLine;
}

function hasExplainedFault(
  { logger, message }: TroubleKind, line: number, byLine: ReadonlyMap<number, readonly Fault[]>, facts: Facts,
): boolean {
  const lines = Array.from({ length: nearLines + 1 }, (_, distance) => line + distance);
  // a kind keeps the words of its first line: ids and numbers of the others differ
  const begin = beginning(message, compared);
  return lines.flatMap((one) => byLine.get(one) ?? []).some((fault) =>
    fault.logger === logger && beginning(fault.logged, compared) === begin
    && [fault, ...fault.chain].some(({ type }) => isClassExplained(type, facts)));
}
