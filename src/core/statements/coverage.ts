// Records of a log → how much of it is known: which of Nova's own lines are one statement of the source, and
// which of its warnings and errors are explained. What is not is listed, like lines together.

import type { Facts } from '../../knowledge/facts/shapes';
import { classOfMessage } from '../faults/classOfMessage';
import { explainException, explainMessage } from '../explaining/explain';
import { wordsOnStatement } from '../explaining/explainStatement';
import { keep } from '../keep';
import type { Digest, Fault, Level, LogRecord, Place } from '../model';
import type { Sink } from '../sink';
import type { StatementMatch, Statements } from './statements';
import { summaryIn } from '../faults/summary';

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

export interface Coverage {
  /** Nova's own lines; further lines of messages and of tracebacks are not counted. */
  readonly own: number;
  readonly one: number;
  readonly ambiguous: readonly LineKind[];
  readonly unmatched: readonly LineKind[];
  /** Those of Nova's own lines that are warnings or worse. */
  readonly troubles: number;
  readonly explained: number;
  readonly unexplained: readonly LineKind[];
}

export interface CoverageReader extends Sink<LogRecord> {
  /** @param digest of the same log: signs of phases and exceptions explain the lines on which they stand. */
  coverage(digest: Pick<Digest, 'events' | 'faults'>): Coverage;
}

/** What lines are held against. */
export interface Known {
  readonly statements: Statements;
  readonly facts: Facts;
}

interface Waiting {
  readonly kind: LineKind;
  readonly line: number;
  /** The beginning of its message; a fault has that of the line that announced it. */
  readonly message: string;
}

const mostKinds = 2000;
const keptText = 160;
const compared = 200;
/** A traceback begins so few lines behind the line that announces it. */
const nearLines = 3;

/** @param source the caller's name for the log; it comes back in the places. */
export function readCoverage(source: string, known: Known): CoverageReader {
  const counts = { own: 0, one: 0, troubles: 0, explained: 0 };
  const ambiguous = new Map<string, LineKind>();
  const unmatched = new Map<string, LineKind>();
  const unexplained: Waiting[] = [];

  return {
    push(record) {
      if (!isOwn(record)) return;
      counts.own += 1;
      const matches = matchesOf(record, known.statements);
      const [match] = matches;
      if (matches.length === 1) counts.one += 1;
      else add(matches.length === 0 ? unmatched : ambiguous, kindOf(source, record, match));
      if (!isTrouble(record)) return;
      counts.troubles += 1;
      if (isExplained(record, match, known)) counts.explained += 1;
      else unexplained.push(waitingOf(source, record, match));
    },
    end: () => undefined,
    coverage({ events, faults }) {
      const byLine = faultsByLine(faults);
      const signs = new Set(events.map(({ at }) => at.line));
      const later = unexplained.filter((waiting) => !signs.has(waiting.line)
        && !hasExplainedFault(waiting, byLine, known.facts));
      const left = new Map<string, LineKind>();
      for (const { kind } of later) add(left, kind);
      return {
        own: counts.own,
        one: counts.one,
        ambiguous: sorted(ambiguous),
        unmatched: sorted(unmatched),
        troubles: counts.troubles,
        explained: counts.explained + unexplained.length - later.length,
        unexplained: sorted(left),
      };
    },
  };
}

/** Several logs as one. */
export function joinCoverage(all: readonly Coverage[]): Coverage {
  const sum = (of: (one: Coverage) => number) => all.reduce((total, one) => total + of(one), 0);
  const join = (of: (one: Coverage) => readonly LineKind[]) => {
    const kinds = new Map<string, LineKind>();
    for (const kind of all.flatMap(of)) add(kinds, kind);
    return sorted(kinds);
  };
  return {
    own: sum(({ own }) => own),
    one: sum(({ one }) => one),
    ambiguous: join(({ ambiguous }) => ambiguous),
    unmatched: join(({ unmatched }) => unmatched),
    troubles: sum(({ troubles }) => troubles),
    explained: sum(({ explained }) => explained),
    unexplained: join(({ unexplained }) => unexplained),
  };
}

// Lines of tracebacks are errors without a context; a format of one's own may leave the context out.
function isOwn({ inherited, header }: LogRecord): boolean {
  if (inherited || !header || !/^nova(?:\.|$)/.test(header.logger)) return false;
  return header.context !== 'none' || (header.level !== 'ERROR' && header.level !== 'TRACE');
}

function isTrouble({ header }: LogRecord): boolean {
  return header?.level === 'WARNING' || header?.level === 'ERROR' || header?.level === 'CRITICAL';
}

function matchesOf(
  { header, message, joints }: LogRecord, statements: Statements,
): readonly StatementMatch[] {
  const hasInstance = header?.instance !== undefined;
  return statements.find(header?.logger ?? '', message, { level: header?.level, hasInstance, joints });
}

/** By our words on the statement or on the message, or by the exception that stands in the line. */
function isExplained(
  { message }: LogRecord, match: StatementMatch | undefined, { facts }: Known,
): boolean {
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
    byLine.set(fault.firstLine, [...(byLine.get(fault.firstLine) ?? []), fault]);
  }
  return byLine;
}

function hasExplainedFault(
  { kind, line, message }: Waiting, byLine: ReadonlyMap<number, readonly Fault[]>, facts: Facts,
): boolean {
  const lines = Array.from({ length: nearLines + 1 }, (_, distance) => line + distance);
  const near = lines.flatMap((one) => byLine.get(one) ?? []);
  return near.some((fault) => fault.logger === kind.logger && fault.logged.slice(0, compared) === message
    && [fault, ...fault.chain].some(({ type }) => isClassExplained(type, facts)));
}

function waitingOf(source: string, record: LogRecord, match: StatementMatch | undefined): Waiting {
  const { line, message } = record;
  return { kind: kindOf(source, record, match), line, message: keep(message.slice(0, compared)) };
}

function kindOf(source: string, record: LogRecord, match: StatementMatch | undefined): LineKind {
  const { header, message, line } = record;
  return {
    logger: header?.logger ?? '',
    level: header?.level,
    text: match?.statement.text ?? keep(message.slice(0, keptText)),
    statement: match?.statement.id,
    count: 1,
    first: { source, line, time: header?.time },
  };
}

// Numbers and ids aside, lines without a statement are alike when they begin alike.
function add(kinds: Map<string, LineKind>, kind: LineKind): void {
  const key = kind.statement ?? `${kind.logger} ${kind.text.slice(0, 60).replace(/[0-9a-f-]{8,}|\d+/g, '#')}`;
  const same = kinds.get(key);
  if (same) kinds.set(key, { ...same, count: same.count + kind.count });
  else if (kinds.size < mostKinds) kinds.set(key, kind);
}

function sorted(kinds: ReadonlyMap<string, LineKind>): readonly LineKind[] {
  return [...kinds.values()].sort((a, b) => b.count - a.count);
}
