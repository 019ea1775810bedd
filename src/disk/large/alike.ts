// Parts of a catalog, as they come → what instances are made of that the log tells in the same words:
// requests, and those that go on at the same time together. In each the same statements stand in the same
// order, and what went wrong is said in the same words; what holds of one of them holds of all, but for
// times, names and numbers.

import { boundsOf, printOf, spansOf } from './bouts';
import type { Bout, Span } from './bouts';
import type { ByteSource } from './byteSource';
import type { Catalog } from './catalog';
import { Episode, EpisodeReader } from './episode';
import type { EpisodeColumns } from './episode';
import type { KnownPart } from './knownPart';
import { TroublePrints } from './troublePrint';

/** Of lines that say something of an instance no more than this share may belong to no request. */
export const mostWithoutRequest = 0.02;

/** The bout that shows first what others say as well. */
type Shown = Omit<Bout, 'count' | 'some' | 'firstTime' | 'lastTime' | 'span'>;
type Times = Pick<Bout, 'firstTime' | 'lastTime'>;

export class AlikeReader {
  readonly #catalog: Catalog;
  readonly #prints: TroublePrints;
  readonly #episode = new Episode();
  /** Prints of bouts → their numbers, and who shows them. */
  readonly #numbers = new Map<number, number>();
  readonly #shown: Shown[] = [];
  // all bouts, as they came: their numbers, whose they are, and when they were
  readonly #bouts: number[] = [];
  readonly #owners: number[] = [];
  readonly #firstTimes: number[] = [];
  readonly #lastTimes: number[] = [];
  /** Instances of which something goes on in another part: they are read again when all parts are there. */
  readonly #split = new Set<number>();
  #parts = 0;
  /** Instances that the parts so far name. */
  #instances = 0;
  #said = 0;
  #withoutRequest = 0;

  constructor(catalog: Catalog, bytes: ByteSource) {
    this.#catalog = catalog;
    this.#prints = new TroublePrints(bytes);
  }

  /** Reads the parts that the catalog has got since.
   *  @param columns those of the last one, where they are at hand */
  readOn(columns?: EpisodeColumns): void {
    for (const { parts } = this.#catalog; this.#parts < parts.length; this.#parts++) {
      const part = parts[this.#parts];
      const isLast = this.#parts === parts.length - 1;
      if (part) this.#readPart(part, (isLast && columns) || columnsIn(part));
    }
  }

  /** @param most so many instances of each are named
   *  @returns undefined: too many lines belong to no request, and what stands between them may be about an
   *  instance without naming it. */
  finish(most: number): readonly Bout[] | undefined {
    this.readOn();
    if (this.#withoutRequest > this.#said * mostWithoutRequest) return undefined;
    const found = new Map<number, Bout>();
    const count = (number: number, shown: Shown, instance: number, times: Times): void => {
      let bout = found.get(number);
      if (!bout) found.set(number, bout = { ...shown, ...times, count: 0, some: [] });
      bout.count += 1;
      if (bout.some.length < most && bout.some.at(-1) !== instance) bout.some.push(instance);
      const { firstTime, lastTime } = times;
      if (firstTime > 0 && (firstTime < bout.firstTime || bout.firstTime === 0)) bout.firstTime = firstTime;
      bout.lastTime = Math.max(bout.lastTime, lastTime);
    };
    const whole = new Set<number>();
    this.#owners.forEach((instance, at) => {
      if (!this.#split.has(instance)) {
        const number = this.#bouts[at] ?? 0;
        const shown = found.get(number) ?? this.#shownBy(number, instance);
        const times = { firstTime: this.#firstTimes[at] ?? 0, lastTime: this.#lastTimes[at] ?? 0 };
        if (shown) count(number, shown, instance, times);
      } else if (!whole.has(instance)) {
        whole.add(instance);
        for (const [number, shown] of this.#whole(instance)) count(number, shown, instance, shown);
      }
    });
    return [...found.values()];
  }

  #readPart(part: KnownPart, columns: EpisodeColumns): void {
    const reader = new EpisodeReader(part.entry, columns, this.#prints);
    const before = this.#instances;
    part.instances.forEach((instance, local) => {
      this.#episode.clear();
      reader.read(local, this.#episode);
      if (instance < before && this.#goesOn(columns.requests)) this.#split.add(instance);
      this.#instances = Math.max(this.#instances, instance + 1);
      for (const span of spansOf(this.#episode)) this.#note(instance, span);
    });
    this.#said += reader.said;
    this.#withoutRequest += reader.withoutRequest;
  }

  /** Whether a request of an instance that an earlier part names may have been there before. */
  #goesOn(requests: Uint32Array): boolean {
    const { strands, strandCount } = this.#episode;
    for (let i = 0; i < strandCount; i++) {
      const request = strands[i]?.request ?? 0;
      if (request === 0 || this.#catalog.spanning.partsOf(requests, request * 4 - 4)) return true;
    }
    return false;
  }

  #note(instance: number, span: Span): void {
    const { firstTime, lastTime, firstLine, lastLine } = boundsOf(this.#episode, span);
    const print = printOf(this.#episode, span);
    let number = this.#numbers.get(print);
    if (number === undefined) {
      const requests = requestsOf(this.#episode, span);
      number = this.#shown.push({ instance, requests, firstLine, lastLine }) - 1;
      this.#numbers.set(print, number);
    }
    this.#bouts.push(number);
    this.#owners.push(instance);
    this.#firstTimes.push(firstTime);
    this.#lastTimes.push(lastTime);
  }

  /** A bout of an instance that says what all of that number say. */
  #shownBy(number: number, instance: number): Shown | undefined {
    const shown = this.#shown[number];
    if (shown && !this.#split.has(shown.instance)) return shown;
    return this.#whole(instance).find(([own]) => own === number)?.[1];
  }

  /** The bouts of an instance, all parts together. */
  #whole(instance: number): readonly (readonly [number: number, shown: Shown & Times])[] {
    const episode = this.#episode;
    episode.clear();
    for (const part of this.#catalog.parts) {
      const local = part.instances.indexOf(instance);
      if (local < 0) continue;
      new EpisodeReader(part.entry, columnsIn(part), this.#prints).read(local, episode);
    }
    return spansOf(episode).map((span) => {
      const print = printOf(episode, span);
      const number = this.#numbers.get(print) ?? this.#numbers.size;
      this.#numbers.set(print, number);
      return [number, { instance, requests: requestsOf(episode, span), ...boundsOf(episode, span) }] as const;
    });
  }
}

function requestsOf({ strands }: Episode, { from, to }: Span): Bout['requests'] {
  return strands.slice(from, to).map(({ a, b }) => ({ a, b }));
}

export function columnsIn({ entry, file }: KnownPart): EpisodeColumns {
  const read = (name: keyof EpisodeColumns): Uint32Array => file.read(entry.sections[name]);
  return {
    rows: read('rows'), rowEnds: read('rowEnds'), loose: read('loose'), looseEnds: read('looseEnds'),
    requests: read('requests'), ties: read('ties'),
  };
}
