// Chunks of bytes of any size → numbered lines. UTF-8, or UTF-16 where a byte order mark says so.
// Memory is bounded: of a very long line only its beginning is kept.

import { beginOfJson } from './fields';
import type { Line } from '../model';
import type { Sink } from '../sink';
import { holdsWrittenLines } from './writtenLines';

/** Characters that are read of one line. Of a longer one a character more is kept, which tells that it is. */
export const longestLine = 256 * 1024;
/** The same of a line that begins as JSON does, which may be a whole answer of a central store, or that shows
 *  a log written as a string. */
const longestAnswer = 32 * 1024 * 1024;
/** So much of its beginning shows the latter. */
const shownEnough = 64 * 1024;

// Small pieces stay in V8's young generation: decoding them is several times faster than decoding a megabyte,
// and a string that is sliced from a piece keeps no more than the piece alive.
const pieceSize = 64 * 1024;
/** So many empty lines on end are told at once. */
const manyBlanks = 64;
// No character of the kept part needs more than three bytes per UTF-16 unit.
const heldLimit = 3 * longestLine + 4;
const newline = 10;
const carriageReturn = 13;
const byteOrderMark = 0xfeff;

export interface LineSink extends Sink<Line> {
  /** So many empty lines on end, the first of them with this number; without it they come one by one. */
  readonly blanks?: (number: number, count: number) => void;
}

/**
 * A line is what a newline ends; a carriage return before it is taken off, and so are a byte order mark and
 * NULs in front of it (a log that was truncated while it was written begins with NULs).
 */
export function readLines(next: LineSink): Sink<Uint8Array> {
  return decodeWide(new LineSplitter(next));
}

/** A byte order mark says that it is UTF-16. */
export function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** UTF-16 becomes UTF-8, everything else goes through as it is. */
export function decodeWide(next: Sink<Uint8Array>): Sink<Uint8Array> {
  let first: number | undefined;
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let decided = false;
  const pass = (chunk: Uint8Array) => {
    next.push(decoder ? new TextEncoder().encode(decoder.decode(chunk, { stream: true })) : chunk);
  };
  const decide = (one: number, two: number) => {
    decided = true;
    if (one === 0xff && two === 0xfe) decoder = new TextDecoder('utf-16le');
    if (one === 0xfe && two === 0xff) decoder = new TextDecoder('utf-16be');
  };
  return {
    push(chunk) {
      if (chunk.length === 0) return;
      if (decided) return pass(chunk);
      if (first === undefined && chunk.length === 1) {
        first = chunk[0];
        return;
      }
      decide(first ?? chunk[0] ?? 0, (first === undefined ? chunk[1] : chunk[0]) ?? 0);
      if (first !== undefined) pass(Uint8Array.of(first));
      pass(chunk);
    },
    end() {
      if (!decided && first !== undefined) next.push(Uint8Array.of(first));
      if (decoder) next.push(new TextEncoder().encode(decoder.decode()));
      next.end();
    },
  };
}

class LineSplitter implements Sink<Uint8Array> {
  readonly #next: LineSink;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #held = holdBytes();
  #number = 0;

  constructor(next: LineSink) {
    this.#next = next;
  }

  push(chunk: Uint8Array): void {
    const last = chunk.lastIndexOf(newline);
    if (last < 0) return this.#held.add(chunk);
    let from = 0;
    if (this.#held.begun()) {
      from = chunk.indexOf(newline) + 1;
      this.#held.add(chunk.subarray(0, from - 1));
      this.#emitHeld();
    }
    while (from <= last) {
      const to = endOfPiece(chunk, from, last);
      if (to - from <= heldLimit) {
        this.#split(this.#decoder.decode(chunk.subarray(from, to)));
      } else {
        this.#held.add(chunk.subarray(from, to - 1));
        this.#emitHeld();
      }
      from = to;
    }
    if (from < chunk.length) this.#held.add(chunk.subarray(from));
  }

