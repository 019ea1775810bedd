// What timeouts and retries would have needed by the log's own delays, over the whole pipeline.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adviseFault, adviseOperation } from '../../src/core/conf/advice';
import type { Advice } from '../../src/core/conf/advice';
import { analyse } from '../../src/core/analysis';
import { readArrivals } from '../../src/core/reading/arrivals';
import { defaultLimits } from '../../src/core/limits';
import { readLines } from '../../src/core/reading/lines';
import type { Digest } from '../../src/core/model';
import { readRecords } from '../../src/core/reading/records';
import { arrivals } from '../../src/knowledge/arrivals';
import type { ReleaseId } from '../../src/knowledge/releases';
import { confOf, facts } from '../support/confFacts';
import { digestOf } from '../support/optionDumps';

const instance = '11111111-2222-4333-8444-555555555555';
const volume = 'b3d1a6f0-5a0c-4f38-9d0e-0a9a3f3a4b11';
const port = '5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11';
const request = '[req-aaaaaaaa-2222-4333-8444-555555555555 u p - default default]';

function line(second: number, level: string, logger: string, text: string, tagged = false): string {
  const time = new Date(Date.UTC(2026, 10, 20, 10, 0, second)).toISOString().slice(0, 23).replace('T', ' ');
  return `${time} 7 ${level} ${logger} ${request} ${tagged ? `[instance: ${instance}] ` : ''}${text}`;
}

function traceback(second: number, type: string, text: string): string[] {
  return ['Traceback (most recent call last):', '  File "/nova/compute/manager.py", line 1, in f', '    g()',
    `${type}: ${text}`].map((one) => line(second, 'ERROR', 'nova.compute.manager', one, true).replace(`${request} `, ''));
}

const build = [
  line(0, 'INFO', 'nova.compute.claims', 'Claim successful on node cmp1', true),
];

function volumeFailure(status = 'downloading'): string[] {
  return [...build, line(189, 'ERROR', 'nova.compute.manager', 'Instance failed block device setup', true),
    ...traceback(189, 'nova.exception.VolumeNotCreated', `Volume ${volume} did not finish being created even after we `
      + `waited 189 seconds or 61 attempts. And its status is ${status}.`)];
}

const vifFailure = [...build,
  line(2, 'DEBUG', 'nova.compute.manager', `Preparing to wait for external event network-vif-plugged-${port} `
    + 'prepare_for_instance_event /nova/compute/manager.py:300', true),
  line(302, 'WARNING', 'nova.virt.libvirt.driver', `Timeout waiting for [('network-vif-plugged', '${port}')] for instance `
    + 'with vm_state building and task_state spawning.', true),
  line(303, 'ERROR', 'nova.compute.manager', 'Instance failed to spawn', true),
  ...traceback(303, 'nova.exception.VirtualInterfaceCreateException', 'Virtual Interface creation failed'),
];

function advise(lines: readonly string[], conf = '', release?: ReleaseId): Advice | undefined {
  const digest = digestOf(lines);
  const { timelines } = analyse([digest], defaultLimits);
  const [operation] = timelines.flatMap(({ operations }) => operations).filter(({ outcome }) => outcome === 'failed');
  assert.ok(operation, 'an operation failed');
  return adviseOperation(operation, [digest], { digest, files: [confOf(conf)], facts, release });
}

function told(advice: Advice | undefined) {
  return advice && [advice.allowedSeconds, advice.neededSeconds,
    ...advice.settings.map(({ name, value, was }) => `${name} ${was.value} → ${value}`)];
}

test('a volume that became available too late tells how many looks it would have needed', () => {
  const came = line(412, 'INFO', 'cinder.volume.flows.manager.create_volume',
    `Volume volume-${volume} (${volume}): created successfully`);
  const advice = advise([...volumeFailure(), came]);
  assert.deepEqual(told(advice), [189, 412, 'DEFAULT.block_device_allocate_retries 60 → 170']);
  assert.deepEqual(advice?.args, { attempts: 61, retries: 60, interval: 3, status: 'downloading' });
  assert.equal(advice?.seen?.line, 6);
  // 171 looks at 189/61 s are more than 412 s, with a fourth on top
  assert.ok(171 * 189 / 61 >= 412 * 1.25);
});

