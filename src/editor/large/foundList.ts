// Lines that a search finds, some at a time → the References view: as soon as there is one, and drawn anew
// whenever there are twice as many.

import * as vscode from 'vscode';
import type { FoundLine } from '../../disk/desk/calls';
import { say } from '../say';
import type { Stop } from '../stopsView';
import { hasNoMessage, messageStart } from '../tokens';
import type { LargeDeps } from './deps';

const longestLabel = 200;
/** So much of a long line stands before what was found on it. */
const shownBefore = 40;

export class FoundList {
  readonly #source: string;
  readonly #title: string;
  readonly #note: string;
  readonly #deps: Pick<LargeDeps, 'showStops'>;
  readonly #stops: Stop[] = [];
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #all: Promise<void>;
  #noMore: () => void = () => undefined;
  #listed: Promise<void> | undefined;
  #drawn = 0;
  #state: 'going' | 'stopped' | 'whole' = 'going';
  /** How many lines were found, also those that are not listed. */
  found = 0;

  /** @param note what is said behind how many lines there are */
  constructor(source: string, title: string, deps: Pick<LargeDeps, 'showStops'>, note = '') {
    this.#source = source;
    this.#title = title;
    this.#note = note;
    this.#deps = deps;
    this.#all = new Promise((resolve) => { this.#noMore = resolve; });
  }

  get isEmpty(): boolean {
    return this.#stops.length === 0;
  }

  add(lines: readonly FoundLine[]): void {
    for (const line of lines) this.#stops.push(stopOf(this.#source, line));
    if (this.#stops.length >= 2 * this.#drawn) this.#draw();
  }

  /** Resolves when all is shown. @param isWhole all was searched */
  async end(isWhole: boolean): Promise<void> {
    this.#state = isWhole ? 'whole' : 'stopped';
    this.#noMore();
    this.#draw();
    await this.#listed;
  }

  #draw(): void {
    if (this.isEmpty) return;
    this.#drawn = this.#stops.length;
    if (this.#listed) return this.#changed.fire(undefined);
    const more = { onDidChange: this.#changed.event, all: this.#all };
    const message = (): string => [this.#message(), this.#note].filter(Boolean).join(say('separator'));
    this.#listed = this.#deps.showStops(this.#stops, { title: this.#title, message, more });
  }

  #message(): string {
    const count = Math.max(this.found, this.#stops.length);
    if (this.#state === 'going') return say('largeSearchGoesOn', { count });
    const isCut = this.#stops.length < count;
    const listed = isCut ? say('largeSearchMost', { count: this.#stops.length, all: count }) : '';
    if (this.#state === 'whole') return isCut ? listed : say('largeSearchCount', { count });
    return [say('largeSearchStopped', { count }), listed].filter(Boolean).join(say('separator'));
  }
}

// Heads of lines are all alike, and so are many messages: the time comes first, then the message.
function stopOf(source: string, found: FoundLine): Stop {
  const { line, text, column, at, length } = found;
  const start = messageStart(text);
  const [, day, time] = /(\d{4}-\d\d-\d\d)?[T ]?(\d\d:\d\d:\d\d(?:[.,]\d{1,6})?)/.exec(text.slice(0, 200)) ?? [];
  const clock = time === undefined ? '' : `${time} `;
  const isBad = /\b(?:ERROR|CRITICAL)\b/.test(text.slice(0, start));
  const end = Math.min(at + length, text.length);
  const label = hasNoMessage(text) ? { text: say('largeSearchBlank'), at: 0 } : labelOf(text, start, at, end);
  const icon = isBad ? 'error' : 'circle-outline';
  return {
    at: { source, line, time: undefined }, label: clock + label.text, icon,
    detail: [say('lineNumber', { line: line + 1 }), day].filter(Boolean).join(say('separator')),
    found: length === 0 ? undefined : {
      onLine: { start: column, end: column + length },
      inLabel: { start: clock.length + label.at, end: clock.length + label.at + end - at },
    },
  };
}

/** What was found is to be seen: where it stands in the head, or far behind, the label begins near it. */
function labelOf(
  text: string, message: number, at: number, end: number,
): { readonly text: string; readonly at: number } {
  const isFar = end - message > longestLabel;
  const isInHead = at < message && end > at;
  const from = isFar || isInHead ? Math.max(0, at - shownBefore) : message;
  const mark = isFar && from > 0 ? '… ' : '';
  const length = Math.max(longestLabel, end - from);
  return { text: mark + text.slice(from, from + length).trimEnd(), at: mark.length + at - from };
}
