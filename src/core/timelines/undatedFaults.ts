// The exception that the API keeps of a server, where it was copied without its date beside the lines of the
// same failure, or where these are by the time of another zone → at their place. Where lines tell of none
// with its text, or of several failures, it stays where it was: nothing says which of them it tells of.

import { hintsOf, type Hints, type HintTables } from './frameHints';
import type { Fault, LogEvent, Place } from '../model';
import { quotedReason } from './quotedReason';

/** Exceptions of a server are told with the name of their field for a logger. */
const serverLogger = 'fault';
/** Lines that say the same again come within this of one another. */
const sameFailureMs = 120_000;
/** Zones differ by whole quarters of an hour, and by so much at most. */
const quarterMs = 15 * 60_000;
const mostZonesMs = 26 * 3_600_000;
/** Nova keeps an exception so soon before or after its lines. */
const soonMs = 60_000;
/** Milliseconds: behind the line also where that is of another log. */
const behind = 0.5;
/** Of a message the API keeps 255 bytes. */
const keptBytes = 250;

/** What is looked at of an item. */
interface Told {
  readonly at: Place;
  readonly event: LogEvent | undefined;
  readonly fault: Fault | undefined;
  readonly request: string | undefined;
  readonly order: number;
}

/** @returns the same items; such an exception comes right behind the last line of its failure. */
export function besideTheirLines<T extends Told>(items: readonly T[]): readonly T[] {
  if (!items.some(isKept)) return items;
  return items.map((item) => {
    const last = isKept(item) ? endOfFailure(item.fault?.message ?? '', items) : undefined;
    if (!last || (!isUndated(item) && !isOfOtherZone(item.at.time, last.at.time))) return item;
    // its time is by another zone than that of the lines around it
    return { ...item, at: { ...item.at, time: undefined }, order: last.order + behind };
  });
}

/** The API keeps it of a server. */
function isKept({ fault }: Pick<Told, 'fault'>): boolean {
  return fault?.logger === serverLogger;
}

export function isUndated({ fault, at }: Pick<Told, 'fault' | 'at'>): boolean {
  return isKept({ fault }) && at.time === undefined;
}

function isOfOtherZone(told: number | undefined, logged: number | undefined): boolean {
  const apart = Math.abs((told ?? 0) - (logged ?? 0));
  const rest = apart % quarterMs;
  return apart > sameFailureMs && apart <= mostZonesMs && Math.min(rest, quarterMs - rest) <= soonMs;
}

function endOfFailure<T extends Told>(message: string, items: readonly T[]): T | undefined {
  const reason = plain(quotedReason(message));
  if (reason === '') return undefined;
  const isCut = new TextEncoder().encode(message).length >= keptBytes;
  const lines = items.filter((item) => item.at.time !== undefined && !isKept(item)
    && textsOf(item).some((text) => (isCut ? text.startsWith(reason) : text === reason)));
  const requests = new Set(lines.flatMap(({ request }) => request ?? []));
  const orders = lines.map(({ order }) => order);
  const [first, last] = [Math.min(...orders), Math.max(...orders)];
  const isOne = lines.length > 0 && requests.size < 2 && last - first <= sameFailureMs;
  return isOne ? lines.find(({ order }) => order === last) : undefined;
}

/** What was done where lines of an exception do not tell it, by such a one right behind them. */
export function kindTold(
  item: Told, next: Told | undefined, tables: HintTables,
): Pick<Hints, 'kind' | 'among' | 'likely'> | undefined {
  const after = next ? next.order - item.order : 0;
  if (!next?.fault || !isUndated(next) || after <= 0 || after > 1) return undefined;
  const { kind, among, likely } = hintsOf(next.fault, tables);
  return kind && { kind, among, likely };
}

/** What a line says of why it failed: an exception, what that came from, the reason behind a statement. */
function textsOf({ fault, event }: Told): readonly string[] {
  const messages = fault ? [fault, ...fault.chain].map(({ message }) => message) : [];
  return [...messages, event?.captures['error'] ?? ''].map((text) => plain(quotedReason(text)));
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
