// What Nova logged of an instance beside its operations → occurrences, each with the operation that
// explains it.

import type { OperationKind, OccurrenceKind } from '../../knowledge/schema';
import type { Item } from './items';
import type { LogEvent, Occurrence, Operation, Place } from '../model';

/** Actions that leave the guest as it is: they explain no event of the hypervisor. */
const quiet = new Set<OperationKind>(['attach_volume', 'detach_volume', 'swap_volume', 'extend_volume',
  'attach_interface', 'detach_interface', 'lock', 'unlock', 'changePassword', 'resetState',
  'live_migration_cancel']);
/** Nova holds the event of a stopped guest back for 15 s, in case it is started again at once. */
const afterMs = 20_000;
const beforeMs = 2000;
/** So long may an operation that is under way log nothing. */
const quietMs = 600_000;
const keptOccurrences = 1000;

/** @param items of one instance in order. @param operations of it, in order. */
export function findOccurrences(
  items: readonly Item[], operations: readonly Operation[],
): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const answers = new Set(items.filter(({ spec }) => spec?.occurrence === 'stopped-by-itself'
    || spec?.occurrence === 'unexpected-state').map(({ request }) => request));
  for (const { at, event, spec, request } of items) {
    if (!spec?.occurrence || !event) continue;
    if (found.length >= keptOccurrences) break;
    const during = operations.findLast((operation) => {
      // what Nova does because of an event does not explain the event
      const answer = operation.request !== undefined && answers.has(operation.request);
      return explains(operation, at.time, answer ? 0 : beforeMs);
    }) ?? operations.find((operation) => comesIn(spec.occurrence, event) && isBefore(at, operation));
    const { marker, captures } = event;
    const state = captures['state'] ?? captures['task'];
    found.push({ kind: spec.occurrence, at, marker, state, request, during: during?.id });
  }
  return found;
}

function explains(
  { kind, begin, end, outcome }: Operation, time: number | undefined, before: number,
): boolean {
  if (quiet.has(kind) || time === undefined) return false;
  if (begin.time === undefined || end.time === undefined) return false;
  if (time < begin.time - before) return false;
  return time <= end.time + (outcome === 'in-progress' ? quietMs : afterMs);
}

/** What libvirt tells on the destination of a live migration while the memory comes in. */
const incoming = new Set(['Started', 'Resumed', 'Paused']);

function comesIn(occurrence: OccurrenceKind | undefined, { captures }: LogEvent): boolean {
  return occurrence === 'moved' || incoming.has(captures['state'] ?? '');
}

// The destination may log nothing of its own until it takes over: the guest that comes in is there before. So
// it is in a log that lost the first lines of a build: there is no guest before one.
function isBefore({ source, time }: Place, { kind, begin, attempts }: Operation): boolean {
  const comesBefore = kind === 'create' || (kind === 'live-migration' && attempts[0]?.role === 'destination');
  if (!comesBefore) return false;
  if (source !== begin.source || time === undefined || begin.time === undefined) return false;
  return time <= begin.time && begin.time - time <= quietMs;
}

const telling = new Set<OccurrenceKind>(['stopped-by-itself', 'unexpected-state', 'moved', 'evacuated']);

/** Whether it is worth a line of its own: what an operation explains is not. */
export function isNotable({ kind, during, at }: Occurrence): boolean {
  if (kind === 'sync-skipped' || kind === 'event-received') return false;
  if (kind === 'stopped-by-itself' || kind === 'unexpected-state' || kind === 'service-restart') return true;
  return during === undefined && at.time !== undefined;
}

/** Whether Nova itself says that something happened to the instance; an event alone may belong to an
 *  operation that is not in these logs. */
export function isTelling({ kind }: Occurrence): boolean {
  return telling.has(kind);
}
