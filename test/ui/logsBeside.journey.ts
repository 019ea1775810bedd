// A person opens one log of several that lie in a folder, as the first thing that the window does: the others
// are offered, and the tree tells of all.

import assert from 'node:assert/strict';
import type { Journey } from './journey';

export const journey: Journey = {
  title: 'with the first log that is opened those beside it are offered',
  settings: { 'novaLens.siblings': 'ask' },
  run: async (stage) => {
    await stage.open('failed-boot/nova-compute.log');
    const offer = stage.page.locator('.notification-toast', { hasText: 'nova-compute.log' });
    await offer.waitFor();
    await stage.shot('1-offer');
    await offer.getByRole('button').filter({ hasText: /^Read/ }).first().click();
    await stage.command('Show Nova Instances');
    const logs = stage.tree.row(/^\s*Logs\s*4 logs/);
    await logs.waitFor();
    await stage.tree.expand(/^\s*create.*failed/, /^\s*API request/);
    await stage.shot('2-all-logs');
    const request = (await stage.tree.rows()).find(({ text }) => text.includes('API request'));
    assert.doesNotMatch(request?.text ?? '', /not visible/);
  },
};
