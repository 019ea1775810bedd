// A text → the ids in it, found by their dashes and colons instead of by an expression: this runs on every
// line of a log whose lines are kept.

/** Is told of each id, as the text spells it: UUIDs, requests, guests, MAC and PCI addresses. */
export type IdVisitor = (id: string, from: number) => void;

const dash = 45;
const colon = 58;
const dot = 46;

/** Visits the ids of a text; a UUID behind `req-` is one with it. */
export function scanIds(text: string, visit: IdVisitor): void {
  for (let at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
    if (text.charCodeAt(at + 5) === dash && text.charCodeAt(at + 10) === dash) {
      if (!isUuid(text, at - 8)) continue;
      const from = text.startsWith('req-', at - 12) ? at - 12 : at - 8;
      visit(text.slice(from, at + 28), from);
      at += 27;
    } else if (isGuest(text, at)) {
      visit(text.slice(at - 8, at + 9), at - 8);
    }
  }
  scanAddresses(text, visit);
}

/** Visits MAC and PCI addresses. */
export function scanAddresses(text: string, visit: IdVisitor): void {
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    if (text.charCodeAt(at + 3) !== colon) continue;
    const length = text.charCodeAt(at + 6) === dot ? pciLength(text, at) : macLength(text, at);
    if (length === 0) continue;
    const from = length === 12 ? at - 4 : at - 2;
    visit(text.slice(from, from + length), from);
    at = from + length;
  }
}

function isUuid(text: string, from: number): boolean {
  return text.charCodeAt(from + 23) === dash && isHex(text, from, 8) && isHex(text, from + 9, 4)
    && isHex(text, from + 14, 4) && isHex(text, from + 19, 4) && isHex(text, from + 24, 12)
    && !isHex(text, from + 36, 1) && !isHex(text, from - 1, 1);
}

function isGuest(text: string, at: number): boolean {
  return text.startsWith('instance', at - 8) && isHex(text, at + 1, 8) && !isHex(text, at + 9, 1);
}

/** `0000:81:00.1`; 0: none. */
function pciLength(text: string, at: number): number {
  const numbers = isHex(text, at + 1, 2) && isHex(text, at + 4, 2) && isHex(text, at + 7, 1);
  return numbers && isHex(text, at - 4, 4) && !isHex(text, at - 5, 1) && !isHex(text, at + 8, 1) ? 12 : 0;
}

/** `fa:16:3e:5c:1b:07`; 0: none. */
function macLength(text: string, at: number): number {
  for (let colons = 0; colons < 5; colons += 1) {
    if (text.charCodeAt(at + colons * 3) !== colon || !isHex(text, at + colons * 3 + 1, 2)) return 0;
  }
  const bounded = !isHex(text, at - 3, 1) && text.charCodeAt(at - 3) !== colon && !isHex(text, at + 15, 1);
  return bounded && isHex(text, at - 2, 2) && text.charCodeAt(at + 15) !== colon ? 17 : 0;
}

function isHex(text: string, from: number, count: number): boolean {
  if (from < 0) return false;
  for (let i = from; i < from + count; i += 1) {
    const code = text.charCodeAt(i);
    const is = (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
    if (!is) return false;
  }
  return true;
}
