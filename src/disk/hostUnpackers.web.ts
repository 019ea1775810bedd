// What a browser unpacks itself. In: packed bytes. Out: unpacked ones, as a stream.

import type { Bytes } from './bytes';

/** @returns undefined: it does not know this packing */
export function unpackedByHost(
  packed: Bytes, packing: 'gzip' | 'zstd',
): AsyncGenerator<Uint8Array> | undefined {
  return packing === 'gzip' ? gunzipped(packed) : undefined;
}

async function* gunzipped(packed: Bytes): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip');
  const feeding = feed(packed, writable.getWriter());
  const reader = readable.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const piece: unknown = next.value;
      if (piece instanceof Uint8Array) yield piece;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
    await feeding;
  }
}

/** Whoever reads is told of an error as well. */
async function feed(packed: Bytes, to: WritableStreamDefaultWriter<Uint8Array>): Promise<void> {
  try {
    // the piece is used again when the next one is asked for
    for await (const piece of packed) await to.write(Uint8Array.from(piece));
    await to.close();
  } catch (error) {
    await to.abort(error).catch(() => undefined);
  }
}
