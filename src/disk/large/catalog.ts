// Parts of a large log → what is known of the whole: its instances with the lines that name them, requests
// and what they touch, stretches that have to be read in full. Columns lie in a file of sections and are read
// from it when they are asked for; only what tells of instances stays in memory.

import { several } from '../../core/scan/layout';
import { Ids, slotIn, textOf } from './ids';
import type { IdWords } from './ids';
import type { KnownRequest, LargeInstance, LinePlace, Stretch } from './lines';
import { columnOf, requestsIn, storeColumns, wordsOf } from './knownPart';
import type { Column, KnownPart } from './knownPart';
import type { LogForm } from './logForm';
import { Numbers } from './numbers';
import type { Part, PartIds } from './part';
import { placesOf, rangeIn, rowsOfId } from './rows';
import type { PartRows } from './rows';
import type { SectionFile } from './sections';
import { printsOf, SpanningRequests } from './spanning';
import { stretchAt } from './stretches';

const severalTies = several >>> 0;
/** Few missed lines tell nothing: so many, or one in so many. */
const leastMissed = 100;
const mostMissed = 100;

/** What tells of instances stays in memory, and which requests there are. */
export interface CatalogBounds {
  readonly instances: number;
  readonly requests: number;
}

/** No cloud has as many; with them a catalog is less than a gigabyte. */
const usualBounds: CatalogBounds = { instances: 10_500_000, requests: 50_000_000 };

export class Catalog {
  readonly instances: Ids;
  readonly parts: KnownPart[] = [];
  /** How the lines of the log are read; of several files each has its own. */
  form: LogForm | undefined;
  /** Where parts go that are read later. */
  added: SectionFile | undefined;
  /** Why no index of it could be kept where one is wanted: what the system says. */
  unkept: string | undefined;
  /** Where the file begins whose parts are added, and whether its first part is none of the log above. */
  #base = 0;
  #isApart = false;
  readonly spanning: SpanningRequests;
  readonly #most: CatalogBounds;
  // by instance
  readonly counts: Numbers;
  readonly firstTimes: Numbers;
  readonly lastTimes: Numbers;

  constructor(
    known?: Pick<Catalog, 'instances' | 'spanning' | 'counts' | 'firstTimes' | 'lastTimes'>,
    most = usualBounds,
  ) {
    this.#most = most;
    this.instances = known?.instances ?? new Ids();
    this.spanning = known?.spanning ?? new SpanningRequests();
    this.counts = known?.counts ?? new Numbers();
    this.firstTimes = known?.firstTimes ?? new Numbers();
    this.lastTimes = known?.lastTimes ?? new Numbers();
  }

  get bytes(): number {
    return this.parts.at(-1)?.entry.end ?? 0;
  }

  get lines(): number {
    const last = this.parts.at(-1)?.entry;
    return last ? last.line + last.lines : 0;
  }

  /** So many lines have a head of another kind than the scanner reads that what it finds is not what the
   *  log says. */
  get missesMuch(): boolean {
    const missed = this.parts.reduce((sum, { entry }) => sum + entry.missed, 0);
    return missed > leastMissed && missed * mostMissed > this.lines;
  }

  /** No more parts are to be added. */
  get isFull(): boolean {
    return this.instances.size >= this.#most.instances || this.spanning.size >= this.#most.requests;
  }

  /** The parts that follow are of another file of the same text: their places count from its beginning.
   *  @param isApart it does not go on with the file before it */
  beginFile(isApart: boolean): void {
    // a line without an end has one where another file follows
    this.#base = this.bytes + (this.parts.at(-1)?.entry.isCut === true ? 1 : 0);
    this.#isApart = isApart;
  }

