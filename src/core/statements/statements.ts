// The log statements of Nova and its libraries → which of them a message is. Indexed by logger and literal
// text; a logger's templates are compiled when its first message comes.

import type { StatementFacts, StatementLevel } from '../../knowledge/facts/loadStatements';
import { withoutSuffix } from '../reading/debugSuffix';
import type { Level } from '../model';
import { holdsAt } from './releaseRange';
import { buildStatement, dynamicStatements, groupRows, statementId } from './statementTable';
import type { Statement, StatementPlace } from './statementTable';
import { compileTemplate, literalLength, matchCutTemplate, matchTemplate, withBlanks } from '../template';
import { TemplateIndex } from '../templateIndex';
import type { Matcher } from '../template';
import type { Indexed, TemplateMatch } from '../templateIndex';

export interface StatementMatch {
  readonly statement: Statement;
  /** Those of its places that fit the line, newest first; all of the logger's when none does. */
  readonly places: readonly StatementPlace[];
  readonly captures: Readonly<Record<string, string>>;
}

/** What else a line tells, where several statements match. */
export interface LineHints {
  readonly level?: Level | undefined;
  readonly hasInstance?: boolean | undefined;
  /** Offsets at which pieces of the message were joined: a blank may be lost there. */
  readonly joints?: readonly number[];
  /** Position of the release in question in the table of releases. */
  readonly release?: number | undefined;
}

export interface Statements {
  readonly facts: StatementFacts;
  /**
   * @param logger as the line has it; empty: any may have logged it.
   * @returns one match; several when the text does not tell them apart; none when no statement is known.
   */
  find(logger: string, message: string, hints?: LineHints): readonly StatementMatch[];
  /** Whether the logger is one of Nova's or of its libraries. */
  knows(logger: string): boolean;
  /** The statement of an id that we show. */
  withId(id: string): Statement | undefined;
  /** Every statement with a text of its own, in the order of the facts. */
  all(): readonly Statement[];
}

/** What a compiled template leads to: a row, how much of it is fixed, and the fixed text at its end. */
interface Entry {
  readonly row: number;
  readonly fixed: number;
  readonly tail: string;
}

/** @param isExceptionText recognises the text of an exception, for statements that log one as it is. */
export function openStatements(
  facts: StatementFacts, isExceptionText: (text: string) => boolean = () => false,
): Statements {
  const rowsByLogger = groupRows(facts);
  const dynamicByLogger = dynamicStatements(facts);
  const statementAt = statementBuilder(facts);
  const indexOf = indexBuilder(facts, rowsByLogger);

  function find(shown: string, message: string, hints: LineHints = {}): readonly StatementMatch[] {
    const { level, joints = [] } = hints;
    const logger = moduleOf(shown);
    const text = level === 'DEBUG' || level === undefined ? withoutSuffix(message) : message;
    const index = indexOf(logger);
    // where text was joined a blank may be lost, and blogs print three dots as one letter
    const found = index && (findIn(index, logger, text)
      ?? (joints.length > 0 ? findIn(index, logger, withBlanks(text, joints)) : undefined)
      ?? (text.includes('\u2026') ? findIn(index, logger, text.replaceAll('\u2026', '...')) : undefined));
    if (found) {
      return narrow(found.map((match) => matchOf(statementAt(match.value.row), match, logger)), hints);
    }
    const dynamic = dynamicByLogger.get(logger);
    if (!dynamic || level === undefined || !isExceptionText(text)) return [];
    const places = dynamic.places.filter(({ levels }) => isLevel(levels, level));
    return places.length === 0 ? [] : narrow([{ statement: dynamic, places, captures: {} }], hints);
  }

  return {
    facts,
    find,
    knows: (shown) => rowsByLogger.has(moduleOf(shown)) || dynamicByLogger.has(shown),
    withId(id) {
      const row = facts.rows.findIndex(([text]) => statementId(text) === id);
      return row < 0 ? undefined : statementAt(row);
    },
    all: () => facts.rows.map((_, row) => statementAt(row)),
  };
}

/** Some libraries log under their former names: `oslo.messaging…` for oslo_messaging. */
function moduleOf(logger: string): string {
  if (logger.startsWith('oslo.')) return `oslo_${logger.slice(5)}`;
  return logger.startsWith('keystoneauth.') ? `keystoneauth1.${logger.slice(13)}` : logger;
}

function statementBuilder(facts: StatementFacts): (row: number) => Statement {
  const built = new Map<number, Statement>();
  return (row) => {
    const known = built.get(row);
    if (known) return known;
    const statement = buildStatement(facts, row);
    built.set(row, statement);
    return statement;
  };
}

