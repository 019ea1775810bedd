// Statements of a failure whose instance no line names → faults that no operation can account for: of each
// request the first, with the class that its row or its text says.

import type { MarkerSpec } from '../../knowledge/schema';
import type { Digest, Fault, LogEvent, Place, Timeline } from '../model';
import { classOfText, faultAt } from './statedFault';
import { classTail } from './frameHints';
import type { TimelineTables } from './timelines';

interface Told {
  readonly digests: readonly Digest[];
  readonly timelines: readonly Timeline[];
  readonly tables: TimelineTables;
}

interface Failure {
  readonly event: LogEvent;
  readonly spec: MarkerSpec;
}

/** @param loose faults that are told anyway: the same class of the same request is not told twice. */
export function unnamedFailures(input: Told, loose: readonly Fault[]): readonly Fault[] {
  const failures = failuresIn(input);
  if (failures.length === 0) return [];
  const accounted = accountedFor(input);
  const told = new Set(loose.map(({ request, type }) => keyOf(request, type)));
  return failures.flatMap(({ event, spec }): readonly Fault[] => {
    const message = (event.captures['error'] ?? plainText(spec)).trimEnd();
    const type = spec.raises ?? classOfText(message, input.tables);
    if (type === undefined || accounted(event)) return [];
    const key = keyOf(event.request, type);
    if (event.request !== undefined && told.has(key)) return [];
    told.add(key);
    return [faultOf(event, spec, type, message)];
  });
}

function failuresIn({ digests, tables }: Told): readonly Failure[] {
  const failures: Failure[] = [];
  for (const { events } of digests) {
    for (const event of events) {
      const spec = event.instance === undefined ? tables.markers[event.marker]?.spec : undefined;
      if (spec && isFailure(spec)) failures.push({ event, spec });
    }
  }
  return failures;
}

function isFailure({ edge, says, harmless, moot }: MarkerSpec): boolean {
  return edge === 'fail' && says === 'failed' && harmless !== true && moot === undefined;
}

function plainText({ text }: MarkerSpec): string {
  return text.includes('%') ? '' : text;
}

function keyOf(request: string | undefined, type: string): string {
  return `${request ?? ''} ${classTail(type)}`;
}

// Of an operation, or of a request that has one.
function accountedFor({ timelines }: Told): (event: LogEvent) => boolean {
  const operations = timelines.flatMap((timeline) => timeline.operations);
  const requests = new Set(operations.map(({ request }) => request));
  const lines = new Set(operations.flatMap(({ places }) => places.map(lineOf)));
  return ({ request, at }) => (request !== undefined && requests.has(request)) || lines.has(lineOf(at));
}

function lineOf({ source, line }: Place): string {
  return `${line} ${source}`;
}

function faultOf(event: LogEvent, { logger }: MarkerSpec, type: string, message: string): Fault {
  const { at, request, process } = event;
  return {
    ...faultAt({ at, event, tie: undefined, request, process }, type, message),
    level: 'ERROR', logger: (typeof logger === 'string' ? logger : logger[0]) ?? '',
  };
}
