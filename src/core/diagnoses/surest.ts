// Diagnoses that hold → those worth telling: of each family the surest, no line twice, and signs that are
// about the same port, message or volume.

import type { Diagnosis, Evidence } from '../model';
import type { ClueIndex } from './clueIndex';
import { placeKey } from '../placeKey';

export function distinct(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Set<string>();
  return evidence.filter(({ at }) => !seen.has(placeKey(at)) && seen.add(placeKey(at)));
}

const ranks = { stated: 0, likely: 1, open: 2 } as const;

/** Of each family the surest: a stated cause ends the guessing; several guesses are rivals. */
export function surest(found: readonly Diagnosis[], clues: ClueIndex): readonly Diagnosis[] {
  const families = new Map<string, Diagnosis[]>();
  for (const diagnosis of found) {
    const family = clues.rows.get(diagnosis.id)?.family ?? '';
    families.set(family, [...(families.get(family) ?? []), diagnosis]);
  }
  return [...families.values()].flatMap((rivals) => {
    const best = Math.min(...rivals.map(({ certainty }) => ranks[certainty]));
    const left = rivals.filter(({ certainty }) => ranks[certainty] === best);
    // two causes on one line are one: the row that stands first in the table is the more particular
    const own = left.filter((one, at) => left.findIndex((other) => sameMain(one, other)) === at);
    return own.map((one) => ({ ...one, rivals: own.filter((other) => other !== one).map(({ id }) => id) }));
  }).sort((a, b) => ranks[a.certainty] - ranks[b.certainty]);
}

function sameMain({ evidence: [a] }: Diagnosis, { evidence: [b] }: Diagnosis): boolean {
  return a !== undefined && b !== undefined && placeKey(a.at) === placeKey(b.at);
}

/** Of the signs for each need those that hold the same value of a capture, where a row asks for that. */
export function agreed<T extends { readonly captures: Readonly<Record<string, string>> }>(
  needed: readonly (readonly T[])[], name: string | undefined,
): readonly (readonly T[])[] {
  if (name === undefined) return needed;
  const valueOf = (one: T) => one.captures[name] ?? '';
  const shared = needed[0]?.map(valueOf).find((value) =>
    value !== '' && needed.every((group) => group.some((one) => valueOf(one) === value)));
  return needed.map((group) => (shared === undefined ? [] : group.filter((one) => valueOf(one) === shared)));
}
