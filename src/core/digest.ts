// One log: bytes → lines → records → events and faults → Digest. The whole reading pipeline, on one screen.

import { kept } from '../knowledge/evidence/index';
import { markers, messageClasses } from '../knowledge/index';
import { readConfigTraces, type TraceReader } from './reading/configTraces';
import { readBorder } from './reading/border';
import { indexMarkers, readEvents } from './reading/events';
import { readFaults, type FaultReader } from './faults/faults';
import { tied } from './faults/tied';
import { readJoins, type JoinReader } from './joins/readJoins';
import type { LineDigest, Speaker } from './lineDigest';
import { readLines } from './reading/lines';
import { LineIndex } from './reading/lineIndex';
import type { Digest, Fault, Header, Line, LogEvent, Origin, Place } from './model';
import { readOrigin, type OriginReader } from './reading/origin';
import { readRecords, type RecordOptions, type RecordReader } from './reading/records';
import { readSurroundings, type SurroundingsReader } from './reading/surroundings';
import { RuledLines } from './rules/ruledLines';
import type { RuleSet } from './rules/ruleSet';
import type { Dress } from './reading/tally';
import { fanOut, sinkOf } from './sink';
import { survey } from './reading/survey';
import { Ties } from './reading/ties';
import { classOfText } from './timelines/statedFault';
import { readTroubles } from './reading/troubles';

export interface ReadOptions extends Pick<RecordOptions, 'sample' | 'isPatient'> {
  /** Keep the lines of each instance and request, for jumping; costs four bytes a line. */
  readonly keepLines?: boolean;
  /** What is known of the log's origin before it is read. */
  readonly origin?: Partial<Origin>;
  /** The operator's own rules; the analysis must be given the same. */
  readonly rules?: RuleSet | undefined;
  /** As many lines of each instance as else of the whole log count for rules: only few instances are read. */
  readonly rulesPerInstance?: boolean;
}

/** Bytes, measured with what `analyse` makes of each. */
const memoryOf = { event: 1000, fault: 2000, instance: 2000, request: 200 } as const;

export interface DigestReader {
  /** Feeds the next bytes of the log, in pieces of any size. */
  push(bytes: Uint8Array): void;
  /** Of a line that holds many some more are read, where the reader is patient; whoever waits between calls
   *  holds nobody up. @returns whether more wait. */
  work?(): boolean;
  /** What is known so far; more bytes may follow. */
  digest(): Digest;
  /** What is known at the end of the log. */
  end(): Digest;
  /** About how many bytes of memory it takes, with what an analysis makes of it. */
  memory(): number;
}

const classes = { messageClasses };

export const markerIndex = indexMarkers(kept);

/** @param source the caller's name for the log; it comes back in every place. */
export function openDigest(source: string, options: ReadOptions = {}): DigestReader {
  const lines = new LogDigester(source, options);
  const bytes = readLines(lines);
  return {
    push: (chunk) => bytes.push(chunk),
    work: () => lines.work(),
    digest: () => lines.digest(),
    end() {
      bytes.end();
      return lines.found();
    },
    memory: () => lines.memory(),
  };
}

export function openLineDigest(source: string, options: ReadOptions = {}): LineDigest {
  return new LogDigester(source, options);
}

class LogDigester implements LineDigest {
  readonly #source: string;
  readonly #events: LogEvent[] = [];
  readonly #own: RuledLines;
  readonly #faults: Fault[] = [];
  readonly #ties = new Ties();
  readonly #instances = new Set<string>();
  /** Instances without a UUID, by the lines that say their number. */
  readonly #numbers = new Map<number, string>();
  readonly #survey = survey();
  readonly #lines: LineIndex | undefined;
  readonly #toFaults: FaultReader;
  readonly #toTraces: TraceReader;
  readonly #toOrigin: OriginReader;
  readonly #toSigns: SurroundingsReader;
  readonly #toTroubles = readTroubles();
  readonly #toJoins: JoinReader;
  readonly #border = readBorder();
  readonly #records: RecordReader;
  #physical = 0;

