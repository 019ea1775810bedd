// Phases of a resize and of a cold migration: prepared on the destination, carried out on the source,
// finished on the destination; then confirmed or reverted. Templates are Nova's own; phases are named after
// the task_state.

import type { OperationKind, PhaseSpec } from '../schema';
import { guestPhases } from './power';
import { reverted } from './reverted';

const manager = 'nova.compute.manager';
const api = 'nova.compute.api';
const conductor = 'nova.conductor.tasks.migrate';
const libvirt = ['nova.virt.libvirt.driver', 'nova.virt.libvirt.connection'];
const moves: readonly OperationKind[] = ['resize', 'migrate'];

export const resizePrepPhase: PhaseSpec = {
  id: 'resize_prep',
  title: 'Preparing on the destination',
  what: 'The destination claims room for the instance with its new flavor and asks the source to begin.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'resize_prep',
  through: ['claim'],
  options: ['DEFAULT.allow_resize_to_same_host', 'scheduler.max_attempts'],
  markers: [
    { edge: 'note', logger: api, level: 'DEBUG',
      text: 'Old instance type %(current_flavor_name)s, new instance type %(new_flavor_name)s',
      kinds: ['resize'], says: 'opens', phaseFor: { resize: 'api' },
      sample: 'Old instance type m1.small, new instance type m1.large' },
    { edge: 'note', logger: api, level: 'DEBUG', text: 'flavor_id is None. Assuming migration.',
      kinds: ['migrate'], says: 'opens', phaseFor: { migrate: 'api' } },
    { edge: 'begin', logger: manager, level: 'DEBUG', text: 'Stashing vm_state: %s', kinds: moves,
      says: 'opens',
      captures: { 0: 'state' }, role: 'destination', sample: 'Stashing vm_state: active' },
    { edge: 'end', logger: manager, level: 'INFO', text: 'Migrating', kinds: moves, says: 'opens',
      role: 'destination' },
    { edge: 'fail', logger: manager, level: 'DEBUG', text: 'Rescheduling, attempt %d', kinds: moves,
      says: 'rescheduled', captures: { 0: 'count' }, role: 'destination', sample: 'Rescheduling, attempt 1' },
    // up to Kilo a build that could not be handed on was told in the same words
    { edge: 'fail', logger: manager, level: 'ERROR', text: 'Error trying to reschedule', kinds: [...moves, 'create'],
      says: 'failed', role: 'destination', phaseFor: { create: 'scheduling' } },
    { edge: 'note', logger: conductor, level: 'DEBUG', captures: { 0: 'destination', 1: 'reason' }, kinds: moves,
      phaseFor: { resize: 'scheduling', migrate: 'scheduling' },
      text: 'Calling prep_resize with selected host: %s; Selected node: %s; Alternates: %s',
      sample: 'Calling prep_resize with selected host: cmp02; Selected node: cmp02; Alternates: []' },
    reverted('resize_prep', moves),
  ],
};

export const resizeMigratingPhase: PhaseSpec = {
  id: 'resize_migrating',
  title: 'Moving the disks',
  what: 'The source switches the guest off and copies its disks to the destination, unless they lie on shared storage.',
  service: 'compute',
  shows: 'DEBUG',
  taskState: 'resize_migrating',
  through: ['power_off', 'destroy', 'detach_volumes'],
  options: ['libvirt.remote_filesystem_transport', 'DEFAULT.shutdown_timeout'],
  markers: [
    { edge: 'begin', logger: libvirt, level: 'DEBUG', text: 'Starting migrate_disk_and_power_off',
      kinds: moves, role: 'source' },
    { edge: 'begin', logger: manager, level: 'INFO', role: 'source', kinds: moves, captures: { 0: 'source' },
      text: 'Preparing for snapshot based resize on source host %s.',
      sample: 'Preparing for snapshot based resize on source host cmp01.' },
    reverted('resize_migrating', moves),
  ],
};

