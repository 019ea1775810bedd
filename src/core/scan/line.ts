// One line of a log → nothing, or a row: in full for the tolerant reader, or for an index. A line is passed
// over only if it changes nothing that any stage would remember, beside ids and counts that are kept here.

import {
  attendForGood, gapCounts, gapPlaces, lMarks, loggers, loggerSize, longestGap, markedOpen, modeIndex,
  indexedRead, indexedTrouble, sAboveAt, sAboveEnd, sAboveLine, sAboveLogger, sAboveMillisecond,
  sAbovePassed, sAboveProcess, sAboveSecond, sAttend, sBegun, sFirstMillisecond, sFirstSecond, sLines, sMode,
  sOddAbove, sPlainAbove, sPrefixAt, sPrefixLength, sSkipped,
} from './layout';
import { saysError, sayings } from './spanLayout';
import {
  globalAt, instance, internRequest, isBare, isNewCall, level, logger, message, millisecond, process,
  readHead, requestAt, second,
} from './head';
import { indexAbove, indexLine, indexOdd, offsetOf } from './indexRows';
import { tie } from './intern';
import { equalBytes, hasWrittenBreak, load32, load8, store32 } from './machine';
import { isMarkup, namesGuest } from './match';
import { code, isAmbient, isTrouble, mayOpen, owner, readMessage, value } from './message';
import { hangOn, hangOnAbove, openRecord, printRecord } from './prints';
import { newRow, passAbove } from './rowWriter';
import { openWriter, closeWriter } from './writers';

/** Lines that are longer are odd. */
const longestLine: i32 = 0x30000;

export function readLine(begin: i32, lineEnd: i32): void {
  let end = lineEnd;
  while (end > begin && load8(end - 1) === 13) end -= 1;
  const prefix = load32(sPrefixLength);
  const at = begin + prefix;
  const isFitting = prefix === 0 || (end > at && equalBytes(load32(sPrefixAt), begin, prefix));
  if (!isFitting || end - begin > longestLine || load32(sBegun) !== 0 || hasWrittenBreak()) {
    return odd(begin, lineEnd);
  }
  if (readHead(at, end)) {
    if (load32(sMode) === modeIndex) indexed(begin, end);
    else canonical(begin, end, lineEnd);
    return;
  }
  if (load32(sPlainAbove) === 0 || load32(sAttend) !== 0 || !isMarkup(at, end)) return odd(begin, lineEnd);
  if (namesGuest(at, end)) writeOdd(begin, lineEnd);
}

/** Something that only the tolerant reader may read; it needs to know what stands above. */
function odd(begin: i32, end: i32): void {
  writeOdd(begin, end);
  if (load32(sMode) === modeIndex) hangOnAbove(begin, end);
  if (load32(sAboveLogger) >= 0) openWriter(load32(sAboveLogger), load32(sAboveProcess));
  store32(sPlainAbove, 0);
  store32(sOddAbove, 1);
  // `==> FILE <==`: from here on lines are of another service
  if (load32(begin) === 0x203e3d3d) store32(sAttend, attendForGood);
}

function writeOdd(begin: i32, end: i32): void {
  if (load32(sMode) === modeIndex) {
    indexAbove();
    indexOdd(begin);
  } else {
    passAbove();
    newRow(begin, end);
  }
}

function canonical(begin: i32, end: i32, lineEnd: i32): void {
  const gap = gapAbove();
  const isCall = globalAt !== 0 && requestAt !== 0 && isNewCall();
  const isSaid = readMessage(end) || load32(sAttend) !== 0;
  const isRead = endsTraceback() || isSaid || gap > longestGap || load32(sOddAbove) !== 0 || isCall;
  const request = requestAt !== 0 && (owner >= 0 || code !== 0) ? internRequest() : -1;
  if (request >= 0 && owner >= 0) tie(request, owner, isAmbient);
  if (isRead) newRow(begin, lineEnd);
  else if (gap >= 0) countGap(gap);
  store32(sSkipped, isRead ? 0 : load32(sSkipped) + 1);
  store32(sAboveAt, begin);
  store32(sAboveEnd, lineEnd);
  store32(sAboveSecond, second);
  store32(sAboveMillisecond, millisecond);
  standAbove(isRead);
}

function indexed(begin: i32, end: i32): void {
  const isSaid = readMessage(end);
  const isRead = endsTraceback() || isSaid || load32(sOddAbove) !== 0;
  const isTied = owner >= 0 || code !== 0 || isTrouble;
  const request = requestAt !== 0 && isTied ? internRequest() : -1;
  if (request >= 0 && owner >= 0) tie(request, owner, isAmbient);
  const isPrinted = isTrouble || load8(sayings + code) === saysError;
  if (isRead || owner >= 0 || code !== 0) {
    const marks = (isRead ? indexedRead : 0) | (isTrouble ? indexedTrouble : 0);
    indexLine(begin, owner, request, code, value, marks);
    if (isPrinted) printRecord(message, end, level);
  }
  if (!isBare || instance >= 0) openRecord(process, isPrinted);
  else hangOn(process, message, end);
  store32(sAboveAt, offsetOf(begin));
  if (load32(sFirstSecond) === 0) {
    store32(sFirstSecond, second);
    store32(sFirstMillisecond, millisecond);
  }
  store32(sAboveSecond, second);
  store32(sAboveMillisecond, millisecond);
  standAbove(isRead);
}

/** The lines below may belong to this one. */
function standAbove(isRead: boolean): void {
  store32(sPlainAbove, mayOpen ? 0 : 1);
  store32(sAboveLogger, logger);
  store32(sAboveProcess, process);
  store32(sAbovePassed, isRead ? 0 : 1);
  store32(sOddAbove, 0);
  store32(sAboveLine, load32(sLines));
}

/** A line that may open a traceback does; another one of its writer ends it. */
function endsTraceback(): boolean {
  if (mayOpen) {
    openWriter(logger, process);
    return false;
  }
  return (load8(loggers + logger * loggerSize + lMarks) & markedOpen) !== 0 && closeWriter(logger, process);
}

/** Milliseconds since the canonical line above; -1: time ran backwards, or there is none. */
function gapAbove(): i32 {
  if (load32(sAboveLogger) < 0) return -1;
  const seconds = second - load32(sAboveSecond);
  if (seconds < 0) return -1;
  if (seconds > 1000) return longestGap + 1;
  const gap = seconds * 1000 + millisecond - load32(sAboveMillisecond);
  return gap < 0 ? -1 : gap;
}

function countGap(gap: i32): void {
  const at = gapCounts + (load8(gapPlaces + gap) << 2);
  store32(at, load32(at) + 1);
}
