// What node unpacks itself, by its zlib. In: packed bytes. Out: unpacked ones, as a stream.

import type { Transform } from 'node:stream';
import zlib from 'node:zlib';
import { bytesOfStream } from './bytes';
import type { Bytes } from './bytes';

// zlib's own 16 KiB make unpacking three times slower
const unpackedSize = 512 * 1024;

/** @returns undefined: it does not know this packing */
export function unpackedByHost(
  packed: Bytes, packing: 'gzip' | 'zstd',
): AsyncGenerator<Uint8Array> | undefined {
  const unpacker = packing === 'gzip' ? zlib.createGunzip({ chunkSize: unpackedSize }) : nodesZstd();
  return unpacker && through(packed, unpacker);
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
