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
    await openLog(line('x: nova.exception.VolumeNotCreated: y') + line('Nova never said that'));
    const choosing = vscode.commands.executeCommand(commands.showUnexplained);
    const line1 = () => vscode.window.activeTextEditor?.selection.active.line === 1;
    // the list has no event that says it is shown: keys are pressed until they count
    await until('the cursor on the second line', async () => {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return line1();
    });
    await choosing;
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'nova-log');
  });
});
