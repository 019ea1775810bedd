// The sentences of diagnoses for whoever shows findings, without the weight of their table: whoever loads the
// rows hands them over. In: the table. Out: a row of it by its id.

import type { DiagnosisSentence } from './sentences';

type Sentences = Readonly<Record<string, DiagnosisSentence>>;

// Each lazily loaded chunk is a bundle with its own copy of this module: what they share hangs on the global
// object.
const key = Symbol.for('nova-lens.diagnoses');

export function handOver(sentences: Sentences): void {
  Reflect.set(globalThis, key, sentences);
}

/** @returns undefined for an id that no table has, and while nothing was analysed yet. */
export function sentenceFor(id: string): DiagnosisSentence | undefined {
  const known: unknown = Reflect.get(globalThis, key);
  return isTable(known) && Object.hasOwn(known, id) ? known[id] : undefined;
}

function isTable(value: unknown): value is Sentences {
  return typeof value === 'object' && value !== null;
}
