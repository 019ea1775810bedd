// `nova-lens report` on a log that is too large to tell every instance: what happened how often and why it
// failed, and one instance in full when it is asked for. In: the command. Out: text on standard output, the
// exit status.

import { onlyInstance } from '../core/onlyInstance';
import { operationLines, timelineLines } from '../core/render/timelineText';
import { summaryLines } from '../core/render/summaryText';
import { Summarizer } from '../core/summary/summary';
import { problemText } from '../core/render/problemText';
import { problemOf } from '../core/sets/problem';
import { openLargeLog } from '../disk/large/largeLog';
import type { LargeLog } from '../disk/large/largeLog';
import type { ReportCommand } from './args';
import { hasFailure } from './failure';
import { linesOf, painterFor, writePieces } from './output';
import { problems as words } from './words';

/** Instances with one beginning of a UUID that are told. */
const mostTold = 20;

/** @returns 0 nothing failed, 1 something failed, 2 no such instance; undefined: this log has to be read
 *  whole. */
export async function runSummary(
  path: string, { instance, index }: ReportCommand, tell: (problem: string) => void,
): Promise<number | undefined> {
  const log = await openLargeLog(path, index === undefined ? {} : { indexDir: index });
  if (!log) return undefined;
  try {
    const status = instance === undefined ? await tellSummary(log) : await tellInstances(log, instance, tell);
    if (status !== undefined && log.isCutShort) tell(problemText(problemOf('cutShort', path)));
    return status;
  } finally {
    log.close();
  }
}

async function tellSummary(log: LargeLog): Promise<number | undefined> {
  const batches = log.alike();
  if (!batches) return undefined;
  const paint = painterFor(process.stdout, process.env);
  const options = { paint, width: process.stdout.columns };
  const summarizer = new Summarizer(
    (operation, analysis) => [...operationLines(operation, analysis, options)]);
  for (const { analysis, alike } of batches) summarizer.add(analysis, alike);
  const summary = summarizer.summary();
  await writePieces(linesOf(summaryLines(summary, log.facts(), paint)), process.stdout);
  return summary.causes.length > 0 ? 1 : 0;
}

async function tellInstances(
  log: LargeLog, id: string, tell: (problem: string) => void,
): Promise<number> {
  const found = log.instances().filter((one) => one.id.startsWith(id)).slice(0, mostTold);
  if (found.length === 0) {
    tell(words.noInstance(id));
    return 2;
  }
  const paint = painterFor(process.stdout, process.env);
  const whole = log.analysisOf(...found.map((one) => one.id));
  // each operation says itself what it may lack; of others only a part was read
  const holes = (whole.holes ?? []).filter(({ kind }) => kind === 'service');
  const analysis = { ...onlyInstance(whole, id), holes };
  const options = { paint, width: process.stdout.columns, full: true };
  await writePieces(linesOf(timelineLines(analysis, options)), process.stdout);
  return hasFailure(analysis) ? 1 : 0;
}
