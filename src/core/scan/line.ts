// One line of a log → nothing, or a row: in full for the tolerant reader, or for an index. A line is passed
// over only if it changes nothing that any stage would remember, beside ids and counts that are kept here.

import {
  attendForGood, gapCounts, gapPlaces, lMarks, loggers, loggerSize, longestGap, markedOpen, modeIndex,
  indexedRead, indexedTrouble, sAboveAt, sAboveEnd, sAboveLine, sAboveLogger, sAboveMillisecond, sAbovePassed,
  sAboveProcess, sAboveSecond, sAttend, sBegun, sFirstMillisecond, sFirstSecond, sIndexCount,
  sLastMillisecond, sLastSecond, sLines, sMissed, sMode, sOddAbove, sPlainAbove, sPrefixAt, sPrefixLength,
  sReadCode, sSkipped,
} from './layout';
import { sDress } from './dressLayout';
import { sayingMask, saysError, sayings } from './spanLayout';
import {
  globalAt, instance, isBare, isNewCall, level, logger, message, millisecond, process, readHead,
  readShortHead, requestAt, second,
} from './head';
import { indexAbove, indexLine, indexOdd, offsetOf } from './indexRows';
import { internRequest } from './intern';
import { equalBytes, hasWrittenBreak, load32, load8, store32 } from './machine';
import { isMarkup, namesGuest, namesLevel } from './match';
import { code, isAmbient, isTrouble, markRead, mayOpen, owner, readMessage, value } from './message';
import { hangOn, hangOnAbove, openRecord, printRecord } from './prints';
import { newRow, passAbove } from './rowWriter';
import { isOther, readPrefix } from './prefix';
import {
  sAboveClock, sAboveDay, sCarries, headUsual, sHasTime, sHead, sProgram, sStream, sVoice, vGapCounts, voices,
  voiceSize,
} from './prefixLayout';
import { carriedClock, carriedDay } from './prefixTime';
import {
  allBeginAfresh, beginAfresh, findSpeaker, isKnownVoice, noteHead, recall, recallAll, stream, takeTurn,
  voice,
} from './voices';
import { bareAt, bareEnd, undress } from './undress';
import { openWriter, closeWriter } from './writers';
import { countZone, isNewZone, zoneOf } from './zones';

/** Lines that are longer are odd. */
const longestLine: i32 = 0x30000;

export function readLine(begin: i32, lineEnd: i32): void {
  let end = lineEnd;
  while (end > begin && load8(end - 1) === 13) end -= 1;
  if (end - begin > longestLine || load32(sBegun) !== 0 || hasWrittenBreak()) return unknown(begin, lineEnd);
  if (load32(sDress) === 0) return readWords(begin, lineEnd, begin, end);
  if (undress(begin, end)) readWords(begin, lineEnd, bareAt, bareEnd);
  else unknown(begin, lineEnd);
}

/** The words between two places are those of the line, or of what is left where its dress has been taken
 *  off. */
function readWords(begin: i32, lineEnd: i32, from: i32, end: i32): void {
  const isVaried = load32(sProgram) !== 0;
  const at = isVaried ? readPrefix(from, end) : behindPrefix(from, end);
  if (at === 0) return unknown(begin, lineEnd);
  if (isVaried) findSpeaker();
  if (!(isVaried && isOther) && hasHead(at, end) && (!isVaried || takeTurn(from, at))) {
    if (load32(sMode) === modeIndex) indexed(begin, end);
    else canonical(begin, end, lineEnd);
    return;
  }
  const goesOn = load32(sPlainAbove) !== 0 && load32(sAttend) === 0 && (!isVaried || isOfAbove());
  if (!goesOn || !isMarkup(at, end)) return odd(begin, lineEnd, at, end, true);
  if (namesGuest(at, end)) writeOdd(begin, lineEnd, true);
}

function unknown(begin: i32, lineEnd: i32): void {
  odd(begin, lineEnd, begin, lineEnd, false);
}

function hasHead(at: i32, end: i32): boolean {
  const kind = load32(sHead);
  return kind === headUsual ? readHead(at, end) : readShortHead(at, end, kind);
}

/** 0: the line has another prefix. */
function behindPrefix(begin: i32, end: i32): i32 {
  const prefix = load32(sPrefixLength);
  if (prefix === 0) return begin;
  const at = begin + prefix;
  return end > at && equalBytes(load32(sPrefixAt), begin, prefix) ? at : 0;
}

/** The line above is of the same process and of the same second. */
function isOfAbove(): boolean {
  if (load32(sCarries) === 0) return true;
  return stream !== 0 && stream === load32(sStream)
    && load32(sAboveDay) === carriedDay && load32(sAboveClock) === carriedClock;
}

/** Who wrote a line without a head: the process that its prefix names, or that of the line above. */
function ownerOfOdd(fits: boolean): i32 {
  if (load32(sProgram) === 0) return load32(sAboveProcess);
  return fits && stream !== 0 ? stream : load32(sStream);
}

/** Something that only the tolerant reader may read; it needs to know what stands above. Its words stand
 *  between two places.
 *  @param fits it has the prefix of all lines */
