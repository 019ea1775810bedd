// The first bytes of a log → between which releases the Nova lies that wrote it. A sample is enough: the same
// statements come again and again.

import { inferRelease, tallyRelease } from './inferRelease';
import type { ReleaseGuess } from './inferRelease';
import { readLines } from '../reading/lines';
import { readRecords } from '../reading/records';
import type { Statements } from './statements';

export interface ReleaseReader {
  /** Feeds the next bytes of the log, in pieces of any size. */
  push(bytes: Uint8Array): void;
  /** Enough was seen: further bytes are not looked at. */
  readonly full: boolean;
  /** Ends the reading. @returns undefined when nothing tells one release from another. */
  end(): ReleaseGuess | undefined;
}

const sampleSize = 4 * 1024 * 1024;

/** @param source the caller's name for the log; it comes back in the places of the evidence. */
export function openReleaseReader(source: string, statements: Statements): ReleaseReader {
  const tally = tallyRelease(source, statements);
  // Records come later than their lines: the first lines of a log decide how all are read.
  const waiting = new Map<number, string>();
  const records = readRecords({
    push(record) {
      tally.see(record, waiting.get(record.line) ?? '');
      for (const number of waiting.keys()) {
        if (number >= record.line) break;
        waiting.delete(number);
      }
    },
    end: () => undefined,
  });
  const lines = readLines({
    push(line) {
      waiting.set(line.number, line.text);
      records.push(line);
    },
    end: () => records.end(),
  });
  let size = 0;
  return {
    push(bytes) {
      if (size >= sampleSize || tally.full) return;
      size += bytes.length;
      lines.push(bytes);
    },
    get full() {
      return size >= sampleSize || tally.full;
    },
    end() {
      lines.end();
      return inferRelease(tally);
    },
  };
}
