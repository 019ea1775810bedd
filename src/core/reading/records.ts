// Lines → records. The first lines of a log decide how all are read; then each is read as it comes.

import { answerReaders } from './answerReaders';
import { headerReader } from './header';
import { pieceOf } from './headPiece';
import type { ZoneWatch } from '../joins/zoneWatch';
import { breakers } from './lostBreaks';
import { ManyInOne } from './manyInOne';
import type { Layout, Line, LogRecord } from '../model';
import { HeadJoiner } from './openHead';
import { SoftBreakJoiner } from './quotedPrintable';
import { RecordMaker } from './recordMaker';
import { LineJoiner } from './rejoin';
import type { WholeLine } from './rejoin';
import { examineSample, shownLine } from './sample';
import type { LogSample } from './sample';
import type { Sink } from '../sink';
import { DocumentJoiner } from './spreadDocuments';
import { tallyRecords, type Counts, type Dress, type Tally } from './tally';
import { lineUnwrapper } from './unwrap';

export interface RecordReader extends Sink<Line> {
  /** So many empty lines on end. */
  blanks(number: number, count: number): void;
  /** So many lines of oslo.log's usual layout within this wrapper passed by, whose records nobody needs. */
  pass(count: number, dress: Dress): void;
  /** A line that passed by is the last one of its program with a head: lines without one go on with it. */
  recall(text: string): void;
  /** The first lines have been looked at: how the log is read is settled. */
  isDecided(): boolean;
  /** The log is of a release whose instances have numbers; known as soon as a record comes. */
  isNumbered(): boolean;
  /** Reads some more of a line that holds many, where the reader is patient. @returns whether more wait. */
  work(): boolean;
  /** Emits what is pending, without ending: later lines may still continue the last record. */
  settle(): void;
  /** What the reader has found out so far about the log as a whole. */
  layout(): Layout;
  /** Records with a head of their own, lines that belong to nothing, and those of which not all was read. */
  counts(): Counts;
  /** Services in order of appearance: from wrappers, file names and loggers. */
  services(): readonly string[];
  /** The times that lines carry beside those of their wrappers. */
  readonly times: ZoneWatch;
  /** Reads other lines as those of this log are read. */
  alike(next: Sink<LogRecord>): Sink<Line>;
}

export interface RecordOptions {
  /** Characters at the beginning of the log that decide how it is read. */
  readonly sampleSize?: number;
  /** How it is read, where that is settled already. */
  readonly sample?: LogSample | undefined;
  /** What a line holds that holds many is read by and by, as `work` is called: it may be a whole log. */
  readonly isPatient?: boolean | undefined;
}

const noJoints: readonly number[] = [];

/** Emits the records in the order of their lines; no line is held back but what its rest may still follow. */
export function readRecords(next: Sink<LogRecord>, options: RecordOptions = {}): RecordReader {
  return new Reader(next, options);
}

class Reader implements RecordReader {
  readonly #next: Sink<LogRecord>;
  readonly #sampleSize: number;
  readonly #tally = tallyRecords();
  readonly #many: ManyInOne;
  #waiting: Line[] = [];
  #waitingSize = 0;
  #sample: LogSample | undefined;
  #taker: LineTaker | undefined;

  constructor(next: Sink<LogRecord>, { sampleSize = 64 * 1024, sample, isPatient }: RecordOptions) {
    this.#next = next;
    this.#many = new ManyInOne(this.#tally, (line) => this.#take(line), isPatient);
    this.#sampleSize = sampleSize;
    if (sample) this.#settleOn(sample);
  }