function odd(begin: i32, lineEnd: i32, at: i32, end: i32, fits: boolean): void {
  writeOdd(begin, lineEnd, fits);
  if (load32(sMode) === modeIndex) hangOnAbove(ownerOfOdd(fits), at, end);
  if (load32(sAboveLogger) >= 0) openWriter(load32(sAboveLogger), load32(sAboveProcess));
  store32(sPlainAbove, 0);
  store32(sOddAbove, 1);
  if (load32(sMode) === modeIndex && namesLevel(begin, lineEnd)) store32(sMissed, load32(sMissed) + 1);
  // `==> FILE <==`: from here on lines are of another service
  if (load32(begin) === 0x203e3d3d || load32(at) === 0x203e3d3d) store32(sAttend, attendForGood);
}

function writeOdd(begin: i32, end: i32, fits: boolean): void {
  const isIndex = load32(sMode) === modeIndex;
  if (isIndex) indexAbove();
  else passAbove();
  if (load32(sCarries) !== 0) {
    if (fits) recall(stream);
    else recallAll();
  }
  if (!isIndex && load32(sProgram) !== 0 && end > begin) {
    if (fits) beginAfresh(voice);
    else allBeginAfresh();
  }
  if (isIndex) indexOdd(begin);
  else newRow(begin, end);
}

function canonical(begin: i32, end: i32, lineEnd: i32): void {
  const gap = gapAbove();
  const isCall = globalAt !== 0 && requestAt !== 0 && isNewCall();
  const isSaid = readMessage(end) || load32(sAttend) !== 0;
  zone = -1;
  const isNews = load32(sProgram) !== 0 && isNewsOfSpeaker();
  const isRead = endsTraceback() || isSaid || gap > longestGap || load32(sOddAbove) !== 0 || isCall || isNews;
  if (requestAt !== 0 && (owner >= 0 || code !== 0)) internRequest(owner, isAmbient);
  if (isRead) {
    newRow(begin, lineEnd);
  } else {
    countZone(zone);
    if (gap >= 0) countGap(gap);
  }
  store32(sSkipped, isRead ? 0 : load32(sSkipped) + 1);
  store32(sAboveAt, begin);
  store32(sAboveEnd, lineEnd);
  store32(sAboveSecond, second);
  store32(sAboveMillisecond, millisecond);
  standAbove(isRead);
  if (load32(sCarries) !== 0) noteHead(begin, lineEnd, isRead, 0);
}

/** How far the two times of the line lie apart, as a place among the counts; -1: it has but one. */
let zone: i32 = -1;

/** Whether a prefix says something that has not been told yet. */
function isNewsOfSpeaker(): boolean {
  zone = load32(sHasTime) !== 0 ? zoneOf() : -1;
  const isNew = isNewZone(zone);
  const isKnown = isKnownVoice();
  return isNew || !isKnown;
}

function indexed(begin: i32, end: i32): void {
  const isSaid = readMessage(end);
  const isRead = endsTraceback() || isSaid || load32(sOddAbove) !== 0;
  if (globalAt !== 0 && requestAt !== 0 && load32(sReadCode) !== 0 && isNewCall()) markRead();
  const isTied = owner >= 0 || code !== 0 || isTrouble;
  const request = requestAt !== 0 && isTied ? internRequest(owner, isAmbient) : -1;
  const isPrinted = isTrouble || (load8(sayings + code) & sayingMask) === saysError;
  const isKept = isRead || owner >= 0 || code !== 0;
  if (isKept) {
    const marks = (isRead ? indexedRead : 0) | (isTrouble ? indexedTrouble : 0);
    indexLine(begin, owner, request, code, value, marks);
    if (isPrinted) printRecord(message, end, level);
  }
  const speaker = load32(sProgram) !== 0 ? stream : process;
  if (!isBare || instance >= 0) openRecord(speaker, isPrinted);
  else hangOn(speaker, message, end);
  store32(sAboveAt, offsetOf(begin));
  noteTime();
  store32(sAboveSecond, second);
  store32(sAboveMillisecond, millisecond);
  standAbove(isRead);
  if (load32(sCarries) !== 0) noteHead(offsetOf(begin), 0, isRead, isKept ? load32(sIndexCount) : 0);
}

/** Pages and mails gather lines without regard to the order of time. */
function noteTime(): void {
  const last = load32(sLastSecond);
  const latest = load32(sLastMillisecond);
  // most lines are of the same second as the one above: no branch has to foresee which comes later
  if (second === last) store32(sLastMillisecond, millisecond > latest ? millisecond : latest);
  else if (second > last) noteLast();
  const first = load32(sFirstSecond);
  if (second > first && first !== 0) return;
  if (first === 0 || second < first || millisecond < load32(sFirstMillisecond)) noteFirst();
}

function noteLast(): void {
  store32(sLastSecond, second);
  store32(sLastMillisecond, millisecond);
}

function noteFirst(): void {
  store32(sFirstSecond, second);
  store32(sFirstMillisecond, millisecond);
}

/** The lines below may belong to this one. */
function standAbove(isRead: boolean): void {
  store32(sPlainAbove, mayOpen ? 0 : 1);
  store32(sAboveLogger, logger);
  store32(sAboveProcess, process);
  store32(sAbovePassed, isRead ? 0 : 1);
  store32(sOddAbove, 0);
  store32(sAboveLine, load32(sLines));
  store32(sAboveDay, carriedDay);
  store32(sAboveClock, carriedClock);
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
  const number = load32(sVoice);
  const counts = number < 0 ? gapCounts : voices + number * voiceSize + vGapCounts;
  const at = counts + (load8(gapPlaces + gap) << 2);
  store32(at, load32(at) + 1);
}
