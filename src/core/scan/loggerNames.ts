// Names of loggers → small numbers. Those of the tables are known from the beginning.

import {
  lLength, loggers, loggerSize, loggerSlots, lText, mostLoggers, sLoggers, sTextTop, textsEnd,
} from './layout';
import { copyBytes, equalBytes, load16, load32, load8, multiply, store16, store32 } from './machine';

const longestLogger: i32 = 200;

export function hashOfLogger(at: i32, length: i32): i32 {
  let hash: i32 = length;
  if (length >= 8) {
    hash = multiply(load32(at) ^ multiply(load32(at + length - 8), 0x2c1b3c6d), 0x45d9f3b)
      ^ multiply(load32(at + length - 4) ^ (length << 20), 0x297a2d39);
  } else {
    for (let i: i32 = 0; i < length; i++) hash = multiply(hash ^ load8(at + i), 0x1000193);
  }
  return (hash ^ (hash >>> 11) ^ (hash >>> 21)) & 1023;
}

/** The number of a logger, -1: this is no name of one, or there are too many. */
export function internLogger(at: i32, length: i32): i32 {
  let slot = hashOfLogger(at, length);
  let known = load16(loggerSlots + (slot << 1));
  while (known !== 0) {
    const entry = loggers + (known - 1) * loggerSize;
    if (load32(entry + lLength) === length && equalBytes(load32(entry + lText), at, length)) return known - 1;
    slot = (slot + 1) & 1023;
    known = load16(loggerSlots + (slot << 1));
  }
  const count = load32(sLoggers);
  const top = load32(sTextTop);
  const isFull = count >= mostLoggers || top + length + 16 > textsEnd;
  if (isFull || length > longestLogger || !isLoggerName(at, length)) return -1;
  copyBytes(top, at, length);
  store32(sTextTop, (top + length + 15) & ~15);
  const entry = loggers + count * loggerSize;
  store32(entry + lText, top);
  store32(entry + lLength, length);
  store32(sLoggers, count + 1);
  store16(loggerSlots + (slot << 1), count + 1);
  return count;
}

function isLoggerName(at: i32, length: i32): boolean {
  for (let i: i32 = 0; i < length; i++) {
    const code = load8(at + i);
    const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
    if (!letter && (i === 0 || code < 45 || code > 57 || code === 47)) return false;
  }
  return length > 0;
}
