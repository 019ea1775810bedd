// Records of a log → between which releases the Nova lies that wrote them: by the statements that occur and
// by the form of the lines. A few that contradict (backports, libraries, own formats) do not empty the range.

import { layoutClues } from '../../knowledge/layoutClues';
import type { LayoutClueId } from '../../knowledge/layoutClues';
import { releases } from '../../knowledge/releases';
import type { ReleaseId } from '../../knowledge/releases';
import { layoutCluesOf } from '../reading/layoutClues';
import type { LogRecord, Place } from '../model';
import { holdsAt, joinSpans, positionOf, releaseAt } from './releaseRange';
import type { Span } from './releaseRange';
import type { StatementMatch, Statements } from './statements';

/** A sign of some releases and not of others, with the first line that shows it. */
export interface ReleaseEvidence {
  readonly kind: 'statement' | 'layout';
  /** Nova's template, or what the form of the line is. */
  readonly text: string;
  readonly releases: readonly Span[];
  readonly weight: number;
  readonly at: Place;
}

export interface ReleaseGuess {
  readonly from: ReleaseId;
  readonly to: ReleaseId;
  /** What bounds the range on either side, the heaviest first. */
  readonly evidence: readonly ReleaseEvidence[];
  /** Signs that speak for none of these releases. */
  readonly against: readonly ReleaseEvidence[];
}

export interface ReleaseTally {
  /** @param line the text of the physical line on which the record begins. */
  see(record: LogRecord, line: string): void;
  /** Further records would not be looked at. */
  readonly full: boolean;
  evidence(): readonly ReleaseEvidence[];
}

const mostRecords = 20_000;
const newest = releases.length - 1;
const everything: readonly Span[] = [[0, newest]];
const libraryWeight = 0.5;
/** So much more may speak against a release than against the best one. */
const slack = 0.5;
const shownEvidence = 6;

/** @param source the caller's name for the log; it comes back in the places. */
export function tallyRelease(source: string, statements: Statements): ReleaseTally {
  const found = new Map<string, ReleaseEvidence>();
  const known = new Set<string>();
  let seen = 0;

  function add(key: string, make: () => Omit<ReleaseEvidence, 'at'>, record: LogRecord): void {
    if (known.has(key)) return;
    known.add(key);
    const evidence = make();
    const at: Place = { source, line: record.line, time: record.header?.time };
    if (!isEverything(evidence.releases)) found.set(key, { ...evidence, at });
  }

  return {
    see(record, line) {
      const { header } = record;
      if (seen >= mostRecords || record.inherited || !header || !statements.knows(header.logger)) return;
      seen += 1;
      const match = onlyMatch(statements, record);
      for (const clue of layoutCluesOf(record, line, match)) add(clue, () => evidenceOfLayout(clue), record);
      if (!match || match.statement.dynamic) return;
      const { statement, places } = match;
      add(`${statement.id} ${header.logger} ${places.length}`, () => ({
        kind: 'statement',
        text: statement.text,
        releases: openLeft(joinSpans(places.flatMap((place) => place.releases)), header.logger),
        weight: header.logger.startsWith('nova') ? 1 : libraryWeight,
      }), record);
    },
    get full() {
      return seen >= mostRecords;
    },
    evidence: () => [...found.values()],
  };
}

/** The statement of a record, where it is one and no more. */
export function onlyMatch(
  statements: Statements, { header, message, joints }: LogRecord,
): StatementMatch | undefined {
  // a line of a traceback has no context, and a program that is not Nova's no logger
  if (!header || header.context === 'none' || header.logger === '') return undefined;
  const hasInstance = header.instance !== undefined;
  const hints = { level: header.level, hasInstance, joints };
  const [match, ...others] = statements.find(header.logger, message, hints);
  return others.length === 0 ? match : undefined;
}

/** @returns undefined when nothing tells one release from another. */
export function inferRelease({ evidence }: Pick<ReleaseTally, 'evidence'>): ReleaseGuess | undefined {
  const all = evidence();
  if (all.length === 0) return undefined;
  const against = releases.map((_, position) => all
    .filter((one) => !holdsAt(one.releases, position)).reduce((sum, { weight }) => sum + weight, 0));
  const limit = Math.min(...against) + slack;
  const likely = [...against.keys()].filter((position) => (against[position] ?? limit + 1) <= limit);
  const first = likely[0] ?? 0;
  const last = likely.at(-1) ?? newest;
  const from = releaseAt(first);
  const to = releaseAt(last);
  if (from === undefined || to === undefined || (first === 0 && last === newest)) return undefined;
  const touches = ({ releases: held }: ReleaseEvidence) => likely.some((position) => holdsAt(held, position));
  const bounds = (one: ReleaseEvidence) => touches(one) && ((first > 0 && !holdsAt(one.releases, first - 1))
    || (last < newest && !holdsAt(one.releases, last + 1)));
  return {
    from,
    to,
    evidence: all.filter(bounds).sort((a, b) => b.weight - a.weight).slice(0, shownEvidence),
    against: all.filter((one) => !touches(one)).slice(0, shownEvidence),
  };
}

function evidenceOfLayout(id: LayoutClueId): Omit<ReleaseEvidence, 'at'> {
  const { from, to, weight, what } = layoutClues[id];
  const first = from === undefined ? 0 : positionOf(from);
  const last = to === undefined ? newest : positionOf(to);
  return { kind: 'layout', text: what, releases: [[first, last]], weight };
}

// The facts begin with Kilo for Nova and with Newton for the libraries: what is as old may be older.
function openLeft(spans: readonly Span[], logger: string): readonly Span[] {
  const oldest = positionOf(logger.startsWith('nova') ? '2015.1' : '14');
  return spans.map(([first, last]): Span => [first <= oldest ? 0 : first, last]);
}

function isEverything(spans: readonly Span[]): boolean {
  return everything.every(([first, last]) => spans.some((span) => span[0] <= first && span[1] >= last));
}
