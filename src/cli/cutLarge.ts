// `nova-lens cut` on logs that are too large to be read in full. In: the command. Out: the lines, and the
// exit status.

import type { Subject } from '../core/model';
import { problemText } from '../core/render/problemText';
import { problemOf } from '../core/sets/problem';
import type { Problem } from '../core/sets/problem';
import { problemOfError } from '../disk/files';
import type { PlacedLine } from '../disk/large/lines';
import { openLargeLog } from '../disk/large/openLargeLog';
import type { CutCommand } from './args';
import { subjectOf, writeCut } from './cutOutput';
import type { LargeSubject } from './largeLogOf';
import { problems as words } from './words';

type Tell = (problem: string) => void;

/** One large log, or several files of one. */
interface Cuttable {
  readonly firstTime: number | undefined;
  readonly extract: (subject: Subject, context: number) => Iterable<PlacedLine> | undefined;
  readonly problems: readonly Problem[];
  readonly close: () => void;
}

/** @returns 0 lines were found, 1 there are none, 2 something could not be read, or there is no such time;
 *  undefined: these logs have to be read whole. */
export async function cutLarge(
  subject: LargeSubject, command: CutCommand, tell: Tell,
): Promise<number | undefined> {
  let log: Cuttable | undefined;
  try {
    log = await open(subject);
  } catch (error) {
    // what is wrong with one of several is told where all are read
    if (subject.path === undefined) return undefined;
    tell(problemText(problemOfError(subject.path, error)));
    return 2;
  }
  if (!log) return undefined;
  try {
    const status = await write(log, command, tell);
    if (status === undefined || log.problems.length === 0) return status;
    log.problems.forEach((problem) => tell(problemText(problem)));
    return 2;
  } finally {
    log.close();
  }
}

async function open({ name, path, inputs }: LargeSubject): Promise<Cuttable | undefined> {
  if (path === undefined) {
    const { openLargeSet } = await import('../disk/large/largeSet');
    const set = await openLargeSet(name, inputs);
    return set && {
      firstTime: set.facts().firstTime, problems: set.problems, close: () => set.close(),
      extract: (subject, context) => set.extract(subject, context),
    };
  }
  const log = await openLargeLog(path);
  return log && {
    firstTime: log.facts().firstTime, close: () => log.close(),
    extract: (subject, context) => log.extract(subject, context),
    problems: log.isCutShort ? [problemOf('cutShort', path)] : [],
  };
}

async function write(log: Cuttable, command: CutCommand, tell: Tell): Promise<number | undefined> {
  let isWritten = true;
  const complain = (problem: string): void => {
    isWritten = false;
    tell(problem);
  };
  const subject = subjectOf(command, log.firstTime);
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
