// What the reading of large logs needs of the rest of the editor, and what it offers to it.

import type * as vscode from 'vscode';
import type { Logs } from '../logs';
import type { Stop, StopsShown } from '../stopsView';

export interface LargeDeps {
  readonly logs: Logs;
  readonly output: vscode.LogOutputChannel;
  /** Where indexes are kept. */
  readonly indexDir: vscode.Uri;
  /** Where the extension lies. */
  readonly extension: vscode.Uri;
  /** Opens a log of any size. */
  readonly openAny: (uri: vscode.Uri) => Promise<void>;
  /** Reads logs line by line. */
  readonly openSet: (uris: readonly vscode.Uri[]) => Promise<void>;
  readonly openPlace: (source: string, line: number) => Promise<void>;
  /** Lists places so that one can go from one to the next. */
  readonly showStops: (
    stops: readonly Stop[], shown: Pick<StopsShown, 'title' | 'message' | 'more'>,
  ) => Promise<void>;
}

/** Where large logs can be read in this host, and by whom. */
export interface LargeReaders {
  /** Whether a log can be read by workers; if not, it is read whole and line by line, if at all.
   *  @param begin has a worker begin; rejects where none can */
  readonly canRead: (uri: vscode.Uri, begin: () => Promise<void>) => Promise<boolean>;
  /** By which they know it. */
  readonly pathOf: (uri: vscode.Uri) => string;
  /** Undefined: no index is kept. */
  readonly indexDir: string | undefined;
  /** Whether the first lines of a file are Nova's, where that is known without reading all of it. */
  readonly isNovaLog: (uri: vscode.Uri) => boolean;
  /** Reads a log that the scanner may not read. Rejects when it cannot be read. */
  readonly readOtherwise: (uri: vscode.Uri) => Promise<void>;
}

/** Opens a log from its file; rejects when it cannot be read. */
export type OpenLarge = (uri: vscode.Uri) => Promise<void>;

export interface LargeFeature {
  /** A log will be opened soon. */
  readonly prepare: () => Promise<void>;
  /** Rejects when the file cannot be read. */
  readonly open: (uri: vscode.Uri) => Promise<void>;
  /** Whether the first lines of a file are Nova's. */
  readonly isNovaLog: (uri: vscode.Uri) => Promise<boolean>;
  readonly turnPage: (step: number) => Promise<void>;
  readonly goToLine: (target: unknown) => Promise<void>;
  readonly search: (target: unknown) => Promise<void>;
  readonly dispose: () => void;
}
