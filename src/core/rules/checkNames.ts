// Rules and the facts → names that the facts do not know. They may be right all the same: warnings.

import type { Facts } from '../../knowledge/facts/shapes';
import { findOption } from '../explaining/optionCard';
import type { OwnRule, RuleProblem } from './rule';

export function checkNames(rules: readonly OwnRule[], facts: Facts): readonly RuleProblem[] {
  return rules.flatMap(({ at, exception, options }): readonly RuleProblem[] => [
    ...(exception === undefined || facts.nova.has(exception) || facts.foreign.has(exception) ? []
      : [{ id: 'unknownException' as const, severity: 'warning' as const, at, args: { name: exception } }]),
    ...options.filter((name) => !findOption(name, facts))
      .map((name) => ({ id: 'unknownOption' as const, severity: 'warning' as const, at, args: { name } })),
  ]);
}
