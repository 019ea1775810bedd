// In: the generated statements.json beside this file, read on first use (never at activation). Out: every log
// statement of Nova and its libraries, still in short form: most of them are never asked for.

import type { ReleaseId } from '../releases';
import { readFactTable } from './read';

/** Where a statement stands: indices into the tables and bits; see `flags` and `levels` of StatementFacts. */
export interface ShortPlace {
  readonly logger: number;
  readonly function: number;
  readonly bits: number;
  readonly range: number;
  /** Levels of other releases, a mask of `1 << index`. */
  readonly otherLevels: number;
}

export type StatementLevel = 'TRACE' | 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL' | 'ANY';

/** Text, range, then for each place logger, function, bits and what the bits announce. */
export type StatementRow = readonly [text: string, range: number, ...places: number[]];

/** Expression, range, logger, function, bits: the message is a value, mostly an exception's text. */
export type DynamicRow = readonly [
  expression: string, range: number, logger: number, function: number, bits: number,
];

export interface StatementFacts {
  readonly levels: readonly StatementLevel[];
  readonly flags: {
    readonly traceback: number; readonly instance: number; readonly instanceVaries: number;
    readonly ownRange: number; readonly otherLevels: number;
  };
  /** Loggers that are not named after a module, or whose project was not read. */
  readonly nameless: readonly string[];
  /** Modules whose code stands in `__init__.py`. */
  readonly packages: readonly string[];
  /** Project at opendev.org, first parts of its modules, and its tag for each release of Nova. */
  readonly projects: readonly (readonly [
    project: string, roots: readonly string[], tags: Readonly<Partial<Record<ReleaseId, string>>>,
  ])[];
  /** Rows that took each other's place in the same function: from, to, since. */
  readonly changes: readonly (readonly [from: number, to: number, since: string])[];
  /** Other spellings of a row's placeholders: row, text, range. */
  readonly variants: readonly (readonly [row: number, text: string, range: number])[];
  readonly loggers: readonly string[];
  readonly functions: readonly string[];
  /** `14..15,18..19`. */
  readonly ranges: readonly string[];
  readonly dynamic: readonly DynamicRow[];
  readonly rows: readonly StatementRow[];
}

let loading: Promise<StatementFacts> | undefined;

/** Reads the statements once, then hands out the same. Never rejects but for a broken installation. */
export function loadStatements(): Promise<StatementFacts> {
  loading ??= readStatements();
  return loading;
}

async function readStatements(): Promise<StatementFacts> {
  // The generator writes this shape, and a test walks every row; the compiler would infer a far looser one.
  return await readFactTable('statements') as StatementFacts;
}

/** The loggers of a row's places, as indices; some may come twice. */
export function loggersOf({ flags }: StatementFacts, row: StatementRow): number[] {
  const loggers: number[] = [];
  for (let at = 2; at < row.length; at += placeLength(flags, Number(row[at + 2]))) {
    loggers.push(Number(row[at]));
  }
  return loggers;
}

function placeLength({ ownRange, otherLevels }: StatementFacts['flags'], bits: number): number {
  return 3 + Number((bits & ownRange) !== 0) + Number((bits & otherLevels) !== 0);
}

/** The places of a row, newest first. */
export function placesOf(facts: StatementFacts, row: StatementRow): ShortPlace[] {
  const { ownRange, otherLevels } = facts.flags;
  const places: ShortPlace[] = [];
  let at = 2;
  const next = () => Number(row[at++]);
  while (at < row.length) {
    const logger = next();
    const named = next();
    const bits = next();
    const range = (bits & ownRange) === 0 ? row[1] : next();
    const others = (bits & otherLevels) === 0 ? 0 : next();
    places.push({ logger, function: named, bits, range, otherLevels: others });
  }
  return places;
}
