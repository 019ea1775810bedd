// The instances of a large log that were asked for → one digest of it, as if it held nothing else. What the
// lines around them say of other instances is left out: it is not all that the log says of these.

import type { Digest, Fault, LogEvent, LogJoins } from '../../core/model';
import type { PlainDigest, WokenInstance } from '../../disk/desk/calls';

const noJoins: LogJoins = {
  claims: [], calls: [], mentions: [], order: [], zoneClash: undefined, whole: true,
};

/** @param about a digest of no line of the log: what is known of it as a whole */
export function wokenDigest(
  source: string, about: PlainDigest, all: ReadonlyMap<string, WokenInstance>,
): Digest {
  const woken = [...all.values()];
  const digests = woken.map(({ digest }) => digest);
  const ties = tiesOf(digests);
  const isOurs = ({ instance, request }: Owned): boolean => {
    const owner = instance ?? (request === undefined ? undefined : ties.get(request));
    return owner === undefined || owner === '' || all.has(owner);
  };
  const lines = linesOf(woken, (request) => isOurs({ instance: undefined, request }));
  const [first] = digests;
  const services = about.services;
  return {
    ...about,
    source,
    layout: first?.layout ?? about.layout,
    isNova: true,
    ...originOf(digests, services),
    events: inOrder(digests.flatMap(({ events }) => events).filter(isOurs), keyOfEvent),
    faults: inOrder(digests.flatMap(({ faults }) => faults).filter(isOurs), keyOfFault),
    ties,
    linesOf: (id) => lines.get(id) ?? [],
    arrivals: inOrder(digests.flatMap(({ arrivals = [] }) => arrivals), ({ at }) => `${at.line}`),
    joins: joinsOf(digests, isOurs),
    // what a silence or the life of a host is can be said only by one who has read every line
    signs: {
      signs: inOrder(
        digests.flatMap(({ signs }) => signs?.signs ?? [])
          .filter(({ instance }) => instance !== undefined && all.has(instance)),
        ({ at, row }) => `${at.line} ${row}`),
      lockWaits: [], silences: [], headless: 0,
    },
    troubles: { kinds: [], others: 0 },
    optionDumps: [],
    own: [],
  };
}

interface Owned {
  readonly instance: string | undefined;
  readonly request: string | undefined;
}

// A request that touches several instances ties none.
function tiesOf(digests: readonly PlainDigest[]): ReadonlyMap<string, string> {
  const ties = new Map<string, string>();
  for (const digest of digests) {
    for (const [request, instance] of digest.ties) {
      const known = ties.get(request);
      ties.set(request, known === undefined || known === instance ? instance : '');
    }
  }
  return ties;
}

function linesOf(
  woken: readonly WokenInstance[], isOurs: (request: string) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, readonly number[]>();
  for (const one of woken) {
    for (const [id, own] of one.lines) {
      if (id !== one.id && !isOurs(id)) continue;
      const known = lines.get(id);
      lines.set(id, known ? [...new Set([...known, ...own])].sort((a, b) => a - b) : own);
    }
  }
  return lines;
}

// Of a log of several services, or hosts, a few lines do not tell whose it is.
function originOf(digests: readonly PlainDigest[], services: readonly string[]): Pick<Digest, 'origin'> {
  const [first] = digests;
  const hosts = new Set(digests.map(({ origin }) => origin?.host));
  if (services.length !== 1 || hosts.size !== 1 || !first?.origin) return {};
  return { origin: first.origin };
}

function joinsOf(digests: readonly PlainDigest[], isOurs: (one: Owned) => boolean): LogJoins {
  const joins = digests.map((digest) => digest.joins ?? noJoins);
  const by = ({ at }: Placed) => `${at.line}`;
  return {
    claims: inOrder(joins.flatMap(({ claims }) => claims).filter(isOurs), ({ at, kind, id }) =>
      `${at.line} ${kind} ${id}`),
    calls: inOrder(joins.flatMap(({ calls }) => calls), ({ at, caller, callee, via }) =>
      `${at.line} ${caller} ${callee} ${via}`),
    mentions: inOrder(joins.flatMap(({ mentions }) => mentions), by),
    order: inOrder(joins.flatMap(({ order }) => order), (point) => JSON.stringify(point)),
    zoneClash: joins.find(({ zoneClash }) => zoneClash !== undefined)?.zoneClash,
    whole: joins.every(({ whole }) => whole),
  };
}

interface Placed {
  readonly at: { readonly line: number };
}

/** Each once, in the order of the log: lines around an error are read for every instance in them. */
function inOrder<T extends Placed>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const distinct = new Map(all.map((one) => [keyOf(one), one]));
  return [...distinct.values()].sort((a, b) => a.at.line - b.at.line);
}

function keyOfEvent({ at, marker, instance }: LogEvent): string {
  return `${at.line} ${marker} ${instance ?? ''}`;
}

function keyOfFault({ at, firstLine, instance }: Fault): string {
  return `${firstLine} ${at.line} ${instance ?? ''}`;
}
