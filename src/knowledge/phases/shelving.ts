// Phases of shelving and rescuing: a guest that is put away and taken back. Templates are Nova's own;
// phases are named after the task_state.

import type { PhaseSpec } from '../schema';
import { guestPhases } from './power';
import { reverted } from './reverted';

const manager = 'nova.compute.manager';
const conductor = 'nova.conductor.manager';
const libvirt = ['nova.virt.libvirt.driver', 'nova.virt.libvirt.connection'];
const report = 'nova.scheduler.client.report';

export const shelvingPhase: PhaseSpec = {
  id: 'shelving',
  title: 'Shelving',
  what: 'The guest is switched off and, unless it boots from a volume, an image is made of its disk.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'shelving',
  through: ['power_off', 'destroy', 'image_snapshot'],
  options: ['DEFAULT.shelved_offload_time', 'DEFAULT.shutdown_timeout'],
  markers: [
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Shelving', kinds: ['shelve'], says: 'opens' },
    reverted('shelving', ['shelve']),
  ],
};

export const offloadingPhase: PhaseSpec = {
  id: 'shelving_offloading',
  title: 'Offloading',
  what: 'The guest and its disks are removed from the host, and what Placement held for it is given back.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'shelving_offloading',
  through: ['power_off', 'destroy', 'cleanup', 'deallocate_network', 'detach_volumes'],
  options: ['DEFAULT.shelved_offload_time', 'DEFAULT.shelved_poll_interval'],
  markers: [
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Shelve offloading', kinds: ['shelveOffload', 'shelve'],
      says: 'opens', reopens: true },
    { edge: 'fail', logger: manager, level: 'ERROR', text: 'Periodic task failed to offload instance.',
      kinds: ['shelveOffload'], says: 'failed' },
    reverted('shelving_offloading', ['shelveOffload', 'shelve']),
  ],
};

export const unshelvingPhase: PhaseSpec = {
  id: 'unshelving',
  title: 'Unshelving',
  what: 'The instance is built again on a host, from the image made when it was shelved or from its volume.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'unshelving',
  through: ['claim', 'networking', 'block_device_mapping', ...guestPhases],
  markers: [
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Unshelving', kinds: ['unshelve'],
      says: 'opens' },
    { edge: 'note', logger: manager, level: 'WARNING', harmless: true, kinds: ['unshelve'],
      text: 'Failed to delete snapshot from shelved instance (%s).', captures: { 0: 'error' },
      sample: 'Failed to delete snapshot from shelved instance (Not authorized for image 2c1d4f6e.).' },
    { edge: 'fail', logger: conductor, level: 'WARNING', text: 'No valid host found for unshelve instance',
      kinds: ['unshelve'], says: 'failed', raises: 'NoValidHost', phaseFor: { unshelve: 'scheduling' } },
    { edge: 'fail', logger: conductor, level: 'ERROR', text: 'Failed to unshelve. Reason: %s', kinds: ['unshelve'],
      says: 'failed', captures: { 0: 'error' }, sample: 'Failed to unshelve. Reason: No valid host was found. ' },
    { edge: 'fail', logger: conductor, level: 'ERROR', text: 'Unshelve attempted but an error has occurred',
      kinds: ['unshelve'], says: 'failed' },
    { edge: 'fail', logger: conductor, level: 'ERROR', kinds: ['unshelve'], says: 'failed', captures: { 0: 'image' },
      text: 'Unshelve attempted but the image %s cannot be found.', raises: 'ImageNotFound', leaves: 'error',
      sample: 'Unshelve attempted but the image 2c1d4f6e-63cb-45f2-9a31-9ecc523bd40f cannot be found.' },
    { edge: 'fail', logger: conductor, level: 'ERROR', kinds: ['unshelve'], says: 'failed',
      text: 'Unshelve attempted but vm_state not SHELVED or SHELVED_OFFLOADED', raises: 'UnshelveException',
      leaves: 'error' },
    { edge: 'fail', logger: manager, level: 'ERROR', kinds: ['unshelve'], says: 'failed', captures: { 0: 'error' },
      text: 'Failure getting accelerator requests with the exception: %s',
      sample: 'Failure getting accelerator requests with the exception: timed out' },
    reverted('unshelving', ['unshelve']), reverted('spawning', ['unshelve', 'create']),
  ],
};

export const rescuingPhase: PhaseSpec = {
  id: 'rescuing',
  title: 'Rescuing',
  what: 'The guest is switched off and a rescue guest is started with a rescue image and the disk of the instance.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'rescuing',
  through: guestPhases,
  options: ['libvirt.rescue_image_id', 'DEFAULT.rescue_timeout'],
  markers: [
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Rescuing', kinds: ['rescue'], says: 'opens' },
    { edge: 'note', logger: libvirt, level: 'INFO', text: 'Attempting rescue', kinds: ['rescue'] },
    { edge: 'note', logger: libvirt, level: 'INFO', text: 'Attempting a stable device rescue', kinds: ['rescue'] },
    { edge: 'note', logger: manager, level: 'WARNING', harmless: true, kinds: ['rescue'],
      text: 'Unable to find a different image to use for rescue VM, using instance\'s current image' },
    { edge: 'fail', logger: manager, level: 'ERROR', text: 'Error trying to Rescue Instance',
      kinds: ['rescue'], says: 'failed', leaves: 'error' },
    reverted('rescuing', ['rescue']),
  ],
};

export const unrescuingPhase: PhaseSpec = {
  id: 'unrescuing',
  title: 'Unrescuing',
  what: 'The rescue guest is destroyed and the guest of the instance is started again.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'unrescuing',
  through: guestPhases,
  markers: [
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Unrescuing', kinds: ['unrescue'],
      says: 'opens' },
    reverted('unrescuing', ['unrescue']),
  ],
};

/** What Placement held is given back: the last line of an offload and of a delete, one of many elsewhere. */
export const deletedAllocations: PhaseSpec['markers'] = [
  { edge: 'note', logger: report, level: 'INFO', captures: { uuid: 'instance' }, narrow: true,
    text: 'Deleted allocations for instance %(uuid)s', says: 'success', saysFor: ['shelveOffload', 'shelve', 'delete'],
    phaseFor: { shelve: 'shelving_offloading', shelveOffload: 'shelving_offloading' },
    sample: 'Deleted allocations for instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70' },
  { edge: 'note', logger: report, level: 'INFO', captures: { uuid: 'instance' }, narrow: true,
    text: 'Deleted allocation for instance %(uuid)s', says: 'success', saysFor: ['shelveOffload', 'shelve', 'delete'],
    phaseFor: { shelve: 'shelving_offloading', shelveOffload: 'shelving_offloading' },
    sample: 'Deleted allocation for instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70' },
  { edge: 'note', logger: report, level: 'INFO', narrow: true,
    text: 'Deleted allocations for migration %(uuid)s',
    sample: 'Deleted allocations for migration 0b6f2d7a-7c41-4b0e-9d36-2b8c4e1a6f70' },
  { edge: 'note', logger: report, level: 'INFO', narrow: true,
    text: 'Deleted allocation for migration %(uuid)s',
    sample: 'Deleted allocation for migration 0b6f2d7a-7c41-4b0e-9d36-2b8c4e1a6f70' },
];
