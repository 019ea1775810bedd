// A draft → an operation: attempts, outcome, phases, durations, causes, and the line that is due.

import type { OperationKind, OperationSpec, PhaseId } from '../../knowledge/schema';
import { findAttempts, triedBy, type AttemptDraft } from './attempts';
import { findCauses, type Causes } from './causes';
import type { Draft } from './draft';
import { dueOf } from './due';
import { failedPhaseOf } from './failedPhase';
import { classTail } from './frameHints';
import { isNumber } from '../instanceNumber';
import type { Item } from './items';
import type { Attempt, Fault, Operation, Outcome, Phase, Place, RecordedAction } from '../model';
import { mayCrossYears } from '../reading/timestamp';
import { otherKinds } from './otherKinds';
import { findLanes, laneOutcome, routeOf } from './lanes';
import { isFounded, outcomeOf, statesOf } from './outcome';
import { buildPhases, type PhaseTables } from './phaseSpans';
import { isOnlyRecorded, loggedOf, recordedOf } from './recordedItems';
import { resolveDraft } from './resolved';
import { sightFor, type Sight } from './sight';
import { reasonOf, type CauseTables } from './statedFault';
import { unattributed } from './unattributed';

export interface OperationTables extends CauseTables, PhaseTables {
  readonly operations: Readonly<Record<OperationKind, OperationSpec>>;
}

/** @param number of the operation among those of its instance, from 0. */
export function buildOperation(
  drafted: Draft,
  instance: string,
  number: number,
  all: Sight,
  tables: OperationTables,
): Operation {
  const spec = tables.operations[drafted.kind];
  const draft = resolveDraft(drafted, tables);
  const { items } = draft;
  const own = items.filter((item) => !item.spec?.ambient);
  const sight = sightFor(all, own);
  const drafts = spec.roles ? findLanes(own, draft, spec) : findAttempts(own, draft.kind);
  const stated = outcomeOf(draft, drafts, own, spec, () => findCauses(own, draft.hints, tables), sight);
  const outcome = isTenable(stated, draft, sight) ? stated : 'unknown';
  // what became of the request afterwards may be unknown: the host that gave it up said why
  const gaveUp = outcome === 'failed' || (outcome === 'unknown' && drafts.at(-1)?.outcome === 'rescheduled');
  const causes = gaveUp ? causesOfAll(own, decidingOf(drafts), draft, tables) : noCauses;
  const failedPhase = outcome === 'failed' ? failedPhaseOf(own, draft, causes) : undefined;
  // what would show the others the tables say of later releases
  const phases = buildPhases(items, spec, outcome, failedPhase, sight, tables)
    .filter((phase) => phase.outcome !== 'not-visible' || !isNumber(instance));
  const attempts = attemptsOf(drafts, { draft, phases, causes, outcome, sight, tables });
  const { begin, end, seconds } = extentOf(own, items);
  return {
    id: `${instance} ${[...draft.requests][0] ?? draft.kind} ${number}`,
    ...kindOf(drafted, tables.operations),
    instance,
    request: [...draft.requests][0],
    begin, end, seconds, outcome, attempts,
    route: spec.roles && routeOf(own, attempts),
    phases,
    failedPhase,
    ...causes,
    reason: outcome === 'failed' && !causes.rootCause ? reasonOf(items) : undefined,
    unattributedSeconds: unattributed(seconds, phases, tables, own.at(-1)?.at.time),
    due: outcome === 'in-progress' ? dueOf(own, phases, spec, sight, tables) : undefined,
    places: items.map((item) => item.at),
    ...told(recordedOf(own)),
    ...(sight.isOver ? unknownStates : statesOf(draft, outcome, spec, phases, drafts, tables)),
  };
}

type Kind = Pick<Operation, 'kind' | 'basis' | 'otherKinds'>;

function kindOf(draft: Draft, operations: OperationTables['operations']): Kind {
  const basis = draft.stated ? 'stated' : 'implied';
  return { kind: draft.kind, basis, otherKinds: otherKinds(draft, operations) };
}

type Extent = Pick<Operation, 'begin' | 'end' | 'seconds'>;

function extentOf(own: readonly Item[], items: readonly Item[]): Extent {
  const logged = loggedOf(own);
  const begin = firstPlace([...logged, ...items]);
  // when an action began is told, and of its end nothing
  const seconds = isOnlyRecorded({ items: logged }) ? undefined : secondsOf(logged);
  return { begin, end: logged.at(-1)?.at ?? begin, seconds };
}

function told(recorded: RecordedAction | undefined): Pick<Operation, 'recorded'> {
  return recorded ? { recorded } : {};
}

// That an operation of a guessed kind went well would be a claim on sand.
function isTenable(stated: Outcome, draft: Draft, sight: Sight): boolean {
  return stated === 'success' ? isFounded(draft) : stated !== 'in-progress' || sight.isOver !== true;
}

const unknownStates = { vmState: undefined, taskState: undefined };
const noCauses: Causes = { rootCause: undefined, fault: undefined, chain: [] };

// Where hosts try one after the other the last one decides; the two sides of a move are one try.
function decidingOf(drafts: readonly AttemptDraft[]): AttemptDraft | undefined {
  const tries = triedBy(drafts);
  return drafts.some(({ role }) => role) && tries.length < 2 ? undefined : tries.at(-1);
}

