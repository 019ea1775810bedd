// A draft whose kind is known → the same with each line read as a line of that kind.

import { itemIn, type Item } from './items';
import type { Draft } from './draft';
import type { PhaseTables } from './phaseSpans';

/** @returns a draft of its own; faults keep their hints. */
export function resolveDraft(draft: Draft, tables: PhaseTables): Draft {
  const hints: Draft['hints'] = new Map();
  const items: Item[] = [];
  for (const item of draft.items) {
    const read = itemIn(item, draft.kind);
    const own = followsNothing(read, items, draft, tables) ? { ...read, says: undefined } : read;
    const hint = draft.hints.get(item);
    if (hint) hints.set(own, hint);
    items.push(own);
  }
  return { ...draft, items, hints };
}

// What several parts of Nova log shows the end of a phase only where that phase has begun.
function followsNothing(
  item: Item, before: readonly Item[], { kind }: Draft, { phases }: PhaseTables,
): boolean {
  const { spec, phase, says } = item;
  if (spec?.follows !== 'request' || says !== 'success' || spec.edge !== 'end' || !phase) return false;
  const begins = phases[phase].markers.some(({ edge, kinds }) =>
    edge === 'begin' && (kinds?.includes(kind) ?? true));
  return begins && !before.some((one) => one.phase === phase && one.spec?.edge === 'begin');
}
