// A fault → the lines on which it stands: of one log, or of two where the log was rotated in the midst of it.
// A log → the faults that stand in it.

import type { Digest, Fault, LineSpan, Place } from '../model';

/** In order. */
export function spansOf({ at, firstLine, lastLine, spans }: Fault): readonly LineSpan[] {
  return spans ?? [{ source: at.source, firstLine, lastLine }];
}

/** Its lines in one log; undefined: it has none there. */
export function spanIn(fault: Fault, source: string): LineSpan | undefined {
  return spansOf(fault).find((span) => span.source === source);
}

/** Its first line. */
export function beginOf(fault: Fault): Place {
  const [{ source, firstLine } = { source: fault.at.source, firstLine: fault.firstLine }] = spansOf(fault);
  return { source, line: firstLine, time: fault.at.time };
}

/** A fault with its first and last line in one log. */
export interface FaultHere {
  readonly fault: Fault;
  readonly first: number;
  readonly last: number;
}

/** Faults with lines in the log, by the first of them; those too that another file of its stream counts. */
export function faultsIn({ source, faults, continued = [] }: Digest): readonly FaultHere[] {
  return [...continued, ...faults].flatMap((fault) => {
    const span = spanIn(fault, source);
    return span ? [{ fault, first: span.firstLine, last: span.lastLine }] : [];
  }).sort((a, b) => a.first - b.first);
}
