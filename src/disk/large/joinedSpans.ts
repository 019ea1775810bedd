// Spans of an instance, as core/scan/spans.ts tells of them → a number that is the same where the same is
// said. A span that a cut between two parts has torn is put together again.

import { mix } from '../../core/scan/prints';
import {
  allSorts, fewAsides, isGoingOn, isOperation, isPartlyNameless, strandFactor,
} from '../../core/scan/spanLayout';

/** Two words of a request's id tell it from others of the same instance. */
export interface RequestWords {
  readonly a: number;
  readonly b: number;
}

/** What one request says of an instance: prints of rows and of loose rows, and how many they are of. */
export interface Strand extends RequestWords {
  /** What its rows are, as core/scan/spanLayout.ts flags it. */
  readonly flags: number;
  /** Of which sorts of operations. */
  readonly sorts: number;
  readonly rows: number;
  readonly count: number;
  readonly loose: number;
  readonly looseCount: number;
}

type StrandPrint = RequestWords & Pick<Strand, 'rows' | 'loose' | 'flags' | 'sorts'>;

export interface Bounds {
  readonly firstTime: number;
  readonly lastTime: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** What is said of an instance by requests that go on at the same time, and by others meanwhile. */
export interface Said extends Bounds {
  readonly strands: readonly StrandPrint[];
  readonly asides: readonly number[];
  /** Whose it is what some rows say is not known: no other span is like this one. */
  readonly isAlone?: boolean;
  /** Of several that are told together. */
  readonly print?: SpanPrint;
}

export interface Span extends Said {
  readonly strands: readonly Strand[];
}

/** Numbers that are the same for spans in which the same is said, as core/scan/spans.ts makes them. */
export interface SpanPrint {
  readonly low: number;
  readonly high: number;
}

export function printOf({ strands, asides, firstLine, isAlone, print }: Said): SpanPrint {
  if (print) return print;
  let [low, high] = [strands.length, 0];
  for (const { rows, loose } of strands) {
    low = mix(mix(low, rows), loose);
    high = mix(mix(high ^ strandFactor, loose), rows);
  }
  // which of several operations a row is of that names no request is not told by what each of them says
  const operations = strands.filter(({ flags }) => (flags & isOperation) !== 0);
  const isUnsure = operations.length > 1 && strands.some(({ flags }) => (flags & isPartlyNameless) !== 0);
  if (isUnsure || isAlone) low = mix(low, firstLine);
  let [oneAside, otherAside] = [0, 0];
  for (const said of asides.length > fewAsides ? new Set(asides) : asides) {
    oneAside ^= mix(said, 3);
    otherAside = (otherAside + mix(said, 17)) | 0;
  }
  return { low: mix(low, oneAside), high: mix(high, otherAside) };
}

/** Spans of one instance, part by part. What a request says in several of them it says once, and all between
 *  goes on at the same time. What a part begins with that names no request is taken for the last one's
 *  before; where that one does not go on, it may be the next one's as well. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  let unsure = -1;
  for (const span of spans) {
    const isBeginning = span.strands.some(isNameless);
    const at = isBeginning
      ? all.findLastIndex(({ strands }) => strands.length > 0)
      : all.findIndex((before) => span.strands.some((own) =>
        before.strands.some((other) => isSame(own, other))));
    const isOther = unsure >= 0 && span.strands.length > 0 && at < 0;
    if (isOther) all.splice(unsure, 1, ...all.slice(unsure, unsure + 1).map(alone));
    const whole = isOther ? alone(span) : span;
    if (at < 0) all.push(whole);
    else all.push([...all.splice(at), whole].reduce(both));
    if (span.strands.length > 0) unsure = isBeginning ? all.length - 1 : -1;
  }
  return all;
}

function alone(span: Span): Span {
  return { ...span, isAlone: true };
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
    const isOnly = strands.length === 1 && isNameless(strand);
    const at = isOnly ? 0 : strands.findIndex((before) => isSame(before, strand));
    const before = strands[at];
    if (before) strands[at] = continued(before, strand);
    else strands.push(strand);
  }
  return {
    strands,
    asides: [...new Set([...one.asides, ...other.asides])],
    ...boundsOfBoth(one, other),
    ...(one.isAlone || other.isAlone ? { isAlone: true } : {}),
  };
}

/** A time of 0 is none. */
export function boundsOfBoth(one: Bounds, other: Bounds): Bounds {
  const times = [one.firstTime, other.firstTime].filter((time) => time > 0);
  return {
    firstTime: times.length > 0 ? Math.min(...times) : 0,
    lastTime: Math.max(one.lastTime, other.lastTime),
    firstLine: Math.min(one.firstLine, other.firstLine),
    lastLine: Math.max(one.lastLine, other.lastLine),
  };
}

function isBegun({ flags }: Strand): boolean {
  return (flags & isOperation) !== 0;
}

function continued(one: Strand, other: Strand): Strand {
  return {
    ...one,
    rows: printOfBoth(one.rows, other.rows, other.count),
    count: one.count + other.count,
    loose: printOfBoth(one.loose, other.loose, other.looseCount),
    looseCount: one.looseCount + other.looseCount,
    // it begins as its first part does
    flags: one.flags | (isBegun(one) ? other.flags & ~isGoingOn : other.flags),
    sorts: one.sorts | (isBegun(one) ? other.sorts & allSorts : other.sorts),
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
