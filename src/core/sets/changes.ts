// Two analyses of logs that grow, one after the other → which operations began, went on to another phase or
// host, or ended in between.

import type { Analysis, Operation, Phase } from '../model';
import { mayGoOn } from '../timelines/nextHost';

export type ChangeKind = 'begin' | 'step' | 'end';

export interface Change {
  readonly kind: ChangeKind;
  readonly operation: Operation;
  /** The phase that was reached; undefined: none is known. */
  readonly phase: Phase | undefined;
}

interface Known {
  readonly outcome: Operation['outcome'];
  /** It succeeded, or failed for good. */
  readonly isOver: boolean;
  readonly attempts: number;
  readonly phase: Phase['id'] | undefined;
}

/** Remembers operations from one analysis to the next. */
export class ChangeWatch {
  #known: ReadonlyMap<string, Known> = new Map();

  /** @returns what changed since the last call, in the order in which it was logged. */
  next({ timelines }: Pick<Analysis, 'timelines'>): readonly Change[] {
    const now = new Map<string, Known>();
    const changes: Change[] = [];
    for (const { operations } of timelines) {
      for (const operation of operations) {
        const phase = latestPhase(operation);
        const { outcome } = operation;
        const isOver = outcome === 'success' || (outcome === 'failed' && !mayGoOn(operation));
        const state = { outcome, isOver, attempts: operation.attempts.length, phase: phase?.id };
        now.set(operation.id, state);
        const kind = kindOf(this.#known.get(operation.id), state);
        if (kind) changes.push({ kind, operation, phase });
      }
    }
    this.#known = now;
    return changes.sort((a, b) => timeOf(a) - timeOf(b));
  }
}

function kindOf(before: Known | undefined, now: Known): ChangeKind | undefined {
  if (now.isOver) return before?.isOver && before.outcome === now.outcome ? undefined : 'end';
  if (!before) return 'begin';
  const { outcome, attempts, phase } = before;
  return outcome === now.outcome && attempts === now.attempts && phase === now.phase ? undefined : 'step';
}

/** The phase of which a line came last. Of one that several hosts reached one after the other the operation
 *  has the first time: the last host's own phases tell how far that one is. */
function latestPhase({ phases, attempts }: Operation): Phase | undefined {
  const last = attempts.length > 1 ? attempts.at(-1) : undefined;
  const again = last && last.role === undefined ? last.phases : [];
  let latest: Phase | undefined;
  for (const phase of [...phases, ...again]) {
    if (phase.at && seenAt(phase) >= (latest ? seenAt(latest) : 0)) latest = phase;
  }
  return latest;
}

// Of a phase whose first line ends it no begin is known.
function seenAt({ begin, at }: Phase): number {
  return begin ?? at?.time ?? 0;
}

function timeOf({ kind, operation, phase }: Change): number {
  if (kind === 'begin') return operation.begin.time ?? 0;
  return (kind === 'step' ? phase?.begin : undefined) ?? operation.end.time ?? 0;
}
