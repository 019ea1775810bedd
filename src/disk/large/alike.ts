// A catalog → what instances are made of that the log tells alike: requests, and those that go on at the
// same time together. In each the statements that tell its steps stand in the same order, and what went
// wrong is said in the same words; what holds of one of them holds of all, but for times, names and
// numbers.

import { spanWords, strandWords } from '../../core/scan/spanLayout';
import { Bouts } from './bouts';
import type { Bout, Bounds } from './bouts';
import type { Catalog } from './catalog';
import { joined } from './joinedSpans';
import type { Span, Strand } from './joinedSpans';

/** Of lines that say something of an instance no more than this share may belong to no request. */
export const mostWithoutRequest = 0.02;

/** @param most so many instances of each bout are named
 *  @returns undefined: too many lines belong to no request, and what stands between them may be about an
 *  instance without naming it. */
export function boutsOf(catalog: Catalog, most: number): readonly Bout[] | undefined {
  const entries = catalog.parts.map(({ entry }) => entry);
  const said = entries.reduce((sum, entry) => sum + entry.said, 0);
  const withoutRequest = entries.reduce((sum, entry) => sum + entry.withoutRequest, 0);
  if (withoutRequest > said * mostWithoutRequest) return undefined;
  const torn = tornInstances(catalog);
  const spans = spansOfTorn(catalog, torn);
  const found = new Bouts(most);
  catalog.parts.forEach((_, part) => {
    for (const instance of countSpans(new SpanReader(catalog, part), torn, found)) {
      // with all its spans, wherever they are
      for (const own of joined(spans.get(instance) ?? [])) found.add(instance, own);
    }
  });
  return found.all;
}

const isTorn = 1;
const isDone = 2;

/** Counts the spans of a part, but those of torn instances.
 *  @param torn by instance, what is to be done @returns the torn ones that have not been met before */
function countSpans(reader: SpanReader, torn: Uint8Array, found: Bouts): readonly number[] {
  const met: number[] = [];
  for (let at = 0; at < reader.end; at = reader.next) {
    const instance = reader.instanceAt(at);
    if (torn[instance] === 0) {
      reader.count(at, instance, found);
      continue;
    }
    if (torn[instance] === isTorn) {
      torn[instance] = isDone;
      met.push(instance);
    }
    reader.pass(at);
  }
  return met;
}

/** By instance: whether a request of it, or what names none, may go on in another part. */
function tornInstances(catalog: Catalog): Uint8Array {
  const torn = new Uint8Array(catalog.instances.size);
  let known = 0;
  catalog.parts.forEach(({ instances }, part) => {
    const before = known;
    for (const instance of instances) known = Math.max(known, instance + 1);
    const spans = catalog.column(part, 'spans');
    const strands = catalog.column(part, 'strands');
    let strand = 0;
    for (let at = 0; at < spans.length; at += spanWords) {
      const end = strand + (spans[at + 1] ?? 0) * strandWords;
      const instance = instances[spans[at] ?? 0] ?? 0;
      for (; strand < end; strand += strandWords) {
        if (instance < before && goesOn(catalog, strands, strand)) torn[instance] = isTorn;
      }
    }
  });
  return torn;
}

function goesOn(catalog: Catalog, strands: Uint32Array, at: number): boolean {
  return (strands[at] === 0 && strands[at + 1] === 0) || catalog.spanning.partsOf(strands, at) !== undefined;
}

/** The spans of torn instances in all parts, by instance. */
function spansOfTorn(catalog: Catalog, torn: Uint8Array): ReadonlyMap<number, readonly Span[]> {
  const found = new Map<number, Span[]>();
  catalog.parts.forEach((_, part) => {
    const reader = new SpanReader(catalog, part);
    for (let at = 0; at < reader.end; at = reader.next) {
      const instance = reader.instanceAt(at);
      if (torn[instance] === 0) {
        reader.pass(at);
        continue;
      }
      const span = reader.read(at);
      const own = found.get(instance);
      if (own) own.push(span);
      else found.set(instance, [span]);
    }
  });
  return found;
}

/** The spans of a part, one after the other. */
class SpanReader {
  /** Where the span behind the one stands that was read, counted or passed over last. */
  next = 0;
  readonly end: number;
  readonly #instances: Uint32Array;
  readonly #spans: Uint32Array;
  readonly #strands: Uint32Array;
  readonly #line: number;
  readonly #asides: Uint32Array;
  #strand = 0;
  #aside = 0;

  constructor(catalog: Catalog, part: number) {
    this.#spans = catalog.column(part, 'spans');
    this.#strands = catalog.column(part, 'strands');
    this.#asides = catalog.column(part, 'asides');
    this.#instances = catalog.parts[part]?.instances ?? new Uint32Array(0);
    this.#line = catalog.parts[part]?.entry.line ?? 0;
    this.end = this.#spans.length;
  }

  instanceAt(at: number): number {
    return this.#instances[this.#word(at)] ?? 0;
  }

  count(at: number, instance: number, found: Bouts): void {
    const [low, high] = [this.#word(at + 8) | 0, this.#word(at + 9) | 0];
    if (low === 0 && high === 0) {
      found.add(instance, this.read(at));
      return;
    }
    const [strand, aside] = [this.#strand, this.#aside];
    const printed = { low, high, instance, ...this.#boundsAt(at) };
    found.addPrinted(printed, () => this.#spanAt(at, strand, aside));
    this.pass(at);
  }

  pass(at: number): void {
    this.#strand += this.#word(at + 1) * strandWords;
    this.#aside += this.#word(at + 2);
    this.next = at + spanWords;
  }

  read(at: number): Span {
    const span = this.#spanAt(at, this.#strand, this.#aside);
    this.pass(at);
    return span;
  }

  #spanAt(at: number, firstStrand: number, firstAside: number): Span {
    const strands: Strand[] = [];
    const end = firstStrand + this.#word(at + 1) * strandWords;
    for (let strand = firstStrand; strand < end; strand += strandWords) strands.push(this.#strandAt(strand));
    const asides = [...this.#asides.subarray(firstAside, firstAside + this.#word(at + 2))];
    return { strands, asides, ...this.#boundsAt(at) };
  }

  #boundsAt(at: number): Bounds {
    const milliseconds = this.#word(at + 5);
    return {
      firstTime: this.#word(at + 3) * 1000 + (milliseconds & 0xffff),
      lastTime: this.#word(at + 4) * 1000 + (milliseconds >>> 16),
      firstLine: this.#line + this.#word(at + 6), lastLine: this.#line + this.#word(at + 7),
    };
  }

  #word(at: number): number {
    return this.#spans[at] ?? 0;
  }

  #strandAt(at: number): Strand {
    const words = this.#strands;
    const counts = words[at + 4] ?? 0;
    return {
      a: words[at] ?? 0, b: words[at + 1] ?? 0, rows: (words[at + 2] ?? 0) | 0,
      loose: (words[at + 3] ?? 0) | 0, count: counts & 0xffff, looseCount: counts >>> 16,
    };
  }
}
