// In: a page with VS Code in it. Out: what a person sees and does there, in words of the window: lenses, tree
// rows, hovers, menus. Everything waits on a condition; nothing sleeps for a fixed time.

import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { HostTasks } from './hostTasks';
import { goToLine, openFile, quickEntry, quickInput, runCommand } from './palette';
import { middleOf, readClipboard } from './inPage.mjs';
import { plain, retry } from './patience';
import { Tree } from './tree';

export interface Window {
  readonly page: Page;
  /** The uri of a file on VS Code's server, and the address that opens a folder in it. */
  readonly uriOf: (file: string) => string;
  readonly addressOf: (folder: string, payload: readonly (readonly [string, string])[]) => string;
  /** Folder that the window opens; the journey's logs lie in it. */
  readonly folder: string;
  /** Folder for pictures. */
  readonly shots: string;
  /** Where long tasks of the extension host are written down. */
  readonly hostTasks: string;
}

function beginningOf(title: string): RegExp {
  return new RegExp(`^\\s*${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

export class Stage {
  readonly page: Page;
  readonly folder: string;
  /** The view "Nova Instances". */
  readonly tree: Tree;
  readonly hostTasks: HostTasks;
  readonly #window: Window;

  constructor(window: Window) {
    this.#window = window;
    this.page = window.page;
    this.folder = window.folder;
    this.tree = new Tree(window.page, 'Nova Instances');
    this.hostTasks = new HostTasks(window.hostTasks);
  }

  // ---- files and pictures -------------------------------------------------------------------------------

  /** Loads the window afresh with this file of the folder open, the cursor on `line` (from 1). */
  async open(name: string, line = 1): Promise<void> {
    const { uriOf, folder, addressOf } = this.#window;
    const file = `${uriOf(path.join(folder, name))}:${line}:1`;
    await this.page.goto(addressOf(folder, [['openFile', file], ['gotoLineMode', 'true']]));
    await this.page.locator('.monaco-workbench .editor-instance .view-line').first().waitFor();
  }

  /** Opens one more file of the folder by its path, in a tab that stays. */
  async openBeside(name: string): Promise<void> {
    const title = path.basename(name);
    // documents made of a log have its name in theirs
    const tab = this.tab(beginningOf(title), true);
    await openFile(this.page, { path: name, title: beginningOf(title), shown: tab });
    await retry(`the tab ${title} stays`, async () => {
      await tab.dblclick({ timeout: 5000 });
      await tab.locator('.italic').waitFor({ state: 'hidden', timeout: 5000 });
    });
  }

  /** Opens a folder of logs as one set, by the command and the dialog that it shows; `instance` is one of its
   *  own, as the tree calls it. */
  async openLogFolder(name: string, instance: RegExp): Promise<void> {
    const folder = path.join(this.folder, name);
    await retry(`the folder ${name} opens`, async () => {
      await this.page.keyboard.press('Escape');
      await this.command('Nova Lens: Open Log Folder');
      const input = quickInput(this.page);
      await input.and(this.page.locator('[placeholder], [aria-label]')).waitFor({ timeout: 5000 });
      // the dialog first fills in a folder of its own
      await retry('the dialog shows a folder', async () => {
        if (!(await input.inputValue()).startsWith('/')) throw new Error('not yet');
      }, 5000);
      await input.fill(`${folder}/`);
      // it looks for what was typed before it takes it
      await this.page.waitForTimeout(1000);
      await this.page.keyboard.press('Enter');
      await this.tree.row(instance).waitFor({ timeout: 5000 });
    });
  }

  /** A tab by its title. */
  tab(title: string | RegExp, active = false): Locator {
    return this.page.locator(`.tabs-container .tab${active ? '.active' : ''}`, { hasText: title }).first();
  }

  /** Copies a file of this machine into the folder. */
  add(file: string): void {
    fs.copyFileSync(file, path.join(this.folder, path.basename(file)));
  }

  /** Makes a log of the folder longer, as a running service does. */
  append(name: string, text: string): void {
    fs.appendFileSync(path.join(this.folder, name), text);
  }

  /** Takes a picture when nothing moves any more. */
  async shot(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join(this.#window.shots, `${name}.png`), animations: 'disabled' });
  }

  // ---- the text -----------------------------------------------------------------------------------------

  /** Puts the cursor on a line (from 1) and shows it. */
  async goToLine(line: number): Promise<void> {
    await goToLine(this.page, line, this.#statusOfLine(line));
  }

  /** Waits until the cursor stands on that line, as the status bar says it. */
  async waitForLine(line: number): Promise<void> {
    await this.#statusOfLine(line).waitFor();
  }

  #statusOfLine(line: number): Locator {
    return this.page.locator('.statusbar-item', { hasText: new RegExp(`^Ln ${line},`) }).first();
  }

  /** The line the cursor stands on, from 1. */
  async cursorLine(): Promise<number> {
    const text = await this.page.locator('.statusbar-item', { hasText: /^Ln \d+,/ }).first().innerText();
    return Number(/\d+/.exec(text)?.[0]);
  }

  /** Waits for the text on the visible lines of the editor, and scrolls sideways to it. Resolves to its
   *  middle, in pixels. */
  async findText(text: string): Promise<{ readonly x: number; readonly y: number }> {
    return retry(`the text ${text} is shown`, async () => {
      const found = await this.page.waitForFunction(middleOf, text, { polling: 100, timeout: 5000 });
      const middle = await found.jsonValue();
      const lines = await this.page.locator('.editor-instance .lines-content').first().locator('..').boundingBox();
      if (!middle || !lines) throw new Error(`not on a visible line: ${text}`);
      const margin = 60;
      const isBeside = middle.x < lines.x + margin || middle.x > lines.x + lines.width - margin;
      if (!isBeside) return middle;
      await this.page.mouse.move(lines.x + lines.width / 2, lines.y + lines.height / 2);
      await this.page.mouse.wheel(middle.x - (lines.x + lines.width / 3), 0);
      throw new Error(`beside the visible part: ${text}`);
    });
  }

  /** Points at the text and resolves to what the hover says. Takes the pointer away again. */
  async hover(text: string, expected: RegExp, picture?: string): Promise<string> {
    const { x, y } = await this.findText(text);
    const hover = this.page.locator('.monaco-hover:not(.hidden)', { hasText: expected }).first();
    await retry(`a hover on ${text}`, async () => {
      await this.#pointAway();
      await this.page.mouse.move(x, y, { steps: 4 });
      await hover.waitFor({ timeout: 6000 });
    });
    const said = plain(await hover.innerText());
    if (picture) await this.shot(picture);
    await this.#pointAway();
    await hover.waitFor({ state: 'hidden' });
    return said;
  }

  #pointAway(): Promise<void> {
    const { width, height } = this.page.viewportSize() ?? { width: 1400, height: 900 };
    return this.page.mouse.move(width / 2, height - 4);
  }

  /** Squiggles of that kind in the visible part of the editor. */
  squiggles(kind: 'error' | 'warning' | 'info'): Locator {
    return this.page.locator(`.editor-instance .squiggly-${kind}`);
  }

  // ---- code lenses --------------------------------------------------------------------------------------

  lens(title: RegExp): Locator {
    return this.page.locator('.editor-instance .codelens-decoration a', { hasText: title }).first();
  }

  /** Titles of the visible code lenses, once one of them is as expected. */
  async lensTitles(expected: RegExp): Promise<readonly string[]> {
    await this.lens(expected).waitFor();
    return (await this.page.locator('.editor-instance .codelens-decoration a').allInnerTexts()).map(plain);
  }

  /** Clicks a lens. Lenses move while new ones come in, so this tries again until `done` is to be seen. */
  async clickLens(title: RegExp, done: Locator): Promise<void> {
    await retry(`a click on the lens ${title}`, async () => {
      await this.lens(title).click({ timeout: 5000 });
      await done.waitFor({ timeout: 5000 });
    });
  }

  // ---- menus and commands -------------------------------------------------------------------------------

  /** Runs a command by its title in the palette. */
  async command(title: string): Promise<void> {
    await runCommand(this.page, title);
  }

  /** Entries of the open quick pick. */
  async picks(): Promise<readonly string[]> {
    const entries = this.page.locator('.quick-input-list .monaco-list-row');
    await entries.first().waitFor();
    return (await entries.allInnerTexts()).map(plain);
  }

  /** Types into the open quick pick and takes the entry. */
  async pick(filter: string, entry: RegExp): Promise<void> {
    await quickInput(this.page).fill(filter);
    await quickEntry(this.page, entry).click();
  }

  /** Opens the quick fixes at the cursor; resolves to their titles. */
  async quickFixes(expected: RegExp): Promise<readonly string[]> {
    const menu = this.page.locator('.action-widget .monaco-list-row');
    await retry(`a quick fix ${expected}`, async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+.');
      await menu.filter({ hasText: expected }).first().waitFor({ timeout: 5000 });
    });
    return (await menu.allInnerTexts()).map(plain).filter(Boolean);
  }

  /** Takes a quick fix of the open menu. */
  async takeQuickFix(title: RegExp): Promise<void> {
    await this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first().click();
    await this.page.locator('.action-widget').first().waitFor({ state: 'hidden' });
  }

  /** What a command has put on the clipboard. */
  async clipboard(expected: RegExp): Promise<string> {
    return retry(`the clipboard holds ${expected}`, async () => {
      const text = await this.page.evaluate(readClipboard);
      if (!expected.test(text)) throw new Error(`the clipboard holds: ${text}`);
      return text;
    });
  }

  /** The inside of a webview or Markdown preview. */
  webview(): ReturnType<Page['frameLocator']> {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }
}
