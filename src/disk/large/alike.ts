// A catalog → what instances are made of that the log tells alike: requests, and those that go on at the
// same time together. In each the statements that tell its steps stand in the same order, and what went
// wrong is said in the same words; what holds of one of them holds of all, but for times, names and
// numbers.

import {
  isDeletion, mostCounted, spanWords, strandFlags, strandWords,
} from '../../core/scan/spanLayout';
import { isOpen, mayGoOn, sortsOf } from '../../core/scan/outcomes';
import { Bouts } from './bouts';
import type { Bout, SpanSink } from './bouts';
import type { Catalog } from './catalog';
import { told } from './goingOn';
import { joined } from './joinedSpans';
import type { Column } from './knownPart';
import type { Bounds, Span, Strand } from './joinedSpans';

/** Of lines that say something of an instance no more than this share may belong to no request: where more
 *  do, what an operation is can be a matter of times. Nova's own threads say without one that a guest runs or
 *  is gone, which is a sixth of what a log without DEBUG says of a deletion. */
export const mostWithoutRequest = 0.25;

/** @param most so many instances of each bout are named
 *  @returns undefined: too many lines belong to no request, and what stands between them may be about an
 *  instance without naming it. */
export function boutsOf(catalog: Catalog, most: number): readonly Bout[] | undefined {
  const found = new Bouts(most);
  return readSpans(catalog, found) ? found.all : undefined;
}

/** All spans, in the order of the log but for those that stand in several parts.
 *  @returns whether they could be told, as above. */
export function readSpans(catalog: Catalog, found: SpanSink): boolean {
  const entries = catalog.parts.map(({ entry }) => entry);
  const said = entries.reduce((sum, entry) => sum + entry.said, 0);
  const withoutRequest = entries.reduce((sum, entry) => sum + entry.withoutRequest, 0);
  if (withoutRequest > said * mostWithoutRequest) return false;
  const columns = new ColumnReader(catalog);
  const torn = tornInstances(catalog, columns);
  const tornSpans = new Map<number, Span[]>();
  catalog.parts.forEach((_, part) => {
    const reader = new SpanReader(catalog, part, columns);
    for (let at = 0; at < reader.end; at = reader.next) {
      const instance = reader.instanceAt(at);
      if (((torn[instance] ?? 0) & isTorn) === 0) reader.count(at, instance, found);
      else addTo(tornSpans, instance, reader.read(at));
    }
  });
  // with all their spans, wherever they are
  for (const [instance, spans] of tornSpans) for (const own of told(joined(spans))) found.add(instance, own);
  return true;
}

function addTo(all: Map<number, Span[]>, instance: number, span: Span): void {
  const own = all.get(instance);
  if (own) own.push(span);
  else all.set(instance, [span]);
}

const isTorn = 1;
/** Some operation of it has not ended. */
const hasOpen = 2;
/** Above these stands of which sorts its operations are. */
const markBits = 2;

/** By instance: whether what is told by a span of it may be told by others as well. */
function tornInstances(catalog: Catalog, columns: ColumnReader): Uint32Array {
  const seen = new Uint32Array(catalog.instances.size);
  let known = 0;
  catalog.parts.forEach(({ instances }, part) => {
    const before = known;
    for (const instance of instances) known = Math.max(known, instance + 1);
    const spans = columns.read(part, 'spans');
    const strands = columns.read(part, 'strands');
    let strand = 0;
    for (let at = 0; at < spans.length; at += spanWords) {
      const end = strand + (spans[at + 1] ?? 0) * strandWords;
      const instance = instances[spans[at] ?? 0] ?? 0;
      const own = seen[instance] ?? 0;
      let marks = 0;
      for (; strand < end; strand += strandWords) {
        const isNameless = strands[strand] === 0 && strands[strand + 1] === 0;
        if (isNameless || (instance < before && catalog.spanning.partsOf(strands, strand))) marks |= isTorn;
        const [flags = 0, sorts = 0] = [strands[strand + 4], strands[strand + 5]];
        const isCutOff = (flags & isDeletion) !== 0 && (own & hasOpen) !== 0;
        if (isCutOff || mayGoOn(flags, sorts, own >> markBits)) marks |= isTorn;
        if (isOpen(flags, sorts)) marks |= hasOpen;
        marks |= sortsOf(flags, sorts) << markBits;
      }
      seen[instance] = own | marks;
    }
  });
  return seen;
}

