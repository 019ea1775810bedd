// The items of one instance, in order → drafts of operations: which lines belong together, and what kind they
// are. A request of its own makes an operation; lines without one go to the operation that is open when they
// come.

import type { OperationKind, PhaseId } from '../../knowledge/schema';
import { classOfText } from './statedFault';
import type { Draft, DraftTables } from './draft';
import { hintsOf, type Hints } from './frameHints';
import { itemIn, type Item } from './items';
import { draftOfAction, isOnlyRecorded } from './recordedItems';
import { isUndated, kindTold } from './undatedFaults';
import { cleanupMs, draftOfRequest, isMoot, startsAnew, strayOf, tailMs, takesDown } from './strays';

// What a line that several kinds of operation log most likely belongs to, when nothing else is known.
const likelyKind: Partial<Record<PhaseId, OperationKind>> = {
  scheduling: 'create',
  start: 'create',
  claim: 'create',
  networking: 'create',
  block_device_mapping: 'create',
  spawning: 'create',
  image: 'create',
  guest_xml: 'create',
  vif_plug: 'create',
  power_on: 'create',
  power_off: 'stop',
  destroy: 'delete',
  cleanup: 'delete',
  deallocate_network: 'delete',
  done: 'create',
};
const vaguePhases = new Set<PhaseId>(['destroy', 'cleanup', 'detach', 'image_snapshot']);
const rollback = 'Instance rollback performed due to: ';

export function draftOperations(items: readonly Item[], tables: DraftTables): readonly Draft[] {
  const drafts: Draft[] = [];
  const early: Item[] = [];
  for (const [at, item] of items.entries()) {
    const hints = item.fault ? ownHints(items, at, tables) : hintsOfError(item, tables);
    const stray = item.spec?.ambient ? undefined : strayOf(drafts, item, hints, tables);
    const draft = stray ?? (item.spec?.ambient ? openDraft(drafts) : place(drafts, item, hints, tables));
    if (draft) add(draft, item, hints, stray !== undefined);
    else if (isEarly(item, hints)) early.push(item);
    if (draft?.items.length === 1) draft.items.unshift(...earlyOf(item, early));
  }
  return drafts;
}

// An exception may be logged before any line says which operation its request is; the first that does tells.
function isEarly({ fault, request }: Item, hints: Hints | undefined): boolean {
  return fault?.level === 'ERROR' && request !== undefined && hints?.harmless !== true;
}

function earlyOf({ request, log }: Item, early: readonly Item[]): readonly Item[] {
  return request === undefined ? [] : early.filter((item) => item.request === request && item.log === log);
}

// The line above it may say that it failed the action.
function ownHints(items: readonly Item[], at: number, tables: DraftTables): Hints | undefined {
  const [before, item] = [items[at - 1], items[at]];
  const next = items.slice(at + 1, at + 3).find((one) => !isUndated(one));
  const byFault = item && hintsOfFault(item, next, tables);
  const told = item && byFault?.likely ? kindTold(item, items[at + 1], tables) : undefined;
  const hints = byFault && { ...byFault, ...told };
  const isStated = before?.says === 'failed' && before.log === item?.log && before.at.line === item.at.line;
  return hints?.harmless && isStated ? { ...hints, harmless: false } : hints;
}

// A traceback whose head is cut off, and the guest is taken down at once: a build does that when it failed.
function hintsOfFault(item: Item, next: Item | undefined, tables: DraftTables): Hints | undefined {
  const hints = item.fault && hintsOf(item.fault, tables);
  if (!hints || hints.kind || hints.harmless || item.fault?.logged || item.tie !== 'tag') return hints;
  const torn =
    next?.spec?.says === 'opens' &&
    next.phase === 'destroy' &&
    next.log === item.log &&
    next.process === item.process &&
    next.order - item.order <= cleanupMs;
  return torn && item.fault?.logger === 'nova.compute.manager'
    ? { ...hints, kind: 'create', among: ['create'], likely: true, phase: hints.phase ?? 'spawning' }
    : hints;
}

