// In: a node of the tree "Nova Instances". Out: its children: instance, request, host or cause → operation →
// attempt → phase → line. Pure; nothing is built before it is asked for.

import type { Lookup } from '../../core/lookup';
import { placeKey } from '../../core/placeKey';
import type { Diagnosis, Operation, Phase, Place } from '../../core/model';
import { phaseSpec } from '../../core/render/titles';
import { firstRows } from '../../disk/desk/calls';
import { lineNodes, linesNode, logsWithLines } from './allLines';
import { besideIn, passes } from './filter';
import { causedNodes, hostNodes, instanceNodes, logNodes } from './groupings';
import { diagnosesBeside } from './hostDiagnoses';
import { belowLarge, countBelow, failedIn } from './largeNodes';
import { findingNodes } from './looseFindings';
import { storyRows } from './storyRows';
import {
  faultsOf, isStory, PAGE, type NodeOf, type TreeChoices, type TreeNode,
} from './treeNode';

/** The children of a node, cut to what is shown of them. */
export function childrenOf(node: TreeNode, lookup: Lookup, choices: TreeChoices): readonly TreeNode[] {
  const all = allChildren(node, lookup, choices);
  const shown = Math.max(choices.shown.get(node.id) ?? 0, firstOf(node));
  const count = Math.max(all.length, countBelow(node, choices));
  if (count <= shown) return all;
  const more: TreeNode = {
    kind: 'more',
    id: `${node.id}/more`,
    parent: node,
    hidden: count - shown,
    shown,
  };
  return [...all.slice(0, shown), more];
}

/** So many rows fill a screen. While a log is read they are drawn again and again: on a busy machine VS Code
 *  took 0.28 s for two hundred rows and 0.11 s for a dozen. */
const rowsWhileReading = 50;

function firstOf(node: TreeNode): number {
  if (node.kind !== 'large') return PAGE;
  return node.view.isReading ? rowsWhileReading : firstRows;
}

/** The children of a node, all of them. */
export function allChildren(node: TreeNode, lookup: Lookup, choices: TreeChoices): readonly TreeNode[] {
  if (isStory(node)) return storyRows()?.below(node) ?? [];
  switch (node.kind) {
    case 'logs': return logNodes(lookup.analysis, node, choices);
    case 'hosts': return hostNodes(lookup, choices, node);
    case 'large': return belowLarge(node, lookup, choices);
    case 'failures': return failedIn(node, lookup, choices);
    case 'log':
      return [
        ...rowsOf(node, diagnosesBeside(lookup, node.digest.source)), ...instancesIn(node, lookup, choices),
        ...findingNodes(node, lookup, choices),
      ];
    case 'host':
      return [...lifeOf(node), ...instanceNodes(node.operations, node)];
    case 'instance':
      return [...lifeOfInstance(node), ...linesNode(node, lookup)];
    case 'request':
      return [
        ...operationNodes(node, node.operations), ...causedNodes(node, lookup), ...linesNode(node, lookup),
      ];
    case 'cause':
      return operationNodes(node, node.operations);
    case 'lines': return logsWithLines(node, lookup);
    case 'logLines': return lineNodes(node, node.source, node.lines);
    case 'operation':
      return insideOperation(node, lookup);
    case 'attempt':
      return phaseNodes(node, node.operation, node.attempt.phases);
    case 'phase':
      return insideOf(node);
    case 'diagnosis': return evidenceNodes(node);
    case 'gone':
    case 'evidence': case 'finding': case 'unattributed': case 'due': case 'line': case 'fault': case 'more':
      return [];
  }
}

function instancesIn(node: NodeOf<'log'>, lookup: Lookup, choices: TreeChoices): readonly TreeNode[] {
  return instanceNodes(operationsIn(node, lookup, choices), node, besideIn(lookup, choices, node.digest));
}

function operationsIn({ digest }: NodeOf<'log'>, lookup: Lookup, choices: TreeChoices): readonly Operation[] {
  return lookup.operationsIn(digest.source)
    .map(({ operation }) => operation)
    .filter((operation) => passes(operation, choices));
}

// Operations keep their order; what lies beside them stands before the first one that began later.
function lifeOfInstance(node: NodeOf<'instance'>): readonly TreeNode[] {
  const rows: TreeNode[] = [];
  const rest = node.beside.map((occurrence): NodeOf<'occurrence'> => ({
    kind: 'occurrence', id: `${node.id}/beside:${placeKey(occurrence.at)}`, parent: node,
    instance: node.instance, occurrence,
  }));
  for (const operation of operationNodes(node, node.operations)) {
    const begin = operation.operation.begin.time ?? 0;
    const later = rest.findIndex(({ occurrence: { at } }) => at.time === undefined || at.time >= begin);
    rows.push(...rest.splice(0, later < 0 ? rest.length : later), operation);
  }
  return [...rows, ...rest];
}

// In the order of the log: together they are the life of the instance.
function operationNodes(
  parent: TreeNode, operations: readonly Operation[],
): readonly NodeOf<'operation'>[] {
  return operations.map((operation) => ({
    kind: 'operation', id: `${parent.id}/${operation.id}`, parent, operation,
  }));
}

function lifeOf(node: NodeOf<'host'>): readonly TreeNode[] {
  const { lane } = node;
  return lane && lane.spans.length > 0 ? [{ kind: 'life', id: `${node.id}/life`, parent: node, lane }] : [];
}

function evidenceNodes(node: NodeOf<'diagnosis'>): readonly TreeNode[] {
  return node.diagnosis.evidence.map((evidence) => (
    { kind: 'evidence', id: `${node.id}/${placeKey(evidence.at)}`, parent: node, evidence }));
}

