// What the log says of an instance, request by request → bouts: a request, or several that go on at the same
// time, with what others said of the instance meanwhile. Bouts that say the same are one; how often it
// occurred, where and when, is counted.

import type { Operation } from '../../core/model';
import { wordsOf } from './ids';
import { mix } from './troublePrint';

/** What a request says of an instance. */
export interface Strand {
  /** Two words of the request's id tell it from others of the same instance. */
  readonly a: number;
  readonly b: number;
  rows: number;
  loose: number;
  /** Among all that is said of the instance: first and last place. */
  readonly from: number;
  to: number;
  firstLine: number;
  lastLine: number;
  firstTime: number;
  lastTime: number;
  /** In which part its other lines were last looked at. */
  part: number;
}

/** Something that is said of an instance by a request that is about others too, or by none. */
export interface Aside {
  readonly at: number;
  readonly said: number;
  readonly line: number;
  readonly time: number;
}

/** Everything that is said of an instance, until nothing goes on any more. */
export interface Episode {
  readonly strands: Strand[];
  readonly asides: Aside[];
  length: number;
  /** The last part that says something of one of its requests. */
  until: number;
}

/** Bouts that say the same. */
export interface Bout {
  count: number;
  /** Some of the instances with one, the first ones. */
  readonly some: number[];
  firstTime: number;
  lastTime: number;
  /** The first one: whose it is, its requests, its first and last line. */
  readonly instance: number;
  readonly requests: readonly Pick<Strand, 'a' | 'b'>[];
  readonly firstLine: number;
  readonly lastLine: number;
}

interface Span {
  readonly strands: Strand[];
  readonly asides: Aside[];
  readonly from: number;
  to: number;
}

export const mostNamed = 8;

/** The bout that an operation is part of: by its request, else by where it begins. */
export function boutOf(
  { request, begin }: Pick<Operation, 'request' | 'begin'>, bouts: readonly Bout[],
): Bout | undefined {
  const id = request === undefined ? undefined : wordsOf(request.slice('req-'.length));
  if (id) return bouts.find(({ requests }) => requests.some(({ a, b }) => id[0] === a && id[1] === b));
  return bouts.find(({ firstLine, lastLine }) => begin.line >= firstLine && begin.line <= lastLine);
}

export class Bouts {
  readonly #byPrint = new Map<number, Map<number, Bout>>();
  readonly all: Bout[] = [];
  readonly #most: number;

  /** @param most so many instances of each are named */
  constructor(most = mostNamed) {
    this.#most = most;
  }

  add(instance: number, episode: Episode): void {
    for (const span of spansOf(episode)) this.#note(instance, span);
  }

  #note(instance: number, span: Span): void {
    const [low, high] = printOf(span);
    let byHigh = this.#byPrint.get(low);
    if (!byHigh) this.#byPrint.set(low, byHigh = new Map<number, Bout>());
    const { firstTime, lastTime, firstLine, lastLine } = boundsOf(span);
    let bout = byHigh.get(high);
    if (!bout) {
      const requests = span.strands.map(({ a, b }) => ({ a, b }));
      bout = { count: 0, some: [], firstTime, lastTime, instance, requests, firstLine, lastLine };
      byHigh.set(high, bout);
      this.all.push(bout);
    }
    bout.count += 1;
    if (bout.some.length < this.#most && bout.some.at(-1) !== instance) bout.some.push(instance);
    if (firstTime > 0 && (firstTime < bout.firstTime || bout.firstTime === 0)) bout.firstTime = firstTime;
    bout.lastTime = Math.max(bout.lastTime, lastTime);
  }
}

/** Requests that overlap are one span; what is said between spans is one of its own. */
function spansOf({ strands, asides }: Episode): readonly Span[] {
  const spans: Span[] = [];
  for (const strand of [...strands].sort((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (last && strand.from <= last.to) {
      last.strands.push(strand);
      last.to = Math.max(last.to, strand.to);
    } else {
      spans.push({ strands: [strand], asides: [], from: strand.from, to: strand.to });
    }
  }
  return asides.length === 0 ? spans : withAsides(spans, asides);
}

function withAsides(spans: readonly Span[], asides: readonly Aside[]): readonly Span[] {
  const all: Span[] = [];
  let next = 0;
  let own: Span | undefined;
  for (const aside of asides) {
    for (let span = spans[next]; span && span.to < aside.at; span = spans[next]) {
      all.push(span);
      next += 1;
      own = undefined;
    }
    const span = spans[next];
    if (span && span.from < aside.at) {
      span.asides.push(aside);
      continue;
    }
    if (!own) all.push(own = { strands: [], asides: [], from: aside.at, to: aside.at });
    own.asides.push(aside);
    own.to = aside.at;
  }
  return [...all, ...spans.slice(next)];
}

/** What is said aside counts once, in whatever order: it comes when others are at it. */
function printOf({ strands, asides }: Span): readonly [number, number] {
  let [low, high] = [strands.length, 0];
  for (const { rows, loose } of strands) {
    low = mix(mix(low, rows), loose);
    high = mix(mix(high ^ 0x5bd1e995, loose), rows);
  }
  let [one, other] = [0, 0];
  for (const said of new Set(asides.map((aside) => aside.said))) {
    one ^= mix(said, 3);
    other = (other + mix(said, 17)) | 0;
  }
  return [mix(low, one) >>> 0, mix(high, other) >>> 0];
}

type Bounds = Pick<Bout, 'firstTime' | 'lastTime' | 'firstLine' | 'lastLine'>;
type Open = { -readonly [key in keyof Bounds]: Bounds[key] };

function boundsOf({ strands, asides }: Span): Bounds {
  const bounds: Open = { firstTime: 0, lastTime: 0, firstLine: Infinity, lastLine: -1 };
  for (const { firstLine, firstTime, lastLine, lastTime } of strands) {
    widen(bounds, firstLine, firstTime);
    widen(bounds, lastLine, lastTime);
  }
  for (const { line, time } of asides) widen(bounds, line, time);
  return bounds;
}

/** A time of 0 is none. */
function widen(bounds: Open, line: number, time: number): void {
  if (line < bounds.firstLine) bounds.firstLine = line;
  if (line > bounds.lastLine) bounds.lastLine = line;
  if (time > 0 && (time < bounds.firstTime || bounds.firstTime === 0)) bounds.firstTime = time;
  if (time > bounds.lastTime) bounds.lastTime = time;
}
