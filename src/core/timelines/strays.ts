// Lines that bear the request of somebody else: in Pike and after, the greenthreads of nova-compute shared
// what is each one's own, and one that had waited went on under a request that had come in meanwhile. The tag
// of the instance stays right: an item and the drafts of its instance → the operation whose it is.

import type { PhaseId } from '../../knowledge/schema';
import { isOfNoHost } from './attempts';
import type { Draft, DraftTables } from './draft';
import type { Hints } from './frameHints';
import type { Item } from './items';

/** So long after the end of an operation lines may still come that belong to it. */
export const tailMs = 120_000;
/** So soon after a failure its host begins to tidy up. */
export const cleanupMs = 2000;
const down = new Set<PhaseId>(['destroy', 'cleanup', 'deallocate_network', 'detach_volumes']);
/** An operation that is under way may log nothing for so long. */
export const quietMs = 3_600_000;

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
  const own = draftOfRequest(drafts, item);
  if (own && (fits(item, hints, own, tables) || clearsUp(own, item))) return undefined;
  const going = goesOn(item, hints);
  return drafts.findLast((draft) => draft !== own && draft.requests.size > 0 && isHere(draft, item)
    && (clearsUp(draft, item) || (going && isUnderWay(draft, item) && fits(item, hints, draft, tables))));
}

/** Whether the item is how Nova takes down again what has just failed. */
function clearsUp({ kind, items, lastOrder }: Draft, item: Item): boolean {
  if (kind === 'delete' || !takesDown(item) || !items.some(isFailure)) return false;
  if (item.spec?.says !== 'opens') return item.order - lastOrder <= tailMs;
  // until the build gives up the instance is locked: nobody else can delete it
  return !hasGivenUp(items) && item.order - lastOrder <= cleanupMs;
}

// A build takes its guest down before it says that it gives up.
function hasGivenUp(items: readonly Item[]): boolean {
  const over = items.findLastIndex(({ says }) => says === 'aborted' || says === 'rescheduled');
  const after = items.slice(over + 1);
  return over >= 0 && after.every((item) => !isFailure(item) || isSameLine(items[over], item));
}

export function takesDown({ phase }: Item): boolean {
  return phase !== undefined && down.has(phase);
}

function isFailure({ spec, fault }: Item): boolean {
  return fault ? fault.level === 'ERROR' : spec?.edge === 'fail' && !spec.harmless;
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

function isUnderWay({ kind, ended, lastOrder, items }: Draft, item: Item): boolean {
  const since = item.order - lastOrder;
  // a further try would have begun anew
  if (ended === 'failed') return since <= (items.some(isOpening) ? tailMs : cleanupMs);
  if (ended === 'success') return since <= tailMs && !startsAnew(item);
  // what takes the guest down is the delete that goes on
  return since <= (item.spec?.kinds ?? (kind === 'delete' && takesDown(item)) ? quietMs : tailMs);
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
