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

/** Ansible's `"stdout": "…"`. */
const namedString = /^\s{0,80}"(\w{1,40})":\s?"/;

export class ManyInOne {
  readonly #tally: Pick<Tally, 'addPartly' | 'addFolded'>;
  readonly #take: (line: Line) => void;
  /** Lines of a string that may be said again by a list. */
  #held: { readonly name: string; readonly number: number; readonly lines: readonly string[] } | undefined;

  constructor(tally: Pick<Tally, 'addPartly' | 'addFolded'>, take: (line: Line) => void) {
    this.#tally = tally;
    this.#take = take;
  }

  push(line: Line): void {
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
    const held = this.#held;
    this.#held = undefined;
    if (held) this.#takeAll(held.lines, held.number);
  }

  #takeAll(lines: readonly string[], number: number): void {
    if (lines.length > 1) this.#tally.addFolded(number);
    for (const text of lines) this.#takeRead(text, { number, text });
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
