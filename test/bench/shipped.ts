// What the package brings: the files of dist/ and their sizes, source maps left out.

import fs from 'node:fs';
import path from 'node:path';

/** @returns names relative to dist/ and their bytes, the largest first. */
export function shippedFiles(): readonly (readonly [name: string, bytes: number])[] {
  const files = fs.readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  return files.map((file) => [path.relative('dist', file).split(path.sep).join('/'), fs.statSync(file).size] as const)
    .sort((a, b) => b[1] - a[1]);
}
