// "Search Log…": what a person looks for → the lines of a large log that hold it, in the References view;
// each leads to its page. It can be stopped, and what was found until then is shown.

import * as vscode from 'vscode';
import { hasNoMessage, messageStart } from '../tokens';
import { nameOf } from '../convert';
import type { FoundLine } from '../../disk/desk/calls';
import { TooSlow } from '../../disk/desk/searchClient';
import type { Wanted } from '../../disk/large/search';
import { say } from '../say';
import type { Stop } from '../stopsView';
import { askQuery, type Asked } from './askQuery';
import type { LargeDeps } from './deps';
import { parseQuery } from './query';
import type { LargeFile } from './view';

/** The view draws this many in half a second; nobody reads more. */
const mostFound = 5000;
const longestLabel = 200;
/** So much of a long line stands before what was found on it. */
const shownBefore = 40;

/** Asked before in this window. */
let last: Asked = { typed: '', style: { matchCase: false, wholeWord: false, expression: false } };

export async function searchLog(file: LargeFile, deps: LargeDeps): Promise<void> {
  const log = nameOf(file.source);
  const firstTime = file.digest?.firstTime;
  const asked = await askQuery(say('largeSearchIn', { log }), last, firstTime);
  if (!asked) return;
  last = asked;
  const parsed = parseQuery(asked.typed, asked.style, firstTime);
  const found = parsed.problem === undefined ? await find(file, parsed.query, log) : undefined;
  if (!found) return;
  if (found.lines.length === 0) {
    void vscode.window.showInformationMessage(say('largeSearchNothing', { log }));
    return;
  }
  const stops = found.lines.map((line) => stopOf(file.source, line));
  await deps.showStops(stops, say('largeSearchTitle', { wanted: asked.typed, log }), messageOf(found));
}

interface Found {
  readonly lines: readonly FoundLine[];
  /** Of all lines, also those that are not listed. */
  readonly count: number;
  readonly isStopped: boolean;
}

function messageOf({ lines, count, isStopped }: Found): string {
  const isCut = lines.length < count;
  const listed = isCut ? say('largeSearchMost', { count: lines.length, all: count }) : '';
  if (isStopped) return [say('largeSearchStopped', { count }), listed].filter(Boolean).join(say('separator'));
  return isCut ? listed : say('largeSearchCount', { count });
}

/** Undefined: it could not be searched; the person was told. */
async function find(file: LargeFile, wanted: Wanted, log: string): Promise<Found | undefined> {
  const location = vscode.ProgressLocation.Notification;
  const title = say('largeSearching', { log });
  const lines: FoundLine[] = [];
  let count = 0;
  const stop = new AbortController();
  try {
    await vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) => {
      token.onCancellationRequested(() => stop.abort());
      let told = 0;
      return file.search(wanted, {
        most: mostFound,
        signal: stop.signal,
        found: (more) => lines.push(...more),
        progress: (part, all) => {
          count = all;
          const percent = Math.floor(100 * part);
          progress.report({ increment: percent - told, message: say('largeSearchCount', { count }) });
          told = percent;
        },
      });
    });
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error;
    void vscode.window.showWarningMessage(say('largeSearchSlow', { log }));
    return undefined;
  }
  return { lines, count, isStopped: stop.signal.aborted };
}

// Heads of lines are all alike, and so are many messages: the time comes first, then the message.
function stopOf(source: string, found: FoundLine): Stop {
  const { line, text, column, at, length } = found;
  const start = messageStart(text);
  const time = /\d\d:\d\d:\d\d(?:[.,]\d{1,6})?/.exec(text.slice(0, 200))?.[0];
  const clock = time === undefined ? '' : `${time} `;
  const isBad = /\b(?:ERROR|CRITICAL)\b/.test(text.slice(0, start));
  const end = Math.min(at + length, text.length);
  const label = hasNoMessage(text) ? { text: say('largeSearchBlank'), at: 0 } : labelOf(text, start, at, end);
  const icon = isBad ? 'error' : 'circle-outline';
  return {
    at: { source, line, time: undefined }, label: clock + label.text, icon,
    detail: say('lineNumber', { line: line + 1 }),
    found: length === 0 ? undefined : {
      onLine: { start: column, end: column + length },
      inLabel: { start: clock.length + label.at, end: clock.length + label.at + end - at },
    },
  };
}

/** What was found is to be seen: where it stands in the head, or far behind, the label begins near it. */
function labelOf(
  text: string, message: number, at: number, end: number,
): { readonly text: string; readonly at: number } {
  const isFar = end - message > longestLabel;
  const isInHead = at < message && end > at;
  const from = isFar || isInHead ? Math.max(0, at - shownBefore) : message;
  const mark = isFar && from > 0 ? '… ' : '';
  const length = Math.max(longestLabel, end - from);
  return { text: mark + text.slice(from, from + length).trimEnd(), at: mark.length + at - from };
}
