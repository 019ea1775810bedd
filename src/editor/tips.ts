// A muted tip for each finding: what to do, in one sentence, at the end of its line; where that end is out of
// sight, above the line.

import * as vscode from 'vscode';
import type { Lookup } from '../core/lookup';
import type { Finding } from '../core/model';
import { renderTip, subjectOf } from '../core/render/tip';
import type { Advisor } from './conf/advisor';
import { commands, language } from './contributes';
import { sourceOf } from './convert';
import type { Logs } from './logs';
import type { Settings } from './settings';

/** Lines with more columns end where nobody sees a tip. */
const COLUMNS_IN_SIGHT = 120;
/** As many tips in a log as problems: nobody works through more. */
const MOST_TIPS = 100;

export function registerTips(logs: Logs, settings: Settings, advisor: Advisor): vscode.Disposable {
  const decoration = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0 0 3ch', color: new vscode.ThemeColor('editorCodeLens.foreground') },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const changed = new vscode.EventEmitter<void>();
  const draw = (editors: readonly vscode.TextEditor[]) => {
    for (const editor of editors) {
      if (editor.document.languageId !== language) continue;
      const tips = settings.current.inlineTips ? tipsFor(logs, advisor, editor.document) : [];
      editor.setDecorations(decoration, tips.map(behindLine));
    }
  };
  const refresh = () => {
    draw(vscode.window.visibleTextEditors);
    changed.fire();
  };
  refresh();
  return vscode.Disposable.from(
    decoration,
    changed,
    logs.onDidChange(refresh),
    advisor.onDidChange(refresh),
    settings.onDidChange(refresh),
    vscode.window.onDidChangeVisibleTextEditors(draw),
    vscode.languages.registerCodeLensProvider(language, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: (document) =>
        settings.current.inlineTips && settings.current.codeLens
          ? tipsFor(logs, advisor, document)
              .filter(({ line }) => line.text.length > COLUMNS_IN_SIGHT)
              .map(aboveLine)
          : [],
    }),
  );
}

interface Tip {
  readonly line: vscode.TextLine;
  readonly text: string;
  /** What to explain when it is clicked. */
  readonly name: string | undefined;
}

/** One tip per line, for what failed or is about to. */
function tipsFor(logs: Logs, advisor: Advisor, document: vscode.TextDocument): readonly Tip[] {
  const lookup = logs.lookupIn(sourceOf(document.uri));
  const perLine = new Map<number, Finding>();
  for (const finding of lookup.findingsIn(sourceOf(document.uri))) {
    const isTip = finding.severity === 'error' || finding.severity === 'warning';
    const { line } = finding.at;
    if (isTip && line < document.lineCount && !perLine.has(line)) perLine.set(line, finding);
  }
  return [...perLine].slice(0, MOST_TIPS).map(([line, finding]) => ({
    line: document.lineAt(line),
    text: tipOf(finding, lookup, advisor),
    name: subjectOf(finding),
  }));
}

// What the operator's own files say comes behind: a long line hides it, and not the remedy.
function tipOf(finding: Finding, lookup: Lookup, advisor: Advisor): string {
  const operation = finding.operation === undefined ? undefined : lookup.operation(finding.operation);
  const remedy = advisor.tipFor(finding) ?? renderTip(finding, operation);
  return `${remedy} ${advisor.statedFor(finding)}`.trimEnd();
}

function behindLine({ line, text }: Tip): vscode.DecorationOptions {
  return { range: line.range.with(line.range.end), renderOptions: { after: { contentText: text } } };
}

function aboveLine({ line, text, name }: Tip): vscode.CodeLens {
  return new vscode.CodeLens(line.range, { title: text, command: commands.explain, arguments: [{ name }] });
}
