// Rows of instances → spans: strands that go on at the same time, with what is said aside meanwhile. Out:
// columns in which each is a few numbers, the same where the same is said.

import { place, sortColumns } from './columns';
import { cRowEnds, cRows, rowWords } from './columnLayout';
import { codeBits, millisecondBits, sInstances, sRequests, tCount, tKeys } from './layout';
import {
  cAsides, cSpans, cStrands, fewAsides, isOperation, isPartlyNameless, mostCounted, spanWords, strandFactor,
  strandWords,
} from './spanLayout';
import { allocate } from './intern';
import { clearBytes, load32, store32 } from './machine';
import { mix } from './prints';
import { settleNameless } from './nameless';
import {
  asideCount, asides, asideSize, column, length, openStrands, printInOrder, readRows, strandAt, strandCount,
  xCount, xFirst, xFlags, xFrom, xLast, xLoose, xLooseCount, xRequest, xRows, xSorts, xTo,
} from './strands';

const millisecondMask: i32 = (1 << millisecondBits) - 1;
const rowBytes: i32 = rowWords << 2;

// of the part
let rows: i32 = 0;
// of the span that is written
let low: i32 = 0;
let high: i32 = 0;
let oneAside: i32 = 0;
let otherAside: i32 = 0;
// where the next ones go
let spanTop: i32 = 0;
let strandTop: i32 = 0;
let asideTop: i32 = 0;

/** The columns of a part, from its rows. */
export function makeColumns(): void {
  sortColumns();
  const count = openStrands();
  rows = column(cRows);
  const firstSpan = (spanTop = allocate(count * (spanWords << 2)));
  const firstStrand = (strandTop = allocate(count * (strandWords << 2)));
  const firstAside = (asideTop = allocate(count << 2));
  const instances = load32(sInstances + tCount);
  let from: i32 = 0;
  for (let local: i32 = 0; local < instances; local++) {
    const to = load32(column(cRowEnds) + (local << 2));
    readRows(local, from, to);
    settleNameless(local, to);
    writeSpans(local);
    from = to;
  }
  place(cSpans, firstSpan, (spanTop - firstSpan) >> 2);
  place(cStrands, firstStrand, (strandTop - firstStrand) >> 2);
  place(cAsides, firstAside, (asideTop - firstAside) >> 2);
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
    if (to - from > 1) printOrder(from, to);
    for (let number = aside; number < end; number++) writeAside(aside, number);
    printSpan();
    spanTop += spanWords << 2;
    from = to;
    aside = end;
  }
}

/** Which of several operations a row is of that names no request, the order of all rows tells. */
function printOrder(from: i32, to: i32): void {
  let first: i32 = 0x7fffffff;
  let last: i32 = 0;
  let flags: i32 = 0;
  let operations: i32 = 0;
  for (let number = from; number < to; number++) {
    const strand = strandAt(number);
    if (load32(strand + xFirst) < first) first = load32(strand + xFirst);
    if (load32(strand + xLast) > last) last = load32(strand + xLast);
    flags |= load32(strand + xFlags);
    if ((load32(strand + xFlags) & isOperation) !== 0) operations += 1;
  }
  if (operations > 1 && (flags & isPartlyNameless) !== 0) low = mix(low, printInOrder(first, last, from));
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
  low = count;
  high = 0;
  oneAside = 0;
  otherAside = 0;
}

/** A number that is the same for spans in which the same is said. What is said aside counts once, in whatever
 *  order: it comes when others are at it. */
function printSpan(): void {
  if (load32(spanTop + 8) > fewAsides) return;
  store32(spanTop + 32, mix(low, oneAside));
  store32(spanTop + 36, mix(high, otherAside));
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
  const said = load32(strand + xRows);
  const loose = load32(strand + xLoose);
  low = mix(mix(low, said), loose);
  high = mix(mix(high ^ strandFactor, loose), said);
  store32(strandTop + 8, said);
  store32(strandTop + 12, loose);
  const counts = counted(load32(strand + xCount)) | (counted(load32(strand + xLooseCount)) << 16);
  store32(strandTop + 16, counts | load32(strand + xFlags));
  store32(strandTop + 20, load32(strand + xSorts));
  strandTop += strandWords << 2;
}

function counted(count: i32): i32 { return count < mostCounted ? count : mostCounted; }

/** What was said nearby already is not said again: it comes when others are at it. */
function writeAside(first: i32, number: i32): void {
  const at = asides + number * asideSize;
  widen(load32(at + 8));
  const print = load32(at + 4);
  for (let before = number - 1; before >= first && number - before <= fewAsides; before--) {
    if (load32(asides + before * asideSize + 4) === print) return;
  }
  oneAside ^= mix(print, 3);
  otherAside = (otherAside + mix(print, 17)) | 0;
  store32(asideTop, print);
  asideTop += 4;
  store32(spanTop + 8, load32(spanTop + 8) + 1);
}
