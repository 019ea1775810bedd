// Up to Kilo an exception that leaves a method of nova-compute is logged without a request and without an
// instance → the operation whose it most likely is: the only one of its kind that was going on in that
// process. A guess, and said to be one (the tie `sole`).

import type { OperationKind, PhaseId } from '../../knowledge/schema';
import { isUncaught, raisedFor } from './caught';
import type { DraftTables } from './draft';
import { hasLeftLoop, hasLeftMethod } from './fatalFaults';
import { hintsOf } from './frameHints';
import type { Item, OwnedFault } from './items';
import { kindsWith } from './otherKinds';
import type { Digest, Fault } from '../model';
import { cleanupMs, quietMs, tailMs } from './strays';

/** What one request says of an instance, as far as it was looked at. */
interface Going {
  readonly instance: string;
  readonly request: string | undefined;
  /** Line of its last item. */
  until: number;
  last: Item | undefined;
  isOver: boolean;
  readonly kinds: Set<OperationKind>;
}

type Whose = Pick<OwnedFault, 'instance' | 'request'>;
type Items = ReadonlyMap<string, readonly Item[]>;
/** By kind those of which no line follows, and none told the end. */
type Waiting = Map<OperationKind, Set<Going>>;

/**
 * @param all the items of each instance, in order.
 * @returns exceptions that name nobody, with the operation that they most likely ended; those that were
 *  logged again on their way out go with them. In the time of the log and what is open in it.
 */
export function soleOperations(
  digests: readonly Digest[], all: Items, tables: DraftTables,
): readonly OwnedFault[] {
  if (!digests.some(({ faults }) => faults.some(isNameless))) return [];
  const byLog = itemsByLog(all);
  return digests.flatMap(({ faults }, log) => {
    const items = byLog.get(log) ?? [];
    const told = new Set(items.map(({ item }) => item.fault));
    const nameless = faults.filter((fault) => isNameless(fault) && !told.has(fault));
    return nameless.length === 0 ? [] : ownedIn(log, { faults, nameless, items, tables });
  });
}

function isNameless({ instance, request, level, frames }: Fault): boolean {
  return instance === undefined && request === undefined && frames.length > 0
    && level !== 'WARNING' && level !== 'DEBUG' && level !== 'INFO';
}

interface Log {
  readonly faults: readonly Fault[];
  readonly nameless: readonly Fault[];
  readonly items: readonly Named[];
  readonly tables: DraftTables;
}

function ownedIn(log: number, { faults, nameless, items, tables }: Log): readonly OwnedFault[] {
  const own = new Map<Fault, Whose>();
  const sweep = new Sweep(items, tables);
  let before: { readonly fault: Fault; readonly whose: Whose } | undefined;
  for (const fault of [...nameless].sort((a, b) => a.firstLine - b.firstLine)) {
    const { among, likely, harmless } = hintsOf(fault, tables);
    if (among.length === 0 || likely || harmless) continue;
    const whose = before && tellsAgain(fault, before.fault) ? before.whose
      : isLeaving(fault) ? sweep.only(fault, among) : undefined;
    if (!whose) continue;
    own.set(fault, whose);
    before = { fault, whose };
  }
  for (const [earlier, raised] of raisedFor(faults)) {
    const whose = own.get(raised);
    if (whose && !own.has(earlier)) own.set(earlier, whose);
  }
  return [...own].map(([fault, { instance, request }]) => ({ fault, log, instance, request }));
}

/** What a method let through: its caller logs it; before Essex its decorator did, too. So does the loop in
 *  which it waits, of a live migration for one. */
function isLeaving(fault: Fault): boolean {
  return hasLeftMethod(fault) || isUncaught(fault) || hasLeftLoop(fault);
}

/** By the driver's thread, the server and the one that sends the answer. */
function tellsAgain({ at, process, message }: Fault, before: Fault): boolean {
  const since = (at.time ?? 0) - (before.at.time ?? 0);
  return process === before.process && since >= 0 && since <= cleanupMs
    && before.message !== '' && message.includes(before.message);
}

interface Named {
  readonly item: Item;
  readonly instance: string;
}

