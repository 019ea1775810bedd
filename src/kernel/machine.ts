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
  for (let i = at; i < end; i += 32) {
    const near = i8x16.eq(v128.load(i), wanted), far = i8x16.eq(v128.load(i, 16), wanted);
    if (!v128.any_true(v128.or(near, far))) continue;
    const place = i + ctz(i8x16.bitmask(near) | (i8x16.bitmask(far) << 16));
    return place < end ? place : end;
  }
  return end;
}

export function skipBlanks(at: i32, end: i32): i32 {
  const blank = i8x16.splat(32);
  for (let i = at; i < end; i += 16) {
    const others = i8x16.bitmask(i8x16.ne(v128.load(i), blank));
    if (others !== 0) {
      const place = i + ctz(others);
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
    const all = bitsOf(i8x16.lt_s(a, blank), i8x16.lt_s(b, blank), i8x16.lt_s(c, blank), i8x16.lt_s(d, blank));
    let length = all === 0 ? 64 : <i32>ctz(all);
    // mostly the first of them is the end of the line
    if (all !== 0 && load<u8>(i + length) !== 10) {
      plain = false;
      const ends = bitsOf(
        i8x16.eq(a, newline), i8x16.eq(b, newline), i8x16.eq(c, newline), i8x16.eq(d, newline));
      length = ends === 0 ? 64 : <i32>ctz(ends);
    }
    if (v128.any_true(marks)) seekBreak(i, i + length);
    i += length;
    if (length !== 64) return i;
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
  const dashes = (load<u8>(at + 8) ^ 45) | (load<u8>(at + 13) ^ 45) | (load<u8>(at + 18) ^ 45)
    | (load<u8>(at + 23) ^ 45);
  if (dashes !== 0) return 0;
  let low = v128.load64_zero(at);
  low = i32x4.replace_lane(low, 2, load<i32>(at + 9));
  low = i32x4.replace_lane(low, 3, load<i32>(at + 14));
  let high = v128.load32_zero(at + 19);
  high = i32x4.replace_lane(high, 1, load<i32>(at + 24));
  high = i64x2.replace_lane(high, 1, load<i64>(at + 28));
  const lowDigits = digitsOf(low), highDigits = digitsOf(high);
  const firsts = i8x16.shuffle(
    lowDigits, highDigits, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
  const seconds = i8x16.shuffle(
    lowDigits, highDigits, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31);
  const areSmall = v128.and(isDigits(low, lowDigits), isDigits(high, highDigits));
  if (!i8x16.all_true(areSmall)) {
    const blank = i8x16.splat(0x20);
    // digits stay what they are
    low = v128.or(low, v128.and(i8x16.gt_s(low, i8x16.splat(64)), blank));
    high = v128.or(high, v128.and(i8x16.gt_s(high, i8x16.splat(64)), blank));
    if (!i8x16.all_true(v128.and(isDigits(low, lowDigits), isDigits(high, highDigits)))) return 0;
  }
  v128.store(to, v128.or(i16x8.shl(firsts, 4), seconds));
  return i8x16.all_true(areSmall) ? 1 : 2;
}

/** What digits in base sixteen are worth; of other letters, something. */
// @ts-ignore: decorator
@inline
function digitsOf(text: v128): v128 {
  const letters = i8x16.gt_s(text, i8x16.splat(57));
  return i8x16.add(v128.and(text, i8x16.splat(0x0f)), v128.and(letters, i8x16.splat(9)));
}

/** Which letters are the small ones that are worth that. */
// @ts-ignore: decorator
@inline
function isDigits(text: v128, digits: v128): v128 {
  const letters = i8x16(48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 97, 98, 99, 100, 101, 102);
  return i8x16.eq(i8x16.swizzle(letters, digits), text);
}
