// A line that no layout knows → whether it is part of a log at all, what it still has of a head, and where
// its text begins.

import { pageMarginOf, parseCutHead } from './cutHead';
import { begin } from '../faults/tracebackLines';
import { isListMark } from './frame';
import type { HeaderReader, OwnHeader } from './header';
import type { Header } from '../model';
import { isExceptionLine } from './prose';
import type { LogSample } from './sample';
import { isOtherField } from './strangePrefix';

/** What Nova put before each line of a traceback up to Essex; the name is that of the record's logger. */
const tracePrefix = /^\([\w.]{1,120}\): TRACE:(?: |$)/;

/** `[instance: …] `, whole or cut, where somebody cut the heads before the lines of a traceback. */
const restOfTag = /^[ \t>]{0,16}(?:\[instance: )?([0-9a-f-]{1,36})\] $/;
const longestTag = 80;

export interface Headless {
  /** Where the text begins behind what is left of a head. */
  readonly start: number;
  /** The record above is another instance's. */
  readonly isApart?: boolean;
  /** Undefined: the line has none of its own. */
  readonly cut: OwnHeader | undefined;
}

export class HeadlessLines {
  readonly #sample: LogSample;
  readonly #readHeader: HeaderReader;
  #tag = ''; // what stands before each line of the traceback above
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

  /** @param above the head of the record that the line may continue, if there is one */
  read(text: string, attached: boolean, above: Header | undefined): Headless {
    const traced = tracePrefix.exec(text)?.[0].length;
    if (traced !== undefined) return { start: traced, cut: undefined };
    const tagged = this.#tagBefore(text);
    const named = tagged?.named;
    const isApart = attached && named !== undefined && above?.instance?.endsWith(named) !== true;
    const cut = parseCutHead(text, {
      readHeader: this.#readHeader, date: this.#sample.date, attached: attached && !isApart,
    });
    const margin = text.startsWith(this.#margin) ? this.#margin.length : 0;
    const logger = attached && above ? loggerBefore(text, above) : undefined;
    return { start: cut?.start ?? tagged?.length ?? logger ?? margin, cut, isApart };
  }

  /** The first line of a traceback shows what stands before each of them. */
  #tagBefore(text: string): { readonly length: number; readonly named?: string } | undefined {
    const at = text.slice(0, longestTag + begin.length).indexOf(begin);
    const named = at > 0 ? restOfTag.exec(text.slice(0, at))?.[1] : undefined;
    if (named !== undefined) {
      this.#tag = text.slice(0, at);
      return { length: at, named };
    }
    if (this.#tag !== '' && text.startsWith(this.#tag)) return { length: this.#tag.length };
    if (this.#tag.trimEnd() !== text.trimEnd()) this.#tag = '';
    return undefined;
  }

  /** A head stands above now; `text`: the line in which it was cut. */
  follow(text = ''): void {
    this.#margin = pageMarginOf(text);
  }
}

/** The class of a traceback behind the logger of its other lines, whose level got lost. */
function loggerBefore(text: string, { logger }: Header): number | undefined {
  const at = text.length - text.trimStart().length;
  const end = at + logger.length + 1;
  const isBefore = logger.includes('.') && text.startsWith(`${logger} `, at);
  return isBefore && isExceptionLine(text.slice(end)) ? end : undefined;
}
