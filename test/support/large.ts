// What a large log says, made comparable with what reading all of it says.

import assert from 'node:assert/strict';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import type { Analysis, Digest, Operation, Timeline } from '../../src/core/model';
import { Summarizer } from '../../src/core/summary/summary';
import type { CauseHosts, Summary, TellOperation } from '../../src/core/summary/summary';
import type { AlikeBatch } from '../../src/disk/large/alikeBatches';
import { FailureHosts } from '../../src/disk/large/failureHosts';
import type { OpenedLog } from '../../src/disk/large/ownLines';

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

interface Summable {
  readonly opened: OpenedLog;
  alike(): Iterable<AlikeBatch> | undefined;
}

export function summed(log: Summable): Summary<string> {
  return summedAs(log, ({ kind }) => kind);
}

/** @param most of so many failures the hosts are sought */
export function summedAs<T>(log: Summable, told: TellOperation<T>, most?: number): Summary<T> {
  const summarizer = new Summarizer(told);
  const hosts = new FailureHosts(log.opened, most);
  for (const batch of log.alike() ?? []) {
    summarizer.add(batch.analysis, batch.alike, batch.partly);
    hosts.add(batch);
  }
  return summarizer.summary(hosts.count());
}

/** On which hosts failures of each cause were. */
export function hostsIn({ causes }: Pick<Summary<unknown>, 'causes'>): readonly string[] {
  return causes.map(({ type, phase, message, hosts }) =>
    `${type ?? '-'} ${phase ?? '-'} ${message}: ${hostText(hosts?.hosts ?? [], hosts?.unknown ?? -1)}`).sort();
}

/** What a full reading tells of them. */
export function hostsOf({ groups = [] }: Analysis): readonly string[] {
  return groups.map(({ type, phase, message, hosts, unknownHosts }) =>
    `${type ?? '-'} ${phase ?? '-'} ${message}: ${hostText(hosts, unknownHosts)}`).sort();
}

/** Both tell the same. */
export function assertSummed(summary: Pick<Summary<unknown>, 'operations' | 'causes'>, whole: Analysis, where?: string): void {
  assert.deepEqual(countsIn(summary), countsOf(whole), where);
  assert.deepEqual(hostsIn(summary), hostsOf(whole), where);
}

function hostText(hosts: CauseHosts['hosts'], unknown: number): string {
  // where a name is short depends on whether any line spells it so
  const names = hosts.map(({ host, count }) => `${host.split('.')[0] ?? ''} ${count}`);
  return [...names.sort(), `not known ${unknown}`].join(', ');
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
