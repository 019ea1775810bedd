// A part of a large log, as the scanner has read it: rows by instance, rows of requests that name none, ids,
// and the stretches that are to be read in full. Numbers of ids, bytes and lines count from the part's
// beginning.

import { codeBits, millisecondBits, valueBits } from '../../core/scan/layout';
import type { Section } from './sections';

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
  /** What is said of instances (core/scan/spans.ts). */
  readonly spans: Uint32Array;
  readonly strands: Uint32Array;
  readonly asides: Uint32Array;
}

export interface Part {
  readonly begin: number;
  readonly end: number;
  readonly lines: number;
  /** Pairs: bytes of the part, about every 256 KiB, and how many lines begin in them. */
  readonly marks: Uint32Array;
  /** Lines that have a head of another kind than the scanner reads: what they say of an instance is not
   * here. */
  readonly missed: number;
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
  /** Hosts that services name as their own. */
  readonly hosts: readonly string[];
  /** Rows that say something of an instance, and those of them that name no request. */
  readonly said: number;
  readonly withoutRequest: number;
  readonly sections: Readonly<Record<keyof PartColumns, Section>>;
  readonly ids: PartIds;
}

/** What the log as a whole keeps of the ids of a part. */
export interface PartIds {
  /** Four words each. */
  readonly instances: Uint32Array;
  /** By instance: how many rows it has, and the times of its first and its last one. */
  readonly counts: Uint32Array;
  readonly firstTimes: Float64Array;
  readonly lastTimes: Float64Array;
  /** A word for each request. */
  readonly requests: Uint32Array;
}

const codeMask = (1 << codeBits) - 1;
const millisecondMask = (1 << millisecondBits) - 1;
const valueShift = codeBits + millisecondBits;
const valueMask = (1 << valueBits) - 1;
const markShift = valueShift + valueBits;

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
