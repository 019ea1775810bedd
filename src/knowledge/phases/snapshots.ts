// Phases of making an image of an instance: snapshot and backup. Templates are Nova's own.

import type { PhaseSpec } from '../schema';
import { reverted } from './reverted';

const manager = 'nova.compute.manager';
const api = 'nova.compute.api';
const libvirt = ['nova.virt.libvirt.driver', 'nova.virt.libvirt.connection'];

export const imageSnapshotPhase: PhaseSpec = {
  id: 'image_snapshot',
  title: 'Making the image',
  what: 'The disk is copied, live or with the guest halted, and uploaded to Glance; of a volume Cinder makes a '
    + 'snapshot instead.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'image_snapshot',
  options: ['libvirt.snapshot_image_format', 'libvirt.snapshots_directory', 'glance.num_retries'],
  markers: [
    { edge: 'begin', logger: manager, level: 'INFO', text: 'instance snapshotting',
      kinds: ['createImage', 'createBackup'], says: 'opens' },
    { edge: 'note', logger: manager, level: 'WARNING', harmless: true, captures: { state: 'state' },
      text: 'trying to snapshot a non-running instance: (state: %(state)s expected: %(running)s)',
      sample: 'trying to snapshot a non-running instance: (state: 4 expected: 1)' },
    { edge: 'begin', logger: libvirt, level: 'INFO', text: 'Beginning live snapshot process',
      kinds: ['createImage', 'createBackup', 'shelve'] },
    { edge: 'begin', logger: libvirt, level: 'INFO', text: 'Beginning cold snapshot process',
      kinds: ['createImage', 'createBackup', 'shelve'] },
    { edge: 'note', logger: libvirt, level: 'INFO', text: 'Snapshot extracted, beginning image upload',
      kinds: ['createImage', 'createBackup', 'shelve'] },
    { edge: 'note', logger: libvirt, level: 'WARNING', harmless: true, captures: { error: 'error' },
      text: 'Performing standard snapshot because direct snapshot failed: %(error)s',
      sample: 'Performing standard snapshot because direct snapshot failed: rbd snapshot' },
    // a shelve goes on from here to the offload, at once unless shelved_offload_time says otherwise
    { edge: 'end', logger: libvirt, level: 'INFO', text: 'Snapshot image upload complete',
      kinds: ['createImage', 'createBackup', 'shelve'], says: 'success', saysFor: ['createImage', 'createBackup'] },
    { edge: 'took', logger: manager, level: 'INFO',
      text: 'Took %0.2f seconds to snapshot the instance on the hypervisor.',
      kinds: ['createImage', 'createBackup'], says: 'success', captures: { 0: 'seconds' },
      sample: 'Took 12.40 seconds to snapshot the instance on the hypervisor.' },
    { edge: 'fail', logger: libvirt, level: 'ERROR', text: 'Failed to snapshot image',
      kinds: ['createImage', 'createBackup', 'shelve'] },
    { edge: 'fail', logger: libvirt, level: 'WARNING', text: 'Failed to snapshot image because it was deleted',
      kinds: ['createImage', 'createBackup', 'shelve'], raises: 'ImageNotFound' },
    { edge: 'fail', logger: libvirt, level: 'INFO', says: 'failed', raises: 'InstanceNotRunning',
      kinds: ['createImage', 'createBackup', 'shelve'], captures: { ex: 'error' },
      text: 'Instance %(instance_name)s disappeared while taking snapshot of it: [Error Code %(error_code)s] %(ex)s',
      sample: 'Instance instance-0000001a disappeared while taking snapshot of it: [Error Code 42] Domain not found' },
    { edge: 'fail', logger: manager, level: 'WARNING', text: 'Image not found during snapshot', says: 'failed',
      kinds: ['createImage', 'createBackup'], raises: 'ImageNotFound' },
    { edge: 'fail', logger: manager, level: 'DEBUG', text: 'Instance disappeared during snapshot', says: 'failed',
      kinds: ['createImage', 'createBackup'], raises: 'InstanceNotFound' },
    { edge: 'fail', logger: manager, level: 'DEBUG', text: 'Instance being deleted, snapshot cannot continue',
      says: 'failed', kinds: ['createImage'], raises: 'UnexpectedDeletingTaskStateError' },
    { edge: 'note', logger: manager, level: 'WARNING', harmless: true, text: 'Error while trying to clean up image %s',
      captures: { 0: 'image' }, sample: 'Error while trying to clean up image 2c1d4f6e-63cb-45f2-9a31-9ecc523bd40f' },
    // of volumes nova-api has snapshots made all by itself
    { edge: 'begin', logger: api, level: 'INFO', text: 'Attempting to quiesce instance before volume snapshot.',
      kinds: ['createImage'], says: 'opens', mute: true },
    { edge: 'note', logger: api, level: 'DEBUG', text: 'Creating snapshot from volume %s.', kinds: ['createImage'], mute: true,
      captures: { 0: 'volume' }, sample: 'Creating snapshot from volume dd04f3d2-63cb-45f2-9a31-9ecc523bd40f.' },
    { edge: 'fail', logger: api, level: 'INFO', text: 'Unquiescing instance after volume snapshot failure.',
      kinds: ['createImage'], says: 'failed' },
    { edge: 'fail', logger: api, level: 'ERROR', kinds: ['createImage'], says: 'failed', captures: { 0: 'error' },
      text: 'An error occurred during quiesce of instance. Unquiescing to ensure instance is thawed. Error: %s',
      sample: 'An error occurred during quiesce of instance. Unquiescing to ensure instance is thawed. Error: x' },
    { edge: 'note', logger: libvirt[0] ?? '', level: 'INFO', harmless: true, captures: { reason: 'reason' },
      text: 'Skipping quiescing instance: %(reason)s.',
      sample: 'Skipping quiescing instance: QEMU guest agent is not enabled.' },
    { edge: 'note', logger: api, level: 'INFO', kinds: ['createImage'],
      text: 'Skipping quiescing instance because the operation is not supported by the underlying compute driver.' },
    { edge: 'note', logger: api, level: 'INFO', kinds: ['createImage'], captures: { reason: 'reason' },
      text: 'Skipping quiescing instance: %(reason)s.',
      sample: 'Skipping quiescing instance: QEMU guest agent is not enabled.' },
    reverted('shelving_image_pending_upload', ['shelve']), reverted('shelving_image_uploading', ['shelve']),
    reverted('image_snapshot', ['createImage']), reverted('image_snapshot_pending', ['createImage']),
    reverted('image_pending_upload', ['createImage', 'createBackup']),
    reverted('image_uploading', ['createImage', 'createBackup']), reverted('image_backup', ['createBackup']),
  ],
};

export const rotateBackupsPhase: PhaseSpec = {
  id: 'rotate_backups',
  title: 'Removing old backups',
  what: 'Backups of the same kind that are more than the rotation allows are deleted in Glance, the oldest first.',
  service: 'compute',
  shows: 'DEBUG',
  markers: [
    { edge: 'begin', logger: manager, level: 'DEBUG', kinds: ['createBackup'], captures: { num_images: 'count' },
      text: 'Found %(num_images)d images (rotation: %(rotation)d)', sample: 'Found 4 images (rotation: 3)' },
    { edge: 'note', logger: manager, level: 'DEBUG', text: 'Rotating out %d backups',
      kinds: ['createBackup'], sample: 'Rotating out 1 backups' },
    { edge: 'note', logger: manager, level: 'INFO', kinds: ['createBackup'], harmless: true,
      captures: { image_id: 'image', exc: 'error' },
      text: 'Failed to delete image %(image_id)s during deleting excess backups. Continuing for next image.. %(exc)s',
      sample: 'Failed to delete image 2c1d4f6e during deleting excess backups. Continuing for next image.. timed out' },
  ],
};
