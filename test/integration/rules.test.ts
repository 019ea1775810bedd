// The operator's own rules in the editor: problems in logs and in the rule files, hovers, and edits that
// count at once.

import assert from 'node:assert';
import { setup, suite, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { commands } from '../../src/editor/contributes';
import { closeAll, fixesAt, hoverAt, openLog, positionOf, until, writeFile } from './support';

const rule = (title: string, sample = 'Attempting claim on node cmp01') => `version: 1
rules:
  - id: site-claim
    title: ${title}
    match: { message: "Attempting claim on node %(node)s" }
    sample: ${sample}
    severity: warning
    summary: Claims of [this](command:evil) host are watched.
    bug: { id: SITE-7, url: https://example.org/7 }
`;
const log = '2026-11-20 10:00:00.001 7 INFO nova.compute.claims [None req-11111111-2222-4333-8444-555555555555 u p - -'
  + ' - -] [instance: aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee] Attempting claim on node cmp01\n';

const settings = () => vscode.workspace.getConfiguration('novaLens');

async function useRules(uri: vscode.Uri | undefined): Promise<void> {
  await settings().update('rules', uri && [uri.path], vscode.ConfigurationTarget.Workspace);
}

const messagesOf = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).map(({ message }) => message);

suite('own rules', () => {
  setup(closeAll);
  teardown(() => useRules(undefined));

  test('a line that a rule names is a problem, and its hover says what the rule says, as text', async () => {
    await useRules(await writeFile(rule('Claim seen'), 'site.nova-lens.yaml'));
    const document = await openLog(log);
    await until('the problem', () => messagesOf(document.uri).includes('Claim seen (SITE-7).'));
    // that the file was written may be told late: the log is read anew then, and says nothing meanwhile
    const hover = await until('the hover', async () => {
      const text = await hoverAt(document, positionOf(document, 'Attempting', 2));
      return text.includes('Claim seen') && text;
    });
    assert.match(hover, /<https:\/\/example\.org\/7>/);
    assert.ok(!hover.includes('[this](command'), 'text of a rule draws no link');
  });

  test('a file of rules that no setting names says so, and a fix names it', async () => {
    const uri = await writeFile(rule('Claim found'), 'site.nova-lens.yaml');
    const document = await openLog(log);
    const file = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const unused = () => vscode.languages.getDiagnostics(uri).find(({ code }) => code === 'rules-unused');
    const problem = await until('the problem', unused);
    await settings().update('rules', [], vscode.ConfigurationTarget.Workspace);
    const fix = await until('the fix', async () => (await fixesAt(file.document, problem.range))
      .find(({ command }) => command?.command === commands.useRules));
    const args: readonly unknown[] = fix.command?.arguments ?? [];
    await vscode.commands.executeCommand(commands.useRules, ...args);
    await until('its rules count', () => messagesOf(document.uri).includes('Claim found (SITE-7).'));
    await until('it is used', () => unused() === undefined);
  });

  test('an edit of the rules counts at once', async () => {
    const uri = await writeFile(rule('Before'), 'site.nova-lens.yaml');
    await useRules(uri);
    const document = await openLog(log);
    await until('the problem', () => messagesOf(document.uri).includes('Before (SITE-7).'));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(rule('After')));
    await until('the new words', () => messagesOf(document.uri).includes('After (SITE-7).'));
    await useRules(undefined);
    await until('no problem', () => messagesOf(document.uri).length === 0);
  });

  test('what is wrong with a rule stands at its line', async () => {
    const uri = await writeFile(rule('x', 'something else'), 'site.nova-lens.yaml');
    await useRules(uri);
    const problem = await until('the problem', () => vscode.languages.getDiagnostics(uri)[0]);
    assert.equal(problem.code, 'sampleDiffers');
    assert.equal(problem.range.start.line, 2);
  });

  test('a file that is not there is said to be missing', async () => {
    const uri = vscode.Uri.joinPath(await writeFile('', 'x.txt'), '..', 'none.yaml');
    await useRules(uri);
    await until('the problem', () => messagesOf(uri).some((message) => message.includes('none.yaml')));
  });
});
