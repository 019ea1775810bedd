// Ids of 16 bytes → small numbers, for a whole log: the scanner's own numbers hold for a part of it only. An
// id is four words, as the scanner has them in its memory.

import { slotNumberBits } from '../../core/scan/layout';

export type IdWords = Uint32Array;

const firstSlots = 4096;
const numberMask = 0xffffff;
/** Ids lie in pieces of so many: none is copied when there are more of them. */
const pieceBits = 14;
const pieceIds = 1 << pieceBits;
const placeMask = pieceIds - 1;
const uuidLength = 36;
const dash = 45;
const digits = Buffer.from('0123456789abcdef');

export class Ids {
  readonly #pieces: Uint32Array[] = [];
  /** Empty: not made yet, for who only shows ids needs none. */
  #slots = new Uint32Array(0);
  /** The bits of a slot that are a number plus one; those above them are of the id's hash, so that few
   *  others are looked at. */
  #numbers = numberMask;
  #count: number;

  constructor(words: Uint32Array = new Uint32Array(0)) {
    for (let at = 0; at < words.length; at += pieceIds * 4) {
      this.#pieces.push(words.subarray(at, at + pieceIds * 4));
    }
    this.#count = words.length >> 2;
  }

  get size(): number {
    return this.#count;
  }

  /** The numbers of several, four words each; new ones of those that were not known. */
  addAll(words: IdWords): Uint32Array {
    const numbers = new Uint32Array(words.length >> 2);
    for (let i = 0; i < numbers.length; i++) numbers[i] = this.add(words, i * 4);
    return numbers;
  }

  /** The number of the id that stands at a place; a new one if it was not known. */
  add(from: IdWords, at = 0): number {
    if (this.#count * 4 >= this.#slots.length * 3) this.#fill();
    const mixed = scattered(hash(from, at));
    const slot = this.#slotOf(mixed, from, at);
    const known = this.#slots[slot] ?? 0;
    if (known !== 0) return (known & this.#numbers) - 1;
    const piece = this.#pieceWithRoom();
    const place = (this.#count & placeMask) * 4;
    for (let i = 0; i < 4; i++) piece[place + i] = from[at + i] ?? 0;
    this.#count += 1;
    this.#slots[slot] = this.#count | (mixed & ~this.#numbers);
    return this.#count - 1;
  }

  /** @returns -1: not known. */
  find(uuid: string): number {
    const words = wordsOf(uuid);
    return words ? this.findWords(words) : -1;
  }

  /** @returns -1: not known. */
  findWords(words: IdWords): number {
    if (this.#count === 0) return -1;
    if (this.#slots.length === 0) this.#fill();
    const slot = this.#slotOf(scattered(hash(words, 0)), words, 0);
    return ((this.#slots[slot] ?? 0) & this.#numbers) - 1;
  }

  /** The numbers of those that are known. */
  findAll(uuids: Iterable<string>): readonly number[] {
    return Array.from(uuids, (uuid) => this.find(uuid)).filter((number) => number >= 0);
  }

  /** Ids with numbers from one on. */
  texts(first: number, most: number): readonly string[] {
    const texts: string[] = [];
    const end = Math.min(first + most, this.#count);
    for (let from = first; from < end;) {
      const count = Math.min(end - from, pieceIds - (from & placeMask));
      const { buffer = new ArrayBuffer(0), byteOffset = 0 } = this.#pieces[from >> pieceBits] ?? {};
      texts.push(...textsOf(new Uint8Array(buffer, byteOffset + (from & placeMask) * 16, count * 16)));
      from += count;
    }
    return texts;
  }

  text(number: number): string {
    return textOf(this.#pieceOf(number), (number & placeMask) * 4);
  }

  /** All of them, in pieces. */
  words(): readonly Uint32Array[] {
    return this.#pieces.map((piece, at) =>
      piece.subarray(0, Math.min(pieceIds, this.#count - at * pieceIds) * 4));
  }

  #pieceOf(number: number): Uint32Array {
    return this.#pieces[number >> pieceBits] ?? new Uint32Array(0);
  }

  #slotOf(mixed: number, from: IdWords, at: number): number {
    const [slots, numbers] = [this.#slots, this.#numbers];
    const mask = slots.length - 1;
    for (let slot = mixed & mask; ; slot = (slot + 1) & mask) {
      const known = slots[slot] ?? 0;
      if (known === 0) return slot;
      if (((known ^ mixed) & ~numbers) !== 0) continue;
      const number = (known & numbers) - 1;
      if (isSame(this.#pieceOf(number), (number & placeMask) * 4, from, at)) return slot;
    }
  }

  /** The piece for the next id. */
  #pieceWithRoom(): Uint32Array {
    const piece = this.#pieceOf(this.#count);
    if (piece.length === pieceIds * 4) return piece;
    const whole = new Uint32Array(pieceIds * 4);
    whole.set(piece);
    this.#pieces[this.#count >> pieceBits] = whole;
    return whole;
  }

  #fill(): void {
    let size = firstSlots;
    while (size * 3 <= this.#count * 4) size *= 2;
    const slots = new Uint32Array(size);
    const mask = size - 1;
    this.#numbers = size > numberMask ? -1 : numberMask;
    for (let number = 0; number < this.#count; number++) {
      const mixed = scattered(hash(this.#pieceOf(number), (number & placeMask) * 4));
      let slot = mixed & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = (number + 1) | (mixed & ~this.#numbers);
    }
    this.#slots = slots;
  }
}

/** @param bytes sixteen of each id */
function textsOf(bytes: Uint8Array): readonly string[] {
  const count = bytes.length / 16;
  const letters = Buffer.allocUnsafe(count * uuidLength);
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

/** Ids as the scanner keeps them, of which a few words are looked at. */
export interface IdTable {
  /** How many there are, a power of two. */
  readonly slots: number;
  readonly slotAt: (slot: number) => number;
  /** Its four words. */
  readonly idAt: (number: number) => Uint32Array;
}

/** Looks an id up in a table of the scanner's. @returns its number plus one, 0: it is not there. */
export function slotIn({ slots, slotAt, idAt }: IdTable, id: IdWords): number {
  const mask = slots - 1;
  const numbers = slots > 1 << slotNumberBits ? -1 : (1 << slotNumberBits) - 1;
  let slot = hash(id, 0) & mask;
  for (let tried = 0; tried <= mask; tried++) {
    const known = slotAt(slot) & numbers;
    if (known === 0 || isSame(idAt(known - 1), 0, id, 0)) return known;
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

/** Another number for each; those of numbers that differ in a few bits lie far apart. */
export function scattered(number: number): number {
  const half = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  const mixed = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
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
  const words = new Uint32Array(4);
  let count = 0;
  for (let i = 0; i < uuid.length; i++) {
    const letter = uuid.charCodeAt(i);
    if (letter === dash) continue;
    const digit = digitOf(letter);
    if (digit < 0 || count === 32) return undefined;
    // the first of two digits is the higher half of a byte, the first of four bytes the lowest of a word
    const shift = ((count & 6) << 2) + ((count & 1) === 0 ? 4 : 0);
    words[count >> 3] = (words[count >> 3] ?? 0) | (digit << shift);
    count += 1;
  }
  return count === 32 ? words : undefined;
}

/** -1: it is none. */
function digitOf(letter: number): number {
  if (letter >= 48 && letter <= 57) return letter - 48;
  const lower = letter | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
