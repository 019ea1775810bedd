// Episodes of instances → bouts: a request, or several that go on at the same time, with what others said of
// the instance meanwhile. Bouts in which the same statements stand in the same order are one.

import type { Operation } from '../../core/model';
import type { Aside, Episode, Strand } from './episode';
import { wordsOf } from './ids';
import { mix } from './troublePrint';

/** One bout that stands for all that say the same. */
export interface Bout {
  count: number;
  /** Some of the instances with one, the first ones. */
  readonly some: number[];
  /** Milliseconds since 1970; 0: none of the lines has a time. */
  firstTime: number;
  lastTime: number;
  /** Whose it is, its requests, its first and last line. */
  readonly instance: number;
  readonly requests: readonly Pick<Strand, 'a' | 'b'>[];
  readonly firstLine: number;
  readonly lastLine: number;
  /** Of several logs: the times of its first and last line, for lines of one log do not tell. */
  readonly span?: { readonly from: number; readonly to: number };
}

/** The bout that an operation is part of: by its request, else by where it begins. */
export function boutOf(
  { request, begin }: Pick<Operation, 'request' | 'begin'>, bouts: readonly Bout[],
): Bout | undefined {
  const id = request === undefined ? undefined : wordsOf(request.slice('req-'.length));
  if (id) return bouts.find(({ requests }) => requests.some(({ a, b }) => id[0] === a && id[1] === b));
  return bouts.find(({ firstLine, lastLine, span }) => (span
    ? (begin.time ?? 0) >= span.from && (begin.time ?? 0) <= span.to
    : begin.line >= firstLine && begin.line <= lastLine));
}

/** Requests that overlap, with what is said beside them meanwhile; or what is said between. */
export interface Span {
  /** Which strands and which asides of the episode. */
  readonly from: number;
  readonly to: number;
  readonly firstAside: number;
  readonly endOfAsides: number;
}

/** The spans of an episode, in their order. */
export function spansOf({ strands, strandCount, asides, asideCount }: Episode): readonly Span[] {
  const spans: Span[] = [];
  let aside = 0;
  const asidesBefore = (place: number): number => {
    let end = aside;
    while (end < asideCount && (asides[end]?.at ?? 0) < place) end += 1;
    return end;
  };
  for (let from = 0; from <= strandCount;) {
    const end = asidesBefore(from < strandCount ? strands[from]?.from ?? 0 : Infinity);
    if (end > aside) spans.push({ from, to: from, firstAside: aside, endOfAsides: end });
    aside = end;
    if (from === strandCount) break;
    let last = 0;
    let to = from;
    for (; to < strandCount && (to === from || (strands[to]?.from ?? 0) <= last); to++) {
      last = Math.max(last, strands[to]?.to ?? 0);
    }
    const endOfAsides = asidesBefore(last);
    spans.push({ from, to, firstAside: aside, endOfAsides });
    aside = endOfAsides;
    from = to;
  }
  return spans;
}

/** What a span says, as a number. What is said aside counts once, in whatever order: it comes when others are
 *  at it. */
export function printOf({ strands, asides }: Episode, { from, to, firstAside, endOfAsides }: Span): number {
  let [low, high] = [to - from, 0];
  for (let i = from; i < to; i++) {
    const { rows, loose } = strands[i] ?? noStrand;
    low = mix(mix(low, rows), loose);
    high = mix(mix(high ^ 0x5bd1e995, loose), rows);
  }
  let [one, other] = [0, 0];
  const seen = endOfAsides - firstAside > fewAsides ? new Set<number>() : undefined;
  for (let i = firstAside; i < endOfAsides; i++) {
    const said = asides[i]?.said ?? 0;
    if (seen ? seen.has(said) : isSaidBefore(asides, firstAside, i, said)) continue;
    seen?.add(said);
    one ^= mix(said, 3);
    other = (other + mix(said, 17)) | 0;
  }
  return (mix(low, one) >>> 0) + (mix(high, other) >>> 11) * 2 ** 32;
}

const noStrand = { rows: 0, loose: 0 };
const fewAsides = 32;

function isSaidBefore(asides: readonly Aside[], from: number, before: number, said: number): boolean {
  for (let i = before - 1; i >= from; i--) if (asides[i]?.said === said) return true;
  return false;
}

export interface Bounds {
  readonly firstTime: number;
  readonly lastTime: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

export function boundsOf({ strands, asides }: Episode, { from, to, firstAside, endOfAsides }: Span): Bounds {
  const bounds = { firstTime: 0, lastTime: 0, firstLine: Infinity, lastLine: -1 };
  for (let i = from; i < to; i++) {
    const strand = strands[i];
    if (!strand) continue;
    widen(bounds, strand.firstLine, strand.firstTime);
    widen(bounds, strand.lastLine, strand.lastTime);
  }
  for (let i = firstAside; i < endOfAsides; i++) {
    const aside = asides[i];
    if (aside) widen(bounds, aside.line, aside.time);
  }
  return bounds;
}

/** A time of 0 is none. */
function widen(bounds: { -readonly [key in keyof Bounds]: Bounds[key] }, line: number, time: number): void {
  if (line < bounds.firstLine) bounds.firstLine = line;
  if (line > bounds.lastLine) bounds.lastLine = line;
  if (time > 0 && (time < bounds.firstTime || bounds.firstTime === 0)) bounds.firstTime = time;
  if (time > bounds.lastTime) bounds.lastTime = time;
}
