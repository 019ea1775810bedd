// All digests → what they can show at all: levels, services, what their services told of themselves.

import type { MarkerSpec, Service } from '../../knowledge/schema';
import { driverOf } from '../reading/drivers';
import { sameHost } from '../sets/hosts';
import type { Item, MarkerRow } from './items';
import type { Digest, Level } from '../model';

/** What the logs can show at all. */
export interface Sight {
  readonly levels: ReadonlySet<Level>;
  readonly services: ReadonlySet<Service>;
  /** Logs with lines of nova-compute: of which host, where that is known, and of which time. */
  readonly computes: readonly ComputeLog[];
  /** Whether the release says at INFO when a guest is destroyed (from Mitaka on): such a line stands in a
   *  log. */
  readonly tellsDestroyed?: boolean;
  /** Drivers wrote lines, and libvirt's none: what it alone says cannot be in these logs. */
  readonly isOtherDriver?: boolean;
  /** Of one operation: the instance was deleted after its last line, so that no line of it is to come. */
  readonly isOver?: boolean;
  /** The value of an option as a service of these logs told it when it started. */
  readonly option?: (name: string) => string | undefined;
}

/** Whether the logs are of releases before Mitaka, as their levels say; DevStack wrote TRACE for longer. */
export function isOlder({ levels, tellsDestroyed }: Sight): boolean {
  return levels.has('AUDIT') || (levels.has('TRACE') && tellsDestroyed !== true);
}

/** Loggers of what libvirt's driver calls; others call it as well, or have something of their own. */
const calledByLibvirt: ReadonlySet<string> = new Set(['os_vif', 'nova.virt.images']);

/** Whether the logs can be expected to hold what this logger says, as far as their drivers tell. */
export function mayHold({ logger }: Pick<MarkerSpec, 'logger'>, { isOtherDriver }: Sight): boolean {
  if (isOtherDriver !== true) return true;
  return [logger].flat().some((name) => driverOf(name) !== 'libvirt' && !calledByLibvirt.has(name));
}

interface ComputeLog {
  readonly host: string | undefined;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** By so much clocks may differ, milliseconds. */
const slack = 60_000;

/** What the logs can show of one operation: nothing of what a compute host does with it where none of them is
 *  of the host that was chosen, and of the time after that. */
export function sightFor(sight: Sight, items: readonly Item[]): Sight {
  const isHandedOver = items.every(({ phase }) => phase === 'api' || phase === 'scheduling');
  if (!isHandedOver || !sight.services.has('compute') || sight.computes.some(showing(items))) return sight;
  return { ...sight, services: new Set([...sight.services].filter((service) => service !== 'compute')) };
}

function showing(items: readonly Item[]): (log: ComputeLog) => boolean {
  const chosen = items.findLast(({ spec, event }) => spec?.edge === 'end' && event?.captures['host']);
  // the scheduler writes `(host, node) ram: …`
  const host = /^\(?([^\s,)]+)/.exec(chosen?.event?.captures['host'] ?? '')?.[1];
  const since = items.at(-1)?.at.time;
  return ({ host: own, from, to }) =>
    (host === undefined || own === undefined || sameHost(host, own))
    && (since === undefined || from === undefined || to === undefined
      || (from - slack <= since && since <= to + slack));
}

/** What the logs can show of each instance: nothing where a log was read of others alone.
 *  @param markers the table of all markers, by which the events of the digests are numbered. */
export function sightsOf(
  digests: readonly Digest[], markers: readonly (MarkerRow | undefined)[],
): (instance: string) => Sight {
  const known = new Map<string, Sight>();
  if (digests.every(({ tellsOf }) => !tellsOf)) {
    const sight = sightOf(digests, markers);
    return () => sight;
  }
  return (instance) => {
    const telling = digestsOn(instance, digests);
    const key = telling.map(({ source }) => source).join('\n');
    const sight = known.get(key) ?? sightOf(telling, markers);
    known.set(key, sight);
    return sight;
  };
}

/** Those that were read of the instance. */
export function digestsOn(instance: string, digests: readonly Digest[]): readonly Digest[] {
  return digests.filter(({ tellsOf }) => tellsOf?.has(instance) !== false);
}

function sightOf(digests: readonly Digest[], markers: readonly (MarkerRow | undefined)[]): Sight {
  const levels = new Set<Level>();
  const services = new Set<Service>();
  const computes = digests.filter(({ services: own }) => own.includes('nova-compute')).map(computeLogOf);
  for (const digest of digests) {
    for (const level of digest.levels) levels.add(level);
    for (const service of digest.services) {
      const name = /^nova-(api|conductor|scheduler|compute)/.exec(service)?.[1];
      if (name) services.add(name as Service);
    }
  }
  const isEndOfDestroy = (marker: number): boolean => {
    const row = markers[marker];
    return row?.phase === 'destroy' && row.spec.edge === 'took';
  };
  const tellsDestroyed = digests.some(({ events, shows }) => (
    shows ? [...shows].some(isEndOfDestroy) : events.some(({ marker }) => isEndOfDestroy(marker))));
  const option = (name: string): string | undefined =>
    digests.flatMap(({ optionDumps = [] }) => optionDumps.map((dump) => dump.get(name)?.value))
      .findLast((value) => value !== undefined);
  const drivers = new Set(digests.flatMap(({ drivers: own }) => [...own ?? []]));
  const isOtherDriver = drivers.has('other') && !drivers.has('libvirt');
  return { levels, services, computes, tellsDestroyed, isOtherDriver, option };
}

// What several hosts or services write, and what only a folder's name tells, may be of any host.
function computeLogOf({ origin, firstTime: from, lastTime: to }: Digest): ComputeLog {
  const isSure = origin?.service === 'nova-compute' && origin.hostFrom !== 'folder';
  return { host: isSure ? origin.host : undefined, from, to };
}
