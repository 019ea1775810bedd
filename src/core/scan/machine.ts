// What the twin of the kernel does with memory, in plain TypeScript: the same functions stand in
// kernel/machine.ts for WebAssembly. In: addresses. Out: bytes, words, places.

let memory = new ArrayBuffer(64);
let bytes = new Uint8Array(memory);
let view = new DataView(memory);
/** Of a machine that is little-endian, as all are that VS Code runs on. */
let words = new Int32Array(memory);
let broken = false;

/** From here on every address is one of this memory; the twin has one at a time. */
export function useMemory(other: ArrayBuffer): void {
  if (memory === other) return;
  memory = other;
  bytes = new Uint8Array(memory);
  view = new DataView(memory);
  words = new Int32Array(memory, 0, memory.byteLength >> 2);
}

export function currentMemory(): ArrayBuffer {
  return memory;
}

export function load8(at: i32): i32 {
  return view.getUint8(at);
}

export function load16(at: i32): i32 {
  return view.getUint16(at, true);
}

export function load32(at: i32): i32 {
  return view.getInt32(at, true);
}

export function store8(at: i32, value: i32): void {
  view.setUint8(at, value);
}

export function store16(at: i32, value: i32): void {
  view.setUint16(at, value, true);
}

export function store32(at: i32, value: i32): void {
  view.setInt32(at, value, true);
}

export function multiply(a: i32, b: i32): i32 {
  return Math.imul(a, b);
}

export function divide(a: i32, b: i32): i32 {
  return Math.trunc(a / b);
}

export function copyBytes(to: i32, from: i32, length: i32): void {
  bytes.copyWithin(to, from, from + length);
}

export function clearBytes(at: i32, length: i32): void {
  bytes.fill(0, at, at + length);
}

/** Makes sure that there is memory up to an address. */
export function ensureMemory(top: i32): void {
  if (top <= bytes.length) return;
  const size = Math.max(top + 0x10000, bytes.length + (bytes.length >> 1));
  const wider = new ArrayBuffer((size + 3) & -4);
  const before = bytes;
  useMemory(wider);
  bytes.set(before);
}

/** A mark in the highest bit of each byte of a word that is 0; one above the first such byte may have one as
 *  well. */
function zeros(word: i32): i32 {
  return (word - 0x01010101) & ~word & 0x80808080;
}

/** How far from the place of a word its first mark stands. */
function firstOf(marks: i32): i32 {
  return (31 - Math.clz32(marks & -marks)) >> 3;
}

/** The first of these bytes from `at` on, or `end`. */
export function findByte(at: i32, end: i32, byte: i32): i32 {
  const wanted = Math.imul(byte, 0x01010101);
  const last = end - 4;
  let i = at;
  for (; i <= last; i += 4) {
    const marks = zeros(view.getInt32(i, true) ^ wanted);
    if (marks !== 0) return i + firstOf(marks);
  }
  for (; i < end; i++) if (view.getUint8(i) === byte) return i;
  return end;
}

/** The first place from `at` on where no blank stands, or `end`. */
export function skipBlanks(at: i32, end: i32): i32 {
  let i = at;
  while (i + 4 <= end && view.getInt32(i, true) === 0x20202020) i += 4;
  while (i < end && view.getUint8(i) === 32) i += 1;
  return i;
}

/** The next newline; one stands behind the last byte that was fed. Notes whether a written line break `#012`
 *  stands before it. */
export function endOfLine(at: i32): i32 {
  broken = false;
  const all = words;
  let i = at >> 2;
  // what stands before the place in its word counts as neither
  let word = (all[i] ?? 0) | ~(-1 << ((at & 3) << 3));
  for (;;) {
    const ends = zeros(word ^ newlines);
    // before an end in the same word there is no room for a whole one
    if (ends !== 0) return (i << 2) + firstOf(ends);
    if (zeros(word ^ hashes) !== 0) seekBreak(i << 2);
    i += 1;
    while (i < all.length && areDull(all[i] ?? 0, all[i + 1] ?? 0)) i += 2;
    if (i >= all.length) throw new RangeError('no newline stands behind what was fed');
    word = all[i] ?? 0;
  }
}

const newlines = 0x0a0a0a0a;
const hashes = 0x23232323;

/** Two words with neither an end of a line nor a `#`. */
function areDull(one: i32, other: i32): boolean {
  const marks = zeros(one ^ newlines) | zeros(one ^ hashes) | zeros(other ^ newlines) | zeros(other ^ hashes);
  return marks === 0;
}

