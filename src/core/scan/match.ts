// A message and its logger → the template that it follows, by the tables that tables.ts made; the same answer
// as `TemplateIndex.find` gives.

import {
  equalBytes, findBytes, isPlain, load16, load32, load8, multiply, skipBlanks, store32,
} from './machine';
import {
  captureBegins, captureEnds, leads, literals, literalSize, lKeyless, lLeads, lMarks, loggers, loggerSize,
  markedTemplates, mFirst, mLead, mLiterals, mLogger, mNext, sStamp, templates, templateSize, templateSlots,
  watches, watchSize, watchSlots, wLength, wNext, wText,
} from './layout';

/** Templates might match if what is no plain ASCII were read as the tolerant reader does. */
export const unsure: i32 = -1;

export function hashOfTemplate(letters: i32, logger: i32): i32 {
  return (multiply(letters ^ multiply(logger + 1, 0x45d9f3b), 0x2c1b3c6d) >>> 20) & 4095;
}

/** @returns the address of the template, 0: none, or `unsure`. */
export function findTemplate(logger: i32, message: i32, end: i32): i32 {
  const entry = loggers + logger * loggerSize;
  if ((load8(entry + lMarks) & markedTemplates) === 0) return 0;
  let first: i32 = 0;
  if (end - message >= 4) {
    const slot = hashOfTemplate(load32(message), logger);
    first = ofLogger(load16(templateSlots + (slot << 1)), logger);
  }
  const keyless = load16(entry + lKeyless);
  // whatever comes behind the first letters
  if (first === 0 && keyless === 0 && end - message >= 4 && areLetters(load32(message))) return 0;
  if (!isPlain(message, end)) return unsure;
  const found = firstMatch(first, logger, message, end);
  if (found !== 0 || keyless === 0) return found;
  store32(sStamp, load32(sStamp) + 2);
  return hasSomeLead(load32(entry + lLeads), message, end) ? firstMatch(keyless, logger, message, end) : 0;
}

function hasSomeLead(list: i32, message: i32, end: i32): boolean {
  if (list === 0) return true;
  let at = list;
  let number = load16(at);
  while (number !== 0) {
    if (hasLead(templates + (number - 1) * templateSize, message, end)) return true;
    at += 2;
    number = load16(at);
  }
  return false;
}

/** None of four bytes is a control character or beyond ASCII. */
function areLetters(word: i32): boolean {
  return ((word | (word - 0x20202020)) & 0x80808080) === 0;
}

function ofLogger(from: i32, logger: i32): i32 {
  let number = from;
  while (number !== 0) {
    const at = templates + (number - 1) * templateSize;
    if (load16(at + mLogger) === logger) return number;
    number = load16(at + mNext);
  }
  return 0;
}

function firstMatch(from: i32, logger: i32, message: i32, end: i32): i32 {
  let number = from;
  while (number !== 0) {
    const at = templates + (number - 1) * templateSize;
    if (load16(at + mLogger) === logger && hasLead(at, message, end) && matches(at, message, end)) return at;
    number = load16(at + mNext);
  }
  return 0;
}

/** Whether a message has the first text that a template wants. Templates that begin with a value are many of
 *  one logger and want few texts: each is sought once in a message. */
function hasLead(template: i32, message: i32, end: i32): boolean {
  const lead = load8(template + mLead);
  if (lead === 0) return true;
  const at = leads + ((lead - 1) << 2);
  const stamp = load32(sStamp);
  const known = load32(at);
  if (known >= stamp) return known > stamp;
  const literal = literals + (load16(template + mFirst) + 1) * literalSize;
  const isThere = findBytes(message, end, load32(literal), load16(literal + 4)) >= 0;
  store32(at, isThere ? stamp + 1 : stamp);
  return isThere;
}

