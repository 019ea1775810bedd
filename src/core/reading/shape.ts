// The shape of a wrapper, `{monthDay} {host} {service}[{process}]: `, → a matcher that says where the
// wrapper ends and notes what it tells. Linear: each part is read once, from left to right.

import { rememberNames } from './names';
import type { ShapeField } from '../../knowledge/formats';
import { endOfFileName } from './fileName';
import { endOfDump } from './rubyHash';
import { searchDateAt } from './searchDate';
import { serviceOf, serviceOfFile } from './serviceNames';
import {
  dateTimeAt, endOfDateTime, endOfLongDate, endOfMonthDay, endOfShortDate, longDateAt, monthDayAt,
  shortDateAt,
} from './timestamp';

/** Collects what the wrappers around one line tell. */
export interface Findings {
  time: number | undefined;
  process: string | undefined;
  host: string | undefined;
  service: string | undefined;
  /** The container runtime cut the line here: its rest follows. */
  partial: boolean;
}

/** Where the wrapper that begins at `at` ends; -1: there is none. */
export type Shape = (text: string, at: number, findings: Findings) => number;

const longestName = 255;
const longestGroup = 400;

/** Syslog's, as journal viewers shorten them. */
const priorities: ReadonlySet<string> = new Set([
  '?', 'EMERG', 'ALERT', 'CRIT', 'ERR', 'ERROR', 'WARN', 'WARNING', 'NOTICE', 'INFO', 'DEBUG',
]);

const hosts = rememberNames(256);
const services = rememberNames(256, serviceOf);
const files = rememberNames(256, serviceOfFile);

/** What each field of a shape reads. */
const fields: Readonly<Record<ShapeField, Shape>> = {
  isoSeconds: (text, at, found) => readIso(text, at, found, false),
  isoPrecise: (text, at, found) => readIso(text, at, found, true),
  monthDay: (text, at, found) => readMonthDay(text, at, found, false),
  monthDayPrecise: (text, at, found) => readMonthDay(text, at, found, true),
  dateTime(text, at, found) {
    const end = endOfDateTime(text, at);
    return end > 0 && text.charCodeAt(at + 10) === 32 ? noteTime(found, dateTimeAt(text, at), end) : -1;
  },
  dateMicroseconds(text, at, found) {
    const end = endOfDateTime(text, at);
    const fits = end === at + 26 && text.charCodeAt(at + 10) === 32;
    return fits ? noteTime(found, dateTimeAt(text, at), end) : -1;
  },
  shortDate(text, at, found) {
    const end = endOfShortDate(text, at);
    return end < 0 ? -1 : noteTime(found, shortDateAt(text, at), end);
  },
  longDate(text, at, found) {
    const end = endOfLongDate(text, at);
    return end < 0 ? -1 : noteTime(found, longDateAt(text, at), end);
  },
  searchDate(text, at, found) {
    const date = searchDateAt(text, at);
    return date ? noteTime(found, date.time, date.end) : -1;
  },
  host(text, at, found) {
    const end = endOfRun(text, at, isHostCharacter, longestName);
    if (end > 0) found.host = hosts(text, at, end);
    return end;
  },
  service(text, at, found) {
    // No program is named by a number, but lines are.
    const end = isDigit(text.charCodeAt(at)) ? -1 : endOfRun(text, at, isServiceCharacter, longestName);
    if (end > 0) found.service = services(text, at, end) || found.service;
    return end;
  },
  process(text, at, found) {
    const end = endOfRun(text, at, isDigit, 10);
    if (end > 0) found.process = text.slice(at, end);
    return end;
  },
  file(text, at, found) {
    const end = endOfFileName(text, at);
    if (end > 0) found.service = files(text, at, end) || found.service;
    return end;
  },
  alias(text, at, found) {
    const end = endOfRun(text, at, isWordCharacter, longestName);
    if (end > 0) found.host = hosts(text, at, end);
    return end;
  },
  part(text, at, found) {
    const code = text.charCodeAt(at);
    found.partial = code === 80;
    return code === 80 || code === 70 ? at + 1 : -1;
  },
  priority: (text, at) => {
    const end = endOfRun(text, at, isWordCharacter, 9);
    return end > 0 && priorities.has(text.slice(at, end)) ? end : -1;
  },
  stream: (text, at) => (text.startsWith('stdout', at) || text.startsWith('stderr', at) ? at + 6 : -1),
  number: (text, at) => endOfRun(text, at, isDigit, 10),
  word: (text, at) => endOfRun(text, at, isWordCharacter, longestName),
  blanks: (text, at) => endOfRun(text, at, isBlank, longestName),
  quotes: endOfQuotes,
  groups: endOfGroups,
  data: endOfData,
  dump: endOfDump,
};

