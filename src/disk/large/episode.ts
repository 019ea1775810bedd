// Rows of an instance in a part → an episode: what its requests say of it, each a strand, and what others say
// of it beside. Columns are enough for that; text is read only where something went wrong.

import { rowWords } from '../../core/scan/columnLayout';
import { indexedTrouble, noValue } from '../../core/scan/layout';
import { sayingsOfCodes } from '../../core/indexTables';
import { mix } from '../../core/scan/prints';
import { saysError, saysInPassing, saysNothing } from '../../core/scan/spanLayout';
import type { PartEntry } from './knownPart';
import { codeOf, isMarked, valueOf, type PartColumns } from './part';
import { timeOf } from './rows';
import { printOfText, type TroublePrints } from './troublePrint';

/** What a request says of an instance. */
export interface Strand {
  /** Its number in the part, plus one; 0: its lines name none. */
  request: number;
  /** Two words of the request's id tell it from others of the same instance. */
  a: number;
  b: number;
  rows: number;
  loose: number;
  /** Among all that is said of the instance: first and last place. */
  from: number;
  to: number;
  firstLine: number;
  lastLine: number;
  firstTime: number;
  lastTime: number;
  /** The last row of the part that is read; -1: it has none there. */
  lastRow: number;
}

/** Something that is said of an instance by a request that is about others too, or by none. */
export interface Aside {
  at: number;
  said: number;
  line: number;
  time: number;
}

/** Everything that is said of an instance; its objects are used again for the next one. */
export class Episode {
  /** In the order in which they begin; only so many as are counted. */
  readonly strands: Strand[] = [];
  readonly asides: Aside[] = [];
  strandCount = 0;
  asideCount = 0;
  length = 0;

  clear(): void {
    this.strandCount = 0;
    this.asideCount = 0;
    this.length = 0;
  }

  /** A strand that begins with what is said next. */
  addStrand(request: number, a: number, b: number): Strand {
    const strand = this.strands[this.strandCount] ?? { ...noStrand };
    this.strands[this.strandCount] = strand;
    this.strandCount += 1;
    strand.request = request;
    strand.a = a;
    strand.b = b;
    strand.rows = 1;
    strand.loose = 1;
    strand.from = this.length;
    strand.firstLine = -1;
    strand.lastRow = -1;
    return strand;
  }

  addAside(said: number, line: number, time: number): void {
    const aside = this.asides[this.asideCount] ?? { ...noAside };
    this.asides[this.asideCount] = aside;
    this.asideCount += 1;
    aside.at = this.length;
    aside.said = said;
    aside.line = line;
    aside.time = time;
  }
}

// times are no small integers: so the fields are made for them
const noStrand: Strand = {
  request: 0, a: 0, b: 0, rows: 1, loose: 1, from: 0, to: 0, firstLine: -1, lastLine: -1, firstTime: 0.5,
  lastTime: 0.5, lastRow: -1,
};
const noAside: Aside = { at: 0, said: 0, line: 0, time: 0.5 };

export type EpisodeColumns = Pick<PartColumns, 'rows' | 'rowEnds' | 'loose' | 'looseEnds' | 'requests'>;

/** What codes say, as long as no value is kept beside them. */
const saidByCode = new Int32Array(2048).map((_, code) => mix(code + 1, 0));

export class EpisodeReader {
  /** Rows that say something of an instance, and those of them that name no request. */
  said = 0;
  withoutRequest = 0;
  readonly #entry: PartEntry;
  readonly #columns: EpisodeColumns;
  readonly #values: readonly number[];
  readonly #sayings = sayingsOfCodes();
  /** By request: the instance whose strand it is, plus one, and that strand. */
  readonly #owners: Uint32Array;
  readonly #strands: Uint32Array;
  readonly #prints: TroublePrints;
  // what is read
  #local = -1;
  #episode = new Episode();
  #carried = 0;
  #request = 0;

  constructor(entry: PartEntry, columns: EpisodeColumns, prints: TroublePrints) {
    this.#entry = entry;
    this.#columns = columns;
    // numbers of values are a worker's own
    this.#values = entry.values.map(printOfText);
    const requests = (columns.requests.length >> 2) + 1;
    this.#owners = new Uint32Array(requests);
    this.#strands = new Uint32Array(requests);
    this.#prints = prints;
  }

