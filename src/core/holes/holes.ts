// Digests, lanes and operations → where lines are or may be missing, and which operations that touches.

import { projects } from '../../knowledge/formats';
import { signs as specs } from '../../knowledge/signs';
import type { Service } from '../../knowledge/schema';
import { emptyHole } from './emptyHole';
import { headHoles, type HeadTables } from './heads';
import { indexIntervals } from '../hosts/intervals';
import type { Digest, Hole, HostLane, HostSpan, Operation, Silence, Timeline } from '../model';
import { rotationHoles } from './rotation';
import { showCommands } from './showCommands';

export interface Holes {
  readonly holes: readonly Hole[];
  readonly around: (operation: Operation) => readonly Hole[];
}

/** Shorter silences are never told, seconds. */
const leastSilence = 60;
const enoughRecords = 100;
/** A few tracebacks, each of whose lines has the time of the first, do not tell how long silences are. */
const enoughMoves = 20;
/** Where a larger part of the lines is not of a log, somebody put excerpts below each other: what lies
 *  between them nobody knows. */
const mostUnread = 0.2;
const hypervisors: ReadonlySet<string> = new Set(['libvirtd', 'virtqemud', 'virtlogd']);
/** Lines that were dropped within a minute are one hole, milliseconds. */
const sameDrop = 60_000;
/** Where nothing more comes of an operation, what lies so soon behind its last line touches it,
 *  milliseconds. */
const soonAfter = 600_000;

export function findHoles(
  digests: readonly Digest[], timelines: readonly Timeline[], lanes: readonly HostLane[], tables: HeadTables,
): Holes {
  const timed = [
    ...digests.flatMap(silenceHoles),
    ...digests.flatMap(droppedLines),
    ...rotationHoles(digests),
  ];
  const restarts = restartHoles(lanes);
  const find = indexIntervals([...timed, ...restarts].map((hole) => ({ ...timesOf(hole), value: hole })));
  const heads = headHoles(digests, timelines, tables);
  const touched = new Set<Hole>();
  const around = (operation: Operation): readonly Hole[] => {
    const head = heads.of(operation);
    return [...(head ? [head] : []), ...holesAround(operation, find)];
  };
  for (const operation of timelines.flatMap(({ operations }) => operations)) {
    for (const hole of around(operation)) touched.add(hole);
  }
  // that a service starts is a hole only for what it was at
  const told = [...timed, ...restarts.filter((hole) => touched.has(hole)), ...heads.all];
  told.sort((a, b) => timesOf(a).from - timesOf(b).from);
  return {
    holes: [...told, ...missingServices(timelines, digests)],
    around,
  };
}

/** Longer than what is usual, and not one of several alike. */
function isOdd({ seconds, usualSeconds, records, moves, alike }: Silence): boolean {
  const isKnown = records >= enoughRecords && moves >= enoughMoves;
  return seconds >= leastSilence && isKnown && alike <= 2 && seconds >= 5 * usualSeconds;
}

function silenceHoles(digest: Digest): readonly Hole[] {
  if (digest.unread > mostUnread * digest.lines) return [];
  const odd = (digest.signs?.silences ?? []).filter((silence) => isOdd(silence) && isOfCloud(silence));
  return odd.map(({ from, to, seconds, usualSeconds, host, service = onlyService(digest) }) => ({
    ...emptyHole('silence'), source: digest.source, host, service, from, to, seconds, usualSeconds,
  }));
}

// In the journal of a host programs speak that have nothing to do with Nova, many of them only now and then.
function isOfCloud({ service = 'nova' }: Silence): boolean {
  return projects.includes(service.split('-', 1)[0] ?? '') || hypervisors.has(service);
}

function onlyService({ services }: Digest): string | undefined {
  return services.length === 1 ? services[0] : undefined;
}

type Draft = { -readonly [key in keyof Hole]: Hole[key] };

