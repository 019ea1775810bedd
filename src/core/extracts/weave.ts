// The lines of several logs → one extract in time order. Within a log lines keep their order, whatever their
// times say; where two logs have the same time, the one that is being told goes on.

import type { Extract, ExtractLine, LogRecord } from '../model';
import { readRecords } from '../reading/records';
import { sinkOf } from '../sink';

/** Lines of one log: their numbers, ascending, and what stands on them. */
export interface LogLines {
  readonly source: string;
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
  /** Milliseconds by which its times are ahead of the others': lines are ordered without them. */
  readonly ahead?: number | undefined;
}

export interface ExtractLimits {
  readonly lines: number;
  /** Characters, line ends included. */
  readonly size: number;
}

/** Larger documents are of no use to a person, and slow the editor. */
export const extractLimits: ExtractLimits = { lines: 100_000, size: 8 * 1024 * 1024 };

/** @param hidden how many lines were not even read */
export function weaveExtract(
  logs: readonly LogLines[], hidden = 0, limits: ExtractLimits = extractLimits,
): Extract {
  const queues = logs.map((log) => ({ lines: readLog(log), next: 0, ahead: log.ahead ?? 0 }));
  const woven: ExtractLine[] = [];
  let size = 0;
  let current: Queue | undefined;
  for (let queue = nextOf(queues, current); queue; queue = nextOf(queues, current)) {
    current = queue;
    const line = queue.lines[queue.next];
    if (!line) break;
    size += line.text.length + 1;
    if (woven.length >= limits.lines || size > limits.size) break;
    woven.push(line);
    queue.next += 1;
  }
  const rest = queues.reduce((sum, { lines, next }) => sum + lines.length - next, 0);
  return { lines: woven, hidden: hidden + rest };
}

interface Queue {
  readonly lines: readonly ExtractLine[];
  readonly ahead: number;
  next: number;
}

function nextOf(queues: readonly Queue[], current: Queue | undefined): Queue | undefined {
  let best: Queue | undefined;
  let bestTime = Number.POSITIVE_INFINITY;
  for (const queue of queues) {
    const line = queue.lines[queue.next];
    if (!line) continue;
    const time = (line.at.time ?? Number.NEGATIVE_INFINITY) - queue.ahead;
    if (!best || time < bestTime || (time === bestTime && queue === current)) {
      best = queue;
      bestTime = time;
    }
  }
  return best;
}

// What a line says of time and place is read as in the log itself; a line that is read as nothing belongs to
// the record above it.
function readLog({ source, numbers, texts }: LogLines): readonly ExtractLine[] {
  const records = new Map<number, LogRecord>();
  const reader = readRecords(sinkOf((record: LogRecord) => {
    for (let at = record.line; at <= record.lastLine; at += 1) if (!records.has(at)) records.set(at, record);
  }));
  texts.forEach((text, number) => reader.push({ number, text }));
  reader.end();
  let time = firstTime(records);
  return texts.map((text, index) => {
    const record = records.get(index);
    const isHead = record?.line === index && !record.inherited;
    time = record?.header?.time ?? time;
    return {
      text,
      at: { source, line: numbers[index] ?? 0, time },
      header: record?.header,
      inherited: !isHead,
      message: record?.line === index ? record.message : text,
    };
  });
}

function firstTime(records: ReadonlyMap<number, LogRecord>): number | undefined {
  for (const { header } of records.values()) if (header?.time !== undefined) return header.time;
  return undefined;
}
