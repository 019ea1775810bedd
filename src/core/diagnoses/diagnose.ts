// Timelines and digests → diagnoses: for each operation that failed or stands still the causes whose lines
// are all there and that no line contradicts; then what stands beside operations.

import type { DiagnosisRow } from '../../knowledge/diagnoses/row';
import type { Diagnosis, Digest, Evidence, FunnelStep, LogEvent, Operation, Place, Timeline } from '../model';
import type { Steps } from '../steps';
import { aged, isBeforePike, suitsAge } from './age';
import { triedBy } from '../timelines/attempts';
import { contrary, hitsOfEvent, hitsOfFault, holds, supporting, type ClueIndex, type Hit } from './clueIndex';
import { hostDiagnoses } from './hostDiagnoses';
import { observe } from './observations';
import { scenesOf, type Scene } from './scene';
import { agreed, distinct, surest } from './surest';

export interface DiagnosisTables {
  readonly clues: ClueIndex;
  /** All templates in the order by which events name them, and how many of them belong to phases. */
  readonly kept: readonly { readonly text: string }[];
  readonly phaseMarkers: number;
}

/** Lines beside an operation belong to it so long after its end; what is waited for may come later. */
const near = 60_000;
const later = 3_600_000;
/** Most evidence that one diagnosis names; a funnel may have a line for every filter. */
const mostEvidence = 24;

/** @returns those of operations in the order of the timelines, then those of hosts; worst first in each. A
 *  step is an operation. */
export function* diagnose(
  digests: readonly Digest[], timelines: readonly Timeline[], tables: DiagnosisTables,
): Steps<readonly Diagnosis[]> {
  const operations = timelines.flatMap((timeline) => timeline.operations).filter(isInTrouble);
  const scenes = scenesOf(operations, digests, (marker) =>
    marker >= tables.phaseMarkers && marker < tables.kept.length);
  const own: Diagnosis[] = [];
  for (const scene of scenes) {
    yield;
    own.push(...ofScene(scene, tables));
  }
  yield;
  return [...own, ...hostDiagnoses(digests, own, tables.clues)];
}

function isInTrouble({ outcome, attempts }: Operation): boolean {
  return outcome !== 'success' || attempts.some(({ rootCause }) => rootCause !== undefined);
}

interface Found extends Hit {
  readonly evidence: readonly Evidence[];
  readonly funnel: readonly FunnelStep[];
  readonly isOfAll?: true | undefined;
  /** It stands on the way of the failure or among the operation's own lines, not only beside it. */
  readonly isOwn: boolean;
}

function ofScene(scene: Scene, tables: DiagnosisTables): readonly Diagnosis[] {
  const isOlder = isBeforePike(logsOf(scene));
  const hits = hitsOf(scene, tables).filter(({ ref }) => suitsAge(ref.row, isOlder));
  return aged(ofHits(hits, scene, tables), isOlder);
}

function ofHits(hits: readonly Found[], scene: Scene, tables: DiagnosisTables): readonly Diagnosis[] {
  const { attempts } = scene.operation;
  if (attempts.length < 2) return judge(hits, scene.operation, undefined, tables);
  const lanes = attempts.map((attempt) => hits.filter(({ at, isOfAll }) =>
    !isOfAll && isWithin(at, attempt.begin, attempt.end)));
  const laned = new Set(lanes.flat());
  const common = hits.filter((hit) => !laned.has(hit));
  const whole = judge(common, scene.operation, undefined, tables);
  // the two sides of a move are one try
  const isOneTry = triedBy(attempts).length < 2;
  const single = lanes.flatMap((lane, number) =>
    judge([...lane, ...common], scene.operation, isOneTry ? undefined : number, tables));
  const told = new Set(whole.map(({ id }) => id));
  const left = single.filter(({ id }) => !told.has(id));
  return [...whole, ...(isOneTry ? left.filter(isFirst) : left)];
}

function isFirst({ id }: Diagnosis, at: number, all: readonly Diagnosis[]): boolean {
  return all.findIndex((one) => one.id === id) === at;
}

function logsOf({ operation, digests }: Scene): readonly Digest[] {
  const sources = new Set(operation.places.map(({ source }) => source));
  return digests.filter(({ source }) => sources.has(source));
}

function isWithin(at: Place, begin: Place, end: Place): boolean {
  const isHere = at.source === begin.source && at.source === end.source;
  if (isHere) return begin.line <= at.line && at.line <= end.line;
  const times = [begin.time, at.time, end.time];
  return times.every((time) => time !== undefined) && at.source === begin.source
    && (begin.time ?? 0) <= (at.time ?? 0) && (at.time ?? 0) <= (end.time ?? 0);
}

