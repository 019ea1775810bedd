// Bytes of a large log → the numbers of their lines, and back. The scan of its parts knows them every so many
// bytes; line ends are counted from there on, or from what was asked for last.

import type { ByteSource } from './byteSource';
import type { KnownPart } from './knownPart';

const pieceSize = 256 * 1024;
const newline = 10;

/** A place of the log, and how many lines begin before it. */
interface Mark {
  readonly offset: number;
  readonly line: number;
}

export class LineMarks {
  readonly #bytes: ByteSource;
  readonly #parts: readonly KnownPart[];
  #last: Mark = { offset: 0, line: 0 };

  /** @param parts those of the log; as they become more, more of it is known */
  constructor(bytes: ByteSource, parts: readonly KnownPart[]) {
    this.#bytes = bytes;
    this.#parts = parts;
  }

  /** The number of the line that holds a byte. */
  lineAt(offset: number): number {
    return this.firstFrom(offset + 1) - 1;
  }

  /** The number of the first line that begins at an offset or behind it. */
  firstFrom(offset: number): number {
    const mark = this.#markBefore((known) => known.offset <= offset);
    let { line } = mark;
    this.#begins(mark, offset, () => {
      line += 1;
      return false;
    });
    this.#last = { offset, line };
    return line;
  }

  /** Where a line begins; undefined: the log has no such line. */
  offsetOf(line: number): number | undefined {
    const mark = this.#markBefore((known) => known.line <= line);
    let next = mark.line;
    const end = this.#parts.at(-1)?.entry.end ?? 0;
    const offset = this.#begins(mark, end, () => next++ === line);
    if (offset === undefined) return undefined;
    this.#last = { offset, line };
    return offset;
  }

  /** Looks at the lines that begin from a mark on and before an offset.
   *  @returns where the one begins that was sought */
  #begins(mark: Mark, end: number, isSought: () => boolean): number | undefined {
    if (mark.offset === 0 && end > 0 && isSought()) return 0;
    // a line begins where the one before it has ended
    for (let offset = Math.max(0, mark.offset - 1); offset < end - 1;) {
      const piece = this.#bytes.read(offset, Math.min(pieceSize, end - 1 - offset));
      if (piece.length === 0) return undefined;
      for (let at = piece.indexOf(newline); at >= 0; at = piece.indexOf(newline, at + 1)) {
        if (isSought()) return offset + at + 1;
      }
      offset += piece.length;
    }
    return undefined;
  }

  /** The last mark that is before what is sought. */
  #markBefore(isBefore: (mark: Mark) => boolean): Mark {
    const part = this.#parts.findLast(({ entry }) => isBefore({ offset: entry.begin, line: entry.line }));
    const found = part ? markIn(part, isBefore) : { offset: 0, line: 0 };
    return this.#last.offset > found.offset && isBefore(this.#last) ? this.#last : found;
  }
}

function markIn({ entry: { begin, line, marks } }: KnownPart, isBefore: (mark: Mark) => boolean): Mark {
  const markAt = (number: number): Mark => (number === 0 ? { offset: begin, line } : {
    offset: begin + (marks[number * 2 - 2] ?? 0), line: line + (marks[number * 2 - 1] ?? 0),
  });
  let low = 0;
  let high = marks.length / 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isBefore(markAt(middle))) low = middle;
    else high = middle - 1;
  }
  return markAt(low);
}
