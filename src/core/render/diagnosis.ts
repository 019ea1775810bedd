// A diagnosis → its short sentences: the cause, and what to do. In: its id and what its lines hold. Out: text
// on one line, with text of the log in it.

import { certaintyWords, diagnosisCardWords, roleWords } from '../../knowledge/diagnoses/roles';
import type { DiagnosisSentence } from '../../knowledge/diagnoses/sentences';
import { sentenceFor } from '../../knowledge/diagnoses/spoken';
import { translationOf } from '../../knowledge/language';
import { marks } from '../../knowledge/marks';
import type { Diagnosis, Evidence } from '../model';
import { renderDuration } from './duration';
import type { Args } from './remedy';

/** What the cause is; undefined for an id that no table has. */
export function causeText({ id, args }: Pick<Diagnosis, 'id' | 'args'>): string | undefined {
  const sentence = sentenceOf(id);
  return sentence && fillBest(sentence.cause, args);
}

/** What to do; undefined where the remedy of the exception says it better. */
export function diagnosisRemedy({ id, args }: Pick<Diagnosis, 'id' | 'args'>): string | undefined {
  const remedy = sentenceOf(id)?.remedy;
  return remedy === undefined ? undefined : fillBest(remedy, args);
}

/** How sure it is: `stated by the log`. */
export function certaintyText({ certainty }: Pick<Diagnosis, 'certainty'>): string {
  return certaintyWords[certainty];
}

/** What a line of evidence has to do with the cause. */
export function roleText({ role }: Pick<Evidence, 'role'>): string {
  return roleWords[role];
}

type Heading = 'diagnosis' | 'funnel' | 'remains' | 'contradictsLong' | 'checks' | 'changes';

/** What stands before a part of a card. */
export function headingText(part: Heading): string {
  return diagnosisCardWords[part];
}

/** Which attempt it is about, from 0; empty where it is about the whole. */
export function attemptOfText({ attempt }: Pick<Diagnosis, 'attempt'>): string {
  return attempt === undefined ? '' : diagnosisCardWords.ofAttempt(attempt + 1);
}

/** A change with what it risks. */
export function changeText(
  { text, risk }: { readonly text: string; readonly risk: string | undefined },
): string {
  return risk === undefined ? text : text + marks.gap + diagnosisCardWords.risk(risk);
}

/** A finding's arguments → the diagnosis that they name. */
export function diagnosisIn(args: Args): Pick<Diagnosis, 'id' | 'args'> | undefined {
  const id = args['diagnosis'];
  if (typeof id !== 'string') return undefined;
  const own = Object.entries(args).filter(([name]) => name.startsWith('diagnosis.'));
  const named = own.map(([name, value]) => [name.slice('diagnosis.'.length), value] as const);
  return { id, args: Object.fromEntries(named) };
}

function sentenceOf(id: string): DiagnosisSentence | undefined {
  const english = sentenceFor(id);
  // the compiler holds each table to its shape where it is written
  return english && ((translationOf('diagnoses', id) as DiagnosisSentence | undefined) ?? english);
}

/** Of several wordings the first whose placeholders are all known; the last one needs none. */
export function fillBest(wordings: string | readonly string[], args: Args): string {
  const all = typeof wordings === 'string' ? [wordings] : wordings;
  const values = withDuration(args);
  const known = (text: string) => placeholdersIn(text).every((name) => (values[name] ?? '') !== '');
  return fill(all.find(known) ?? all.at(-1) ?? '', values);
}

/** Seconds may be days: `{duration}` is what people read of them. */
function withDuration(args: Args): Args {
  const seconds = Number(args['seconds'] || Number.NaN);
  return Number.isFinite(seconds) ? { ...args, duration: renderDuration(seconds * 1000) } : args;
}

function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w{1,40})\}/g)].map((found) => found[1] ?? '');
}

function fill(text: string, args: Args): string {
  return text.replace(/\{(\w{1,40})\}/g, (_all, name: string) => short(String(args[name] ?? name)));
}

// What stands in a log may be long, and end as it likes.
function short(value: string): string {
  const text = value.replace(/\s+/g, ' ').trim().replace(/[.:,;]$/, '');
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
