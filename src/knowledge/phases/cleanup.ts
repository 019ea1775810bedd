// Phases in which a guest is stopped or goes away: delete, rebuild, and the clean-up of a failed build.

import type { PhaseSpec } from '../schema';

const manager = 'nova.compute.manager';
const libvirt = ['nova.virt.libvirt.driver', 'nova.virt.libvirt.connection'];

export const powerOffPhase: PhaseSpec = {
  id: 'power_off',
  title: 'Powering off',
  what: 'The guest is asked to shut down; after the time it is given it is switched off.',
  service: 'compute',
  taskState: 'powering-off',
  options: ['DEFAULT.shutdown_timeout'],
  markers: [
    { edge: 'begin', logger: libvirt, level: 'DEBUG', text: 'Shutting down instance from state %s',
      captures: { 0: 'state' }, sample: 'Shutting down instance from state 1' },
    { edge: 'end', logger: libvirt, level: 'INFO', text: 'Instance already shutdown.' },
    { edge: 'took', logger: libvirt, level: 'INFO', captures: { 0: 'seconds' },
      text: 'Instance shutdown successfully after %d seconds.',
      sample: 'Instance shutdown successfully after 3 seconds.' },
    { edge: 'took', logger: libvirt, level: 'INFO', captures: { 0: 'seconds' },
      text: 'Instance failed to shutdown in %d seconds.', sample: 'Instance failed to shutdown in 60 seconds.' },
    { edge: 'note', logger: manager, level: 'INFO', text: 'VM Stopped (Lifecycle Event)', ambient: true, narrow: true },
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
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Terminating instance', says: 'opens', kinds: ['delete'] },
    { edge: 'begin', logger: manager, level: 'DEBUG', text: 'Start destroying the instance on the hypervisor.' },
    { edge: 'note', logger: libvirt, level: 'INFO', text: 'Instance destroyed successfully.' },
    { edge: 'note', logger: libvirt, level: 'WARNING', text: 'During wait destroy, instance disappeared.',
      harmless: true },
    { edge: 'note', logger: libvirt, level: 'INFO', text: 'Going to destroy instance again.' },
    { edge: 'note', logger: 'os_vif', level: 'INFO', text: 'Successfully unplugged vif %s',
      sample: 'Successfully unplugged vif VIFOpenVSwitch(active=True)' },
    { edge: 'note', logger: 'os_vif', level: 'ERROR', text: 'Failed to unplug vif %(vif)s', harmless: true,
      sample: 'Failed to unplug vif VIFOpenVSwitch(active=True)' },
    { edge: 'took', logger: manager, level: 'INFO', captures: { 0: 'seconds' },
      text: 'Took %0.2f seconds to destroy the instance on the hypervisor.',
      sample: 'Took 1.03 seconds to destroy the instance on the hypervisor.' },
    { edge: 'fail', logger: libvirt, level: 'ERROR', captures: { e: 'error' },
      text: 'Error from libvirt during destroy. Code=%(errcode)s Error=%(e)s',
      sample: 'Error from libvirt during destroy. Code=38 Error=Failed to terminate process' },
    { edge: 'fail', logger: libvirt, level: 'WARNING', text: 'Cannot destroy instance, operation time out' },
    { edge: 'fail', logger: manager, level: 'ERROR', says: 'failed', kinds: ['delete'],
      text: 'Setting instance vm_state to ERROR' },
    { edge: 'fail', logger: manager, level: 'ERROR', says: 'failed', old: true, captures: { 0: 'error' },
      text: '%s. Setting instance vm_state to ERROR',
      sample: 'Failed to terminate instance: domain is gone. Setting instance vm_state to ERROR' },
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
    { edge: 'note', logger: 'nova.scheduler.client.report', level: 'INFO', captures: { uuid: 'instance' },
      text: 'Deleted allocations for %(consumer_type)s %(uuid)s',
      sample: 'Deleted allocations for instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70' },
    { edge: 'note', logger: 'nova.scheduler.client.report', level: 'INFO', captures: { uuid: 'instance' },
      text: 'Deleted allocation for %(consumer_type)s %(uuid)s',
      sample: 'Deleted allocation for migration 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70' },
    { edge: 'note', logger: 'nova.scheduler.client.report', level: 'INFO', captures: { 0: 'instance' },
      text: 'Deleted allocation for instance %s',
      sample: 'Deleted allocation for instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70' },
  ],
};
