// Text at a position → where a timestamp ends there, and its milliseconds. No regular expression, no
// allocation. A zone is passed over and never applied: a log's times stay on the log's own clock.

const digitZero = 48;
const dayLength = 86_400_000;
/** A year that cannot be a log's own: stands where a timestamp names none. 2000 has a 29th of February. */
export const unknownYear = 2000;
const halfYear = 183 * dayLength;

/** Whether a year may have turned between two times that name none: how far apart they are is not known. */
export function mayCrossYears(one: number, other: number): boolean {
  const behind = dayAt(unknownYear + 1, 1, 1);
  return one < behind && other < behind && Math.abs(other - one) > halfYear;
}

function isDigit(code: number): boolean {
  return code >= digitZero && code <= 57;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - digitZero;
  const ones = text.charCodeAt(at + 1) - digitZero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** `YYYY-MM-DD HH:MM:SS` (or with `T`), a fraction and a zone if they follow directly. -1: none here. */
export function endOfDateTime(text: string, at: number): number {
  if (text.charCodeAt(at + 4) !== 45 || text.charCodeAt(at + 7) !== 45) return -1;
  const between = text.charCodeAt(at + 10);
  if (between !== 32 && between !== 84) return -1;
  const month = twoDigits(text, at + 5);
  const day = twoDigits(text, at + 8);
  if (twoDigits(text, at) < 0 || twoDigits(text, at + 2) < 0) return -1;
  if (month < 1 || month > 12 || day < 1 || day > 31) return -1;
  return endOfClock(text, at + 11);
}

/** Milliseconds of what `endOfDateTime` accepted. */
export function dateTimeAt(text: string, at: number): number {
  const year = twoDigits(text, at) * 100 + twoDigits(text, at + 2);
  return dayAt(year, twoDigits(text, at + 5), twoDigits(text, at + 8)) + clockAt(text, at + 11);
}

/**
 * Milliseconds of what `endOfDateTime` accepted where a service logged it. Up to Grizzly Nova's `log.py`
 * wrote `%(msecs)d` without padding: behind a blank, `.7` and `.70` are 7 and 70 milliseconds.
 */
export function loggedTimeAt(text: string, at: number): number {
  const time = dateTimeAt(text, at);
  if (text.charCodeAt(at + 10) !== 32 || text.charCodeAt(at + 19) !== 46) return time;
  const end = endOfFraction(text, at + 19);
  if (end > at + 22 || text.charCodeAt(end) !== 32) return time;
  return time - (time % 1000) + Number(text.slice(at + 20, end));
}

/** `HH:MM:SS` with fraction and zone. -1: none here. */
export function endOfClock(text: string, at: number): number {
  if (text.charCodeAt(at + 2) !== 58 || text.charCodeAt(at + 5) !== 58) return -1;
  const hour = twoDigits(text, at);
  const minute = twoDigits(text, at + 3);
  const second = twoDigits(text, at + 6);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return -1;
  return endOfZone(text, endOfFraction(text, at + 8));
}

function endOfFraction(text: string, at: number): number {
  const mark = text.charCodeAt(at);
  if ((mark !== 46 && mark !== 44) || !isDigit(text.charCodeAt(at + 1))) return at;
  let end = at + 2;
  while (end < at + 10 && isDigit(text.charCodeAt(end))) end += 1;
  return isToldTwice(text, at) ? at + 8 : end;
}

/** `,899.899`: oslo.log adds milliseconds to a time to which Python has added them unless a format is set. */
function isToldTwice(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 44 || text.charCodeAt(at + 4) !== 46) return false;
  if (isDigit(text.charCodeAt(at + 8))) return false;
  for (let i = 1; i < 8; i += 1) if (i !== 4 && !isDigit(text.charCodeAt(at + i))) return false;
  return true;
}

function endOfZone(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (sign === 90) return at + 1;
  if ((sign !== 43 && sign !== 45) || twoDigits(text, at + 1) < 0) return at;
  const colon = text.charCodeAt(at + 3) === 58 ? 1 : 0;
  return twoDigits(text, at + 3 + colon) < 0 ? at : at + 5 + colon;
}

