// A diagnosis → lines of a report: the cause, the lines it rests on, what else fits, what would contradict
// it, what to look at and what the options are set to. Text of the log is stripped of what steers a
// terminal.

import { diagnosisCardWords as words } from '../../knowledge/diagnoses/roles';
import { marks } from '../../knowledge/marks';
import type { Diagnosis, Place } from '../model';
import { changeText } from './diagnosis';
import { cardOf, type DiagnosisCard, type DiagnosisContext } from './diagnosisCard';
import { label, type LabelOptions } from './label';
import { cleanText, placesText } from './terminal';

/** What is known around a diagnosis: how Nova was deployed, and what its options are set to. */
export type ContextOf = (diagnosis: Diagnosis) => DiagnosisContext | undefined;

export interface DiagnosisLineOptions extends LabelOptions {
  readonly oneLog: boolean;
  readonly full: boolean;
  readonly contextOf: ContextOf | undefined;
}

/** In a short report a card ends with its first check. */
const fewChecks = 1;

export function* diagnosisLines(diagnosis: Diagnosis, options: DiagnosisLineOptions): Generator<string> {
  const context = options.contextOf?.(diagnosis);
  const card = cardOf(diagnosis, context?.deployment);
  if (!card) return;
  yield* statedLines(diagnosis, card, options);
  for (const [at, text] of card.remains.entries()) {
    yield* label(at === 0 ? words.remains : '', cleanText(text), options);
  }
  yield* label(words.contradicts, card.contradicts, options);
  const checks = options.full ? card.checks : card.checks.slice(0, fewChecks);
  for (const [at, { text, command }] of checks.entries()) {
    const shown = command === undefined ? text : text + marks.colon + command;
    yield* label(at === 0 ? words.checks : '', cleanText(shown), options);
  }
  for (const [at, change] of (options.full ? card.changes : []).entries()) {
    yield* label(at === 0 ? words.changes : '', changeText(change), options);
  }
  if (context && context.values !== '') yield* label('nova.conf', cleanText(context.values), options);
}

/** What a diagnosis says of its own lines, without what holds of all that are like it. */
export function* statementLines(diagnosis: Diagnosis, options: DiagnosisLineOptions): Generator<string> {
  const card = cardOf(diagnosis, undefined);
  if (card) yield* statedLines(diagnosis, card, options);
}

function* statedLines(
  diagnosis: Diagnosis, card: DiagnosisCard, options: DiagnosisLineOptions,
): Generator<string> {
  yield* label(words.diagnosis, cleanText(headOf(diagnosis, card)), options, 'bold');
  if (card.funnel !== undefined) yield* label(words.funnel, cleanText(card.funnel), options);
  yield* label(words.evidence, evidenceText(card, options.oneLog), options);
}

/** The cause, and how sure it is: `The host offers no KVM (stated by the log).` */
export function headOf({ attempt, count }: Diagnosis, { cause, certainty }: DiagnosisCard): string {
  const parts = [certainty];
  if (attempt !== undefined) parts.push(words.ofAttempt(attempt + 1));
  if (count > 1) parts.push(words.times(count));
  return cause.replace(/[.\u3002]$/, '') + marks.open + parts.join(marks.list) + marks.close;
}

// One role after the other, its lines behind it.
function evidenceText({ evidence }: DiagnosisCard, oneLog: boolean): string {
  const byRole = new Map<string, Place[]>();
  for (const { at, text } of evidence) byRole.set(text, [...(byRole.get(text) ?? []), at]);
  return [...byRole].map(([text, places]) => text + marks.colon + placesText(places, oneLog))
    .join(marks.parts);
}
