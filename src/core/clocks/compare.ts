// Two places in the logs of a set → which of them was first, as far as the logs themselves allow to say.

import { readClocks, type ClockWork } from './clocks';
import type { ClockNode } from './clockMap';
import type { Analysis, Place } from '../model';

export type TimeOrder = 'before' | 'after' | 'same' | 'unknown';

const works = new WeakMap<Analysis, { readonly work: ClockWork | undefined }>();

function workOf(analysis: Analysis): ClockWork | undefined {
  const known = works.get(analysis);
  if (known) return known.work;
  const work = readClocks(analysis.digests);
  works.set(analysis, { work });
  return work;
}

/**
 * Whether `a` was before or after `b`. In one log the lines say it; by one clock the times; by two clocks the
 * times only where they lie farther apart than the clocks can.
 */
export function compareTimes(analysis: Analysis, a: Place, b: Place): TimeOrder {
  const work = workOf(analysis);
  if (a.source === b.source) return compareInLog(work, a, b);
  if (a.time === undefined || b.time === undefined) return 'unknown';
  if (!work) return order(b.time - a.time, b.time - a.time);
  const one = work.map.onlyNodeOf(a.source);
  const other = work.map.onlyNodeOf(b.source);
  if (!one || !other) return 'unknown';
  if (one === other) return order(b.time - a.time, b.time - a.time);
  return byBounds(work, one, other, b.time - a.time);
}

// Several hosts' lines may have been put into one log by their times.
function compareInLog(work: ClockWork | undefined, a: Place, b: Place): TimeOrder {
  if (a.line === b.line) return 'same';
  if (work && !work.map.onlyNodeOf(a.source)) return 'unknown';
  return a.line < b.line ? 'before' : 'after';
}

function byBounds({ bounds }: ClockWork, one: ClockNode, other: ClockNode, apart: number): TimeOrder {
  const most = bounds.most(one.number, other.number);
  const least = bounds.most(other.number, one.number);
  // what is left of the difference when the other clock is at most, or at least, so far ahead
  return order(apart - (most?.most ?? Infinity), apart + (least?.most ?? Infinity));
}

function order(least: number, most: number): TimeOrder {
  if (least > 0) return 'before';
  if (most < 0) return 'after';
  return least === 0 && most === 0 ? 'same' : 'unknown';
}