/** Milliseconds since midnight of what `endOfClock` accepted. */
export function clockAt(text: string, at: number): number {
  const seconds = twoDigits(text, at) * 3600 + twoDigits(text, at + 3) * 60 + twoDigits(text, at + 6);
  let milliseconds = 0;
  const mark = text.charCodeAt(at + 8);
  if (mark === 46 || mark === 44) {
    const first = isToldTwice(text, at + 8) ? at + 13 : at + 9;
    for (let i = 0, unit = 100; i < 3; i += 1, unit /= 10) {
      const code = text.charCodeAt(first + i);
      if (!isDigit(code)) break;
      milliseconds += (code - digitZero) * unit;
    }
  }
  return seconds * 1000 + milliseconds;
}

/** Milliseconds at the beginning of a day, counted without `Date`: this runs once per line. */
export function dayAt(year: number, month: number, day: number): number {
  // Years begin in March here, so that the leap day is a year's last.
  const y = month < 3 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month < 3 ? month + 9 : month - 3) + 2) / 5) + day - 1;
  const days = y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
  return days * dayLength;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** From 1 on, by its first letters; 0: it is none. */
export function monthAt(text: string, at: number): number {
  for (let i = 0; i < 12; i += 1) if (text.startsWith(monthNames[i] ?? '', at)) return i + 1;
  return 0;
}

/** `Nov 20 10:00:00` as syslog writes it: no year, the day padded with a blank. -1: none here. */
export function endOfMonthDay(text: string, at: number): number {
  if (text.charCodeAt(at + 3) !== 32 || text.charCodeAt(at + 6) !== 32 || monthAt(text, at) === 0) return -1;
  return dayOfMonthAt(text, at + 4) < 1 ? -1 : endOfClock(text, at + 7);
}

/** Milliseconds of what `endOfMonthDay` accepted, in the year 2000. */
export function monthDayAt(text: string, at: number): number {
  return dayAt(unknownYear, monthAt(text, at), dayOfMonthAt(text, at + 4)) + clockAt(text, at + 7);
}

function dayOfMonthAt(text: string, at: number): number {
  if (text.charCodeAt(at) !== 32) return twoDigits(text, at);
  const code = text.charCodeAt(at + 1);
  return isDigit(code) ? code - digitZero : -1;
}

/** `08-26 14:23:39`, month and day in digits. -1: none here. */
export function endOfShortDate(text: string, at: number): number {
  if (text.charCodeAt(at + 2) !== 45 || text.charCodeAt(at + 5) !== 32) return -1;
  const month = twoDigits(text, at);
  const day = twoDigits(text, at + 3);
  return month < 1 || month > 12 || day < 1 || day > 31 ? -1 : endOfClock(text, at + 6);
}

/** Milliseconds of what `endOfShortDate` accepted, in the year 2000. */
export function shortDateAt(text: string, at: number): number {
  return dayAt(unknownYear, twoDigits(text, at), twoDigits(text, at + 3)) + clockAt(text, at + 6);
}

/** `Wed May 14 04:26:13.123456 2025`, as httpd writes it. -1: none here. */
export function endOfLongDate(text: string, at: number): number {
  const end = text.charCodeAt(at + 3) === 32 ? endOfMonthDay(text, at + 4) : -1;
  if (end < 0 || text.charCodeAt(end) !== 32) return -1;
  return twoDigits(text, end + 1) < 0 || twoDigits(text, end + 3) < 0 ? -1 : end + 5;
}

/** Milliseconds of what `endOfLongDate` accepted. */
export function longDateAt(text: string, at: number): number {
  const end = endOfLongDate(text, at);
  const year = twoDigits(text, end - 4) * 100 + twoDigits(text, end - 2);
  return dayAt(year, monthAt(text, at + 4), dayOfMonthAt(text, at + 8)) + clockAt(text, at + 11);
}
