// Records of oslo.concurrency → who waited for a lock, and who had it meanwhile. Only waits of a tenth of a
// second or longer are kept, and those that never ended; what is not over is remembered up to a bound.

import type { LockHold, LockWait, LogRecord } from '../model';
import { stepOf } from './lockSteps';
import type { Step } from './lockSteps';
import { rememberNames } from './names';
import type { Sink } from '../sink';

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
  const locks = new LockTable();
  const waits: LockWait[] = [];
  const names = rememberNames(1024);
  let last: number | undefined;
  return {
    push(record) {
      last = record.header?.time ?? last;
      const step = stepOf(source, record, names);
      if (!step) return;
      const lock = locks.of(step);
      const open = take(lock, step);
      if (open && waits.length < mostWaits) waits.push(open.wait);
      if (isIdle(lock)) locks.forget(step.name, lock);
    },
    end: () => undefined,
    waits: () => [...waits, ...locks.all().flatMap((lock) => unendedOf(lock, last))],
  };
}

/** Locks by name; each process has its own. */
class LockTable {
  readonly #byName = new Map<string, Lock[]>();

  of({ name, header: { host, process } }: Step): Lock {
    const alike = this.#byName.get(name);
    const known = alike?.find((lock) => lock.process === process && lock.host === host);
    if (known) return known;
    const lock: Lock = {
      host, process, asked: undefined, holder: undefined, past: undefined, recent: undefined,
    };
    if (alike) alike.push(lock);
    else this.#byName.set(name, [lock]);
    if (this.#byName.size > mostPending) {
      for (const oldest of this.#byName.keys()) {
        this.#byName.delete(oldest);
        break;
      }
    }
    return lock;
  }

  forget(name: string, lock: Lock): void {
    const others = this.#byName.get(name)?.filter((other) => other !== lock) ?? [];
    if (others.length > 0) this.#byName.set(name, others);
    else this.#byName.delete(name);
  }

  all(): readonly Lock[] {
    return [...this.#byName.values()].flat();
  }
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
  const isAsked = asked !== undefined && asked.size > 0;
  return holder === undefined && past === undefined && recent === undefined && !isAsked;
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
    request: step.header.request,
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
  const past = (lock.past ?? []).filter((held) => held.to > from && held.from < to);
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
    request: header.request,
    instance: header.instance,
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