/** The index of a logger, made when it is first asked for; that of the empty logger holds every template. */
function indexBuilder(
  facts: StatementFacts, rowsByLogger: ReadonlyMap<string, readonly number[]>,
): (logger: string) => TemplateIndex<Entry> | undefined {
  const indexes = new Map<string, TemplateIndex<Entry>>();
  const spellings = new Map<number, string[]>();
  for (const [row, text] of facts.variants) spellings.set(row, [...(spellings.get(row) ?? []), text]);
  return (logger) => {
    const known = indexes.get(logger);
    const rows = logger === '' ? facts.rows.keys() : rowsByLogger.get(logger);
    if (known || !rows) return known;
    const textsOf = (row: number) => [facts.rows[row]?.[0] ?? '', ...(spellings.get(row) ?? [])];
    const index = new TemplateIndex([...rows].flatMap((row) => (
      textsOf(row).map((text) => entryOf(logger, row, text)))));
    indexes.set(logger, index);
    return index;
  };
}

function entryOf(logger: string, row: number, text: string): Indexed<Entry> {
  // Of a text with line breaks a record holds the first line, which may say nothing.
  const first = compileTemplate(text.split('\n', 1)[0] ?? '');
  const template = literalLength(first) === 0 ? compileTemplate(text) : first;
  const value = { row, fixed: literalLength(template), tail: template.literals.at(-1) ?? '' };
  return { loggers: [logger], template, value };
}

/** A text that ends where its template does before one that goes on, and that before one that was cut. */
const matchers: readonly Matcher[] = [
  (template, text) => matchTemplate(template, text, endsHere), matchTemplate, matchCutTemplate,
];

/** Of those that match those with the most fixed text. */
function findIn(
  index: TemplateIndex<Entry>, logger: string, text: string,
): TemplateMatch<Entry>[] | undefined {
  for (const matcher of matchers) {
    const found = index.findAll(logger, text, matcher);
    if (found.length === 1) return found;
    if (found.length === 0) continue;
    // Of a text that was cut the fixed part behind the cut says nothing.
    const rank = ({ value, captures }: TemplateMatch<Entry>) => (matcher === matchCutTemplate
      ? Object.keys(captures).length : value.fixed + summaryLength(value, text));
    const highest = Math.max(...found.map(rank));
    const first = found.filter((match) => rank(match) === highest);
    return [...new Map(first.map((match) => [match.value.row, match])).values()];
  }
  return undefined;
}

const summary = /^: [A-Za-z_][\w.]{2,200}(?:: |$|\n)/;
const dottedSummary = /^: [A-Za-z_]\w{1,80}\.[\w.]{2,200}(?=: |$|\n)/;

/** Letters of the class that oslo.log put behind the template: they are no value of a longer one. */
function summaryLength({ tail }: Entry, text: string): number {
  const at = tail === '' ? -1 : text.indexOf(`${tail}: `);
  if (at < 0) return 0;
  const rest = text.slice(at + tail.length, at + tail.length + 300);
  return dottedSummary.exec(rest)?.[0].length ?? 0;
}

/** Behind a template stands nothing, a further line, or the class that oslo.log adds. */
function endsHere(message: string, at: number): boolean {
  if (at >= message.length) return true;
  const next = message.charCodeAt(at);
  if (next === 10 || next === 13) return true;
  if (next === 58) return summary.test(message.slice(at, at + 300));
  return next === 32 && message.slice(at).trim() === '';
}

function matchOf(statement: Statement, { captures }: TemplateMatch<Entry>, logger: string): StatementMatch {
  const own = statement.places.filter((place) => place.logger === logger);
  return { statement, places: own.length > 0 ? own : statement.places, captures };
}

type Fits = (place: StatementPlace) => boolean;

/** The level, then the tag, then the release decide between statements, and between places of one. */
function narrow(matches: readonly StatementMatch[], hints: LineHints): readonly StatementMatch[] {
  let left = matches;
  for (const fits of testsOf(hints)) {
    const kept = left.flatMap((match) => {
      const places = match.places.filter(fits);
      return places.length > 0 ? [{ ...match, places }] : [];
    });
    if (kept.length > 0) left = kept;
  }
  return left;
}

function testsOf({ level, hasInstance, release }: LineHints): Fits[] {
  const tests: Fits[] = [];
  if (level !== undefined) tests.push(({ levels }) => isLevel(levels, level));
  if (hasInstance !== undefined) tests.push(({ instance }) => (instance ?? hasInstance) === hasInstance);
  if (release !== undefined) tests.push(({ releases }) => holdsAt(releases, release));
  return tests;
}

function isLevel(levels: readonly StatementLevel[], level: Level): boolean {
  // AUDIT became INFO; TRACE is the level of a traceback's lines up to Kilo.
  const name = level === 'AUDIT' ? 'INFO' : level;
  return levels.includes(name) || levels.includes('ANY');
}
