// Sets of logs as a feature: "Open Log Folder…", documents that show packed logs, and the offer to read what
// lies beside a log. What is done then is loaded when it is done.

import * as vscode from 'vscode';
import { field } from '../../core/field';
import { chosenUris } from '../chosen';
import { commands, language, packedScheme } from '../contributes';
import { nameOf, sourceOf, uriOf } from '../convert';
import type { Logs } from '../logs';
import { say } from '../say';
import type { Settings } from '../settings';

type Open = (uris: readonly vscode.Uri[]) => Promise<void>;

export interface SetOptions {
  readonly memory: vscode.Memento;
  readonly output: vscode.LogOutputChannel;
  /** Opens what is too large to be read with the others. */
  readonly openAny: (uri: vscode.Uri) => Promise<void>;
}

export function registerLogSets(
  logs: Logs, settings: Settings, { memory, output, openAny }: SetOptions,
): { readonly openSet: Open; readonly disposable: vscode.Disposable } {
  const open: Open = async (uris) => (await import('./openLogSet')).openLogSet(logs, uris, output, openAny);
  const command = vscode.commands.registerCommand(
    commands.openLogFolder,
    async (first?: unknown, all?: unknown) => {
      const uris = chosenUris(first, all) ?? await vscode.window.showOpenDialog({
        canSelectFiles: true, canSelectFolders: true, canSelectMany: true,
        openLabel: say('openPrompt'), title: say('openFolderPrompt'),
      });
      if (uris && uris.length > 0) await open(uris);
    },
  );
  const offers = offerSiblings(logs, settings, memory, open);
  const beside = (log?: unknown) => readBeside(log, open);
  const disposable = vscode.Disposable.from(
    command, vscode.commands.registerCommand(commands.readBeside, beside), registerPackedFiles(), offers,
  );
  return { openSet: open, disposable };
}

/** What was offered when the log was opened, whatever was answered then. @param log a source, or a row of the
 *  tree; else the log in front */
async function readBeside(log: unknown, open: Open): Promise<void> {
  const source = typeof log === 'string' ? log : field(field(log, 'digest'), 'source');
  const uri = typeof source === 'string' ? uriOf(source) : vscode.window.activeTextEditor?.document.uri;
  if (!uri) return void vscode.window.showInformationMessage(say('notALog'));
  const name = nameOf(sourceOf(uri));
  const { siblingsOf } = await import('./siblings');
  const found = await siblingsOf(name, vscode.Uri.joinPath(uri, '..'));
  if (found.length === 0) return void vscode.window.showInformationMessage(say('besideNone', { log: name }));
  await open([uri, ...found]);
}

function registerPackedFiles(): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const forbidden = (): never => {
    throw vscode.FileSystemError.NoPermissions(say('packedReadOnly'));
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    // what the text takes is not known before it is unpacked
    stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: 0 }),
    readFile: async (uri) => (await import('./packedFiles')).readPacked(uri),
    readDirectory: () => [],
    createDirectory: forbidden,
    writeFile: forbidden,
    delete: forbidden,
    rename: forbidden,
  };
  const options = { isCaseSensitive: true, isReadonly: new vscode.MarkdownString(say('packedReadOnly')) };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerFileSystemProvider(packedScheme, provider, options),
  );
}

/** Once for each folder, when the first log in it is shown; the answer holds when VS Code starts anew. */
function offerSiblings(
  logs: Logs, settings: Settings, memory: vscode.Memento, open: Open,
): vscode.Disposable {
  const asked = new Set<string>();
  const consider = () => {
    const { uri, languageId } = vscode.window.activeTextEditor?.document ?? {};
    if (!uri || languageId !== language || uri.scheme !== 'file') return;
    const folder = vscode.Uri.joinPath(uri, '..');
    if (settings.current.siblings === 'never' || asked.has(sourceOf(folder))) return;
    asked.add(sourceOf(folder));
    if (logs.sets.digests.has(sourceOf(uri))) return;
    void import('./siblings')
      .then(({ offerSiblingsOf }) => offerSiblingsOf({ uri, folder, settings, memory, open }));
  };
  // the log with which all this began is shown already; one that is found to be Nova's opens again as such
  consider();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(consider),
    vscode.workspace.onDidOpenTextDocument(consider),
  );
}
