// Spans that say the same as one another → where each of them stands. In: spans of all, one after the other.
// Kept: a few words of each, of as many as there is room for.

import type { Bounds } from './joinedSpans';

/** So many are noted; a log has a few hundred thousand in a gigabyte where hardly anything else is in it. */
const mostNoted = 400_000;
const firstNoted = 4096;
const words = 4;

export interface NotedSpan extends Bounds {
  readonly instance: number;
}

/** Spans that say the same. */
export interface SameSpans {
  add(span: NotedSpan): void;
  /** In the order in which they came; undefined: some were not noted. */
  all(): readonly NotedSpan[] | undefined;
}

export class SpanNotes {
  /** Times matter only where lines do not tell. */
  readonly #isTimed: boolean;
  readonly #most: number;
  #count = 0;
  /** Of each the number of the one before it that says the same plus one, its instance and its lines. */
  #notes = new Uint32Array(firstNoted * words);
  #times: Float64Array;

  constructor(isTimed: boolean, most = mostNoted) {
    this.#isTimed = isTimed;
    this.#most = most;
    this.#times = new Float64Array(isTimed ? firstNoted * 2 : 0);
  }

  open(): SameSpans {
    let last = 0;
    let isWhole = true;
    return {
      add: (span) => {
        if (this.#count >= this.#most) isWhole = false;
        else last = this.#note(span, last);
      },
      all: () => (isWhole ? [...this.#from(last)].reverse() : undefined),
    };
  }

  #note({ instance, firstLine, lastLine, firstTime, lastTime }: NotedSpan, before: number): number {
    const at = this.#count * words;
    if (at === this.#notes.length) this.#grow();
    this.#notes[at] = before;
    this.#notes[at + 1] = instance;
    this.#notes[at + 2] = firstLine;
    this.#notes[at + 3] = lastLine;
    if (this.#isTimed) {
      this.#times[this.#count * 2] = firstTime;
      this.#times[this.#count * 2 + 1] = lastTime;
    }
    this.#count += 1;
    return this.#count;
  }

  #grow(): void {
    const [notes, times] = [this.#notes, this.#times];
    this.#notes = new Uint32Array(notes.length * 2);
    this.#notes.set(notes);
    this.#times = new Float64Array(times.length * 2);
    this.#times.set(times);
  }

  * #from(last: number): Generator<NotedSpan> {
    for (let number = last; number > 0; number = this.#notes[(number - 1) * words] ?? 0) {
      const at = (number - 1) * words;
      yield {
        instance: this.#notes[at + 1] ?? 0, firstLine: this.#notes[at + 2] ?? 0,
        lastLine: this.#notes[at + 3] ?? 0, firstTime: this.#times[(number - 1) * 2] ?? 0,
        lastTime: this.#times[(number - 1) * 2 + 1] ?? 0,
      };
    }
  }
}
