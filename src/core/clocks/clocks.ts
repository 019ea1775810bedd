// All logs of a set → the clocks by which they were written, and between which bounds each lies against one
// of them: what is known of skew and of time zones, with the lines on which it rests.

import { findBounds, type Bound, type Bounds } from './bounds';
import { findCausalities } from './causalities';
import { mapClocks, type ClockMap, type ClockNode } from './clockMap';
import type { Causality, ClockOffset, Clocks, Digest } from '../model';

/** More logs than this are not held against each other. */
const mostClocks = 200;
const quarter = 900_000;
/** Clocks that someone keeps are not farther apart; the rest of a difference is the zone. */
const mostSkew = 120_000;

/** What is needed to compare places and to move times, beside what an Analysis shows. */
export interface ClockWork {
  readonly map: ClockMap;
  readonly bounds: Bounds;
  readonly clocks: Clocks;
}

/** @returns undefined where all lines were written by one clock, or by too many. */
export function readClocks(digests: readonly Digest[]): ClockWork | undefined {
  if (digests.length === 0) return undefined;
  const map = mapClocks(digests);
  const nodes = [...map.nodes];
  if (nodes.length < 2 || nodes.length > mostClocks) return undefined;
  const pairs = findCausalities(digests, map);
  const bounds = findBounds(nodes, pairs);
  const reference = referenceOf(nodes, bounds);
  const others = nodes.filter((node) => node !== reference);
  const offsets = others.map((node) => offsetOf(node, reference, bounds));
  const clocks: Clocks = {
    clocks: nodes.map(({ id, host, sources }) => ({ id, host, sources })),
    reference: reference.id,
    offsets,
    aligned: false,
  };
  return { map, bounds, clocks };
}

// The API's: what users and other services know. Else the one that most others can be held against.
function referenceOf(nodes: readonly ClockNode[], bounds: Bounds): ClockNode {
  const linked = ({ number: one }: ClockNode, { number: other }: ClockNode) =>
    bounds.isBound(one, other) || bounds.isBound(other, one);
  const known = (node: ClockNode) => nodes.filter((other) => linked(node, other)).length;
  const rank = (node: ClockNode) => known(node) + (node.service === 'nova-api' ? nodes.length : 0);
  const ranked = nodes.map((node) => ({ node, rank: rank(node) }));
  return ranked.reduce((best, one) => (one.rank > best.rank ? one : best)).node;
}

function offsetOf(node: ClockNode, reference: ClockNode, bounds: Bounds): ClockOffset {
  const most = bounds.most(reference.number, node.number);
  const least = bounds.most(node.number, reference.number);
  const lowest = least && -least.most;
  return {
    clock: node.id,
    against: reference.id,
    least: lowest,
    most: most?.most,
    zoneMinutes: zoneOf(lowest, most?.most),
    leastFrom: causalitiesOf(least),
    mostFrom: causalitiesOf(most),
    pairs: bounds.taken(node.number, reference.number),
    contradictions: bounds.left(node.number, reference.number),
  };
}

/** The only whole number of quarters of an hour by which kept clocks can differ so much, in minutes. */
export function zoneOf(least: number | undefined, most: number | undefined): number | undefined {
  if (least === undefined || most === undefined) return undefined;
  const first = Math.ceil((least - mostSkew) / quarter);
  const last = Math.floor((most + mostSkew) / quarter);
  // no minus zero
  return first === last ? first * 15 + 0 : undefined;
}

function causalitiesOf(bound: Bound | undefined): readonly Causality[] {
  return (bound?.pairs ?? []).map(({ rule, before, after }) => ({ rule, before, after }));
}
