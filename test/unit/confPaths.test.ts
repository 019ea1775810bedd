// Where nova.conf lies beside a log, by the paths of hosts, sosreports and archives.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { companyOf, confCandidates, deploymentOf, planConf } from '../../src/core/conf/confPaths';
import { lastingPlace, restartCommands } from '../../src/core/conf/restart';
import { deployments } from '../../src/knowledge/deployments';

/** The log's path, and the nova.conf that has to be among the candidates before the other one. */
const cases: readonly (readonly [string, string, string?])[] = [
  ['/var/log/nova/nova-compute.log', '/etc/nova/nova.conf'],
  ['/tmp/sosreport-cmp1-2026/var/log/nova/nova-compute.log.1', '/tmp/sosreport-cmp1-2026/etc/nova/nova.conf'],
  ['/x/sos/var/log/kolla/nova/nova-scheduler.log', '/x/sos/etc/kolla/nova-scheduler/nova.conf',
    '/x/sos/etc/nova/nova.conf'],
  ['/x/sos/var/log/containers/nova/nova-compute.log',
    '/x/sos/var/lib/config-data/puppet-generated/nova_libvirt/etc/nova/nova.conf', '/x/sos/etc/nova/nova.conf'],
  ['/var/snap/openstack-hypervisor/common/log/nova-compute.log',
    '/var/snap/openstack-hypervisor/common/etc/nova/nova.conf'],
  ['/x/sos/sos_commands/logs/journalctl_--no-pager', '/x/sos/var/lib/openstack/config/nova/'],
  ['/ci/controller/logs/screen-n-cpu.txt', '/ci/controller/logs/etc/nova/nova-cpu.conf'],
  ['/home/me/case/nova-compute.log', '/home/me/case/nova.conf'],
  ['C:\\cases\\1\\var\\log\\nova\\nova-api.log', 'C:/cases/1/etc/nova/nova.conf'],
];

for (const [log, conf, later] of cases) {
  test(`beside ${log} lies ${conf}`, () => {
    const candidates = confCandidates(log);
    assert.ok(candidates.includes(conf), candidates.join('\n'));
    if (later !== undefined) assert.ok(candidates.indexOf(conf) < candidates.indexOf(later), candidates.join('\n'));
    assert.ok(candidates.length < 120);
  });
}

test('the files that the service itself says it read come first, from the root of the archive', () => {
  const candidates = confCandidates('/x/sos/var/log/nova/nova-compute.log', ['/etc/nova/my.conf', '/etc/x.json']);
  assert.deepEqual(candidates.slice(0, 2), ['/x/sos/var/log/nova/nova.conf', '/x/sos/etc/nova/my.conf']);
});

test('a path without folders has candidates too', () => {
  assert.deepEqual(confCandidates('nova-compute.log'), ['nova.conf']);
});

test('oslo.config reads the defaults of the distribution before nova.conf and the files of the service behind', () => {
  assert.deepEqual(companyOf('/sos/etc/nova/nova.conf', 'nova-compute'), {
    before: ['/sos/usr/share/nova/nova-dist.conf'],
    after: ['/sos/etc/nova/nova-compute.conf'],
    folders: ['/sos/etc/nova/nova.conf.d/', '/sos/etc/nova/nova-compute.conf.d/'],
  });
  assert.deepEqual(companyOf('/etc/nova/nova-cpu.conf', 'nova-compute'), { before: [], after: [], folders: [] });
});

test('the deployment is told by the path or by what only its tools write', () => {
  assert.equal(deploymentOf('/var/log/kolla/nova/nova-compute.log').id, 'kolla');
  assert.equal(deploymentOf('/etc/kolla/nova-compute/nova.conf').id, 'kolla');
  assert.equal(deploymentOf('/x/var/lib/openstack/config/nova/01-nova.conf').id, 'rhoso');
  assert.equal(deploymentOf('/etc/nova/nova.conf').id, 'packages');
  assert.equal(deploymentOf('/etc/nova/nova.conf', ['# Configuration file maintained by Juju. Local']).id, 'charms');
  assert.equal(deploymentOf('/var/log/nova/nova-compute.log').id, 'packages');
});

test('every deployment says how its services restart, without holes', () => {
  for (const deployment of deployments) {
    for (const service of ['api', 'conductor', 'scheduler', 'compute'] as const) {
      const commands = restartCommands(deployment, [service]);
      assert.ok(commands.length > 0, deployment.id);
      for (const text of [...commands, lastingPlace(deployment, service) ?? '']) {
        assert.doesNotMatch(text.replace('${', ''), /\{\w+\}/, deployment.id);
      }
    }
  }
  assert.deepEqual(restartCommands(deploymentOf('/kolla/x'), ['compute']), ['docker restart nova_compute']);
});

test('of what exists the likeliest is read, with its company, in oslo.config\'s order', () => {
  const plan = planConf('/sos/var/log/nova/nova-compute.log');
  const choose = (...found: string[]) => plan.choose(new Set(found));
  assert.deepEqual(choose(), []);
  const all = ['/sos/etc/nova/nova-compute.conf.d/', '/sos/etc/nova/nova.conf.d/', '/sos/etc/nova/nova-compute.conf',
    '/sos/etc/nova/nova.conf', '/sos/usr/share/nova/nova-dist.conf', '/sos/etc/kolla/nova-scheduler/nova.conf'];
  assert.ok(all.slice(0, 5).every((path) => plan.asked.includes(path)));
  assert.deepEqual(choose(...all), ['/sos/usr/share/nova/nova-dist.conf', '/sos/etc/nova/nova.conf',
    '/sos/etc/nova/nova-compute.conf', '/sos/etc/nova/nova.conf.d/', '/sos/etc/nova/nova-compute.conf.d/']);
});

test('what the service says it read is read, from the root where it lies', () => {
  const plan = planConf('/sos/var/log/nova/nova-compute.log', ['/etc/nova/nova.conf', '/etc/nova/nova-compute.conf']);
  assert.deepEqual(plan.choose(new Set(['/sos/etc/nova/nova-compute.conf', '/sos/etc/nova/nova.conf',
    '/sos/usr/share/nova/nova-dist.conf'])), ['/sos/etc/nova/nova.conf', '/sos/etc/nova/nova-compute.conf']);
});
