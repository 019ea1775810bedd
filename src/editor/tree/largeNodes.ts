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

/** Instances that are at hand, and behind them those that were looked for. */
export function instancesOf(
  node: NodeOf<'large'>, lookup: Lookup, choices: TreeChoices,
): readonly NodeOf<'instance'>[] {
  const { view } = node;
  // failed ones first, as everywhere
  const all = [...view.failed, ...view.running, ...view.instances];
  const rows = new Map(all.map((one) => [one.id, one]));
  const listed = listedOf(view, choices);
  const known = new Set(listed);
  const others = lookup.analysis.timelines.map(({ instance }) => instance)
    .filter((id) => view.isAwake(id) && !known.has(id));
  const beside = besideIn(lookup, choices);
  const nodes = [...listed, ...others].map((id) =>
    instanceNode(node, id, rows.get(id), { lookup, choices, beside }));
  if (choices.filter === 'all') return nodes;
  return nodes.filter(({ operations, instance }) =>
    operations.length > 0 || (known.has(instance) && !view.isAwake(instance)));
}

/** Instances that are listed whether they were read or not: under a filter, those known to pass it. */
function listedOf(view: LargeView, { filter }: TreeChoices): readonly string[] {
  const idsOf = (some: readonly LargeInstance[]) => some.map(({ id }) => id);
  switch (filter) {
    case 'all': return [...new Set(idsOf([...view.failed, ...view.instances]))];
    case 'failed': return idsOf(view.failed);
    case 'in-progress': return idsOf(view.running);
    case 'slow': return [];
  }
}

interface Known {
  readonly lookup: Lookup;
  readonly choices: TreeChoices;
  readonly beside: BesideByInstance;
}

function instanceNode(
  parent: NodeOf<'large'>, instance: string, row: LargeInstance | undefined,
  { lookup, choices, beside }: Known,
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
  return node.kind === 'large' && filter === 'all' ? node.view.count : 0;
}

/** The node of an instance with what is known of it by now. */
export function filled(node: TreeNode, lookup: Lookup, choices: TreeChoices): TreeNode {
  if (node.kind !== 'instance' || node.parent?.kind !== 'large') return node;
  const beside = besideIn(lookup, choices);
  return instanceNode(node.parent, node.instance, node.row, { lookup, choices, beside });
}

/** The log whose instance a node is, where that log has not been asked for it yet. */
export function sleepingIn(node: TreeNode): LargeView | undefined {
  if (node.kind !== 'instance' || node.parent?.kind !== 'large') return undefined;
  return node.parent.view.isAwake(node.instance) ? undefined : node.parent.view;
}
