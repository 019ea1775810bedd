// Rows of instances → what is said of each: strands, what one request says; and spans of strands that go on
// at the same time, with what is said aside meanwhile by requests that are about others too. Out: columns in
// which each is a few numbers, the same where the same is said.

import { place, sortColumns } from './columns';
import { cLoose, cLooseEnds, cRowEnds, cRows, cTies, rowWords, sColumns } from './columnLayout';
import {
  codeBits, indexedTrouble, millisecondBits, sInstances, sRequests, tCount, tKeys, valueBits,
} from './layout';
import {
  cAsides, cLoosePrints, cPrints, cSpans, cStrands, mostCounted, sayings, saysInPassing, saysNothing,
  spanWords, sSaid, strandFactor, strandWords, sWithoutRequest,
} from './spanLayout';
import { allocate } from './intern';
import { clearBytes, load32, load8, multiply, store32 } from './machine';
import { printOfRow } from './prints';

const codeMask: i32 = (1 << codeBits) - 1;
const millisecondMask: i32 = (1 << millisecondBits) - 1;
const troubleMark: i32 = indexedTrouble << (codeBits + millisecondBits + valueBits);
const rowBytes: i32 = rowWords << 2;
/** Asides that stand nearer than this count once where they say the same. */
const mostCompared: i32 = 64;

/** A strand of the instance that is read: request, prints and counts of rows and of loose rows, first and
 *  last place among all that is said of the instance, first and last row. */
const strandSize: i32 = 36;
const xRequest: i32 = 0;
const xRows: i32 = 4;
const xCount: i32 = 8;
const xLoose: i32 = 12;
const xLooseCount: i32 = 16;
const xFrom: i32 = 20;
const xTo: i32 = 24;
const xFirst: i32 = 28;
const xLast: i32 = 32;
/** Something said aside: its place, what it says, and its row. */
const asideSize: i32 = 12;

// of the part
let rows: i32 = 0;
let prints: i32 = 0;
/** By request: the instance whose strand it is, plus one, and the number of that strand. */
let owners: i32 = 0;
let numbers: i32 = 0;
// of the instance that is read
let strands: i32 = 0;
let strandCount: i32 = 0;
let asides: i32 = 0;
let asideCount: i32 = 0;
let length: i32 = 0;
// where the next ones go
let spanTop: i32 = 0;
let strandTop: i32 = 0;
let asideTop: i32 = 0;

/** The columns of a part, from its rows. */
export function makeColumns(): void {
  sortColumns();
  rows = column(cRows);
  prints = column(cPrints);
  const requests = load32(sRequests + tCount) + 1;
  owners = allocate(requests << 2);
  clearBytes(owners, requests << 2);
  numbers = allocate(requests << 2);
  strands = allocate(requests * strandSize);
  store32(sSaid, 0);
  store32(sWithoutRequest, 0);
  const count = load32(sColumns + cPrints + 4);
  asides = allocate(count * asideSize);
  const firstSpan = (spanTop = allocate(count * (spanWords << 2)));
  const firstStrand = (strandTop = allocate(count * (strandWords << 2)));
  const firstAside = (asideTop = allocate(count << 2));
  const instances = load32(sInstances + tCount);
  let from: i32 = 0;
  for (let local: i32 = 0; local < instances; local++) {
    const to = load32(column(cRowEnds) + (local << 2));
    readRows(local, from, to);
    writeSpans(local);
    from = to;
  }
  place(cSpans, firstSpan, (spanTop - firstSpan) >> 2);
  place(cStrands, firstStrand, (strandTop - firstStrand) >> 2);
  place(cAsides, firstAside, (asideTop - firstAside) >> 2);
}

function column(name: i32): i32 { return load32(sColumns + name); }

function readRows(local: i32, from: i32, to: i32): void {
  strandCount = 0;
  asideCount = 0;
  length = 0;
  let strand: i32 = 0;
  let request: i32 = -1;
  for (let row = from; row < to; row++) {
    const at = rows + row * rowBytes;
    const word = load32(at + 16);
    const saying = load8(sayings + (word & codeMask));
    if (saying === saysNothing && (word & troubleMark) === 0) continue;
    length += 1;
    const print = printOfRow(word, load32(prints + (row << 2)));
    if (saying === saysInPassing) {
      addAside(print, row);
      continue;
    }
    const own = load32(at + 8);
    // a line of a traceback names no request: it is the last one's
    const isBelow = own === 0 && saying === saysNothing && strand !== 0;
    if (strand === 0 || (own !== request && !isBelow)) {
      request = own;
      strand = strandOf(local, own, row);
    }
    store32(sSaid, load32(sSaid) + 1);
    if (own === 0 && saying !== saysNothing) store32(sWithoutRequest, load32(sWithoutRequest) + 1);
    store32(strand + xRows, (multiply(load32(strand + xRows), strandFactor) + print) | 0);
    store32(strand + xCount, load32(strand + xCount) + 1);
    store32(strand + xTo, length);
    store32(strand + xLast, row);
  }
}

function addAside(print: i32, row: i32): void {
  const at = asides + asideCount * asideSize;
  asideCount += 1;
  store32(at, length);
  store32(at + 4, print);
  store32(at + 8, row);
}

