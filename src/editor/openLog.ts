// "Open Log…": files from a dialog or from the explorer, opened as Nova logs; one that no editor bears is
// read from the file.

import * as vscode from 'vscode';
import { problemText } from '../core/render/problemText';
import { problemOf } from '../core/sets/problem';
import { chosenUris } from './chosen';
import { commands, language } from './contributes';
import { nameOf, sourceOf } from './convert';
import type { OpenLarge } from './large/deps';
import { registerLarge } from './large/register';
import type { Logs } from './logs';
import { say } from './say';
import { registerLogSets } from './sets/register';
import type { Settings } from './settings';
import { LARGEST_DOCUMENT } from './source';

/** Logs, folders of logs, and logs that no editor bears. */
export function registerOpening(
  logs: Logs, settings: Settings, output: vscode.LogOutputChannel, context: vscode.ExtensionContext,
): vscode.Disposable {
  type Open = (uri: vscode.Uri) => Promise<void>;
  const asSetOr = (openLone: Open): Open => (uri) =>
    (archive.test(uri.path) ? openSet([uri]) : openLone(uri));
  const openAny = asSetOr((uri) => openLog(uri, large.openLarge, output));
  const openPage = asSetOr((uri) => large.openLarge(uri));
  const { globalStorageUri: storage, workspaceState: memory, extensionUri: extension } = context;
  const { openSet, disposable: sets } = registerLogSets(logs, settings, { memory, output, openAny });
  const large = registerLarge(logs, output, { storage, extension, memory, openAny, openSet, openPage });
  const open = vscode.commands.registerCommand(commands.openLog, async (first?: unknown, all?: unknown) => {
    const uris =
      chosenUris(first, all) ??
      (await vscode.window.showOpenDialog({
        canSelectMany: true,
        openLabel: say('openPrompt'),
        title: say('openPrompt'),
      }));
    for (const uri of uris ?? []) await openAny(uri);
  });
  return vscode.Disposable.from(open, sets, large.disposable);
}

/** What holds several logs, and what only a set reads. */
const archive = /\.(?:tar(?:\.\w{2,4})?|t[gx]z|tzst|zip|xz)$/i;
/** No editor shows its text, whatever its size. */
const packed = /\.(?:gz|zst)$/i;

/** Opens a log of any size; says so where it cannot. @param openLarge for what is too large for a document */
async function openLog(
  uri: vscode.Uri, openLarge: OpenLarge, output: vscode.LogOutputChannel,
): Promise<void> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size >= LARGEST_DOCUMENT || packed.test(uri.path)) return await openLarge(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const log = await vscode.languages.setTextDocumentLanguage(document, language);
    await vscode.window.showTextDocument(log, { preview: false });
  } catch (error) {
    // A failure of the outside world becomes one sentence; the rest goes to the output.
    const reason = error instanceof Error ? error.message : String(error);
    output.error(`opening ${uri.toString()}`, error instanceof Error ? error : reason);
    const log = nameOf(sourceOf(uri));
    const isChanged = error instanceof Error && 'code' in error && error.code === 'ECHANGED';
    void vscode.window.showErrorMessage(isChanged ? problemText(problemOf('changed', log))
      : say('openFailed', { log, reason }));
  }
}
