// The tree as a feature: the view, its commands (filter, search, show more, reveal, copy) and the following
// of the cursor.

import * as vscode from 'vscode';
import { outcomeText } from '../../core/render/operationText';
import { daySpan } from '../../core/render/titles';
import { commands, views } from '../contributes';
import { nameOf, sourceOf } from '../convert';
import { activeSource, cursorInLog, operationNear, tell } from '../cursor';
import type { Logs } from '../logs';
import { openPlace } from '../openPlace';
import { say } from '../say';
import type { Settings } from '../settings';
import { copyReport } from './copyReport';
import { filterName, groupingName, groupings } from './choiceNames';
import { registerDimming } from './items';
import type { InstanceItem } from './pickInstance';
import { summaryOf } from './presentGroups';
import type { TreeFilter, TreeNode } from './treeNode';
import { InstanceTree } from './view';

/** How long the cursor must rest before the tree follows it, milliseconds. */
const FOLLOW_DELAY = 200;

/** Shows the tree "Nova Instances"; the tree itself is handed out for those who test it. */
export function registerTree(
  logs: Logs,
  settings: Settings,
  memory: vscode.Memento,
): { tree: InstanceTree; disposable: vscode.Disposable } {
  const tree = new InstanceTree(logs, settings, memory);
  const register = vscode.commands.registerCommand;
  const disposable = vscode.Disposable.from(
    tree,
    registerDimming(),
    register(commands.filterInstances, () => chooseFilter(tree, settings)),
    register(commands.groupBy, () => chooseGrouping(tree)),
    register(commands.searchInstances, () => searchInstances(tree, logs)),
    register(commands.showMore, (id: unknown, shown: unknown) => {
      if (typeof id === 'string' && typeof shown === 'number') tree.showMore(id, shown);
    }),
    register(commands.showInstances, () => vscode.commands.executeCommand(`${views.instances}.focus`)),
    register(commands.showOperation, (id?: unknown) => showOperation(tree, logs, id)),
    // From a row: the focus stays in the tree, so that the arrow keys lead on through it.
    register(commands.goToPlace, async (source: unknown, line: unknown, name?: unknown) => {
      if (typeof source !== 'string' || typeof line !== 'number') return;
      await openPlace(source, line, {
        name: typeof name === 'string' ? name : undefined,
        preserveFocus: true,
      });
    }),
    register(commands.copyInstance, (node?: TreeNode) => copyInstance(node)),
    register(commands.copyReport, (node?: TreeNode) => copyReport(logs, node)),
    register(commands.copyCommand, (node?: TreeNode) => copyCommand(node)),
    register(commands.followCursor, () => settings.set('followCursor', true)),
    register(commands.unfollowCursor, () => settings.set('followCursor', false)),
    register(commands.forgetLog, (node?: TreeNode) => {
      if (node?.kind === 'large') logs.large.close(node.view.source);
      if (node?.kind !== 'log') return;
      logs.sets.hide(node.digest.source);
      logs.forget(vscode.Uri.parse(node.digest.source));
    }),
    followCursor(tree, logs, settings),
  );
  return { tree, disposable };
}

async function chooseFilter(tree: InstanceTree, settings: Settings): Promise<void> {
  const filters: readonly TreeFilter[] = ['all', 'failed', 'slow', 'in-progress'];
  const items = filters.map((filter) => ({
    label: filterName(filter, settings),
    filter,
    iconPath: filter === tree.filter ? new vscode.ThemeIcon('check') : undefined,
  }));
  const choice = await vscode.window.showQuickPick(
    items.map(({ iconPath, ...item }) => (iconPath ? { ...item, iconPath } : item)),
    { placeHolder: say('filterPrompt') },
  );
  if (!choice) return;
  tree.setFilter(choice.filter);
  await bringForward(tree);
}

