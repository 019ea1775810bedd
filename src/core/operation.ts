// A draft → an operation: attempts, outcome, phases, durations, causes, and the line that is due.

import type { OperationKind, OperationSpec, PhaseId } from '../knowledge/schema';
import { findAttempts, type AttemptDraft } from './attempts';
import { findCauses, type Causes, type CauseTables } from './causes';
import type { Draft } from './drafts';
import { dueOf } from './due';
import { classTail } from './frameHints';
import type { Item } from './items';
import type { Attempt, Operation, Outcome, Phase } from './model';
import { buildPhases, unattributed, type PhaseTables, type Sight } from './phaseSpans';

export interface OperationTables extends CauseTables, PhaseTables {
  readonly operations: Readonly<Record<OperationKind, OperationSpec>>;
}

/** @param number of the operation among those of its instance, from 0. */
export function buildOperation(
  draft: Draft, instance: string, number: number, sight: Sight, tables: OperationTables,
): Operation {
  const spec = tables.operations[draft.kind];
  const items = draft.items;
  const own = items.filter((item) => !item.spec?.ambient);
  const drafts = findAttempts(own, draft.kind);
  const causesOf = (part: readonly Item[]): Causes => findCauses(part, draft.hints, tables);
  const stated = outcomeOf(draft, drafts, own, spec, () => causesOf(own), sight);
  // that an operation of a guessed kind went well would be a claim on sand
  const outcome = stated === 'success' && !draft.stated ? 'unknown' : stated;
  const failing = drafts.at(-1)?.items;
  const causes = outcome === 'failed' ? bestCauses(causesOf(own), failing && causesOf(failing)) : noCauses;
  const failedPhase = outcome === 'failed' ? failedPhaseOf(own, draft, causes) : undefined;
  const phases = buildPhases(items, spec, outcome, failedPhase, sight, tables);
  const seconds = secondsOf(own);
  const [first] = own;
  const last = own.at(-1);
  const begin = (first ?? items[0])?.at;
  if (!begin) throw new Error('an operation has at least one line');
  return {
    id: `${instance} ${[...draft.requests][0] ?? draft.kind} ${number}`,
    kind: draft.kind,
    basis: draft.stated ? 'stated' : 'implied',
    instance,
    request: [...draft.requests][0],
    begin,
    end: last?.at ?? begin,
    seconds,
    outcome,
    attempts: drafts.length === 1 ? drafts.map((attempt) => onlyAttempt(attempt, phases, causes))
      : drafts.map((attempt) => attemptOf(attempt, draft, spec, sight, tables)),
    phases,
    failedPhase,
    ...causes,
    unattributedSeconds: unattributed(seconds, phases, tables),
    due: outcome === 'in-progress' ? dueOf(own, phases, spec, sight, tables) : undefined,
    places: placesOf(items),
    ...statesOf(draft.kind, outcome, spec, phases, drafts, tables),
  };
}

const builds = new Set<OperationKind>(['create', 'rebuild', 'evacuate']);
const noCauses: Causes = { rootCause: undefined, fault: undefined, chain: [] };

// The last attempt decides; what was recorded in the end may stand behind it (the conductor giving up).
function bestCauses(all: Causes, last: Causes | undefined): Causes {
  if (!last?.rootCause) return all;
  // told again by the service that called: where it stood first is where it began
  const { rootCause } = all;
  if (rootCause && rootCause.message === last.rootCause.message
    && classTail(rootCause.type) === classTail(last.rootCause.type)) return all;
  const fault = all.fault ?? last.fault;
  const known = fault && last.chain.find((link) => link.type === fault.type && link.at.line === fault.at.line);
  if (known || !fault) return { ...last, fault: known ?? fault };
  return { rootCause: last.rootCause, fault, chain: [...last.chain, fault] };
}

function outcomeOf(
  draft: Draft, attempts: readonly AttemptDraft[], items: readonly Item[], spec: OperationSpec,
  causes: () => Causes, sight: Sight,
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
  const files = draft.kind === 'delete' && items.some((item) => item.phase === 'cleanup' && item.spec?.edge === 'end');
  if (files && !sight.tellsDestroyed) return 'unknown';
  const onlyApi = items.every((item) => item.phase === 'api' || item.phase === 'scheduling');
  return spec.silent || (onlyApi && !sight.services.has('compute')) ? 'unknown' : 'in-progress';
}

function isDone(draft: Draft, spec: OperationSpec): boolean {
  if (draft.kind === 'delete') {
    return draft.items.some((item) => (item.phase === 'deallocate_network' || item.phase === 'detach_volumes')
      && item.spec?.edge === 'took');
  }
  if (draft.kind === 'stop' && draft.items.some((item) => item.phase === 'power_off' && item.spec?.edge === 'took')) {
    return true;
  }
  return spec.lifecycle !== undefined
    && draft.items.some((item) => item.event?.captures['state'] === spec.lifecycle);
}

