// "Open Log…": files from a dialog or from the explorer, opened as Nova logs. One that is too large for an
// editor to hand to an extension is read from the file; where a tab already shows it, that is offered.

import * as vscode from 'vscode';
import { chosenUris } from './chosen';
import { commands, language, views } from './contributes';
import { nameOf, sourceOf } from './convert';
import type { Logs } from './logs';
import { say } from './say';
import { LARGEST_DOCUMENT } from './source';

export function registerOpenLog(logs: Logs, output: vscode.LogOutputChannel): vscode.Disposable {
  const open = vscode.commands.registerCommand(commands.openLog, async (first?: unknown, all?: unknown) => {
    const uris =
      chosenUris(first, all) ??
      (await vscode.window.showOpenDialog({
        canSelectMany: true,
        openLabel: say('openPrompt'),
        title: say('openPrompt'),
      }));
    for (const uri of uris ?? []) await attempt(uri, output, () => openLog(logs, uri));
  });
  return vscode.Disposable.from(open, offerLarge(logs, output));
}

async function openLog(logs: Logs, uri: vscode.Uri): Promise<void> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size >= LARGEST_DOCUMENT) {
    void vscode.window.showInformationMessage(say('openLarge', { log: nameOf(sourceOf(uri)) }));
    await readLarge(logs, uri);
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const log = await vscode.languages.setTextDocumentLanguage(document, language);
  await vscode.window.showTextDocument(log, { preview: false });
}

async function readLarge(logs: Logs, uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand(`${views.instances}.focus`);
  const location = { viewId: views.instances };
  await vscode.window.withProgress({ location, title: nameOf(sourceOf(uri)) }, () => logs.add(uri));
}

// A failure of the outside world becomes one sentence; the rest goes to the output.
async function attempt(
  uri: vscode.Uri,
  output: vscode.LogOutputChannel,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    output.error(`opening ${uri.toString()}`, error instanceof Error ? error : reason);
    void vscode.window.showErrorMessage(say('openFailed', { log: nameOf(sourceOf(uri)), reason }));
  }
}

/** Names under which a large file is worth a look. */
const novaName = /nova|^n-/i;

/** Offers, once, to read a large log that a tab shows and no document stands for. */
function offerLarge(logs: Logs, output: vscode.LogOutputChannel): vscode.Disposable {
  const offered = new Set<string>();
  const consider = async ({ input }: vscode.Tab) => {
    if (!(input instanceof vscode.TabInputText) || offered.has(sourceOf(input.uri))) return;
    const { uri } = input;
    const log = nameOf(sourceOf(uri));
    if (!novaName.test(log)) return;
    offered.add(sourceOf(uri));
    const size = await vscode.workspace.fs.stat(uri).then(
      (stat) => stat.size,
      () => 0,
    );
    if (size < LARGEST_DOCUMENT) return;
    const read = say('offerLargeRead');
    const answer = await vscode.window.showInformationMessage(say('offerLarge', { log }), read);
    if (answer === read) await attempt(uri, output, () => readLarge(logs, uri));
  };
  for (const { tabs } of vscode.window.tabGroups.all) for (const tab of tabs) void consider(tab);
  return vscode.window.tabGroups.onDidChangeTabs(({ opened }) => opened.forEach((tab) => void consider(tab)));
}
