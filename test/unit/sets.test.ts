// Names of files → which logs belong together, in which order, on which host, in which service.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { openDigest } from '../../src/core/digest';
import { examineHead } from '../../src/core/sets/head';
import { mayMatter } from '../../src/core/sets/place';
import { originOfName, planSet } from '../../src/core/sets/plan';
import type { HostFile } from '../../src/core/sets/plan';
import { parseRotation } from '../../src/core/sets/rotation';
import { listInputs } from '../../src/disk/files';
import { readSet } from '../../src/disk/set';
import type { DiskSet } from '../../src/disk/set';
import { tarOf } from '../support/archives';
import { scratchFolder } from '../support/scratch';

function planned(sources: readonly string[], hostFiles: readonly HostFile[] = []) {
  return planSet(sources.map((source) => ({ source, firstTime: undefined })), hostFiles);
}

function orderOf(...sources: readonly string[]): readonly string[] {
  return planned(sources).map(({ source }) => source);
}

const line = (time: string, logger: string, message: string) => `2024-05-06 ${time} 7 INFO ${logger} [-] ${message}\n`;

function read(paths: readonly string[]): Promise<DiskSet> {
  return readSet(listInputs(paths), { open: ({ source }, origin) => openDigest(source, { origin }) });
}

test('a rotated log is known by what logrotate, oslo.log, kubelet and people append', () => {
  const stems = {
    'nova-compute.log': ['nova-compute.log', 'nova-compute.log.1', 'nova-compute.log.12.gz', 'nova-compute.log-20240506',
      'nova-compute.log-20240506.xz', 'nova-compute.log.2024-05-06', 'nova-compute.log.2024-05-06_13:53:08',
      'nova-compute.log-1715000000.gz', 'nova-compute.log.old', 'nova-compute-20240506.log', 'nova-compute.1.log'],
    '0.log': ['0.log.20240506-101010', '0.log.20240506-101010.gz'],
    'current.log': ['current.log', 'previous.log'],
    'compute-1.log': ['compute-1.log'],
    'nova-20249999.log': ['nova-20249999.log'],
  };
  for (const [stem, names] of Object.entries(stems)) {
    assert.deepEqual(names.map((name) => parseRotation(name).stem), names.map(() => stem));
  }
});

test('siblings are in the order in which they were written', () => {
  assert.deepEqual(orderOf('n.log', 'n.log.1', 'n.log.10.gz', 'n.log.2.gz'), ['n.log.10.gz', 'n.log.2.gz', 'n.log.1', 'n.log']);
  assert.deepEqual(orderOf('n.log', 'n.log-20240507', 'n.log-20240506.gz'), ['n.log-20240506.gz', 'n.log-20240507', 'n.log']);
  assert.deepEqual(orderOf('p/current.log', 'p/previous.log'), ['p/previous.log', 'p/current.log']);
  const pods = 'var/log/pods/openstack_nova-scheduler-0_0a1b/nova-scheduler-scheduler';
  assert.deepEqual(orderOf(`${pods}/1.log`, `${pods}/0.log`), [`${pods}/0.log`, `${pods}/1.log`], 'runs of a container');
  assert.deepEqual(planned(['n.log.1', 'n.log']).map(({ origin: { stream, order } }) => [stream, order]), [['n.log', 0], ['n.log', 1]]);
});

test('where names lie, the lines say which log is older', () => {
  const logs = [{ source: 'n.log', firstTime: 1000 }, { source: 'n.log.1', firstTime: 3000 }, { source: 'n.log.2', firstTime: 2000 }];
  assert.deepEqual(planSet(logs).map(({ source }) => source), ['n.log', 'n.log.2', 'n.log.1']);
});

test('a number in the middle of a name is one of rotation only beside its log', () => {
  assert.equal(planned(['nova-api.1.log', 'nova-api.log'])[0]?.origin.stream, 'nova-api.log');
  assert.equal(planned(['nova-api.1.log'])[0]?.origin.stream, 'nova-api.1.log');
});

test('the same names in two folders are two streams', () => {
  const streams = planned(['a/n.log', 'a/n.log.1', 'b/n.log']).map(({ origin }) => origin.stream);
  assert.deepEqual(streams, ['a/n.log', 'a/n.log', 'b/n.log']);
});

test('each kind of tree tells service and host as far as it knows them', () => {
  const origin = (source: string, ...files: HostFile[]) => {
    const [log] = planned([source], files);
    return [log?.bundle, log?.deployment, log?.origin.service, log?.origin.host, log?.origin.hostFrom];
  };
  const sos = 'sosreport-c1-01234567-2024-05-06-abcdefg';
  assert.deepEqual(origin(`t/${sos}/var/log/nova/nova-compute.log`, { source: `t/${sos}/etc/hostname`, text: 'compute1.x.org\n' }),
    ['sosreport', 'packages', 'nova-compute', 'compute1.x.org', 'tree']);
  assert.deepEqual(origin(`${sos}.tar.xz!/${sos}/var/log/containers/nova/nova-compute.log.1`),
    ['sosreport', 'tripleo', 'nova-compute', 'c1', 'folder']);
  assert.deepEqual(origin('m.tar!/m/namespaces/openstack/pods/nova-cell1-conductor-0/nova-cell1-conductor-conductor/'
    + 'nova-cell1-conductor-conductor/logs/current.log'), ['must-gather', 'rhoso', 'nova-conductor', 'nova-cell1-conductor-0', 'tree']);
  assert.deepEqual(origin('m/namespaces/openstack/pods/nova-api-0/logs/nova-api-log-previous.log'),
    ['must-gather', 'rhoso', 'nova-api', 'nova-api-0', 'tree']);
  assert.deepEqual(origin('/var/log/kolla/nova/nova-super-conductor.log'), ['folder', 'kolla', 'nova-conductor', undefined, undefined]);
  assert.deepEqual(origin('/openstack/log/aio1_nova_api_container-1a2b/nova/nova-api.log').slice(1, 3), ['openstack-ansible', 'nova-api']);
  assert.deepEqual(origin('x/libvirt/qemu/instance-0000001a.log')[2], 'qemu');
});

