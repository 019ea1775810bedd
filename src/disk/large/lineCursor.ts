// Bytes of a large log → the numbers of their lines, and back, for who asks from the beginning to the end:
// each stretch of the log is counted once, and none that lies before a part whose first line is known.

import type { ByteSource } from './byteSource';
import type { KnownPart } from './knownPart';

const pieceSize = 256 * 1024;
const newline = 10;

export class LineCursor {
  readonly #bytes: ByteSource;
  readonly #parts: readonly KnownPart[];
  /** A line begins at the offset, or it is the end of what was read. */
  #offset = 0;
  #line = 0;
  #part = 0;

  constructor(bytes: ByteSource, parts: readonly KnownPart[]) {
    this.#bytes = bytes;
    this.#parts = parts;
  }

  /** The number of the line that begins at an offset. Invariant: offsets ascend. */
  lineAt(offset: number): number {
    this.#skip(({ begin }) => begin <= offset);
    while (this.#offset < offset) {
      const piece = this.#bytes.read(this.#offset, Math.min(pieceSize, offset - this.#offset));
      if (piece.length === 0) break;
      for (let at = piece.indexOf(newline); at >= 0; at = piece.indexOf(newline, at + 1)) this.#line += 1;
      this.#offset += piece.length;
    }
    return this.#line;
  }

  /** Where a line begins; undefined: the log has no such line. Invariant: numbers ascend. */
  offsetOf(line: number): number | undefined {
    this.#skip((entry) => entry.line <= line);
    while (this.#line < line) {
      const piece = this.#bytes.read(this.#offset, pieceSize);
      if (piece.length === 0) return undefined;
      let at = -1;
      do {
        const next = piece.indexOf(newline, at + 1);
        if (next < 0) break;
        at = next;
        this.#line += 1;
      } while (this.#line < line);
      this.#offset += this.#line === line ? at + 1 : piece.length;
    }
    return this.#offset < (this.#parts.at(-1)?.entry.end ?? 0) ? this.#offset : undefined;
  }

  #skip(isBefore: (entry: KnownPart['entry']) => boolean): void {
    for (let next = this.#parts[this.#part]; next && isBefore(next.entry); next = this.#parts[this.#part]) {
      this.#part += 1;
      if (next.entry.begin > this.#offset) [this.#offset, this.#line] = [next.entry.begin, next.entry.line];
    }
  }
}
