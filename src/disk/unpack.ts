// Packed bytes → unpacked ones, as a stream: by what this host has itself, else by a library that is loaded
// when it is needed. Of what is cut off or damaged everything comes out that can be unpacked.

import { decodeWide } from '../core/reading/lines';
import { sinkOf } from '../core/sink';
import type { Bytes } from './bytes';
import { unpackedByHost } from './hostUnpackers';
import type { Packing } from './packing';

type Packer = Extract<Packing, 'gzip' | 'zstd' | 'xz'>;

/** Text whose characters are two bytes each is as good as packed: what looks into it wants one of each. */
export type StreamPacking = Packer | 'utf-16';

export function isStreamPacking(packing: Packing): packing is Packer {
  return packing === 'gzip' || packing === 'zstd' || packing === 'xz';
}

/** @throws when the bytes end early or are damaged, after all that could be unpacked. */
export async function* unpacked(packed: Bytes, packing: StreamPacking): AsyncGenerator<Uint8Array> {
  if (packing === 'xz') {
    yield* (await import('./archives/xz')).unpackXz(packed);
    return;
  }
  if (packing === 'utf-16') {
    yield* narrowed(packed);
    return;
  }
  yield* unpackedByHost(packed, packing) ?? (await import('./archives/zstd')).unpackZstd(packed);
}

async function* narrowed(wide: Bytes): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const decoder = decodeWide(sinkOf((piece: Uint8Array) => void pieces.push(piece)));
  for await (const piece of wide) {
    decoder.push(piece);
    yield* pieces.splice(0);
  }
  decoder.end();
  yield* pieces;
}
