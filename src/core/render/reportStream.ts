// Analyses of some instances each, one after another → the report on all of them as JSON text, in pieces.
// What stands behind the timelines waits elsewhere: nothing that grows with the log stays in memory.

import type { Analysis, Digest } from '../model';
import type { ContextOf } from './diagnosisLines';
import { findingOf, logOf, operationsById, timelineOf } from './report';
import { reportDiagnosis } from './reportDiagnosis';
import { JsonList, notLookedAt } from './reportPieces';
import type { NotLookedAt, ReportLog } from './reportShape';
import { holeOf } from './reportStory';

/** Takes text that is wanted later. */
export interface Later {
  add(text: string): void;
  pieces(): Iterable<string>;
}

export class ReportStream {
  readonly #timelines = new JsonList('timelines');
  readonly #findings = new JsonList('findings');
  readonly #diagnoses = new JsonList('diagnoses');
  readonly #laterFindings: Later;
  readonly #laterDiagnoses: Later;
  readonly #logs = new Map<string, { readonly log: ReportLog; readonly isRead: boolean }>();
  readonly #holes = new Map<string, string>();
  readonly #partly: string[] = [];

  constructor(findings: Later, diagnoses: Later) {
    this.#laterFindings = findings;
    this.#laterDiagnoses = diagnoses;
  }

  begin(): string {
    const missing: readonly NotLookedAt[] = [...notLookedAt, 'troubles', 'ofNoInstance'];
    return `{ "schemaVersion": 1,\n  "notLookedAt": ${JSON.stringify(missing)},\n`;
  }

  /** @param partly instances of which only the beginning and the end were read */
  *add(
    analysis: Analysis, contextOf: ContextOf | undefined, partly: readonly string[],
  ): Generator<string, void, undefined> {
    const operations = operationsById(analysis);
    for (const timeline of analysis.timelines) yield this.#timelines.item(timelineOf(timeline, analysis));
    for (const one of analysis.findings) {
      this.#laterFindings.add(this.#findings.item(findingOf(one, operations)));
    }
    for (const one of analysis.diagnoses) {
      this.#laterDiagnoses.add(this.#diagnoses.item(reportDiagnosis(one, contextOf)));
    }
    for (const digest of analysis.digests) this.#noteLog(digest, analysis);
    for (const hole of analysis.holes ?? []) {
      this.#holes.set(hole.service ?? '', JSON.stringify(holeOf(hole)));
    }
    this.#partly.push(...partly);
  }

  #noteLog(digest: Digest, analysis: Analysis): void {
    const { source, records } = digest;
    // what form lines have only those tell that were read
    if (this.#logs.get(source)?.isRead ?? false) return;
    if (records > 0 || !this.#logs.has(source)) {
      this.#logs.set(source, { log: logOf(digest, analysis, true), isRead: records > 0 });
    }
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
    if (this.#partly.length > 0) yield `  "partly": ${JSON.stringify(this.#partly)},\n`;
    const holes = [...this.#holes].sort().map(([, hole]) => hole);
    yield `  "groups": [],\n  "hosts": [],\n  "holes": [${holes.join(', ')}],\n  "paces": [] }\n`;
  }
}
