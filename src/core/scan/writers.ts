// Which writers (logger and process) may have a traceback open: the line with which it ends has to be read as
// well. To take one for open that is not costs time; to miss one would cost the truth.

import {
  lMarks, loggers, loggerSize, markedOpen, mostLoggers, mostOpen, openWriters, sOpenCount, sOpenFull,
} from './layout';
import { load32, load8, store32, store8 } from './machine';

/** No traceback is open any more. */
export function clearWriters(): void {
  store32(sOpenCount, 0);
  store32(sOpenFull, 0);
  for (let i: i32 = 0; i < mostLoggers; i++) {
    const marks = loggers + i * loggerSize + lMarks;
    store8(marks, load8(marks) & ~markedOpen);
  }
}

export function openWriter(logger: i32, process: i32): void {
  const count = load32(sOpenCount);
  for (let i: i32 = 0; i < count; i++) {
    const at = openWriters + (i << 3);
    if (load32(at) === logger && load32(at + 4) === process) return;
  }
  const marks = loggers + logger * loggerSize + lMarks;
  store8(marks, load8(marks) | markedOpen);
  if (count >= mostOpen) {
    store32(sOpenFull, 1);
    return;
  }
  store32(openWriters + (count << 3), logger);
  store32(openWriters + (count << 3) + 4, process);
  store32(sOpenCount, count + 1);
}

/** A line with a context of this writer came.
 *  @returns whether it ends a traceback, as far as one can tell. */
export function closeWriter(logger: i32, process: i32): boolean {
  if (load32(sOpenFull) !== 0) return true;
  const count = load32(sOpenCount);
  let found: i32 = -1;
  let others: i32 = 0;
  for (let i: i32 = 0; i < count; i++) {
    const at = openWriters + (i << 3);
    if (load32(at) !== logger) continue;
    if (load32(at + 4) === process) found = i;
    else others += 1;
  }
  if (found < 0) return false;
  const last = openWriters + ((count - 1) << 3);
  store32(openWriters + (found << 3), load32(last));
  store32(openWriters + (found << 3) + 4, load32(last + 4));
  store32(sOpenCount, count - 1);
  const marks = loggers + logger * loggerSize + lMarks;
  if (others === 0) store8(marks, load8(marks) & ~markedOpen);
  return true;
}
