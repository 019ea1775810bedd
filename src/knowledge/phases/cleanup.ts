// Phases in which a guest is stopped or goes away: delete, rebuild, and the clean-up of a failed build.

import type { MarkerSpec, PhaseSpec } from '../schema';
import { reverted } from './reverted';
import { semaphores } from './semaphores';
import { deletedAllocations } from './shelving';

const manager = 'nova.compute.manager';
const libvirt = ['nova.virt.libvirt.driver', 'nova.virt.libvirt.connection'];

/** One interface alone, of a guest that stays. */
const unplugged = { attach_interface: 'attach', detach_interface: 'detach' } as const;

export const powerOffPhase: PhaseSpec = {
  id: 'power_off',
  title: 'Powering off',
  what: 'The guest is asked to shut down; after the time it is given it is switched off.',
  service: 'compute',
  taskState: 'powering-off',
  options: ['DEFAULT.shutdown_timeout'],
  markers: [
    { edge: 'begin', logger: manager, level: 'DEBUG',
      text: 'Stopping instance; current vm_state: %(vm_state)s, current task_state: %(task_state)s, current DB power_state: %(db_power_state)s, current VM power_state: %(current_power_state)s',
      kinds: ['stop'], says: 'opens',
      sample: 'Stopping instance; current vm_state: active, current task_state: powering-off, current DB power_state: 1, current VM power_state: 1' },
    { edge: 'note', logger: manager, level: 'INFO',
      text: 'Instance is already powered off in the hypervisor when stop is called.', kinds: ['stop'],
      says: 'success' },
    // an evacuation has no guest to switch off
    { edge: 'begin', logger: libvirt, level: 'DEBUG', text: 'Shutting down instance from state %s',
      captures: { 0: 'state' }, sample: 'Shutting down instance from state 1', apart: ['rebuild'] },
    { edge: 'end', logger: libvirt, level: 'INFO', text: 'Instance already shutdown.', apart: ['rebuild'] },
    { edge: 'took', logger: libvirt, level: 'INFO', captures: { 0: 'seconds' },
      text: 'Instance shutdown successfully after %d seconds.',
      sample: 'Instance shutdown successfully after 3 seconds.', apart: ['rebuild'] },
    { edge: 'took', logger: libvirt, level: 'INFO', captures: { 0: 'seconds' },
      text: 'Instance failed to shutdown in %d seconds.', sample: 'Instance failed to shutdown in 60 seconds.', apart: ['rebuild'] },
    { edge: 'note', logger: libvirt, level: 'DEBUG', captures: { 0: 'state', 1: 'seconds' },
      text: 'Instance in state %s after %d seconds - resending shutdown',
      sample: 'Instance in state 1 after 10 seconds - resending shutdown' },
    reverted('powering-off', ['stop']),
  ],
};

