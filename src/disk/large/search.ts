// What is looked for → the lines of a file that hold it, with their numbers and where on them it stands; in
// pieces, so that nobody is held up. A line without a head is of the level and of the time of the line above.
// Who looks for a level alone wants to see messages: what goes on below them is left out.

import type { TimeSpan } from '../../core/extracts/timeSpan';
import { noPrefix, type LinePrefix } from '../../core/scan/engine';
import type { ByteSource } from './byteSource';
import { headsAbove } from './headReader';
import { isByLevel, matcherFor, type Filtered, type Match } from './searchPattern';
import { turn } from '../turn';

export interface Wanted extends Filtered {
  /** Only lines that name it. */
  readonly instance?: string;
  /** Only lines of this time. */
  readonly span?: TimeSpan;
}

export interface Found extends Match {
  readonly line: number;
  readonly text: string;
}

/** What has just been read is still near the processor when it is looked through, and a text of this size is
 *  none of the large ones, which V8 makes and forgets at greater cost. */
const pieceSize = 96 * 1024;
const longestPiece = 1 << 20;
const newline = 10;

/** @param prefix stands before each line */
export async function* searchLines(
  bytes: ByteSource, end: number, wanted: Wanted, { prefix = noPrefix, signal }: {
    readonly prefix?: LinePrefix; readonly signal?: AbortSignal | undefined;
  } = {},
): AsyncGenerator<Found, void, undefined> {
  const fits = filterFor(bytes, wanted, prefix);
  const matcher = matcherFor(wanted, wanted.instance);
  let line = 0;
  for (let offset = 0; offset < end && signal?.aborted !== true;) {
    const whole = pieceAt(bytes, offset, end);
    if (whole.length === 0) return;
    let counted = 0;
    const hits = matcher(whole);
    for (let hit = hits.next(0); hit >= 0 && hit < whole.length;) {
      const begin = hit === 0 ? 0 : whole.lastIndexOf(newline, hit - 1) + 1;
      const stop = whole.indexOf(newline, hit);
      const lineEnd = stop < 0 ? whole.length : stop;
      const text = whole.toString('utf8', begin, lineEnd);
      const match = hits.matchIn(text);
      line += newlinesIn(whole, counted, begin);
      counted = begin;
      const isWanted = match && fits(text, offset + begin, whole.subarray(begin, lineEnd));
      if (isWanted) yield { line, text, ...match };
      hit = hits.next(lineEnd + 1);
    }
    line += newlinesIn(whole, counted, whole.length);
    offset += whole.length;
    await turn();
  }
}

/** Whole lines, until the next are read; of one that is longer than a piece as much as there is. */
function pieceAt(bytes: ByteSource, offset: number, end: number): Buffer {
  for (let size = pieceSize; ; size = longestPiece) {
    const { buffer, byteOffset, length } = bytes.read(offset, Math.min(size, end - offset));
    const piece = Buffer.from(buffer, byteOffset, length);
    const isLast = offset + length >= end || length < size;
    const last = isLast ? length : piece.lastIndexOf(newline) + 1;
    if (last > 0 || size === longestPiece) return piece.subarray(0, last > 0 ? last : length);
  }
}

function newlinesIn(piece: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = from; ;) {
    const end = piece.indexOf(newline, at);
    if (end < 0 || end >= to) return count;
    count += 1;
    at = end + 1;
  }
}

/** Behind the head of a line of a traceback: one of its frames, a line that joins two, or nothing. */
const goesOn =
  /\b[A-Z]{4,8} [\w.]+(?: \[instance: [\w-]{1,60}\])?(?:\s{0,9}$|\s{2,9}\S| (?:Traceback \(most|During handling of the|The above exception was))/;
const longestHead = 400;

/** Whether a line is of the instance, of the levels and of the time that are wanted. */
type Fits = (text: string, offset: number, line: Buffer) => boolean;

function filterFor(bytes: ByteSource, wanted: Wanted, prefix: LinePrefix): Fits {
  const { instance, levels, span } = wanted;
  const needsHead = levels !== undefined || span !== undefined;
  // heads above lie somewhere else: what is looked through stays as it is
  const headOf = needsHead ? headsAbove(bytes.inOrder(), prefix) : undefined;
  const isOfMessages = isByLevel(wanted);
  return (text, offset, line) => {
    if (instance !== undefined && !text.includes(instance)) return false;
    if (!headOf) return true;
    const head = headOf(offset, line);
    if (!head || (levels && (head.level === undefined || !levels.includes(head.level)))) return false;
    if (isOfMessages && (!head.isOwn || goesOn.test(text.slice(0, longestHead)))) return false;
    return !span || (head.time !== undefined && head.time >= span.from && head.time <= span.to);
  };
}
