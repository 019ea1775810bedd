// Parts of a log → what they say of it as a whole. A log that is followed is asked for it with every line
// that comes, and only its last part is new: those before it are gathered once.

import { firstHostCode } from '../../core/indexTables';
import { driverOf } from '../../core/reading/drivers';
import { serviceOfLogger } from '../../core/reading/serviceNames';
import { sameHost } from '../../core/sets/hosts';
import type { Digest, Driver, Level } from '../../core/model';
import type { KnownPart } from './knownPart';

export type AboutLog = Pick<
  Digest,
  'lines' | 'levels' | 'services' | 'shows' | 'firstTime' | 'lastTime' | 'unread' | 'isNova' | 'drivers'>;

interface Gathered {
  readonly lines: number;
  /** A bit of each level. */
  readonly levels: number;
  readonly services: ReadonlySet<string>;
  readonly shows: ReadonlySet<number>;
  readonly isNova: boolean;
  readonly drivers: ReadonlySet<Driver>;
  /** Milliseconds since 1970; Infinity and -Infinity: no line has a time. */
  readonly first: number;
  readonly last: number;
  readonly host: string | undefined;
  readonly isOneHost: boolean;
}

interface Known {
  readonly count: number;
  readonly last: KnownPart;
  readonly gathered: Gathered;
}

const levelNames: readonly Level[] = ['TRACE', 'DEBUG', 'INFO', 'AUDIT', 'WARNING', 'ERROR', 'CRITICAL'];

const nothing: Gathered = {
  lines: 0, levels: 0, services: new Set(), shows: new Set(), isNova: false, drivers: new Set(),
  first: Infinity, last: -Infinity, host: undefined, isOneHost: true,
};

/** By the first part of a log: what is known of all but the last one. */
const known = new WeakMap<KnownPart, Known>();

/** @param parts those of one file, or of all. */
export function aboutParts(parts: readonly KnownPart[]): AboutLog {
  const all = gatheredIn(parts);
  const { first, last } = all;
  return {
    lines: all.lines,
    levels: new Set(levelNames.filter((_, bit) => (all.levels & (1 << bit)) !== 0)),
    // in no order of the log's: a part only knows that they wrote
    services: [...all.services].sort(),
    shows: all.shows,
    firstTime: first === Infinity ? undefined : first,
    lastTime: last === -Infinity ? undefined : last,
    unread: 0,
    isNova: all.isNova,
    drivers: all.drivers,
  };
}

/** The host that its lines name.
 *  @returns undefined: they name none; `host`: undefined where they name several. */
export function namedHost(parts: readonly KnownPart[]): { readonly host: string | undefined } | undefined {
  const { host, isOneHost } = gatheredIn(parts);
  return host === undefined ? undefined : { host: isOneHost ? host : undefined };
}

function gatheredIn(parts: readonly KnownPart[]): Gathered {
  const last = parts.at(-1);
  return last ? gather(gatheredBefore(parts), last) : nothing;
}

/** Of all parts but the last one, which is read again when the log has grown by a little. */
function gatheredBefore(parts: readonly KnownPart[]): Gathered {
  const [first] = parts;
  const before = parts.at(-2);
  if (!first || !before) return nothing;
  const count = parts.length - 1;
  const old = known.get(first);
  const goesOn = old !== undefined && old.count <= count && parts[old.count - 1] === old.last;
  const gathered = parts.slice(goesOn ? old.count : 0, count).reduce(gather, goesOn ? old.gathered : nothing);
  known.set(first, { count, last: before, gathered });
  return gathered;
}

function gather(all: Gathered, { entry }: KnownPart): Gathered {
  const [first, last] = entry.times ?? [Infinity, -Infinity];
  const host = all.host ?? entry.hosts[0];
  const shown = entry.codes.filter((code) => code < firstHostCode).map((code) => code - 1);
  return {
    lines: all.lines + entry.lines,
    levels: all.levels | entry.levels,
    services: new Set([...all.services, ...entry.loggers.flatMap((logger) => serviceOfLogger(logger) ?? [])]),
    shows: new Set([...all.shows, ...shown]),
    isNova: all.isNova || entry.loggers.some((logger) => logger.startsWith('nova')),
    drivers: new Set([...all.drivers, ...entry.loggers.flatMap((logger) => driverOf(logger) ?? [])]),
    first: Math.min(all.first, first),
    last: Math.max(all.last, last),
    host,
    isOneHost: all.isOneHost && entry.hosts.every((own) => sameHost(host ?? own, own)),
  };
}
