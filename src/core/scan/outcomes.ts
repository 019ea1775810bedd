// What rows tell of the operation that a strand may be of: whether it begins with it, of which sort it is and
// whether it has ended. Where it does not begin as an operation does it may go on with another one.

import {
  allSorts, doneShift, endMask, endShift, goesOnAnew, isDeletion, isFailed, isGoingOn, isOperation, saysAnew,
  sayingMask, saysDeleted, saysDone, saysFailed, saysFollowing, saysOpening, sortBits, sortMask, sortShift,
} from './spanLayout';

/** The flags of a strand with a row more.
 *  @param told by the code of the row: its byte of `sayings`, and that of `endings`
 *  @param byItself the row names no request */
export function flagsWith(flags: i32, told: i32, ending: i32, byItself: boolean): i32 {
  const end = ending & endMask;
  let all = flags | (end === saysFailed ? isFailed : 0) | (end === saysDeleted ? isDeletion : 0);
  const saying = told & sayingMask;
  if (byItself || saying === saysFollowing) return all;
  if ((flags & isOperation) === 0 && saying !== saysOpening) all |= isGoingOn;
  return all | isOperation;
}

/** So its last word.
 *  @param flags as they were without the row */
export function sortsWith(sorts: i32, flags: i32, told: i32, ending: i32, byItself: boolean): i32 {
  const isEnd = (ending & endMask) >= saysDone;
  let all = sorts | (isEnd ? 1 << (doneShift + (ending >>> endShift)) : 0);
  const saying = told & sayingMask;
  if (byItself || saying === saysFollowing) return all;
  const sort = told >>> sortShift;
  if ((flags & isOperation) === 0 && saying !== saysOpening) {
    all |= (sort << sortBits) | (saying === saysAnew ? goesOnAnew : 0);
  }
  return sort === 0 ? all : all | (1 << sort);
}

/** Whether a row says that it succeeded: of any operation, or of all sorts of which this one may be. */
export function isDone(sorts: i32): boolean {
  const done = (sorts >>> doneShift) & allSorts;
  const own = sorts & allSorts;
  return (done & 1) !== 0 || (own !== 0 && (own & ~done) === 0);
}

/** Whether it may be of an operation of which no row says how it ended. */
export function isOpen(flags: i32, sorts: i32): boolean {
  return (flags & (isOperation | isFailed)) === isOperation && !isDone(sorts);
}

/** Of which sorts its operation may be, a bit for each; and above them of which it may be that has not
 *  succeeded. */
export function sortsOf(flags: i32, sorts: i32): i32 {
  if ((flags & isOperation) === 0) return 0;
  const own = (sorts & allSorts) === 0 ? allSorts : sorts & allSorts;
  return isDone(sorts) ? own : own | (own << sortBits);
}

/** Whether it may go on with an operation of one of these sorts. */
export function mayGoOn(flags: i32, sorts: i32, before: i32): boolean {
  if ((flags & isGoingOn) === 0) return false;
  const known = (sorts & goesOnAnew) === 0 ? before & allSorts : (before >>> sortBits) & allSorts;
  const sort = (sorts >>> sortBits) & sortMask;
  return sort === 0 ? known !== 0 : (known & (1 << sort)) !== 0;
}
