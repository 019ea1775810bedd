// A draft whose kind is a guess → the other kinds of operation that could have logged all of its lines.

import type { OperationKind, OperationSpec, PhaseId } from '../../knowledge/schema';
import type { Draft } from './draft';
import type { Hints } from './frameHints';
import { takesDown } from './strays';
import type { Item } from './items';

type Operations = Readonly<Record<OperationKind, OperationSpec>>;

/** What the API and the scheduler do they do for nearly all kinds. */
const common = new Set<PhaseId>(['api', 'scheduling']);

/** @returns none where the kind is stated, or where no line narrows it down. */
export function otherKinds(
  { stated, kind, items, hints }: Draft, operations: Operations,
): readonly OperationKind[] {
  if (stated) return [];
  const sets = items.flatMap((item) => kindsOf(item, hints.get(item), operations) ?? []);
  const [first, ...others] = sets;
  const fit = first?.filter((one) => others.every((kinds) => kinds.includes(one))) ?? [];
  return fit.includes(kind) ? fit.filter((one) => one !== kind) : [];
}

/** @returns in one list, for `flatMap`; undefined where the item says nothing of it. */
function kindsOf(
  item: Item, hints: Hints | undefined, operations: Operations,
): readonly [readonly OperationKind[]] | undefined {
  const { spec, phase = hints?.phase } = item;
  if (spec?.ambient || spec?.harmless) return undefined;
  if (spec?.kinds) return [spec.kinds];
  if (hints?.kind) return hints.likely ? undefined : [hints.among];
  if (phase === undefined || common.has(phase) || takesDown(item)) return undefined;
  return [kindsWith(phase, operations)];
}

/** The kinds of operation that have the phase. */
export function kindsWith(phase: PhaseId, operations: Operations): readonly OperationKind[] {
  return Object.values(operations).filter(({ phases }) => phases.includes(phase)).map(({ kind }) => kind);
}