test('an answer of Cinder tells it too, at DEBUG', () => {
  const body = (status: string, id = volume) => `RESP BODY: {"volume": {"id": "${id}", "status": "${status}", "x": [1]}}`
    + ' _http_log_response /usr/lib/python3/keystoneauth1/session.py:580';
  const lines = [
    line(200, 'DEBUG', 'cinderclient.v3.client', body('downloading')),
    line(240, 'DEBUG', 'cinderclient.v3.client', body('available', port)),
    line(289, 'DEBUG', 'cinderclient.v3.client', body('available')),
    line(290, 'DEBUG', 'cinderclient.v3.client', 'RESP BODY: {"volume": {"id": "cut'),
  ];
  assert.equal(advise([...volumeFailure(), ...lines])?.neededSeconds, 289);
});

test('where the log does not show when it came, the value is a guess and said to be one', () => {
  assert.deepEqual(told(advise(volumeFailure())), [189, undefined, 'DEFAULT.block_device_allocate_retries 60 → 130']);
});

test('the deployment is told by what only it writes', () => {
  assert.equal(advise(volumeFailure())?.deployment, 'packages');
  assert.equal(advise(volumeFailure(), '[DEFAULT]\nlog_dir = /var/log/kolla/nova\n')?.deployment, 'kolla');
});

test('a volume that failed in Cinder needs no more time', () => {
  assert.equal(advise(volumeFailure('error')), undefined);
});

test('the operator\'s own interval counts', () => {
  const own = advise(volumeFailure(), '[DEFAULT]\nblock_device_allocate_retries_interval = 10\n');
  assert.deepEqual(told(own), [189, undefined, 'DEFAULT.block_device_allocate_retries 60 → 40']);
});

test('a port that was plugged after the timeout tells how long to wait', () => {
  const late = line(412, 'WARNING', 'nova.compute.manager', `Received unexpected event network-vif-plugged-${port} for `
    + 'instance with vm_state building and task_state spawning.', true);
  const advice = advise([...vifFailure, late]);
  assert.deepEqual(told(advice), [301, 410, 'DEFAULT.vif_plugging_timeout 300 → 550']);
  assert.deepEqual(told(advise([...vifFailure, late], '[DEFAULT]\nvif_plugging_timeout = 300\n'))?.slice(2),
    ['DEFAULT.vif_plugging_timeout 300 → 550']);
});

test('nova-api tells when Neutron reported the port', () => {
  const late = line(353, 'INFO', 'nova.api.openstack.compute.server_external_events',
    `Creating event network-vif-plugged:${port} for instance ${instance} on cmp1`);
  assert.deepEqual(told(advise([...vifFailure, late]))?.slice(0, 2), [301, 351]);
});

test('where Neutron never reported it, waiting longer is no advice', () => {
  assert.equal(advise(vifFailure), undefined);
  const other = line(412, 'WARNING', 'nova.compute.manager', `Received unexpected event network-vif-plugged-${volume} for `
    + 'instance with vm_state active and task_state None.', true);
  assert.equal(advise([...vifFailure, other]), undefined);
});

test('a reply that came when its caller had gone tells how long the answer took', () => {
  const id = '7cfc8106eedf4d9083da43ed1bf3e7c1';
  const logger = 'oslo_service.periodic_task';
  const digest: Digest = digestOf([
    line(60, 'ERROR', logger, 'Error during ComputeManager.update_available_resource: oslo_messaging.exceptions.'
      + `MessagingTimeout: Timed out waiting for a reply to message ID ${id}`),
    ...['Traceback (most recent call last):', '  File "/x.py", line 1, in f', '    g()',
      `oslo_messaging.exceptions.MessagingTimeout: Timed out waiting for a reply to message ID ${id}`]
      .map((text) => line(60, 'ERROR', logger, text)),
    line(95, 'INFO', 'oslo_messaging._drivers.amqpdriver', `No calling threads waiting for msg_id : ${id}`),
  ]);
  const [fault] = digest.faults;
  assert.ok(fault);
  const configuration = { digest, files: [], facts, release: undefined };
  assert.deepEqual(told(adviseFault(fault, undefined, [digest], configuration)),
    [60, 95, 'DEFAULT.rpc_response_timeout 60 → 120']);
});

test('each row of arrivals is matched by its own sample', () => {
  for (const { kind, logger, sample } of arrivals) {
    const reader = readArrivals('log');
    const lines = readLines(readRecords(reader));
    lines.push(new TextEncoder().encode(`${line(0, 'INFO', logger, sample)}\n`));
    lines.end();
    assert.deepEqual(reader.arrivals().map((arrival) => arrival.kind), [kind], sample);
  }
});
