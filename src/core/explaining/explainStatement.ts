// A log statement, or a whole line of a log → what there is to say of it: our words, the facts of Nova's
// source and a link to it. Pure and synchronous; the statements and the facts are arguments.

import type { Facts } from '../../knowledge/facts/shapes';
import { messageNotes } from '../../knowledge/messages';
import { noteInLanguage, statementIn } from '../../knowledge/notesInLanguage';
import { statementNotes } from '../../knowledge/statementNotes/index';
import { statementWords } from '../../knowledge/statementWords';
import type { Explanation } from '../model';
import { describeOption, fill, optionInRelease } from './optionCard';
import { parseRelease, releaseName } from '../statements/release';
import { positionOf, spansText } from '../statements/releaseRange';
import { sourceLink } from './sourceLink';
import type { StatementMatch, Statements } from '../statements/statements';
import { statementId } from '../statements/statementTable';
import type { Rewording, Statement, StatementPlace } from '../statements/statementTable';

/** What we say of a statement. */
export interface StatementWords {
  readonly meaning: string;
  /** Why the line needs no care; undefined when it may need some. */
  readonly benign: string | undefined;
  readonly options: readonly string[];
}

export interface StatementContext {
  /** Our facts on options; without them none are described. */
  readonly facts?: Facts | undefined;
  /** The release in question, as people name it. */
  readonly release?: string | undefined;
}

let wordsById: ReadonlyMap<string, () => StatementWords> | undefined;

/** Our words on a statement, by its id; undefined where we have none. */
export function wordsOnStatement(id: string): StatementWords | undefined {
  wordsById ??= indexWords();
  return wordsById.get(id)?.();
}

// A message that is explained at length has a summary as well.
function indexWords(): ReadonlyMap<string, () => StatementWords> {
  const words = new Map<string, () => StatementWords>();
  for (const note of messageNotes) {
    const { options } = note;
    words.set(statementId(note.text), () => (
      { meaning: noteInLanguage('messages', note.text, note).summary, benign: undefined, options }));
  }
  for (const note of statementNotes) {
    for (const one of typeof note.text === 'string' ? [note.text] : note.text) {
      words.set(statementId(one), () => statementIn(note));
    }
  }
  return words;
}

/** @param matches what a line may be, one or several; @returns undefined when there are none. */
export function explainStatement(
  matches: readonly StatementMatch[], statements: Statements, context: StatementContext = {},
): Explanation | undefined {
  const [match, ...others] = matches;
  if (!match) return undefined;
  const { statement, places } = match;
  const words = statement.dynamic ? undefined : wordsOnStatement(statement.id);
  const release = context.release === undefined ? undefined : parseRelease(context.release);
  const position = release === undefined ? undefined : positionOf(release);
  const links = places.flatMap((place) => sourceLink(place, statements.facts, position)?.url ?? []);
  const { facts } = context;
  const options = facts ? (words?.options ?? []).flatMap((name) => {
    const option = optionInRelease(name, facts, release);
    return option ? [describeOption(option, undefined, release)] : [];
  }) : [];
  return {
    subject: 'message',
    name: statement.id,
    title: statement.dynamic ? (places[0]?.function ?? statement.text) : statement.text,
    summary: words?.meaning ?? summaryOf(statement, places),
    effect: words?.benign === undefined ? undefined : fill(statementWords.harmless, { reason: words.benign }),
    causes: [],
    checks: [],
    changes: [],
    options,
    links: [...new Set(links)].slice(0, 3),
    facts: [...factRows(statement, places), ...others.map((other) => (
      { label: statementWords.otherwise, value: other.statement.text }))],
  };
}

function summaryOf({ dynamic }: Statement, [place]: readonly StatementPlace[]): string {
  if (dynamic) return statementWords.summaryDynamic;
  const logger = place?.logger ?? '';
  const [library = ''] = logger.split('.', 1);
  if (library !== 'nova') return fill(statementWords.summaryOfLibrary, { library });
  return fill(statementWords.summary, { logger, level: place?.levels[0] ?? '' });
}

function factRows(statement: Statement, places: readonly StatementPlace[]): Explanation['facts'] {
  const w = statementWords;
  const loggers = [...new Set(places.map(({ logger }) => logger))];
  const functions = [...new Set(places.map((place) => place.function))];
  const [first] = places;
  const reworded = (label: string, rewordings: readonly Rewording[]) => rewordings
    .map(({ text, since }) => ({ label: fill(label, { release: releaseName(since) }), value: text }));
  return [
    { label: w.id, value: statement.id },
    { label: w.logger, value: loggers.join(', ') },
    { label: w.function, value: functions.join(', ') },
    ...(first ? [{ label: w.level, value: levelText(first) }] : []),
    { label: w.releases, value: releasesOf(statement) },
    ...reworded(w.before, statement.before),
    ...reworded(w.after, statement.after),
  ];
}

function levelText({ levels, traceback }: StatementPlace): string {
  const [level = 'ANY', ...others] = levels;
  const now = traceback ? fill(statementWords.traceback, { level }) : level;
  return others.length === 0 ? now : fill(statementWords.levelWas, { level: now, others: others.join(', ') });
}

// The facts begin with Kilo for Nova and with Newton for its libraries.
function releasesOf({ releases, places }: Statement): string {
  const oldest = positionOf(places.some(({ logger }) => logger.startsWith('nova')) ? '2015.1' : '14');
  const releasesText = spansText(releases);
  const isOldest = releases[0]?.[0] === oldest;
  return isOldest ? fill(statementWords.orEarlier, { releases: releasesText }) : releasesText;
}
