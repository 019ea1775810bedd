// `nova-lens report` on a log that is too large to be read in full: what happened how often and why it
// failed, what happened to some instances, or, for programs, to each. In: the command. Out: text on standard
// output, the exit status. What tells it is loaded while the log is read.

import { problemText } from '../core/render/problemText';
import { largeFrom, tellsEveryInstance } from './largeLogOf';
import type { LargeSubject } from './largeLogOf';
import type { ReportCommand } from './args';
import { openLarge, whyNot } from './openLarge';
import type { Large } from './openLarge';
import { problems as words } from './words';

/** @returns 0 nothing failed, 1 something failed, 2 no such instance, or no summary where one is asked for;
 *  undefined: these logs have to be read whole. */
export async function runSummary(
  subject: LargeSubject, command: ReportCommand, tell: (problem: string) => void,
): Promise<number | undefined> {
  const { index, instance, summary } = command;
  const tellsEvery = tellsEveryInstance(command);
  const load = instance === undefined && !tellsEvery ? loadTeller : undefined;
  const isForced = summary && instance === undefined;
  const onProgress = () => void load?.();
  const large = await openLarge(subject, tell, { index, onProgress, isForced, tellsEvery });
  if (large === 'failed') return 2;
  // a part of what is told of each instance has been written
  const isBegun = isForced || tellsEvery;
  const status = large && await tellLarge(large, command, tell).catch((error: unknown) =>
    (whyNot(subject, error, tell, { isForced: isBegun }) === 'failed' ? 2 : undefined));
  if (status === undefined && isForced) {
    tell(words.noSummary(subject.name));
    return 2;
  }
  if (status === undefined) return undefined;
  large?.problems.forEach((problem) => tell(problemText(problem)));
  return status;
}

const loadTeller = () => import('./tellSummary');

async function tellLarge(
  log: Large, command: ReportCommand, tell: (problem: string) => void,
): Promise<number | undefined> {
  try {
    // most of an archive may be no log
    const isSmall = log.facts().bytes < largeFrom(command);
    if (isSmall && !command.summary && command.instance === undefined) return undefined;
    if (command.instance !== undefined) {
      if (log.clocksDiffer()) return undefined;
      const { tellInstances } = await import('./largeInstances');
      return await tellInstances(log, command.instance, command, tell);
    }
    if (tellsEveryInstance(command)) {
      if (log.clocksDiffer()) return undefined;
      return await (await import('./everyInstance')).tellEvery(log, command, tell);
    }
    const { tellSummary, tellSummaryJson } = await loadTeller();
    return command.json ? await tellSummaryJson(log) : await tellSummary(log);
  } finally {
    log.close();
  }
}
