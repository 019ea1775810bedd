// Lines that belong to no operation in trouble → diagnoses of a host: services that do not answer,
// credentials that are refused, allocations that leak, guests that went off. Like ones are told once, with
// their number.

import type { Diagnosis, Digest, Evidence, Fault, Place } from '../model';
import { aged, isBeforePike, suitsAge } from './age';
import {
  append, contrary, hitsOfEvent, hitsOfFault, supporting, type ClueIndex, type Hit,
} from './clueIndex';
import { placeKey } from '../placeKey';
import { agreed, distinct, surest } from './surest';

/** Lines that belong together stand within so many milliseconds of one another. */
const together = 15 * 60_000;
const mostEvidence = 10;
/** Hits of one row in one log that are looked at; more of the same say no more. */
const mostHits = 2000;

/** @param told diagnoses of operations: their lines are not told again. */
export function hostDiagnoses(
  digests: readonly Digest[], told: readonly Diagnosis[], clues: ClueIndex,
): readonly Diagnosis[] {
  const familyOf = (id: string) => clues.rows.get(id)?.family ?? '';
  const known = new Set(told.flatMap(({ id, evidence }) =>
    evidence.map(({ at }) => `${familyOf(id)} ${placeKey(at)}`)));
  const ofInstance = new Map<string, Place[]>();
  for (const { id, instance = '', evidence } of told) {
    for (const { at } of evidence) append(ofInstance, `${familyOf(id)} ${instance}`, at);
  }
  // Nova logs the same exception again where it leaves the method, and where it sets the instance to error
  const isTold = ({ ref, at }: Hit, { instance }: Fault) => instance !== undefined
    && (ofInstance.get(`${ref.row.family} ${instance}`) ?? []).some((other) => isNear(at, other));
  return digests.flatMap((digest) => {
    const byRow = new Map<string, Hit[]>();
    const isOlder = isBeforePike([digest]);
    for (const hit of hitsIn(digest, clues, isTold)) {
      if (hit.ref.row.scope === undefined || hit.ref.row.scope === 'operation') continue;
      if (!suitsAge(hit.ref.row, isOlder)) continue;
      const own = byRow.get(hit.ref.id);
      if (!own) byRow.set(hit.ref.id, [hit]);
      else if (own.length < mostHits) own.push(hit);
    }
    const found = [...byRow].flatMap(([id, hits]) => ofRow(id, hits, known));
    return aged(groupsOf(found).flatMap((group) => surest(group, clues)), isOlder);
  });
}

function* hitsIn(
  digest: Digest, clues: ClueIndex, isTold: (hit: Hit, fault: Fault) => boolean,
): Generator<Hit> {
  for (const event of digest.events) yield* hitsOfEvent(event, clues);
  for (const fault of digest.faults) {
    if (fault.level === 'DEBUG' || fault.level === 'INFO') continue;
    for (const one of [fault, ...fault.chain]) {
      for (const hit of hitsOfFault(one, clues)) if (!isTold(hit, fault)) yield hit;
    }
  }
}

function ofRow(id: string, hits: readonly Hit[], known: ReadonlySet<string>): readonly Diagnosis[] {
  const row = hits[0]?.ref.row;
  if (!row) return [];
  const cases = new Map<string, Diagnosis>();
  const others = hits.filter(({ ref }) => ref.need !== 0);
  // a line may say it twice: by what it states, and by the exception behind that
  const counted = new Set<string>();
  for (const hit of hits) {
    if (hit.ref.need !== 0 || known.has(`${row.family} ${placeKey(hit.at)}`)) continue;
    const near = others.filter((other) => isNear(hit.at, other.at));
    if (near.some((other) => other.ref.need === contrary && isSameCase(hit, other))) continue;
    const further = row.needs.slice(1).map((_need, at) => near.filter(({ ref }) => ref.need === at + 1));
    const needed = agreed([[hit], ...further], row.joined);
    if (needed.some((group) => group.length === 0)) continue;
    const supports = near.filter(({ ref }) => ref.need === supporting).sort((a, b) => a.at.line - b.at.line);
    const all = [...needed.flatMap((group) => group.slice(0, 1)), ...supports];
    const key = row.by === undefined ? '' : (hit.captures[row.by] ?? '');
    const spot = `${key} ${placeKey(hit.at)}`;
    if (counted.has(spot)) continue;
    counted.add(spot);
    cases.set(key, merged(cases.get(key), id, all));
  }
  return [...cases.values()];
}

/** What is said of one instance is taken back by its own lines only. */
function isSameCase(one: Hit, other: Hit): boolean {
  return one.ref.row.by !== 'instance' || (one.instance !== undefined && one.instance === other.instance);
}

function isNear(one: Place, other: Place): boolean {
  if (one.source !== other.source) return false;
  if (one.time === undefined || other.time === undefined) return Math.abs(one.line - other.line) <= 200;
  return Math.abs(one.time - other.time) <= together;
}

function merged(before: Diagnosis | undefined, id: string, hits: readonly Hit[]): Diagnosis {
  const [first] = hits;
  const evidence: Evidence[] = hits.map(({ at, ref }) => ({ at, role: ref.clue.role }));
  if (before) {
    return { ...before, count: before.count + 1,
      evidence: distinct([...before.evidence, ...evidence]).slice(0, mostEvidence) };
  }
  return {
    id,
    certainty: first?.ref.row.certainty ?? 'open',
    operation: undefined,
    attempt: undefined,
    instance: first?.captures['instance'],
    evidence: distinct(evidence).slice(0, mostEvidence),
    args: Object.assign({}, ...hits.map((hit) => hit.captures).reverse()) as Record<string, string>,
    rivals: [],
    funnel: [],
    count: 1,
  };
}

// Rivals are rows that explain the same line; other lines of the same family are other cases.
function groupsOf(found: readonly Diagnosis[]): readonly (readonly Diagnosis[])[] {
  const groups = new Map<string, Diagnosis[]>();
  for (const one of found) {
    append(groups, one.evidence[0] ? placeKey(one.evidence[0].at) : one.id, one);
  }
  return [...groups.values()];
}
