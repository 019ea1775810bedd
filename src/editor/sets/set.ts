// A set of logs that is open in the editor, and what its reading is told.

import type * as vscode from 'vscode';
import type { DigestReader } from '../../core/digest';
import type { Digest, Origin } from '../../core/model';
import type { Problem } from '../../core/sets/problem';

export interface OpenSet {
  /** In order, with their origins; they change while logs grow. */
  readonly digests: readonly Digest[];
  readonly problems: readonly Problem[];
  /** Files that are too large to be read with the others, each to be opened as it is. */
  readonly large: readonly vscode.Uri[];
  dispose(): void;
}

export interface OpenSetOptions {
  readonly open: (source: string, origin: Partial<Origin>) => DigestReader;
  /** Told what part of all was read since it was last told, in percent; and the name of the log. */
  readonly progress: (percent: number) => void;
  readonly signal: AbortSignal;
  readonly changed: (problems: readonly Problem[]) => void;
}
