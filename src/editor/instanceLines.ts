// Shift+F12 and highlights: every line of an instance, a request or any other id; which instance an id
// belongs to.

import * as vscode from 'vscode';
import { instanceOfId, linesOfId, type LinesOfId, type OwnerOfId } from '../core/joins/linesOfId';
import { language } from './contributes';
import { locationAt, sourceOf, uriOf } from './convert';
import { idAt } from './ids';
import type { Logs } from './logs';
import { tokenIn } from './tokenIn';
import { messageStart } from './tokens';

/** The references view draws this many in half a second; nobody reads more. */
const MOST_LINES = 5000;

export function registerInstanceLines(logs: Logs): vscode.Disposable {
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerReferenceProvider(language, {
      provideReferences: (document, position) => {
        const id = subjectAt(logs, document, position);
        return id === undefined ? undefined : locationsOfId(logs, id);
      },
    }),
    languages.registerDocumentHighlightProvider(language, {
      provideDocumentHighlights: (document, position) => highlightsAt(logs, document, position),
    }),
  );
}


function instanceAt(logs: Logs, uri: vscode.Uri, line: number): string | undefined {
  const source = sourceOf(uri);
  return logs.lookupIn(source).instanceAt(source, line);
}

// What the position is about: the id under the cursor, else the line's own instance.
function subjectAt(logs: Logs, document: vscode.TextDocument, position: vscode.Position): string | undefined {
  return idAt(logs, document, position)?.text ?? instanceAt(logs, document.uri, position.line);
}

/** The instance that an id names or belongs to, as far as the open logs say; undefined: they do not. */
export function instanceOf(logs: Logs, id: string, source?: string): string | undefined {
  return ownerOf(logs, id, source)?.instance;
}

/** The same, with the line that says so. @param source the log in which the id stands */
export function ownerOf(logs: Logs, id: string, source?: string): OwnerOfId | undefined {
  const named = instanceOfId(logs.analysis, id, source);
  if (named) return named;
  const isTied = logs.digests.some(({ ties }) => [...ties.values()].includes(id));
  return isTied ? { instance: id, at: undefined, isShared: false } : undefined;
}

/** Every line of an id, log by log; of one whose lines are not kept, those of its instance. */
export function locationsOfId(
  logs: Logs, id: string, isWanted = (_source: string) => true,
): vscode.Location[] {
  const own = locationsOf(linesOfId(logs.analysis, id).filter(({ source }) => isWanted(source)));
  if (own.length > 0) return own;
  const instance = instanceOf(logs, id);
  return instance === undefined || instance === id ? [] : locationsOfId(logs, instance, isWanted);
}

function locationsOf(logs: readonly LinesOfId[]): vscode.Location[] {
  const found: vscode.Location[] = [];
  for (const { source, lines } of logs) {
    const uri = uriOf(source);
    const document = vscode.workspace.textDocuments.find((one) => sourceOf(one.uri) === source);
    for (const line of lines.slice(0, MOST_LINES - found.length)) {
      const shown = document && new vscode.Location(uri, messageRange(document, line));
      found.push(shown ?? locationAt(source, line));
    }
  }
  return found;
}

/** The references list begins a line at the word this many columns before the range. */
const SHOWN_BEFORE = 8;

// Heads of lines are all alike: the range begins so that the list shows the message from its first letter.
function messageRange(document: vscode.TextDocument | undefined, line: number): vscode.Range {
  if (!document || line >= document.lineCount) return new vscode.Range(line, 0, line, 0);
  const { text } = document.lineAt(line);
  const column = Math.min(messageStart(text) + SHOWN_BEFORE, text.length);
  return new vscode.Range(line, column, line, column);
}

/** On screen and a little around it: highlights are asked for at every move of the cursor. */
const NEAR = 2000;

function highlightsAt(
  logs: Logs,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.DocumentHighlight[] | undefined {
  const id = idAt(logs, document, position)?.text;
  const token = tokenIn(logs, document, position);
  // Dates, times and process ids stand on every line: alone, so that the editor marks no others.
  if (token && !id && /^\d/.test(token.text)) {
    return [
      new vscode.DocumentHighlight(new vscode.Range(position.line, token.start, position.line, token.end)),
    ];
  }
  const digest = logs.digestOf(document.uri);
  if (!id || !digest) return undefined;
  const lines = digest
    .linesOf(id)
    .filter((line) => Math.abs(line - position.line) < NEAR && line < document.lineCount);
  // Without kept lines the editor's own search for the word does it.
  return lines.length === 0
    ? undefined
    : lines.map((line) => {
        const { text, firstNonWhitespaceCharacterIndex: indent } = document.lineAt(line);
        const at = text.toLowerCase().indexOf(id);
        const [start, end] = at >= 0 ? [at, at + id.length] : [indent, text.length];
        return new vscode.DocumentHighlight(
          new vscode.Range(line, start, line, end),
          vscode.DocumentHighlightKind.Text,
        );
      });
}
