// The text of a line, from where its own words begin → what oslo.log says in front of the message, and
// where the message begins. Works on positions of characters: this runs once per line of every log.

import type { LayoutId } from '../../knowledge/formats';
import { contextReader, instanceReader, isWholeId } from './context';
import type { Header, Level } from '../model';
import { rememberNames } from './names';
import { endOfDateTime, loggedTimeAt } from './timestamp';

type InstanceReader = ReturnType<typeof instanceReader>;

/** What a wrapper says of the line it carries. */
export interface Carrier {
  readonly time: number | undefined;
  readonly process: string | undefined;
  readonly host: string | undefined;
  readonly service: string | undefined;
}

export interface OwnHeader {
  readonly header: Header;
  /** Where the message begins. */
  readonly start: number;
  readonly layout: LayoutId;
}

/** Reads the header at `from`; undefined: there is none. */
export type HeaderReader = (text: string, from: number, carrier?: Carrier) => OwnHeader | undefined;

const blank = 32;
const colon = 58;
const openBracket = 91;
const longestLogger = 120;

/**
 * One reader per log: it remembers names. The strings of a header are copies, they keep no text alive.
 * @param old the log is of a release before Essex.
 */
export function headerReader(old = false): HeaderReader {
  const loggers = rememberNames(256);
  const processes = rememberNames(64);
  const readContext = contextReader(old);
  const readInstance = instanceReader();

  return (text, from, carrier) => {
    const timeEnd = endOfDateTime(text, from);
    const processAt = timeEnd > 0 ? behindBlanks(text, timeEnd) : from;
    const processEnd = endOfProcess(text, processAt);
    const levelAt = processEnd > processAt ? behindBlanks(text, processEnd) : processAt;
    const level = levelAtPlace(text, levelAt);
    const time = timeEnd > 0 ? loggedTimeAt(text, from) : carrier?.time;
    if (!level && timeEnd > 0) return timeOnly(text, timeEnd, withTime(carrier, time), readInstance);
    if (!level) return undefined;

    const nameAt = behindBlanks(text, levelAt + level.word.length);
    const bracketed = endOfBracketed(text, nameAt);
    const loggerAt = bracketed < 0 ? nameAt : nameAt + 1;
    const loggerEnd = bracketed < 0 ? endOfLogger(text, loggerAt) : bracketed - 1;
    const context = readContext(text, behindBlank(text, Math.max(loggerEnd, bracketed)));
    const tag = readInstance(text, context.end);
    // Without a time, a word in capitals is a header only where the rest of a header follows.
    const bare = loggerEnd === loggerAt || (context.kind === 'none' && tag.end === context.end
      && !isOfTraceback(level, text.slice(loggerAt, loggerEnd), carrier));
    if (timeEnd < 0 && carrier?.time === undefined && bare) return undefined;
    return {
      header: {
        time,
        process: processEnd > processAt ? processes(text, processAt, processEnd) : carrier?.process,
        level: level.level,
        logger: loggers(text, loggerAt, loggerEnd),
        context: context.kind, request: context.request, globalRequest: context.globalRequest,
        instance: tag.instance,
        host: carrier?.host, service: carrier?.service,
      },
      start: tag.end,
      layout: layoutOf(text, timeEnd, processEnd > processAt),
    };
  };
}

/** These have no context: a dotted logger behind TRACE, which nobody else writes, or behind a program; and
 *  that of a service that dies. */
function isOfTraceback(level: LevelWord, logger: string, carrier: Carrier | undefined): boolean {
  if (level === trace) return logger === 'nova' || logger.includes('.');
  return logger.includes('.') && level === error && carrier?.process !== undefined;
}

function layoutOf(text: string, timeEnd: number, hasProcess: boolean): LayoutId {
  if (hasProcess) return 'oslo';
  if (timeEnd < 0) return 'oslo-no-time';
  // A clock without a fraction ends in its seconds.
  const mark = text.charCodeAt(timeEnd - 3);
  return mark === 58 ? 'oslo-seconds' : 'oslo-no-process';
}

/** A line with a time and nothing else that oslo.log writes. */
function timeOnly(
  text: string, timeEnd: number, told: Carrier, readInstance: InstanceReader,
): OwnHeader | undefined {
  const mark = text.charCodeAt(timeEnd);
  if (mark === colon) return libvirtHead(text, timeEnd, told);
  if (timeEnd < text.length && mark !== blank) return undefined;
  // a search shows the time and the message, which begins with the tag of its instance
  const start = behindBlank(text, timeEnd);
  return tagOnly(text, start, told, readInstance)
    ?? { header: carriedHeader(told), start, layout: 'time-only' };
}

