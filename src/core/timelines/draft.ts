// What is gathered of one operation before it is built, and the tables that decide it: types only.

import type { OperationKind, OperationSpec } from '../../knowledge/schema';
import type { CauseTables } from './statedFault';
import type { Hints, HintTables } from './frameHints';
import type { Item } from './items';

/** The lines of one operation; its kind is `stated` when a line says it that no other kind logs. */
export interface Draft {
  kind: OperationKind;
  stated: boolean;
  /** The kinds that log the line by which it began; more than one: which of them it is, the kind guesses. */
  readonly candidates: readonly OperationKind[];
  /** Kinds that log the line by which the kind is stated as well. */
  also: readonly OperationKind[];
  readonly requests: Set<string>;
  readonly items: Item[];
  readonly hints: Map<Item, Hints>;
  /** A line said how it ended. */
  ended: 'success' | 'failed' | undefined;
  lastOrder: number;
}

export interface DraftTables extends HintTables, CauseTables {
  readonly operations: Readonly<Record<OperationKind, OperationSpec>>;
}
