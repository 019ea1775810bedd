// The path of a file → its first bytes, enough to tell what kind of log it is.

import { bytesToLookAt } from '../../core/scan/scannable';
import { ByteSource } from '../large/byteSource';

export function headOf(path: string): Uint8Array {
  const bytes = new ByteSource(path);
  try {
    return bytes.read(0, bytesToLookAt).slice();
  } finally {
    bytes.close();
  }
}
