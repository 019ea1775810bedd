// The operations to be explained → for each of them its own events, the exceptions on the way of its failure,
// and the lines that stand beside it. One pass over the events of all logs.

import type { Digest, Fault, LogEvent, Operation } from '../model';
import { placeKey } from '../placeKey';
import { append } from './clueIndex';

export interface Scene {
  readonly operation: Operation;
  /** Events of the operation's own lines, in order. */
  readonly own: readonly LogEvent[];
  /** Evidence of the same instance or request, wherever it stands. */
  readonly beside: readonly LogEvent[];
  /** Exceptions from root cause to what was recorded, of all attempts; each once. */
  readonly faults: readonly Fault[];
  /** Evidence of no instance, by log: brokers, services, libvirt. */
  readonly loose: ReadonlyMap<string, readonly LogEvent[]>;
  readonly digests: readonly Digest[];
}

/** More of the same say no more. */
const mostLoose = 5000;

/** @param isEvidence whether an event is no line of an operation, by its marker. */
export function scenesOf(
  operations: readonly Operation[], digests: readonly Digest[], isEvidence: (marker: number) => boolean,
): readonly Scene[] {
  const wanted = linesWanted(operations);
  const byInstance = new Map<string, LogEvent[]>();
  const byRequest = new Map<string, LogEvent[]>();
  const byLine = new Map<string, LogEvent>();
  const loose = new Map<string, LogEvent[]>();
  const instances = new Set(operations.map(({ instance }) => instance));
  const requests = new Set(operations.flatMap(({ request }) => request ?? []));
  for (const { source, events } of digests) {
    const lines = wanted.get(source);
    for (const event of events) {
      if (!isEvidence(event.marker)) {
        if (lines?.has(event.at.line)) byLine.set(placeKey(event.at), event);
      } else if (event.instance && instances.has(event.instance)) append(byInstance, event.instance, event);
      else if (event.request && requests.has(event.request)) append(byRequest, event.request, event);
      else if (!event.instance && (loose.get(source)?.length ?? 0) < mostLoose) append(loose, source, event);
    }
  }
  return operations.map((operation) => ({
    operation,
    digests,
    loose,
    own: operation.places.flatMap((place) => byLine.get(placeKey(place)) ?? []),
    beside: [
      ...(byInstance.get(operation.instance) ?? []), ...(byRequest.get(operation.request ?? '') ?? []),
    ],
    faults: faultsOf(operation),
  }));
}

function linesWanted(operations: readonly Operation[]): ReadonlyMap<string, ReadonlySet<number>> {
  const wanted = new Map<string, Set<number>>();
  for (const { places } of operations) {
    for (const { source, line } of places) {
      const lines = wanted.get(source);
      if (lines) lines.add(line);
      else wanted.set(source, new Set([line]));
    }
  }
  return wanted;
}

/** The exceptions of an operation's failure and those of its attempts, with what they came from. */
export function faultsOf({ rootCause, fault, chain, attempts }: Operation): readonly Fault[] {
  const all = [rootCause, ...chain, fault, ...attempts.flatMap((one) => [one.rootCause, one.fault])];
  const nested = all.flatMap((one) => (one ? [one, ...one.chain] : []));
  const seen = new Set<string>();
  return nested.filter(({ at, type, message }) => {
    const key = `${placeKey(at)} ${type} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}
