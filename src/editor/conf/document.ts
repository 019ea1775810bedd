// A nova.conf in an editor → its settings, parsed once for each version of the text, and what stands at a
// position.

import * as vscode from 'vscode';
import { parseConf } from '../../core/conf/conf';
import type { ConfEdit } from '../../core/conf/confEdit';
import type { ConfFile, ConfSection, ConfSetting, ConfSpan } from '../../core/conf/conf';
import { sourceOf } from '../convert';

const parsed = new WeakMap<vscode.TextDocument, { readonly version: number; readonly file: ConfFile }>();

export function confOf(document: vscode.TextDocument): ConfFile {
  const known = parsed.get(document);
  if (known?.version === document.version) return known.file;
  const file = parseConf(document.getText(), sourceOf(document.uri));
  parsed.set(document, { version: document.version, file });
  return file;
}

/** The setting whose name or value stands at the position. */
export function settingAt(file: ConfFile, { line, character }: vscode.Position): ConfSetting | undefined {
  return file.settings.find(({ keySpan, lastLine }) =>
    (line === keySpan.line ? character >= keySpan.start : line > keySpan.line && line <= lastLine));
}

/** The section in which a line stands. */
export function sectionAt(file: ConfFile, line: number): ConfSection | undefined {
  return file.sections.filter(({ span }) => span.line <= line).at(-1);
}

export function rangeOf({ line, start, end }: ConfSpan): vscode.Range {
  return new vscode.Range(line, start, line, end);
}

/** Adds edits of one file to what is applied at once. */
export function addEdits(
  all: vscode.WorkspaceEdit, uri: vscode.Uri, edits: readonly ConfEdit[],
  metadata?: vscode.WorkspaceEditEntryMetadata,
): void {
  for (const { line, start, lastLine, end, text } of edits) {
    all.replace(uri, new vscode.Range(line, start, lastLine, end), text, metadata);
  }
}
