// How far archives are opened that somebody else made: their entries, their depth and what they unpack to are
// counted, so that none of them can hold this program for ever or fill its memory; and how much of what logs
// say is kept.

import v8 from 'node:v8';

export interface ArchiveLimits {
  /** Entries of one file on the disk, those of archives in it included. */
  readonly entries: number;
  /** Archives and packings within each other. */
  readonly depth: number;
  /** Bytes that a file may always unpack to, and beyond that so many times its own size. */
  readonly unpacked: number;
  readonly ratio: number;
  /** Bytes of a .zip within another archive: it can only be read as a whole. */
  readonly zipInside: number;
}

export const archiveLimits: ArchiveLimits = {
  entries: 200_000, depth: 6, unpacked: 2 ** 30, ratio: 250, zipInside: 128 * 2 ** 20,
};

/** What is kept of logs that are read in full may take so much of the heap, and never more than that. */
const partOfHeap = 0.6;
const mostMemory = 1.5e9;

/** Bytes, by what node was given. */
export function memoryForLogs(): number {
  return Math.min(mostMemory, partOfHeap * v8.getHeapStatistics().heap_size_limit);
}
