// A summary of a large log → the object that programs read, of the shape in media/summary.schema.json. Times
// are ISO 8601 without a zone, what is absent is null; an operation is as in a report.

import type { Summary } from '../summary/summary';
import { timeOf } from './reportPlace';
import type { ReportOperation } from './reportShape';
import type { LargeLogFacts } from './summaryText';

export function summaryJson(summary: Summary<ReportOperation>, facts: LargeLogFacts): unknown {
  const { operations, causes, read, partly } = summary;
  const { firstTime, lastTime } = facts;
  return {
    schemaVersion: 1,
    log: {
      ...facts, firstTime: timeOf(firstTime), lastTime: timeOf(lastTime), instancesRead: read,
      instancesReadInPart: partly,
    },
    operations,
    causes: causes.map(({ type, message, frame, phase, count, some, hosts, example, told, ...times }) => ({
      type: type ?? null, message, frame: frame ?? null, phase: phase ?? null, count, instances: some,
      ...(hosts && { hosts: hosts.hosts, unknownHosts: hosts.unknown, hostsNotSought: hosts.left }),
      firstTime: knownTime(times.firstTime), lastTime: knownTime(times.lastTime),
      example: { instance: example, operation: told },
    })),
  };
}

function knownTime(time: number): string | null {
  return time > 0 ? timeOf(time) : null;
}
