// A span of time → the lines of a large log that are of it, one by one as the log is read: all of it, for a
// log that several services write is not quite in order of time.

import type { TimeSpan } from '../../core/extracts/timeSpan';
import { trimLine } from '../../core/reading/lines';
import { bytesToLookAt, scannableAs } from '../../core/scan/scannable';
import type { ByteSource } from './byteSource';
import { headReader } from './headReader';
import { aboutParts } from './aboutParts';
import { extentOf } from './logFiles';
import type { FileExtent } from './logFiles';
import type { OpenedLog } from './ownLines';

export interface TimedLine {
  /** In the text of all files. */
  readonly line: number;
  readonly text: string;
  /** Its own, or that of the line above. */
  readonly time: number;
}

const pieceSize = 256 * 1024;
const newline = 10;

/** @returns in the order of the text; a line without a time is of that of the line above, and where a
 *  file begins of the one below */
export function* linesWithin(
  span: TimeSpan, { files, catalog, bytes }: OpenedLog,
): Generator<TimedLine, void, undefined> {
  for (const file of files) {
    const { firstTime, lastTime } = aboutParts(catalog.parts.slice(file.first, file.behind));
    const isMet = (firstTime ?? 0) <= span.to && (lastTime ?? Infinity) >= span.from;
    if (isMet) yield* linesOfFile(span, bytes, extentOf(catalog.parts, file), firstTime);
  }
}

function* linesOfFile(
  { from, to }: TimeSpan, bytes: ByteSource, { begin, end, line: first }: FileExtent,
  firstTime: number | undefined,
): Generator<TimedLine, void, undefined> {
  const head = Uint8Array.from(bytes.read(begin, Math.min(bytesToLookAt, end - begin)));
  const headOf = headReader(scannableAs(head)?.prefix);
  let last = firstTime ?? Number.NaN;
  let isTorn = false;
  let line = first;
  for (let offset = begin; offset < end;) {
    const piece = Buffer.from(bytes.read(offset, Math.min(pieceSize, end - offset)));
    if (piece.length === 0) return;
    const newest = piece.lastIndexOf(newline);
    // of a line that is longer than a piece the beginning is told
    const whole = newest < 0 || offset + piece.length >= end ? piece.length : newest + 1;
    for (let at = 0; at < whole;) {
      const stop = piece.indexOf(newline, at);
      const lineEnd = stop < 0 ? whole : stop;
      if (!isTorn) {
        last = headOf(piece, at, lineEnd)?.time ?? last;
        const isIn = last >= from && last <= to;
        if (isIn) yield { line, text: trimLine(piece.toString('utf8', at, lineEnd)), time: last };
      }
      isTorn = stop < 0;
      line += isTorn ? 0 : 1;
      at = lineEnd + 1;
    }
    offset += whole;
  }
}
