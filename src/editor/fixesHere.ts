// "Show Fixes": what can be done about the problems on the line of the cursor, as a list. VS Code offers
// fixes only where a text can be edited; documents that show lines of logs cannot.

import * as vscode from 'vscode';
import { commands } from './contributes';
import { tell } from './cursor';
import { say } from './say';

export function registerFixesHere(): vscode.Disposable {
  return vscode.commands.registerCommand(commands.showFixes, showFixes);
}

async function showFixes(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const line = editor.document.lineAt(editor.selection.active.line).range;
  const fixes = await vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[]>(
    'vscode.executeCodeActionProvider', editor.document.uri, line, vscode.CodeActionKind.QuickFix.value);
  const items = fixes.flatMap(({ title, command }) =>
    (typeof command === 'object' ? [{ label: title, command }] : []));
  if (items.length === 0) return tell('noFixHere');
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: say('fixPrompt') });
  if (!chosen) return;
  const { command, arguments: args = [] }: { command: string; arguments?: unknown[] } = chosen.command;
  await vscode.commands.executeCommand(command, ...args);
}
