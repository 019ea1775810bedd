// How many warnings and errors are explained: the list of the others leads to their lines.

import assert from 'node:assert';
import { setup, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { commands } from '../../src/editor/contributes';
import { activated, closeAll, openLog, until } from './support';

const line = (message: string) => `2026-11-20 10:00:00.001 7 ERROR nova.compute.manager [-] ${message}\n`;

suite('explained share', () => {
  setup(closeAll);

  test('the list of what is not explained leads to its line', async () => {
    await activated();
    await openLog(line('Nova never said this') + line('Nova never said that') + line('x: nova.exception.VolumeNotCreated: y'));
    void vscode.commands.executeCommand(commands.showUnexplained);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await until('the cursor on the second line', () => vscode.window.activeTextEditor?.selection.active.line === 1);
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'nova-log');
  });
});
