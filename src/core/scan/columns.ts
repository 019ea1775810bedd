// The rows of a part → its columns: rows by instance, rows of requests that name none, ids, and the stretches
// that are to be read in full. They stand in the scanner's memory until the next part begins.

import {
  cCodes, cHosts, cInstances, cLoose, cLooseEnds, cRequests, cRequestSlots, cRowEnds, cRows, cStretches,
  cTies, longestStretch, nearLines, rowWords, sColumns, stretchWords,
} from './columnLayout';
import {
  codeBits, iInstance, iLine, indexedRead, indexedTrouble, indexRowSize, iOffset, iPrint, iRequest, iSecond,
  iWord, millisecondBits, sHostCode, sIndexAt, sIndexCount, sInstances, sReadCode, sRequests, tCount, tKeys,
  tMask, tSlots, tTies, valueBits,
} from './layout';
import { cLoosePrints, cPrints } from './spanLayout';
import { allocate } from './intern';
import { clearBytes, load32, store32, store8 } from './machine';

const codeMask: i32 = (1 << codeBits) - 1;
const valueShift: i32 = codeBits + millisecondBits;
const valueMask: i32 = (1 << valueBits) - 1;
const readMark: i32 = indexedRead << (valueShift + valueBits);
const troubleMark: i32 = indexedTrouble << (valueShift + valueBits);
const rowBytes: i32 = rowWords << 2;
const stretchBytes: i32 = stretchWords << 2;

export function sortColumns(): void {
  const instances = load32(sInstances + tCount);
  const requests = load32(sRequests + tCount);
  const marked = countRows(openColumn(cRowEnds, instances), openColumn(cLooseEnds, requests + 1));
  const rows = beginsOf(cRowEnds);
  const loose = beginsOf(cLooseEnds);
  openColumn(cRows, rows * rowWords);
  openColumn(cLoose, loose * rowWords);
  openColumn(cPrints, rows);
  openColumn(cLoosePrints, loose);
  openColumn(cStretches, marked * stretchWords);
  sortRows();
  place(cInstances, load32(sInstances + tKeys), instances << 2);
  place(cRequests, load32(sRequests + tKeys), requests << 2);
  place(cRequestSlots, load32(sRequests + tSlots), load32(sRequests + tMask) + 1);
  place(cTies, load32(sRequests + tTies), requests);
}

export function place(column: i32, at: i32, words: i32): void {
  store32(sColumns + column, at);
  store32(sColumns + column + 4, words);
}

export function openColumn(column: i32, words: i32): i32 {
  const at = allocate(words << 2);
  clearBytes(at, words << 2);
  place(column, at, words);
  return at;
}

/** Counts the rows of each id. @returns how many are to be read in full. */
function countRows(rowEnds: i32, looseEnds: i32): i32 {
  const codes = openColumn(cCodes, (codeMask + 1) >> 2);
  const hosts = openColumn(cHosts, (valueMask + 1) >> 2);
  const firstOfHosts = load32(sHostCode);
  const end = load32(sIndexAt) + load32(sIndexCount) * indexRowSize;
  let marked: i32 = 0;
  for (let row = load32(sIndexAt); row < end; row += indexRowSize) {
    const at = endOf(row, rowEnds, looseEnds);
    if (at !== 0) store32(at, load32(at) + 1);
    const word = load32(row + iWord);
    const code = word & codeMask;
    store8(codes + code, 1);
    if (code >= firstOfHosts) store8(hosts + ((word >>> valueShift) & valueMask), 1);
    if ((word & readMark) !== 0) marked += 1;
  }
  return marked;
}

/** Where the end of the id's rows stands to which a row belongs; 0: to none. Behind those of all requests
 *  stand rows that name none, where the index is to know of them. */
function endOf(row: i32, rowEnds: i32, looseEnds: i32): i32 {
  const instance = load32(row + iInstance);
  if (instance !== 0) return rowEnds + ((instance - 1) << 2);
  const request = load32(row + iRequest);
  if (request !== 0) return looseEnds + ((request - 1) << 2);
  const word = load32(row + iWord);
  const isKnown = load32(sReadCode) !== 0 && ((word & codeMask) !== 0 || (word & troubleMark) !== 0);
  return isKnown ? looseEnds + (load32(sRequests + tCount) << 2) : 0;
}

/** Counts of rows → where the first row of each id comes to stand. @returns how many rows there are. */
function beginsOf(column: i32): i32 {
  const at = load32(sColumns + column);
  const end = at + (load32(sColumns + column + 4) << 2);
  let before: i32 = 0;
  for (let i = at; i < end; i += 4) {
    const own = load32(i);
    store32(i, before);
    before += own;
  }
  return before;
}

// a counting sort: rows of one id stay in their order
function sortRows(): void {
  const rowEnds = load32(sColumns + cRowEnds);
  const looseEnds = load32(sColumns + cLooseEnds);
  const rows = load32(sColumns + cRows);
  const loose = load32(sColumns + cLoose);
  const prints = load32(sColumns + cPrints);
  const loosePrints = load32(sColumns + cLoosePrints);
  const stretches = load32(sColumns + cStretches);
  const end = load32(sIndexAt) + load32(sIndexCount) * indexRowSize;
  let last: i32 = 0;
  for (let row = load32(sIndexAt); row < end; row += indexRowSize) {
    const at = endOf(row, rowEnds, looseEnds);
    if (at !== 0) {
      const number = load32(at);
      store32(at, number + 1);
      const isOwn = load32(row + iInstance) !== 0;
      copyRow((isOwn ? rows : loose) + number * rowBytes, row);
      store32((isOwn ? prints : loosePrints) + (number << 2), load32(row + iPrint));
    }
    if ((load32(row + iWord) & readMark) !== 0) last = stretchTo(row, last, stretches);
  }
  store32(sColumns + cStretches + 4, last === 0 ? 0 : ((last - stretches) >> 2) + stretchWords);
}

function copyRow(to: i32, row: i32): void {
  store32(to, load32(row + iOffset));
  store32(to + 4, load32(row + iLine));
  store32(to + 8, load32(row + iRequest));
  store32(to + 12, load32(row + iSecond));
  store32(to + 16, load32(row + iWord));
}

/** Adds a row to the last stretch, or begins one behind it. @returns which one is the last now. */
function stretchTo(row: i32, before: i32, first: i32): i32 {
  const offset = load32(row + iOffset);
  const line = load32(row + iLine);
  let last = before;
  const isNear = last !== 0 && line - load32(last + 12) <= nearLines
    && offset - load32(last) <= longestStretch;
  if (!isNear) {
    last = last === 0 ? first : last + stretchBytes;
    store32(last, offset);
    store32(last + 8, line);
  }
  store32(last + 4, offset);
  store32(last + 12, line);
  return last;
}
