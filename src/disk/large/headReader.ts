// A line of a large log → the time and the level of its head, or of the head above it.

import { headerReader } from '../../core/reading/header';
import { noMarks } from '../../core/reading/clean';
import { lineUnwrapper } from '../../core/reading/unwrap';
import { noPrefix, type LinePrefix } from '../../core/scan/engine';
import { levelOfHead, lineReader, timeOfHead } from '../../core/scan/lineReader';
import type { ByteSource } from './byteSource';
import { beginOfLine, longestHead, mostAbove } from './lineHeads';

export interface HeadAt {
  readonly time: number | undefined;
  readonly level: string | undefined;
}

/** Of the line itself, or of one above it. */
export interface HeadFor extends HeadAt {
  readonly isOwn: boolean;
}

/** Reads the head of the line between two places; undefined: it has none.
 *  @param prefix stands before each line */
export function headReader(
  prefix: LinePrefix = noPrefix,
): (piece: Buffer, from: number, to: number) => HeadAt | undefined {
  const reader = lineReader(prefix);
  const unwrapper = lineUnwrapper(headerReader(), noMarks);
  return (piece, from, to) => {
    const line = reader.read(piece, from, to);
    const time = line && timeOfHead(line, reader.head);
    if (line && time !== undefined) return { time, level: levelOfHead(line, reader.head) };
    return unwrapper.read(piece.toString('utf8', from, Math.min(to, from + longestHead))).own?.header;
  };
}

/** The head of lines or, where they have none, of the line above; asked of lines in the order of the log.
 *  Undefined: none is near. */
export function headsAbove(
  bytes: ByteSource, prefix: LinePrefix,
): (offset: number, line: Buffer) => HeadFor | undefined {
  const headAt = headReader(prefix);
  let last: HeadAt | undefined;
  let seenTo = 0;
  const above = (offset: number): HeadAt | undefined => {
    for (let begin = offset, lines = 0; begin > seenTo; lines += 1) {
      if (lines === mostAbove) return undefined;
      const end = begin - 1;
      begin = beginOfLine(end, bytes);
      const line = Buffer.from(bytes.read(begin, Math.min(end - begin, longestHead)));
      const head = headAt(line, 0, line.length);
      if (head) return head;
    }
    return last;
  };
  return (offset, line) => {
    const own = headAt(line, 0, line.length);
    last = own ?? above(offset);
    seenTo = offset + line.length + 1;
    return last && { time: last.time, level: last.level, isOwn: own !== undefined };
  };
}