/** Of each log from its first line on. */
function itemsByLog(all: Items): ReadonlyMap<number, readonly Named[]> {
  const found = new Map<number, Named[]>();
  for (const [instance, items] of all) {
    for (const item of items) {
      const own = found.get(item.log);
      if (own) own.push({ item, instance });
      else found.set(item.log, [{ item, instance }]);
    }
  }
  for (const own of found.values()) own.sort((a, b) => a.item.at.line - b.item.at.line);
  return found;
}

/** Goes down a log once, and knows at each line which operations may have ended there. */
class Sweep {
  readonly #items: readonly Named[];
  readonly #tables: DraftTables;
  readonly #going = new Map<string, Going>();
  readonly #waiting: Waiting = new Map();
  readonly #byPhase = new Map<PhaseId, readonly OperationKind[]>();
  #next = 0;

  constructor(items: readonly Named[], tables: DraftTables) {
    this.#items = items;
    this.#tables = tables;
    for (const { item, instance } of items) {
      const { request } = item;
      const key = keyOf(instance, request);
      const going = this.#going.get(key);
      if (going) going.until = item.at.line;
      else this.#going.set(key, begun(item, instance));
    }
  }

  /** @param fault lies behind those that were asked for before. */
  only(fault: Fault, among: readonly OperationKind[]): Whose | undefined {
    for (let named = this.#items[this.#next]; named && named.item.at.line < fault.firstLine;
      named = this.#items[this.#next]) {
      this.#pass(named);
      this.#next += 1;
    }
    let found: Going | undefined;
    for (const kind of among) {
      for (const going of this.#waiting.get(kind) ?? []) {
        if (!going.last || !isIn(going.last, fault) || !isSoon(going.last, fault)) continue;
        if (found && found.instance !== going.instance) return undefined;
        // some of its lines may name no request
        if (!found || going.request !== undefined) found = going;
      }
    }
    if (found) this.#end(found);
    return found;
  }

  #pass({ item, instance }: Named): void {
    const going = this.#going.get(keyOf(instance, item.request));
    if (!going) return;
    if (item.says === 'opens') going.isOver = false;
    if (isEnd(item)) this.#end(going);
    if (going.isOver) return;
    going.last = item;
    for (const kind of this.#kindsOf(item)) going.kinds.add(kind);
    if (item.at.line < going.until) return;
    for (const kind of going.kinds) {
      const waiting = this.#waiting.get(kind);
      if (waiting) waiting.add(going);
      else this.#waiting.set(kind, new Set([going]));
    }
  }

  #end(going: Going): void {
    going.isOver = true;
    for (const kind of going.kinds) this.#waiting.get(kind)?.delete(going);
    going.kinds.clear();
  }

  #kindsOf({ spec, phase }: Item): readonly OperationKind[] {
    if (!spec || spec.ambient || spec.harmless) return [];
    if (spec.kinds) return spec.kinds;
    if (phase === undefined) return [];
    const known = this.#byPhase.get(phase);
    if (known) return known;
    const kinds = kindsWith(phase, this.#tables.operations);
    this.#byPhase.set(phase, kinds);
    return kinds;
  }
}

function begun({ request, at }: Item, instance: string): Going {
  return { instance, request, until: at.line, last: undefined, isOver: false, kinds: new Set() };
}

function keyOf(instance: string, request: string | undefined): string {
  return `${instance} ${request ?? ''}`;
}

function isIn({ process }: Item, fault: Fault): boolean {
  return process === undefined || fault.process === undefined || process === fault.process;
}

function isEnd({ fault, says, spec }: Item): boolean {
  if (fault) return fault.level === undefined || fault.level === 'ERROR' || fault.level === 'TRACE';
  return says === 'success' || says === 'failed' || says === 'aborted' || says === 'rescheduled'
    || (spec?.edge === 'fail' && !spec.harmless);
}

/** What begins an action may go on silently for long. */
function isSoon({ at, says }: Item, fault: Fault): boolean {
  if (at.time === undefined || fault.at.time === undefined) return true;
  const since = fault.at.time - at.time;
  return since >= 0 && since <= (says === 'opens' ? quietMs : tailMs);
}
