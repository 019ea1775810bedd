// An operation that is not over → the line that should come next, and who would log it.

import type { OperationSpec } from '../../knowledge/schema';
import type { Item } from './items';
import type { Due, Phase } from '../model';
import type { PhaseTables } from './phaseSpans';
import type { Sight } from './sight';

/** @returns undefined when nothing that this log could show is due. */
export function dueOf(
  items: readonly Item[],
  phases: readonly Phase[],
  spec: OperationSpec,
  sight: Sight,
  tables: PhaseTables,
): Due | undefined {
  const last = items.at(-1);
  if (!last) return undefined;
  const open = phases.findLast((phase) => phase.at && phase.end === undefined && phase.begin !== undefined);
  const seen = phases.findLast((phase) => phase.at);
  const from = spec.phases.indexOf((open ?? seen)?.id ?? 'api');
  const order = spec.phases.slice(Math.max(0, open ? from : from + 1));
  for (const id of order) {
    const phase = tables.phases[id];
    const row = phase.markers.find(
      (marker) =>
        (marker.edge === 'end' || marker.edge === 'took' || (id !== open?.id && marker.edge === 'begin')) &&
        !marker.old &&
        !marker.ambient &&
        sight.levels.has(marker.level) &&
        (!marker.kinds || marker.kinds.includes(spec.kind)),
    );
    if (row) return { marker: phase.markers.indexOf(row), phase: id, service: phase.service, since: last.at };
  }
  return undefined;
}
