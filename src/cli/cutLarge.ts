// `nova-lens cut` on logs that are too large to be read in full. In: the command. Out: the lines, and the
// exit status.

import { problemText } from '../core/render/problemText';
import type { CutCommand } from './args';
import { subjectOf, writeCut } from './cutOutput';
import type { LargeSubject } from './largeLogOf';
import { openLarge, whyNot } from './openLarge';
import type { Large } from './openLarge';
import { problems as words } from './words';

type Tell = (problem: string) => void;

/** @returns 0 lines were found, 1 there are none, 2 something could not be read, or there is no such time;
 *  undefined: these logs have to be read whole. */
export async function cutLarge(
  subject: LargeSubject, command: CutCommand, tell: Tell,
): Promise<number | undefined> {
  const log = await openLarge(subject, tell);
  if (log === 'failed') return 2;
  if (!log) return undefined;
  try {
    const status = await write(log, command, tell);
    if (status !== undefined) log.hold();
    if (status === undefined || log.problems.length === 0) return status;
    log.problems.forEach((problem) => tell(problemText(problem)));
    return 2;
  } catch (error) {
    // lines may be written already: they cannot be told anew
    whyNot(subject, error, tell, { isForced: true });
    return 2;
  } finally {
    log.close();
  }
}

async function write(log: Large, command: CutCommand, tell: Tell): Promise<number | undefined> {
  let isWritten = true;
  const complain = (problem: string): void => {
    isWritten = false;
    tell(problem);
  };
  const subject = subjectOf(command, log.facts().firstTime);
  if (!subject) {
    tell(words.noMoment());
    return 2;
  }
  if (log.clocksDiffer()) return undefined;
  const extract = await log.extract(subject, command.context);
  if (!extract) return undefined;
  const count = await writeCut(extract, command, complain);
  if (!isWritten) return 2;
  if (count === 0) tell(words.nothingCut());
  return count > 0 ? 0 : 1;
}
