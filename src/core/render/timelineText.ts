// An analysis → timelines for a person at a terminal, failed instances first. In: an Analysis and a way to
// paint. Out: lines, made as they are asked for. Text from logs is stripped of what steers a terminal.

import { marks } from '../../knowledge/marks';
import { diagnosisCardWords } from '../../knowledge/diagnoses/roles';
import type {
  Analysis, Diagnosis, Digest, Finding, Occurrence, Operation, Outcome, Timeline,
} from '../model';
import { diagnosisLines, type ContextOf, type DiagnosisLineOptions } from './diagnosisLines';
import { isNotable } from '../timelines/occurrences';
import { serviceLines } from './clockText';
import { english, sayIn } from './editorWords';
import { renderFinding, secondsToFailure } from './finding';
import { diagnosisRemedy } from './diagnosis';
import { label } from './label';
import { logsLines } from './logsText';
import { detailLines } from './operationDetails';
import { holeLines } from './groupText';
import { occurrenceText } from './moveText';
import { sayMove } from './moveWords';
import { numberText } from './numberText';
import { operationLine } from './operationText';
import { storyLines } from './storyText';
import { cleanText, placeText, timeText } from './terminal';
import type { Paint } from './terminal';
import { markerAt } from './titles';
import { reportWords as words } from './words';

/** With more operations than this, those that succeeded get one line each. */
const manyOperations = 40;
const shownFindings = 20;
const shownOccurrences = 10;

export interface TextOptions {
  readonly paint: Paint;
  /** Columns of the terminal; undefined: none is there, lines may be of any length. */
  readonly width?: number | undefined;
  /** Tell every phase of every operation, however many there are. */
  readonly full: boolean;
  /** The logs to name on top; absent: all. */
  readonly logs?: readonly Digest[] | undefined;
  /** What is known around a diagnosis; absent: only what stands in its lines. */
  readonly contextOf?: ContextOf | undefined;
}

const order: readonly Outcome[] = ['failed', 'in-progress', 'unknown', 'success'];
const signs = { success: '✓', failed: '✗', 'in-progress': '…', unknown: '?' } as const;
const colours = { success: 'green', failed: 'red', 'in-progress': 'yellow', unknown: 'yellow' } as const;

/** Lines without their ends. */
export function* timelineLines(analysis: Analysis, options: TextOptions): Generator<string> {
  const { paint } = options;
  const oneLog = analysis.digests.length === 1;
  yield* logsLines(analysis, paint, options.logs);
  const count = analysis.timelines.reduce((sum, { operations }) => sum + operations.length, 0);
  const short = !options.full && count > manyOperations;
  const findings = byOperation(analysis.findings);
  const diagnoses = byOperation(analysis.diagnoses);
  const shared = { paint, width: options.width, oneLog, contextOf: options.contextOf, full: options.full };
  for (const timeline of worstFirst(analysis.timelines)) {
    const { instance, operations, occurrences = [], serviceLines: others = [] } = timeline;
    const beside = occurrences.filter(isNotable);
    if (operations.length === 0 && beside.length === 0) continue;
    yield '';
    yield paint('bold', cleanText(instance));
    for (const operation of operations) {
      yield headline(operation, paint);
      if (short && operation.outcome === 'success') continue;
      const { id } = operation;
      const own = { findings: findings.get(id) ?? [], diagnoses: diagnoses.get(id) ?? [] };
      yield* detailLines(operation, { ...shared, ...own, around: storyLines(operation, analysis) });
    }
    yield* besideLines(beside, oneLog, paint);
    if (options.full && others.length > 0) yield* serviceLines(others, paint);
  }
  const ofHosts = analysis.diagnoses.filter((one) => one.operation === undefined);
  if (ofHosts.length > 0) yield* diagnosesBeside(ofHosts, shared);
  // what was told with its operation is not told again
  yield* otherFindings(analysis, paint, (finding) => short || finding.operation === undefined);
  yield* holeLines(analysis, paint);
  yield '';
  yield* tally(analysis, count, short);
}

/** One operation in full. */
export function* operationLines(
  operation: Operation, analysis: Analysis, { paint, width }: Pick<TextOptions, 'paint' | 'width'>,
): Generator<string> {
  const isOwn = (one: { readonly operation?: string | undefined }) => one.operation === operation.id;
  yield headline(operation, paint);
  yield* detailLines(operation, {
    paint, width, oneLog: analysis.digests.length === 1, full: true, contextOf: undefined,
    findings: analysis.findings.filter(isOwn), diagnoses: analysis.diagnoses.filter(isOwn),
    around: storyLines(operation, analysis),
  });
}

