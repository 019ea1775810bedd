// An operation beside the nearest one of its kind that went well → the first phase or line where they part.

import type { PhaseId } from '../../knowledge/schema';
import type { Knowing } from '../groups/causeGroups';
import type { Digest, Divergence, LogEvent, Operation, Phase, Place, Timeline, TraitName } from '../model';

/** A phase that took so many times as long, and so much longer, is slow beside the good one. */
const slowRatio = 3;
const slowSeconds = 1;

const traits: readonly TraitName[] = ['image', 'flavor', 'network', 'size'];

/** @returns a function that compares one operation; what it needs of the others is gathered once. */
export function divergenceOf(
  digests: readonly Digest[], timelines: readonly Timeline[], knowing: Knowing,
): (operation: Operation) => Divergence | undefined {
  const good = goodOnes(timelines, knowing);
  const lines = linesIn(digests);
  return (operation) => {
    const host = knowing.hostOf(operation) ?? '';
    const near = [`${operation.kind} ${host}`, operation.kind]
      .flatMap((key) => nearestIn(good.get(key) ?? [], operation.begin.time ?? 0));
    const nearest = nearestOf(operation, near, knowing);
    if (!nearest) return undefined;
    const part = operation.outcome === 'success' ? slowPart(operation, nearest.good)
      : firstPart(operation, nearest.good, lines);
    // what the other one went on to may only be missing where these logs do not say what became of this one
    if (operation.outcome === 'unknown' && part?.part === 'phase') return undefined;
    return part && { operation: operation.id, good: nearest.good.id, shared: nearest.shared, ...part };
  };
}

/** Of a kind, and of a kind on a host, so many before and after an operation are looked at. */
const looked = 16;

/** Operations that went well, by kind and by kind and host, in order of time. */
function goodOnes(
  timelines: readonly Timeline[], { hostOf }: Knowing,
): ReadonlyMap<string, readonly Operation[]> {
  const all = new Map<string, Operation[]>();
  const add = (key: string, operation: Operation) => {
    const own = all.get(key);
    if (own) own.push(operation);
    else all.set(key, [operation]);
  };
  for (const operation of timelines.flatMap(({ operations }) => operations)) {
    if (operation.outcome !== 'success') continue;
    add(operation.kind, operation);
    add(`${operation.kind} ${hostOf(operation) ?? ''}`, operation);
  }
  for (const own of all.values()) own.sort((a, b) => (a.begin.time ?? 0) - (b.begin.time ?? 0));
  return all;
}

function nearestIn(sorted: readonly Operation[], time: number): readonly Operation[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.begin.time ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return sorted.slice(Math.max(0, low - looked), low + looked);
}

type Part = Omit<Divergence, 'operation' | 'good' | 'shared'>;

interface Nearest { readonly good: Operation; readonly shared: Divergence['shared'] }

function nearestOf(operation: Operation, all: readonly Operation[], knowing: Knowing): Nearest | undefined {
  let best: Nearest | undefined;
  let leastAway = 0;
  for (const good of all) {
    if (good.id === operation.id) continue;
    const shared = sharedOf(operation, good, knowing);
    const away = Math.abs((good.begin.time ?? 0) - (operation.begin.time ?? 0));
    const more = shared.length - (best?.shared.length ?? -1);
    if (more < 0 || (more === 0 && away >= leastAway)) continue;
    [best, leastAway] = [{ good, shared }, away];
  }
  return best;
}

function sharedOf(a: Operation, b: Operation, { hostOf, traitsOf }: Knowing): Divergence['shared'] {
  const host = hostOf(a);
  const own = traitsOf(a.instance);
  const theirs = traitsOf(b.instance);
  const same = traits.filter((trait) => own?.[trait] !== undefined && own[trait] === theirs?.[trait]);
  return host !== undefined && host === hostOf(b) ? ['host', ...same] : same;
}

