// The first bytes of a file's text, unpacked where it is packed. In: a path. Out: bytes; fewer where it ends
// before or is damaged.

import fs from 'node:fs';
import zlib from 'node:zlib';
import { bytesOfFile, openBytes } from '../bytes';
import { packingHead, packingOf } from '../packing';
import { isStreamPacking, unpacked } from '../unpack';
import type { StreamPacking } from '../unpack';
import { bytesAt } from './fileBytes';

/** Rejects when the file cannot be read at all. */
export async function headOf(
  path: string, packing: StreamPacking | undefined, size: number,
): Promise<Uint8Array> {
  const bytes = bytesOfFile(path);
  if (packing === undefined) {
    const opened = await openBytes(bytes, size);
    await opened.close();
    return opened.head;
  }
  const quick = packing === 'gzip' ? headOfGzip(path, size) : undefined;
  if (quick) return quick;
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of unpacked(bytes, packing)) {
      parts.push(Uint8Array.from(piece));
      length += piece.length;
      if (length >= size) break;
    }
  } catch (error) {
    // damage is found anew where all of it is read
    if (error instanceof Error && 'syscall' in error) throw error;
  }
  return Buffer.concat(parts);
}

/** Whether there are logs in a file, and it is none. */
export async function isArchive(path: string): Promise<boolean> {
  const packing = packingOf(bytesAt(path, 0, packingHead));
  if (!isStreamPacking(packing)) return packing !== 'none';
  return packingOf(await headOf(path, packing, packingHead)) !== 'none';
}

/** So much that is packed nearly always holds a head, and what it may unpack to. */
const packedHead = 32 * 1024;
const mostUnpacked = 8 << 20;

/** A stream unpacks much more than is asked for, and there may be many files.
 *  @returns undefined: so little does not hold as much, or is damaged. */
function headOfGzip(path: string, size: number): Uint8Array | undefined {
  const file = fs.openSync(path, 'r');
  try {
    const packed = Buffer.alloc(packedHead);
    const bytes = packed.subarray(0, fs.readSync(file, packed, 0, packedHead, 0));
    const options = { finishFlush: zlib.constants.Z_SYNC_FLUSH, maxOutputLength: mostUnpacked };
    const head = zlib.gunzipSync(bytes, options);
    return head.length >= size ? head.subarray(0, size) : undefined;
  } catch {
    return undefined;
  } finally {
    fs.closeSync(file);
  }
}