function causesOfAll(
  items: readonly Item[],
  last: AttemptDraft | undefined,
  draft: Draft,
  tables: OperationTables,
): Causes {
  const all = findCauses(items, draft.hints, tables);
  return bestCauses(all, last && findCauses(last.items, draft.hints, tables), tables);
}

// The last attempt decides; what was recorded in the end may stand behind it (the conductor giving up).
function bestCauses(all: Causes, last: Causes | undefined, tables: CauseTables): Causes {
  if (!last?.rootCause) return all;
  // that a host gave it back, and not why, is less than what was in the way of trying the next one
  const isWrapper = (fault: Fault | undefined) => tables.wrappers.includes(classTail(fault?.type ?? ''));
  if (isWrapper(last.rootCause) && !isWrapper(all.rootCause)) return all;
  // told again by the service that called: where it stood first is where it began
  const { rootCause } = all;
  if (
    rootCause &&
    rootCause.message === last.rootCause.message &&
    classTail(rootCause.type) === classTail(last.rootCause.type)
  )
    return all;
  const fault = all.fault ?? last.fault;
  const known =
    fault && last.chain.find((link) => link.type === fault.type && link.at.line === fault.at.line);
  if (known || !fault) return { ...last, fault: known ?? fault };
  return { rootCause: last.rootCause, fault, chain: [...last.chain, fault] };
}

const beforeHosts = new Set<PhaseId>(['api', 'scheduling']);

interface Whole {
  readonly draft: Draft;
  readonly phases: readonly Phase[];
  readonly causes: Causes;
  readonly outcome: Outcome;
  readonly sight: Sight;
  readonly tables: OperationTables;
}

function attemptsOf(drafts: readonly AttemptDraft[], whole: Whole): readonly Attempt[] {
  const { draft, phases, causes, outcome, sight, tables } = whole;
  return drafts.map((attempt) =>
    drafts.length === 1
      ? onlyAttempt(attempt, phases, causes, outcome)
      : attemptOf(attempt, draft, sight, tables, outcome),
  );
}

// The only attempt is the operation less what the API and the scheduler did.
function onlyAttempt(
  attempt: AttemptDraft,
  phases: readonly Phase[],
  causes: Causes,
  whole: Outcome,
): Attempt {
  const { host, role, begin, end } = attempt;
  const outcome = role ? laneOutcome(attempt, whole) : attempt.outcome;
  return {
    host,
    role,
    begin,
    end,
    outcome,
    phases: phases.filter((phase) => phase.outcome !== 'not-visible' && !beforeHosts.has(phase.id)),
    fault: outcome === 'success' ? undefined : causes.fault,
    rootCause: outcome === 'success' ? undefined : causes.rootCause,
  };
}

function attemptOf(
  attempt: AttemptDraft, draft: Draft, sight: Sight, tables: OperationTables, whole: Outcome,
): Attempt {
  const spec = tables.operations[draft.kind];
  const causes = attempt.outcome === 'success' ? noCauses : findCauses(attempt.items, draft.hints, tables);
  const ended = attempt.role ? laneOutcome(attempt, whole) : attempt.outcome;
  const outcome: Outcome = ended === 'rescheduled' || ended === 'aborted' ? 'failed' : ended;
  const failedPhase = outcome === 'failed' ? failedPhaseOf(attempt.items, draft, causes) : undefined;
  return {
    host: attempt.host,
    role: attempt.role,
    begin: attempt.begin,
    end: attempt.end,
    outcome: ended,
    phases: buildPhases(attempt.items, spec, outcome, failedPhase, sight, tables).filter(
      (phase) => phase.outcome !== 'not-visible',
    ),
    fault: causes.fault,
    rootCause: causes.rootCause,
  };
}

// Nova's own figures count where the log begins in the middle: that for the whole, and a part is no longer
// than it.
function secondsOf(items: readonly Item[]): number | undefined {
  const length = lengthOf(items);
  const whole = items.findLast((item) => item.phase === 'done' && item.spec?.edge === 'took');
  const took = secondsIn(whole);
  if (took !== undefined) return Math.max(took, length ?? 0);
  if (length === undefined) return undefined;
  return items.reduce((most, item) => Math.max(most, secondsIn(item) ?? 0), length);
}

function secondsIn(item: Item | undefined): number | undefined {
  const seconds = item?.spec?.edge === 'took' ? Number(item.event?.captures['seconds']) : Number.NaN;
  return Number.isFinite(seconds) ? seconds : undefined;
}

// By two clocks that are proven to disagree nothing can be measured.
function lengthOf(items: readonly Item[]): number | undefined {
  let first: Item | undefined;
  let last: Item | undefined;
  let count = 0;
  for (const item of items) {
    if (item.at.time === undefined) continue;
    count += 1;
    if (!first || item.order < first.order) first = item;
    if (!last || item.order > last.order) last = item;
  }
  if (count < 2 || !first || !last || first.ahead !== last.ahead) return undefined;
  const [begin, end] = [first.at.time ?? 0, last.at.time ?? 0];
  return mayCrossYears(begin, end) ? undefined : (end - begin) / 1000;
}

function firstPlace([first]: readonly Item[]): Place {
  if (!first) throw new Error('an operation has at least one line');
  return first.at;
}
