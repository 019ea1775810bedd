// Instances → some at a time, so that what is held of them at once is bounded.

import type { Catalog } from './catalog';

/** So many instances are read at once, and no more than have so many lines together. */
export interface BatchBounds {
  readonly instances: number;
  readonly lines: number;
}

/** @param numbers of instances, in the order in which they are to be read */
export function* batchesOf(
  numbers: Iterable<number>, { counts }: Pick<Catalog, 'counts'>, most: BatchBounds,
): Generator<readonly number[], void, undefined> {
  let batch: number[] = [];
  let lines = 0;
  for (const number of numbers) {
    const own = counts.at(number);
    if (batch.length >= most.instances || (batch.length > 0 && lines + own > most.lines)) {
      yield batch;
      [batch, lines] = [[], 0];
    }
    batch.push(number);
    lines += own;
  }
  if (batch.length > 0) yield batch;
}
