// F12, Ctrl+F12, Shift+F12 and highlights: the start of an operation, the same request in other logs, every
// line of an instance or a request.

import * as vscode from 'vscode';
import type { Digest, Operation } from '../core/model';
import { extractScheme, language } from './contributes';
import { locationOf, sourceOf, uriOf } from './convert';
import type { Logs } from './logs';
import { messageStart, requestIn, tokenAcross, uuidIn, type Token } from './tokens';

/** The references view draws this many in half a second; nobody reads more. */
const MOST_LINES = 5000;

export function registerInstanceLines(logs: Logs): vscode.Disposable {
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerDefinitionProvider(language, {
      provideDefinition: (document, position) => definitionAt(logs, document, position),
    }),
    languages.registerImplementationProvider(language, {
      provideImplementation: (document, position) => elsewhere(logs, document, position),
    }),
    languages.registerReferenceProvider(language, {
      provideReferences: (document, position) => {
        const id = subjectAt(logs, document, position);
        return id === undefined ? undefined : locationsOf(logs.digests, id);
      },
    }),
    languages.registerDocumentHighlightProvider(language, {
      provideDocumentHighlights: (document, position) => highlightsAt(logs, document, position),
    }),
  );
}

/** Every line of an instance, log by log. */
export function instanceLocations(logs: Logs, instance: string): vscode.Location[] {
  return locationsOf(logs.digests, instance);
}

/** The token at a position, whole even where the text is hard-wrapped. */
export function tokenIn(
  logs: Logs,
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): Token | undefined {
  const lineText = (at: number) =>
    at >= 0 && at < document.lineCount ? document.lineAt(at).text : undefined;
  const wrapped = logs.digestOf(document.uri)?.layout.wrappedAt !== undefined;
  return tokenAcross(lineText, line, character, wrapped);
}

function instanceAt(logs: Logs, uri: vscode.Uri, line: number): string | undefined {
  const source = sourceOf(uri);
  return logs.lookupIn(source).instanceAt(source, line);
}

// What the position is about: a request under the cursor, an instance or what is tied to one, else the
// line's own.
function subjectAt(logs: Logs, document: vscode.TextDocument, position: vscode.Position): string | undefined {
  const token = tokenIn(logs, document, position);
  const request = token && requestIn(token.text);
  if (request) return request;
  const uuid = token && uuidIn(token.text);
  return (uuid && instanceOf(logs, uuid)) ?? instanceAt(logs, document.uri, position.line);
}

/** The instance that an id names or, in some open log, belongs to. */
export function instanceOf(logs: Logs, id: string): string | undefined {
  if (logs.lookup.operationsOf(id).length > 0 || logs.digests.some((digest) => digest.linesOf(id).length > 0))
    return id;
  // An empty name stands for a request that touches several instances and so belongs to none.
  return logs.digests.map(({ ties }) => ties.get(id)).find((instance) => instance);
}

function locationsOf(digests: readonly Digest[], id: string): vscode.Location[] {
  const found: vscode.Location[] = [];
  for (const digest of digests) {
    const uri = uriOf(digest.source);
    const document = vscode.workspace.textDocuments.find((one) => sourceOf(one.uri) === digest.source);
    for (const line of digest.linesOf(id).slice(0, MOST_LINES - found.length)) {
      found.push(new vscode.Location(uri, messageRange(document, line)));
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

function definitionAt(
  logs: Logs,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.DefinitionLink[] | undefined {
  // A line of an extract leads to its log.
  if (document.uri.scheme === extractScheme) return undefined;
  const token = tokenIn(logs, document, position);
  const operation = operationOf(logs, document, position, token);
  if (!operation) return undefined;
  const { uri, range } = locationOf(operation.begin);
  const link: vscode.DefinitionLink = { targetUri: uri, targetRange: range };
  if (token) {
    link.originSelectionRange = new vscode.Range(position.line, token.start, position.line, token.end);
  }
  return [link];
}

function operationOf(
  logs: Logs,
  { uri }: vscode.TextDocument,
  { line }: vscode.Position,
  token: Token | undefined,
): Operation | undefined {
  const lookup = logs.lookupIn(sourceOf(uri));
  const request = token && requestIn(token.text);
  const ofRequest = request && lookup.operationsOfRequest(request)[0];
  if (ofRequest) return ofRequest;
  const uuid = token && uuidIn(token.text);
  const named = uuid && instanceOf(logs, uuid);
  const instance = named ?? lookup.instanceAt(sourceOf(uri), line);
  if (!instance) return undefined;
  const around = lookup.operationAt(sourceOf(uri), line, instance);
  return around ?? (named ? lookup.operationsOf(named)[0] : undefined);
}

function elsewhere(
  logs: Logs,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Location[] | undefined {
  const token = tokenIn(logs, document, position);
  const source = sourceOf(document.uri);
  const around = logs.lookupIn(source).operationAt(source, position.line);
  const request = (token && requestIn(token.text)) ?? around?.request;
  return request === undefined
    ? undefined
    : locationsOf(
        logs.digests.filter((digest) => digest.source !== source),
        request,
      );
}

/** On screen and a little around it: highlights are asked for at every move of the cursor. */
const NEAR = 2000;

function highlightsAt(
  logs: Logs,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.DocumentHighlight[] | undefined {
  const token = tokenIn(logs, document, position);
  const id = token && (requestIn(token.text) ?? uuidIn(token.text));
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