/** Columns of one part after another: each is good until the same one of another part is read. */
export class ColumnReader {
  readonly #catalog: Catalog;
  readonly #memory = new Map<Column, Uint32Array>();
  readonly #last = new Map<Column, { readonly part: number; readonly words: Uint32Array }>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** The same, where it was not read last. */
  of(part: number, name: Column): Uint32Array {
    const last = this.#last.get(name);
    if (last?.part === part) return last.words;
    const words = this.read(part, name);
    this.#last.set(name, { part, words });
    return words;
  }

  read(part: number, name: Column): Uint32Array {
    const known = this.#catalog.parts[part];
    if (!known) return new Uint32Array(0);
    const section = known.entry.sections[name];
    let memory = this.#memory.get(name);
    if (!memory || memory.length < section.words) {
      memory = new Uint32Array(section.words + (section.words >> 2));
      this.#memory.set(name, memory);
    }
    return known.file.readInto(memory, section);
  }
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
  #at = 0;
  /** One for all: there are many. */
  readonly #counted = {
    low: 0, high: 0, instance: 0, firstTime: 0, lastTime: 0, firstLine: 0, lastLine: 0,
  };

  constructor(catalog: Catalog, part: number, columns: ColumnReader) {
    this.#spans = columns.read(part, 'spans');
    this.#strands = columns.read(part, 'strands');
    this.#asides = columns.read(part, 'asides');
    this.#instances = catalog.parts[part]?.instances ?? new Uint32Array(0);
    this.#line = catalog.parts[part]?.entry.line ?? 0;
    this.end = this.#spans.length;
  }

  instanceAt(at: number): number {
    return this.#instances[this.#word(at)] ?? 0;
  }

  count(at: number, instance: number, found: SpanSink): void {
    const one = this.#counted;
    one.low = this.#word(at + 8) | 0;
    one.high = this.#word(at + 9) | 0;
    if (one.low === 0 && one.high === 0) {
      found.add(instance, this.read(at));
      return;
    }
    one.instance = instance;
    this.#setBounds(one, at);
    this.#at = at;
    found.addPrinted(one, this);
    this.pass(at);
  }

  /** The span that is counted. */
  said(): Span {
    return this.#spanAt(this.#at);
  }

  pass(at: number): void {
    this.#strand += this.#word(at + 1) * strandWords;
    this.#aside += this.#word(at + 2);
    this.next = at + spanWords;
  }

  read(at: number): Span {
    const span = this.#spanAt(at);
    this.pass(at);
    return span;
  }

  #spanAt(at: number): Span {
    const strands: Strand[] = [];
    const end = this.#strand + this.#word(at + 1) * strandWords;
    for (let strand = this.#strand; strand < end; strand += strandWords) strands.push(this.#strandAt(strand));
    const asides = [...this.#asides.subarray(this.#aside, this.#aside + this.#word(at + 2))];
    const span = { strands, asides, firstTime: 0, lastTime: 0, firstLine: 0, lastLine: 0 };
    this.#setBounds(span, at);
    return span;
  }

  #setBounds(to: { -readonly [key in keyof Bounds]: Bounds[key] }, at: number): void {
    const milliseconds = this.#word(at + 5);
    to.firstTime = this.#word(at + 3) * 1000 + (milliseconds & 0xffff);
    to.lastTime = this.#word(at + 4) * 1000 + (milliseconds >>> 16);
    to.firstLine = this.#line + this.#word(at + 6);
    to.lastLine = this.#line + this.#word(at + 7);
  }

  #word(at: number): number {
    return this.#spans[at] ?? 0;
  }

  #strandAt(at: number): Strand {
    const words = this.#strands;
    const counts = words[at + 4] ?? 0;
    return {
      a: words[at] ?? 0, b: words[at + 1] ?? 0, rows: (words[at + 2] ?? 0) | 0,
      loose: (words[at + 3] ?? 0) | 0, count: counts & mostCounted,
      looseCount: (counts >>> 16) & mostCounted, flags: counts & strandFlags,
      sorts: words[at + 5] ?? 0,
    };
  }
}
