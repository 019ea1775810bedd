// The tree: its levels, its clicks, its filter, and that it follows lenses, cursor and tabs.

import assert from 'node:assert';
import { setup, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { commands, views } from '../../src/editor/contributes';
import type { NovaLens } from '../../src/extension';
import { failedIn, instanceIn, lineOf, openCloud, openFailedBoot, operationLens, sampleText } from './sampleLogs';
import { failedId, stoppedId, troubledLog, wellId } from '../support/troubledLog';
import { activated, closeAll, lensesOf, openLog, until } from './support';

type Tree = NovaLens['tree'];
type Node = ReturnType<Tree['getChildren']>[number];

async function theTree(): Promise<Tree> {
  const extension: vscode.Extension<unknown> = await activated();
  const { exports } = extension;
  assert.ok(typeof exports === 'object' && exports !== null && 'tree' in exports);
  return exports.tree as Tree;
}

function labelOf(tree: Tree, node: Node): string {
  const { label } = tree.getTreeItem(node);
  return typeof label === 'string' ? label : '';
}

function rows(tree: Tree, node?: Node): string[] {
  return tree.getChildren(node).map((one) => labelOf(tree, one));
}

function child(tree: Tree, node: Node | undefined, label: RegExp): Node {
  const found = tree.getChildren(node).find((one) => label.test(labelOf(tree, one)));
  assert.ok(found, `a row ${label.source} among ${rows(tree, node).join(', ')}`);
  return found;
}

const line = () => vscode.window.activeTextEditor?.selection.active.line;

suite('the tree', () => {
  setup(async () => {
    await closeAll();
    const tree = await theTree();
    await until('no log is shown', () => tree.getChildren().length === 0);
  });

  test('leads from the log to the lines of the phase that failed', async () => {
    const document = await openFailedBoot();
    const tree = await theTree();
    const log = child(tree, undefined, /^nova-compute\.log$/);
    const instance = child(tree, log, new RegExp(`^${instanceIn(document).slice(0, 8)}$`));
    const operation = child(tree, instance, /^create$/);
    await vscode.commands.executeCommand(commands.copyReport, instance);
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, new RegExp(`^${instanceIn(document)} · nova-compute\\.log\n {2}✗ create .*VolumeNotCreated`));
    const phase = child(tree, operation, /block device mapping/i);
    const cause = child(tree, phase, /^VolumeNotCreated$/);
    const { command, accessibilityInformation } = tree.getTreeItem(cause);
    assert.match(accessibilityInformation?.label ?? '', /root cause/);
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []) as unknown[]);
    await until('the cursor is at the cause', () => line() === lineOf(document, '] nova.exception.VolumeNotCreated: '));
  });

  test('leads from a failed instance to its cause', async () => {
    const document = await openFailedBoot();
    const tree = await theTree();
    const instance = child(tree, child(tree, undefined, /^nova-compute\.log$/), /^[0-9a-f]{8}$/);
    await vscode.commands.executeCommand(commands.goToCause, instance);
    await until('the cursor is at the cause', () => line() === lineOf(document, '] nova.exception.VolumeNotCreated: '));
  });

  test('comes forward when its grouping is chosen elsewhere', async () => {
    await openFailedBoot();
    const tree = await theTree();
    await vscode.commands.executeCommand('workbench.view.explorer');
    await until('another view is shown', () => !tree.isVisible);
    const chosen = vscode.commands.executeCommand(commands.groupBy);
    await until('the tree is shown', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return tree.isVisible;
    });
    await chosen;
  });

  test('says in a tooltip where a log lies, and on which day and host an operation ran', async () => {
    const document = await openFailedBoot();
    const tree = await theTree();
    const log = child(tree, undefined, /^nova-compute\.log$/);
    const tip = (node: Node) => (tree.resolveTreeItem({}, node).tooltip as vscode.MarkdownString).value;
    const operation = child(tree, child(tree, log, /^[0-9a-f]{8}$/), /^create$/);
    const plain = (text: string) => text.replace(/\\|&nbsp;/g, (found) => found === '\\' ? '' : ' ');
    assert.match(plain(tip(operation)), /on cmp01[^]*2024-05-06 09:11:19 – 09:14:/);
    assert.ok(document.uri.scheme === 'untitled' || plain(tip(log)).includes('nova-compute.log'), tip(log));
  });

  test('shows the operation that a lens is about', async () => {
    const document = await openFailedBoot();
    const tree = await theTree();
    const { command } = await operationLens(document);
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []) as unknown[]);
    await until('the operation is selected', () => tree.selection[0]?.kind === 'operation');
  });

  test('keeps to the filter and forgets it for what must be shown', async () => {
    const document = await openLog(sampleText('successful-boot/nova-compute.log'));
    await until('the log is read', async () => (await lensesOf(document)).length > 0);
    const tree = await theTree();
    tree.setFilter('failed');
    assert.deepEqual(rows(tree, child(tree, undefined, /nova-compute/)), []);
    const { command } = await operationLens(document);
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []) as unknown[]);
    await until('the operation is selected', () => tree.selection[0]?.kind === 'operation');
    assert.equal(tree.filter, 'all');
  });

  test('follows the cursor when asked', async () => {
    const document = await openFailedBoot();
    const tree = await theTree();
    await vscode.commands.executeCommand(`${views.instances}.focus`);
    await until('the tree is visible', () => tree.isVisible);
    await vscode.commands.executeCommand(commands.followCursor);
    try {
      const editor = await vscode.window.showTextDocument(document);
      const at = new vscode.Position(lineOf(document, '] nova.exception.VolumeNotCreated: '), 0);
      editor.selection = new vscode.Selection(at, at);
      await until('the phase is selected', () => {
        const [node] = tree.selection;
        return node?.kind === 'phase' && node.phase.id === 'block_device_mapping';
      });
    } finally {
      await vscode.commands.executeCommand(commands.unfollowCursor);
    }
  });

  test('goes over all logs by instance, request, host and cause, as chosen', async () => {
    const { instance } = failedIn(await openCloud());
    const tree = await theTree();
    try {
      const top = child(tree, undefined, new RegExp(`^${instance.slice(0, 8)}$`));
      const lines = child(tree, top, /^All lines$/);
      assert.ok(tree.getChildren(lines).length >= 4, 'logs with lines of it');
      tree.setGrouping('request');
      assert.match(rows(tree)[0] ?? '', /^req-/);
      tree.setGrouping('host');
      assert.deepEqual(rows(tree).slice(0, 2).map((row) => row.slice(0, 5)), ['cmp01', 'cmp02']);
      tree.setGrouping('instance+host');
      const hosts = child(tree, undefined, /^Hosts$/);
      assert.deepEqual(rows(tree, hosts).map((row) => row.slice(0, 5)), ['cmp01', 'cmp02']);
      tree.setGrouping('cause');
      const cause = child(tree, undefined, /^VirtualInterfaceCreateException$/);
      assert.deepEqual(rows(tree, cause), [`create ${instance.slice(0, 8)}`]);
      child(tree, child(tree, undefined, /^Logs$/), /^nova-api\.log$/);
    } finally {
      tree.setGrouping('instance');
    }
  });

  test('tells what an operation waited for, what happened meanwhile, and what happened beside it', async () => {
    const document = await openLog(troubledLog);
    await until('the log is read', async () => (await lensesOf(document)).length > 0);
    const tree = await theTree();
    const log = await until('the tree has rows', () => tree.getChildren()[0]);
    const failed = child(tree, child(tree, log, new RegExp(`^${failedId.slice(0, 8)}$`)), /^create$/);
    const all = await until('its stories are told', () => {
      const labels = rows(tree, failed);
      return labels.some((label) => label.startsWith('Message bus lost')) ? labels : undefined;
    });
    assert.ok(all.some((label) => label.startsWith(`Differs from ${wellId.slice(0, 8)}`)), all.join('\n'));
    const phase = child(tree, failed, /^Taken up by the compute host$/);
    assert.match(String(tree.getTreeItem(phase).description), /waited 7\.1 s for compute_resources/);
    const wait = child(tree, phase, /^Waited 7\.1 s for the lock compute_resources$/);
    const { command } = tree.getTreeItem(wait);
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []) as unknown[]);
    await until('the cursor is where it got the lock', () => line() === lineOf(document, 'waited 7.100s'));
    const tip = tree.resolveTreeItem(tree.getTreeItem(wait), wait).tooltip;
    assert.match(tip instanceof vscode.MarkdownString ? tip.value : '', /req\\?-00000009/);
    const missing = child(tree, child(tree, failed, /^Lines may be missing$/), /^No log of nova-scheduler is here$/);
    await vscode.commands.executeCommand(commands.copyCommand, missing);
    assert.match(await vscode.env.clipboard.readText(), /nova-scheduler/);
    child(tree, child(tree, log, new RegExp(`^${stoppedId.slice(0, 8)}$`)), /^Stopped outside Nova$/);
  });

  test('loses a log that is closed', async () => {
    await openFailedBoot();
    const tree = await theTree();
    assert.equal(tree.getChildren().length, 1);
    await closeAll();
    await until('the log is gone', () => tree.getChildren().length === 0);
  });
});
