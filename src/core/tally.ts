// Counts what the reader of records has seen of a log: layouts, wrappers, records, lines that belong to nothing,
// and the services that the lines came from.

import type { LayoutId } from '../knowledge/formats';
import type { Header } from './model';
import { serviceOfLogger } from './serviceNames';

export interface Tally {
  /** A record with a head of its own. */
  addRecord(header: Header, layout: LayoutId, wrapper: string): void;
  /** A record of which only a wrapper tells anything. */
  addCarried(wrapper: string): void;
  addUnread(lines: number): void;
  addService(name: string): void;
  counts(): { readonly records: number; readonly unread: number };
  services(): readonly string[];
  layout(): LayoutId;
  wrapper(): string;
}

export function tallyRecords(): Tally {
  const services = new Set<string>();
  const loggers = new Set<string>();
  const layouts = new Map<LayoutId, number>();
  const wrappers = new Map<string, number>();
  const carriers = new Map<string, number>();
  let records = 0;
  let unread = 0;

  /** `services` stays in order of appearance; what the wrapper names comes before what the logger implies. */
  function addService(name: string | undefined): void {
    if (name !== undefined && name !== '') services.add(name);
  }

  return {
    addRecord(header, layout, wrapper) {
      records += 1;
      layouts.set(layout, (layouts.get(layout) ?? 0) + 1);
      wrappers.set(wrapper, (wrappers.get(wrapper) ?? 0) + 1);
      if (header.service !== undefined) addService(header.service);
      if (loggers.has(header.logger)) return;
      loggers.add(header.logger);
      addService(serviceOfLogger(header.logger));
    },
    addCarried(wrapper) {
      records += 1;
      carriers.set(wrapper, (carriers.get(wrapper) ?? 0) + 1);
    },
    addUnread(lines) {
      unread += lines;
    },
    addService,
    counts: () => ({ records, unread }),
    services: () => [...services],
    layout: () => layoutOf(layouts),
    wrapper: () => mostFrequent(wrappers) ?? mostFrequent(carriers) ?? 'none',
  };
}

/** What oslo.log itself writes counts before the times of other programs. */
function layoutOf(layouts: ReadonlyMap<LayoutId, number>): LayoutId {
  const whole = [...layouts].filter(([id]) => id !== 'time-only' && id !== 'cut-head');
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
