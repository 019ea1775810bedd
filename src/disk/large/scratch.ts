// Folders for what is kept as long as a log is open. In: nothing. Out: a new folder; an error that says that
// there is none, so that nobody takes it for one of the log.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

class NoScratch extends Error {
  readonly code = 'ENOSCRATCH';
}

/** Whoever has it removes it. */
export function scratchFolder(): string {
  try {
    return fs.mkdtempSync(path.join(os.tmpdir(), 'nova-lens-'));
  } catch (error) {
    throw new NoScratch(error instanceof Error ? error.message : String(error));
  }
}

/** The disk is full, or what this user may have of it; or nothing can be written there at all. What comes
 *  from a worker has lost its class. */
export function isOfDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    && ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'ENOSCRATCH'].includes(error.code);
}
