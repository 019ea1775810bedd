// Nova's instance actions: their phases in order, the state the instance is in when all went well, what shows
// that it did, and for moves the side on which each phase runs.

import { translatedRows } from './language';
import type { OperationKind, OperationSpec, PhaseId, Role } from './schema';

const spawn: readonly PhaseId[] = ['spawning', 'image', 'guest_xml', 'vif_plug', 'power_on'];
const build: readonly PhaseId[] = ['networking', 'block_device_mapping', ...spawn];
const halt: readonly PhaseId[] = ['power_off', 'destroy'];
const remove: readonly PhaseId[] = ['destroy', 'cleanup', 'deallocate_network', 'detach_volumes'];
/** A guest is made anew from its definition: what a hard reboot and its kin go through. */
const renew: readonly PhaseId[] = ['destroy', 'cleanup', 'networking', ...spawn];

const moved: readonly PhaseId[] = ['api', 'scheduling', 'resize_prep', 'claim', 'resize_migrating', ...halt, 'resize_finish',
  'networking', ...spawn, 'detach_volumes'];
const onDestination: Partial<Record<PhaseId, Role>> = {
  resize_prep: 'destination', claim: 'destination', resize_finish: 'destination', image: 'destination',
  guest_xml: 'destination', vif_plug: 'destination', power_on: 'destination', networking: 'destination',
};
const moveRoles: OperationSpec['roles'] = {
  ...onDestination, resize_migrating: 'source', power_off: 'source', destroy: 'source', detach_volumes: 'source',
};
const buildRoles: OperationSpec['roles'] = {
  start: 'destination', claim: 'destination', networking: 'destination', block_device_mapping: 'destination',
  spawning: 'destination', image: 'destination', guest_xml: 'destination', vif_plug: 'destination',
  power_on: 'destination', power_off: 'destination', destroy: 'destination', cleanup: 'destination',
  deallocate_network: 'destination', detach_volumes: 'destination', done: 'destination',
};

