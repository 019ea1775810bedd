// A span of time → the lines of a large log that are of it, one by one as the log is read: all of it, for a
// log that several services write is not quite in order of time.

import type { TimeSpan } from '../../core/extracts/timeSpan';
import { headerReader } from '../../core/reading/header';
import { trimLine } from '../../core/reading/lines';
import { noPrefix, type LinePrefix } from '../../core/scan/engine';
import { prefixReader } from '../../core/scan/prefixReader';
import { dateTimeAt } from '../../core/reading/timestamp';
import { lineUnwrapper } from '../../core/reading/unwrap';
import type { ByteSource } from './byteSource';
import { usualHead, usualSize } from './lineHeads';

interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

const pieceSize = 4 << 20;
const newline = 10;
const longestHead = 4096;

/** @param prefix stands before each line
 *  @param end of the text, in bytes
 *  @returns in the order of the log; a line without a time is of that of the line above */
export function* linesWithin(
  { from, to }: TimeSpan, bytes: ByteSource, prefix: LinePrefix | undefined, end: number,
): Generator<NumberedLine, void, undefined> {
  const timeOf = timeReader(prefix);
  let isIn = false;
  let isTorn = false;
  let line = 0;
  for (let offset = 0; offset < end;) {
    const piece = Buffer.from(bytes.read(offset, Math.min(pieceSize, end - offset)));
    if (piece.length === 0) return;
    const last = piece.lastIndexOf(newline);
    // of a line that is longer than a piece the beginning is told
    const whole = last < 0 || offset + piece.length >= end ? piece.length : last + 1;
    for (let at = 0; at < whole;) {
      const stop = piece.indexOf(newline, at);
      const lineEnd = stop < 0 ? whole : stop;
      if (!isTorn) {
        const time = timeOf(piece, at, lineEnd);
        if (time !== undefined) isIn = time >= from && time <= to;
        if (isIn) yield { line, text: trimLine(piece.toString('utf8', at, lineEnd)) };
      }
      isTorn = stop < 0;
      line += isTorn ? 0 : 1;
      at = lineEnd + 1;
    }
    offset += whole;
  }
}

function timeReader(
  prefix: LinePrefix = noPrefix,
): (piece: Buffer, from: number, to: number) => number | undefined {
  const startOf = prefixReader(prefix);
  const unwrapper = lineUnwrapper(headerReader(), { bracketTags: false, escaped: false });
  return (piece, from, to) => {
    const at = from + Math.max(0, startOf(piece, from, to));
    const begin = piece.toString('latin1', at, Math.min(to, at + usualSize));
    if (usualHead.test(begin)) return dateTimeAt(begin, 0);
    return unwrapper.read(piece.toString('utf8', from, Math.min(to, from + longestHead))).own?.header.time;
  };
}
