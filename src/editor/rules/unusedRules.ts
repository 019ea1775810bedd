// Files named as rules are that no setting names, while they are open: that they count for no log, what is
// wrong with them, and a fix that names them in the setting.

import * as vscode from 'vscode';
import { openedRules } from './openedRules';
import { QUIET, type OwnRules } from './ownRules';
import { commands } from '../contributes';
import { sourceOf } from '../convert';
import { say } from '../say';
import type { Settings } from '../settings';
import { diagnosticOf } from './told';

/** As package.json names them for completion. */
const patterns = ['**/*.nova-lens.{yaml,yml,json}', '**/nova-lens-rules.{yaml,yml,json}'];
const ours: vscode.DocumentSelector = patterns.map((pattern) => ({ pattern }));
const unused = 'rules-unused';

export function registerUnusedRules(
  rules: OwnRules, settings: Settings, problems: vscode.DiagnosticCollection,
): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isUnused = (document: vscode.TextDocument) =>
    vscode.languages.match(ours, document) > 0 && !rules.isNamed(document.uri);
  const refresh = async () => {
    problems.clear();
    for (const document of vscode.workspace.textDocuments.filter(isUnused)) {
      const { version, uri } = document;
      const book = await openedRules([{ file: sourceOf(uri), text: document.getText() }]);
      if (document.version !== version || document.isClosed || !isUnused(document)) continue;
      problems.set(uri, [unusedAt(document), ...book.problems.map(diagnosticOf)]);
    }
  };
  const refreshSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), QUIET);
  };
  const ifOurs = (document: vscode.TextDocument) => {
    if (vscode.languages.match(ours, document) > 0) refreshSoon();
  };
  vscode.workspace.textDocuments.forEach(ifOurs);
  return vscode.Disposable.from(
    { dispose: () => clearTimeout(timer) },
    vscode.workspace.onDidOpenTextDocument(ifOurs),
    vscode.workspace.onDidChangeTextDocument(({ document }) => ifOurs(document)),
    vscode.workspace.onDidCloseTextDocument(ifOurs),
    rules.onDidChange(refreshSoon),
    vscode.languages.registerCodeActionsProvider(ours, {
      provideCodeActions: ({ uri }, _range, { diagnostics }) => diagnostics
        .filter(({ code }) => code === unused).map((diagnostic) => fixOf(diagnostic, uri)),
    }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
    vscode.commands.registerCommand(commands.useRules, (first?: unknown) => useRules(first, rules, settings)),
  );
}

/** @param first the file; else the one in front */
async function useRules(first: unknown, rules: OwnRules, settings: Settings): Promise<void> {
  const uri = first instanceof vscode.Uri ? first : vscode.window.activeTextEditor?.document.uri;
  if (!uri) return;
  if (!rules.isNamed(uri)) await settings.addRules(uri.path);
  vscode.window.setStatusBarMessage(say('rulesUsed'), 5000);
}

function unusedAt(document: vscode.TextDocument): vscode.Diagnostic {
  const { range } = document.lineAt(0);
  const made = new vscode.Diagnostic(range, say('rulesUnused'), vscode.DiagnosticSeverity.Warning);
  made.source = say('problemSource');
  made.code = unused;
  return made;
}

function fixOf(diagnostic: vscode.Diagnostic, uri: vscode.Uri): vscode.CodeAction {
  const action = new vscode.CodeAction(say('rulesUse'), vscode.CodeActionKind.QuickFix);
  action.command = { command: commands.useRules, title: say('rulesUse'), arguments: [uri] };
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}
