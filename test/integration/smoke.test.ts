// The extension is there, knows its logs by name and has registered what the manifest promises.

import assert from 'node:assert';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { commands, language } from '../../src/editor/contributes';
import { activated, openLog, workspaceUri } from './support';

const line = '2026-11-20 10:00:00.001 4211 INFO nova.compute.manager [-] Starting compute node (version 30.0.0)\n';

suite('the extension', () => {
  test('activates', async () => {
    const extension = await activated();
    assert.equal(extension.isActive, true);
  });

  for (const name of ['nova-compute.log', 'nova-compute.log.1', 'nova-api.log']) {
    test(`takes ${name} for a Nova log`, async () => {
      const document = await openLog(line, name);
      assert.equal(document.languageId, language);
    });
  }

  test('registers every command', async () => {
    await activated();
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = Object.values(commands).filter((command) => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  test('a failing test fails the run', async () => {
    // the runner puts this file there when it is asked to prove that failures are seen
    const names = (await vscode.workspace.fs.readDirectory(workspaceUri())).map(([name]) => name);
    assert.ok(!names.includes('fail-on-purpose'), 'fails on purpose');
  });
});
