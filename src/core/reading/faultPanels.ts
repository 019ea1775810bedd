// What Horizon shows of a server's fault (Message, Code, Details, Created, each above its value or, on some
// pages, on one line with it) → one line of JSON, at the line of the details; all other lines stay. Its page
// takes the breaks out of the traceback: they are put in again. The time is that of the zone of whoever
// looked, and stays unknown. So is read what it says when a build fails:
// `… the instance has an error status: … [Error: message].`

import { brokenAgain } from './brokenTraceback';
import { isFence } from './markup';
import type { WholeLine } from './rejoin';

const names = {
  code: /^(?:Code|\u7f16\u7801|\u4ee3\u7801)$/,
  details: /^(?:Details|\u8be6\u60c5|\u8be6\u7ec6\u4fe1\u606f)$/,
  created: /^(?:Created|\u521b\u5efa\u4e8e|\u5df2\u521b\u5efa|\u521b\u5efa\u65f6\u95f4)$/,
};
/** What stands above the details, one below the other. */
const above = [/\S/, names.code, /^\d{3}$/, names.details] as const;
/** The same with their values behind a colon. */
const beside = [
  /^(?:Message|\u6d88\u606f|\u4fe1\u606f) ?[:\uff1a]\s*(\S.*)$/,
  /^(?:Code|\u7f16\u7801|\u4ee3\u7801) ?[:\uff1a]\s*\d{3}$/,
  /^(?:Details|\u8be6\u60c5|\u8be6\u7ec6\u4fe1\u606f) ?[:\uff1a](.*)$/,
] as const;
const dated = /^(?:Created|\u521b\u5efa\u4e8e|\u5df2\u521b\u5efa|\u521b\u5efa\u65f6\u95f4) ?[:\uff1a]/;
/** So many lines may the details have where their breaks were kept. */
const mostLines = 400;
const mostCharacters = 1 << 20;

/** What Horizon says of an instance in ERROR, the newest releases first. */
const notices = ['has an error status: ', 'Failed to launch instance "'] as const;
const reason = '[Error: ';

/** Each name and each value stands on a line of its own. */
export function hasFaultPanels(texts: readonly string[]): boolean {
  const stands = (rows: readonly RegExp[], at: number): boolean =>
    rows.every((expected, below) => expected.test((texts[at + below] ?? '').trim()));
  return texts.some((text, at) => messageOfNotice(text) !== undefined || stands(beside, at)
    || (names.code.test(text.trim()) && stands(above, at - 1)));
}

function messageOfNotice(text: string): string | undefined {
  const status = Math.max(...notices.map((said) => text.indexOf(said)));
  const from = status < 0 ? -1 : text.indexOf(reason, status);
  const end = from < 0 ? -1 : text.lastIndexOf(']');
  return end > from + reason.length ? text.slice(from + reason.length, end) : undefined;
}

export class FaultPanels {
  readonly #next: (line: WholeLine) => void;
  /** What may begin a panel. */
  #lines: WholeLine[] = [];
  #rows: readonly RegExp[] = above;
  #details: WholeLine[] | undefined;
  #size = 0;
  /** The name of the date has come: the date is no rest of the details. */
  #isDated = false;

  constructor(next: (line: WholeLine) => void) {
    this.#next = next;
  }

  readonly push = (line: WholeLine): void => {
    const text = line.text.trim();
    const message = messageOfNotice(text);
    if (message !== undefined) return this.#notice(line, message);
    if (this.#isDated) this.#isDated = false;
    else if (this.#details) this.#grow(this.#details, line, text);
    else this.#begin(line, text);
  };

  settle(): void {
    const [message] = this.#lines;
    const [first, ...others] = this.#details ?? [];
    if (!message || !first) return this.#pass();
    const text = [first, ...others].map((line) => line.text.trimEnd()).join('\n');
    const said = message.text.trim();
    const told = this.#rows === beside ? beside[0].exec(said)?.[1] ?? said : said;
    const fault = { message: told, details: brokenAgain(text) };
    this.#forget();
    this.#next({ first: first.first, last: first.last, text: JSON.stringify({ fault }), joints: [] });
  }

  #notice({ first, last }: WholeLine, message: string): void {
    this.settle();
    this.#next({ first, last, text: JSON.stringify({ fault: { message } }), joints: [] });
  }

  #begin(line: WholeLine, text: string): void {
    if (this.#lines.length > 0 && this.#rows[this.#lines.length]?.test(text) !== true) this.#pass();
    if (this.#lines.length === 0) this.#rows = beside[0].test(text) ? beside : above;
    this.#lines.push(line);
    if (this.#lines.length < this.#rows.length) return;
    const rest = this.#rows === beside ? beside[2].exec(text)?.[1]?.trim() ?? '' : '';
    this.#details = rest === '' ? [] : [{ ...line, text: rest }];
  }

  #grow(details: WholeLine[], line: WholeLine, text: string): void {
    const isFull = details.length > mostLines || this.#size > mostCharacters;
    const isAbove = this.#rows === above;
    this.#isDated = isAbove && names.created.test(text);
    // a blank line is the end of a panel whose values stand beside their names: prose may follow
    const isOver = isAbove ? this.#isDated : (text === '' && details.length > 0) || dated.test(text);
    if (isOver || isFull || isFence(line.text)) this.settle();
    if (this.#isDated) return;
    if (!this.#details) return this.#next(line);
    if (text === '' && !isAbove) return;
    this.#size += text.length;
    details.push(line);
  }

  #pass(): void {
    const lines = [...this.#lines, ...this.#details ?? []];
    this.#forget();
    lines.forEach((line) => this.#next(line));
  }

  #forget(): void {
    this.#lines = [];
    this.#details = undefined;
    this.#size = 0;
  }
}
