// The lines of an operation → how it ended, and the states that the instance is left in; what no line says is
// unknown.

import type { OperationKind, OperationSpec, PhaseId } from '../../knowledge/schema';
import { isReport, type AttemptDraft } from './attempts';
import type { Causes } from './causes';
import type { Draft } from './draft';
import type { Item } from './items';
import { isRecorded } from './recordedItems';
import type { Outcome, Phase } from '../model';
import type { PhaseTables } from './phaseSpans';
import type { Sight } from './sight';

const builds = new Set<OperationKind>(['create', 'rebuild', 'evacuate']);

export function outcomeOf(
  draft: Draft,
  attempts: readonly AttemptDraft[],
  items: readonly Item[],
  spec: OperationSpec,
  causes: () => Causes,
  sight: Sight,
): Outcome {
  const told = spec.roles && draft.kind !== 'evacuate' ? verdictOf(items) : toldByHosts(attempts, items);
  if (told) return told;
  if (items.some(({ says }) => says === 'failed' || says === 'aborted')) return 'failed';
  if (items.every(isRecorded)) return items.some(isFatal) ? 'failed' : 'unknown';
  if (isDone(draft, spec)) return 'success';
  if (causes().rootCause || cutFailure(items, draft)) return 'failed';
  const reopened = items.some((item) => item.spec?.reopens);
  if (!reopened && items.some(({ says }) => says === 'success')) return 'success';
  // before Mitaka nothing at INFO says that a delete is over
  const files =
    draft.kind === 'delete' && items.some((item) => item.phase === 'cleanup' && item.spec?.edge === 'end');
  if (files && !sight.tellsDestroyed) return 'unknown';
  return isSilent(items, spec, sight) ? 'unknown' : 'in-progress';
}

/** An event that held an exception; of those that say nothing of the whole it is told as a warning. */
function isFatal({ fault }: Item): boolean {
  return fault?.level === 'ERROR';
}

function isSilent(items: readonly Item[], spec: OperationSpec, sight: Sight): boolean {
  // an exception alone, which did not fail it, says nothing of how far it came
  if (!items.some((item) => item.spec) || items.some((item) => item.spec?.mute)) return true;
  if (spec.silent === true || (spec.silent === 'INFO' && !sight.levels.has('DEBUG'))) return true;
  const onlyApi = items.every((item) => item.phase === 'api' || item.phase === 'scheduling');
  return onlyApi && !sight.services.has('compute');
}

// Of an operation that one host carries out, or one after the other, the last host decides.
function toldByHosts(attempts: readonly AttemptDraft[], items: readonly Item[]): Outcome | undefined {
  const last = attempts.at(-1);
  const final = items.findLast((item) => item.phase === 'scheduling' && item.says === 'failed');
  if (last?.outcome === 'success' && !(final && final.order > last.lastOrder)) return 'success';
  if (final) return 'failed';
  if (!last || last.outcome === 'success') return undefined;
  if (last.outcome === 'in-progress') return isNextTry(attempts) ? 'in-progress' : undefined;
  // the conductor tells that a host gave up; whether it went on to the next one it tells later
  if (last.outcome === 'rescheduled' && (isOnlyReported(last) || isHandedOn(last, items))) return 'unknown';
  return 'failed';
}

// The lines are the conductor's, and what it quotes of the host's traceback.
function isOnlyReported({ items }: AttemptDraft): boolean {
  const reports = items.filter(isReport);
  return items.every((item) => isReport(item) || (item.fault !== undefined && reports.some((report) =>
    report.log === item.log && report.at.line === item.at.line)));
}

// What the host before it failed with says nothing of this one.
function isNextTry(attempts: readonly AttemptDraft[]): boolean {
  return attempts.at(-2)?.outcome === 'rescheduled'
    && attempts.at(-1)?.items.some(({ fault, says }) => fault ?? says === 'failed') === false;
}

// Another host was chosen after this one gave up: its lines are not here. The conductor's own log tells the
// order best, for its clock may be another one than the host's.
function isHandedOn({ lastOrder, items: own }: AttemptDraft, items: readonly Item[]): boolean {
  const report = own.findLast(isReport);
  const chosen = items.filter(({ phase, spec }) => phase === 'scheduling' && spec?.edge === 'end');
  return chosen.some(({ order, log, at }) =>
    (report?.log === log ? at.line > report.at.line : order > lastOrder));
}

