// What nova-compute logs of a guest beside the operations: lifecycle events of the hypervisor, comparisons
// of the power state, what a host does with instances when it comes back. Such lines never are an
// operation. Templates are Nova's own.

import type { MarkerSpec } from '../schema';

const manager = 'nova.compute.manager';
const states = 'Current vm_state: %(vm_state)s, current task_state: %(task_state)s, original DB power_state: %(db_power_state)s, current VM power_state: %(vm_power_state)s';
const sampleStates = 'Current vm_state: active, current task_state: None, original DB power_state: 1, current VM power_state: 4';

export const powerOccurrences: readonly MarkerSpec[] = [
  { edge: 'note', logger: manager, level: 'INFO', text: 'VM %(state)s (Lifecycle Event)', ambient: true,
    occurrence: 'lifecycle', captures: { state: 'state' },
    phaseFor: { stop: 'power_off', delete: 'destroy', suspend: 'suspending', pause: 'pausing', unpause: 'unpausing',
      resume: 'resuming', reboot: 'rebooting', start: 'powering_on', rescue: 'rescuing', unrescue: 'unrescuing',
      shelve: 'shelving', shelveOffload: 'shelving_offloading', restore: 'restoring', 'live-migration': 'migrating' },
    sample: 'VM Started (Lifecycle Event)' },
  { edge: 'note', logger: manager, level: 'INFO', ambient: true, captures: { task: 'state' },
    occurrence: 'sync-skipped',
    text: 'During sync_power_state the instance has a pending task (%(task)s). Skip.',
    sample: 'During sync_power_state the instance has a pending task (spawning). Skip.' },
  { edge: 'note', logger: manager, level: 'INFO', ambient: true, occurrence: 'state-differs',
    text: 'During _sync_instance_power_state the DB power_state (%(db_power_state)s) does not match the vm_power_state from the hypervisor (%(vm_power_state)s). Updating power_state in the DB to match the hypervisor.',
    captures: { vm_power_state: 'state' },
    sample: 'During _sync_instance_power_state the DB power_state (1) does not match the vm_power_state from the '
      + 'hypervisor (4). Updating power_state in the DB to match the hypervisor.' },
  { edge: 'note', logger: manager, level: 'WARNING', ambient: true, occurrence: 'stopped-by-itself',
    text: `Instance shutdown by itself. Calling the stop API. ${states}`,
    captures: { task_state: 'task', vm_power_state: 'state' },
    sample: `Instance shutdown by itself. Calling the stop API. ${sampleStates}` },
  { edge: 'note', logger: manager, level: 'WARNING', ambient: true, occurrence: 'stopped-by-itself', old: true,
    text: 'Instance shutdown by itself. Calling the stop API.' },
  { edge: 'note', logger: manager, level: 'WARNING', ambient: true, occurrence: 'stopped-by-itself',
    text: 'Paused instance shutdown by itself. Calling the stop API.' },
  { edge: 'note', logger: manager, level: 'WARNING', ambient: true, occurrence: 'unexpected-state',
    text: 'Instance is suspended unexpectedly. Calling the stop API.' },
  { edge: 'note', logger: manager, level: 'WARNING', ambient: true, occurrence: 'unexpected-state',
    text: 'Instance is paused unexpectedly. Ignore.' },
  { edge: 'note', logger: manager, level: 'WARNING', ambient: true, occurrence: 'unexpected-state',
    text: 'Instance is unexpectedly not found. Ignore.' },
  { edge: 'note', logger: manager, level: 'WARNING', ambient: true, occurrence: 'unexpected-state',
    text: `Instance is not stopped. Calling the stop API. ${states}`, captures: { vm_power_state: 'state' },
    sample: 'Instance is not stopped. Calling the stop API. Current vm_state: stopped, current task_state: None, '
      + 'original DB power_state: 4, current VM power_state: 1' },
  { edge: 'note', logger: manager, level: 'WARNING', ambient: true, occurrence: 'unexpected-state',
    text: 'Instance is not (soft-)deleted.' },
  { edge: 'note', logger: manager, level: 'INFO', ambient: true, occurrence: 'moved',
    text: 'During the sync_power process the instance has moved from host %(src)s to host %(dst)s',
    captures: { src: 'source', dst: 'destination' },
    sample: 'During the sync_power process the instance has moved from host cmp01 to host cmp02' },
  { edge: 'note', logger: manager, level: 'INFO', ambient: true, occurrence: 'evacuated',
    text: 'Deleting instance as it has been evacuated from this host' },
  { edge: 'note', logger: manager, level: 'INFO', ambient: true, occurrence: 'evacuated',
    text: 'Destroying instance as it has been evacuated from this host but still exists in the hypervisor' },
  { edge: 'note', logger: manager, level: 'INFO', ambient: true, occurrence: 'evacuated',
    text: 'Cleaning up allocations of the instance as it has been evacuated from this host' },
  { edge: 'note', logger: manager, level: 'INFO', ambient: true, occurrence: 'service-restart',
    text: 'Instance found in migrating state during startup. Resetting task_state' },
  { edge: 'note', logger: manager, level: 'INFO', ambient: true, occurrence: 'service-restart',
    text: 'Service started deleting the instance during the previous run, but did not finish. Restarting the deletion now.' },
  { edge: 'note', logger: manager, level: 'WARNING', ambient: true, occurrence: 'service-restart',
    captures: { task_state: 'task' },
    text: 'Instance in transitional state (%(task_state)s) at start-up and power state is (%(power_state)s), clearing task state',
    sample: 'Instance in transitional state (rebooting) at start-up and power state is (1), clearing task state' },
  { edge: 'note', logger: manager, level: 'DEBUG', ambient: true, occurrence: 'service-restart', captures: { 0: 'task' },
    text: 'Instance in transitional state %s at start-up clearing task state',
    sample: 'Instance in transitional state image_uploading at start-up clearing task state' },
];
