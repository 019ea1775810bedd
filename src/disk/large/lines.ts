// What the index of a large log answers: lines, stretches of bytes, instances, requests.

import type { IdWords } from './ids';

export interface LinePlace {
  readonly offset: number;
  /** From 0. */
  readonly line: number;
  readonly marks: number;
}

/** Marks of a line. */
export const markRead = 1;
export const markEvent = 2;

/** An instance, as the lines that name it tell of it. */
export interface LargeInstance {
  readonly id: string;
  /** Lines that name it. */
  readonly lines: number;
  readonly firstTime: number;
  readonly lastTime: number;
}

/** Bytes that are read as a whole: where the first and the last line begin, and the number of the first. */
export interface Stretch {
  readonly begin: number;
  readonly last: number;
  readonly line: number;
}

export interface PlacedLine {
  /** How places call its file. */
  readonly source: string;
  /** From 0, as in the file. */
  readonly line: number;
  readonly text: string;
}

export interface KnownRequest {
  readonly words: IdWords;
  /** The parts that have lines of it, and its numbers there. */
  readonly places: readonly { readonly part: number; readonly number: number }[];
  /** The instance that it alone touches; -1: several. */
  readonly owner: number | undefined;
}
