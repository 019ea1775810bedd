// The scanner: bytes of a log → rows for the lines that mean something. It knows lines that oslo.log wrote in
// its usual way; all others it hands on as they are. What it passes over, the tolerant reader would too.

import {
  chunkBegin, gapCounts, lMarks, loggers, loggerSize, longestCarry, markedSeen, modeIndex, mostGapPlaces,
  mostLoggers, mostRows, sAboveLogger, sAboveMillisecond, sAbovePassed, sAboveSecond, sAttend, sBegun, sEnd,
  sFirstSecond, sLast, sLastSecond, sLevels, sLines, sMissed, sMode, sNext, sOddAbove, sPassing, sPlainAbove,
  sRows, sSkipped,
} from './layout';
import { clearIndexRows } from './indexRows';
import { clearIds } from './intern';
import { readLine } from './line';
import { clearBytes, copyBytes, endOfLine, load32, load8, store32, store8 } from './machine';
import { passAbove } from './rowWriter';
import { clearWriters } from './writers';
import { mostStreams, mostVoices } from './prefixLayout';
import { forgetVoices, getVoice, putVoice, recallAll } from './voices';

/** Rows that one line may need: its own, that of the line above, the last one of each process, and how many
 * each  voice has passed over. */
const roomForLine: i32 = mostStreams + mostVoices + 4;

/** Begins a log, or a part of one that begins with a line: ids and everything that stands above are
 *  forgotten. */
export function begin(): void {
  clearIds();
  if (load32(sMode) === modeIndex) clearIndexRows();
  store32(sNext, chunkBegin);
  store32(sEnd, chunkBegin);
  store32(sRows, 0);
  store32(sLines, 0);
  store32(sPassing, 0);
  store32(sBegun, 0);
  store32(sSkipped, 0);
  store32(sAttend, 0);
  store32(sAbovePassed, 0);
  store32(sPlainAbove, 0);
  store32(sLevels, 0);
  store32(sAboveLogger, -1);
  store32(sFirstSecond, 0);
  store32(sLastSecond, 0);
  store32(sMissed, 0);
  store32(sAboveSecond, 0);
  store32(sAboveMillisecond, 0);
  store32(sOddAbove, 0);
  clearBytes(gapCounts, mostGapPlaces << 2);
  clearWriters();
  forgetVoices();
  for (let i: i32 = 0; i < mostLoggers; i++) {
    const marks = loggers + i * loggerSize + lMarks;
    store8(marks, load8(marks) & ~markedSeen);
  }
}

/** Makes room for the next bytes: the beginning of an unfinished line is moved before them. The lines of the
 *  rows so far are gone then. */
export function carry(): void {
  const left = load32(sEnd) - load32(sNext);
  copyBytes(chunkBegin - left, load32(sNext), left);
  store32(sNext, chunkBegin - left);
  store32(sEnd, chunkBegin);
}

/** `length` bytes stand at `chunkBegin`; `isLast`: no more will come. */
export function feed(length: i32, isLast: boolean): void {
  store32(sEnd, chunkBegin + length);
  store32(sLast, isLast ? 1 : 0);
  // so that every search for the end of a line ends
  store8(chunkBegin + length, 10);
}

/** Writes rows until there is room for no more. @returns whether the bytes that were fed are done with. */
export function run(): boolean {
  store32(sRows, 0);
  // an index counts the lines of its part
  if (load32(sMode) !== modeIndex) store32(sLines, 0);
  getVoice();
  const end = load32(sEnd);
  let begin = load32(sNext);
  while (begin < end) {
    if (load32(sRows) > mostRows - roomForLine) {
      finishRows();
      store32(sNext, begin);
      return false;
    }
    if (load8(begin) === 0 && load32(sPassing) === 0) {
      store32(sBegun, 1);
      begin += 1;
      continue;
    }
    const lineEnd = endOfLine(begin);
    if (lineEnd >= end) break;
    if (load32(sPassing) === 0) readLine(begin, lineEnd);
    store32(sPassing, 0);
    store32(sBegun, 0);
    store32(sLines, load32(sLines) + 1);
    begin = lineEnd + 1;
  }
  finishChunk(begin, end);
  return true;
}

function finishChunk(begin: i32, end: i32): void {
  if (load32(sLast) !== 0) {
    if ((begin < end || load32(sBegun) !== 0) && load32(sPassing) === 0) readLine(begin, end);
    if (begin < end || load32(sBegun) !== 0 || load32(sPassing) !== 0) store32(sLines, load32(sLines) + 1);
    finishRows();
    store32(sPassing, 0);
    store32(sBegun, 0);
    store32(sNext, end);
    return;
  }
  let left = load32(sPassing) !== 0 ? 0 : end - begin;
  if (left > longestCarry) {
    readLine(begin, end);
    store32(sPassing, 1);
    left = 0;
  }
  finishRows();
  store32(sNext, end - left);
}

/** The bytes of the line above go; an index keeps its place instead. */
function finishRows(): void {
  if (load32(sMode) !== modeIndex) {
    passAbove();
    recallAll();
  }
  putVoice();
}
