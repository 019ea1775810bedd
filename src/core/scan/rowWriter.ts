// The rows that the scanner writes, one after the other: lines that the tolerant reader is to read. The line
// above such a line is written only where it cannot be understood without it.

import {
  rAboveLine, rAboveMillisecond, rAboveSecond, rBegin, rEnd, rIsAbove, rLine, rows, rowSize, rSkipped,
  sAboveAt, sAboveEnd, sAboveLine, sAboveMillisecond, sAbovePassed, sAboveSecond, sLines, sRows, sSkipped,
} from './layout';
import { load32, store32 } from './machine';

/** The line above, if it was passed over: it is read after all. */
export function passAbove(): void {
  if (load32(sAbovePassed) === 0) return;
  store32(sAbovePassed, 0);
  store32(sSkipped, load32(sSkipped) - 1);
  const row = newRow(load32(sAboveAt), load32(sAboveEnd));
  store32(row + rIsAbove, 1);
  store32(row + rLine, load32(sAboveLine));
}

export function newRow(begin: i32, end: i32): i32 {
  const count = load32(sRows);
  const row = rows + count * rowSize;
  store32(sRows, count + 1);
  store32(row + rBegin, begin);
  store32(row + rEnd, end);
  store32(row + rLine, load32(sLines));
  store32(row + rIsAbove, 0);
  store32(row + rSkipped, load32(sSkipped));
  store32(row + rAboveLine, load32(sAboveLine));
  store32(row + rAboveSecond, load32(sAboveSecond));
  store32(row + rAboveMillisecond, load32(sAboveMillisecond));
  store32(sSkipped, 0);
  return row;
}
