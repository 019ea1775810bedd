// All digests → the timeline of each instance.

import type { Service } from '../../knowledge/schema';
import { draftOperations, type DraftTables } from './drafts';
import { itemsByInstance, type MarkerRow } from './items';
import type { Digest, Level, Timeline } from '../model';
import { buildOperation, type OperationTables } from './operation';
import type { Sight } from './phaseSpans';

export interface TimelineTables extends DraftTables, OperationTables {
  readonly markers: readonly (MarkerRow | undefined)[];
}

/** @returns timelines in order of each instance's first line; pure, and cheap enough to be run anew. */
export function buildTimelines(digests: readonly Digest[], tables: TimelineTables): readonly Timeline[] {
  const sight = sightOf(digests, tables.markers);
  const timelines: Timeline[] = [];
  for (const [instance, items] of itemsByInstance(digests, tables.markers)) {
    const drafts = draftOperations(items, tables);
    const operations = drafts.map((draft, number) => buildOperation(draft, instance, number, sight, tables));
    if (operations.length > 0) timelines.push({ instance, operations });
  }
  return timelines;
}

function sightOf(digests: readonly Digest[], markers: TimelineTables['markers']): Sight {
  const levels = new Set<Level>();
  const services = new Set<Service>();
  for (const digest of digests) {
    for (const level of digest.levels) levels.add(level);
    for (const service of digest.services) {
      const name = /^nova-(api|conductor|scheduler|compute)/.exec(service)?.[1];
      if (name) services.add(name as Service);
    }
  }
  const tellsDestroyed = digests.some(({ events }) => events.some(({ marker }) => {
    const row = markers[marker];
    return row?.phase === 'destroy' && row.spec.edge === 'took';
  }));
  return { levels, services, tellsDestroyed };
}
