// Folding of tracebacks, as the digest found them, and of dumps: lines without a time below a line that has
// one.

import * as vscode from 'vscode';
import { language } from './contributes';
import type { Logs } from './logs';

/** VS Code takes no more ranges than this. */
const MOST_RANGES = 5000;
/** A dump of fewer lines is read faster than it is unfolded. */
const SHORTEST_DUMP = 4;

export function registerFolding(logs: Logs): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    logs.onDidChange(() => changed.fire()),
    // A log that is opened again asks before it is read, and fires no event of its own.
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId === language) changed.fire();
    }),
    vscode.languages.registerFoldingRangeProvider(language, {
      onDidChangeFoldingRanges: changed.event,
      async provideFoldingRanges(document, _context, token) {
        const digest = await logs.settle(document.uri);
        if (!digest || token.isCancellationRequested) return undefined;
        const tracebacks = digest.faults.map(({ firstLine, lastLine }): readonly [number, number] => [
          firstLine,
          lastLine,
        ]);
        const dumps = digest.layout.wrappedAt === undefined ? dumpsIn(document) : [];
        return disjoint([...tracebacks, ...dumps], document.lineCount).map(
          ([first, last]) => new vscode.FoldingRange(first, last, vscode.FoldingRangeKind.Region),
        );
      },
    }),
  );
}

/** First and last lines of runs without a time, each with the line above it. */
export function dumpsIn(
  document: Pick<vscode.TextDocument, 'lineCount' | 'lineAt'>,
): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let above = -1;
  for (let line = 0; line <= document.lineCount; line += 1) {
    const isTimed = line === document.lineCount || timeOfDay.test(document.lineAt(line).text.slice(0, 80));
    if (!isTimed) continue;
    if (above >= 0 && line - above > SHORTEST_DUMP) found.push([above, line - 1]);
    above = line;
  }
  return found;
}

const timeOfDay = /\d\d:\d\d:\d\d/;

// Ranges that overlap would be refused in an order that nobody can foresee.
function disjoint(
  ranges: readonly (readonly [number, number])[],
  lineCount: number,
): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  for (const range of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = kept.at(-1);
    if (range[1] <= range[0] || range[1] >= lineCount || (before && range[0] <= before[1])) continue;
    kept.push(range);
    if (kept.length === MOST_RANGES) break;
  }
  return kept;
}