function strandAt(number: i32): i32 { return strands + number * strandSize; }

function strandOf(local: i32, request: i32, row: i32): i32 {
  const owner = owners + (request << 2);
  const number = numbers + (request << 2);
  if (load32(owner) === local + 1) return strandAt(load32(number));
  store32(owner, local + 1);
  store32(number, strandCount);
  const strand = strandAt(strandCount);
  strandCount += 1;
  clearBytes(strand, strandSize);
  store32(strand + xRequest, request);
  store32(strand + xFrom, length);
  store32(strand + xFirst, row);
  // what the request says beside the instance, where it is about this one alone
  const isAlone = request > 0 && load32(column(cTies) + ((request - 1) << 2)) === local + 1;
  if (isAlone) readLoose(strand, request - 1);
  return strand;
}

function readLoose(strand: i32, request: i32): void {
  const end = load32(column(cLooseEnds) + (request << 2));
  let print: i32 = 0;
  let count: i32 = 0;
  for (let row = request === 0 ? 0 : load32(column(cLooseEnds) + ((request - 1) << 2)); row < end; row++) {
    const word = load32(column(cLoose) + row * rowBytes + 16);
    if (load8(sayings + (word & codeMask)) === saysNothing && (word & troubleMark) === 0) continue;
    const own = printOfRow(word, load32(column(cLoosePrints) + (row << 2)));
    print = (multiply(print, strandFactor) + own) | 0;
    count += 1;
  }
  store32(strand + xLoose, print);
  store32(strand + xLooseCount, count);
}

/** Strands that overlap are one span; what is said aside between spans is one of its own. */
function writeSpans(local: i32): void {
  let from: i32 = 0;
  let aside: i32 = 0;
  while (from < strandCount || aside < asideCount) {
    const between = asidesBefore(aside, from < strandCount ? load32(strandAt(from) + xFrom) : length + 1);
    let to = from;
    let last: i32 = 0;
    while (between === aside && to < strandCount
      && (to === from || load32(strandAt(to) + xFrom) <= last)) {
      const end = load32(strandAt(to) + xTo);
      if (end > last) last = end;
      to += 1;
    }
    const end = between > aside ? between : asidesBefore(aside, last);
    openSpan(local, to - from);
    for (let number = from; number < to; number++) writeStrand(strandAt(number));
    for (let number = aside; number < end; number++) writeAside(aside, number);
    spanTop += spanWords << 2;
    from = to;
    aside = end;
  }
}

function asidesBefore(from: i32, place: i32): i32 {
  let end = from;
  while (end < asideCount && load32(asides + end * asideSize) < place) end += 1;
  return end;
}

function openSpan(local: i32, count: i32): void {
  clearBytes(spanTop, spanWords << 2);
  store32(spanTop, local);
  store32(spanTop + 4, count);
  store32(spanTop + 24, 0x7fffffff);
}

/** A span's times and lines are those of the first and the last row of each strand, and of what is aside. */
function widen(row: i32): void {
  const at = rows + row * rowBytes;
  const line = load32(at + 4);
  if (line < load32(spanTop + 24)) store32(spanTop + 24, line);
  if (line > load32(spanTop + 28)) store32(spanTop + 28, line);
  const second = load32(at + 12);
  if (second === 0) return;
  const millisecond = (load32(at + 16) >>> codeBits) & millisecondMask;
  const first = load32(spanTop + 12);
  const last = load32(spanTop + 16);
  const both = load32(spanTop + 20);
  if (first === 0 || second < first || (second === first && millisecond < (both & 0xffff))) {
    store32(spanTop + 12, second);
    store32(spanTop + 20, (load32(spanTop + 20) & ~0xffff) | millisecond);
  }
  if (second > last || (second === last && millisecond > (both >>> 16))) {
    store32(spanTop + 16, second);
    store32(spanTop + 20, (load32(spanTop + 20) & 0xffff) | (millisecond << 16));
  }
}

function writeStrand(strand: i32): void {
  widen(load32(strand + xFirst));
  widen(load32(strand + xLast));
  const request = load32(strand + xRequest);
  const key = load32(sRequests + tKeys) + ((request - 1) << 4);
  store32(strandTop, request === 0 ? 0 : load32(key));
  store32(strandTop + 4, request === 0 ? 0 : load32(key + 4));
  store32(strandTop + 8, load32(strand + xRows));
  store32(strandTop + 12, load32(strand + xLoose));
  store32(strandTop + 16, counted(load32(strand + xCount)) | (counted(load32(strand + xLooseCount)) << 16));
  strandTop += strandWords << 2;
}

function counted(count: i32): i32 { return count < mostCounted ? count : mostCounted; }

/** What was said nearby already is not said again: it comes when others are at it. */
function writeAside(first: i32, number: i32): void {
  const at = asides + number * asideSize;
  widen(load32(at + 8));
  const print = load32(at + 4);
  for (let before = number - 1; before >= first && number - before <= mostCompared; before--) {
    if (load32(asides + before * asideSize + 4) === print) return;
  }
  store32(asideTop, print);
  asideTop += 4;
  store32(spanTop + 8, load32(spanTop + 8) + 1);
}
