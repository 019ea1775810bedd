// In: an operation. Out: the one to hold it against: of the same kind, gone well, and as near as possible.

import type { Operation, Timeline } from '../model';

/** @returns undefined where no other operation of this kind went well. */
export function nearestSuccess(
  operation: Operation, timelines: readonly Timeline[],
): Operation | undefined {
  return comparableWith(operation, timelines).find(({ outcome }) => outcome === 'success');
}

/** Operations to compare with, the best first: those that went well, on the same host, nearest in time. */
export function comparableWith(
  operation: Operation, timelines: readonly Timeline[],
): readonly Operation[] {
  const host = hostOf(operation);
  const rank = (other: Operation) =>
    (other.outcome === 'success' ? 0 : 2) + (host !== undefined && hostOf(other) === host ? 0 : 1);
  const distance = (other: Operation) => Math.abs((other.begin.time ?? 0) - (operation.begin.time ?? 0));
  return timelines
    .flatMap(({ operations }) => operations)
    .filter((other) => other.id !== operation.id && other.kind === operation.kind)
    .sort((a, b) => rank(a) - rank(b) || distance(a) - distance(b));
}

function hostOf({ attempts }: Operation): string | undefined {
  return attempts.at(-1)?.host;
}
