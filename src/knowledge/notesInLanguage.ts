// Our words on a class, a message, an option, a statement, in the language that is spoken. In: the English
// row. Out: the same row with its sentences in that language, English where a sentence has no translation.

import { translationOf } from './language';
import type { ExplanationNote, OptionNote } from './schema';
import type { StatementNote } from './statementNotes/note';

/** A sentence, or a sentence and what stands behind it: evidence of a cause, risk of a change. */
type Sentence = string | readonly [text: string, behind: string];

/** The words of an explanation: as many causes, checks and changes as the English row has, in its order. */
export interface NoteWords {
  readonly summary: string;
  readonly effect: string;
  readonly causes: readonly Sentence[];
  /** Without their commands, which are the same everywhere; empty where a command stands alone. */
  readonly checks: readonly string[];
  readonly changes: readonly Sentence[];
}

/** Meaning and symptom of an option. */
export type OptionWords = readonly [meaning: string, symptom: string];

/** Meaning of a log statement, and why its line needs no care. */
export type StatementSentences = readonly [meaning: string, benign?: string];

/** The tables whose rows are words on something, by its name. */
export interface NoteTables {
  readonly exceptions: NoteWords;
  readonly messages: NoteWords;
  readonly options: OptionWords;
  /** Units of options by their English name. */
  readonly optionUnits: string;
  readonly statements: StatementSentences;
  /** The sentences of a class, in the order of the English ones. */
  readonly remedies: readonly string[];
  /** Where a change lasts, by deployment. */
  readonly deployments: string;
}

// The compiler holds each table to its shape where it is written.
function wordsOn<T extends keyof NoteTables>(table: T, key: string): NoteTables[T] | undefined {
  return translationOf(table, key) as NoteTables[T] | undefined;
}

/** @param key the class, or the template of the message. */
export function noteInLanguage<N extends ExplanationNote>(
  table: 'exceptions' | 'messages', key: string, note: N,
): N {
  const words = wordsOn(table, key);
  if (!words) return note;
  return {
    ...note,
    summary: words.summary,
    effect: words.effect,
    causes: note.causes.map(({ text, evidence }, index) => {
      const [own, behind] = partsOf(words.causes[index], text);
      return evidence === undefined ? { text: own } : { text: own, evidence: behind ?? evidence };
    }),
    checks: note.checks.map((check, index) => ({ ...check, text: words.checks[index] ?? check.text })),
    changes: note.changes.map(({ text, risk }, index) => {
      const [own, behind] = partsOf(words.changes[index], text);
      return risk === undefined ? { text: own } : { text: own, risk: behind ?? risk };
    }),
  };
}

function partsOf(sentence: Sentence | undefined, english: string): readonly [string, string?] {
  return sentence === undefined ? [english] : typeof sentence === 'string' ? [sentence] : sentence;
}

/** @param name the option's full name. */
export function optionIn(name: string, note: OptionNote | undefined): OptionNote | undefined {
  const words = wordsOn('options', name);
  if (!note || !words) return note;
  const [meaning, symptom] = words;
  const { unit } = note;
  return { ...note, meaning, symptom, ...(unit && { unit: wordsOn('optionUnits', unit) ?? unit }) };
}

/** The words on a statement; a row with several templates goes by the first. */
export function statementIn({ text, meaning, benign, options = [] }: StatementNote): {
  readonly meaning: string; readonly benign: string | undefined; readonly options: readonly string[];
} {
  const key = typeof text === 'string' ? text : text[0] ?? '';
  const words = wordsOn('statements', key);
  return { meaning: words?.[0] ?? meaning, benign: benign && (words?.[1] ?? benign), options };
}

/** A sentence of a remedy, by its class and its place among the sentences of it. */
export function remedyIn(name: string, index: number, english: string): string {
  return wordsOn('remedies', name)?.[index] ?? english;
}

/** Where a change of an option lasts on a deployment. */
export function lastingIn(deployment: string, english: string): string {
  return wordsOn('deployments', deployment) ?? english;
}
