// The exception that the API keeps of a server, where it was copied without its date beside the lines of the
// same failure → at their place. Where lines tell of none with its text, or of several failures, it stays
// where it was, for nothing says then which of them it tells of.

import { hintsOf, type Hints, type HintTables } from './frameHints';
import type { Fault, LogEvent, Place } from '../model';
import { quotedReason } from './quotedReason';

/** Exceptions of a server are told with the name of their field for a logger. */
const serverLogger = 'fault';
/** Lines that say the same again come within this of one another. */
const sameFailureMs = 120_000;
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
  if (!items.some(isUndated)) return items;
  return items.map((item) => {
    const order = isUndated(item) ? endOfFailure(item.fault?.message ?? '', items) : undefined;
    return order === undefined ? item : { ...item, order: order + behind };
  });
}

export function isUndated({ fault, at }: Pick<Told, 'fault' | 'at'>): boolean {
  return fault?.logger === serverLogger && at.time === undefined;
}

function endOfFailure(message: string, items: readonly Told[]): number | undefined {
  const reason = plain(quotedReason(message));
  if (reason === '') return undefined;
  const isCut = new TextEncoder().encode(message).length >= keptBytes;
  const lines = items.filter((item) => item.at.time !== undefined && textsOf(item).some((text) =>
    isCut ? text.startsWith(reason) : text === reason));
  const requests = new Set(lines.flatMap(({ request }) => request ?? []));
  const orders = lines.map(({ order }) => order);
  const [first, last] = [Math.min(...orders), Math.max(...orders)];
  return lines.length > 0 && requests.size < 2 && last - first <= sameFailureMs ? last : undefined;
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
