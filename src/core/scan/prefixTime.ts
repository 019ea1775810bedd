// The time in a prefix, in the spellings of journald, syslog, container runtimes and httpd → day, second of
// the day, milliseconds. What is found stands in variables until the next line.

import { clockAt, daysAt, daysOf, twoDigits } from './calendar';
import { copyBytes, equalBytes, load32, load8, multiply, store32 } from './machine';
import {
  sCarriedClock, sCarriedDate, sCarriedDay, sCarriedSecond, stepDateMicroseconds, stepDateTime,
  stepIsoPrecise, stepIsoSeconds, stepLongDate, stepMonthDay, stepMonthDayPrecise,
} from './prefixLayout';

/** Days since 1970; where the prefix names no year 32 for each month and the day, below zero. */
export let carriedDay: i32 = 0;
/** Seconds of the day, and milliseconds. */
export let carriedClock: i32 = 0;
export let carriedMillisecond: i32 = 0;

/** As the tolerant reader has it. */
const yearOfNone: i32 = 2000;

export function clearTime(): void {
  carriedDay = 0;
  carriedClock = 0;
  carriedMillisecond = 0;
}

/** Seconds since 1970. */
export function carriedSecond(): i32 {
  const days = carriedDay < 0 ? daysOf(yearOfNone, -carriedDay >> 5, -carriedDay & 31) : carriedDay;
  return multiply(days, 86400) + carriedClock;
}

/** @returns where the time ends, 0: none of this kind stands here. */
export function readTime(kind: i32, at: i32): i32 {
  if (kind === stepLongDate) return readLongDate(at);
  const isMonthDay = kind === stepMonthDay || kind === stepMonthDayPrecise;
  if (isMonthDay ? !readMonthDay(at) : !readIsoDate(kind, at)) return 0;
  const clock = at + (isMonthDay ? 7 : 11);
  if (!readClock(clock)) return 0;
  const end = readFraction(clock + 8);
  if (end === 0) return 0;
  const digits = end - clock - 9;
  switch (kind) {
    case stepMonthDay: return digits < 0 ? end : 0;
    case stepMonthDayPrecise: return digits > 0 ? end : 0;
    case stepIsoSeconds: return digits < 0 ? endOfZone(end) : 0;
    case stepIsoPrecise: return digits > 0 ? endOfZone(end) : 0;
    case stepDateMicroseconds: return digits === 6 ? end : 0;
    default: return endOfZone(end);
  }
}

function readIsoDate(kind: i32, at: i32): boolean {
  const isBlank = kind === stepDateTime || kind === stepDateMicroseconds;
  if (load8(at + 10) !== (isBlank ? 32 : 84)) return false;
  if (!equalBytes(sCarriedDate, at, 10)) {
    const days = daysAt(at);
    if (days < 0) return false;
    store32(sCarriedDay, days);
    copyBytes(sCarriedDate, at, 10);
  }
  carriedDay = load32(sCarriedDay);
  return true;
}

/** `May  6 `. */
function readMonthDay(at: i32): boolean {
  if (!equalBytes(sCarriedDate, at, 7)) {
    const day = monthDayAt(at);
    if (day === 0) return false;
    store32(sCarriedDay, day);
    copyBytes(sCarriedDate, at, 7);
  }
  carriedDay = load32(sCarriedDay);
  return true;
}

/** Below zero; 0: none. */
function monthDayAt(at: i32): i32 {
  const month = monthAt(at);
  if (month === 0 || load8(at + 3) !== 32 || load8(at + 6) !== 32) return 0;
  const isPadded = load8(at + 4) === 32;
  const day = isPadded ? (isDigit(load8(at + 5)) ? load8(at + 5) - 48 : -1) : twoDigits(at + 4);
  if (day < 1 || day > (month === 2 ? 29 : 31)) return 0;
  return -(month * 32 + day);
}

/** From 1; 0: none. */
function monthAt(at: i32): i32 {
  switch (load8(at) | (load8(at + 1) << 8) | (load8(at + 2) << 16)) {
    case 0x6e614a: return 1;
    case 0x626546: return 2;
    case 0x72614d: return 3;
    case 0x727041: return 4;
    case 0x79614d: return 5;
    case 0x6e754a: return 6;
    case 0x6c754a: return 7;
    case 0x677541: return 8;
    case 0x706553: return 9;
    case 0x74634f: return 10;
    case 0x766f4e: return 11;
    case 0x636544: return 12;
    default: return 0;
  }
}

/** `Mon May  6 08:00:00.123456 2024`, as httpd writes it. */
function readLongDate(at: i32): i32 {
  if (load8(at + 3) !== 32 || load8(at) < 65) return 0;
  const day = monthDayAt(at + 4);
  if (day === 0 || !readClock(at + 11)) return 0;
  const end = readFraction(at + 19);
  if (end === 0 || load8(end) !== 32) return 0;
  const century = twoDigits(end + 1);
  const years = twoDigits(end + 3);
  const year = century * 100 + years;
  if (century < 0 || years < 0 || year < 1970 || year > 2037) return 0;
  carriedDay = daysOf(year, -day >> 5, -day & 31);
  return end + 5;
}

function readClock(at: i32): boolean {
  if (load32(at) !== load32(sCarriedClock) || load32(at + 4) !== load32(sCarriedClock + 4)) {
    const clock = clockAt(at);
    // a leap second is the next day's first to the tolerant reader
    if (clock < 0 || load8(at + 6) > 53) return false;
    store32(sCarriedSecond, clock);
    copyBytes(sCarriedClock, at, 8);
  }
  carriedClock = load32(sCarriedSecond);
  return true;
}

/** @returns behind the fraction of a second, if there is one; 0: it is none. */
function readFraction(at: i32): i32 {
  const mark = load8(at);
  if (mark !== 46 && mark !== 44) return at;
  let end = at + 1;
  let unit: i32 = 100;
  while (isDigit(load8(end)) && end < at + 10) {
    if (end < at + 4) carriedMillisecond += (load8(end) - 48) * unit;
    if (end === at + 1) unit = 10;
    else if (end === at + 2) unit = 1;
    end += 1;
  }
  return end > at + 1 ? end : 0;
}

function endOfZone(at: i32): i32 {
  const sign = load8(at);
  if (sign === 90) return at + 1;
  if ((sign !== 43 && sign !== 45) || twoDigits(at + 1) < 0) return at;
  const colon = load8(at + 3) === 58 ? 1 : 0;
  return twoDigits(at + 3 + colon) < 0 ? at : at + 5 + colon;
}

function isDigit(code: i32): boolean {
  return code >= 48 && code <= 57;
}
