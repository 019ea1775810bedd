// The lines of one exception → its block: what announced it, and the traceback as it comes.

import type { Block } from './faultBlock';
import { keep } from '../keep';
import { linesOfList, type ListedLine } from './listedTraceback';
import type { Header, LogRecord } from '../model';
import { summaryIn } from './summary';
import { TracebackReader } from './traceback';
import { isTracebackLine } from './tracebackLines';

const keptLogged = 300;
const keptSummary = 2000;

export function blockOf(record: LogRecord, logged: string): Block {
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

export function isTrouble(header: Header): boolean {
  return (
    header.level === 'ERROR' ||
    header.level === 'WARNING' ||
    header.level === 'CRITICAL' ||
    header.level === 'TRACE' ||
    header.level === undefined
  );
}

export function announced(block: Block, record: LogRecord): Block {
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
export function feed(block: Block, record: LogRecord, prefixed: boolean): Block {
  if (prefixed && !block.prefixed) {
    block.reader = undefined;
    block.prefixed = true;
    block.prefixLevel = record.header?.level;
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

export function continueBlock(block: Block, record: LogRecord): void {
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
function lineAt(record: LogRecord, offset: number): number {
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

