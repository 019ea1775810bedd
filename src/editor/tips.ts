// A muted tip at the end of the line of each finding: what to do, in one sentence.

import * as vscode from 'vscode';
import type { Finding } from '../core/model';
import { renderFinding } from '../core/render/finding';
import { remedyOf } from '../core/render/remedy';
import { language } from './contributes';
import { sourceOf } from './convert';
import type { Logs } from './logs';
import type { Settings } from './settings';

/** Longer tips are cut: the problem and its hover have the whole sentence. */
const LONGEST_TIP = 180;

export function registerTips(logs: Logs, settings: Settings): vscode.Disposable {
  const decoration = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0 0 3ch', color: new vscode.ThemeColor('editorCodeLens.foreground') },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.errorForeground'),
  });
  const draw = (editors: readonly vscode.TextEditor[]) => {
    for (const editor of editors) {
      if (editor.document.languageId !== language) continue;
      editor.setDecorations(decoration, settings.current.inlineTips ? tipsFor(logs, editor.document) : []);
    }
  };
  const drawAll = () => draw(vscode.window.visibleTextEditors);
  drawAll();
  return vscode.Disposable.from(
    decoration,
    logs.onDidChange(drawAll),
    settings.onDidChange(drawAll),
    vscode.window.onDidChangeVisibleTextEditors(draw),
  );
}

function tipsFor(logs: Logs, document: vscode.TextDocument): vscode.DecorationOptions[] {
  const perLine = new Map<number, Finding>();
  for (const finding of logs.lookup.findingsIn(sourceOf(document.uri))) {
    const isTip = finding.severity === 'error' || finding.severity === 'warning';
    if (isTip && finding.at.line < document.lineCount && !perLine.has(finding.at.line))
      perLine.set(finding.at.line, finding);
  }
  return [...perLine].map(([line, finding]) => ({
    range: document.lineAt(line).range.with(document.lineAt(line).range.end),
    renderOptions: { after: { contentText: tipOf(logs, finding) } },
  }));
}

function tipOf({ lookup }: Logs, finding: Finding): string {
  const operation = finding.operation === undefined ? undefined : lookup.operation(finding.operation);
  const cause = operation?.rootCause;
  const text =
    (cause && remedyOf(cause.type, cause.message, finding.args)) ?? renderFinding(finding, operation);
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST_TIP ? `${line.slice(0, LONGEST_TIP - 1)}…` : line;
}
