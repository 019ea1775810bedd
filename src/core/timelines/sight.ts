// All digests → what they can show at all: levels, services, what their services told of themselves.

import type { Service } from '../../knowledge/schema';
import type { MarkerRow } from './items';
import type { Digest, Level } from '../model';

/** What the logs can show at all. */
export interface Sight {
  readonly levels: ReadonlySet<Level>;
  readonly services: ReadonlySet<Service>;
  /** Whether the release says at INFO when a guest is destroyed (from Mitaka on): such a line stands in a
   *  log. */
  readonly tellsDestroyed?: boolean;
  /** The value of an option as a service of these logs told it when it started. */
  readonly option?: (name: string) => string | undefined;
}

/** @param markers the table of all markers, by which the events of the digests are numbered. */
export function sightOf(digests: readonly Digest[], markers: readonly (MarkerRow | undefined)[]): Sight {
  const levels = new Set<Level>();
  const services = new Set<Service>();
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
  return { levels, services, tellsDestroyed, option };
}
