// Records → what lies around operations: signs, waits for locks, silences. One stage for all, so that the
// pipeline stays short.

import { readLocks } from './lockLines';
import type { LogRecord, LogSigns } from '../model';
import { readSigns } from './signs';
import { readSilences } from './silences';
import type { SilenceReader } from './silences';
import type { Sink } from '../sink';

export interface SurroundingsReader extends Sink<LogRecord> {
  found(): LogSigns;
  /** Records passed by that mean nothing but time. */
  readonly silences: Pick<SilenceReader, 'pass' | 'addGaps'>;
}

export function readSurroundings(source: string): SurroundingsReader {
  const signs = readSigns(source);
  const locks = readLocks(source);
  const silences = readSilences(source);
  let first: number | undefined;
  return {
    push(record) {
      if (!record.inherited && record.header && first === undefined) first = record.line;
      signs.push(record);
      locks.push(record);
      silences.push(record);
    },
    end: () => undefined,
    silences,
    found: () => ({
      signs: signs.signs(), lockWaits: locks.waits(), silences: silences.silences(), headless: first ?? 0,
    }),
  };
}
