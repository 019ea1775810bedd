// `nova-lens cut`: the lines of one instance, request or operation, of a span of time or of all failures, out
// of logs of any size, in time order. In: the command. Out: the lines, and the exit status. The logs are read
// twice: to know which lines are wanted, and to fetch them.

import fs from 'node:fs';
import { analyse } from '../core/analysis';
import { openDigest } from '../core/digest';
import { linesAbout } from '../core/extracts/linesAbout';
import type { LinesOfLogs } from '../core/extracts/linesAbout';
import { pickLines } from '../core/extracts/linesOfBytes';
import { parseMoment, spanId, spanOfId, withinSpan } from '../core/extracts/timeSpan';
import { weaveExtract } from '../core/extracts/weave';
import type { LogLines } from '../core/extracts/weave';
import { defaultLimits } from '../core/limits';
import { lookupOf } from '../core/lookup';
import type { Digest, Extract, Subject, Timeline } from '../core/model';
import { problemText } from '../core/render/problemText';
import { listInputs } from '../disk/files';
import { readInputs } from '../disk/read';
import { readSet } from '../disk/set';
import type { CutCommand } from './args';
import { writePieces } from './output';
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
  const { digests, problems: unread } = await readSet(command.paths, {
    open: ({ source }, origin) => openDigest(source, { origin, keepLines: true }),
  });
  unread.map(problemText).forEach(complain);
  const subject = subjectOf(command, digests);
  if (!subject) {
    complain(words.noMoment());
    return 2;
  }
  const lookup = lookupOf(analyse(digests, defaultLimits));
  const wanted = linesAbout(lookup, chosen(subject, digests, lookup.analysis.timelines), command.context);
  const logs = await fetchLines(command.paths, wanted);
  const span = subject.kind === 'time' ? spanOfId(subject.id) : undefined;
  const woven = weaveExtract(logs, 0, limits);
  const extract = span ? withinSpan(woven, span) : woven;
  await write(extract, command, complain);
  if (problems > 0) return 2;
  if (extract.lines.length === 0) tell(words.nothingCut());
  return extract.lines.length > 0 ? 0 : 1;
}

function subjectOf({ subject, from, to }: CutCommand, digests: readonly Digest[]): Subject | undefined {
  if (subject) return subject;
  const times = digests.flatMap(({ firstTime, lastTime }) => [firstTime, lastTime])
    .filter((time) => time !== undefined);
  const base = times.length > 0 ? Math.min(...times) : undefined;
  const begin = from === undefined ? Number.MIN_SAFE_INTEGER : parseMoment(from, false, base);
  const end = to === undefined ? Number.MAX_SAFE_INTEGER : parseMoment(to, true, base);
  if (begin === undefined || end === undefined) return undefined;
  return { kind: 'time', id: spanId({ from: begin, to: end }) };
}

// The beginning of an id is enough, as long as only one goes on from it.
function chosen(
  subject: Subject, digests: readonly Digest[], timelines: readonly Timeline[],
): Subject {
  const { kind, id } = subject;
  const known = kind === 'instance' ? timelines.map(({ instance }) => instance)
    : kind === 'operation' ? timelines.flatMap(({ operations }) => operations.map((one) => one.id))
      : kind === 'request' ? digests.flatMap(({ ties }) => [...ties.keys()]) : [];
  const [only, ...others] = new Set(known.filter((one) => one.startsWith(id)));
  return only !== undefined && others.length === 0 ? { kind, id: only } : subject;
}

// What cannot be read has been said when it was read first.
async function fetchLines(paths: readonly string[], wanted: LinesOfLogs): Promise<readonly LogLines[]> {
  const logs: LogLines[] = [];
  await readInputs(listInputs(paths).inputs, ({ source }) => {
    const numbers = wanted.get(source);
    if (!numbers) return undefined;
    const picker = pickLines(numbers);
    logs.push({ source, numbers, texts: picker.texts });
    return picker;
  });
  return logs;
}

async function write(extract: Extract, { output, origin }: CutCommand, complain: Tell): Promise<void> {
  const pieces = piecesOf(extract, origin);
  if (output === undefined) return writePieces(pieces, process.stdout);
  try {
    const file = fs.openSync(output, 'w');
    try {
      for (const piece of pieces) fs.writeSync(file, piece);
    } finally {
      fs.closeSync(file);
    }
  } catch (error) {
    complain(words.notWritten(output, error instanceof Error ? error.message : String(error)));
  }
}

// As `grep -n` writes it, which is read again as it is.
function* piecesOf({ lines }: Extract, origin: boolean): Generator<string> {
  for (const { text, at } of lines) yield origin ? `${at.source}:${at.line + 1}:${text}\n` : `${text}\n`;
}