// Frames of a traceback through the operation's own functions, its exception cut off: it failed, the class is unknown.
function cutFailure(items: readonly Item[], draft: Draft): boolean {
  return items.some((item) => item.fault?.type === '' && item.fault.level !== 'WARNING' && item.fault.level !== 'DEBUG'
    && draft.hints.get(item)?.phase !== undefined);
}

const partsOfSpawn: ReadonlySet<PhaseId> = new Set(['image', 'guest_xml', 'vif_plug', 'power_on']);

function failedPhaseOf(items: readonly Item[], draft: Draft, causes: Causes): PhaseId | undefined {
  const spec = items.find((item) => item.spec?.edge === 'fail' && !item.spec.harmless && item.spec.says
    && item.phase !== 'done');
  const root = items.find((item) => item.fault && (item.fault === causes.rootCause
    || item.fault.chain.includes(causes.rootCause ?? item.fault)));
  const byFrames = root && draft.hints.get(root)?.phase;
  const byMarker = spec?.phase ?? items.find((item) => item.spec?.edge === 'fail' && item.phase !== 'done')?.phase;
  // `Instance failed to spawn` covers several phases; the frames say in which one
  if (byMarker && byMarker !== 'spawning') return byMarker;
  if (byFrames && byFrames !== 'spawning') return byFrames;
  const inner = items.find((item) => item.spec?.edge === 'fail' && item.phase && partsOfSpawn.has(item.phase))?.phase;
  return inner ?? byFrames ?? byMarker ?? items.map((item) => draft.hints.get(item)?.phase).find((phase) => phase)
    ?? items.findLast((item) => item.phase && item.phase !== 'done' && !item.spec?.ambient)?.phase;
}

const beforeHosts = new Set<PhaseId>(['api', 'scheduling']);

// The only attempt is the operation less what the API and the scheduler did.
function onlyAttempt({ host, begin, end, outcome }: AttemptDraft, phases: readonly Phase[], causes: Causes): Attempt {
  return {
    host, begin, end, outcome,
    phases: phases.filter((phase) => phase.outcome !== 'not-visible' && !beforeHosts.has(phase.id)),
    fault: outcome === 'success' ? undefined : causes.fault,
    rootCause: outcome === 'success' ? undefined : causes.rootCause,
  };
}

function attemptOf(
  attempt: AttemptDraft, draft: Draft, spec: OperationSpec, sight: Sight, tables: OperationTables,
): Attempt {
  const causes = attempt.outcome === 'success' ? noCauses : findCauses(attempt.items, draft.hints, tables);
  const outcome: Outcome = attempt.outcome === 'rescheduled' || attempt.outcome === 'aborted' ? 'failed' : attempt.outcome;
  const failedPhase = outcome === 'failed' ? failedPhaseOf(attempt.items, draft, causes) : undefined;
  return {
    host: attempt.host,
    begin: attempt.begin,
    end: attempt.end,
    outcome: attempt.outcome,
    phases: buildPhases(attempt.items, spec, outcome, failedPhase, sight, tables)
      .filter((phase) => phase.outcome !== 'not-visible'),
    fault: causes.fault,
    rootCause: causes.rootCause,
  };
}

// Nova's own figure for the whole counts where the log begins in the middle.
function secondsOf(items: readonly Item[]): number | undefined {
  const times = items.map((item) => item.at.time).filter((time) => time !== undefined);
  const length = times.length > 1 ? (Math.max(...times) - Math.min(...times)) / 1000 : undefined;
  const whole = items.findLast((item) => item.phase === 'done' && item.spec?.edge === 'took');
  const took = Number(whole?.event?.captures['seconds']);
  return Number.isFinite(took) ? Math.max(took, length ?? 0) : length;
}

function placesOf(items: readonly Item[]): Operation['places'] {
  return items.map((item) => item.at);
}

function statesOf(
  kind: OperationKind, outcome: Outcome, spec: OperationSpec, phases: readonly Phase[],
  attempts: readonly AttemptDraft[], tables: PhaseTables,
): { vmState: string | undefined; taskState: string | undefined } {
  const unknown = { vmState: undefined, taskState: undefined };
  if (outcome === 'success') return { vmState: spec.vmState, taskState: undefined };
  if (outcome === 'failed') {
    // only where Nova says that it gives up for good is the instance known to be in ERROR
    const gaveUp = kind === 'rebuild' || kind === 'evacuate' || attempts.at(-1)?.outcome === 'aborted'
      || phases.some((phase) => phase.id === 'scheduling' && phase.outcome === 'failed');
    return builds.has(kind) && gaveUp ? { vmState: 'error', taskState: undefined } : unknown;
  }
  const open = phases.findLast((phase) => phase.at && !tables.phases[phase.id].within);
  const phase = open && tables.phases[open.id];
  return kind === 'create' && phase ? { vmState: phase.vmState, taskState: phase.taskState } : unknown;
}
