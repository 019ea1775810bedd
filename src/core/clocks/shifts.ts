// What is known of the clocks of a set → by how much the times of each log are proven to be ahead.

import { shiftOf } from './ahead';
import type { Clocks } from '../model';

/** Milliseconds by which the times of a log are ahead, by its source; only where they are. */
export type Shifts = ReadonlyMap<string, number>;

export const noShifts: Shifts = new Map();

/** A log whose lines are of several clocks is left out: none of them holds for all of it. */
export function shiftsOf({ clocks, offsets }: Clocks): Shifts {
  const shifts = new Map<string, number>();
  const several = new Set<string>();
  const known = new Set<string>();
  const byClock = new Map(offsets.map((offset) => [offset.clock, shiftOf(offset)]));
  for (const { id, sources } of clocks) {
    for (const source of sources) {
      if (known.has(source)) several.add(source);
      known.add(source);
      const shift = byClock.get(id) ?? 0;
      if (shift !== 0) shifts.set(source, shift);
    }
  }
  for (const source of several) shifts.delete(source);
  return shifts;
}
