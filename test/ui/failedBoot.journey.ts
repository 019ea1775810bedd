// A person opens the log of a boot that failed and finds out why.

import assert from 'node:assert';
import type { Journey } from './journey';

const log = 'failed-boot/nova-compute.log';

export const journey: Journey = {
  title: 'a failed boot leads from its lens to the tree, to the cause, to its explanation and to the fix',
  run: async (stage) => {
    await stage.open(log);
    const titles = await stage.lensTitles();
    assert.ok(titles.some((title) => /create.*failed.*VolumeNotCreated/.test(title)), titles.join('\n'));
    await stage.shot('1-lens');

    await stage.clickLens(/create.*failed/, stage.row(/create.*failed/));
    await stage.shot('2-tree');

    await stage.command('Nova Lens: Go to Cause');
    await stage.findText('VolumeNotCreated');
    await stage.squiggles('error').first().waitFor();
    await stage.shot('3-cause');

    const said = await stage.hover('VolumeNotCreated', /block_device_allocate_retries/, '4-hover');
    assert.match(said, /block_device_allocate_retries/);

    const fixes = await stage.quickFixes(/nova\.conf/);
    assert.ok(fixes.length > 0);
    await stage.shot('5-fixes');
    await stage.takeQuickFix(/nova\.conf/);
    await stage.clipboard(/^block_device_allocate_retries/m);
  },
};
