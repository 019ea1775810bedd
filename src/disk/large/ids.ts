// Ids of 16 bytes → small numbers, for a whole log: the scanner's own numbers hold for a part of it only. An
// id is four words, as the scanner has them in its memory.

import { slotNumberBits } from '../../core/scan/layout';

export type IdWords = Uint32Array;

const firstSlots = 4096;
const uuidLength = 36;
const dash = 45;
const digits = Buffer.from('0123456789abcdef');

export class Ids {
  #words: Uint32Array;
  /** Empty: not made yet, for who only shows ids needs none. */
  #slots = new Uint32Array(0);
  #count: number;

  constructor(words: Uint32Array = new Uint32Array(0)) {
    this.#words = words;
    this.#count = words.length >> 2;
  }

  get size(): number {
    return this.#count;
  }

  /** The number of the id that stands at a place; a new one if it was not known. */
  add(from: IdWords, at = 0): number {
    if (this.#count * 2 >= this.#slots.length) this.#fill();
    const slot = this.#slotOf(from, at);
    const known = this.#slots[slot] ?? 0;
    if (known > 0) return known - 1;
    if (this.#count * 4 === this.#words.length) this.#grow();
    for (let i = 0; i < 4; i++) this.#words[this.#count * 4 + i] = from[at + i] ?? 0;
    this.#count += 1;
    this.#slots[slot] = this.#count;
    return this.#count - 1;
  }

  /** @returns -1: not known. */
  find(uuid: string): number {
    const words = wordsOf(uuid);
    if (!words || this.#count === 0) return -1;
    if (this.#slots.length === 0) this.#fill();
    return (this.#slots[this.#slotOf(words, 0)] ?? 0) - 1;
  }

  /** The first ids. */
  texts(most: number): readonly string[] {
    const count = Math.min(most, this.#count);
    const letters = Buffer.allocUnsafe(count * uuidLength);
    const bytes = new Uint8Array(this.#words.buffer, this.#words.byteOffset, count * 16);
    let to = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      const place = at & 15;
      if (place === 4 || place === 6 || place === 8 || place === 10) letters[to++] = dash;
      letters[to++] = digits[byte >> 4] ?? 0;
      letters[to++] = digits[byte & 15] ?? 0;
    }
    const all = letters.toString('latin1');
    return Array.from({ length: count }, (_, at) => all.slice(at * uuidLength, (at + 1) * uuidLength));
  }

  text(number: number): string {
    return textOf(this.#words, number * 4);
  }

  toWords(): Uint32Array {
    return this.#words.slice(0, this.#count * 4);
  }

  #slotOf(from: IdWords, at: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(from, at) & mask;
    for (;;) {
      const known = this.#slots[slot] ?? 0;
      if (known === 0 || isSame(this.#words, (known - 1) * 4, from, at)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const wider = new Uint32Array(Math.max(firstSlots, this.#words.length * 2));
    wider.set(this.#words);
    this.#words = wider;
  }

  #fill(): void {
    let size = firstSlots;
    while (size <= this.#count * 2) size *= 2;
    this.#slots = new Uint32Array(size);
    for (let number = 0; number < this.#count; number++) {
      this.#slots[this.#slotOf(this.#words, number * 4)] = number + 1;
    }
  }
}

/** Looks an id up in a table of the scanner's. @returns its number plus one, 0: it is not there. */
export function slotIn(slots: Uint32Array, words: Uint32Array, id: IdWords): number {
  const mask = slots.length - 1;
  const numbers = slots.length > 1 << slotNumberBits ? -1 : (1 << slotNumberBits) - 1;
  let slot = hash(id, 0) & mask;
  for (let tried = 0; tried <= mask; tried++) {
    const known = (slots[slot] ?? 0) & numbers;
    if (known === 0 || isSame(words, (known - 1) * 4, id, 0)) return known;
    slot = (slot + 1) & mask;
  }
  return 0;
}

function isSame(a: Uint32Array, at: number, b: Uint32Array, from: number): boolean {
  return a[at] === b[from] && a[at + 1] === b[from + 1]
    && a[at + 2] === b[from + 2] && a[at + 3] === b[from + 3];
}

/** The scanner's own (`hashOf` of core/scan/intern.ts). */
function hash(words: Uint32Array, at: number): number {
  const a = Math.imul(words[at] ?? 0, 0x2c1b3c6d) ^ (words[at + 1] ?? 0);
  const b = Math.imul(words[at + 2] ?? 0, 0x297a2d39) ^ (words[at + 3] ?? 0);
  const mixed = Math.imul(a ^ (b >>> 15), 0x45d9f3b) ^ b;
  return mixed ^ (mixed >>> 16);
}

export function textOf(words: Uint32Array, at: number): string {
  const hex = [0, 1, 2, 3].map((i) => hexOf(words[at + i] ?? 0)).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

// bytes stand in memory in the order of the digits, words are read the other way round
function hexOf(word: number): string {
  const low = ((word & 0xff) << 24) | ((word & 0xff00) << 8);
  const swapped = low | ((word >>> 8) & 0xff00) | (word >>> 24);
  return (swapped >>> 0).toString(16).padStart(8, '0');
}

/** @returns undefined: this is no UUID. */
export function wordsOf(uuid: string): IdWords | undefined {
  const hex = uuid.replaceAll('-', '').toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(hex)) return undefined;
  const word = (at: number): number => {
    const digits = hex.slice(at, at + 8);
    const pairs = [digits.slice(6), digits.slice(4, 6), digits.slice(2, 4), digits.slice(0, 2)];
    return Number.parseInt(pairs.join(''), 16);
  };
  return Uint32Array.from([word(0), word(8), word(16), word(24)]);
}
