// The lines of one operation → the faults among them that ended it; an error that did not hurt it is none.

import { classTail, type Hints } from './frameHints';
import type { Item } from './items';
import type { Fault } from '../model';
import { faultFields } from '../reading/recordedFaults';
import { statedFault, type CauseTables } from './statedFault';
import { compileTemplate, matchTemplate } from '../template';

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
  'nova.cells.messaging', // in a cell that runs it for the one above
]);
const leftTheApi =
  /^(?:Unexpected exception in API method|Caught error: |Unexpected error raised: |Error processing message locally)/;
/** A loop in which an action waits for something ends with what its function raised. */
const loopLogger = /(?:^nova\.openstack\.common|^oslo[._]service)\.loopingcall$/;
/** Folsom to Havana: tells what is handed back to the caller, and also trouble with the message bus
 *  itself. */
const oldRpcLogger = 'nova.openstack.common.rpc.common';

/** The server that had called the method logged it; up to Diablo by the logger of the whole service. */
export function hasLeftMethod({ logger, logged }: Fault): boolean {
  return rpcLoggers.has(logger) || logged.startsWith('Exception during message handling');
}

/** What its function raised ended the loop in which an action waited. */
export function hasLeftLoop({ logger }: Fault): boolean {
  return loopLogger.test(logger);
}

/** Faults that ended the operation: their record says so, or they left the method that was called. */
export function fatalFaults(
  items: readonly Item[],
  hints: ReadonlyMap<Item, Hints>,
  tables: CauseTables,
): readonly Fault[] {
  const found: Fault[] = [];
  /** After these Nova may have gone on: with nothing behind them nothing has failed. */
  const passed = new Set<Fault>();
  const events = eventsByLine(items);
  const withFault = new Set(items.filter((item) => item.fault?.type).map(momentKey));
  for (const item of items) {
    if (item.fault?.type) {
      const announced = announcedBy(item, item.fault, events.get(lineKey(item)) ?? []);
      if (!isFatal(item, item.fault, announced, hints)) continue;
      found.push(item.fault);
      if (announced?.spec?.mayGoOn) passed.add(item.fault);
    } else if (!item.fault && givesUp(item) && !withFault.has(momentKey(item))) {
      const fault = statedFault(item, tables);
      if (fault) found.push(fault);
    }
  }
  if (found.every((fault) => passed.has(fault))) return [];
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

/** @param announced the event that stands on the first line of the fault */
function isFatal(
  item: Item, fault: Fault, announced: Item | undefined, hints: ReadonlyMap<Item, Hints>,
): boolean {
  if (fault.level === 'DEBUG' || fault.level === 'INFO') return false;
  if (fault.tie === 'sole') return true;
  if (announced?.spec) return givesUp(announced) && !announced.spec.harmless;
  if (fault.level === 'WARNING') return false;
  if (fault.logger === oldRpcLogger) return /^(?:Returning exception|\[u?['"]Traceback)/.test(fault.logged);
  // what Nova keeps of an action is what ended it
  if (hasLeftMethod(fault) || faultFields.has(fault.logger)) return true;
  if (apiLoggers.has(fault.logger)) return leftTheApi.test(fault.logged);
  if (hasLeftLoop(fault)) return hints.get(item)?.kind !== undefined;
  if (isRolledBack(fault)) return true;
  // cut off above: the lines say `nova.compute.manager`, and frames or the instance tag make it this
  // operation's
  if (fault.logged === '')
    return fault.logger.startsWith('nova.compute') || hints.get(item)?.kind !== undefined;
  return fault.logger === 'nova.compute.manager' && hints.get(item)?.kind !== undefined;
}

// Of Xen's drivers, Folsom to Mitaka: what was made of the guest is undone, and the exception goes on.
function isRolledBack({ logger, frames: [outermost] }: Fault): boolean {
  return logger === 'nova.utils' && outermost?.function === 'spawn' && /\/virt\/\w+\/vmops\.py$/.test(outermost.file);
}

function givesUp({ spec }: Item): boolean {
  return spec?.edge === 'fail' || spec?.says === 'rescheduled';
}

function lineKey(item: Item): string {
  return `${item.log}:${item.at.line}`;
}

function momentKey(item: Item): string {
  return `${lineKey(item)} ${item.at.time}`;
}

function eventsByLine(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items.filter(({ event }) => event)) {
    const own = found.get(lineKey(item));
    if (own) own.push(item);
    else found.set(lineKey(item), [item]);
  }
  return found;
}

/** What stands on the first line of a traceback; in a document of one line all lines of a log stand there. */
function announcedBy({ at }: Item, { logged }: Fault, events: readonly Item[]): Item | undefined {
  if (events.length < 2) return events[0];
  const sameTime = events.filter((event) => event.at.time === at.time);
  const isLogged = ({ spec }: Item) => spec && matchTemplate(compileTemplate(spec.text), logged);
  return sameTime.length < 2 ? sameTime[0] : sameTime.find(isLogged) ?? sameTime.at(-1);
}
