// What stands before the words of a line where it differs from line to line → where they begin, the time, and
// who wrote it. A program of few steps reads it (prefixProgram.ts): each step reads once, from left to right,
// and takes no more than the tolerant reader's field of the same name would. What is found stands in
// variables until the next line.

import { copyBytes, equalBytes, findByte, load32, load8, store32 } from './machine';
import {
  classBlank, classDigit, classes, classFile, classHost, classService, classWord, program, sTailBegin,
  sTailLength, stepBlanks, stepData, stepEnd, stepFile, stepGroups, stepHost, stepIsoPrecise,
  stepIsoSeconds, stepLongDate, stepNumber, stepOuterTime, stepPart, stepProcess, stepService, stepStream,
  stepTag, stepText, stepWord, tail,
} from './prefixLayout';
import { sOuterEnd, sOuterTime } from './dressLayout';
import { clearTime, readTime } from './prefixTime';

/** Names stand between two places; 0: there is none. */
export let hostAt: i32 = 0;
export let hostEnd: i32 = 0;
export let serviceAt: i32 = 0;
export let serviceEnd: i32 = 0;
export let carriedProcess: i32 = 0;
/** The tail of the prefix is that of the last line with a head: the same process wrote both. */
export let isSameTail: boolean = false;
/** The program that wrote the line does not say which process it is, as most do. */
export let isOther: boolean = false;
/** Where the tail begins. */
export let tailAt: i32 = 0;

const longestName: i32 = 255;
const longestNumber: i32 = 10;
const longestProcess: i32 = 9;
const longestGroup: i32 = 400;

/** @returns where the words of the line begin, 0: this is another prefix. */
export function readPrefix(begin: i32, end: i32): i32 {
  hostAt = 0;
  serviceAt = 0;
  carriedProcess = 0;
  isSameTail = false;
  isOther = false;
  tailAt = begin;
  clearTime();
  const tailBegin = load32(sTailBegin);
  let at = begin;
  let step = program;
  let kind = load8(step);
  while (kind !== stepEnd) {
    if (step === tailBegin) {
      tailAt = at;
      const length = load32(sTailLength);
      if (length > 0 && equalBytes(tail, at, length) && at + length <= end) {
        isSameTail = true;
        return at + length;
      }
    }
    if (kind === stepText) {
      const length = load8(step + 1);
      if (!equalBytes(step + 2, at, length)) return 0;
      at += length;
      step += length + 2;
    } else {
      at = readField(kind, at);
      if (at === 0) return 0;
      step += 1;
    }
    kind = load8(step);
  }
  return at <= end ? at : 0;
}

/** Lines of this process are known by their tail from here on. */
export function keepTail(bodyAt: i32, longest: i32): void {
  const length = bodyAt - tailAt;
  const isKept = load32(sTailBegin) !== 0 && length <= longest;
  store32(sTailLength, isKept ? length : 0);
  if (isKept) copyBytes(tail, tailAt, length);
}

function readField(kind: i32, at: i32): i32 {
  if (kind <= stepLongDate) return readTime(kind, at);
  switch (kind) {
    case stepHost:
      hostAt = at;
      hostEnd = endOfRun(at, classHost, longestName);
      return hostEnd;
    case stepService:
      serviceAt = at;
      serviceEnd = isDigit(load8(at)) ? 0 : endOfRun(at, classService, longestName);
      return serviceEnd;
    case stepFile:
      serviceAt = at;
      serviceEnd = endOfFile(at);
      return serviceEnd;
    case stepProcess: return readProcess(at);
    case stepTag: return readTag(at);
    case stepNumber: return endOfRun(at, classDigit, longestNumber);
    case stepWord: return endOfRun(at, classWord, longestName);
    case stepBlanks: return endOfRun(at, classBlank, longestName);
    case stepStream: return endOfStream(at);
    case stepPart: return load8(at) === 70 ? at + 1 : 0;
    case stepGroups: return endOfGroups(at);
    case stepData: return load8(at) === 45 ? at + 1 : 0;
    case stepOuterTime: return readOuterTime() ? at : 0;
    default: return 0;
  }
}

/** Whole seconds have no fraction. */
function readOuterTime(): boolean {
  const at = load32(sOuterTime);
  const kind = load8(at + 19) === 46 ? stepIsoPrecise : stepIsoSeconds;
  return readTime(kind, at) === load32(sOuterEnd);
}

function isDigit(code: i32): boolean {
  return code >= 48 && code <= 57;
}

function endOfRun(at: i32, kind: i32, longest: i32): i32 {
  let end = at;
  while ((load8(classes + load8(end)) & kind) !== 0) end += 1;
  return end > at && end - at <= longest ? end : 0;
}

