// What the analysis says beyond one operation → the parts of the report that programs read. In: data of the
// core. Out: plain objects of the shape in media/report.schema.json: lines count from 1, absent is null.

import { requestIndexOf } from '../joins/requestTree';
import { requestsIn } from '../joins/requestsIn';
import type {
  Amount, Analysis, CauseGroup, Divergence, Hole, HostLane, HostSpan, LockHold, PhasePace, Place, Wait,
} from '../model';
import { placeOf, timeOf, type ReportPlace } from './reportPlace';

/** What a report says of an operation beyond itself. */
export interface OperationStory {
  readonly waits: readonly ReportWait[];
  /** Trouble of its hosts while it ran: facts, not causes. */
  readonly around: readonly ReturnType<typeof spanOf>[];
  /** Where lines of it may be missing. */
  readonly holes: readonly ReturnType<typeof holeOf>[];
  /** Beside the nearest operation of its kind that went well: where they part. */
  readonly divergence: ReturnType<typeof divergenceOf> | null;
}

/** What a report says of all logs together. */
export interface SetStory {
  readonly groups: readonly ReturnType<typeof groupOf>[];
  readonly hosts: readonly ReturnType<typeof laneOf>[];
  readonly holes: readonly ReturnType<typeof holeOf>[];
  readonly paces: readonly ReturnType<typeof paceOf>[];
}

export type ReportWait = ReturnType<typeof waitOf>;

export function waitOf({ holders, places, at, begin, end, ...wait }: Wait) {
  return {
    kind: wait.kind, name: wait.name, by: orNull(wait.by), outcome: wait.outcome, begin: timeOf(begin),
    end: timeOf(end), seconds: orNull(wait.seconds), secondsFrom: orNull(wait.secondsFrom), at: placeOf(at),
    places: places.map(placeOf), holders: holders.map(holdOf), phase: orNull(wait.phase),
  };
}

function holdOf({ by, request, seconds, at }: LockHold) {
  return { by, request: orNull(request), seconds: orNull(seconds), at: placeOf(at) };
}

export function spanOf({ kind, host, service, process, begin, end, count, places, values }: HostSpan) {
  return {
    kind, host: orNull(host), service: orNull(service), process: orNull(process), beginAt: placeOrNull(begin),
    endAt: placeOrNull(end), count, places: places.map(placeOf), values,
  };
}

export function holeOf({ kind, source, host, service, from, to, ...hole }: Hole) {
  return {
    kind, source: orNull(source), host: orNull(host), service: orNull(service), from: placeOrNull(from),
    to: placeOrNull(to), seconds: orNull(hole.seconds), usualSeconds: orNull(hole.usualSeconds),
    count: orNull(hole.count), command: orNull(hole.command),
    commandAssumed: hole.isAssumed ?? false,
  };
}

export function divergenceOf({ sameUntil, here, there, seconds, goodSeconds, ...rest }: Divergence) {
  return {
    good: rest.good, shared: rest.shared, part: rest.part, phase: rest.phase,
    sameUntil: sameUntil ? { here: placeOf(sameUntil.here), there: placeOf(sameUntil.there) } : null,
    here: placeOrNull(here), there: placeOrNull(there), seconds: orNull(seconds),
    goodSeconds: orNull(goodSeconds),
  };
}

export function groupOf(group: CauseGroup) {
  return {
    id: group.id, type: orNull(group.type), message: group.message, frame: orNull(group.frame),
    phase: orNull(group.phase), kinds: group.kinds, count: group.places.length, first: placeOf(group.first),
    last: placeOf(group.last), places: group.places.map(placeOf), operations: group.operations,
    instances: group.instances, hosts: group.hosts, unknownHosts: group.unknownHosts, shared: group.shared,
  };
}

export function laneOf({ host, basis, sources, services, spans, audits, claims }: HostLane) {
  return {
    host: orNull(host), basis: orNull(basis), sources, services, spans: spans.map(spanOf),
    audits: audits.map(({ at, node, memory, disk, vcpus }) => ({
      at: placeOf(at), node, memory: amountOf(memory), disk: amountOf(disk), vcpus: amountOf(vcpus),
    })),
    claims: claims.map(({ at, instance, asked, free, outcome }) => ({
      at: placeOf(at), instance: orNull(instance), outcome,
      asked: { memory: asked.memory, disk: asked.disk, vcpus: orNull(asked.vcpus) },
      free: { memory: orNull(free.memory), disk: orNull(free.disk), vcpus: orNull(free.vcpus) },
    })),
  };
}

function amountOf({ total, used }: Amount) {
  return { total: orNull(total), used: orNull(used) };
}

export function paceOf({ kind, phase, host, count, p50, p95, outliers }: PhasePace) {
  return {
    kind, phase, host: orNull(host), count, p50, p95,
    outliers: outliers.map(({ at, ...outlier }) => ({ ...outlier, at: placeOf(at) })),
  };
}

/** Each request with its operations, and where it was seen. */
export function* requestsOf(analysis: Analysis) {
  const index = requestIndexOf(analysis);
  for (const { request, instance, operations } of requestsIn(analysis)) {
    const { sights = [], caused = [] } = index.node(request) ?? {};
    yield {
      request, instance: orNull(instance), operations,
      seen: sights.map(({ source, service, host, first, last, count }) => ({
        source, service: orNull(service), host: orNull(host), first: placeOf(first), last: placeOf(last),
        lines: orNull(count),
      })),
      caused: caused.map(({ callee, via, at }) => ({ request: callee, via, at: placeOf(at) })),
    };
  }
}

function placeOrNull(place: Place | undefined): ReportPlace | null {
  return place ? placeOf(place) : null;
}

function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}
