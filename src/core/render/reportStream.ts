// Analyses of some instances each, one after another → the report on all of them as JSON text, in pieces.
// What stands behind the timelines waits elsewhere: nothing that grows with the log stays in memory. What a
// batch says is made text where it was read, on whatever thread, and put together here.

import type { Analysis } from '../model';
import type { ContextOf } from './diagnosisLines';
import { MissingLogs } from './missingLogs';
import { findingOf, logOf, operationsById, timelineOf } from './report';
import { reportDiagnosis } from './reportDiagnosis';
import { itemsText, JsonList, notLookedAt } from './reportPieces';
import type { NotLookedAt, ReportLog } from './reportShape';
import { holeOf } from './reportStory';

/** Takes text that is wanted later. */
export interface Later {
  add(text: string): void;
  pieces(): Iterable<string>;
}

/** Of which instances not all was looked at. */
export interface InPart {
  /** Only the beginning and the end were read. */
  readonly partly: readonly string[];
  /** Only the first lines were held against rules. */
  readonly partlyRuled: readonly string[];
}

/** What a batch says; plain data. Lists are texts of their items, empty where there are none. */
export interface ToldBatch extends InPart {
  readonly timelines: string;
  readonly findings: string;
  readonly diagnoses: string;
  readonly logs: readonly { readonly log: ReportLog; readonly isRead: boolean }[];
  /** The service that a hole is about, and the hole. */
  readonly holes: readonly (readonly [service: string, hole: string])[];
}

export function tellBatch(
  analysis: Analysis, contextOf: ContextOf | undefined, { partly, partlyRuled }: InPart,
): ToldBatch {
  const operations = operationsById(analysis);
  return {
    timelines: itemsText(analysis.timelines, (one) => timelineOf(one, analysis)),
    findings: itemsText(analysis.findings, (one) => findingOf(one, operations)),
    diagnoses: itemsText(analysis.diagnoses, (one) => reportDiagnosis(one, contextOf)),
    logs: analysis.digests.map((digest) => (
      { log: logOf(digest, analysis, true), isRead: digest.records > 0 })),
    holes: (analysis.holes ?? []).map((hole) => [hole.service ?? '', JSON.stringify(holeOf(hole))]),
    partly, partlyRuled,
  };
}

export class ReportStream {
  readonly #timelines = new JsonList('timelines');
  readonly #findings = new JsonList('findings');
  readonly #diagnoses = new JsonList('diagnoses');
  readonly #laterFindings: Later;
  readonly #laterDiagnoses: Later;
  readonly #logs = new Map<string, ToldBatch['logs'][number]>();
  readonly #missing = new MissingLogs();
  readonly #partly: string[] = [];
  readonly #partlyRuled: string[] = [];

  constructor(findings: Later, diagnoses: Later) {
    this.#laterFindings = findings;
    this.#laterDiagnoses = diagnoses;
  }

  begin(): string {
    const missing: readonly NotLookedAt[] = [...notLookedAt, 'troubles', 'ofNoInstance'];
    return `{ "schemaVersion": 1,\n  "notLookedAt": ${JSON.stringify(missing)},\n`;
  }

  *add(
    { timelines, findings, diagnoses, logs, holes, partly, partlyRuled }: ToldBatch,
  ): Generator<string, void, undefined> {
    yield this.#timelines.items(timelines);
    this.#laterFindings.add(this.#findings.items(findings));
    this.#laterDiagnoses.add(this.#diagnoses.items(diagnoses));
    for (const one of logs) this.#noteLog(one);
    this.#missing.add(logs.flatMap(({ log }) => log.services), holes);
    this.#partly.push(...partly);
    this.#partlyRuled.push(...partlyRuled);
  }

  #noteLog(told: ToldBatch['logs'][number]): void {
    const { source } = told.log;
    // what form lines have only those tell that were read
    if (this.#logs.get(source)?.isRead ?? false) return;
    if (told.isRead || !this.#logs.has(source)) this.#logs.set(source, told);
  }

  *end(): Generator<string, void, undefined> {
    yield `${this.#timelines.end()},\n`;
    yield* this.#laterFindings.pieces();
    yield `${this.#findings.end()},\n`;
    yield* this.#laterDiagnoses.pieces();
    yield `${this.#diagnoses.end()},\n`;
    const logs = new JsonList('logs');
    for (const { log } of this.#logs.values()) yield logs.item(log);
    yield `${logs.end()},\n`;
    for (const [name, ids] of [['partly', this.#partly], ['partlyRuled', this.#partlyRuled]] as const) {
      if (ids.length > 0) yield `  "${name}": ${JSON.stringify(ids)},\n`;
    }
    const holes = this.#missing.told().join(', ');
    yield `  "groups": [],\n  "hosts": [],\n  "holes": [${holes}],\n  "paces": [] }\n`;
  }
}
