// Outline, breadcrumbs and sticky scroll of a log: its operations with their phases and failures; and
// Ctrl+T, from a UUID to its instance. VS Code keeps the outline until the text changes, so an answer waits
// for the reading to end.

import * as vscode from 'vscode';
import type { OperationSpan } from '../core/lookup';
import type { Digest, Fault, Phase } from '../core/model';
import { operationLine, outcomeText, phaseText, shortId, shortName } from '../core/render/operationText';
import { phaseTitle } from '../core/render/titles';
import { language } from './contributes';
import { lineRange, locationOf, nameOf } from './convert';
import { uriOfExtract } from './extracts/address';
import type { Logs } from './logs';
import { say } from './say';

/** Ctrl+T lists at most this many. */
const MOST_SYMBOLS = 500;

export function registerSymbols(logs: Logs): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(language, {
      async provideDocumentSymbols(document, token) {
        const digest = await logs.settle(document.uri);
        return digest && !token.isCancellationRequested ? symbolsOf(logs, digest, document) : undefined;
      },
    }),
    vscode.languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: async (query) =>
        [...symbolsNamed(logs, query), ...await unreadNamed(logs, query)],
    }),
  );
}

function symbolsNamed({ analysis }: Logs, query: string): vscode.SymbolInformation[] {
  return analysis.timelines
    .filter(({ instance }) => instance.includes(query.trim().toLowerCase()))
    .slice(0, MOST_SYMBOLS)
    .flatMap(({ instance, operations }) => operations.map((operation) =>
      new vscode.SymbolInformation(
        `${instance} ${operation.kind}`, vscode.SymbolKind.Object, operationLine(operation, say),
        locationOf(operation.begin),
      )));
}

// Instances of large logs that nobody has looked at: what they lead to is read then.
async function unreadNamed({ large, analysis }: Logs, query: string): Promise<vscode.SymbolInformation[]> {
  const read = new Set(analysis.timelines.map(({ instance }) => instance));
  const found = query.trim() === '' ? [] : await large.find(query, MOST_SYMBOLS);
  return found.filter(({ id }) => !read.has(id)).map(({ id, source, lines }) => {
    const uri = uriOfExtract({ style: 'lines', subject: { kind: 'instance', id } });
    const where = `${nameOf(source)}${say('separator')}${say('countLines', { count: lines })}`;
    const place = new vscode.Location(uri, new vscode.Position(0, 0));
    return new vscode.SymbolInformation(id, vscode.SymbolKind.Object, where, place);
  });
}

function symbolsOf(
  logs: Logs,
  { source }: Digest,
  document: vscode.TextDocument,
): vscode.DocumentSymbol[] {
  const lookup = logs.lookupIn(source);
  const spans = lookup.operationsIn(source);
  const crowded = lookup.analysis.timelines.length > 1;
  let reach = -1;
  return spans.map((span, index) => {
    const { operation, first, last } = span;
    // Breadcrumbs look only at the first sibling around the cursor: spans that cross get one line each.
    const crosses = first <= reach || (spans[index + 1]?.first ?? Number.MAX_SAFE_INTEGER) <= last;
    reach = Math.max(reach, last);
    const selection = lineRange(document, first);
    const range = crosses ? selection : selection.union(lineRange(document, last));
    const name = crowded
      ? say('operationOf', { operation: operation.kind, instance: shortId(operation.instance) })
      : operation.kind;
    const symbol = new vscode.DocumentSymbol(
      name,
      outcomeText(operation, say),
      vscode.SymbolKind.Module,
      range,
      selection,
    );
    symbol.children = partsOf(span, source, document);
    return symbol;
  });
}

function partsOf(
  { operation, last }: OperationSpan,
  source: string,
  document: vscode.TextDocument,
): vscode.DocumentSymbol[] {
  const seen = operation.phases
    .map((phase) => ({
      phase,
      lines: phase.places.filter((place) => place.source === source).map(({ line }) => line),
    }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ phase, lines }) => ({ phase, first: lines.reduce((a, b) => Math.min(a, b)) }))
    .sort((a, b) => a.first - b.first);
  const phases = seen.map(({ phase, first }, index) => {
    const next = seen[index + 1]?.first ?? last + 1;
    return phaseSymbol(phase, lineRange(document, first), lineRange(document, Math.max(first, next - 1)));
  });
  const faults = [operation.rootCause, operation.fault]
    .filter((fault): fault is Fault => fault?.at.source === source)
    .filter((fault, index, all) => all.findIndex(({ at }) => at.line === fault.at.line) === index);
  // First, because breadcrumbs name the first of those around the cursor.
  return [...faults.map((fault) => faultSymbol(fault, document)), ...phases];
}

function phaseSymbol(phase: Phase, selection: vscode.Range, end: vscode.Range): vscode.DocumentSymbol {
  return new vscode.DocumentSymbol(
    phaseTitle(phase.id),
    phaseText(phase, say),
    vscode.SymbolKind.Field,
    selection.union(end),
    selection,
  );
}

function faultSymbol(fault: Fault, document: vscode.TextDocument): vscode.DocumentSymbol {
  const name = lineRange(document, fault.at.line);
  const range = name.union(lineRange(document, fault.firstLine)).union(lineRange(document, fault.lastLine));
  return new vscode.DocumentSymbol(shortName(fault), '', vscode.SymbolKind.Event, range, name);
}