/** Nothing of a head but the tag of an instance stands at a place. */
export function tagOnly(
  text: string, at: number, told: Carrier, readInstance: InstanceReader,
): OwnHeader | undefined {
  const { instance, end } = readInstance(text, at);
  if (instance === undefined || !isWholeId(instance)) return undefined;
  return { header: { ...carriedHeader(told), instance }, start: end, layout: 'time-only' };
}

/** `2012-10-31 22:19:10.580+0000: 24927: error : function:411 : text`, or a time, a colon and text. */
function libvirtHead(text: string, timeEnd: number, told: Carrier): OwnHeader | undefined {
  const rest = /^: (?:(\d{1,10}): (error|warning|info|debug) : )?/.exec(text.slice(timeEnd, timeEnd + 40));
  if (!rest) return undefined;
  const [whole, process, level] = rest;
  const header = carriedHeader({ ...told, process: process ?? told.process });
  return {
    header: { ...header, level: level === undefined ? undefined : levelNamed(level.toUpperCase()) },
    start: timeEnd + whole.length,
    layout: 'libvirt',
  };
}

function withTime(carrier: Carrier | undefined, time: number | undefined): Carrier {
  return { time, process: carrier?.process, host: carrier?.host, service: carrier?.service };
}

/** The header of a line of which only its wrapper tells anything. */
export function carriedHeader(carrier: Carrier): Header {
  return {
    time: carrier.time, process: carrier.process, level: undefined, logger: '', context: 'none',
    request: undefined, globalRequest: undefined, instance: undefined,
    host: carrier.host, service: carrier.service,
  };
}

export function levelNamed(name: string): Level | undefined {
  return levelAtPlace(name, 0)?.level;
}

interface LevelWord {
  readonly word: string;
  readonly level: Level;
}

const info: LevelWord = { word: 'INFO', level: 'INFO' };
const debug: LevelWord = { word: 'DEBUG', level: 'DEBUG' };
const error: LevelWord = { word: 'ERROR', level: 'ERROR' };
const warning: LevelWord = { word: 'WARNING', level: 'WARNING' };
const warn: LevelWord = { word: 'WARN', level: 'WARNING' };
const trace: LevelWord = { word: 'TRACE', level: 'TRACE' };
const audit: LevelWord = { word: 'AUDIT', level: 'AUDIT' };
const critical: LevelWord = { word: 'CRITICAL', level: 'CRITICAL' };
const fatal: LevelWord = { word: 'FATAL', level: 'CRITICAL' };

function levelAtPlace(text: string, at: number): LevelWord | undefined {
  const likely = likelyLevel(text, at);
  if (!likely || !text.startsWith(likely.word, at)) return undefined;
  const end = at + likely.word.length;
  return end === text.length || text.charCodeAt(end) === blank ? likely : undefined;
}

function likelyLevel(text: string, at: number): LevelWord | undefined {
  switch (text.charCodeAt(at)) {
    case 73: return info;
    case 68: return debug;
    case 69: return error;
    case 87: return text.charCodeAt(at + 4) === 73 ? warning : warn;
    case 84: return trace;
    case 65: return audit;
    case 67: return critical;
    case 70: return fatal;
    default: return undefined;
  }
}

/** Behind a process id and before the blank that follows it; `at` itself where none stands. */
function endOfProcess(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
  return text.charCodeAt(end) === blank && end - at <= 10 ? end : at;
}

/** Loggers are dotted names; what begins otherwise is part of the message. */
function endOfLogger(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  const end = space < 0 ? text.length : space;
  if (!isLetter(text.charCodeAt(at))) return at;
  for (let i = at + 1; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (!isLetter(code) && !(code >= 45 && code <= 57 && code !== 47)) return at;
  }
  return end;
}

/** Behind `[nova.scheduler.utils]`, as tests of Nova and plain settings of Python's own logging write it; -1:
 *  none begins here. What stands in brackets behind a logger has no name of two parts. */
function endOfBracketed(text: string, at: number): number {
  if (text.charCodeAt(at) !== openBracket) return -1;
  const end = text.indexOf(']', at);
  if (end < 0 || end - at > longestLogger) return -1;
  const name = text.slice(at + 1, end);
  return name.includes('.') && endOfLogger(name, 0) === name.length ? end + 1 : -1;
}

/** A–Z, a–z and the low line. */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

function behindBlank(text: string, at: number): number {
  return text.charCodeAt(at) === blank ? at + 1 : at;
}

export function behindBlanks(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === blank) end += 1;
  return end;
}
