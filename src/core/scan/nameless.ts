// Lines of an instance that name no request → how alike it may be to others. Which request such a line is of
// is told by what its requests say of the instance before and behind it, which is in the prints of strands.
// Where a request says something without naming the instance, before all else or behind it, and such a line
// stands there, that does not tell: then no other instance is taken for alike.

import { cRows, rowWords } from './columnLayout';
import { codeBits, sInstances, tKeys } from './layout';
import { load32, load8, store32 } from './machine';
import { isNameless, mix } from './prints';
import { sayingMask, sayings } from './spanLayout';
import { column, isHidden, namelessLine, strandAt, strandCount, xNamed, xRows, xTail } from './strands';

const codeMask: i32 = (1 << codeBits) - 1;
const rowBytes: i32 = rowWords << 2;

/** The strands of an instance have been read, of rows that end here. */
export function settleNameless(local: i32, end: i32): void {
  if (namelessLine < 0 || !(isHidden || isInTail(end))) return;
  const own = load32(load32(sInstances + tKeys) + (local << 4));
  for (let number: i32 = 0; number < strandCount; number++) {
    const strand = strandAt(number);
    store32(strand + xRows, mix(load32(strand + xRows), own));
  }
}

/** Whether one of the lines stands where a request no longer names the instance. */
function isInTail(end: i32): boolean {
  for (let number: i32 = 0; number < strandCount; number++) {
    const strand = strandAt(number);
    const tail = load32(strand + xTail);
    for (let row = load32(strand + xNamed) + 1; row < end && lineOf(row) < tail; row++) {
      if (isNamelessRow(row)) return true;
    }
  }
  return false;
}

function lineOf(row: i32): i32 { return load32(column(cRows) + row * rowBytes + 4); }

function isNamelessRow(row: i32): boolean {
  const at = column(cRows) + row * rowBytes;
  const saying = load8(sayings + (load32(at + 16) & codeMask)) & sayingMask;
  return isNameless(load32(at + 8), saying);
}