  /** Adds some rows of an instance to what is known of it, and nothing that stands beside.
   *  @param local its number in the part
   *  @param from the first word, and `to`: behind the last one */
  read(local: number, from: number, to: number, episode: Episode): void {
    this.#local = local;
    this.#episode = episode;
    this.#carried = episode.strandCount;
    this.#readRows(this.#columns.rows, from, to);
    for (let i = 0; i < episode.strandCount; i++) {
      const strand = episode.strands[i];
      if (strand && strand.lastRow >= 0) this.#end(strand);
    }
  }

  #readRows(rows: Uint32Array, from: number, to: number): void {
    const episode = this.#episode;
    let strand: Strand | undefined;
    this.#request = 0;
    for (let at = from; at < to; at += rowWords) {
      const word = rows[at + 4] ?? 0;
      const code = codeOf(word);
      const saying = this.#sayings[code];
      if (saying === saysNothing && !isMarked(word, indexedTrouble)) continue;
      episode.length += 1;
      if (saying === saysInPassing) {
        const line = this.#entry.line + (rows[at + 1] ?? 0);
        episode.addAside(this.#said(rows, at, to), line, timeOf(rows, at));
        continue;
      }
      const own = rows[at + 2] ?? 0;
      // a line of a traceback names no request: it is the last one's
      const isBelow = own === 0 && saying === saysNothing && strand !== undefined;
      if (!strand || (own !== this.#request && !isBelow)) {
        this.#request = own;
        strand = this.#strand(own, at);
      }
      this.said += 1;
      if (own === 0 && saying !== saysNothing) this.withoutRequest += 1;
      strand.rows = mix(strand.rows, this.#said(rows, at, to));
      strand.to = episode.length;
      strand.lastRow = at;
    }
  }

  #strand(request: number, row: number): Strand {
    const local = this.#local;
    if (this.#owners[request] === local + 1) {
      const known = this.#episode.strands[this.#strands[request] ?? 0];
      if (known) return known;
    }
    this.#owners[request] = local + 1;
    const { requests, rows } = this.#columns;
    const a = request === 0 ? 0 : requests[request * 4 - 4] ?? 0;
    const b = request === 0 ? 0 : requests[request * 4 - 3] ?? 0;
    const strand = this.#strandBefore(request, a, b) ?? this.#episode.addStrand(request, a, b);
    if (strand.firstLine < 0) {
      strand.firstLine = this.#entry.line + (rows[row + 1] ?? 0);
      strand.firstTime = timeOf(rows, row);
      this.#strands[request] = this.#episode.strandCount - 1;
    }
    return strand;
  }

  /** The same request in what was read before. */
  #strandBefore(request: number, a: number, b: number): Strand | undefined {
    for (let i = 0; i < this.#carried; i++) {
      const strand = this.#episode.strands[i];
      if (strand?.a !== a || strand.b !== b) continue;
      this.#strands[request] = i;
      return strand;
    }
    return undefined;
  }

  /** What a request of this part says without naming an instance, added to what it said before. */
  looseOf(request: number, before: number): number {
    const { loose, looseEnds } = this.#columns;
    let print = before;
    const end = (looseEnds[request] ?? 0) * rowWords;
    const begin = (request === 0 ? 0 : looseEnds[request - 1] ?? 0) * rowWords;
    for (let at = begin; at < end; at += rowWords) {
      const said = this.#said(loose, at, end);
      if (said !== 0) print = mix(print, said);
    }
    return print;
  }

  /** What a row says; 0: nothing that anybody remembers.
   *  @param end behind the last row that may stand below it */
  #said(rows: Uint32Array, at: number, end: number): number {
    const word = rows[at + 4] ?? 0;
    const code = codeOf(word);
    const saying = this.#sayings[code];
    const isTrouble = isMarked(word, indexedTrouble);
    if (saying === saysNothing && !isTrouble) return 0;
    const value = valueOf(word);
    const said = value === noValue ? saidByCode[code] ?? 0 : mix(code + 1, this.#values[value] ?? 0);
    if (!isTrouble && saying !== saysError) return said;
    const offset = this.#entry.begin + (rows[at] ?? 0);
    // where a line of the instance's own comes next, nothing hangs on this one
    const below = at + rowWords;
    const isFollowed = below < end && rows[below + 1] === (rows[at + 1] ?? 0) + 1;
    return mix(said, isTrouble && !isFollowed ? this.#prints.ofRecord(offset) : this.#prints.ofLine(offset));
  }

  #end(strand: Strand): void {
    strand.lastLine = this.#entry.line + (this.#columns.rows[strand.lastRow + 1] ?? 0);
    strand.lastTime = timeOf(this.#columns.rows, strand.lastRow);
    strand.lastRow = -1;
  }
}
