// .zst → bytes, where node's own zlib does not know it (before 22.15). A chunk of its own, loaded on first
// use.

import { Decompress } from 'fzstd';
import type { Bytes } from '../bytes';

export async function* unpackZstd(packed: Bytes): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const unpacker = new Decompress((piece) => void ready.push(Uint8Array.from(piece)));
  for await (const piece of packed) {
    unpacker.push(Uint8Array.from(piece));
    yield* ready.splice(0);
  }
  unpacker.push(new Uint8Array(0), true);
  yield* ready;
}
