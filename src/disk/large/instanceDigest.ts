// Instances of a catalog → digests of the lines that concern them, one for each file, as the tolerant reader
// reads them: their own that mean something, those of their requests, and the stretches around errors.

import { openLineDigest } from '../../core/digest';
import type { ReadOptions } from '../../core/digest';
import type { LineDigest } from '../../core/lineDigest';
import type { Digest, LogEvent } from '../../core/model';
import { joinOrigin } from '../../core/sets/origins';
import { trimLine } from '../../core/reading/lines';
import { mostForRules } from '../../core/rules/rule';
import type { RuleSet } from '../../core/rules/ruleSet';
import type { Catalog } from './catalog';
import { textOf } from './ids';
import { toReadOf } from './instanceStretches';
import type { AllOfInstances, ToRead } from './instanceStretches';
import { LineHeads } from './lineHeads';
import type { Stretch } from './lines';
import { aboutParts, type AboutLog } from './aboutParts';
import { extentOf, originIn } from './logFiles';
import type { FileExtent, LogFile } from './logFiles';
import type { ByteSource } from './byteSource';

/** A longer last line of a file is not sought. */
const longestLast = 64 * 1024;
const newline = 10;

export interface MoreLines {
  /** Lines that are read too; the digests then know the lines of ids. */
  readonly named?: readonly Stretch[] | undefined;
  /** The operator's own, held against every line that is read. */
  readonly rules?: RuleSet;
  /** All that any stage remembers of them, as far as the catalog knows of it. */
  readonly more?: AllOfInstances;
  /** Told of each instance of which only the beginning and the end are read. */
  readonly onPart?: (instance: number) => void;
}

/** The first lines of an instance, as many as are held against rules, and whether it has more. */
export function linesForRules(
  places: Iterable<{ readonly offset: number; readonly line: number }>,
): { readonly named: readonly Stretch[]; readonly isPart: boolean } {
  const named: Stretch[] = [];
  for (const { offset, line } of places) {
    if (named.length >= mostForRules) return { named, isPart: true };
    named.push({ begin: offset, last: offset, line });
  }
  return { named, isPart: false };
}

/** What these instances' lines make of each file; lines of others that stand between may be in it too.
 *  @param instances their numbers in the catalog */
export function digestsOfInstances(
  files: readonly LogFile[], instances: readonly number[], catalog: Catalog, bytes: ByteSource,
  { named, rules, more, onPart }: MoreLines = {},
): readonly Digest[] {
  const all = toReadOf(instances, catalog, more);
  all.forEach(({ isPart }, at) => {
    if (isPart) onPart?.(instances[at] ?? -1);
  });
  const stretches = all.flatMap((own) => own.stretches);
  const options = { keepLines: named !== undefined, rules, rulesPerInstance: true };
  const readings = files.map((file) =>
    new FileReading(file, extentOf(catalog.parts, file), bytes, options));
  readStretches([...stretches, ...named ?? []], readings, bytes);
  const own = new Set(instances.map((number) => catalog.instances.text(number)));
  return readings.map((reading) => {
    tellOwners(all, reading, catalog);
    return reading.digest(catalog, own);
  });
}

/** The whole log knows better than a few lines what else a request touched. */
export function tellOwners(all: readonly ToRead[], { lines }: FileReading, catalog: Catalog): void {
  for (const { words, owner } of all.flatMap(({ requests }) => requests)) {
    if (owner === undefined) continue;
    lines.tie(`req-${textOf(words, 0)}`, owner < 0 ? '' : catalog.instances.text(owner));
  }
}

/** What stands behind the last line that was read: where it begins, and its number. */
export interface ReadTo {
  readonly offset: number;
  readonly line: number;
}

/** Each line once, in the order of the text.
 *  @param from what lies before was read already */
