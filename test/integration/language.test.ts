// Which documents become Nova logs: by name, by first line, by a look at the first lines; and which do not.

import assert from 'node:assert';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { language } from '../../src/editor/contributes';
import { activated, closeAll, openLog, until } from './support';

const uuid = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const lineOf = (logger: string) =>
  `2025-03-11 14:07:32.418 7 INFO ${logger} [req-${uuid} admin demo] [instance: ${uuid}] VM Started\n`;
const novaLines = lineOf('nova.compute.manager').repeat(3);
const novaJournal = 'Mar 11 14:07:32 devstack nova-compute[7]: INFO nova.compute.manager [-] VM Started\n';

/** The language of the document at the same address now: a change of language may give it a new object. */
function languageOf({ uri }: vscode.TextDocument): string | undefined {
  const documents = vscode.workspace.textDocuments;
  return documents.find((document) => document.uri.toString() === uri.toString())?.languageId;
}

const becomesOurs = (document: vscode.TextDocument) =>
  until(`${document.uri.path} is a Nova log`, () => languageOf(document) === language);

/** Detection has had its turn at what was opened before, when a document opened after it is ours. */
async function pass(): Promise<void> {
  await becomesOurs(await openLog(novaLines, 'barrier.txt'));
}

suite('the language of a log', () => {
  suiteSetup(activated);
  suiteTeardown(closeAll);

  for (const name of ['nova-compute.log-20250312', 'n-cpu.log', 'screen-n-cpu.txt', 'nova-compute.log.2']) {
    test(`is known by the name ${name}`, async () => {
      assert.equal((await openLog('', name)).languageId, language);
    });
  }

  test('is not taken from names that only look alike', async () => {
    for (const name of ['n-gram.log', 'nova-notes.txt', 'supernova-compute.log']) {
      assert.notEqual((await openLog('', name)).languageId, language, name);
    }
  });

  test('is known by the first line of a file without an ending', async () => {
    assert.equal((await openLog(novaLines, 'output')).languageId, language);
  });

  test('is found in files that belong to the languages log and plaintext', async () => {
    await becomesOurs(await openLog(novaLines, 'other.log'));
    await becomesOurs(await openLog(novaJournal, 'journal.txt'));
  });

  test('is found in what is pasted into an untitled document', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), novaLines));
    await becomesOurs(document);
  });

  test('is not given to the log of another project', async () => {
    const document = await openLog(lineOf('neutron.agent.rpc').repeat(3), 'neutron-agent.log');
    await pass();
    assert.equal(languageOf(document), 'log');
  });

  test('is not given against files.associations', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('associations', { '*.mine': 'log', '*.txtmine': 'plaintext' }, vscode.ConfigurationTarget.Workspace);
    try {
      const document = await openLog(novaLines, 'compute.mine');
      await pass();
      assert.equal(languageOf(document), 'log');
    } finally {
      await files.update('associations', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('is not given again to a document that was taken out of it', async () => {
    const document = await openLog(novaLines, 'refused.txt');
    await becomesOurs(document);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await pass();
    assert.equal(languageOf(document), 'plaintext');
  });

  test('is not looked for where the setting says so', async () => {
    const settings = vscode.workspace.getConfiguration('novaLens');
    await settings.update('detectLogs', false, vscode.ConfigurationTarget.Workspace);
    const document = await openLog(novaLines, 'undetected.txt');
    assert.equal(languageOf(document), 'plaintext');
    await settings.update('detectLogs', undefined, vscode.ConfigurationTarget.Workspace);
    await becomesOurs(document);
  });

  test('makes one word of a UUID, a request id and a logger', async () => {
    const document = await openLog(`${novaLines}Attaching volume-${uuid} now\n`);
    const wordAt = (line: number, text: string, into: number) => {
      const character = document.lineAt(line).text.indexOf(text) + into;
      const range = document.getWordRangeAtPosition(new vscode.Position(line, character));
      return range && document.getText(range);
    };
    await until('the words of the language are known', () => wordAt(0, 'nova.', 7) === 'nova.compute.manager');
    assert.equal(wordAt(0, 'req-', 20), `req-${uuid}`);
    assert.equal(wordAt(0, 'instance: ', 30), uuid);
    assert.equal(wordAt(3, 'volume-', 20), uuid);
  });

  test('brings settings that keep a log as it is', async () => {
    const document = await openLog(novaLines);
    const editor = vscode.workspace.getConfiguration('editor', document);
    assert.equal(editor.get('largeFileOptimizations'), false);
    assert.equal(editor.get('wordWrap'), 'off');
    assert.ok(!String(editor.get('wordSeparators')).includes('-'));
    assert.equal(vscode.workspace.getConfiguration('files', document).get('trimTrailingWhitespace'), false);
  });
});
