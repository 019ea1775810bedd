// Ids of 16 bytes → small numbers, for a whole log: the scanner's own numbers hold for a part of it only.

import { Column } from './columns';

export class Ids {
  #words = new Column();
  /** Empty: not made yet, for who only shows ids needs none. */
  #slots = new Uint32Array(0);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  /** The number of an id; a new one if it was not known. */
  add(a: number, b: number, c: number, d: number): number {
    if (this.#count * 2 >= this.#slots.length) this.#fill();
    const slot = this.#slotOf(a, b, c, d);
    const known = this.#slots[slot] ?? 0;
    if (known > 0) return known - 1;
    for (const word of [a, b, c, d]) this.#words.push(word);
    this.#count += 1;
    this.#slots[slot] = this.#count;
    return this.#count - 1;
  }

  /** @returns -1: not known. */
  find(uuid: string): number {
    const words = wordsOf(uuid);
    if (!words || this.#count === 0) return -1;
    if (this.#slots.length === 0) this.#fill();
    return (this.#slots[this.#slotOf(...words)] ?? 0) - 1;
  }

  text(number: number): string {
    const hex = [0, 1, 2, 3].map((i) => hexOf(this.#words.at(number * 4 + i))).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }

  toArray(): Uint32Array {
    return this.#words.toArray();
  }

  static from(words: Uint32Array): Ids {
    const ids = new Ids();
    ids.#words = Column.from(words);
    ids.#count = words.length >> 2;
    return ids;
  }

  #slotOf(a: number, b: number, c: number, d: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(a, b, c, d) & mask;
    for (;;) {
      const known = this.#slots[slot] ?? 0;
      if (known === 0 || this.#is(known - 1, a, b, c, d)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #is(number: number, a: number, b: number, c: number, d: number): boolean {
    const at = number * 4;
    return this.#words.at(at) === a >>> 0 && this.#words.at(at + 1) === b >>> 0
      && this.#words.at(at + 2) === c >>> 0 && this.#words.at(at + 3) === d >>> 0;
  }

  #fill(): void {
    let size = 4096;
    while (size <= this.#count * 2) size *= 2;
    this.#slots = new Uint32Array(size);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.#count; number++) {
      const at = number * 4;
      const [a, b, c, d] = [0, 1, 2, 3].map((i) => this.#words.at(at + i));
      let slot = hash(a ?? 0, b ?? 0, c ?? 0, d ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

function hash(a: number, b: number, c: number, d: number): number {
  const first = Math.imul(a ^ Math.imul(d, 0x2c1b3c6d), 0x45d9f3b);
  const mixed = first ^ Math.imul(b ^ (c >>> 7), 0x297a2d39);
  return mixed ^ (mixed >>> 15);
}

// bytes stand in memory in the order of the digits, words are read the other way round
function hexOf(word: number): string {
  const low = ((word & 0xff) << 24) | ((word & 0xff00) << 8);
  const swapped = low | ((word >>> 8) & 0xff00) | (word >>> 24);
  return (swapped >>> 0).toString(16).padStart(8, '0');
}

function wordsOf(uuid: string): readonly [number, number, number, number] | undefined {
  const hex = uuid.replaceAll('-', '').toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(hex)) return undefined;
  const word = (at: number): number => {
    const digits = hex.slice(at, at + 8);
    const pairs = [digits.slice(6), digits.slice(4, 6), digits.slice(2, 4), digits.slice(0, 2)];
    return Number.parseInt(pairs.join(''), 16);
  };
  return [word(0), word(8), word(16), word(24)];
}
