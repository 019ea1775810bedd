// A .tar as a stream → its files, one after another. A chunk of its own, loaded on first use.

import { extract } from 'tar-stream';
import type { Bytes } from '../bytes';
import type { EntryVisit } from './entry';

/**
 * Calls `visit` for each file in its order and waits for it; what it does not read is passed over. Links,
 * devices and folders are no files.
 * @throws when the archive ends early or is damaged, after all files before that place.
 */
export async function walkTar(bytes: Bytes, visit: EntryVisit): Promise<void> {
  const unpacker = extract();
  const feeding = feed(bytes, unpacker);
  try {
    for await (const entry of unpacker) {
      const { name, type, size = 0 } = entry.header;
      if (type === 'file' || type === 'contiguous-file') {
        await visit({ name, size, open: () => piecesOf(entry) });
      }
      entry.resume();
    }
  } finally {
    unpacker.destroy();
    await feeding;
  }
}

async function* piecesOf(entry: AsyncIterable<unknown> & { resume(): void }): AsyncGenerator<Uint8Array> {
  const pieces = entry[Symbol.asyncIterator]();
  // not `for await`: leaving that early would destroy the whole archive
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    if (next.value instanceof Uint8Array) yield next.value;
  }
}

async function feed(bytes: Bytes, unpacker: ReturnType<typeof extract>): Promise<void> {
  try {
    for await (const piece of bytes) {
      if (unpacker.destroyed) return;
      if (!unpacker.write(Buffer.from(piece))) await drained(unpacker);
    }
    unpacker.end(() => undefined);
  } catch (error) {
    unpacker.destroy(error instanceof Error ? error : undefined);
  }
}

function drained(unpacker: ReturnType<typeof extract>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      unpacker.off('drain', done).off('close', done);
      resolve();
    };
    unpacker.on('drain', done).on('close', done);
  });
}
