// What stands in the tree "Nova Instances", as plain data, and what the person chose to see of it.

import type {
  Attempt, CauseGroup, Diagnosis, Digest, Divergence, Evidence, Fault, Finding, Hole, HostLane, HostSpan,
  Occurrence, Operation, Phase, Place, Subject, Wait,
} from '../../core/model';
import { placeKey } from '../../core/placeKey';

import type { LargeInstance } from '../../disk/large/lines';
import type { LargeView } from '../large/view';
import type { RotatedAway } from './rotatedAway';

export type TreeFilter = 'all' | 'failed' | 'slow' | 'in-progress';

/** What stands at the top. */
export type TreeGrouping = 'instance' | 'instance+host' | 'request' | 'host' | 'cause';

export interface TreeChoices {
  readonly grouping: TreeGrouping;
  readonly filter: TreeFilter;
  readonly slowPhaseSeconds: number;
  /** Logs that are read from their files, by their sources. */
  readonly large?: ReadonlyMap<string, LargeView>;
  /** Failures that left their logs while these were open. */
  readonly gone?: readonly RotatedAway[];
  /** How many children of a node are shown; absent: PAGE. */
  readonly shown: ReadonlyMap<string, number>;
}

/** More children than this hide behind "Show more". */
export const PAGE = 500;

interface Row {
  /** Unique in the whole tree, the same for the same thing while the log grows. */
  readonly id: string;
  readonly parent: TreeNode | undefined;
}

interface Child extends Row {
  readonly parent: TreeNode;
}

/** Those that pass the filter. */
interface Operations {
  readonly operations: readonly Operation[];
}

/** What may stand at the top. */
type GroupNode =
  | (Row & { readonly kind: 'log'; readonly digest: Digest })
  | (Row & { readonly kind: 'logs' })
  /** All hosts, below the instances. */
  | (Row & { readonly kind: 'hosts' })
  | (Row & { readonly kind: 'gone'; readonly gone: RotatedAway })
  | (Row & { readonly kind: 'large'; readonly view: LargeView })
  | (Row & Operations & {
      readonly kind: 'instance';
      readonly instance: string;
      /** What Nova logged of it beside its operations, and no operation explains. */
      readonly beside: readonly Occurrence[];
      /** What is known of it before it is read, in a log that is read from its file. */
      readonly row?: LargeInstance | undefined;
    })
  /** Undefined: operations whose lines have no request. */
  | (Row & Operations & { readonly kind: 'request'; readonly request: string | undefined })
  /** Undefined: operations of which no log says on which host they ran. */
  | (Row & Operations & {
      readonly kind: 'host';
      readonly host: string | undefined;
      readonly lane: HostLane | undefined;
    })
  | (Row & Operations & { readonly kind: 'cause'; readonly group: CauseGroup });

/** What lies around an operation, what happened beside them all, and the lives of hosts; see storyRows.ts. */
export type StoryNode =
  /** The life of a host, and a stretch of it. */
  | (Child & { readonly kind: 'life'; readonly lane: HostLane })
  | (Child & { readonly kind: 'span'; readonly span: HostSpan })
  /** What an operation waited for; below it its lines. */
  | (Child & { readonly kind: 'wait'; readonly operation: Operation; readonly wait: Wait })
  /** Several things at once: what happened meanwhile, or where lines may be missing. */
  | (Child & {
      readonly kind: 'around';
      readonly what: 'meanwhile' | 'missing';
      readonly spans: readonly HostSpan[];
      readonly holes: readonly Hole[];
    })
  | (Child & { readonly kind: 'hole'; readonly hole: Hole })
  /** Where a failed operation parts from `good`. */
  | (Child & {
      readonly kind: 'divergence';
      readonly operation: Operation;
      readonly divergence: Divergence;
      readonly good: Operation;
    })
  | (Child & { readonly kind: 'occurrence'; readonly instance: string; readonly occurrence: Occurrence });

export type TreeNode =
  | GroupNode
  | StoryNode
  /** The instances of a large log that failed. Its row is there before they are known: no row moves then. */
  | (Child & { readonly kind: 'failures'; readonly view: LargeView })
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
  /** Lines bound to one cause, and one of these lines. */
  | (Child & { readonly kind: 'diagnosis'; readonly diagnosis: Diagnosis })
  | (Child & { readonly kind: 'evidence'; readonly evidence: Evidence })
  /** An exception that no operation of the log accounts for; `name`: its class. */
  | (Child & { readonly kind: 'finding'; readonly finding: Finding; readonly name: string | undefined })
  | (Child & {
      readonly kind: 'line';
      readonly operation: Operation | undefined;
      readonly place: Place;
      /** What the line is to the row above it: stands before its text. */
      readonly note?: string;
    })
  | (Child & { readonly kind: 'fault'; readonly operation: Operation; readonly fault: Fault })
  /** All lines that are about something, log by log. */
  | (Child & {
      readonly kind: 'lines';
      readonly subject: Subject;
      readonly count: number;
      readonly logs: number;
    })
  | (Child & { readonly kind: 'logLines'; readonly source: string; readonly lines: readonly number[] })
  | (Child & { readonly kind: 'more'; readonly hidden: number; readonly shown: number });

export type NodeOf<K extends TreeNode['kind']> = Extract<TreeNode, { kind: K }>;

const storyKinds: ReadonlySet<string> = new Set<StoryNode['kind']>([
  'life', 'span', 'wait', 'around', 'hole', 'divergence', 'occurrence',
]);

export function isStory(node: TreeNode): node is StoryNode {
  return storyKinds.has(node.kind);
}

/** The log under which a node stands; undefined: under something that may have lines in several. */
export function logOf(node: TreeNode): string | undefined {
  if (node.kind === 'log') return node.digest.source;
  if (node.kind === 'large') return node.view.source;
  if (node.kind === 'logLines') return node.source;
  return node.parent && logOf(node.parent);
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

/** The instance, request or operation that a node is about. */
export function subjectOf(node: TreeNode): Subject | undefined {
  if (node.kind === 'instance') return { kind: 'instance', id: node.instance };
  if (node.kind === 'operation') return { kind: 'operation', id: node.operation.id };
  const request = node.kind === 'request' ? node.request : undefined;
  return request === undefined ? undefined : { kind: 'request', id: request };
}

/** The lines of a row, each once. */
export function linesAt(parent: TreeNode, places: readonly Place[]): readonly TreeNode[] {
  const distinct = new Map(places.map((place) => [placeKey(place), place]));
  return [...distinct].map(([key, place]) => ({
    kind: 'line', id: `${parent.id}/${key}`, parent, operation: undefined, place,
  }));
}

/** Whether operations stand below it. */
export function isFilled(root: TreeNode): boolean {
  return 'operations' in root && root.operations.length > 0;
}
