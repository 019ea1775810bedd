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

/** @param from so many bytes of text are not read whole
 *  @returns 0 nothing failed, 1 something failed, 2 no such instance, or no summary where one is asked for;
 *  undefined: these logs have to be read whole. */
export async function runSummary(
  subject: LargeSubject, command: ReportCommand, tell: Tell, from = largeFrom(command),
): Promise<number | undefined> {
  const isEvery = tellsEveryInstance(command);
  const status = await run(subject, command, tell, { isEvery, from });
  // the log is scanned anew for all that any stage remembers: that is a small part of reading it
  const told = status === 'many' ? await run(subject, command, tell, { isEvery: true, from }) : status;
  return told === 'many' ? undefined : told;
}

type Tell = (problem: string) => void;

interface How {
  /** Each instance is told. */
  readonly isEvery: boolean;
  readonly from: number;
}

/** @returns the same; `many`: so many instances are meant that each is to be told as where all are. */
async function run(
  subject: LargeSubject, command: ReportCommand, tell: Tell, how: How,
): Promise<number | 'many' | undefined> {
  const { isEvery: tellsEvery } = how;
  const { index, instance, summary } = command;
  const load = instance === undefined && !tellsEvery ? loadTeller : undefined;
  const isForced = summary && instance === undefined;
  const onProgress = () => void load?.();
  const large = await openLarge(subject, tell, { index, onProgress, isForced, tellsEvery });
  if (large === 'failed') return 2;
  // a part of what is told of each instance has been written
  const isBegun = isForced || tellsEvery;
  const status = large && await tellLarge(large, command, tell, how).catch((error: unknown) =>
    (whyNot(subject, error, tell, { isForced: isBegun }) === 'failed' ? 2 : undefined));
  if (status === undefined && isForced) {
    tell(words.noSummary(subject.name));
    return 2;
  }
  if (typeof status !== 'number') return status;
  large?.problems.forEach((problem) => tell(problemText(problem)));
  return status;
}

const loadTeller = () => import('./tellSummary');

async function tellLarge(
  log: Large, command: ReportCommand, tell: Tell, { isEvery, from }: How,
): Promise<number | 'many' | undefined> {
  const { instance, summary, json } = command;
  try {
    // most of an archive may be no log
    const isSmall = log.facts().bytes < from;
    if (isSmall && !summary && instance === undefined) return undefined;
    if (isEvery || instance !== undefined) {
      if (log.clocksDiffer()) return undefined;
      if (isEvery) return await (await import('./everyInstance')).tellEvery(log, command, tell);
      const { tellInstances } = await import('./largeInstances');
      return await tellInstances(log, instance ?? '', command, tell);
    }
    const { tellSummary, tellSummaryJson } = await loadTeller();
    return json ? await tellSummaryJson(log) : await tellSummary(log);
  } finally {
    log.close();
  }
}