  /** The next part of the log. @param file where its columns are */
  add({ ids, ...part }: Part, file: SectionFile): void {
    const entry = {
      ...part, begin: this.#base + part.begin, end: this.#base + part.end, line: this.lines,
      ...(this.#isApart && { isApart: true }),
    };
    this.#isApart = false;
    this.spanning.add(ids.requests, this.parts.length);
    this.parts.push({ entry, file, instances: this.#addInstances(ids) });
  }

  /** @returns their numbers in the whole log, by those in the part. */
  #addInstances({ instances, counts, firstTimes, lastTimes }: PartIds): Uint32Array {
    const behind = this.instances.size;
    const numbers = this.instances.addAll(instances);
    for (let local = 0; local < numbers.length; local++) {
      const number = numbers[local] ?? 0;
      this.counts.add(number, counts[local] ?? 0);
      if (number >= behind) this.firstTimes.set(number, firstTimes[local] ?? 0);
      const last = lastTimes[local] ?? 0;
      if (last > 0) this.lastTimes.set(number, last);
    }
    return numbers;
  }

  /** The same, its columns in another file; this one is closed. */
  copiedTo(file: SectionFile): Catalog {
    const files = new Set(this.parts.map((part) => part.file));
    this.parts.forEach((part, at) => {
      const read = (name: Column): Uint32Array => columnOf(part, name);
      this.spanning.add(printsOf(read('requests')), at);
      this.parts[at] = { ...part, file, entry: { ...part.entry, sections: storeColumns(read, file) } };
    });
    for (const before of files) before.close();
    return this;
  }

  close(): void {
    const files = new Set(this.parts.map((part) => part.file));
    if (this.added) files.add(this.added);
    for (const file of files) file.close();
  }

  /** Forgets the last part: it is read anew, for it has grown. */
  dropLast(): void {
    const last = this.parts.pop();
    if (!last) return;
    const ends = last.file.read(last.entry.sections.rowEnds);
    last.instances.forEach((id, local) => {
      this.counts.set(id, this.counts.at(id) - rangeIn(ends, local).count);
    });
  }

  column(part: number, name: Column): Uint32Array {
    const known = this.parts[part];
    return known ? columnOf(known, name) : new Uint32Array(0);
  }

  /** Some words of a column. */
  words(part: number, name: Column, from: number, count: number): Uint32Array {
    const known = this.parts[part];
    return known ? wordsOf(known, name, from, count) : new Uint32Array(0);
  }

  /** Instances in the order in which the log names them, from one on. */
  listed(first: number, count: number): readonly LargeInstance[] {
    return this.instances.texts(first, count).map((id, at) => ({
      id,
      lines: this.counts.at(first + at),
      firstTime: this.firstTimes.at(first + at),
      lastTime: this.lastTimes.at(first + at),
    }));
  }

  /** The instances and requests that a part and those behind it name. */
  namedFrom(first: number): ReadonlySet<string> {
    const found = new Set<string>();
    this.parts.slice(first).forEach((part) => {
      for (const instance of part.instances) found.add(this.instances.text(instance));
      const requests = columnOf(part, 'requests');
      for (let at = 0; at < requests.length; at += 4) found.add(`req-${textOf(requests, at)}`);
    });
    return found;
  }

  /** All rows of an instance, part by part. */
  *rowsOf(instance: number): Generator<PartRows> {
    for (let part = 0; part < this.parts.length; part++) {
      const rows = this.rowsIn(part, instance);
      if (rows) yield rows;
    }
  }

  /** Undefined: the part has none of it. */
  rowsIn(part: number, instance: number): PartRows | undefined {
    const local = this.parts[part]?.instances.indexOf(instance) ?? -1;
    return local < 0 ? undefined : this.rowsOfLocal(part, local);
  }

  /** @param local the instance's number in the part */
  rowsOfLocal(part: number, local: number): PartRows | undefined {
    return rowsOfId(this.parts[part], part, 'rows', local);
  }

  /** Rows of a request, by its number in the part, that name no instance. */
  looseRowsIn(part: number, request: number): PartRows | undefined {
    return rowsOfId(this.parts[part], part, 'loose', request);
  }

  /** All lines that name an instance, ascending. */
  *linesOf(instance: number): Generator<LinePlace> {
    for (const rows of this.rowsOf(instance)) yield* placesOf(this.parts[rows.part], rows);
  }

  /** Lines of a request that name no instance and mean something, ascending. */
  *looseLinesOf(id: IdWords): Generator<LinePlace> {
    for (const { part, number } of this.#occurrences(id, this.parts.map((_, one) => one))) {
      const rows = this.looseRowsIn(part, number);
      if (rows) yield* placesOf(this.parts[part], rows);
    }
  }

  /** @param part one that has lines of the request; undefined: it is sought */
  requestOf(words: IdWords, part?: number): KnownRequest {
    const parts = part === undefined ? undefined : this.spanning.partsOf(words) ?? [part];
    const places = this.#occurrences(words, parts ?? this.spanning.partsWith(words));
    const ties = places.map((place) => this.#tieAt(place.part, place.number));
    const owners = new Set(ties.filter((tie) => tie !== undefined));
    const [owner] = owners;
    return { words, places, owner: owners.size > 1 ? -1 : owner };
  }

  #occurrences(words: IdWords, parts: readonly number[]): readonly { part: number; number: number }[] {
    return parts.flatMap((part) => {
      const known = this.parts[part];
      const slot = known ? slotIn(requestsIn(known), words) : 0;
      return slot === 0 ? [] : [{ part, number: slot - 1 }];
    });
  }

  /** The only instance of a request in a part: its number, -1 several, undefined none. */
  #tieAt(part: number, request: number): number | undefined {
    const tie = this.words(part, 'ties', request, 1)[0] ?? 0;
    if (tie === 0) return undefined;
    return tie === severalTies ? -1 : this.parts[part]?.instances[tie - 1];
  }

  stretchAt(line: number): Stretch | undefined {
    return stretchAt(this.parts, line);
  }
}
