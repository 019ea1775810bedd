// In: an operation. Out: those to hold it against: of the same kind, gone well, and as near as possible.

import type { Operation, Timeline } from '../model';

/**
 * Operations to compare with, the best first: those that went well, on the same host, nearest in time.
 * @param likest the id of one that has most in common with it, as far as that is known: it comes first
 */
export function comparableWith(
  operation: Operation, timelines: readonly Timeline[], likest?: string,
): readonly Operation[] {
  const host = hostOf(operation);
  const rank = (other: Operation) => (other.id === likest ? -1 : 0)
    + (other.outcome === 'success' ? 0 : 2) + (host !== undefined && hostOf(other) === host ? 0 : 1);
  const distance = (other: Operation) => Math.abs((other.begin.time ?? 0) - (operation.begin.time ?? 0));
  return timelines
    .flatMap(({ operations }) => operations)
    .filter((other) => other.id !== operation.id && other.kind === operation.kind)
    .sort((a, b) => rank(a) - rank(b) || distance(a) - distance(b));
}

function hostOf({ attempts }: Operation): string | undefined {
  return attempts.at(-1)?.host;
}
