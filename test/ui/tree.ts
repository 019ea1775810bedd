// In: the page and a view's title. Out: the tree in that view as a person sees and opens it.

import type { Locator, Page } from 'playwright-core';
import { plain, retry } from './patience';

/** A visible row; `level` is its depth, from 1. */
export interface Row {
  readonly text: string;
  readonly level: number;
  readonly selected: boolean;
}

export class Tree {
  readonly #page: Page;
  readonly #list: Locator;

  constructor(page: Page, title: string) {
    this.#page = page;
    this.#list = page.locator(`.monaco-list[aria-label*="${title}"]`).first();
  }

  row(text: RegExp): Locator {
    return this.#list.locator('.monaco-list-row', { hasText: text }).first();
  }

  /** Visible rows. */
  async rows(): Promise<readonly Row[]> {
    const rows = await this.#list.locator('.monaco-list-row').all();
    return Promise.all(rows.map(async (row) => ({
      text: plain(await row.innerText()),
      level: Number(await row.getAttribute('aria-level')),
      selected: (await row.getAttribute('aria-selected')) === 'true',
    })));
  }

  /** Opens a row and waits for a row below it. */
  async expand(text: RegExp, below: RegExp): Promise<void> {
    await retry(`the row ${text} opens`, async () => {
      const row = this.row(text);
      await row.waitFor({ timeout: 5000 });
      const closed = (await row.getAttribute('aria-expanded')) === 'false';
      if (closed) await row.locator('.monaco-tl-twistie').click({ timeout: 5000 });
      await this.row(below).waitFor({ timeout: 5000 });
    });
  }

  /** Clicks an action that a row shows when it is pointed at, by its title. */
  async act(text: RegExp, title: RegExp): Promise<void> {
    await this.row(text).hover();
    await this.row(text).getByRole('button', { name: title }).first().click();
  }

  /** Makes the side bar that wide, so that rows are not cut. */
  async widen(width: number): Promise<void> {
    const bar = await this.#page.locator('.part.sidebar').boundingBox();
    if (!bar) throw new Error('no side bar is shown');
    const y = bar.y + bar.height / 2;
    await this.#page.mouse.move(bar.x + bar.width, y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(bar.x + width, y, { steps: 5 });
    await this.#page.mouse.up();
  }
}
