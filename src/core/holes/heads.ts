// Operations at the beginning of a log → logs that begin in the middle of one: a phase that the log could
// show, and that every such operation goes through, is not there.

import type { OperationKind, OperationSpec, PhaseId, PhaseSpec } from '../../knowledge/schema';
import { signs as specs } from '../../knowledge/signs';
import { emptyHole } from './emptyHole';
import type { Digest, Hole, Operation, Timeline } from '../model';

export interface HeadTables {
  readonly operations: Readonly<Record<OperationKind, OperationSpec>>;
  readonly phases: Readonly<Record<PhaseId, PhaseSpec>>;
}

export interface Heads {
  readonly all: readonly Hole[];
  readonly of: (operation: Operation) => Hole | undefined;
}

/** An operation that began before the log shows its first line so soon, milliseconds. */
const soon = 300_000;

export function headHoles(
  digests: readonly Digest[], timelines: readonly Timeline[], tables: HeadTables,
): Heads {
  const holes = new Map<string, Hole>();
  const found = new Map<Operation, Hole>();
  const bySource = new Map(digests.map((digest) => [digest.source, digest]));
  const starts = new Map(digests.map((digest) => [digest.source, firstStart(digest)]));
  for (const { operations } of timelines) {
    const seen = new Set<string>();
    for (const operation of operations) {
      const { source, line } = operation.begin;
      const digest = bySource.get(source);
      const start = starts.get(source);
      // what began after another one of the instance, or after the service started, began in this log
      const isInside = seen.has(source) || (start !== undefined && start < line);
      seen.add(source);
      if (!digest || isInside || !beginsSoon(operation, digest)) continue;
      if (!lacksBeginning(operation, digest, tables)) continue;
      const hole = holes.get(digest.source) ?? holeOf(digest);
      holes.set(digest.source, hole);
      found.set(operation, hole);
    }
  }
  return { all: [...holes.values()], of: (operation) => found.get(operation) };
}

/** The line at which a service of the log started. */
function firstStart({ signs }: Digest): number | undefined {
  const isStart = (row: number) => specs[row]?.sign === 'service' && specs[row].edge === 'begin';
  return signs?.signs.find(({ row }) => isStart(row))?.at.line;
}

function beginsSoon({ begin }: Operation, { firstTime }: Digest): boolean {
  return begin.time !== undefined && firstTime !== undefined && begin.time - firstTime <= soon;
}

// Only where the kind is sure, and where its phase is one that this log shows of every operation.
function lacksBeginning(
  { kind, basis, phases }: Operation, { levels, services }: Digest, tables: HeadTables,
): boolean {
  if (basis !== 'stated') return false;
  const order = tables.operations[kind].phases;
  const first = phases.find(({ at }) => at);
  const known = new Set(phases.map(({ id }) => id));
  return order.slice(0, Math.max(0, order.indexOf(first?.id ?? 'api'))).some((id) => {
    const { shows, service } = tables.phases[id];
    return shows !== undefined && levels.has(shows) && services.includes(`nova-${service}`) && !known.has(id);
  });
}

function holeOf({ source, firstTime, signs, services }: Digest): Hole {
  return {
    ...emptyHole('head'),
    source,
    service: services.length === 1 ? services[0] : undefined,
    to: { source, line: signs?.headless ?? 0, time: firstTime },
  };
}
