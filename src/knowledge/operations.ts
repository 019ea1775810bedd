// Nova's instance actions: their phases in order, and the state the instance is in when all went well.

import { translatedRows } from './language';
import type { OperationKind, OperationSpec, PhaseId } from './schema';

const spawn: readonly PhaseId[] = ['spawning', 'image', 'guest_xml', 'vif_plug', 'power_on'];
const build: readonly PhaseId[] = ['networking', 'block_device_mapping', ...spawn];
const plain: readonly PhaseId[] = ['api', 'action', 'power_off', 'destroy', ...spawn];
const volumes: readonly PhaseId[] = ['api', 'action', 'detach_volumes', 'block_device_mapping'];
const moves: readonly PhaseId[] = ['api', 'scheduling', 'claim', 'move', 'power_off', 'destroy', 'networking', ...spawn,
  'detach_volumes', 'cleanup'];

export const operations: Readonly<Record<OperationKind, OperationSpec>> = translatedRows('operations', {
  create: { kind: 'create', title: 'Create', vmState: 'active',
    phases: ['api', 'scheduling', 'start', 'claim', ...build] },
  rebuild: { kind: 'rebuild', title: 'Rebuild', vmState: 'active',
    phases: ['api', 'scheduling', 'start', 'claim', 'power_off', 'detach_volumes', 'destroy', 'cleanup', ...build] },
  evacuate: { kind: 'evacuate', title: 'Evacuate', vmState: 'active',
    phases: ['api', 'scheduling', 'start', 'claim', ...build] },
  delete: { kind: 'delete', title: 'Delete', vmState: 'deleted',
    phases: ['api', 'destroy', 'cleanup', 'detach_volumes', 'deallocate_network'] },
  'soft-delete': { kind: 'soft-delete', silent: true, title: 'Soft delete', vmState: 'soft-delete',
    phases: ['api', 'power_off', 'destroy'] },
  restore: { kind: 'restore', silent: true, title: 'Restore', vmState: 'active', phases: plain },
  resize: { kind: 'resize', silent: true, title: 'Resize', vmState: 'resized', phases: moves },
  migrate: { kind: 'migrate', silent: true, title: 'Migrate', vmState: 'resized', phases: moves },
  confirmResize: { kind: 'confirmResize', silent: true, title: 'Confirm resize', vmState: 'active', phases: moves },
  revertResize: { kind: 'revertResize', title: 'Revert resize', vmState: 'active', phases: moves },
  'live-migration': { kind: 'live-migration', title: 'Live migration', vmState: 'active', phases: moves },
  reboot: { kind: 'reboot', title: 'Reboot', vmState: 'active', phases: plain },
  stop: { kind: 'stop', lifecycle: 'Stopped', title: 'Stop', vmState: 'stopped', phases: plain },
  start: { kind: 'start', lifecycle: 'Started', title: 'Start', vmState: 'active', phases: plain },
  pause: { kind: 'pause', lifecycle: 'Paused', title: 'Pause', vmState: 'paused', phases: plain },
  unpause: { kind: 'unpause', lifecycle: 'Resumed', title: 'Unpause', vmState: 'active', phases: plain },
  suspend: { kind: 'suspend', silent: true, title: 'Suspend', vmState: 'suspended', phases: plain },
  resume: { kind: 'resume', lifecycle: 'Resumed', title: 'Resume', vmState: 'active', phases: plain },
  shelve: { kind: 'shelve', silent: true, title: 'Shelve', vmState: 'shelved', phases: plain },
  shelveOffload: { kind: 'shelveOffload', silent: true, title: 'Shelve offload', vmState: 'shelved_offloaded',
    phases: [...plain, 'cleanup', 'deallocate_network'] },
  unshelve: { kind: 'unshelve', silent: true, title: 'Unshelve', vmState: 'active',
    phases: ['api', 'scheduling', 'action', 'claim', 'networking', 'block_device_mapping', ...spawn] },
  rescue: { kind: 'rescue', silent: true, title: 'Rescue', vmState: 'rescued', phases: plain },
  unrescue: { kind: 'unrescue', silent: true, title: 'Unrescue', vmState: 'active', phases: plain },
  createImage: { kind: 'createImage', title: 'Create image', phases: ['api', 'action'] },
  createBackup: { kind: 'createBackup', silent: true, title: 'Create backup', phases: ['api', 'action'] },
  attach_volume: { kind: 'attach_volume', silent: true, title: 'Attach volume', phases: volumes },
  detach_volume: { kind: 'detach_volume', silent: true, title: 'Detach volume', phases: volumes },
  swap_volume: { kind: 'swap_volume', silent: true, title: 'Swap volume', phases: volumes },
  extend_volume: { kind: 'extend_volume', silent: true, title: 'Extend volume', phases: volumes },
  attach_interface: { kind: 'attach_interface', silent: true, title: 'Attach interface',
    phases: ['api', 'action', 'networking', 'vif_plug'] },
  detach_interface: { kind: 'detach_interface', silent: true, title: 'Detach interface',
    phases: ['api', 'action', 'deallocate_network'] },
  lock: { kind: 'lock', title: 'Lock', phases: ['action'] },
  unlock: { kind: 'unlock', title: 'Unlock', phases: ['action'] },
  changePassword: { kind: 'changePassword', title: 'Change password', phases: ['action'] },
  trigger_crash_dump: { kind: 'trigger_crash_dump', silent: true, title: 'Trigger crash dump', phases: ['action'] },
  resetState: { kind: 'resetState', silent: true, title: 'Reset state', phases: ['action'] },
  live_migration_cancel: { kind: 'live_migration_cancel', silent: true, title: 'Cancel live migration', phases: ['move'] },
  live_migration_force_complete: { kind: 'live_migration_force_complete', silent: true, title: 'Force live migration to complete',
    phases: ['move'] },
}, ['title']);
