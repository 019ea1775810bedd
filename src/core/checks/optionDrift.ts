// One finding for each option whose value changed from one start of a service to the next.

import type { Finding } from '../model';
import { optionChanges } from '../conf/optionChanges';
import type { CheckInput } from './input';

/** At the line of the new value; the line of the old one is related. */
export function optionDrifts({ digests }: CheckInput): readonly Finding[] {
  return optionChanges(digests).map(({ name, before, after, from, to }): Finding => ({
    check: 'option-drift',
    severity: 'information',
    instance: undefined,
    at: { source: to.at.source, line: after.line, time: to.at.time },
    related: [{ source: from.at.source, line: before.line, time: from.at.time }],
    operation: undefined,
    args: { option: name, before: before.value, after: after.value, basis: 'starts' },
  }));
}