  end(): void {
    if (this.#held.begun()) this.#emitHeld(true);
    this.#next.end();
  }

  /** Whole lines, the last one ended by a newline. */
  #split(piece: string): void {
    let from = 0;
    while (from < piece.length) {
      const first = piece.charCodeAt(from);
      if (first === newline) {
        from = this.#emitBlanks(piece, from);
        continue;
      }
      const stop = piece.indexOf('\n', from);
      const plain = first !== 0 && first !== byteOrderMark && stop - from <= longestLine
        && piece.charCodeAt(stop - 1) !== carriageReturn;
      this.#emit(plain ? piece.slice(from, stop) : trimLine(piece.slice(from, stop)));
      from = stop + 1;
    }
  }

  /** @returns where the next line begins that is not empty. */
  #emitBlanks(piece: string, from: number): number {
    let end = from + 1;
    while (piece.charCodeAt(end) === newline) end += 1;
    const count = end - from;
    if (count < manyBlanks || !this.#next.blanks) {
      for (let i = 0; i < count; i++) this.#emit('');
    } else {
      this.#next.blanks(this.#number, count);
      this.#number += count;
    }
    return end;
  }

  #emitHeld(isCut = false): void {
    const text = trimLine(this.#decoder.decode(this.#held.take()));
    if (!isCut) return this.#emit(text);
    this.#next.push({ number: this.#number, text, isCut });
    this.#number += 1;
  }

  #emit(text: string): void {
    this.#next.push({ number: this.#number, text });
    this.#number += 1;
  }
}

/** Where the piece that begins at `from` ends: behind a newline, about `pieceSize` further on. */
function endOfPiece(chunk: Uint8Array, from: number, last: number): number {
  if (from + pieceSize > last) return last + 1;
  const before = chunk.lastIndexOf(newline, from + pieceSize - 1);
  return (before >= from ? before : chunk.indexOf(newline, from + pieceSize)) + 1;
}

/** A line without what belongs to no line: NULs and a byte order mark before it, carriage returns
 *  behind it. */
export function trimLine(text: string): string {
  let from = 0;
  while (text.charCodeAt(from) === 0 || text.charCodeAt(from) === byteOrderMark) from += 1;
  let to = text.length;
  while (text.charCodeAt(to - 1) === carriageReturn) to -= 1;
  const isLong = to - from > longestLine + 1;
  const isOne = isLong && !holdsMany(text.slice(from, from + shownEnough));
  return text.slice(from, Math.max(from, Math.min(to, from + (isOne ? longestLine + 1 : longestAnswer))));
}

/** Whether many log lines may stand in a line that begins so. */
function holdsMany(text: string): boolean {
  return beginOfJson(text) >= 0 || holdsWrittenLines(text);
}

function beginning(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, shownEnough));
}

/** The beginning of a line whose end has not come yet; never more than `heldLimit` bytes of it, of one that
 *  may hold many lines `longestAnswer`. */
function holdBytes() {
  let bytes = new Uint8Array(0);
  let length = 0;
  let begun = false;
  // known once it matters
  let limit: number | undefined;
  return {
    begun: () => begun,
    add(chunk: Uint8Array): void {
      begun ||= chunk.length > 0;
      let from = 0;
      if (length === 0) while (from < chunk.length && chunk[from] === 0) from += 1;
      if (limit === undefined && length + chunk.length - from > heldLimit) {
        const shown = beginning(bytes.subarray(0, length)) + beginning(chunk.subarray(from));
        limit = holdsMany(shown) ? longestAnswer : heldLimit;
      }
      const most = limit ?? heldLimit;
      const part = chunk.subarray(from, from + most - length);
      if (length + part.length > bytes.length) {
        const wider = new Uint8Array(Math.min(most, Math.max(2 * bytes.length, length + part.length)));
        wider.set(bytes.subarray(0, length));
        bytes = wider;
      }
      bytes.set(part, length);
      length += part.length;
    },
    take(): Uint8Array {
      const taken = bytes.subarray(0, length);
      if (bytes.length > pieceSize) bytes = new Uint8Array(0);
      length = 0;
      begun = false;
      limit = undefined;
      return taken;
    },
  };
}
