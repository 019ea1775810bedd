// One finding for each phase that took longer than the limit.

import type { Finding } from '../model';
import { phasesOfTries } from '../timelines/phaseStops';
import type { CheckInput } from './input';

/** Only phases that are part of no other one: a slow spawn is told once, by its longest part. */
export function slowPhases({ timelines, limits, phases }: CheckInput): readonly Finding[] {
  const found: Finding[] = [];
  for (const operation of timelines.flatMap((timeline) => timeline.operations)) {
    const slow = phasesOfTries(operation).filter(
      (phase) => phase.at && (phase.seconds ?? 0) >= limits.slowPhaseSeconds,
    );
    for (const phase of slow) {
      const inner = slow.some((other) => phases[other.id].within === phase.id);
      if (inner || !phase.at) continue;
      found.push({
        check: 'slow-phase',
        severity: 'information',
        instance: operation.instance,
        at: phase.at,
        related: phase.places.slice(-1).filter((place) => place.line !== phase.at?.line),
        operation: operation.id,
        args: {
          kind: operation.kind,
          phase: phase.id,
          seconds: phase.seconds ?? 0,
          limit: limits.slowPhaseSeconds,
        },
      });
    }
  }
  return found;
}
