// A folder of logs as one set: instances over all of them, packed logs shown unpacked, growth without an
// editor, the logs beside one that is opened.

import assert from 'node:assert';
import { setup, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { commands, extractScheme, language, packedScheme } from '../../src/editor/contributes';
import type { NovaLens } from '../../src/extension';
import { sampleText } from './sampleLogs';
import { activated, closeAll, until, workspaceUri } from './support';

type Tree = NovaLens['tree'];
type Node = ReturnType<Tree['getChildren']>[number];

/** The web host has no disk: nothing is followed there. */
const onDisk = vscode.env.uiKind === vscode.UIKind.Desktop || workspaceUri().scheme === 'file';

const boot = sampleText('failed-boot/nova-compute.log');
const failure = boot.lastIndexOf('\n', boot.indexOf('VolumeNotCreated')) + 1;

async function theTree(): Promise<Tree> {
  const { exports }: vscode.Extension<unknown> = await activated();
  assert.ok(typeof exports === 'object' && exports !== null && 'tree' in exports);
  return exports.tree as Tree;
}

/** The logs, which stand below a row of their own where there are several. */
function logsIn(tree: Tree): readonly Node[] {
  const roots = tree.getChildren();
  const together = roots.find(({ kind }) => kind === 'logs');
  return (together ? tree.getChildren(together) : roots).filter(({ kind }) => kind === 'log');
}

function names(tree: Tree): readonly string[] {
  return logsIn(tree).map((one) => {
    const { label } = tree.getTreeItem(one);
    return typeof label === 'string' ? label : '';
  });
}

function hasFailed(tree: Tree): boolean {
  const instances = tree.getChildren().filter(({ kind }) => kind === 'instance');
  return instances.flatMap((one) => tree.getChildren(one))
    .some((one) => one.kind === 'operation' && one.operation.outcome === 'failed');
}

/** Files as a .tar: each a head of 512 bytes and its bytes, filled up to as many. */
function tarOf(files: Readonly<Record<string, string>>): string {
  const entries = Object.entries(files).map(([name, text]) => {
    const size = new TextEncoder().encode(text).length;
    const fields = [name.padEnd(100, '\0'), '0000644\0', '0000000\0', '0000000\0',
      `${size.toString(8).padStart(11, '0')}\0`, '00000000000\0', '        ', '0', '\0'.repeat(100), 'ustar\u000000'];
    const head = fields.join('').padEnd(512, '\0');
    const sum = [...head].reduce((all, letter) => all + letter.charCodeAt(0), 0);
    const summed = `${head.slice(0, 148)}${sum.toString(8).padStart(6, '0')}\0 ${head.slice(156)}`;
    return summed + text + '\0'.repeat((512 - (size % 512)) % 512);
  });
  return entries.join('') + '\0'.repeat(1024);
}

async function gzip(text: string): Promise<Uint8Array> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<vscode.Uri> {
  const folder = vscode.Uri.joinPath(workspaceUri(), `set-${Math.random().toString(36).slice(2)}`);
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), bytes);
  }
  return folder;
}

async function closeLogs(): Promise<void> {
  await closeAll();
  const tree = await theTree();
  for (const node of logsIn(tree)) await vscode.commands.executeCommand(commands.forgetLog, node);
  await until('no log is shown', () => tree.getChildren().length === 0);
}

