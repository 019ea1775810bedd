// A catalog → what instances are made of that the log tells in the same words: requests, and those that go on
// at the same time together. In each the same statements stand in the same order, and what went wrong is said
// in the same words; what holds of one of them holds of all, but for times, names and numbers. Columns are
// enough for that; text is read only where something went wrong.

import { indexedTrouble } from '../../core/scan/layout';
import { passingCodes } from '../../core/indexTables';
import { Bouts, mostNamed } from './bouts';
import type { Episode, Strand } from './bouts';
import type { ByteSource } from './byteSource';
import type { Catalog } from './catalog';
import { codeOf, isMarked, rowWords, valueOf } from './part';
import { timeOf } from './rows';
import type { SpanningRequests } from './spanning';
import { stretchAt } from './stretches';
import { mix, troublePrint } from './troublePrint';

/** @returns the bouts of all instances; undefined: too many lines belong to no request, and what stands
 *  between them may be about an instance without naming it.
 *  @param most so many instances of each are named */
export function boutsOf(catalog: Catalog, bytes: ByteSource, most = mostNamed): Bouts | undefined {
  const reader = new EpisodeReader(catalog, bytes, most);
  catalog.parts.forEach((_, part) => reader.readPart(part));
  const bouts = reader.finish();
  return reader.withoutRequest > reader.said * mostWithoutRequest ? undefined : bouts;
}

const mostWithoutRequest = 0.02;

class EpisodeReader {
  /** Rows that say something of an instance, and those of them that name no request. */
  said = 0;
  withoutRequest = 0;
  readonly #catalog: Catalog;
  readonly #bytes: ByteSource;
  readonly #bouts: Bouts;
  /** Of instances whose requests go on in a later part. */
  readonly #open = new Map<number, Episode>();
  // the last trouble that was looked at
  #stretch = -1;
  #instance = -1;
  #print = 0;

  constructor(catalog: Catalog, bytes: ByteSource, most: number) {
    this.#catalog = catalog;
    this.#bytes = bytes;
    this.#bouts = new Bouts(most);
  }

