// The path of a file → its first bytes, enough to tell what kind of log it is; and whether it is one that is
// read at a desk.

import { bytesToLookAt, scannableAs } from '../../core/scan/scannable';
import { ByteSource } from '../large/byteSource';

export function headOf(path: string): Uint8Array {
  const bytes = new ByteSource(path);
  try {
    return bytes.read(0, bytesToLookAt).slice();
  } finally {
    bytes.close();
  }
}

/** Whether a file can be opened as a large log. */
export function isScannable(path: string): boolean {
  try {
    return scannableAs(headOf(path)) !== undefined;
  } catch {
    // who reads it says why it cannot be read
    return false;
  }
}
