// What the twin of the kernel does with memory, in plain TypeScript: the same functions stand in
// kernel/machine.ts for WebAssembly. In: addresses. Out: bytes, words, places.

let memory = new ArrayBuffer(64);
let bytes = new Uint8Array(memory);
let view = new DataView(memory);
/** The bytes that were fed, with all before them. */
let fed = bytes;
/** The place of the next `#` from the last place asked about. */
let mark = -1;
let broken = false;

/** From here on every address is one of this memory; the twin has one at a time. */
export function useMemory(other: ArrayBuffer): void {
  if (memory === other) return;
  memory = other;
  bytes = new Uint8Array(memory);
  view = new DataView(memory);
}

export function currentMemory(): ArrayBuffer {
  return memory;
}

/** New bytes were fed, up to here: what was found in those before is forgotten. */
export function freshBytes(end: i32): void {
  mark = -1;
  fed = bytes.subarray(0, end + 1);
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
  const wider = new ArrayBuffer(Math.max(top + 0x10000, bytes.length + (bytes.length >> 1)));
  const before = bytes;
  useMemory(wider);
  bytes.set(before);
  fed = bytes.subarray(0, fed.length);
}

/** The first of these bytes from `at` on, or `end`. */
export function findByte(at: i32, end: i32, byte: i32): i32 {
  for (let i = at; i < end; i++) if (view.getUint8(i) === byte) return i;
  return end;
}

/** The next newline; one stands behind the last byte that was fed. Notes whether a written line break `#012`
 *  stands before it. */
export function endOfLine(at: i32): i32 {
  const end = fed.indexOf(10, at);
  if (mark < at) mark = placeOfMark(at);
  broken = false;
  while (mark < end && !broken) {
    broken = load32(mark) === 0x32313023;
    if (!broken) mark = placeOfMark(mark + 1);
  }
  return end;
}

function placeOfMark(from: i32): i32 {
  const found = fed.indexOf(35, from);
  return found < 0 ? fed.length : found;
}

export function hasWrittenBreak(): boolean {
  return broken;
}

export function equalBytes(a: i32, b: i32, length: i32): boolean {
  for (let i = 0; i < length; i++) if (view.getUint8(a + i) !== view.getUint8(b + i)) return false;
  return true;
}

/** Where these bytes stand for the first time, or -1. */
export function findBytes(at: i32, end: i32, wanted: i32, length: i32): i32 {
  const first = view.getUint8(wanted);
  for (let i = at; i <= end - length; i++) {
    if (view.getUint8(i) === first && equalBytes(i, wanted, length)) return i;
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

const noDigit = 255;
const digitValues = new Uint8Array(256).fill(noDigit);
for (let i = 0; i < 10; i++) digitValues[48 + i] = i;
for (let i = 0; i < 6; i++) {
  digitValues[97 + i] = 10 + i;
  // 16 marks a capital letter
  digitValues[65 + i] = 16 + 10 + i;
}

/** A UUID in its usual spelling → 16 bytes. 0: none stands here; 1: in small letters; 2: capitals among
 *  them. */
export function readUuid(at: i32, to: i32): i32 {
  if (view.getUint8(at + 8) !== 45 || view.getUint8(at + 13) !== 45) return 0;
  if (view.getUint8(at + 18) !== 45 || view.getUint8(at + 23) !== 45) return 0;
  let spelling = 0;
  let from = at;
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) from += 1;
    const high = digitValues[view.getUint8(from)] ?? noDigit;
    const low = digitValues[view.getUint8(from + 1)] ?? noDigit;
    if (high === noDigit || low === noDigit) return 0;
    spelling |= high | low;
    view.setUint8(to + i, ((high & 15) << 4) | (low & 15));
    from += 2;
  }
  return spelling >= 16 ? 2 : 1;
}
