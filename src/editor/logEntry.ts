// One log of the store, on its way from bytes to a digest; and which documents a tab shows.

import * as vscode from 'vscode';
import type { Digest } from '../core/model';
import { extractScheme, language, unfoldedScheme } from './contributes';
import { sourceOf, uriOf } from './convert';
import type { DocumentReading } from './source';

export interface LogEntry {
  readonly uri: vscode.Uri;
  /** Undefined for a file that was read without an editor. */
  readonly document: vscode.TextDocument | undefined;
  digest: Digest | undefined;
  reading: DocumentReading | undefined;
  /** Called when everything that was in the text so far has been read. */
  waiting: (() => void)[];
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the readings: an older one finds out that it is no longer wanted. */
  turn: number;
  busy: boolean;
}

/** The documents in our language that a tab shows, by source. VS Code keeps others in memory, for minutes
 *  after their tab was closed, and for extensions that only look into them. */
export function shownLogs(): ReadonlyMap<string, vscode.TextDocument> {
  const shown = shownUris();
  // a log that was opened out of another one says what that one does
  const told = new Set([...shown].map(uriOf).filter(({ scheme }) => scheme === unfoldedScheme)
    .map(({ query }) => query));
  return new Map(
    vscode.workspace.textDocuments
      .filter(({ languageId, uri }) => languageId === language && uri.scheme !== extractScheme)
      .map((document) => [sourceOf(document.uri), document] as const)
      .filter(([source]) => shown.has(source) && !told.has(source)),
  );
}

/** @param of comparisons the right side, where the left one is an older version of the same log; or both */
export function shownUris(of: 'right side' | 'both sides' = 'right side'): ReadonlySet<string> {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  return new Set(
    inputs.flatMap((input) => {
      if (input instanceof vscode.TabInputText) return [sourceOf(input.uri)];
      if (!(input instanceof vscode.TabInputTextDiff)) return [];
      return [input.modified, ...(of === 'both sides' ? [input.original] : [])].map(sourceOf);
    }),
  );
}

export function makeEntry(uri: vscode.Uri, document: vscode.TextDocument | undefined): LogEntry {
  return {
    uri,
    document,
    digest: undefined,
    reading: undefined,
    waiting: [],
    timer: undefined,
    turn: 0,
    busy: false,
  };
}
