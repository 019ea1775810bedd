// The lines of an operation → how it ended, and the states that the instance is left in; what no line says is
// unknown.

import type { OperationKind, OperationSpec } from '../../knowledge/schema';
import type { AttemptDraft } from './attempts';
import type { Causes } from './causes';
import type { Draft } from './drafts';
import type { Item } from './items';
import type { Outcome, Phase } from '../model';
import type { PhaseTables, Sight } from './phaseSpans';

const builds = new Set<OperationKind>(['create', 'rebuild', 'evacuate']);

export function outcomeOf(
  draft: Draft,
  attempts: readonly AttemptDraft[],
  items: readonly Item[],
  spec: OperationSpec,
  causes: () => Causes,
  sight: Sight,
): Outcome {
  const last = attempts.at(-1);
  const final = items.findLast((item) => item.phase === 'scheduling' && item.spec?.says === 'failed');
  if (last?.outcome === 'success' && !(final && final.order > last.lastOrder)) return 'success';
  if (final || (last && last.outcome !== 'in-progress' && last.outcome !== 'success')) return 'failed';
  if (items.some((item) => item.spec?.says === 'failed' || item.spec?.says === 'aborted')) return 'failed';
  if (isDone(draft, spec)) return 'success';
  if (causes().rootCause || cutFailure(items, draft)) return 'failed';
  if (items.some((item) => item.spec?.says === 'success')) return 'success';
  // before Mitaka nothing at INFO says that a delete is over
  const files =
    draft.kind === 'delete' && items.some((item) => item.phase === 'cleanup' && item.spec?.edge === 'end');
  if (files && !sight.tellsDestroyed) return 'unknown';
  const onlyApi = items.every((item) => item.phase === 'api' || item.phase === 'scheduling');
  return spec.silent || (onlyApi && !sight.services.has('compute')) ? 'unknown' : 'in-progress';
}

function isDone(draft: Draft, spec: OperationSpec): boolean {
  if (draft.kind === 'delete') {
    return draft.items.some(
      (item) =>
        (item.phase === 'deallocate_network' || item.phase === 'detach_volumes') &&
        item.spec?.edge === 'took',
    );
  }
  if (
    draft.kind === 'stop' &&
    draft.items.some((item) => item.phase === 'power_off' && item.spec?.edge === 'took')
  ) {
    return true;
  }
  return (
    spec.lifecycle !== undefined &&
    draft.items.some((item) => item.event?.captures['state'] === spec.lifecycle)
  );
}

// Frames of a traceback through the operation's own functions, its exception cut off: it failed, the class is
// unknown.
function cutFailure(items: readonly Item[], draft: Draft): boolean {
  return items.some(
    (item) =>
      item.fault?.type === '' &&
      item.fault.level !== 'WARNING' &&
      item.fault.level !== 'DEBUG' &&
      draft.hints.get(item)?.phase !== undefined,
  );
}

export function statesOf(
  kind: OperationKind,
  outcome: Outcome,
  spec: OperationSpec,
  phases: readonly Phase[],
  attempts: readonly AttemptDraft[],
  tables: PhaseTables,
): { vmState: string | undefined; taskState: string | undefined } {
  const unknown = { vmState: undefined, taskState: undefined };
  if (outcome === 'success') return { vmState: spec.vmState, taskState: undefined };
  if (outcome === 'failed') {
    // only where Nova says that it gives up for good is the instance known to be in ERROR
    const gaveUp =
      kind === 'rebuild' ||
      kind === 'evacuate' ||
      attempts.at(-1)?.outcome === 'aborted' ||
      phases.some((phase) => phase.id === 'scheduling' && phase.outcome === 'failed');
    return builds.has(kind) && gaveUp ? { vmState: 'error', taskState: undefined } : unknown;
  }
  const open = phases.findLast((phase) => phase.at && !tables.phases[phase.id].within);
  const phase = open && tables.phases[open.id];
  return kind === 'create' && phase ? { vmState: phase.vmState, taskState: phase.taskState } : unknown;
}
