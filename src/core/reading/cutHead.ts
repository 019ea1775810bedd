// The first line of a log that begins in the middle of a line → what is certain of its head, and its
// message.

import type { HeaderReader, OwnHeader } from './header';
import { instanceReader } from './context';
import { copyOf } from './names';
import { dateTimeAt, endOfDateTime } from './timestamp';

const longestHead = 400;
const requestId = /(?:^| )(req-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?: |$)/;
const readInstance = instanceReader();

export interface CutHeadOptions {
  readonly readHeader: HeaderReader;
  /** The date of the log's first whole head, `YYYY-MM-DD`; it repairs one that lost its first digits. */
  readonly date: string | undefined;
  /** A record stands above that the line may continue: only a head that shows its time is believed then. */
  readonly attached: boolean;
}

/** Undefined: this is no rest of a head. */
export function parseCutHead(text: string, options: CutHeadOptions): OwnHeader | undefined {
  return restOfTime(text, options) ?? (options.attached ? undefined : restOfContext(text));
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
  if (date === undefined || cut < 5 || cut > 10 || !date.endsWith(rest.slice(0, cut))) return undefined;
  const whole = date + rest.slice(cut);
  return endOfDateTime(whole, 0) > 0 ? dateTimeAt(whole, 0) : undefined;
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

function isRestOfContext(text: string): boolean {
  const tokens = text.split(' ');
  return tokens.every((token) => /^(?:-|None|default|admin|service|nova|(?:req-)?[0-9a-f-]{2,64})$/.test(token))
    && tokens.some((token) => token === '-' || token === 'default' || /^[0-9a-f]{32}$/.test(token));
}