export const destroyPhase: PhaseSpec = {
  id: 'destroy',
  title: 'Destroying the guest',
  what: 'The domain is destroyed and undefined, its interfaces are unplugged and its volumes are disconnected.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'deleting',
  markers: [
    ...semaphores('do_terminate_instance', 'delete'),
    // a build that failed takes its guest down in the same way
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Terminating instance', says: 'opens', kinds: ['delete'],
      also: ['create'] },
    { edge: 'begin', logger: manager, level: 'DEBUG', text: 'Start destroying the instance on the hypervisor.' },
    // switching a guest off ends with this, as the source of a move does before its disks are copied; other
    // actions go on
    { edge: 'note', logger: libvirt, level: 'INFO', text: 'Instance destroyed successfully.', says: 'success',
      saysFor: ['stop'], phaseFor: { stop: 'power_off', resize: 'power_off', migrate: 'power_off' } },
    { edge: 'note', logger: libvirt, level: 'INFO', text: 'Instance may be started again.', follows: 'open' },
    { edge: 'note', logger: libvirt, level: 'WARNING', text: 'During wait destroy, instance disappeared.',
      harmless: true },
    { edge: 'note', logger: libvirt, level: 'INFO', text: 'Going to destroy instance again.' },
    { edge: 'note', logger: 'os_vif', level: 'INFO', text: 'Successfully unplugged vif %s', phaseFor: unplugged,
      sample: 'Successfully unplugged vif VIFOpenVSwitch(active=True)' },
    { edge: 'note', logger: 'os_vif', level: 'ERROR', text: 'Failed to unplug vif %(vif)s', harmless: true, phaseFor: unplugged,
      sample: 'Failed to unplug vif VIFOpenVSwitch(active=True)' },
    { edge: 'took', logger: manager, level: 'INFO', captures: { 0: 'seconds' },
      text: 'Took %0.2f seconds to destroy the instance on the hypervisor.',
      sample: 'Took 1.03 seconds to destroy the instance on the hypervisor.' },
    // of several attempts
    ...['3', '6 '].map((attempts): MarkerSpec => ({
      edge: 'note', logger: libvirt, level: 'WARNING', harmless: true, captures: { e: 'error' },
      phaseFor: { stop: 'power_off' },
      text: `Error from libvirt during destroy. Code=%(errcode)s Error=%(e)s; attempt %(attempt)d of ${attempts}`,
      sample: `Error from libvirt during destroy. Code=38 Error=Failed to terminate process; attempt 1 of ${attempts}` })),
    { edge: 'fail', logger: libvirt, level: 'ERROR', captures: { e: 'error' }, phaseFor: { stop: 'power_off' },
      text: 'Error from libvirt during destroy. Code=%(errcode)s Error=%(e)s',
      sample: 'Error from libvirt during destroy. Code=38 Error=Failed to terminate process' },
    { edge: 'fail', logger: libvirt, level: 'WARNING', text: 'Cannot destroy instance, operation time out' },
    { edge: 'fail', logger: 'nova.virt.baremetal.driver', level: 'ERROR', old: true, follows: 'request',
      says: 'failed', saysFor: ['delete'], text: 'Error from baremetal driver during destroy: %s',
      captures: { 0: 'error' }, sample: 'Error from baremetal driver during destroy: the node did not stop' },
    reverted('deleting', ['delete']), reverted('soft-deleting', ['soft-delete']),
    // what nova-compute deletes by itself: guests of deleted instances, and what was soft-deleted long ago
    ...['cleanup', 'reclaim'].map((round): MarkerSpec => ({
      edge: 'fail', logger: manager, level: 'WARNING', says: 'failed', kinds: ['delete'], captures: { 0: 'error' },
      text: `Periodic ${round} failed to delete instance: %s`,
      sample: `Periodic ${round} failed to delete instance: Info cache for instance could not be found.` })),
    // what was under way when nova-compute ended
    { edge: 'fail', logger: manager, level: 'ERROR', says: 'failed', kinds: ['delete'],
      text: 'Failed to complete a deletion' },
    { edge: 'note', logger: manager, level: 'INFO', says: 'deleted', kinds: ['delete'],
      text: 'Instance disappeared during terminate' },
  ],
};

export const cleanupPhase: PhaseSpec = {
  id: 'cleanup',
  title: 'Removing the files',
  what: 'The directory of the instance, or its disks in the storage backend, are removed.',
  service: 'compute',
  shows: 'INFO',
  within: 'destroy',
  markers: [
    { edge: 'begin', logger: libvirt, level: 'INFO', text: 'Deleting instance files %s',
      sample: 'Deleting instance files /var/lib/nova/instances/5f3a9d2e_del' },
    { edge: 'end', logger: libvirt, level: 'INFO', text: 'Deletion of %s complete',
      sample: 'Deletion of /var/lib/nova/instances/5f3a9d2e_del complete' },
    { edge: 'fail', logger: libvirt, level: 'INFO', text: 'Deletion of %s failed',
      sample: 'Deletion of /var/lib/nova/instances/5f3a9d2e_del failed' },
    { edge: 'fail', logger: libvirt, level: 'ERROR', text: 'Failed to cleanup directory %(target)s: %(e)s',
      captures: { e: 'error' },
      sample: 'Failed to cleanup directory /var/lib/nova/instances/5f3a9d2e_del: [Errno 39] Directory not empty' },
    ...deletedAllocations,
  ],
};
