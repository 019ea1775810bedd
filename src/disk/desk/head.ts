// The path of a file → whether it is one that is read at a desk.

import { bytesToLookAt, scannableAs } from '../../core/scan/scannable';
import { bytesAt } from '../large/fileBytes';

export function isScannable(path: string): boolean {
  try {
    return scannableAs(bytesAt(path, 0, bytesToLookAt)) !== undefined;
  } catch {
    // who reads it says why it cannot be read
    return false;
  }
}
