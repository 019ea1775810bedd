// Files without a name for the text of packed logs, so that any place of it can be read. In: how much is
// packed. Out: open files, which whoever has them removes, and how much they may hold.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isWide } from '../../core/reading/lines';
import { archiveLimits } from '../limits';
import { packingHead, packingOf } from '../packing';
import { isStreamPacking } from '../unpack';
import type { StreamPacking } from '../unpack';
import { bytesAt } from './fileBytes';
import { scratchFolder } from './scratch';

export interface Copy {
  /** Open for reading and writing; also in workers, for the process is the same. */
  readonly file: number;
  /** By which it can be opened again. */
  readonly path: string;
  remove(): void;
}

/** Of the disk's free space all copies may take this part. */
const partOfFree = 0.5;

/** @returns how a file is packed, or that its text is wide; undefined: it is neither, or it is an archive. */
export function streamPackingOf(file: string): StreamPacking | undefined {
  const head = bytesAt(file, 0, packingHead);
  if (isWide(head)) return 'utf-16';
  const packing = packingOf(head);
  return isStreamPacking(packing) ? packing : undefined;
}

export function openCopy(): Copy {
  const folder = scratchFolder();
  const place = path.join(folder, 'log');
  const file = fs.openSync(place, 'w+');
  const removeFolder = (): void => fs.rmSync(folder, { recursive: true, force: true });
  // so nothing is left however this program ends: the file is there as long as it is open
  const isNameless = process.platform === 'linux';
  if (isNameless) removeFolder();
  return {
    file,
    path: isNameless ? `/proc/self/fd/${file}` : place,
    remove: () => {
      fs.closeSync(file);
      removeFolder();
    },
  };
}

/** To how many bytes a file may unpack: somebody else made it. */
export function unpackedLimit(packed: string): number {
  return Math.max(archiveLimits.unpacked, fs.statSync(packed).size * archiveLimits.ratio);
}

/** Bytes that there is room for. */
export function roomForCopies(): number {
  try {
    const { bavail, bsize } = fs.statfsSync(os.tmpdir());
    return bavail * bsize * partOfFree;
  } catch {
    return 0;
  }
}
