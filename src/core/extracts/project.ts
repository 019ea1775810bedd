// An analysis as a document shows it that holds lines of several logs: every place that the document shows
// becomes its line there, all others stay in their logs. So whatever reads a Lookup works in such a document.

import { placesOf } from '../lookup';
import type { Analysis, Attempt, Digest, Fault, LogEvent, Operation, Phase, Place } from '../model';
import { spansOf } from '../faults/faultLines';
import { joinTies } from '../joins/requestTies';

/** What stands on each line of the document; undefined: words that are in no log. */
export type Origins = readonly (Place | undefined)[];

/** @param source the document's own name */
export function projectAnalysis(analysis: Analysis, origins: Origins, source: string): Analysis {
  return new Projector(analysis, origins, source).project();
}

/** Lines of one log → their rows. Most lines that are asked for lie before or behind all of them. */
class ShownLines {
  readonly #rows = new Map<number, number>();
  #first = Number.MAX_SAFE_INTEGER;
  #last = -1;

  add(line: number, row: number): void {
    if (this.#rows.has(line)) return;
    this.#rows.set(line, row);
    this.#first = Math.min(this.#first, line);
    this.#last = Math.max(this.#last, line);
  }

  get(line: number): number | undefined {
    return line < this.#first || line > this.#last ? undefined : this.#rows.get(line);
  }
}

class Projector {
  readonly #analysis: Analysis;
  readonly #source: string;
  readonly #count: number;
  readonly #lines = new Map<string, ShownLines>();
  // One fault is root cause, link of a chain and what an attempt ended with: it stays one.
  readonly #faults = new Map<Fault, Fault>();
  readonly #phases = new Map<Phase, Phase>();

  constructor(analysis: Analysis, origins: Origins, source: string) {
    this.#analysis = analysis;
    this.#source = source;
    this.#count = origins.length;
    origins.forEach((place, row) => {
      if (!place) return;
      const shown = this.#lines.get(place.source) ?? new ShownLines();
      this.#lines.set(place.source, shown);
      shown.add(place.line, row);
    });
  }