function matches(template: i32, message: i32, end: i32): boolean {
  let literal = literals + load16(template + mFirst) * literalSize;
  const first = load16(literal + 4);
  // many begin with the same four letters, few with the same eight
  if (first >= 8 && load32(load32(literal) + 4) !== load32(message + 4)) return false;
  const placeholders = load8(template + mLiterals) - 1;
  if (end - message < first || !equalBytes(load32(literal), message, first)) return false;
  let at = message + first;
  if (placeholders === 0) return mayEnd(at, end);
  for (let i: i32 = 0; i < placeholders; i++) {
    const isNumeric = load16(literal + 6) !== 0;
    literal += literalSize;
    const valueEnd = endOfValue(literal, at, end, i === placeholders - 1);
    if (valueEnd < 0 || (isNumeric && !isNumber(at, valueEnd))) return false;
    if (i < 16) {
      store32(captureBegins + (i << 2), at);
      store32(captureEnds + (i << 2), valueEnd);
    }
    at = valueEnd + load16(literal + 4);
  }
  return true;
}

function endOfValue(literal: i32, at: i32, end: i32, isLast: boolean): i32 {
  const text = load32(literal);
  const length = load16(literal + 4);
  if (length === 0) return isLast ? end : at;
  let found = findBytes(at, end, text, length);
  while (isLast && found >= 0 && !mayEnd(found + length, end)) {
    found = findBytes(found + 1, end, text, length);
  }
  return found;
}

/** Behind a template may stand a blank, a line break, or a colon and a blank. */
function mayEnd(at: i32, end: i32): boolean {
  if (at >= end) return true;
  const next = load8(at);
  return next === 32 || next === 10 || next === 13 || (next === 58 && at + 1 < end && load8(at + 1) === 32);
}

function isNumber(from: i32, to: i32): boolean {
  for (let i = from; i < to; i++) {
    const code = load8(i);
    if ((code < 48 || code > 57) && code !== 46 && code !== 45) return false;
  }
  return to > from;
}

/** The address of the watched beginning that a message has, 0: none. */
export function findWatch(message: i32, end: i32): i32 {
  let number = message < end ? load16(watchSlots + (load8(message) << 1)) : 0;
  while (number !== 0) {
    const at = watches + (number - 1) * watchSize;
    const length = load16(at + wLength);
    if (end - message >= length && equalBytes(load32(at + wText), message, length)) return at;
    number = load16(at + wNext);
  }
  return 0;
}

/** Whether a line of a guest's XML holds a name or an address that ties it to others. */
export function namesGuest(begin: i32, end: i32): boolean {
  const at = skipBlanks(begin, end);
  if (end - at < 16) return false;
  const next = load32(at + 1);
  return next === 0x656d616e || next === 0x2063616d;
}

/** Whether a line only goes on with the markup of the line above: nothing of it is of any use. */
export function isMarkup(begin: i32, end: i32): boolean {
  const at = skipBlanks(begin, end);
  if (at + 1 >= end || load8(at) !== 60) return false;
  const next = load8(at + 1);
  const letter = (next >= 97 && next <= 122) || (next >= 65 && next <= 90) || next === 47;
  // <snip> is what people write
  return letter && (load32(at + 1) | 0x20202020) !== 0x70696e73;
}

const longestHead: i32 = 200;

/** Whether a level and the beginning of a logger's name stand where the head of a line may be. */
export function namesLevel(begin: i32, end: i32): boolean {
  const limit = end - begin < longestHead ? end : begin + longestHead;
  for (let at = begin; at + 8 < limit; at++) {
    const length = lengthOfLevel(load32(at));
    if (length === 0 || load8(at + length) !== 32) continue;
    const next = load8(at + length + 1);
    if (next >= 97 && next <= 122) return true;
  }
  return false;
}

/** By its first four letters; 0: it is none. */
function lengthOfLevel(letters: i32): i32 {
  switch (letters) {
    case 0x4f464e49: return 4;
    case 0x55424544: return 5;
    case 0x4e524157: return 7;
    case 0x4f525245: return 5;
    case 0x43415254: return 5;
    case 0x49445541: return 5;
    case 0x54495243: return 8;
    default: return 0;
  }
}
