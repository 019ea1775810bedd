// Bytes of a file → from any line to its offset and back: counted once, in pieces, and counted on as the file
// grows. One number for each 64 KiB.

import type { ByteSource } from '../large/byteSource';

const blockBits = 16;
const blockSize = 1 << blockBits;
/** So much is counted at a stretch. */
const stretch = 8 << 20;
const newline = 10;

export class LineMarks {
  readonly #bytes: ByteSource;
  /** Line ends before each block. */
  readonly #marks: number[] = [0];
  #counted = 0;
  #lines = 0;

  constructor(bytes: ByteSource) {
    this.#bytes = bytes;
  }

  /** Bytes that were counted, and the line ends in them. */
  get counted(): number {
    return this.#counted;
  }

  get lines(): number {
    return this.#lines;
  }

  /** Counts a stretch. @returns false: all up to `end` is counted. */
  countOn(end: number): boolean {
    const stop = Math.min(end, this.#counted + stretch);
    while (this.#counted < stop) {
      const place = this.#counted & (blockSize - 1);
      const piece = this.#bytes.read(this.#counted, Math.min(blockSize - place, stop - this.#counted));
      if (piece.length === 0) return false;
      for (let at = piece.indexOf(newline); at >= 0; at = piece.indexOf(newline, at + 1)) this.#lines += 1;
      this.#counted += piece.length;
      if ((this.#counted & (blockSize - 1)) === 0) this.#marks.push(this.#lines);
    }
    return this.#counted < end;
  }

  /** The number of the line that holds the byte. Invariant: it was counted. */
  lineAt(offset: number): number {
    const block = Math.min(Math.floor(offset / blockSize), this.#marks.length - 1);
    let line = this.#marks[block] ?? 0;
    const bytes = this.#bytes.read(block * blockSize, offset - block * blockSize);
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) line += 1;
    return line;
  }

  /** Where a line begins; the end of what is counted for one that is not there. */
  offsetOf(line: number): number {
    if (line <= 0) return 0;
    let low = 0;
    let high = this.#marks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#marks[middle] ?? 0) < line) low = middle;
      else high = middle - 1;
    }
    let left = line - (this.#marks[low] ?? 0);
    for (let block = low; block * blockSize < this.#counted; block += 1) {
      const begin = block * blockSize;
      const bytes = this.#bytes.read(begin, Math.min(blockSize, this.#counted - begin));
      for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) {
        left -= 1;
        if (left === 0) return begin + at + 1;
      }
    }
    return this.#counted;
  }

  /** Where the first line begins that begins at an offset or behind it. */
  lineFrom(offset: number): { readonly offset: number; readonly line: number } {
    if (offset <= 0) return { offset: 0, line: 0 };
    const line = this.lineAt(offset - 1) + 1;
    const isBegin = this.#bytes.read(offset - 1, 1)[0] === newline;
    return { line, offset: isBegin ? offset : this.offsetOf(line) };
  }
}