  project(): Analysis {
    const timelines = this.#analysis.timelines.flatMap((timeline) => {
      const shown = timeline.operations
        .filter((operation) => placesOf(operation).some((at) => this.#shows(at)));
      if (shown.length === 0) return [];
      return [{ ...timeline, operations: shown.map((one) => this.#operation(one)) }];
    });
    const findings = this.#analysis.findings
      .filter(({ at }) => this.#shows(at))
      .map((finding) => ({
        ...finding,
        at: this.#place(finding.at),
        related: finding.related.map((place) => this.#place(place)),
      }));
    // What lies beyond operations is told of all logs together, and costs something only where it is read.
    const { diagnoses } = this.#analysis;
    return { digests: [this.#digest()], timelines, findings, diagnoses };
  }

  #row({ source, line }: Place): number | undefined {
    return this.#lines.get(source)?.get(line);
  }

  #shows(place: Place): boolean {
    return this.#row(place) !== undefined;
  }

  #place(place: Place): Place {
    const line = this.#row(place);
    return line === undefined ? place : { ...place, source: this.#source, line };
  }

  #digest(): Digest {
    const digests = this.#analysis.digests.filter(({ source }) => this.#lines.has(source));
    const known = new Map<string, readonly number[]>();
    const linesOf = (id: string): readonly number[] => {
      const lines = known.get(id) ?? this.#linesOf(digests, id);
      known.set(id, lines);
      return lines;
    };
    const wrapped = digests.find(({ layout }) => layout.wrappedAt !== undefined);
    const first = wrapped ?? digests[0];
    return {
      source: this.#source,
      layout: first?.layout ?? { layout: 'unknown', wrapper: 'none', wrappedAt: undefined },
      lines: this.#count,
      records: this.#count,
      unread: 0,
      services: [...new Set(digests.flatMap(({ services }) => services))],
      levels: new Set(digests.flatMap(({ levels }) => [...levels])),
      firstTime: least(digests.map(({ firstTime }) => firstTime)),
      lastTime: least(digests.map(({ lastTime }) => lastTime), -1),
      events: digests.flatMap(({ events }) => this.#events(events)),
      faults: digests.flatMap(({ faults }) => this.#faultsShown(faults)),
      own: digests.flatMap(({ own = [] }) => this.#events(own)),
      ties: joinTies(digests),
      linesOf,
      isNova: digests.some(({ isNova }) => isNova),
    };
  }

  #linesOf(digests: readonly Digest[], id: string): readonly number[] {
    const rows = digests.flatMap((digest) => {
      const shown = this.#lines.get(digest.source);
      return digest.linesOf(id).flatMap((line) => shown?.get(line) ?? []);
    });
    return rows.sort((a, b) => a - b);
  }

  #events(events: readonly LogEvent[]): readonly LogEvent[] {
    return events
      .filter(({ at }) => this.#shows(at))
      .map((event) => ({ ...event, at: this.#place(event.at) }));
  }

  #faultsShown(faults: readonly Fault[]): readonly Fault[] {
    return faults.filter(({ at }) => this.#shows(at)).map((fault) => this.#fault(fault));
  }

  #fault(fault: Fault): Fault {
    const known = this.#faults.get(fault);
    if (known) return known;
    const at = this.#place(fault.at);
    const isHere = at.source === this.#source;
    const row = (source: string, line: number) => this.#lines.get(source)?.get(line) ?? at.line;
    const [first, last] = [spansOf(fault)[0], spansOf(fault).at(-1)];
    const made: Fault = {
      ...fault,
      at,
      firstLine: isHere && first ? row(first.source, first.firstLine) : fault.firstLine,
      lastLine: isHere && last ? row(last.source, last.lastLine) : fault.lastLine,
      frames: isHere ? fault.frames.map(({ source = fault.at.source, ...frame }) =>
        ({ ...frame, at: row(source, frame.at) })) : fault.frames,
      chain: fault.chain.map((below) => this.#fault(below)),
      ...(isHere && { spans: undefined }),
    };
    this.#faults.set(fault, made);
    return made;
  }

  #phase(phase: Phase): Phase {
    const known = this.#phases.get(phase);
    if (known) return known;
    const places = phase.places.map((place) => this.#place(place));
    const made = { ...phase, at: phase.at && this.#place(phase.at), places };
    this.#phases.set(phase, made);
    return made;
  }

  #attempt(attempt: Attempt): Attempt {
    return {
      ...attempt,
      begin: this.#place(attempt.begin),
      end: this.#place(attempt.end),
      phases: attempt.phases.map((phase) => this.#phase(phase)),
      fault: attempt.fault && this.#fault(attempt.fault),
      rootCause: attempt.rootCause && this.#fault(attempt.rootCause),
    };
  }

  #operation(operation: Operation): Operation {
    const { due } = operation;
    return {
      ...operation,
      begin: this.#place(operation.begin),
      end: this.#place(operation.end),
      attempts: operation.attempts.map((attempt) => this.#attempt(attempt)),
      phases: operation.phases.map((phase) => this.#phase(phase)),
      rootCause: operation.rootCause && this.#fault(operation.rootCause),
      fault: operation.fault && this.#fault(operation.fault),
      chain: operation.chain.map((fault) => this.#fault(fault)),
      due: due && { ...due, since: this.#place(due.since) },
      places: operation.places.map((place) => this.#place(place)),
    };
  }
}

/** The least of those that are known; with `sign` −1 the greatest. */
function least(times: readonly (number | undefined)[], sign = 1): number | undefined {
  return times.reduce(
    (a, b) => (a === undefined ? b : b === undefined || sign * a <= sign * b ? a : b), undefined);
}
