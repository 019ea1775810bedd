// A person opens a log in which much happens around the operations, and finds in the tree what a boot that
// failed had waited for, what happened meanwhile, and where it parts from one that went well.

import assert from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { troubledLog } from '../support/troubledLog';
import type { Journey } from './journey';
import type { Stage } from './stage';

export const journey: Journey = {
  title: 'the tree tells who waited for whom, what happened meanwhile and what happened beside the operations',
  async run(stage) {
    fs.writeFileSync(path.join(stage.folder, 'nova-compute.log'), troubledLog);
    await stage.open('nova-compute.log', 9);
    await stage.lensTitles(/^create .*failed in/);
    await atTheLines(stage);
    await stage.command('Show Nova Instances');
    await stage.tree.widen(640);
    await throughTheTree(stage);
  },
};

async function atTheLines(stage: Stage): Promise<void> {
  await stage.hover('Timeout waiting for', /Waited\sfor\snetwork-vif-plugged/, '3-hover-phase');
  await stage.hover('waited 7.100s', /It\sdelayed/, '4-hover-lock');
  await stage.hover('Instance shutdown by itself', /Stopped\soutside\sNova/, '5-hover-beside');
  await stage.goToLine(9);
  await stage.hover('5f3a9d2e-7c41', /message\sbus\slost/, '6-hover-instance');
}

async function throughTheTree(stage: Stage): Promise<void> {
  await stage.tree.expand(/^create/, /Message bus lost/);
  await stage.shot('1-operation');
  await stage.tree.expand(/^Taken up by the compute host/, /^Waited 7\.1 s/);
  await stage.tree.expand(/^Waited 7\.1 s/, /waited 7\.100s/);
  await stage.tree.expand(/^Differs from/, /^last in common: Claim successful/);
  await stage.tree.expand(/^Lines may be missing/, /^No log of nova-scheduler/);
  await stage.tree.expand(/^7c5d1f40/, /^Stopped outside Nova/);
  await stage.shot('2-around');
  const texts = (await stage.tree.rows()).map(({ text }) => text);
  assert.ok(texts.some((text) => /had it for 8\.1 s/.test(text)), texts.join('\n'));
}
