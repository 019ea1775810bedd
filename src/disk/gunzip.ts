// gzip → text, on the thread that asks for it, into the same memory again and again. Pieces of a stream of
// node go to another thread and back and take new memory, which costs half of what unpacking does.

import zlib from 'node:zlib';
import type { Bytes } from './bytes';

const textSize = 256 * 1024;

/** What node's stream is made of. It is not among what node promises: where it is another, nobody uses it. */
interface Inflater {
  readonly write: (flush: number, packed: Uint8Array, from: number, size: number, text: Uint8Array) => void;
  /** After a write: bytes of text that there is room for, and packed ones that are left. */
  readonly left: Uint32Array;
  /** What is wrong with what is packed. */
  readonly problem: () => string | undefined;
  readonly close: () => void;
}

/** @returns undefined: this node's zlib is made in another way. */
export function gunzipped(packed: Bytes): AsyncGenerator<Uint8Array> | undefined {
  const inflater = inflaterOf(zlib.createGunzip());
  return inflater && inflated(packed, inflater);
}

/** @throws when the bytes end early or are damaged, after all that could be unpacked. */
async function* inflated(packed: Bytes, inflater: Inflater): AsyncGenerator<Uint8Array> {
  const text = new Uint8Array(textSize);
  try {
    for await (const piece of packed) {
      yield* textIn(piece, zlib.constants.Z_NO_FLUSH, text, inflater);
      // what follows is not packed
      if ((inflater.left[1] ?? 0) > 0) return;
    }
    yield* textIn(new Uint8Array(0), zlib.constants.Z_FINISH, text, inflater);
  } finally {
    inflater.close();
  }
}

function* textIn(
  piece: Uint8Array, flush: number, text: Uint8Array, { write, left, problem }: Inflater,
): Generator<Uint8Array> {
  let [room, behind] = [0, piece.length];
  while (room === 0) {
    write(flush, piece, piece.length - behind, behind, text);
    const wrong = problem();
    if (wrong !== undefined) throw new Error(wrong);
    [room = 0, behind = 0] = left;
    if (room < text.length) yield text.subarray(0, text.length - room);
  }
}

function inflaterOf(gunzip: zlib.Gunzip): Inflater | undefined {
  const handle: unknown = Reflect.get(gunzip, '_handle');
  const left: unknown = Reflect.get(gunzip, '_writeState');
  if (typeof handle !== 'object' || handle === null || !(left instanceof Uint32Array)) return undefined;
  const writeSync: unknown = Reflect.get(handle, 'writeSync');
  if (typeof writeSync !== 'function' || left.length !== 2) return undefined;
  let problem: string | undefined;
  Reflect.set(handle, 'onerror', (text: string) => { problem = text; });
  return {
    left,
    write: (flush, packed, from, size, text) =>
      void Reflect.apply(writeSync, handle, [flush, packed, from, size, text, 0, text.length]),
    problem: () => problem,
    close: () => void gunzip.close(),
  };
}
