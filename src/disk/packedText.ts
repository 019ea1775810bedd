// The path of a packed log, or of one in an archive → its text, unpacked, to be shown.

import fs from 'node:fs';
import { readInput } from './read';

/** `lacks`: there is no such log. `large`: it is larger than what may be shown. */
export type PackedText = Uint8Array | 'lacks' | 'large';

/**
 * @param path `logs.tar.gz!/var/log/nova/nova-api.log`, or a packed file
 * @param most bytes that may be shown
 * @param pause waited for between pieces, so that others may have their turn
 */
export async function readPackedText(
  path: string, most: number, pause?: () => Promise<void>,
): Promise<PackedText> {
  const file = fileOf(path);
  if (file === undefined) return 'lacks';
  const parts: Uint8Array[] = [];
  let size = 0;
  let isThere = false;
  const stop = new AbortController();
  const push = (bytes: Uint8Array) => {
    size += bytes.length;
    if (size <= most) parts.push(Uint8Array.from(bytes));
    else stop.abort();
  };
  const done = () => {
    isThere = true;
    stop.abort();
  };
  const input = { source: file, path: file, pipe: false, found: false };
  const options = { signal: stop.signal, ...(pause && { pause }) };
  await readInput(input, ({ source }) => (source === path ? { push, end: done } : undefined), options);
  if (size > most) return 'large';
  return isThere ? Buffer.concat(parts) : 'lacks';
}

/** The file on the disk: a path may hold `!/` of its own. */
export function fileOf(path: string): string | undefined {
  for (let at = path.length; at > 0; at = path.lastIndexOf('!/', at - 1)) {
    const file = path.slice(0, at);
    if (fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  }
  return undefined;
}
