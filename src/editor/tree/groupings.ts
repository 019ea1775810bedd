// What stands at the top of the tree: instances, requests, hosts or causes of failures, over all logs. In:
// the analysis and what the person chose. Out: nodes. Pure.

import { requestIndexOf } from '../../core/joins/requestTree';
import type { Lookup } from '../../core/lookup';
import { hostOfLog } from '../../core/extracts/origins';
import type { Analysis, Attempt, HostLane, Operation } from '../../core/model';
import { sameHost } from '../../core/sets/hosts';
import { besideIn, passes, type BesideByInstance } from './filter';
import { largeNodes } from './largeNodes';
import type { NodeOf, TreeChoices, TreeNode } from './treeNode';

/** The top of the tree. With several logs they stand at its end, to be looked into and closed. */
export function rootsOf(lookup: Lookup, choices: TreeChoices): readonly TreeNode[] {
  const gone = (choices.gone ?? []).map((one): NodeOf<'gone'> => (
    { kind: 'gone', id: `gone:${one.source}`, parent: undefined, gone: one }));
  return [...gone, ...presentRoots(lookup, choices)];
}

function presentRoots(lookup: Lookup, choices: TreeChoices): readonly TreeNode[] {
  const { analysis } = lookup;
  const large = largeNodes(choices);
  const small = logNodes(analysis, undefined, choices);
  const isInstances = choices.grouping === 'instance' || choices.grouping === 'instance+host';
  if (small.length === 0 && (large.length === 0 || isInstances)) return large;
  const hosts: readonly TreeNode[] = choices.grouping === 'instance+host'
    ? [{ kind: 'hosts', id: 'hosts', parent: undefined }] : [];
  if (small.length === 1 && isInstances) return [...small, ...large, ...hosts];
  const groups = groupsOf(lookup, choices);
  if (small.length < 2) return [...groups, ...large];
  return [...groups, ...large, ...hosts, { kind: 'logs', id: 'logs', parent: undefined }];
}

/** The logs, in the order in which they were opened, without those that are read from their files. */
export function logNodes(
  { digests }: Analysis, parent: TreeNode | undefined, { large }: TreeChoices,
): readonly TreeNode[] {
  return digests.filter(({ source }) => !large?.has(source))
    .map((digest) => ({ kind: 'log', id: `log:${digest.source}`, parent, digest }));
}

function groupsOf(lookup: Lookup, choices: TreeChoices): readonly TreeNode[] {
  const operations = passing(lookup, choices);
  switch (choices.grouping) {
    case 'instance': case 'instance+host':
      return instanceNodes(operations, undefined, besideIn(lookup, choices));
    case 'request':
      return requestNodes(operations);
    case 'host':
      return hostNodes(lookup, choices, undefined);
    case 'cause':
      return causeNodes(lookup, choices);
  }
}

/**
 * A node for each instance of these operations, failed ones first.
 * @param beside what Nova logged beside the operations, by instance; it makes a node of its own, too
 */
export function instanceNodes(
  operations: readonly Operation[], parent: TreeNode | undefined, beside: BesideByInstance = new Map(),
): readonly NodeOf<'instance'>[] {
  const prefix = parent ? `${parent.id}/` : 'instance:';
  const all = new Map(groupedBy(operations, ({ instance }) => instance));
  for (const instance of beside.keys()) if (!all.has(instance)) all.set(instance, []);
  return mostUrgentFirst([...all].map(([instance, own]) => ({
    kind: 'instance', id: `${prefix}${instance}`, parent, instance, operations: own,
    beside: beside.get(instance) ?? [],
  })));
}

function requestNodes(operations: readonly Operation[]): readonly NodeOf<'request'>[] {
  const groups = groupedBy(operations, ({ request }) => request);
  const inOrder = [...groups].sort(([, a], [, b]) => timeOf(a[0]) - timeOf(b[0]));
  return mostUrgentFirst(inOrder.map(([request, own]) => ({
    kind: 'request', id: `request:${request ?? ''}`, parent: undefined, request, operations: own,
  })));
}

