// One line of a log → what it says behind what stands before each of its lines, and when that says it was
// written. For those who look at single lines: the scanner's program is run on them, in a memory of its own.

import { dateTimeAt } from '../reading/timestamp';
import { bareLine } from './dress';
import type { HeadKind, LinePrefix } from './engine';
import { useMemory } from './machine';
import { readPrefix } from './prefix';
import { putProgram } from './prefixProgram';
import type { PrefixProgram } from './prefixProgram';
import { carriedMillisecond, carriedSecond } from './prefixTime';

export interface LineBegin {
  /** Its first letters; those beyond ASCII are several. */
  readonly words: string;
  /** Milliseconds, as what stands before it says. */
  readonly carried: number | undefined;
}

export interface LineReader {
  readonly head: HeadKind;
  /** Reads the line between two places; undefined: it has another prefix. */
  read(bytes: Uint8Array, from: number, to: number): LineBegin | undefined;
}

/** Behind all state of a program. */
const lineBegin = 0x4b000;
const longestPrefix = 1000;
const longestWords = 300;
const newline = 10;
const latin = new TextDecoder('latin1');

export function lineReader({ dress, ...prefix }: LinePrefix): LineReader {
  if (!dress) return bareReader(prefix);
  // where lines lie in documents their heads say the time
  const reader = bareReader(dress.between === undefined ? prefix : { ...prefix, program: undefined });
  return {
    head: prefix.head,
    read(bytes, from, to) {
      const line = latin.decode(bytes.subarray(from, Math.min(to, from + longestPrefix)));
      const bare = bareLine(line, dress);
      const letters = bare && Uint8Array.from(bare, (letter) => letter.charCodeAt(0));
      return letters ? reader.read(letters, 0, letters.length) : undefined;
    },
  };
}

function bareReader({ text, program, head }: LinePrefix): LineReader {
  const startOf = program ? prefixReader(program) : samePrefix(text);
  const hasTime = program !== undefined && program.carries && program.hasTime;
  return {
    head,
    read(bytes, from, to) {
      const start = startOf(bytes, from, to);
      if (start < 0) return undefined;
      const at = from + start;
      const words = latin.decode(bytes.subarray(at, Math.min(to, at + longestWords)));
      return { words, carried: hasTime ? carriedSecond() * 1000 + carriedMillisecond : undefined };
    },
  };
}

/** How many bytes stand before the words of the line between two places; -1: it has another prefix. */
type StartOf = (bytes: Uint8Array, from: number, to: number) => number;

function samePrefix(text: Uint8Array): StartOf {
  return (bytes, from, to) => {
    const isHere = to - from >= text.length && text.every((byte, at) => bytes[from + at] === byte);
    return isHere ? text.length : -1;
  };
}

function prefixReader(program: PrefixProgram): StartOf {
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

const beforeLevel: Readonly<Record<HeadKind, RegExp>> = {
  'oslo': /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.,]\d{3} \d{1,10} /,
  'oslo-no-process': /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.,]\d{3} (?:\d{1,10} )?/,
  'oslo-no-time': /^/,
};
const beginsWithLevel = /^(?:TRACE|DEBUG|INFO|AUDIT|WARNING|ERROR|CRITICAL) /;
const hasContext = /^[A-Z]+ [\w.]+ \[(?:-\]|req-|None req-)/;

/** What follows the time and the process in the heads of a log; empty: the line has no such head. */
function fromLevel({ words }: LineBegin, head: HeadKind): string {
  const found = beforeLevel[head].exec(words);
  const rest = found ? words.slice(found[0].length) : '';
  return beginsWithLevel.test(rest) ? rest : '';
}

/** Whether a record begins with the line: it has a head and a context. */
export function beginsRecord(line: LineBegin | undefined, head: HeadKind): boolean {
  return line !== undefined && hasContext.test(fromLevel(line, head));
}

/** Its level, where the line has a head of the kind that those of its log have. */
export function levelOfHead(line: LineBegin, head: HeadKind): string | undefined {
  return fromLevel(line, head).split(' ', 1)[0] || undefined;
}

/** Milliseconds, where the line has a head of the kind that those of its log have. */
export function timeOfHead(line: LineBegin, head: HeadKind): number | undefined {
  if (fromLevel(line, head) === '') return undefined;
  return head === 'oslo-no-time' ? line.carried : dateTimeAt(line.words, 0);
}
