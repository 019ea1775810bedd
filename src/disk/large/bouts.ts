// Episodes of instances → bouts: a request, or several that go on at the same time, with what others said of
// the instance meanwhile. Bouts in which the same statements stand in the same order are one.

import type { Operation } from '../../core/model';
import type { Episode } from './episode';
import { wordsOf } from './ids';
import { printOf } from './joinedSpans';
import type { Bounds, RequestWords, Said, SpanPrint } from './joinedSpans';
import { SpanNotes } from './spanNotes';
import type { NotedSpan, SameSpans } from './spanNotes';

/** One bout that stands for all that say the same: the one that the log tells first. */
export interface Bout extends SpanPrint {
  count: number;
  /** Some of the instances with one, those that the log names first, in that order. */
  readonly some: number[];
  /** Milliseconds since 1970; 0: none of the lines has a time. */
  firstTime: number;
  lastTime: number;
  /** Whose it is, its requests, its first and last line. */
  instance: number;
  requests: readonly RequestWords[];
  firstLine: number;
  lastLine: number;
  /** Those that say the same, itself included. */
  readonly same: SameSpans;
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

/** What is counted of a bout. */
export interface Printed extends SpanPrint, NotedSpan {}

/** Takes what a log says of its instances, span by span. */
export interface SpanSink {
  add(instance: number, said: Said): void;
  /** Nearly all say what others have said: they are taken without being looked at.
   *  @param teller asked for the rest */
  addPrinted(one: Printed, teller: { said(): Said }): void;
}

const firstSlots = 256;

/** Bouts, each counted with those that say the same. Of one log they are the same in whatever order they
 *  come: parts of it may be cut anywhere. */
export class Bouts implements SpanSink {
  readonly #most: number;
  readonly #isByTime: boolean;
  readonly #found: Bout[] = [];
  readonly #notes: SpanNotes;
  /** Three words of each bout: the two of its print, and its number plus one; 0: there is none. */
  #slots = new Int32Array(firstSlots * 3);

  /** @param most so many instances of each are named
   *  @param isByTime of several logs lines do not tell where a bout is, only times do */
  constructor(most: number, isByTime = false) {
    this.#most = most;
    this.#isByTime = isByTime;
    this.#notes = new SpanNotes(isByTime);
  }

  get all(): readonly Bout[] {
    return this.#isByTime ? this.#found : [...this.#found].sort((a, b) => a.firstLine - b.firstLine);
  }

  add(instance: number, said: Said): void {
    const { low, high } = printOf(said);
    this.addPrinted({ low, high, instance, ...said }, { said: () => said });
  }

  /** The teller is asked where none has said it before. */
  addPrinted(one: Printed, teller: { said(): Said }): void {
    const { instance, firstTime, lastTime, firstLine } = one;
    const slot = this.#slotOf(one.low, one.high);
    const number = this.#slots[slot + 2] ?? 0;
    const bout = number > 0 ? this.#found[number - 1] : this.#open(slot, one, teller.said());
    if (!bout) return;
    bout.count += 1;
    bout.same.add(one);
    this.#name(bout.some, instance);
    if (firstLine < bout.firstLine && !this.#isByTime) {
      Object.assign(bout, { instance, ...placeOf(teller.said()) });
    }
    if (firstTime > 0 && (firstTime < bout.firstTime || bout.firstTime === 0)) bout.firstTime = firstTime;
    if (lastTime > bout.lastTime) bout.lastTime = lastTime;
  }

  #name(some: number[], instance: number): void {
    const last = some.at(-1) ?? -1;
    if (instance === last || (instance > last && some.length === this.#most)) return;
    if (instance > last) {
      some.push(instance);
      return;
    }
    const at = some.findIndex((other) => other >= instance);
    if (some[at] === instance) return;
    some.splice(at, 0, instance);
    if (some.length > this.#most) some.pop();
  }

  #open(slot: number, { low, high, instance }: Printed, said: Said): Bout {
    const { firstTime, lastTime } = said;
    const same = this.#notes.open();
    const span = this.#isByTime ? { span: { from: firstTime, to: lastTime } } : {};
    const bout = {
      low, high, same, count: 0, some: [], instance, firstTime, lastTime, ...placeOf(said), ...span,
    };
    this.#found.push(bout);
    this.#slots.set([low, high, this.#found.length], slot);
    if (this.#found.length * 6 > this.#slots.length) this.#grow();
    return bout;
  }

  #slotOf(low: number, high: number): number {
    const slots = this.#slots;
    const last = slots.length / 3 - 1;
    let place = (low ^ high) & last;
    for (let at = place * 3; slots[at + 2] !== 0; at = place * 3) {
      if (slots[at] === low && slots[at + 1] === high) break;
      place = (place + 1) & last;
    }
    return place * 3;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 3) {
      if (before[at + 2] === 0) continue;
      this.#slots.set(before.subarray(at, at + 3), this.#slotOf(before[at] ?? 0, before[at + 1] ?? 0));
    }
  }
}

function placeOf({ strands, firstLine, lastLine }: Said): Pick<Bout, 'requests' | 'firstLine' | 'lastLine'> {
  return { requests: strands.map(({ a, b }) => ({ a, b })), firstLine, lastLine };
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

/** What an episode says in a span. */
export function saidIn(episode: Episode, span: Span): Said {
  const { from, to, firstAside, endOfAsides } = span;
  const asides = episode.asides.slice(firstAside, endOfAsides).map(({ said }) => said);
  const strands = episode.strands.slice(from, to);
  return { strands, asides: [...new Set(asides)], ...boundsOf(episode, span) };
}

function boundsOf({ strands, asides }: Episode, { from, to, firstAside, endOfAsides }: Span): Bounds {
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
