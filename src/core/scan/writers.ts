// Which writers (logger and process) may have a traceback open: the line with which it ends has to be read as
// well. To take one for open that is not costs time; to miss one would cost the truth.

import {
  lMarks, loggers, loggerSize, markedOpen, mostLoggers, mostOpen, mostOpenCounts, openCounts, openWriters,
  sOpenCount, sOpenFull,
} from './layout';
import { clearBytes, load32, load8, store32, store8 } from './machine';

/** No traceback is open any more. */
export function clearWriters(): void {
  store32(sOpenCount, 0);
  store32(sOpenFull, 0);
  clearBytes(openCounts, mostOpenCounts);
  for (let i: i32 = 0; i < mostLoggers; i++) {
    const marks = loggers + i * loggerSize + lMarks;
    store8(marks, load8(marks) & ~markedOpen);
  }
}

/** How many open ones have the same hash; mostly none, so that none need be looked at. */
function countOf(logger: i32, process: i32): i32 {
  return openCounts + ((logger * 37 ^ process ^ (process >>> 10)) & (mostOpenCounts - 1));
}

function placeOf(logger: i32, process: i32): i32 {
  const count = load32(sOpenCount);
  for (let i: i32 = 0; i < count; i++) {
    const at = openWriters + (i << 3);
    if (load32(at) === logger && load32(at + 4) === process) return at;
  }
  return 0;
}

export function openWriter(logger: i32, process: i32): void {
  const same = countOf(logger, process);
  if (load8(same) !== 0 && placeOf(logger, process) !== 0) return;
  const count = load32(sOpenCount);
  const marks = loggers + logger * loggerSize + lMarks;
  store8(marks, load8(marks) | markedOpen);
  if (count >= mostOpen) {
    store32(sOpenFull, 1);
    return;
  }
  store32(openWriters + (count << 3), logger);
  store32(openWriters + (count << 3) + 4, process);
  store32(sOpenCount, count + 1);
  store8(same, load8(same) + 1);
}

/** A line with a context of this writer came.
 *  @returns whether it ends a traceback, as far as one can tell. */
export function closeWriter(logger: i32, process: i32): boolean {
  if (load32(sOpenFull) !== 0) return true;
  const same = countOf(logger, process);
  const found = load8(same) === 0 ? 0 : placeOf(logger, process);
  if (found === 0) return false;
  const count = load32(sOpenCount) - 1;
  store32(found, load32(openWriters + (count << 3)));
  store32(found + 4, load32(openWriters + (count << 3) + 4));
  store32(sOpenCount, count);
  store8(same, load8(same) - 1);
  for (let i: i32 = 0; i < count; i++) if (load32(openWriters + (i << 3)) === logger) return true;
  const marks = loggers + logger * loggerSize + lMarks;
  store8(marks, load8(marks) & ~markedOpen);
  return true;
}
