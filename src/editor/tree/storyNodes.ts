// In: an operation, a phase, or a row of what lies around an operation. Out: the rows below it. Pure.

import type { Lookup } from '../../core/lookup';
import type { Hole, HostSpan, Operation, Place, Wait } from '../../core/model';
import { storyRowWords as words } from '../../core/render/storyRowWords';
import { placeKey } from '../../core/placeKey';
import { linesAt, type NodeOf, type StoryNode, type TreeNode } from './treeNode';

/** Behind the phases of an operation: waits of no phase, what happened meanwhile, where lines may be missing,
 *  where it parts from one that went well. */
export function around(
  node: NodeOf<'operation'>, told: Operation, lookup: Lookup,
): readonly TreeNode[] {
  const { spans = [], holes = [] } = told.context ?? {};
  const isStart = ({ kind }: Hole) => kind === 'restart';
  // a diagnosis that rests on the start of a service has said it
  const evidence = lookup.diagnosesOf(told.id).flatMap((one) => one.evidence);
  const said = new Set(evidence.map(({ at }) => placeKey(at)));
  const starts = holes.filter((hole) => isStart(hole) && !(hole.to && said.has(placeKey(hole.to))));
  const missing = [...holes.filter((hole) => !isStart(hole)), ...missingServices(told, lookup)];
  return [
    ...waitNodes(node, told, told.waits?.filter(({ phase }) => phase === undefined) ?? []),
    ...aroundNodes(node, 'meanwhile', spans, starts),
    ...aroundNodes(node, 'missing', [], missing),
    ...divergenceNodes(node, lookup),
  ];
}

// Of what went well nobody asks for further logs.
function missingServices({ outcome, phases }: Operation, { analysis }: Lookup): readonly Hole[] {
  if (outcome === 'success') return [];
  const services = phases.flatMap(({ needsService }) => needsService ?? []);
  const needed = new Set(services.map((service) => `nova-${service}`));
  if (needed.size === 0) return [];
  const { holes = [] } = analysis;
  return holes.filter(({ kind, service }) => kind === 'service' && needed.has(service ?? ''));
}

// One alone needs no row above it.
function aroundNodes(
  parent: TreeNode, what: NodeOf<'around'>['what'], spans: readonly HostSpan[], holes: readonly Hole[],
): readonly TreeNode[] {
  if (spans.length + holes.length === 0) return [];
  const id = `${parent.id}/${what}`;
  const group: NodeOf<'around'> = { kind: 'around', id, parent, what, spans, holes };
  return spans.length + holes.length === 1 ? inside(parent, group) : [group];
}

function inside(parent: TreeNode, { id, spans, holes }: NodeOf<'around'>): readonly TreeNode[] {
  return [
    ...spans.map((span, index): TreeNode => (
      { kind: 'span', id: `${id}/${span.kind}:${index}`, parent, span })),
    ...holes.map((hole, index): TreeNode => (
      { kind: 'hole', id: `${id}/${hole.kind}:${index}`, parent, hole })),
  ];
}

function divergenceNodes(
  node: NodeOf<'operation'>, { analysis, operation: find }: Lookup,
): readonly TreeNode[] {
  const { operation } = node;
  const divergence = operation.outcome === 'failed' ? analysis.story?.divergence(operation) : undefined;
  const good = divergence && find(divergence.good);
  if (!divergence || !good) return [];
  return [{ kind: 'divergence', id: `${node.id}/divergence`, parent: node, operation, divergence, good }];
}

/** The waits that delayed a phase. */
export function waits(node: NodeOf<'phase'>): readonly TreeNode[] {
  return waitNodes(node, node.operation, node.phase.waits ?? []);
}

function waitNodes(
  parent: TreeNode, operation: Operation, all: readonly Wait[],
): readonly TreeNode[] {
  return all.map((wait, index) => (
    { kind: 'wait', id: `${parent.id}/wait:${index}:${placeKey(wait.at)}`, parent, operation, wait }));
}

export function below(node: StoryNode): readonly TreeNode[] {
  switch (node.kind) {
    case 'life': return spansOf(node);
    case 'span': return linesAt(node, node.span.places);
    case 'wait': return linesAt(node, node.wait.places);
    case 'around': return inside(node, node);
    case 'hole': return linesAt(node, endsOf(node.hole));
    case 'divergence': return partingLines(node);
    case 'occurrence': return [];
  }
}

function spansOf(node: NodeOf<'life'>): readonly TreeNode[] {
  return node.lane.spans.map((span, index) => ({
    kind: 'span', id: `${node.id}/${span.kind}:${index}`, parent: node, span,
  }));
}

function endsOf({ from, to }: Hole): readonly Place[] {
  return [from, to].filter((place) => place !== undefined);
}

/** The line that a click on the row goes to. */
export function placeOf(node: StoryNode): Place | undefined {
  switch (node.kind) {
    case 'wait': return node.wait.at;
    case 'life': case 'around': return undefined;
    case 'span': return node.span.begin ?? node.span.end ?? node.span.places[0];
    case 'hole': return endsOf(node.hole)[0];
    case 'occurrence': return node.occurrence.at;
    case 'divergence': {
      const { here, sameUntil } = node.divergence;
      return here ?? sameUntil?.here ?? node.operation.begin;
    }
  }
}

function partingLines(node: NodeOf<'divergence'>): readonly TreeNode[] {
  const { here, there, sameUntil } = node.divergence;
  const lines = [['common', sameUntil?.here], ['here', here], ['there', there]] as const;
  return lines.flatMap(([key, place]): readonly TreeNode[] => (place ? [{
    kind: 'line', id: `${node.id}/${key}`, parent: node, operation: undefined, place, note: words[key],
  }] : []));
}
