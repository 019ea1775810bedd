// Which requests have lines in several parts of a log. In: the requests of each part, in turn. Out: for each
// of those few the parts; two requests that look alike may share an entry, which costs time and nothing else.

import { scattered } from './ids';

const firstSlots = 1 << 16;

/** Two words of a request: enough to tell nearly all of them apart. */
export class SpanningRequests {
  #prints = new Uint32Array(firstSlots);
  #parts = new Uint16Array(firstSlots);
  #count = 0;
  readonly #found = new Map<number, number[]>();

  /** @param prints of the part's requests */
  add(prints: Uint32Array, part: number): void {
    // all may be new ones
    while ((this.#count + prints.length) * 4 >= this.#prints.length * 3) this.#grow();
    const [known, parts] = [this.#prints, this.#parts];
    const mask = known.length - 1;
    for (let i = 0; i < prints.length; i++) {
      const print = prints[i] ?? 0;
      let slot = scattered(print) & mask;
      while (known[slot] !== 0 && known[slot] !== print) slot = (slot + 1) & mask;
      if (known[slot] === 0) {
        known[slot] = print;
        this.#count += 1;
      } else if (parts[slot] !== part) {
        this.#note(print, parts[slot] ?? 0, part);
      }
      parts[slot] = part;
    }
  }

  /** How many requests there are. */
  get size(): number {
    return this.#count;
  }

  /** The parts that may have lines of a request; undefined: none but the one where it was found. */
  partsOf(words: Uint32Array, at = 0): readonly number[] | undefined {
    return this.#found.get(printOf(words, at));
  }

  /** The same of a request of which no part is known; none, where no part has it. */
  partsWith(words: Uint32Array): readonly number[] {
    const known = this.partsOf(words);
    if (known) return known;
    const print = printOf(words, 0);
    const mask = this.#prints.length - 1;
    let slot = scattered(print) & mask;
    while (this.#prints[slot] !== 0 && this.#prints[slot] !== print) slot = (slot + 1) & mask;
    return this.#prints[slot] === 0 ? [] : [this.#parts[slot] ?? 0];
  }

  #note(print: number, before: number, part: number): void {
    const parts = this.#found.get(print);
    if (parts) parts.push(part);
    else this.#found.set(print, [before, part]);
  }

  #grow(): void {
    const [prints, parts] = [this.#prints, this.#parts];
    const [wider, widerParts] = [new Uint32Array(prints.length * 2), new Uint16Array(prints.length * 2)];
    const mask = wider.length - 1;
    for (let at = 0; at < prints.length; at++) {
      const print = prints[at] ?? 0;
      if (print === 0) continue;
      let slot = scattered(print) & mask;
      while (wider[slot] !== 0) slot = (slot + 1) & mask;
      wider[slot] = print;
      widerParts[slot] = parts[at] ?? 0;
    }
    this.#prints = wider;
    this.#parts = widerParts;
  }

  /** Pairs of a request's print and a part. */
  toWords(): Uint32Array {
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

/** Never 0. */
function printOf(words: Uint32Array, at: number): number {
  const print = ((words[at] ?? 0) ^ Math.imul(words[at + 1] ?? 0, 0x45d9f3b)) >>> 0;
  return print === 0 ? 1 : print;
}