  constructor(
    source: string, { keepLines = false, origin, rules, rulesPerInstance = false, ...how }: ReadOptions,
  ) {
    this.#source = source;
    this.#own = new RuledLines(rulesPerInstance);
    this.#lines = keepLines ? new LineIndex() : undefined;
    const toEvents = readEvents(
      source, markerIndex, sinkOf((event) => this.#event(event)), () => this.#records.isNumbered(),
    );
    const toFault = sinkOf((fault: Fault) => void this.#faults.push(tied(fault, this.#numbers)));
    this.#toFaults = readFaults(source, toFault, (text) => classOfText(text, classes));
    this.#toTraces = readConfigTraces(source);
    this.#toOrigin = readOrigin(source, origin);
    const toOwn = rules && rules.rules.length > 0
      ? readEvents(source, rules.index, sinkOf((event) => this.#ownEvent(event, rules)))
      : undefined;
    this.#toSigns = readSurroundings(source);
    this.#toJoins = readJoins(source);
    const surrounding = [this.#toOrigin, this.#toSigns, this.#toTroubles, this.#toJoins];
    const told = [this.#toFaults, this.#toTraces, ...surrounding];
    const stages = [this.#border, this.#survey, this.#ties, this.#lines, toEvents, toOwn, ...told];
    this.#records = readRecords(fanOut(stages.filter((stage) => stage !== undefined)), how);
  }

  push(line: Line): void {
    this.#physical = line.number + 1;
    this.#border.line(line);
    this.#records.push(line);
  }

  work(): boolean {
    return this.#records.work();
  }

  readonly blanks = (number: number, count: number): void => {
    this.#physical = number + count;
    this.#border.blanks(number, count);
    this.#records.blanks(number, count);
  };

  pass(
    count: number, dress: Dress, last: Pick<Place, 'line' | 'time'> | undefined, speaker?: Speaker,
  ): void {
    this.#border.passed();
    this.passBefore(count, dress, last, speaker);
  }

  passBefore(
    count: number, dress: Dress, last: Pick<Place, 'line' | 'time'> | undefined, speaker?: Speaker,
  ): void {
    this.#records.pass(count, dress);
    this.#toSigns.silences.pass(count, last && { source: this.#source, ...last }, speaker);
  }

  addGaps(counts: Int32Array, speaker?: Speaker): void {
    this.#toSigns.silences.addGaps(counts, speaker);
  }

  addZones(counts: readonly (readonly [quarters: number, lines: number])[]): void {
    for (const [quarters, lines] of counts) this.#records.times.add(quarters, lines);
  }

  recall(text: string): void {
    this.#records.recall(text);
  }

  isDecided(): boolean {
    return this.#records.isDecided();
  }

  counted(lines: number): void {
    this.#physical = lines;
  }

  tie(request: string, instance: string): void {
    this.#ties.join(request, instance);
  }

  isAttending(): boolean {
    return this.#toTraces.isAttending();
  }

  openWriters(): Iterable<Header> {
    return this.#toFaults.openWriters();
  }

  digest(): Digest {
    this.#records.settle();
    return this.found();
  }

  cut(): void {
    this.#border.cut();
  }

  end(): void {
    this.#records.end();
  }

  #event(event: LogEvent): void {
    this.#events.push(event);
    if (event.instance !== undefined) this.#instances.add(event.instance);
    const marker = markers[event.marker];
    const { instance, at } = event;
    if (marker?.spec.numbered && instance !== undefined) this.#numbers.set(at.line, instance);
    if (marker) this.#ties.seen(event.request, event.instance, marker.spec.ambient === true);
  }

  // A rule that adds to a phase is a marker behind those of the tables and the evidence.
  #ownEvent(event: LogEvent, { markers: ownMarkers }: RuleSet): void {
    if (!this.#own.add(event)) return;
    if (ownMarkers[event.marker]) this.#events.push({ ...event, marker: kept.length + event.marker });
  }

  memory(): number {
    const { event, fault, instance, request } = memoryOf;
    return this.#events.length * event + this.#faults.length * fault
      + this.#instances.size * instance + this.#ties.map().size * request;
  }

  found(): Digest {
    const lines = this.#lines;
    const services = [...new Set([...this.#records.services(), ...this.#toFaults.writers()])];
    const traces = this.#toTraces.found();
    const faults = [...this.#faults, ...this.#toFaults.pending().map((fault) => tied(fault, this.#numbers))];
    return {
      source: this.#source,
      origin: this.#toOrigin.origin(services, traces.optionDumps),
      layout: this.#records.layout(),
      lines: this.#physical,
      ...this.#records.counts(),
      services,
      ...this.#survey.found(faults),
      events: this.#events,
      faults,
      ties: this.#ties.map(),
      linesOf: (id) => lines?.of(id) ?? [],
      ...traces,
      own: this.#own.lines,
      ruledTo: this.#own.last(),
      signs: this.#toSigns.found(),
      troubles: this.#toTroubles.found(),
      joins: this.#toJoins.joins(this.#records.times),
      border: this.#border.border(this.#physical, this.#records),
    };
  }
}
