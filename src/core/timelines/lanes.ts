// The lines of one move between hosts → a lane for the source and one for the destination, each with what
// that host did; a destination that gave up and the next one are lanes of their own.

import type { OperationKind, OperationSpec, PhaseId, Role } from '../../knowledge/schema';
import { draftOf, findAttempts, hostOf, isOfNoHost, isReport, lineOf, type AttemptDraft } from './attempts';
import type { Draft } from './draft';
import type { Item } from './items';
import type { Attempt, Outcome, Route } from '../model';

/** @param items the operation's own lines in order. @returns lanes in the order in which they began. */
export function findLanes(
  items: readonly Item[], draft: Draft, spec: OperationSpec,
): readonly AttemptDraft[] {
  const roles = rolesOf(items, draft, spec);
  const lanes = new Map<Role | undefined, Item[]>();
  for (const item of items) {
    if (isOfNoHost(item) && !isReport(item)) continue;
    const role = roles.get(item);
    const lane = lanes.get(role);
    if (lane) lane.push(item);
    else lanes.set(role, [item]);
  }
  const route = routeOf(items);
  return [...lanes]
    .flatMap(([role, own]) => draftsOf(own, role, draft.kind, route))
    .sort((a, b) => (a.items[0]?.order ?? 0) - (b.items[0]?.order ?? 0));
}

const reschedules = new Set<OperationKind>(['resize', 'migrate', 'evacuate']);

function draftsOf(
  items: readonly Item[], role: Role | undefined, kind: OperationKind, route: Route,
): readonly AttemptDraft[] {
  if (role !== 'destination' || !reschedules.has(kind)) {
    return [draftOf(items, role, hostOf(items) ?? (role && route[role]))];
  }
  const tries = findAttempts(items, kind);
  return tries.map((one, at) => ({
    ...one, role, host: one.host ?? (at === tries.length - 1 ? route.destination : undefined),
  }));
}

function rolesOf(
  items: readonly Item[], draft: Draft, spec: OperationSpec,
): ReadonlyMap<Item, Role | undefined> {
  const known = new Map<Item, Role>();
  const sides = new Map<string, Set<Role>>();
  for (const item of items) {
    const role = isReport(item) ? 'destination' : ownRole(item, draft, spec);
    if (!role) continue;
    known.set(item, role);
    if (isReport(item)) continue;
    for (const key of [lineOf(item), originOf(item)]) sides.set(key, (sides.get(key) ?? new Set()).add(role));
  }
  // what does not say its side is on that of the exception on its line, or of others of its log and process
  const last = new Map<string, Role>();
  const only = onlySideOf(spec);
  const found = new Map<Item, Role | undefined>();
  for (const item of items) {
    const origin = originOf(item);
    const here = onlyOf(sides.get(lineOf(item))) ?? onlyOf(sides.get(origin));
    // a fault names no host: the lines before it in its log and process tell; or one side does it all
    const process = `${item.log} ${item.process ?? ''}`;
    const role = known.get(item) ?? here ?? last.get(origin) ?? last.get(process) ?? only;
    if (role) last.set(origin, role).set(process, role);
    found.set(item, role);
  }
  return found;
}

function ownRole(item: Item, draft: Draft, spec: OperationSpec): Role | undefined {
  if (item.spec?.role) return item.spec.role;
  // where one side does it all, what the other one asks it to do may fail in the same functions
  const hinted = onlySideOf(spec) ? undefined : draft.hints.get(item)?.phase;
  const phase: PhaseId | undefined = item.phase ?? hinted;
  return phase && spec.roles?.[phase];
}

/** The side that does all of it. */
function onlySideOf({ roles }: OperationSpec): Role | undefined {
  return onlyOf(new Set(Object.values(roles ?? {})));
}

function onlyOf(sides: ReadonlySet<Role> | undefined): Role | undefined {
  return sides?.size === 1 ? [...sides][0] : undefined;
}

function originOf({ log, process, event }: Item): string {
  return `${log}|${event?.host ?? ''}|${process ?? ''}`;
}

/** Where the move began and where it went, as far as the lines or the hosts of its lanes tell. */
export function routeOf(
  items: readonly Item[], lanes: readonly Pick<Attempt, 'role' | 'host'>[] = [],
): Route {
  const named = (role: Role): string | undefined =>
    items.findLast((item) => item.event?.captures[role])?.event?.captures[role] ??
    lanes.findLast((lane) => lane.role === role && lane.host !== undefined)?.host;
  const claimed = items.findLast((item) => item.phase === 'claim' && item.event?.captures['node']);
  return {
    source: named('source'),
    destination: named('destination') ?? claimed?.event?.captures['node'],
  };
}

/** What became of a lane: where it does not say so itself, the operation as a whole does. */
export function laneOutcome(lane: AttemptDraft, outcome: Outcome): Attempt['outcome'] {
  if (lane.outcome !== 'in-progress') return lane.outcome;
  if (outcome === 'success' || outcome === 'in-progress') return outcome;
  return 'unknown';
}
