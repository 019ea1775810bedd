// An analysis → timelines for a person at a terminal, failed instances first. In: an Analysis and a way to
// paint. Out: lines, made as they are asked for. Text from logs is stripped of what steers a terminal.

import { marks } from '../../knowledge/marks';
import { diagnosisCardWords } from '../../knowledge/diagnoses/roles';
import type {
  Analysis, Digest, Occurrence, Operation, Outcome, Timeline,
} from '../model';
import { alikeFailures } from './alikeFailures';
import { byOperation } from './byOperation';
import { diagnosisLines, type ContextOf } from './diagnosisLines';
import { isNotable } from '../timelines/occurrences';
import { serviceLines } from './clockText';
import { english, sayIn } from './editorWords';
import { secondsToFailure } from './finding';
import { diagnosisRemedy } from './diagnosis';
import { label } from './label';
import { logsLines } from './logsText';
import { detailLines } from './operationDetails';
import { causeTitles, holeLines } from './groupText';
import { instanceText } from './instanceText';
import { occurrenceText } from './moveText';
import { sayMove } from './moveWords';
import { numberText } from './numberText';
import { operationLine } from './operationText';
import { otherFindings } from './otherFindings';
import { storyLines } from './storyText';
import { cleanText, placeText, timeText } from './terminal';
import type { Paint } from './terminal';
import { markerAt } from './titles';
import { reportWords as words } from './words';

/** With more operations than this, those that succeeded get one line each. */
export const manyOperations = 40;
export const shownFindings = 20;
const shownOccurrences = 10;

export interface TextOptions {
  readonly paint: Paint;
  /** Columns of the terminal; undefined: none is there, lines may be of any length. */
  readonly width?: number | undefined;
  /** Tell every phase of every operation, however many there are. */
  readonly full: boolean;
  /** Tell each cause in full once, and of other failures with it only what is their own. */
  readonly onceEach?: boolean;
  /** The logs to name on top; absent: all. */
  readonly logs?: readonly Digest[] | undefined;
  /** What is known around a diagnosis; absent: only what stands in its lines. */
  readonly contextOf?: ContextOf | undefined;
}

const order: readonly Outcome[] = ['failed', 'in-progress', 'unknown', 'success'];
export const ranks = order.length + 1;
const signs = { success: '✓', failed: '✗', 'in-progress': '…', unknown: '?' } as const;
const colours = { success: 'green', failed: 'red', 'in-progress': 'yellow', unknown: 'yellow' } as const;

/** Lines without their ends. */
export function* timelineLines(analysis: Analysis, options: TextOptions): Generator<string> {
  const { paint } = options;
  yield* logsLines(analysis, paint, options.logs);
  const tally = tallyOf(analysis.timelines);
  const short = !options.full && tally.operations > manyOperations;
  const inOrder = worstFirst(analysis.timelines);
  const alike = options.onceEach === true ? alikeFailures(analysis, inOrder) : undefined;
  if (alike && alike.size > 0) yield* causeTitles(analysis, paint);
  const lines = blockLinesOf(analysis, { ...options, alike });
  for (const timeline of inOrder) yield* lines(timeline, short);
  const ofHosts = [...diagnosesBeside(analysis, options)];
  yield* underTitle(diagnosisCardWords.ofHosts, ofHosts.slice(0, shownFindings), ofHosts.length, paint);
  const others = [...otherFindings(analysis, paint, short)].map(({ line }) => [line]);
  yield* underTitle(words.otherFindings, others.slice(0, shownFindings), others.length, paint);
  yield* holeLines(analysis, paint);
  yield '';
  yield* tallyLines(tally, short);
}

interface BlockOptions extends Omit<TextOptions, 'logs' | 'onceEach'> {
  /** By operation: of which instance the same was told in full. */
  readonly alike?: ReadonlyMap<string, string> | undefined;
}

/** What is told of one instance: a name and its operations; nothing where it has none of note.
 *  @returns lines of a timeline; with `short` those operations that went well have one line each */
