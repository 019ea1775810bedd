// A person opens a log that no editor bears: its instances, one of them, its lines, a page, a search, a line
// by its number, and what is appended.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Journey } from './journey';
import { asleep, failed, lens, row, sleeping, timed, timedFrom, writeLog } from './largeLogs';
import type { Stage } from './stage';

const name = 'nova-all.log';
const wanted = 'Failed to allocate';
/** The usual size keeps a run short. */
const megabytes = Number(process.env['NOVA_LENS_JOURNEY_MB'] ?? 100);
/** A log that was made before, in place of one made now. */
const made = process.env['NOVA_LENS_JOURNEY_LOG'];
/** No task may hold the extension host for longer while a log is read: more than it is, for machines that
 *  have much else to do. */
const longestTask = 100;

async function answer({ page }: Stage, text: string): Promise<void> {
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor();
  await input.fill(text);
  await input.press('Enter');
}

/** The offer, and what the tree shows then. */
async function openByOffer(stage: Stage): Promise<void> {
  const { page, tree } = stage;
  await stage.open('failed-boot/nova-compute.log');
  await stage.lens(/create/).waitFor();
  await stage.openBeside(name);
  const offer = page.locator('.notification-toast', { hasText: 'too large for an editor' });
  await offer.waitFor();
  await stage.shot('1-offer');
  stage.hostTasks.longest();
  const open = offer.getByRole('button', { name: 'Open with Nova Lens' });
  await timedFrom(() => open.click(), 'first instances', { page, selector: row, text: sleeping });
  const first = await asleep(stage).innerText();
  await timed('all instances', tree.row(/nova-all\.log\s*\d+ instances\s*·\s*[\d.]+ [MG]B/).waitFor());
  await timed('which of them failed', tree.row(/^\s*Failed\s*\d+ instances/).waitFor());
  const longest = stage.hostTasks.longest();
  console.log(`   the longest task of the extension host meanwhile: ${longest} ms`);
  assert.ok(longest < longestTask, `${longest} ms`);
  const id = (text: string): string => /[0-9a-f]{8}/.exec(text)?.[0] ?? text;
  assert.equal(id(await asleep(stage).innerText()), id(first), 'no row has moved under the pointer');
  await tree.widen(420);
  await stage.shot('2-tree');
}

async function readInstances(stage: Stage): Promise<void> {
  const { tree } = stage;
  const id = /[0-9a-f]{8}/.exec(await asleep(stage).innerText())?.[0] ?? '';
  const own = new RegExp(`^\\s*${id}\\s*(create|delete|rebuild)`);
  await timed('an instance in the tree', tree.expand(new RegExp(`^\\s*${id}`), own));
  await stage.shot('3-instance');
  await timedFrom(() => asleep(stage).click(), 'the document of an instance',
    { page: stage.page, selector: lens, text: /Page around line/ });
  await stage.lens(/create|delete|rebuild/).waitFor();
  await stage.shot('4-lines');
  await stage.clickLens(/Page around line/, stage.tab(/nova-page-/, true));
  const operation = stage.page.locator(`${lens}:visible`, { hasText: /(create|delete|rebuild) [0-9a-f]{8}/ });
  await timed('lenses of operations on the page', operation.first().waitFor());
  await stage.shot('5-page');
  await seeNumbers(stage);
}

/** The page has the numbers of the log and no others; another log has the editor's, in the same place. */
async function seeNumbers(stage: Stage): Promise<void> {
  const numbers = stage.page.locator('.editor-instance .margin .line-numbers');
  await numbers.first().waitFor({ state: 'hidden' });
  await stage.tab('nova-compute.log').click();
  await numbers.first().waitFor();
  await stage.tab(/nova-page-/).click();
  await numbers.first().waitFor({ state: 'hidden' });
}

/** F4 leads from one line that was found to the next, Shift+F4 back. */
async function throughTheFound({ page }: Stage, found: Locator): Promise<void> {
  const lineOf = async (at: number): Promise<Locator> => {
    const [time = '?'] = /\d\d:\d\d:\d\d\.\d+/.exec(await found.nth(at).innerText()) ?? [];
    return page.locator('.editor-instance .view-line', { hasText: time }).filter({ hasText: wanted }).first();
  };
  const [first, second] = [await lineOf(0), await lineOf(1)];
  await found.first().click();
  await first.waitFor();
  await page.keyboard.press('F4');
  await second.waitFor();
  await page.keyboard.press('Shift+F4');
  await first.waitFor();
  await found.first().and(page.locator('.selected')).waitFor();
}

async function searchAndGo(stage: Stage): Promise<void> {
  const { page } = stage;
  await stage.command('Nova Lens: Search Large Log');
  await answer(stage, `level:ERROR ${wanted} network(s)`);
  const found = page.locator('.part.sidebar .monaco-list-row', { hasText: wanted });
  await timed('a search', found.first().waitFor());
  await page.locator('.part.sidebar .message', { hasText: /^\s*\d+ lines/ }).waitFor();
  await stage.shot('6-search');
  await throughTheFound(stage, found);
  await stage.command('Nova Lens: Go to Line of Large Log');
  await answer(stage, '123 456');
  const text = Buffer.alloc(80 << 20);
  const file = fs.openSync(path.join(stage.folder, name), 'r');
  const size = fs.readSync(file, text, 0, text.length, 0);
  fs.closeSync(file);
  const line = text.toString('utf8', 0, size).split('\n')[123_455] ?? '';
  await timed('a line by its number', page.locator('.view-line', { hasText: line.slice(0, 23) }).first().waitFor());
  await stage.shot('7-line');
}

/** Of an instance that failed: its problems, with the lines of the log, and the way to the first one. */
async function seeProblems(stage: Stage): Promise<void> {
  const { page } = stage;
  await stage.command('Nova Lens: Show Nova Instances');
  await (await failed(stage)).click();
  await stage.lens(/Page around line/).waitFor();
  await stage.command('Problems: Focus on Problems View');
  const problem = page.locator('.part.panel .monaco-list-row', { hasText: /nova-all\.log, line \d+:/ }).first();
  await timed('the problems of an instance', problem.waitFor());
  await stage.shot('9-problems');
  await stage.command('View: Toggle Panel Visibility');
}

async function grow(stage: Stage): Promise<void> {
  await stage.command('Nova Lens: Show Nova Instances');
  const before = await stage.tree.row(/nova-all\.log/).innerText();
  const count = Number(/(\d+)\s*instances/.exec(before.replaceAll('\u00a0', ' '))?.[1]);
  assert.ok(count > 100, before);
  stage.append(name, '2024-05-30 09:59:59.000 4711 INFO nova.compute.manager [-] '
    + '[instance: 00000000-1111-4222-8333-444444444444] VM Stopped (Lifecycle Event)\n');
  await timed('an appended line', stage.tree.row(new RegExp(`${count + 1}\\s*instances`)).waitFor());
  await stage.shot('8-grown');
}

export const journey: Journey = {
  title: 'a log too large for an editor is read from the file: tree, instance, page, search, line, growth',
  // as in a remote window: the editor asks before it loads all of it
  settings: { 'workbench.editorLargeFileConfirmation': 32 },
  run: async (stage) => {
    const file = path.join(stage.folder, name);
    writeLog(file, megabytes, made);
    console.log(`   ${(fs.statSync(file).size / 2 ** 20).toFixed(0)} MB`);
    await openByOffer(stage);
    await readInstances(stage);
    await searchAndGo(stage);
    await grow(stage);
    await seeProblems(stage);
  },
};
