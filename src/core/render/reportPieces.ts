// An analysis → the report as JSON text in pieces, so that no report has to fit in one string: a log, a
// timeline or a finding on each line.

import type { Analysis } from '../model';
import type { ContextOf } from './diagnosisLines';
import { findingOf, logOf, operationsById, timelineOf } from './report';
import { reportDiagnosis } from './reportDiagnosis';
import { placeOf } from './reportPlace';
import { clocksOf } from './reportSet';
import type { ReportTroubles } from './reportSetShape';
import type { NotLookedAt } from './reportShape';
import { groupOf, holeOf, laneOf, paceOf, requestsOf } from './reportStory';
import type { ExplainedTroubles } from '../statements/explainedTroubles';

export interface ReportOptions {
  readonly explained?: ExplainedTroubles | undefined;
  readonly contextOf?: ContextOf | undefined;
  readonly by?: 'instance' | 'request' | 'host' | 'cause';
  /** Only the lines of its instances were read. */
  readonly isOwn?: boolean;
}

/** The same as JSON text: a log, a timeline or a finding on each line. */
export function* reportPieces(
  analysis: Analysis, { explained, contextOf, by, isOwn = false }: ReportOptions = {},
): Generator<string, void, undefined> {
  const operations = operationsById(analysis);
  yield '{ "schemaVersion": 1,\n';
  if (isOwn) yield `  "notLookedAt": ${JSON.stringify(notLookedAt)},\n`;
  yield* listPieces('logs', analysis.digests, (digest) => logOf(digest, analysis, isOwn));
  yield ',\n';
  yield* listPieces('timelines', analysis.timelines, (timeline) => timelineOf(timeline, analysis));
  yield ',\n';
  yield* listPieces('findings', analysis.findings, (finding) => findingOf(finding, operations));
  yield ',\n';
  yield* listPieces('diagnoses', analysis.diagnoses, (diagnosis) => reportDiagnosis(diagnosis, contextOf));
  if (analysis.clocks) yield `,\n  "clocks": ${JSON.stringify(clocksOf(analysis.clocks))}`;
  yield ',\n';
  yield* listPieces('groups', analysis.groups ?? [], groupOf);
  yield ',\n';
  yield* listPieces('hosts', analysis.hosts ?? [], laneOf);
  yield ',\n';
  yield* listPieces('holes', analysis.holes ?? [], holeOf);
  yield ',\n';
  yield* listPieces('paces', analysis.story?.paces() ?? [], paceOf);
  if (by === 'request') {
    yield ',\n';
    yield* listPieces('requests', requestsOf(analysis), (request) => request);
  }
  if (explained) yield `,\n  "troubles": ${JSON.stringify(troublesOf(explained))}`;
  yield ' }\n';
}

/** What `withOwnStory` leaves out, and what is not counted. */
export const notLookedAt: readonly NotLookedAt[] = [
  'groups', 'hosts', 'holes', 'paces', 'clocks', 'records', 'unreadLines', 'partlyRead', 'around',
  'divergence', 'holders',
];

/** Items of a list of the report as one text, for `JsonList.items`. */
export function itemsText<T>(items: readonly T[], make: (item: T) => unknown): string {
  return items.map((item) => itemText(make(item))).join(betweenItems);
}

function itemText(item: unknown): string {
  return `    ${JSON.stringify(item)}`;
}

const betweenItems = ',\n';

function* listPieces<T>(name: string, items: Iterable<T>, make: (item: T) => unknown): Generator<string> {
  const list = new JsonList(name);
  for (const item of items) yield list.item(make(item));
  yield list.end();
}

/** A list of the report, item by item. */
export class JsonList {
  readonly #name: string;
  #isBegun = false;

  constructor(name: string) {
    this.#name = name;
  }

  item(item: unknown): string {
    return this.items(itemText(item));
  }

  /** @param text of one or several; empty: none */
  items(text: string): string {
    return text === '' ? '' : this.#begin(betweenItems) + text;
  }

  end(): string {
    return `${this.#begin('')}]`;
  }

  #begin(separator: string): string {
    if (this.#isBegun) return separator;
    this.#isBegun = true;
    return `  "${this.#name}": [${separator === '' ? '' : '\n'}`;
  }
}

function troublesOf({ troubles, explained, unexplained }: ExplainedTroubles): ReportTroubles {
  return {
    lines: troubles,
    explained,
    unexplained: unexplained.map(({ logger, level, text, statement, count, first }) => (
      { logger, level: level ?? null, text, statement: statement ?? null, count, at: placeOf(first) })),
  };
}
