// What every check is given: the timelines, the digests they rest on, and the thresholds.

import type { PhaseId, PhaseSpec } from '../../knowledge/schema';
import type { Diagnosis, Digest, Limits, Story, Timeline } from '../model';
import type { RuleSet } from '../rules/ruleSet';
import type { TimelineTables } from '../timelines/timelines';

export interface CheckInput {
  readonly digests: readonly Digest[];
  readonly timelines: readonly Timeline[];
  readonly diagnoses: readonly Diagnosis[];
  readonly limits: Limits;
  readonly phases: Readonly<Record<PhaseId, PhaseSpec>>;
  readonly tables: TimelineTables;
  /** What lies around operations; each part costs something only where it is asked for. */
  readonly story?: Story;
  /** The operator's own. */
  readonly rules?: RuleSet;
}
