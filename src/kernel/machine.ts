// What the kernel does with memory, in AssemblyScript with SIMD: the same functions as core/scan/machine.ts
// has for the twin. Reads up to 64 bytes beyond what it is asked about; memory ends well behind all bytes
// of a log.

let broken: bool = false;
let plain: bool = false;

// @ts-ignore: decorator
@inline
export function load8(at: i32): i32 { return <i32>load<u8>(at); }
// @ts-ignore: decorator
@inline
export function load16(at: i32): i32 { return <i32>load<u16>(at); }
// @ts-ignore: decorator
@inline
export function load32(at: i32): i32 { return load<i32>(at); }
// @ts-ignore: decorator
@inline
export function store8(at: i32, value: i32): void { store<u8>(at, <u8>value); }
// @ts-ignore: decorator
@inline
export function store16(at: i32, value: i32): void { store<u16>(at, <u16>value); }
// @ts-ignore: decorator
@inline
export function store32(at: i32, value: i32): void { store<i32>(at, value); }
// @ts-ignore: decorator
@inline
export function multiply(a: i32, b: i32): i32 { return a * b; }
// @ts-ignore: decorator
@inline
export function divide(a: i32, b: i32): i32 { return a / b; }
// @ts-ignore: decorator
@inline
export function copyBytes(to: i32, from: i32, length: i32): void { memory.copy(to, from, length); }
// @ts-ignore: decorator
@inline
export function clearBytes(at: i32, length: i32): void { memory.fill(at, 0, length); }

export function ensureMemory(top: i32): void {
  const pages = (top + 0x1ffff) >>> 16;
  const have = memory.size();
  if (pages > have) memory.grow(pages - have);
}

export function findByte(at: i32, end: i32, byte: i32): i32 {
  const wanted = i8x16.splat(<i8>byte);
  for (let i = at; i < end; i += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(i), wanted));
    if (found !== 0) {
      const place = i + ctz(found);
      return place < end ? place : end;
    }
  }
  return end;
}

export function endOfLine(at: i32): i32 {
  const newline = i8x16.splat(10), mark = i8x16.splat(35), blank = i8x16.splat(32);
  broken = false;
  plain = true;
  let i = at;
  while (true) {
    const a = v128.load(i), b = v128.load(i, 16), c = v128.load(i, 32), d = v128.load(i, 48);
    const least = i8x16.min_s(i8x16.min_s(a, b), i8x16.min_s(c, d));
    const lows = i8x16.lt_s(least, blank);
    const marks = v128.or(
      v128.or(i8x16.eq(a, mark), i8x16.eq(b, mark)), v128.or(i8x16.eq(c, mark), i8x16.eq(d, mark)));
    if (!v128.any_true(v128.or(lows, marks))) {
      i += 64;
      continue;
    }
    const ends = bitsOf(i8x16.eq(a, newline), i8x16.eq(b, newline), i8x16.eq(c, newline), i8x16.eq(d, newline));
    const all = bitsOf(i8x16.lt_s(a, blank), i8x16.lt_s(b, blank), i8x16.lt_s(c, blank), i8x16.lt_s(d, blank));
    const length = ends === 0 ? 64 : <i32>ctz(ends);
    // what stands before the first end of a line
    if ((all & (ends - 1) & ~ends) !== 0) plain = false;
    if (v128.any_true(marks)) seekBreak(i, i + length);
    i += length;
    if (ends !== 0) return i;
  }
  return i;
}

// @ts-ignore: decorator
@inline
function bitsOf(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u64>i8x16.bitmask(a) | (<u64>i8x16.bitmask(b) << 16);
  return low | (<u64>i8x16.bitmask(c) << 32) | (<u64>i8x16.bitmask(d) << 48);
}

function seekBreak(from: i32, to: i32): void {
  for (let i = findByte(from, to, 35); i < to; i = findByte(i + 1, to, 35)) {
    if (load<i32>(i) === 0x32313023) broken = true;
  }
}