// Why it failed comes before how it went.
function diagnosisNodes(node: NodeOf<'operation'>, lookup: Lookup): readonly TreeNode[] {
  return rowsOf(node, lookup.diagnosesOf(node.operation.id));
}

function rowsOf(parent: TreeNode, diagnoses: readonly Diagnosis[]): readonly TreeNode[] {
  return diagnoses.map((diagnosis, index) => (
    { kind: 'diagnosis', id: `${parent.id}/${diagnosis.id}:${index}`, parent, diagnosis }));
}

function insideOperation(node: NodeOf<'operation'>, lookup: Lookup): readonly TreeNode[] {
  // VS Code may ask for what is below a row of the analysis before: that one's operation has no story here
  const operation = lookup.operation(node.operation.id) ?? node.operation;
  const told = lookup.analysis.story?.tell(operation) ?? operation;
  return [
    ...diagnosisNodes(node, lookup), ...partsOf(node, told),
    ...(storyRows()?.around(node, told, lookup) ?? []),
  ];
}

// One attempt needs no level of its own: its phases stand right below the operation.
function partsOf(node: NodeOf<'operation'>, operation: Operation): readonly TreeNode[] {
  const parts: TreeNode[] = [];
  if (operation.attempts.length > 1) {
    const laned = new Set(operation.attempts.flatMap(({ phases }) => phases.map(({ id }) => id)));
    const outside = operation.phases.filter(({ id }) => !laned.has(id));
    const first = operation.attempts[0]?.begin.time ?? Number.MAX_SAFE_INTEGER;
    const isBefore = (phase: Phase) => phase.begin === undefined || phase.begin <= first;
    const attempts = operation.attempts.map((attempt, index): TreeNode => ({
      kind: 'attempt',
      id: `${node.id}/attempt:${index}`,
      parent: node,
      operation,
      attempt,
      index,
    }));
    parts.push(
      ...phaseNodes(node, operation, outside.filter(isBefore)),
      ...attempts,
      ...phaseNodes(
        node,
        operation,
        outside.filter((phase) => !isBefore(phase)),
      ),
    );
  } else {
    parts.push(...phaseNodes(node, operation, operation.phases));
  }
  const { unattributedSeconds: seconds, due } = operation;
  // Less than a second is what the clock of a log without milliseconds cannot tell apart.
  if (seconds !== undefined && seconds >= 1) {
    parts.push({ kind: 'unattributed', id: `${node.id}/unattributed`, parent: node, operation, seconds });
  }
  if (due) parts.push({ kind: 'due', id: `${node.id}/due`, parent: node, operation, due });
  return parts;
}

// A phase that is a part of another stands below it. One that comes twice, for example in a rebuild, gets a
// number: two nodes of one id would end the view.
function phaseNodes(parent: TreeNode, operation: Operation, phases: readonly Phase[]): readonly TreeNode[] {
  const parts = (whole: Phase) => phases.filter(({ id }) => wholeOf(id) === whole.id);
  const isPart = ({ id }: Phase) => phases.some((other) => other.id === wholeOf(id));
  const times = new Map<string, number>();
  return phases
    .filter((phase) => !isPart(phase))
    .map((phase) => {
      const time = times.get(phase.id) ?? 0;
      times.set(phase.id, time + 1);
      const id = `${parent.id}/${phase.id}${time === 0 ? '' : `:${time}`}`;
      return { kind: 'phase', id, parent, operation, phase, parts: time === 0 ? parts(phase) : [] };
    });
}

function wholeOf(id: Phase['id']): Phase['id'] | undefined {
  return phaseSpec(id).within;
}

// The parts of a phase and its own lines as they followed one another; then the parts that cannot be seen.
function insideOf(node: NodeOf<'phase'>): readonly TreeNode[] {
  const parts = phaseNodes(node, node.operation, node.parts);
  const all = [...parts, ...(storyRows()?.waits(node) ?? []), ...linesOf(node)];
  const isPlaced = (one: TreeNode) => placeOf(one) !== undefined || one.kind === 'line';
  return [...all.filter(isPlaced).sort(inOrder), ...all.filter((one) => !isPlaced(one))];
}

function inOrder(a: TreeNode, b: TreeNode): number {
  const [first, second] = [placeOf(a), placeOf(b)];
  if (!first || !second) return 0;
  if (first.source === second.source) return first.line - second.line;
  return (first.time ?? 0) - (second.time ?? 0);
}

function placeOf(node: TreeNode): Place | undefined {
  if (node.kind === 'line') return node.place;
  if (node.kind === 'wait') return node.wait.at;
  return node.kind === 'phase' ? node.phase.at : undefined;
}

// The lines of a phase, and below the phase that failed the exceptions from root cause to what Nova recorded.
function linesOf(node: NodeOf<'phase'>): readonly TreeNode[] {
  const faults = faultsOf(node);
  const seen = new Set(faults.map(({ at }) => placeKey(at)));
  const lines = node.phase.places.flatMap((place): readonly TreeNode[] => {
    if (seen.has(placeKey(place))) return [];
    seen.add(placeKey(place));
    const id = `${node.id}/${placeKey(place)}`;
    return [{ kind: 'line', id, parent: node, operation: node.operation, place }];
  });
  const failures = faults.map((fault, index): TreeNode => {
    const id = `${node.id}/fault:${index}`;
    return { kind: 'fault', id, parent: node, operation: node.operation, fault };
  });
  return [...lines, ...failures];
}
