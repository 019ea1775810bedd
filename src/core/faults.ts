// Records → faults: one for each exception that was logged, with its frames and what it came from. The lines of one
// traceback share process and logger; lines of other processes may stand between them.

import type { Fault, Frame, Header, LogRecord, Place } from './model';
import type { Sink } from './sink';
import { summaryIn } from './summary';
import { isTracebackLine, linesOfList, TracebackReader, withoutRemote, type Raised } from './traceback';

/** The record that announced an exception, and the traceback lines seen for it so far. */
interface Block {
  readonly header: Header | undefined;
  readonly line: number;
  lastLine: number;
  /** What the announcing record said; empty when the log begins inside the traceback. */
  readonly logged: string;
  readonly summary: { readonly type: string; readonly message: string; readonly at: number } | undefined;
  reader: TracebackReader | undefined;
  prefixed: boolean;
}

const keptBlocks = 64;
const keptLogged = 300;

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

  return {
    push(record) {
      const { header } = record;
      if (record.inherited || !header) inherit(record);
      else if (header.context !== 'none') announce(record, header);
      else last = feed(ownerOf(find(header), header) ?? open(record, ''), record, true);
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

function continueBlock(block: Block, record: LogRecord): void {
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

function faultOf(block: Block, source: string): Fault | undefined {
  const chain = block.reader?.chain() ?? [];
  const named = chain.filter((raised) => raised.type !== undefined);
  if (named.length === 0) return fromSummary(block, chain, source);
  const [outer, ...causes] = named;
  if (!outer) return undefined;
  // frames of a cut traceback whose class never came belong to the exception behind it
  const lost = chain.filter((raised) => raised.type === undefined);
  const frames = lost.length > 0 && outer.frames.length === 0 ? lost.flatMap((raised) => raised.frames) : outer.frames;
  return faultFrom(block, { ...outer, frames }, causes.map((cause) => faultFrom(block, cause, [], source)), source);
}

function fromSummary(block: Block, chain: readonly Raised[], source: string): Fault | undefined {
  const frames = chain.flatMap((raised) => raised.frames);
  const calls = chain.flatMap((raised) => raised.calls);
  if (!block.summary && frames.length === 0) return undefined;
  const raised: Raised = {
    type: block.summary?.type, message: block.summary?.message ?? '', at: block.summary?.at, frames, calls,
    remote: false,
  };
  return faultFrom(block, raised, [], source);
}

function faultFrom(block: Block, raised: Raised, chain: readonly Fault[], source: string): Fault {
  const { header } = block;
  return {
    type: withoutRemote(keep(raised.type ?? '')),
    message: keep(raised.message),
    at: place(block, raised.at ?? block.line, source),
    firstLine: block.line,
    lastLine: block.lastLine,
    frames: [...raised.frames.map(frameOf), ...raised.calls.map((call) => callFrame(call, block))],
    chain,
    basis: raised.at !== undefined && raised.at === block.summary?.at ? 'summary' : 'traceback',
    remote: raised.remote || (raised.type ?? '').includes('_Remote'),
    instance: header?.instance,
    tie: header?.instance ? 'tag' : undefined,
    request: header?.request,
    process: header?.process,
    level: header?.level,
    logger: header?.logger ?? '',
    logged: block.logged,
  };
}

function place(block: Block, line: number, source: string): Place {
  return { source, line, time: block.header?.time };
}

function frameOf(frame: Frame): Frame {
  return { file: keep(frame.file), line: frame.line, function: keep(frame.function), at: frame.at };
}

function callFrame(call: string, block: Block): Frame {
  return { file: '', line: 0, function: keep(call), at: block.line };
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

/** A copy that does not keep the decoded piece of the log alive of which a substring is a part. */
export function keep(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
