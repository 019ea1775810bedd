// Events and faults of all logs → what is known of each instance, in time order, doubled lines once.

import type { MarkerSpec, OperationKind, PhaseId } from '../../knowledge/schema';
import { beginOf } from '../faults/faultLines';
import { raisedFor } from './caught';
import { findOwners } from './owners';
import { besideLines } from './recordedItems';
import { Told } from './told';
import { besideTheirLines } from './undatedFaults';
import type { Digest, Fault, LogEvent, Place, Tie } from '../model';

/** An event or a fault on its way into an operation. */
export interface Item {
  readonly at: Place;
  readonly log: number;
  readonly event: LogEvent | undefined;
  readonly spec: MarkerSpec | undefined;
  readonly phase: PhaseId | undefined;
  /** What it says of its operation as a whole. */
  readonly says: MarkerSpec['says'];
  readonly fault: Fault | undefined;
  readonly tie: Tie | undefined;
  readonly request: string | undefined;
  readonly process: string | undefined;
  /** Time by which items are ordered: their own, or that of the item before them in the same log. */
  readonly order: number;
  /** Its line, among those of the same time in the same log; negative where the log has the newest first. */
  readonly rank: number;
  /** Milliseconds by which its clock is proven to be ahead of the others: already taken off from `order`. */
  readonly ahead: number;
}

/** By how much the clock of a line is proven to be ahead: by its log and the host that the line names. */
export type Ahead = (source: string, host: string | undefined) => number;

export interface MarkerRow {
  readonly phase: PhaseId;
  readonly spec: MarkerSpec;
}

/** All items by instance; what belongs to no instance is left out. */
export function itemsByInstance(
  digests: readonly Digest[],
  markers: readonly (MarkerRow | undefined)[],
  ahead: Ahead = () => 0,
): Map<string, Item[]> {
  const owners = findOwners(digests, markers);
  const all = new Map<string, Item[]>();
  digests.forEach((digest, log) => {
    let clock = 0;
    const told = new Told();
    const host = computeHost(digest);
    const newestFirst = isNewestFirst(digest, markers);
    const add = (found: Item, instance: string | undefined): void => {
      if (!instance) return;
      const item = newestFirst ? { ...found, rank: -found.rank } : found;
      const items = all.get(instance);
      if (items) items.push(item);
      else all.set(instance, [item]);
    };
    for (const event of digest.events) {
      const marker = markers[event.marker];
      if (!marker?.spec.recorded) clock = event.at.time ?? clock;
      if (!marker) continue; // evidence for diagnoses: beside every operation
      const owner = owners.ofEvent(event, marker.spec);
      if (marker.spec.edge === 'fail') told.failed(event, owner.instance);
      const by = ahead(digest.source, event.host);
      const placed = event.host === undefined && host !== undefined ? { ...event, host } : event;
      const item = itemOfEvent(placed, log, clock, owner.tie, marker);
      add(by === 0 ? item : { ...item, order: item.order - by, ahead: by }, owner.instance);
    }
    const raised = raisedFor(digest.faults);
    for (const fault of digest.faults) {
      const sole = owners.ofFault(raised.get(fault) ?? fault);
      const again = sole ? undefined : told.of(fault);
      const item = itemOfFault(fault, log, ahead(digest.source, undefined), sole ? fault.tie : 'traceback');
      add(again ? { ...item, request: again.request } : item, sole ?? again?.instance);
    }
  });
  return ordered(all);
}

const fewSteps = 3;

/** As Kibana and the like hand lines out. */
function isNewestFirst({ events }: Digest, markers: readonly (MarkerRow | undefined)[]): boolean {
  let back = 0;
  let on = 0;
  let above: number | undefined;
  for (const { at: { time }, marker } of events) {
    if (markers[marker]?.spec.recorded) continue;
    if (time !== undefined && above !== undefined) {
      if (time < above) back += 1;
      if (time > above) on += 1;
    }
    above = time ?? above;
  }
  return back >= fewSteps && back > 9 * on;
}

