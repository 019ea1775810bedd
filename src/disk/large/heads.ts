// The first bytes of a file's text, unpacked where it is packed. In: a path. Out: bytes; fewer where it ends
// before or is damaged.

import { bytesOfFile, openBytes } from '../bytes';
import { unpacked } from '../unpack';
import type { StreamPacking } from '../unpack';

/** Rejects when the file cannot be read at all. */
export async function headOf(
  path: string, packing: StreamPacking | undefined, size: number,
): Promise<Uint8Array> {
  const bytes = bytesOfFile(path);
  if (packing === undefined) {
    const opened = await openBytes(bytes, size);
    await opened.close();
    return opened.head;
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of unpacked(bytes, packing)) {
      parts.push(Uint8Array.from(piece));
      length += piece.length;
      if (length >= size) break;
    }
  } catch (error) {
    // damage is found anew where all of it is read
    if (error instanceof Error && 'syscall' in error) throw error;
  }
  return Buffer.concat(parts);
}
