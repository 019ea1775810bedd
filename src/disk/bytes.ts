// Pieces of bytes as they come from a file, a pipe or an unpacker. A piece is only good until the next one is
// asked for: files are read into one buffer again and again.

import fs from 'node:fs';
import type { Input } from './files';

export type Bytes = AsyncIterable<Uint8Array>;

export const pieceSize = 256 * 1024;

/**
 * A file from beginning to end. Reading waits for the disk: that costs less than half of what a stream does.
 * @throws what the file system says.
 */
export async function* bytesOfFile(path: string, from = 0): AsyncGenerator<Uint8Array> {
  const file = fs.openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(pieceSize);
    let at = from;
    for (let n = read(); n > 0; n = read()) {
      at += n;
      yield buffer.subarray(0, n);
    }
    function read(): number {
      return fs.readSync(file, buffer, 0, pieceSize, from > 0 ? at : null);
    }
  } finally {
    fs.closeSync(file);
  }
}

export async function* bytesOfStream(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const piece of stream) if (piece instanceof Uint8Array) yield piece;
}

/** What was named, as it lies there: a file, a pipe or standard input. */
export function bytesOfInput({ path, pipe }: Pick<Input, 'path' | 'pipe'>): Bytes {
  if (path === undefined) return bytesOfStream(process.stdin);
  if (pipe) return bytesOfStream(fs.createReadStream(path, { highWaterMark: pieceSize }));
  return bytesOfFile(path);
}

/** Bytes of which the first have been looked at already. */
export interface Opened {
  /** At least as many as were asked for, unless there are no more. A copy: it stays good. */
  readonly head: Uint8Array;
  /** All of them, the head included; to be taken once. */
  readonly all: Bytes;
  /** Who does not take all says so, that files are closed. */
  close(): Promise<void>;
}

export async function openBytes(bytes: Bytes, size: number): Promise<Opened> {
  const pieces = bytes[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  while (length < size && !ended) {
    const next = await pieces.next();
    if (next.done) ended = true;
    else {
      parts.push(Uint8Array.from(next.value));
      length += next.value.length;
    }
  }
  const head = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  return {
    head,
    all: followedBy(head, ended ? undefined : pieces),
    close: async () => void (await pieces.return?.()),
  };
}

async function* followedBy(
  head: Uint8Array, rest: AsyncIterator<Uint8Array> | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    while (rest) {
      const next = await rest.next();
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await rest?.return?.();
  }
}
