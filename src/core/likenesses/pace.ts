// Timelines → how long each phase takes, by kind of operation and host, and which operations are out of line.

import type { OperationKind, PhaseId } from '../../knowledge/schema';
import type { Attempt, Operation, Outlier, Phase, PhasePace, Timeline } from '../model';

/** Fewer samples tell nothing of what is usual. */
const leastSamples = 8;
const keptOutliers = 20;
/** An outlier lies so many deviations (as the median deviation estimates them) above the median … */
const deviations = 5;
/** … takes so many times as long, and so much longer, seconds. */
const leastRatio = 1.5;
const leastSeconds = 1;
/** Median deviation → standard deviation, were the durations normal. */
const normal = 1.4826;

interface Row {
  readonly kind: OperationKind;
  readonly phase: PhaseId;
  readonly host: string | undefined;
  readonly samples: Outlier[];
}

/** @returns by host, and for all hosts together where there are several or a host is not known. */
export function paceOf(
  timelines: readonly Timeline[], hostOf: (attempt: Attempt) => string | undefined,
): readonly PhasePace[] {
  const rows = new Map<string, Row>();
  const add = (operation: Operation, phase: Phase, host: string | undefined, key: string): void => {
    if (phase.seconds === undefined || phase.outcome !== 'success' || !phase.at) return;
    const { kind, id, instance } = operation;
    const name = `${kind} ${phase.id} ${key}`;
    const row = rows.get(name) ?? { kind, phase: phase.id, host, samples: [] };
    rows.set(name, row);
    row.samples.push({ operation: id, instance, seconds: phase.seconds, at: phase.at });
  };
  for (const operation of timelines.flatMap(({ operations }) => operations)) {
    const own = new Set(operation.attempts.flatMap(({ phases }) => phases.map(({ id }) => id)));
    for (const attempt of operation.attempts) {
      const host = hostOf(attempt);
      for (const phase of attempt.phases) {
        add(operation, phase, undefined, '');
        if (host !== undefined) add(operation, phase, host, `@${host}`);
      }
    }
    for (const phase of operation.phases) if (!own.has(phase.id)) add(operation, phase, undefined, '');
  }
  const all = [...rows.values()].filter(({ samples }) => samples.length >= leastSamples);
  const whole = (row: Row) => all.some(({ kind, phase, host, samples }) =>
    host !== undefined && kind === row.kind && phase === row.phase && samples.length === row.samples.length);
  return all.filter((row) => row.host !== undefined || !whole(row)).map(paceOfRow);
}

function paceOfRow({ kind, phase, host, samples }: Row): PhasePace {
  const sorted = [...samples].sort((a, b) => a.seconds - b.seconds);
  const seconds = sorted.map((sample) => sample.seconds);
  const p50 = rank(seconds, 0.5);
  const spread = rank(seconds.map((each) => Math.abs(each - p50)).sort((a, b) => a - b), 0.5) * normal;
  const limit = Math.max(p50 + deviations * spread, p50 * leastRatio, p50 + leastSeconds);
  const outliers = sorted.filter((sample) => sample.seconds > limit).reverse().slice(0, keptOutliers);
  return { kind, phase, host, count: samples.length, p50, p95: rank(seconds, 0.95), outliers };
}

/** The smallest of the sorted values that is no smaller than this share of them. */
function rank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
