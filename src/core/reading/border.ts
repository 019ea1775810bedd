// Lines and records of one log → what it begins and ends with, as far as another file of its stream may hold
// the rest: the lines before its first record, and its last record with all lines below it.

import { keep } from '../keep';
import type { Header, Line, LogBorder, LogRecord } from '../model';
import { isExceptionLine, kindOfText } from './prose';
import type { RecordReader } from './records';
import type { Sink } from '../sink';

/** Longer parts are kept of no log. */
const mostLines = 2000;
const mostSize = 256 * 1024;

export interface BorderReader extends Sink<LogRecord> {
  /** A line, before the record that it is part of. */
  line(line: Line): void;
  /** So many empty lines on end. */
  blanks(number: number, count: number): void;
  /** Lines passed by that are not told. */
  passed(): void;
  /** The last line has no end. */
  cut(): void;
  /** @param lines how many the log has */
  border(lines: number, records: Pick<RecordReader, 'alike'>): LogBorder;
}

export function readBorder(): BorderReader {
  return new Border();
}

class Border implements BorderReader {
  #head: readonly string[] | undefined;
  /** The first lines, where lines are missing behind them before any record is told. */
  #first: readonly Line[] = [];
  #tail: Line[] = [];
  #size = 0;
  /** All lines from the beginning of the record are there. */
  #isWhole = true;
  #isCut = false;
  /** The head of the last record that begins something. */
  #above: Header | undefined;

  line(line: Line): void {
    const last = this.#tail[this.#tail.length - 1];
    const isNext = last === undefined ? line.number === 0 || !this.#isWhole : line.number === last.number + 1;
    if (!isNext) this.#drop();
    this.#isCut = line.isCut === true;
    this.#size += line.text.length;
    if (this.#tail.length >= mostLines || this.#size > mostSize) this.#drop();
    this.#tail.push(line);
  }

  blanks(number: number, count: number): void {
    // where more come than are kept they are as good as missing
    const isLost = count > mostLines && !this.#isWhole && this.#tail.length === 0;
    const told = isLost ? 0 : Math.min(count, mostLines + 1);
    for (let i = 0; i < told; i++) this.line({ number: number + i, text: '' });
    if (told < count) this.#drop();
    this.#isCut = false;
  }

  push(record: LogRecord): void {
    if (isFurther(record, this.#above)) return;
    this.#above = record.header;
    const { line } = record;
    this.#head ??= this.#headBefore(line);
    const last = this.#tail[this.#tail.length - 1];
    if (last?.number === line) return this.#begin(last);
    this.#tail = this.#tail.filter(({ number }) => number >= line);
    this.#size = this.#tail.reduce((sum, { text }) => sum + text.length, 0);
    this.#isWhole = this.#tail[0]?.number === line;
  }

  #headBefore(line: number): readonly string[] {
    const isFirst = (this.#first.at(-1)?.number ?? -1) >= line;
    const lines = isFirst ? this.#first : this.#isWhole ? this.#tail : [];
    return textsOf(lines.filter(({ number }) => number < line));
  }

  passed(): void {
    this.#head ??= [];
    this.#drop();
  }

  cut(): void {
    this.#isCut = true;
  }

  end(): void {
    // nothing is kept back
  }

  border(lines: number, records: Pick<RecordReader, 'alike'>): LogBorder {
    const [first] = this.#tail;
    const isEnd = this.#isWhole && first !== undefined && this.#tail.at(-1)?.number === lines - 1;
    // a log without any record goes on with the one before it as a whole
    const head = this.#head ?? (isEnd && first.number === 0 ? textsOf(this.#tail) : []);
    if (!isEnd || this.#head === undefined) return { head, tail: undefined };
    const texts = textsOf(this.#tail);
    const reader = (next: Sink<LogRecord>) => records.alike(next);
    return { head, tail: { from: first.number, texts, isCut: this.#isCut, reader } };
  }

  /** The record begins on the line that was told last, as nearly every one does. */
  #begin(line: Line): void {
    if (this.#tail.length > 1) this.#tail = [line];
    this.#size = line.text.length;
    this.#isWhole = true;
  }

  #drop(): void {
    if (this.#head === undefined && this.#isWhole && this.#tail[0]?.number === 0) this.#first = this.#tail;
    this.#tail = [];
    this.#size = 0;
    this.#isWhole = false;
  }
}

function textsOf(lines: readonly Line[]): readonly string[] {
  return lines.map(({ text }) => keep(text));
}

/** It goes on with what stands above it: oslo.log repeats the head on each line of a traceback. */
function isFurther({ header, inherited, message }: LogRecord, above: Header | undefined): boolean {
  if (inherited || !header) return true;
  if (header.context !== 'none') return false;
  if (above && isSameMoment(above, header)) return true;
  const kind = kindOfText(message);
  return kind === 'frame' || kind === 'traceback' || kind === 'indented' || kind === 'blank'
    || isExceptionLine(message);
}

function isSameMoment(one: Header, other: Header): boolean {
  return one.time === other.time && one.process === other.process && one.logger === other.logger;
}
