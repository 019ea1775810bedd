// Ids in lines of Nova and of other services → which lines belong to an instance, and why.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idsIn } from '../../src/core/joins/ids';
import { instanceOfId, linesOfId } from '../../src/core/joins/linesOfId';
import { meantTexts } from '../../src/core/joins/only';
import { requestTree } from '../../src/core/joins/requestTree';
import { requestLines } from '../../src/core/render/requestText';
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

test('the report by request counts lines by service and hangs what a request caused below it', () => {
  const lines = [...requestLines(
    read({ 'nova-compute.log': compute, 'neutron-server.log': neutron }, true), (_style, text) => text)];
  const at = lines.findIndex((row) => row.startsWith(boot));
  assert.equal(lines[at], `${boot}, instance ${one}`);
  assert.match(lines[at + 2] ?? '', /^ {2}nova-compute: \d+ lines, .*: 1 line$/);
  assert.ok(lines.some((row) => row.startsWith(`  ↳ caused ${call} (`) && row.endsWith(': 1 line)')), lines.join('\n'));
  assert.ok(!lines.some((row) => row.startsWith(call)), 'it stands below, and not once more');
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

const image = '70c1e9d4-2f0b-4c3e-8a55-9d1f0e6a7b82';
const provider = '2d7f0c18-9a3b-4e51-8c64-0b1e7a5d3f92';
const migration = 'c0de4a51-8f7e-4f7b-8a53-1d8f0e6a9b24';
const mac = 'fa:16:3e:5c:1b:07';
const device = '0000:81:0a.1';
const snapshot = 'eeeeeeee-2f0b-4c3e-8a55-9d1f0e6a7b82';

/** Lines of one instance that claim an id of each kind. */
const claiming = (instance: string, request = boot): readonly string[] => [
  line('01.000', 'DEBUG', 'nova.virt.libvirt.driver', `None ${request} ${who}`, `[instance: ${instance}] Start _get_guest_xml `
    + `network_info=[{"id": "${port}", "address": "${mac}", "profile": {"pci_slot": "${device}"}}] disk_info={} `
    + `image_meta=ImageMeta(direct_url='rbd://${provider}/images/${two}/snap',id=${image},min_disk=0) rescue=None block_device_info={}`),
  line('02.000', 'INFO', 'nova.compute.manager', `None ${request} ${who}`, `[instance: ${instance}] Swapping old allocation `
    + `on dict_keys(['${provider}']) held by migration ${migration} for instance`),
  line('03.000', 'DEBUG', 'nova.compute.manager', `None ${request} ${who}`,
    `[instance: ${instance}] Uploading snapshot data for image ${snapshot}`),
  line('04.000', 'DEBUG', 'oslo_concurrency.lockutils', `None ${request} ${who}`,
    'Lock "3d5f1c90aa" acquired by "nova.virt.libvirt.utils.fetch_image" :: waited 0.000s'),
];
const kinds = { image, provider, migration, mac, device, snapshot, lock: '3d5f1c90aa', port };

test('image, provider, migration, addresses and lock lead to the instance that alone claims them', () => {
  const analysis = read({ 'nova-compute.log': claiming(one) }, true);
  const found = Object.fromEntries(Object.entries(kinds).map(([kind, id]) => {
    const owner = instanceOfId(analysis, id, 'nova-compute.log');
    return [kind, [owner?.instance, owner?.at?.line, owner?.isShared]];
  }));
  assert.deepEqual(found, {
    image: [one, 0, true], provider: [one, 1, true], migration: [one, 1, false], mac: [one, 0, false],
    device: [one, 0, true], snapshot: [one, 2, false], lock: [one, 3, true], port: [one, 0, false],
  });
  assert.deepEqual(linesOfId(analysis, device), [{ source: 'nova-compute.log', lines: [0] }]);
  assert.deepEqual(linesOfId(analysis, '3d5f1c90aa'), [{ source: 'nova-compute.log', lines: [3] }]);
});

test('what a second instance claims too leads nowhere', () => {
  const both = [...claiming(one), ...claiming(two, boot.replace('8a', '9b'))];
  const analysis = read({ 'nova-compute.log': both }, true);
  for (const [kind, id] of Object.entries(kinds)) {
    assert.equal(instanceOfId(analysis, id, 'nova-compute.log'), undefined, kind);
  }
});

test('a device and a lock are those of their host, and a lock that others take too is nobody\'s', () => {
  const second = line('05.000', 'DEBUG', 'oslo_concurrency.lockutils', `None ${other} ${who}`,
    'Lock "3d5f1c90aa" acquired by "nova.virt.libvirt.utils.fetch_image" :: waited 0.000s');
  const elsewhere = claiming(two, boot.replace('8a', '9b'));
  const logs = { 'nova-compute.log': claiming(one), 'b/nova-compute.log': elsewhere };
  const analysis = read(logs, true);
  assert.equal(instanceOfId(analysis, device, 'nova-compute.log')?.instance, one);
  assert.equal(instanceOfId(analysis, device, 'b/nova-compute.log')?.instance, two);
  assert.equal(instanceOfId(analysis, device), undefined);
  assert.equal(instanceOfId(analysis, kinds.lock, 'b/nova-compute.log')?.instance, two);
  const mixed = read({ 'nova-compute.log': [...claiming(one), second] }, true);
  assert.equal(instanceOfId(mixed, kinds.lock, 'nova-compute.log'), undefined);
});

test('a line of another service is put beside no instance for an image that others may use', () => {
  const glance = (id: string) => line('09.000', 'INFO', 'eventlet.wsgi.server', `None ${other} ${who}`,
    `192.0.2.7 - - [06/May/2024 08:00:00] "GET /v2/images/${id}/file HTTP/1.1" 200 16300544 0.912345`);
  const asked = [glance(image), glance(snapshot)];
  const logs = { 'nova-compute.log': [...compute, ...claiming(one)], 'glance-api.log': asked };
  const { timelines } = read(logs);
  const beside = timelines[0]?.serviceLines ?? [];
  const found = beside.map(({ mention, because }) => [mention.at.line, because.id]);
  assert.deepEqual(found, [[1, snapshot]]);
});

test('a line that a row means is one of the texts that the scanner looks for, one that only asks is none', () => {
  const rows = [...novaJoins, ...serviceLines].filter(({ only }) => only);
  assert.ok(rows.length > 5);
  for (const { text, only, sample } of rows) {
    const isLookedFor = (line: string) =>
      meantTexts(text, only).some((meant) => matchTemplate(compileTemplate(meant), line) !== undefined);
    assert.ok(isLookedFor(sample), sample);
    const other = sample.replace(/\b(?:POST|PUT|GET|PATCH|DELETE)\b/, 'OPTIONS');
    if (other !== sample) assert.ok(!isLookedFor(other), other);
  }
});
