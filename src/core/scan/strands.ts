// Rows of an instance → its strands, what one request says of it, and what requests say aside that are about
// others too. What is found stands in memory until the next instance is read.

import { cLoose, cLooseEnds, cRows, cTies, rowWords, sColumns } from './columnLayout';
import { codeBits, indexedTrouble, millisecondBits, sRequests, tCount, valueBits } from './layout';
import {
  cLoosePrints, cPrints, endings, isPartlyNameless, quietMs, sayingMask, sayings, saysInPassing, saysNothing,
  sSaid, strandFactor, sWithoutRequest,
} from './spanLayout';
import { allocate } from './intern';
import { clearBytes, load32, load8, multiply, store32 } from './machine';
import { flagsWith, sortsWith } from './outcomes';
import { isNameless, mix, printAfter, printBeside, printOfRow } from './prints';

const codeMask: i32 = (1 << codeBits) - 1;
const millisecondMask: i32 = (1 << millisecondBits) - 1;
const troubleMark: i32 = indexedTrouble << (codeBits + millisecondBits + valueBits);
const rowBytes: i32 = rowWords << 2;

/** A strand: request, prints and counts of rows and of loose rows, first and last place among all that is
 *  said of the instance, first and last row. */
const strandSize: i32 = 52;
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
/** The last row that names its request itself. */
export const xNamed: i32 = 40;
/** What its rows are: the flags of a strand. */
export const xFlags: i32 = 44;
/** What sorts of operations they are of, as the last word of a strand has it. */
export const xSorts: i32 = 48;
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
/** What was said last, and when that was: second and millisecond. */
let before: i32 = 0;
let second: i32 = 0;
let millisecond: i32 = 0;
/** The strand of what was said last, where that names no request. */
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
  second = 0;
  nameless = 0;
  namelessLine = -1;
  isHidden = false;
  for (let row = from; row < to; row++) {
    const at = rows + row * rowBytes;
    const word = load32(at + 16);
    const told = load8(sayings + (word & codeMask));
    const saying = told & sayingMask;
    if (saying === saysNothing && (word & troubleMark) === 0) continue;
    length += 1;
    const print = printOfRow(word, load32(prints + (row << 2)));
    if (saying === saysInPassing) {
      addAside(print, row);
      continue;
    }
    const own = load32(at + 8);
    // what names no request is told by the one above, as far as one can tell; so is a line of a traceback
    if (strand === 0 || (own !== request && own !== 0)) {
      request = own;
      strand = strandOf(local, own, row);
    }
    const byItself = isNameless(own, saying);
    noteTold(told, load8(endings + (word & codeMask)), byItself);
    addRow(row, print, byItself);
  }
}

/** A line that names no request is taken for one of the request above; what stands behind it may tell that
 *  it is the next one's, so that it counts in both. */
function addRow(row: i32, print: i32, byItself: boolean): void {
  if (nameless !== 0 && nameless !== strand) {
    addPrint(nameless, printBeside(print));
    addPrint(strand, printBeside(before));
  }
  const since = sinceBefore(row);
  addPrint(strand, byItself ? printAfter(print, since) : print);
  store32(sSaid, load32(sSaid) + 1);
  if (byItself) {
    store32(sWithoutRequest, load32(sWithoutRequest) + 1);
    store32(strand + xFlags, load32(strand + xFlags) | isPartlyNameless);
    namelessLine = load32(rows + row * rowBytes + 4);
  } else {
    store32(strand + xNamed, row);
  }
  // what a part begins with goes on with the part before it, or does not: nothing here tells
  nameless = byItself && load32(strand + xRequest) !== 0 ? strand : 0;
  store32(strand + xTo, length);
  store32(strand + xLast, row);
  before = print;
}

function noteTold(told: i32, ending: i32, byItself: boolean): void {
  const flags = load32(strand + xFlags);
  store32(strand + xSorts, sortsWith(load32(strand + xSorts), flags, told, ending, byItself));
  store32(strand + xFlags, flagsWith(flags, told, ending, byItself));
}

/** Milliseconds between the last row and this one; 0 where no time tells it. */
function sinceBefore(row: i32): i32 {
  const at = rows + row * rowBytes;
  const own = load32(at + 12);
  if (own === 0) return 0;
  const ownMillisecond = (load32(at + 16) >>> codeBits) & millisecondMask;
  const isFirst = second === 0;
  const seconds = own - second;
  const since = seconds > quietMs / 1000 ? quietMs + 1 : seconds * 1000 + ownMillisecond - millisecond;
  second = own;
  millisecond = ownMillisecond;
  return isFirst ? 0 : since;
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

/** What is said from one row to another, in this order; which request says it counts from the first strand of
 *  them on. */
export function printInOrder(first: i32, last: i32, firstStrand: i32): i32 {
  let print: i32 = 0;
  for (let row = first; row <= last; row++) {
    const at = rows + row * rowBytes;
    const word = load32(at + 16);
    const saying = load8(sayings + (word & codeMask)) & sayingMask;
    if (saying === saysNothing && (word & troubleMark) === 0) continue;
    const own = load32(at + 8);
    const isAside = own === 0 || saying === saysInPassing;
    const number = isAside ? 0 : load32(numbers + (own << 2)) - firstStrand + 1;
    print = mix(mix(print, number), printOfRow(word, load32(prints + (row << 2))));
  }
  return print;
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
  store32(strand + xNamed, row);
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
    const saying = load8(sayings + (word & codeMask)) & sayingMask;
    if (saying === saysNothing && (word & troubleMark) === 0) continue;
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
