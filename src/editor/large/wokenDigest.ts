// The instances of a large log that were asked for → one digest of it, as if it held nothing else. What the
// lines around them say of other instances is left out: it is not all that the log says of these.

import type { Digest, Fault, LogEvent, LogJoins } from '../../core/model';
import type { PlainDigest, WokenInstance } from '../../disk/desk/calls';

const noJoins: LogJoins = {
  claims: [], calls: [], mentions: [], order: [], zoneClash: undefined, whole: true,
};

/** What is known of the instances that were asked for, whatever else the log says. */
export type WokenParts = Pick<Digest,
  'events' | 'faults' | 'ties' | 'linesOf' | 'arrivals' | 'joins' | 'signs' | 'troubles' | 'optionDumps'
  | 'own' | 'tellsOf' | 'partlyRuled'
> & { readonly digests: readonly PlainDigest[] };

/** @param about a digest of no line of the log: what is known of it as a whole */
export function wokenDigest(source: string, about: PlainDigest, woken: WokenParts): Digest {
  const { digests, ...told } = woken;
  // the lines of an instance may name a service that no logger tells
  const services = [...new Set([about, ...digests].flatMap((digest) => digest.services))].sort();
  return {
    ...about, source, layout: digests[0]?.layout ?? about.layout, isNova: true, services,
    ...originOf(digests, services), ...told,
  };
}

/** Costs milliseconds for each hundred instances: it is made when they have changed, and not when the log has
 *  only become longer. */
export function wokenParts(all: ReadonlyMap<string, WokenInstance>): WokenParts {
  const woken = [...all.values()];
  const digests = woken.map(({ digest }) => digest);
  const ties = tiesOf(digests);
  const isOurs = ({ instance, request }: Owned): boolean => {
    const owner = instance ?? (request === undefined ? undefined : ties.get(request));
    return owner === undefined || owner === '' || all.has(owner);
  };
  const lines = linesOf(woken, (request) => isOurs({ instance: undefined, request }));
  return {
    digests,
    tellsOf: new Set(all.keys()),
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
    partlyRuled: new Set(digests.flatMap(({ partlyRuled = [] }) => [...partlyRuled])),
    own: inOrder(digests.flatMap(({ own = [] }) => own).filter(isOurs), keyOfEvent),
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

/** Each once, in the order of the log: lines around an error are read for every instance in them. What is the
 *  same stands on one line. */
function inOrder<T extends Placed>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const sorted = [...all].sort((a, b) => a.at.line - b.at.line);
  const distinct: T[] = [];
  for (let from = 0; from < sorted.length;) {
    const line = sorted[from]?.at.line;
    let behind = from + 1;
    while (sorted[behind]?.at.line === line) behind += 1;
    const here = sorted.slice(from, behind);
    distinct.push(...(here.length === 1 ? here : new Map(here.map((one) => [keyOf(one), one])).values()));
    from = behind;
  }
  return distinct;
}

function keyOfEvent({ at, marker, instance }: LogEvent): string {
  return `${at.line} ${marker} ${instance ?? ''}`;
}

function keyOfFault({ at, firstLine, instance }: Fault): string {
  return `${firstLine} ${at.line} ${instance ?? ''}`;
}
