// Rows of a part's columns → places of lines, times, and which rows are one id's.

import { rowWords } from '../../core/scan/columnLayout';
import { indexedRead } from '../../core/scan/layout';
import { wordsOf } from './knownPart';
import type { KnownPart } from './knownPart';
import { markEvent, markRead } from './lines';
import type { LinePlace } from './lines';
import { codeOf, isMarked, millisecondOf } from './part';

/** Rows of one id in one part. */
export interface PartRows {
  readonly part: number;
  readonly rows: Uint32Array;
}

/** @param known the part whose rows they are */
export function placesOf(known: KnownPart | undefined, { rows }: PartRows): readonly LinePlace[] {
  const { begin, line } = known?.entry ?? { begin: 0, line: 0 };
  const places: LinePlace[] = [];
  for (let at = 0; at < rows.length; at += rowWords) {
    const word = rows[at + 4] ?? 0;
    const marks = (isMarked(word, indexedRead) ? markRead : 0) | (codeOf(word) > 0 ? markEvent : 0);
    places.push({ offset: begin + (rows[at] ?? 0), line: line + (rows[at + 1] ?? 0), marks });
  }
  return places;
}

/** Milliseconds since 1970 of a row. */
export function timeOf(rows: Uint32Array, at: number): number {
  return (rows[at + 3] ?? 0) * 1000 + millisecondOf(rows[at + 4] ?? 0);
}

/** @param ends for each id, how many rows end with it */
export function rangeIn(ends: Uint32Array, id: number): { readonly first: number; readonly count: number } {
  const first = id === 0 ? 0 : ends[id - 1] ?? 0;
  return { first, count: (ends[id] ?? first) - first };
}

/** All rows of an id.
 *  @param known the part of that number; undefined: there is none
 *  @param id its number in the part; @returns undefined: it has no rows */
export function rowsOfId(
  known: KnownPart | undefined, part: number, name: 'rows' | 'loose', id: number,
): PartRows | undefined {
  if (!known) return undefined;
  const before = Math.min(id, 1);
  const ends = wordsOf(known, name === 'rows' ? 'rowEnds' : 'looseEnds', id - before, before + 1);
  const { first, count } = rangeIn(ends, before);
  if (count === 0) return undefined;
  return { part, rows: wordsOf(known, name, first * rowWords, count * rowWords) };
}