/** `shape`: literal text and fields, as the rows of the wrappers spell them. */
export function compileShape(shape: string): Shape {
  const parts = partsOf(shape).map(compilePart);
  return (text, from, found) => {
    let at = from;
    for (const part of parts) {
      at = part(text, at, found);
      if (at < 0) return -1;
    }
    return at;
  };
}

/** Whether the shape can begin with a character: few shapes need a closer look at a line. */
export function canBegin(shape: string, code: number): boolean {
  const [first = ''] = partsOf(shape);
  if (!first.startsWith('{')) return first.charCodeAt(0) === code;
  switch (first.slice(1, -1)) {
    case 'isoSeconds': case 'isoPrecise': case 'dateMicroseconds': case 'shortDate': return isDigit(code);
    case 'number': case 'process': return isDigit(code);
    case 'monthDay': case 'monthDayPrecise': case 'longDate': case 'searchDate':
      return code >= 65 && code <= 90;
    case 'blanks': return isBlank(code);
    case 'quotes': return code === 62;
    default: return isHostCharacter(code);
  }
}

/** Literal text and fields in braces, in order. */
export function partsOf(shape: string): string[] {
  return shape.split(/(\{[A-Za-z]+\})/).filter((part) => part !== '');
}

function compilePart(part: string): Shape {
  const name = part.slice(1, -1);
  return part.startsWith('{') && isField(name) ? fields[name] : (text, at) => endOfLiteral(part, text, at);
}

function isField(name: string): name is ShapeField {
  return Object.hasOwn(fields, name);
}

function endOfLiteral(literal: string, text: string, at: number): number {
  if (text.startsWith(literal, at)) return at + literal.length;
  // An empty message: editors and mail programs take the last blank away.
  const rest = text.length - at;
  const isCut = rest > 0 && rest === literal.length - 1 && literal.endsWith(' ');
  return isCut && literal.startsWith(text.slice(at)) ? text.length : -1;
}

function noteTime(found: Findings, time: number, end: number): number {
  found.time = time;
  return end;
}

function readIso(text: string, at: number, found: Findings, precise: boolean): number {
  const end = endOfDateTime(text, at);
  if (end < 0 || text.charCodeAt(at + 10) !== 84 || hasFraction(text, at + 19) !== precise) return -1;
  return noteTime(found, dateTimeAt(text, at), end);
}

function readMonthDay(text: string, at: number, found: Findings, precise: boolean): number {
  const end = endOfMonthDay(text, at);
  return end < 0 || hasFraction(text, at + 15) !== precise ? -1 : noteTime(found, monthDayAt(text, at), end);
}

function hasFraction(text: string, at: number): boolean {
  return text.charCodeAt(at) === 46 || text.charCodeAt(at) === 44;
}

function endOfRun(text: string, at: number, belongs: (code: number) => boolean, longest: number): number {
  let end = at;
  while (end < text.length && belongs(text.charCodeAt(end))) {
    end += 1;
    if (end - at > longest) return -1;
  }
  return end > at ? end : -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Blank, tab, and the wide blanks of web pages. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0x3000;
}

function isHostCharacter(code: number): boolean {
  return !isBlank(code) && code !== 91 && code !== 93 && code !== 123;
}

function isServiceCharacter(code: number): boolean {
  return isHostCharacter(code) && code !== 58 && code !== 124 && code !== 34;
}

function isWordCharacter(code: number): boolean {
  return !isBlank(code) && code !== 47 && code !== 91 && code !== 93;
}

/** `>`, several of them, each with a blank behind it or not. */
function endOfQuotes(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 62) end += text.charCodeAt(end + 1) === 32 ? 2 : 1;
  return end > at ? end : -1;
}

/** Any number of `[…] `. */
function endOfGroups(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 91) {
    const close = text.indexOf(']', end);
    if (close < 0 || close - end > longestGroup || text.charCodeAt(close + 1) !== 32) break;
    end = close + 2;
  }
  return end;
}

/** Structured data of RFC 5424: `-`, or `[name key="value"]` once or more. */
function endOfData(text: string, at: number): number {
  if (text.charCodeAt(at) === 45) return at + 1;
  let end = at;
  while (text.charCodeAt(end) === 91) {
    let quoted = false;
    let close = end + 1;
    for (; close < text.length && (quoted || text.charCodeAt(close) !== 93); close += 1) {
      if (text.charCodeAt(close) === 92) close += 1;
      else if (text.charCodeAt(close) === 34) quoted = !quoted;
    }
    if (close >= text.length) return -1;
    end = close + 1;
  }
  return end > at ? end : -1;
}
