// Counts what the reader of records has seen of a log: layouts, wrappers, records, lines that belong to
// nothing, and the services that the lines came from.

import type { LayoutId } from '../../knowledge/formats';
import type { Digest, Header, PartlyRead } from '../model';
import { ZoneWatch } from '../joins/zoneWatch';
import { serviceOfLogger } from './serviceNames';

/** What lines look like that passed by. */
export interface Dress {
  readonly layout: LayoutId;
  readonly wrapper: string;
}

export type Counts = Pick<Digest, 'records' | 'unread' | 'partlyRead' | 'folded'>;

export interface Tally {
  /** A record with a head of its own. */
  addRecord(header: Header, message: string, layout: LayoutId, wrapper: string): void;
  /** So many records of oslo.log's usual layout. */
  pass(count: number, dress: Dress): void;
  /** A record of which only a wrapper tells anything. */
  addCarried(wrapper: string): void;
  /** @param first their first one, where it may be one in which several stand: of such a line only what is
   *  understood counts */
  addUnread(lines: number, first?: number): void;
  /** A line of which no more than the beginning is here, or is read. */
  addPartly(why: PartlyRead['why'], line: number): void;
  /** A line in which several stand. */
  addFolded(line: number): void;
  counts(): Counts;
  services(): readonly string[];
  layout(): LayoutId;
  wrapper(): string;
  /** The times that lines carry beside those of their wrappers. */
  readonly times: ZoneWatch;
}

const startedService = /^Starting (compute|conductor|scheduler) node /;

export function tallyRecords(): Tally {
  const services = new Set<string>();
  const loggers = new Set<string>();
  const layouts = countRuns<LayoutId>();
  const wrappers = countRuns<string>();
  const carriers = countRuns<string>();
  const left = countLeft();
  let above: Header | undefined;

  return {
    times: new ZoneWatch(),
    addRecord(header, message, layout, wrapper) {
      layouts.add(layout);
      wrappers.add(wrapper);
      const isService = header.logger === 'nova.service';
      const started = isService ? startedService.exec(message)?.[1] : undefined;
      if (started !== undefined) services.add(`nova-${started}`);
      if (header.logger === above?.logger && header.service === above.service) return;
      above = header;
      if (header.service !== undefined) services.add(header.service);
      if (loggers.has(header.logger)) return;
      loggers.add(header.logger);
      const service = serviceOfLogger(header.logger);
      if (service !== undefined) services.add(service);
    },
    pass(count, { layout, wrapper }) {
      if (count === 0) return;
      layouts.add(layout, count);
      wrappers.add(wrapper, count);
    },
    addCarried: (wrapper) => carriers.add(wrapper),
    ...left,
    counts: () => ({ records: sum(layouts.counts()) + sum(carriers.counts()), ...left.counts() }),
    services: () => [...services],
    layout: () => layoutOf(layouts.counts()),
    wrapper: () => mostFrequent(wrappers.counts()) ?? mostFrequent(carriers.counts()) ?? 'none',
  };
}

/** Counts what was not read, or not all of it. */
function countLeft() {
  const partly = new Map<PartlyRead['why'], PartlyRead>();
  let unread = 0;
  let folded: number | undefined;
  let lastFolded: number | undefined;
  return {
    addFolded(line: number): void {
      folded ??= line;
      lastFolded = line;
    },
    addUnread(lines: number, first?: number): void {
      if (first === undefined || first !== lastFolded) unread += lines;
    },
    addPartly(why: PartlyRead['why'], line: number): void {
      const { lines, first } = partly.get(why) ?? { lines: 0, first: line };
      partly.set(why, { why, lines: lines + 1, first });
    },
    counts: () => ({
      unread, ...(partly.size > 0 && { partlyRead: [...partly.values()] }),
      ...(folded !== undefined && { folded }),
    }),
  };
}

/** Counts values that mostly come in runs: a run costs one look at the map. */
function countRuns<T>() {
  const counts = new Map<T, number>();
  let current: T | undefined;
  let length = 0;
  const settle = () => {
    if (current !== undefined) counts.set(current, (counts.get(current) ?? 0) + length);
    length = 0;
  };
  return {
    add(value: T, count = 1): void {
      if (value !== current) {
        settle();
        current = value;
      }
      length += count;
    },
    counts(): ReadonlyMap<T, number> {
      settle();
      return counts;
    },
  };
}

function sum(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

/** What oslo.log itself writes counts before the times of other programs. */
function layoutOf(layouts: ReadonlyMap<LayoutId, number>): LayoutId {
  const whole = [...layouts].filter(([id]) => id !== 'time-only' && id !== 'libvirt' && id !== 'cut-head');
  return mostFrequent(new Map(whole)) ?? mostFrequent(layouts) ?? 'unknown';
}

function mostFrequent<T>(counts: ReadonlyMap<T, number>): T | undefined {
  let best: T | undefined;
  let most = 0;
  for (const [value, count] of counts) {
    if (count > most) [best, most] = [value, count];
  }
  return best;
}
