// `nova-lens cut`: the lines of one instance, request or operation, of a span of time or of all failures, out
// of logs of any size, in time order. In: the command. Out: the lines, and the exit status. The logs are read
// twice: to know which lines are wanted, and to fetch them.

import { analyse } from '../core/analysis';
import { openDigest } from '../core/digest';
import { linesAbout } from '../core/extracts/linesAbout';
import type { LinesOfLogs } from '../core/extracts/linesAbout';
import { pickLines } from '../core/extracts/linesOfBytes';
import { spanOfId, withinSpan } from '../core/extracts/timeSpan';
import { weaveExtract } from '../core/extracts/weave';
import type { LogLines } from '../core/extracts/weave';
import { isMeantBy } from '../core/instanceNumber';
import { defaultLimits } from '../core/limits';
import { lookupOf } from '../core/lookup';
import type { Digest, Subject, Timeline } from '../core/model';
import { problemText } from '../core/render/problemText';
import { listInputs } from '../disk/files';
import type { Input } from '../disk/files';
import { readInputs } from '../disk/read';
import { readSet } from '../disk/set';
import type { CutCommand } from './args';
import { subjectOf, writeCut } from './cutOutput';
import { largeSubject } from './largeLogOf';
import { problems as words } from './words';

type Tell = (problem: string) => void;

/** A file may be as long as it likes: only what a person opens is bounded. */
const limits = { lines: Number.MAX_SAFE_INTEGER, size: Number.MAX_SAFE_INTEGER };

/** @returns 0 lines were found, 1 there are none, 2 something could not be read. */
export async function runCut(command: CutCommand, tell: Tell): Promise<number> {
  let problems = 0;
  const complain = (problem: string) => {
    problems += 1;
    tell(problem);
  };
  const listing = listInputs(command.paths);
  if (listing.inputs.some(({ pipe }) => pipe)) {
    tell(words.cutTwice());
    return 2;
  }
  const large = largeSubject(command.paths, listing);
  if (large) {
    const { cutLarge } = await import('./cutLarge');
    const status = await cutLarge(large, command, tell);
    if (status !== undefined) return status;
  }
  const { digests, problems: unread } = await readSet(listing, {
    open: ({ source }, origin) => openDigest(source, { origin, keepLines: true }),
  });
  unread.map(problemText).forEach(complain);
  const subject = subjectOf(command, firstTimeOf(digests));
  if (!subject) {
    complain(words.noMoment());
    return 2;
  }
  const lookup = lookupOf(analyse(digests, defaultLimits));
  const wanted = linesAbout(lookup, chosen(subject, digests, lookup.analysis.timelines), command.context);
  tellFolded(digests, wanted, tell);
  const logs = await fetchLines(listing.inputs, wanted);
  const span = subject.kind === 'time' ? spanOfId(subject.id) : undefined;
  const woven = weaveExtract(logs, 0, limits);
  const extract = span ? withinSpan(woven, span) : woven;
  const count = await writeCut(extract.lines.map(({ text, at }) => ({ text, ...at })), command, complain);
  if (problems > 0) return 2;
  if (count === 0) tell(words.nothingCut());
  return count > 0 ? 0 : 1;
}

/** A line in which many stand is wanted. */
function tellFolded(digests: readonly Digest[], wanted: LinesOfLogs, tell: Tell): void {
  for (const { source, folded } of digests) {
    if (folded === undefined || !wanted.get(source)?.includes(folded)) continue;
    tell(words.cutFolded(source, folded + 1));
  }
}

function firstTimeOf(digests: readonly Digest[]): number | undefined {
  const times = digests.flatMap(({ firstTime, lastTime }) => [firstTime, lastTime])
    .filter((time) => time !== undefined);
  return times.length > 0 ? Math.min(...times) : undefined;
}

// The beginning of an id is enough, as long as only one goes on from it.
function chosen(
  subject: Subject, digests: readonly Digest[], timelines: readonly Timeline[],
): Subject {
  const { kind, id } = subject;
  const known = kind === 'instance' ? timelines.map(({ instance }) => instance)
    : kind === 'operation' ? timelines.flatMap(({ operations }) => operations.map((one) => one.id))
      : kind === 'request' ? digests.flatMap(({ ties }) => [...ties.keys()]) : [];
  const [only, ...others] = new Set(known.filter((one) => isMeantBy(id, one)));
  return only !== undefined && others.length === 0 ? { kind, id: only } : subject;
}

// What cannot be read has been said when it was read first.
async function fetchLines(inputs: readonly Input[], wanted: LinesOfLogs): Promise<readonly LogLines[]> {
  const logs: LogLines[] = [];
  await readInputs(inputs, ({ source }) => {
    const numbers = wanted.get(source);
    if (!numbers) return undefined;
    const picker = pickLines(numbers);
    logs.push({ source, numbers, texts: picker.texts });
    return picker;
  });
  return logs;
}
