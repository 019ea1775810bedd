// What Nova's API tells of actions, among the items of one instance: its times are by another clock than
// those of lines, so it stands with the lines of its request; and what it tells of an operation.

import type { MarkerSpec } from '../../knowledge/schema';
import type { Digest, Fault, LogEvent, Place, RecordedAction, RecordedEvent } from '../model';

/** Exceptions that events of an action hold are told with the name of their field for a logger. */
const eventsLogger = 'events';
/** Before all lines of the same time, and behind them. */
const far = 1e9;

/** What is looked at of an item. */
interface Told {
  readonly at: Place;
  readonly event: LogEvent | undefined;
  readonly spec: MarkerSpec | undefined;
  readonly says: MarkerSpec['says'];
  readonly fault: Fault | undefined;
  readonly request: string | undefined;
  readonly order: number;
  readonly rank: number;
}

export function isRecorded({ spec, fault }: Pick<Told, 'spec' | 'fault'>): boolean {
  return spec?.recorded === true || fault?.logger === eventsLogger;
}

/** @returns the same items, each told one at the place of its request. */
export function besideLines<T extends Told>(items: readonly T[]): T[] {
  if (!items.some(isRecorded)) return [...items];
  const spans = spansOf(items.filter((item) => !isRecorded(item)));
  const begun = spansOf(items.filter((item) => item.spec?.recorded && item.says === 'opens'));
  return items.map((item) => {
    if (!isRecorded(item)) return item;
    const opens = item.says === 'opens';
    const span = spans.get(item.request);
    if (span) return { ...item, order: opens ? span.first : span.last, rank: opens ? -far : far + item.rank };
    if (opens) return item.at.time === undefined ? { ...item, order: 0, rank: -item.at.line } : item;
    const own = begun.get(item.request);
    return own && item.at.time === undefined ? { ...item, order: own.last, rank: far + item.rank } : item;
  });
}

/**
 * Of answers that do not name their server: request → the instance that lines tie another request of the same
 * answer to, for a list is of one server alone; else what the command called it.
 */
export function namesOfActions(
  digests: readonly Digest[],
  requests: ReadonlyMap<string, string>,
  markers: readonly ({ readonly spec: MarkerSpec } | undefined)[],
): ReadonlyMap<string | undefined, string> {
  const names = new Map<string | undefined, string>();
  for (const { events } of digests) {
    const lists = new Map<string, LogEvent[]>();
    for (const event of events) {
      const { name } = event.captures;
      if (event.instance || !name || name === '-' || !markers[event.marker]?.spec.recorded) continue;
      const list = lists.get(name);
      if (list) list.push(event);
      else lists.set(name, [event]);
    }
    for (const [name, list] of lists) {
      const tied = new Set(list.flatMap(({ request }) => (request && requests.get(request)) || []));
      const [only = name] = tied;
      for (const { request } of list) names.set(request, tied.size === 1 ? only : name);
    }
  }
  names.delete(undefined);
  return names;
}

interface Span {
  first: number;
  last: number;
}

function spansOf(items: readonly Told[]): ReadonlyMap<string | undefined, Span> {
  const spans = new Map<string | undefined, Span>();
  for (const { request, order } of items) {
    const span = request === undefined ? undefined : spans.get(request);
    if (span) {
      span.first = Math.min(span.first, order);
      span.last = Math.max(span.last, order);
    } else if (request !== undefined) {
      spans.set(request, { first: order, last: order });
    }
  }
  return spans;
}

interface Gathered {
  readonly requests: ReadonlySet<string>;
  readonly items: readonly Told[];
}

/** The operation of the action: of its request, and not that of another action which has the same one. */
export function draftOfAction<D extends Gathered>(drafts: readonly D[], item: Told): D | undefined {
  const { request } = item;
  if (request === undefined) return undefined;
  return drafts.findLast((draft) => draft.requests.has(request)
    && draft.items.every((other) => !other.spec?.recorded || isSameAction(other, item)));
}

function isSameAction(one: Told, other: Told): boolean {
  const since = [one, other].map(({ event }) => event?.captures['since']);
  return one.spec?.kinds?.[0] === other.spec?.kinds?.[0] && since[0] === since[1];
}

/** Where lines of the operation are in the logs, what was told of it is no measure. */
export function loggedOf<T extends Told>(items: readonly T[]): readonly T[] {
  const logged = items.filter((item) => !isRecorded(item));
  return logged.length > 0 ? logged : items;
}

export function isOnlyRecorded({ items }: Pick<Gathered, 'items'>): boolean {
  return items.every(isRecorded);
}

/** The fullest of what is told of the action. */
export function recordedOf(items: readonly Told[]): RecordedAction | undefined {
  const all = items.flatMap(({ spec, says, event, at }) => {
    const results = spec?.recorded && says === 'opens' ? event?.captures['results'] : undefined;
    return results === undefined ? [] : [{ at, ...parsed(results) }];
  });
  const [fullest] = [...all].sort((one, other) => other.events.length - one.events.length);
  return fullest && { ...fullest, hasError: all.some(({ hasError }) => hasError) };
}

const results: Readonly<Record<string, RecordedEvent['result']>> = {
  Success: 'success', Error: 'error', unfinished: 'unfinished',
};
const event = /^(\S+) (\S+) (\S+) (\S+) (Success|Error|unfinished|unknown)$/;

function parsed(text: string): Omit<RecordedAction, 'at'> {
  const parts = text.split('; ');
  const events = parts.flatMap((part): RecordedEvent[] => {
    const [, method, host, start, finish, result] = event.exec(part) ?? [];
    if (method === undefined || result === undefined) return [];
    const [begin, end] = [timeOf(start), timeOf(finish)];
    return [{ method, host: told(host), begin, end, result: results[result] ?? 'unknown' }];
  });
  return { hasError: parts.includes('Error') || events.some(({ result }) => result === 'error'), events };
}

function told(text: string | undefined): string | undefined {
  return text === '-' ? undefined : text;
}

function timeOf(text: string | undefined): number | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isFinite(time) ? time : undefined;
}
