// The input at the top of the window as people use it: the palette of commands, files by name, lines by
// number. A document that opens meanwhile takes the keys, and the input closes: it is opened again then. What
// was typed is taken by a click on its entry or a key to the input itself, never by a key to whoever listens.

import type { Locator, Page } from 'playwright-core';
import { retry } from './patience';

/** Milliseconds until the input must be there, or what it leads to. */
const timeout = 5000;

export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget:visible input.input').first();
}

export function quickEntry(page: Page, title: string | RegExp): Locator {
  return page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
}

/** Runs a command by its title, once. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await retry(`the command ${title}`, async () => {
    // a picker that is still closing takes the key, and the palette with it
    await page.keyboard.press('F1');
    await quickInput(page).fill(`>${title}`, { timeout });
    try {
      await quickEntry(page, title).click({ timeout });
    } catch (error) {
      // opened before the extension was there, the palette never shows its commands: it is closed first
      await page.keyboard.press('Escape');
      throw error;
    }
  });
}

interface SoughtFile {
  /** In the folder of the window. */
  readonly path: string;
  /** Of its entry. */
  readonly title: RegExp;
  readonly shown: Locator;
}

/** Takes a file until it is shown. */
export async function openFile(page: Page, { path, title, shown }: SoughtFile): Promise<void> {
  await retry(`the file ${path} opens`, async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+p');
    await quickInput(page).fill(path, { timeout });
    await quickEntry(page, title).click({ timeout });
    await shown.waitFor({ timeout });
  });
}

/** Goes to a line (from 1) of the editor, until `shown` says so. */
export async function goToLine(page: Page, line: number, shown: Locator): Promise<void> {
  await retry(`line ${line} is gone to`, async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+g');
    await quickInput(page).fill(`:${line}`, { timeout });
    await quickInput(page).press('Enter', { timeout });
    await shown.waitFor({ timeout });
  });
}
