// The rows of an index: one for each line that names an instance, means something or is to be read; they stay
// in the scanner's memory until a part of the log has been read.

import {
  chunkBegin, codeBits, firstIndexRows, iInstance, indexedOdd, indexedRead, indexRowSize, iLine, iOffset,
  iPrint, iRequest, iSecond, iWord, millisecondBits, noValue, sAboveAt, sAboveLine, sAbovePassed, sBase,
  sIndexAt, sIndexCount, sIndexRoom, sLines, valueBits,
} from './layout';
import { millisecond, second } from './head';
import { allocate } from './intern';
import { copyBytes, load32, store32 } from './machine';
import { sStream, stPassed } from './prefixLayout';
import { clearRecords } from './prints';

const markShift: i32 = codeBits + millisecondBits + valueBits;

/** Forgets all rows; the memory for ids has been cleared before. */
export function clearIndexRows(): void {
  const room = load32(sIndexRoom);
  store32(sIndexRoom, room > 0 ? room : firstIndexRows);
  store32(sIndexAt, allocate(load32(sIndexRoom) * indexRowSize));
  store32(sIndexCount, 0);
  clearRecords();
}

/** A byte's place in the part that is indexed. */
export function offsetOf(at: i32): i32 {
  return load32(sBase) + at - chunkBegin;
}

/** A line with a head. */
export function indexLine(
  begin: i32, instance: i32, request: i32, code: i32, value: i32, marks: i32,
): void {
  const row = nextRow(offsetOf(begin), load32(sLines));
  store32(row + iInstance, instance + 1);
  store32(row + iRequest, request + 1);
  store32(row + iSecond, second);
  const values = (value << (codeBits + millisecondBits)) | (marks << markShift);
  store32(row + iWord, code | (millisecond << codeBits) | values);
}

/** A line without one. */
export function indexOdd(begin: i32): void {
  headless(offsetOf(begin), load32(sLines), indexedRead | indexedOdd);
}

/** The line above, if it was passed over: it is read after all. */
export function indexAbove(): void {
  if (load32(sAbovePassed) === 0) return;
  store32(sAbovePassed, 0);
  const stream = load32(sStream);
  if (stream !== 0) store32(stream + stPassed, 0);
  const row = load32(sIndexAt) + (load32(sIndexCount) - 1) * indexRowSize;
  const isLast = load32(sIndexCount) > 0 && load32(row + iOffset) === load32(sAboveAt);
  if (isLast) store32(row + iWord, load32(row + iWord) | (indexedRead << markShift));
  else headless(load32(sAboveAt), load32(sAboveLine), indexedRead);
}

/** A line that was passed over is read after all; `row`: where it has one, plus one. One without says nothing
 *  of any instance, and rows stand in the order of the lines. */
export function recallIndexed(row: i32): void {
  if (row === 0) return;
  const at = load32(sIndexAt) + (row - 1) * indexRowSize;
  store32(at + iWord, load32(at + iWord) | (indexedRead << markShift));
}

function headless(offset: i32, line: i32, marks: i32): void {
  const row = nextRow(offset, line);
  store32(row + iInstance, 0);
  store32(row + iRequest, 0);
  store32(row + iSecond, 0);
  store32(row + iWord, (noValue << (codeBits + millisecondBits)) | (marks << markShift));
}

function nextRow(offset: i32, line: i32): i32 {
  const count = load32(sIndexCount);
  if (count >= load32(sIndexRoom)) grow();
  store32(sIndexCount, count + 1);
  const row = load32(sIndexAt) + count * indexRowSize;
  store32(row + iOffset, offset);
  store32(row + iLine, line);
  store32(row + iPrint, 0);
  return row;
}

function grow(): void {
  const room = load32(sIndexRoom);
  const before = load32(sIndexAt);
  store32(sIndexAt, allocate(room * 2 * indexRowSize));
  store32(sIndexRoom, room * 2);
  copyBytes(load32(sIndexAt), before, room * indexRowSize);
}