// A line that gives the reason of a failure may say by its class which operation it was.
function hintsOfError(item: Item, tables: DraftTables): Hints | undefined {
  const error = item.event?.captures['error'];
  if (!error || item.spec?.kinds?.length === 1 || item.spec?.harmless) return undefined;
  const inner = error.startsWith(rollback) ? error.slice(rollback.length) : error;
  const hint = tables.classHints[classOfText(inner, tables) ?? ''];
  return hint && { kind: hint.kind, among: [hint.kind], likely: true, phase: hint.phase, harmless: false };
}

function place(
  drafts: Draft[],
  item: Item,
  hints: Hints | undefined,
  tables: DraftTables,
): Draft | undefined {
  if (hints?.harmless || isMoot(drafts, item)) return undefined;
  const own = item.spec?.recorded ? draftOfAction(drafts, item) : draftOfRequest(drafts, item);
  if (own) return own;
  if (item.spec?.follows) return followed(drafts, item);
  const joined = item.spec?.recorded ? undefined : joins(drafts, item, hints, tables);
  if (joined) return joined;
  const kind = kindOf(item, hints);
  if (!kind) return undefined;
  const draft: Draft = {
    kind: kind.kind,
    stated: kind.stated,
    candidates: item.spec?.says === 'opens' ? (item.spec.kinds ?? []) : [],
    requests: new Set(),
    items: [],
    hints: new Map(),
    also: kind.stated ? (item.spec?.also ?? []) : [],
    ended: undefined,
    lastOrder: item.order,
  };
  drafts.push(draft);
  return draft;
}

// A thread of the hypervisor driver logs without a request, for the operation that is under way.
function followed(drafts: readonly Draft[], { spec, request, order }: Item): Draft | undefined {
  const last = drafts.at(-1);
  if (!last || spec?.follows !== 'open' || request !== undefined || last.ended === 'failed') return undefined;
  if (spec.kinds && !spec.kinds.includes(last.kind)) return undefined;
  return order - last.lastOrder > tailMs ? undefined : last;
}

// An item whose request is not yet known belongs to the last draft if that one could have logged it.
function joins(
  drafts: readonly Draft[],
  item: Item,
  hints: Hints | undefined,
  tables: DraftTables,
): Draft | undefined {
  const last = drafts.at(-1);
  if (!last || (isOnlyRecorded(last) && Math.abs(item.order - last.lastOrder) > tailMs)) return undefined;
  const foreign = item.request !== undefined && last.requests.size > 0;
  if (foreign && !isConductorOf(item, last)) return undefined;
  const opens = item.spec?.says === 'opens';
  if (isCleanup(item, last)) return last;
  if (opens) return opensSame(item, last) ? last : undefined;
  const kinds = item.spec?.kinds ?? (hints?.kind && !hints.likely ? hints.among : undefined);
  const becomes = last.stated ? wasTidying(item, last) : canBecome(last, kinds ?? []);
  if (kinds && !kinds.includes(last.kind) && !becomes) return undefined;
  const phase = item.phase ?? hints?.phase;
  const fits =
    phase === undefined || kinds !== undefined || tables.operations[last.kind].phases.includes(phase);
  if (!fits) return undefined;
  if (last.ended && item.order - last.lastOrder > tailMs) return undefined;
  return last.ended === 'success' && startsAnew(item) ? undefined : last;
}

// A build that failed is taken down again: those lines are its own, not a delete.
function isCleanup(item: Item, last: Draft): boolean {
  return tidiesUp(item, last) && (item.request === undefined || last.requests.size === 0);
}

function tidiesUp(item: Item, { kind, ended }: Draft): boolean {
  if (kind === 'delete' || !takesDown(item)) return false;
  return ended === 'failed' || kind === 'rebuild' || kind === 'evacuate';
}

function opensSame(item: Item, last: Draft): boolean {
  if (last.ended || !item.spec?.kinds?.includes(last.kind)) return false;
  // the API names the request that the compute host then takes up; a second start of its own is another
  // operation
  return last.items.every((before) => before.phase === 'api' || before.phase === 'scheduling');
}

