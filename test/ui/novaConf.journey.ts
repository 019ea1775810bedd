// From a failed boot to the value that it would have needed, written into the operator's own nova.conf
// after a look at the difference; and what that file shows of itself.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Journey } from './journey';
import { retry } from './patience';
import type { Stage } from './stage';

const conf = [
  '[DEFAULT]', 'my_ip = 10.20.0.11', 'block_device_allocate_retries = 60', 'vif_plugging_timeot = 300',
  'scheduler_max_attempts = 5', '', '[libvirt]', 'virt_type = vbox', 'images_rbd_pool = vms', '',
].join('\n');

/** Lies in a folder of its own beside the log, as services find it. */
function addConf(stage: Stage): string {
  const file = path.join(stage.folder, 'failed-boot', 'nova.conf');
  fs.writeFileSync(file, conf);
  return file;
}

async function setAdvised(stage: Stage, file: string): Promise<void> {
  await stage.open('failed-boot/nova-compute.log');
  await stage.lens(/create.*failed/).waitFor();
  const text = fs.readFileSync(path.join(stage.folder, 'failed-boot', 'nova-compute.log'), 'utf8');
  const line = text.split('\n').findIndex((one) => one.includes('] nova.exception.VolumeNotCreated: ')) + 1;
  await stage.goToLine(line);
  await stage.squiggles('info').first().waitFor();
  const said = await stage.hover('VolumeNotCreated:', /In force/, '1-values-in-force');
  assert.match(said, /block_device_allocate_retries is 60: set in nova\.conf/);
  const fixes = await stage.quickFixes(/Set \[DEFAULT\] block_device_allocate_retries = 130 in nova\.conf/);
  await stage.shot('2-fix');
  assert.ok(fixes.length > 2, fixes.join('\n'));
  await stage.takeQuickFix(/^.*Set \[DEFAULT\] block_device_allocate_retries = 130/);

  const { page } = stage;
  const rows = page.locator('.bulk-edit-panel .monaco-list-row');
  await rows.filter({ hasText: 'nova.conf' }).first().waitFor();
  await rows.last().click();
  await page.locator('.editor-instance .diff-editor, .monaco-diff-editor').first().waitFor();
  await stage.shot('3-difference');
  assert.equal(fs.readFileSync(file, 'utf8'), conf, 'nothing changes before the yes');
  await rows.last().locator('.edit-checkbox').click();
  await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).first().click();
  await stage.findText('block_device_allocate_retries = 130');
  await retry('the file is saved', async () => {
    assert.match(await fs.promises.readFile(file, 'utf8'), /^block_device_allocate_retries = 130$/m);
  });
  await stage.shot('4-set');
}

async function lookAtConf(stage: Stage): Promise<void> {
  await stage.open('failed-boot/nova.conf');
  await stage.squiggles('error').first().waitFor();
  await stage.squiggles('warning').first().waitFor();
  await stage.shot('5-problems');
  const said = await stage.hover('block_device_allocate', /Cinder/, '6-option');
  assert.match(said, /set in nova\.conf/);
}

export const journey: Journey = {
  title: 'the value that a failed boot would have needed goes into nova.conf after a look at the difference',
  run: async (stage) => {
    const file = addConf(stage);
    await setAdvised(stage, file);
    await lookAtConf(stage);
  },
};