function* besideLines(beside: readonly Occurrence[], oneLog: boolean, paint: Paint): Generator<string> {
  const say = sayIn(english);
  if (beside.length > 0) yield `  ${paint('dim', sayMove('beside') + marks.colon)}`;
  for (const occurrence of beside.slice(0, shownOccurrences)) {
    const text = occurrenceText(occurrence, markerAt(occurrence.marker)?.spec.text ?? '');
    const time = occurrence.at.time === undefined ? '' : `${timeText(occurrence.at.time)}  `;
    yield cleanText(`    ${time}${text}  ${placeText(occurrence.at, oneLog)}`);
  }
  const more = beside.length - shownOccurrences;
  if (more > 0) yield `    ${paint('dim', say('nothingElse', { count: more }))}`;
}

function headline(operation: Operation, paint: Paint): string {
  const seconds = operation.outcome === 'failed' ? secondsToFailure(operation) : operation.seconds;
  const text = operationLine({ ...operation, seconds }, sayIn(english));
  return `  ${paint(colours[operation.outcome], `${signs[operation.outcome]} ${cleanText(text)}`)}`;
}

function worstFirst(timelines: readonly Timeline[]): readonly Timeline[] {
  return [...timelines].sort((a, b) => rank(a) - rank(b));
}

function rank({ operations }: Timeline): number {
  return Math.min(...operations.map(({ outcome }) => order.indexOf(outcome)), order.length);
}

function* otherFindings(
  { findings, digests, timelines }: Analysis, paint: Paint, wanted: (finding: Finding) => boolean,
): Generator<string> {
  const others = findings.filter((finding) =>
    finding.check !== 'failed-operation' && finding.check !== 'diagnosis' && wanted(finding));
  if (others.length === 0) return;
  yield '';
  yield paint('bold', words.otherFindings);
  const shown = others.slice(0, shownFindings);
  const all = timelines.flatMap(({ operations }) => operations);
  const byId = new Map(all.map((each) => [each.id, each] as const));
  for (const finding of shown) {
    const operation = finding.operation === undefined ? undefined : byId.get(finding.operation);
    const whose = finding.instance === undefined ? '' : cleanText(finding.instance) + marks.colon;
    const place = paint('dim', placeText(finding.at, digests.length === 1));
    yield `  ${place}  ${whose}${cleanText(renderFinding(finding, operation))}`;
  }
  if (others.length > shown.length) yield `  ${words.more(numberText(others.length - shown.length))}`;
}

function* diagnosesBeside(
  diagnoses: readonly Diagnosis[], options: DiagnosisLineOptions,
): Generator<string> {
  yield '';
  yield options.paint('bold', diagnosisCardWords.ofHosts);
  for (const diagnosis of diagnoses.slice(0, shownFindings)) {
    const [main] = diagnosis.evidence;
    if (main) yield `  ${options.paint('dim', placeText(main.at, options.oneLog))}`;
    yield* diagnosisLines(diagnosis, options);
    const remedy = diagnosisRemedy(diagnosis);
    if (remedy !== undefined) yield* label(words.remedy, cleanText(remedy), options, 'bold');
  }
  if (diagnoses.length > shownFindings) yield `  ${words.more(numberText(diagnoses.length - shownFindings))}`;
}

function byOperation<T extends { readonly operation: string | undefined }>(
  all: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const finding of all) {
    if (finding.operation === undefined) continue;
    const own = found.get(finding.operation);
    if (own) own.push(finding);
    else found.set(finding.operation, [finding]);
  }
  return found;
}

function* tally({ timelines }: Analysis, count: number, short: boolean): Generator<string> {
  if (count === 0) {
    yield words.noOperations;
    return;
  }
  const all = timelines.flatMap(({ operations }) => operations);
  const parts = order.map((outcome) => countOf(all, outcome)).filter((part) => part !== '');
  const instances = timelines.filter(({ operations }) => operations.length > 0).length;
  yield words.tally(count, instances, parts.join(marks.comma));
  const done = all.filter(({ outcome }) => outcome === 'success').length;
  if (short && done > 0) yield words.shortened(numberText(done));
}

function countOf(operations: readonly Operation[], wanted: Outcome): string {
  const count = operations.filter(({ outcome }) => outcome === wanted).length;
  return count === 0 ? '' : `${numberText(count)} ${words.tallyWords[wanted]}`;
}
