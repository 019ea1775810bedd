// Files one behind the other → one text. Between one whose last line has no end and the next one such an end
// stands in for what is not there.

import fs from 'node:fs';
import type { RawBytes, TextPiece } from './byteSource';

const newline = 10;
/** So many files are open at once. */
const mostOpen = 16;

export class TextPieces implements RawBytes {
  readonly #pieces: readonly TextPiece[];
  readonly #onClose: () => void;
  readonly #open = new Map<string, number>();

  /** @param pieces in their order
   *  @param onClose what else is over when nobody reads any more */
  constructor(pieces: readonly TextPiece[], onClose: () => void) {
    this.#pieces = pieces;
    this.#onClose = onClose;
  }

  pieces(): readonly TextPiece[] {
    return this.#pieces;
  }

  size(): number {
    return this.#pieces.at(-1)?.end ?? 0;
  }

  read(into: Uint8Array, offset: number): number {
    let done = 0;
    for (let at = this.#pieceAt(offset); done < into.length; at++) {
      const piece = this.#pieces[at];
      if (!piece) break;
      for (; offset + done < piece.begin && done < into.length; done++) into[done] = newline;
      const from = offset + done - piece.begin;
      const size = Math.min(into.length - done, piece.end - piece.begin - from);
      if (size > 0) done += readFully(this.#fileOf(piece), into.subarray(done, done + size), piece.at + from);
    }
    return done;
  }

  /** The number of the first piece that ends behind an offset. */
  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #fileOf({ file, path = '' }: TextPiece): number {
    if (file !== undefined) return file;
    const known = this.#open.get(path);
    if (known !== undefined) return known;
    const [oldest] = this.#open.size >= mostOpen ? this.#open : [];
    if (oldest) {
      fs.closeSync(oldest[1]);
      this.#open.delete(oldest[0]);
    }
    const opened = fs.openSync(path, 'r');
    this.#open.set(path, opened);
    return opened;
  }

  close(): void {
    for (const file of this.#open.values()) fs.closeSync(file);
    this.#open.clear();
    this.#onClose();
  }
}

/** A file that has become shorter meanwhile has nothing but ends of lines there. */
function readFully(file: number, into: Uint8Array, at: number): number {
  let done = 0;
  while (done < into.length) {
    const count = fs.readSync(file, into, done, into.length - done, at + done);
    if (count === 0) break;
    done += count;
  }
  into.fill(newline, done);
  return into.length;
}
