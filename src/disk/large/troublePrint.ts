// Lines that tell of something going wrong → a number that is the same where they say the same: classes,
// functions and sentences count, ids, numbers and times do not.

/** More than this of one stretch is not looked at. */
const mostBytes = 64 * 1024;
const tag = '[instance: ';
const newline = 10;
const blank = 32;

/** Two numbers → one; the order counts. */
export function mix(print: number, next: number): number {
  const mixed = Math.imul(print ^ next, 0x2c1b3c6d);
  return Math.imul(mixed ^ (mixed >>> 15), 0x297a2d39) ^ (mixed >>> 13);
}

/** Lines of a level below WARNING, and those that name another instance, are left out: they only stand
 *  between.
 *  @param instance a UUID */
export function troublePrint(stretch: Uint8Array, instance: string): number {
  const bytes = Buffer.from(stretch.buffer, stretch.byteOffset, Math.min(stretch.length, mostBytes));
  const own = tag + instance;
  let print = 11;
  let tagged = bytes.indexOf(tag);
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(newline, at);
    const end = found < 0 ? bytes.length : found;
    if (tagged >= 0 && tagged < at) tagged = bytes.indexOf(tag, at);
    const isOthers = tagged >= 0 && tagged < end
      && bytes.toString('latin1', tagged, tagged + own.length).toLowerCase() !== own;
    const from = isOthers ? -1 : beginOfTrouble(bytes, at, end);
    if (from >= 0) print = printOfLine(bytes, from, end, print);
    at = end + 1;
  }
  return print;
}

/** @returns where the level stands, or the line begins if it has no head; -1: it tells of nothing wrong. */
function beginOfTrouble(bytes: Uint8Array, begin: number, end: number): number {
  const at = levelAt(bytes, begin, end);
  if (at < 0) return begin;
  const letter = bytes[at] ?? 0;
  return letter === 69 || letter === 87 || letter === 67 || letter === 84 ? at : -1;
}

/** Behind `.123 4567 `: milliseconds and process. */
function levelAt(bytes: Uint8Array, begin: number, end: number): number {
  const limit = Math.min(end, begin + longestPrefix);
  for (let i = begin; i < limit; i++) {
    const isTime = bytes[i] === 46 && isDigit(bytes[i + 1]) && bytes[i + 4] === blank;
    if (!isTime || !isDigit(bytes[i + 5])) continue;
    let at = i + 5;
    while (at < limit && isDigit(bytes[at])) at += 1;
    if (bytes[at] === blank) return at + 1;
  }
  return -1;
}

const longestPrefix = 200;

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

// letters that no number in base sixteen has tell words apart; digits and ids fall away
function printOfLine(bytes: Uint8Array, from: number, end: number, before: number): number {
  let print = before;
  for (let i = from; i < end; i++) {
    const letter = (bytes[i] ?? 0) | 0x20;
    if (letter >= 103 && letter <= 122) print = Math.imul(print ^ letter, 0x1000193);
  }
  return mix(print, 5);
}
