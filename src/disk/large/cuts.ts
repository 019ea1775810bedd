// Where a large log may be cut into parts: at lines with a head and a context, so that no traceback and no
// guest's XML is torn; in what is no log for long, between any two lines, for rows count bytes from where
// their part begins, in 32 bits. In: a file. Out: offsets; the same for the same text, whoever asks.

import fs from 'node:fs';
import type { LinePrefix } from '../../core/scan/engine';
import { beginsRecord, lineReader } from '../../core/scan/lineReader';
import type { LineReader } from '../../core/scan/lineReader';

/** So many bytes are one part: tables of that many stay near the processor. */
export const usualPart = 32 << 20;
/** The first is small, so that something is known at once, and the second, for the first may name nobody. */
export const firstPart = 512 * 1024;
const leastPart = 2 << 20;
const windowSize = 64 * 1024;
const newline = 10;
/** Farther than this no line with a head is sought. */
const mostWindows = 128;

export interface Span {
  readonly begin: number;
  readonly end: number;
}

/** @param prefix stands before each line.
 *  @param begun how large the first one is */
export function spansOf(
  file: number, prefix: LinePrefix, from: number, size: number, partSize = usualPart,
  begun = from === 0 ? Math.min(firstPart, partSize) : partSize,
): readonly Span[] {
  const least = leastOf(partSize);
  const sizes = partSizes(begun, partSize);
  const spans: Span[] = [];
  const reader = lineReader(prefix);
  for (let begin = from; begin < size;) {
    const wanted = begin + sizes.next().value;
    const end = size - wanted < least ? size : cutBehind(file, reader, wanted, size);
    spans.push({ begin, end });
    begin = end;
  }
  return spans;
}

/** How large parts are to be, one after the other. */
export function* partSizes(first: number, partSize: number): Generator<number, never> {
  yield first;
  if (first < leastOf(partSize)) yield leastOf(partSize);
  for (;;) yield partSize;
}

/** What is left behind a cut is no smaller; else nothing is cut there. */
export function leastOf(partSize: number): number {
  return Math.min(leastPart, partSize);
}

function cutBehind(file: number, reader: LineReader, wanted: number, size: number): number {
  const bytes = Buffer.alloc(windowSize);
  let at = wanted;
  for (let i = 0; i < mostWindows && at < size; i++) {
    // another log may stand behind
    const count = Math.min(fs.readSync(file, bytes, 0, windowSize, at), size - at);
    const cut = cutIn(bytes, count, reader);
    if (cut >= 0) return at + cut;
    // the head of a line may stand on the border of two windows
    at += Math.max(1, count - longestHead);
  }
  return at < size ? lineBehind(file, bytes, wanted, size) : size;
}

function lineBehind(file: number, bytes: Buffer, wanted: number, size: number): number {
  for (let at = wanted; at < size; at += windowSize) {
    const end = bytes.subarray(0, fs.readSync(file, bytes, 0, windowSize, at)).indexOf(newline);
    if (end >= 0) return at + end + 1;
  }
  return size;
}

/** The first place in the midst of bytes at which a log may be cut; -1: there is none. */
export function cutIn(bytes: Uint8Array, count: number, reader: LineReader): number {
  for (let end = bytes.indexOf(newline); end >= 0 && end < count; end = bytes.indexOf(newline, end + 1)) {
    const line = reader.read(bytes, end + 1, Math.min(count, end + 1 + longestHead));
    if (beginsRecord(line, reader.head)) return end + 1;
  }
  return -1;
}

const longestHead = 600;
