// An open large log, or several → what happened how often and why it failed, as text or as JSON on standard
// output. In: the logs. Out: the exit status.

import { operationLines } from '../core/render/timelineText';
import { summaryLines } from '../core/render/summaryText';
import { summaryJson } from '../core/render/summaryJson';
import { Summarizer } from '../core/summary/summary';
import type { Summary, TellOperation } from '../core/summary/summary';
import { operationOf } from '../core/render/report';
import { FailureHosts } from '../disk/large/failureHosts';
import type { Large } from './openLarge';
import { linesOf, painterFor, writePieces } from './output';

/** @returns 0 nothing failed, 1 something failed; undefined: these logs have to be read whole. */
export async function tellSummary(log: Large): Promise<number | undefined> {
  const paint = painterFor(process.stdout, process.env);
  const options = { paint, width: process.stdout.columns };
  const summary = summaryOf(log, (operation, analysis) => [...operationLines(operation, analysis, options)]);
  if (!summary) return undefined;
  await writePieces(linesOf(summaryLines(summary, log.facts(), paint)), process.stdout);
  return summary.causes.length > 0 ? 1 : 0;
}

/** The same as JSON. */
export async function tellSummaryJson(log: Large): Promise<number | undefined> {
  const summary = summaryOf(log, (operation, { story }) => operationOf(operation, story));
  if (!summary) return undefined;
  await writePieces([JSON.stringify(summaryJson(summary, log.facts()), undefined, 1), '\n'], process.stdout);
  return summary.causes.length > 0 ? 1 : 0;
}

function summaryOf<T>(log: Large, told: TellOperation<T>): Summary<T> | undefined {
  const batches = log.alike();
  if (!batches) return undefined;
  const summarizer = new Summarizer(told);
  const hosts = new FailureHosts(log.opened);
  for (const batch of batches) {
    summarizer.add(batch.analysis, batch.alike, batch.partly);
    hosts.add(batch);
  }
  const isUndone = log.clocksDiffer();
  const summary = isUndone ? undefined : summarizer.summary(hosts.count());
  log.hold();
  return summary;
}
