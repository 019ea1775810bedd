// What a large log says, made comparable with what reading all of it says.

import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import type { Analysis, Digest, Operation, Timeline } from '../../src/core/model';
import { Summarizer } from '../../src/core/summary/summary';
import type { Summary } from '../../src/core/summary/summary';
import type { AlikeBatch } from '../../src/disk/large/alikeBatches';

/** What reading all of a log says. */
export function wholeOf(file: string, text: string | Uint8Array): Analysis {
  const digest = openDigest(file);
  digest.push(typeof text === 'string' ? Buffer.from(text) : text);
  return analyse([digest.end()], defaultLimits);
}

/** What a large log says of an instance, by the lines that concern it. */
export function timelineOf(
  log: { digestOf(...instances: readonly string[]): Digest }, instance: string,
): Timeline | undefined {
  const { timelines } = analyse([log.digestOf(instance)], defaultLimits);
  return timelines.find((timeline) => timeline.instance === instance);
}

/** What a log as a whole says of an operation. */
export function verdict(operation: Operation): unknown {
  const { kind, outcome, basis, failedPhase, rootCause, attempts, seconds, places } = operation;
  const cause = rootCause && `${rootCause.type} ${rootCause.at.line}`;
  const lines = places.map(({ line }) => line);
  return { kind, outcome, basis, failedPhase, cause, attempts: attempts.length, seconds, lines };
}

export function summed(log: { alike(): Iterable<AlikeBatch> | undefined }): Summary<string> {
  const summarizer = new Summarizer<string>(({ kind }) => kind);
  for (const { analysis, alike, partly } of log.alike() ?? []) summarizer.add(analysis, alike, partly);
  return summarizer.summary();
}

/** What a summary counts. */
export function countsIn({ operations, causes }: Pick<Summary<unknown>, 'operations' | 'causes'>): unknown {
  const counts = operations.map(({ kind, outcome, count }): [string, number] => [`${kind} ${outcome}`, count]);
  return {
    operations: Object.fromEntries(counts.sort()),
    causes: causes.map(({ type, phase, message, count }) =>
      // null: so programs are told that there is none
      `${type ?? '-'} ${phase ?? '-'} ${message}: ${count}`).sort(),
  };
}

/** What a full reading tells, counted in the same way. */
export function countsOf({ timelines, groups = [] }: Analysis): unknown {
  const operations = new Map<string, number>();
  for (const { kind, outcome } of timelines.flatMap((timeline) => timeline.operations)) {
    operations.set(`${kind} ${outcome}`, (operations.get(`${kind} ${outcome}`) ?? 0) + 1);
  }
  const causes = groups.map(({ type, phase, message, places }) =>
    `${type ?? '-'} ${phase ?? '-'} ${message}: ${places.length}`);
  return { operations: Object.fromEntries([...operations].sort()), causes: causes.sort() };
}
