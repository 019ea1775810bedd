// .zst → bytes, where node's own zlib does not know it (before 22.15). A chunk of its own, loaded on first
// use.

import { Decompress } from 'fzstd';
import type { Bytes } from '../bytes';

/** What is unpacked in one go is some twenty times as much. */
const packedSlice = 8 * 1024;

export async function* unpackZstd(packed: Bytes): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const unpacker = new Decompress((piece) => void ready.push(Uint8Array.from(piece)));
  for await (const piece of packed) {
    for (let from = 0; from < piece.length; from += packedSlice) {
      unpacker.push(Uint8Array.from(piece.subarray(from, from + packedSlice)));
      yield* ready.splice(0);
    }
  }
  unpacker.push(new Uint8Array(0), true);
  yield* ready;
}
