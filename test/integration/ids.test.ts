// Ids over several logs: where they stand, where they begin, which request caused which; and the phases of an
// instance in the References view.

import assert from 'node:assert';
import { setup, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { commands } from '../../src/editor/contributes';
import { failedIn, openCloud } from './sampleLogs';
import { closeAll, hoverAt, lensesOf, openLog, positionOf, until } from './support';

const caller = 'req-aaaaaaaa-0000-4000-8000-000000000001';
const callee = 'req-bbbbbbbb-0000-4000-8000-000000000002';
const instance = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const port = '9c1d7e55-3b2a-4f6d-8e10-c4a5b6d7e8f9';
const who = 'user project - - default default';

const compute = [
  `2026-11-20 10:00:00.100 7 INFO nova.compute.claims [None ${caller} ${who}] [instance: ${instance}] Claim successful on node cmp1`,
  `2026-11-20 10:00:02.500 7 DEBUG nova.network.neutron [None ${caller} ${who}] [instance: ${instance}] Successfully created port: ${port} _create_port_minimal /usr/lib/python3/dist-packages/nova/network/neutron.py:543`,
  `2026-11-20 10:00:03.000 7 INFO nova.compute.manager [None ${caller} ${who}] [instance: ${instance}] Took 2.90 seconds to build instance.`,
  '',
].join('\n');
const neutron = [
  `2026-11-20 10:00:01.000 9 INFO neutron.wsgi [${caller} ${callee} ${who}] 10.0.0.7 "GET /v2.0/networks HTTP/1.1" status: 200  len: 900 time: 0.1`,
  `2026-11-20 10:00:02.000 9 INFO neutron.wsgi [${caller} ${callee} ${who}] 10.0.0.7 "POST /v2.0/ports HTTP/1.1" status: 201  len: 1200 time: 0.9`,
  '',
].join('\n');

async function openBoth(): Promise<readonly [vscode.TextDocument, vscode.TextDocument]> {
  const one = await openLog(compute, 'nova-compute.log');
  const other = await openLog(neutron, 'neutron-server.log');
  await vscode.languages.setTextDocumentLanguage(other, 'nova-log');
  await until('the log is read', async () => (await lensesOf(one)).length > 0);
  await until('the other log is read', async () =>
    (await ask<vscode.Location>('vscode.executeReferenceProvider', other, positionOf(other, callee, 5))).length > 0);
  return [one, other];
}

const ask = <T>(command: string, document: vscode.TextDocument, at: vscode.Position) =>
  vscode.commands.executeCommand<T[]>(command, document.uri, at);

suite('ids over several logs', () => {
  setup(closeAll);

  test('a port is found on its lines, and F12 leads to the line that says whose it is', async () => {
    const [log] = await openBoth();
    const at = positionOf(log, port, 3);
    const found = await ask<vscode.Location>('vscode.executeReferenceProvider', log, at);
    assert.deepEqual(found.map(({ range }) => range.start.line), [1]);
    assert.match(await hoverAt(log, at), new RegExp(instance));
    const [link] = await ask<vscode.LocationLink>('vscode.executeDefinitionProvider', log, at);
    assert.equal(link?.targetRange.start.line, 0, 'on that line itself it leads to the operation');
  });

  test('from image, provider, migration, addresses and lock it is one step to their instance', async () => {
    const head = (second: string, logger: string) => `2026-11-20 10:00:${second} 7 DEBUG ${logger} [None ${caller} ${who}] `;
    const ids = {
      image: '70c1e9d4-2f0b-4c3e-8a55-9d1f0e6a7b82', provider: '2d7f0c18-9a3b-4e51-8c64-0b1e7a5d3f92',
      migration: 'c0de4a51-8f7e-4f7b-8a53-1d8f0e6a9b24', mac: 'fa:16:3e:5c:1b:07', device: '0000:81:0a.1',
      lock: 'compute-cache_1',
    };
    const log = await openLog([
      compute.trimEnd(),
      `${head('04.000', 'nova.virt.libvirt.driver')}[instance: ${instance}] Start _get_guest_xml network_info=[{"id": "${port}", "address": "${ids.mac}", "profile": {"pci_slot": "${ids.device}"}}] disk_info={} image_meta=ImageMeta(checksum='x',id=${ids.image},min_disk=0) rescue=None block_device_info={}`,
      `${head('05.000', 'nova.compute.manager')}[instance: ${instance}] Swapping old allocation on dict_keys(['${ids.provider}']) held by migration ${ids.migration} for instance`,
      `${head('06.000', 'oslo_concurrency.lockutils')}Lock "${ids.lock}" acquired by "nova.compute.manager.x" :: waited 0.000s`,
      `${head('07.000', 'oslo_concurrency.lockutils')}Lock "${ids.lock}" "released" by "nova.compute.manager.x" :: held 0.000s`,
      `${head('08.000', 'nova.compute.manager')}of ${Object.values(ids).filter((id) => id !== ids.lock).join(' and ')}`,
      '',
    ].join('\n'), 'nova-compute.log');
    await until('the log is read', async () => (await lensesOf(log)).length > 0);
    const said = { image: 3, provider: 4, migration: 4, mac: 3, device: 3, lock: 5 };
    for (const [kind, id] of Object.entries(ids)) {
      const line = kind === 'lock' ? 6 : 7;
      const at = new vscode.Position(line, log.lineAt(line).text.indexOf(id) + 3);
      assert.match(await hoverAt(log, at), new RegExp(instance), kind);
      const [link] = await ask<vscode.LocationLink>('vscode.executeDefinitionProvider', log, at);
      const target = said[kind as keyof typeof said];
      assert.equal(link?.targetRange.start.line, target, kind);
      const found = await ask<vscode.Location>('vscode.executeReferenceProvider', log, at);
      assert.deepEqual(found.map(({ range }) => range.start.line), [target, line], kind);
    }
  });

  test('a request is known by the request that caused it', async () => {
    const [log, other] = await openBoth();
    const [link] = await ask<vscode.LocationLink>(
      'vscode.executeDefinitionProvider', other, positionOf(other, callee, 8));
    assert.equal(link?.targetUri.toString(), log.uri.toString());
    const elsewhere = await ask<vscode.Location>(
      'vscode.executeImplementationProvider', log, positionOf(log, caller, 8));
    assert.ok(elsewhere.some(({ uri }) => uri.toString() === other.uri.toString()));
  });

  test('the call hierarchy leads from a request to those it caused', async () => {
    const [log, other] = await openBoth();
    const [item] = await ask<vscode.CallHierarchyItem>(
      'vscode.prepareCallHierarchy', log, positionOf(log, caller, 8));
    assert.equal(item?.name, 'req-aaaaaaaa');
    const outgoing = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls', item);
    assert.deepEqual(outgoing.map(({ to }) => to.name), ['req-bbbbbbbb']);
    assert.equal(outgoing[0]?.to.uri.toString(), other.uri.toString());
    const incoming = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls', outgoing[0]?.to);
    assert.deepEqual(incoming.map(({ from }) => from.name), ['req-aaaaaaaa']);
  });

  test('the lines of the caused request belong to the instance', async () => {
    await openBoth();
    await vscode.commands.executeCommand(commands.openInstanceDocument, instance);
    const shown = await until('the document is shown', () => {
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      return text.includes('Claim successful') && text.includes('POST /v2.0/ports') ? text : undefined;
    });
    const order = ['Claim', 'GET /v2.0', 'POST /v2.0', 'created port', 'Took 2.90'].map((part) => shown.indexOf(part));
    assert.deepEqual([...order].sort((a, b) => a - b), order);
  });

  test('the phases stand in the References view, and F4 leads from one to the next, from log to log', async () => {
    const { instance: failing } = failedIn(await openCloud());
    await vscode.commands.executeCommand(commands.listPhases, failing);
    // A host of its own does not see the extension that has the view: there a peek opens at the first phase.
    if (!vscode.extensions.getExtension('vscode.references-view')) {
      await until('the first phase is shown', () => placeHere().startsWith('nova-api.log:'));
      return;
    }
    // The view may take a moment to select what it went to: a next step before that leads there again.
    const logs = new Set<string>();
    await until('F4 leads into another log', async () => {
      const before = placeHere();
      await vscode.commands.executeCommand('references-view.next');
      for (let waits = 0; waits < 20 && placeHere() === before; waits++) await moment();
      logs.add(placeHere().split(':')[0] ?? '');
      return logs.size > 2;
    }, 25_000);
  });
});

function moment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}

function placeHere(): string {
  const editor = vscode.window.activeTextEditor;
  return editor ? `${editor.document.uri.path.split('/').at(-1)}:${editor.selection.active.line}` : '';
}
