// A part of a large log, as the scanner has read it: rows by instance, rows of requests that name none, ids,
// and the stretches that are to be read in full. Numbers of ids, bytes and lines count from the part's
// beginning.

import { codeBits, indexedRead, indexRowSize, millisecondBits, valueBits } from '../../core/scan/layout';
import type { IndexFields } from '../../core/scan/indexFields';

/** Words of a row: offset, line, number of the request plus one, seconds, and the scanner's word. */
export const rowWords = 5;
/** Words of a stretch: where its first and its last line begin, and their numbers. */
export const stretchWords = 4;

/** The columns of a part; each is a section of the index. */
export interface PartColumns {
  /** By instance, each in the order of the log. */
  readonly rows: Uint32Array;
  /** By instance: how many rows end with it. */
  readonly rowEnds: Uint32Array;
  /** Four words each. */
  readonly instances: Uint32Array;
  /** By request: rows that name no instance. */
  readonly loose: Uint32Array;
  readonly looseEnds: Uint32Array;
  readonly requests: Uint32Array;
  readonly requestSlots: Uint32Array;
  /** By request: 0 no instance, 0xffffffff several, else its number plus one. */
  readonly ties: Uint32Array;
  readonly stretches: Uint32Array;
}

export interface Part {
  readonly begin: number;
  readonly end: number;
  readonly lines: number;
  /** Milliseconds since 1970 of the first and of the last line with a head; undefined: there is none. */
  readonly times: readonly [first: number, last: number] | undefined;
  /** It ends within a line, for the log does. */
  readonly isCut: boolean;
  /** Texts that rows name by number. */
  readonly values: readonly string[];
  readonly loggers: readonly string[];
  /** A bit for each level. */
  readonly levels: number;
  /** Codes of templates that occur. */
  readonly codes: readonly number[];
  readonly columns: PartColumns;
}

const inputWords = indexRowSize >> 2;
const codeMask = (1 << codeBits) - 1;
const millisecondMask = (1 << millisecondBits) - 1;
const valueShift = codeBits + millisecondBits;
const valueMask = (1 << valueBits) - 1;
const markShift = valueShift + valueBits;
/** Lines that are to be read and stand no farther apart are one stretch. */
export const nearLines = 12;
const longestStretch = 1 << 20;

/** The code of the template that a row's word names; 0: none. */
export function codeOf(word: number): number {
  return word & codeMask;
}

export function millisecondOf(word: number): number {
  return (word >>> codeBits) & millisecondMask;
}

/** The number of a text that is kept of the line. */
export function valueOf(word: number): number {
  return (word >>> valueShift) & valueMask;
}

/** Whether a row's word has one of the scanner's marks. */
export function isMarked(word: number, mark: number): boolean {
  return ((word >>> markShift) & mark) !== 0;
}

/** The columns of what the scanner has found in a part. */
export function columnsOf(fields: IndexFields): PartColumns {
  const input = fields.rows();
  const instances = fields.instances().words.slice();
  const requests = fields.requests();
  const [rows, rowEnds] = sorted(input, 2, instances.length >> 2, isAny);
  const [loose, looseEnds] = sorted(input, 3, requests.words.length >> 2, isLoose);
  return {
    rows, rowEnds, instances, loose, looseEnds, stretches: stretchesIn(input),
    requests: requests.words.slice(), requestSlots: requests.slots.slice(),
    ties: new Uint32Array(fields.ties()),
  };
}

/** The codes among rows. */
export function codesIn(input: Uint32Array): readonly number[] {
  const seen = new Uint8Array(codeMask + 1);
  for (let at = inputWords - 1; at < input.length; at += inputWords) seen[codeOf(input[at] ?? 0)] = 1;
  return Array.from(seen, (is, code) => (is === 1 ? code : 0)).filter((code) => code > 0);
}

function isAny(): boolean {
  return true;
}

function isLoose(input: Uint32Array, at: number): boolean {
  return input[at + 2] === 0;
}

// a counting sort: rows of one id stay in their order
function sorted(
  input: Uint32Array, key: number, count: number, isWanted: (input: Uint32Array, at: number) => boolean,
): readonly [rows: Uint32Array, ends: Uint32Array] {
  const ends = new Uint32Array(count);
  let total = 0;
  for (let at = 0; at < input.length; at += inputWords) {
    const id = input[at + key] ?? 0;
    if (id === 0 || !isWanted(input, at)) continue;
    ends[id - 1] = (ends[id - 1] ?? 0) + 1;
    total += 1;
  }
  const rows = new Uint32Array(total * rowWords);
  let before = 0;
  for (let id = 0; id < count; id++) {
    const own = ends[id] ?? 0;
    ends[id] = before;
    before += own;
  }
  for (let at = 0; at < input.length; at += inputWords) {
    const id = input[at + key] ?? 0;
    if (id === 0 || !isWanted(input, at)) continue;
    const row = ends[id - 1] ?? 0;
    ends[id - 1] = row + 1;
    const to = row * rowWords;
    rows[to] = input[at] ?? 0;
    rows[to + 1] = input[at + 1] ?? 0;
    rows[to + 2] = input[at + 3] ?? 0;
    rows[to + 3] = input[at + 4] ?? 0;
    rows[to + 4] = input[at + 5] ?? 0;
  }
  return [rows, ends];
}

function stretchesIn(input: Uint32Array): Uint32Array {
  const found: number[] = [];
  let last = -1;
  for (let at = 0; at < input.length; at += inputWords) {
    if (!isMarked(input[at + 5] ?? 0, indexedRead)) continue;
    const offset = input[at] ?? 0;
    const line = input[at + 1] ?? 0;
    const gap = last < 0 ? -1 : line - (found[last + 3] ?? 0);
    if (gap >= 0 && gap <= nearLines && offset - (found[last] ?? 0) <= longestStretch) {
      found[last + 1] = offset;
      found[last + 3] = line;
    } else {
      last = found.push(offset, offset, line, line) - stretchWords;
    }
  }
  return Uint32Array.from(found);
}
