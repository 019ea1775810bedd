// Records of a log → how much of it is known: which of Nova's own lines are one statement of the source, and
// which of its warnings and errors are explained. What is not is listed, like lines together.

import { keep } from '../keep';
import type { Digest, LogRecord } from '../model';
import { isOwnLine } from '../reading/troubles';
import type { Sink } from '../sink';
import { explainTroubles, joinKinds, keyOfKind } from './explainedTroubles';
import type { ExplainedTroubles, Known, LineKind } from './explainedTroubles';
import type { StatementMatch, Statements } from './statements';

export interface Coverage extends ExplainedTroubles {
  /** Nova's own lines; further lines of messages and of tracebacks are not counted. */
  readonly own: number;
  readonly one: number;
  readonly ambiguous: readonly LineKind[];
  readonly unmatched: readonly LineKind[];
}

export interface CoverageReader extends Sink<LogRecord> {
  /** @param digest of the same log. */
  coverage(digest: Digest): Coverage;
}

const mostKinds = 2000;
const keptText = 160;

/** @param source the caller's name for the log; it comes back in the places. */
export function readCoverage(source: string, known: Known): CoverageReader {
  const counts = { own: 0, one: 0 };
  const ambiguous = new Map<string, LineKind>();
  const unmatched = new Map<string, LineKind>();

  return {
    push(record) {
      if (!isOwnLine(record)) return;
      counts.own += 1;
      const matches = matchesOf(record, known.statements);
      const [match] = matches;
      if (matches.length === 1) counts.one += 1;
      else add(matches.length === 0 ? unmatched : ambiguous, kindOf(source, record, match));
    },
    end: () => undefined,
    coverage: (digest) => ({
      ...counts,
      ambiguous: sorted(ambiguous),
      unmatched: sorted(unmatched),
      ...explainTroubles(digest, known),
    }),
  };
}

/** Several logs as one. */
export function joinCoverage(all: readonly Coverage[]): Coverage {
  const sum = (of: (one: Coverage) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    own: sum(({ own }) => own),
    one: sum(({ one }) => one),
    ambiguous: joinKinds(all.flatMap(({ ambiguous }) => ambiguous)),
    unmatched: joinKinds(all.flatMap(({ unmatched }) => unmatched)),
    troubles: sum(({ troubles }) => troubles),
    explained: sum(({ explained }) => explained),
    unexplained: joinKinds(all.flatMap(({ unexplained }) => unexplained)),
  };
}

function matchesOf(
  { header, message, joints }: LogRecord, statements: Statements,
): readonly StatementMatch[] {
  const hasInstance = header?.instance !== undefined;
  return statements.find(header?.logger ?? '', message, { level: header?.level, hasInstance, joints });
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
  const key = keyOfKind(kind);
  const same = kinds.get(key);
  if (same) kinds.set(key, { ...same, count: same.count + kind.count });
  else if (kinds.size < mostKinds) kinds.set(key, kind);
}

function sorted(kinds: ReadonlyMap<string, LineKind>): readonly LineKind[] {
  return [...kinds.values()].sort((a, b) => b.count - a.count);
}
