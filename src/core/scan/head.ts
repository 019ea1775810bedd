// A line that oslo.log wrote in its usual way → time, process, level, logger, ids and where the message
// begins. Every other line is odd: the tolerant reader takes it. What is found stands in variables until the
// next line.

import {
  levelAudit, levelCritical, levelDebug, levelError, levelInfo, levelTrace, levelWarning, requestKey,
  sCalls, sClock, scratch, sDate, sDay, sInstances, sSecond, tCount,
} from './layout';
import { clockAt, daysAt, twoDigits } from './calendar';
import {
  copyBytes, findByte, load16, load32, load8, multiply, readUuid, skipBlanks, store32,
} from './machine';
import { intern } from './intern';
import { internLogger } from './loggerNames';
import { carriedProcess, isSameTail } from './prefix';
import { headWithoutProcess, sStream, stProcess } from './prefixLayout';
import { carriedMillisecond, carriedSecond } from './prefixTime';

export let second: i32 = 0;
export let millisecond: i32 = 0;
export let process: i32 = 0;
export let level: i32 = 0;
export let logger: i32 = 0;
/** Without any context: a line of a traceback, or a statement whose context was cut out. */
export let isBare: boolean = false;
/** Where the 36 letters of the request's id stand, 0: it has none. Its 16 bytes stand at `requestKey`. */
export let requestAt: i32 = 0;
/** Where the letters of the caller's id stand, 0: the line names none. */
export let globalAt: i32 = 0;
/** Number of the instance of the tag, -1: there is none. */
export let instance: i32 = -1;
export let message: i32 = 0;

const lengthOfTime: i32 = 24;
const shortestHead: i32 = 30;
const longestContext: i32 = 1024;
const mostDigits: i32 = 9;
const wordsWithGlobal: i32 = 7;

/** @returns whether the line is canonical. */
export function readHead(begin: i32, end: i32): boolean {
  if (end - begin < 40 || !readTime(begin)) return false;
  let at = begin + lengthOfTime;
  let digit = load8(at) - 48;
  if (digit < 1 || digit > 9) return false;
  let value: i32 = 0;
  const processAt = at;
  while (digit >= 0 && digit <= 9 && at - processAt < mostDigits) {
    value = value * 10 + digit;
    at += 1;
    digit = load8(at) - 48;
  }
  if (load8(at) !== 32) return false;
  process = value;
  return readWriter(at + 1, end);
}

/** A head that DevStack's services write: who they are, and when it was, only the prefix may say.
 *  @returns whether the line is canonical. */
export function readShortHead(begin: i32, end: i32, kind: i32): boolean {
  if (end - begin < shortestHead) return false;
  // a tail that was known is not read again
  process = isSameTail ? load32(load32(sStream) + stProcess) : carriedProcess;
  if (kind === headWithoutProcess) return readTime(begin) && readWriter(begin + lengthOfTime, end);
  second = carriedSecond();
  millisecond = carriedMillisecond;
  return readWriter(begin, end);
}

function readWriter(levelAt: i32, end: i32): boolean {
  const at = readLevel(levelAt);
  if (at === 0) return false;
  const loggerEnd = findByte(at, end, 32);
  if (loggerEnd >= end) return false;
  logger = internLogger(at, loggerEnd - at);
  return logger >= 0 && readContext(loggerEnd + 1, end);
}

function readTime(at: i32): boolean {
  const between = load8(at + 10);
  const mark = load8(at + 19);
  if ((between !== 32 && between !== 84) || (mark !== 46 && mark !== 44)) return false;
  if (load8(at + 23) !== 32) return false;
  const isDate = load32(at) === load32(sDate) && load32(at + 4) === load32(sDate + 4)
    && load16(at + 8) === load16(sDate + 8);
  if (!isDate && !readDate(at)) return false;
  if (load32(at + 11) !== load32(sClock) || load32(at + 15) !== load32(sClock + 4)) {
    if (!readClock(at + 11)) return false;
  }
  second = load32(sDay) + load32(sSecond);
  const hundreds = load8(at + 20) - 48;
  const rest = twoDigits(at + 21);
  if (hundreds < 0 || hundreds > 9 || rest < 0) return false;
  millisecond = hundreds * 100 + rest;
  return true;
}

function readDate(at: i32): boolean {
  const days = daysAt(at);
  if (days < 0) return false;
  store32(sDay, multiply(days, 86400));
  copyBytes(sDate, at, 10);
  return true;
}

function readClock(at: i32): boolean {
  const clock = clockAt(at);
  if (clock < 0) return false;
  store32(sSecond, clock);
  copyBytes(sClock, at, 8);
  return true;
}

