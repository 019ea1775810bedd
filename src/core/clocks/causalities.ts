// All logs of a set → pairs of lines of which one was logged before the other, on different clocks. Each pair
// holds by itself, whatever lines are missing around it.

import { sameHost } from '../sets/hosts';
import type { ClockMap, ClockNode } from './clockMap';
import type { Causality, Digest, OrderPoint, Place } from '../model';

/** `before` was not later than `after`, by true time. */
export interface Pair {
  readonly rule: Causality['rule'];
  readonly from: ClockNode;
  readonly to: ClockNode;
  readonly before: Place;
  readonly after: Place;
  /** `after` minus `before` by their own clocks, milliseconds, with what the times may be wrong by. */
  readonly apart: number;
}

interface Seen {
  readonly node: ClockNode;
  readonly at: Place;
  readonly time: number;
}

interface PlacedPoint extends Seen {
  readonly point: OrderPoint;
}

/** Milliseconds that a line's time may be late by: it is rounded down. */
const rounding = 1;
/** Of what is said to have taken so long, the last digit may be rounded. */
const tookRounding = 10;
const mostPairs = 200_000;

export function findCausalities(digests: readonly Digest[], clocks: ClockMap): readonly Pair[] {
  const pairs: Pair[] = [];
  const add = (rule: Pair['rule'], from: Seen, to: Seen): void => {
    if (from.node === to.node || pairs.length >= mostPairs) return;
    const slack = rounding + to.node.coarse + (from.time === from.at.time ? 0 : tookRounding);
    const apart = to.time - from.time + slack;
    pairs.push({ rule, from: from.node, to: to.node, before: from.at, after: to.at, apart });
  };
  const points = pointsByRequest(digests, clocks);
  const firsts = firstLines(digests, clocks);
  const callees = calleesOf(digests);
  for (const [request, own] of points) {
    sentPairs(own, [request, ...(callees.get(request) ?? [])], firsts, add);
    chosenPairs(own, request, firsts, add);
    rulePairs(own, add);
  }
  callPairs(digests, clocks, points, firsts, add);
  return pairs;
}

type Add = (rule: Pair['rule'], from: Seen, to: Seen) => void;
type Points = ReadonlyMap<string, readonly PlacedPoint[]>;

function pointsByRequest(digests: readonly Digest[], clocks: ClockMap): Points {
  const points = new Map<string, PlacedPoint[]>();
  for (const { source, joins } of digests) {
    for (const point of joins?.order ?? []) {
      const node = clocks.nodeOf(source, point.host);
      if (node) append(points, point.request, { point, node, at: point.at, time: point.time });
    }
  }
  return points;
}

/** Request → its earliest line by each clock; by `request instance` the earliest that names the instance. */
type Firsts = ReadonlyMap<string, ReadonlyMap<number, Seen>>;

function firstLines(digests: readonly Digest[], clocks: ClockMap): Firsts {
  const firsts = new Map<string, Map<number, Seen>>();
  const see = (key: string, node: ClockNode, at: Place): void => {
    if (at.time === undefined) return;
    const own = firsts.get(key) ?? new Map<number, Seen>();
    firsts.set(key, own);
    const before = own.get(node.number);
    if (!before || at.time < before.time) own.set(node.number, { node, at, time: at.time });
  };
  for (const { source, events, joins } of digests) {
    for (const { request, instance, host, at } of [...events, ...(joins?.order ?? [])]) {
      const node = request === undefined ? undefined : clocks.nodeOf(source, host);
      if (!node || request === undefined) continue;
      see(request, node, at);
      if (instance !== undefined) see(`${request} ${instance}`, node, at);
    }
    for (const { request, globalRequest, host, at } of joins?.mentions ?? []) {
      const node = clocks.nodeOf(source, host);
      if (!node) continue;
      for (const id of new Set([request, globalRequest])) if (id !== undefined) see(id, node, at);
    }
  }
  return firsts;
}

