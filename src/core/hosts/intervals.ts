// Things with a begin and an end → those that overlap a stretch of time, without looking at all of them.

export interface Interval<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

/** @returns what overlaps a stretch, both ends included, by begin. */
export function indexIntervals<T>(
  intervals: readonly Interval<T>[],
): (begin: number, end: number) => readonly T[] {
  const sorted = intervals.filter(({ from, to }) => to >= from).sort((a, b) => a.from - b.from);
  // how far the intervals up to each one reach: where that ends, none before it overlaps
  const reach: number[] = [];
  for (const { to } of sorted) reach.push(Math.max(to, reach.at(-1) ?? Number.NEGATIVE_INFINITY));
  return (begin, end) => {
    const found: T[] = [];
    for (let at = countUpTo(sorted, end) - 1; at >= 0 && (reach[at] ?? 0) >= begin; at -= 1) {
      const one = sorted[at];
      if (one && one.to >= begin) found.push(one.value);
    }
    return found.reverse();
  };
}

function countUpTo(sorted: readonly Interval<unknown>[], time: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.from ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
