// Columns of parts → sections of a file, one behind the other, and back. A file of the index keeps them;
// where none is wanted, a file that is removed when the log is closed. Each section of an index has a sum:
// damage is found when it is read.

import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { writeAt } from './fileBytes';
import { scratchFolder } from './scratch';

export interface Section {
  readonly at: number;
  /** Words of four bytes. */
  readonly words: number;
  /** Of its bytes; 0 in a file for one session. */
  readonly sum: number;
}

/** A file that sections are written to, by as many threads as there are: its number, its end, which all of
 *  them move, and whether it is kept, so that its sections need sums. */
export interface OpenSections {
  readonly file: number;
  readonly end: SharedArrayBuffer;
  readonly isKept: boolean;
}

export class SectionWriter {
  readonly #file: number;
  readonly #end: BigInt64Array;
  readonly #isKept: boolean;

  constructor({ file, end, isKept }: OpenSections) {
    this.#file = file;
    this.#isKept = isKept;
    this.#end = new BigInt64Array(end);
  }

  /** All of these words are one section. */
  append(...pieces: readonly Uint32Array[]): Section {
    const words = pieces.reduce((all, { length }) => all + length, 0);
    const begin = this.#take(words * 4);
    let at = begin;
    let sum = 0;
    for (const { buffer, byteOffset, byteLength } of pieces) {
      const bytes = new Uint8Array(buffer, byteOffset, byteLength);
      writeAt(this.#file, bytes, at);
      at += byteLength;
      if (this.#isKept) sum = zlib.crc32(bytes, sum);
    }
    return { at: begin, words, sum };
  }

  write(bytes: Uint8Array): void {
    writeAt(this.#file, bytes, this.#take(bytes.length));
  }

  /** @returns where so many bytes begin that no other thread has taken meanwhile. */
  #take(size: number): number {
    return Number(Atomics.add(this.#end, 0, BigInt(size)));
  }
}

/** So many bytes of sections are kept in memory when they were read. */
const keptBytes = 12_000_000;

/** A page of memory that nobody used yet costs about as much as a read does: of a section that has many a
 *  few words are read alone, until they were asked for so often that all of it costs no more. */
const wordsOfPage = 1024;

/** Thrown where a section is not what was written. The file is removed: whoever opens the log again gets a
 *  new index. */
export class DamagedIndex extends Error {
  /** Beside those of the file system. */
  readonly code = 'EDAMAGED';

  constructor() {
    super('The index of this log was damaged and has been removed. Open the log again.');
  }
}

export class SectionFile {
  readonly #file: number;
  #path: string;
  readonly #isOwn: boolean;
  readonly #end: SharedArrayBuffer;
  readonly #writer: SectionWriter;
  readonly #kept = new Map<number, Uint32Array>();
  #keptSize = 0;
  /** How often a few words were read of a section alone. */
  readonly #asked = new Map<number, number>();

  /** @param isOwn it is removed when it is closed.
   *  @param known another thread has opened it, and closes it */
  constructor(file: string, mode: 'create' | 'read', isOwn = false, known?: OpenSections) {
    this.#file = known?.file ?? fs.openSync(file, mode === 'create' ? 'w+' : 'r');
    this.#path = file;
    this.#isOwn = isOwn;
    this.#end = known?.end ?? new SharedArrayBuffer(8);
    if (!known) new BigInt64Array(this.#end)[0] = BigInt(fs.fstatSync(this.#file).size);
    this.#writer = new SectionWriter(this.opened);
  }

  /** One that another thread has opened; only that one closes it. */
  static ofOther(path: string, known: OpenSections): SectionFile {
    return new SectionFile(path, 'read', !known.isKept, known);
  }

  /** A file for one session. */
  static temporary(): SectionFile {
    const folder = scratchFolder();
    const file = new SectionFile(path.join(folder, 'index'), 'create', true);
    // so nothing is left however this program ends; where an open file keeps its name, `close` removes it
    if (process.platform !== 'win32') fs.rmSync(folder, { recursive: true, force: true });
    return file;
  }

  get path(): string {
    return this.#path;
  }

  /** For threads that write to it as well; it has to stay open as long as they do. */
  get opened(): OpenSections {
    return { file: this.#file, end: this.#end, isKept: !this.#isOwn };
  }

  append(...pieces: readonly Uint32Array[]): Section {
    return this.#writer.append(...pieces);
  }

  write(bytes: Uint8Array): void {
    this.#writer.write(bytes);
  }

  moveTo(file: string): void {
    fs.renameSync(this.#path, file);
    this.#path = file;
  }

  /** @throws DamagedIndex */
  read(section: Section): Uint32Array {
    // another one begins where an empty one stands
    if (section.words === 0) return new Uint32Array(0);
    const known = this.#kept.get(section.at);
    if (known) {
      // the ones that were not used for the longest time stand first
      this.#kept.delete(section.at);
      this.#kept.set(section.at, known);
      return known;
    }
    const words = this.readInto(new Uint32Array(section.words), section);
    this.#keep(section.at, words);
    return words;
  }

  /** Some words of a section; as many of them as it has.
   *  @throws DamagedIndex */
  readSome(section: Section, from: number, count: number): Uint32Array {
    const words = Math.min(count, section.words - from);
    if (words <= 0) return new Uint32Array(0);
    if (!this.#isReadAlone(section)) return this.read(section).subarray(from, from + words);
    return this.readInto(new Uint32Array(words), { at: section.at + from * 4, words, sum: 0 });
  }

  /** Damage is found where all of a section is read. */
  #isReadAlone({ at, words }: Section): boolean {
    if (!this.#isOwn || this.#kept.has(at)) return false;
    const asked = this.#asked.get(at) ?? 0;
    this.#asked.set(at, asked + 1);
    return asked * 2 < words / wordsOfPage;
  }

  /** The same for who reads much of it once.
   *  @param memory has room for it; @returns the part of it that it takes
   *  @throws DamagedIndex */
  readInto(memory: Uint32Array, { at, words: count, sum }: Section): Uint32Array {
    const words = memory.subarray(0, count);
    const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
    // nobody else knows of a file for one session
    const isWhole = readFully(this.#file, bytes, at) === bytes.length
      && (this.#isOwn || zlib.crc32(bytes) === sum);
    if (!isWhole) {
      fs.rmSync(this.#path, { force: true });
      throw new DamagedIndex();
    }
    return words;
  }

  #keep(at: number, words: Uint32Array): void {
    this.#kept.set(at, words);
    this.#keptSize += words.byteLength;
    for (const [other, { byteLength }] of this.#kept) {
      if (this.#keptSize <= keptBytes || other === at) return;
      this.#kept.delete(other);
      this.#keptSize -= byteLength;
    }
  }

  close(): void {
    fs.closeSync(this.#file);
    if (this.#isOwn) fs.rmSync(path.dirname(this.#path), { recursive: true, force: true });
  }
}

function readFully(file: number, into: Uint8Array, offset: number): number {
  let count = 0;
  while (count < into.length) {
    const read = fs.readSync(file, into, count, into.length - count, offset + count);
    if (read === 0) break;
    count += read;
  }
  return count;
}