suite('a set of logs', () => {
  setup(closeLogs);

  test('is a folder: its logs are in the tree without an editor, and grow there', async () => {
    const folder = await folderOf({
      'var/log/nova/nova-compute.log': boot.slice(0, failure), 'var/log/nova/nova-scheduler.log': sampleText('failed-boot/nova-scheduler.log'),
    });
    await vscode.commands.executeCommand(commands.openLogFolder, folder);
    const tree = await theTree();
    await until('both logs are in the tree', () => names(tree).join() === 'nova-compute.log,nova-scheduler.log');
    assert.ok(!hasFailed(tree));
    assert.equal(vscode.window.visibleTextEditors.length, 0);
    if (onDisk) {
      const uri = vscode.Uri.joinPath(folder, 'var/log/nova/nova-compute.log');
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(boot));
      const started = Date.now();
      await until('the operation has failed', () => hasFailed(tree));
      assert.ok(Date.now() - started < 3000);
    }
    await closeLogs();
  });

  test('shows a packed log unpacked, in our language, read-only', async () => {
    const folder = await folderOf({ 'nova-compute.log.2.gz': await gzip(boot) });
    await vscode.commands.executeCommand(commands.openLogFolder, folder);
    const tree = await theTree();
    await until('the log is in the tree', () => names(tree).join() === 'nova-compute.log.2.gz');
    const file = vscode.Uri.joinPath(folder, 'nova-compute.log.2.gz');
    const uri = file.with({ scheme: packedScheme, query: file.scheme === 'file' ? '' : file.scheme });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, language);
    assert.equal(document.getText(), boot);
    assert.equal(vscode.workspace.fs.isWritableFileSystem(packedScheme), false);
    await closeLogs();
  });

  test('that lies in an archive makes documents of its lines, though no log of it is open', async () => {
    const scheduler = sampleText('failed-boot/nova-scheduler.log');
    const archive = tarOf({ 'var/log/nova/nova-compute.log': boot, 'var/log/nova/nova-scheduler.log': scheduler });
    const folder = await folderOf({ 'logs.tar.gz': await gzip(archive) });
    // what is dropped on the view is opened so
    await vscode.commands.executeCommand(commands.openLargeLog, vscode.Uri.joinPath(folder, 'logs.tar.gz'));
    const tree = await theTree();
    // a browser unpacks no archives, and takes none for a log
    if (!onDisk) return assert.deepEqual(names(tree), []);
    await until('both logs are in the tree', () => names(tree).length === 2);
    await vscode.commands.executeCommand(commands.openFailures);
    const shown = await until('the document is shown', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.scheme === extractScheme && document.lineCount > 5 ? document : undefined;
    });
    const lines = new Set([...boot.split('\n'), ...scheduler.split('\n')]);
    assert.ok(shown.getText().includes('VolumeNotCreated'));
    assert.deepEqual(shown.getText().split('\n').filter((text) => !lines.has(text)), []);
    await closeLogs();
  });

  test('has no log that a browser cannot unpack', async function () {
    if (onDisk) return this.skip();
    const folder = await folderOf({ 'nova-api.log.zst': new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0, 0]) });
    await vscode.commands.executeCommand(commands.openLog, vscode.Uri.joinPath(folder, 'nova-api.log.zst'));
    assert.deepEqual(names(await theTree()), []);
  });

  test('is what lies beside a log, read on wish', async () => {
    const folder = await folderOf({
      'nova-compute.log': boot, 'nova-scheduler.log': sampleText('failed-boot/nova-scheduler.log'), 'notes.log': 'milk',
    });
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'nova-compute.log'));
    const tree = await theTree();
    await until('the log is there', () => names(tree).length === 1);
    await vscode.commands.executeCommand(commands.readBeside);
    await until('both logs are', () => names(tree).join() === 'nova-compute.log,nova-scheduler.log');
    await closeLogs();
  });

  test('keeps its logs when an editor that showed one is closed', async () => {
    const folder = await folderOf({ 'nova-compute.log': boot });
    await vscode.commands.executeCommand(commands.openLogFolder, folder);
    const tree = await theTree();
    await until('the log is in the tree', () => names(tree).length === 1);
    await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, 'nova-compute.log'));
    await until('the log is there once', () => names(tree).length === 1);
    await closeAll();
    await until('the log is still there', () => names(tree).length === 1);
    assert.ok(tree.getChildren(logsIn(tree)[0]).length > 0);
    await closeLogs();
  });
});
