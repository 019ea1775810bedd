// What stands before each line of a log → where the words of one line begin. For those who look at single
// lines: the scanner's program is run on them, in a memory of its own.

import type { LinePrefix } from './engine';
import { useMemory } from './machine';
import { readPrefix } from './prefix';
import { putProgram } from './prefixProgram';

/** @returns how many bytes stand before the words of the line between two places; -1: it has another
 * prefix. */
export type StartOf = (bytes: Uint8Array, from: number, to: number) => number;

/** Behind all state of a program. */
const lineBegin = 0x4b000;
const longestPrefix = 1000;

export function prefixReader({ text, program }: LinePrefix): StartOf {
  if (!program) return (bytes, from, to) => (isAt(text, bytes, from, to) ? text.length : -1);
  const memory = new ArrayBuffer(lineBegin + longestPrefix + 1024);
  putProgram(memory, program);
  const line = new Uint8Array(memory, lineBegin, longestPrefix);
  return (bytes, from, to) => {
    const part = bytes.subarray(from, Math.min(to, from + longestPrefix - 1));
    line.set(part);
    line[part.length] = newline;
    useMemory(memory);
    const start = readPrefix(lineBegin, lineBegin + part.length);
    return start === 0 ? -1 : start - lineBegin;
  };
}

const newline = 10;

function isAt(text: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  return to - from >= text.length && text.every((byte, at) => bytes[from + at] === byte);
}
