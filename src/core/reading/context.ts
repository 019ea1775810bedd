// The two brackets behind a logger: `[req-… user project …]` and `[instance: …]` → ids, and where they
// end.

import { rememberNames } from './names';

export interface Context {
  readonly kind: 'none' | 'empty' | 'request';
  readonly request: string | undefined;
  readonly globalRequest: string | undefined;
  /** Behind the bracket and the blank that follows it; the place asked about where there is no context. */
  readonly end: number;
}

export interface InstanceTag {
  readonly instance: string | undefined;
  /** Behind the tag and the blank that follows it; the place asked about where there is no tag. */
  readonly end: number;
}

const blank = 32;
const openBracket = 91;
const hyphen = 45;
// `[GLOBAL LOCAL user project domain scope user_domain project_domain]`; without a global id there were six.
const tokensWithGlobal = 7;
const longestContext = 1024;
const longestTag = 280;
const mostBlanks = 4;
/** `req-` and a UUID. */
const idLength = 40;
const wholeId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
// `[REQUEST user project]`: twenty characters up to Cactus, a UUID in Diablo
const oldContext = /^\[(?:[A-Z0-9-]{20}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}) [^\] ]{1,80} [^\] ]{1,80}\]/;

const longestOld = 200;

/** Whether a text begins with the context of a release before Essex, whose requests have no `req-`. */
export function isOldContext(text: string): boolean {
  return oldContext.test(text);
}

/** @param old contexts of releases before Essex are read too. */
export function contextReader(old = false): (text: string, at: number) => Context {
  const requests = rememberNames(512);

  // a hyphen left of what was taken out of the bracket is none of the id's
  const request = (text: string, from: number, to: number) => {
    if (!isRequestAt(text, from)) return undefined;
    const hasMore = to - from === idLength + 1 && text.charCodeAt(to - 1) === hyphen;
    return requests(text, from, hasMore ? to - 1 : to);
  };

  const oldOne = (text: string, open: number): Context | undefined => {
    const all = oldContext.exec(text.slice(open, open + longestOld))?.[0];
    if (all === undefined) return undefined;
    const first = requests(text, open + 1, open + all.indexOf(' '));
    const end = behindBlank(text, open + all.length);
    return { kind: 'request', request: first, globalRequest: undefined, end };
  };

  return (text, at) => {
    const open = bracketBehind(text, at);
    if (open < 0) return none(at);
    if (text.startsWith('-]', open + 1)) return empty(behindBlank(text, open + 3));
    const first = open + 1;
    const close = endOfContext(text, first);
    if (close < 0) return (old && oldOne(text, open)) || none(at);
    const end = close < text.length ? behindBlank(text, close + 1) : close;
    const firstEnd = endOfToken(text, first, close);
    const second = firstEnd + 1;
    const secondEnd = endOfToken(text, second, close);
    const one = request(text, first, firstEnd);
    const two = second < close ? request(text, second, secondEnd) : undefined;
    if (two) return { kind: 'request', request: two, globalRequest: one, end };
    if (!one) return empty(end);
    const global = text.startsWith('None', second) && countTokens(text, first, close) >= tokensWithGlobal;
    return global ? { kind: 'request', request: undefined, globalRequest: one, end }
      : { kind: 'request', request: one, globalRequest: undefined, end };
  };
}

function none(end: number): Context {
  return { kind: 'none', request: undefined, globalRequest: undefined, end };
}

function empty(end: number): Context {
  return { kind: 'empty', request: undefined, globalRequest: undefined, end };
}

/** The place of the closing bracket, the end of a text that was cut inside, or -1: not a context. */
function endOfContext(text: string, from: number): number {
  const sure = beginsContext(text, from);
  const close = text.indexOf(']', from);
  if (close < 0) return sure && text.length - from < longestContext ? text.length : -1;
  if (close - from > longestContext) return -1;
  if (sure) return close;
  // A global id may be spelled in any way, the local one behind it may not.
  const firstEnd = endOfToken(text, from, close);
  return firstEnd > from && isRequestAt(text, firstEnd + 1) && firstEnd + 5 < close ? close : -1;
}

/** `req-`; compared by character, for it is asked several times per line. */
function isRequestAt(text: string, at: number): boolean {
  return text.charCodeAt(at) === 114 && text.charCodeAt(at + 1) === 101 && text.charCodeAt(at + 2) === 113
    && text.charCodeAt(at + 3) === 45;
}

function beginsContext(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 114: return isRequestAt(text, at);
    case 78: return text.startsWith('None ', at) || text.startsWith('None]', at);
    case 45: return text.charCodeAt(at + 1) === blank;
    default: return false;
  }
}

function endOfToken(text: string, from: number, close: number): number {
  const space = text.indexOf(' ', from);
  return space < 0 || space > close ? close : space;
}

function countTokens(text: string, from: number, close: number): number {
  let count = 0;
  for (let at = from; at < close; at = endOfToken(text, at, close) + 1) count += 1;
  return count;
}

export function instanceReader(): (text: string, at: number) => InstanceTag {
  const instances = rememberNames(512, instanceNamed);
  return (text, at) => {
    const open = bracketBehind(text, at);
    const close = open >= 0 && isTagAt(text, open) ? text.indexOf(']', open) : -1;
    if (close < 0 || close - open > longestTag) return { instance: undefined, end: at };
    let from = open + 10;
    let to = close;
    while (text.charCodeAt(from) === blank) from += 1;
    while (to > from && text.charCodeAt(to - 1) === blank) to -= 1;
    const name = to > from ? instances(text, from, to) : '';
    return { instance: name === '' || name === 'none' ? undefined : name, end: behindBlank(text, close + 1) };
  };
}

/**
 * What the tag names: an id, in older releases also a name. A blank, a line break that something spelled or a
 * mark within it is none of Nova's: where an id is left without it that is meant, else nobody knows.
 */
export function instanceNamed(name: string): string {
  const lower = name.toLowerCase();
  if (/^[\w.:@/-]*$/.test(lower)) return lower;
  const id = lower.replace(/#012|\^m|[^0-9a-z-]/g, '');
  return isWholeId(id) ? id : '';
}

/** In brackets anything may stand: whether it is an id in its usual spelling. */
export function isWholeId(text: string): boolean {
  return wholeId.test(text);
}

/** Where a person cut a bracket out, the blanks of both its sides stay. -1: no bracket begins here. */
function bracketBehind(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === blank && at - from < mostBlanks) at += 1;
  return text.charCodeAt(at) === openBracket ? at : -1;
}

function isTagAt(text: string, at: number): boolean {
  return text.startsWith('nstance:', at + 2) || text.slice(at + 1, at + 10).toLowerCase() === 'instance:';
}

function behindBlank(text: string, at: number): number {
  return text.charCodeAt(at) === blank ? at + 1 : at;
}
