// Problems and their quick fixes: where they stand, what they copy, where they lead.

import assert from 'node:assert';
import { setup, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { commands } from '../../src/editor/contributes';
import { instanceIn, lineOf, openFailedBoot, sampleText } from './sampleLogs';
import { closeAll, fixesAt, openLog, until } from './support';

async function problemOf(document: vscode.TextDocument): Promise<vscode.Diagnostic> {
  return until('a problem', () => vscode.languages.getDiagnostics(document.uri)
    .find(({ severity }) => severity === vscode.DiagnosticSeverity.Error));
}

/** Runs the quick fix of that command. */
async function fix(document: vscode.TextDocument, command: string): Promise<void> {
  const { range } = await problemOf(document);
  const action = (await fixesAt(document, range)).find((one) => one.command?.command === command);
  assert.ok(action?.command, `a quick fix runs ${command}`);
  await vscode.commands.executeCommand(command, ...(action.command.arguments ?? []) as unknown[]);
}

suite('problems', () => {
  setup(closeAll);

  test('stand at the root cause with a remedy that has the numbers of the log', async () => {
    const document = await openFailedBoot();
    const { range, message, source, code, relatedInformation } = await problemOf(document);
    assert.equal(range.start.line, lineOf(document, '] nova.exception.VolumeNotCreated: '));
    assert.equal(document.getText(range), 'VolumeNotCreated');
    assert.match(message, /^create failed in .*VolumeNotCreated\.\n61 attempts over 189 s/);
    assert.equal(source, 'Nova Lens');
    assert.ok(typeof code === 'object' && code.value === 'VolumeNotCreated');
    assert.ok((relatedInformation ?? []).some((one) => /BuildAbortException/.test(one.message)));
  });

  test('name the lines that they rest on by what those say', async () => {
    const text = sampleText('successful-boot/nova-compute.log');
    const document = await openLog(text.replace(/Took [\d.]+ seconds to spawn/, 'Took 95.61 seconds to spawn'));
    const slow = await until('the slow phase', () => vscode.languages.getDiagnostics(document.uri)
      .find(({ code }) => typeof code === 'object' && code.value === 'spawning'));
    const said = (slow.relatedInformation ?? []).map(({ message }) => message);
    assert.ok(said.some((one) => one.startsWith('Took 95.61 seconds')), said.join('\n'));
  });

  test('name the instance where the log tells of several', async () => {
    const [failed, other] = ['failed-boot', 'successful-boot'].map((name) => sampleText(`${name}/nova-compute.log`));
    const document = await openLog(`${failed}${other}`);
    const { message } = await problemOf(document);
    assert.ok(message.startsWith(`create ${instanceIn(document).slice(0, 8)} failed in `), message);
  });

  test('tell nothing twice', async () => {
    const document = await openFailedBoot();
    await problemOf(document);
    // how long the phase took that failed is told with the failure
    assert.ok(!vscode.languages.getDiagnostics(document.uri).some(({ message }) => /longer than/.test(message)));
    const advice = () => vscode.languages.getDiagnostics(document.uri).filter(({ code }) => code === 'advice');
    await until('the advice', () => advice().length > 0);
    const messages = vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
    assert.deepEqual(messages, [...new Set(messages)]);
  });

  test('have quick fixes that copy lines for nova.conf and commands to check with', async () => {
    const document = await openFailedBoot();
    await fix(document, commands.copyConf);
    assert.match(await vscode.env.clipboard.readText(), /^\[DEFAULT]\n[^]*^block_device_allocate_retries = \d+$/m);
    await fix(document, commands.copyChecks);
    const volume = /Volume ([0-9a-f-]{36}) did not/.exec(document.getText())?.[1] ?? 'none';
    assert.match(await vscode.env.clipboard.readText(), new RegExp(`^openstack volume show ${volume}`, 'm'));
    assert.ok(instanceIn(document));
  });

  test('of one line share their quick fixes: each is offered once', async () => {
    const document = await openFailedBoot();
    const { range } = await problemOf(document);
    await until('the advice', () => vscode.languages.getDiagnostics(document.uri)
      .some(({ code }) => code === 'advice'));
    const titles = (await fixesAt(document, range)).map(({ title }) => title);
    assert.deepEqual(titles, [...new Set(titles)]);
  });

  test('have quick fixes that lead to the phase and to an explanation', async () => {
    const document = await openFailedBoot();
    await fix(document, commands.goToPhase);
    await until('the cursor has moved', () => (vscode.window.activeTextEditor?.selection.active.line ?? 0) > 0);
    await fix(document, commands.explain);
    await until('the page is open', () => vscode.window.tabGroups.all
      .some(({ tabs }) => tabs.some(({ label }) => label.includes('VolumeNotCreated'))));
  });

  test('go with the log, and when the setting says so', async () => {
    const document = await openFailedBoot();
    await problemOf(document);
    const settings = vscode.workspace.getConfiguration('novaLens');
    const none = () => vscode.languages.getDiagnostics(document.uri).length === 0;
    await settings.update('problems', false, vscode.ConfigurationTarget.Global);
    try {
      await until('no problem', none);
    } finally {
      await settings.update('problems', undefined, vscode.ConfigurationTarget.Global);
    }
    await problemOf(document);
    await closeAll();
    await until('no problem', none);
  });
});
