// A log that stands in one line of a document, as a string or as the answer of a central store → the same log
// as a document with a line for each, in which everything works that works in a log. While it is shown it
// stands for the other, which says the same.

import * as vscode from 'vscode';
import { commands, contexts, language, unfoldedScheme } from './contributes';
import { pathBeside, sourceOf, uriOf } from './convert';
import { tell } from './cursor';
import type { Logs } from './logs';
import { say } from './say';
import { doInSlices } from './slices';

export function registerUnfolded(logs: Logs): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  // the palette offers what there is something to do for
  let offered = false;
  const offer = () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const isFolded = uri !== undefined && foldedLine(uri, logs) !== undefined;
    if (isFolded === offered) return;
    offered = isFolded;
    void vscode.commands.executeCommand('setContext', contexts.folded, isFolded);
  };
  return vscode.Disposable.from(
    changed,
    logs.onDidChange(() => changed.fire()),
    logs.onDidChange(offer),
    vscode.window.onDidChangeActiveTextEditor(offer),
    vscode.workspace.registerTextDocumentContentProvider(unfoldedScheme, {
      provideTextDocumentContent: ({ query }, { isCancellationRequested }) =>
        textOf(uriOf(query), () => !isCancellationRequested),
    }),
    vscode.languages.registerCodeLensProvider(language, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: ({ uri, lineCount }) => lensesOf(uri, lineCount, logs),
    }),
    vscode.commands.registerCommand(commands.openUnfolded, () => openUnfolded(logs)),
  );
}

function lensesOf(uri: vscode.Uri, lineCount: number, logs: Logs): vscode.CodeLens[] {
  const line = foldedLine(uri, logs);
  if (line === undefined || line >= lineCount) return [];
  const command = {
    title: say('unfold'), tooltip: say('unfoldTooltip'), command: commands.openUnfolded,
  };
  return [new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command)];
}

/** Undefined: no line of it holds several. */
function foldedLine(uri: vscode.Uri, logs: Logs): number | undefined {
  return uri.scheme === unfoldedScheme ? undefined : logs.digestOf(uri)?.folded;
}

async function openUnfolded(logs: Logs): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (!uri || foldedLine(uri, logs) === undefined) return tell('unfoldNothing');
  const document = await vscode.workspace.openTextDocument(uriOfUnfolded(uri));
  const log = await vscode.languages.setTextDocumentLanguage(document, language);
  await vscode.window.showTextDocument(log, { preview: false });
}

function uriOfUnfolded(uri: vscode.Uri): vscode.Uri {
  const query = sourceOf(uri);
  const path = pathBeside(query, (log) => `nova-log-in-${log}.log`);
  return vscode.Uri.from({ scheme: unfoldedScheme, path, query });
}

async function textOf(uri: vscode.Uri, isWanted: () => boolean): Promise<string> {
  const [document, { unfold }] = await Promise.all([
    vscode.workspace.openTextDocument(uri), import('../core/reading/unfold'),
  ]);
  const { made } = await doInSlices(unfold(document.getText()), isWanted);
  return made ?? '';
}