export function blockLinesOf(
  analysis: Analysis, { paint, width, contextOf, full, alike }: BlockOptions,
): (timeline: Timeline, short: boolean) => Generator<string> {
  const oneLog = analysis.digests.length === 1;
  const findings = byOperation(analysis.findings);
  const diagnoses = byOperation(analysis.diagnoses);
  const shared = { paint, width, oneLog, contextOf, full };
  return function* (timeline, short) {
    const { instance, operations, occurrences = [], serviceLines: others = [] } = timeline;
    const beside = occurrences.filter(isNotable);
    if (operations.length === 0 && beside.length === 0) return;
    yield '';
    yield paint('bold', cleanText(instanceText(instance)));
    for (const operation of operations) {
      yield headline(operation, paint);
      if (short && operation.outcome === 'success') continue;
      const { id } = operation;
      const own = { findings: findings.get(id) ?? [], diagnoses: diagnoses.get(id) ?? [] };
      const like = alike?.get(id);
      const told = analysis.story?.tell(operation) ?? operation;
      // what went well beside it is looked for only where that is told
      const around = like === undefined ? storyLines(operation, analysis) : [];
      yield* detailLines(told, { ...shared, ...own, around, alike: like });
    }
    yield* besideLines(beside, oneLog, paint);
    if (full && others.length > 0) yield* serviceLines(others, paint);
  };
}

/** One operation in full. */
export function* operationLines(
  operation: Operation, analysis: Analysis, { paint, width }: Pick<TextOptions, 'paint' | 'width'>,
): Generator<string> {
  const isOwn = (one: { readonly operation?: string | undefined }) => one.operation === operation.id;
  yield headline(operation, paint);
  yield* detailLines(analysis.story?.tell(operation) ?? operation, {
    paint, width, oneLog: analysis.digests.length === 1, full: true, contextOf: undefined,
    findings: analysis.findings.filter(isOwn), diagnoses: analysis.diagnoses.filter(isOwn),
    around: storyLines(operation, analysis),
  });
}

function* besideLines(beside: readonly Occurrence[], oneLog: boolean, paint: Paint): Generator<string> {
  const say = sayIn(english);
  if (beside.length > 0) yield `  ${paint('dim', (sayMove('beside') + marks.colon).trimEnd())}`;
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
  return [...timelines].sort((a, b) => rankOf(a) - rankOf(b));
}

/** What went worse stands above: from 0, failed, to `ranks` less one, no operation at all. */
export function rankOf({ operations }: Timeline): number {
  return Math.min(...operations.map(({ outcome }) => order.indexOf(outcome)), order.length);
}

/** The lines of each diagnosis that explains no operation. */
export function* diagnosesBeside(
  { diagnoses, digests }: Analysis, { paint, width, contextOf, full }: Omit<TextOptions, 'logs'>,
): Generator<readonly string[]> {
  const options = { paint, width, contextOf, full, oneLog: digests.length === 1 };
  for (const diagnosis of diagnoses) {
    if (diagnosis.operation !== undefined) continue;
    const [main] = diagnosis.evidence;
    const place = main ? [`  ${paint('dim', placeText(main.at, options.oneLog))}`] : [];
    const remedy = diagnosisRemedy(diagnosis);
    const toDo = remedy === undefined ? [] : label(words.remedy, cleanText(remedy), options, 'bold');
    yield [...place, ...diagnosisLines(diagnosis, options), ...toDo];
  }
}

/** Lines of some things of a kind, and how many more there are; nothing where there is none.
 *  @param count of all */
export function* underTitle(
  title: string, shown: readonly (readonly string[])[], count: number, paint: Paint,
): Generator<string> {
  if (count === 0) return;
  yield '';
  yield paint('bold', title);
  for (const lines of shown) yield* lines;
  if (count > shown.length) yield `  ${words.more(numberText(count - shown.length))}`;
}

/** How many operations and instances there are, and how operations ended. */
export interface Tally {
  readonly operations: number;
  /** Those with operations. */
  readonly instances: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

export function tallyOf(timelines: readonly Timeline[]): Tally {
  const all = timelines.flatMap(({ operations }) => operations);
  const count = (wanted: Outcome): number => all.filter(({ outcome }) => outcome === wanted).length;
  return {
    operations: all.length, instances: timelines.filter(({ operations }) => operations.length > 0).length,
    outcomes: {
      failed: count('failed'), 'in-progress': count('in-progress'), unknown: count('unknown'),
      success: count('success'),
    },
  };
}

export function* tallyLines({ operations, instances, outcomes }: Tally, short: boolean): Generator<string> {
  if (operations === 0) {
    yield words.noOperations;
    return;
  }
  const parts = order.filter((outcome) => outcomes[outcome] > 0)
    .map((outcome) => `${numberText(outcomes[outcome])} ${words.tallyWords[outcome]}`);
  yield words.tally(operations, instances, parts.join(marks.comma));
  if (short && outcomes.success > 0) yield words.shortened(numberText(outcomes.success));
}
