// Host lanes and operations → what happened to the hosts of an operation while it ran: facts, not causes.

import { indexIntervals } from './intervals';
import type { HostLane, HostSpan, Operation } from '../model';

/** A span whose end no line tells is taken to last a second longer than it was told. */
const afterwards = 1_000;
/** What lies so soon behind the last line of an operation that is not over is told with it, milliseconds. */
const soonAfter = 600_000;

/** @returns trouble on an operation's hosts, or in the logs that it stands in, at its time. */
export function spansAround(
  lanes: readonly HostLane[], same: (host: string) => string,
): (operation: Operation) => readonly HostSpan[] {
  const find = indexIntervals(lanes.flatMap((lane) => lane.spans.filter(isTrouble).map((span) => ({
    ...timesOf(span), value: { host: lane.host, span },
  }))));
  return (operation) => {
    const begin = operation.begin.time;
    const end = operation.end.time;
    if (begin === undefined || end === undefined) return [];
    const open = operation.outcome === 'in-progress' || operation.outcome === 'unknown';
    const near = find(begin, open ? end + soonAfter : end);
    if (near.length === 0) return [];
    const hosts = new Set(operation.attempts.flatMap(({ host }) => (host === undefined ? [] : same(host))));
    const sources = new Set(operation.places.map(({ source }) => source));
    return near.flatMap(({ host, span }) => {
      const place = span.begin ?? span.end;
      const here = place !== undefined && sources.has(place.source);
      return here || (host !== undefined && hosts.has(host)) ? [span] : [];
    });
  };
}

// That a service starts or stops while an operation runs is told as a hole.
function isTrouble({ kind }: HostSpan): boolean {
  return kind !== 'service';
}

function timesOf({ begin, end, places }: HostSpan): { readonly from: number; readonly to: number } {
  const last = end ?? places.at(-1);
  const never = Number.NEGATIVE_INFINITY;
  return { from: begin?.time ?? never, to: (last?.time ?? never) + afterwards };
}
