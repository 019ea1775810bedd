// The two times of a line, its own and its prefix's → how many quarters of an hour they lie apart, as
// ZoneWatch counts them.

import { millisecond, second } from './head';
import { daysOf, yearOf } from './calendar';
import { divide, load32, load8, multiply, store32, store8 } from './machine';
import { mostQuarters, sInYear, sYearDay, sYearDays, zoneCounts, zonesSeen } from './prefixLayout';
import { carriedClock, carriedDay, carriedMillisecond } from './prefixTime';

const quarter: i32 = 900_000;
const longestDelay: i32 = 5000;
/** Seconds; farther apart they are nobody's zone. */
const farthest: i32 = 100_000;

/** The place of the distance among the counts, -1: they do not differ by quarters of an hour. */
export function zoneOf(): i32 {
  const seconds = second - multiply(carriedDays(), 86_400) - carriedClock;
  if (seconds > farthest || seconds < -farthest) return -1;
  const apart = seconds * 1000 + millisecond - carriedMillisecond;
  // rounded towards the next quarter, also below zero
  const quarters = divide(apart + (quarter >> 1) + 200 * quarter, quarter) - 200;
  const rest = apart - quarters * quarter;
  const isFar = quarters > mostQuarters || quarters < -mostQuarters;
  return isFar || rest > longestDelay || rest < -longestDelay ? -1 : quarters + mostQuarters;
}

/** A prefix that names no year is of the year of the line's own time. */
function carriedDays(): i32 {
  if (carriedDay >= 0) return carriedDay;
  const day = divide(second, 86_400);
  if (load32(sInYear) !== carriedDay || load32(sYearDay) !== day) {
    store32(sInYear, carriedDay);
    store32(sYearDay, day);
    store32(sYearDays, daysOf(yearOf(day), -carriedDay >> 5, -carriedDay & 31));
  }
  return load32(sYearDays);
}

/** @returns whether it is the first of its kind. */
export function isNewZone(zone: i32): boolean {
  if (zone < 0 || load8(zonesSeen + zone) !== 0) return false;
  store8(zonesSeen + zone, 1);
  return true;
}

export function countZone(zone: i32): void {
  if (zone >= 0) store32(zoneCounts + (zone << 2), load32(zoneCounts + (zone << 2)) + 1);
}
