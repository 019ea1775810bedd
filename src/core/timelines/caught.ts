// Two exceptions that were logged one after the other → whether the second was raised where the first had
// been caught.

import type { Fault } from '../model';

/**
 * Logged by the decorator of the releases before Essex, `nova.exception.wrap_exception`, without a request:
 * nobody had caught it, and an `Error` with its text is raised for it.
 */
export function isUncaught({ logger, request }: Fault): boolean {
  return logger === 'nova.exception' && request === undefined;
}

/**
 * The function that raised `fault` had caught `earlier` and logged it: its traceback begins in that very
 * function, further up, and the logger is that of its module.
 */
export function isCaughtBy(fault: Fault, earlier: Fault): boolean {
  const [outermost] = earlier.frames;
  const innermost = fault.frames.at(-1);
  return fault.chain.length === 0 && earlier !== fault && earlier.type !== ''
    && outermost !== undefined && innermost !== undefined
    && outermost.file === innermost.file && outermost.function === innermost.function
    && outermost.line < innermost.line && (earlier.request === fault.request || isUncaught(earlier))
    && outermost.file.replace(/[/\\]/g, '.').endsWith(`${earlier.logger}.py`);
}

/** So many exceptions of others may stand between the two. */
const between = 3;

/** Of what this decorator logged, and that names no instance: what it raised for each of them. */
export function raisedFor(faults: readonly Fault[]): ReadonlyMap<Fault, Fault> {
  const found = new Map<Fault, Fault>();
  if (!faults.some(isUncaught)) return found;
  const inOrder = [...faults].sort((a, b) => a.firstLine - b.firstLine);
  inOrder.forEach((earlier, at) => {
    if (!isUncaught(earlier) || earlier.instance !== undefined) return;
    const next = inOrder.slice(at + 1, at + 2 + between).find((fault) =>
      isCaughtBy(fault, earlier) && isSameText(fault.message, earlier.message));
    if (next) found.set(earlier, next);
  });
  return found;
}

// what a page has below the last line of a traceback may have come to its text
function isSameText(one: string, other: string): boolean {
  return one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one));
}
