// A summary of a large log → lines for a person at a terminal. In: the summary, what is known of the log, a
// way to paint. Out: lines, made as they are asked for.

import { marks } from '../../knowledge/marks';
import type { Outcome } from '../model';
import type { Summary, SummaryCause } from '../summary/summary';
import { padBehind } from './columns';
import { instanceText } from './instanceText';
import { numberText } from './numberText';
import { storyWords } from './storyWords';
import { summaryWords as words } from './summaryWords';
import { cleanText, timeText } from './terminal';
import type { Paint } from './terminal';
import { phaseInText } from './titles';
import { reportWords } from './words';

export interface LargeLogFacts {
  readonly source: string;
  /** Where it is several logs, how many. */
  readonly files?: number;
  /** Services whose lines were not laid beside the instances. */
  readonly notJoined?: readonly string[];
  readonly bytes: number;
  readonly lines: number;
  readonly services: readonly string[];
  readonly instances: number;
  /** Milliseconds since 1970 of the first and the last line. */
  readonly firstTime: number | undefined;
  readonly lastTime: number | undefined;
}

const outcomes: readonly Outcome[] = ['failed', 'in-progress', 'unknown', 'success'];
const shownCauses = 30;
const shownHosts = 12;
const kindWidth = 18;

/** A summary whose failures are told as lines. */
type Told = readonly string[];

export function* summaryLines(
  summary: Summary<Told>, facts: LargeLogFacts, paint: Paint,
): Generator<string> {
  yield* logLines(facts, paint);
  yield '';
  if (summary.operations.length === 0) {
    yield reportWords.noOperations;
    return;
  }
  yield* causeLines(summary, paint);
  yield paint('bold', words.operations);
  yield* operationLines(summary);
  yield '';
  const alike = facts.instances - summary.read - summary.partly;
  if (alike > 0) yield paint('dim', words.read(numberText(summary.read), numberText(alike)));
  if (summary.partly > 0) yield paint('dim', words.partly(numberText(summary.partly)));
  const { notJoined = [] } = facts;
  if (notJoined.length > 0) yield paint('dim', cleanText(words.notJoined(notJoined.join(marks.list))));
  yield paint('dim', cleanText(words.further(facts.source)));
}

function* logLines(
  { source, files, bytes, lines, services, instances, firstTime, lastTime }: LargeLogFacts, paint: Paint,
): Generator<string> {
  const parts = [
    ...(files === undefined ? [] : [words.logs(numberText(files))]), sizeText(bytes),
    reportWords.logLines(numberText(lines)), ...services.map(cleanText),
    words.instances(numberText(instances)),
  ];
  if (firstTime !== undefined && lastTime !== undefined) {
    parts.push(`${timeText(firstTime)} – ${timeText(lastTime)}`);
  }
  yield paint('bold', cleanText(source)) + marks.colon + parts.join(marks.comma);
}

function* causeLines({ causes }: Summary<Told>, paint: Paint): Generator<string> {
  if (causes.length === 0) return;
  yield paint('bold', words.causes);
  for (const cause of causes.slice(0, shownCauses)) {
    yield '';
    yield* causeText(cause, paint);
  }
  if (causes.length > shownCauses) yield `  ${reportWords.more(String(causes.length - shownCauses))}`;
  yield '';
}

function* causeText(cause: SummaryCause<Told>, paint: Paint): Generator<string> {
  const { type = storyWords.noClass, phase, message, frame, count, some } = cause;
  const { firstTime, lastTime } = cause;
  const what = phase === undefined ? type : storyWords.inPhase(type, phaseInText(phase));
  yield `  ${paint('red', cleanText(storyWords.group(count, what)))}`;
  if (message !== '') yield `    ${cleanText(message)}`;
  if (frame !== undefined) yield `    ${paint('dim', cleanText(frame))}`;
  if (firstTime > 0) yield `    ${words.between(timeText(firstTime), timeText(lastTime))}`;
  yield* hostText(cause);
  yield `    ${words.some(cleanText(some.join(marks.list)), count > some.length)}`;
  yield `    ${words.example(cleanText(instanceText(cause.example)))}`;
  for (const line of cause.told) yield `    ${line}`;
}

/** Where no line tells a host there is nothing to say. */
function* hostText({ count, hosts: known }: SummaryCause<Told>): Generator<string> {
  if (!known || known.hosts.length === 0) return;
  const { hosts, unknown, left } = known;
  const names = hosts.slice(0, shownHosts).map((one) => storyWords.hostCount(one.host, one.count));
  if (hosts.length > shownHosts) names.push(reportWords.more(String(hosts.length - shownHosts)));
  if (unknown > 0) names.push(storyWords.unknownHosts(unknown));
  const text = names.join(marks.list);
  const said = left > 0 ? words.hostsOfSome(numberText(count - left), text) : storyWords.hosts(text);
  yield `    ${cleanText(said)}`;
}

function* operationLines({ operations }: Summary<Told>): Generator<string> {
  const kinds = [...new Set(operations.map(({ kind }) => kind))];
  for (const kind of kinds) {
    const own = operations.filter((one) => one.kind === kind);
    const parts = outcomes.flatMap((outcome) => {
      const count = own.find((one) => one.outcome === outcome)?.count ?? 0;
      return count === 0 ? [] : [`${numberText(count)} ${reportWords.tallyWords[outcome]}`];
    });
    yield `  ${padBehind(kind, kindWidth)}${parts.join(marks.comma)}`;
  }
}

function sizeText(bytes: number): string {
  const [unit, size] = bytes >= 1e9 ? ['GB', 1e9] as const : ['MB', 1e6] as const;
  return `${(bytes / size).toFixed(1)} ${unit}`;
}
