// Logs that are read from their files: one row for each, below it the instances as the log names them first,
// each filled when it is opened. Pure.

import type { Lookup } from '../../core/lookup';
import type { LargeInstance } from '../../disk/large/lines';
import type { LargeView } from '../large/view';
import { besideIn, passes, type BesideByInstance } from './filter';
import type { NodeOf, TreeChoices, TreeNode } from './treeNode';

const none: ReadonlyMap<string, LargeView> = new Map();

export function largeNodes({ large = none }: TreeChoices): readonly NodeOf<'large'>[] {
  return [...large.values()].map((view) => ({
    kind: 'large', id: `large:${view.source}`, parent: undefined, view,
  }));
}

/** Those that failed have a row at the top. Below it instances stand as the log names them first: rows are
 *  added while it is read, and none moves. Under a filter those are left that are known to pass it. */
export function belowLarge(
  node: NodeOf<'large'>, lookup: Lookup, choices: TreeChoices,
): readonly TreeNode[] {
  const { view } = node;
  const listed = new Set(listedOf(view, choices).map(({ id }) => id));
  // those that were looked for stand behind
  const others = lookup.analysis.timelines.map(({ instance }) => instance)
    .filter((id) => view.isAwake(id) && !listed.has(id));
  const nodes = instanceNodes(node, [...listed, ...others], { lookup, choices });
  if (choices.filter === 'all') {
    return [{ kind: 'failures', id: `${node.id}/failures`, parent: node, view }, ...nodes];
  }
  return nodes.filter(({ operations, instance }) =>
    operations.length > 0 || (listed.has(instance) && !view.isAwake(instance)));
}

export function failedIn(
  node: NodeOf<'failures'>, lookup: Lookup, choices: TreeChoices,
): readonly NodeOf<'instance'>[] {
  return instanceNodes(node, node.view.failed.map(({ id }) => id), { lookup, choices });
}

/** Instances that are listed whether they were read or not. */
function listedOf(view: LargeView, { filter }: TreeChoices): readonly LargeInstance[] {
  switch (filter) {
    case 'all': return view.instances;
    case 'failed': return view.failed;
    case 'in-progress': return view.running;
    case 'slow': return [];
  }
}

type LargeParent = NodeOf<'large'> | NodeOf<'failures'>;

interface Known {
  readonly lookup: Lookup;
  readonly choices: TreeChoices;
}

function instanceNodes(
  parent: LargeParent, ids: readonly string[], { lookup, choices }: Known,
): readonly NodeOf<'instance'>[] {
  const { failed, running, instances } = parent.view;
  const rows = new Map([...failed, ...running, ...instances].map((one) => [one.id, one]));
  const beside = besideIn(lookup, choices);
  return ids.map((id) => instanceNode(parent, id, rows.get(id), { lookup, choices, beside }));
}

function instanceNode(
  parent: LargeParent, instance: string, row: LargeInstance | undefined,
  { lookup, choices, beside }: Known & { readonly beside: BesideByInstance },
): NodeOf<'instance'> {
  const id = `${parent.id}/${instance}`;
  if (!parent.view.isAwake(instance)) {
    return { kind: 'instance', id, parent, instance, operations: [], beside: [], row };
  }
  const operations = lookup.operationsOf(instance).filter((operation) => passes(operation, choices));
  return { kind: 'instance', id, parent, instance, operations, beside: beside.get(instance) ?? [], row };
}

/** How many rows there are below a node, where not all of them are at hand. */
export function countBelow(node: TreeNode, { filter }: TreeChoices): number {
  return node.kind === 'large' && filter === 'all' ? node.view.count + 1 : 0;
}

/** The node of an instance with what is known of it by now. */
export function filled(node: TreeNode, lookup: Lookup, choices: TreeChoices): TreeNode {
  const parent = largeAbove(node);
  if (node.kind !== 'instance' || !parent) return node;
  const beside = besideIn(lookup, choices);
  return instanceNode(parent, node.instance, node.row, { lookup, choices, beside });
}

/** The log whose instance a node is, where that log has not been asked for it yet. */
export function sleepingIn(node: TreeNode): LargeView | undefined {
  const view = largeAbove(node)?.view;
  return node.kind === 'instance' && view?.isAwake(node.instance) === false ? view : undefined;
}

function largeAbove({ parent }: TreeNode): LargeParent | undefined {
  return parent?.kind === 'large' || parent?.kind === 'failures' ? parent : undefined;
}
