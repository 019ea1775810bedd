// Prints of the requests of many parts, each with the number of its part → the same in order, so that what is
// in several parts stands side by side. A table would be looked at once for each of them, in another place of
// the memory each time; this goes through it a few times from one end to the other.

/** A word for each request of a part. */
export interface PartPrints {
  readonly prints: Uint32Array;
  readonly part: number;
}

const digitBits = 11;
const digitMask = (1 << digitBits) - 1;

export class SortedPrints {
  #prints: Uint32Array;
  #parts: Uint16Array;

  /** @param added parts in ascending order: a print's own stand in the same */
  constructor(added: readonly PartPrints[]) {
    const count = added.reduce((sum, { prints }) => sum + prints.length, 0);
    this.#prints = new Uint32Array(count);
    this.#parts = new Uint16Array(count);
    let at = 0;
    for (const { prints, part } of added) {
      this.#prints.set(prints, at);
      this.#parts.fill(part, at, at + prints.length);
      at += prints.length;
    }
    this.#sort();
  }

  /** By the lowest digit first: each pass keeps the order of the one before it. */
  #sort(): void {
    let [prints, parts] = [this.#prints, this.#parts];
    let toPrints: Uint32Array = new Uint32Array(prints.length);
    let toParts: Uint16Array = new Uint16Array(prints.length);
    for (let shift = 0; shift < 32; shift += digitBits) {
      const begins = beginsOf(prints, shift);
      for (let i = 0; i < prints.length; i++) {
        const print = prints[i] ?? 0;
        const digit = (print >>> shift) & digitMask;
        const to = begins[digit] ?? 0;
        begins[digit] = to + 1;
        toPrints[to] = print;
        toParts[to] = parts[i] ?? 0;
      }
      [prints, toPrints] = [toPrints, prints];
      [parts, toParts] = [toParts, parts];
    }
    [this.#prints, this.#parts] = [prints, parts];
  }

  /** Tells of each print that is in several parts, and in which. */
  eachShared(tell: (print: number, parts: readonly number[]) => void): void {
    const [prints, parts] = [this.#prints, this.#parts];
    for (let at = 1; at < prints.length; at++) {
      const print = prints[at] ?? 0;
      if (print !== prints[at - 1]) continue;
      const own = new Set<number>([parts[at - 1] ?? 0]);
      for (; prints[at] === print; at++) own.add(parts[at] ?? 0);
      if (own.size > 1) tell(print, [...own]);
    }
  }

  /** @returns the last part that has it; -1: none. */
  lastPartOf(print: number): number {
    let [low, high] = [0, this.#prints.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#prints[middle] ?? 0) > print) high = middle;
      else low = middle + 1;
    }
    return low > 0 && this.#prints[low - 1] === print ? this.#parts[low - 1] ?? 0 : -1;
  }
}

/** By digit: how many prints have a lower one. */
function beginsOf(prints: Uint32Array, shift: number): Uint32Array {
  const begins = new Uint32Array(1 << digitBits);
  for (let i = 0; i < prints.length; i++) {
    const digit = ((prints[i] ?? 0) >>> shift) & digitMask;
    begins[digit] = (begins[digit] ?? 0) + 1;
  }
  let before = 0;
  for (let digit = 0; digit < begins.length; digit++) {
    const own = begins[digit] ?? 0;
    begins[digit] = before;
    before += own;
  }
  return begins;
}
