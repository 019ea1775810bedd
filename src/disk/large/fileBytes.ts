// Bytes of a file at a place, read or written at once; and what is said of one that did not stay what it was.

import fs from 'node:fs';

/** A log was shortened, or another one took its place, while it was read: nothing true can be said of it. */
export class ChangedFile extends Error {
  /** Beside those of the file system: what comes from a worker has lost its class. */
  readonly code = 'ECHANGED';

  constructor() {
    super('The log was shortened or replaced while it was read.');
  }
}

/** Some bytes of a file; fewer where it ends before. */
export function bytesAt(path: string, at: number, size: number): Uint8Array {
  const file = fs.openSync(path, 'r');
  try {
    return bytesIn(file, at, size);
  } finally {
    fs.closeSync(file);
  }
}

/** The same of a file that is open. */
export function bytesIn(file: number, at: number, size: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(size);
  return bytes.subarray(0, fs.readSync(file, bytes, 0, size, at));
}

/** Writes all of a piece. */
export function writeAt(file: number, piece: Uint8Array, at: number): void {
  for (let done = 0; done < piece.length;) {
    done += fs.writeSync(file, piece, done, piece.length - done, at + done);
  }
}
