// All logs of a set → which instance a port, volume, migration, address or guest belongs to, as long as only
// one claims it, and where that is said.

import type { TyingKind } from '../../knowledge/joins/schema';
import type { Digest, Place } from '../model';

/** An id that belongs to one instance alone, and the first line that says so. */
export interface IdTie {
  readonly kind: TyingKind;
  readonly id: string;
  readonly instance: string;
  readonly at: Place;
}

/** @param requests request → its only instance. @returns id → its tie; what several claim is left out. */
export function tieIds(
  digests: readonly Digest[],
  requests: ReadonlyMap<string, string>,
): ReadonlyMap<string, IdTie> {
  const ties = new Map<string, IdTie>();
  const disputed = new Set<string>();
  const claim = (kind: TyingKind, id: string, instance: string | undefined, at: Place): void => {
    if (!instance || disputed.has(id)) return;
    const before = ties.get(id);
    if (!before) ties.set(id, { kind, id, instance, at });
    else if (before.instance !== instance) {
      ties.delete(id);
      disputed.add(id);
    }
  };
  for (const { events, joins } of digests) {
    for (const { instance, request, captures, at } of events) {
      const owner = instance ?? (request && requests.get(request));
      if (!owner) continue;
      for (const kind of ['port', 'volume'] as const) {
        const id = captures[kind];
        if (id) claim(kind, id, owner, at);
      }
    }
    for (const { kind, id, instance, request, at } of joins?.claims ?? []) {
      claim(kind, id, instance ?? (request && requests.get(request)), at);
    }
  }
  return ties;
}
