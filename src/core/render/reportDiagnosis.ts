// A diagnosis → the report that programs read: ids, places and arguments, and the words for people beside
// them.

import { cardOf } from './diagnosisCard';
import type { ContextOf } from './diagnosisLines';
import type { Diagnosis } from '../model';
import { placeOf } from './reportPlace';
import type { ReportDiagnosis } from './reportShape';

export function reportDiagnosis(diagnosis: Diagnosis, contextOf: ContextOf | undefined): ReportDiagnosis {
  const { id, certainty, operation, attempt, instance, evidence, args, rivals, funnel, count } = diagnosis;
  const context = contextOf?.(diagnosis);
  const card = cardOf(diagnosis, context?.deployment);
  return {
    id,
    certainty,
    operation: operation ?? null,
    attempt: attempt === undefined ? null : attempt + 1,
    instance: instance ?? null,
    cause: card?.cause ?? id,
    evidence: evidence.map(({ at, role }, index) =>
      ({ at: placeOf(at), role, text: card?.evidence[index]?.text ?? role })),
    funnel: funnel.map(({ start, at, ...step }) => ({ ...step, start: start ?? null, at: placeOf(at) })),
    rivals,
    remains: card?.remains ?? [],
    contradicts: card?.contradicts ?? '',
    checks: (card?.checks ?? []).map(({ text, command }) => ({ text, command: command ?? null })),
    remedy: card?.remedy ?? null,
    changes: (card?.changes ?? []).map(({ text, risk }) => ({ text, risk: risk ?? null })),
    options: card?.options ?? [],
    values: context?.values === '' ? null : (context?.values ?? null),
    links: card?.links ?? [],
    count,
    args,
  };
}
