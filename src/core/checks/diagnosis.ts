// One finding for each diagnosis, at the line that says most.

import type { Diagnosis, Finding } from '../model';
import type { CheckInput } from './input';

/** @returns information beside the failure that it explains; what stands on its own is a warning. */
export function diagnosisFindings({ diagnoses }: CheckInput): readonly Finding[] {
  return diagnoses.flatMap((diagnosis): readonly Finding[] => {
    const [main, ...others] = diagnosis.evidence;
    if (!main) return [];
    const alone = diagnosis.operation === undefined && diagnosis.certainty !== 'open';
    return [{
      check: 'diagnosis',
      severity: alone ? 'warning' : 'information',
      instance: diagnosis.instance,
      at: main.at,
      related: others.map(({ at }) => at),
      operation: diagnosis.operation,
      args: {
        ...argsOf(diagnosis),
        certainty: diagnosis.certainty,
        ...(diagnosis.count > 1 ? { count: diagnosis.count } : {}),
        ...(diagnosis.attempt === undefined ? {} : { attempt: diagnosis.attempt + 1 }),
      },
    }];
  });
}

/** Which diagnosis, and what its lines hold: `diagnosis`, and `diagnosis.name` for each capture. */
export function argsOf({ id, args }: Diagnosis): Readonly<Record<string, string | number>> {
  const own = Object.entries(args).map(([name, value]): [string, string | number] =>
    [`diagnosis.${name}`, typeof value === 'string' ? value.slice(0, 300) : value]);
  return { diagnosis: id, ...Object.fromEntries(own) };
}

/** Of the diagnoses of one operation the one that explains it as a whole; none where the cause is open. */
export function mainDiagnosis(diagnoses: readonly Diagnosis[]): Diagnosis | undefined {
  const own = diagnoses.filter(({ certainty }) => certainty !== 'open');
  return own.find(({ certainty }) => certainty === 'stated') ?? own[0];
}
