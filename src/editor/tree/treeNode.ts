// What stands in the tree "Nova Instances", as plain data, and what the person chose to see of it.

import type { Attempt, Digest, Fault, Operation, Phase, Place } from '../../core/model';

export type TreeFilter = 'all' | 'failed' | 'slow' | 'in-progress';

export interface TreeChoices {
  readonly filter: TreeFilter;
  readonly slowPhaseSeconds: number;
  /** How many children of a node are shown; absent: PAGE. */
  readonly shown: ReadonlyMap<string, number>;
}

/** More children than this hide behind "Show more". */
export const PAGE = 500;

interface Child {
  /** Unique in the whole tree, the same for the same thing while the log grows. */
  readonly id: string;
  readonly parent: TreeNode;
}

export type TreeNode =
  | { readonly kind: 'log'; readonly id: string; readonly parent: undefined; readonly digest: Digest }
  | (Child & {
      readonly kind: 'instance';
      readonly instance: string;
      readonly operations: readonly Operation[];
    })
  | (Child & { readonly kind: 'operation'; readonly operation: Operation })
  | (Child & {
      readonly kind: 'attempt';
      readonly operation: Operation;
      readonly attempt: Attempt;
      readonly index: number;
    })
  | (Child & {
      readonly kind: 'phase';
      readonly operation: Operation;
      readonly phase: Phase;
      /** Phases that are parts of this one. */
      readonly parts: readonly Phase[];
    })
  | (Child & { readonly kind: 'unattributed'; readonly operation: Operation; readonly seconds: number })
  | (Child & {
      readonly kind: 'due';
      readonly operation: Operation;
      readonly due: NonNullable<Operation['due']>;
    })
  | (Child & { readonly kind: 'line'; readonly operation: Operation; readonly place: Place })
  | (Child & { readonly kind: 'fault'; readonly operation: Operation; readonly fault: Fault })
  | (Child & { readonly kind: 'more'; readonly hidden: number; readonly shown: number });

export type NodeOf<K extends TreeNode['kind']> = Extract<TreeNode, { kind: K }>;

/** The log under which a node stands. */
export function logOf(node: TreeNode): string {
  return node.kind === 'log' ? node.digest.source : logOf(node.parent);
}

/** The exceptions to show below a phase; none below one that did not fail. */
export function faultsOf(node: NodeOf<'phase'>): readonly Fault[] {
  const { operation, phase, parent, parts } = node;
  // The innermost phase that failed is enough.
  if (phase.outcome !== 'failed' || parts.some(({ outcome }) => outcome === 'failed')) return [];
  const lane = attemptOf(parent);
  if (lane) {
    const { rootCause, fault } = lane;
    return [rootCause, fault].filter(
      (one, index, all): one is Fault => one !== undefined && all.indexOf(one) === index,
    );
  }
  if (phase.id !== operation.failedPhase) return [];
  if (operation.chain.length > 0) return operation.chain;
  return operation.rootCause ? [operation.rootCause] : [];
}

/** The attempt under which a node stands. */
function attemptOf(node: TreeNode | undefined): Attempt | undefined {
  if (!node) return undefined;
  return node.kind === 'attempt' ? node.attempt : attemptOf(node.parent);
}
