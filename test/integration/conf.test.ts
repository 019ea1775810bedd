// nova.conf in the editor: its language, problems, fixes, hovers, completion; and what logs and it say of
// each other.

import assert from 'node:assert';
import { setup, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { commands, confLanguage } from '../../src/editor/contributes';
import { sampleText } from './sampleLogs';
import { activated, closeAll, fixesAt, hoverAt, openLog, positionOf, until, writeFile } from './support';

const bytes = (text: string) => new TextEncoder().encode(text);

async function openConf(text: string, name = 'nova.conf'): Promise<vscode.TextDocument> {
  await activated();
  const document = await vscode.workspace.openTextDocument(await writeFile(text, name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Writes nova.conf beside a log; the log is read as it lies there. */
async function confBeside(log: vscode.TextDocument, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(log.uri, '..', 'nova.conf');
  await vscode.workspace.fs.writeFile(uri, bytes(text));
  return uri;
}

const codesOf = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).map(({ code }) =>
  String(typeof code === 'object' ? code.value : code));

function problem(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  return until(`the problem ${code}`, () => vscode.languages.getDiagnostics(uri).find((one) => one.code === code));
}

const plain = (text: string) => text.replace(/&nbsp;/g, ' ').replace(/\\/g, '');

/** A service start as oslo.config logs it. */
function start(second: number, options: Readonly<Record<string, string>>): string {
  const said = (text: string) => `2026-11-20 10:00:${String(second).padStart(2, '0')}.001 7 DEBUG oslo_service.service`
    + ` [req-11111111-2222-4333-8444-555555555555 - - - - -] ${text} log_opt_values /x/oslo_config/cfg.py:2580\n`;
  return [said('*'.repeat(80)), said('Configuration options gathered from:'), said('='.repeat(80)),
    ...Object.entries(options).map(([name, value]) => said(`${name.padEnd(30)} = ${value}`)), said('*'.repeat(80))].join('');
}

const hello = '2026-11-20 10:00:00.001 7 INFO nova.service [-] Starting compute node (version 30.0.0)\n';

suite('nova.conf', () => {
  setup(closeAll);

  for (const name of ['nova.conf', 'nova-compute.conf', 'nova_cell1.conf', 'nova.conf.d/50-own.conf']) {
    test(`${name} has the language`, async () => {
      assert.equal((await openConf('[DEFAULT]\n', name)).languageId, confLanguage);
    });
  }

  test('has an outline of its sections and what they set, and completes sections that there are', async () => {
    const { uri } = await openConf('[DEFAULT]\ndebug = true\nmy_ip = 10.0.0.1\n\n[libvirt]\nvirt_type = kvm\n\n[');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider', uri);
    assert.deepEqual(symbols.map(({ name, children }) => [name, ...children.map((child) => child.name)]),
      [['DEFAULT', 'debug', 'my_ip'], ['libvirt', 'virt_type']]);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider', uri);
    assert.deepEqual(folds.map(({ start, end }) => [start, end]).slice(0, 1), [[0, 2]]);
    const groups = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider', uri, new vscode.Position(7, 1));
    const labels = groups.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('libvirt'));
    assert.deepEqual(labels.filter((label) => /[<> ]/.test(label)), []);
  });

  test('shows what is wrong, and follows edits', async () => {
    const document = await openConf('[DEFAULT]\nvif_plugging_timeout = -5\nvif_plugging_timeot = 3\n');
    await problem(document.uri, 'out-of-range');
    await problem(document.uri, 'unknown-option');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(1, 23, 1, 25), '5');
    await vscode.workspace.applyEdit(edit);
    await until('one problem less', () => codesOf(document.uri).join() === 'unknown-option');
  });

  test('puts names right', async () => {
    const text = '[DEFAULT]\nscheduler_max_attempts = 5\nvif_plugging_timeot = 3\nvirt_type = qemu\n';
    const document = await openConf(text);
    for (const [code, key] of [
      ['renamed', 'scheduler_max_attempts'], ['unknown-option', 'vif_plugging_timeot'], ['wrong-group', 'virt_type'],
    ] as const) {
      // problems follow the edits a little later
      const { range } = await until(`the problem ${code}`, () => vscode.languages.getDiagnostics(document.uri)
        .find((one) => one.code === code && document.getText(one.range) === key));
      const [fix] = await fixesAt(document, range);
      assert.ok(fix?.edit, code);
      await vscode.workspace.applyEdit(fix.edit);
    }
    assert.equal(document.getText(),
      '[DEFAULT]\nvif_plugging_timeout = 3\n\n[scheduler]\nmax_attempts = 5\n\n[libvirt]\nvirt_type = qemu\n');
    await until('nothing is wrong', () => codesOf(document.uri).length === 0);
  });

  test('explains an option', async () => {
    const document = await openConf('[DEFAULT]\nvif_plugging_timeout = 30\n');
    const text = plain(await hoverAt(document, positionOf(document, 'vif_plugging', 3)));
    assert.match(text, /\[DEFAULT\] vif_plugging_timeout/);
    assert.match(text, /is 30: set in nova\.conf; the default is 300/);
  });

  test('completes groups, options and values', async () => {
    const document = await openConf('[libvirt]\nvir\nvirt_type =\n[gl\n');
    const ask = async (line: number, column: number) =>
      (await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri,
        new vscode.Position(line, column))).items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok((await ask(1, 3)).includes('virt_type'));
    assert.ok((await ask(2, 11)).includes('qemu'));
    assert.ok((await ask(3, 3)).includes('glance'));
  });

  test('a log says which value was in force, and where file and service disagree', async () => {
    const log = await openLog(hello + start(1, { vif_plugging_timeout: '300' }) + start(9, { vif_plugging_timeout: '60' })
      + '2026-11-20 10:00:20.001 7 ERROR nova.compute.manager [-] see vif_plugging_timeout here\n');
    const uri = await confBeside(log, '[DEFAULT]\nvif_plugging_timeout = 30\n');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
    const drift = await problem(uri, 'option-drift');
    assert.match(drift.message, /The service runs with “60”/);
    const inLog = await until('the drift in the log', () => vscode.languages.getDiagnostics(log.uri)
      .find(({ message }) => /is “30” in nova\.conf, and the service runs with “60”/.test(message)));
    assert.equal(inLog.range.start.line, 9);
    await until('the change between the starts', () => vscode.languages.getDiagnostics(log.uri)
      .find(({ message }) => /changed between two starts: from “300” to “60”/.test(message)));
    const text = plain(await until('the hover', async () => {
      const said = await hoverAt(log, positionOf(log, 'see vif_plugging_timeout here', 8));
      return said.includes('vif') ? said : undefined;
    }));
    assert.match(text, /\[DEFAULT\] vif_plugging_timeout is 60/);
    assert.match(text, /before it was “300”/);
    assert.match(text, /nova\.conf says “30”/);
  });

  test('F12 leads from the file to the line that states the option, and back', async () => {
    const log = await openLog(hello + start(1, { vif_plugging_timeout: '300' }));
    const uri = await confBeside(log, '[DEFAULT]\nvif_plugging_timeout = 30\n');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: false });
    const ask = async (at: vscode.Uri, position: vscode.Position) =>
      vscode.commands.executeCommand<vscode.Location[]>('vscode.executeDefinitionProvider', at, position);
    const there = await until('a definition', async () => (await ask(uri, new vscode.Position(1, 4)))[0]);
    assert.deepEqual([there.uri.toString(), there.range.start.line], [log.uri.toString(), 4]);
    const back = await until('the way back', async () =>
      (await ask(log.uri, positionOf(log, 'vif_plugging_timeout', 3))).find((one) => one.uri.path.endsWith('nova.conf')));
    assert.equal(back.range.start.line, 1);
  });

  test('the advised value is offered, and nothing changes without a yes', async () => {
    const uri = await writeFile('[DEFAULT]\nblock_device_allocate_retries = 60\n', 'nova.conf');
    const place = vscode.Uri.joinPath(uri, '..', 'nova-compute.log');
    await vscode.workspace.fs.writeFile(place, bytes(sampleText('failed-boot/nova-compute.log')));
    const log = await vscode.workspace.openTextDocument(place);
    await vscode.window.showTextDocument(log, { preview: false });
    const advice = await problem(log.uri, 'advice');
    assert.match(advice.message, /set \[DEFAULT\] block_device_allocate_retries to 130 \(now 60: nova\.conf, line 2\)/);
    const fix = await until('the fix', async () =>
      (await fixesAt(log, advice.range)).find(({ command }) => command?.command === commands.setOption));
    const failures = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider', uri, new vscode.Position(1, 4));
    assert.ok(failures.some(({ uri: at }) => at.toString() === log.uri.toString()), 'the failure it stands behind');
    const setters = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider', log.uri, positionOf(log, '] nova.exception.VolumeNotCreated: ', 20));
    assert.ok(setters.some((one) => 'uri' in one && one.uri.toString() === uri.toString()), 'and back');
    const args: readonly unknown[] = fix.command?.arguments ?? [];
    // what follows a yes is seen in the journeys through the window
    let isOver = false;
    const done = vscode.commands.executeCommand(commands.setOption, ...args).then(() => { isOver = true; });
    await until('the file is looked at', () => vscode.workspace.textDocuments
      .some((one) => one.uri.toString() === uri.toString()));
    await until('the no is taken', async () => {
      await vscode.commands.executeCommand('refactorPreview.discard');
      return isOver;
    });
    await done;
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.getText(), '[DEFAULT]\nblock_device_allocate_retries = 60\n');
  });

  test('opens from its log', async () => {
    const log = await openLog(hello);
    await confBeside(log, '[DEFAULT]\n');
    await vscode.window.showTextDocument(log);
    await until('the log is in front', () => vscode.window.activeTextEditor?.document === log);
    await until('nova.conf is in front', async () => {
      await vscode.commands.executeCommand(commands.openConf);
      return vscode.window.activeTextEditor?.document.uri.path.endsWith('/nova.conf');
    });
  });
});
