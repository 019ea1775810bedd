// The same for the web host, which has no files of its own: everything comes through VS Code's file systems.

import * as vscode from 'vscode';
import { linesOfBytes } from '../core/extracts/linesOfBytes';
import { sourceOf, uriOf } from './convert';

/** Numbers ascend. Rejects when a file cannot be read. */
export async function lineTexts(source: string, numbers: readonly number[]): Promise<readonly string[]> {
  const document = vscode.workspace.textDocuments.find(({ uri }) => sourceOf(uri) === source);
  if (document) {
    return numbers.map((line) => (line < document.lineCount ? document.lineAt(line).text : ''));
  }
  return linesOfBytes(await vscode.workspace.fs.readFile(uriOf(source)), numbers);
}
