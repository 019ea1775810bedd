// A text in which the lines of a log follow each other like sentences, for a page took their breaks for
// blanks → these lines, each where its head begins. Whole heads behind each other, in more places than there
// are lines with one, tell of it: a message that quotes another log stands behind a head of its own.

import { isBehindBreak } from './gluedHeads';
import type { Line } from '../model';
import { partOf } from './pageBreaks';
import type { WholeLine } from './rejoin';

const head =
  /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \d{1,7} (?:TRACE|ERROR|CRITICAL|WARNING|AUDIT|INFO|DEBUG) [A-Za-z_][\w.]{0,120} \[(?:-\]|req-)/g;
/** A page may put so much before a line. */
const mostBefore = 8;
const fewest = 3;

export function hasFlowingHeads(lines: readonly Line[]): boolean {
  let [further, alone, begun] = [0, 0, 0];
  for (const { text } of lines) {
    const [first, ...others] = headsIn(text);
    if (!first) continue;
    further += others.length;
    if (others.length === 0) alone += 1;
    else if (first.index <= mostBefore) begun += 1;
  }
  return further >= fewest && further > alone + begun;
}

function headsIn(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(head)].filter(({ index }) => !isBehindBreak(text, index));
}

export function splitAtHeads(whole: WholeLine, next: (line: WholeLine) => void): void {
  let from = 0;
  for (const { index } of headsIn(whole.text)) {
    if (index > from) next(partOf(whole, from, index));
    from = index;
  }
  next(from === 0 ? whole : partOf(whole, from, whole.text.length));
}
