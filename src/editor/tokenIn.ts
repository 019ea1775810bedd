// In: a position in a log. Out: the word that stands there, whole even where the text is hard-wrapped.

import type * as vscode from 'vscode';
import type { Logs } from './logs';
import { tokenAcross, type Token } from './tokens';

/** The token at a position; undefined between words. */
export function tokenIn(
  logs: Logs,
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): Token | undefined {
  const lineText = (at: number) =>
    at >= 0 && at < document.lineCount ? document.lineAt(at).text : undefined;
  const wrapped = logs.digestOf(document.uri)?.layout.wrappedAt !== undefined;
  return tokenAcross(lineText, line, character, wrapped);
}
