// The checks: what there is to find in the timelines, worst first. Data only; words come later.

import type { PhaseId, PhaseSpec } from '../../knowledge/schema';
import type { Digest, Finding, Limits, Timeline } from '../model';
import { failedOperations } from './failedOperation';
import { optionDrifts } from './optionDrift';
import { slowPhases } from './slowPhase';
import { stuckOperations } from './stuckOperation';
import { unknownFaults } from './unknownFault';

export interface CheckInput {
  readonly digests: readonly Digest[];
  readonly timelines: readonly Timeline[];
  readonly limits: Limits;
  readonly phases: Readonly<Record<PhaseId, PhaseSpec>>;
}

/** Runs every check; a check that finds nothing returns nothing. */
export function runChecks(input: CheckInput): readonly Finding[] {
  const checks = [failedOperations, stuckOperations, slowPhases, unknownFaults, optionDrifts];
  return checks.flatMap((check) => check(input));
}