/** The host whose nova-compute wrote the log: what its lines say happened there. */
export function computeHost({ origin }: Pick<Digest, 'origin'>): string | undefined {
  return origin?.service === 'nova-compute' ? origin.host : undefined;
}

/** @returns the item as it is to be read in an operation of that kind: its phase, and what it says. */
export function itemIn(item: Item, kind: OperationKind): Item {
  const { spec } = item;
  if (!spec) return item;
  const phase = spec.phaseFor?.[kind] ?? item.phase;
  // a success of another kind is none of this one; a failure is one wherever it stands
  const logged = spec.says !== 'success' || (spec.kinds?.includes(kind) ?? true);
  const says = spec.saysIn?.[kind] ?? ((spec.saysFor?.includes(kind) ?? logged) ? spec.says : undefined);
  return phase === item.phase && says === item.says ? item : { ...item, phase, says };
}

function itemOfEvent(
  event: LogEvent,
  log: number,
  clock: number,
  tie: Tie | undefined,
  marker: MarkerRow | undefined,
): Item {
  const order = marker?.spec.recorded ? event.at.time ?? clock : clock;
  return {
    at: event.at,
    log,
    event,
    spec: marker?.spec,
    phase: marker?.phase,
    says: marker?.spec.says,
    fault: undefined,
    tie,
    request: event.request,
    process: event.process,
    order,
    rank: event.at.line,
    ahead: 0,
  };
}

function itemOfFault(fault: Fault, log: number, ahead: number, tie: Tie | undefined): Item {
  const at = beginOf(fault);
  return {
    at,
    log,
    event: undefined,
    spec: undefined,
    phase: undefined,
    says: undefined,
    fault,
    tie: tie ?? 'request',
    request: fault.request,
    process: fault.process,
    order: (fault.at.time ?? 0) - ahead,
    rank: at.line,
    ahead,
  };
}

/** An exception that names nobody, and whose it is taken to be. */
export interface OwnedFault {
  readonly fault: Fault;
  readonly log: number;
  readonly instance: string;
  readonly request: string | undefined;
}

/** Each at its place among the lines of the instance whose it is. */
export function addFaults(
  all: Map<string, Item[]>, owned: readonly OwnedFault[], aheadOf: (log: number) => number,
): void {
  const further = new Map<string, Item[]>();
  for (const { fault, log, instance, request } of owned) {
    const item = { ...itemOfFault({ ...fault, tie: 'sole' }, log, aheadOf(log), 'sole'), request };
    const own = further.get(instance);
    if (own) own.push(item);
    else further.set(instance, [item]);
  }
  for (const [instance, items] of further) all.set(instance, inOrder([...all.get(instance) ?? [], ...items]));
}

function ordered(all: Map<string, Item[]>): Map<string, Item[]> {
  for (const [instance, items] of all) all.set(instance, inOrder(besideTheirLines(besideLines(items))));
  return all;
}

function inOrder(found: readonly Item[]): Item[] {
  const items = [...found];
  items.sort(
    (a, b) =>
      a.order - b.order ||
      a.log - b.log ||
      a.rank - b.rank ||
      Number(a.fault !== undefined) - Number(b.fault !== undefined),
  );
  return items.filter((item, at) => !isRepeated(items, at, item));
}

// Doubled lines have the time of the line they repeat, so only the items of the same time are compared.
function isRepeated(items: readonly Item[], at: number, item: Item): boolean {
  if (item.at.time === undefined) return false;
  let key: string | undefined;
  for (let i = at - 1; i >= 0 && at - i < 50; i--) {
    const before = items[i];
    if (!before || before.order !== item.order) return false;
    key ??= keyOf(item);
    if (keyOf(before) === key) return true;
  }
  return false;
}

// The same statement with the same values at the same millisecond is one line that was pasted or merged
// twice.
function keyOf({ at, event, fault, request, process }: Item): string {
  const values = event ? Object.values(event.captures).join('|') : `${fault?.type}|${fault?.message}`;
  return `${at.time}|${event?.marker ?? fault?.logger}|${request}|${process}|${values}`;
}
