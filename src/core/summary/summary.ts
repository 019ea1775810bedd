// Analyses of instances that stand for others of which the log says the same → what happened how often, and
// the causes of what failed. In: one analysis after the other; none is kept. Out: counts, groups, and for
// each group one failure told in full.

import type { OperationKind } from '../../knowledge/schema';
import type { Analysis, CauseGroup, Operation, Outcome } from '../model';

/** How often the log says the same of others as it does of an operation, itself included. */
export interface Alike {
  readonly count: number;
  /** Some of the instances, the first ones. */
  readonly some: readonly string[];
  /** Milliseconds since 1970 of the first and the last line; 0: none has a time. */
  readonly firstTime: number;
  readonly lastTime: number;
}

/** Undefined: an operation that is not to be counted, for another one like it was. */
export type AlikeOf = (operation: Operation) => Alike | undefined;

export interface OperationCount {
  readonly kind: OperationKind;
  readonly outcome: Outcome;
  readonly count: number;
}

/** On which hosts failures of a cause were. */
export interface CauseHosts {
  /** The most frequent first. */
  readonly hosts: readonly { readonly host: string; readonly count: number }[];
  /** Failures of which no line tells the host. */
  readonly unknown: number;
  /** Further failures, of which it was not sought. */
  readonly left: number;
}

/** `T`: how a failure is told. */
export interface SummaryCause<T> {
  readonly type: string | undefined;
  readonly message: string;
  readonly frame: string | undefined;
  readonly phase: CauseGroup['phase'];
  count: number;
  /** Some of the instances. */
  readonly some: string[];
  /** Between these the failures lie. */
  firstTime: number;
  lastTime: number;
  /** Undefined: they were not sought. */
  readonly hosts?: CauseHosts;
  /** The instance whose failure is told, and how. */
  readonly example: string;
  readonly told: T;
}

export interface Summary<T> {
  readonly operations: readonly OperationCount[];
  /** The most frequent first. */
  readonly causes: readonly SummaryCause<T>[];
  /** Instances whose lines were read in full. */
  readonly read: number;
  /** Instances that say too much: only the beginning and the end of what they say was read. */
  readonly partly: number;
}

/** Tells a failure in full. */
export type TellOperation<T> = (operation: Operation, analysis: Analysis) => T;

/** So many instances of one cause are named. */
export const mostNamed = 8;

export class Summarizer<T> {
  readonly #tell: TellOperation<T>;
  readonly #counts = new Map<string, { kind: OperationKind; outcome: Outcome; count: number }>();
  readonly #causes = new Map<string, SummaryCause<T>>();
  #read = 0;
  #partly = 0;

  constructor(tell: TellOperation<T>) {
    this.#tell = tell;
  }

  /** @param partly how many of the instances were read in part. */
  add(analysis: Analysis, alikeOf: AlikeOf, partly = 0): void {
    this.#read += analysis.timelines.length - partly;
    this.#partly += partly;
    const counted = new Map<string, { readonly operation: Operation; readonly those: Alike }>();
    for (const operation of analysis.timelines.flatMap(({ operations }) => operations)) {
      const those = alikeOf(operation);
      if (!those) continue;
      counted.set(operation.id, { operation, those });
      this.#count(operation, those.count);
    }
    for (const group of analysis.groups ?? []) {
      for (const id of group.operations) {
        const one = counted.get(id);
        if (one) this.#addFailure(group, one.operation, one.those, analysis);
      }
    }
  }

  #count({ kind, outcome }: Operation, count: number): void {
    const key = `${kind} ${outcome}`;
    const known = this.#counts.get(key);
    if (known) known.count += count;
    else this.#counts.set(key, { kind, outcome, count });
  }

  #addFailure(group: CauseGroup, operation: Operation, those: Alike, analysis: Analysis): void {
    const cause = this.#causes.get(group.id) ?? this.#begin(group, operation, those, analysis);
    const { count, some, firstTime, lastTime } = those;
    cause.count += count;
    for (const one of some) {
      if (cause.some.length < mostNamed && !cause.some.includes(one)) cause.some.push(one);
    }
    cause.firstTime = Math.min(cause.firstTime, firstTime);
    cause.lastTime = Math.max(cause.lastTime, lastTime);
  }

  #begin(group: CauseGroup, operation: Operation, those: Alike, analysis: Analysis): SummaryCause<T> {
    const { type, message, frame, phase } = group;
    const { firstTime, lastTime } = those;
    const cause: SummaryCause<T> = {
      type, message, frame, phase, count: 0, some: [], firstTime, lastTime,
      example: operation.instance, told: this.#tell(operation, analysis),
    };
    this.#causes.set(group.id, cause);
    return cause;
  }

  /** @param hosts by the id of a cause */
  summary(hosts: ReadonlyMap<string, CauseHosts> = new Map()): Summary<T> {
    return {
      operations: [...this.#counts.values()].sort((a, b) => b.count - a.count),
      causes: [...this.#causes].map(([id, cause]) => {
        const own = hosts.get(id);
        return own ? { ...cause, hosts: own } : cause;
      }).sort((a, b) => b.count - a.count),
      read: this.#read,
      partly: this.#partly,
    };
  }
}
