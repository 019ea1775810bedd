// Lines that bear the request of somebody else: in Pike and after, the greenthreads of nova-compute shared
// what is each one's own, and one that had waited went on under a request that had come in meanwhile. The tag
// of the instance stays right: an item and the drafts of its instance → the operation whose it is.

import { isOfNoHost } from './attempts';
import type { Draft, DraftTables } from './draft';
import type { Hints } from './frameHints';
import type { Item } from './items';

/** So long after the end of an operation lines may still come that belong to it. */
export const tailMs = 120_000;
/** An operation that is under way may log nothing for so long. */
const quietMs = 3_600_000;

export function draftOfRequest(drafts: readonly Draft[], { request }: Item): Draft | undefined {
  return request === undefined ? undefined : drafts.findLast((draft) => draft.requests.has(request));
}

/** @returns the operation that goes on with this item although the request is another; undefined where the
 *  request may be right. */
export function strayOf(
  drafts: readonly Draft[], item: Item, hints: Hints | undefined, tables: DraftTables,
): Draft | undefined {
  if (item.request === undefined || !isNamed(item)) return undefined;
  const announced = item.fault && drafts.findLast(({ items }) => isSameLine(items.at(-1), item));
  if (announced && !announced.requests.has(item.request)) return announced;
  if (!goesOn(item, hints)) return undefined;
  const own = draftOfRequest(drafts, item);
  if (own && fits(item, hints, own, tables)) return undefined;
  return drafts.findLast((draft) => draft !== own && draft.requests.size > 0
    && isUnderWay(draft, item) && isHere(draft, item) && fits(item, hints, draft, tables));
}

// By its request a line is tied to an instance only where nothing else says whose it is.
function isNamed({ tie }: Item): boolean {
  return tie === 'tag' || tie === 'name' || tie === 'traceback';
}

// What no operation begins with: a line by which one goes on, ends or fails.
function goesOn({ spec, fault }: Item, hints: Hints | undefined): boolean {
  if (fault) return fault.level !== 'WARNING' && fault.level !== 'DEBUG' && !!hints && !hints.harmless;
  return spec !== undefined && spec.says !== 'opens' && !spec.harmless && !spec.follows;
}

function isUnderWay({ ended, lastOrder, items }: Draft, item: Item): boolean {
  const since = item.order - lastOrder;
  // the traceback behind the line that fails it, and how Nova tidies up: a further try would have begun anew
  if (ended === 'failed') return isSameLine(items.at(-1), item) || (since <= tailMs && items.some(isOpening));
  if (ended === 'success') return since <= tailMs && !startsAnew(item);
  return since <= (item.spec?.kinds ? quietMs : tailMs);
}

function isSameLine(last: Item | undefined, { log, at }: Item): boolean {
  return last?.log === log && last.at.line === at.line;
}

function isOpening(item: Item): boolean {
  return item.spec?.says === 'opens' && !isOfNoHost(item);
}

export function startsAnew(item: Item): boolean {
  return item.spec?.edge === 'begin' || item.spec?.edge === 'fail' || item.fault !== undefined;
}

// Requests are mixed up within a process, never between two.
function isHere(draft: Draft, { log, process }: Item): boolean {
  return draft.items.some(
    (before) => before.log === log && before.process === process && !isOfNoHost(before),
  );
}

function fits(
  { spec, phase }: Item, hints: Hints | undefined, { kind }: Draft, tables: DraftTables,
): boolean {
  const kinds = spec?.kinds ?? (hints?.kind && !hints.likely ? hints.among : undefined);
  if (kinds) return kinds.includes(kind);
  const part = phase ?? hints?.phase;
  return part !== undefined && tables.operations[kind].phases.includes(part);
}

/** Whether it says nothing, because an operation beside it takes the instance down. */
export function isMoot(drafts: readonly Draft[], { spec, order }: Item): boolean {
  const { moot } = spec ?? {};
  return !!moot && drafts.some(({ kind, lastOrder }) => moot.includes(kind) && order - lastOrder <= tailMs);
}
