// A packed file → parts, while it is unpacked: its text goes by once and is copied to an open file, from
// which any place of it can be read later. Of what is cut off or damaged all comes that can be read.

import fs from 'node:fs';
import type { LinePrefix } from '../../core/scan/engine';
import { lineReader } from '../../core/scan/lineReader';
import type { LineReader } from '../../core/scan/lineReader';
import { bytesOfFile } from '../bytes';
import type { Bytes } from '../bytes';
import { packingOf } from '../packing';
import { unpacked } from '../unpack';
import type { StreamPacking } from '../unpack';
import { isOfDisk } from './copies';
import { cutIn } from './cuts';
import { writeAt } from './fileBytes';
import type { PartScanner } from './partScanner';
import type { Part } from './part';

export interface PackedFile {
  readonly path: string;
  readonly packing: StreamPacking;
  /** Bytes of one part; the first may be smaller, so that something is known at once. */
  readonly partSize: number;
  readonly firstPart: number;
  /** To more bytes it must not unpack. */
  readonly limit: number;
}

/** Where its text stands in the copy. */
export interface Unpacked {
  readonly copy: number;
  readonly at: number;
  readonly size: number;
  /** `cut`: the end is missing. `useless`: it holds no single log, or there is no room for it. */
  readonly end: 'whole' | 'cut' | 'useless';
}

/** What unpackers give at once may be more. */
const pieceSize = 512 * 1024;

export async function scanPacked(
  { path, packing, limit, ...sizes }: PackedFile & { readonly prefix: LinePrefix }, scanner: PartScanner,
  copy: number, tell: (part: Part) => void,
): Promise<Unpacked> {
  const at = fs.fstatSync(copy).size;
  const parts = new PartStream(scanner, sizes, tell);
  let size = 0;
  let end: Unpacked['end'] = 'whole';
  try {
    for await (const bytes of untilCut(unpacked(bytesOfFile(path), packing), () => { end = 'cut'; })) {
      const isArchive = size === 0 && packingOf(bytes) !== 'none';
      if (isArchive || size + bytes.length > limit) return { copy, at, size, end: 'useless' };
      for (let from = 0; from < bytes.length; from += pieceSize) {
        const piece = bytes.subarray(from, from + pieceSize);
        writeAt(copy, piece, at + size);
        parts.push(piece);
        size += piece.length;
      }
    }
  } catch (error) {
    if (!isOfDisk(error)) throw error;
    return { copy, at, size, end: 'useless' };
  }
  parts.end();
  return { copy, at, size, end };
}

async function* untilCut(bytes: Bytes, tell: () => void): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch {
    tell();
  }
}

/** Bytes that go by once → parts, cut as those of a file are. */
class PartStream {
  readonly #scanner: PartScanner;
  readonly #reader: LineReader;
  readonly #partSize: number;
  readonly #tell: (part: Part) => void;
  #wanted: number;
  #begin = 0;
  #at = 0;

  constructor(
    scanner: PartScanner, { prefix, partSize, firstPart }: Pick<PackedFile, 'partSize' | 'firstPart'>
      & { readonly prefix: LinePrefix }, tell: (part: Part) => void,
  ) {
    this.#scanner = scanner;
    this.#reader = lineReader(prefix);
    this.#partSize = partSize;
    this.#wanted = firstPart;
    this.#tell = tell;
    scanner.begin(0);
  }

  push(bytes: Uint8Array): void {
    const isDue = this.#at + bytes.length - this.#begin >= this.#wanted;
    const cut = isDue ? cutIn(bytes, bytes.length, this.#reader) : -1;
    this.#feed(cut < 0 ? bytes : bytes.subarray(0, cut));
    if (cut < 0) return;
    this.#tell(this.#scanner.end());
    this.#begin = this.#at;
    this.#wanted = this.#partSize;
    this.#scanner.begin(this.#at);
    this.#feed(bytes.subarray(cut));
  }

  #feed(bytes: Uint8Array): void {
    this.#scanner.push(bytes);
    this.#at += bytes.length;
  }

  end(): void {
    if (this.#at > this.#begin) this.#tell(this.#scanner.end());
  }
}
