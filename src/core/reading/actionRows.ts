// A line of a page → what it shows of instance actions: the command that asks for them, the names of the
// columns of a list, a row of one.

import { actionNames } from '../../knowledge/actionNames';
import { isWholeId } from './context';
import type { Fields } from './fields';
import { plainName } from './instanceActions';

const command = /\b(?:instance-action(?:-list)?|server event (?:list|show))\s(.{1,400})$/;
const withValue = new Set(['-f', '--format', '-c', '--column', '--limit', '--marker', '--max-items',
  '--changes-since', '--changes-before', '--sort-column', '--max-width']);
const margin = /^[\s>*#]{0,16}/;
/** As long as Nova's are; people make theirs illegible. */
export const wholeRequest = /^req-[\w-]{36}$/;
const shownRow = /^[\s>*#]{0,16}(req-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\s{1,80}(\S.{0,400})$/;
const answerSign =
  /"instanceActions?"\s?:|"Request ID"\s?:|['"]event['"]\s?:\s?u?['"](?:compute|conductor|api)_/;
/** A member of an answer, a row of a table or a line of YAML that names the action. */
const named = /^[\s>|-]{0,16}"?[Aa]ction"?\s{0,80}[|:]\s{1,4}"?([a-zA-Z_-]{1,40})"?(?:[\s|,]|$)/;
const columnsOfList = ['request_id', 'action', 'start_time'];
const longestRow = 2000;
/** Horizon writes names as headings, the clients as Nova does. */
const byShown: ReadonlyMap<string, string> = new Map(actionNames.map((name) => [shownName(name), name]));

/** @returns Nova's name of an action, as clients or Horizon show it. */
export function actionNamed(shown: string): string | undefined {
  return byShown.get(shownName(shown));
}

function shownName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

export interface Asked {
  readonly server: string | undefined;
  readonly request: string | undefined;
}

/** A list of actions, an answer that tells of one, or the command that asks for it. */
export function hasInstanceActions(texts: readonly string[]): boolean {
  return texts.some((text) => commandIn(text) !== undefined || columnsIn(text) !== undefined
    || shownRowIn(text) !== undefined || answerSign.test(text)
    || (text.includes('"req-') && /"[Aa]ction"\s?:/.test(text))
    || actionNamed(named.exec(text)?.[1] ?? '') !== undefined);
}

/** The server and the request that a command asks for. */
export function commandIn(text: string): Asked | undefined {
  const [, rest] = (text.length < longestRow && command.exec(text)) || [];
  if (rest === undefined) return undefined;
  const words = rest.trim().split(/\s+/).filter((word, at, all) =>
    !word.startsWith('-') && !withValue.has(all[at - 1] ?? ''));
  const named = words.map((word) => word.replace(/^['"]|['"]$/g, '')).slice(0, 2);
  const [server, request] = named.map((word) => (/^[\w.:@-]{1,255}$/.test(word) ? word : undefined));
  return { server, request: request !== undefined && wholeRequest.test(request) ? request : undefined };
}

/** The names of the columns of a list of actions. */
export function columnsIn(text: string): readonly string[] | undefined {
  if (text.length > longestRow || !/request.id/i.test(text)) return undefined;
  const names = cellsOf(text).map(plainName);
  return columnsOfList.every((name) => names.includes(name)) ? names : undefined;
}

export function cellsOf(text: string): readonly string[] {
  const inside = text.replace(margin, '').trim();
  const bare = inside.startsWith('|') ? inside.slice(1) : inside;
  return (bare.endsWith('|') ? bare.slice(0, -1) : bare).split(/\||\t/).map((cell) => cell.trim());
}

/** A row without bars: the request, the server where it is told, the action, and when it began. */
export function shownRowIn(text: string): Fields | undefined {
  if (text.length > longestRow || !text.includes('req-')) return undefined;
  const [, request, rest = ''] = shownRow.exec(text) ?? [];
  if (request === undefined) return undefined;
  const words = rest.trim().split(/\s+/);
  const server = words[0] !== undefined && isWholeId(words[0]) ? words.shift() : undefined;
  for (const count of [3, 2, 1]) {
    const action = byShown.get(shownName(words.slice(0, count).join('')));
    const [time, ...others] = words.slice(count);
    if (action === undefined || time === undefined || !isTime(time)) continue;
    return { request_id: request, server_id: server, action, start_time: time,
      message: others.includes('Error') ? 'Error' : undefined };
  }
  return undefined;
}

/** Of the API, or with the month in words, as a page writes it in the zone of whoever looks. */
function isTime(word: string): boolean {
  return /^(?:\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8}\.?$|\d{1,4}[./\u5e74]\d)/.test(word);
}
