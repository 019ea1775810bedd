// A packed file → parts, while it is unpacked: its text goes by once and is copied to an open file, from
// which any place of it can be read later. Of what is cut off or damaged all comes that can be read.

import fs from 'node:fs';
import type { LinePrefix } from '../../core/scan/engine';
import { lineReader } from '../../core/scan/lineReader';
import type { LineReader } from '../../core/scan/lineReader';
import { bytesOfFile } from '../bytes';
import type { Bytes } from '../bytes';
import { gunzipped } from '../gunzip';
import { packingOf } from '../packing';
import { unpacked } from '../unpack';
import type { StreamPacking } from '../unpack';
import { cutIn, leastOf, partSizes } from './cuts';
import { writeAt } from './fileBytes';
import type { PartScanner } from './partScanner';
import type { Part } from './part';
import { isOfDisk } from './scratch';

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
    for await (const bytes of untilCut(textOf(path, packing), () => { end = 'cut'; })) {
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

/** A worker has nothing else to do meanwhile. */
function textOf(path: string, packing: StreamPacking): Bytes {
  const packed = bytesOfFile(path);
  return (packing === 'gzip' ? gunzipped(packed) : undefined) ?? unpacked(packed, packing);
}

async function* untilCut(bytes: Bytes, tell: () => void): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch {
    tell();
  }
}

/** Bytes that go by once → parts, cut as those of a file are: what comes behind the place of a cut is held
 *  until it is known that there is enough of it. */
class PartStream {
  readonly #scanner: PartScanner;
  readonly #reader: LineReader;
  readonly #sizes: Generator<number, never>;
  readonly #least: number;
  readonly #tell: (part: Part) => void;
  #begin = 0;
  #at = 0;
  #wanted = 0;
  #held: Uint8Array[] = [];
  #behind = 0;

  constructor(
    scanner: PartScanner, { prefix, partSize, firstPart }: Pick<PackedFile, 'partSize' | 'firstPart'>
      & { readonly prefix: LinePrefix }, tell: (part: Part) => void,
  ) {
    this.#scanner = scanner;
    this.#reader = lineReader(prefix);
    this.#sizes = partSizes(firstPart, partSize);
    this.#least = leastOf(partSize);
    this.#tell = tell;
    this.#open();
  }

  #open(): void {
    this.#begin = this.#at;
    this.#wanted = this.#at + this.#sizes.next().value;
    this.#scanner.begin(this.#at);
  }

  push(bytes: Uint8Array): void {
    const isNear = this.#held.length > 0 || this.#at + bytes.length > this.#wanted;
    if (!isNear) return this.#feed(bytes);
    // who unpacks may use its memory again
    this.#held.push(Uint8Array.from(bytes));
    this.#behind += bytes.length;
    if (this.#at + this.#behind - this.#wanted >= this.#least) this.#cut();
  }

  #cut(): void {
    const held = this.#take();
    const from = Math.max(0, this.#wanted - this.#at);
    const found = cutIn(held.subarray(from), held.length - from, this.#reader);
    if (found < 0) return this.#feed(held);
    this.#feed(held.subarray(0, from + found));
    this.#tell(this.#scanner.end());
    this.#open();
    this.push(held.subarray(from + found));
  }

  #take(): Uint8Array {
    const [only, ...others] = this.#held;
    const held = only && others.length === 0 ? only : Buffer.concat(this.#held);
    this.#held = [];
    this.#behind = 0;
    return held;
  }

  #feed(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += pieceSize) {
      this.#scanner.push(bytes.subarray(at, at + pieceSize));
    }
    this.#at += bytes.length;
  }

  end(): void {
    this.#feed(this.#take());
    if (this.#at > this.#begin) this.#tell(this.#scanner.end());
  }
}
