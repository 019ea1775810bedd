// The tables of an index as the build has made them → bytes; computed where there is no such file.

import fs from 'node:fs';
import path from 'node:path';

/** Beside the chunk that this is part of, or below the script that loads chunks. */
const places = ['index.tables', 'lazy/index.tables'];

let made: Uint8Array | undefined;

/** What the scanner looks for when it makes an index. */
export async function tablesOfIndex(): Promise<Uint8Array> {
  made ??= fromFile() ?? (await import('../core/indexTables')).indexTables();
  return made;
}

function fromFile(): Uint8Array | undefined {
  for (const place of places) {
    try {
      return fs.readFileSync(path.join(__dirname, place));
    } catch {
      // not here
    }
  }
  return undefined;
}
