// A text → bytes of any place of it, and the ends of its lines; what was read last is kept. Bytes are good
// until the next are read. The text is a file, or several one behind the other.

import fs from 'node:fs';
import { trimLine } from '../../core/reading/lines';

const windowSize = 32 * 1024;
const narrowWindow = 4096;
const wideWindow = 256 * 1024;
const longestLine = 1 << 20;
const newline = 10;

/** A piece of a text, and where it lies. */
export interface TextPiece {
  /** Of the text of all. */
  readonly begin: number;
  readonly end: number;
  /** An open file, or a path. */
  readonly file?: number;
  readonly path?: string;
  /** Where the piece begins in that file. */
  readonly at: number;
}

/** Where bytes come from. */
export interface RawBytes {
  size(): number;
  /** What it is made of, for who reads it on another thread. */
  pieces(): readonly TextPiece[];
  /** Fills an array from an offset on. @returns how many bytes; fewer where the text ends before. */
  read(into: Uint8Array, offset: number): number;
  close(): void;
}

export class ByteSource {
  readonly #raw: RawBytes;
  readonly #windowSize: number;
  #buffer: Buffer;
  #window: Buffer;
  #at = 0;

  /** @param from the path of a file, or what else there is to read
   *  @param size so many bytes are read at once, and kept */
  constructor(from: string | RawBytes, size = windowSize) {
    this.#raw = typeof from === 'string' ? rawBytes(from) : from;
    this.#windowSize = size;
    this.#buffer = Buffer.allocUnsafeSlow(size);
    this.#window = this.#buffer.subarray(0, 0);
  }

  /** The same for who goes through much of it in order; only one of both is closed. */
  inOrder(): ByteSource {
    return new ByteSource(this.#raw, wideWindow);
  }

  /** The same for who reads single lines that stand far apart. */
  forLines(): ByteSource {
    return new ByteSource(this.#raw, narrowWindow);
  }

  get size(): number {
    return this.#raw.size();
  }

  /** What the text is made of. */
  get pieces(): readonly TextPiece[] {
    return this.#raw.pieces();
  }

  close(): void {
    this.#raw.close();
  }

  /** What holds the bytes that were read last. */
  get buffer(): Uint8Array {
    return this.#buffer;
  }

  /** Reads bytes if need be. @returns where the first one stands in `buffer`. */
  place(offset: number, length: number): number {
    if (offset < this.#at || offset + length > this.#at + this.#window.length) this.read(offset, length);
    return offset - this.#at;
  }

  /** Fewer bytes where the file ends before. */
  read(offset: number, length: number): Uint8Array {
    const inside = offset >= this.#at && offset + length <= this.#at + this.#window.length;
    if (inside) return this.#window.subarray(offset - this.#at, offset - this.#at + length);
    const size = Math.max(length, this.#windowSize);
    if (size > this.#buffer.length) this.#buffer = Buffer.allocUnsafeSlow(size);
    this.#window = this.#buffer.subarray(0, this.#raw.read(this.#buffer.subarray(0, size), offset));
    this.#at = offset;
    return this.#window.subarray(0, length);
  }

  /** The text of a line from its beginning to its end. */
  line(begin: number, end: number): string {
    const { buffer, byteOffset, length } = this.read(begin, end - begin);
    return trimLine(Buffer.from(buffer, byteOffset, length).toString('utf8'));
  }

  /** Where the line at `offset` ends, its newline not counted; of a very long line only the beginning. */
  endOfLine(offset: number): number {
    const inside = offset >= this.#at && offset < this.#at + this.#window.length;
    const near = inside ? this.#window.indexOf(newline, offset - this.#at) : -1;
    if (near >= 0) return this.#at + near;
    for (let size = 4096; ; size *= 4) {
      const bytes = this.read(offset, size);
      const end = bytes.indexOf(newline);
      if (end >= 0) return offset + end;
      if (bytes.length < size || size >= longestLine) return offset + bytes.length;
    }
  }
}

function rawBytes(path: string): RawBytes {
  const file = fs.openSync(path, 'r');
  return { ...bytesOfOpen(file), close: () => fs.closeSync(file) };
}

/** Of a file that is open, and that whoever opened it closes. */
export function bytesOfOpen(file: number): RawBytes {
  const size = (): number => fs.fstatSync(file).size;
  return {
    size, pieces: () => [{ begin: 0, end: size(), file, at: 0 }],
    read: (into, offset) => fs.readSync(file, into, 0, into.length, offset),
    close: () => undefined,
  };
}