export function readStretches(
  stretches: readonly Stretch[], readings: readonly FileReading[], bytes: ByteSource,
  from: ReadTo = { offset: 0, line: 0 },
): ReadTo {
  const borders = readings.flatMap(({ extent }, at) => {
    const isTorn = !extent.isApart && stretches.some(({ begin }) => begin === extent.begin);
    return isTorn ? readings[at - 1]?.lastLine() ?? [] : [];
  });
  let { offset: done, line: doneLine } = from;
  let first = 0;
  const heads = new LineHeads(bytes);
  const sorted = [...stretches, ...borders].sort((a, b) => a.begin - b.begin || b.last - a.last);
  for (const stretch of sorted) {
    const { last } = stretch;
    if (last < done) continue;
    while ((readings[first + 1]?.extent.begin ?? Infinity) <= stretch.begin) first += 1;
    const { begin, line } = stretch.begin <= done ? stretch
      : heads.withHead(stretch, readings[first]?.extent.begin ?? 0);
    let [at, number] = begin < done ? [done, doneLine] : [begin, line];
    const end = bytes.endOfLine(last) + 1;
    for (const reading of readings.slice(first)) {
      const { extent } = reading;
      if (extent.begin >= end) break;
      // of one that begins in a file of which the end was read what is left stands in the next
      if (extent.end <= at) continue;
      if (at < extent.begin) [at, number] = [extent.begin, extent.line];
      [at, number] = reading.read(at, Math.min(end, extent.end), number);
    }
    [done, doneLine] = [at, number];
  }
  return { offset: done, line: doneLine };
}

/** One file, of which some lines are read. */
export class FileReading {
  extent: FileExtent;
  readonly lines: LineDigest;
  readonly #file: LogFile;
  readonly #bytes: ByteSource;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(file: LogFile, extent: FileExtent, bytes: ByteSource, options: ReadOptions) {
    this.extent = extent;
    this.lines = openLineDigest(file.source, { ...options, sample: file.sample });
    this.#file = file;
    this.#bytes = bytes;
  }

  /** Whole lines. @param line the number of the first one in the text of all.
   *  @returns where the line behind them begins, and its number. */
  read(begin: number, end: number, line: number): readonly [begin: number, line: number] {
    const { extent } = this;
    // what begins a file may go on with the one before: only the line behind it tells where that ends
    const isHead = line === extent.line && !extent.isApart && end < extent.end;
    const stop = isHead ? Math.min(extent.end, this.#bytes.endOfLine(end) + 1) : end;
    const text = this.#decoder.decode(this.#bytes.read(begin, stop - begin));
    const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
    lines.forEach((part, at) => this.lines.push({ number: line - extent.line + at, text: trimLine(part) }));
    return [stop, line + lines.length];
  }

  /** Where the last line stands in the text of all; undefined: it is too long. */
  lastLine(): Stretch | undefined {
    const { begin, end, line, lines } = this.extent;
    const size = Math.min(longestLast, end - begin);
    const bytes = this.#bytes.read(end - size, size);
    const before = bytes.lastIndexOf(newline, bytes.length - 2);
    if (before < 0 && size < end - begin) return undefined;
    const last = end - size + before + 1;
    return { begin: last, last, line: line + lines - 1 };
  }

  /** @param instances the ids of those whose lines were read
   *  @param goesOn more lines may be read after this */
  digest(catalog: Catalog, instances: ReadonlySet<string>, goesOn = false): Digest {
    const { lines, extent } = this;
    lines.counted(extent.lines);
    if (extent.isCut) lines.cut();
    if (!goesOn) lines.end();
    const found = goesOn ? lines.digest() : lines.found();
    // silences and what stands at the top are the log's, not that of these few lines
    const signs = found.signs && { ...found.signs, silences: [], headless: 0 };
    const isOwn = ownLines(found, instances);
    const parts = catalog.parts.slice(this.#file.first, this.#file.behind);
    const about = withServices(aboutParts(parts), found.services);
    const own = found.origin && originIn(found.origin, parts, about.services);
    const { origin: given, layout } = this.#file;
    return {
      ...found, events: found.events.filter(isOwn), faults: found.faults.filter(isOwn), ...about,
      // where no line was read, none tells it
      ...(layout && found.records === 0 && { layout }),
      ...(signs && { signs }), ...(own && { origin: given ? joinOrigin(own, given, about.services) : own }),
    };
  }
}

/** The catalog knows services by the loggers of all lines; what wraps the lines that were read may name
 *  others, and a traceback may prove one. */
function withServices(about: AboutLog, read: readonly string[]): AboutLog {
  if (read.every((service) => about.services.includes(service))) return about;
  return { ...about, services: [...new Set([...about.services, ...read])].sort() };
}

/** Lines of other instances stand between, and not all of them. */
function ownLines(
  { ties }: Digest, own: ReadonlySet<string>,
): (line: Pick<LogEvent, 'instance' | 'request'>) => boolean {
  return ({ instance, request }) => {
    const owner = instance ?? (request === undefined ? undefined : ties.get(request));
    return owner === undefined || owner === '' || own.has(owner);
  };
}
