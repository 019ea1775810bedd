// A log that is read from the file, as views see it: what is known of it now, and what they can ask for.

import type { Digest } from '../../core/model';
import type { OwnRule } from '../../core/rules/rule';
import type { LargePage, Loss, SomeLines } from '../../disk/desk/calls';
import type { SearchEars } from '../../disk/desk/searchClient';
import type { LargeInstance } from '../../disk/large/lines';
import type { Wanted } from '../../disk/large/search';

/** What the tree shows. */
export interface LargeView {
  readonly source: string;
  /** Bytes that were read, of how many. */
  readonly bytes: number;
  readonly total: number;
  readonly isReading: boolean;
  /** How many instances are known, and the first ones of them. */
  readonly count: number;
  readonly instances: readonly LargeInstance[];
  /** Instances that failed, and those that did not come to an end, as far as that is known. */
  readonly failed: readonly LargeInstance[];
  readonly running: readonly LargeInstance[];
  /** Whether it is known which failed: it takes a while, and not every log can tell. */
  readonly verdicts: 'awaited' | 'known' | 'unknown';
  /** So many instances that open logs name were not looked for here, for they are many. */
  readonly leftOut: number;
  /** Undefined: it can still be read. */
  readonly lost: Loss | undefined;
  readonly isAwake: (instance: string) => boolean;
}

export interface LargeFile extends LargeView {
  leftOut: number;
  /** What is known of the instances that were asked for. */
  readonly digest: Digest | undefined;
  /** The first lines of pages; none while it is read. */
  readonly firstLines: readonly number[];
  /** So many instances shall be at hand. */
  readonly want: (count: number) => Promise<void>;
  readonly find: (text: string, most: number) => Promise<readonly LargeInstance[]>;
  /** Reads instances. @returns whether any of them was not known. */
  readonly wake: (instances: readonly string[]) => Promise<boolean>;
  /** Reads instances by rules of the operator's own from now on, and those that were read anew. */
  readonly useRules: (rules: readonly OwnRule[]) => Promise<void>;
  readonly texts: (numbers: readonly number[]) => Promise<readonly string[]>;
  readonly page: (number: number) => Promise<LargePage>;
  /** The instances that the log names first before and behind one. */
  readonly beside: (instance: string) => Promise<readonly [string | undefined, string | undefined]>;
  readonly linesOfRequest: (request: string) => Promise<SomeLines>;
  readonly linesOfSpan: (from: number, to: number) => Promise<SomeLines>;
  /** Lines as they are found. Rejects when an expression takes too long. */
  readonly search: (wanted: Wanted, sink: SearchSink) => Promise<void>;
  readonly close: () => void;
}

export interface SearchSink extends SearchEars {
  /** So many lines are told. */
  readonly most: number;
}
