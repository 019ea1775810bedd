// Analyses of instances that stand for others of which the log says the same → what happened how often, and
// the causes of what failed. In: one analysis after the other; none is kept. Out: counts, groups, and for
// each group one failure told in full.

import type { OperationKind } from '../../knowledge/schema';
import type { Analysis, CauseGroup, Operation, Outcome } from '../model';

/** Those for whom one instance stands, itself among them. */
export interface Alike {
  readonly count: number;
  /** Some of them, the first ones. */
  readonly some: readonly string[];
  /** Milliseconds since 1970 of the first and the last line that names one of them. */
  readonly firstTime: number;
  readonly lastTime: number;
}

export interface OperationCount {
  readonly kind: OperationKind;
  readonly outcome: Outcome;
  readonly count: number;
}

export interface SummaryCause {
  readonly type: string | undefined;
  readonly message: string;
  readonly frame: string | undefined;
  readonly phase: CauseGroup['phase'];
  /** Failures and instances with this cause. */
  count: number;
  instances: number;
  /** Some of the instances. */
  readonly some: string[];
  /** Of lines that name one of these instances: the failures lie between. */
  firstTime: number;
  lastTime: number;
  /** The instance whose failure is told, and how. */
  readonly example: string;
  readonly told: readonly string[];
}

export interface Summary {
  readonly operations: readonly OperationCount[];
  /** The most frequent first. */
  readonly causes: readonly SummaryCause[];
  /** Instances with at least one operation. */
  readonly instances: number;
  /** Instances whose lines were read in full. */
  readonly read: number;
}

/** Tells a failure in full, as lines. */
export type TellOperation = (operation: Operation, analysis: Analysis) => readonly string[];

const mostNamed = 8;

export class Summarizer {
  readonly #tell: TellOperation;
  readonly #counts = new Map<string, { kind: OperationKind; outcome: Outcome; count: number }>();
  readonly #causes = new Map<string, SummaryCause>();
  #instances = 0;
  #read = 0;

  constructor(tell: TellOperation) {
    this.#tell = tell;
  }

  /** @param alike undefined: an instance that only stands between, whose lines are not all there. */
  add(analysis: Analysis, alike: (instance: string) => Alike | undefined): void {
    const operations = new Map<string, Operation>();
    for (const timeline of analysis.timelines) {
      const those = alike(timeline.instance);
      if (!those) continue;
      this.#read += 1;
      if (timeline.operations.length > 0) this.#instances += those.count;
      for (const operation of timeline.operations) {
        operations.set(operation.id, operation);
        this.#count(operation, those.count);
      }
    }
    for (const group of analysis.groups ?? []) this.#addGroup(group, operations, alike, analysis);
  }

  #count({ kind, outcome }: Operation, count: number): void {
    const key = `${kind} ${outcome}`;
    const known = this.#counts.get(key);
    if (known) known.count += count;
    else this.#counts.set(key, { kind, outcome, count });
  }

  #addGroup(
    group: CauseGroup, operations: ReadonlyMap<string, Operation>,
    alike: (instance: string) => Alike | undefined, analysis: Analysis,
  ): void {
    const instances = new Set<string>();
    for (const id of group.operations) {
      const operation = operations.get(id);
      const those = operation && alike(operation.instance);
      if (!those) continue;
      const cause = this.#causes.get(group.id) ?? this.#begin(group, operation, those, analysis);
      cause.count += those.count;
      if (instances.has(operation.instance)) continue;
      instances.add(operation.instance);
      addInstances(cause, those);
    }
  }

  #begin(group: CauseGroup, operation: Operation, those: Alike, analysis: Analysis): SummaryCause {
    const { type, message, frame, phase } = group;
    const { firstTime, lastTime } = those;
    const cause: SummaryCause = {
      type, message, frame, phase, count: 0, instances: 0, some: [], firstTime, lastTime,
      example: operation.instance, told: this.#tell(operation, analysis),
    };
    this.#causes.set(group.id, cause);
    return cause;
  }

  summary(): Summary {
    return {
      operations: [...this.#counts.values()].sort((a, b) => b.count - a.count),
      causes: [...this.#causes.values()].sort((a, b) => b.count - a.count),
      instances: this.#instances,
      read: this.#read,
    };
  }
}

function addInstances(cause: SummaryCause, { count, some, firstTime, lastTime }: Alike): void {
  cause.instances += count;
  cause.some.push(...some.slice(0, Math.max(0, mostNamed - cause.some.length)));
  cause.firstTime = Math.min(cause.firstTime, firstTime);
  cause.lastTime = Math.max(cause.lastTime, lastTime);
}
