// In: a log and numbers of its lines. Out: what stands on them: from the open document, or from the file, of
// which only these lines are read.

import * as vscode from 'vscode';
import { sourceOf, uriOf } from './convert';

/** Numbers ascend. Rejects when a file cannot be read. */
export async function lineTexts(source: string, numbers: readonly number[]): Promise<readonly string[]> {
  const document = vscode.workspace.textDocuments.find(({ uri }) => sourceOf(uri) === source);
  if (document) {
    return numbers.map((line) => (line < document.lineCount ? document.lineAt(line).text : ''));
  }
  const uri = uriOf(source);
  if (uri.scheme === 'file') {
    const { readFileLines } = await import('../disk/fileLines');
    return readFileLines(uri.fsPath, numbers);
  }
  const { linesOfBytes } = await import('../core/extracts/linesOfBytes');
  return linesOfBytes(await vscode.workspace.fs.readFile(uri), numbers);
}
