// A report by instance → failures that need not be told in full: of many with one cause and one diagnosis the
// first one is, and the others say which it was. In: an analysis, and the order in which instances are told.

import type { Analysis, Operation, Timeline } from '../model';
import { byOperation } from './byOperation';

/** A few are told in full each: they are held against each other. */
const few = 2;

/** @returns by operation: the instance told before it whose failure of the same kind has the same cause
 *  (`CauseGroup`) and the same diagnoses. What went on on several hosts is like no other. */
export function alikeFailures(
  { groups = [], diagnoses }: Analysis, timelines: readonly Timeline[],
): ReadonlyMap<string, string> {
  const causes = new Map(groups.flatMap(({ id, operations }) => operations.map((one) => [one, id] as const)));
  const explained = byOperation(diagnoses);
  const byLikeness = new Map<string, Operation[]>();
  for (const operation of timelines.flatMap(({ operations }) => operations)) {
    const { id, kind, outcome, attempts } = operation;
    const cause = causes.get(id);
    if (outcome !== 'failed' || attempts.length > 1 || cause === undefined) continue;
    const likeness = JSON.stringify([kind, cause, explained.get(id)?.map((one) => one.id) ?? []]);
    const alike = byLikeness.get(likeness);
    if (alike) alike.push(operation);
    else byLikeness.set(likeness, [operation]);
  }
  return new Map([...byLikeness.values()].flatMap(([first, ...others]) =>
    (first && others.length >= few ? others.map(({ id }) => [id, first.instance] as const) : [])));
}
