// A node's presentation as a TreeItem, with the line that a click on it goes to.

import * as vscode from 'vscode';
import { originNames } from '../../core/extracts/origins';
import type { Lookup } from '../../core/lookup';
import { shortName } from '../../core/render/operationText';
import { commands } from '../contributes';
import { nameOf } from '../convert';
import { say } from '../say';
import { present } from './present';
import { storyRows } from './storyRows';
import { faultsOf, isStory, type NodeOf, type TreeNode } from './treeNode';

const states = {
  none: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
} as const;

/** Rows with this scheme are shown dimmed, by `registerDimming`. */
const DIMMED = 'nova-lens-dimmed';

/** The row of a node, without its tooltip. */
export function itemOf(node: TreeNode, lookup: Lookup): vscode.TreeItem {
  const sources = lookup.analysis.digests.map(({ source }) => source);
  const name = (source: string) => nameOf(source, sources);
  const origins = originNames(lookup.analysis, name);
  const originOf = (source: string) => origins.get(source) ?? name(source);
  const look = present(node, { say, lookup, nameOf: name, originOf, lineText });
  const item = new vscode.TreeItem(look.label, states[look.collapsible]);
  item.id = node.id;
  item.description = look.description;
  item.iconPath = new vscode.ThemeIcon(look.icon, look.color ? new vscode.ThemeColor(look.color) : undefined);
  item.contextValue = node.kind === 'log' && !documentOf(node.digest.source) ? 'log.file' : look.context;
  item.accessibilityInformation = { label: look.spoken };
  if (look.dimmed) item.resourceUri = vscode.Uri.from({ scheme: DIMMED, path: `/${node.kind}` });
  const command = commandOf(node);
  if (command) item.command = command;
  return item;
}

function documentOf(source: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === source);
}

function lineText(source: string, line: number): string | undefined {
  const document = documentOf(source);
  return document && line < document.lineCount ? document.lineAt(line).text : undefined;
}

function commandOf(node: TreeNode): vscode.Command | undefined {
  if (node.kind === 'more') {
    return { command: commands.showMore, title: '', arguments: [node.parent.id, node.shown] };
  }
  if (node.kind === 'gone') {
    return { command: commands.readBeside, title: '', arguments: [node.gone.source] };
  }
  if (isOfLarge(node)) {
    return { command: commands.openInstanceDocument, title: '', arguments: [node.instance] };
  }
  const place = placeOf(node);
  return (
    place && { command: commands.goToPlace, title: '', arguments: [place.source, place.line, nameAt(node)] }
  );
}

/** Its document has the lines of the instance alone, also before any of them is known; its first line stands
 *  on a page with those of all others. */
function isOfLarge(node: TreeNode): node is NodeOf<'instance'> {
  return node.kind === 'instance' && (node.parent?.kind === 'large' || node.parent?.kind === 'failures');
}

/** What to look for on the line, so that it comes into sight on a long one. */
function nameAt(node: TreeNode): string | undefined {
  if (node.kind === 'finding') return node.name;
  return node.kind === 'fault' ? shortName(node.fault) : undefined;
}

/** The line that a click on the row goes to. */
function placeOf(node: TreeNode): { readonly source: string; readonly line: number } | undefined {
  if (isStory(node)) return storyRows()?.placeOf(node);
  switch (node.kind) {
    case 'log':
      return { source: node.digest.source, line: 0 };
    case 'instance':
      return node.operations[0]?.begin ?? node.beside[0]?.at;
    case 'request':
      return node.operations[0]?.begin;
    case 'cause':
      return node.group.first;
    case 'logLines':
      return { source: node.source, line: node.lines[0] ?? 0 };
    case 'operation':
      return node.operation.begin;
    case 'attempt':
      return node.attempt.begin;
    case 'phase':
      return node.phase.at ?? faultsOf(node)[0]?.at;
    case 'due':
      return node.due.since;
    case 'diagnosis':
      return node.diagnosis.evidence[0]?.at;
    case 'evidence':
      return node.evidence.at;
    case 'finding':
      return node.finding.at;
    case 'line':
      return node.place;
    case 'fault':
      return node.fault.at;
    case 'failures': case 'gone': case 'host': case 'hosts': case 'large':
    case 'lines':
    case 'logs':
    case 'unattributed':
    case 'more':
      return undefined;
  }
}

/** Gives rows of the dimmed scheme the colour of what is disabled. */
export function registerDimming(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: (uri) =>
      uri.scheme === DIMMED
        ? new vscode.FileDecoration(undefined, undefined, new vscode.ThemeColor('disabledForeground'))
        : undefined,
  });
}
