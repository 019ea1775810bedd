// Lines of a log that came as one, for their breaks are lost or are marks of a page → what tells where each
// of them begins, and the lines.

import { hasFlowingHeads, splitAtHeads } from './flowingHeads';
import { hasGluedHeads, splitLine } from './gluedHeads';
import type { Line } from '../model';
import { breakLine, hasPageBreaks } from './pageBreaks';
import type { WholeLine } from './rejoin';

export type LostBreaks = 'page' | 'glued' | 'flowing';

/** How one line becomes several. */
type Breaker = (whole: WholeLine, next: (line: WholeLine) => void) => void;

export const breakers: Readonly<Record<LostBreaks, Breaker>> = {
  page: breakLine,
  glued: splitLine,
  flowing: splitAtHeads,
};

export function lostBreaksIn(lines: readonly Line[]): LostBreaks | undefined {
  if (hasPageBreaks(lines)) return 'page';
  if (hasGluedHeads(lines)) return 'glued';
  return hasFlowingHeads(lines) ? 'flowing' : undefined;
}

/** What a reader sees of each line. */
export function brokenLines(lines: readonly Line[], breaks: LostBreaks): readonly Line[] {
  const seen: Line[] = [];
  for (const { number, text } of lines) {
    const whole = { first: number, last: number, text, joints: [] };
    breakers[breaks](whole, (line) => seen.push({ number: line.first, text: line.text }));
  }
  return seen;
}
