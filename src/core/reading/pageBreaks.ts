// A line of a page that holds several of a log, with `<br>` between them → the lines that a reader sees, each
// at the physical lines on which it stands.

import type { Line } from '../model';
import type { WholeLine } from './rejoin';

const datedBreak = /<br\s?\/?>\s{0,9}\d{4}-\d\d-\d\d[ T]\d\d:/i;
const breaks = /<br\s?\/?>|<\/(?:p|div|li|tr)>/gi;
const opening = /^(?:<(?:p|div|span|li|tr|td|pre|code|tt|font)(?: [^<>]{0,200})?>){1,20}/i;

/** A time stands behind a mark that begins a new line. */
export function hasPageBreaks(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => text.includes('<') && datedBreak.test(text));
}

export function breakLine(whole: WholeLine, next: (line: WholeLine) => void): void {
  const { text } = whole;
  let from = 0;
  for (const { index, 0: mark } of text.includes('<') ? text.matchAll(breaks) : []) {
    next(partOf(whole, from, index));
    from = index + mark.length;
  }
  if (from === 0 || from < text.length) next(partOf(whole, from, text.length));
}

/** A part of a line, without the marks that open it. */
export function partOf({ first, text, joints }: WholeLine, from: number, to: number): WholeLine {
  const [tags = ''] = opening.exec(text.slice(from, to)) ?? [];
  const start = from + tags.length;
  return {
    first: first + joints.filter((joint) => joint <= start).length,
    last: first + joints.filter((joint) => joint < to).length,
    text: text.slice(start, to),
    joints: joints.filter((joint) => joint > start && joint < to).map((joint) => joint - start),
  };
}
