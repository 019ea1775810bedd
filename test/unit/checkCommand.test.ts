// Check commands as they are typed where Nova was deployed in containers, and where it was not.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandOn, deploymentIds, deploymentNamed, explanationOn } from '../../src/core/conf/checkCommand';
import { explainException } from '../../src/core/explaining/explain';
import { exceptionNotes } from '../../src/knowledge/exceptions/index';
import { loadFacts } from '../../src/knowledge/facts/index';

function on(id: string, command: string): string | undefined {
  const deployment = deploymentNamed(id);
  assert.ok(deployment, id);
  return commandOn(command, deployment);
}

test('programs that run in a container are called there', () => {
  assert.equal(on('kolla', 'virsh list --all'), 'docker exec nova_libvirt virsh list --all');
  assert.equal(on('kolla', 'ovs-vsctl show'), 'docker exec openvswitch_vswitchd ovs-vsctl show');
  assert.equal(on('sunbeam', 'virsh version'), 'openstack-hypervisor.virsh version');
  assert.equal(on('tripleo', 'nova-manage cell_v2 list_hosts'),
    'podman exec nova_conductor nova-manage cell_v2 list_hosts');
});

test('what runs everywhere stays as it is', () => {
  for (const id of deploymentIds) {
    assert.equal(on(id, 'openstack volume service list'), 'openstack volume service list');
    assert.equal(on(id, 'journalctl -k --grep apparmor'), 'journalctl -k --grep apparmor');
  }
});

test('the log of a service is searched where it lies', () => {
  const command = 'grep -n <instance> /var/log/nova/nova-compute.log';
  assert.equal(on('kolla', command), 'grep -n <instance> /var/log/kolla/nova/nova-compute.log');
  assert.equal(on('tripleo', command), 'grep -n <instance> /var/log/containers/nova/nova-compute.log');
  assert.equal(on('devstack', command), 'journalctl -u devstack@n-cpu --grep <instance>');
  assert.equal(on('packages', command), command);
  assert.equal(on('charms', command), command);
  assert.equal(on('openstack-ansible', 'grep -nE "a|b" /var/log/nova/nova-api.log'),
    'journalctl -u nova-api --grep "a|b"');
  // how one reads it there the tables do not know: no path is made up
  assert.equal(on('openstack-helm', command), undefined);
});

test('logs of other projects are found under the name that they have there', () => {
  const volume = 'grep -n <volume> /var/log/cinder/*volume.log';
  assert.equal(on('kolla', volume), 'grep -n <volume> /var/log/kolla/cinder/cinder-volume.log');
  assert.equal(on('tripleo', volume), 'grep -n <volume> /var/log/containers/cinder/*volume.log');
  assert.equal(on('charms', volume), 'grep -n <volume> /var/log/cinder/cinder-volume.log');
  assert.equal(on('devstack', volume), 'journalctl -u devstack@c-vol --grep <volume>');
  assert.equal(on('kolla', 'tail -n 200 /var/log/glance/*api.log'),
    'tail -n 200 /var/log/kolla/glance/glance-api.log');
  assert.equal(on('devstack', 'tail -n 200 /var/log/glance/*api.log'), 'journalctl -u devstack@g-api -n 200');
  // a unit whose name there is not known is not made up
  assert.equal(on('devstack', 'grep -n x /var/log/ironic/*conductor.log'), undefined);
});

test('the configuration is read where it lies', () => {
  const command = 'grep -n -A6 "^\\[pci\\]" /etc/nova/nova.conf';
  for (const id of ['packages', 'charms', 'openstack-ansible', 'devstack']) assert.equal(on(id, command), command, id);
  assert.equal(on('kolla', command), `docker exec <nova container> ${command}`);
  assert.equal(on('tripleo', command), `podman exec <nova container> ${command}`);
  assert.equal(on('openstack-helm', command), `kubectl -n openstack exec <nova pod> -- ${command}`);
  assert.equal(on('sunbeam', command),
    'grep -n -A6 "^\\[pci\\]" /var/snap/openstack-hypervisor/common/etc/nova/nova.conf');
});

test('libvirt logs to the journal, and to a file where it runs in a container', () => {
  const command = 'journalctl -u libvirtd --grep <instance>';
  assert.equal(on('packages', command), command);
  assert.equal(on('charms', command), command);
  assert.equal(on('kolla', command), 'grep -n <instance> /var/log/kolla/libvirt/libvirtd.log');
  assert.equal(on('tripleo', 'journalctl -u libvirtd -u virtqemud --since "-1h"'),
    'tail -n 200 /var/log/containers/libvirt/libvirtd.log');
});

test('an explanation says for whose hosts its commands are', async () => {
  const facts = await loadFacts();
  const kolla = deploymentNamed('kolla');
  let changed = 0;
  for (const name of Object.keys(exceptionNotes)) {
    const plain = explainException(name, facts);
    if (!plain) continue;
    const there = explanationOn(plain, kolla);
    assert.equal(there.checks.length, plain.checks.length, name);
    const differs = there.checks.some(({ command }, at) => command !== plain.checks[at]?.command);
    assert.equal(there.commandsFor, differs ? 'kolla-ansible' : undefined, name);
    changed += Number(differs);
    assert.deepEqual(explanationOn(plain, undefined), plain);
  }
  assert.ok(changed > 40, `${changed} explanations have commands of their own on kolla`);
});
