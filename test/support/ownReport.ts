// A report → the same without what is named as not looked at where only the lines of its instances were read.

import fs from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import type { Report, ReportOperation, ReportPhase, ReportTimeline } from '../../src/core/render/reportShape';

export const validate = new Ajv2020({ strict: true, allowUnionTypes: true })
  .compile(JSON.parse(fs.readFileSync('media/report.schema.json', 'utf8')) as object);

export function ownTimeline({ operations, ...timeline }: ReportTimeline): unknown {
  return { ...timeline, operations: operations.map(ownOperation) };
}

function ownOperation({ around: _, divergence: __, holes, ...operation }: ReportOperation): unknown {
  return {
    ...operation, waits: operation.waits.map(ownWait), phases: operation.phases.map(ownPhase),
    attempts: operation.attempts.map((attempt) => ({ ...attempt, phases: attempt.phases.map(ownPhase) })),
    holes: holes.filter(({ kind }) => kind === 'head'),
  };
}

function ownPhase(phase: ReportPhase): unknown {
  return { ...phase, waits: phase.waits.map(ownWait) };
}

function ownWait({ holders: _, ...wait }: ReportPhase['waits'][number]): unknown {
  return wait;
}

export function ownLog({ services, levels, ...log }: Report['logs'][number]): unknown {
  const own = { ...log, records: null, unreadLines: null, partlyRead: null };
  return [own, [...services].sort(), [...levels].sort()];
}
