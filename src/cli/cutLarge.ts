// `nova-lens cut` on one log that is too large to be read in full. In: the command. Out: the lines, and the
// exit status.

import { problemText } from '../core/render/problemText';
import { problemOf } from '../core/sets/problem';
import { problemOfError } from '../disk/files';
import type { LargeLog } from '../disk/large/largeLog';
import { openLargeLog } from '../disk/large/openLargeLog';
import type { CutCommand } from './args';
import { subjectOf, writeCut } from './cutOutput';
import { problems as words } from './words';

/** @returns 0 lines were found, 1 there are none, 2 something could not be read, or there is no such time;
 *  undefined: this log has to be read whole. */
export async function cutLarge(
  path: string, command: CutCommand, tell: (problem: string) => void,
): Promise<number | undefined> {
  let log: LargeLog | undefined;
  try {
    log = await openLargeLog(path);
  } catch (error) {
    tell(problemText(problemOfError(path, error)));
    return 2;
  }
  if (!log) return undefined;
  try {
    const status = await write(log, command, tell);
    if (status === undefined || !log.isCutShort) return status;
    tell(problemText(problemOf('cutShort', path)));
    return 2;
  } finally {
    log.close();
  }
}

async function write(
  log: LargeLog, command: CutCommand, tell: (problem: string) => void,
): Promise<number | undefined> {
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
  const extract = log.extract(subject, command.context);
  if (!extract) return undefined;
  const count = await writeCut(extract, command, complain);
  if (!isWritten) return 2;
  if (count === 0) tell(words.nothingCut());
  return count > 0 ? 0 : 1;
}
