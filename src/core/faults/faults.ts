// Records → faults: one for each exception that was logged, with its frames and what it came from. The lines
// of one traceback share process and logger; lines of other processes may stand between them.

import { announced, blockOf, continueBlock, feed, isTrouble } from './blockLines';
import { faultOf, type Block } from './faultBlock';
import type { Fault, Header, LogRecord } from '../model';
import { carriedHeader } from '../reading/header';
import { recordedIn, type ClassOf } from './recorded';
import type { Sink } from '../sink';
import { summaryIn } from './summary';
import { frameIn, isBareStatement, isTracebackLine, isTracebackStart } from './tracebackLines';
import { isPrinted } from './printed';
import { isHeadOf, isRestOfHeadOf, ownerOf, sameWriter } from './writers';
import { writerOf } from './writer';

const keptBlocks = 64;

export interface FaultReader extends Sink<LogRecord> {
  /** Faults of blocks that later lines may still continue; for a log that is still being written. */
  pending(): readonly Fault[];
  /** Who has a traceback open that a line of the same writer would end. */
  openWriters(): Iterable<Header>;
  /** Of the traceback that a line without a head would continue, the class has come. */
  isOver(): boolean;
  /** The services in whose processes tracebacks ran, as their own frames prove. */
  writers(): readonly string[];
}

/**
 * @param source the caller's name for the log, for the places of the faults.
 * @param classOf names what the API tells of an exception without its class.
 */
export function readFaults(
  source: string, next: Sink<Fault>, classOf: ClassOf = () => undefined,
): FaultReader {
  return new OpenTracebacks(source, next, classOf);
}

class OpenTracebacks implements FaultReader {
  readonly #source: string;
  readonly #next: Sink<Fault>;
  readonly #classOf: ClassOf;
  // by logger: most records have one that nothing is open for, and need no further look
  readonly #blocks = new Map<string, Block[]>();
  readonly #writers = new Set<string>();
  #count = 0;
  // What an inherited line continues: a block, or a record that only becomes one if a traceback follows.
  #last: Block | LogRecord | undefined;
  /** The first line of a traceback, until its first frame tells whose it is. */
  #begun: LogRecord | undefined;

  constructor(source: string, next: Sink<Fault>, classOf: ClassOf) {
    this.#source = source;
    this.#next = next;
    this.#classOf = classOf;
  }

  push(record: LogRecord): void {
    const { header } = record;
    if (record.inherited || !header) return this.#further(record);
    this.#settle();
    if (header.context !== 'none') this.#announce(record, header);
    else this.#bare(record, header);
  }