function calleesOf(digests: readonly Digest[]): ReadonlyMap<string, readonly string[]> {
  const callees = new Map<string, string[]>();
  for (const { joins } of digests) {
    for (const { caller, callee } of joins?.calls ?? []) append(callees, caller, callee);
  }
  return callees;
}

// The API took the request up before any other service could log a line of it or of what it caused.
function sentPairs(
  points: readonly PlacedPoint[], requests: readonly string[], firsts: Firsts, add: Add,
): void {
  const sent = points.filter(({ point }) => point.rule === 'sent');
  if (sent.length === 0) return;
  for (const request of requests) {
    for (const first of firsts.get(request)?.values() ?? []) {
      for (const from of sent) add('sent', from, first);
    }
  }
}

function chosenPairs(
  points: readonly PlacedPoint[], request: string, firsts: Firsts, add: Add,
): void {
  for (const from of points) {
    const { rule, about, instance } = from.point;
    if (rule !== 'chosen' || about === undefined || instance === undefined) continue;
    for (const first of firsts.get(`${request} ${instance}`)?.values() ?? []) {
      const { host, service } = first.node;
      const isHost = host !== undefined && sameHost(host, about);
      if (isHost && service === 'nova-compute') add('chosen', from, first);
    }
  }
}

const matched = new Set<OrderPoint['rule']>([
  'rescheduled', 'pre-live', 'called-pre-live', 'post-live', 'taken-over', 'prepared-resize', 'sent-disks',
  'answered',
]);

function rulePairs(points: readonly PlacedPoint[], add: Add): void {
  for (const from of points) {
    const { rule, side, instance } = from.point;
    if (side !== 'before' || !matched.has(rule) || !isBacked(from.point, points)) continue;
    for (const to of points) {
      if (to.point.rule !== rule || to.point.side !== 'after' || !isBacked(to.point, points)) continue;
      const { about, instance: other } = to.point;
      if (other !== undefined && instance !== undefined && other !== instance) continue;
      const { host } = from.node;
      if (about === undefined || (host !== undefined && sameHost(host, about))) add(rule, from, to);
    }
  }
}

/** The point stands beside another that its rule asks for. */
function isBacked({ beside, side }: OrderPoint, points: readonly PlacedPoint[]): boolean {
  return beside === undefined || points.some(({ point }) => point.rule === beside && point.side === side);
}

// A call over HTTP: asked before the callee's first line, answered after the callee had begun.
function callPairs(
  digests: readonly Digest[], clocks: ClockMap, points: Points, firsts: Firsts, add: Add,
): void {
  const begun = begunCalls(digests, clocks);
  for (const { source, joins } of digests) {
    for (const { callee, via, at, asked, host } of joins?.calls ?? []) {
      const node = clocks.nodeOf(source, host);
      if (via !== 'answer' || !node) continue;
      if (asked?.time !== undefined) {
        const from = { node, at: asked, time: asked.time };
        for (const first of firsts.get(callee)?.values() ?? []) add('asked', from, first);
      }
      if (at.time === undefined) continue;
      const to = { node, at, time: at.time };
      const taken = points.get(callee)?.filter(({ point }) => point.rule === 'sent') ?? [];
      for (const from of [...taken, ...(begun.get(callee) ?? [])]) add('answered-call', from, to);
    }
  }
}

/** Request → lines of other services that say since when they were at it, or that came before the answer. */
function begunCalls(digests: readonly Digest[], clocks: ClockMap): ReadonlyMap<string, readonly Seen[]> {
  const begun = new Map<string, Seen[]>();
  for (const { source, joins } of digests) {
    for (const { request, seconds, id, host, at } of joins?.mentions ?? []) {
      const node = clocks.nodeOf(source, host);
      if (!node || request === undefined || at.time === undefined) continue;
      // Placement logs a call when it begins to answer it
      if (seconds === undefined && id !== 'placement-call') continue;
      append(begun, request, { node, at, time: at.time - (seconds ?? 0) * 1000 });
    }
  }
  return begun;
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
