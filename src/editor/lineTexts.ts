// In: logs and numbers of their lines. Out: what stands on them: from an open document, or from the file or
// archive, which is read once and of which only these lines are kept.

import * as vscode from 'vscode';
import type { LineTexts, WantedLines } from '../disk/fileLines';
import { packedScheme } from './contributes';
import { pathOfLog, sourceOf, uriOf } from './convert';
import { Pause } from './source';

/** Numbers ascend. Rejects when a log cannot be read. */
export async function lineTexts(wanted: WantedLines): Promise<LineTexts> {
  const texts = new Map<string, readonly string[]>();
  const onDisk = new Map<string, readonly number[]>();
  const sources = new Map<string, string>();
  for (const [source, numbers] of wanted) {
    const uri = uriOf(source);
    const shown = shownTexts(source, numbers);
    if (shown) texts.set(source, shown);
    else if (uri.scheme === 'file' || (uri.scheme === packedScheme && uri.query === '')) {
      const path = pathOfLog(uri);
      onDisk.set(path, numbers);
      sources.set(path, source);
    } else {
      const { linesOfBytes } = await import('../core/extracts/linesOfBytes');
      texts.set(source, linesOfBytes(await vscode.workspace.fs.readFile(uri), numbers));
    }
  }
  if (onDisk.size === 0) return texts;
  const { readLogLines } = await import('../disk/fileLines');
  const pause = new Pause();
  const read = await readLogLines(onDisk, () => pause.ifDue());
  for (const [path, found] of read) texts.set(sources.get(path) ?? path, found);
  return texts;
}

function shownTexts(source: string, numbers: readonly number[]): readonly string[] | undefined {
  const document = vscode.workspace.textDocuments.find(({ uri }) => sourceOf(uri) === source);
  return document && numbers.map((line) => (line < document.lineCount ? document.lineAt(line).text : ''));
}