function isConductorOf(item: Item, last: Draft): boolean {
  return item.phase === 'scheduling' && item.spec?.edge === 'fail' && !last.ended && last.kind === 'create';
}

// A build locks its instance until it gives up: what was taken down before it says so was its own guest.
function wasTidying({ request, spec, says }: Item, { also, items }: Draft): boolean {
  const [kind, ...others] = spec?.kinds ?? [];
  if (!kind || others.length > 0 || request !== undefined || !also.includes(kind)) return false;
  return (says === 'rescheduled' || says === 'aborted') && items.every(takesDown);
}

function canBecome(last: Draft, kinds: readonly OperationKind[]): boolean {
  return kinds.length > 0 && last.requests.size === 0;
}

function kindOf(item: Item, hints: Hints | undefined): { kind: OperationKind; stated: boolean } | undefined {
  const { spec, phase } = item;
  const kinds = spec?.kinds ?? [];
  const [first] = kinds;
  // of several kinds the class of the failure may name one
  if (kinds.length > 1 && hints?.kind && kinds.includes(hints.kind))
    return { kind: hints.kind, stated: false };
  if (first && !spec?.harmless) return { kind: first, stated: (spec?.kinds?.length ?? 0) === 1 };
  // a warning in passing: work beside the operations
  if (item.fault?.level === 'WARNING' && (!hints?.kind || hints.likely)) return undefined;
  if (hints?.kind) return { kind: hints.kind, stated: !hints.likely && hints.among.length === 1 };
  // a guest is destroyed by stops, reboots and moves as well, a device is detached by many, and each of them
  // gives back to Placement what it held
  const vague = spec?.edge === 'note' && phase !== undefined && vaguePhases.has(phase);
  if (spec?.harmless || vague) return undefined;
  const likely = phase ?? hints?.phase;
  const kind = likely && likelyKind[likely];
  return kind ? { kind, stated: false } : undefined;
}

function openDraft(drafts: readonly Draft[]): Draft | undefined {
  const last = drafts.at(-1);
  return last && !last.ended ? last : undefined;
}

/** @param stray the request of the item is not the draft's. */
function add(draft: Draft, item: Item, hints: Hints | undefined, stray: boolean): void {
  const cleanup = tidiesUp(item, draft) || (stray && draft.kind !== 'delete' && takesDown(item));
  draft.items.push(item);
  if (hints) draft.hints.set(item, hints);
  if (item.spec?.ambient) return;
  if (item.request && !stray) draft.requests.add(item.request);
  draft.lastOrder = item.order;
  if (!cleanup && !item.spec?.follows) state(draft, item, hints);
  const { says } = item.spec?.unlessTaken ? { says: undefined } : itemIn(item, draft.kind);
  if (says === 'success') draft.ended = 'success';
  else if (says === 'failed' || says === 'aborted' || says === 'rescheduled' || says === 'deleted')
    draft.ended = 'failed';
  else if (item.fault)
    draft.ended ??= item.fault.level === 'WARNING' || item.fault.level === 'DEBUG' ? undefined : 'failed';
}

// A line that only one kind logs says which kind it is; where several could have begun it, one of those.
function state(draft: Draft, item: Item, hints: Hints | undefined): void {
  const apart = draft.candidates.length > 1 && !draft.stated ? item.spec?.apart : undefined;
  const kinds = item.spec?.kinds ?? apart ?? (hints?.kind && !hints.likely ? hints.among : undefined);
  const [kind] = kinds ?? [];
  if (!kind || !kinds || item.spec?.harmless) return;
  if (draft.stated && !(kinds.length === 1 && draft.also.includes(kind))) return;
  if (draft.candidates.length > 1 && !draft.candidates.includes(kind)) return;
  const sure = kinds.length === 1;
  if (!sure && kinds.includes(draft.kind)) return;
  draft.kind = kind;
  draft.stated = sure;
  draft.also = item.spec?.also ?? [];
}