/** The requests that a request caused, one below the other; a request stands under itself nowhere. */
export function causedNodes(node: NodeOf<'request'>, lookup: Lookup): readonly NodeOf<'request'>[] {
  if (node.request === undefined) return [];
  const above = new Set<string | undefined>();
  for (let one: TreeNode | undefined = node; one?.kind === 'request'; one = one.parent) {
    above.add(one.request);
  }
  const calls = requestIndexOf(lookup.analysis).node(node.request)?.caused ?? [];
  return calls.map(({ callee }) => callee).filter((callee) => !above.has(callee)).map((callee) => ({
    kind: 'request', id: `${node.id}/request:${callee}`, parent: node, request: callee,
    operations: lookup.operationsOfRequest(callee),
  }));
}

function passing({ analysis }: Lookup, choices: TreeChoices): readonly Operation[] {
  const all = analysis.timelines.flatMap(({ operations }) => operations);
  return all.filter((operation) => passes(operation, choices));
}

/** An operation that two hosts tried stands under both. A host is called by its short and by its full
 *  name. */
export function hostNodes(
  lookup: Lookup, choices: TreeChoices, parent: TreeNode | undefined,
): readonly NodeOf<'host'>[] {
  const { analysis } = lookup;
  const operations = passing(lookup, choices);
  const lanes = (analysis.hosts ?? []).filter(({ host }) => host !== undefined);
  const known = new Map<string | undefined, Operation[]>(lanes.map(({ host }) => [host, []]));
  const nameOf = (host: string) => [...known.keys()].find((one) => one && sameHost(one, host)) ?? host;
  for (const operation of operations) {
    for (const host of hostsOf(operation, analysis)) {
      const name = host === undefined ? undefined : nameOf(host);
      const own = known.get(name);
      if (!own) known.set(name, [operation]);
      else if (own.at(-1) !== operation) own.push(operation);
    }
  }
  const laneOf = (host: string | undefined): HostLane | undefined => lanes.find((lane) => lane.host === host);
  return [...known]
    .sort(([a], [b]) => Number(a === undefined) - Number(b === undefined) || (a ?? '').localeCompare(b ?? ''))
    .map(([host, own]) => ({
      kind: 'host', id: `${parent ? `${parent.id}/` : ''}host:${host ?? ''}`, parent, host,
      lane: laneOf(host), operations: own,
    }));
}

function hostsOf({ attempts }: Operation, analysis: Analysis): ReadonlySet<string | undefined> {
  const hosts = new Set(attempts.map((attempt) => attempt.host ?? hostOfCompute(attempt, analysis)));
  if (hosts.size > 1) hosts.delete(undefined);
  return hosts.size > 0 ? hosts : new Set([undefined]);
}

// An attempt runs where the log of the nova-compute lies that tells of it.
function hostOfCompute({ begin }: Attempt, analysis: Analysis): string | undefined {
  const log = analysis.digests.find(({ source }) => source === begin.source);
  return log?.services.includes('nova-compute') ? hostOfLog(analysis, log) : undefined;
}

function causeNodes(lookup: Lookup, choices: TreeChoices): readonly NodeOf<'cause'>[] {
  return (lookup.analysis.groups ?? []).flatMap((group) => {
    const operations = group.operations
      .flatMap((id) => lookup.operation(id) ?? [])
      .filter((operation) => passes(operation, choices));
    if (operations.length === 0) return [];
    return [{ kind: 'cause' as const, id: `cause:${group.id}`, parent: undefined, group, operations }];
  });
}

// Failed first, then what may be stuck; otherwise the order of the logs.
function mostUrgentFirst<T extends { readonly operations: readonly Operation[] }>(nodes: readonly T[]): T[] {
  return [...nodes].sort((a, b) => urgency(a.operations) - urgency(b.operations));
}

function urgency(operations: readonly Operation[]): number {
  if (operations.some(({ outcome }) => outcome === 'failed')) return 0;
  if (operations.some(({ outcome }) => outcome === 'in-progress')) return 1;
  return 2;
}

function timeOf(operation: Operation | undefined): number {
  return operation?.begin.time ?? 0;
}

function groupedBy<K>(
  operations: readonly Operation[], keyOf: (operation: Operation) => K,
): ReadonlyMap<K, readonly Operation[]> {
  const groups = new Map<K, Operation[]>();
  for (const operation of operations) {
    const key = keyOf(operation);
    const group = groups.get(key);
    if (group) group.push(operation);
    else groups.set(key, [operation]);
  }
  return groups;
}
