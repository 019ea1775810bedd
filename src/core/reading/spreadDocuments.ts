// Lines of JSON objects that were laid out over several lines each → one line for each object that holds a
// log line, with the lines it comes from.

import { headedString } from './answers';
import { holdsText, parseDocument } from './documents';
import { listOf } from './frame';
import type { Line } from '../model';
import { isPartOfAnswer } from './recordedFaults';
import type { WholeLine } from './rejoin';
import type { Sink } from '../sink';

const opening = /^(?:\[?|"[^"]{1,200}"\s?(?::|=>)\s?)\{$/;
/** One object ends and the next one begins. */
const between = /^\}\s?,\s?\{$/;
const closing = /^\}[\],]{0,3}$/;
const member = /^\s{1,40}"[\w@. -]{1,80}"\s?(?::|=>)\s/;
const bracket = /^[[\]{},\s]*$/;
/** So many lines may one object have before it is taken for something else. */
const mostLines = 20_000;
const mostCharacters = 1 << 20;
const deepest = 12;

/** Objects of which each member has a line of its own, and which do not list the lines of a log. */
export function areSpread(lines: readonly string[]): boolean {
  return !lines.some((line) => listOf(line) !== undefined)
    && lines.filter((line) => member.test(line)).length * 3 > lines.length
    && lines.some((line) => opening.test(line.trim()));
}

const answer = /^\s{0,40}"(?:fault|instanceAction)"\s?:\s?\{$/;
const action = /^\s{0,40}"(?:action|events|Action|instanceActions|instance_uuid|Request ID)"\s?:/;

/** An answer of the API with a fault or an action in it, between other lines, also without its margin. */
export function holdSpreadAnswer(lines: readonly string[]): boolean {
  return lines.some((line, at) => line.trim() === '{'
    && (answer.test(lines[at + 1] ?? '') || action.test(lines[at + 1] ?? '')));
}

function namesAction(line: string): boolean {
  return /^\s{0,40}"action"\s?:/i.test(line);
}

interface Open {
  /** Where among the lines that wait. */
  readonly at: number;
  /** What holds the log line lies within it. */
  isUsed: boolean;
}

export class DocumentJoiner implements Sink<Line> {
  readonly #next: (line: WholeLine) => void;
  readonly #addUnread: (lines: number) => void;
  #waiting: Line[] = [];
  #size = 0;
  #covered = 0;
  #open: Open[] = [];

  constructor(next: (line: WholeLine) => void, addUnread: (lines: number) => void) {
    this.#next = next;
    this.#addUnread = addUnread;
  }

  push(line: Line): void {
    const text = line.text.trim();
    if (between.test(text)) {
      this.push({ ...line, text: '},' });
      return this.push({ ...line, text: '{' });
    }
    const opens = opening.test(text);
    if (this.#open.length === 0 && !opens) return this.#outside(line);
    if (opens) this.#open.push({ at: this.#waiting.length, isUsed: false });
    this.#waiting.push(line);
    this.#size += text.length;
    if (closing.test(text)) this.#close();
    const isWhole = this.#open.length === 0;
    const isLarge = this.#waiting.length > mostLines || this.#size > mostCharacters;
    if (isWhole || isLarge || this.#open.length > deepest) this.settle();
  }

  /** What has come of an object without its end cannot be read. */
  settle(): void {
    const left = this.#waiting.slice(this.#covered).filter(({ text }) => text.trim() !== '');
    const unread = new Set(left.map(({ number }) => number)).size;
    if (unread > 0) this.#addUnread(unread);
    this.#waiting = [];
    this.#size = 0;
    this.#covered = 0;
    this.#open = [];
  }

  end(): void {
    this.settle();
  }

  #outside({ number, text }: Line): void {
    if (text === '' || !bracket.test(text)) this.#next({ first: number, last: number, text, joints: [] });
    else this.#addUnread(1);
  }

  #close(): void {
    const open = this.#open.pop();
    if (!open || open.isUsed) return;
    const lines = this.#waiting.slice(open.at);
    if (this.#open.length > 0 && isPartOfAnswer(lines[0]?.text.trim() ?? '')) return;
    const part = lines.find((line) => isPartOfAnswer(line.text.trim()));
    // a text that somebody broke between its words
    const inner = lines.slice(1, -1).map((line) => line.text.trim()).join(part ? ' ' : '');
    const text = `{${inner}}`;
    if (!parseDocument(text)) return;
    for (const outer of this.#open) outer.isUsed = true;
    const told = part ?? lines.find((line) => namesAction(line.text))
      ?? lines.find((line) => headedString.test(line.text))
      ?? lines.find((line) => holdsText(line.text));
    const first = told?.number ?? lines[0]?.number ?? 0;
    this.#addUnread(this.#waiting.slice(this.#covered, open.at).length);
    this.#covered = this.#waiting.length;
    this.#next({ first, last: told?.number ?? lines.at(-1)?.number ?? first, text, joints: [] });
  }
}
