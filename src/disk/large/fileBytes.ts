// Bytes of a file at a place, read or written at once.

import fs from 'node:fs';

/** Some bytes of a file; fewer where it ends before. */
export function bytesAt(path: string, at: number, size: number): Uint8Array {
  const file = fs.openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(size);
    return bytes.subarray(0, fs.readSync(file, bytes, 0, size, at));
  } finally {
    fs.closeSync(file);
  }
}

/** Writes all of a piece. */
export function writeAt(file: number, piece: Uint8Array, at: number): void {
  for (let done = 0; done < piece.length;) {
    done += fs.writeSync(file, piece, done, piece.length - done, at + done);
  }
}
