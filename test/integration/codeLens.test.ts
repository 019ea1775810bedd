// Lenses: where they stand, what they say and run, and that they follow edits and settings.

import assert from 'node:assert';
import { setup, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { commands } from '../../src/editor/contributes';
import { lineOf, openFailedBoot, operationLens, sampleText } from './sampleLogs';
import { appendToLog, closeAll, lensesOf, openLog, until } from './support';

const titles = async (document: vscode.TextDocument) =>
  (await lensesOf(document)).map(({ command }) => command?.title ?? '');

suite('code lenses', () => {
  setup(closeAll);

  test('say at the first line of an operation what became of it, and lead to its cause', async () => {
    const document = await openFailedBoot();
    const { command, range } = await operationLens(document);
    assert.match(command?.title ?? '', /^create · failed in block device mapping after 189 s · VolumeNotCreated/);
    assert.equal(command?.command, commands.showOperation);
    const besides = (await lensesOf(document)).filter((lens) => lens.range.start.line === range.start.line);
    assert.ok(besides.some((lens) => lens.command?.command === commands.goToCause));
  });

  test('stand above the root cause with the chain of exceptions', async () => {
    const document = await openFailedBoot();
    const line = lineOf(document, '] nova.exception.VolumeNotCreated: ');
    const above = (await lensesOf(document)).filter(({ range }) => range.start.line === line);
    const said = above.map(({ command }) => command?.title ?? '');
    assert.ok(said.some((title) => /VolumeNotCreated → .*BuildAbortException/.test(title)), said.join(' | '));
    assert.ok(said.some((title) => /^61 attempts over 189 s/.test(title)), said.join(' | '));
  });

  test('say of a cause that names no instance that it is a guess', async () => {
    const vm = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
    const left = '2013-03-20 13:23:06 1939 TRACE nova.openstack.common.rpc.amqp';
    const document = await openLog([
      `2013-03-20 13:23:01 1939 AUDIT nova.compute.manager [req-${vm} ann demo] [instance: ${vm}] instance snapshotting`,
      `${left.replace('TRACE', 'ERROR')} [-] Exception during message handling`,
      `${left} Traceback (most recent call last):`,
      `${left}   File "/nova/compute/manager.py", line 1178, in snapshot_instance`,
      `${left}     self.driver.snapshot(context, instance, image_id)`,
      `${left} LampError: too dim`,
    ].join('\n'));
    await until('the guess', async () =>
      (await titles(document)).some((title) => /Root cause of createImage.*LampError · cause guessed$/.test(title)));
  });

  test('offer to compare where there is another operation of the kind', async () => {
    const compares = async (document: vscode.TextDocument) =>
      (await lensesOf(document)).filter(({ command }) => command?.command === commands.compareWith).length;
    const failed = await openFailedBoot();
    await operationLens(failed);
    assert.equal(await compares(failed), 0);
    await closeAll();
    const id = /\[instance: (\S+)\]/.exec(sampleText('successful-boot/nova-compute.log'))?.[1] ?? '';
    const good = sampleText('successful-boot/nova-compute.log');
    assert.ok(id !== '' && !failed.getText().includes(id));
    const both = await openLog(`${failed.getText()}\n${good}`);
    await until('something to compare with', async () => await compares(both) > 0);
  });

  test('of a line with a thousand operations a few stand there, and one that leads on', async () => {
    const boot = sampleText('failed-boot/nova-compute.log');
    const id = /\[instance: (\S+)\]/.exec(boot)?.[1] ?? '';
    const values = Array.from({ length: 30 }, (_, i) => boot.replaceAll(id, `${id.slice(0, -2)}${10 + i}`))
      .flatMap((text, i) => text.split('\n').filter((line) => line.includes('[instance: '))
        .map((line, at) => [String(1741699652000000000n + BigInt(i * 10_000 + at)), line]));
    const document = await openLog(JSON.stringify({ data: { result: [{ stream: {}, values }] } }));
    await until('lenses on one line', async () => (await lensesOf(document)).length > 20);
    const said = await titles(document);
    assert.ok(said.filter((title) => title.startsWith('create ')).length < 10, said.join(' | '));
    assert.equal(said.filter((title) => /^\d{2,3} more in the tree$/.test(title)).length, 1, said.join(' | '));
  });

  test('follow a log that grows', async () => {
    const whole = sampleText('successful-boot/nova-compute.log');
    const half = whole.slice(0, whole.lastIndexOf('\n', whole.indexOf('Start spawning')) + 1);
    const document = await openLog(half);
    await until('an unfinished operation', async () =>
      (await titles(document)).some((title) => /^create · (?!done)/.test(title)));
    await appendToLog(document, whole.slice(half.length));
    await until('a finished operation', async () =>
      (await titles(document)).some((title) => /^create · done/.test(title)));
  });

  test('follow an edit above the end', async () => {
    const document = await openFailedBoot();
    const before = (await operationLens(document)).range.start.line;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'a note\nof two lines\n');
    await vscode.workspace.applyEdit(edit);
    await until('the lens has moved', async () =>
      (await operationLens(document)).range.start.line === before + 2);
  });

  test('go when the setting says so', async () => {
    const document = await openFailedBoot();
    const settings = vscode.workspace.getConfiguration('novaLens');
    await settings.update('codeLens', false, vscode.ConfigurationTarget.Global);
    try {
      await until('no lens', async () => (await lensesOf(document)).length === 0);
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    }
    await until('lenses again', async () => (await lensesOf(document)).length > 0);
  });
});