  end(): void {
    this.#settle();
    for (const block of [...this.#blocks.values()].flat()) this.#close(block);
    this.#next.end();
  }

  pending(): readonly Fault[] {
    return [...this.#blocks.values()].flat().flatMap((block) => faultOf(block, this.#source) ?? []);
  }

  writers(): readonly string[] {
    const open = [...this.#blocks.values()].flat().flatMap((block) => writerOf(block) ?? []);
    return [...new Set([...this.#writers, ...open])];
  }

  isOver(): boolean {
    const last = this.#begun ? undefined : this.#last;
    return last !== undefined && 'logged' in last && last.reader?.isOver === true;
  }

  *openWriters(): Generator<Header, void, undefined> {
    if (this.#count === 0) return;
    for (const blocks of this.#blocks.values()) for (const { header } of blocks) if (header) yield header;
  }

  #take(block: Block): void {
    const logger = block.header?.logger ?? '';
    const rest = this.#blocks.get(logger)?.filter((other) => other !== block) ?? [];
    if (rest.length > 0) this.#blocks.set(logger, rest);
    else this.#blocks.delete(logger);
    this.#count -= 1;
  }

  #close(block: Block): void {
    this.#take(block);
    const writer = writerOf(block);
    if (writer !== undefined) this.#writers.add(writer);
    const fault = faultOf(block, this.#source);
    if (fault) this.#next.push(fault);
  }

  #open(record: LogRecord, logged: string): Block {
    const before = this.#find(record.header);
    if (before) this.#close(before);
    const block = blockOf(record, logged);
    this.#add(block);
    const [oldest] = this.#count > keptBlocks ? ([...this.#blocks.values()][0] ?? []) : [];
    if (oldest) this.#close(oldest);
    return block;
  }

  #add(block: Block): void {
    const logger = block.header?.logger ?? '';
    this.#blocks.set(logger, [...(this.#blocks.get(logger) ?? []), block]);
    this.#count += 1;
  }

  #find(header: Header | undefined): Block | undefined {
    return this.#blocks.get(header?.logger ?? '')?.find((block) => sameWriter(block.header, header));
  }

  /** What was logged last, if it heads this line's traceback and only one of both tells its process. */
  #head(header: Header): Block | undefined {
    const last = this.#last;
    if (!last || !('logged' in last) || !this.#blocks.get(header.logger)?.includes(last)) return undefined;
    return isHeadOf(last, header) ? last : undefined;
  }

  /** What was logged last, if the lines of its traceback tell what was cut off its head. */
  #completed(header: Header): Block | undefined {
    const last = this.#last;
    if (!last || !('logged' in last) || !isRestOfHeadOf(last, header)) return undefined;
    this.#take(last);
    const { time, process, host, service, logger } = header;
    if (last.header) last.header = { ...last.header, time, process, host, service, logger, level: 'ERROR' };
    this.#add(last);
    return last;
  }

  // What Python or eventlet prints by itself comes between the lines of the log.
  #further(record: LogRecord): void {
    const begun = this.#begun;
    const frame = begun && frameIn(record.message);
    if (begun && frame && isPrinted(frame, this.#last)) {
      this.#begun = undefined;
      const last = this.#last;
      const above = last && !('logged' in last) ? blockOf(last, last.message) : last;
      const printed = this.#open(withoutHead(begun), '');
      printed.above = above && { header: above.header, line: above.line, logged: above.logged };
      this.#last = printed;
      continueBlock(printed, begun);
    }
    this.#settle();
    if (isTracebackStart(record.message)) this.#begun = record;
    else this.#inherit(record);
  }

  #settle(): void {
    const begun = this.#begun;
    this.#begun = undefined;
    if (begun) this.#inherit(begun);
  }

  #inherit(record: LogRecord): void {
    // prose or another's text stands between the two
    if (!record.header && (this.#last?.header || isApart(this.#last, record))) this.#last = undefined;
    const last = this.#last;
    if (last && 'logged' in last) return continueBlock(last, record);
    if (!isTracebackLine(record.message)) return;
    const block = last ? this.#open(last, last.message) : this.#open(record, '');
    this.#last = block;
    continueBlock(block, record);
  }

  #announce(record: LogRecord, header: Header): void {
    const before = this.#count > 0 ? this.#find(header) : undefined;
    if (isTracebackLine(record.message)) {
      this.#last = feed(before ?? this.#open(record, ''), record, false);
      return;
    }
    if (before) this.#close(before);
    this.#last = record;
    if (!isTrouble(header)) return;
    this.#last = announced(this.#open(record, record.message), record);
    this.#last.summary ??= recordedIn(record, this.#classOf);
  }

  // Without context: a line of a traceback, or a statement whose context was cut out of it.
  #bare(record: LogRecord, header: Header): void {
    const found = this.#completed(header) ?? this.#find(header);
    // what is over may have been logged in the same millisecond: a page that was pasted twice
    const owner = ownerOf(found && !found.reader?.isOver ? found : this.#head(header) ?? found, record);
    if (!owner && isTrouble(header) && isBareStatement(record.message) && summaryIn(record.message)) {
      this.#last = announced(this.#open(record, record.message), record);
    } else {
      this.#last = feed(owner ?? this.#open(record, ''), record, true);
    }
  }
}

/** A traceback without any head is over, and something that is of no log stands before this line. */
function isApart(last: Block | LogRecord | undefined, { line, message }: LogRecord): boolean {
  const isOver = last !== undefined && 'logged' in last && last.reader?.isOver === true;
  return isOver && line > last.lastLine + 1 && frameIn(message) !== undefined;
}

/** A record of which only what wraps its line is known. */
function withoutHead(record: LogRecord): LogRecord {
  return { ...record, header: record.header && carriedHeader(record.header) };
}
