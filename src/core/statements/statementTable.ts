// The short rows of the facts → statements with places, releases and ids, each built when it is asked for.

import { loggersOf, placesOf } from '../../knowledge/facts/loadStatements';
import type { ShortPlace, StatementFacts, StatementLevel } from '../../knowledge/facts/loadStatements';
import { joinSpans, newestOf, parseRange } from './releaseRange';
import type { Span } from './releaseRange';
import { compileTemplate } from '../template';

/** A function of the source that logs the statement. */
export interface StatementPlace {
  readonly logger: string;
  readonly function: string;
  /** The level of its newest release, then those of other releases; `ANY`: its caller decides. */
  readonly levels: readonly StatementLevel[];
  /** It logs the exception's traceback as well. */
  readonly traceback: boolean;
  /** Whether the line carries `[instance: …]`; undefined where releases differ. */
  readonly instance: boolean | undefined;
  readonly releases: readonly Span[];
}

export interface Statement {
  /** Made of the text without placeholders: the same in every release that has it, wherever it is logged. */
  readonly id: string;
  /** Nova's template, as its newest release spells it; the expression when `dynamic`. */
  readonly text: string;
  /** The message is an exception's own text. */
  readonly dynamic: boolean;
  readonly releases: readonly Span[];
  /** Newest first. */
  readonly places: readonly StatementPlace[];
  /** Texts of the same function that this one took the place of, or that took its place, and since when. */
  readonly before: readonly Rewording[];
  readonly after: readonly Rewording[];
}

export interface Rewording {
  readonly text: string;
  readonly since: string;
}

/** Numbers of the rows that each logger writes. */
export function groupRows(facts: StatementFacts): ReadonlyMap<string, readonly number[]> {
  const byLogger = facts.loggers.map((): number[] => []);
  for (const [number, row] of facts.rows.entries()) {
    for (const logger of loggersOf(facts, row)) {
      const rows = byLogger[logger];
      if (rows && rows.at(-1) !== number) rows.push(number);
    }
  }
  return new Map(facts.loggers.map((logger, index) => [logger, byLogger[index] ?? []]));
}

/** @param number of the row in the facts. */
export function buildStatement(facts: StatementFacts, number: number): Statement {
  const row = facts.rows[number] ?? ['', 0];
  const places = placesOf(facts, row).map((place) => placeOf(facts, place));
  const rewordings = (mine: 0 | 1, other: 0 | 1): Rewording[] => facts.changes
    .filter((change) => change[mine] === number)
    .map((change) => ({ text: facts.rows[change[other]]?.[0] ?? '', since: change[2] }));
  return {
    id: statementId(row[0]),
    text: row[0],
    dynamic: false,
    releases: joinSpans(places.flatMap(({ releases }) => releases)),
    places,
    before: rewordings(1, 0),
    after: rewordings(0, 1),
  };
}

function placeOf(facts: StatementFacts, place: ShortPlace): StatementPlace {
  const { levels, flags } = facts;
  const others = levels.filter((_, number) => (place.otherLevels & (1 << number)) !== 0);
  return {
    logger: facts.loggers[place.logger] ?? '',
    function: facts.functions[place.function] ?? '',
    levels: [levels[place.bits & 7] ?? 'ANY', ...others],
    traceback: (place.bits & flags.traceback) !== 0,
    instance: (place.bits & flags.instanceVaries) !== 0 ? undefined : (place.bits & flags.instance) !== 0,
    releases: parseRange(facts.ranges[place.range] ?? ''),
  };
}

const exceptionExpression = /^(?:e|ex|exc|(?:str|six\.text_type)\(e\)|\w+\.format_message\(\)|\w+\.error)$/;

/** Of each logger the calls that log an exception's text as it is, as one statement. */
export function dynamicStatements(facts: StatementFacts): ReadonlyMap<string, Statement> {
  const byLogger = new Map<string, Statement>();
  for (const [text, range, logger, named, bits] of facts.dynamic) {
    if (!exceptionExpression.test(text)) continue;
    const place = placeOf(facts, { logger, function: named, bits, range, otherLevels: 0 });
    const known = byLogger.get(place.logger);
    const places = [...(known?.places ?? []), place]
      .sort((a, b) => newestOf(b.releases) - newestOf(a.releases));
    byLogger.set(place.logger, {
      id: hash(`${place.logger}\u0000\u0000`), text, dynamic: true, places, before: [], after: [],
      releases: joinSpans(places.flatMap(({ releases }) => releases)),
    });
  }
  return byLogger;
}

/** @param text a template; its placeholders may be spelled in any way. */
export function statementId(text: string): string {
  return hash(compileTemplate(text).literals.join('\u0000'));
}

/** FNV-1a, 32 bits, as eight hexadecimal digits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

