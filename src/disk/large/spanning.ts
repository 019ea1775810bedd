// Which requests have lines in several parts of a log. In: the requests of each part, in turn. Out: for each
// of those few the parts; two requests that look alike may share an entry, which costs time and nothing else.

import { SortedPrints } from './sortedPrints';
import type { PartPrints } from './sortedPrints';

/** So many, or a share of all, are looked up one by one before all are sorted anew. */
const fewLater = 1 << 12;
const laterShift = 3;

/** Two words of a request: enough to tell nearly all of them apart. */
export class SpanningRequests {
  /** Added since somebody asked last. */
  #waiting: PartPrints[] = [];
  #held = 0;
  #sorted = new SortedPrints();
  /** The last part of those that came after all were sorted, as they do in a log that grows. */
  readonly #later = new Map<number, number>();
  readonly #found = new Map<number, number[]>();

  /** @param prints of the part's requests; they are kept
   *  @param part the last one, or one behind it */
  add(prints: Uint32Array, part: number): void {
    // one that grew is read anew
    const before = this.#waiting.at(-1)?.part === part ? this.#waiting.pop() : undefined;
    this.#waiting.push({ prints, part });
    this.#held += prints.length - (before?.prints.length ?? 0);
  }

  /** How many requests there are, one of several parts in each of them while they wait. */
  get size(): number {
    return this.#held + this.#sorted.size + this.#later.size;
  }

  /** The parts that may have lines of a request; undefined: none but the one where it was found. */
  partsOf(words: Uint32Array, at = 0): readonly number[] | undefined {
    this.#settle();
    return this.#found.get(printOf(words, at));
  }

  /** The same of a request of which no part is known; none, where no part has it. */
  partsWith(words: Uint32Array): readonly number[] {
    const known = this.partsOf(words);
    if (known) return known;
    const part = this.#lastPartOf(printOf(words, 0));
    return part < 0 ? [] : [part];
  }

  /** @returns -1: none. */
  #lastPartOf(print: number): number {
    return this.#later.get(print) ?? this.#sorted.lastPartOf(print);
  }

  #settle(): void {
    if (this.#waiting.length === 0) return;
    const few = Math.max(fewLater, this.#sorted.size >> laterShift);
    if (this.#later.size + this.#held <= few) this.#waiting.forEach((one) => this.#addLater(one));
    else this.#sort();
    this.#waiting = [];
    this.#held = 0;
  }

  #addLater({ prints, part }: PartPrints): void {
    for (const print of prints) {
      const before = this.#lastPartOf(print);
      if (before >= 0 && before !== part) this.#note(print, before, part);
      this.#later.set(print, part);
    }
  }

  #sort(): void {
    this.#sorted = this.#sorted.with(this.#waiting, this.#later);
    this.#later.clear();
    this.#sorted.eachShared((print, parts) => {
      const own = new Set([...this.#found.get(print) ?? [], ...parts]);
      this.#found.set(print, [...own].sort((a, b) => a - b));
    });
  }

  #note(print: number, before: number, part: number): void {
    const parts = this.#found.get(print);
    if (!parts) this.#found.set(print, [before, part]);
    else if (!parts.includes(part)) parts.push(part);
  }

  /** Pairs of a request's print and a part. */
  toWords(): Uint32Array {
    this.#settle();
    const pairs = [...this.#found].flatMap(([print, parts]) => parts.flatMap((part) => [print, part]));
    return Uint32Array.from(pairs);
  }

  /** What was found before; `add` has to be told all parts again before it is told new ones. */
  static from(words: Uint32Array): SpanningRequests {
    const requests = new SpanningRequests();
    for (let at = 0; at < words.length; at += 2) {
      const [print = 0, part = 0] = words.subarray(at, at + 2);
      const parts = requests.#found.get(print);
      if (parts) parts.push(part);
      else requests.#found.set(print, [part]);
    }
    return requests;
  }
}

/** @param words four of each request. @returns one for each of them. */
export function printsOf(words: Uint32Array): Uint32Array {
  const prints = new Uint32Array(words.length >> 2);
  for (let i = 0; i < prints.length; i++) prints[i] = printOf(words, i * 4);
  return prints;
}

function printOf(words: Uint32Array, at: number): number {
  return ((words[at] ?? 0) ^ Math.imul(words[at + 1] ?? 0, 0x45d9f3b)) >>> 0;
}
