// The first bytes of a large log → how its lines are read: what stands before each, and what the tolerant
// reader would settle on who reads all of it.

import type { LinePrefix } from '../../core/scan/engine';
import { bytesToLookAt, scannableAs } from '../../core/scan/scannable';
import type { LogSample } from '../../core/reading/sample';
import { bytesAt, bytesIn } from './fileBytes';

export interface LogForm {
  readonly prefix: LinePrefix;
  readonly sample: LogSample;
}

/** Undefined: the scanner may not read it. */
export function formOf(head: Uint8Array): LogForm | undefined {
  const form = scannableAs(head);
  // what else it knows cannot be sent to a worker
  return form && { prefix: form.prefix, sample: form.sample };
}

/** @param log its path, or the open file */
export function formAt(log: string | number): LogForm | undefined {
  const size = 2 * bytesToLookAt;
  return formOf(typeof log === 'string' ? bytesAt(log, 0, size) : bytesIn(log, 0, size));
}
