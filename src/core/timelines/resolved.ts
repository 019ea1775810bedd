// A draft whose kind is known → the same with each line read as a line of that kind.

import { isOfNoHost } from './attempts';
import { itemIn, type Item } from './items';
import type { Draft } from './draft';
import type { PhaseTables } from './phaseSpans';

/** @returns a draft of its own; faults keep their hints. */
export function resolveDraft(draft: Draft, tables: PhaseTables): Draft {
  const hints: Draft['hints'] = new Map();
  const items: Item[] = [];
  for (const item of draft.items) {
    const read = itemIn(item, draft.kind);
    const isDoubted = read.spec?.unlessTaken && isTaken(read, draft);
    const isMute = isDoubted || followsNothing(read, items, draft, tables);
    const own = isMute ? { ...read, says: undefined, spec: isDoubted ? undefined : read.spec } : read;
    const hint = draft.hints.get(item);
    if (hint) hints.set(own, hint);
    items.push(own);
  }
  const isTold = items.some(({ spec, says }) => says === 'success' && !spec?.recorded);
  const all = isTold ? items.map(withoutVerdict) : items;
  return { ...draft, items: all, hints };
}

// Lines that say it went well know better than an event that failed at some time.
function withoutVerdict(item: Item): Item {
  return item.spec?.recorded && item.says === 'failed' ? { ...item, says: undefined } : item;
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

// Whether the scheduler had chosen a host for the request before, or one goes to work for it afterwards.
function isTaken({ order, at }: Item, { items }: Draft): boolean {
  const before = items.filter((item) => (item.order - order || item.at.line - at.line) < 0);
  const chosen = before.findLastIndex((item) => isOfNoHost(item) && item.spec?.edge === 'end');
  const anew = before.findLastIndex((item) => isWork(item) || item.spec?.edge === 'begin');
  return chosen > anew || items.some((item) => item.order > order && isWork(item));
}

function isWork(item: Item): boolean {
  return !isOfNoHost(item) && !item.spec?.ambient && item.spec?.says !== 'failed';
}
