// Jumps by command and by VS Code's own gestures: phases, failures, F12, references, outline, folding.

import assert from 'node:assert';
import { setup, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { commands } from '../../src/editor/contributes';
import { instanceIn, lineOf, openFailedBoot, operationLens } from './sampleLogs';
import { closeAll, positionOf, until } from './support';

const line = () => vscode.window.activeTextEditor?.selection.active.line;

async function moveTo(document: vscode.TextDocument, to: number): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(to, 0, to, 0);
}

async function run(command: string): Promise<number> {
  const before = line();
  await vscode.commands.executeCommand(command);
  return until(`the cursor moves from line ${before}`, () => (line() === before ? undefined : line()));
}

const ask = <T>(command: string, document: vscode.TextDocument, at?: vscode.Position) =>
  vscode.commands.executeCommand<T[]>(command, ...(at ? [document.uri, at] : [document.uri]));

suite('jumps', () => {
  setup(closeAll);

  test('lead from phase to phase and back', async () => {
    const document = await openFailedBoot();
    const start = (await operationLens(document)).range.start.line;
    await moveTo(document, start);
    const second = await run(commands.nextPhase);
    const third = await run(commands.nextPhase);
    assert.ok(start < second && second < third, `${start} < ${second} < ${third}`);
    assert.equal(await run(commands.previousPhase), second);
  });

  test('lead to the failures and to the cause', async () => {
    const document = await openFailedBoot();
    const cause = lineOf(document, '] nova.exception.VolumeNotCreated: ');
    await moveTo(document, 0);
    assert.equal(await run(commands.nextFailure), cause);
    const last = await run(commands.nextFailure);
    assert.ok(last > cause);
    assert.equal(await run(commands.previousFailure), cause);
    await moveTo(document, last);
    assert.equal(await run(commands.goToCause), cause);
  });

  test('lead from an id to the start of its operation', async () => {
    const document = await openFailedBoot();
    const at = new vscode.Position(lineOf(document, '] nova.exception.VolumeNotCreated: '), 90);
    const [link] = await ask<vscode.LocationLink>('vscode.executeDefinitionProvider', document, at);
    assert.equal(link?.targetRange.start.line, (await operationLens(document)).range.start.line);
  });

  test('list every line of the instance', async () => {
    const document = await openFailedBoot();
    const uuid = instanceIn(document);
    const found = await ask<vscode.Location>(
      'vscode.executeReferenceProvider', document, positionOf(document, `[instance: ${uuid}`, 20));
    const lines = new Set(found.map(({ range }) => range.start.line));
    const tagged = document.getText().split('\n').flatMap((text, at) => (text.includes(`[instance: ${uuid}]`) ? [at] : []));
    assert.deepEqual(tagged.filter((at) => !lines.has(at)), []);
  });

  test('mark the id under the cursor on its other lines', async () => {
    const document = await openFailedBoot();
    const uuid = instanceIn(document);
    const marks = await ask<vscode.DocumentHighlight>(
      'vscode.executeDocumentHighlights', document, positionOf(document, uuid, 3));
    assert.ok(marks.length > 10);
    assert.ok(marks.some(({ range }) => document.getText(range) === uuid));
  });

  test('give an outline of operations with their phases and failures', async () => {
    const document = await openFailedBoot();
    const [symbol] = await ask<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider', document);
    assert.match(symbol?.name ?? '', /^create/);
    const names = symbol?.children.map(({ name }) => name) ?? [];
    assert.ok(names.includes('VolumeNotCreated'), names.join(', '));
  });

  test('find an instance by a part of its UUID', async () => {
    const document = await openFailedBoot();
    const part = instanceIn(document).slice(0, 8);
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider', part);
    assert.ok(found.some(({ name }) => name.startsWith(part)));
  });

  test('fold tracebacks', async () => {
    const document = await openFailedBoot();
    const ranges = await ask<vscode.FoldingRange>('vscode.executeFoldingRangeProvider', document);
    const inside = lineOf(document, 'in _call_wait_func');
    assert.ok(ranges.some(({ start, end }) => start < inside && inside < end));
  });
});
