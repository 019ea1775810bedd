// A person watches the log of a boot while nova-compute writes it, then looks for the instance by its UUID.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Journey } from './journey';
import { retry } from './patience';
import type { Stage } from './stage';

const log = 'successful-boot/nova-compute.log';
const growing = 'nova-compute.log';
const idle = '2024-05-06 09:11:17.609 23307 DEBUG oslo_service.periodic_task '
  + '[None req-81bd1d38-1295-425c-9a4d-06ee12b9a5c6 - - - - -] Running periodic task ComputeManager.update_available_resource\n';

/** Waits for what was written. VS Code may begin to watch a file only after that: then the service goes on
 *  writing, as it does, and with the next line all is read. */
async function goOnWriting(stage: Stage, seen: Locator): Promise<void> {
  await retry('what was written is read', async () => {
    const isSeen = await seen.waitFor({ timeout: 8000 }).then(() => true, () => false);
    if (isSeen) return;
    stage.append(growing, idle);
    throw new Error('not yet');
  });
}

export const journey: Journey = {
  title: 'a log that grows is followed, phase by phase, to the end of the boot',
  run: async (stage) => {
    const text = fs.readFileSync(path.join(stage.folder, log), 'utf8');
    const cut = text.lastIndexOf('\n', text.indexOf('Start spawning')) + 1;
    fs.writeFileSync(path.join(stage.folder, growing), text.slice(0, cut));
    const uuid = /\[instance: ([0-9a-f-]{36})\]/.exec(text)?.[1] ?? '';

    await stage.open(growing);
    await stage.lens(/create/).waitFor();
    await stage.command('Nova Lens: Show Nova Instances');
    await stage.tree.expand(new RegExp(`^\\s*${uuid.slice(0, 8)}`), /^\s*create(?!.*done)/);
    await stage.shot('1-building');

    stage.append(growing, text.slice(cut));
    await goOnWriting(stage, stage.tree.row(/^\s*create\s*done in/));
    await stage.lens(/create · done in/).waitFor();
    await stage.shot('2-done');

    await stage.command('Nova Lens: Search Instance');
    const picks = await stage.picks();
    assert.ok(picks.some((pick) => pick.includes(uuid)), picks.join('\n'));
    await stage.pick(uuid.slice(0, 13), new RegExp(uuid));
    await stage.tree.row(/^\s*create/).and(stage.page.locator('.selected')).waitFor();
    await stage.shot('3-found');
  },
};
