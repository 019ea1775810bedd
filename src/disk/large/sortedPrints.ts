// Prints of the requests of many parts, each with the number of its part → the same in order, so that what is
// in several parts stands side by side.

/** A word for each request of a part. */
export interface PartPrints {
  readonly prints: Uint32Array;
  readonly part: number;
}

export class SortedPrints {
  /** Part and print in turns. On machines that are little-endian, as all are that VS Code runs on, both are a
   *  word of eight bytes with the print above: the engine's own sort of such words needs nothing compiled. */
  readonly #pairs: Uint32Array;

  /** @param pairs in order */
  constructor(pairs = new Uint32Array(0)) {
    this.#pairs = pairs;
  }

  /** Those that are known already, and more.
   *  @param single prints, each with its part */
  with(added: readonly PartPrints[], single: ReadonlyMap<number, number>): SortedPrints {
    const count = added.reduce((sum, { prints }) => sum + prints.length, this.size + single.size);
    const pairs = new Uint32Array(count * 2);
    pairs.set(this.#pairs);
    let at = this.#pairs.length;
    for (const [print, part] of single) {
      pairs[at++] = part;
      pairs[at++] = print;
    }
    for (const { prints, part } of added) {
      for (let i = 0; i < prints.length; i++) {
        pairs[at++] = part;
        pairs[at++] = prints[i] ?? 0;
      }
    }
    new BigUint64Array(pairs.buffer).sort();
    return new SortedPrints(pairs);
  }

  /** How many there are, each as often as it was added. */
  get size(): number {
    return this.#pairs.length >> 1;
  }

  /** Tells of each print that is in several parts, and in which. */
  eachShared(tell: (print: number, parts: readonly number[]) => void): void {
    const pairs = this.#pairs;
    for (let at = 2; at < pairs.length; at += 2) {
      const print = pairs[at + 1] ?? 0;
      if (print !== pairs[at - 1]) continue;
      const own = new Set<number>([pairs[at - 2] ?? 0]);
      for (; pairs[at + 1] === print; at += 2) own.add(pairs[at] ?? 0);
      if (own.size > 1) tell(print, [...own]);
    }
  }

  /** @returns the last part that has it; -1: none. */
  lastPartOf(print: number): number {
    const pairs = this.#pairs;
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[middle * 2 + 1] ?? 0) > print) high = middle;
      else low = middle + 1;
    }
    return low > 0 && pairs[low * 2 - 1] === print ? pairs[low * 2 - 2] ?? 0 : -1;
  }
}
