// A log that workers read, and the same log as the extension host reads it itself: instances and what became
// of them are the same, wherever the lines stand. In the web host also where no web worker can begin.

import assert from 'node:assert';
import { setup, suite, suiteSetup, test } from 'mocha';
import * as vscode from 'vscode';
import { commands, editors } from '../../src/editor/contributes';
import type { NovaLens } from '../../src/extension';
import { generateLarge } from '../samples/large';
import { activated, closeAll, lensesOf, until, workspaceUri, writeFile } from './support';

type Tree = NovaLens['tree'];
type Node = ReturnType<Tree['getChildren']>[number];
type InstanceNode = Extract<Node, { kind: 'instance' }>;

const inWebHost = vscode.env.uiKind === vscode.UIKind.Web && workspaceUri().scheme !== 'file';
/** Of so many instances all is compared. */
const compared = 6;

async function theTree(): Promise<Tree> {
  const { exports }: vscode.Extension<unknown> = await activated();
  assert.ok(typeof exports === 'object' && exports !== null && 'tree' in exports);
  return exports.tree as Tree;
}

function rowOf(tree: Tree, instance: string): InstanceNode | undefined {
  const [log] = tree.getChildren();
  const rows = log ? tree.getChildren(log) : [];
  return rows.find((node): node is InstanceNode => node.kind === 'instance' && node.instance === instance);
}

/** What the tree says of an instance when it has been looked at. */
async function toldOf(tree: Tree, instance: string): Promise<readonly unknown[]> {
  await vscode.commands.executeCommand(commands.openInstanceDocument, instance);
  const { operations } = await until(`operations of ${instance}`, () => {
    const row = rowOf(tree, instance);
    return row && row.operations.length > 0 ? row : undefined;
  });
  return operations.map(({ kind, outcome, begin, end, phases, chain }) => ({
    kind, outcome, begin, end, chain: chain.map(({ type, at }) => [type, at.line]),
    phases: phases.map((phase) => [phase.id, phase.outcome, phase.begin, phase.end]),
  }));
}

async function closeLogs(tree: Tree): Promise<void> {
  await closeAll();
  // a log that was still being opened may come after those that are closed here
  await until('no log is shown', async () => {
    const logs = tree.getChildren();
    for (const log of logs) await vscode.commands.executeCommand(commands.forgetLog, log);
    return logs.length === 0;
  });
}

suite('where no web worker can begin', function () {
  this.timeout(120_000);

  test('the extension host reads a large log itself', async function () {
    if (!inWebHost) return this.skip();
    const tree = await theTree();
    await closeLogs(tree);
    const { Worker } = globalThis as { readonly Worker?: unknown };
    // none has begun yet: this is the first large log of this window
    Reflect.set(globalThis, 'Worker', undefined);
    try {
      const uri = await writeFile([...generateLarge(1024 * 1024)].join(''), 'nova-all.log');
      await vscode.commands.executeCommand('vscode.openWith', uri, editors.largeLog);
      await until('it is read', () => tree.getChildren().some((node) => {
        return node.kind === 'log' && node.digest.source === uri.toString();
      }));
    } finally {
      Reflect.set(globalThis, 'Worker', Worker);
    }
    await closeLogs(tree);
  });
});

suite('a log that workers read', function () {
  this.timeout(120_000);
  let uri: vscode.Uri;
  let instances: readonly string[] = [];
  const known: (readonly unknown[])[] = [];

  suiteSetup(async () => {
    await closeAll();
    const text = [...generateLarge(3 * 1024 * 1024)].join('');
    const named = new Set([...text.matchAll(/\[instance: ([0-9a-f-]{36})\] Took/g)].map(([, id = '']) => id));
    const failed = /\[instance: ([0-9a-f-]{36})\] .*VolumeNotCreated/.exec(text)?.[1];
    assert.ok(failed);
    instances = [failed, ...[...named].filter((id) => id !== failed).slice(0, compared)];
    uri = await writeFile(text, 'nova-all.log');
  });

  setup(closeAll);

  test('is the same as an open document to the tree', async () => {
    const tree = await theTree();
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: false });
    await until('the document is read', async () => (await lensesOf(document)).length > 0);
    assert.equal(tree.getChildren()[0]?.kind, 'log');
    for (const instance of instances) known.push(await toldOf(tree, instance));
    await closeAll();
    await until('no log is shown', () => tree.getChildren().length === 0);
    await vscode.commands.executeCommand('vscode.openWith', uri, editors.largeLog);
    await until('workers have read it', () => {
      const [log] = tree.getChildren();
      return log?.kind === 'large' && !log.view.isReading;
    });
    for (const [at, instance] of instances.entries()) {
      assert.deepEqual(await toldOf(tree, instance), known[at]);
    }
    await closeLogs(tree);
  });
});
