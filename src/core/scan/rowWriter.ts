// The rows that the scanner writes, one after the other: lines that the tolerant reader is to read. The line
// above such a line is written only where it cannot be understood without it.

import {
  rAboveLine, rAboveMillisecond, rAboveSecond, rBegin, rEnd, rKind, rLine, rows, rowSize, rSkipped,
  rowIsAbove, rowIsCount, rowIsRecall, sAboveAt, sAboveEnd, sAboveLine, sAboveMillisecond, sAbovePassed,
  sAboveSecond, sLines, sRows, sSkipped, voiceShift,
} from './layout';
import { load32, store32 } from './machine';
import {
  sStream, stPassed, sVoice, vAboveLine, vAboveMillisecond, vAboveSecond, vSkipped,
} from './prefixLayout';

/** The line above, if it was passed over: it is read after all. */
export function passAbove(): void {
  if (load32(sAbovePassed) === 0) return;
  store32(sAbovePassed, 0);
  const stream = load32(sStream);
  if (stream !== 0) store32(stream + stPassed, 0);
  store32(sSkipped, load32(sSkipped) - 1);
  const row = newRow(load32(sAboveAt), load32(sAboveEnd));
  store32(row + rKind, load32(row + rKind) | rowIsAbove);
  store32(row + rLine, load32(sAboveLine));
}

export function newRow(begin: i32, end: i32): i32 {
  const count = load32(sRows);
  const row = rows + count * rowSize;
  store32(sRows, count + 1);
  store32(row + rBegin, begin);
  store32(row + rEnd, end);
  store32(row + rLine, load32(sLines));
  // whoever spoke last did so on this line, where it has a head
  store32(row + rKind, (load32(sVoice) + 1) << voiceShift);
  store32(row + rSkipped, load32(sSkipped));
  store32(row + rAboveLine, load32(sAboveLine));
  store32(row + rAboveSecond, load32(sAboveSecond));
  store32(row + rAboveMillisecond, load32(sAboveMillisecond));
  store32(sSkipped, 0);
  return row;
}

/** A line that was passed over long ago: its head is read again, and nothing else. */
export function recallRow(begin: i32, end: i32, line: i32): void {
  const row = rows + load32(sRows) * rowSize;
  store32(sRows, load32(sRows) + 1);
  store32(row + rBegin, begin);
  store32(row + rEnd, end);
  store32(row + rLine, line);
  store32(row + rKind, rowIsRecall);
  store32(row + rSkipped, 0);
}

/** Lines of a voice that were passed over, and the last of them. */
export function countRow(voice: i32, entry: i32): void {
  const row = rows + load32(sRows) * rowSize;
  store32(sRows, load32(sRows) + 1);
  store32(row + rKind, rowIsCount | ((voice + 1) << voiceShift));
  store32(row + rSkipped, load32(entry + vSkipped));
  store32(row + rAboveLine, load32(entry + vAboveLine));
  store32(row + rAboveSecond, load32(entry + vAboveSecond));
  store32(row + rAboveMillisecond, load32(entry + vAboveMillisecond));
}
