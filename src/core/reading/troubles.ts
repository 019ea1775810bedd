// Records → the warnings and errors of Nova's own loggers, like ones together: what was logged, how often, on
// which lines. Without a look at any table: whether they are explained is asked later, if at all.

import { summaryIn } from '../faults/summary';
import { keep } from '../keep';
import type { LogRecord, TroubleKind, Troubles } from '../model';
import type { Sink } from '../sink';

const mostKinds = 1000;
const mostLines = 64;
const keptMessage = 400;
const compared = 120;

export interface TroubleReader extends Sink<LogRecord> {
  found(): Troubles;
}

/** A kind while it is still counted. */
interface Counted extends TroubleKind {
  count: number;
  readonly lines: number[];
}

export function readTroubles(): TroubleReader {
  const kinds = new Map<string, Counted>();
  let others = 0;
  return {
    push(record) {
      if (!isTrouble(record)) return;
      const { header, message, line } = record;
      const logger = header?.logger ?? '';
      const key = keyOf(logger, message);
      const same = kinds.get(key);
      if (same) {
        same.count += 1;
        if (same.lines.length < mostLines) same.lines.push(line);
      } else if (kinds.size < mostKinds) {
        kinds.set(keep(key), {
          logger,
          level: header?.level,
          message: keep(message.slice(0, keptMessage)),
          hasInstance: header?.instance !== undefined,
          time: header?.time,
          count: 1,
          lines: [line],
        });
      } else {
        others += 1;
      }
    },
    end: () => undefined,
    found: () => ({ kinds: [...kinds.values()], others }),
  };
}

/** Lines of Nova itself that are warnings or worse; lines of tracebacks are not counted. */
function isTrouble(record: LogRecord): boolean {
  const level = record.header?.level;
  return (level === 'WARNING' || level === 'ERROR' || level === 'CRITICAL') && isOwnLine(record);
}

/**
 * Whether a line is a message of Nova itself. Lines of tracebacks are errors without a context; a format of
 * one's own may leave the context out.
 */
export function isOwnLine({ inherited, header }: LogRecord): boolean {
  if (inherited || !header || !/^nova(?:\.|$)/.test(header.logger)) return false;
  return header.context !== 'none' || (header.level !== 'ERROR' && header.level !== 'TRACE');
}

// Numbers and ids aside, lines are alike when they begin alike and name the same class.
function keyOf(logger: string, message: string): string {
  const type = summaryIn(message.slice(0, keptMessage))?.type ?? '';
  return `${logger} ${type} ${beginning(message, compared)}`;
}

/** The first letters of a text, numbers and ids aside: texts are alike where theirs are the same. */
export function beginning(text: string, letters: number): string {
  return text.slice(0, letters).replace(/[0-9a-f-]{8,}|\d+/g, '#');
}
