// Ids in lines of Nova and of other services → which lines belong to an instance, and why.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idsIn } from '../../src/core/joins/ids';
import { instanceOfId, linesOfId } from '../../src/core/joins/linesOfId';
import { requestTree } from '../../src/core/joins/requestTree';
import { scanIds } from '../../src/core/joins/scanIds';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import type { Analysis } from '../../src/core/model';
import { compileTemplate, matchTemplate } from '../../src/core/template';
import { novaJoins } from '../../src/knowledge/joins/nova';
import { serviceLines } from '../../src/knowledge/joins/others';

const one = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const two = '11111111-7c41-4b0e-9d36-2b8c4e1a6f70';
const port = 'aaaaaaaa-3c8c-4a0a-8f0e-6a1d9c0e2b11';
const boot = 'req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24';
const call = 'req-99999999-52d7-4f0b-9a0e-3d1c6b7e9f24';
const other = 'req-77777777-52d7-4f0b-9a0e-3d1c6b7e9f24';

function read(logs: Readonly<Record<string, readonly string[]>>, keepLines = false): Analysis {
  const digests = Object.entries(logs).map(([source, lines]) => {
    const reader = openDigest(source, { keepLines });
    reader.push(new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')));
    return reader.end();
  });
  return analyse(digests, defaultLimits);
}

function line(time: string, level: string, logger: string, ids: string, message: string): string {
  return `2024-05-06 08:00:${time} 7 ${level} ${logger} [${ids}] ${message}`;
}

const who = 'u1 p1 - - default default';
const compute = [
  line('01.000', 'INFO', 'nova.compute.claims', `None ${boot} ${who}`,
    `[instance: ${one}] Claim successful on node cmp01`),
  line('02.000', 'DEBUG', 'nova.network.neutron', `None ${boot} ${who}`,
    `[instance: ${one}] Successfully created port: ${port} _create_port_minimal /usr/lib/nova/network/neutron.py:5`),
  line('09.000', 'INFO', 'nova.compute.manager', `None ${boot} ${who}`,
    `[instance: ${one}] Took 8.10 seconds to build instance.`),
];
const neutron = [
  line('01.500', 'INFO', 'neutron.wsgi', `${boot} ${call} ${who}`,
    '192.0.2.7 "POST /v2.0/ports HTTP/1.1" status: 201  len: 1023 time: 0.4123450'),
  line('03.000', 'ERROR', 'neutron.plugins.ml2.managers', `None ${other} ${who}`,
    `Failed to bind port ${port} on host cmp01 for vnic_type normal using segments []`),
  line('04.000', 'ERROR', 'neutron.plugins.ml2.managers', `None ${other} ${who}`,
    `Failed to bind port ${port.replace('aaaaaaaa', 'bbbbbbbb')} on host cmp01 for vnic_type normal using segments []`),
];

test('lines of Neutron join the instance whose port or request they name, with the reason', () => {
  const { timelines } = read({ 'nova-compute.log': compute, 'neutron-server.log': neutron });
  const found = (timelines[0]?.serviceLines ?? []).map(({ mention, because, program, operation }) =>
    [mention.id, mention.at.line, because.kind, because.id, because.at?.source, program, !!operation]);
  assert.deepEqual(found, [
    ['neutron-call', 0, 'request', boot, 'neutron-server.log', 'neutron', true],
    ['port-binding-failed', 1, 'port', port, 'nova-compute.log', 'neutron', false],
  ]);
});

test('an id that two instances claim ties nothing', () => {
  const second = line('05.000', 'DEBUG', 'nova.network.neutron', `None ${boot.replace('8a', '9b')} ${who}`,
    `[instance: ${two}] Successfully updated port: ${port} update /usr/lib/nova/network/neutron.py:5`);
  const logs = { 'nova-compute.log': [...compute, second], 'neutron-server.log': neutron.slice(1) };
  const { timelines } = read(logs);
  assert.deepEqual(timelines.flatMap((timeline) => timeline.serviceLines ?? []), []);
});

test('without the line that ties the port, its lines tie to nothing', () => {
  const [claimed = '', , built = ''] = compute;
  const { timelines } = read({ 'nova-compute.log': [claimed, built], 'neutron-server.log': neutron.slice(1) });
  assert.deepEqual(timelines.flatMap((timeline) => timeline.serviceLines ?? []), []);
});

test('the end of a guest in its own log joins its instance', () => {
  const qemu = [
    '2024-05-06 08:00:03.123+0000: starting up libvirt version: 10.0.0, package: 1, hostname: cmp01',
    'LC_ALL=C \\',
    '/usr/bin/qemu-system-x86_64 \\',
    '-name guest=instance-0000001a,debug-threads=on \\',
    `-uuid ${one} \\`,
    '-S',
    '2024-05-06T08:10:00.000000Z qemu-system-x86_64: terminating on signal 15 from pid 1532 (/usr/sbin/libvirtd)',
    '2024-05-06 08:10:00.423+0000: shutting down, reason=crashed',
  ];
  const { timelines } = read({ 'nova-compute.log': compute, 'instance-0000001a.log': qemu });
  const found = (timelines[0]?.serviceLines ?? []).map(({ mention }) => [mention.id, mention.at.line]);
  assert.deepEqual(found, [['guest-signalled', 6], ['guest-ended', 7]]);
});

test('a request knows where it was seen and what it caused', () => {
  const analysis = read({ 'nova-compute.log': compute, 'neutron-server.log': neutron }, true);
  const tree = requestTree(analysis, boot);
  assert.equal(tree?.node.instance, one);
  assert.deepEqual(tree?.node.sights.map(({ source, first, last }) => [source, first.line, last.line]),
    [['nova-compute.log', 0, 2], ['neutron-server.log', 0, 0]]);
  assert.deepEqual(tree?.children.map(({ node, call: by }) => [node.request, node.instance, by?.via]),
    [[call, one, 'global-id']]);
});

test('the answer that a client logs names the request it caused, and the line that asked', () => {
  const cinder = line('03.000', 'DEBUG', 'cinderclient.v3.client', `None ${boot} ${who}`,
    "REQ: curl -g -i -X GET http://192.0.2.1/v3/volumes/1 -H 'Accept: application/json'");
  const answer = line('03.200', 'DEBUG', 'cinderclient.v3.client', `None ${boot} ${who}`,
    `GET call to cinderv3 for http://192.0.2.1/v3/volumes/1 used request id ${call} request /usr/lib/s.py:9`);
  const [digest] = read({ 'nova-compute.log': [...compute, cinder, answer] }).digests;
  const found = digest?.joins?.calls
    .map(({ caller, callee, via, asked }) => [caller, callee, via, asked?.line]);
  assert.deepEqual(found, [[boot, call, 'answer', 3]]);
});

test('lines of an id are found over all logs, and the instance it belongs to', () => {
  const analysis = read({ 'nova-compute.log': compute, 'neutron-server.log': neutron }, true);
  assert.deepEqual(linesOfId(analysis, port),
    [{ source: 'nova-compute.log', lines: [1] }, { source: 'neutron-server.log', lines: [1] }]);
  assert.equal(instanceOfId(analysis, port)?.instance, one);
  assert.equal(instanceOfId(analysis, call)?.instance, one);
  assert.equal(instanceOfId(analysis, 'bbbbbbbb-3c8c-4a0a-8f0e-6a1d9c0e2b11'), undefined);
});

test('ids are told by their shape and by the words before them', () => {
  const text = `Port ${port}, Lock "compute_resources" acquired, fa:16:3e:5c:1b:07 0000:81:00.1 `
    + `${boot} instance-0000001a ${one}`;
  const found = idsIn(text).map(({ kind, id, start, end }) => [kind, text.slice(start, end) === id]);
  assert.deepEqual(found, [
    ['port', true], ['lock', true], ['mac', true], ['pci', true], ['request', true], ['domain', true],
    ['uuid', true],
  ]);
  const scanned: string[] = [];
  scanIds(text, (id) => scanned.push(id));
  assert.deepEqual(scanned, [port, boot, 'instance-0000001a', one, 'fa:16:3e:5c:1b:07', '0000:81:00.1']);
  scanIds(`${port}0 ${one}-x 12:34:56 10.0.0.1:80`, (id) => scanned.push(id));
  assert.equal(scanned.at(-1), one);
});

test('each row that joins logs is matched by its own sample, and names placeholders that it has', () => {
  for (const { text, sample } of [...novaJoins, ...serviceLines]) {
    assert.ok(matchTemplate(compileTemplate(text), sample), text);
  }
  for (const { text, ids = {}, within, instance, order = [], only } of novaJoins) {
    const { names } = compileTemplate(text);
    const places = order.flatMap((row) => [row.host, row.took]);
    const used = [...Object.keys(ids), within, instance, only?.placeholder, ...places];
    for (const name of used) assert.ok(name === undefined || names.includes(name), `${text}: ${name}`);
  }
  for (const { text, about, only, took } of serviceLines) {
    const { names } = compileTemplate(text);
    for (const name of [about, only?.placeholder, took]) {
      assert.ok(name === undefined || names.includes(name), text);
    }
  }
});

test('a carrier in another zone than its line is told, three times or more', () => {
  const own = (second: number) =>
    `2024-05-06 06:00:0${second}.100 7 INFO nova.compute.manager [-] VM Started (Lifecycle Event)`;
  const carrier = (second: number) => `2024-05-06T08:00:0${second}+0200 cmp01 nova-compute[7]: `;
  const lines = [1, 2, 3].map((second) => carrier(second) + own(second));
  assert.equal(read({ journal: lines }).digests[0]?.joins?.zoneClash?.minutes, -120);
  assert.equal(read({ journal: lines.slice(0, 2) }).digests[0]?.joins?.zoneClash, undefined);
});