/** @returns where the logger begins, 0: no level stands here. */
function readLevel(at: i32): i32 {
  const rest = load32(at + 4);
  switch (load32(at)) {
    case 0x4f464e49: level = levelInfo; return (rest & 0xff) === 32 ? at + 5 : 0;
    case 0x55424544: level = levelDebug; return (rest & 0xffff) === 0x2047 ? at + 6 : 0;
    case 0x4e524157: level = levelWarning; return rest === 0x20474e49 ? at + 8 : 0;
    case 0x4f525245: level = levelError; return (rest & 0xffff) === 0x2052 ? at + 6 : 0;
    case 0x43415254: level = levelTrace; return (rest & 0xffff) === 0x2045 ? at + 6 : 0;
    case 0x49445541: level = levelAudit; return (rest & 0xffff) === 0x2054 ? at + 6 : 0;
    case 0x54495243: level = levelCritical; return rest === 0x4c414349 && load8(at + 8) === 32 ? at + 9 : 0;
    default: return 0;
  }
}

function readContext(from: i32, end: i32): boolean {
  let at = from;
  isBare = true;
  requestAt = 0;
  globalAt = 0;
  if (at < end && load8(at) === 91) {
    const next = load8(at + 1);
    if (next === 45) {
      if (load8(at + 2) !== 93 || at + 3 > end) return false;
      isBare = false;
      at += 3;
    } else if (next === 114 || next === 78) {
      at = readIds(at + 1, end);
      if (at === 0) return false;
      isBare = false;
    } else if (next !== 105) {
      return false;
    }
    if (!isBare && at < end && load8(at) === 32) at += 1;
  }
  return readTag(at, end);
}

/** `req-… …]`, `None req-… …]`, `req-GLOBAL req-LOCAL …]` → behind the bracket; 0: something else. */
function readIds(at: i32, end: i32): i32 {
  let id = at;
  let hasNone = false;
  if (load8(at) === 78) {
    if (load32(at) !== 0x656e6f4e || load8(at + 4) !== 32) return 0;
    id = at + 5;
  } else if (at + 45 < end && load32(at + 41) === 0x2d716572) {
    if (!isRequest(at, end)) return 0;
    globalAt = at + 4;
    id = at + 41;
  } else {
    hasNone = at + 45 < end && load32(at + 41) === 0x656e6f4e;
  }
  if (!isRequest(id, end)) return 0;
  const limit = at + longestContext < end ? at + longestContext : end;
  const close = findByte(id + 40, limit, 93);
  if (close >= limit) return 0;
  // a global id alone, or a user that has no name
  const isGlobal = hasNone && countWords(at, close) >= wordsWithGlobal;
  requestAt = isGlobal ? 0 : id + 4;
  return close + 1;
}

function countWords(at: i32, close: i32): i32 {
  let count: i32 = 1;
  for (let i = at; i < close; i++) if (load8(i) === 32) count += 1;
  return count;
}

function isRequest(at: i32, end: i32): boolean {
  if (at + 41 > end || load32(at) !== 0x2d716572 || readUuid(at + 4, requestKey) !== 1) return false;
  const next = load8(at + 40);
  return next === 32 || next === 93;
}

function readTag(at: i32, end: i32): boolean {
  instance = -1;
  message = at;
  if (at >= end) return true;
  if (load8(at) !== 91) return load8(at) !== 32 || !isBracketBehind(at, end);
  // what looks like a tag and is not spelled as usual is for the tolerant reader
  if (load8(at + 1) !== 105) return load8(at + 1) !== 73 && load8(at + 2) !== 110;
  if (at + 48 > end || load32(at + 1) !== 0x74736e69 || load32(at + 5) !== 0x65636e61) return false;
  if (load16(at + 9) !== 0x203a || load8(at + 47) !== 93 || readUuid(at + 11, scratch) === 0) return false;
  instance = intern(sInstances, scratch);
  message = at + 48;
  if (message < end && load8(message) === 32) message += 1;
  return true;
}

/** A person cut a bracket out and left its blanks; indented words of a traceback begin with no bracket. */
function isBracketBehind(from: i32, end: i32): boolean {
  const at = skipBlanks(from, end);
  return at < end && load8(at) === 91;
}

/** Whether no line before had these two requests, of a caller and its callee. */
export function isNewCall(): boolean {
  const known = load32(sCalls + tCount);
  readUuid(globalAt, scratch);
  for (let i: i32 = 0; i < 16; i += 4) store32(scratch + i, load32(scratch + i) ^ load32(requestKey + i));
  return intern(sCalls, scratch) === known;
}
