// A person with the logs of four services and two computes goes from the API request that failed to the
// cause on the compute, to all lines of the instance, and to the difference from a boot that went well.

import assert from 'node:assert';
import type { Journey } from './journey';
import type { Stage } from './stage';

/** The request of the boot whose port was never plugged: the second POST in the log. */
const request = 'req-da30442d';

export const journey: Journey = {
  title: 'several logs lead from a failed API request to its cause, to one document and to a good boot',
  async run(stage) {
    await stage.open('successful-boot/nova-conductor.log');
    await stage.openLogFolder('cloud', /^12e05f35/);
    await stage.shot('0-folder');
    await stage.openBeside('cloud/nova-api.log');
    await stage.goToLine(5);
    await stage.findText(request);
    await stage.lensTitles(/^create .*failed in/);
    await stage.shot('1-api-request');
    await toTheCause(stage);
    await toTheDocument(stage);
    await toTheDifference(stage);
    await throughTheTree(stage);
  },
};

async function toTheCause(stage: Stage): Promise<void> {
  await stage.clickLens(/^Go to cause$/, stage.tab('nova-compute-cmp02.log', true));
  await stage.findText('VirtualInterfaceCreateException');
  await stage.shot('2-cause');
}

async function toTheDocument(stage: Stage): Promise<void> {
  await stage.command('Open Instance Document');
  await stage.tab(/^nova-instance-/, true).waitFor();
  await stage.lensTitles(/^create .*failed in/);
  await stage.page.locator('.view-line', { hasText: 'nova.scheduler.manager' }).first().waitFor();
  await stage.shot('3-instance-document');
}

async function throughTheTree(stage: Stage): Promise<void> {
  await stage.command('Show Nova Instances');
  await stage.tree.widen(560);
  await stage.tree.row(/^12e05f35/).waitFor();
  await stage.shot('6-instances');
  for (const [grouping, row] of [
    ['Requests', /^req-da30442d/], ['Hosts', /^cmp01/], ['Causes of failures', /^VirtualInterfaceCreateException/],
  ] as const) {
    await stage.command('Group By…');
    await stage.pick(grouping, new RegExp(`^${grouping}`));
    await stage.tree.row(row).waitFor();
    await stage.shot(`7-by-${grouping.split(' ')[0]?.toLowerCase() ?? ''}`);
  }
}

async function toTheDifference(stage: Stage): Promise<void> {
  await stage.command('Compare With…');
  const picks = await stage.picks();
  assert.match(picks[0] ?? '', /done in/);
  await stage.shot('4-compare-with');
  await stage.pick('', /done in/);
  await stage.page.locator('.monaco-diff-editor .view-line').first().waitFor();
  await stage.page.locator('.monaco-diff-editor .view-line', { hasText: '<host>' }).first().waitFor();
  await stage.shot('5-difference');
}
