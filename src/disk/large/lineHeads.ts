// Lines of a large log → which of them have a head. A line without one belongs to the line above it: read
// without that, it would be taken for a part of whatever was read before.

import { headerReader } from '../../core/reading/header';
import { longestLine } from '../../core/reading/lines';
import { noMarks } from '../../core/reading/clean';
import { lineUnwrapper } from '../../core/reading/unwrap';
import type { ByteSource } from './byteSource';
import type { Stretch } from './lines';

const newline = 10;
const openBrace = 123;
/** So much of a line is looked at. */
export const longestHead = 4096;
/** How most lines begin: digits and what stands between them; and how much of a line shows it, with the
 *  number of a process and a level behind it. */
const usualTime = Buffer.from('0000-00-00 00:00:00.000 ');
const usualSize = 48;
const zero = 48;
const nine = 57;
const space = 32;
const letterA = 65;
const letterZ = 90;
/** Lines between a line and its head; a guest's XML has some hundred. */
export const mostAbove = 2000;

export class LineHeads {
  readonly #bytes: ByteSource;
  readonly #unwrapper = lineUnwrapper(headerReader(), noMarks);
  /** Of lines in documents. */
  readonly #inner = lineUnwrapper(headerReader(), noMarks);

  constructor(bytes: ByteSource) {
    this.#bytes = bytes;
  }

  /** Whether the line that begins at an offset has a head. */
  isAt(offset: number): boolean {
    if (isUsualHead(this.#bytes.read(offset, usualSize))) return true;
    const { own, document } = this.#unwrapper.read(this.#textAt(offset));
    if (!document) return own !== undefined;
    // what a runtime's document holds may be any line
    return document.header !== undefined || this.#inner.read(document.lines[0] ?? '').own !== undefined;
  }

  /** As much of a line as shows its head; of a document no part does. */
  #textAt(offset: number): string {
    const isDocument = this.#bytes.read(offset, 1)[0] === openBrace;
    const end = Math.min(this.#bytes.endOfLine(offset), offset + (isDocument ? longestLine : longestHead));
    return Buffer.from(this.#bytes.read(offset, end - offset)).toString('utf8');
  }

  /** The stretch with the lines above it, up to the one with a head; the same where there is none near.
   *  @param from where its file begins */
  withHead(stretch: Stretch, from: number): Stretch {
    let { begin, line } = stretch;
    for (let above = 0; above < mostAbove && begin > from; above++) {
      if (this.isAt(begin)) return { begin, last: stretch.last, line };
      begin = beginOfLine(begin - 1, this.#bytes);
      line -= 1;
    }
    return stretch;
  }
}

/** `2024-05-06 08:00:00.123 6492 INFO `: most lines, told without making text of them. */
function isUsualHead(bytes: Uint8Array): boolean {
  for (let at = 0; at < usualTime.length; at++) {
    const isLike = usualTime[at] === zero ? isBetween(bytes[at], zero, nine) : bytes[at] === usualTime[at];
    if (!isLike) return false;
  }
  let at = usualTime.length;
  const from = at;
  while (isBetween(bytes[at], zero, nine)) at += 1;
  if (at === from || bytes[at] !== space) return false;
  const level = at + 1;
  at = level;
  while (isBetween(bytes[at], letterA, letterZ)) at += 1;
  return at > level && bytes[at] === space;
}

function isBetween(byte = 0, first: number, last: number): boolean {
  return byte >= first && byte <= last;
}

/** Where the line with a byte begins. */
export function beginOfLine(offset: number, bytes: ByteSource): number {
  for (let size = 4096; ; size *= 4) {
    const from = Math.max(0, offset - size);
    const before = bytes.read(from, offset - from).lastIndexOf(newline);
    if (before >= 0) return from + before + 1;
    if (from === 0) return 0;
  }
}
