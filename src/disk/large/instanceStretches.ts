// Instances of a catalog → what is read of each: lines of its own that mean something, those of its requests,
// and the stretches around errors. Of those that say too much the beginning and the end; what is held while
// they are sought is bounded, however much that is.

import type { Catalog } from './catalog';
import type { IdWords } from './ids';
import { markRead } from './lines';
import type { KnownRequest, LinePlace, Stretch } from './lines';
import { rowWords } from '../../core/scan/columnLayout';
import type { Places } from './places';
import { placesOf } from './rows';
import type { PartRows } from './rows';

/** Bytes that are read at once of all instances, and of each whatever the others say. */
const wholeBudget = 32 << 20;
const leastBudget = 1 << 20;
const usualLine = 200;
/** Of an instance with more requests the first and the last ones are known. */
const mostRequests = wholeBudget / usualLine;
/** Of a request that names several instances so many lines that name none are read. */
const mostShared = 2000;

export interface ToRead {
  /** Ascending. */
  readonly stretches: readonly Stretch[];
  readonly requests: readonly KnownRequest[];
  /** About how many bytes all of its stretches are. */
  readonly size: number;
  /** Some of them are left out. */
  readonly isPart: boolean;
}

/** Where more is read of an instance than how its operations went. */
export interface AllOfInstances {
  readonly places: Places;
  /** Lines that name neither it nor a request of its own. */
  readonly linked: (instance: number) => readonly Stretch[];
}

/** @param instances their numbers in the catalog
 *  @param more lines of requests that are not theirs alone are read then, too; @returns in their order */
export function toReadOf(
  instances: readonly number[], catalog: Catalog, more?: AllOfInstances,
): readonly ToRead[] {
  const budget = Math.max(leastBudget, wholeBudget / instances.length);
  let size = 0;
  const all = instances.map((instance) => {
    const found = readOf(instance, catalog, size > wholeBudget ? budget : wholeBudget, more);
    size += found.size;
    return found;
  });
  return size > wholeBudget ? all.map((one) => within(one, budget)) : all;
}

function readOf(instance: number, catalog: Catalog, budget: number, more?: AllOfInstances): ToRead {
  const rows = more ? rowsAt(more.places.of(instance), catalog) : [...catalog.rowsOf(instance)];
  const { requests, isPart } = requestsOf(rows, catalog);
  const byPart = new Map(rows.map((own) => [own.part, [own]]));
  for (const own of looseRowsOf(requests, instance, catalog, more !== undefined)) {
    const known = byPart.get(own.part);
    if (known) known.push(own);
    else byPart.set(own.part, [own]);
  }
  const ends = new Ends(budget);
  for (const [part, all] of [...byPart].sort(([a], [b]) => a - b)) {
    const places = all.flatMap((own) => placesOf(catalog.parts[part], own));
    for (const stretch of stretchesAt(places, catalog)) ends.add(stretch);
  }
  const stretches = [...ends.found(), ...more?.linked(instance) ?? []];
  return { stretches, requests, size: ends.size, isPart: isPart || ends.hasForgotten };
}

function rowsAt(
  places: readonly (readonly [part: number, local: number])[], catalog: Catalog,
): readonly PartRows[] {
  return places.flatMap(([part, local]) => catalog.rowsOfLocal(part, local) ?? []);
}

function* looseRowsOf(
  requests: readonly KnownRequest[], instance: number, catalog: Catalog, withShared: boolean,
): Generator<PartRows> {
  for (const { owner, places } of requests) {
    if (owner !== instance && !withShared) continue;
    const rows = places.flatMap(({ part, number }) => catalog.looseRowsIn(part, number) ?? []);
    const words = rows.reduce((sum, own) => sum + own.rows.length, 0);
    // one that asks for several instances says little; a task that looks at all of them never ends
    if (owner === instance || words <= mostShared * rowWords) yield* rows;
  }
}

function within(own: ToRead, budget: number): ToRead {
  const ends = new Ends(budget);
  own.stretches.forEach((stretch) => ends.add(stretch));
  const stretches = ends.found();
  return { ...own, stretches, isPart: own.isPart || ends.hasForgotten };
}

/** The stretches that lines stand in, ascending. */
function stretchesAt(places: readonly LinePlace[], catalog: Catalog): readonly Stretch[] {
  const found = new Map<number, Stretch>();
  let before: Stretch | undefined;
  for (const { offset, line, marks } of places) {
    if (marks === 0) continue;
    // what is below a line matters only where it is to be read
    const isWide = (marks & markRead) !== 0;
    if (isWide && before && offset >= before.begin && offset <= before.last) continue;
    const wide = isWide ? catalog.stretchAt(line) : undefined;
    before = wide ?? before;
    const stretch = wide ?? { begin: offset, last: offset, line };
    const known = found.get(stretch.begin);
    if (!known || known.last < stretch.last) found.set(stretch.begin, stretch);
  }
  return [...found.values()].sort((a, b) => a.begin - b.begin);
}

/** The first and the last of many stretches, as many as fit. */
class Ends {
  size = 0;
  hasForgotten = false;
  readonly #budget: number;
  readonly #first: Stretch[] = [];
  #last: Stretch[] = [];
  #lastSize = 0;
  #before: Stretch | undefined;

  constructor(budget: number) {
    this.#budget = budget;
  }

  add(stretch: Stretch): void {
    const before = this.#before;
    // it goes on in the next part
    if (before && stretch.begin === before.begin && stretch.last <= before.last) return;
    this.#before = stretch;
    const size = sizeOf(stretch);
    this.size += size;
    if (this.#last.length === 0 && this.size <= this.#budget / 2) {
      this.#first.push(stretch);
      return;
    }
    this.#last.push(stretch);
    this.#lastSize += size;
    if (this.#lastSize > this.#budget) this.#forget();
  }

  found(): readonly Stretch[] {
    if (this.size > this.#budget) this.#forget();
    return [...this.#first, ...this.#last];
  }

  #forget(): void {
    let count = 0;
    for (const stretch of this.#last) {
      if (this.#lastSize <= this.#budget / 2) break;
      this.#lastSize -= sizeOf(stretch);
      count += 1;
    }
    this.#last = this.#last.slice(count);
    this.hasForgotten ||= count > 0;
  }
}

/** About how many bytes it is. */
function sizeOf({ begin, last }: Stretch): number {
  return last - begin + usualLine;
}

interface SeenRequest {
  readonly words: IdWords;
  readonly part: number;
}

/** The requests that lines of an instance name. */
function requestsOf(
  own: readonly PartRows[], catalog: Catalog,
): Pick<ToRead, 'requests' | 'isPart'> {
  const first = new Map<string, SeenRequest>();
  const last = new Map<string, SeenRequest>();
  let isPart = false;
  for (const { part, rows } of own) {
    let before = 0;
    for (let at = 0; at < rows.length; at += rowWords) {
      const request = rows[at + 2] ?? 0;
      if (request === 0 || request === before) continue;
      before = request;
      const words = catalog.words(part, 'requests', (request - 1) * 4, 4).slice();
      const key = words.join(' ');
      if (first.has(key) || last.has(key)) continue;
      (first.size < mostRequests / 2 ? first : last).set(key, { words, part });
      if (last.size <= mostRequests / 2) continue;
      isPart = true;
      for (const oldest of last.keys()) {
        last.delete(oldest);
        break;
      }
    }
  }
  const seen = [...first.values(), ...last.values()];
  return { requests: seen.map(({ words, part }) => catalog.requestOf(words, part)), isPart };
}
