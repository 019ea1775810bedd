// Extracts as a feature: their file system, what stands in their margin, the commands that open and compare
// them, and the way from a line of theirs back to its log.

import * as vscode from 'vscode';
import type { ExtractRow } from '../../core/extracts/rows';
import type { Place, Subject } from '../../core/model';
import { commands, extractScheme, language } from '../contributes';
import { locationOf, nameOf, uriOf } from '../convert';
import { tell } from '../cursor';
import type { Logs } from '../logs';
import { openPlace } from '../openPlace';
import { say } from '../say';
import type { Settings } from '../settings';
import { addressOf, operationAddress, uriOfExtract } from './address';
import { compareOperation } from './compare';
import { Extracts } from './extracts';
import { registerMargin } from './margin';
import { openSpan } from './span';
import { subjectFor } from './target';

export function registerExtracts(
  logs: Logs, settings: Settings, output: vscode.LogOutputChannel,
): vscode.Disposable {
  const extracts = new Extracts(logs, settings, output);
  logs.large.originOf = (uri, row) => extracts.rowsOf(uri)?.[row]?.place;
  logs.large.rowOf = (at) => rowOf(at, extracts);
  logs.large.onlyLogOf = (document) => onlyLogOf(extracts.rowsOf(uriOf(document)) ?? []);
  const register = vscode.commands.registerCommand;
  const open = (command: string, kind: Subject['kind']) =>
    register(command, (target?: unknown) => openExtract(logs, kind, target));
  return vscode.Disposable.from(
    extracts,
    registerMargin(extracts),
    vscode.workspace.registerFileSystemProvider(extractScheme, extracts, {
      isCaseSensitive: true,
      isReadonly: new vscode.MarkdownString(say('extractReadOnly')),
    }),
    open(commands.openInstanceDocument, 'instance'),
    open(commands.openRequestDocument, 'request'),
    open(commands.openOperationDocument, 'operation'),
    open(commands.openFailures, 'failures'),
    register(commands.openSpan, () => openSpan(logs)),
    register(commands.compareWith, (one?: unknown, other?: unknown) => compareOperation(logs, one, other)),
    register(commands.goToOrigin, () => goToOrigin(extracts)),
    register(commands.copyWithOrigin, () => copyWithOrigin(extracts)),
    vscode.languages.registerDefinitionProvider({ language, scheme: extractScheme }, {
      provideDefinition: ({ uri }, { line }) => {
        const place = extracts.rowsOf(uri)?.[line]?.place;
        return place && locationOf(place);
      },
    }),
  );
}

/** The row of a line in a document before a person; a page is only where the line is shown anyway. */
function rowOf({ source, line }: Place, extracts: Extracts): vscode.Location | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  for (const editor of [activeTextEditor, ...visibleTextEditors]) {
    const uri = editor?.document.uri;
    const address = uri && addressOf(uri);
    if (!address || address.subject.kind === 'page') continue;
    const rows = extracts.rowsOf(uri) ?? [];
    const row = rows.findIndex(({ place }) => place?.line === line && place.source === source);
    if (row >= 0) return new vscode.Location(uri, new vscode.Position(row, 0));
  }
  return undefined;
}

function onlyLogOf(rows: readonly ExtractRow[]): string | undefined {
  const log = rows.find(({ place }) => place)?.place?.source;
  return rows.every(({ place }) => !place || place.source === log) ? log : undefined;
}

async function openExtract(logs: Logs, kind: Subject['kind'], target: unknown): Promise<void> {
  const subject = subjectFor(logs, kind, target);
  if (!subject) return tell('noInstanceHere');
  const operation = kind === 'operation' ? logs.lookup.operation(subject.id) : undefined;
  const uri = uriOfExtract(operation ? operationAddress(operation, 'lines') : { subject, style: 'lines' });
  const options: vscode.TextDocumentShowOptions = { preview: false };
  await vscode.commands.executeCommand('vscode.open', uri, options);
}

/** From a line of an extract to the same line in its log. */
async function goToOrigin(extracts: Extracts): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const place = editor && extracts.rowsOf(editor.document.uri)?.[editor.selection.active.line]?.place;
  if (!place) return tell('noOrigin');
  await openPlace(place.source, place.line);
}

/** Copies the selected lines, or all of them, each with its log and line in front, as grep -n writes them. */
async function copyWithOrigin(extracts: Extracts): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const rows = editor && extracts.rowsOf(editor.document.uri);
  if (!rows) return tell('noOrigin');
  const { start, end, isEmpty } = editor.selection;
  const chosen = isEmpty ? rows : rows.slice(start.line, end.line + 1);
  const sources = [...new Set(rows.flatMap(({ place }) => place?.source ?? []))];
  const lines = chosen.flatMap(({ place, text }) =>
    place ? [`${nameOf(place.source, sources)}:${place.line + 1}:${text}`] : []);
  await vscode.env.clipboard.writeText(`${lines.join('\n')}\n`);
  vscode.window.setStatusBarMessage(say('copiedLines', { count: lines.length }), 3000);
}

