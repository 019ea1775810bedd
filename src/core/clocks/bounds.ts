// Pairs of lines in their true order → between which bounds the difference of any two clocks lies: shortest
// paths over the clocks, after pairs that most others contradict are left out.

import type { ClockNode } from './clockMap';
import type { Pair } from './causalities';

/** How far one clock can at most be ahead of another, and the pairs of lines from which that follows. */
export interface Bound {
  readonly most: number;
  readonly pairs: readonly Pair[];
}

export interface Bounds {
  /** At most so far is `to` ahead of `from`, milliseconds; undefined: nothing says. */
  readonly most: (from: number, to: number) => Bound | undefined;
  /** Whether anything says so; asked of all clocks with all, where the pairs behind it are not. */
  readonly isBound: (from: number, to: number) => boolean;
  /** Pairs between the two clocks that were taken, and that were left out. */
  readonly taken: (one: number, other: number) => number;
  readonly left: (one: number, other: number) => number;
}

/** One of twenty may be wrong: more, and nothing is known of the two clocks. */
const mostWrong = 0.05;
const mostRounds = 32;
/** Programs of one host write their lines with so much delay, milliseconds. */
const sameHostSlack = 5;
const otherZone = -1000;

interface Edge {
  readonly most: number;
  readonly pair: Pair | undefined;
}

export function findBounds(nodes: readonly ClockNode[], pairs: readonly Pair[]): Bounds {
  const size = nodes.length;
  const edges = new Map<number, Edge>();
  const taken = new Map<number, number>();
  const left = new Map<number, number>();
  for (const [key, own] of byClocks(pairs, size)) {
    const fit = fitting(own.forward, own.back);
    left.set(key, own.forward.length + own.back.length - fit.forward.length - fit.back.length);
    taken.set(key, fit.forward.length + fit.back.length);
    const one = Math.floor(key / size);
    const other = key % size;
    tighten(edges, one * size + other, fit.forward);
    tighten(edges, other * size + one, fit.back);
  }
  joinHosts(nodes, edges);
  const paths = settled(size, edges, taken);
  const keyOf = (a: number, b: number) => Math.min(a, b) * size + Math.max(a, b);
  return {
    most: (from, to) => paths.bound(from, to),
    isBound: (from, to) => paths.isBound(from, to),
    taken: (one, other) => taken.get(keyOf(one, other)) ?? 0,
    left: (one, other) => left.get(keyOf(one, other)) ?? 0,
  };
}

interface Both {
  /** From the clock with the smaller number to the other, and back. */
  readonly forward: Pair[];
  readonly back: Pair[];
}

function byClocks(pairs: readonly Pair[], size: number): ReadonlyMap<number, Both> {
  const all = new Map<number, Both>();
  for (const pair of pairs) {
    const { number: from } = pair.from;
    const { number: to } = pair.to;
    const key = Math.min(from, to) * size + Math.max(from, to);
    const both = all.get(key) ?? { forward: [], back: [] };
    all.set(key, both);
    (from < to ? both.forward : both.back).push(pair);
  }
  return all;
}

/**
 * A forward pair says that the difference is at most `apart`, a pair back that it is at least minus `apart`.
 * @returns the pairs that one difference satisfies, as many as possible; none where too many contradict it.
 */
function fitting(forward: readonly Pair[], back: readonly Pair[]): Both {
  const uppers = forward.map(({ apart }) => apart).sort((a, b) => a - b);
  const lowers = back.map(({ apart }) => -apart).sort((a, b) => a - b);
  const [least = Infinity] = uppers;
  if ((lowers.at(-1) ?? -Infinity) <= least) return { forward: [...forward], back: [...back] };
  let best = { at: 0, wrong: Infinity };
  let below = 0;
  let above = 0;
  // from left to right: more and more lower bounds hold, fewer and fewer upper ones
  for (const at of [...new Set([...uppers, ...lowers])].sort((a, b) => a - b)) {
    while (below < lowers.length && (lowers[below] ?? 0) <= at) below += 1;
    while (above < uppers.length && (uppers[above] ?? 0) < at) above += 1;
    const wrong = lowers.length - below + above;
    if (wrong < best.wrong) best = { at, wrong };
  }
  if (best.wrong > (forward.length + back.length) * mostWrong) return { forward: [], back: [] };
  return {
    forward: forward.filter(({ apart }) => apart >= best.at),
    back: back.filter(({ apart }) => -apart <= best.at),
  };
}

function tighten(edges: Map<number, Edge>, key: number, pairs: readonly Pair[]): void {
  let best: Pair | undefined;
  for (const pair of pairs) if (!best || pair.apart < best.apart) best = pair;
  if (best) edges.set(key, { most: best.apart, pair: best });
}

