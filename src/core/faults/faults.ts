// Records → faults: one for each exception that was logged, with its frames and what it came from. The lines
// of one traceback share process and logger; lines of other processes may stand between them.

import { faultOf, type Block } from './faultBlock';
import { keep } from '../keep';
import { linesOfList, type ListedLine } from './listedTraceback';
import type { Fault, Header, LogRecord } from '../model';
import { recordedIn, type ClassOf } from './recorded';
import type { Sink } from '../sink';
import { summaryIn } from './summary';
import { isBareStatement, isTracebackLine, TracebackReader } from './traceback';
import { isHeadOf, ownerOf, sameWriter } from './writers';
import { writerOf } from './writer';

const keptBlocks = 64;
const keptLogged = 300;
const keptSummary = 2000;

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

  constructor(source: string, next: Sink<Fault>, classOf: ClassOf) {
    this.#source = source;
    this.#next = next;
    this.#classOf = classOf;
  }

  push(record: LogRecord): void {
    const { header } = record;
    if (record.inherited || !header) this.#inherit(record);
    else if (header.context !== 'none') this.#announce(record, header);
    else this.#bare(record, header);
  }

  end(): void {
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
    return this.#last !== undefined && 'logged' in this.#last && this.#last.reader?.isOver === true;
  }

  *openWriters(): Generator<Header, void, undefined> {
    if (this.#count === 0) return;
    for (const blocks of this.#blocks.values()) for (const { header } of blocks) if (header) yield header;
  }

  #close(block: Block): void {
    const logger = block.header?.logger ?? '';
    const rest = this.#blocks.get(logger)?.filter((other) => other !== block) ?? [];
    if (rest.length > 0) this.#blocks.set(logger, rest);
    else this.#blocks.delete(logger);
    this.#count -= 1;
    const writer = writerOf(block);
    if (writer !== undefined) this.#writers.add(writer);
    const fault = faultOf(block, this.#source);
    if (fault) this.#next.push(fault);
  }

  #open(record: LogRecord, logged: string): Block {
    const before = this.#find(record.header);
    if (before) this.#close(before);
    const block = blockOf(record, logged);
    const logger = block.header?.logger ?? '';
    this.#blocks.set(logger, [...(this.#blocks.get(logger) ?? []), block]);
    this.#count += 1;
    const [oldest] = this.#count > keptBlocks ? ([...this.#blocks.values()][0] ?? []) : [];
    if (oldest) this.#close(oldest);
    return block;
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

  #inherit(record: LogRecord): void {
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
    const found = this.#find(header);
    // what is over may have been logged in the same millisecond: a page that was pasted twice
    const owner = ownerOf(found && !found.reader?.isOver ? found : this.#head(header) ?? found, header);
    if (!owner && isTrouble(header) && isBareStatement(record.message) && summaryIn(record.message)) {
      this.#last = announced(this.#open(record, record.message), record);
    } else {
      this.#last = feed(owner ?? this.#open(record, ''), record, true);
    }
  }
}

function blockOf(record: LogRecord, logged: string): Block {
  const header = record.header;
  return {
    header: header && { ...header, globalRequest: undefined },
    line: record.line,
    lastLine: record.lastLine,
    logged: keep(logged.slice(0, keptLogged)),
    summary: header && isTrouble(header) && logged ? summaryOf(record) : undefined,
    reader: undefined,
    prefixed: false,
    listed: false,
    whole: false,
  };
}

function isTrouble(header: Header): boolean {
  return (
    header.level === 'ERROR' ||
    header.level === 'WARNING' ||
    header.level === 'CRITICAL' ||
    header.level === 'TRACE' ||
    header.level === undefined
  );
}

function announced(block: Block, record: LogRecord): Block {
  pushList(block, record, linesOfList(record.message) ?? []);
  return block;
}

function pushList(block: Block, record: LogRecord, list: readonly ListedLine[]): void {
  if (list.length > 0 && !block.reader) block.listed = true;
  for (const { text, offset } of list) readerOf(block).push(text, lineAt(record, offset), true);
  block.whole = list.length > 0 && /\]\.?$/.test(record.message.trimEnd());
}

function readerOf(block: Block): TracebackReader {
  block.reader ??= new TracebackReader();
  return block.reader;
}

// oslo.log prints the traceback behind a prefix even where the message already held one (of another service).
function feed(block: Block, record: LogRecord, prefixed: boolean): Block {
  if (prefixed && !block.prefixed) {
    block.reader = undefined;
    block.prefixed = true;
    block.listed = false;
  }
  const list = linesOfList(record.message);
  if (list) pushList(block, record, list);
  else readerOf(block).push(record.message, lineOfClass(record), prefixed);
  block.lastLine = record.lastLine;
  return block;
}

// oslo.concurrency tells a failed command on lines of their own, behind the summary too.
const commandLine = /^(?:Command|Exit code|Stdout|Stderr): /;

function continueBlock(block: Block, record: LogRecord): void {
  if (block.whole) return;
  if (!block.reader && block.summary && commandLine.test(record.message)) {
    const { summary } = block;
    block.summary = {
      ...summary,
      message: keep(`${summary.message}\n${record.message}`.slice(0, keptSummary)),
    };
    block.lastLine = record.lastLine;
    return;
  }
  if (!block.reader && !isTracebackLine(record.message)) return;
  readerOf(block).push(record.message, record.line, false);
  block.lastLine = record.lastLine;
}

// In wrapped text the class stands on the physical line on which its name begins.
function lineOfClass(record: LogRecord): number {
  return lineAt(record, record.message.length - record.message.trimStart().length);
}

/** The physical line of an offset in a record's message. */
export function lineAt(record: LogRecord, offset: number): number {
  let line = record.line;
  const first = record.lastLine - record.line - record.joints.length;
  // joints in the header itself come before the message and are not in the list
  line += Math.max(0, first);
  for (const joint of record.joints) if (joint <= offset) line += 1;
  return Math.min(line, record.lastLine);
}

function summaryOf(record: LogRecord): Block['summary'] {
  const found = summaryIn(record.message);
  return found && { type: found.type, message: found.message, at: lineAt(record, found.offset) };
}

