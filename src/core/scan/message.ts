// The message of a line with a head → what it means: code of its template, value, instance, and whether the
// line is to be read in full. What is found stands in variables until the next line.

import {
  attendForGood, captureBegins, captureEnds, firstId, levelTrace, levelWarning, lMarks, loggers, loggerSize,
  markedAlways, markedAmbient, markedSeen, mCode, mInstance, mMarks, modeIndex, modeRead, mValue, noValue,
  sAttend, scratch, sInstances, sLevels, sMode, sReadCode, watchAttend, watchOpens, wMarks,
} from './layout';
import { instance, isBare, level, logger, message } from './head';
import { intern } from './intern';
import { equalBytes, findByte, load16, load32, load8, readUuid, store32, store8 } from './machine';
import { findTemplate, findWatch, unsure } from './match';
import { internValue } from './values';

export let code: i32 = 0;
export let value: i32 = 0;
/** Number of the instance that the line names, in its tag or in its message; -1: none. */
export let owner: i32 = -1;
export let isAmbient: boolean = false;
/** It may begin a traceback, or go on with one. */
export let mayOpen: boolean = false;
/** It is of a traceback, or of a level from WARNING on; or only its words tell what it says. */
export let isTrouble: boolean = false;

/** @returns whether the line is to be read in full. */
export function readMessage(end: i32): boolean {
  const watch = findWatch(message, end);
  const marks = watch === 0 ? 0 : load16(watch + wMarks);
  if ((marks & watchAttend) !== 0 && load32(sAttend) !== attendForGood) store32(sAttend, 1);
  isTrouble = level === levelTrace || level >= levelWarning || isBare;
  mayOpen = isTrouble || (marks & watchOpens) !== 0 || isUnusual(end);
  const isNew = isFirst();
  const isSaid = follow(end);
  if (load32(sMode) !== modeIndex) return isNew || mayOpen || watch !== 0 || isSaid;
  if (watch !== 0 && (marks & watchOpens) === 0) markRead();
  return isNew || mayOpen || isSaid;
}

/** Some stage may wait for the line: an index that is to know of it gives it a code. */
export function markRead(): void {
  if (code === 0) code = load32(sReadCode);
}

/** The first line of its logger or of its level, or a logger of which every line counts. */
function isFirst(): boolean {
  const at = loggers + logger * loggerSize + lMarks;
  const marks = load8(at);
  const levels = load32(sLevels);
  const isKnown = (marks & markedSeen) !== 0 && (levels & (1 << level)) !== 0;
  if (!isKnown) {
    store8(at, marks | markedSeen);
    store32(sLevels, levels | (1 << level));
  }
  return !isKnown || (marks & markedAlways) !== 0;
}

/** What the tolerant reader might take something off of before it looks at the message. */
function isUnusual(end: i32): boolean {
  if (message >= end) return false;
  const first = load8(message);
  if (first <= 32 || first === 91 || first === 92 || first === 94 || first > 126) return true;
  return load8(end - 1) === 77 && load8(end - 2) === 94;
}

/** Finds the template. @returns whether the line is to be read for what it says. */
function follow(end: i32): boolean {
  code = 0;
  value = noValue;
  owner = instance;
  isAmbient = false;
  const template = isBare ? 0 : findTemplate(logger, message, end);
  if (template === 0) return false;
  if (template === unsure) {
    // an index does not know what it means: that it stands there counts, and its words do
    isTrouble = true;
    return true;
  }
  code = load16(template + mCode);
  const marks = load8(template + mMarks);
  isAmbient = (marks & markedAmbient) !== 0;
  if (load32(sMode) === modeRead) return true;
  readValues(template);
  return false;
}

/** Whether one id stands between two places, and no other: a list may hold several, and what stands behind
 *  the last value is of it. It is left at `firstId`. */
function findOnlyId(from: i32, to: i32): boolean {
  let isFound = false;
  let least = from;
  let dash = findByte(from + 8, to, 45);
  while (dash + 28 <= to) {
    const key = isFound ? scratch : firstId;
    if (dash - 8 < least || readUuid(dash - 8, key) === 0) {
      dash = findByte(dash + 1, to, 45);
      continue;
    }
    if (isFound && !equalBytes(firstId, scratch, 16)) return false;
    isFound = true;
    least = dash + 28;
    dash = findByte(least, to, 45);
  }
  return isFound;
}

/** What an index keeps of it. */
function readValues(template: i32): void {
  const named = load8(template + mInstance);
  if (named !== noValue && instance < 0) {
    const at = load32(captureBegins + (named << 2));
    if (findOnlyId(at, load32(captureEnds + (named << 2)))) owner = intern(sInstances, firstId);
  }
  const kept = load8(template + mValue);
  if (kept !== noValue) {
    value = internValue(load32(captureBegins + (kept << 2)), load32(captureEnds + (kept << 2)));
  }
}