// Programs of one host share its clock, unless their own lines say that one counts in another zone.
function joinHosts(nodes: readonly ClockNode[], edges: Map<number, Edge>): void {
  const size = nodes.length;
  for (const one of nodes) {
    for (const other of nodes) {
      if (one === other || one.host === undefined || one.host !== other.host) continue;
      if (one.ownZone || other.ownZone) continue;
      const key = one.number * size + other.number;
      const back = other.number * size + one.number;
      if ([key, back].some((edge) => (edges.get(edge)?.most ?? Infinity) < otherZone)) continue;
      for (const edge of [key, back]) {
        const known = edges.get(edge)?.most ?? Infinity;
        if (known > sameHostSlack) edges.set(edge, { most: sameHostSlack, pair: undefined });
      }
    }
  }
}

interface Paths {
  readonly bound: (from: number, to: number) => Bound | undefined;
  readonly isBound: (from: number, to: number) => boolean;
}

// Where bounds go round in a circle that cannot be, the least supported pair of clocks on it is given up.
function settled(size: number, edges: Map<number, Edge>, taken: ReadonlyMap<number, number>): Paths {
  for (let round = 0; round < mostRounds; round += 1) {
    const matrix = shortestPaths(size, edges);
    const wrong = circleIn(size, matrix);
    if (!wrong) {
      const found = { size, edges, ...matrix };
      const isBound = (from: number, to: number) => (matrix.most[from * size + to] ?? Infinity) < Infinity;
      return { bound: (from, to) => boundOf(from, to, found), isBound };
    }
    const weakest = wrong.reduce((a, b) => (support(b, size, taken) < support(a, size, taken) ? b : a));
    const one = Math.floor(weakest / size);
    const other = weakest % size;
    edges.delete(weakest);
    edges.delete(other * size + one);
  }
  return { bound: () => undefined, isBound: () => false };
}

function support(edge: number, size: number, taken: ReadonlyMap<number, number>): number {
  const one = Math.floor(edge / size);
  const other = edge % size;
  return taken.get(Math.min(one, other) * size + Math.max(one, other)) ?? Infinity;
}

interface Matrix {
  readonly most: Float64Array;
  readonly next: Int32Array;
}

function shortestPaths(size: number, edges: ReadonlyMap<number, Edge>): Matrix {
  const most = new Float64Array(size * size).fill(Infinity);
  const next = new Int32Array(size * size).fill(-1);
  for (let i = 0; i < size; i += 1) most[i * size + i] = 0;
  for (const [key, edge] of edges) {
    most[key] = edge.most;
    next[key] = key % size;
  }
  for (let via = 0; via < size; via += 1) {
    for (let from = 0; from < size; from += 1) {
      const first = most[from * size + via] ?? Infinity;
      if (first === Infinity) continue;
      for (let to = 0; to < size; to += 1) {
        const length = first + (most[via * size + to] ?? Infinity);
        // not for a rounding error of the sum
        if (length >= (most[from * size + to] ?? Infinity) - 1e-6) continue;
        most[from * size + to] = length;
        next[from * size + to] = next[from * size + via] ?? -1;
      }
    }
  }
  return { most, next };
}

/** The edges of a circle whose bounds contradict each other. */
function circleIn(size: number, { most, next }: Matrix): readonly number[] | undefined {
  for (let start = 0; start < size; start += 1) {
    if ((most[start * size + start] ?? 0) >= 0) continue;
    const seen: number[] = [];
    let at = start;
    for (let steps = 0; steps <= size && !seen.includes(at); steps += 1) {
      seen.push(at);
      at = next[at * size + start] ?? -1;
      if (at < 0) break;
    }
    const circle = at < 0 ? seen : seen.slice(seen.indexOf(at));
    return circle.map((from, index) => from * size + (circle[index + 1] ?? circle[0] ?? from));
  }
  return undefined;
}

interface Found extends Matrix {
  readonly size: number;
  readonly edges: ReadonlyMap<number, Edge>;
}

function boundOf(from: number, to: number, { size, edges, most, next }: Found): Bound | undefined {
  const value = most[from * size + to] ?? Infinity;
  if (value === Infinity) return undefined;
  const pairs: Pair[] = [];
  for (let at = from, steps = 0; at !== to && steps <= size; steps += 1) {
    const step = next[at * size + to] ?? -1;
    if (step < 0) return undefined;
    const edge = edges.get(at * size + step);
    if (edge?.pair) pairs.push(edge.pair);
    at = step;
  }
  return { most: value, pairs };
}