function hitsOf(scene: Scene, { clues, kept }: DiagnosisTables): readonly Found[] {
  const found = (isOwn: boolean) => (hit: Hit): Found =>
    ({ ...hit, evidence: [{ at: hit.at, role: hit.ref.clue.role }], funnel: [], isOwn });
  const textOf = (event: LogEvent) => kept[event.marker]?.text ?? '';
  const around = scene.beside.filter(({ at }) => isAround(at, scene.operation, near));
  const behind = scene.beside.filter((event) =>
    !around.includes(event) && isAround(event.at, scene.operation, later));
  const reaching = (hit: Hit) => hit.ref.clue.reach !== undefined && hit.ref.clue.reach !== 'operation';
  return [
    ...scene.faults.flatMap((fault) => hitsOfFault(fault, clues)).map(found(true)),
    ...scene.own.flatMap((event) => hitsOfEvent(event, clues)).map(found(true)),
    ...around.flatMap((event) => hitsOfEvent(event, clues)).map(found(false)),
    ...behind.flatMap((event) => hitsOfEvent(event, clues)).filter(reaching).map(found(false)),
    ...looseAround(scene, clues).map(found(false)),
    ...observe(scene, textOf).flatMap(({ id, evidence, captures, funnel, isOfAll }) => {
      const at = evidence[0]?.at;
      const refs = (clues.bySeen.get(id) ?? []).filter(({ clue }) => holds(clue.where, captures));
      const seen = { captures, evidence, funnel, isOfAll, isOwn: true };
      return at ? refs.map((ref): Found => ({ ref, at, ...seen })) : [];
    }),
  ];
}

// Lines of no instance: in the same log around that time, or where a clue says so in any log up to an hour
// later.
function looseAround({ loose, operation }: Scene, clues: ClueIndex): readonly Hit[] {
  return [...loose].flatMap(([source, events]) => events.flatMap((event) => {
    if (!isAround(event.at, operation, later)) return [];
    const isNear = source === operation.begin.source && isAround(event.at, operation, near);
    return hitsOfEvent(event, clues).filter(({ ref: { clue } }) =>
      clue.reach === 'any' || (clue.reach === 'log' && isNear));
  }));
}

function isAround(at: Place, { begin, end }: Operation, tailMs: number): boolean {
  const times = [at.time, begin.time, end.time];
  if (times.includes(undefined)) return at.source === begin.source;
  return (at.time ?? 0) >= (begin.time ?? 0) - 5000 && (at.time ?? 0) <= (end.time ?? 0) + tailMs;
}

// Rows whose needs are all met and that nothing contradicts; of one family only those that are surest.
function judge(
  hits: readonly Found[], operation: Operation, attempt: number | undefined, { clues }: DiagnosisTables,
): readonly Diagnosis[] {
  const byRow = new Map<string, Found[]>();
  for (const hit of hits) {
    const own = byRow.get(hit.ref.id);
    if (own) own.push(hit);
    else byRow.set(hit.ref.id, [hit]);
  }
  const found: Diagnosis[] = [];
  for (const [id, row] of clues.rows) {
    const own = byRow.get(id);
    if (!own || row.scope === 'host' || !suits(row, operation)) continue;
    const diagnosis = bind(id, own, operation, attempt);
    if (diagnosis) found.push(diagnosis);
  }
  return surest(found, clues);
}

function suits({ kinds, outcomes }: DiagnosisRow, { kind, outcome, attempts }: Operation): boolean {
  if (kinds && !kinds.includes(kind)) return false;
  if (outcomes) return outcomes.includes(outcome);
  return outcome === 'failed' || attempts.some(({ rootCause }) => rootCause !== undefined);
}

function bind(
  id: string, hits: readonly Found[], operation: Operation, attempt: number | undefined,
): Diagnosis | undefined {
  const row = hits[0]?.ref.row;
  if (!row || hits.some(({ ref }) => ref.need === contrary)) return undefined;
  const signs = row.needs.map((_need, number) => hits.filter(({ ref }) => ref.need === number));
  const needed = agreed(signs, row.joined);
  if (needed.some((group) => group.length === 0)) return undefined;
  const supports = hits.filter(({ ref }) => ref.need === supporting);
  const first = needed.flatMap((group) => group.slice(0, 1));
  const all = [...first, ...needed.flatMap((group) => group.slice(1)), ...supports];
  // what only stands beside a failure that has a cause of its own did not cause it
  if (operation.rootCause && !all.some(({ isOwn }) => isOwn)) return undefined;
  const captures = all.map((hit) => hit.captures).reverse();
  return {
    id,
    certainty: row.certainty,
    operation: operation.id,
    attempt,
    instance: operation.instance,
    evidence: distinct(all.flatMap(({ evidence }) => evidence)).slice(0, mostEvidence),
    args: Object.assign({}, ...captures) as Record<string, string>,
    rivals: [],
    funnel: all[0]?.funnel ?? [],
    count: 1,
  };
}