test('folders beside each other that hold a machine each may be named after it: a guess', () => {
  const hosts = planned(['job/controller/logs/screen-n-sch.txt.gz', 'job/compute1/logs/screen-n-cpu.txt.gz']).map(({ origin }) => origin);
  assert.deepEqual(hosts.map(({ host, hostFrom, service }) => [host, hostFrom, service]),
    [['controller', 'folder', 'nova-scheduler'], ['compute1', 'folder', 'nova-compute']]);
  assert.equal(planned(['backup/var/log/nova/nova-api.log'])[0]?.origin.host, undefined, 'one folder may be called anything');
});

test('of what collects everything, only what may matter is read', () => {
  assert.ok(mayMatter('sosreport-x/var/log/nova/nova-api.log') && mayMatter('sosreport-x/var/log/messages'));
  assert.ok(!mayMatter('sosreport-x/var/log/dnf.log') && !mayMatter('namespaces/kube-system/pods/dns-1/dns/dns/logs/current.log'));
  assert.ok(mayMatter('logs/whatever.log'));
});

test('a log by its name alone', () => {
  assert.deepEqual(originOfName('/x/nova-compute.log.1'), { service: 'nova-compute' });
  assert.deepEqual(originOfName('boot.txt'), { service: undefined });
});

test('the head of a log tells its first time, and how many lines belong to the log before it', () => {
  const frames = '  File "/usr/lib/python3/nova/compute/manager.py", line 7, in spawn\n    raise\nnova.exception.NoValidHost: none\n';
  const bytes = (text: string) => new TextEncoder().encode(text);
  assert.deepEqual(examineHead(bytes(line('10:00:00.000', 'nova.service', 'x'))), { firstTime: Date.UTC(2024, 4, 6, 10), headless: 0 });
  assert.equal(examineHead(bytes(frames + line('10:00:00.000', 'nova.service', 'x'))).headless, 3);
  const prefixed = frames.replaceAll(/^/gm, '2024-05-06 09:59:59.000 7 ERROR nova.compute.manager ').trimEnd().replace(/ERROR nova.compute.manager $/, '');
  assert.equal(examineHead(bytes(`${prefixed}\n${line('10:00:00.000', 'nova.service', 'x')}`)).headless, 3);
  assert.deepEqual(examineHead(bytes('')), { firstTime: undefined, headless: 0 });
});

test('a set from the disk: rotated, packed, archived, with origins, no text kept', async (t) => {
  const sos = 'sosreport-c2-2024-05-06-abcdefg';
  const compute = line('10:00:01.000', 'nova.compute.manager', 'x');
  const folder = scratchFolder(t, {
    'c1/var/log/nova/nova-compute.log': compute,
    'c1/var/log/nova/nova-compute.log.1': line('09:00:00.000', 'nova.compute.manager', 'y'),
    'c1/var/log/nova/nova-compute.log.2.gz': zlib.gzipSync(line('08:00:00.000', 'nova.compute.manager', 'z')),
    'c1/etc/hostname': 'c1.example.com\n',
    [`${sos}.tar.gz`]: zlib.gzipSync(await tarOf({
      [`${sos}/sos_commands/host/hostname`]: 'c2\n', [`${sos}/var/log/nova/nova-scheduler.log`]: line('10:00:00.000', 'nova.scheduler.manager', 'x'),
      [`${sos}/var/log/dnf.log`]: 'nothing\n', [`${sos}/var/log/messages`]: 'May  6 10:00:00 c2 sshd[1]: nothing\n',
    })),
  });
  const set = await read([folder]);
  assert.deepEqual(set.problems, []);
  const told = set.digests.map(({ source, origin }) =>
    [source.slice(folder.length + 1), origin?.host, origin?.service, origin?.order]);
  assert.deepEqual(told, [
    ['c1/var/log/nova/nova-compute.log.2.gz', 'c1.example.com', 'nova-compute', 0],
    ['c1/var/log/nova/nova-compute.log.1', 'c1.example.com', 'nova-compute', 1],
    ['c1/var/log/nova/nova-compute.log', 'c1.example.com', 'nova-compute', 2],
    [`${sos}.tar.gz!/${sos}/var/log/nova/nova-scheduler.log`, 'c2', 'nova-scheduler', 0],
  ]);
  assert.equal(set.deployment, 'packages');
});
