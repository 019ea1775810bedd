// A line of a log, brought before a person's eyes.

import * as vscode from 'vscode';
import { locationAt, sourceOf } from './convert';
import type { Span } from './hover/names';

/**
 * Opens the log with the cursor on the line.
 * @param name what to select on the line, so that a long line is scrolled to it
 */
export async function openPlace(
  source: string,
  line: number,
  { name, preserveFocus = false }: { name?: string | undefined; preserveFocus?: boolean } = {},
): Promise<void> {
  const { uri, range } = locationAt(source, Math.max(0, line));
  const row = range.start.line;
  const column = columnOf(sourceOf(uri), row, name);
  const selection = new vscode.Range(row, column?.start ?? 0, row, column?.end ?? 0);
  // The command, and not showTextDocument: it also opens files that are too large for an extension to see.
  const options: vscode.TextDocumentShowOptions = { selection, preserveFocus };
  await vscode.commands.executeCommand('vscode.open', uri, options);
}

function columnOf(source: string, line: number, name: string | undefined): Span | undefined {
  const document = vscode.workspace.textDocuments.find(({ uri }) => sourceOf(uri) === source);
  if (!document || name === undefined || line >= document.lineCount) return undefined;
  const start = document.lineAt(line).text.indexOf(name);
  return start < 0 ? undefined : { start, end: start + name.length };
}
