// The faults of one operation → root cause, recorded fault and the chain between, by the rules of Nova's
// except clauses. An error that did not hurt the operation takes no part.

import { isUncaught } from './caught';
import { classTail, type Hints } from './frameHints';
import type { Item } from './items';
import type { Fault } from '../model';
import { startedBy } from './startedBy';
import { summaryIn } from '../faults/summary';
import { faultFields } from '../reading/recordedFaults';
import { compileTemplate, matchTemplate, literalLength, type Template } from '../template';

export interface CauseTables {
  readonly wrappers: readonly string[];
  readonly signals: readonly string[];
  readonly messageClasses: readonly { readonly text: string; readonly type: string }[];
}

type ClassTables = Pick<CauseTables, 'messageClasses'>;

export interface Causes {
  readonly rootCause: Fault | undefined;
  readonly fault: Fault | undefined;
  /** Oldest first, both ends included. */
  readonly chain: readonly Fault[];
}

const rpcLoggers = new Set([
  'oslo_messaging.rpc.server',
  'oslo_messaging.rpc.dispatcher',
  'oslo.messaging.rpc.dispatcher',
  'nova.openstack.common.rpc.amqp',
  'nova.rpc.amqp',
]);
/** What left a method of the API; the rest of these loggers' errors may be of one part of an answer. */
const apiLoggers = new Set([
  'nova.api.openstack.wsgi', 'nova.api.openstack.extensions', 'nova.api.openstack',
  'nova.api', // that of EC2, up to Diablo
]);
const leftTheApi = /^(?:Unexpected exception in API method|Caught error: |Unexpected error raised: )/;
/** Folsom to Havana: tells what is handed back to the caller, and also trouble with the message bus
 *  itself. */
const oldRpcLogger = 'nova.openstack.common.rpc.common';

const keptFaults = 100;

/** @param items the lines of one operation or attempt, in order. */
export function findCauses(
  items: readonly Item[],
  hints: ReadonlyMap<Item, Hints>,
  tables: CauseTables,
): Causes {
  const fatal = bounded(fatalFaults(items, hints, tables));
  const [first] = fatal;
  const last = fatal.at(-1);
  if (!first || !last) return { rootCause: undefined, fault: undefined, chain: [] };
  const path = fatal.flatMap((fault) =>
    pathOf(fault, tables).map((link) => startedBy(link, itemsBefore(fault, items), fatal)));
  const chain = distinct(path.flat());
  const rootCause = rootOf(chain, items, tables);
  return { rootCause, fault: last, chain: chain.slice(rootCause ? chain.indexOf(rootCause) : 0) };
}

// Where one request fails over and over, the first failures and the last tell the story.
function bounded(faults: readonly Fault[]): readonly Fault[] {
  return faults.length <= keptFaults ? faults : [...faults.slice(0, keptFaults - 1), ...faults.slice(-1)];
}

/** Faults that ended the operation: their record says so, or they left the method that was called. */
function fatalFaults(
  items: readonly Item[],
  hints: ReadonlyMap<Item, Hints>,
  tables: CauseTables,
): readonly Fault[] {
  const found: Fault[] = [];
  const events = new Map(items.filter((item) => item.event).map((item) => [lineKey(item), item]));
  const withFault = new Set(items.filter((item) => item.fault?.type).map(lineKey));
  for (const item of items) {
    if (item.fault) {
      if (item.fault.type && isFatal(item, events, hints)) found.push(item.fault);
    } else if (givesUp(item) && !withFault.has(lineKey(item))) {
      const fault = stated(item, tables);
      if (fault) found.push(fault);
    }
  }
  return found.filter((fault, at) => !isOutspoken(fault, found[at + 1], items, tables));
}

// What the code around a line raises next is a guess of the tables; the traceback that follows knows it.
function isOutspoken(
  fault: Fault,
  next: Fault | undefined,
  items: readonly Item[],
  tables: CauseTables,
): boolean {
  if (fault.basis !== 'message' || !next || next.frames.length === 0) return false;
  const { spec } = items.find((item) => item.event && item.at === fault.at) ?? {};
  if (!spec?.raises || spec.says || fault.chain.length > 0) return false;
  const told = [next, ...next.chain].map((link) => classTail(link.type));
  return !told.includes(classTail(fault.type)) && !tables.wrappers.includes(told.at(-1) ?? '');
}