function droppedLines(digest: Digest): readonly Hole[] {
  const holes: Draft[] = [];
  for (const { row, at, host, service, values } of digest.signs?.signs ?? []) {
    const spec = specs[row];
    if (spec?.sign !== 'dropped') continue;
    const kind = spec.logger.includes('root') ? 'rate-limit' : 'suppressed';
    const count = values['count'] === undefined ? undefined : Number(values['count']);
    const last = holes.at(-1);
    if (last?.kind === kind && last.host === host && (at.time ?? 0) - (last.to?.time ?? 0) <= sameDrop) {
      last.to = at;
      if (count !== undefined) last.count = (last.count ?? 0) + count;
      continue;
    }
    const whose = values['unit'] ?? service;
    holes.push({ ...emptyHole(kind), source: digest.source, host, service: whose, from: at, to: at, count });
  }
  return holes;
}

function restartHoles(lanes: readonly HostLane[]): readonly Hole[] {
  return lanes.flatMap(({ spans }) => spans.filter(isStart).map((span): Hole => {
    const { begin: to, host, service } = span;
    const before = spans.findLast((other) => other.kind === 'service' && other.service === service
      && other.end?.source === to?.source && (other.end?.time ?? 0) <= (to?.time ?? 0));
    return { ...emptyHole('restart'), source: to?.source, host, service, from: before?.end, to };
  }));
}

function isStart({ kind, begin }: HostSpan): boolean {
  return kind === 'service' && begin?.time !== undefined;
}

function timesOf({ from, to }: Hole): { readonly from: number; readonly to: number } {
  const end = to?.time ?? from?.time ?? Number.NEGATIVE_INFINITY;
  return { from: from?.time ?? end, to: end };
}

function holesAround(
  operation: Operation, find: (begin: number, end: number) => readonly Hole[],
): readonly Hole[] {
  const begin = operation.begin.time;
  const end = operation.end.time;
  if (begin === undefined || end === undefined) return [];
  const open = operation.outcome === 'in-progress' || operation.outcome === 'unknown';
  const near = find(begin, open ? end + soonAfter : end);
  if (near.length === 0) return [];
  const sources = new Set(operation.places.map(({ source }) => source));
  return near.filter(({ source, from, to, kind }) => {
    if (source === undefined) return false;
    // what is over when a service starts, and what begins with its start, was not cut by it
    if (kind === 'restart' && ((to?.time ?? 0) <= begin || (!open && (to?.time ?? 0) >= end))) return false;
    // nor was what begins when lines come again, or is over when they cease
    const isBeside = (to?.time ?? end) <= begin || (!open && (from?.time ?? begin) >= end);
    if (kind === 'silence' && isBeside) return false;
    return [source, from?.source, to?.source].some((one) => one !== undefined && sources.has(one));
  });
}

/** Services whose lines some operation needs and that none of the logs comes from. */
function missingServices(timelines: readonly Timeline[], digests: readonly Digest[]): readonly Hole[] {
  const services = new Set<Service>();
  for (const { phases } of timelines.flatMap(({ operations }) => operations)) {
    for (const { needsService } of phases) if (needsService) services.add(needsService);
  }
  const here = new Set(digests.flatMap(servicesIn));
  // where a log of another host or time is here, which one is needed the phase itself says
  const missing = [...services].map((part) => `nova-${part}`).filter((service) => !here.has(service)).sort();
  if (missing.length === 0) return [];
  // one of which nothing tells the service may be the very log that is needed
  const source = digests.find((digest) => digest.records > 0 && servicesIn(digest).length === 0)?.source;
  const show = showCommands(digests);
  return missing.map((service) => ({ ...emptyHole('service'), source, service, ...show(service) }));
}

// By its lines, or by the name of its file where they tell none.
function servicesIn({ services, origin }: Digest): readonly string[] {
  if (services.length > 0) return services;
  return origin?.service === undefined ? [] : [origin.service];
}
