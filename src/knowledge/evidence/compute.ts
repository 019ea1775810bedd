// Evidence of nova-compute: starts of the service, guests that went off, volumes, images, live migration.

import type { EvidenceRow } from './row';

const manager = 'nova.compute.manager';
const driver = 'nova.virt.libvirt.driver';
const migration = ['nova.virt.libvirt.migration', driver];
const iscsi = 'os_brick.initiator.connectors.iscsi';
const scsi = 'os_brick.initiator.linuxscsi';

export const computeEvidence: readonly EvidenceRow[] = [
  { logger: 'nova.compute.manager', level: 'WARNING', text: 'Failed to resume instance' },
  { logger: 'nova.service', level: 'INFO', captures: { topic: 'service', version: 'name' },
    text: 'Starting %(topic)s node (version %(version)s)', sample: 'Starting compute node (version 27.1.0)' },
  { logger: manager, level: 'WARNING', captures: { vm_state: 'state', vm_power_state: 'status' },
    text: 'Instance shutdown by itself. Calling the stop API. Current vm_state: %(vm_state)s, current task_state: '
      + '%(task_state)s, original DB power_state: %(db_power_state)s, current VM power_state: %(vm_power_state)s',
    sample: 'Instance shutdown by itself. Calling the stop API. Current vm_state: active, current task_state: None, '
      + 'original DB power_state: 1, current VM power_state: 4' },
  { logger: manager, level: 'INFO', text: 'Rebooting instance after nova-compute restart.' },
  { logger: manager, level: 'WARNING', captures: { task_state: 'task', power_state: 'status' },
    text: 'Instance in transitional state (%(task_state)s) at start-up and power state is (%(power_state)s), clearing '
      + 'task state',
    sample: 'Instance in transitional state (powering-off) at start-up and power state is (1), clearing task state' },
  { logger: manager, level: 'INFO',
    text: 'Service started deleting the instance during the previous run, but did not finish. Restarting the deletion '
      + 'now.' },
  { logger: manager, level: 'INFO', text: 'Instance found in migrating state during startup. Resetting task_state' },
  { logger: 'nova.compute.api', level: 'INFO', text: 'Instance is already in deleting state, ignoring this request' },
  { logger: 'nova.virt.libvirt.host', level: 'ERROR', captures: { 0: 'error' },
    text: 'Connection to libvirt failed: %s',
    sample: 'Connection to libvirt failed: Failed to connect socket to \'/var/run/libvirt/libvirt-sock\': No such file or '
      + 'directory' },

  // ---- volumes ----
  { logger: driver, level: 'WARNING', captures: { 0: 'device', 1: 'name', 2: 'instance' },
    text: 'Waiting for libvirt event about the detach of device %s with device alias %s from instance %s is timed out.',
    sample: 'Waiting for libvirt event about the detach of device vdb with device alias virtio-disk1 from instance '
      + '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 is timed out.' },
  { logger: iscsi, level: 'WARNING', captures: { iqn: 'name', portal: 'address', err: 'code' },
    text: 'Failed to login iSCSI target %(iqn)s on portal %(portal)s (exit code %(err)s).',
    sample: 'Failed to login iSCSI target iqn.2010-10.org.openstack:volume-1 on portal 10.0.0.9:3260 (exit code 8).' },
  { logger: iscsi, level: 'WARNING', captures: { 0: 'address' }, text: 'Failed to connect to iSCSI portal %s.',
    sample: 'Failed to connect to iSCSI portal 10.0.0.9:3260.' },
  { logger: iscsi, level: 'WARNING', captures: { lun: 'id', portal: 'address' },
    text: 'LUN %(lun)s on iSCSI portal %(portal)s not found on sysfs after logging in.',
    sample: 'LUN 1 on iSCSI portal 10.0.0.9:3260 not found on sysfs after logging in.' },
  { logger: scsi, level: 'ERROR', captures: { err: 'code' }, text: 'multipathd is not running: exit code %(err)s',
    sample: 'multipathd is not running: exit code 1' },
  { logger: scsi, level: 'WARNING', captures: { wwn: 'id' },
    text: 'couldn\'t find a valid multipath device path for %(wwn)s',
    sample: 'couldn\'t find a valid multipath device path for 360014050c8f2' },
  { logger: 'os_brick.initiator.connectors.base', level: 'WARNING',
    text: 'Multipathing is requested but the host doesn\'t support multipathing.' },
  { logger: 'os_brick.initiator.connectors.fibre_channel', level: 'ERROR', text: 'Fibre Channel volume device not found.' },
  { logger: 'nova.volume.cinder', level: 'ERROR',
    text: 'The [cinder] section of your nova configuration file must be configured for authentication with the '
      + 'block-storage service endpoint.' },
  { logger: 'nova.service_auth', level: 'WARNING',
    text: 'Unable to load auth from [service_user] configuration. Ensure "auth_type" is set.' },
  { logger: manager, level: 'ERROR', captures: { 0: 'id', 1: 'error' },
    text: 'Failed to delete volume attachment with ID %s. Error: %s',
    sample: 'Failed to delete volume attachment with ID 6a4b0e3f-8d52-4c1f-8e47-3c9d5f2b7a81. Error: ConflictNovaUsing'
      + 'Attachment: Detach volume from instance' },

  // ---- images ----
  { logger: 'nova.virt.images', level: 'ERROR', captures: { 0: 'image', 1: 'error' },
    text: 'Image %s failed safety check: %s',
    sample: 'Image 2c1d4f6e-63cb-45f2-9a31-9ecc523bd40f failed safety check: Safety checks failed: backing_file' },
  { logger: 'nova.virt.images', level: 'WARNING', captures: { 0: 'image', 1: 'name', 2: 'status' },
    text: 'Image %s expected to be %s but detected as %s',
    sample: 'Image 2c1d4f6e-63cb-45f2-9a31-9ecc523bd40f expected to be raw but detected as qcow2' },
  { logger: 'nova.virt.images', level: 'WARNING', captures: { 0: 'image', 1: 'status', 2: 'name' },
    text: 'Image %s detected by qemu as %s but we expected %s',
    sample: 'Image 2c1d4f6e-63cb-45f2-9a31-9ecc523bd40f detected by qemu as qcow2 but we expected raw' },

  // ---- live migration ----
  { logger: migration, level: 'WARNING', captures: { 0: 'seconds' },
    text: 'Live migration not completed after %d sec', sample: 'Live migration not completed after 1600 sec' },
  { logger: migration, level: 'WARNING', captures: { 0: 'seconds' }, text: 'Live migration stuck for %d sec',
    sample: 'Live migration stuck for 150 sec' },
  { logger: migration, level: 'INFO', text: 'Switching to post-copy migration mode' },
  { logger: migration, level: 'WARNING', captures: { 0: 'error' },
    text: 'Failed to switch to post-copy live migration: %s',
    sample: 'Failed to switch to post-copy live migration: Requested operation is not valid' },
];
