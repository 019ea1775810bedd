// What the README shows of a report is what the command prints of that sample log.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { makeSamples } from '../samples/samples';
import { runCli } from '../support/cli';
import { scratchFolder } from '../support/scratch';

const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

test('the report of the README is printed so, but for what it leaves out', async (t) => {
  const [, shown = ''] = /^A failed boot, from one of the sample logs:\n\n```\n(.*?)^```$/ms
    .exec(fs.readFileSync('README.md', 'utf8')) ?? [];
  const sample = makeSamples().find(({ name }) => name === 'failed-boot/nova-compute.log');
  const folder = scratchFolder(t, { log: sample?.text ?? '' });
  const { out } = await runCli(['report', `${folder}/log`]);
  const printed = words(out);
  let at = 0;
  for (const part of shown.split('…').map(words)) {
    const found = printed.indexOf(part, at);
    assert.ok(found >= 0, `“${part}” in\n${printed.slice(at)}`);
    at = found + part.length;
  }
  assert.ok(at > 1000, 'it shows much of it');
});
