// Spans of time, which may overlap → how much time they cover together. Milliseconds.

export type TimeSpan = readonly [begin: number, end: number];

export function timeCovered(spans: readonly TimeSpan[]): number {
  let covered = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const [begin, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    covered += Math.max(0, end - Math.max(begin, last));
    last = Math.max(last, end);
  }
  return covered;
}

/** Seconds that are left of some, to the millisecond. */
export function secondsWithout(seconds: number, covered: number): number {
  return Math.max(0, Math.round(seconds * 1000 - covered) / 1000);
}
