// .xz → bytes, by liblzma as WebAssembly: node has no reader for it. A chunk of its own, loaded on first use.

import { XzReadableStream } from 'xz-decompress';
import type { Bytes } from '../bytes';

export async function* unpackXz(packed: Bytes): AsyncGenerator<Uint8Array> {
  const pieces = packed[Symbol.asyncIterator]();
  const source = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(Uint8Array.from(next.value));
    },
    cancel: async () => void (await pieces.return?.()),
  });
  const reader = new XzReadableStream(source).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
    await pieces.return?.();
  }
}
