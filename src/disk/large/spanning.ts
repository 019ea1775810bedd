// Which requests have lines in several parts of a log. In: the requests of each part, in turn. Out: for each
// of those few the parts; two requests that look alike may share an entry, which costs time and nothing else.

/** Two words of a request: enough to tell nearly all of them apart. */
export class SpanningRequests {
  #prints = new Uint32Array(1 << 16);
  #parts = new Uint16Array(1 << 16);
  #count = 0;
  readonly #found = new Map<number, number[]>();

  /** @param prints of the part's requests */
  add(prints: Uint32Array, part: number): void {
    for (const print of prints) this.#note(print, part);
  }

  /** The parts that may have lines of a request; undefined: none but the one where it was found. */
  partsOf(words: Uint32Array, at = 0): readonly number[] | undefined {
    return this.#found.get(printOf(words, at));
  }

  #note(print: number, part: number): void {
    if (this.#count * 2 >= this.#prints.length) this.#grow();
    const slot = this.#slotOf(print);
    if (this.#prints[slot] === 0) {
      this.#put(slot, print, part);
      this.#count += 1;
      return;
    }
    const before = this.#parts[slot] ?? 0;
    if (before === part) return;
    this.#parts[slot] = part;
    const parts = this.#found.get(print);
    if (parts) parts.push(part);
    else this.#found.set(print, [before, part]);
  }

  #put(slot: number, print: number, part: number): void {
    this.#prints[slot] = print;
    this.#parts[slot] = part;
  }

  #slotOf(print: number): number {
    const mask = this.#prints.length - 1;
    let slot = Math.imul(print, 0x2c1b3c6d) >>> 7 & mask;
    while (this.#prints[slot] !== 0 && this.#prints[slot] !== print) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [prints, parts] = [this.#prints, this.#parts];
    this.#prints = new Uint32Array(prints.length * 2);
    this.#parts = new Uint16Array(prints.length * 2);
    prints.forEach((print, at) => {
      if (print !== 0) this.#put(this.#slotOf(print), print, parts[at] ?? 0);
    });
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
