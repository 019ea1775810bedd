// The first line of a log that begins in the middle of a line → what is certain of its head, and its
// message.

import type { HeaderReader, OwnHeader } from './header';
import { contextReader, instanceReader, isWholeId } from './context';
import { copyOf } from './names';
import { dateTimeAt, endOfDateTime } from './timestamp';

const longestHead = 400;
const fewDays = 31 * 24 * 3600 * 1000;
const requestId = /(?:^| )(req-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?: |$)/;
/** A page indents what it quotes, or marks it. */
const margin = /^[ \t>]{0,16}/;
const loggerName = /^[a-z_]\w{0,40}(?:\.\w{1,60}){1,8} {1,4}(?=\[)/;
/** What follows the words with which they begin. */
const statements: readonly { readonly words: string; readonly rest: RegExp }[] = [
  { words: 'Error from last host: ', rest: /^[\w.-]{1,255} {1,2}\(node [^()]{1,255}\): \[u?['"]/ },
  {
    words: 'Filtering removed all hosts for the request with ',
    rest: /^(?:reservation ID '[\w-]{1,36}' and )?instance ID '[\da-f-]{36}'\.(?: |$)/,
  },
];
const readContext = contextReader();
const readInstance = instanceReader();

export interface CutHeadOptions {
  readonly readHeader: HeaderReader;
  /** The date of the log's first whole head, `YYYY-MM-DD`; it completes one that lost its first digits. */
  readonly date: string | undefined;
  /** A record stands above that the line may continue: only a head that shows its time is believed then. */
  readonly attached: boolean;
}

/** Undefined: this is no rest of a head. */
export function parseCutHead(text: string, options: CutHeadOptions): OwnHeader | undefined {
  const told = restOfTime(text, options) ?? statementOnly(text);
  return told ?? (options.attached ? undefined : restOfContext(text) ?? restOfNames(text));
}

/** What a page put in front of a line. */
export function pageMarginOf(text: string): string {
  return margin.exec(text)?.[0] ?? '';
}

/** The text begins with the rest of a head that shows its time. */
export function isCutHead(text: string, readHeader: HeaderReader): boolean {
  return restOfTime(text, { readHeader, date: undefined, attached: true }) !== undefined;
}

/** `015-05-12 10:26:39.586 7319 INFO nova.service [-] …`, `9.586 7319 INFO nova.service [-] …` */
function restOfTime(text: string, { readHeader, date, attached }: CutHeadOptions): OwnHeader | undefined {
  const rest = /^[\d:., T-]{1,40}(?= [A-Z]{4,8} [A-Za-z_])/.exec(text)?.[0];
  if (rest === undefined) return undefined;
  const lastWord = rest.slice(rest.lastIndexOf(' ') + 1);
  const start = /^\d{1,10}$/.test(lastWord) ? rest.length - lastWord.length : rest.length + 1;
  const own = readHeader(text, start, { time: 0, process: undefined, host: undefined, service: undefined });
  if (!own) return undefined;
  // A number and a word in capitals begin many a sentence.
  const { context, logger } = own.header;
  if (!rest.includes(':') && (attached || (context === 'none' && !logger.includes('.')))) return undefined;
  const time = repairTime(rest.slice(0, start).trim(), date);
  return { ...own, header: { ...own.header, time }, layout: 'cut-head' };
}

function repairTime(rest: string, date: string | undefined): number | undefined {
  const cut = rest.search(/[ T]/);
  const told = cut < 5 || cut > 10 ? undefined : wholeDate(rest.slice(0, cut), date);
  const whole = told === undefined ? '' : told + rest.slice(cut);
  return endOfDateTime(whole, 0) > 0 ? dateTimeAt(whole, 0) : undefined;
}

/**
 * `rest`: the end of a date. `date`: one that stands in the log, and of which it may be the end. Another day
 * is of the same year where the end of the year fits and few days lie between. Of three digits of a year the
 * first is known: no log of Nova is of another millennium.
 */
function wholeDate(rest: string, date: string | undefined): string | undefined {
  if (date?.endsWith(rest) === true) return date;
  const [, year = '', day = ''] = /^(\d{1,3})(-\d\d-\d\d)$/.exec(rest) ?? [];
  if (year.length === 3) return `2${rest}`;
  if (year === '' || date?.slice(0, 4).endsWith(year) !== true) return undefined;
  const whole = date.slice(0, 4) + day;
  return Math.abs(Date.parse(whole) - Date.parse(date)) <= fewDays ? whole : undefined;
}

/** `…e0a9 9b8a7c6d5e4f40312a1b0c9d8e7f6a5b - default default] [instance: …] message` */
function restOfContext(text: string): OwnHeader | undefined {
  const close = text.slice(0, longestHead).indexOf('] ');
  if (close < 0 || !isRestOfContext(text.slice(0, close))) return undefined;
  const tag = readInstance(text, close + 2);
  const request = copyOf(requestId.exec(text.slice(0, close))?.[1] ?? '') || undefined;
  return {
    header: {
      time: undefined, process: undefined, level: undefined, logger: '', context: 'request', request,
      globalRequest: undefined, instance: tag.instance, host: undefined, service: undefined,
    },
    start: tag.end,
    layout: 'cut-head',
  };
}

/** What a person cut off: `nova.virt.libvirt.driver [-] [instance: …] message`, `[instance: …] message` */
function restOfNames(text: string): OwnHeader | undefined {
  const begin = pageMarginOf(text).length;
  const logger = loggerName.exec(text.slice(begin, begin + longestHead))?.[0] ?? '';
  const context = readContext(text, begin + logger.length);
  const { instance, end } = readInstance(text, context.end);
  if (instance === undefined || !isWholeId(instance)) return undefined;
  return {
    header: {
      time: undefined, process: undefined, level: undefined, logger: copyOf(logger.trimEnd()),
      context: context.kind, request: context.request, globalRequest: context.globalRequest, instance,
      host: undefined, service: undefined,
    },
    start: end,
    layout: 'cut-head',
  };
}

/**
 * A statement pasted without its head that is known by its form: with which the conductor quotes a host
 * that gave up, and with which the scheduler says what its filters left.
 */
function statementOnly(text: string): OwnHeader | undefined {
  const start = pageMarginOf(text).length;
  const isOne = statements.some(({ words, rest }) => text.startsWith(words, start)
    && rest.test(text.slice(start + words.length, start + longestHead)));
  if (!isOne) return undefined;
  return {
    header: {
      time: undefined, process: undefined, level: undefined, logger: '', context: 'empty', request: undefined,
      globalRequest: undefined, instance: undefined, host: undefined, service: undefined,
    },
    start,
    layout: 'cut-head',
  };
}

function isRestOfContext(text: string): boolean {
  const tokens = text.split(' ');
  return tokens.every((token) => /^(?:-|None|default|admin|service|nova|(?:req-)?[0-9a-f-]{2,64})$/.test(token))
    && tokens.some((token) => token === '-' || token === 'default' || /^[0-9a-f]{32}$/.test(token));
}
