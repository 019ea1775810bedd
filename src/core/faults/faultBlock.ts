// What was seen of one exception in a log → a fault, with its causes.

import { keep } from '../keep';
import type { Fault, Frame, Header, Level, Place } from '../model';
import { withoutRemote } from './className';
import type { Raised, TracebackReader } from './traceback';

/** The record that announced an exception, and the traceback lines seen for it so far. */
export interface Block {
  header: Header | undefined;
  readonly line: number;
  lastLine: number;
  /** What the announcing record said; empty when the log begins inside the traceback. */
  readonly logged: string;
  summary: { readonly type: string; readonly message: string; readonly at: number } | undefined;
  reader: TracebackReader | undefined;
  prefixed: boolean;
  /** It begins as a list of lines. */
  listed: boolean;
  /** Of the lines of its traceback, where these have heads. */
  prefixLevel?: Level | undefined;
  /** A list held all its lines, and was closed. */
  whole: boolean;
  /** What was logged just above a traceback that was printed. */
  above?: Pick<Block, 'header' | 'line' | 'logged'> | undefined;
}

/** Of a shorter message the same words prove nothing. */
const leastQuoted = 8;
const mostQuoted = 200;

/** @returns undefined where neither a class nor a frame was seen. */
export function faultOf(seen: Block, source: string): Fault | undefined {
  const chain = seen.reader?.chain() ?? [];
  const block = withAbove(seen, chain);
  const named = chain.filter((raised) => raised.type !== undefined);
  if (named.length === 0) return fromSummary(block, chain, source);
  const [outer, ...causes] = named;
  if (!outer) return undefined;
  // frames of a cut traceback whose class never came belong to the exception behind it
  const lost = chain.filter((raised) => raised.type === undefined);
  const frames =
    lost.length > 0 && outer.frames.length === 0 ? lost.flatMap((raised) => raised.frames) : outer.frames;
  return faultFrom(
    block,
    { ...outer, frames },
    causes.map((cause) => faultFrom(block, cause, [], source)),
    source,
  );
}

// A thread that logs its failure and raises it again: eventlet prints what the line above speaks of.
function withAbove(block: Block, chain: readonly Raised[]): Block {
  const [text = ''] = (chain[0]?.message ?? '').split('\n', 1);
  const isSame = text.length >= leastQuoted && block.above?.logged.includes(text.slice(0, mostQuoted));
  return isSame ? { ...block, ...block.above } : block;
}

function fromSummary(block: Block, chain: readonly Raised[], source: string): Fault | undefined {
  const frames = chain.flatMap((raised) => raised.frames);
  const calls = chain.flatMap((raised) => raised.calls);
  if (!block.summary && frames.length === 0) return undefined;
  const raised: Raised = {
    type: block.summary?.type,
    message: block.summary?.message ?? '',
    at: block.summary?.at,
    frames,
    calls,
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
