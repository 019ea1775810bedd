// What is known of the clocks of a set → by how much the clock of a line is proven to be ahead.

import type { ClockWork } from './clocks';
import type { ClockOffset } from '../model';

/** Lines may be written late by so much, milliseconds: less proves nothing of a clock. */
const lateness = 50;

/**
 * How far a clock's times have to be moved back, milliseconds: by the middle of its bounds; with one bound,
 * by as little as the order of lines asks for; 0 where its times may be right.
 */
export function shiftOf({ least, most }: ClockOffset): number {
  const proven = (least !== undefined && least > lateness) || (most !== undefined && most < -lateness);
  if (!proven) return 0;
  if (least !== undefined && most !== undefined) return Math.round((least + most) / 2);
  return Math.round(least ?? most ?? 0);
}

/** 0 for the clock that the others are held against, and for those that may agree with it. */
export function aheadBy({ map, clocks }: ClockWork): (source: string, host: string | undefined) => number {
  const shifts = new Map(clocks.offsets.map((offset) => [offset.clock, shiftOf(offset)]));
  if ([...shifts.values()].every((shift) => shift === 0)) return () => 0;
  return (source, host) => {
    const node = map.nodeOf(source, host) ?? map.onlyNodeOf(source);
    return node === undefined ? 0 : shifts.get(node.id) ?? 0;
  };
}