export const resizeFinishPhase: PhaseSpec = {
  id: 'resize_finish',
  title: 'Finishing on the destination',
  what: 'The destination makes the guest from the disks that came, with its new flavor, and starts it.',
  service: 'compute',
  shows: 'DEBUG',
  taskState: 'resize_finish',
  through: guestPhases,
  markers: [
    { edge: 'begin', logger: libvirt, level: 'DEBUG', text: 'Starting finish_migration', kinds: moves,
      role: 'destination' },
    { edge: 'begin', logger: manager, level: 'INFO', role: 'destination', kinds: moves, captures: { 0: 'destination' },
      text: 'Finishing snapshot based resize on destination host %s.',
      sample: 'Finishing snapshot based resize on destination host cmp02.' },
    { edge: 'end', logger: libvirt, level: 'INFO', text: 'Instance running successfully.', follows: 'open',
      kinds: ['resize', 'migrate', 'revertResize', 'reboot', 'resume'], says: 'success', saysFor: [...moves, 'resume'],
      phaseFor: { revertResize: 'resize_reverting', reboot: 'rebooting', resume: 'resuming' } },
    { edge: 'end', logger: libvirt, level: 'DEBUG', text: 'finish_migration finished successfully.',
      kinds: moves, says: 'success', role: 'destination' },
    { edge: 'note', logger: manager, level: 'INFO', kinds: moves, role: 'destination', harmless: true,
      text: 'Deleting allocations for old flavor on source node %s after finish_resize failure. You may be able to recover the instance by hard rebooting it.',
      says: 'failed',
      sample: 'Deleting allocations for old flavor on source node cmp01 after finish_resize failure. You may be able to '
        + 'recover the instance by hard rebooting it.' },
    reverted('resize_finish', moves), reverted('resize_migrated', moves),
  ],
};

export const confirmPhase: PhaseSpec = {
  id: 'confirm',
  title: 'Confirming on the source',
  what: 'What was left of the instance on the source is removed. Nova logs no line of its own when that is done.',
  service: 'compute',
  shows: 'DEBUG',
  through: ['destroy', 'cleanup', 'deallocate_network'],
  options: ['DEFAULT.resize_confirm_window'],
  markers: [
    { edge: 'note', logger: manager, level: 'INFO', kinds: ['confirmResize'], says: 'opens',
      role: 'destination', captures: { instance_uuid: 'instance' },
      text: 'Automatically confirming migration %(migration_id)s for instance %(instance_uuid)s',
      sample: 'Automatically confirming migration 12 for instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70' },
    { edge: 'begin', logger: manager, level: 'DEBUG', text: 'Going to confirm migration %s',
      kinds: ['confirmResize'], says: 'opens', role: 'source', sample: 'Going to confirm migration 12' },
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Confirming resize on source host.',
      kinds: ['confirmResize'], says: 'opens', role: 'source' },
    { edge: 'end', logger: manager, level: 'DEBUG', captures: { 0: 'state' }, says: 'success', kinds: ['confirmResize'],
      leaves: 'captured', role: 'source', text: 'Resized/migrated instance is powered off. Setting vm_state to \'%s\'.',
      sample: 'Resized/migrated instance is powered off. Setting vm_state to \'stopped\'.' },
    { edge: 'note', logger: manager, level: 'INFO', kinds: ['confirmResize'], says: 'success',
      text: 'Migration %s is already confirmed', sample: 'Migration 12 is already confirmed' },
    { edge: 'fail', logger: manager, level: 'INFO', kinds: ['confirmResize'], says: 'failed',
      text: 'Instance is not found during confirmation', raises: 'InstanceNotFound' },
    { edge: 'fail', logger: manager, level: 'ERROR', kinds: ['confirmResize'], says: 'failed',
      text: 'Migration %s is not found during confirmation', raises: 'MigrationNotFound',
      sample: 'Migration 12 is not found during confirmation' },
    { edge: 'fail', logger: manager, level: 'WARNING', kinds: ['confirmResize'], says: 'failed',
      captures: { status: 'status' },
      text: 'Unexpected confirmation status \'%(status)s\' of migration %(id)s, exit confirmation process',
      sample: 'Unexpected confirmation status \'error\' of migration 12, exit confirmation process' },
    { edge: 'fail', logger: manager, level: 'ERROR', kinds: ['confirmResize'], says: 'failed', role: 'source',
      captures: { 0: 'source', 1: 'destination' },
      text: 'Confirm resize failed on source host %s. Resource allocations in the placement service will be removed regardless because the instance is now on the destination host %s. You can try hard rebooting the instance to correct its state.',
      sample: 'Confirm resize failed on source host cmp01. Resource allocations in the placement service will be removed '
        + 'regardless because the instance is now on the destination host cmp02. You can try hard rebooting the '
        + 'instance to correct its state.' },
    // what confirms by itself meets a task that runs, or an instance that is gone
    { edge: 'fail', logger: manager, level: 'WARNING', kinds: ['confirmResize'], says: 'failed', role: 'destination',
      captures: { reason: 'reason' },
      text: 'Setting migration %(migration_id)s to error: %(reason)s',
      sample: 'Setting migration 12 to error: In states stopped/resize_finish, not RESIZED/None' },
    { edge: 'fail', logger: manager, level: 'INFO', kinds: ['confirmResize'], says: 'failed', role: 'destination',
      captures: { 0: 'error' },
      text: 'Error auto-confirming resize: %s. Will retry later.',
      sample: 'Error auto-confirming resize: Migration 12 could not be found.. Will retry later.' },
  ],
};