async function chooseGrouping(tree: InstanceTree): Promise<void> {
  const items = groupings.map((grouping) => ({
    label: groupingName(grouping), grouping, picked: grouping === tree.grouping,
    ...(grouping === tree.grouping ? { iconPath: new vscode.ThemeIcon('check') } : {}),
  }));
  const choice = await vscode.window.showQuickPick(items, { placeHolder: say('groupPrompt') });
  if (!choice) return;
  tree.setGrouping(choice.grouping);
  await bringForward(tree);
}

/** Chosen from the palette, the choice would change a view that is not there. */
async function bringForward(tree: InstanceTree): Promise<void> {
  if (!tree.isVisible) await vscode.commands.executeCommand(`${views.instances}.focus`);
}

async function searchInstances(tree: InstanceTree, logs: Logs): Promise<void> {
  const items = logs.analysis.timelines.flatMap(({ instance, operations }) =>
    operations.map((operation) => ({
      label: instance,
      description: summaryOf([operation], say),
      detail: [
        outcomeText(operation, say), daySpan(operation.begin, operation.end), nameOf(operation.begin.source),
      ].filter((part) => part).join(say('separator')),
      operation,
      instance,
    })),
  );
  const choice = logs.large.files.size > 0
    ? await (await import('./pickInstance')).pickInstance(logs.large, items)
    : await pickOperation(items);
  if (!choice) return;
  const { operation, instance } = choice;
  if (!operation) return void vscode.commands.executeCommand(commands.openInstanceDocument, instance);
  await tree.reveal(operation, { log: operation.begin.source, focus: true });
  await openPlace(operation.begin.source, operation.begin.line);
}

async function pickOperation(items: readonly InstanceItem[]): Promise<InstanceItem | undefined> {
  if (items.length === 0) return void vscode.window.showInformationMessage(say('searchNothing'));
  return vscode.window.showQuickPick(items, {
    placeHolder: say('searchPrompt'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
}

// Without an argument it is the operation around the cursor.
async function showOperation(tree: InstanceTree, logs: Logs, id: unknown): Promise<void> {
  const cursor = typeof id === 'string' ? undefined : cursorInLog();
  const operation =
    typeof id === 'string' ? logs.lookup.operation(id) : cursor && operationNear(logs, cursor);
  if (!operation) return tell('noOperation');
  const source = activeSource();
  const spans = source === undefined ? [] : logs.lookup.operationsIn(source);
  const isHere = spans.some((span) => span.operation === operation);
  await tree.reveal(operation, {
    log: isHere && source !== undefined ? source : operation.begin.source,
    focus: true,
  });
}

async function copyInstance(node: TreeNode | undefined): Promise<void> {
  const instance =
    node?.kind === 'instance'
      ? node.instance
      : node && 'operation' in node
        ? node.operation?.instance
        : undefined;
  if (!instance) return;
  await vscode.env.clipboard.writeText(instance);
  vscode.window.setStatusBarMessage(say('copiedInstance', { instance }), 3000);
}

/** The command that would show a log which is not here. */
async function copyCommand(node: TreeNode | undefined): Promise<void> {
  const command = node?.kind === 'hole' ? node.hole.command : undefined;
  if (command === undefined) return;
  await vscode.env.clipboard.writeText(command);
  vscode.window.setStatusBarMessage(say('copiedChecks', { count: 1 }), 3000);
}

function followCursor(tree: InstanceTree, logs: Logs, settings: Settings): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !tree.isVisible || !settings.current.followCursor) return;
    const source = sourceOf(editor.document.uri);
    const line = editor.selection.active.line;
    const operation = logs.lookup.operationAt(source, line);
    if (!operation) return;
    const phase = logs.lookup.phaseAt(source, line, operation);
    await tree.reveal(operation, { log: source, phase, focus: false });
  };
  const followSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void follow(), FOLLOW_DELAY);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(followSoon),
    settings.onDidChange(followSoon),
    { dispose: () => clearTimeout(timer) },
  );
}
