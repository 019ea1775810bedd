// Rows of an instance in a part → an episode. Columns are enough for that; text is read only where something
// went wrong.

import { rowWords } from '../../core/scan/columnLayout';
import { indexedTrouble, noValue } from '../../core/scan/layout';
import { endingsOfCodes, sayingsOfCodes } from '../../core/indexTables';
import { isNameless, mix } from '../../core/scan/prints';
import { flagsWith, sortsWith } from '../../core/scan/outcomes';
import { sayingMask, saysError, saysInPassing, saysNothing } from '../../core/scan/spanLayout';
import type { PartEntry } from './knownPart';
import { codeOf, isMarked, valueOf, type PartColumns } from './part';
import { timeOf } from './rows';
import { Episode } from './episode';
import type { Strand } from './episode';
import { printOfText, type TroublePrints } from './troublePrint';

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
  readonly #endings = endingsOfCodes();
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
    // what names no request is told by the one above, in whichever log it stands
    let strand = episode.last;
    this.#request = -1;
    for (let at = from; at < to; at += rowWords) {
      const word = rows[at + 4] ?? 0;
      const code = codeOf(word);
      const told = this.#sayings[code] ?? saysNothing;
      const saying = told & sayingMask;
      if (saying === saysNothing && !isMarked(word, indexedTrouble)) continue;
      episode.length += 1;
      if (saying === saysInPassing) {
        const line = this.#entry.line + (rows[at + 1] ?? 0);
        episode.addAside(this.#said(rows, at, to), line, timeOf(rows, at));
        continue;
      }
      const own = rows[at + 2] ?? 0;
      if (!strand || (own !== this.#request && own !== 0)) {
        this.#request = own;
        strand = this.#strand(own, at);
      }
      this.said += 1;
      const byItself = isNameless(own, saying);
      if (byItself) this.withoutRequest += 1;
      episode.addRow(strand, this.#said(rows, at, to), byItself, timeOf(rows, at));
      const ending = this.#endings[code] ?? 0;
      strand.sorts = sortsWith(strand.sorts, strand.flags, told, ending, byItself);
      strand.flags = flagsWith(strand.flags, told, ending, byItself);
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
  addLoose(request: number, strand: Strand): void {
    const { loose, looseEnds } = this.#columns;
    const end = (looseEnds[request] ?? 0) * rowWords;
    const begin = (request === 0 ? 0 : looseEnds[request - 1] ?? 0) * rowWords;
    for (let at = begin; at < end; at += rowWords) {
      const said = this.#said(loose, at, end);
      if (said === 0) continue;
      strand.loose = mix(strand.loose, said);
      const time = timeOf(loose, at);
      if (strand.looseFrom === 0 || time < strand.looseFrom) strand.looseFrom = time;
      if (time > strand.looseTo) strand.looseTo = time;
    }
  }

  /** What a row says; 0: nothing that anybody remembers.
   *  @param end behind the last row that may stand below it */
  #said(rows: Uint32Array, at: number, end: number): number {
    const word = rows[at + 4] ?? 0;
    const code = codeOf(word);
    const saying = (this.#sayings[code] ?? saysNothing) & sayingMask;
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
