// Nova's names of instance actions (nova/compute/instance_actions.py) that are kinds of operation here.

import type { OperationKind } from './schema';

export const actionNames: readonly OperationKind[] = [
  'create', 'rebuild', 'evacuate', 'delete', 'restore', 'resize', 'migrate', 'confirmResize', 'revertResize',
  'live-migration', 'reboot', 'stop', 'start', 'pause', 'unpause', 'suspend', 'resume', 'shelve', 'shelveOffload',
  'unshelve', 'rescue', 'unrescue', 'createImage', 'createBackup', 'attach_volume', 'detach_volume', 'swap_volume',
  'extend_volume', 'attach_interface', 'detach_interface', 'lock', 'unlock', 'changePassword', 'trigger_crash_dump',
  'resetState', 'live_migration_cancel', 'live_migration_force_complete',
];
