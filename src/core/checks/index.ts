// The checks: what there is to find in the timelines, worst first. Data only; words come later.

import type { Finding } from '../model';
import { diagnosisFindings } from './diagnosis';
import { failedOperations } from './failedOperation';
import type { CheckInput } from './input';
import { optionDrifts } from './optionDrift';
import { ownRuleFindings } from './ownRule';
import { slowPhases } from './slowPhase';
import { stuckOperations } from './stuckOperation';
import { unknownFaults } from './unknownFault';

/** Runs every check; a check that finds nothing returns nothing. */
export function runChecks(input: CheckInput): readonly Finding[] {
  const checks = [
    failedOperations, stuckOperations, slowPhases, unknownFaults, optionDrifts, ownRuleFindings,
    diagnosisFindings,
  ];
  return checks.flatMap((check) => check(input));
}
