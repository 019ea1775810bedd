// All logs of a set → which instance a port, volume, migration, image, address or guest belongs to, as long
// as only one claims it, and where that is said.

import type { ClaimKind, SharedKind } from '../../knowledge/joins/schema';
import type { Digest, Place } from '../model';

/** An id that belongs to one instance alone, and the first line that says so. */
export interface IdTie {
  readonly kind: ClaimKind;
  readonly id: string;
  readonly instance: string;
  readonly at: Place;
}

const shared: ReadonlySet<ClaimKind> = new Set<SharedKind>(['image', 'resource-provider', 'pci']);

/** Nobody else can have such a thing: lines that name it are of its instance. */
export function isOwn({ kind }: Pick<IdTie, 'kind'>): boolean {
  return !shared.has(kind);
}

/** A device has its address on each host: what it is called among the ties. */
export function deviceKey(id: string, { source, origin }: Pick<Digest, 'source' | 'origin'>): string {
  return `${id} ${origin?.host ?? source}`;
}

/** @param requests request → its only instance. @returns id → its tie; what several claim is left out. */
export function tieIds(
  digests: readonly Digest[],
  requests: ReadonlyMap<string, string>,
): ReadonlyMap<string, IdTie> {
  const ties = new Map<string, IdTie>();
  const disputed = new Set<string>();
  const claim = (
    kind: ClaimKind, id: string, instance: string | undefined, at: Place, key = id,
  ): void => {
    if (!instance || disputed.has(key)) return;
    const before = ties.get(key);
    if (!before) ties.set(key, { kind, id, instance, at });
    else if (before.instance !== instance) {
      ties.delete(key);
      disputed.add(key);
    }
  };
  for (const digest of digests) {
    const { events, joins } = digest;
    for (const { instance, request, captures, at } of events) {
      const owner = instance ?? (request && requests.get(request));
      if (!owner) continue;
      for (const kind of ['port', 'volume'] as const) {
        const id = captures[kind];
        if (id) claim(kind, id, owner, at);
      }
    }
    for (const { kind, id, instance, request, at } of joins?.claims ?? []) {
      const key = kind === 'pci' ? deviceKey(id, digest) : id;
      claim(kind, id, instance ?? (request && requests.get(request)), at, key);
    }
  }
  return ties;
}