  alike(next: Sink<LogRecord>): Sink<Line> {
    return readRecords(next, { sample: this.#sample });
  }

  push(line: Line): void {
    this.#many.push(line);
  }

  #take(line: Line): void {
    if (this.#taker) return this.#taker.push(line);
    this.#waiting.push(line);
    this.#waitingSize += line.text.length + 1;
    if (this.#waitingSize >= this.#sampleSize) this.#begin();
  }

  blanks(number: number, count: number): void {
    this.#many.settle();
    let told = 0;
    for (; told < count && !this.#taker; told++) this.#take({ number: number + told, text: '' });
    if (told < count) this.#taker?.blanks(number + told, count - told);
  }

  pass(count: number, dress: Dress): void {
    this.#many.settle();
    this.#taker?.pass(count, dress);
  }

  recall(text: string): void {
    this.#many.settle();
    this.#taker?.recall(text);
  }

  work(): boolean {
    return this.#many.work();
  }

  isDecided(): boolean {
    return this.#taker !== undefined;
  }

  isNumbered(): boolean {
    return this.#sample?.numbered === true;
  }

  settle(): void {
    this.#many.settle();
    // Nothing seen, nothing decided.
    if (this.#waiting.length > 0) this.#begin();
    this.#taker?.settle();
  }

  end(): void {
    this.settle();
    this.#next.end();
  }

  layout(): Layout {
    const wrapper = this.#tally.wrapper();
    return {
      layout: this.#tally.layout(),
      wrapper: wrapper === 'none' ? this.#sample?.dress ?? 'none' : wrapper,
      wrappedAt: this.#sample?.wrapping?.width,
    };
  }

  counts(): Counts {
    return this.#tally.counts();
  }

  services(): readonly string[] {
    return this.#tally.services();
  }

  get times(): ZoneWatch {
    return this.#tally.times;
  }

  #begin(): void {
    const lines = this.#waiting;
    this.#waiting = [];
    const taker = this.#settleOn(examineSample(lines));
    for (const line of lines) taker.push(line);
  }

  #settleOn(sample: LogSample): LineTaker {
    this.#sample = sample;
    this.#taker = openTaker(sample, this.#tally, this.#next);
    return this.#taker;
  }
}

/** What takes the lines once it is known how they are to be read. */
interface LineTaker {
  push(line: Line): void;
  blanks(number: number, count: number): void;
  pass(count: number, dress: Dress): void;
  recall(text: string): void;
  settle(): void;
}

function openTaker(sample: LogSample, tally: Tally, next: Sink<LogRecord>): LineTaker {
  const maker = new RecordMaker(sample, tally, (record) => next.push(record));
  const { breaks, wrapping } = sample;
  const toMaker = (line: WholeLine) => maker.take(line);
  const stages = answerReaders(sample, toMaker);
  const taken = stages[0]?.push ?? toMaker;
  const take = breaks ? (line: WholeLine) => breakers[breaks](line, taken) : taken;
  const end: Ending = {
    maker,
    settle() {
      for (const stage of stages) stage.settle();
      maker.settle();
    },
  };
  if (sample.spread) {
    return joinedTaker(end, new DocumentJoiner(take, (lines) => tally.addUnread(lines)));
  }
  if (sample.quotedPrintable) return joinedTaker(end, new SoftBreakJoiner(take));
  if (!wrapping && !sample.openHeads) return plainTaker(end, take);
  const readHeader = headerReader(sample.numbered);
  const probe = lineUnwrapper(readHeader, sample.marks);
  const readPiece = (text: string) => {
    const line = probe.read(text);
    return { ...pieceOf(line, readHeader), shown: shownLine(text, line, sample.marks) };
  };
  const joiner = wrapping ? new LineJoiner(wrapping, readPiece, take) : new HeadJoiner(readPiece, take);
  return joinedTaker(end, joiner);
}

/** What stands behind all that puts lines together. */
interface Ending {
  readonly maker: RecordMaker;
  settle(): void;
}

function plainTaker(end: Ending, take: (line: WholeLine) => void): LineTaker {
  return {
    push: ({ number, text }) => take({ first: number, last: number, text, joints: noJoints }),
    blanks(_, count) {
      end.settle();
      end.maker.skip(count);
    },
    pass: (count, dress) => end.maker.pass(count, dress),
    recall: (text) => end.maker.recall(text),
    settle: () => end.settle(),
  };
}

function joinedTaker(end: Ending, joiner: Sink<Line> & { settle(): void }): LineTaker {
  return {
    push: (line) => joiner.push(line),
    blanks(number, count) {
      for (let i = 0; i < count; i++) joiner.push({ number: number + i, text: '' });
    },
    pass: (count, dress) => end.maker.pass(count, dress),
    recall: (text) => end.maker.recall(text),
    settle() {
      joiner.settle();
      end.settle();
    },
  };
}
