// Lines that tell of something going wrong → numbers that are the same where they say the same: classes,
// functions and sentences count, ids, numbers and times do not.

import { nearLines } from '../../core/scan/columnLayout';
import { mix } from '../../core/scan/prints';
import type { ByteSource } from './byteSource';

const blank = 32;

export function printOfText(text: string): number {
  let print = 7;
  for (let i = 0; i < text.length; i++) print = mix(print, text.charCodeAt(i));
  return print;
}

export class TroublePrints {
  readonly #bytes: ByteSource;
  readonly #size: number;

  constructor(bytes: ByteSource) {
    this.#bytes = bytes;
    this.#size = bytes.size;
  }

  /** What the line at an offset says, whatever its level. */
  ofLine(offset: number): number {
    const length = this.#bytes.endOfLine(offset) - offset;
    const from = this.#bytes.place(offset, length);
    const { buffer } = this.#bytes;
    const level = beginOfLevel(buffer, from, from + length);
    return printOfWords(buffer, level < 0 ? from : level, from + length, empty);
  }

  /** What it says with the lines that hang on it: a traceback below has no context of its own, other text not
   *  even a head. What writes them writes them one behind the other; lines of others may stand between. */
  ofRecord(offset: number): number {
    const record = new OpenRecord();
    for (let begin = offset; begin < this.#size && record.isOpen;) {
      const length = this.#bytes.endOfLine(begin) - begin;
      const from = this.#bytes.place(begin, length);
      record.add(this.#bytes.buffer, from, from + length);
      begin += length + 1;
    }
    return record.print;
  }
}

const empty = 11;
/** So many lines of others that hang on theirs may stand between. */
const mostBetween = 100;

class OpenRecord {
  print = empty;
  isOpen = true;
  /** Where its process stands in the line above, as a number; -1: that line has no head. */
  #process = -1;
  #isFirst = true;
  /** The line above is one of it. */
  #isOwn = true;
  #others = 0;
  #between = 0;

  /** The next line. */
  add(bytes: Uint8Array, from: number, to: number): void {
    const level = beginOfLevel(bytes, from, to);
    if (this.#isFirst) {
      this.#isFirst = false;
      if (level >= 0) this.#process = processBefore(bytes, level);
    } else if (level >= 0) {
      this.#isOwn = processBefore(bytes, level) === this.#process;
      const isBare = !hasContext(bytes, level, to);
      this.isOpen = isBare || (!this.#isOwn && ++this.#others < nearLines);
      if (!isBare) this.#isOwn = false;
    }
    if (!this.#isOwn) this.isOpen &&= ++this.#between < mostBetween;
    else if (level >= 0 || !isMarkup(bytes, from, to)) {
      this.print = printOfWords(bytes, level < 0 ? from : level, to, this.print);
    }
  }
}

const longestPrefix = 200;

/** Behind `.123 4567 `, milliseconds and process, stands the level. @returns -1: there is no head. */
function beginOfLevel(bytes: Uint8Array, begin: number, end: number): number {
  const limit = Math.min(end, begin + longestPrefix);
  for (let i = begin; i < limit; i++) {
    if (bytes[i] !== 46 || bytes[i + 4] !== blank) continue;
    if (!isDigit(bytes[i + 1]) || !isDigit(bytes[i + 5])) continue;
    let at = i + 6;
    while (at < limit && isDigit(bytes[at])) at += 1;
    if (bytes[at] === blank) return at + 1;
  }
  return -1;
}

/** The process whose number stands before the level. */
function processBefore(bytes: Uint8Array, level: number): number {
  let process = 0;
  let at = level - 2;
  for (let digit = 1; isDigit(bytes[at]); digit *= 10, at--) process += ((bytes[at] ?? 0) - 48) * digit;
  return process;
}

/** Behind level and logger: `[-]`, `[req-`, `[None req-`, `[instance: `. */
function hasContext(bytes: Uint8Array, level: number, end: number): boolean {
  const at = endOfWord(bytes, endOfWord(bytes, level, end) + 1, end) + 1;
  const next = bytes[at + 1];
  return bytes[at] === 91 && (next === 45 || next === 114 || next === 78 || next === 105);
}

function endOfWord(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== blank) at += 1;
  return at;
}

/** What a guest is made of says nothing of what went wrong. */
function isMarkup(bytes: Uint8Array, begin: number, end: number): boolean {
  let at = begin;
  while (at < end && bytes[at] === blank) at += 1;
  return bytes[at] === 60;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

// letters that no number in base sixteen has tell words apart; digits and ids fall away
function printOfWords(bytes: Uint8Array, from: number, end: number, before: number): number {
  let print = before;
  for (let i = from; i < end; i++) {
    const letter = (bytes[i] ?? 0) | 0x20;
    if (letter >= 103 && letter <= 122) print = Math.imul(print ^ letter, 0x1000193);
  }
  return mix(print, 5);
}