// Phases through which both went are alike, whatever notes they left; the first that differs is looked into.
function firstPart(here: Operation, good: Operation, lines: Lines): Part | undefined {
  const own = new Map(here.phases.map((phase) => [phase.id, phase]));
  let same: { here: Place; there: Place } | undefined;
  let met = false;
  for (const phase of good.phases) {
    if (!phase.at) continue;
    const mine = own.get(phase.id);
    met ||= mine?.at !== undefined;
    if (mine?.at && mine.outcome === 'success') {
      same = { here: mine.places.at(-1) ?? mine.at, there: phase.places.at(-1) ?? phase.at };
      continue;
    }
    // a phase around the one that was given up failed with it: they part in that one
    const isAround = mine?.outcome === 'failed' && phase.id !== here.failedPhase && bothReached(here, good);
    if (isAround) continue;
    if (mine?.at) {
      const part = lineParts(mine, phase, same, lines);
      if (part) return part;
      continue;
    }
    // another one may go without this phase: only where nothing follows did it stop before it
    const goesOn = here.phases.some(({ id, at }) => at !== undefined && isBehind(id, phase.id, good.phases));
    const hidden = mine?.outcome === 'not-visible';
    // what comes before all that is known of this one is nothing that the other one went on to
    if (goesOn || hidden || !met) continue;
    const { id, at: there } = phase;
    return { part: 'phase', phase: id, sameUntil: same, here: undefined, there, ...noSeconds };
  }
  return undefined;
}

function bothReached({ failedPhase, phases }: Operation, good: Operation): boolean {
  const reached = ({ id, at }: Phase): boolean => id === failedPhase && at !== undefined;
  return phases.some(reached) && good.phases.some(reached);
}

const noSeconds = { seconds: undefined, goodSeconds: undefined };

function isBehind(id: PhaseId, other: PhaseId, order: readonly Phase[]): boolean {
  const at = order.findIndex((phase) => phase.id === id);
  return at > order.findIndex((phase) => phase.id === other);
}

function lineParts(
  mine: Phase, theirs: Phase, before: Part['sameUntil'], lines: Lines,
): Part | undefined {
  const own = mine.places.map((place) => ({ place, marker: lines(place) }));
  const good = theirs.places.map((place) => ({ place, marker: lines(place) }));
  const extra = own.findIndex(({ marker }) => !good.some((one) => one.marker === marker));
  const last = own.slice(0, extra < 0 ? own.length : extra).at(-1);
  const twin = last && good.findLast(({ marker }) => marker === last.marker);
  const missing = good.find(({ marker }) => !own.some((one) => one.marker === marker));
  if (extra < 0 && !missing) return undefined;
  return {
    part: 'line',
    phase: mine.id,
    sameUntil: last && twin ? { here: last.place, there: twin.place } : before,
    here: own[extra]?.place,
    there: missing?.place,
    ...noSeconds,
  };
}

function slowPart(here: Operation, good: Operation): Part | undefined {
  let most = slowSeconds;
  let found: Part | undefined;
  for (const { id, seconds, at } of here.phases) {
    const there = good.phases.find((phase) => phase.id === id);
    if (seconds === undefined || there?.seconds === undefined) continue;
    const more = seconds - there.seconds;
    if (more < most || seconds < there.seconds * slowRatio) continue;
    most = more;
    found = {
      part: 'slow', phase: id, sameUntil: undefined, here: at, there: there.at,
      seconds, goodSeconds: there.seconds,
    };
  }
  return found;
}

/** The statement of Nova that stands at a place; -1: none of the tables. */
type Lines = (place: Place) => number;

function linesIn(digests: readonly Digest[]): Lines {
  const events = new Map(digests.map((digest) => [digest.source, digest.events]));
  return ({ source, line }) => markerAt(events.get(source) ?? [], line);
}

// Events stand in the order of their lines.
function markerAt(events: readonly LogEvent[], line: number): number {
  let low = 0;
  let high = events.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const event = events[middle];
    if (!event || event.at.line === line) return event?.marker ?? -1;
    if (event.at.line < line) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
