// A person drops a log that no editor bears on the tree, steps through the phases of an instance in it, takes
// a fix for a failure, and looks at its page in place of an editor.

import assert from 'node:assert/strict';
import path from 'node:path';
import type { Journey } from './journey';
import { failed, timed, writeLog } from './largeLogs';
import { retry } from './patience';
import type { Stage } from './stage';

const name = 'nova-all.log';
/** A little more than VS Code hands to an extension. */
const megabytes = 52;

async function drop(stage: Stage): Promise<void> {
  const { page, tree } = stage;
  await stage.open('failed-boot/nova-compute.log');
  await stage.lens(/create/).waitFor();
  await stage.openBeside(name);
  await page.locator('.notification-toast').getByRole('button', { name: 'Not Now' }).click();
  await stage.command('Nova Lens: Show Nova Instances');
  await stage.tab(name).dragTo(tree.row(/nova-compute\.log/));
  await timed('a log that was dropped', tree.row(/nova-all\.log\s*\d+ instances\s*·\s*\d+ MB/).waitFor());
  await tree.widen(420);
  await stage.shot('1-dropped');
}

/** From phase to phase of a failure: in the document of the instance while it is there, else on pages. */
async function stepThroughPhases(stage: Stage): Promise<void> {
  const { page } = stage;
  await (await failed(stage)).click();
  await stage.lens(/Page around line/).waitFor();
  await stage.lens(/create .*failed/).waitFor();
  await stage.command('Nova Lens: List Phases of This Instance');
  const phases = page.locator('.part.sidebar .monaco-list-row', { hasText: /create\s*·/ });
  await phases.nth(1).waitFor();
  await stage.shot('2-phases');
  await page.keyboard.press('F4');
  await phases.nth(1).and(page.locator('.selected')).waitFor();
  await stage.tab(/nova-instance-/, true).waitFor();
  await retry('the cursor moves', async () => assert.ok(await stage.cursorLine() > 1));
  await page.keyboard.press('Shift+F4');
  await stage.waitForLine(1);
  await stage.clickLens(/Page around line/, stage.tab(/nova-page-/, true));
  await page.keyboard.press('F4');
  await phases.nth(1).and(page.locator('.selected')).waitFor();
  await retry('the cursor is on the line of the log', async () => assert.ok(await stage.cursorLine() > 20));
  await stage.tab(/nova-page-/, true).waitFor();
  await stage.shot('3-next');
}

async function takeFix(stage: Stage): Promise<void> {
  await stage.command('Nova Lens: Show Nova Instances');
  await (await failed(stage)).click();
  await stage.command('Problems: Focus on Problems View');
  const problem = stage.page.locator('.part.panel .monaco-list-row', { hasText: /log, line \d+: create/ });
  await problem.first().dblclick();
  await stage.squiggles('error').first().waitFor();
  const fixes = stage.page.locator('.quick-input-list .monaco-list-row');
  await retry('fixes are listed', async () => {
    await stage.page.keyboard.press('Control+.');
    await fixes.filter({ hasText: /Explain/ }).first().waitFor({ timeout: 5000 });
  });
  await stage.shot('4-fixes');
  await fixes.filter({ hasText: /Explain/ }).first().click();
  await stage.webview().getByRole('heading').first().waitFor();
  await stage.shot('5-explained');
  await stage.command('View: Close Editor');
  await stage.command('View: Toggle Panel Visibility');
}

/** The page that stands for a log in place of an editor, and what it leads to. */
async function openWith(stage: Stage): Promise<void> {
  await stage.openBeside(name);
  await stage.tab(/^nova-all\.log/, true).waitFor();
  // VS Code may still look how large the file is: what it says then would stand over any other editor
  await stage.page.getByText('not displayed in the text editor because it is very large').waitFor();
  await stage.command('View: Reopen Editor With...');
  await stage.pick('Nova Lens', /Nova Lens: Large Log/);
  const inside = stage.webview();
  await inside.getByText(/\d+ instances · \d+ MB · \d+ failed/).waitFor();
  await stage.shot('6-page');
  await inside.getByRole('link', { name: 'First page' }).click();
  await stage.tab(/nova-page-/, true).waitFor();
  await stage.shot('7-first-page');
}

export const journey: Journey = {
  title: 'a large log is dropped on the tree, its failures are stepped through and fixed, its page leads on',
  settings: { 'workbench.editorLargeFileConfirmation': 32 },
  run: async (stage) => {
    writeLog(path.join(stage.folder, name), megabytes);
    await drop(stage);
    await stepThroughPhases(stage);
    await takeFix(stage);
    await openWith(stage);
  },
};
