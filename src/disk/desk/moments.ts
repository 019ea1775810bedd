// A large log and a span of time → the lines of that time: halving finds about where, and the lines there say
// it exactly. The log is in order of time but for a little, as logs are.

import type { LinePrefix } from '../../core/scan/engine';
import { lineReader } from '../../core/scan/lineReader';
import type { LineReader } from '../../core/scan/lineReader';
import { dateTimeAt, endOfDateTime } from '../../core/reading/timestamp';
import type { ByteSource } from '../large/byteSource';

/** Lines that several processes write may be out of order by so much. */
const slack = 64 * 1024;
const piece = 16 * 1024;
const longestSearch = 4 << 20;
const newline = 10;

export class Moments {
  readonly #bytes: ByteSource;
  readonly #reader: LineReader;

  /** @param prefix stands before each line */
  constructor(bytes: ByteSource, prefix: LinePrefix) {
    this.#bytes = bytes;
    this.#reader = lineReader(prefix);
  }

  /** The time of the line between two places; undefined: it has none. */
  timeOf(bytes: Buffer, from: number, to: number): number | undefined {
    const line = this.#reader.read(bytes, from, to);
    if (line === undefined || this.#reader.head === 'oslo-no-time') return line?.carried;
    return endOfDateTime(line.words, 0) < 0 ? undefined : dateTimeAt(line.words, 0);
  }

  /** Bytes in which every line of the time lies, and a little more on either side. */
  around(from: number, to: number, size: number): { readonly begin: number; readonly end: number } {
    const begin = Math.max(0, this.#firstFrom(from, size) - slack);
    return { begin, end: Math.min(size, this.#firstFrom(to + 1, size) + slack) };
  }

  /** About where the lines begin that are of this time or later. */
  #firstFrom(time: number, size: number): number {
    let low = 0;
    let high = size;
    while (high - low > piece) {
      const middle = Math.floor((low + high) / 2);
      const there = this.#timeBehind(middle, high);
      if (there !== undefined && there < time) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The time of the first line with one that begins behind an offset. */
  #timeBehind(offset: number, end: number): number | undefined {
    const last = Math.min(end, offset + longestSearch);
    for (let at = offset; at < last; at += piece) {
      const bytes = Buffer.from(this.#bytes.read(at, piece * 2));
      let line = bytes.indexOf(newline) + 1;
      while (line > 0 && line < bytes.length) {
        const next = bytes.indexOf(newline, line);
        const time = this.timeOf(bytes, line, bytes.length);
        if (time !== undefined) return time;
        line = next + 1;
      }
    }
    return undefined;
  }
}
