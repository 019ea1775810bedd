// Documents of an instance, a request, an operation: their lines, that everything works in them that works in
// a log, the way back to the logs, growth, and the comparison.

import assert from 'node:assert';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { commands, extractScheme } from '../../src/editor/contributes';
import { makeCloudSet } from '../samples/cloudSet';
import { cloudFailure as failure, failedIn, lineOf, openCloud } from './sampleLogs';
import { appendToLog, closeAll, hoverAt, lensesOf, openLog, positionOf, until } from './support';

async function extractShown(command: string, target: unknown): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand(command, target);
  return until('the extract is shown', () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.scheme === extractScheme && document.lineCount > 2 ? document : undefined;
  });
}

/** Closes what the test before has shown, so that the logs are as they were. */
async function closeExtracts(): Promise<void> {
  const isLog = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText && input.uri.scheme !== extractScheme;
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(tabs.filter((tab) => !isLog(tab)));
}

suite('an instance document', () => {
  let documents: readonly vscode.TextDocument[];
  let log: vscode.TextDocument;
  let instance: string;

  suiteSetup(async function () {
    this.timeout(60_000);
    await closeAll();
    documents = await openCloud();
    ({ log, instance } = failedIn(documents));
  });

  setup(closeExtracts);
  suiteTeardown(closeAll);

  test('has the lines of all logs, in our language, and cannot be written', async () => {
    const extract = await extractShown(commands.openInstanceDocument, instance);
    assert.equal(extract.languageId, 'nova-log');
    const all = documents.flatMap((one) => one.getText().split('\n').filter((text) => text.includes(instance)));
    const shown = new Set(extract.getText().split('\n'));
    assert.deepEqual(all.filter((text) => !shown.has(text)), []);
    assert.ok(/nova\.scheduler/.test(extract.getText()) && /nova\.api\.openstack\.requestlog/.test(extract.getText()));
    assert.equal(vscode.workspace.fs.isWritableFileSystem(extractScheme), false);
  });

  test('of all failures has each failure, and no successful boot', async () => {
    const extract = await extractShown(commands.openFailures, undefined);
    await until('the failure and its traceback', () =>
      extract.getText().includes(failure) && extract.getText().includes('Traceback'));
    assert.ok(extract.lineCount < log.lineCount, 'what went well is left out');
  });

  test('of a span of time has the lines of that time', async () => {
    const moment = log.lineAt(lineOf(log, failure)).text.slice(0, 19);
    const uri = vscode.Uri.from({
      scheme: extractScheme,
      path: '/nova-time.log',
      query: `lines/time/${Date.parse(`${moment}Z`)}..${Date.parse(`${moment}.999Z`)}`,
    });
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const wanted = log.getText().split('\n').filter((line) => line.startsWith(moment));
    assert.deepEqual(wanted.filter((line) => !text.includes(line)), []);
    assert.ok(text.split('\n').every((line) => line === '' || line.startsWith(moment)), text);
  });

  test('has lenses, hovers, an outline and folded tracebacks of its own', async () => {
    const extract = await extractShown(commands.openInstanceDocument, instance);
    const lenses = await until('lenses', async () => {
      const found = await lensesOf(extract);
      return found.length > 0 ? found : undefined;
    });
    assert.ok(lenses.some(({ command }) => /^create .*failed in/.test(command?.title ?? '')));
    assert.match(await hoverAt(extract, positionOf(extract, 'VirtualInterfaceCreateException', 4)), /Neutron/);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider', extract.uri);
    assert.ok((symbols[0]?.children.length ?? 0) > 3);
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider', extract.uri);
    assert.ok(ranges.length > 0);
  });

  test('leads from each line to its log', async () => {
    const extract = await extractShown(commands.openInstanceDocument, instance);
    const at = new vscode.Position(lineOf(extract, failure), 60);
    const [found] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider', extract.uri, at);
    assert.ok(found);
    assert.equal(found.uri.toString(), log.uri.toString());
    assert.equal(found.range.start.line, lineOf(log, failure));
  });

  test('is compared with the nearest boot that went well', async () => {
    const lens = await until('a lens to compare', async () =>
      (await lensesOf(log)).find(({ command }) => command?.command === commands.compareWith));
    const args = (lens.command?.arguments ?? []) as unknown[];
    const done = vscode.commands.executeCommand(commands.compareWith, ...args);
    await until('the diff is shown', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputTextDiff ? input : undefined;
    });
    await done;
    assert.match(vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '', / · Differs from [0-9a-f]{8} (?:in|before) /);
    const sides = vscode.window.visibleTextEditors
      .filter(({ document }) => document.uri.scheme === extractScheme);
    assert.equal(sides.length, 2);
    const ends = sides.map(({ document }) => /^\/nova-create-(done|failed)-[0-9a-f]{8}-req-[0-9a-f]{8}\.log$/
      .exec(document.uri.path)?.[1]);
    assert.deepEqual(ends, ['done', 'failed'], 'the names say what they are and what became of them');
    const [left, right] = sides.map(({ document }) => document.getText());
    assert.ok(left && right && left.includes('<instance>') && right.includes('<instance>'));
    assert.ok(!left.includes('VirtualInterfaceCreateException') && right.includes('VirtualInterfaceCreateException'));
    const shared = left.split('\n').filter((text) => right.split('\n').includes(text));
    assert.ok(shared.length > 20, `${shared.length} lines are the same`);
  });

  test('grows with its logs', async () => {
    const extract = await extractShown(commands.openInstanceDocument, instance);
    const last = '2024-05-06 09:59:59.000 4711 INFO nova.compute.manager [None req-7e57aaaa-0000-4000-8000-000000000000 '
      + `- - - - - -] [instance: ${instance}] Terminating instance\n`;
    await appendToLog(log, last);
    await until('the extract has the new line', () => extract.getText().endsWith(last));
  });
});

suite('an instance document of logs whose clocks differ', () => {
  setup(closeAll);

  test('has its lines in the order of one clock where the setting wants it, and says so', async () => {
    const set = { seed: 2, operations: 40, zone: 330, rotations: 1, computes: 3 };
    const { files, operations } = makeCloudSet(set);
    const moved = operations.find(({ kind, hosts }) =>
      kind === 'live-migration' && hosts.includes('cmp03'));
    assert.ok(moved);
    const nova = files.filter(({ service }) => service.startsWith('nova-'));
    for (const { name, text } of nova) await openLog(text, name.replace('/', '-'));
    const settings = vscode.workspace.getConfiguration('novaLens');
    try {
      await until('the clocks are known', async () => {
        await vscode.commands.executeCommand(commands.openInstanceDocument, moved.instance);
        return vscode.window.activeTextEditor?.document.uri.scheme === extractScheme;
      });
      const extract = await extractShown(commands.openInstanceDocument, moved.instance);
      assert.ok(!/^Lines stand in the order/.test(extract.getText()));
      await settings.update('alignClocks', true, vscode.ConfigurationTarget.Global);
      const head = 'Lines stand in the order of one clock';
      await until('the document says so', () => extract.getText().startsWith(head));
      const lines = extract.getText().split('\n');
      const at = (text: string) => lines.findIndex((line) => line.includes(text));
      assert.ok(at('Connecting volumes before live') < at('for pre_live_migration on'), 'destination first');
      await settings.update('alignClocks', undefined, vscode.ConfigurationTarget.Global);
      await until('it is as the logs have it again', () => !extract.getText().startsWith('Lines stand'));
    } finally {
      await settings.update('alignClocks', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
