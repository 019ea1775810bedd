// A digest of a part of a log → what of it a worker can send, and the lines of each request that it knows.

import type { Digest } from '../../core/model';
import type { PlainDigest } from './calls';

/** @returns the digest as it can be sent, and the lines of each request that it knows. */
export function plain(
  { linesOf: _lines, border: _border, optionDumps: _dumps, troubles: _all, ...digest }: Digest,
): {
  readonly digest: PlainDigest; readonly requests: ReadonlyMap<string, readonly number[]>;
} {
  const requests = new Map<string, number[]>();
  for (const { request, at } of [...digest.events, ...digest.faults]) {
    if (request === undefined) continue;
    const lines = requests.get(request);
    if (lines) lines.push(at.line);
    else requests.set(request, [at.line]);
  }
  return { digest, requests };
}
