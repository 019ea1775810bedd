// Bytes of a log → parts of its index. In: an engine, and who reads bytes into its memory. Out: a part, with
// columns of its own.

import type { Engine } from '../../core/scan/engine';
import { Fields } from '../../core/scan/fields';
import { IndexFields } from '../../core/scan/indexFields';
import { chunkBegin } from '../../core/scan/layout';
import { codesIn, columnsOf } from './part';
import type { Part } from './part';

/** So many bytes are read at once. */
const pieceSize = 256 * 1024;
const newline = 10;

/** Fills an array from an offset of the log on. @returns how many bytes; 0: the log ends here. */
export type ReadBytes = (into: Uint8Array, offset: number) => number;

export class PartScanner {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Reads from one offset to another, or to the end of the log. Both are beginnings of lines. */
  scan(read: ReadBytes, begin: number, end: number): Part {
    const engine = this.#engine;
    engine.begin();
    let offset = begin;
    let lastByte = newline;
    for (;;) {
      engine.carry();
      const into = new Uint8Array(engine.memory(), chunkBegin, Math.min(pieceSize, end - offset));
      const count = into.length === 0 ? 0 : read(into, offset);
      lastByte = into[count - 1] ?? lastByte;
      new IndexFields(engine.memory()).setBase(offset - begin);
      engine.feed(count, count === 0);
      while (!engine.run());
      if (count === 0) return this.#part(begin, offset, lastByte !== newline);
      offset += count;
    }
  }

  #part(begin: number, end: number, isCut: boolean): Part {
    const fields = new Fields(this.#engine.memory());
    const found = new IndexFields(this.#engine.memory());
    const loggers = Array.from({ length: fields.loggers }, (_, logger) => logger)
      .filter((logger) => fields.hasSeen(logger))
      .map((logger) => fields.logger(logger));
    return {
      begin, end, isCut, loggers, lines: fields.takeLines(), levels: fields.levels, times: found.times(),
      values: found.values(), codes: codesIn(found.rows()), columns: columnsOf(found),
    };
  }
}
