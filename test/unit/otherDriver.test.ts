// Where another driver than libvirt's writes, no line of libvirt's is due, and no phase that it alone tells
// is called not visible.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyse } from '../../src/core/analysis';
import { openDigest } from '../../src/core/digest';
import { defaultLimits } from '../../src/core/limits';
import type { Operation } from '../../src/core/model';
import { phases } from '../../src/knowledge/index';

const uuid = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const request = 'req-8a1f4c0e-52d7-4f0b-9a0e-3d1c6b7e9f24';

function line(second: number, level: string, logger: string, message: string): string {
  const time = `2025-03-11 14:07:${String(second).padStart(2, '0')}.418`;
  return `${time} 7 ${level} ${logger} [${request} demo demo - - -] [instance: ${uuid}] ${message}`;
}

function created(text: readonly string[]): Operation {
  const reader = openDigest('nova-compute.log');
  reader.push(new TextEncoder().encode(`${text.join('\n')}\n`));
  const operation = analyse([reader.end()], defaultLimits).timelines[0]?.operations[0];
  assert.ok(operation);
  return operation;
}

type Logger = string | readonly string[];

/** Of libvirt's driver, or of what it calls. */
function isLibvirts(logger: Logger): boolean {
  return [logger].flat().every((name) => name === 'os_vif' || name.startsWith('nova.virt.libvirt'));
}

function isPhaseOfLibvirt({ id }: Pick<Operation['phases'][number], 'id'>): boolean {
  return phases[id].markers.every(({ logger }) => isLibvirts(logger));
}

/** Who would write the line that is due. */
function dueFrom({ due }: Operation): Logger | undefined {
  return due && phases[due.phase].markers[due.marker]?.logger;
}

const begun = [
  line(1, 'INFO', 'nova.compute.claims', 'Claim successful on node domain-c7.vcenter'),
  line(2, 'DEBUG', 'nova.compute.manager', 'Start spawning the instance on the hypervisor.'),
];

test('what libvirt\'s driver would say next is not due of another one', () => {
  const own = dueFrom(created([...begun, line(3, 'DEBUG', 'nova.virt.libvirt.driver', 'Creating image')]));
  assert.ok(own !== undefined && isLibvirts(own));
  const others = ['nova.virt.vmwareapi.vm_util', 'nova.virt.ironic.driver', 'nova_lxd.nova.virt.lxd.driver'];
  for (const logger of others) {
    const due = dueFrom(created([...begun, line(3, 'DEBUG', logger, 'Something of its own')]));
    assert.ok(due !== undefined && !isLibvirts(due), String(due));
  }
});

test('phases of libvirt\'s driver are not called not visible where another one wrote', () => {
  const done = (logger: string): readonly Operation['phases'][number][] => created([
    line(1, 'INFO', 'nova.compute.claims', 'Claim successful on node domain-c7.vcenter'),
    line(4, 'INFO', logger, 'Something of its own'),
    line(9, 'INFO', 'nova.compute.manager', 'Took 8.00 seconds to build instance.'),
  ]).phases.filter(({ outcome }) => outcome === 'not-visible');
  assert.ok(done('nova.virt.libvirt.driver').some(isPhaseOfLibvirt));
  const others = done('nova.virt.vmwareapi.vmops');
  assert.ok(others.length > 0 && !others.some(isPhaseOfLibvirt), others.map(({ id }) => id).join());
});

test('a line of another driver is one of nova-compute', () => {
  const reader = openDigest('x.log');
  reader.push(new TextEncoder().encode(`${line(1, 'INFO', 'nova.virt.vmwareapi.vmops', 'Powering on the VM')}\n`));
  const { services, drivers } = reader.end();
  assert.deepEqual(services, ['nova-compute']);
  assert.deepEqual([...drivers ?? []], ['other']);
});

test('what of a spawn is known for libvirt is not due of another driver, and a node that is waited for is a build', () => {
  const waits = line(3, 'DEBUG', 'nova.virt.ironic.driver', 'Still waiting for ironic node 7d1c to become ACTIVE: '
    + 'power_state="power on", target_power_state="power on"');
  const operation = created([waits]);
  assert.deepEqual([operation.kind, operation.basis, operation.outcome, operation.due],
    ['create', 'implied', 'in-progress', undefined]);
});

test('what another driver says failed its part of an action fails the action', () => {
  const told = (logger: string, message: string, ...above: readonly string[]) => {
    const { kind, outcome, failedPhase } = created([...above, line(3, 'ERROR', logger, message)
      .replace(/\[instance: [^\]]*\] /, '')]);
    return [kind, outcome, failedPhase];
  };
  const begins = (message: string) => line(1, 'AUDIT', 'nova.compute.manager', message);
  const attaching = begins('Attaching volume 2fee26da-9b54-46bc-af80-0c2daee06f6e to /dev/sdb');
  assert.deepEqual(told('nova.virt.hyperv.volumeops', 'Attach volume failed: <x_wmi: Widget>', attaching),
    ['attach_volume', 'failed', 'attach']);
  assert.deepEqual(told('nova.virt.baremetal.driver', 'Error from baremetal driver during destroy: no widget',
    begins('Terminating instance')), ['delete', 'failed', 'destroy']);
  assert.deepEqual(told('nova.virt.ironic.driver',
    `Error preparing deploy for instance ${uuid} on baremetal node 7d1c2e4f.`), ['create', 'failed', 'spawning']);
});
