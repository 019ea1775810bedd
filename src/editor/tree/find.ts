// In: an operation or a phase. Out: its node in the tree, and how much of each level must be shown for it
// to be seen.

import type { Lookup } from '../../core/lookup';
import type { Operation, Phase } from '../../core/model';
import { rootsOf } from './groupings';
import { allChildren } from './nodes';
import { PAGE, type TreeChoices, type TreeNode } from './treeNode';

/**
 * The node of an operation; undefined where the filter hides it or nothing at the top has it.
 * @param source the log under which it is wanted, where logs stand at the top
 */
export function findOperation(
  lookup: Lookup,
  choices: TreeChoices,
  source: string,
  operation: Operation,
): TreeNode | undefined {
  const below = (node: TreeNode): TreeNode | undefined => {
    if (node.kind === 'operation') return node.operation.id === operation.id ? node : undefined;
    if (!mayHold(node, source, operation)) return undefined;
    for (const child of allChildren(node, lookup, choices)) {
      const found = below(child);
      if (found) return found;
    }
    return undefined;
  };
  for (const root of rootsOf(lookup, choices)) {
    const found = below(root);
    if (found) return found;
  }
  return undefined;
}

/** Whether the operation may stand below a node: only there its children are built. */
function mayHold(node: TreeNode, source: string, operation: Operation): boolean {
  if (node.kind === 'large') return node.view.source === source;
  if (node.kind === 'log') return node.parent === undefined && node.digest.source === source;
  if (node.kind === 'instance') return node.instance === operation.instance;
  return 'operations' in node && node.operations.some(({ id }) => id === operation.id);
}

/** The node of a phase of it, in the attempt in which this place stands. */
export function findPhase(
  operationNode: TreeNode,
  lookup: Lookup,
  choices: TreeChoices,
  phase: Phase,
): TreeNode | undefined {
  const named = phasesBelow(operationNode, lookup, choices).filter((node) => node.phase.id === phase.id);
  const isIt = (one: Phase) => one === phase || one.places.some((place) => place === phase.at);
  return named.find((node) => isIt(node.phase)) ?? named[0];
}

type PhaseNode = Extract<TreeNode, { kind: 'phase' }>;

function phasesBelow(node: TreeNode, lookup: Lookup, choices: TreeChoices): readonly PhaseNode[] {
  return allChildren(node, lookup, choices).flatMap((child) => {
    if (child.kind !== 'phase' && child.kind !== 'attempt') return [];
    const below = phasesBelow(child, lookup, choices);
    return child.kind === 'phase' ? [child, ...below] : below;
  });
}

/** How many children must be shown for this one to be seen; undefined when it is not a child of the node. */
export function pageFor(child: TreeNode, lookup: Lookup, choices: TreeChoices): number | undefined {
  if (!child.parent) return undefined;
  const index = allChildren(child.parent, lookup, choices).findIndex(({ id }) => id === child.id);
  return index < 0 ? undefined : Math.max(PAGE, Math.ceil((index + 1) / PAGE) * PAGE);
}
