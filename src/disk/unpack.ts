// Packed bytes → unpacked ones, as a stream: gzip and zstd by node's own zlib, else by a library that is
// loaded when it is needed. Of what is cut off or damaged everything comes out that can be unpacked.

import type { Transform } from 'node:stream';
import zlib from 'node:zlib';
import { decodeWide } from '../core/reading/lines';
import { sinkOf } from '../core/sink';
import { bytesOfStream } from './bytes';
import type { Bytes } from './bytes';
import type { Packing } from './packing';

type Packer = Extract<Packing, 'gzip' | 'zstd' | 'xz'>;

/** Text whose characters are two bytes each is as good as packed: what looks into it wants one of each. */
export type StreamPacking = Packer | 'utf-16';

// zlib's own 16 KiB make unpacking three times slower
const unpackedSize = 512 * 1024;

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
  const unpacker = packing === 'gzip' ? zlib.createGunzip({ chunkSize: unpackedSize }) : nodesZstd();
  if (unpacker) yield* through(packed, unpacker);
  else yield* (await import('./archives/zstd')).unpackZstd(packed);
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

/** Only newer versions of node have it. */
function nodesZstd(): Transform | undefined {
  const create: unknown = Reflect.get(zlib, 'createZstdDecompress');
  if (typeof create !== 'function') return undefined;
  const made: unknown = Reflect.apply(create, zlib, [{ chunkSize: unpackedSize }]);
  return isTransform(made) ? made : undefined;
}

function isTransform(value: unknown): value is Transform {
  return typeof value === 'object' && value !== null && 'write' in value && 'read' in value;
}

async function* through(packed: Bytes, unpacker: Transform): AsyncGenerator<Uint8Array> {
  const feeding = feed(packed, unpacker);
  try {
    yield* bytesOfStream(unpacker);
  } finally {
    unpacker.destroy();
    await feeding;
  }
}

async function feed(packed: Bytes, unpacker: Transform): Promise<void> {
  try {
    for await (const piece of packed) {
      if (unpacker.destroyed) return;
      // the piece is used again when the next one is asked for
      await new Promise<void>((resolve) => {
        unpacker.once('close', resolve);
        unpacker.write(piece, () => {
          unpacker.off('close', resolve);
          resolve();
        });
      });
    }
    unpacker.end();
  } catch (error) {
    unpacker.destroy(error instanceof Error ? error : undefined);
  }
}
