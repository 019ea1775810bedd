// A log that stands in one line of a document, opened as a document with a line for each of its own.

import assert from 'node:assert';
import { setup, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { commands, language, unfoldedScheme } from '../../src/editor/contributes';
import type { NovaLens } from '../../src/extension';
import { lineOf, sampleText } from './sampleLogs';
import { activated, closeAll, hoverAt, lensesOf, openLog, positionOf, until } from './support';

const log = sampleText('failed-boot/nova-compute.log');
const result = { changed: true, rc: 0, stdout: log };
const title = 'Open the log in this line';

async function openResult(): Promise<vscode.TextDocument> {
  const document = await openLog(`fatal: [cmp01]: FAILED! => ${JSON.stringify(result)}\n`, 'ansible.log');
  await vscode.languages.setTextDocumentLanguage(document, language);
  await until('its lens', async () => (await titlesIn(document)).includes(title));
  return document;
}

async function titlesIn(document: vscode.TextDocument): Promise<readonly string[]> {
  return (await lensesOf(document)).map(({ command }) => command?.title ?? '');
}

async function unfolded(): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand(commands.openUnfolded);
  return until('the log is shown', () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.scheme === unfoldedScheme ? document : undefined;
  });
}

suite('a log within a line', () => {
  setup(closeAll);

  test('opens as a document of its lines, in which everything works', async () => {
    await openResult();
    const document = await unfolded();
    assert.equal(document.languageId, language);
    assert.equal(document.getText().trimEnd(), log.trimEnd());
    const titles = await until('lenses', async () => {
      const found = await titlesIn(document);
      return found.length > 0 ? found : undefined;
    });
    assert.ok(titles.some((one) => /^create · failed in/.test(one)), titles.join('; '));
    assert.ok(!titles.includes(title), 'no line of it holds several');
    assert.match(await hoverAt(document, positionOf(document, 'VolumeNotCreated', 4)), /block_device_allocate/);
    const [problem] = await until('problems', () => {
      const found = vscode.languages.getDiagnostics(document.uri);
      return found.length > 0 ? found : undefined;
    });
    assert.equal(problem?.range.start.line, lineOf(document, '] nova.exception.VolumeNotCreated: '));
  });

  test('stands for the other while it is shown: each operation is told once', async () => {
    const folded = await openResult();
    await unfolded();
    const extension: vscode.Extension<unknown> = await activated();
    const { tree } = extension.exports as NovaLens;
    const rows = (): number => tree.getChildren().length;
    await until('one log with one instance', () => rows() === 1);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('the line has its lens again', async () => (await titlesIn(folded)).includes(title));
  });

  test('is not offered where each line is one', async () => {
    const document = await openLog(log);
    await until('the log is read', async () => (await lensesOf(document)).length > 0);
    assert.ok(!(await titlesIn(document)).includes(title));
    await vscode.commands.executeCommand(commands.openUnfolded);
    assert.equal(vscode.window.activeTextEditor?.document.uri.scheme, document.uri.scheme);
  });
});
