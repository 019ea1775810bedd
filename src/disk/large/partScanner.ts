// Bytes of a log → parts of its index. In: an engine, who reads bytes into its memory, and who writes
// columns. Out: a part.

import type { Engine } from '../../core/scan/engine';
import { Fields } from '../../core/scan/fields';
import { IndexFields } from '../../core/scan/indexFields';
import {
  cInstances, cLoose, cLooseEnds, cRequests, cRequestSlots, cRowEnds, cRows, cStretches, cTies, rowWords,
} from '../../core/scan/columnLayout';
import { chunkBegin } from '../../core/scan/layout';
import { cAsides, cSpans, cStrands } from '../../core/scan/spanLayout';
import { storeColumns } from './knownPart';
import type { Part, PartColumns, PartIds } from './part';
import { timeOf } from './rows';
import type { SectionWriter } from './sections';
import { printsOf } from './spanning';

/** So many bytes are read at once, and after as many it is known which line stands there. */
const pieceSize = 256 * 1024;
/** After so many of them everybody else on this thread may have a turn: after some milliseconds. */
const piecesAtOnce = 16;
const newline = 10;

const columns: Readonly<Record<keyof PartColumns, number>> = {
  rows: cRows, rowEnds: cRowEnds, instances: cInstances, loose: cLoose, looseEnds: cLooseEnds,
  requests: cRequests, requestSlots: cRequestSlots, ties: cTies, stretches: cStretches, spans: cSpans,
  strands: cStrands, asides: cAsides,
};

/** Fills an array from an offset of the log on. @returns how many bytes; 0: the log ends here. */
export type ReadBytes = (into: Uint8Array, offset: number) => number;

/** Lets others have a turn. @returns whether to go on. */
export type Pause = () => Promise<boolean>;

export class PartScanner {
  readonly #engine: Engine;
  readonly #writer: SectionWriter;
  #begin = 0;
  #at = 0;
  #lastByte = newline;
  #marks: number[] = [];
  /** The engine's texts by their numbers, as far as they were asked for: it keeps them from part to part. */
  readonly #values: string[] = [];
  readonly #loggers: string[] = [];

  constructor(engine: Engine, writer: SectionWriter) {
    this.#engine = engine;
    this.#writer = writer;
  }

  /** Reads from one offset to another, or to the end of the log. Both are beginnings of lines.
   *  @param pause asked again and again whether to go on; @returns undefined: it was not to. */
  async scan(read: ReadBytes, begin: number, end: number, pause?: Pause): Promise<Part | undefined> {
    this.begin(begin);
    for (let pieces = 1; ; pieces++) {
      if (pause && pieces % piecesAtOnce === 0 && !await pause()) return undefined;
      const into = this.#room(Math.min(pieceSize - this.#at % pieceSize, end - this.#at));
      const count = into.length === 0 ? 0 : read(into, this.#at);
      if (count === 0) return this.end();
      this.#feed(count, into[count - 1] ?? newline);
    }
  }

  /** Begins a part whose bytes are pushed. */
  begin(offset: number): void {
    this.#engine.begin();
    this.#begin = offset;
    this.#at = offset;
    this.#lastByte = newline;
    this.#marks = [];
  }

  /** @param bytes no more than a chunk of the scanner's */
  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#room(bytes.length).set(bytes);
    this.#feed(bytes.length, bytes[bytes.length - 1] ?? newline);
  }

  end(): Part {
    this.#room(0);
    this.#feed(0, this.#lastByte);
    return this.#part(this.#begin, this.#at, this.#lastByte !== newline);
  }

  #room(size: number): Uint8Array {
    this.#engine.carry();
    return new Uint8Array(this.#engine.memory(), chunkBegin, size);
  }

  #feed(count: number, lastByte: number): void {
    new IndexFields(this.#engine.memory()).setBase(this.#at - this.#begin);
    this.#engine.feed(count, count === 0);
    while (!this.#engine.run());
    this.#lastByte = lastByte;
    const before = this.#at;
    this.#at += count;
    if (Math.floor(before / pieceSize) < Math.floor(this.#at / pieceSize)) this.#mark();
  }

  #mark(): void {
    const begun = new Fields(this.#engine.memory()).lines + (this.#lastByte === newline ? 0 : 1);
    this.#marks.push(this.#at - this.#begin, begun);
  }

  /** The loggers of the part's lines. */
  #seen(fields: Fields): readonly string[] {
    const seen: string[] = [];
    for (let logger = 0; logger < fields.loggers; logger++) {
      if (fields.hasSeen(logger)) seen.push((this.#loggers[logger] ??= fields.logger(logger)));
    }
    return seen;
  }

  #part(begin: number, end: number, isCut: boolean): Part {
    this.#engine.makeColumns();
    const fields = new Fields(this.#engine.memory());
    const found = new IndexFields(this.#engine.memory());
    found.addValues(this.#values);
    const column = (name: keyof PartColumns): Uint32Array => found.column(columns[name]);
    return {
      begin, end, isCut, loggers: this.#seen(fields), lines: fields.lines, levels: fields.levels,
      marks: Uint32Array.from(this.#marks), missed: found.missed, times: found.times(),
      values: this.#values.slice(), codes: found.codes(),
      hosts: found.hosts().flatMap((number) => this.#values[number] ?? []),
      ...found.said(), sections: storeColumns(column, this.#writer), ids: idsOf(column),
    };
  }
}

function idsOf(column: (name: keyof PartColumns) => Uint32Array): PartIds {
  const rows = column('rows');
  const counts = column('rowEnds').slice();
  const firstTimes = new Float64Array(counts.length);
  const lastTimes = new Float64Array(counts.length);
  let before = 0;
  counts.forEach((end, instance) => {
    firstTimes[instance] = timeOf(rows, before * rowWords);
    lastTimes[instance] = timeOf(rows, (end - 1) * rowWords);
    counts[instance] = end - before;
    before = end;
  });
  const requests = printsOf(column('requests'));
  return { instances: column('instances').slice(), counts, firstTimes, lastTimes, requests };
}
