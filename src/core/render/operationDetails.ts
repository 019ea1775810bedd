// What stands below an operation's headline at a terminal: when, why, what to do, attempts and their phases.
// In: an Operation and its finding. Out: lines of text, indented under the headline.

import { mainDiagnosis } from '../checks/diagnosis';
import { marks } from '../../knowledge/marks';
import type { Attempt, Diagnosis, Fault, Finding, Operation, Phase } from '../model';
import { padBefore, padBehind, widthOf } from './columns';
import { diagnosisLines, statementLines, type ContextOf } from './diagnosisLines';
import { dueInText } from './dueLine';
import { renderDuration } from './duration';
import { english, sayIn } from './editorWords';
import { diagnosisIn, diagnosisRemedy } from './diagnosis';
import { renderFinding } from './finding';
import { isCauseGuessed, mostNamed } from './guesses';
import { instanceText } from './instanceText';
import { indent, label } from './label';
import { attemptName, progressTexts, routeText } from './moveText';
import { attemptText } from './operationText';
import { recordedTexts, recordedWords } from './recordedText';
import { remedyOf, shortType } from './remedy';
import { cleanText, placeText, timeText } from './terminal';
import type { Paint, Style } from './terminal';
import { phaseInText } from './titles';
import { reportWords as words } from './words';

export interface DetailOptions {
  readonly paint: Paint;
  /** Columns of the terminal; undefined: none is there, lines may be of any length. */
  readonly width: number | undefined;
  readonly findings: readonly Finding[];
  /** Those of the operation, and what is known around each. */
  readonly diagnoses: readonly Diagnosis[];
  readonly contextOf: ContextOf | undefined;
  /** Tell of a diagnosis also what to check and to change. */
  readonly full: boolean;
  /** All places are in one log, which need not be named again. */
  readonly oneLog: boolean;
  /** Further lines of what lies around the operation: label and text. */
  readonly around?: readonly (readonly [string, string])[];
  /** The instance of which the same was told in full; undefined: this one is. */
  readonly alike?: string | undefined;
}

const say = sayIn(english);
const signs: Readonly<Record<Phase['outcome'], readonly [string, Style]>> = {
  success: ['✓', 'green'], failed: ['✗', 'red'], 'in-progress': ['…', 'yellow'],
  unknown: ['?', 'dim'], 'not-visible': ['–', 'dim'],
};

export function* detailLines(operation: Operation, options: DetailOptions): Generator<string> {
  yield whenAndWhere(operation, options);
  // the line above has named the log
  const own = { ...options, oneLog: options.oneLog || isInOneLog(operation) };
  yield* causeLines(operation, own);
  yield* guessLines(operation, options);
  if (options.alike === undefined) yield* furtherLines(operation, options, own);
  else yield* likenessLines(options.alike, options);
  const states = statesOf(operation);
  if (states && operation.outcome !== 'unknown') yield* label(words.states, states, options);
}

function* guessLines(operation: Operation, options: DetailOptions): Generator<string> {
  const { kind, otherKinds } = operation;
  if (isCauseGuessed(operation)) yield* label(words.tie, say('guessedCauseLong', { kind }), options);
  if (otherKinds.length > mostNamed) yield* label(words.others, otherKinds.join(marks.list), options);
}

/** @param own for places in the logs of the operation alone */
function* furtherLines(operation: Operation, options: DetailOptions, own: DetailOptions): Generator<string> {
  yield* dueLines(operation, own);
  for (const diagnosis of options.diagnoses) yield* diagnosisLines(diagnosis, options);
  yield* remedyLines(operation, options);
  yield* phaseLines(operation, own);
  const { unattributedSeconds: seconds = 0 } = operation;
  if (seconds >= 0.01) yield* label(words.unattributed, renderDuration(seconds * 1000), options);
  for (const [at, text] of recordedTexts(operation).entries()) {
    yield* label(at === 0 ? recordedWords.label : '', cleanText(text), options);
  }
  for (const [name, text] of options.around ?? []) yield* label(name, text, options);
}

