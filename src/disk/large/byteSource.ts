// A file → bytes of any place of it, and the ends of its lines; what was read last is kept. Bytes are good
// until the next are read.

import fs from 'node:fs';

const windowSize = 32 * 1024;
const longestLine = 1 << 20;
const newline = 10;

export class ByteSource {
  readonly #file: number;
  #buffer = Buffer.allocUnsafeSlow(windowSize);
  #window = this.#buffer.subarray(0, 0);
  #at = 0;

  constructor(path: string) {
    this.#file = fs.openSync(path, 'r');
  }

  get size(): number {
    return fs.fstatSync(this.#file).size;
  }

  close(): void {
    fs.closeSync(this.#file);
  }

  /** Fewer bytes where the file ends before. */
  read(offset: number, length: number): Uint8Array {
    const inside = offset >= this.#at && offset + length <= this.#at + this.#window.length;
    if (inside) return this.#window.subarray(offset - this.#at, offset - this.#at + length);
    const size = Math.max(length, windowSize);
    if (size > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(size);
    this.#window = this.#buffer.subarray(0, fs.readSync(this.#file, this.#buffer, 0, size, offset));
    this.#at = offset;
    return this.#window.subarray(0, length);
  }

  /** Where the line at `offset` ends, its newline not counted; of a very long line only the beginning. */
  endOfLine(offset: number): number {
    for (let size = 4096; ; size *= 4) {
      const bytes = this.read(offset, size);
      const end = bytes.indexOf(newline);
      if (end >= 0) return offset + end;
      if (bytes.length < size || size >= longestLine) return offset + bytes.length;
    }
  }
}
