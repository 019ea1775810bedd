// The same for the web host, which has no files of its own: everything comes through VS Code's file systems.

import * as vscode from 'vscode';
import { linesOfBytes } from '../core/extracts/linesOfBytes';
import { sourceOf, uriOf } from './convert';

/** Numbers ascend. Rejects when a log cannot be read. */
export async function lineTexts(
  wanted: ReadonlyMap<string, readonly number[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const texts = new Map<string, readonly string[]>();
  for (const [source, numbers] of wanted) {
    const document = vscode.workspace.textDocuments.find(({ uri }) => sourceOf(uri) === source);
    texts.set(source, document
      ? numbers.map((line) => (line < document.lineCount ? document.lineAt(line).text : ''))
      : linesOfBytes(await vscode.workspace.fs.readFile(uriOf(source)), numbers));
  }
  return texts;
}
