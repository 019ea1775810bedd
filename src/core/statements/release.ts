// Releases of Nova in order. In: what people and facts call them (`22`, `Victoria`, `2024.1`, `20.6.1`).
// Out: ids, ranks and spans for people.

import { releases } from '../../knowledge/releases';
import type { ReleaseId } from '../../knowledge/releases';
import type { FactRelease } from '../../knowledge/facts/shapes';

/** @returns the release that an id, a name or a version names; undefined when it names none. Any case. */
export function parseRelease(text: string): ReleaseId | undefined {
  const wanted = text.trim().toLowerCase().replace(/^(?:stable|unmaintained)\//, '');
  if (wanted === '') return undefined;
  for (const [id, name] of releases) {
    const names = name.toLowerCase();
    if (wanted === id || wanted === names || names.split(' ').includes(wanted)) return id;
  }
  const version = releases.find(([id]) => wanted.startsWith(`${id}.`));
  return version?.[0];
}

/** `Victoria`, `2024.1 Caracal`; the text itself when it is no release; a stable update keeps its tag. */
export function releaseName(idOrTag: string): string {
  const id = parseRelease(idOrTag);
  const name = releases.find(([known]) => known === id)?.[1];
  if (name === undefined) return idOrTag;
  return id === idOrTag ? name : `${name} (${idOrTag})`;
}

/** Position in time: releases count in steps of two, a stable update comes after its release. */
export function releaseRank(idOrTag: string): number {
  const id = parseRelease(idOrTag);
  const index = releases.findIndex(([known]) => known === id);
  return index < 0 ? -1 : index * 2 + (id === idOrTag ? 0 : 1);
}

/** The value that a history gives for a release with all its stable updates. */
export function valueIn<T>(history: readonly (readonly [string, T])[], release: ReleaseId): T | undefined {
  const limit = releaseRank(release) + 1;
  let value: T | undefined;
  for (const [since, held] of history) if (releaseRank(since) <= limit) value = held;
  return value;
}

/** True when the release lies between `first` and `last`, both included; unknown ends are open. */
export function isWithin(release: ReleaseId, first: string | undefined, last: string | undefined): boolean {
  const rank = releaseRank(release);
  return (first === undefined || releaseRank(parseRelease(first) ?? first) <= rank)
    && (last === undefined || releaseRank(last) >= rank);
}

/** Of the releases whose code was read, the one nearest to `release`. */
export function nearestRead(release: ReleaseId | undefined): FactRelease {
  if (release === undefined) return 'master';
  const rank = releaseRank(release);
  if (rank >= (releaseRank('22') + releaseRank('master')) / 2) return 'master';
  return rank >= (releaseRank('14') + releaseRank('22')) / 2 ? '22' : '14';
}

/** `Havana – master`, or one name. */
export function releaseSpan(first: string, last: string): string {
  return first === last ? releaseName(first) : `${releaseName(first)} – ${releaseName(last)}`;
}
