// A line that no layout knows → whether it is part of a log at all, what it still has of a head, and where
// its text begins.

import { pageMarginOf, parseCutHead } from './cutHead';
import { isListMark } from './frame';
import type { HeaderReader, OwnHeader } from './header';
import type { LogSample } from './sample';
import { isOtherField } from './strangePrefix';

/** What Nova put before each line of a traceback up to Essex; the name is that of the record's logger. */
const tracePrefix = /^\([\w.]{1,120}\): TRACE:(?: |$)/;

export interface Headless {
  /** Where the text begins behind what is left of a head. */
  readonly start: number;
  /** Undefined: the line has none of its own. */
  readonly cut: OwnHeader | undefined;
}

export class HeadlessLines {
  readonly #sample: LogSample;
  readonly #readHeader: HeaderReader;
  #margin = ''; // what a page put in front of a head that was cut, and of what belongs to it

  constructor(sample: LogSample, readHeader: HeaderReader) {
    this.#sample = sample;
    this.#readHeader = readHeader;
  }

  /** What stands between the lines of a list, or is another field than theirs. */
  isNone(text: string): boolean {
    const { marks, listed } = this.#sample;
    const isMark = (listed || marks.frame?.before === '"') && isListMark(text);
    return isMark || (marks.strange !== undefined && isOtherField(text, marks.strange));
  }

  /** @param attached a record stands above that the line may continue */
  read(text: string, attached: boolean): Headless {
    const traced = tracePrefix.exec(text)?.[0].length;
    if (traced !== undefined) return { start: traced, cut: undefined };
    const cut = parseCutHead(text, { readHeader: this.#readHeader, date: this.#sample.date, attached });
    return { start: cut?.start ?? (text.startsWith(this.#margin) ? this.#margin.length : 0), cut };
  }

  /** A head stands above now; `text`: the line in which it was cut. */
  follow(text = ''): void {
    this.#margin = pageMarginOf(text);
  }
}
