// A record of oslo.concurrency → what it says of a lock: asked for, got or given back. The rows are those of
// knowledge/locks.ts; the name of a lock stands in quotes, so that a line is cut without trying every
// template.

import { lockLoggers, locks as specs } from '../../knowledge/locks';
import type { LockSpec } from '../../knowledge/locks';
import type { Header, LogRecord, Place } from '../model';
import type { NameReader } from './names';
import { compileTemplate } from '../template';

/** A line about a lock. */
export interface Step {
  readonly spec: LockSpec;
  readonly name: string;
  readonly by: string;
  readonly seconds: number | undefined;
  readonly header: Header;
  readonly at: Place;
}

/** The lines it looks at. */
export const lockLines = specs.map(({ text }) => ({ loggers: lockLoggers, text }));
const loggers = new Set(lockLoggers);
/** Rows by what comes before the name of the lock, which stands in quotes. */
const byHead = new Map<string, Row[]>();
for (const spec of specs) {
  const { literals, names } = compileTemplate(spec.text);
  const place = (name: string | undefined) => (name === undefined ? -1 : names.indexOf(name));
  const [name, by, seconds] = [place(spec.name), place(spec.by), place(spec.seconds)];
  const row: Row = { spec, literals, name, by, seconds };
  const head = literals[0] ?? '';
  byHead.set(head, [...(byHead.get(head) ?? []), row]);
}
const heads = [...byHead];

interface Row {
  readonly spec: LockSpec;
  readonly literals: readonly string[];
  /** Which placeholder holds what; -1: none. */
  readonly name: number;
  readonly by: number;
  readonly seconds: number;
}

/** @returns undefined where the record is not about a lock. */
export function stepOf(
  source: string, { header, inherited, message, line }: LogRecord, names: NameReader,
): Step | undefined {
  if (inherited || !header || !loggers.has(header.logger)) return undefined;
  for (const [head, rows] of heads) {
    if (!message.startsWith(head)) continue;
    for (const row of rows) {
      if (!cut(row.literals, message)) continue;
      const read = (index: number) => (index < 0 ? '' : names(message, begins[index] ?? 0, ends[index] ?? 0));
      const seconds = row.seconds < 0 ? Number.NaN : Number.parseFloat(message.slice(begins[row.seconds]));
      return {
        spec: row.spec, header, name: read(row.name), by: read(row.by),
        seconds: Number.isFinite(seconds) ? seconds : undefined,
        at: { source, line, time: header.time },
      };
    }
  }
  return undefined;
}

/** Where the placeholders of the row that was tried last begin and end; a line has no more than four. */
const begins = [0, 0, 0, 0];
const ends = [0, 0, 0, 0];

/** Cuts a message where the literals of a template stand; only the last placeholder may hold quotes. */
function cut(literals: readonly string[], message: string): boolean {
  let at = literals[0]?.length ?? 0;
  for (let i = 1; i < literals.length; i += 1) {
    const literal = literals[i] ?? '';
    const quote = literal.charCodeAt(0) === 34;
    const end = literal === '' ? message.length : message.indexOf(quote ? '"' : literal, at);
    if (end < 0 || (quote && !message.startsWith(literal, end))) return false;
    begins[i - 1] = at;
    ends[i - 1] = end;
    at = end + literal.length;
  }
  return true;
}
