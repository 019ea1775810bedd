// The first bytes of a file → what packs it. Names lie, and standard input has none.

import { isWide } from '../core/reading/lines';

export type Packing = 'none' | 'gzip' | 'zstd' | 'xz' | 'bzip2' | 'zip' | 'tar';

/** So many bytes are enough for `packingOf`. */
export const packingHead = 512;

export function packingOf(head: Uint8Array): Packing {
  const [a, b, c, d] = head;
  if (a === 0x1f && b === 0x8b) return 'gzip';
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return 'zstd';
  if (a === 0xfd && b === 0x37 && c === 0x7a && d === 0x58) return 'xz';
  if (a === 0x42 && b === 0x5a && c === 0x68 && d !== undefined && d >= 0x31 && d <= 0x39) return 'bzip2';
  // an archive without entries has nothing but its end
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))) return 'zip';
  return isTar(head) ? 'tar' : 'none';
}

function isTar(head: Uint8Array): boolean {
  return head.length >= packingHead && String.fromCharCode(...head.subarray(257, 262)) === 'ustar';
}

/** The command that unpacks to standard output what this program does not. */
export const unpackCommands: Readonly<Record<Exclude<Packing, 'none' | 'tar'>, string>> = {
  gzip: 'gzip -dc', zstd: 'zstd -dc', xz: 'xz -dc', bzip2: 'bzip2 -dc', zip: 'unzip -p',
};

/** Not text: NULs among the first bytes. */
export function isBinary(head: Uint8Array): boolean {
  if (isWide(head)) return false;
  // a log that was truncated while it was written begins with NULs and goes on with text
  const start = head.findIndex((byte) => byte !== 0);
  return start >= 0 && head.subarray(start, start + 8192).includes(0);
}
