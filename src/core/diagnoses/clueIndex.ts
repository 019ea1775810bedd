// Rows of diagnoses → an index that answers for one sign (an exception, an event, an observation) which clues
// of which rows it is. Rows are looked up by class, by marker and by observation; never tried in turn.

import type { Clue, DiagnosisRow, ObservationId } from '../../knowledge/diagnoses/row';
import type { Fault, LogEvent, Place } from '../model';
import { compileTemplate, type Template } from '../template';
import { classTail } from '../timelines/frameHints';
import { derivedOf } from './derived';
import { findWithin } from './textWithin';

/** Where a clue stands in its row: the number of the need, or one of these. */
export const supporting = -1;
export const contrary = -2;

export class ClueRef {
  readonly id: string;
  readonly row: DiagnosisRow;
  readonly need: number;
  readonly clue: Clue;
  #texts: readonly Template[] | undefined;

  constructor(id: string, row: DiagnosisRow, clue: Clue, need: number) {
    this.id = id;
    this.row = row;
    this.need = need;
    this.clue = clue;
  }

  /** Made when they are asked for: few clues are, of all that there are. */
  get texts(): readonly Template[] {
    return (this.#texts ??= listOf(this.clue.text ?? []).map((text) => compileTemplate(text)));
  }
}

export interface ClueIndex {
  readonly rows: ReadonlyMap<string, DiagnosisRow>;
  readonly byClass: ReadonlyMap<string, readonly ClueRef[]>;
  /** Clues that are known by their text alone. */
  readonly byText: readonly ClueRef[];
  readonly byMarker: ReadonlyMap<number, readonly ClueRef[]>;
  readonly bySeen: ReadonlyMap<ObservationId, readonly ClueRef[]>;
}

/** @param markers templates in the order by which events name them. */
export function indexClues(
  rows: Readonly<Record<string, DiagnosisRow>>, markers: readonly { readonly text: string }[],
): ClueIndex {
  const byClass = new Map<string, ClueRef[]>();
  const byMarker = new Map<number, ClueRef[]>();
  const bySeen = new Map<ObservationId, ClueRef[]>();
  const byText: ClueRef[] = [];
  const numbers = numbersByText(markers);
  for (const ref of Object.entries(rows).flatMap(([id, row]) => refsOf(id, row))) {
    const { fault, line, seen } = ref.clue;
    if (seen) append(bySeen, seen, ref);
    else if (line) {
      for (const at of listOf(line).flatMap((text) => numbers.get(text) ?? [])) append(byMarker, at, ref);
    }
    else if (fault) for (const name of listOf(fault)) append(byClass, name, ref);
    else byText.push(ref);
  }
  return { rows: new Map(Object.entries(rows)), byClass, byText, byMarker, bySeen };
}

function numbersByText(
  markers: readonly { readonly text: string }[],
): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  for (const [number, { text }] of markers.entries()) append(numbers, text, number);
  return numbers;
}

function refsOf(id: string, row: DiagnosisRow): readonly ClueRef[] {
  const ref = (clue: Clue, need: number): ClueRef => new ClueRef(id, row, clue, need);
  return [
    ...row.needs.flatMap((need, number) => cluesOf(need).map((clue) => ref(clue, number))),
    ...(row.supports ?? []).map((clue) => ref(clue, supporting)),
    ...(row.unless ?? []).map((clue) => ref(clue, contrary)),
  ];
}

export function cluesOf(need: DiagnosisRow['needs'][number]): readonly Clue[] {
  return Array.isArray(need) ? need as readonly Clue[] : [need as Clue];
}

export function listOf<T>(one: T | readonly T[]): readonly T[] {
  return Array.isArray(one) ? one as readonly T[] : [one as T];
}

/** To the list that stands under a key. */
export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** A clue that a sign satisfies, with what the sign holds. */
export interface Hit {
  readonly ref: ClueRef;
  readonly at: Place;
  readonly captures: Readonly<Record<string, string>>;
  /** The instance whose line it is, in its tag or in its words. */
  readonly instance?: string | undefined;
}

const matched = new WeakMap<ClueIndex, WeakMap<Fault, readonly Hit[]>>();

/** Clues that one exception satisfies, its causes aside; remembered, since faults outlive an analysis. */
export function hitsOfFault(fault: Fault, index: ClueIndex): readonly Hit[] {
  let ofIndex = matched.get(index);
  if (!ofIndex) matched.set(index, (ofIndex = new WeakMap()));
  let hits = ofIndex.get(fault);
  if (!hits) {
    const refs = [...(index.byClass.get(classTail(fault.type)) ?? []), ...index.byText];
    hits = refs.flatMap((ref) => hitOf(ref, fault.at, fault.message, derivedOf(fault)) ?? []);
    ofIndex.set(fault, hits);
  }
  return hits;
}

/** Clues that an event satisfies, by its statement or by the error it quotes. */
export function hitsOfEvent({ marker, at, captures, instance }: LogEvent, index: ClueIndex): readonly Hit[] {
  const own = index.byMarker.get(marker) ?? [];
  const text = captures['error'] ?? captures['reason'] ?? '';
  if (own.length === 0 && text === '') return [];
  const all = own.length === 0 ? '' : Object.values(captures).join('\n');
  return [
    ...own.flatMap((ref) => hitOf(ref, at, all, captures) ?? []),
    ...(text === '' ? [] : index.byText.flatMap((ref) => hitOf(ref, at, text, captures) ?? [])),
  ].map((hit) => ({ ...hit, instance: captures['instance'] ?? instance }));
}

function hitOf(
  ref: ClueRef, at: Place, text: string, captures: Readonly<Record<string, string>>,
): Hit | undefined {
  const within = ref.texts.length === 0 ? {} : firstWithin(ref.texts, text);
  if (!within) return undefined;
  const values = { ...captures, ...within };
  return holds(ref.clue.where, values) ? { ref, at, captures: values } : undefined;
}

/** Whether captures hold what a clue asks for. */
export function holds(where: Clue['where'], captures: Readonly<Record<string, string>>): boolean {
  return Object.entries(where ?? {}).every(([name, values]) => {
    const value = captures[name];
    return value !== undefined && value !== '' && (values.length === 0 || values.includes(value));
  });
}

function firstWithin(texts: readonly Template[], text: string): Record<string, string> | undefined {
  for (const template of texts) {
    const found = findWithin(template, text);
    if (found) return found;
  }
  return undefined;
}
