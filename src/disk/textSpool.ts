// Pieces of text that are wanted later, all at once → a file without a name meanwhile, so that memory does
// not grow with them.

import fs from 'node:fs';
import { writeAt } from './large/fileBytes';
import { openCopy } from './large/copies';
import type { Copy } from './large/copies';

const pieceSize = 64 * 1024;

export class TextSpool {
  #copy: Copy | undefined;
  #waiting: string[] = [];
  #length = 0;
  #written = 0;

  add(text: string): void {
    this.#waiting.push(text);
    this.#length += text.length;
    if (this.#length >= pieceSize) this.#write();
  }

  #write(): void {
    const { file } = this.#copy ??= openCopy();
    const bytes = Buffer.from(this.#waiting.join(''));
    writeAt(file, bytes, this.#written);
    this.#written += bytes.length;
    this.#waiting = [];
    this.#length = 0;
  }

  /** All of them, in pieces of other sizes. */
  *pieces(): Generator<string, void, undefined> {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const piece = new Uint8Array(pieceSize);
    for (let at = 0; this.#copy && at < this.#written;) {
      const count = fs.readSync(this.#copy.file, piece, 0, piece.length, at);
      if (count === 0) break;
      at += count;
      yield decoder.decode(piece.subarray(0, count), { stream: true });
    }
    yield* this.#waiting;
  }

  close(): void {
    this.#copy?.remove();
  }
}
