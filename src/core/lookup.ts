// An analysis turned around: from a line of a log, an instance or a request to what stands there.
// In: an Analysis. Out: a Lookup whose indexes are built per log, when they are first asked for.

import type { Analysis, Diagnosis, Digest, Fault, Finding, LogEvent, Operation, Phase, Place } from './model';
import { keptInstance, tiedInstance } from './lineOwners';
import { faultsIn, spanIn, type FaultHere } from './faults/faultLines';
import { stopsOf, weave, type PhaseStop } from './timelines/phaseStops';

/** An operation as one log shows it: its first and last line there. */
export interface OperationSpan {
  readonly operation: Operation;
  readonly first: number;
  readonly last: number;
}

export interface Lookup {
  readonly analysis: Analysis;
  readonly digestOf: (source: string) => Digest | undefined;
  /** Events of exactly this line. */
  readonly eventsAt: (source: string, line: number) => readonly LogEvent[];
  /** Faults whose text covers the line; of a chain, the one whose class stands nearest below comes first. */
  readonly faultsAt: (source: string, line: number) => readonly Fault[];
  /** Diagnoses of an operation, the surest first; those with evidence on a line. */
  readonly diagnosesOf: (operation: string) => readonly Diagnosis[];
  readonly diagnosesAt: (source: string, line: number) => readonly Diagnosis[];
  readonly findingsIn: (source: string) => readonly Finding[];
  readonly findingsAt: (source: string, line: number) => readonly Finding[];
  /** Operations with a line in this log, by their first line there. */
  readonly operationsIn: (source: string) => readonly OperationSpan[];
  readonly operationsOf: (instance: string) => readonly Operation[];
  readonly operationsOfRequest: (request: string) => readonly Operation[];
  readonly operation: (id: string) => Operation | undefined;
  /** The instance a line belongs to. */
  readonly instanceAt: (source: string, line: number) => string | undefined;
  /** The innermost operation of that instance around the line. */
  readonly operationAt: (source: string, line: number, instance?: string) => Operation | undefined;
  readonly phaseAt: (source: string, line: number, operation: Operation) => Phase | undefined;
  /** Where the phases of an instance begin: per log in line order, logs woven together by time. */
  readonly phaseStops: (instance: string) => readonly PhaseStop[];
  /** Lines of this log at which something failed, ascending. */
  readonly failureLines: (source: string) => readonly number[];
}

const lookups = new WeakMap<Analysis, Lookup>();

/** The lookup of an analysis; the same one for the same analysis. */
export function lookupOf(analysis: Analysis): Lookup {
  const known = lookups.get(analysis);
  if (known) return known;
  const made = buildLookup(analysis);
  lookups.set(analysis, made);
  return made;
}

interface LogIndex {
  readonly source: string;
  readonly digest: Digest | undefined;
  readonly events: ReadonlyMap<number, readonly LogEvent[]>;
  readonly faults: readonly FaultHere[];
  /** Highest last line among the faults up to each index: how far back a line may still be covered. */
  readonly reach: readonly number[];
  readonly findings: readonly Finding[];
  readonly spans: readonly OperationSpan[];
  /** Lines that an operation rests on, also such as name no instance → whose operation it is. */
  readonly owners: ReadonlyMap<number, string>;
}

function buildLookup(analysis: Analysis): Lookup {
  const logs = new Map<string, LogIndex>();
  const log = (source: string) => remember(logs, source, () => indexLog(analysis, source));
  const timelines = new Map(analysis.timelines.map((timeline) => [timeline.instance, timeline.operations]));
  const all = analysis.timelines.flatMap((timeline) => timeline.operations);
  const byId = new Map(all.map((operation) => [operation.id, operation]));
  const operationsOf = (instance: string) => timelines.get(instance) ?? [];
  const instanceAt = (source: string, line: number) =>
    log(source).events.get(line)?.find(({ instance }) => instance)?.instance ??
    coveringFaults(log(source), line).find(({ instance }) => instance)?.instance ??
    keptInstance(analysis, log(source).digest, line) ??
    log(source).owners.get(line) ??
    tiedInstance(analysis, log(source).digest, line);
  return {
    analysis,
    operationsOf,
    instanceAt,
    digestOf: (source) => log(source).digest,
    eventsAt: (source, line) => log(source).events.get(line) ?? [],
    faultsAt: (source, line) => coveringFaults(log(source), line),
    diagnosesOf: (operation) => analysis.diagnoses.filter((one) => one.operation === operation),
    diagnosesAt: (source, line) => analysis.diagnoses.filter(({ evidence }) =>
      evidence.some(({ at }) => at.line === line && at.source === source)),
    findingsIn: (source) => log(source).findings,
    findingsAt: (source, line) => log(source).findings.filter(({ at }) => at.line === line),
    operationsIn: (source) => log(source).spans,
    operationsOfRequest: (request) => all.filter((operation) => operation.request === request),
    operation: (id) => byId.get(id),
    operationAt: (source, line, instance = instanceAt(source, line)) =>
      log(source)
        .spans.filter(
          ({ operation, first, last }) => operation.instance === instance && first <= line && line <= last,
        )
        .at(-1)?.operation,
    phaseAt,
    phaseStops: (instance) => weave(operationsOf(instance).flatMap(stopsOf)),
    failureLines: (source) => failureLines(log(source), source),
  };
}

