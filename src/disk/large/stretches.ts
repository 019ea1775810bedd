// Stretches of a large log that are read as a whole: tracebacks, and what stands around lines that no column
// holds. In: the parts, and a line. Out: the stretch it stands in.

import { nearLines, stretchWords } from '../../core/scan/columnLayout';
import { columnOf } from './knownPart';
import type { KnownPart } from './knownPart';
import type { Stretch } from './lines';

interface FoundStretch extends Stretch {
  readonly lastLine: number;
}

/** It may go on in the next part: a cut between two parts is none in the log, unless another one begins
 *  there. */
export function stretchAt(parts: readonly KnownPart[], line: number): Stretch | undefined {
  const at = parts.findLastIndex(({ entry }) => entry.line <= line);
  const part = parts[at];
  if (!part) return undefined;
  const stretches = columnOf(part, 'stretches');
  const place = placeOf(stretches, line - part.entry.line);
  if (place < 0) return undefined;
  const found = absolute(part, stretches, place);
  const above = place === 0 && !part.entry.isApart ? lastOf(parts[at - 1]) : undefined;
  const next = parts[at + 1];
  const isLast = place + stretchWords === stretches.length;
  const below = isLast && next?.entry.isApart !== true ? firstOf(next) : undefined;
  const { begin, line: first } = above && found.line - above.lastLine <= nearLines ? above : found;
  const { last } = below && below.line - found.lastLine <= nearLines ? below : found;
  return { begin, last, line: first };
}

function firstOf(part: KnownPart | undefined): FoundStretch | undefined {
  const stretches = part && columnOf(part, 'stretches');
  return stretches && stretches.length > 0 ? absolute(part, stretches, 0) : undefined;
}

function lastOf(part: KnownPart | undefined): FoundStretch | undefined {
  const stretches = part && columnOf(part, 'stretches');
  if (!stretches || stretches.length === 0) return undefined;
  return absolute(part, stretches, stretches.length - stretchWords);
}

/** @returns where the stretch with a line stands, -1: there is none. */
function placeOf(stretches: Uint32Array, line: number): number {
  let low = 0;
  let high = stretches.length / stretchWords - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle * stretchWords + 3] ?? 0) < line) low = middle + 1;
    else high = middle - 1;
  }
  const at = low * stretchWords;
  return at < stretches.length && (stretches[at + 2] ?? 0) <= line ? at : -1;
}

function absolute({ entry: { begin, line } }: KnownPart, stretches: Uint32Array, at: number): FoundStretch {
  return {
    begin: begin + (stretches[at] ?? 0),
    last: begin + (stretches[at + 1] ?? 0),
    line: line + (stretches[at + 2] ?? 0),
    lastLine: line + (stretches[at + 3] ?? 0),
  };
}
