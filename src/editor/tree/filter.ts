// What the filter of the tree lets through: operations, and what stands beside them. Pure.

import type { Lookup } from '../../core/lookup';
import type { Digest, Occurrence, Operation } from '../../core/model';
import { isNotable } from '../../core/timelines/occurrences';
import { phasesOfTries } from '../../core/timelines/phaseStops';
import type { TreeChoices } from './treeNode';

/** Whether the filter lets an operation through. */
export function passes(operation: Operation, { filter, slowPhaseSeconds }: TreeChoices): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'failed':
      return isTrouble(operation);
    case 'in-progress':
      return operation.outcome === 'in-progress';
    case 'slow':
      return phasesOfTries(operation).some(({ seconds = 0 }) => seconds > 0 && seconds >= slowPhaseSeconds);
  }
}

/** Failed, or succeeded only after another host had failed. */
function isTrouble({ outcome, attempts }: Operation): boolean {
  return outcome === 'failed' || attempts.some((attempt) => attempt.fault !== undefined);
}

export type BesideByInstance = ReadonlyMap<string, readonly Occurrence[]>;

/** What no operation explains, in all logs or in one; a filter is for operations and lets none of it
 *  through. */
export function besideIn({ analysis }: Lookup, { filter }: TreeChoices, log?: Digest): BesideByInstance {
  if (filter !== 'all') return new Map();
  const isHere = ({ at }: Occurrence) => log === undefined || at.source === log.source;
  return new Map(analysis.timelines.flatMap(({ instance, occurrences = [] }) => {
    const beside = occurrences.filter((one) => isNotable(one) && isHere(one));
    return beside.length > 0 ? [[instance, beside] as const] : [];
  }));
}
