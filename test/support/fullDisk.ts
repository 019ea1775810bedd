// A disk on which nothing can be written, as the file system tells of it.

import fs from 'node:fs';

/** @returns what makes room again */
export function fillDisk(code = 'ENOSPC'): () => void {
  const { writeSync } = fs;
  fs.writeSync = (() => {
    throw Object.assign(new Error(`${code}: no space left on device, write`), { code, syscall: 'write' });
  });
  return () => void (fs.writeSync = writeSync);
}
