// Phases in which a guest that exists is switched on, rebooted, paused, suspended or woken. Templates are
// Nova's own; phases are named after the task_state.

import type { PhaseId, PhaseSpec } from '../schema';
import { reverted } from './reverted';

const manager = 'nova.compute.manager';
const libvirt = ['nova.virt.libvirt.driver', 'nova.virt.libvirt.connection'];
/** What a guest goes through when it is made anew from its definition. */
export const guestPhases: readonly PhaseId[] = ['power_off', 'destroy', 'cleanup', 'networking', 'spawning', 'image', 'guest_xml',
  'vif_plug', 'power_on'];

export const poweringOnPhase: PhaseSpec = {
  id: 'powering_on',
  title: 'Powering on',
  what: 'The guest is defined anew and started; what was left of the old domain is destroyed before.',
  service: 'compute',
  taskState: 'powering-on',
  through: guestPhases,
  markers: [
    { edge: 'end', logger: libvirt, level: 'INFO', text: 'Instance rebooted successfully.',
      // what is shelved and still on its host is started when it is unshelved
      kinds: ['start', 'reboot', 'restore', 'unshelve'], says: 'success', saysFor: ['start', 'reboot', 'unshelve'],
      phaseFor: { reboot: 'rebooting' } },
    reverted('powering-on', ['start', 'unshelve']),
  ],
};

export const rebootingPhase: PhaseSpec = {
  id: 'rebooting',
  title: 'Rebooting',
  what: 'A soft reboot asks the guest to shut down and starts it again; a hard one, or a soft one that the guest does '
    + 'not follow in time, destroys the guest and starts it anew.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'rebooting',
  through: guestPhases,
  options: ['libvirt.wait_soft_reboot_seconds', 'DEFAULT.reboot_timeout'],
  markers: [
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Rebooting instance', kinds: ['reboot'],
      says: 'opens' },
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Rebooting instance after nova-compute restart.',
      kinds: ['reboot'], says: 'opens' },
    { edge: 'note', logger: manager, level: 'WARNING', harmless: true, kinds: ['reboot'],
      text: 'trying to reboot a non-running instance: (state: %(state)s expected: %(running)s)',
      captures: { state: 'state' }, sample: 'trying to reboot a non-running instance: (state: 4 expected: 1)' },
    { edge: 'note', logger: libvirt, level: 'INFO', text: 'Instance shutdown successfully.', kinds: ['reboot'],
      follows: 'open' },
    { edge: 'note', logger: libvirt, level: 'DEBUG', text: 'Instance soft reboot failed: %s', kinds: ['reboot'],
      harmless: true, sample: 'Instance soft reboot failed: Timed out' },
    { edge: 'note', logger: libvirt, level: 'WARNING',
      text: 'Failed to soft reboot instance. Trying hard reboot.', kinds: ['reboot'] },
    { edge: 'note', logger: libvirt, level: 'INFO', old: true, text: 'Failed to soft reboot instance.', kinds: ['reboot'] },
    { edge: 'note', logger: libvirt, level: 'INFO', kinds: ['reboot'],
      text: 'Instance may have been rebooted during soft reboot, so return now.' },
    // only a hard one destroys the guest
    { edge: 'end', logger: libvirt, level: 'INFO', text: 'Instance soft rebooted successfully.',
      kinds: ['reboot'], says: 'success', dueUnless: 'destroy' },
    { edge: 'fail', logger: manager, level: 'ERROR', text: 'Cannot reboot instance: %s', kinds: ['reboot'],
      says: 'failed', captures: { 0: 'error' }, leaves: 'error', leavesSinceHavana: true,
      sample: 'Cannot reboot instance: Domain not found' },
    { edge: 'fail', logger: manager, level: 'WARNING', text: 'Reboot failed but instance is running',
      kinds: ['reboot'], says: 'failed' },
    { edge: 'fail', logger: manager, level: 'WARNING', text: 'Instance disappeared during reboot',
      kinds: ['reboot'], says: 'failed', raises: 'InstanceNotFound' },
    reverted('rebooting', ['reboot']), reverted('rebooting_hard', ['reboot']), reverted('reboot_pending', ['reboot']),
    reverted('reboot_pending_hard', ['reboot']), reverted('reboot_started', ['reboot']),
    reverted('reboot_started_hard', ['reboot']),
  ],
};

export const pausingPhase: PhaseSpec = {
  id: 'pausing',
  title: 'Pausing',
  what: 'The CPUs of the guest are halted; its memory stays on the host.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'pausing',
  markers: [
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Pausing', kinds: ['pause'], says: 'opens' },
    reverted('pausing', ['pause']),
  ],
};

export const unpausingPhase: PhaseSpec = {
  id: 'unpausing',
  title: 'Unpausing',
  what: 'The CPUs of the guest go on where they were halted.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'unpausing',
  markers: [
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Unpausing', kinds: ['unpause'], says: 'opens' },
    reverted('unpausing', ['unpause']),
  ],
};

export const suspendingPhase: PhaseSpec = {
  id: 'suspending',
  title: 'Suspending',
  what: 'The memory of the guest is saved to disk and the guest is switched off. Nova logs no line of its own when it '
    + 'begins.',
  service: 'compute',
  shows: 'DEBUG',
  taskState: 'suspending',
  markers: [
    // the power state is asked for once the driver is done, in these actions and nowhere before
    { edge: 'end', logger: manager, level: 'DEBUG', text: 'Checking state', follows: 'request', says: 'success',
      kinds: ['suspend', 'resume', 'pause', 'unpause', 'rescue', 'unrescue', 'restore', 'live-migration'],
      phaseFor: { resume: 'resuming', pause: 'pausing', unpause: 'unpausing', rescue: 'rescuing',
        unrescue: 'unrescuing', restore: 'restoring', 'live-migration': 'post_live_migration_at_destination' } },
    reverted('suspending', ['suspend']),
  ],
};

export const resumingPhase: PhaseSpec = {
  id: 'resuming',
  title: 'Resuming',
  what: 'The guest is started again with the memory that was saved when it was suspended.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'resuming',
  through: guestPhases,
  markers: [
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Resuming', kinds: ['resume'], says: 'opens' },
    reverted('resuming', ['resume']),
  ],
};

export const restoringPhase: PhaseSpec = {
  id: 'restoring',
  title: 'Restoring',
  what: 'An instance that was soft-deleted is switched on again.',
  service: 'compute',
  shows: 'DEBUG',
  taskState: 'restoring',
  through: guestPhases,
  markers: [reverted('restoring', ['restore'])],
};
