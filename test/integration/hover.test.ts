// Hovers on exceptions, ids, phases, durations and options: that the right thing is spoken of.

import assert from 'node:assert';
import { setup, suite, test } from 'mocha';
import type * as vscode from 'vscode';
import { instanceIn, openFailedBoot, sampleText } from './sampleLogs';
import { failedId, stoppedId, troubledLog } from '../support/troubledLog';
import { closeAll, hoverAt, lensesOf, openLog, positionOf, until } from './support';

/** Hovers as they read, without the marks that keep blanks and punctuation. */
const hover = async (document: vscode.TextDocument, text: string, into = 1) =>
  plain(await hoverAt(document, positionOf(document, text, into)));
const plain = (markdown: string) => markdown.replace(/&nbsp;/g, ' ').replace(/\\/g, '');

suite('hovers', () => {
  setup(closeAll);

  test('explain an exception, its options and what to check', async () => {
    const document = await openFailedBoot();
    const text = await hover(document, '] nova.exception.VolumeNotCreated: ', 20);
    assert.match(text, /VolumeNotCreated/);
    assert.match(text, /block_device_allocate_retries/);
    assert.match(text, /openstack volume show/);
    assert.match(text, /command:novaLens\.explain\?/);
    assert.ok(text.indexOf('command:novaLens.explain?') < text.indexOf('Causes'), 'what to do stands in sight');
    assert.doesNotMatch(text, /From the source of Nova/);
  });

  test('explain a class where a line of code raises it', async () => {
    const document = await openFailedBoot();
    assert.match(await hover(document, 'raise exception.VolumeNotCreated(', 18), /block_device_allocate_retries/);
  });

  test('name the operations of an instance', async () => {
    const document = await openFailedBoot();
    const uuid = instanceIn(document);
    assert.match(await hover(document, uuid, 12), new RegExp(`${uuid}[^]*create[^]*VolumeNotCreated`));
  });

  test('say what a request did', async () => {
    const document = await openFailedBoot();
    const request = /req-[0-9a-f-]{36}(?= [0-9a-f]{32} )/.exec(document.getText())?.[0] ?? '';
    assert.match(await hover(document, request, 6), /create[^]*failed in block device mapping/);
  });

  test('say what Nova does at a line of a phase, and how much of the operation its duration is', async () => {
    const document = await openLog(sampleText('successful-boot/nova-compute.log'));
    await until('the log is read', async () => (await lensesOf(document)).length > 0);
    assert.match(await hover(document, 'to spawn the instance on the hypervisor'), /hypervisor/i);
    assert.match(await hover(document, 'Took ', 2), /% of the/);
  });

  test('say first what became of a phase', async () => {
    const document = await openFailedBoot();
    assert.match(await hover(document, 'Start building block device mappings'), /^\S.* · 19\d s · failed · nova-compute/);
  });

  test('tell waits at a phase, at a lock and at a port, and what happened outside Nova', async () => {
    const document = await openLog(troubledLog);
    await until('the log is read', async () => (await lensesOf(document)).length > 0);
    const start = document.getText().indexOf('Starting instance...', document.getText().indexOf(failedId));
    const phase = plain(await hoverAt(document, document.positionAt(start + 3)));
    assert.match(phase, /Taken up by the compute host[^]*Waited 7\.1 s for the lock compute_resources · req-00000009/);
    const lock = await hover(document, 'waited 7.100s', 2);
    assert.match(lock, /Waited 7\.1 s[^]*It delayed the phase “taken up by the compute host” of create of 5f3a9d2e/);
    const holder = await hover(document, 'held 8.110s', 2);
    assert.match(holder, /Another one waited[^]*Waited 7\.1 s for the lock compute_resources/);
    const event = await hover(document, 'Preparing to wait', 2);
    assert.match(event, /Waited for network-vif-plugged-2fee26da, which did not come in 300 s/);
    const uuid = await hover(document, failedId, 4);
    assert.match(uuid, /which did not come[^]*message bus lost[^]*Differs from 6a4b0e3f/);
    const outside = await hover(document, 'Instance shutdown by itself', 3);
    assert.match(outside, /Stopped outside Nova[^]*switched off without a request to Nova/);
    assert.match(await hover(document, stoppedId, 4), /Beside the operations[^]*Stopped outside Nova/);
  });

  test('explain an option by its name', async () => {
    const document = await openLog('2026-11-20 10:00:00.001 7 ERROR nova.compute.manager [-] see vif_plugging_timeout\n');
    assert.match(await hover(document, 'vif_plugging_timeout', 5), /\[DEFAULT\] vif_plugging_timeout/);
  });

  test('say which statement of the source logged a line, on any line of Nova', async () => {
    const document = await openLog('2026-11-20 10:00:00.001 7 WARNING nova.virt.libvirt.imagecache [-] Unknown base '
      + 'file: /var/lib/nova/instances/_base/4a\n');
    const text = await hover(document, 'base file');
    assert.match(text, /ImageCacheManager/);
    assert.match(text, /image cache/);
    assert.match(text, /https:\/\/opendev\.org\/openstack\/nova\/src/);
  });

  test('say nothing about what is nothing', async () => {
    const document = await openLog('2026-11-20 10:00:00.001 7 INFO nova.compute.manager [-] hello there\n');
    assert.equal(await hover(document, 'hello'), '');
  });
});