/** A process whose number has no more than one spelling. */
function readProcess(at: i32): i32 {
  let end = at;
  let value: i32 = 0;
  while (isDigit(load8(end)) && end - at < longestProcess) {
    value = value * 10 + load8(end) - 48;
    end += 1;
  }
  carriedProcess = value;
  return value > 0 && load8(at) !== 48 && !isDigit(load8(end)) ? end : 0;
}

/** Other programs beside those that say which process they are. */
function readTag(at: i32): i32 {
  isOther = load8(at) !== 91;
  if (isOther) return at;
  const end = readProcess(at + 1);
  return end > 0 && load8(end) === 93 ? end + 1 : 0;
}

/** `stdout`, `stderr`. */
function endOfStream(at: i32): i32 {
  if (load8(at) !== 115 || load8(at + 1) !== 116 || load8(at + 2) !== 100) return 0;
  const isOut = load8(at + 3) === 111 && load8(at + 4) === 117 && load8(at + 5) === 116;
  const isError = load8(at + 3) === 101 && load8(at + 4) === 114 && load8(at + 5) === 114;
  return isOut || isError ? at + 6 : 0;
}

/** Any number of `[…] `. */
function endOfGroups(at: i32): i32 {
  let end = at;
  while (load8(end) === 91) {
    const close = findByte(end, end + longestGroup, 93);
    if (close >= end + longestGroup || load8(close + 1) !== 32) return 0;
    end = close + 2;
  }
  return end;
}

/** `nova-compute.log`, with its path; `.1` or `-20240506` behind it. `/var/log/syslog` has no ending. */
function endOfFile(at: i32): i32 {
  let end = at;
  let bare: i32 = 0;
  while ((load8(classes + load8(end)) & classFile) !== 0 && !isExtension(end)) {
    if (bare === 0 && load8(end) === 47) bare = endOfBareName(end);
    end += 1;
  }
  if (end === at || end - at > longestName) return 0;
  return isExtension(end) ? endOfRotation(end + 4) : bare;
}

/** 0: none. */
function endOfBareName(at: i32): i32 {
  const isSyslog = load32(at + 1) === 0x6c737973 && load8(at + 5) === 111 && load8(at + 6) === 103;
  const isMessages = load32(at + 1) === 0x7373656d && load32(at + 5) === 0x73656761;
  const end = isSyslog ? at + 7 : isMessages ? at + 9 : 0;
  return end > 0 && load8(end) === 58 ? end : 0;
}

/** What else stands behind a name is for the tolerant reader; behind a blank nothing else could be meant. */
function endOfRotation(at: i32): i32 {
  const mark = load8(at);
  if (mark !== 46 && mark !== 45) return at;
  const all = endOfSuffixes(at);
  if (load8(all) === 32) return all;
  const end = endOfDigits(at + 1);
  const count = end - at - 1;
  return load8(end) === 58 && (mark === 46 ? count > 0 && count < 4 : count === 8) ? end : 0;
}

/** `.1`, `-20240506`, `.2024-05-06_13:53:08`, one behind the other. */
function endOfSuffixes(at: i32): i32 {
  let end = at;
  while (true) {
    const next = endOfSuffix(end);
    if (next === end) return end;
    end = next;
  }
}

function endOfSuffix(at: i32): i32 {
  const mark = load8(at);
  if (mark !== 46 && mark !== 45) return at;
  const end = endOfDigits(at + 1);
  const count = end - at - 1;
  if (count === 4) return isStamp(at + 1) ? at + 20 : at;
  if (mark === 46 && count > 0 && count < 4) return end;
  return count === 8 || count === 10 ? end : at;
}

function endOfDigits(at: i32): i32 {
  let end = at;
  while (isDigit(load8(end))) end += 1;
  return end;
}

/** `2024-05-06_13:53:08`, behind four digits. */
function isStamp(at: i32): boolean {
  return load8(at + 4) === 45 && endOfDigits(at + 5) === at + 7
    && load8(at + 7) === 45 && endOfDigits(at + 8) === at + 10
    && load8(at + 10) === 95 && endOfDigits(at + 11) === at + 13
    && load8(at + 13) === 58 && endOfDigits(at + 14) === at + 16
    && load8(at + 16) === 58 && endOfDigits(at + 17) === at + 19;
}

/** `.log`, `.txt`, `.out`. */
function isExtension(at: i32): boolean {
  const word = load32(at);
  return word === 0x676f6c2e || word === 0x7478742e || word === 0x74756f2e;
}
