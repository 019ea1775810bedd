// Places, severities and sources of the core ↔ positions, ranges and uris of VS Code. Lines may lie behind
// the end of a document that was edited since it was read: every range is cut to what is there.

import * as vscode from 'vscode';
import type { Place, Severity } from '../core/model';

export function sourceOf(uri: vscode.Uri): string {
  return uri.toString();
}

export function uriOf(source: string): vscode.Uri {
  return vscode.Uri.parse(source);
}

/** What the disk calls a log: its file, and behind `!/` the way into an archive. */
export function pathOfLog(uri: vscode.Uri): string {
  const inside = uri.path.indexOf('!/');
  const file = uri.with({ scheme: 'file', path: inside < 0 ? uri.path : uri.path.slice(0, inside) });
  return file.fsPath + (inside < 0 ? '' : uri.path.slice(inside));
}

/** The text of a line without its indentation; an empty range at the end where the document is shorter. */
export function lineRange(document: vscode.TextDocument, line: number): vscode.Range {
  const { range, firstNonWhitespaceCharacterIndex } = document.lineAt(
    Math.max(0, Math.min(line, document.lineCount - 1)),
  );
  return new vscode.Range(
    range.start.line,
    firstNonWhitespaceCharacterIndex,
    range.end.line,
    range.end.character,
  );
}

/** Where a line of a log is shown that no editor bears as a whole; undefined: in its own document. */
export type Elsewhere = (source: string, line: number) => vscode.Location | undefined;

let elsewhere: Elsewhere = () => undefined;

/** What leads to a line leads there from now on. */
export function showElsewhere(shown: Elsewhere): void {
  elsewhere = shown;
}

/** The start of a line, where it is shown. */
export function locationAt(source: string, line: number): vscode.Location {
  return elsewhere(source, line) ?? new vscode.Location(uriOf(source), new vscode.Position(line, 0));
}

/** The start of a place's line. */
export function locationOf({ source, line }: Place): vscode.Location {
  return locationAt(source, line);
}

export function severityOf(severity: Severity): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'information':
      return vscode.DiagnosticSeverity.Information;
    case 'hint':
      return vscode.DiagnosticSeverity.Hint;
  }
}

/** A path of the settings: from the root of the file system, or from the folder of the workspace. */
export function resolvePath(path: string, near?: vscode.Uri): vscode.Uri {
  if (/^[a-zA-Z]:[\\/]/.test(path)) return vscode.Uri.file(path);
  const { workspaceFolders: all } = vscode.workspace;
  const folder = (near && vscode.workspace.getWorkspaceFolder(near)) ?? all?.[0];
  const base = folder?.uri ?? near ?? vscode.Uri.file('/');
  return path.startsWith('/') ? base.with({ path }) : vscode.Uri.joinPath(base, path);
}

/**
 * The last part of a source's path: how people name the log.
 * @param others sources that must not get the same name: the folder is then named too
 */
export function nameOf(source: string, others: readonly string[] = []): string {
  const parts = uriOf(source).path.split('/').filter((part) => part !== '');
  const name = parts.at(-1) ?? source;
  const isAmbiguous = others.some((other) => other !== source && nameOf(other) === name);
  return isAmbiguous ? parts.slice(-2).join('/') : name;
}

/** The path of a document that is made of a log: beside it, so that those of logs of one name differ.
 *  @param named the document's name, by what the log is called */
export function pathBeside(source: string, named: (log: string) => string): string {
  const { path } = uriOf(source);
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return `${folder}/${named(nameOf(source).replace(/\.log$/, '').replace(/[\\\p{Cc}]/gu, '-'))}`;
}
