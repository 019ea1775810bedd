// A node's presentation as a TreeItem. Tooltips are made when the pointer rests on a row, not before.

import * as vscode from 'vscode';
import type { Lookup } from '../../core/lookup';
import type { Operation, Phase } from '../../core/model';
import { chainText, operationLine, renderSeconds } from '../../core/render/operationText';
import { clockTime, phaseSpec } from '../../core/render/titles';
import { commands } from '../contributes';
import { nameOf, uriOf } from '../convert';
import { say } from '../say';
import type { TreeNode } from './nodes';
import { present, sourceOf } from './present';

const states = {
  none: vscode.TreeItemCollapsibleState.None,
  collapsed: vscode.TreeItemCollapsibleState.Collapsed,
  expanded: vscode.TreeItemCollapsibleState.Expanded,
} as const;

/** Rows with this scheme are shown dimmed, by `registerDimming`. */
const DIMMED = 'nova-lens-dimmed';

/** The row of a node, without its tooltip. */
export function itemOf(node: TreeNode, lookup: Lookup): vscode.TreeItem {
  const look = present(node, { say, lookup, nameOf, lineText });
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
  const place = placeOf(node);
  return place && { command: commands.goToPlace, title: '', arguments: [place.source, place.line] };
}

/** The line that a click on the row goes to. */
function placeOf(node: TreeNode): { readonly source: string; readonly line: number } | undefined {
  switch (node.kind) {
    case 'log':
      return { source: node.digest.source, line: 0 };
    case 'instance':
      return node.operations[0]?.begin;
    case 'operation':
      return node.operation.begin;
    case 'attempt':
      return node.attempt.begin;
    case 'phase':
      return node.phase.at;
    case 'due':
      return node.due.since;
    case 'line':
      return node.place;
    case 'unattributed':
    case 'more':
      return undefined;
  }
}

/** What to say when the pointer rests on a row; undefined where the row says it all. */
export function tooltipOf(node: TreeNode): vscode.MarkdownString | undefined {
  switch (node.kind) {
    case 'operation':
      return operationTooltip(node.operation);
    case 'phase':
      return phaseTooltip(node.phase, sourceOf(node));
    case 'unattributed':
      return new vscode.MarkdownString(say('unattributedLong'));
    case 'due':
      return new vscode.MarkdownString(
        say('dueLong', { line: node.due.since.line + 1, service: node.due.service }),
      );
    case 'log':
    case 'instance':
    case 'attempt':
    case 'line':
    case 'more':
      return undefined;
  }
}

function operationTooltip(operation: Operation): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendText(operationLine(operation, say));
  const chain = chainText(operation);
  const rows = [
    chain,
    operation.request ?? '',
    [clockTime(operation.begin), clockTime(operation.end)].filter((time) => time).join(' – '),
    operation.basis === 'implied' ? say('impliedLong') : '',
  ];
  for (const row of rows.filter((one) => one)) text.appendMarkdown('\n\n').appendText(row);
  return text;
}

function phaseTooltip(phase: Phase, source: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(phaseSpec(phase.id).what);
  if (phase.seconds !== undefined) {
    const how = say(phase.secondsFrom === 'nova' ? 'tookByNova' : 'tookByLines');
    text.appendMarkdown(`\n\n${say('hoverTook', { duration: renderSeconds(phase.seconds) })}, ${how}`);
  }
  if (phase.at && phase.at.source !== source) {
    text
      .appendMarkdown('\n\n')
      .appendText(say('lineIn', { log: nameOf(phase.at.source), line: phase.at.line + 1 }));
  }
  return text;
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

/** A place's line, opened in an editor with the cursor on it. */
export async function openPlace(source: string, line: number, preserveFocus = false): Promise<void> {
  const at = new vscode.Position(Math.max(0, line), 0);
  // The command, and not showTextDocument: it also opens files that are too large for an extension to see.
  const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(at, at), preserveFocus };
  await vscode.commands.executeCommand('vscode.open', uriOf(source), options);
}
