// A stream of unknown length → the same bytes, to be read once; or, where it is long, a file without a name
// of which any place can be read. In: standard input. Out: one of both.

import fs from 'node:fs';
import { bytesOfFile } from '../bytes';
import type { Bytes } from '../bytes';
import { openCopy, roomForCopies } from './copies';
import type { Copy } from './copies';
import { isOfDisk } from './scratch';

export type Spooled =
  | { readonly copy: Copy }
  | { readonly copy: undefined; readonly bytes: Bytes };

/** @param from so many bytes make it long; of a shorter one no file is written
 *  @param room bytes that may be written
 *  @returns bytes where it is short, or the disk has no room for it: then what was written comes first. */
export async function spool(bytes: Bytes, from: number, room = roomForCopies()): Promise<Spooled> {
  const pieces = bytes[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < from) {
    const next = await pieces.next();
    if (next.done) return { copy: undefined, bytes: inTurn(first) };
    first.push(Uint8Array.from(next.value));
    size += next.value.length;
  }
  const rest = { [Symbol.asyncIterator]: () => pieces };
  const copy = openedCopy();
  if (!copy) return { copy, bytes: inTurn(first, rest) };
  const unwritten: Uint8Array[] = [];
  let written = 0;
  const write = (piece: Uint8Array): boolean => {
    written += piece.length;
    if (unwritten.length === 0 && written <= room && isWritten(copy.file, piece)) return true;
    unwritten.push(Uint8Array.from(piece));
    return false;
  };
  let isFull = first.map(write).includes(false);
  first.length = 0;
  while (!isFull) {
    const next = await pieces.next();
    if (next.done) return { copy };
    isFull = !write(next.value);
  }
  return { copy: undefined, bytes: inTurn(bytesOfCopy(copy), unwritten, rest) };
}

/** Undefined: there is no place for it. */
function openedCopy(): Copy | undefined {
  try {
    return openCopy();
  } catch (error) {
    if (isOfDisk(error)) return undefined;
    throw error;
  }
}

/** The bytes of a copy, which is removed behind them. */
export async function* bytesOfCopy(copy: Copy): AsyncGenerator<Uint8Array> {
  try {
    yield* bytesOfFile(copy.path);
  } finally {
    copy.remove();
  }
}

/** A piece of which a part was written is not there: what a copy says ends with the piece before. */
function isWritten(file: number, piece: Uint8Array): boolean {
  const { size } = fs.fstatSync(file);
  try {
    for (let at = 0; at < piece.length;) at += fs.writeSync(file, piece, at);
    return true;
  } catch {
    fs.ftruncateSync(file, size);
    return false;
  }
}

async function* inTurn(
  ...all: readonly (Iterable<Uint8Array> | AsyncIterable<Uint8Array>)[]
): AsyncGenerator<Uint8Array> {
  for (const bytes of all) yield* bytes;
}
