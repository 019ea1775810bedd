// What a person writes to look for, and how it is to be taken → what is searched: a text or an expression,
// and words that leave fewer lines. Pure.

import { parseMoment } from '../../core/extracts/timeSpan';
import type { Wanted } from '../../disk/large/search';

/** How what is written is to be taken. */
export interface QueryStyle {
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  readonly expression: boolean;
}

export type ParsedQuery =
  | { readonly query: Wanted; readonly problem?: undefined }
  | {
      readonly query?: undefined; readonly problem: 'empty' | 'expression' | 'time'; readonly reason: string;
    };

const levels = ['TRACE', 'DEBUG', 'INFO', 'AUDIT', 'WARNING', 'ERROR', 'CRITICAL'];
const level = new RegExp(`(?:^| )level:(${levels.join('|')})(\\+?)(?= |$)`, 'i');
const instances = /(?:^| )instance:([0-9a-f-]{4,36})(?= |$)/i;
const from = /(?:^| )from:(\d\S*)(?= |$)/i;
const to = /(?:^| )to:(\d\S*)(?= |$)/i;

/** @param firstTime of the log: a time without a day is one of that day */
export function parseQuery(typed: string, style: QueryStyle, firstTime: number | undefined): ParsedQuery {
  const fewer: Wanted = { ...levelsIn(typed), ...instanceIn(typed) };
  const span = spanIn(typed, firstTime);
  if (span === 'wrong') return { problem: 'time', reason: '' };
  const rest = [level, instances, from, to].reduce((text, word) => text.replace(word, ''), typed).trim();
  const query = { ...fewer, ...span };
  const written = /^\/(.+)\/(i?)$/.exec(rest);
  if (rest === '') return Object.keys(query).length > 0 ? { query } : { problem: 'empty', reason: '' };
  if (!written && !style.expression) {
    return { query: { ...query, text: rest, matchCase: style.matchCase, wholeWord: style.wholeWord } };
  }
  const flags = written ? written[2] ?? '' : style.matchCase ? '' : 'i';
  return expressionOf(written?.[1] ?? rest, flags, style, query);
}

function expressionOf(
  source: string, flags: string, { wholeWord }: QueryStyle, query: Wanted,
): ParsedQuery {
  try {
    // what is no expression by itself is none between word boundaries either
    const plain = new RegExp(source, flags);
    return { query: { ...query, expression: wholeWord ? new RegExp(`\\b(?:${source})\\b`, flags) : plain } };
  } catch (error) {
    return { problem: 'expression', reason: error instanceof Error ? error.message : String(error) };
  }
}

function levelsIn(typed: string): Pick<Wanted, 'levels'> {
  const [, name = '', andAbove] = level.exec(typed) ?? [];
  const at = levels.indexOf(name.toUpperCase());
  return at < 0 ? {} : { levels: levels.slice(at, andAbove === '+' ? undefined : at + 1) };
}

function instanceIn(typed: string): Pick<Wanted, 'instance'> {
  const instance = instances.exec(typed)?.[1]?.toLowerCase();
  return instance === undefined ? {} : { instance };
}

function spanIn(typed: string, firstTime: number | undefined): Pick<Wanted, 'span'> | 'wrong' {
  const [begin, end] = [from, to].map((word) => word.exec(typed)?.[1]);
  if (begin === undefined && end === undefined) return {};
  const first = begin === undefined ? -Infinity : parseMoment(begin, false, firstTime);
  const last = end === undefined ? Infinity
    : parseMoment(end, true, begin === undefined ? firstTime : first);
  if (first === undefined || last === undefined || first > last) return 'wrong';
  return { span: { from: first, to: last } };
}
