// Lines that tell of something going wrong → numbers that are the same where they say the same: classes,
// functions and sentences count, ids, numbers and times do not. A print stands in the row of the line's
// record: a traceback below has no context of its own, other text not even a head, and hangs on it.

import {
  codeBits, indexRowSize, iPrint, millisecondBits, noValue, sAboveLogger, sIndexAt,
  sIndexCount, valueBits, values, valueSize,
} from './layout';
import { laterMs, quietMs, records, recordSlots, saysInPassing, saysNothing, soonMs } from './spanLayout';
import { clearBytes, load32, load8, multiply, skipBlanks, store32 } from './machine';

const codeMask: i32 = (1 << codeBits) - 1;
const valueMask: i32 = (1 << valueBits) - 1;

/** Two numbers → one; the order counts. */
export function mix(print: i32, next: i32): i32 {
  const mixed = multiply(print ^ next, 0x2c1b3c6d);
  return multiply(mixed ^ (mixed >>> 15), 0x297a2d39) ^ (mixed >>> 13);
}

/** Never 0, which is no print. Letters that no number in base sixteen has tell words apart; digits and ids
 *  fall away. */
function printOfWords(begin: i32, end: i32, before: i32): i32 {
  let print = before;
  for (let at = begin; at < end; at++) {
    const letter = load8(at) | 0x20;
    if (letter >= 103 && letter <= 122) print = multiply(print ^ letter, 0x1000193);
  }
  const mixed = mix(print, 5);
  return mixed === 0 ? 1 : mixed;
}

/** What a row says. @param words the print of its words, 0: they do not count */
export function printOfRow(word: i32, words: i32): i32 {
  const value = (word >>> (codeBits + millisecondBits)) & valueMask;
  const print = mix((word & codeMask) + 1, value === noValue ? 0 : printOfValue(value));
  return words === 0 ? print : mix(print, words);
}

/** Whether a row says something of an instance by itself: it names no request, and is no task's that looks at
 *  all instances. */
export function isNameless(request: i32, saying: i32): boolean {
  return request === 0 && saying !== saysNothing && saying !== saysInPassing;
}

/** What is said after a while, such a row or what may go on with an operation, as part of a print. It is no
 *  longer of one that is over, or of one that has fallen silent: core/timelines/strays.ts.
 *  @param since milliseconds since what was said before */
export function printAfter(print: i32, since: i32): i32 {
  return mix(print, since <= soonMs ? 29 : since <= laterMs ? 37 : since <= quietMs ? 41 : 43);
}

/** What stands beside such a row, as part of the print of the other's request. */
export function printBeside(print: i32): i32 {
  return mix(print, 31);
}

function printOfValue(value: i32): i32 {
  const begin = load32(values + value * valueSize);
  const end = begin + load32(values + value * valueSize + 4);
  let print: i32 = 7;
  for (let at = begin; at < end; at++) print = multiply(print ^ load8(at), 0x1000193);
  return print;
}

/** No process has a record any more. */
export function clearRecords(): void {
  clearBytes(records, recordSlots << 3);
}

/** The last row is of a record that begins with this message. */
export function printRecord(message: i32, end: i32, level: i32): void {
  const row = load32(sIndexAt) + (load32(sIndexCount) - 1) * indexRowSize;
  store32(row + iPrint, isCode(message, end) ? 1 : printOfWords(message, end, level));
}

/** @param process its number, or whatever else stands for it */
function slotOf(process: i32): i32 {
  return records + (((process ^ (process >>> 5)) & (recordSlots - 1)) << 3);
}

/** What a process writes without a context hangs on the last row from here on, or on none. */
export function openRecord(process: i32, isRow: boolean): void {
  const slot = slotOf(process);
  store32(slot, process);
  store32(slot + 4, isRow ? load32(sIndexCount) : 0);
}

/** A line of a process without a context. */
export function hangOn(process: i32, begin: i32, end: i32): void {
  const slot = slotOf(process);
  const number = load32(slot + 4);
  if (number === 0 || load32(slot) !== process || isCode(begin, end)) return;
  const row = load32(sIndexAt) + (number - 1) * indexRowSize;
  if (load32(row + iPrint) !== 0) store32(row + iPrint, printOfWords(begin, end, load32(row + iPrint)));
}

/** A line without a head goes on with one above. What a guest is made of says nothing of what went wrong. */
export function hangOnAbove(process: i32, begin: i32, end: i32): void {
  const at = skipBlanks(begin, end);
  if (at < end && load8(at) !== 60 && load32(sAboveLogger) >= 0) hangOn(process, begin, end);
}

/** The code of a frame, which stands below it: no stage looks at it. */
function isCode(begin: i32, end: i32): boolean {
  return end - begin >= 4 && load32(begin) === 0x20202020;
}
