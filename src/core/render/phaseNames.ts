// The phases that people may ask about. In: nothing. Out: their rows.

import { phases } from '../../knowledge/index';
import type { PhaseSpec } from '../../knowledge/schema';

/** All phases, in no order that matters. */
export function phaseSpecs(): readonly PhaseSpec[] {
  return Object.values(phases);
}
