// A line in its dress (colour codes of a terminal, a document of a container runtime) → its bare words, as
// the tolerant reader has them before it looks at anything else. What is dressed in any other way is odd.
// What is found stands in variables until the next line.

import {
  bareBegin, dressColours, dressDocument, longestBare, opensText, sDress, sOpensLength, sOuterEnd, sOuterTime,
  sStreamsLength, sTimesLength, streamsText, timesText,
} from './dressLayout';
import {
  copyBytes, equalBytes, findByte, isPlain, load16, load32, load8, store32, store8,
} from './machine';

/** Where the bare words stand. */
export let bareAt: i32 = 0;
export let bareEnd: i32 = 0;

const longestCode: i32 = 12;
const backslash: i32 = 92;
const quote: i32 = 34;
const bracket: i32 = 91;
const escape: i32 = 27;
const letterM: i32 = 109;

/** @returns false: only the tolerant reader knows what stands here. */
export function undress(begin: i32, end: i32): boolean {
  bareAt = begin;
  bareEnd = end;
  if (end - begin > longestBare) return false;
  const dress = load32(sDress);
  if ((dress & dressDocument) !== 0 && !openDocument(begin, end)) return false;
  return (dress & dressColours) === 0 || takeColours();
}

/** `{"log":"…\n","stream":"stdout","time":"…"}`, in one line and whole. */
function openDocument(begin: i32, end: i32): boolean {
  const opens = load32(sOpensLength);
  if (!equalBytes(opensText, begin, opens) || !isValid(begin, end)) return false;
  let at = begin + opens;
  let to = bareBegin;
  while (true) {
    const slash = findByte(at, end, backslash);
    // a quote before the line's own end: the runtime cut the line here
    if (slash >= end || findByte(at, slash, quote) < slash) return false;
    copyBytes(to, at, slash - at);
    to += slash - at;
    const kind = load8(slash + 1);
    if (kind === 110) {
      bareAt = bareBegin;
      bareEnd = to;
      return closeDocument(slash + 2, end);
    }
    const letter = letterOf(slash);
    if (letter < 0) return false;
    // a carriage return belongs to the end of the line, where nothing else stands behind it
    if (letter > 0) {
      store8(to, letter);
      to += 1;
    }
    at = slash + (kind === 117 ? 6 : 2);
  }
}

/** Documents hold no control characters. */
function isValid(begin: i32, end: i32): boolean {
  if (isPlain(begin, end)) return true;
  for (let at = begin; at < end; at++) if (load8(at) < 32) return false;
  return true;
}

/** The letter that is written with a backslash; 0: none, -1: one that the scanner does not know. */
function letterOf(at: i32): i32 {
  switch (load8(at + 1)) {
    case quote: return quote;
    case backslash: return isUnescaped(load8(at + 2)) ? -1 : backslash;
    case 114: return load16(at + 2) === 0x6e5c && load8(at + 4) === quote ? 0 : -1;
    case 117: return writtenLetter(at + 2);
    default: return -1;
  }
}

/** Behind a backslash the tolerant reader takes these for what Markdown escapes. */
function isUnescaped(letter: i32): boolean {
  return letter === bracket || letter === 93 || letter === 95;
}

/** `003c`: ASCII and no control character but the escape. */
function writtenLetter(at: i32): i32 {
  if (load16(at) !== 0x3030) return -1;
  const high = load8(at + 2) - 48;
  const low = hexOf(load8(at + 3));
  if (high < 0 || high > 7 || low < 0) return -1;
  const letter = high * 16 + low;
  return (letter >= 32 && letter < 127 && letter !== backslash) || letter === escape ? letter : -1;
}

function hexOf(letter: i32): i32 {
  if (letter >= 48 && letter <= 57) return letter - 48;
  const small = letter | 0x20;
  return small >= 97 && small <= 102 ? small - 87 : -1;
}

/** `","stream":"stdout","time":"2024-05-06T08:00:00.123456789Z"}`. */
function closeDocument(from: i32, end: i32): boolean {
  const streams = load32(sStreamsLength);
  if (!equalBytes(streamsText, from, streams)) return false;
  const stream = from + streams;
  const isOut = load32(stream) === 0x6f647473 && load16(stream + 4) === 0x7475;
  const isError = load32(stream) === 0x65647473 && load16(stream + 4) === 0x7272;
  const times = load32(sTimesLength);
  if ((!isOut && !isError) || !equalBytes(timesText, stream + 6, times)) return false;
  store32(sOuterTime, stream + 6 + times);
  store32(sOuterEnd, end - 2);
  return load8(end - 2) === quote && load8(end - 1) === 125;
}

function takeColours(): boolean {
  let from = bareAt;
  let found = findByte(from, bareEnd, escape);
  if (found < bareEnd) {
    let to = bareBegin;
    while (found < bareEnd) {
      copyBytes(to, from, found - from);
      to += found - from;
      from = endOfCode(found + 1);
      if (from === 0) return false;
      found = findByte(from, bareEnd, escape);
    }
    copyBytes(to, from, bareEnd - from);
    bareEnd = to + bareEnd - from;
    bareAt = bareBegin;
  }
  return !hasOtherCodes();
}

/** `[01;36m`; 0: none stands here. */
function endOfCode(at: i32): i32 {
  if (load8(at) !== bracket) return 0;
  const end = endOfNumbers(at + 1);
  return load8(end) === letterM && end < bareEnd ? end + 1 : 0;
}

function endOfNumbers(from: i32): i32 {
  let at = from;
  while (at < from + longestCode && isOfNumbers(load8(at))) at += 1;
  return at;
}

function isOfNumbers(letter: i32): boolean {
  return (letter >= 48 && letter <= 57) || letter === 59;
}

/** Codes whose escape is spelled in letters, or what is left of one. */
function hasOtherCodes(): boolean {
  for (let at = findByte(bareAt, bareEnd, bracket); at < bareEnd; at = findByte(at + 1, bareEnd, bracket)) {
    const end = endOfNumbers(at + 1);
    if (end > at + 1 ? load8(end) === letterM : isSpelledEscape(at)) return true;
  }
  return false;
}

/** What stands before a bracket may be the escape, as a pager, syslog or a programming language spells it. */
function isSpelledEscape(at: i32): boolean {
  switch (load8(at - 1)) {
    case bracket: return load8(at - 2) === 94;
    case 51: return load16(at - 3) === 0x3330 && (load8(at - 4) === 35 || load8(at - 4) === backslash);
    case 101: return load8(at - 2) === backslash;
    case 66: case 98: return load8(at - 4) === backslash || load8(at - 6) === backslash;
    case 0x9b: return true;
    default: return false;
  }
}
