// A line that holds several of a log because the breaks between them were lost → these lines, each where
// its head begins. Only heads tell of it: one with the time and the logger of the head before it, one right
// behind a word, and one behind a head that says nothing.

import type { Line } from '../model';
import { partOf } from './pageBreaks';
import type { WholeLine } from './rejoin';

const head =
  /(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:[.,]\d{1,6})?) (?:\d{1,7} )?(?:TRACE|ERROR|CRITICAL|WARNING|AUDIT|INFO|DEBUG) ([A-Za-z_][\w.]{0,120}) /g;
/** A page may have cut the first one, or put something before it. */
const mostBefore = 8;
const says = /^\s{0,9}(?:\[instance: [\w-]{1,60}\])?\s{0,9}$/;
const writtenBreak = /(?:#012|\\n)$/;

/** The breaks between two lines of a traceback were lost. */
export function hasGluedHeads(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => text.includes(' TRACE ') && placesIn(text).length > 0);
}

export function splitLine(whole: WholeLine, next: (line: WholeLine) => void): void {
  let from = 0;
  for (const place of placesIn(whole.text)) {
    next(partOf(whole, from, place));
    from = place;
  }
  next(from === 0 ? whole : partOf(whole, from, whole.text.length));
}

/** Where a line begins within a text. */
function placesIn(text: string): readonly number[] {
  const places: number[] = [];
  let above: RegExpExecArray | undefined;
  for (const found of text.matchAll(head)) {
    if (!above && found.index > mostBefore) return [];
    if (above && isGlued(text, above, found)) places.push(found.index);
    above = found;
  }
  return places;
}

function isGlued(text: string, above: RegExpExecArray, found: RegExpExecArray): boolean {
  const { index, 1: time, 2: logger } = found;
  const before = text.slice(Math.max(0, index - 4), index);
  if (writtenBreak.test(before)) return false;
  return (time === above[1] && logger === above[2]) || /[\w)\]'"]$/.test(before)
    || says.test(text.slice(above.index + above[0].length, index));
}
