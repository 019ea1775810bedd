// "Search Log…": what a person looks for → the lines of a large log that hold it, in the References view as
// they are found; each leads to its page. It can be stopped, and what was found until then stays.

import * as vscode from 'vscode';
import { nameOf } from '../convert';
import { TooSlow } from '../../disk/desk/searchClient';
import type { Wanted } from '../../disk/large/search';
import { isByLevel } from '../../disk/large/searchPattern';
import { say } from '../say';
import { askQuery, type Asked } from './askQuery';
import type { LargeDeps } from './deps';
import { FoundList } from './foundList';
import { parseQuery } from './query';
import type { LargeFile } from './view';

/** The view draws this many in half a second; nobody reads more. */
const mostFound = 5000;

/** Asked before in this window. */
let last: Asked = { typed: '', style: { matchCase: false, wholeWord: false, expression: false } };

export async function searchLog(file: LargeFile, deps: LargeDeps): Promise<void> {
  const log = nameOf(file.source);
  const firstTime = file.digest?.firstTime;
  const asked = await askQuery(say('largeSearchIn', { log }), last, firstTime);
  if (!asked) return;
  last = asked;
  const parsed = parseQuery(asked.typed, asked.style, firstTime);
  if (parsed.problem !== undefined) return;
  const note = isByLevel(parsed.query) ? say('largeSearchMessages') : '';
  const list = new FoundList(file.source, say('largeSearchTitle', { wanted: asked.typed, log }), deps, note);
  let isWhole = false;
  try {
    isWhole = await find(file, parsed.query, { log, list });
  } finally {
    await list.end(isWhole);
  }
  if (isWhole && list.isEmpty) void vscode.window.showInformationMessage(say('largeSearchNothing', { log }));
}

/** Resolves when all is searched, or when a person stops it. @returns whether all was searched */
async function find(
  file: LargeFile, wanted: Wanted, { log, list }: { readonly log: string; readonly list: FoundList },
): Promise<boolean> {
  const location = vscode.ProgressLocation.Notification;
  const title = say('largeSearching', { log });
  const stop = new AbortController();
  try {
    await vscode.window.withProgress({ location, title, cancellable: true }, (progress, token) => {
      token.onCancellationRequested(() => stop.abort());
      let told = 0;
      return file.search(wanted, {
        most: mostFound,
        signal: stop.signal,
        found: (more) => list.add(more),
        progress: (part, count) => {
          list.found = count;
          const percent = Math.floor(100 * part);
          progress.report({ increment: percent - told, message: say('largeSearchCount', { count }) });
          told = percent;
        },
      });
    });
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error;
    void vscode.window.showWarningMessage(say('largeSearchSlow', { log }));
    return false;
  }
  return !stop.signal.aborted;
}
