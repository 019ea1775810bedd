// A line of a log that is no event → the instance that it belongs to, by the lines that its digest keeps.

import type { Analysis, Digest } from './model';

export function keptInstance(
  analysis: Analysis, digest: Digest | undefined, line: number,
): string | undefined {
  if (!digest) return undefined;
  return analysis.timelines.find(({ instance }) => holds(digest.linesOf(instance), line))?.instance;
}

/** A request that touches one instance alone ties its other lines to it. */
export function tiedInstance(
  analysis: Analysis, digest: Digest | undefined, line: number,
): string | undefined {
  if (!digest) return undefined;
  return analysis.timelines.find(({ instance, operations }) => operations.some(({ request }) =>
    request !== undefined && digest.ties.get(request) === instance && holds(digest.linesOf(request), line)))
    ?.instance;
}

function holds(lines: readonly number[], line: number): boolean {
  let low = 0;
  let high = lines.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = lines[middle] ?? 0;
    if (found === line) return true;
    if (found < line) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
