// F12 and Ctrl+F12: from an id to where it begins (a request in its caller, an operation at its first line,
// any other id at the line that says whose it is), and to the same request in the logs of other services.

import * as vscode from 'vscode';
import { requestIndexOf, type RequestSight } from '../core/joins/requestTree';
import type { Operation, Place } from '../core/model';
import { extractScheme, language } from './contributes';
import { locationOf, sourceOf } from './convert';
import { idAt } from './ids';
import { locationsOfId, ownerOf } from './instanceLines';
import type { Logs } from './logs';
import { requestIn, type Token } from './tokens';

export function registerDefinitions(logs: Logs): vscode.Disposable {
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerDefinitionProvider(language, {
      provideDefinition: (document, position) => definitionAt(logs, document, position),
    }),
    languages.registerImplementationProvider(language, {
      provideImplementation: (document, position) => elsewhere(logs, document, position),
    }),
  );
}

function definitionAt(
  logs: Logs, document: vscode.TextDocument, position: vscode.Position,
): vscode.DefinitionLink[] | undefined {
  // A line of an extract leads to its log.
  if (document.uri.scheme === extractScheme) return undefined;
  const id = idAt(logs, document, position);
  const places = id ? beginsOf(logs, id.text, document, position.line) : [];
  const operation = places.length > 0 ? undefined : operationAround(logs, document, position.line);
  const found = operation ? [operation.begin] : places;
  return found.length === 0 ? undefined : found.map((place) => linkTo(place, id, position));
}

function linkTo(place: Place, id: Token | undefined, { line }: vscode.Position): vscode.DefinitionLink {
  const { uri, range } = locationOf(place);
  const link: vscode.DefinitionLink = { targetUri: uri, targetRange: range };
  if (id) link.originSelectionRange = new vscode.Range(line, id.start, line, id.end);
  return link;
}

function beginsOf(
  logs: Logs, id: string, document: vscode.TextDocument, line: number,
): readonly Place[] {
  if (requestIn(id)) return beginsOfRequest(logs, id);
  const source = sourceOf(document.uri);
  const owner = ownerOf(logs, id, source);
  if (!owner) return [];
  const { instance, at } = owner;
  // What is tied to an instance is explained by the line that ties it.
  if (id !== instance && at && !(at.line === line && at.source === source)) return [at];
  const around = logs.lookup.operationAt(source, line, instance);
  const operation = around ?? logs.lookup.operationsOf(instance)[0];
  return operation ? [operation.begin] : [];
}

// A request that another one caused begins there; one that nothing here caused, at its operation.
function beginsOfRequest(logs: Logs, request: string): readonly Place[] {
  const index = requestIndexOf(logs.analysis);
  const node = index.node(request);
  const callers = (node?.causedBy ?? []).flatMap(({ asked, caller }) =>
    asked ?? firstOf(index.node(caller)?.sights) ?? []);
  if (callers.length > 0) return callers;
  const operation = logs.lookup.operationsOfRequest(request)[0];
  const first = operation?.begin ?? firstOf(node?.sights);
  return first ? [first] : [];
}

/** The earliest first line; where no time is known, that of the first log. */
function firstOf(sights: readonly RequestSight[] = []): Place | undefined {
  const timeOf = ({ first }: RequestSight) => first.time ?? Number.MAX_SAFE_INTEGER;
  return [...sights].sort((a, b) => timeOf(a) - timeOf(b))[0]?.first;
}

function operationAround(logs: Logs, { uri }: vscode.TextDocument, line: number): Operation | undefined {
  const source = sourceOf(uri);
  return logs.lookupIn(source).operationAt(source, line);
}

function elsewhere(
  logs: Logs, document: vscode.TextDocument, position: vscode.Position,
): vscode.Location[] | undefined {
  const source = sourceOf(document.uri);
  const id = idAt(logs, document, position)?.text;
  const here = logs.lookupIn(source).operationAt(source, position.line);
  const request = (id && requestIn(id)) ?? here?.request;
  if (request === undefined) return undefined;
  const others = locationsOfId(logs, request, (one) => one !== source);
  const index = requestIndexOf(logs.analysis);
  const caused = (index.node(request)?.caused ?? [])
    .flatMap(({ callee }) => index.node(callee)?.sights ?? [])
    .map(({ first }) => locationOf(first));
  return [...others, ...caused];
}
