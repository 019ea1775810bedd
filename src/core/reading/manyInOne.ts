// Lines of a file → lines to read: one in which many stand (an answer of a central store, a log written as a
// string) becomes these, each at its number; of one that is too long the beginning is left.

import { answerIn } from './answers';
import { unescapeBrackets } from './escapes';
import { parseDocument } from './documents';
import { listOf } from './frame';
import { longestLine } from './lines';
import type { Line } from '../model';
import type { Tally } from './tally';
import { writtenLines } from './writtenLines';

/** So many are read in a few milliseconds. */
const linesAtOnce = 100;
/** Ansible's `"stdout": "…"`. */
const namedString = /^\s{0,80}"(\w{1,40})":\s?"/;

export class ManyInOne {
  readonly #tally: Pick<Tally, 'addPartly' | 'addFolded'>;
  readonly #take: (line: Line) => void;
  readonly #isPatient: boolean;
  /** Lines that `work` has yet to hand on, and how many of them were. */
  #waiting: { readonly number: number; readonly lines: readonly string[]; done: number } | undefined;
  /** Lines of a string that may be said again by a list. */
  #held: { readonly name: string; readonly number: number; readonly lines: readonly string[] } | undefined;

  constructor(
    tally: Pick<Tally, 'addPartly' | 'addFolded'>, take: (line: Line) => void, isPatient = false,
  ) {
    this.#tally = tally;
    this.#take = take;
    this.#isPatient = isPatient;
  }

  push(line: Line): void {
    this.#finish();
    const text = unescapeBrackets(line.text);
    // the list has them at the numbers of their own lines
    if (this.#held && listOf(text) === this.#held.name) this.#held = undefined;
    this.settle();
    const answer = answerIn(text);
    if (answer?.isCut) this.#tally.addPartly('cut-answer', line.number);
    if (answer) return this.#takeAll(answer.lines, line.number);
    const lines = writtenLines(text);
    if (!lines || isOneMessage(text)) return this.#takeRead(text, line);
    const name = namedString.exec(text)?.[1];
    if (name === undefined) this.#takeAll(lines, line.number);
    else this.#held = { name, number: line.number, lines };
  }

  settle(): void {
    this.#release();
    this.#finish();
  }

  /** Hands on some of the lines that wait. @returns whether more do. */
  work(): boolean {
    const waiting = this.#waiting;
    if (!waiting) return false;
    const { lines, number } = waiting;
    const end = Math.min(lines.length, waiting.done + linesAtOnce);
    while (waiting.done < end) {
      const text = lines[waiting.done] ?? '';
      waiting.done += 1;
      this.#takeRead(text, { number, text });
    }
    if (end === lines.length) this.#waiting = undefined;
    return this.#waiting !== undefined;
  }

  #finish(): void {
    while (this.work());
  }

  #release(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held) this.#takeAll(held.lines, held.number);
  }

  #takeAll(lines: readonly string[], number: number): void {
    if (lines.length > 1) this.#tally.addFolded(number);
    this.#waiting = { number, lines, done: 0 };
    if (!this.#isPatient) this.#finish();
  }

  #takeRead(text: string, line: Line): void {
    if (text.length > longestLine) this.#tally.addPartly('long', line.number);
    const read = text.slice(0, longestLine);
    this.#take(read === line.text ? line : { ...line, text: read });
  }
}

/** An object that says itself whose text it holds, with what stands below its first line. */
function isOneMessage(text: string): boolean {
  const document = text.startsWith('{') ? parseDocument(text) : undefined;
  if (!document) return false;
  const { time, process, host, service } = document.findings;
  return document.header !== undefined || [time, process, host, service].some((known) => known !== undefined);
}