function* likenessLines(instance: string, options: DetailOptions): Generator<string> {
  for (const diagnosis of options.diagnoses) yield* statementLines(diagnosis, options);
  yield* label(words.alike, words.alikeTo(cleanText(instanceText(instance))), options);
}

function whenAndWhere(operation: Operation, { paint, oneLog }: DetailOptions): string {
  const { begin, end, request, attempts } = operation;
  const parts: string[] = [];
  if (begin.time !== undefined) parts.push(timeText(begin.time));
  const sameLog = begin.source === end.source;
  if (oneLog) parts.push(linesText(operation));
  else if (sameLog && begin.line === end.line) parts.push(placeText(begin, false));
  else if (sameLog) parts.push(`${placeText(begin, false)}–${end.line + 1}`);
  else parts.push(`${placeText(begin, false)} – ${placeText(end, false)}`);
  if (request !== undefined) parts.push(cleanText(request));
  const host = attempts.length === 1 ? attempts[0]?.host : undefined;
  const route = routeText(operation);
  if (route !== undefined) parts.push(cleanText(route));
  else if (host !== undefined) parts.push(say('onHost', { host: cleanText(host) }));
  return indent + paint('dim', parts.join(marks.comma));
}

function isInOneLog({ begin, end, places, phases, chain, rootCause, fault }: Operation): boolean {
  const faults = [...chain, rootCause, fault].map((one) => one?.at);
  const all = [end, ...places, ...phases.map(({ at }) => at), ...faults];
  return all.every((place) => place === undefined || place.source === begin.source);
}

// In a page whose lines stand in no order of time the last line may stand above the first.
function linesText({ begin, end, places }: Operation): string {
  let [first, last] = [Infinity, 0];
  for (const { line } of [begin, ...places, end]) {
    first = Math.min(first, line + 1);
    last = Math.max(last, line + 1);
  }
  return first === last ? words.line(String(first)) : words.lines(String(first), String(last));
}

function* causeLines(operation: Operation, options: DetailOptions): Generator<string> {
  const { rootCause, fault, outcome, reason } = operation;
  if (outcome === 'success') return;
  if (reason) {
    yield* label(words.reason, words.saidAt(placeText(reason.at, options.oneLog)), options, 'red');
    yield* label('', cleanText(reason.text).trim(), options);
  }
  const ends = [rootCause, fault].filter((one) => one !== undefined);
  const all = operation.chain.length > 0 ? operation.chain : ends;
  for (const [index, one] of all.entries()) {
    const name = index === 0 ? words.rootCause : index === all.length - 1 ? words.recorded : words.between;
    yield* faultLines(name, one, options);
  }
}

function* remedyLines({ rootCause, outcome }: Operation, options: DetailOptions): Generator<string> {
  if (outcome === 'success') return;
  const failure = options.findings.find(({ check }) => check === 'failed-operation');
  // what has not failed for sure has diagnoses too
  const diagnosis = failure ? diagnosisIn(failure.args) : mainDiagnosis(options.diagnoses);
  const remedy = (diagnosis && diagnosisRemedy(diagnosis))
    ?? (rootCause && remedyOf(rootCause.type, rootCause.message, failure?.args));
  if (remedy !== undefined) yield* label(words.remedy, cleanText(remedy), options, 'bold');
  const advice = options.findings.find(({ check }) => check === 'timeout-advice');
  if (advice) yield* label(words.configuration, cleanText(renderFinding(advice)), options);
}

function* faultLines(
  name: string, fault: Fault, options: DetailOptions, margin = '',
): Generator<string> {
  const style = name === words.rootCause ? 'red' : 'bold';
  const place = words.at(cleanText(shortType(fault.type)), placeText(fault.at, options.oneLog));
  yield* label(name, fault.remote ? place + marks.comma + words.remote : place, options, style, margin);
  const message = cleanText(fault.message).trim();
  const shown = message.length > 400 ? `${message.slice(0, 399)}…` : message;
  if (shown !== '') yield* label('', shown, options, undefined, margin);
}

