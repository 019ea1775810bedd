// A packed log → its text in a file for one session, so that any place of it can be read. In: the path of a
// .gz, .zst or .xz. Out: the file, which whoever has it removes; nothing where there is no room for it.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bytesOfFile } from '../bytes';
import { archiveLimits } from '../limits';
import { packingHead, packingOf } from '../packing';
import { isStreamPacking, unpacked } from '../unpack';
import type { StreamPacking } from '../unpack';

export interface UnpackedCopy {
  readonly path: string;
  /** The end is missing: the packed file is cut off or damaged. */
  readonly isCutShort: boolean;
  remove(): void;
}

/** Of the disk's free space it may take this part. */
const partOfFree = 0.5;

/** @returns how a file is packed; undefined: it is not, or it is an archive. */
export function streamPackingOf(file: string): StreamPacking | undefined {
  const opened = fs.openSync(file, 'r');
  try {
    const head = new Uint8Array(packingHead);
    const packing = packingOf(head.subarray(0, fs.readSync(opened, head, 0, head.length, 0)));
    return isStreamPacking(packing) ? packing : undefined;
  } finally {
    fs.closeSync(opened);
  }
}

/** @param signal ends it early, without a copy.
 *  @returns undefined: there is no room, or it holds no single log. */
export async function unpackedCopy(
  file: string, packing: StreamPacking, signal?: AbortSignal,
): Promise<UnpackedCopy | undefined> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-'));
  const copy = path.join(folder, 'log');
  const out = fs.openSync(copy, 'w+');
  const removeFolder = (): void => fs.rmSync(folder, { recursive: true, force: true });
  const remove = (): void => {
    fs.closeSync(out);
    removeFolder();
  };
  // so nothing is left however this program ends: the file is there as long as it is open
  const isNameless = process.platform === 'linux';
  if (isNameless) removeFolder();
  try {
    const end = await write(file, packing, out, signal);
    if (end !== 'useless') {
      return { path: isNameless ? `/proc/self/fd/${out}` : copy, isCutShort: end === 'cut', remove };
    }
  } catch (error) {
    remove();
    throw error;
  }
  remove();
  return undefined;
}

async function write(
  file: string, packing: StreamPacking, out: number, signal: AbortSignal | undefined,
): Promise<'whole' | 'cut' | 'useless'> {
  const limit = roomFor(file);
  let size = 0;
  try {
    for await (const piece of unpacked(bytesOfFile(file), packing)) {
      const isArchive = size === 0 && packingOf(piece) !== 'none';
      size += piece.length;
      if (isArchive || size > limit || signal?.aborted === true) return 'useless';
      for (let at = 0; at < piece.length;) at += fs.writeSync(out, piece, at);
    }
  } catch (error) {
    return isOfDisk(error) ? 'useless' : 'cut';
  }
  return 'whole';
}

/** What it unpacks to is counted: somebody else made it. */
function roomFor(file: string): number {
  const { bavail, bsize } = fs.statfsSync(os.tmpdir());
  const allowed = Math.max(archiveLimits.unpacked, fs.statSync(file).size * archiveLimits.ratio);
  return Math.min(allowed, bavail * bsize * partOfFree);
}

function isOfDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
