// A line that holds several of a log because the breaks between them were lost → these lines, each where
// its head begins. Only heads tell of it: one with the time and the logger of the head before it, one right
// behind a word, and one behind a head that says nothing; up to Essex also what stands before the lines of a
// traceback.

import type { Line } from '../model';
import { partOf } from './pageBreaks';
import type { WholeLine } from './rejoin';

const head =
  /(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:[.,]\d{1,6})?) (?:\d{1,7} )?(?:TRACE|ERROR|CRITICAL|WARNING|AUDIT|INFO|DEBUG) ([A-Za-z_][\w.]{0,120}) /g;
/** A page may have cut the first one, or put something before it. */
const mostBefore = 8;
const says = /^\s{0,9}(?:\[instance: [\w-]{1,60}\])?\s{0,9}$/;
/** With where it was logged a line of DEBUG ends. */
const debugEnd = /\.py:\d{1,6} $/;
const writtenBreak = /(?:#012|\\n)$/;

const tracePrefix = /^[\s>]{0,8}(\([\w.]{1,120}\): TRACE:)/;

/** The breaks between two lines of a traceback were lost. */
export function hasGluedHeads(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => (
    (text.includes(' TRACE ') || repeatsHead(text) || tracePrefix.test(text)) && placesIn(text).length > 0));
}

/** From Mitaka on lines of a traceback are ERROR, as others are: these have the same time and logger. */
function repeatsHead(text: string): boolean {
  const at = text.indexOf(' ERROR ');
  if (at < 0 || text.indexOf(' ERROR ', at + 1) < 0) return false;
  const heads = [...text.matchAll(head)];
  return heads.some((one, index) => isAlike(heads[index - 1], one));
}

function isAlike(above: RegExpExecArray | undefined, found: RegExpExecArray): boolean {
  return above !== undefined && found[1] === above[1] && found[2] === above[2];
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
  const prefix = tracePrefix.exec(text);
  if (prefix) return placesOf(prefix[1] ?? '', text, prefix[0].length);
  const places: number[] = [];
  let above: RegExpExecArray | undefined;
  for (const found of text.matchAll(head)) {
    if (!above && found.index > mostBefore) return [];
    if (above && isGlued(text, above, found)) places.push(found.index);
    above = found;
  }
  return places;
}

function placesOf(prefix: string, text: string, from: number): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(prefix, from); at >= 0; at = text.indexOf(prefix, at + 1)) places.push(at);
  return places;
}

function isGlued(text: string, above: RegExpExecArray, found: RegExpExecArray): boolean {
  const { index } = found;
  if (isBehindBreak(text, index)) return false;
  const before = text.slice(Math.max(0, index - 16), index);
  return isAlike(above, found) || /[\w)\]'"]$/.test(before) || debugEnd.test(before)
    || says.test(text.slice(above.index + above[0].length, index));
}

/** Whether the break before a head was written out: then it is not lost. */
export function isBehindBreak(text: string, place: number): boolean {
  return writtenBreak.test(text.slice(Math.max(0, place - 4), place));
}
