// Where the person is: the cursor in a log of ours, and the operation it is in.

import * as vscode from 'vscode';
import type { OperationSpan } from '../core/lookup';
import type { Operation } from '../core/model';
import type { EditorWord, WordArgs } from '../core/render/editorWords';
import { language } from './contributes';
import { sourceOf } from './convert';
import type { Logs } from './logs';
import { say } from './say';

export interface Cursor {
  readonly source: string;
  readonly line: number;
}

/** Where the cursor is in a log of ours; says so where it is in none. */
export function cursorInLog(): Cursor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === language) {
    return { source: sourceOf(editor.document.uri), line: editor.selection.active.line };
  }
  tell('notALog');
  return undefined;
}

/** The operation around the cursor; between operations, the one that is nearest. */
export function operationNear(logs: Logs, { source, line }: Cursor): Operation | undefined {
  const lookup = logs.lookupIn(source);
  const around = lookup.operationAt(source, line);
  if (around) return around;
  const spans = [...lookup.operationsIn(source)];
  const distance = ({ first, last }: OperationSpan) => Math.max(first - line, line - last, 0);
  return spans.sort((a, b) => distance(a) - distance(b))[0]?.operation;
}

/** One line in the status bar, for a moment. */
export function tell(word: EditorWord, args?: WordArgs): void {
  vscode.window.setStatusBarMessage(say(word, args), 4000);
}

/** The log of the active editor, which is where a person looks. */
export function activeSource(): string | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri && sourceOf(uri);
}