export const resizeRevertingPhase: PhaseSpec = {
  id: 'resize_reverting',
  title: 'Going back to the source',
  what: 'The guest is removed from the destination and started again on the source with its old flavor.',
  service: 'compute',
  shows: 'DEBUG',
  taskState: 'resize_reverting',
  through: guestPhases,
  markers: [
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Reverting resize on destination host.',
      kinds: ['revertResize'], says: 'opens', role: 'destination' },
    { edge: 'note', logger: manager, level: 'INFO', text: 'Reverting resize on source host.',
      kinds: ['revertResize'], says: 'opens', role: 'source' },
    { edge: 'begin', logger: libvirt, level: 'DEBUG', text: 'Starting finish_revert_migration',
      kinds: ['revertResize'], role: 'source' },
    { edge: 'end', logger: libvirt, level: 'DEBUG', text: 'finish_revert_migration finished successfully.',
      kinds: ['revertResize'], role: 'source' },
    { edge: 'end', logger: manager, level: 'INFO', text: 'Updating instance to original state: \'%s\'',
      kinds: ['revertResize'], says: 'success', captures: { 0: 'state' }, leaves: 'captured', role: 'source',
      sample: 'Updating instance to original state: \'active\'' },
    { edge: 'fail', logger: manager, level: 'ERROR', kinds: ['revertResize'], says: 'failed', role: 'source',
      captures: { 0: 'event' }, text: 'Timeout waiting for Neutron events: %s',
      raises: 'VirtualInterfaceCreateException',
      sample: 'Timeout waiting for Neutron events: [(\'network-vif-plugged\', \'e3871ffd\')]' },
    { edge: 'fail', logger: manager, level: 'ERROR', kinds: ['revertResize'], says: 'failed', role: 'source',
      captures: { 0: 'error' },
      text: 'An error occurred during finish_revert_migration. The instance may need to be hard rebooted. Error: %s',
      sample: 'An error occurred during finish_revert_migration. The instance may need to be hard rebooted. Error: x' },
    reverted('resize_reverting', ['revertResize']),
  ],
};

/** What nova-compute does when an action raised: the instance goes back to its state, or to ERROR. */
export const setBack: PhaseSpec['markers'] = [
  { edge: 'fail', logger: manager, level: 'INFO', kinds: ['resize', 'migrate', 'suspend', 'resume'],
    text: 'Setting instance back to %(state)s after: %(error)s', says: 'failed',
    captures: { state: 'state', error: 'error' }, leaves: 'captured', raises: 'InstanceFaultRollback',
    sample: 'Setting instance back to active after: Instance rollback performed due to: Resize error: not able to execute ssh command' },
  { edge: 'fail', logger: manager, level: 'INFO', text: 'Setting instance back to ACTIVE after: %s',
    kinds: ['resize', 'migrate', 'suspend', 'resume'],
    says: 'failed', captures: { 0: 'error' }, leaves: 'active', raises: 'InstanceFaultRollback',
    sample: 'Setting instance back to ACTIVE after: Instance rollback performed due to: Resize error: not able to execute ssh command' },
  { edge: 'fail', logger: manager, level: 'ERROR', says: 'failed',
    kinds: ['delete', 'resize', 'migrate', 'confirmResize', 'revertResize', 'rebuild', 'suspend', 'resume', 'unrescue'],
    text: 'Setting instance vm_state to ERROR', leaves: 'error', phaseFor: { delete: 'destroy' } },
  // up to Grizzly, by what each of these actions is wrapped in
  { edge: 'fail', logger: manager, level: 'ERROR', says: 'failed', old: true, captures: { 0: 'error' },
    kinds: ['delete', 'resize', 'migrate', 'confirmResize', 'revertResize', 'rebuild', 'suspend', 'rescue', 'unrescue'],
    text: '%s. Setting instance vm_state to ERROR', leaves: 'error', phaseFor: { delete: 'destroy' },
    sample: 'Failed to terminate instance: domain is gone. Setting instance vm_state to ERROR' },
];
