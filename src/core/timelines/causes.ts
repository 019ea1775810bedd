// The faults of one operation → root cause, recorded fault and the chain between, by the rules of Nova's
// except clauses. An error that did not hurt the operation takes no part.

import { isUncaught } from './caught';
import { fatalFaults } from './fatalFaults';
import { classTail, type Hints } from './frameHints';
import type { Item } from './items';
import type { Fault } from '../model';
import { quotedReason } from './quotedReason';
import { startedBy } from './startedBy';
import { classOfText, type CauseTables } from './statedFault';

export interface Causes {
  readonly rootCause: Fault | undefined;
  readonly fault: Fault | undefined;
  /** Oldest first, both ends included. */
  readonly chain: readonly Fault[];
}

const keptFaults = 100;

/** @param items the lines of one operation or attempt, in order. */
export function findCauses(
  items: readonly Item[],
  hints: ReadonlyMap<Item, Hints>,
  tables: CauseTables,
): Causes {
  const fatal = bounded(fatalFaults(items, hints, tables));
  const [first] = fatal;
  const last = fatal.at(-1);
  if (!first || !last) return { rootCause: undefined, fault: undefined, chain: [] };
  const path = fatal.flatMap((fault) =>
    pathOf(fault, tables).map((link) => startedBy(link, itemsBefore(fault, items), fatal)));
  const chain = distinct(path.flat());
  const rootCause = rootOf(chain, items, tables);
  return { rootCause, fault: last, chain: chain.slice(rootCause ? chain.indexOf(rootCause) : 0) };
}

// Where one request fails over and over, the first failures and the last tell the story.
function bounded(faults: readonly Fault[]): readonly Fault[] {
  return faults.length <= keptFaults ? faults : [...faults.slice(0, keptFaults - 1), ...faults.slice(-1)];
}

// From where it began to what was logged; a wrapper gives way to the reason that its own text names.
function pathOf(fault: Fault, tables: CauseTables): readonly Fault[] {
  const path = [...fault.chain].reverse();
  path.push(fault);
  const first = path[0];
  if (!first || !tables.wrappers.includes(classTail(first.type))) return path;
  const reason = reasonOf(first, tables);
  return reason ? [reason, ...path] : path;
}

// oslo.messaging: `Remote error: Class text`, for a class that the caller does not know.
const remoteError = /^Remote error: ([A-Za-z_]\w*)(?: ([^\n]*))?/;

function reasonOf(fault: Fault, tables: CauseTables): Fault | undefined {
  const remote = classTail(fault.type) === 'RemoteError' ? remoteError.exec(fault.message) : undefined;
  if (remote?.[1]) {
    return { ...fault, type: remote[1], message: remote[2] ?? '', chain: [], basis: 'message', remote: true };
  }
  const reason = quotedReason(fault.message);
  const type = classOfText(reason, tables);
  if (!type || type === classTail(fault.type)) return undefined;
  return { ...fault, type, message: reason, chain: [], basis: 'message' };
}

/** Items are in the order of time; the lines of a page need not be. */
function itemsBefore(fault: Fault, items: readonly Item[]): readonly Item[] {
  const own = items.findIndex((item) => item.fault === fault || item.at === fault.at);
  return items.slice(0, Math.min(own < 0 ? items.length : own, keptFaults * 100));
}

function distinct(faults: readonly Fault[]): readonly Fault[] {
  const kept: Fault[] = [];
  for (const fault of faults) {
    const same = kept.findIndex(
      (other) =>
        classTail(other.type) === classTail(fault.type) &&
        (other.message === fault.message || other.basis === 'message' || fault.basis === 'message'),
    );
    if (same < 0) kept.push(fault);
    // a traceback says more; a line that says the same again does not
    else if (kept[same]?.basis === 'message' && fault.basis === 'traceback') kept[same] = fault;
  }
  return kept;
}

function rootOf(chain: readonly Fault[], items: readonly Item[], tables: CauseTables): Fault | undefined {
  const isWrapper = (fault: Fault): boolean => tables.wrappers.includes(classTail(fault.type));
  // what was logged on its own was no signal to anybody; what is raised for it may say all of it and more,
  // which a class that only wraps does not. An exception that oslo.log put behind a line because it was being
  // handled was not
  const isLogged = (fault: Fault): boolean => fault.basis !== 'summary'
    && items.some((item) => item.fault === fault)
    && !chain.some((other) => other !== fault && !isWrapper(other) && other.message.includes(fault.message));
  const named = (fault: Fault): boolean =>
    !tables.signals.includes(classTail(fault.type)) || isUncaught(fault) || isLogged(fault);
  return (
    chain.find((fault) => named(fault) && !isWrapper(fault)) ??
    chain.find(named) ??
    chain[0]
  );
}
