// A command by its title, as people run it: through the palette.

import type { Page } from 'playwright-core';
import { retry } from './patience';

/** Milliseconds until the palette must be there. */
const timeout = 5000;

export async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator('.quick-input-widget:visible input.input').first();
  const entry = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
  await retry(`the command ${title}`, async () => {
    // a picker that is still closing takes the key, and the palette with it
    await page.keyboard.press('F1');
    await input.fill(`>${title}`, { timeout });
    await entry.waitFor({ timeout });
  });
  await page.keyboard.press('Enter');
}
