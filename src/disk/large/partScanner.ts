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
  #begin = 0;
  #at = 0;
  #lastByte = newline;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Reads from one offset to another, or to the end of the log. Both are beginnings of lines. */
  scan(read: ReadBytes, begin: number, end: number): Part {
    this.begin(begin);
    for (;;) {
      const into = this.#room(Math.min(pieceSize, end - this.#at));
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
    this.#at += count;
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
