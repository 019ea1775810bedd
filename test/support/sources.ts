// Out: the files of this project, as the tests of its own rules see them; paths from the root, with slashes.

import fs from 'node:fs';
import path from 'node:path';

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Every file under a folder whose name passes. */
export function filesUnder(folder: string, wanted: (name: string) => boolean): readonly Source[] {
  return fs.readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => {
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(file, wanted);
      return wanted(entry.name) ? [{ path: file, text: fs.readFileSync(file, 'utf8') }] : [];
    });
}

/** The TypeScript of src/. */
export function sourceFiles(): readonly Source[] {
  return filesUnder('src', (name) => name.endsWith('.ts'));
}
