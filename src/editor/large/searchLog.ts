// "Search Log…": what a person looks for → the lines of a large log that hold it, in the References view;
// each leads to its page. It can be stopped, and what was found until then is shown.

import * as vscode from 'vscode';
import { messageStart } from '../tokens';
import { nameOf } from '../convert';
import type { FoundLine } from '../../disk/desk/calls';
import { TooSlow } from '../../disk/desk/searchClient';
import type { Stop } from '../phaseList';
import { say } from '../say';
import type { LargeDeps } from './deps';
import { parseQuery, type Query } from './query';
import type { LargeFile } from './view';

/** The view draws this many in half a second; nobody reads more. */
const mostFound = 5000;
const longestLabel = 200;

export async function searchLog(file: LargeFile, deps: LargeDeps): Promise<void> {
  const typed = await vscode.window.showInputBox({
    prompt: say('largeSearchPrompt'),
    validateInput(value) {
      const { problem, ...parsed } = parseQuery(value);
      if (problem === undefined) return undefined;
      if (problem === 'empty') return value === '' ? undefined : say('largeSearchEmpty');
      return say('largeSearchWrong', { reason: 'reason' in parsed ? parsed.reason : '' });
    },
  });
  const parsed = typed === undefined ? undefined : parseQuery(typed);
  if (typed === undefined || parsed?.problem !== undefined || !parsed) return;
  const log = nameOf(file.source);
  const found = await find(file, parsed.query, log);
  if (!found) return;
  if (found.lines.length === 0) {
    void vscode.window.showInformationMessage(say('largeSearchNothing', { log }));
    return;
  }
  const stops = found.lines.map((line) => stopOf(file.source, line));
  const word = found.isStopped ? 'largeSearchStopped' : found.isCut ? 'largeSearchMost' : 'largeSearchCount';
  const message = say(word, { count: stops.length });
  await deps.showStops(stops, say('largeSearchTitle', { wanted: typed, log }), message);
}

interface Found {
  readonly lines: readonly FoundLine[];
  readonly isCut: boolean;
  readonly isStopped: boolean;
}

/** Undefined: it could not be searched; the person was told. */
async function find(file: LargeFile, query: Query, log: string): Promise<Found | undefined> {
  const location = vscode.ProgressLocation.Notification;
  const title = say('largeSearching', { log });
  const lines: FoundLine[] = [];
  const stop = new AbortController();
  let isStopped = false;
  try {
    await vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) => {
      token.onCancellationRequested(() => {
        isStopped = true;
        stop.abort();
      });
      let told = 0;
      return file.search(query, {
        signal: stop.signal,
        found: (more) => {
          lines.push(...more);
          if (lines.length >= mostFound) stop.abort();
        },
        progress: (part) => {
          const percent = Math.floor(100 * part);
          const message = say('largeSearchCount', { count: lines.length });
          progress.report({ increment: percent - told, message });
          told = percent;
        },
      });
    });
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error;
    void vscode.window.showWarningMessage(say('largeSearchSlow', { log }));
    return undefined;
  }
  return { lines: lines.slice(0, mostFound), isCut: lines.length >= mostFound, isStopped };
}

// Heads of lines are all alike: the message comes first, time and number of the line behind it.
function stopOf(source: string, { line, text }: FoundLine): Stop {
  const start = messageStart(text);
  const label = text.slice(start).trim() || text.trim();
  const time = /\d\d:\d\d:\d\d(?:[.,]\d{1,6})?/.exec(text.slice(0, 200))?.[0] ?? '';
  const detail = [say('lineNumber', { line: line + 1 }), time].filter((part) => part).join(say('separator'));
  const isBad = /\b(?:ERROR|CRITICAL)\b/.test(text.slice(0, start));
  return {
    at: { source, line, time: undefined }, label: label.slice(0, longestLabel), detail,
    icon: isBad ? 'error' : 'circle-outline',
  };
}
