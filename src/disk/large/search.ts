// What is looked for → the lines of a file that hold it, with their numbers and where on them it stands; in
// pieces, so that nobody is held up. A line without a head is of the level and of the time of the line above.

import type { TimeSpan } from '../../core/extracts/timeSpan';
import { noPrefix, type LinePrefix } from '../../core/scan/engine';
import type { ByteSource } from './byteSource';
import { headsAbove } from './headReader';
import { matcherFor, type Match, type Pattern } from './searchPattern';
import { turn } from '../turn';

export interface Wanted extends Pattern {
  /** Only lines that name it. */
  readonly instance?: string;
  /** Only lines of these levels, as oslo.log spells them. */
  readonly levels?: readonly string[];
  /** Only lines of this time. */
  readonly span?: TimeSpan;
}

export interface Found extends Match {
  readonly line: number;
  readonly text: string;
}

const pieceSize = 1 << 20;
const newline = 10;

/** @param prefix stands before each line */
export async function* searchLines(
  bytes: ByteSource, end: number, wanted: Wanted, { prefix = noPrefix, signal }: {
    readonly prefix?: LinePrefix; readonly signal?: AbortSignal | undefined;
  } = {},
): AsyncGenerator<Found, void, undefined> {
  const fits = fitter(bytes, wanted, prefix);
  const matcher = matcherFor(wanted, wanted.instance);
  let line = 0;
  for (let offset = 0; offset < end && signal?.aborted !== true;) {
    const piece = Buffer.from(bytes.read(offset, Math.min(pieceSize, end - offset)));
    if (piece.length === 0) return;
    const last = piece.lastIndexOf(newline);
    // of a line that is longer than a piece each piece is looked at
    const whole = piece.subarray(0, last < 0 || offset + piece.length >= end ? piece.length : last + 1);
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
      if (match && fits(text, offset + begin, whole.subarray(begin, lineEnd))) yield { line, text, ...match };
      hit = hits.next(lineEnd + 1);
    }
    line += newlinesIn(whole, counted, whole.length);
    offset += whole.length;
    await turn();
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

/** Whether a line is of the instance, of the levels and of the time that are wanted. */
function fitter(
  bytes: ByteSource, { instance, levels, span }: Wanted, prefix: LinePrefix,
): (text: string, offset: number, line: Buffer) => boolean {
  const needsHead = levels !== undefined || span !== undefined;
  const headOf = needsHead ? headsAbove(bytes, prefix) : undefined;
  return (text, offset, line) => {
    if (instance !== undefined && !text.includes(instance)) return false;
    if (!headOf) return true;
    const head = headOf(offset, line);
    if (!head) return false;
    const isThen = !span || (head.time !== undefined && head.time >= span.from && head.time <= span.to);
    return isThen && (!levels || (head.level !== undefined && levels.includes(head.level)));
  };
}
