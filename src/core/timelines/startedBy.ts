// A fault and what was logged before it → the exception that it began with, where that one was caught and
// another one was raised for it. Python 2 keeps no such chain.

import { isCaughtBy } from './caught';
import { classTail } from './frameHints';
import type { Item } from './items';
import type { Fault } from '../model';

/** Oldest first; `fault` itself is the last one. */
export function startedBy(
  fault: Fault, before: readonly Item[], fatal: readonly Fault[],
): readonly Fault[] {
  const caught = before.findLast((item) => item.fault && isCaughtBy(fault, item.fault))?.fault;
  if (caught && !fatal.includes(caught)) {
    const above = before.slice(0, before.findIndex((item) => item.fault === caught));
    return [...[...caught.chain].reverse(), ...startedBy(caught, above, fatal), fault];
  }
  for (const { fault: earlier } of before) {
    if (!earlier || fatal.includes(earlier) || isMeanwhile(earlier, fault)) continue;
    const text = earlier.message.split('\n', 1)[0] ?? '';
    if (earlier.type && text.length >= 12 && fault.message.includes(text)) {
      return [...[...earlier.chain].reverse(), earlier, fault];
    }
  }
  return [fault];
}

// oslo.log puts an exception that is handled behind each line, also behind one that warns of something else.
const isMeanwhile = ({ basis, level, type }: Fault, told: Fault): boolean => basis === 'summary'
  && level === 'WARNING' && told.basis === 'traceback' && classTail(type) === classTail(told.type);