function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function indexLog(analysis: Analysis, source: string): LogIndex {
  const digest = analysis.digests.find((candidate) => candidate.source === source);
  const events = new Map<number, LogEvent[]>();
  for (const event of digest?.events ?? []) remember(events, event.at.line, (): LogEvent[] => []).push(event);
  const faults = digest ? faultsIn(digest) : [];
  const reach: number[] = [];
  for (const { last } of faults) reach.push(Math.max(last, reach.at(-1) ?? -1));
  const findings = analysis.findings
    .filter(({ at }) => at.source === source)
    .sort((a, b) => a.at.line - b.at.line);
  const spans: OperationSpan[] = [];
  const owners = new Map<number, string>();
  for (const { operations } of analysis.timelines) {
    for (const operation of operations) {
      const lines = placesOf(operation)
        .filter((place) => place.source === source)
        .map(({ line }) => line);
      for (const line of lines) owners.set(line, operation.instance);
      if (lines.length > 0) spans.push({ operation, first: least(lines), last: greatest(lines) });
    }
  }
  spans.sort((a, b) => a.first - b.first);
  return { source, digest, events, faults, reach, findings, spans, owners };
}

/** Every place an operation rests on, its failure included; unordered, with repeats. */
export function placesOf(operation: Operation): readonly Place[] {
  const faults = [
    operation.rootCause,
    operation.fault,
    ...operation.attempts.flatMap(({ rootCause, fault }) => [rootCause, fault]),
  ];
  return [operation.begin, operation.end, ...operation.places, ...faults.flatMap((fault) => fault?.at ?? [])];
}

// Not Math.min(...lines): a long operation has more lines than a call may have arguments.
function least(lines: readonly number[]): number {
  return lines.reduce((a, b) => (b < a ? b : a));
}

function greatest(lines: readonly number[]): number {
  return lines.reduce((a, b) => (b > a ? b : a));
}

function coveringFaults({ source, faults, reach }: LogIndex, line: number): readonly Fault[] {
  const found: Fault[] = [];
  for (let i = upperBound(faults, line) - 1; i >= 0 && (reach[i] ?? -1) >= line; i -= 1) {
    const here = faults[i];
    if (here && here.last >= line) found.push(...nearestFirst(here.fault, source, line));
  }
  return found;
}

/** How many of the faults, sorted by first line, begin at or above the line. */
function upperBound(faults: readonly FaultHere[], line: number): number {
  let low = 0;
  let high = faults.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((faults[middle]?.first ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}

// A chained traceback is written oldest first; the class of the stack a line belongs to stands below that
// line.
function nearestFirst(fault: Fault, source: string, line: number): readonly Fault[] {
  const below = ({ at }: Fault) =>
    (at.line >= line && at.source === source ? at.line - line : Number.MAX_SAFE_INTEGER);
  return [fault, ...fault.chain].sort((a, b) => below(a) - below(b));
}

function phaseAt(source: string, line: number, operation: Operation): Phase | undefined {
  const own = (phase: Phase) =>
    phase.places.filter((place) => place.source === source).map((place) => place.line);
  const phases = operation.phases
    .map((phase) => ({ phase, lines: own(phase) }))
    .filter(({ lines }) => lines.length);
  const exact = phases.filter(({ lines }) => lines.includes(line)).at(-1);
  if (exact) return exact.phase;
  if (isInFailure(source, line, operation))
    return operation.phases.find(({ id }) => id === operation.failedPhase);
  const around = phases
    .map(({ phase, lines }) => ({ phase, first: least(lines), last: greatest(lines) }))
    .filter(({ first, last }) => first < line && line < last)
    .sort((a, b) => a.last - a.first - (b.last - b.first));
  return around[0]?.phase;
}

/** True on the lines of the tracebacks that failed the operation. */
function isInFailure(source: string, line: number, { chain, rootCause, fault }: Operation): boolean {
  return [...chain, rootCause, fault].some((one) => {
    const span = one && spanIn(one, source);
    return span !== undefined && span.firstLine <= line && line <= span.lastLine;
  });
}

function failureLines({ spans, findings }: LogIndex, source: string): readonly number[] {
  const faults = spans.flatMap(({ operation }) => [
    operation.rootCause,
    operation.fault,
    ...operation.attempts.flatMap(({ rootCause, fault }) => [rootCause, fault]),
  ]);
  const places = [
    ...faults.flatMap((fault) => fault?.at ?? []),
    ...findings.filter(({ severity }) => severity === 'error').map(({ at }) => at),
  ];
  const lines = new Set(places.filter((place) => place.source === source).map(({ line }) => line));
  return [...lines].sort((a, b) => a - b);
}