function isFatal(item: Item, events: ReadonlyMap<string, Item>, hints: ReadonlyMap<Item, Hints>): boolean {
  const fault = item.fault;
  if (!fault || fault.level === 'DEBUG' || fault.level === 'INFO') return false;
  const announced = events.get(lineKey(item));
  if (announced?.spec) return givesUp(announced) && !announced.spec.harmless;
  if (fault.level === 'WARNING') return false;
  if (fault.logger === oldRpcLogger) return /^(?:Returning exception|\[u?['"]Traceback)/.test(fault.logged);
  // what Nova keeps of an action is what ended it
  if (rpcLoggers.has(fault.logger) || faultFields.has(fault.logger)) return true;
  if (apiLoggers.has(fault.logger)) return leftTheApi.test(fault.logged);
  // cut off above: the lines say `nova.compute.manager`, and frames or the instance tag make it this
  // operation's
  if (fault.logged === '')
    return fault.logger.startsWith('nova.compute') || hints.get(item)?.kind !== undefined;
  return fault.logger === 'nova.compute.manager' && hints.get(item)?.kind !== undefined;
}

function givesUp({ spec }: Item): boolean {
  return spec?.edge === 'fail' || spec?.says === 'rescheduled';
}

function lineKey(item: Item): string {
  return `${item.log}:${item.at.line}`;
}

// A line that gives up and carries no class: the class is what its text or the code around it says.
function stated(item: Item, tables: CauseTables): Fault | undefined {
  const logged = item.event?.captures['error'] ?? '';
  const summary = logged ? summaryIn(logged) : undefined;
  const text = summary && summary.offset > 1 ? logged.slice(0, summary.offset - 2).trimEnd() : logged;
  const inner = summary?.type ?? classOfText(text, tables);
  const raises = item.spec?.raises;
  const type = raises ?? inner;
  if (!type) return undefined;
  const fault = faultAt(item, type, summary && !raises ? summary.message : text);
  return raises && inner && inner !== raises
    ? { ...fault, chain: [faultAt(item, inner, summary?.message ?? text)] }
    : fault;
}

/** What a statement says as a fault: no traceback stands below it. */
export function faultAt(
  item: Pick<Item, 'at' | 'event' | 'tie' | 'request' | 'process'>, type: string, message: string,
): Fault {
  return {
    type,
    message,
    at: item.at,
    firstLine: item.at.line,
    lastLine: item.at.line,
    frames: [],
    chain: [],
    basis: 'message',
    remote: false,
    instance: item.event?.instance,
    tie: item.tie,
    request: item.request,
    process: item.process,
    level: undefined,
    logger: '',
    logged: '',
  };
}

const compiled = new WeakMap<ClassTables, readonly { template: Template; type: string }[]>();

/** The class whose message this text is; undefined when no row of the tables has it. */
export function classOfText(text: string, tables: ClassTables): string | undefined {
  if (!text) return undefined;
  let rows = compiled.get(tables);
  if (!rows) {
    rows = tables.messageClasses
      .map((row) => ({ template: compileTemplate(row.text), type: row.type }))
      .sort((a, b) => literalLength(b.template) - literalLength(a.template));
    compiled.set(tables, rows);
  }
  return rows.find((row) => matchTemplate(row.template, text))?.type;
}

// From where it began to what was logged; a wrapper gives way to the reason that its own text names.
function pathOf(fault: Fault, tables: CauseTables): readonly Fault[] {
  const path = [...fault.chain].reverse();
  path.push(fault);
  const first = path[0];
  if (!first || !tables.wrappers.includes(classTail(first.type))) return path;
  const reason = reasonOf(first, tables);
  return reason ? [reason, ...path] : path;
}

const reasonBehind = /(?:aborted|re-scheduled|due to|Reason|Last exception): (.+)/s;

// oslo.messaging: `Remote error: Class text`, for a class that the caller does not know.
const remoteError = /^Remote error: ([A-Za-z_]\w*)(?: ([^\n]*))?/;

function reasonOf(fault: Fault, tables: CauseTables): Fault | undefined {
  const remote = classTail(fault.type) === 'RemoteError' ? remoteError.exec(fault.message) : undefined;
  if (remote?.[1]) {
    return { ...fault, type: remote[1], message: remote[2] ?? '', chain: [], basis: 'message', remote: true };
  }
  const reason = reasonBehind.exec(fault.message)?.[1] ?? fault.message;
  const type = classOfText(reason.trim(), tables);
  if (!type || type === classTail(fault.type)) return undefined;
  return { ...fault, type, message: reason.trim(), chain: [], basis: 'message' };
}

/** Items are in the order of time; the lines of a page need not be. */
function itemsBefore(fault: Fault, items: readonly Item[]): readonly Item[] {
  const own = items.findIndex((item) => item.fault === fault || item.at === fault.at);
  return items.slice(0, Math.min(own < 0 ? items.length : own, keptFaults * 100));
}

function distinct(faults: readonly Fault[]): readonly Fault[] {
  const kept: Fault[] = [];
  for (const fault of faults) {
    const same = kept.findIndex(
      (other) =>
        classTail(other.type) === classTail(fault.type) &&
        (other.message === fault.message || other.basis === 'message' || fault.basis === 'message'),
    );
    if (same < 0) kept.push(fault);
    // a traceback says more; a line that says the same again does not
    else if (kept[same]?.basis === 'message' && fault.basis === 'traceback') kept[same] = fault;
  }
  return kept;
}

function rootOf(chain: readonly Fault[], items: readonly Item[], tables: CauseTables): Fault | undefined {
  // what was logged on its own was no signal to anybody; what is raised for it may say all of it and more.
  // An exception that oslo.log put behind a line because it was being handled was not
  const isLogged = (fault: Fault): boolean => fault.basis !== 'summary'
    && items.some((item) => item.fault === fault)
    && !chain.some((other) => other !== fault && other.message.includes(fault.message));
  const named = (fault: Fault): boolean =>
    !tables.signals.includes(classTail(fault.type)) || isUncaught(fault) || isLogged(fault);
  return (
    chain.find((fault) => named(fault) && !tables.wrappers.includes(classTail(fault.type))) ??
    chain.find(named) ??
    chain[0]
  );
}