export function hasWrittenBreak(): bool { return broken; }

export function equalBytes(a: i32, b: i32, length: i32): bool {
  let left = length;
  while (left > 16) {
    if (v128.any_true(v128.xor(v128.load(a), v128.load(b)))) return false;
    a += 16;
    b += 16;
    left -= 16;
  }
  return ((i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b))) ^ 0xffff) & ((1 << left) - 1)) === 0;
}

export function findBytes(at: i32, end: i32, wanted: i32, length: i32): i32 {
  const last = end - length;
  const first = i8x16.splat(load<i8>(wanted));
  const final = i8x16.splat(load<i8>(wanted + length - 1));
  for (let i = at; i <= last; i += 16) {
    let found = i8x16.bitmask(
      v128.and(i8x16.eq(v128.load(i), first), i8x16.eq(v128.load(i + length - 1), final)));
    while (found !== 0) {
      const place = i + ctz(found);
      if (place > last) return -1;
      if (equalBytes(place, wanted, length)) return place;
      found &= found - 1;
    }
  }
  return -1;
}

/** Of the line whose end was sought last. */
export function isPlain(at: i32, end: i32): bool {
  if (plain) return true;
  const blank = i8x16.splat(32);
  for (let i = at; i < end; i += 16) {
    const other = i8x16.bitmask(i8x16.lt_s(v128.load(i), blank));
    if (other !== 0) return i + ctz(other) >= end;
  }
  return true;
}

export function readUuid(at: i32, to: i32): i32 {
  if (load<u8>(at + 8) !== 45 || load<u8>(at + 13) !== 45) return 0;
  if (load<u8>(at + 18) !== 45 || load<u8>(at + 23) !== 45) return 0;
  const a = v128.load(at), b = v128.load(at + 8), c = v128.load(at + 16), d = v128.load(at + 20);
  const low = i8x16.shuffle(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 22, 23, 24, 25);
  const high = i8x16.shuffle(c, d, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 28, 29, 30, 31);
  const lowLetters = lettersOf(low), highLetters = lettersOf(high);
  const isLow = v128.or(lowLetters, digitsOf(low)), isHigh = v128.or(highLetters, digitsOf(high));
  if (!i8x16.all_true(v128.and(isLow, isHigh))) return 0;
  v128.store(to, i8x16.narrow_i16x8_u(packed(low, lowLetters), packed(high, highLetters)));
  return v128.any_true(v128.or(capitalsOf(low, lowLetters), capitalsOf(high, highLetters))) ? 2 : 1;
}

/** A letter without the bit of small ones is a capital. */
// @ts-ignore: decorator
@inline
function capitalsOf(text: v128, letters: v128): v128 {
  return v128.and(letters, i8x16.eq(v128.and(text, i8x16.splat(0x20)), i8x16.splat(0)));
}

// @ts-ignore: decorator
@inline
function digitsOf(text: v128): v128 {
  const digits = i8x16.sub(text, i8x16.splat(48));
  return i8x16.eq(i8x16.min_u(digits, i8x16.splat(9)), digits);
}

// @ts-ignore: decorator
@inline
function lettersOf(text: v128): v128 {
  const letters = i8x16.sub(v128.or(text, i8x16.splat(0x20)), i8x16.splat(97));
  return i8x16.eq(i8x16.min_u(letters, i8x16.splat(5)), letters);
}

/** Pairs of digits → bytes in words of 16 bits. */
// @ts-ignore: decorator
@inline
function packed(text: v128, letters: v128): v128 {
  const values = i8x16.add(v128.and(text, i8x16.splat(0x0f)), v128.and(letters, i8x16.splat(9)));
  const high = v128.and(i16x8.shl(values, 4), i16x8.splat(0x00f0));
  return v128.or(high, i16x8.shr_u(values, 8));
}
