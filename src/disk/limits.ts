// How far archives are opened that somebody else made: their entries, their depth and what they unpack to are
// counted, so that none of them can hold this program for ever or fill its memory.

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
