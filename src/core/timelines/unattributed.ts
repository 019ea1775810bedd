// What no phase of an operation accounts for.

import type { Phase } from '../model';
import type { PhaseId } from '../../knowledge/schema';
import type { PhaseTables } from './phaseSpans';
import { secondsWithout, timeCovered } from './timeCovered';

/** Seconds of an operation that no phase accounts for: its length less the union of its phases; a part counts
 *  where the phase around it is not known. */
export function unattributed(
  seconds: number | undefined,
  phases: readonly Phase[],
  tables: PhaseTables,
  upTo: number | undefined,
): number | undefined {
  // of lines without times Nova's own figures are known, and not which of them lie in each other
  if (seconds === undefined || upTo === undefined) return undefined;
  const spans = phases
    .filter(({ id }) => !outer(tables.phases[id].within, phases))
    .flatMap(({ begin, end, outcome }) => {
      // a phase that is under way has the time until the last line
      const until = end ?? (outcome === 'in-progress' ? upTo : undefined);
      return begin !== undefined && until !== undefined && until > begin ? [[begin, until] as const] : [];
    });
  return secondsWithout(seconds, timeCovered(spans));
}

function outer(id: PhaseId | undefined, phases: readonly Phase[]): boolean {
  const around = id && phases.find((phase) => phase.id === id);
  return !!around && around.begin !== undefined && around.end !== undefined;
}
