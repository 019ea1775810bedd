// Rows of an instance → its strands, what one request says of it, and what requests say aside that are about
// others too. What is found stands in memory until the next instance is read.

import { cLoose, cLooseEnds, cRows, cTies, rowWords, sColumns } from './columnLayout';
import { codeBits, indexedTrouble, millisecondBits, sRequests, tCount, valueBits } from './layout';
import {
  cLoosePrints, cPrints, sayings, saysInPassing, saysNothing, sSaid, strandFactor, sWithoutRequest,
} from './spanLayout';
import { allocate } from './intern';
import { clearBytes, load32, load8, multiply, store32 } from './machine';
import { isNameless, mix, printBehind, printOfRow } from './prints';

const codeMask: i32 = (1 << codeBits) - 1;
const troubleMark: i32 = indexedTrouble << (codeBits + millisecondBits + valueBits);
const rowBytes: i32 = rowWords << 2;

/** A strand: request, prints and counts of rows and of loose rows, first and last place among all that is
 *  said of the instance, first and last row. */
const strandSize: i32 = 40;
export const xRequest: i32 = 0;
export const xRows: i32 = 4;
export const xCount: i32 = 8;
export const xLoose: i32 = 12;
export const xLooseCount: i32 = 16;
export const xFrom: i32 = 20;
export const xTo: i32 = 24;
export const xFirst: i32 = 28;
export const xLast: i32 = 32;
/** The last line of the part in which its request says something beside the instance, 0: there is none. */
export const xTail: i32 = 36;
/** Something said aside: its place, what it says, and its row. */
export const asideSize: i32 = 12;

// of the part
let rows: i32 = 0;
let prints: i32 = 0;
/** By request: the instance whose strand it is, plus one, and the number of that strand. */
let owners: i32 = 0;
let numbers: i32 = 0;
// of the instance that is read
let strands: i32 = 0;
export let strandCount: i32 = 0;
export let asides: i32 = 0;
export let asideCount: i32 = 0;
/** How much is said of it. */
export let length: i32 = 0;
/** The last line so far that names no request, -1: there is none. */
export let namelessLine: i32 = -1;
/** Such a line stands where a request has begun that has not named the instance yet. */
export let isHidden: boolean = false;
/** The strand that is read, and its request. */
let strand: i32 = 0;
let request: i32 = 0;
/** What was said last, where, and the strand of what names no request where it was that. */
let before: i32 = 0;
let beforeAt: i32 = 0;
let nameless: i32 = 0;

/** Begins a part whose rows are in columns. @returns how many they are. */
export function openStrands(): i32 {
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
  return count;
}

export function column(name: i32): i32 { return load32(sColumns + name); }

export function readRows(local: i32, from: i32, to: i32): void {
  strandCount = 0;
  asideCount = 0;
  length = 0;
  strand = 0;
  before = 0;
  beforeAt = 0;
  nameless = 0;
  namelessLine = -1;
  isHidden = false;
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
    addRow(row, print, isNameless(own, saying));
  }
}

/** Between what a line stands that names no request is what tells which request it is of: it may be the one
 *  above, which goes on until then. */
function addRow(row: i32, print: i32, byItself: boolean): void {
  if (nameless !== 0 && !byItself) {
    addPrint(nameless, printBehind(print));
    nameless = 0;
  }
  addPrint(strand, byItself ? mix(print, before) : print);
  store32(sSaid, load32(sSaid) + 1);
  if (byItself) {
    store32(sWithoutRequest, load32(sWithoutRequest) + 1);
    if (beforeAt > 0 && load32(strand + xFrom) > beforeAt) store32(strand + xFrom, beforeAt);
    nameless = strand;
    namelessLine = load32(rows + row * rowBytes + 4);
  }
  store32(strand + xTo, length);
  store32(strand + xLast, row);
  before = print;
  beforeAt = length;
}

function addPrint(strand: i32, print: i32): void {
  store32(strand + xRows, (multiply(load32(strand + xRows), strandFactor) + print) | 0);
  store32(strand + xCount, load32(strand + xCount) + 1);
}

function addAside(print: i32, row: i32): void {
  const at = asides + asideCount * asideSize;
  asideCount += 1;
  store32(at, length);
  store32(at + 4, print);
  store32(at + 8, row);
}

export function strandAt(number: i32): i32 { return strands + number * strandSize; }

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
    const line = load32(column(cLoose) + row * rowBytes + 4);
    if (count === 0 && line < namelessLine) isHidden = true;
    store32(strand + xTail, line);
    count += 1;
  }
  store32(strand + xLoose, print);
  store32(strand + xLooseCount, count);
}
