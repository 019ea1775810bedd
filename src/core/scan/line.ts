// One line of a log → nothing, or a row: in full for the tolerant reader, or for an index. A line is passed
// over only if it changes nothing that any stage would remember, beside ids and counts that are kept here.

import {
  attendForGood, captureBegins, captureEnds, gapCounts, gapPlaces, levelTrace, levelWarning, lMarks, loggers,
  loggerSize, longestGap, markedAlways, markedAmbient, markedOpen, markedRead, markedSeen, mCode, mInstance,
  mMarks, modeIndex, modeRead, mValue, noValue, rCode, rInstance, rLevel, rLogger, rMillisecond, rowIndexed,
  rowNamed, rowOdd, rowRead, rProcess, rRequest, rSecond, rValue, sAboveAt, sAboveEnd, sAboveLine,
  sAboveLogger, sAboveMillisecond, sAbovePassed, sAboveProcess, sAboveSecond, sAttend, sBegun, scratch,
  sInstances, sLevels, sLines, sMode, sOddAbove, sPlainAbove, sPrefixAt, sPrefixLength, sSkipped, watchAttend,
  watchOpens, wMarks,
} from './layout';
import {
  globalAt, instance, internRequest, isBare, isNewCall, level, logger, message, millisecond, process,
  readHead, requestAt, second,
} from './head';
import { intern, tie } from './intern';
import {
  equalBytes, hasWrittenBreak, load16, load32, load8, readUuid, store16, store32, store8,
} from './machine';
import { findTemplate, findWatch, isMarkup, namesGuest, unsure } from './match';
import { newRow, passAbove } from './rowWriter';
import { internValue } from './values';
import { openWriter, closeWriter } from './writers';

/** Lines that are longer are odd. */
const longestLine: i32 = 0x30000;
const watched: i32 = 4;

export function readLine(begin: i32, lineEnd: i32): void {
  let end = lineEnd;
  while (end > begin && load8(end - 1) === 13) end -= 1;
  const prefix = load32(sPrefixLength);
  const at = begin + prefix;
  const isFitting = prefix === 0 || (end > at && equalBytes(load32(sPrefixAt), begin, prefix));
  if (!isFitting || end - begin > longestLine || load32(sBegun) !== 0 || hasWrittenBreak()) {
    return odd(begin, lineEnd);
  }
  if (readHead(at, end)) return canonical(begin, end, lineEnd);
  if (load32(sPlainAbove) === 0 || load32(sAttend) !== 0 || !isMarkup(at, end)) return odd(begin, lineEnd);
  if (!namesGuest(at, end)) return;
  passAbove();
  newRow(begin, lineEnd, rowRead | rowOdd);
}

/** Something that only the tolerant reader may read; it needs to know what stands above. */
function odd(begin: i32, end: i32): void {
  passAbove();
  if (load32(sAboveLogger) >= 0) openWriter(load32(sAboveLogger), load32(sAboveProcess));
  store32(sPlainAbove, 0);
  store32(sOddAbove, 1);
  // `==> FILE <==`: from here on lines are of another service
  if (load32(begin) === 0x203e3d3d) store32(sAttend, attendForGood);
  newRow(begin, end, rowRead | rowOdd);
}

/** Code of the template, value and instance that the message gave; for the line that is looked at. */
let code: i32 = 0;
let value: i32 = 0;
let owner: i32 = -1;
let isAmbient: boolean = false;

