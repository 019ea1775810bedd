// Records of oslo.concurrency → who waited for a lock, and who had it meanwhile. Only waits of a tenth of a
// second or longer are kept, and those that never ended; what is not over is remembered up to a bound.

import { lockLoggers, locks as specs } from '../../knowledge/locks';
import type { LockSpec } from '../../knowledge/locks';
import { withoutSuffix } from './debugSuffix';
import { keep } from '../keep';
import type { Header, LockHold, LockWait, LogRecord, Place } from '../model';
import { rememberNames } from './names';
import type { NameReader } from './names';
import type { Sink } from '../sink';
import { compileTemplate } from '../template';
import { TemplateIndex } from '../templateIndex';

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

const index = new TemplateIndex(specs.map((spec, value) => ({
  loggers: lockLoggers, template: compileTemplate(spec.text), value,
})));

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
  /** Who asked and has it not yet, by request and function. */
  readonly asked: Map<string, Step>;
  /** Who has it now. */
  holder: Step | undefined;
  /** Those who had it last. */
  readonly past: Held[];
  /** Waits that a late release may still explain. */
  readonly recent: OpenWait[];
}

export function readLocks(source: string): LockReader {
  const locks = new Map<string, Lock>();
  const waits: LockWait[] = [];
  const names = rememberNames(1024);
  let last: number | undefined;

  function lockOf({ name, header }: Step): Lock {
    const key = `${header.host ?? ''} ${header.process ?? ''} ${name}`;
    const known = locks.get(key);
    if (known) return known;
    if (locks.size >= mostPending) for (const oldest of locks.keys()) { locks.delete(oldest); break; }
    const made: Lock = { asked: new Map(), holder: undefined, past: [], recent: [] };
    locks.set(keep(key), made);
    return made;
  }

  return {
    push(record) {
      last = record.header?.time ?? last;
      const step = stepOf(source, record, names);
      if (!step) return;
      const lock = lockOf(step);
      const open = take(lock, step);
      if (open && waits.length < mostWaits) waits.push(open.wait);
    },
    end: () => undefined,
    waits: () => [...waits, ...[...locks.values()].flatMap((lock) => unendedOf(lock, last))],
  };
}

function stepOf(
  source: string, { header, inherited, message, line, joints }: LogRecord, names: NameReader,
): Step | undefined {
  if (inherited || !header || !index.knows(header.logger)) return undefined;
  const match = index.find(header.logger, withoutSuffix(message), joints);
  const spec = match && specs[match.value];
  const name = spec && match.captures[spec.name];
  if (!spec || name === undefined || name.length > 200) return undefined;
  const by = spec.by === undefined ? '' : (match.captures[spec.by] ?? '');
  const seconds = Number.parseFloat((spec.seconds && match.captures[spec.seconds]) ?? '');
  return {
    spec, header,
    name: names(name, 0, name.length),
    by: names(by, 0, by.length),
    seconds: Number.isFinite(seconds) ? seconds : undefined,
    at: { source, line, time: header.time },
  };
}

function take(lock: Lock, step: Step): OpenWait | undefined {
  const who = `${step.header.request ?? ''} ${step.by}`;
  if (step.spec.step === 'asked') {
    if (lock.asked.size < mostPending) lock.asked.set(keep(who), step);
    return undefined;
  }
  if (step.spec.step === 'released') {
    release(lock, step);
    return undefined;
  }
  const asked = lock.asked.get(who);
  lock.asked.delete(who);
  const open = waitOf(lock, step, asked);
  lock.holder = step;
  return open;
}

function release(lock: Lock, step: Step): void {
  const { holder } = lock;
  const isOwn = holder?.header.request === step.header.request && holder?.by === step.by;
  const own = isOwn ? holder : undefined;
  if (own) lock.holder = undefined;
  const to = step.at.time;
  const from = step.seconds !== undefined && to !== undefined ? to - step.seconds * 1000 : own?.at.time;
  if (from === undefined || to === undefined) return;
  const held: Held = { hold: holdOf(step, (to - from) / 1000), from, to };
  for (const { wait, from: begin, to: end } of lock.recent) {
    const overlap = Math.min(end, to) - Math.max(begin, from);
    const late = to - end <= lateRelease && overlap * 2 > to - from;
    if (overlap > 0 && late && wait.holders.length < mostHolders) wait.holders.push(held.hold);
  }
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
  const past = lock.past.filter((held) => held.to > from && held.from < to && held.to - held.from > 0);
  const wait = {
    ...aboutWait(step, asked),
    seconds: Math.round(seconds * 1000) / 1000,
    secondsFrom: step.seconds === undefined ? 'lines' as const : 'nova' as const,
    holders: past.slice(-mostHolders).map(({ hold }) => hold),
  };
  const open = { wait, from, to };
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
  return [...asked.values()]
    .filter(({ at }) => at.time !== undefined && last !== undefined && last - at.time >= stillWaiting)
    .map((step) => ({
      ...aboutWait(step, step),
      seconds: undefined,
      secondsFrom: undefined,
      holders: holder ? [holdOf(holder, undefined)] : [],
    }));
}
