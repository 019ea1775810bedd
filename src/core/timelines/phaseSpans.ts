// The items of one attempt → phases with begin, end and duration; what this log cannot show is called not
// visible.

import type { OperationSpec, PhaseId, PhaseSpec } from '../../knowledge/schema';
import type { Item } from './items';
import { progressOf } from './progress';
import { mayCrossYears } from '../reading/timestamp';
import { mayHold } from './sight';
import type { Sight } from './sight';
import type { Outcome, Phase, PhaseOutcome } from '../model';

export interface PhaseTables {
  readonly phases: Readonly<Record<PhaseId, PhaseSpec>>;
}

/**
 * @param outcome how the operation ended; a phase that is still open ended like it.
 * @param failedPhase the phase that was given up.
 * @returns phases in Nova's order; those after the last one seen are left out.
 */
export function buildPhases(
  items: readonly Item[],
  spec: OperationSpec,
  outcome: Outcome,
  failedPhase: PhaseId | undefined,
  sight: Sight,
  tables: PhaseTables,
): readonly Phase[] {
  const byPhase = groupByPhase(items, spec);
  const order = [...spec.phases, ...[...byPhase.keys()].filter((id) => !spec.phases.includes(id))];
  const spans = new Map<PhaseId, Span>();
  for (const id of order) spans.set(id, spanOf(byPhase.get(id) ?? []));
  closeOpenSpans(order, spans, spec, tables);
  const lastSeen = outcome === 'success' ? order.length - 1 : lastIndexSeen(order, byPhase, failedPhase);
  return order.slice(0, lastSeen + 1).flatMap((id) => {
    const seen = byPhase.get(id);
    if (seen) {
      // a phase that the failed one is inside is not over when that begins
      const isBefore = failedPhase !== undefined && order.indexOf(id) < order.indexOf(failedPhase)
        && !tables.phases[id].through?.includes(failedPhase);
      const raised = id === failedPhase ? raisedBehind(seen, items) : undefined;
      const phase = phaseOf(id, seen, spans.get(id), outcome, { failedPhase, raised }, isBefore);
      const progress = progressOf(seen, sight);
      return [progress ? { ...phase, progress } : phase];
    }
    if (id === failedPhase) return [failedUnseen(id)];
    return spec.always && !spec.always.includes(id) ? [] : hidden(tables.phases[id], sight);
  });
}

function groupByPhase(items: readonly Item[], spec: OperationSpec): Map<PhaseId, Item[]> {
  const groups = new Map<PhaseId, Item[]>();
  for (const item of items) {
    // the result is of the whole operation, not of a phase
    if (!item.event || !item.phase || item.phase === 'done' || item.spec?.recorded) continue;
    if (item.spec?.ambient && !spec.phases.includes(item.phase)) continue;
    // a line that only goes along with an operation is a sign of a phase in its own kinds alone
    if (item.spec?.follows && item.spec.kinds?.includes(spec.kind) === false) continue;
    const group = groups.get(item.phase);
    if (group) group.push(item);
    else groups.set(item.phase, [item]);
  }
  return groups;
}

interface Span {
  begin: number | undefined;
  end: number | undefined;
  took: number | undefined;
  /** The lines at its begin and at its end. */
  openedBy: Item | undefined;
  closedBy: Item | undefined;
  /** By how much the clocks of begin and end are proven to be ahead: by two of them nothing is measured. */
  beginAhead: number;
  endAhead: number;
}

function spanOf(items: readonly Item[]): Span {
  const opening = items.find((item) => item.spec?.edge === 'begin');
  const begin = opening?.at.time ?? beganBefore(items);
  const closing = items.findLast((item) => item.spec?.edge === 'end' || item.spec?.edge === 'took');
  const took = closing?.spec?.edge === 'took' ? Number(closing.event?.captures['seconds']) : Number.NaN;
  const end = closing?.at.time;
  const beginAhead = opening?.ahead ?? items[0]?.ahead ?? 0;
  const endAhead = closing?.ahead ?? beginAhead;
  const closed = { end, openedBy: opening, closedBy: closing, beginAhead, endAhead };
  if (!Number.isFinite(took)) return { ...closed, begin, took: undefined };
  const from = begin ?? (end === undefined ? undefined : end - took * 1000);
  return { ...closed, begin: from, took };
}

// Where the begin is not in the log: a line that counts the seconds since then tells it.
function beganBefore(items: readonly Item[]): number | undefined {
  const counted = items.find((item) => item.spec?.elapsed && item.event?.captures['seconds']);
  const time = counted?.at.time;
  return time === undefined ? undefined : time - Number(counted?.event?.captures['seconds']) * 1000;
}

