// Spans of an instance, as core/scan/spans.ts tells of them → a number that is the same where the same is
// said. A span that a cut between two parts has torn is put together again.

import { mix } from '../../core/scan/prints';
import { fewAsides, strandFactor } from '../../core/scan/spanLayout';

/** Two words of a request's id tell it from others of the same instance. */
export interface RequestWords {
  readonly a: number;
  readonly b: number;
}

/** What one request says of an instance: prints of rows and of loose rows, and how many they are of. */
export interface Strand extends RequestWords {
  readonly rows: number;
  readonly count: number;
  readonly loose: number;
  readonly looseCount: number;
}

/** What is said of an instance by requests that go on at the same time, and by others meanwhile. */
export interface Said {
  readonly strands: readonly (RequestWords & Pick<Strand, 'rows' | 'loose'>)[];
  readonly asides: readonly number[];
  readonly firstTime: number;
  readonly lastTime: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface Span extends Said {
  readonly strands: readonly Strand[];
}

/** Numbers that are the same for spans in which the same is said, as core/scan/spans.ts makes them. */
export interface SpanPrint {
  readonly low: number;
  readonly high: number;
}

export function printOf({ strands, asides }: Pick<Said, 'strands' | 'asides'>): SpanPrint {
  let [low, high] = [strands.length, 0];
  for (const { rows, loose } of strands) {
    low = mix(mix(low, rows), loose);
    high = mix(mix(high ^ strandFactor, loose), rows);
  }
  let [oneAside, otherAside] = [0, 0];
  for (const said of asides.length > fewAsides ? new Set(asides) : asides) {
    oneAside ^= mix(said, 3);
    otherAside = (otherAside + mix(said, 17)) | 0;
  }
  return { low: mix(low, oneAside), high: mix(high, otherAside) };
}

/** Spans of one instance, part by part. What a request says in several of them it says once, and all between
 *  goes on at the same time. What names no request may be of the one above. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const known = all.findIndex((before) => span.strands.some((own) =>
      before.strands.some((other) => isSame(own, other))));
    const at = known < 0 && span.strands.some(isNameless) ? all.length - 1 : known;
    if (at < 0) all.push(span);
    else all.push([...all.splice(at), span].reduce(both));
  }
  return all;
}

function isSame(one: RequestWords, other: RequestWords): boolean {
  return one.a === other.a && one.b === other.b;
}

function isNameless({ a, b }: RequestWords): boolean {
  return a === 0 && b === 0;
}

function both(one: Span, other: Span): Span {
  const strands = [...one.strands];
  for (const strand of other.strands) {
    const at = strands.findIndex((before) => isSame(before, strand));
    const before = strands[at];
    if (before) strands[at] = continued(before, strand);
    else strands.push(strand);
  }
  const times = [one.firstTime, other.firstTime].filter((time) => time > 0);
  return {
    strands,
    asides: [...new Set([...one.asides, ...other.asides])],
    firstTime: times.length > 0 ? Math.min(...times) : 0,
    lastTime: Math.max(one.lastTime, other.lastTime),
    firstLine: Math.min(one.firstLine, other.firstLine),
    lastLine: Math.max(one.lastLine, other.lastLine),
  };
}

function continued(one: Strand, other: Strand): Strand {
  return {
    ...one,
    rows: printOfBoth(one.rows, other.rows, other.count),
    count: one.count + other.count,
    loose: printOfBoth(one.loose, other.loose, other.looseCount),
    looseCount: one.looseCount + other.looseCount,
  };
}

/** As if the rows of both stood one behind the other. */
function printOfBoth(one: number, other: number, count: number): number {
  let factor = 1;
  let power: number = strandFactor;
  for (let left = count; left > 0; left >>= 1) {
    if (left % 2 === 1) factor = Math.imul(factor, power);
    power = Math.imul(power, power);
  }
  return (Math.imul(one, factor) + other) | 0;
}
