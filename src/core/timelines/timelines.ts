// All digests → the timeline of each instance.

import type { Draft, DraftTables } from './draft';
import { draftOperations } from './drafts';
import { addFaults, itemsByInstance, type Ahead, type Item, type MarkerRow } from './items';
import type { Digest, Operation, Timeline } from '../model';
import type { Steps } from '../steps';
import { findOccurrences, isTelling } from './occurrences';
import { buildOperation, type OperationTables } from './operation';
import { sightsOf } from './sight';
import { soleOperations } from './soleOperation';

export interface TimelineTables extends DraftTables, OperationTables {
  readonly markers: readonly (MarkerRow | undefined)[];
}

/**
 * @param ahead by how much clocks are proven to be ahead: lines are ordered by it, times stay as they are.
 * @returns timelines in order of each instance's first line; a step is an instance, no step knows another.
 */
export function* buildTimelines(
  digests: readonly Digest[], tables: TimelineTables, ahead?: Ahead,
): Steps<readonly Timeline[]> {
  const sightOn = sightsOf(digests, tables.markers);
  const timelines: Timeline[] = [];
  yield;
  const all = itemsByInstance(digests, tables.markers, ahead);
  const aheadOf = (log: number) => ahead?.(digests[log]?.source ?? '', undefined) ?? 0;
  addFaults(all, soleOperations(digests, all, tables), aheadOf);
  yield;
  for (const [instance, items] of all) {
    const sight = sightOn(instance);
    const drafts = draftOperations(items, tables);
    const operations = drafts.map((draft, number) => buildOperation(draft, instance, number, sight, tables));
    for (const number of cutOff(operations, drafts, items)) {
      const draft = drafts[number];
      const over = { ...sight, isOver: true };
      if (draft) operations[number] = buildOperation(draft, instance, number, over, tables);
    }
    const occurrences = findOccurrences(items, operations);
    if (operations.length > 0 || occurrences.some(isTelling)) {
      timelines.push({ instance, operations, ...(occurrences.length > 0 ? { occurrences } : {}) });
    }
    yield;
  }
  return timelines;
}

// Which operations are still open where the instance was deleted after their last line.
function cutOff(
  operations: readonly Operation[], drafts: readonly Draft[], items: readonly Item[],
): readonly number[] {
  const lastOf = (number: number): number => {
    const last = drafts[number]?.items.at(-1);
    return last ? items.lastIndexOf(last) : -1;
  };
  const isDeletion = ({ kind, outcome }: Operation): boolean => kind === 'delete' && outcome === 'success';
  const deletion = operations.findLastIndex(isDeletion);
  if (deletion < 0) return [];
  const open = operations.flatMap(({ outcome }, number) => outcome === 'in-progress' ? [number] : []);
  return open.filter((number) => lastOf(number) < lastOf(deletion));
}
