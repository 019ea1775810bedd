// What is asked of large logs and what comes back: plain data, for it crosses to a worker and back. Numbers
// of lines and of pages count from 0.

import type { Digest } from '../../core/model';
import type { OwnRule } from '../../core/rules/rule';
import type { LargeInstance } from '../large/lines';
import type { Wanted } from '../large/search';

/** A page holds the lines that begin in so many bytes of the file. */
export const pageBytes = 4 << 20;
/** A document bears no more than this. */
export const longestText = 8 << 20;
export const mostLines = 100_000;
/** As many instances as a tree shows at first: all of them become items at once, each time it is drawn. */
export const firstRows = 200;

/** What is known of a log as a whole. */
export interface LargeAbout {
  /** Where its text lies: of a packed log, a copy for as long as it is open. */
  readonly path: string;
  readonly lines: number;
  readonly bytes: number;
  readonly instances: number;
  /** A digest of no line at all: services, levels, what occurs anywhere. */
  readonly digest: PlainDigest;
}

/** What a worker can send of a digest, and what a part of a log can say of itself. */
export type PlainDigest = Omit<Digest, 'linesOf' | 'border' | 'optionDumps' | 'troubles'>;

/** An instance that was read: what the log says of it, and the lines of its id and of its requests. */
export interface WokenInstance {
  readonly id: string;
  readonly digest: PlainDigest;
  readonly lines: ReadonlyMap<string, readonly number[]>;
}

export interface LargePage {
  readonly text: string;
  readonly firstLine: number;
  /** Lines that were left out, for a document does not bear them. */
  readonly isCut: boolean;
}

/** A line that was looked for, or the part of a long one around what was found on it. */
export interface FoundLine {
  readonly line: number;
  readonly text: string;
  /** What was found: its column on the line of the log and in `text`, and how long it is; 0: nothing. */
  readonly column: number;
  readonly at: number;
  readonly length: number;
}

/** Lines, and how many more there are. */
export interface SomeLines {
  readonly numbers: readonly number[];
  readonly hidden: number;
}

/** Each question with its answer. */
export interface DeskCalls {
  /** @param source how the places of digests call this log */
  readonly open: (path: string, source: string, indexDir: string | undefined) => LargeAbout | undefined;
  /** In the order in which the log names them first. */
  readonly instances: (from: number, count: number) => readonly LargeInstance[];
  /** Some of them, in the same order. */
  readonly rows: (ids: readonly string[]) => readonly LargeInstance[];
  /** Instances whose ids hold the text. */
  readonly find: (text: string, most: number) => readonly LargeInstance[];
  readonly wake: (ids: readonly string[]) => readonly WokenInstance[];
  /** Rules of the operator's own, with which instances are read from now on. */
  readonly useRules: (rules: readonly OwnRule[]) => void;
  /** At most what a document bears: fewer where they are long. */
  readonly texts: (numbers: readonly number[]) => readonly string[];
  readonly page: (number: number) => LargePage;
  /** The instances that the log names first before and behind one. */
  readonly beside: (instance: string) => readonly [string | undefined, string | undefined];
  readonly linesOfRequest: (request: string) => SomeLines;
  readonly linesOfSpan: (from: number, to: number) => SomeLines;
  readonly close: () => void;
  /** Loads what the first log needs; of no log. */
  readonly prepare: () => void;
}

export type DeskCall = keyof DeskCalls;

export interface DeskQuestion {
  readonly number: number;
  readonly log: number;
  readonly call: DeskCall;
  readonly args: readonly unknown[];
}

/** Told without being asked. */
export type DeskNews =
  | {
      readonly kind: 'progress';
      readonly bytes: number;
      readonly total: number;
      readonly instances: number;
      /** Those that stand first in the log, until there are `firstRows` of them. */
      readonly first: readonly LargeInstance[];
    }
  /** The first lines of pages, from page `from` on. */
  | { readonly kind: 'pages'; readonly from: number; readonly firstLines: readonly number[] }
  | { readonly kind: 'grown'; readonly about: LargeAbout; readonly woken: readonly WokenInstance[] }
  | { readonly kind: 'lost'; readonly how: Loss };

/** `renamed`: another file has its name, this one is still read; `emptied`: what was read is gone; `unread`:
 *  it has grown, and what came cannot be read. */
export type Loss = 'renamed' | 'emptied' | 'gone' | 'unread';

export type DeskAnswer =
  | { readonly kind: 'answer'; readonly number: number; readonly value: unknown }
  /** `code`: as errors of the file system have it. */
  | { readonly kind: 'error'; readonly number: number; readonly reason: string; readonly code: unknown }
  | { readonly kind: 'news'; readonly log: number; readonly news: DeskNews };

export interface SearchOrder {
  readonly path: string;
  readonly end: number;
  readonly wanted: Wanted;
  /** So many lines are told; those behind are counted. */
  readonly most: number;
}

export type SearchNews =
  /** `count`: of all lines that were found so far; `bytes`: how far it is. */
  | {
      readonly kind: 'found';
      readonly lines: readonly FoundLine[];
      readonly count: number;
      readonly bytes: number;
    }
  | { readonly kind: 'done' };

/** Instances of which an operation failed, or is not seen to end; as the log names them first. */
export interface Verdicts {
  readonly failed: readonly string[];
  readonly running: readonly string[];
}

export interface VerdictOrder {
  readonly path: string;
  readonly indexDir: string | undefined;
}
