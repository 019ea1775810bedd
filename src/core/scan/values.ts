// Values of placeholders that a row keeps → small numbers; there are few of each (`Started`, `Stopped`, …).

import { mostValues, noValue, sTextTop, sValues, textsEnd, values, valueSize } from './layout';
import { copyBytes, equalBytes, load32, store32 } from './machine';

const longestValue: i32 = 100;

/** The number of a text, or `noValue` when there are too many to give it one. */
export function internValue(begin: i32, end: i32): i32 {
  const length = end - begin;
  const count = load32(sValues);
  for (let i: i32 = 0; i < count; i++) {
    const at = values + i * valueSize;
    if (load32(at + 4) === length && equalBytes(load32(at), begin, length)) return i;
  }
  const top = load32(sTextTop);
  if (count >= mostValues || length > longestValue || top + length + 16 > textsEnd) return noValue;
  copyBytes(top, begin, length);
  store32(sTextTop, (top + length + 15) & ~15);
  store32(values + count * valueSize, top);
  store32(values + count * valueSize + 4, length);
  store32(sValues, count + 1);
  return count;
}
