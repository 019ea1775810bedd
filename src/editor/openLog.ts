// "Open Log…": files from a dialog or from the explorer, opened as Nova logs; one that is too large for an
// editor to hand to an extension is read from the file.

import * as vscode from 'vscode';
import { commands, language, views } from './contributes';
import { nameOf, sourceOf } from './convert';
import type { Logs } from './logs';
import { say } from './say';
import { LARGEST_DOCUMENT } from './source';

export function registerOpenLog(logs: Logs, output: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.commands.registerCommand(commands.openLog, async (first?: unknown, all?: unknown) => {
    const uris =
      chosen(first, all) ??
      (await vscode.window.showOpenDialog({
        canSelectMany: true,
        openLabel: say('openPrompt'),
        title: say('openPrompt'),
      }));
    for (const uri of uris ?? []) await openLog(logs, uri, output);
  });
}

// The explorer hands over the file that was clicked and then all that are selected.
function chosen(first: unknown, all: unknown): vscode.Uri[] | undefined {
  const uris = (Array.isArray(all) ? all : [first]).filter(
    (one): one is vscode.Uri => one instanceof vscode.Uri,
  );
  return uris.length > 0 ? uris : undefined;
}

async function openLog(logs: Logs, uri: vscode.Uri, output: vscode.LogOutputChannel): Promise<void> {
  const log = nameOf(sourceOf(uri));
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size >= LARGEST_DOCUMENT) {
      await readLarge(logs, uri, log);
      return;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, language), {
      preview: false,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    output.error(`opening ${uri.toString()}`, error instanceof Error ? error : reason);
    void vscode.window.showErrorMessage(say('openFailed', { log, reason }));
  }
}

async function readLarge(logs: Logs, uri: vscode.Uri, log: string): Promise<void> {
  void vscode.window.showInformationMessage(say('openLarge', { log }));
  await vscode.window.withProgress({ location: { viewId: views.instances }, title: log }, () =>
    logs.add(uri),
  );
}