  readPart(part: number): void {
    const known = this.#catalog.parts[part];
    if (!known) return;
    const ends = this.#catalog.column(part, 'rowEnds');
    const reader = new RowReader(this.#catalog, part, (line, owner) => this.#trouble(line, owner));
    let from = 0;
    known.instances.forEach((instance, local) => {
      const to = (ends[local] ?? from) * rowWords;
      const episode = this.#open.get(instance) ?? { strands: [], asides: [], length: 0, until: part };
      reader.read({ from, to, local, instance }, episode);
      this.#open.set(instance, episode);
      from = to;
    });
    this.said += reader.said;
    this.withoutRequest += reader.withoutRequest;
    for (const [instance, episode] of this.#open) if (episode.until <= part) this.#close(instance, episode);
  }

  finish(): Bouts {
    for (const [instance, episode] of this.#open) this.#close(instance, episode);
    return this.#bouts;
  }

  #close(instance: number, episode: Episode): void {
    this.#open.delete(instance);
    this.#bouts.add(instance, episode);
  }

  /** The words of the stretch around a line that tells of something going wrong, as far as they may be about
   *  an instance. Its lines stand one behind the other: what was said last is asked for again. */
  #trouble(line: number, instance: number): number {
    const stretch = stretchAt(this.#catalog.parts, line);
    if (!stretch) return 0;
    if (stretch.begin !== this.#stretch || instance !== this.#instance) {
      const end = this.#bytes.endOfLine(stretch.last);
      const text = this.#catalog.instances.text(instance);
      this.#print = troublePrint(this.#bytes.read(stretch.begin, end - stretch.begin), text);
      this.#stretch = stretch.begin;
      this.#instance = instance;
    }
    return this.#print;
  }
}

/** Rows of one instance in a part, in words, and its numbers in the part and in the log. */
interface OwnRows {
  readonly from: number;
  readonly to: number;
  readonly local: number;
  readonly instance: number;
}

type TroubleOf = (line: number, instance: number) => number;

class RowReader {
  said = 0;
  withoutRequest = 0;
  readonly #rows: Uint32Array;
  readonly #requests: Uint32Array;
  readonly #ties: Uint32Array;
  readonly #loose: Uint32Array;
  readonly #looseEnds: Uint32Array;
  readonly #values: readonly number[];
  /** By code: 1 where a task that looks at all instances says it in passing. */
  readonly #passing: Uint8Array;
  readonly #spanning: SpanningRequests;
  readonly #line: number;
  readonly #trouble: TroubleOf;
  /** Whose rows are read. */
  #instance = 0;

  constructor(catalog: Catalog, part: number, trouble: TroubleOf) {
    const entry = catalog.parts[part]?.entry;
    this.#rows = catalog.column(part, 'rows');
    this.#requests = catalog.column(part, 'requests');
    this.#ties = catalog.column(part, 'ties');
    this.#loose = catalog.column(part, 'loose');
    this.#looseEnds = catalog.column(part, 'looseEnds');
    // numbers of values are a worker's own
    this.#values = (entry?.values ?? []).map(printOfText);
    this.#passing = passingCodes();
    this.#spanning = catalog.spanning;
    this.#line = entry?.line ?? 0;
    this.#trouble = trouble;
  }

  /** Adds rows of one instance to what is known of it. */
  read({ from, to, local, instance }: OwnRows, episode: Episode): void {
    this.#instance = instance;
    let strand: Strand | undefined;
    let request = -1;
    for (let at = from; at < to; at += rowWords) {
      const said = this.#said(this.#rows, at);
      if (said === 0) continue;
      const code = codeOf(this.#rows[at + 4] ?? 0);
      const line = this.#line + (this.#rows[at + 1] ?? 0);
      episode.length += 1;
      if (this.#passing[code] === 1) {
        episode.asides.push({ at: episode.length, said, line, time: timeOf(this.#rows, at) });
        continue;
      }
      const own = this.#rows[at + 2] ?? 0;
      // a line of a traceback names no request: it is the last one's
      const isBelow = own === 0 && code === 0 && strand !== undefined;
      if (!strand || (own !== request && !isBelow)) {
        request = own;
        strand = this.#strand(episode, own, local);
      }
      this.said += 1;
      if (own === 0 && code > 0) this.withoutRequest += 1;
      this.#goOn(strand, said, at, line, episode.length);
    }
  }

  #goOn(strand: Strand, said: number, at: number, line: number, place: number): void {
    const time = timeOf(this.#rows, at);
    if (strand.firstLine < 0) [strand.firstLine, strand.firstTime] = [line, time];
    strand.rows = mix(strand.rows, said);
    strand.to = place;
    [strand.lastLine, strand.lastTime] = [line, time];
  }

  #strand(episode: Episode, request: number, local: number): Strand {
    const { strands, length } = episode;
    const a = request === 0 ? 0 : this.#requests[request * 4 - 4] ?? 0;
    const b = request === 0 ? 0 : this.#requests[request * 4 - 3] ?? 0;
    const known = strands.find((one) => one.a === a && one.b === b);
    const strand = known ?? {
      a, b, rows: 1, loose: 1, from: length, to: length, firstLine: -1, lastLine: -1, firstTime: 0,
      lastTime: 0, part: -1,
    };
    if (!known) {
      strands.push(strand);
      episode.until = Math.max(episode.until, this.#until(request));
    }
    // what the request says beside the instance, where it is about this one alone; once in a part
    const isAlone = request > 0 && this.#ties[request - 1] === local + 1;
    if (isAlone && strand.part !== this.#line) strand.loose = this.#looseOf(request - 1, strand.loose);
    strand.part = this.#line;
    return strand;
  }

  /** The last part that says something of a request; without an id it may go on for ever. */
  #until(request: number): number {
    if (request === 0) return Infinity;
    return this.#spanning.partsOf(this.#requests, request * 4 - 4)?.at(-1) ?? 0;
  }

  /** What a row says; 0: nothing that anybody remembers. */
  #said(rows: Uint32Array, at: number): number {
    const word = rows[at + 4] ?? 0;
    const code = codeOf(word);
    const isTrouble = isMarked(word, indexedTrouble);
    if (code === 0 && !isTrouble) return 0;
    const said = mix(code + 1, this.#values[valueOf(word)] ?? 0);
    return isTrouble ? mix(said, this.#trouble(this.#line + (rows[at + 1] ?? 0), this.#instance)) : said;
  }

  #looseOf(request: number, before: number): number {
    let print = before;
    const end = (this.#looseEnds[request] ?? 0) * rowWords;
    const begin = (request === 0 ? 0 : this.#looseEnds[request - 1] ?? 0) * rowWords;
    for (let at = begin; at < end; at += rowWords) print = mix(print, this.#said(this.#loose, at));
    return print;
  }
}

function printOfText(text: string): number {
  let print = 7;
  for (let i = 0; i < text.length; i++) print = mix(print, text.charCodeAt(i));
  return print;
}