function* dueLines({ due }: Operation, options: DetailOptions): Generator<string> {
  if (!due) return;
  yield* label(words.due, cleanText(words.dueText(dueInText(due), due.service)), options);
  const time = due.since.time === undefined ? '' : marks.comma + timeText(due.since.time);
  yield* label('', words.since(placeText(due.since, options.oneLog)) + time, options);
}

function* phaseLines({ phases, attempts }: Operation, options: DetailOptions): Generator<string> {
  if (attempts.length < 2) {
    yield* phaseTable(phases, indent, options);
    return;
  }
  const shown = attempts.flatMap((attempt) => attempt.phases.filter(isVisible));
  const inAttempts = new Set(shown.map(({ id }) => id));
  yield* phaseTable(phases.filter(({ id }) => !inAttempts.has(id)), indent, options);
  for (const [index, attempt] of attempts.entries()) {
    yield indent + attemptHeadline(attempt, index + 1, attempts);
    if (attempt.rootCause) yield* faultLines(words.rootCause, attempt.rootCause, options, '  ');
    yield* phaseTable(attempt.phases.filter(isVisible), `${indent}  `, options);
  }
}

function attemptHeadline(attempt: Attempt, number: number, all: readonly Attempt[]): string {
  const host = attempt.host === undefined ? '' : ` ${say('onHost', { host: attempt.host })}`;
  return cleanText(`${attemptName(attempt, number, all, say)}${host} · ${attemptText(attempt, say)}`);
}

function* phaseTable(
  phases: readonly Phase[], margin: string, { paint, oneLog, findings }: DetailOptions,
): Generator<string> {
  const slowOnes = findings.filter(({ check }) => check === 'slow-phase');
  const isSlow = ({ id, at: begin }: Phase): boolean => slowOnes.some(({ args, at }) =>
    args['phase'] === id && at.line === begin?.line && at.source === begin.source);
  const visible = phases.filter(isVisible);
  const names = visible.map(({ id }) => phaseInText(id));
  const width = Math.max(0, ...names.map(widthOf));
  for (const [index, phase] of visible.entries()) {
    const [sign, style] = signs[phase.outcome];
    const seconds = phase.seconds === undefined ? '' : renderDuration(phase.seconds * 1000);
    const place = phase.at ? paint('dim', placeText(phase.at, oneLog)) : '';
    const name = padBehind(names[index] ?? '', width);
    const mark = isSlow(phase) ? `  ${paint('yellow', words.slow)}` : '';
    yield `${margin}${paint(style, `${sign} ${name}`)}  ${padBefore(seconds, 10)}  ${place}${mark}`.trimEnd();
    const { progress } = phase;
    if (progress) yield `${margin}    ${paint('dim', progressTexts(progress).join(marks.comma))}`;
  }
  yield* hiddenPhases(phases.filter((phase) => !isVisible(phase)), margin, paint);
}

function* hiddenPhases(hidden: readonly Phase[], margin: string, paint: Paint): Generator<string> {
  const groups = new Map<string, string[]>();
  for (const { id, needs, needsService } of hidden) {
    const why = words.wouldShow(needs, needsService);
    groups.set(why, [...(groups.get(why) ?? []), phaseInText(id)]);
  }
  for (const [why, names] of groups) {
    const text = words.notVisible(why, names.join(marks.list));
    yield margin + paint('dim', `${signs['not-visible'][0]} ${text}`);
  }
}

function isVisible({ outcome }: Phase): boolean {
  return outcome !== 'not-visible';
}

function statesOf({ vmState, taskState }: Operation): string | undefined {
  if (vmState === undefined) return undefined;
  return taskState === undefined ? `vm_state ${vmState}` : `vm_state ${vmState}, task_state ${taskState}`;
}
