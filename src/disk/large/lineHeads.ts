// Lines of a large log → which of them have a head. A line without one belongs to the line above it: read
// without that, it would be taken for a part of whatever was read before.

import { headerReader } from '../../core/reading/header';
import { longestLine } from '../../core/reading/lines';
import { lineUnwrapper, noMarks } from '../../core/reading/unwrap';
import type { ByteSource } from './byteSource';
import type { Stretch } from './lines';

const newline = 10;
const openBrace = 123;
/** So much of a line is looked at. */
export const longestHead = 4096;
/** How most lines begin, and how much of a line shows it. */
const usualHead = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.,]\d{3} \d+ [A-Z]+ /;
const usualSize = 48;
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
    if (usualHead.test(Buffer.from(this.#bytes.read(offset, usualSize)).toString('latin1'))) return true;
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

/** Where the line with a byte begins. */
export function beginOfLine(offset: number, bytes: ByteSource): number {
  for (let size = 4096; ; size *= 4) {
    const from = Math.max(0, offset - size);
    const before = bytes.read(from, offset - from).lastIndexOf(newline);
    if (before >= 0) return from + before + 1;
    if (from === 0) return 0;
  }
}
