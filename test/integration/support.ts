// What the tests beside this file share: logs opened from strings, answers of VS Code awaited, no fixed
// sleeps.
//
// To add a test: write FEATURE.test.ts here with `suite` and `test` from 'mocha' and `node:assert`; it is
// found by its name. It runs in the node host and in a web worker, so it imports nothing else of node: and no
// file of src/ but contributes.ts; what a feature *says* is tested in test/unit. Open logs by `openLog`, wait
// by `until`. Run: npm test -- vscode-node (newest VS Code), vscode-floor (oldest supported), vscode-web
// (worker host).

import assert from 'node:assert';
import * as vscode from 'vscode';

/** This extension, activated. */
export async function activated(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension('nova-lens.nova-lens');
  assert.ok(extension, 'the extension is known to VS Code');
  await extension.activate();
  return extension;
}

/** Asks again until the answer is neither undefined nor false. Fails with `what` after `ms` milliseconds. */
export async function until<T>(
  what: string, ask: () => T | undefined | false | PromiseLike<T | undefined | false>, ms = 15_000,
): Promise<T> {
  for (const end = Date.now() + ms; ;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited ${ms} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The folder that the window has open: a temporary one, written anew for each run. */
export function workspaceUri(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return folder.uri;
}

/** Writes a file of that name into a folder of its own: VS Code keeps a path in mind. */
export async function writeFile(text: string, name: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(workspaceUri(), `case-${Math.random().toString(36).slice(2)}`, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Opens the text as a file of that name and shows it. */
export async function openLog(text: string, name = 'nova-compute.log'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(await writeFile(text, name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Makes the file behind a document longer, as a running service does, and waits until the editor has seen
 *  it. */
export async function appendToLog(document: vscode.TextDocument, text: string): Promise<void> {
  const longer = document.getText() + text;
  await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(longer));
  await until('the editor shows the longer file', () => document.getText() === longer);
}

/** Where the text stands first (or behind `offset`), moved by `into` characters. */
export function positionOf(document: vscode.TextDocument, text: string, into = 0): vscode.Position {
  const index = document.getText().indexOf(text);
  assert.ok(index >= 0, `the log has: ${text}`);
  return document.positionAt(index + into);
}

/** Code lenses with their titles resolved. */
export async function lensesOf({ uri }: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 1000);
}

/** All hovers at a position, as one text. */
export async function hoverAt({ uri }: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents)
    .map((content) => typeof content === 'string' ? content : content.value)
    .join('\n');
}

/** Quick fixes at a range. */
export async function fixesAt(
  { uri }: vscode.TextDocument, range: vscode.Range,
): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
}

/** Closes every editor, so that the next test starts with none. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
