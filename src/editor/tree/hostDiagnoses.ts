// A log → the diagnoses that belong to none of its instances: of its host, and of requests that name none.

import type { Lookup } from '../../core/lookup';
import type { Diagnosis } from '../../core/model';

/** What is only a guess stands in problems alone. */
export function diagnosesBeside({ analysis }: Lookup, source: string): readonly Diagnosis[] {
  return analysis.diagnoses.filter(({ operation, instance, certainty, evidence }) =>
    operation === undefined && instance === undefined && certainty !== 'open'
    && evidence[0]?.at.source === source);
}