export const operations: Readonly<Record<OperationKind, OperationSpec>> = translatedRows('operations', {
  create: { kind: 'create', title: 'Create', vmState: 'active',
    phases: ['api', 'scheduling', 'start', 'claim', ...build] },
  rebuild: { kind: 'rebuild', title: 'Rebuild', vmState: 'active',
    phases: ['api', 'scheduling', 'start', 'power_off', 'detach_volumes', 'destroy', 'cleanup', ...build] },
  evacuate: { kind: 'evacuate', title: 'Evacuate', vmState: 'active', roles: buildRoles,
    phases: ['api', 'scheduling', 'start', 'claim', ...build] },
  delete: { kind: 'delete', title: 'Delete', vmState: 'deleted', endsWith: ['deallocate_network', 'detach_volumes'],
    phases: ['api', 'destroy', 'cleanup', 'detach_volumes', 'deallocate_network'] },
  'soft-delete': { kind: 'soft-delete', always: ['api'], silent: true, title: 'Soft delete', vmState: 'soft-delete',
    phases: ['api', 'destroy'] },
  restore: { kind: 'restore', always: ['api'], silent: 'INFO', title: 'Restore', vmState: 'active',
    phases: ['api', 'restoring', 'powering_on', ...renew] },
  resize: { kind: 'resize', always: ['api', 'scheduling', 'resize_prep', 'claim', 'resize_migrating', 'resize_finish'], silent: true, title: 'Resize', vmState: 'resized', phases: moved, roles: moveRoles },
  migrate: { kind: 'migrate', always: ['api', 'scheduling', 'resize_prep', 'claim', 'resize_migrating', 'resize_finish'], silent: true, title: 'Migrate', vmState: 'resized', phases: moved, roles: moveRoles },
  confirmResize: { kind: 'confirmResize', always: ['api'], silent: true, title: 'Confirm resize',
    phases: ['api', 'confirm', 'destroy', 'cleanup', 'deallocate_network'],
    roles: { confirm: 'source', destroy: 'source', cleanup: 'source', deallocate_network: 'source' } },
  revertResize: { kind: 'revertResize', always: ['api', 'resize_reverting'], title: 'Revert resize', vmState: 'active',
    phases: ['api', ...halt, 'cleanup', 'resize_reverting', 'networking', ...spawn, 'detach_volumes'],
    roles: { power_off: 'destination', destroy: 'destination', cleanup: 'destination', resize_reverting: 'source',
      image: 'source', guest_xml: 'source', vif_plug: 'source', power_on: 'source' } },
  'live-migration': { kind: 'live-migration', always: ['api', 'migrate_check', 'pre_live_migration', 'migrating', 'post_live_migration',
      'post_live_migration_at_destination'], title: 'Live migration',
    phases: ['api', 'scheduling', 'migrate_check', 'pre_live_migration', 'networking', 'vif_plug', 'migrating',
      'post_copy', 'post_live_migration', 'post_live_migration_at_destination', 'destroy', 'cleanup', 'detach_volumes',
      'rollback'],
    // the checks, the interfaces and the clean-up are on both sides: their lines say on which
    roles: { migrating: 'source', post_copy: 'source', post_live_migration: 'source',
      post_live_migration_at_destination: 'destination', guest_xml: 'destination' } },
  reboot: { kind: 'reboot', always: ['api', 'rebooting'], title: 'Reboot', vmState: 'active', phases: ['api', 'rebooting', ...renew] },
  stop: { kind: 'stop', always: ['api'], lifecycle: 'Stopped', title: 'Stop', vmState: 'stopped', phases: ['api', ...halt] },
  start: { kind: 'start', always: ['api', 'powering_on'], lifecycle: 'Started', title: 'Start', vmState: 'active',
    phases: ['api', 'powering_on', ...renew] },
  pause: { kind: 'pause', lifecycle: 'Paused', title: 'Pause', vmState: 'paused', phases: ['api', 'pausing'] },
  unpause: { kind: 'unpause', lifecycle: 'Resumed', title: 'Unpause', vmState: 'active',
    phases: ['api', 'unpausing'] },
  suspend: { kind: 'suspend', silent: 'INFO', lifecycle: 'Stopped', title: 'Suspend', vmState: 'suspended',
    phases: ['api', 'suspending'] },
  resume: { kind: 'resume', always: ['api', 'resuming'], lifecycle: 'Resumed', title: 'Resume',
    phases: ['api', 'resuming', 'networking', 'guest_xml', 'vif_plug', 'power_on'] },
  shelve: { kind: 'shelve', always: ['api', 'shelving'], silent: true, title: 'Shelve', vmState: 'shelved',
    vmStateAfter: { shelving_offloading: 'shelved_offloaded' },
    phases: ['api', 'shelving', ...halt, 'image_snapshot', 'shelving_offloading', 'cleanup', 'deallocate_network',
      'detach_volumes'] },
  shelveOffload: { kind: 'shelveOffload', always: ['api', 'shelving_offloading'], silent: true, title: 'Shelve offload', vmState: 'shelved_offloaded',
    phases: ['api', 'shelving_offloading', 'power_off', ...remove] },
  unshelve: { kind: 'unshelve', always: ['api', 'unshelving', ...spawn], silent: true, title: 'Unshelve', vmState: 'active',
    phases: ['api', 'scheduling', 'unshelving', 'claim', ...build, 'powering_on'] },
  rescue: { kind: 'rescue', always: ['api', 'rescuing', 'image', 'guest_xml'], silent: 'INFO', lifecycle: 'Started', title: 'Rescue', vmState: 'rescued',
    phases: ['api', 'rescuing', 'power_off', ...renew] },
  unrescue: { kind: 'unrescue', always: ['api', 'unrescuing'], silent: 'INFO', lifecycle: 'Started', title: 'Unrescue', vmState: 'active',
    phases: ['api', 'unrescuing', ...renew] },
  createImage: { kind: 'createImage', title: 'Create image', phases: ['api', 'image_snapshot'] },
  createBackup: { kind: 'createBackup', always: ['api', 'image_snapshot'], silent: true, title: 'Create backup',
    phases: ['api', 'image_snapshot', 'rotate_backups'] },
  attach_volume: { kind: 'attach_volume', silent: true, title: 'Attach volume', phases: ['api', 'attach'] },
  detach_volume: { kind: 'detach_volume', always: ['api'], silent: true, title: 'Detach volume',
    phases: ['api', 'detach_volumes', 'detach'] },
  swap_volume: { kind: 'swap_volume', silent: 'INFO', title: 'Swap volume', phases: ['api', 'swap'] },
  extend_volume: { kind: 'extend_volume', silent: true, title: 'Extend volume', phases: ['api', 'extend'] },
  attach_interface: { kind: 'attach_interface', always: ['api'], silent: true, title: 'Attach interface',
    phases: ['api', 'networking', 'vif_plug', 'attach'] },
  detach_interface: { kind: 'detach_interface', always: ['api'], silent: true, title: 'Detach interface',
    phases: ['api', 'detach', 'deallocate_network'] },
  lock: { kind: 'lock', title: 'Lock', phases: ['api'] },
  unlock: { kind: 'unlock', title: 'Unlock', phases: ['api'] },
  changePassword: { kind: 'changePassword', title: 'Change password', phases: ['api', 'updating_password'] },
  trigger_crash_dump: { kind: 'trigger_crash_dump', silent: true, title: 'Trigger crash dump',
    phases: ['api', 'crash_dump'] },
  resetState: { kind: 'resetState', silent: true, title: 'Reset state', phases: ['api'] },
  live_migration_cancel: { kind: 'live_migration_cancel', silent: true, title: 'Cancel live migration',
    phases: ['api'] },
  live_migration_force_complete: { kind: 'live_migration_force_complete', silent: true,
    title: 'Force live migration to complete', phases: ['api'] },
}, ['title']);
