// Lines → records. The first lines of a log decide how all are read; then each is read as it comes.

import { headerReader } from './header';
import type { Layout, Line, LogRecord } from './model';
import { RecordMaker } from './recordMaker';
import { rejoinLines } from './rejoin';
import type { LineJoiner, Piece } from './rejoin';
import { examineSample, heads } from './sample';
import type { LogSample } from './sample';
import type { Sink } from './sink';
import { tallyRecords } from './tally';
import { lineUnwrapper } from './unwrap';
import type { Unwrapped } from './unwrap';

export interface RecordReader extends Sink<Line> {
  /** Emits what is pending, without ending: later lines may still continue the last record. */
  settle(): void;
  /** What the reader found out so far about the log as a whole. */
  layout(): Layout;
  /** Records with a head of their own, and lines that belong to nothing. */
  counts(): { readonly records: number; readonly unread: number };
  /** Services in order of appearance: from wrappers, file names and loggers. */
  services(): readonly string[];
}

export interface RecordOptions {
  /** Characters at the beginning of the log that decide how it is read. */
  readonly sampleSize?: number;
}

const noJoints: readonly number[] = [];

export function readRecords(next: Sink<LogRecord>, options: RecordOptions = {}): RecordReader {
  const sampleSize = options.sampleSize ?? 64 * 1024;
  const tally = tallyRecords();
  let waiting: Line[] = [];
  let waitingSize = 0;
  let reader: (LineJoiner & { readonly sample: LogSample }) | undefined;

  function begin(): LineJoiner {
    const sample = examineSample(waiting);
    const begun = { ...openReader(sample), sample };
    reader = begun;
    for (const line of waiting) begun.push(line);
    waiting = [];
    return begun;
  }

  function openReader(sample: LogSample): LineJoiner {
    const maker = new RecordMaker(sample, tally, (record) => next.push(record));
    const settle = () => maker.settle();
    if (!sample.wrapping) {
      return {
        push: ({ number, text }) => maker.take({ first: number, last: number, text, joints: noJoints }),
        settle,
        end: settle,
      };
    }
    const probe = lineUnwrapper(headerReader(), sample.marks);
    const joiner = rejoinLines(sample.wrapping, (text) => pieceOf(probe.read(text)), (line) => maker.take(line));
    const settleBoth = () => {
      joiner.settle();
      maker.settle();
    };
    return { push: joiner.push, settle: settleBoth, end: settleBoth };
  }

  return {
    push(line) {
      if (reader) return reader.push(line);
      waiting.push(line);
      waitingSize += line.text.length + 1;
      if (waitingSize >= sampleSize) begin();
    },
    settle() {
      // Nothing seen, nothing decided.
      if (reader ?? waiting.length > 0) (reader ?? begin()).settle();
    },
    end() {
      (reader ?? begin()).end();
      next.end();
    },
    layout: () => ({
      layout: tally.layout(), wrapper: tally.wrapper(), wrappedAt: reader?.sample.wrapping?.width,
    }),
    counts: tally.counts,
    services: tally.services,
  };
}

/** How much of a head a line shows: of two ways to join its pieces, the one that shows more is right. */
function pieceOf(line: Unwrapped): Piece {
  const { own } = line;
  const said = !own ? 0 : 1 + Number(own.layout !== 'time-only') + Number(own.header.logger !== '')
    + Number(own.header.context !== 'none') + Number(own.header.instance !== undefined);
  return { text: line.text, start: line.start, heads: heads(line), said };
}