function canonical(begin: i32, end: i32, lineEnd: i32): void {
  const watch = watchedAs(end);
  const isTrouble = level === levelTrace || level >= levelWarning;
  const mayOpen = isTrouble || isBare || (watch & watchOpens) !== 0 || isUnusual(end);
  let marks: i32 = isFirst() || mayOpen || watch !== 0 || load32(sAttend) !== 0 ? rowRead : 0;
  const gap = gapAbove();
  if (gap > longestGap || load32(sOddAbove) !== 0) marks = rowRead;
  if (globalAt !== 0 && requestAt !== 0 && load32(sMode) === modeRead && isNewCall()) marks = rowRead;
  if (mayOpen) openWriter(logger, process);
  const isOpen = (load8(loggers + logger * loggerSize + lMarks) & markedOpen) !== 0;
  if (isOpen && !mayOpen && closeWriter(logger, process)) marks = rowRead;
  marks |= readMessage(end);
  const request = requestAt !== 0 && (owner >= 0 || code !== 0) ? internRequest() : -1;
  if (request >= 0 && owner >= 0) tie(request, owner, isAmbient);
  const isIndexed = load32(sMode) === modeIndex && (owner >= 0 || code !== 0);
  if (isIndexed) marks |= rowIndexed;
  store32(sPlainAbove, mayOpen ? 0 : 1);
  if ((marks & rowRead) === 0 && gap >= 0) countGap(gap);
  if (marks !== 0) fillRow(newRow(begin, lineEnd, marks), request);
  standAbove(begin, lineEnd, (marks & rowRead) === 0);
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

/** The lines below may belong to this one. */
function standAbove(begin: i32, lineEnd: i32, isPassed: boolean): void {
  store32(sAboveLogger, logger);
  store32(sAboveProcess, process);
  store32(sAbovePassed, isPassed ? 1 : 0);
  store32(sOddAbove, 0);
  if (!isPassed) store32(sSkipped, 0);
  else store32(sSkipped, load32(sSkipped) + 1);
  store32(sAboveAt, begin);
  store32(sAboveEnd, lineEnd);
  store32(sAboveLine, load32(sLines));
  store32(sAboveSecond, second);
  store32(sAboveMillisecond, millisecond);
}

function fillRow(row: i32, request: i32): void {
  store32(row + rSecond, second);
  store32(row + rInstance, owner);
  store32(row + rRequest, request);
  store16(row + rCode, code);
  store16(row + rMillisecond, millisecond);
  store32(row + rProcess, process);
  store8(row + rLevel, level);
  store8(row + rLogger, logger);
  store8(row + rValue, value);
}

/** The first line of its logger or of its level, or a logger of which every line counts. */
function isFirst(): boolean {
  const at = loggers + logger * loggerSize + lMarks;
  const marks = load8(at);
  const levels = load32(sLevels);
  const isKnown = (marks & markedSeen) !== 0 && (levels & (1 << level)) !== 0;
  store8(at, marks | markedSeen);
  store32(sLevels, levels | (1 << level));
  return !isKnown || (marks & markedAlways) !== 0;
}

/** What the tolerant reader might take something off of before it looks at the message. */
function isUnusual(end: i32): boolean {
  if (message >= end) return false;
  const first = load8(message);
  if (first <= 32 || first === 91 || first === 92 || first === 94 || first > 126) return true;
  return load8(end - 1) === 77 && load8(end - 2) === 94;
}

/** What is known of the beginning of the message; 0: nothing. */
function watchedAs(end: i32): i32 {
  const watch = findWatch(message, end);
  if (watch === 0) return 0;
  const marks = load16(watch + wMarks);
  if ((marks & watchAttend) !== 0) store32(sAttend, 1);
  return marks | watched;
}

/** @returns the marks that the message gives to its row. */
function readMessage(end: i32): i32 {
  code = 0;
  value = noValue;
  owner = instance;
  isAmbient = false;
  const template = isBare ? 0 : findTemplate(logger, message, end);
  if (template === 0) return 0;
  if (template === unsure) return rowRead;
  code = load16(template + mCode);
  const marks = load8(template + mMarks);
  isAmbient = (marks & markedAmbient) !== 0;
  const mode = load32(sMode);
  if (mode === modeRead) return rowRead;
  return (marks & markedRead) !== 0 ? rowRead : readValues(template);
}

function readValues(template: i32): i32 {
  let marks: i32 = 0;
  const named = load8(template + mInstance);
  if (named !== noValue && instance < 0) {
    const at = load32(captureBegins + (named << 2));
    const isWhole = load32(captureEnds + (named << 2)) - at === 36;
    if (!isWhole || readUuid(at, scratch) === 0) return rowRead;
    owner = intern(sInstances);
    marks = rowNamed;
  }
  const kept = load8(template + mValue);
  if (kept === noValue) return marks;
  value = internValue(load32(captureBegins + (kept << 2)), load32(captureEnds + (kept << 2)));
  return value === noValue ? marks | rowRead : marks;
}
