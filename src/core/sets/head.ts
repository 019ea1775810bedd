// The first bytes of a log → what its place among its siblings depends on: the time of its first line, and
// how many lines there are before the first that begins a record.

import { readLines } from '../reading/lines';
import { readRecords } from '../reading/records';
import { isExceptionLine, kindOfText } from '../reading/prose';
import type { LogRecord } from '../model';

export interface LogHead {
  /** Milliseconds on the log's clock; undefined: no line has a time. */
  readonly firstTime: number | undefined;
  /** Lines before the first record: the end of what the log before it began. 0: it begins with a record. */
  readonly headless: number;
}

/** @param bytes from the beginning of the log, unpacked; 64 KiB are enough. */
export function examineHead(bytes: Uint8Array): LogHead {
  let firstTime: number | undefined;
  let headless: number | undefined;
  let continued = 0;
  const records = readRecords({
    push(record) {
      firstTime ??= record.inherited ? undefined : record.header?.time;
      if (headless !== undefined) return;
      if (isContinuation(record, continued > 0)) continued += 1;
      else headless = record.line;
    },
    end: () => undefined,
  });
  const lines = readLines({ push: (line) => records.push(line), end: () => records.end() });
  lines.push(bytes);
  lines.end();
  return { firstTime, headless: continued > 0 ? headless ?? 0 : 0 };
}

// oslo.log repeats the head on each line of a traceback, without ids.
function isContinuation({ header, inherited, message }: LogRecord, inside: boolean): boolean {
  if (inherited || !header) return true;
  if (header.context !== 'none') return false;
  const kind = kindOfText(message);
  return kind === 'frame' || kind === 'indented' || (inside && isExceptionLine(message));
}
