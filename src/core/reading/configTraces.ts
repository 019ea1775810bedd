// Records → what they tell of a service's configuration: the options it logged when it started, and what came
// within or after the time it waits. One stage for both, so that the pipeline stays short.

import { readArrivals } from './arrivals';
import type { Digest, LogRecord } from '../model';
import { readOptionDumps } from './optionDump';
import type { Sink } from '../sink';

export interface TraceReader extends Sink<LogRecord> {
  /** Any line may be one that it waits for. */
  isAttending(): boolean;
  found(): Required<Pick<Digest, 'optionDumps' | 'arrivals'>>;
}

export function readConfigTraces(source: string): TraceReader {
  const dumps = readOptionDumps(source);
  const arrivals = readArrivals(source);
  return {
    push(record) {
      dumps.push(record);
      arrivals.push(record);
    },
    end: () => undefined,
    isAttending: () => dumps.isOpen(),
    found: () => ({ optionDumps: dumps.dumps(), arrivals: arrivals.arrivals() }),
  };
}