// A phase without an end of its own ended where the next one of the same depth began; not where what the
// other host does in between is not in the logs.
function closeOpenSpans(
  order: readonly PhaseId[],
  spans: ReadonlyMap<PhaseId, Span>,
  { roles, always }: OperationSpec,
  tables: PhaseTables,
): void {
  order.forEach((id, at) => {
    const span = spans.get(id);
    const phase = tables.phases[id];
    if (!span || span.begin === undefined || span.end !== undefined || phase.async) return;
    for (const later of order.slice(at + 1)) {
      const { begin, beginAhead = 0, openedBy } = spans.get(later) ?? {};
      const next = tables.phases[later];
      if (begin === undefined && always?.includes(later) && roles?.[later] !== roles?.[id]) return;
      if (next.within !== phase.within || begin === undefined || next.async) continue;
      if (begin - beginAhead < span.begin - span.beginAhead) continue;
      if (phase.through?.includes(later)) continue;
      span.end = begin;
      span.closedBy = openedBy;
      span.endAhead = beginAhead;
      return;
    }
  });
}

function lastIndexSeen(
  order: readonly PhaseId[],
  seen: ReadonlyMap<PhaseId, unknown>,
  failedPhase: PhaseId | undefined,
): number {
  let last = -1;
  order.forEach((id, at) => {
    if (seen.has(id) || id === failedPhase) last = at;
  });
  return last;
}

interface Failure {
  readonly failedPhase: PhaseId | undefined;
  readonly raised: Item | undefined;
}

// An exception right behind the last line of a phase is where it was given up; had Nova cleaned up before it
// logged the exception, when that was is not in the log.
function raisedBehind(seen: readonly Item[], items: readonly Item[]): Item | undefined {
  const last = seen.at(-1);
  const next = last && items.slice(items.indexOf(last) + 1).find(({ spec }) => !spec?.ambient);
  return next?.fault ? next : undefined;
}

function phaseOf(
  id: PhaseId,
  items: readonly Item[],
  span: Span | undefined,
  outcome: Outcome,
  { failedPhase, raised }: Failure,
  isBefore: boolean,
): Phase {
  const places = items.map((item) => item.at);
  const given = items.findLast((item) => item.spec?.edge === 'fail' && !item.spec.harmless) ?? raised;
  const gaveUp = given !== undefined && outcome !== 'success' && !isOver(id, span, given);
  const failed = id === failedPhase || gaveUp;
  const end = span?.end ?? (failed ? given?.at.time : undefined);
  const begin = span?.begin;
  const endAhead = span?.end === undefined ? given?.ahead : span.endAhead;
  const measured = begin !== undefined && end !== undefined && end >= begin && endAhead === span?.beginAhead
    && !mayCrossYears(begin, end);
  const lines = measured ? (end - begin) / 1000 : undefined;
  return {
    id,
    begin,
    end,
    seconds: span?.took ?? lines,
    secondsFrom: span?.took !== undefined ? 'nova' : lines !== undefined ? 'lines' : undefined,
    outcome: outcomeOf(failed, span, outcome, isBefore, items),
    at: places[0],
    places,
    needs: undefined,
    needsService: undefined,
  };
}

// What failed and ended all the same went on after all; that the next phase began does not say so. Clocks
// that tell no more than seconds give many lines the same time: then their order in the log tells.
function isOver(id: PhaseId, span: Span | undefined, given: Item): boolean {
  if (span?.end === undefined || given.at.time === undefined) return false;
  const { closedBy } = span;
  if (closedBy?.phase !== id && given.at.time > (span.begin ?? given.at.time)) return false;
  const isTie = span.end === given.at.time && closedBy?.log === given.log;
  return isTie ? closedBy.rank >= given.rank : span.end >= given.at.time;
}

function outcomeOf(
  failed: boolean,
  span: Span | undefined,
  outcome: Outcome,
  isBefore: boolean,
  items: readonly Item[],
): PhaseOutcome {
  if (failed) return 'failed';
  if (span?.end !== undefined || outcome === 'success') return 'success';
  // what only left a note after the failure was clean-up that Nova went through
  if (outcome === 'failed' && !isBefore && items.every(({ spec }) => spec?.harmless)) return 'unknown';
  if (outcome === 'failed') return isBefore || span?.begin === undefined ? 'success' : 'unknown';
  return outcome;
}

function failedUnseen(id: PhaseId): Phase {
  return {
    id,
    begin: undefined,
    end: undefined,
    seconds: undefined,
    secondsFrom: undefined,
    outcome: 'failed',
    at: undefined,
    places: [],
    needs: undefined,
    needsService: undefined,
  };
}

// Only phases that every run goes through, and whose lines the log could not hold, are called not visible.
function hidden(phase: PhaseSpec, sight: Sight): readonly Phase[] {
  if (!phase.shows || !phase.markers.some((marker) => mayHold(marker, sight))) return [];
  const lacksService =
    !sight.services.has(phase.service) && !(phase.id === 'scheduling' && sight.services.has('conductor'));
  const lacksLevel = phase.shows === 'DEBUG' && !sight.levels.has('DEBUG');
  if (!lacksService && !lacksLevel) return [];
  return [
    {
      ...failedUnseen(phase.id),
      outcome: 'not-visible',
      needs: lacksLevel ? phase.shows : undefined,
      needsService: lacksService ? phase.service : undefined,
    },
  ];
}
