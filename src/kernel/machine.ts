// What the kernel does with memory, in AssemblyScript with SIMD: the same functions as core/scan/machine.ts
// has for the twin. Reads up to 64 bytes beyond what it is asked about; memory ends well behind all bytes
// of a log.

let broken: bool = false;

export function freshBytes(_end: i32): void {}

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
  const newline = i8x16.splat(10);
  const mark = i8x16.splat(35);
  broken = false;
  let i = at;
  while (true) {
    const a = v128.load(i), b = v128.load(i, 16), c = v128.load(i, 32), d = v128.load(i, 48);
    const lines = v128.or(
      v128.or(i8x16.eq(a, newline), i8x16.eq(b, newline)), v128.or(i8x16.eq(c, newline), i8x16.eq(d, newline)));
    const marks = v128.or(
      v128.or(i8x16.eq(a, mark), i8x16.eq(b, mark)), v128.or(i8x16.eq(c, mark), i8x16.eq(d, mark)));
    const any = v128.any_true(v128.or(lines, marks));
    if (any) {
      const end = findByte(i, i + 64, 10);
      if (v128.any_true(marks)) seekBreak(i, end);
      if (end < i + 64) return end;
    }
    i += 64;
  }
  return i;
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

export function isPlain(at: i32, end: i32): bool {
  const blank = i8x16.splat(32);
  for (let i = at; i < end; i += 16) {
    const other = i8x16.bitmask(i8x16.lt_s(v128.load(i), blank));
    if (other !== 0) return i + ctz(other) >= end;
  }
  return true;
}

/** Digits of 16 letters as numbers; `wrong` gets a bit where none stands, `capital` where one is a
 *  capital. */
let wrong: i32 = 0;
let capital: i32 = 0;

// @ts-ignore: decorator
@inline
function digitsOf(text: v128): v128 {
  const small = v128.or(text, i8x16.splat(0x20));
  const isDigit = v128.and(i8x16.ge_u(text, i8x16.splat(48)), i8x16.le_u(text, i8x16.splat(57)));
  const isLetter = v128.and(i8x16.ge_u(small, i8x16.splat(97)), i8x16.le_u(small, i8x16.splat(102)));
  wrong |= i8x16.bitmask(v128.or(isDigit, isLetter)) ^ 0xffff;
  capital |= i8x16.bitmask(v128.andnot(isLetter, i8x16.eq(text, small)));
  return i8x16.add(v128.and(text, i8x16.splat(0x0f)), v128.and(isLetter, i8x16.splat(9)));
}

// @ts-ignore: decorator
@inline
function packed(digits: v128): v128 {
  const high = v128.and(i16x8.shl(digits, 4), i16x8.splat(0x00f0));
  const bytes = v128.or(high, i16x8.shr_u(digits, 8));
  return i8x16.narrow_i16x8_u(bytes, bytes);
}

export function readUuid(at: i32, to: i32): i32 {
  if (load<u8>(at + 8) !== 45 || load<u8>(at + 13) !== 45) return 0;
  if (load<u8>(at + 18) !== 45 || load<u8>(at + 23) !== 45) return 0;
  wrong = 0;
  capital = 0;
  const a = v128.load(at), b = v128.load(at + 8), c = v128.load(at + 16), d = v128.load(at + 20);
  const low = i8x16.shuffle(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 22, 23, 24, 25);
  const high = i8x16.shuffle(c, d, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 28, 29, 30, 31);
  const lowBytes = packed(digitsOf(low)), highBytes = packed(digitsOf(high));
  if (wrong !== 0) return 0;
  store<i64>(to, i64x2.extract_lane(lowBytes, 0));
  store<i64>(to, i64x2.extract_lane(highBytes, 0), 8);
  return capital !== 0 ? 2 : 1;
}