// Of a move several hosts tell: the last word counts, but for what a later one does not undo.
function verdictOf(items: readonly Item[]): Outcome | undefined {
  if (items.some(({ spec }) => spec?.lasting)) return 'failed';
  const last = items.findLast(({ says }) => says !== undefined && says !== 'opens');
  if (!last) return undefined;
  if (last.says === 'success') return 'success';
  return last.says === 'rescheduled' ? 'unknown' : 'failed';
}

function isDone(draft: Draft, spec: OperationSpec): boolean {
  return draft.items.some(
    (item) =>
      (item.spec?.edge === 'took' && item.phase !== undefined && spec.endsWith?.includes(item.phase)) ||
      (spec.lifecycle !== undefined && item.event?.captures['state'] === spec.lifecycle &&
        item.spec?.occurrence === 'lifecycle'),
  );
}

/**
 * A success is only claimed where the kind is sure, or where each kind that could have begun it ends with the
 * very line that says it.
 */
export function isFounded(draft: Draft): boolean {
  if (draft.stated) return true;
  const { candidates, items } = draft;
  return candidates.length > 1 && items.some(({ says, spec }) =>
    says === 'success' && candidates.every((kind) => (spec?.saysFor ?? spec?.kinds)?.includes(kind)));
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
  draft: Draft,
  outcome: Outcome,
  spec: OperationSpec,
  phases: readonly Phase[],
  attempts: readonly AttemptDraft[],
  tables: PhaseTables,
): { vmState: string | undefined; taskState: string | undefined } {
  const { kind } = draft;
  const unknown = { vmState: undefined, taskState: undefined };
  if (outcome === 'failed' && draft.items.some(isUnsaved)) return unknown;
  const left = outcome === 'success' || outcome === 'failed' ? stateLeft(draft.items) : undefined;
  if (left) return { vmState: left, taskState: undefined };
  if (outcome === 'success') {
    const after = phases.map(({ id, at }) => at && spec.vmStateAfter?.[id]).find((state) => state);
    return { vmState: after ?? spec.vmState, taskState: undefined };
  }
  if (outcome === 'failed') {
    // only where Nova says that it gives up for good is the instance known to be in ERROR; where no host is
    // found for an action that no line states, it may be a move, which leaves the instance as it was
    const leftApi = phases.some(({ id, at }) => id !== 'api' && at !== undefined);
    const gaveUp =
      ((kind === 'rebuild' || kind === 'evacuate') && leftApi) ||
      attempts.at(-1)?.outcome === 'aborted' ||
      (draft.stated && phases.some((phase) => phase.id === 'scheduling' && phase.outcome === 'failed'));
    return builds.has(kind) && gaveUp ? { vmState: 'error', taskState: undefined } : unknown;
  }
  const open = phases.findLast((phase) => phase.at && !tables.phases[phase.id].within);
  const phase = open && tables.phases[open.id];
  if (!phase || (kind !== 'create' && (outcome === 'unknown' || !isOwn(phase, kind)))) return unknown;
  return { vmState: phase.vmState, taskState: phase.taskState };
}

// Guests are switched off and destroyed under the task_state of the action that does it.
function isOwn({ id, vmState }: PhaseTables['phases'][PhaseId], kind: OperationKind): boolean {
  if (vmState) return false;
  return id === 'power_off' ? kind === 'stop' : id === 'destroy' ? kind === 'delete' : true;
}

const savesState = new Set([
  'set_vm_state_and_notify', '_set_vm_state_and_notify',
  '_set_instance_error_state', '_set_instance_obj_error_state',
]);

// Nova says which state it sets before it does: where that broke off it is not known whether it came so far.
function isUnsaved({ fault }: Item): boolean {
  return fault?.frames.some((frame) => savesState.has(frame.function)) === true;
}

// The state that a line says the instance is set to; the last such line holds.
function stateLeft(items: readonly Item[]): string | undefined {
  const { spec, event } = items.findLast((item) => item.spec?.leaves) ?? {};
  if (spec?.leavesSinceHavana && event?.process === undefined) return undefined;
  return spec?.leaves === 'captured' ? event?.captures['state']?.toLowerCase() : spec?.leaves;
}
