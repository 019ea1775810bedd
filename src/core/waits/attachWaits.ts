// Waits and timelines → operations with what they waited for, each wait in the phase that it delayed.

import { eventWaits } from './eventWaits';
import type { Digest, LockWait, Operation, Phase, Place, Timeline, Wait } from '../model';
import { secondsWithout, timeCovered, type TimeSpan } from '../timelines/timeCovered';

/** An event is told with the operation that it came after, up to here, milliseconds. */
const afterwards = 120_000;
const instanceInName = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/;

/** Operation → its waits, in order; built once for all timelines. */
export function waitsByOperation(
  digests: readonly Digest[], timelines: readonly Timeline[], ties: (request: string) => string | undefined,
): ReadonlyMap<Operation, readonly Wait[]> {
  const byInstance = new Map(timelines.map(({ instance, operations }) => [instance, operations]));
  const found = new Map<Operation, Wait[]>();
  const add = (operation: Operation | undefined, wait: Wait): void => {
    if (!operation) return;
    const own = found.get(operation);
    if (own) own.push(wait);
    else found.set(operation, [wait]);
  };
  for (const [instance, waits] of eventWaits(digests)) {
    const operations = byInstance.get(instance) ?? [];
    for (const wait of waits) add(operationOfEvent(operations, wait), wait);
  }
  for (const lock of digests.flatMap(({ signs }) => signs?.lockWaits ?? [])) {
    const wait = waitOfLock(lock);
    const named = instanceInName.exec(lock.name)?.[0];
    const instance = lock.instance ?? (lock.request === undefined ? undefined : ties(lock.request)) ?? named;
    add(operationOfLock(byInstance.get(instance ?? '') ?? [], wait, lock.request), wait);
  }
  for (const waits of found.values()) waits.sort((a, b) => beginOf(a) - beginOf(b));
  return found;
}

function operationOfEvent(operations: readonly Operation[], wait: Wait): Operation | undefined {
  const time = beginOf(wait);
  const last = operations.findLast(({ begin }) => begin.time !== undefined && begin.time <= time);
  return last?.end.time !== undefined && time - last.end.time <= afterwards ? last : undefined;
}

// The request says whose it is; without one the operation that runs at that time.
function operationOfLock(
  operations: readonly Operation[], wait: Wait, request: string | undefined,
): Operation | undefined {
  if (request !== undefined) return operations.find((operation) => operation.request === request);
  const from = beginOf(wait);
  const to = wait.end ?? from;
  const during = operations.filter(({ begin, end, outcome }) =>
    (begin.time ?? Number.MAX_SAFE_INTEGER) <= to
    && ((end.time ?? 0) >= from || (outcome === 'in-progress' && wait.end === undefined)));
  return during.length === 1 ? during[0] : undefined;
}

function waitOfLock(lock: LockWait): Wait {
  const { name, by, seconds, secondsFrom, at, asked, holders } = lock;
  const end = seconds === undefined ? undefined : at.time;
  const begin = end !== undefined && seconds !== undefined ? end - seconds * 1000 : (asked?.time ?? at.time);
  const own = asked && asked.line !== at.line ? [asked, at] : [at];
  return {
    kind: 'lock', name, by: by === '' ? undefined : by, outcome: seconds === undefined ? 'open' : 'got',
    begin, end, seconds, secondsFrom, at, holders, phase: undefined,
    places: [...own, ...holders.map((hold) => hold.at)].sort(byTime),
  };
}

function byTime(a: Place, b: Place): number {
  return (a.time ?? 0) - (b.time ?? 0) || a.line - b.line;
}

function beginOf({ begin, at }: Wait): number {
  return begin ?? at.time ?? 0;
}

/** The operation with its waits, and its phases with theirs. */
export function withWaits(operation: Operation, waits: readonly Wait[]): Operation {
  const placed = waits.map((wait) => ({ ...wait, phase: phaseOf(operation.phases, wait)?.id }));
  const fill = (phases: readonly Phase[]): readonly Phase[] => {
    const byPhase = new Map<Phase, Wait[]>();
    for (const wait of placed) {
      const phase = phaseOf(phases, wait);
      if (phase) byPhase.set(phase, [...(byPhase.get(phase) ?? []), wait]);
    }
    return byPhase.size === 0 ? phases : phases.map((phase) => {
      const own = byPhase.get(phase);
      return own ? { ...phase, waits: own } : phase;
    });
  };
  return {
    ...operation,
    phases: fill(operation.phases),
    attempts: operation.attempts.map((attempt) => ({ ...attempt, phases: fill(attempt.phases) })),
    waits: placed,
    unattributedSeconds: withoutWaits(operation, placed),
  };
}

// Time that passed in waiting is accounted for, also where the phase does not say when it began.
function withoutWaits(
  { begin, end, phases, unattributedSeconds: open }: Operation, waits: readonly Wait[],
): number | undefined {
  if (open === undefined || begin.time === undefined || end.time === undefined) return open;
  const [from, to] = [begin.time, end.time];
  const spanOf = (one: Pick<Phase, 'begin' | 'end'>): readonly TimeSpan[] =>
    (one.begin === undefined || one.end === undefined ? []
      : [[Math.max(from, one.begin), Math.min(to, one.end)]]);
  const known = phases.flatMap(spanOf);
  const waited = timeCovered([...known, ...waits.flatMap(spanOf)]) - timeCovered(known);
  return secondsWithout(open, waited);
}

// Of the phases that run meanwhile the one that shares most of the wait; of two alike the inner one.
function phaseOf(phases: readonly Phase[], wait: Wait): Phase | undefined {
  const isPlugging = wait.name.startsWith('network-vif-plugged');
  const plugging = phases.find(({ id, at }) => isPlugging && id === 'vif_plug' && at);
  if (plugging) return plugging;
  const from = beginOf(wait);
  const to = wait.end ?? from;
  let best: Phase | undefined;
  let most = -1;
  let shortest = 0;
  for (const phase of phases) {
    const begin = phase.begin;
    // what is under way when the log ends goes on
    const end = phase.end ?? (phase.outcome === 'in-progress' ? Number.MAX_SAFE_INTEGER : begin);
    if (begin === undefined || end === undefined) continue;
    const shared = Math.min(end, to) - Math.max(begin, from);
    if (shared < 0 || shared < most || (shared === most && end - begin >= shortest)) continue;
    [best, most, shortest] = [phase, shared, end - begin];
  }
  return best;
}