function seekBreak(from: i32): void {
  for (let i = from; i < from + 4; i++) if (view.getInt32(i, true) === 0x32313023) broken = true;
}

export function hasWrittenBreak(): boolean {
  return broken;
}

export function equalBytes(a: i32, b: i32, length: i32): boolean {
  let i = 0;
  for (; i + 4 <= length; i += 4) {
    if (view.getInt32(a + i, true) !== view.getInt32(b + i, true)) return false;
  }
  for (; i < length; i++) if (view.getUint8(a + i) !== view.getUint8(b + i)) return false;
  return true;
}

/** Where these bytes stand for the first time, or -1. */
export function findBytes(at: i32, end: i32, wanted: i32, length: i32): i32 {
  const first = Math.imul(view.getUint8(wanted), 0x01010101);
  const final = Math.imul(view.getUint8(wanted + length - 1), 0x01010101);
  const last = end - length;
  for (let i = at; i <= last; i += 4) {
    let marks = zeros(view.getInt32(i, true) ^ first) & zeros(view.getInt32(i + length - 1, true) ^ final);
    while (marks !== 0) {
      const place = i + firstOf(marks);
      if (place > last) return -1;
      if (equalBytes(place, wanted, length)) return place;
      marks &= marks - 1;
    }
  }
  return -1;
}

/** Neither control characters nor anything beyond ASCII. */
export function isPlain(at: i32, end: i32): boolean {
  let i = at;
  for (; i + 4 <= end; i += 4) {
    const word = view.getInt32(i, true);
    if (((word | (word - 0x20202020)) & 0x80808080) !== 0) return false;
  }
  for (; i < end; i++) if (view.getInt8(i) < 32) return false;
  return true;
}

/** A UUID in its usual spelling → 16 bytes. 0: none stands here; 1: in small letters; 2: capitals among
 *  them. */
export function readUuid(at: i32, to: i32): i32 {
  if (view.getUint8(at + 8) !== 45 || view.getUint8(at + 13) !== 45) return 0;
  if (view.getUint8(at + 18) !== 45 || view.getUint8(at + 23) !== 45) return 0;
  const a = view.getInt32(at, true);
  const b = view.getInt32(at + 4, true);
  const c = view.getInt32(at + 9, true);
  const d = view.getInt32(at + 14, true);
  const e = view.getInt32(at + 19, true);
  const f = view.getInt32(at + 24, true);
  const g = view.getInt32(at + 28, true);
  const h = view.getInt32(at + 32, true);
  const digits = digitsOf(a) & digitsOf(b) & digitsOf(c) & digitsOf(d)
    & digitsOf(e) & digitsOf(f) & digitsOf(g) & digitsOf(h);
  if (digits !== highBits) return 0;
  view.setInt32(to, packed(a) | (packed(b) << 16), true);
  view.setInt32(to + 4, packed(c) | (packed(d) << 16), true);
  view.setInt32(to + 8, packed(e) | (packed(f) << 16), true);
  view.setInt32(to + 12, packed(g) | (packed(h) << 16), true);
  const capitals = capitalsOf(a) | capitalsOf(b) | capitalsOf(c) | capitalsOf(d)
    | capitalsOf(e) | capitalsOf(f) | capitalsOf(g) | capitalsOf(h);
  return capitals !== 0 ? 2 : 1;
}

const highBits = 0x80808080 | 0;

/** The highest bit of each of four bytes that is a digit in base sixteen. */
function digitsOf(word: i32): i32 {
  const low = word & 0x7f7f7f7f;
  const small = low | 0x20202020;
  const numbers = (low + 0x50505050) & ~(low + 0x46464646);
  const letters = (small + 0x1f1f1f1f) & ~(small + 0x19191919);
  return (numbers | letters) & ~word & highBits;
}

/** Of digits: a letter (bit 6) without the bit of small ones. */
function capitalsOf(word: i32): i32 {
  return word & 0x40404040 & ~(word << 1);
}

/** Four digits → two bytes. */
function packed(word: i32): i32 {
  const values = (word & 0x0f0f0f0f) + Math.imul((word >>> 6) & 0x01010101, 9);
  const pairs = (values << 4) | (values >>> 8);
  return (pairs & 0xff) | ((pairs >>> 8) & 0xff00);
}
