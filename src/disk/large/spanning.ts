// Which requests have lines in several parts of a log. In: the requests of each part, in turn. Out: for each
// of those few the parts; two requests that look alike may share an entry, which costs time and nothing else.

import { scattered } from './ids';
import { SortedPrints } from './sortedPrints';
import type { PartPrints } from './sortedPrints';

const firstSlots = 1 << 12;

/** Two words of a request: enough to tell nearly all of them apart. */
export class SpanningRequests {
  /** Added while nobody had asked for any; then they are sorted, all at once. */
  #waiting: PartPrints[] = [];
  #sorted: SortedPrints | undefined;
  // of those that are added later, of a log that grows: a table
  #prints = new Uint32Array(0);
  #parts = new Uint16Array(0);
  #tabled = 0;
  #held = 0;
  readonly #found = new Map<number, number[]>();

  /** @param prints of the part's requests; they are kept
   *  @param part the last one, or one behind it */
  add(prints: Uint32Array, part: number): void {
    if (this.#sorted) {
      this.#addToTable(prints, part, this.#sorted);
    } else {
      // one that grew is read anew
      const before = this.#waiting.at(-1)?.part === part ? this.#waiting.pop() : undefined;
      this.#waiting.push({ prints, part });
      this.#held += prints.length - (before?.prints.length ?? 0);
    }
  }

  #addToTable(prints: Uint32Array, part: number, sorted: SortedPrints): void {
    // all may be new ones
    while ((this.#tabled + prints.length) * 4 >= this.#prints.length * 3) this.#grow();
    const [known, parts] = [this.#prints, this.#parts];
    for (let i = 0; i < prints.length; i++) {
      const print = prints[i] ?? 0;
      const slot = this.#slotOf(print);
      const isNew = known[slot] === 0;
      const before = isNew ? sorted.lastPartOf(print) : parts[slot] ?? 0;
      if (before >= 0 && before !== part) this.#note(print, before, part);
      known[slot] = print;
      parts[slot] = part;
      if (isNew) this.#tabled += 1;
    }
  }

  /** Where it is in the table, or would be. */
  #slotOf(print: number): number {
    const prints = this.#prints;
    const mask = prints.length - 1;
    let slot = scattered(print) & mask;
    while (prints[slot] !== 0 && prints[slot] !== print) slot = (slot + 1) & mask;
    return slot;
  }

  /** How many requests there are, one of several parts in each of them while they wait. */
  get size(): number {
    return this.#held + this.#tabled;
  }

  /** The parts that may have lines of a request; undefined: none but the one where it was found. */
  partsOf(words: Uint32Array, at = 0): readonly number[] | undefined {
    if (this.#waiting.length > 0) this.#sort();
    return this.#found.get(printOf(words, at));
  }

  /** The same of a request of which no part is known; none, where no part has it. */
  partsWith(words: Uint32Array): readonly number[] {
    const known = this.partsOf(words);
    if (known) return known;
    const print = printOf(words, 0);
    const slot = this.#tabled > 0 ? this.#slotOf(print) : 0;
    if (this.#prints[slot] === print) return [this.#parts[slot] ?? 0];
    const part = this.#sorted?.lastPartOf(print) ?? -1;
    return part < 0 ? [] : [part];
  }

  #sort(): void {
    this.#sorted = new SortedPrints(this.#waiting);
    this.#waiting = [];
    this.#sorted.eachShared((print, parts) => this.#found.set(print, [...parts]));
  }

  #note(print: number, before: number, part: number): void {
    const parts = this.#found.get(print);
    if (!parts) this.#found.set(print, [before, part]);
    else if (!parts.includes(part)) parts.push(part);
  }

  #grow(): void {
    const [prints, parts] = [this.#prints, this.#parts];
    const size = Math.max(firstSlots, prints.length * 2);
    this.#prints = new Uint32Array(size);
    this.#parts = new Uint16Array(size);
    for (let at = 0; at < prints.length; at++) {
      const print = prints[at] ?? 0;
      if (print === 0) continue;
      const slot = this.#slotOf(print);
      this.#prints[slot] = print;
      this.#parts[slot] = parts[at] ?? 0;
    }
  }

  /** Pairs of a request's print and a part. */
  toWords(): Uint32Array {
    if (this.#waiting.length > 0) this.#sort();
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
