// A digest → its arrivals by what came and for what, and its lines that name an event, by line. Made once for
// each digest: a log with many failures asks for each of them.

import type { Arrival, Digest, LogEvent } from '../model';

export interface ArrivalIndex {
  /** What came, or was waited for, with this id, in the order of the log. */
  of(kind: Arrival['kind'], id: string): readonly Arrival[];
  /** The line's event of Neutron, if it names one. */
  eventAt(line: number): LogEvent | undefined;
}

const made = new WeakMap<object, ArrivalIndex>();

/** @returns the index of a digest; a digest that has grown has another. */
export function arrivalIndexOf(digest: Digest): ArrivalIndex {
  const known = made.get(digest);
  if (known) return known;
  const index = indexOf(digest);
  made.set(digest, index);
  return index;
}

function indexOf({ arrivals = [], events }: Digest): ArrivalIndex {
  const byId = new Map<string, Arrival[]>();
  const byLine = new Map<number, LogEvent>();
  const add = (arrival: Arrival): void => {
    const key = `${arrival.kind} ${arrival.id}`;
    const group = byId.get(key);
    if (group) group.push(arrival);
    else byId.set(key, [arrival]);
  };
  arrivals.forEach(add);
  for (const event of events) {
    const { event: name, port } = event.captures;
    if (name === undefined) continue;
    byLine.set(event.at.line, event);
    // nova-api tells of each event of Neutron that it hands on
    if (name === 'network-vif-plugged' && port !== undefined) add({ kind: 'event', id: port, at: event.at });
  }
  return {
    of: (kind, id) => byId.get(`${kind} ${id}`) ?? [],
    eventAt: (line) => byLine.get(line),
  };
}
