// Records → faults: one for each exception that was logged, with its frames and what it came from. The lines of one
// traceback share process and logger; lines of other processes may stand between them.

import { faultOf, type Block } from './faultBlock';
import { keep } from './keep';
import type { Fault, Header, LogRecord } from './model';
import type { Sink } from './sink';
import { summaryIn } from './summary';
import { isBareStatement, isTracebackLine, linesOfList, TracebackReader } from './traceback';

const keptBlocks = 64;
const keptLogged = 300;
const keptSummary = 2000;

export interface FaultReader extends Sink<LogRecord> {
  /** Faults of blocks that later lines may still continue; for a log that is still being written. */
  pending(): readonly Fault[];
}

/** @param source the caller's name for the log, for the places of the faults. */
export function readFaults(source: string, next: Sink<Fault>): FaultReader {
  // by logger: most records have one that nothing is open for, and need no further look
  const blocks = new Map<string, Block[]>();
  let count = 0;
  // What an inherited line continues: a block, or a record that only becomes one if a traceback follows.
  let last: Block | LogRecord | undefined;

  function close(block: Block): void {
    const logger = block.header?.logger ?? '';
    const rest = blocks.get(logger)?.filter((other) => other !== block) ?? [];
    if (rest.length > 0) blocks.set(logger, rest);
    else blocks.delete(logger);
    count -= 1;
    const fault = faultOf(block, source);
    if (fault) next.push(fault);
  }

  function open(record: LogRecord, logged: string): Block {
    const before = find(record.header);
    if (before) close(before);
    const block = blockOf(record, logged);
    const logger = block.header?.logger ?? '';
    blocks.set(logger, [...(blocks.get(logger) ?? []), block]);
    count += 1;
    if (count > keptBlocks) for (const [oldest] of blocks.values()) { if (oldest) close(oldest); break; }
    return block;
  }

  function find(header: Header | undefined): Block | undefined {
    return blocks.get(header?.logger ?? '')?.find((block) => sameWriter(block.header, header));
  }

  function inherit(record: LogRecord): void {
    if (last && 'logged' in last) return continueBlock(last, record);
    if (!isTracebackLine(record.message)) return;
    last = last ? open(last, last.message) : open(record, '');
    continueBlock(last, record);
  }

  function announce(record: LogRecord, header: Header): void {
    const before = count > 0 ? find(header) : undefined;
    if (isTracebackLine(record.message)) {
      last = feed(before ?? open(record, ''), record, false);
      return;
    }
    if (before) close(before);
    last = isTrouble(header) ? announced(open(record, record.message), record) : record;
  }

  // Without context: a line of a traceback, or a statement whose context was cut out of it.
  function bare(record: LogRecord, header: Header): void {
    const owner = ownerOf(find(header), header);
    if (!owner && isTrouble(header) && isBareStatement(record.message) && summaryIn(record.message)) {
      last = announced(open(record, record.message), record);
    } else last = feed(owner ?? open(record, ''), record, true);
  }

  return {
    push(record) {
      const { header } = record;
      if (record.inherited || !header) inherit(record);
      else if (header.context !== 'none') announce(record, header);
      else bare(record, header);
    },
    end() {
      for (const block of [...blocks.values()].flat()) close(block);
      next.end();
    },
    pending: () => [...blocks.values()].flat().flatMap((block) => faultOf(block, source) ?? []),
  };
}

function sameWriter(a: Header | undefined, b: Header | undefined): boolean {
  return a?.process === b?.process && a?.host === b?.host && a?.service === b?.service;
}

// Traceback lines carry the time of the record that announced them; another time or instance is another exception.
function ownerOf(block: Block | undefined, header: Header): Block | undefined {
  if (!block?.header) return undefined;
  if (header.instance && block.header.instance && header.instance !== block.header.instance) return undefined;
  if (header.time !== undefined && block.header.time !== undefined && header.time !== block.header.time) {
    return undefined;
  }
  return block;
}

function blockOf(record: LogRecord, logged: string): Block {
  const header = record.header;
  return {
    header: header && keepHeader(header),
    line: record.line,
    lastLine: record.lastLine,
    logged: keep(logged.slice(0, keptLogged)),
    summary: header && isTrouble(header) && logged ? summaryOf(record) : undefined,
    reader: undefined,
    prefixed: false,
  };
}

function isTrouble(header: Header): boolean {
  return header.level === 'ERROR' || header.level === 'WARNING' || header.level === 'CRITICAL'
    || header.level === 'TRACE' || header.level === undefined;
}

function announced(block: Block, record: LogRecord): Block {
  const lines = linesOfList(record.message);
  const at = lineAt(record, record.message.indexOf('Traceback'));
  for (const line of lines ?? []) readerOf(block).push(line, at, true);
  return block;
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
  }
  const list = linesOfList(record.message);
  if (list) for (const line of list) readerOf(block).push(line, record.line, true);
  else readerOf(block).push(record.message, lineOfClass(record), prefixed);
  block.lastLine = record.lastLine;
  return block;
}

// oslo.concurrency tells a failed command on lines of their own, behind the summary too.
const commandLine = /^(?:Command|Exit code|Stdout|Stderr): /;

function continueBlock(block: Block, record: LogRecord): void {
  if (!block.reader && block.summary && commandLine.test(record.message)) {
    const { summary } = block;
    block.summary = { ...summary, message: keep(`${summary.message}\n${record.message}`.slice(0, keptSummary)) };
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

function keepHeader(header: Header): Header {
  const { request, instance, logger, process } = header;
  return {
    ...header,
    logger: keep(logger),
    request: request && keep(request),
    instance: instance && keep(instance),
    process: process && keep(process),
    globalRequest: undefined,
  };
}
