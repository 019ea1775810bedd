// Records of oslo.concurrency → who waited for a lock, and who had it meanwhile. Only waits of a tenth of a
// second or longer are kept, and those that never ended; what is not over is remembered up to a bound.

import { lockLoggers, locks as specs } from '../../knowledge/locks';
import type { LockSpec } from '../../knowledge/locks';
import { keep } from '../keep';
import type { Header, LockHold, LockWait, LogRecord, Place } from '../model';
import { rememberNames } from './names';
import type { NameReader } from './names';
import type { Sink } from '../sink';
import { compileTemplate } from '../template';

export interface LockReader extends Sink<LogRecord> {
  waits(): readonly LockWait[];
}

const leastSeconds = 0.1;
/** Somebody who asked and is not heard of again counts as waiting when it asked so long before the end,
 *  ms. */
const stillWaiting = 1_000;
/** A release may be logged after the next one has the lock, milliseconds. */
const lateRelease = 1_000;
const mostWaits = 20_000;
const mostPending = 4_096;
const mostHolders = 16;
/** Whoever had a lock for less kept nobody waiting, milliseconds. */
const shortestHold = 10;

const loggers = new Set(lockLoggers);
/** Rows by what comes before the name of the lock, which stands in quotes. */
const byHead = new Map<string, Row[]>();
for (const spec of specs) {
  const { literals, names } = compileTemplate(spec.text);
  const place = (name: string | undefined) => (name === undefined ? -1 : names.indexOf(name));
  const row: Row = { spec, literals, name: place(spec.name), by: place(spec.by), seconds: place(spec.seconds) };
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

interface Step {
  readonly spec: LockSpec;
  readonly name: string;
  readonly by: string;
  readonly seconds: number | undefined;
  readonly header: Header;
  readonly at: Place;
}

interface Held { readonly hold: LockHold; readonly from: number; readonly to: number }
interface OpenWait {
  readonly wait: LockWait & { readonly holders: LockHold[] };
  readonly from: number;
  readonly to: number;
}

interface Lock {
  readonly host: string | undefined;
  readonly process: string | undefined;
  /** Who asked and has it not yet, by request and function; most locks are free when they are asked for. */
  asked: Map<string, Step> | undefined;
  /** Who has it now. */
  holder: Step | undefined;
  /** Those who had it last. */
  past: Held[] | undefined;
  /** Waits that a late release may still explain. */
  recent: OpenWait[] | undefined;
}

export function readLocks(source: string): LockReader {
  /** Locks by name: each process has its own. */
  const locks = new Map<string, Lock[]>();
  const waits: LockWait[] = [];
  const names = rememberNames(1024);
  let last: number | undefined;

  function lockOf({ name, header: { host, process } }: Step): Lock {
    const alike = locks.get(name);
    const known = alike?.find((lock) => lock.process === process && lock.host === host);
    if (known) return known;
    if (locks.size >= mostPending) {
      const [oldest] = locks.keys();
      if (oldest !== undefined) locks.delete(oldest);
    }
    return fresh(name, host, process);
  }

  function fresh(name: string, host: string | undefined, process: string | undefined): Lock {
    const lock: Lock = {
      host, process, asked: undefined, holder: undefined, past: undefined, recent: undefined,
    };
    const alike = locks.get(name);
    if (alike) alike.push(lock);
    else locks.set(name, [lock]);
    return lock;
  }

  function forget(name: string, lock: Lock): void {
    const others = locks.get(name)?.filter((other) => other !== lock) ?? [];
    if (others.length > 0) locks.set(name, others);
    else locks.delete(name);
  }

  return {
    push(record) {
      last = record.header?.time ?? last;
      const step = stepOf(source, record, names);
      if (!step) return;
      const lock = lockOf(step);
      const open = take(lock, step);
      if (open && waits.length < mostWaits) waits.push(open.wait);
      if (isIdle(lock)) forget(step.name, lock);
    },
    end: () => undefined,
    waits: () => [...waits, ...[...locks.values()].flat().flatMap((lock) => unendedOf(lock, last))],
  };
}

function stepOf(
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

function take(lock: Lock, step: Step): OpenWait | undefined {
  if (step.spec.step === 'asked') {
    lock.asked ??= new Map();
    if (lock.asked.size < mostPending) lock.asked.set(whoOf(step), step);
    return undefined;
  }
  if (step.spec.step === 'released') {
    release(lock, step);
    return undefined;
  }
  let asked: Step | undefined;
  if (lock.asked && lock.asked.size > 0) {
    const who = whoOf(step);
    asked = lock.asked.get(who);
    lock.asked.delete(who);
  }
  const open = waitOf(lock, step, asked);
  lock.holder = step;
  return open;
}

/** Nothing is known of it that a later line could need. */
function isIdle({ asked, holder, past, recent }: Lock): boolean {
  return holder === undefined && past === undefined && recent === undefined && (asked === undefined || asked.size === 0);
}

function whoOf({ header, by }: Step): string {
  return `${header.request ?? ''} ${by}`;
}

function release(lock: Lock, step: Step): void {
  const { holder } = lock;
  const isOwn = holder?.header.request === step.header.request && holder?.by === step.by;
  const own = isOwn ? holder : undefined;
  if (own) lock.holder = undefined;
  const to = step.at.time;
  const from = step.seconds !== undefined && to !== undefined ? to - step.seconds * 1000 : own?.at.time;
  if (from === undefined || to === undefined || to - from < shortestHold) return;
  const held: Held = { hold: holdOf(step, (to - from) / 1000), from, to };
  for (const { wait, from: begin, to: end } of lock.recent ?? []) {
    const overlap = Math.min(end, to) - Math.max(begin, from);
    const late = to - end <= lateRelease && overlap * 2 > to - from;
    if (overlap > 0 && late && wait.holders.length < mostHolders) wait.holders.push(held.hold);
  }
  lock.past ??= [];
  lock.past.push(held);
  if (lock.past.length > 64) lock.past.shift();
}

function holdOf(step: Step, seconds: number | undefined): LockHold {
  return {
    by: step.by,
    request: step.header.request && keep(step.header.request),
    seconds: seconds === undefined ? undefined : Math.round(seconds * 1000) / 1000,
    at: step.at,
  };
}

function waitOf(lock: Lock, step: Step, asked: Step | undefined): OpenWait | undefined {
  const to = step.at.time;
  const lines = asked?.at.time !== undefined && to !== undefined ? (to - asked.at.time) / 1000 : undefined;
  const seconds = step.seconds ?? lines;
  if (seconds === undefined || seconds < leastSeconds || to === undefined) return undefined;
  const from = to - seconds * 1000;
  const past = (lock.past ?? []).filter((held) => held.to > from && held.from < to && held.to - held.from > 0);
  const wait = {
    ...aboutWait(step, asked),
    seconds: Math.round(seconds * 1000) / 1000,
    secondsFrom: step.seconds === undefined ? 'lines' as const : 'nova' as const,
    holders: past.slice(-mostHolders).map(({ hold }) => hold),
  };
  const open = { wait, from, to };
  lock.recent ??= [];
  lock.recent.push(open);
  if (lock.recent.length > 8) lock.recent.shift();
  return open;
}

function aboutWait(step: Step, asked: Step | undefined) {
  const { header } = step;
  return {
    name: step.name,
    by: step.by,
    request: header.request && keep(header.request),
    instance: header.instance && keep(header.instance),
    at: step.at,
    asked: asked?.at,
  };
}

/** Those who asked and of whom nothing more is said: a release without a line of its own ends no wait. */
function unendedOf({ asked, holder }: Lock, last: number | undefined): readonly LockWait[] {
  return [...(asked?.values() ?? [])]
    .filter(({ at }) => at.time !== undefined && last !== undefined && last - at.time >= stillWaiting)
    .map((step) => ({
      ...aboutWait(step, step),
      seconds: undefined,
      secondsFrom: undefined,
      holders: holder ? [holdOf(holder, undefined)] : [],
    }));
}
