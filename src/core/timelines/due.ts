// An operation that is not over → the line that should come next, and who would log it.

import type { MarkerSpec, OperationKind, OperationSpec, PhaseId, PhaseSpec } from '../../knowledge/schema';
import type { Item } from './items';
import type { Due, Phase } from '../model';
import type { PhaseTables } from './phaseSpans';
import { isOlder, mayHold, type Sight } from './sight';

/** @returns undefined when nothing that this log could show is due. */
export function dueOf(
  items: readonly Item[],
  phases: readonly Phase[],
  spec: OperationSpec,
  sight: Sight,
  tables: PhaseTables,
): Due | undefined {
  const last = items.at(-1);
  // what ends and begins phases now came with Mitaka
  if (!last || isOlder(sight) || items.some(isOldWording)) return undefined;
  const open = phases.findLast((phase) => phase.at && phase.end === undefined && phase.begin !== undefined);
  const seen = phases.findLast((phase) => phase.at);
  const from = spec.phases.indexOf((open ?? seen)?.id ?? 'api');
  const order = spec.phases.slice(Math.max(0, open ? from : from + 1));
  for (const id of order) {
    // of what a spawn consists the tables know for libvirt
    if (sight.isOtherDriver && tables.phases[id].within === 'spawning') continue;
    const isDue = ({ marker }: Row): boolean =>
      (marker.edge === 'end' || marker.edge === 'took' || (id !== open?.id && marker.edge === 'begin')) &&
      !marker.old &&
      !marker.ambient &&
      sight.levels.has(marker.level) &&
      mayHold(marker, sight) &&
      (!marker.kinds || marker.kinds.includes(spec.kind)) &&
      !(marker.dueUnless && items.some(({ phase }) => phase === marker.dueUnless));
    const row = rowsOf(tables.phases[id]).find(isDue) ?? rowsReadAs(id, spec.kind, tables).find(isDue);
    if (row) {
      return { marker: row.number, phase: row.phase, service: tables.phases[id].service, since: last.at };
    }
  }
  return undefined;
}

// nova-compute itself wrote as releases do whose other wordings the tables do not tell apart
function isOldWording({ spec }: Item): boolean {
  return spec?.old === true && [spec.logger].flat().some((logger) => logger.startsWith('nova.compute.'));
}

interface Row {
  readonly marker: MarkerSpec;
  readonly phase: PhaseId;
  /** Among the markers of that phase. */
  readonly number: number;
}

function rowsOf({ id, markers }: PhaseSpec): readonly Row[] {
  return markers.map((marker, number) => ({ marker, phase: id, number }));
}

/** Markers of other phases that an operation of this kind reads as signs of this one. */
function rowsReadAs(id: PhaseId, kind: OperationKind, { phases }: PhaseTables): readonly Row[] {
  return Object.values(phases).flatMap((phase) =>
    rowsOf(phase).filter(({ marker }) => marker.phaseFor?.[kind] === id));
}
