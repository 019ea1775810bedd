// Where a large log may be cut into parts: at lines with a head and a context, so that no traceback and no
// guest's XML is torn. In: a file. Out: offsets; the same for the same text, whoever asks.

import fs from 'node:fs';

/** So many bytes are one part: tables of that many stay near the processor. */
export const usualPart = 64 << 20;
/** The first is small, so that something is known at once. */
const firstPart = 2 << 20;
const windowSize = 64 * 1024;
/** Farther than this no cut is sought. */
const mostWindows = 128;

export interface Span {
  readonly begin: number;
  readonly end: number;
}

/** @param prefix stands before each line. */
export function spansOf(
  file: number, prefix: Uint8Array, from: number, size: number, partSize = usualPart,
): readonly Span[] {
  const first = Math.min(firstPart, partSize);
  const spans: Span[] = [];
  const before = Buffer.from(prefix).toString('latin1');
  let begin = from;
  let wanted = from + (from === 0 ? first : partSize);
  while (begin < size) {
    const end = size - wanted < first ? size : cutBehind(file, before, wanted, size);
    spans.push({ begin, end });
    begin = end;
    wanted = end + partSize;
  }
  return spans;
}

function cutBehind(file: number, prefix: string, wanted: number, size: number): number {
  const bytes = Buffer.alloc(windowSize);
  let at = wanted;
  for (let i = 0; i < mostWindows && at < size; i++) {
    const count = fs.readSync(file, bytes, 0, windowSize, at);
    // letters beyond ASCII are none of a head's: every byte one letter
    const text = bytes.toString('latin1', 0, count);
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      const line = text.slice(end + 1, end + 1 + longestHead);
      if (line.startsWith(prefix) && head.test(line.slice(prefix.length))) return at + end + 1;
    }
    // the head of a line may stand on the border of two windows
    at += Math.max(1, count - longestHead);
  }
  return size;
}

const longestHead = 400;
const head = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \d+ [A-Z]+ [\w.]+ \[(?:-\]|req-|None req-)/;
