// Digits and dates as bytes → numbers; days are counted from 1970.

import { divide, load8 } from './machine';

/** -1: no two digits stand here. */
export function twoDigits(at: i32): i32 {
  const tens = load8(at) - 48;
  const ones = load8(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

export function daysOf(year: i32, month: i32, day: i32): i32 {
  // years begin in March here, so that the leap day is a year's last
  const y = month < 3 ? year - 1 : year;
  const dayOfYear = divide(153 * (month < 3 ? month + 9 : month - 3) + 2, 5) + day - 1;
  return y * 365 + (y >> 2) - divide(y, 100) + divide(y, 400) + dayOfYear - 719468;
}

/** `2024-05-06`; -1: no date between 1970 and 2037, which are the seconds of 31 bits. */
export function daysAt(at: i32): i32 {
  if (load8(at + 4) !== 45 || load8(at + 7) !== 45) return -1;
  const century = twoDigits(at);
  const years = twoDigits(at + 2);
  const month = twoDigits(at + 5);
  const day = twoDigits(at + 8);
  if (century < 0 || years < 0 || month < 1 || month > 12 || day < 1 || day > 31) return -1;
  const year = century * 100 + years;
  return year < 1970 || year > 2037 ? -1 : daysOf(year, month, day);
}

/** `09:00:01` → seconds of the day; -1: none. */
export function clockAt(at: i32): i32 {
  if (load8(at + 2) !== 58 || load8(at + 5) !== 58) return -1;
  const hour = twoDigits(at);
  const minute = twoDigits(at + 3);
  const seconds = twoDigits(at + 6);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || seconds < 0 || seconds > 60) return -1;
  return hour * 3600 + minute * 60 + seconds;
}

/** The year in which a day lies. */
export function yearOf(days: i32): i32 {
  const z = days + 719468;
  const era = divide(z, 146097);
  const ofEra = z - era * 146097;
  const year = divide(ofEra - divide(ofEra, 1460) + divide(ofEra, 36524) - divide(ofEra, 146096), 365);
  const ofYear = ofEra - (365 * year + (year >> 2) - divide(year, 100));
  // in January and February the year that began in March is the one before
  return year + era * 400 + (ofYear >= 306 ? 1 : 0);
}
