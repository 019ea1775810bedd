// The call hierarchy of a request: what caused it, and which requests it caused, over all logs.

import * as vscode from 'vscode';
import { requestIndexOf, type RequestIndex, type RequestNode } from '../core/joins/requestTree';
import type { RequestCall } from '../core/model';
import { shortId } from '../core/render/operationText';
import { language } from './contributes';
import { locationOf, nameOf, sourceOf, uriOf } from './convert';
import { idAt } from './ids';
import type { Logs } from './logs';
import { say } from './say';
import { requestIn } from './tokens';

class RequestItem extends vscode.CallHierarchyItem {
  readonly request: string;

  constructor(node: RequestNode, logs: Logs) {
    const [first] = node.sights;
    const { uri, range } = locationOf(first?.first ?? { source: '', line: 0, time: undefined });
    super(vscode.SymbolKind.Event, shortId(node.request), detailOf(node, logs), uri, range, range);
    this.request = node.request;
  }
}

export function registerCallHierarchy(logs: Logs): vscode.Disposable {
  return vscode.languages.registerCallHierarchyProvider(language, {
    prepareCallHierarchy(document, position) {
      const request = requestAt(logs, document, position);
      const node = request === undefined ? undefined : requestIndexOf(logs.analysis).node(request);
      return node && node.sights.length > 0 ? new RequestItem(node, logs) : undefined;
    },
    provideCallHierarchyIncomingCalls(item) {
      return callsOf(logs, item, 'causedBy').map(({ other, calls }) =>
        new vscode.CallHierarchyIncomingCall(other, rangesIn(calls, other)));
    },
    provideCallHierarchyOutgoingCalls(item) {
      return callsOf(logs, item, 'caused').map(({ other, calls }) =>
        new vscode.CallHierarchyOutgoingCall(other, rangesIn(calls, item)));
    },
  });
}

/** The request under the cursor, else the line's own. */
function requestAt(
  logs: Logs, document: vscode.TextDocument, position: vscode.Position,
): string | undefined {
  const id = idAt(logs, document, position)?.text;
  const source = sourceOf(document.uri);
  return (id && requestIn(id)) ?? requestIn(document.lineAt(position.line).text)
    ?? logs.lookupIn(source).operationAt(source, position.line)?.request;
}

function callsOf(
  logs: Logs, item: vscode.CallHierarchyItem, side: 'caused' | 'causedBy',
): readonly { readonly other: RequestItem; readonly calls: readonly RequestCall[] }[] {
  if (!(item instanceof RequestItem)) return [];
  const index = requestIndexOf(logs.analysis);
  const calls = index.node(item.request)?.[side] ?? [];
  return calls.flatMap((call) => {
    const node = seen(index, side === 'caused' ? call.callee : call.caller);
    return node ? [{ other: new RequestItem(node, logs), calls: [call] }] : [];
  });
}

// A request that is only named has no line to go to.
function seen(index: RequestIndex, request: string): RequestNode | undefined {
  const node = index.node(request);
  return node && node.sights.length > 0 ? node : undefined;
}

/** Where the caller says so, as far as its log does; else its first line. */
function rangesIn(calls: readonly RequestCall[], caller: vscode.CallHierarchyItem): vscode.Range[] {
  const source = sourceOf(caller.uri);
  const places = calls.flatMap(({ asked, at }) => [asked, at].filter((one) => one?.source === source));
  const ranges = places.flatMap((place) => (place ? [locationOf(place).range] : []));
  return ranges.length > 0 ? ranges : [caller.selectionRange];
}

function detailOf({ sights, instance }: RequestNode, logs: Logs): string {
  const sources = logs.digests.map(({ source }) => source);
  const services = sights.map(({ service, host, source }) =>
    (service ? [service, host].filter((part) => part).join('@') : nameOf(uriOf(source).toString(), sources)));
  const owner = instance === undefined ? '' : shortId(instance);
  return [[...new Set(services)].join(', '), owner].filter((part) => part).join(say('separator'));
}
