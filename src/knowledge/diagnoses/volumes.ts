// Diagnoses of volumes: not made in time, in error, not attached, not let go, and service tokens.

import { bugs, docs } from '../links';
import type { DiagnosisCheck, DiagnosisRow, DiagnosisRows } from './row';

const volume: DiagnosisCheck = { text: 'State of the volume', command: 'openstack volume show <volume>' };
const base = { family: 'volume', certainty: 'stated' } as const satisfies Partial<DiagnosisRow>;
/** Nova passes over a login that failed (before os-brick); what it does next tells of no session. */
const withoutSession = ['iscsiadm: No portal found', 'iscsiadm: Could not login to',
  'iscsiadm: initiator reported error'];
const waiting = ['DEFAULT.block_device_allocate_retries', 'DEFAULT.block_device_allocate_retries_interval'] as const;

export const volumeDiagnoses = {
  'volume-slow': {
    ...base,
    needs: [{ fault: 'VolumeNotCreated', role: 'says',
      text: ['Volume %(volume)s did not finish being created even after we waited %(waited)s seconds or %(tries)s attempts. '
        + 'And its status is downloading', 'Volume %(volume)s did not finish being created even after we waited %(waited)s '
        + 'seconds or %(tries)s attempts. And its status is creating'] }],
    contradicts: 'A volume that came to error instead.',
    checks: [volume, { text: 'What the backend did so long', log: 'cinder-volume' }],
    changes: [
      { text: 'Make the copy from image to volume faster: clone in the backend, or an image cache of Cinder.' },
      { text: 'Raise retries or interval above the time that the volume needed.',
        risk: 'A build whose volume never comes holds its slot so long.' },
    ],
    options: waiting,
    links: [docs.blockDeviceMapping],
  },
  'volume-error': {
    ...base,
    needs: [[
      { fault: 'VolumeNotCreated', role: 'says', text: 'And its status is error' },
      { line: 'Volume id: %(vol_id)s finished being created but its status is %(vol_status)s.',
        where: { status: ['error', 'error_restoring', 'error_extending'] }, role: 'says' },
    ]],
    supports: [{ fault: 'VolumeNotCreated', role: 'failure' }],
    contradicts: 'A volume that became available later.',
    checks: [{ text: 'Why no backend took it', log: 'cinder-scheduler' }, { text: 'Or why the backend failed', log: 'cinder-volume' },
      volume],
    changes: [{ text: 'Correct what Cinder names: room, volume type, backend; waiting longer changes nothing.' }],
  },
  'volume-unready': {
    ...base,
    certainty: 'open',
    needs: [{ fault: 'VolumeNotCreated', role: 'says' }],
    remains: ['Cinder was only slow: the volume is available now.', 'Cinder gave up: the volume is in error.'],
    contradicts: 'The state of the volume in the exception of another line.',
    checks: [volume, { text: 'What Cinder did with it', log: 'cinder-volume' }],
    changes: [{ text: 'See in Cinder what became of the volume before raising the time to wait.' }],
    options: waiting,
  },
  'iscsi-login': {
    ...base,
    needs: [[{ line: ['Failed to login iSCSI target %(iqn)s on portal %(portal)s (exit code %(err)s).',
      'Failed to connect to iSCSI portal %s.'], role: 'says' },
    { fault: ['FailedISCSITargetPortalLogin', 'TargetPortalNotFound', 'TargetPortalsNotFound'], role: 'says' },
    { fault: 'ProcessExecutionError', text: withoutSession, role: 'says' }],
    [{ fault: ['VolumeDeviceNotFound', 'FailedISCSITargetPortalLogin', 'TargetPortalNotFound', 'TargetPortalsNotFound'],
      role: 'failure' }, { line: 'Driver failed to attach volume %(volume_id)s at %(mountpoint)s', role: 'failure' },
    { fault: 'ProcessExecutionError', text: withoutSession, role: 'failure' }]],
    contradicts: 'A session to the same portal on this host.',
    checks: [{ text: 'Sessions', command: 'iscsiadm -m session -P 1' },
      { text: 'Whether the portal answers', command: 'nc -vz <address> 3260' }],
    changes: [{ text: 'Open the way to the portal, or correct CHAP and the name of the initiator; with several portals one '
      + 'that fails is no harm while another works.' }],
    options: ['libvirt.volume_use_multipath', 'libvirt.num_iscsi_scan_tries'],
  },
  'iscsi-lun': {
    ...base,
    needs: [{ line: 'LUN %(lun)s on iSCSI portal %(portal)s not found on sysfs after logging in.', role: 'says' },
      { fault: 'VolumeDeviceNotFound', role: 'failure' }],
    contradicts: 'The LUN in /sys of the host.',
    checks: [{ text: 'Sessions and their LUNs', command: 'iscsiadm -m session -P 3' },
      { text: 'Whether the array exported it to this host', log: 'cinder-volume' }],
    changes: [{ text: 'See in the array whether the LUN is mapped to the initiator of this host.' }],
  },
  'multipathd-down': {
    ...base,
    needs: [[{ line: 'multipathd is not running: exit code %(err)s', role: 'says' },
      { text: 'multipathd is not running', role: 'says' },
      { fault: 'ProcessExecutionError', text: 'multipathd show status', role: 'says' },
      { line: 'Multipathing is requested but the host doesn\'t support multipathing.', role: 'says' }]],
    supports: [{ fault: ['VolumeDeviceNotFound', 'VolumePathsNotFound', 'BrickException'], role: 'failure' }],
    contradicts: 'multipathd running on the host.',
    checks: [{ text: 'The service', command: 'multipathd show status' }],
    changes: [
      { text: 'Start multipathd on the host, or where it has no paths to join set volume_use_multipath to False.',
        risk: 'With one path, losing it stops the guest.' },
    ],
    options: ['libvirt.volume_use_multipath', 'libvirt.volume_enforce_multipath'],
  },
  'multipath-none': {
    ...base,
    needs: [{ line: 'couldn\'t find a valid multipath device path for %(wwn)s', role: 'says' },
      [{ fault: ['VolumeDeviceNotFound', 'VolumePathsNotFound'], role: 'failure' },
        { line: 'Driver failed to attach volume %(volume_id)s at %(mountpoint)s', role: 'failure' }]],
    contradicts: 'The device in the list of multipath.',
    checks: [{ text: 'Devices and their paths', command: 'multipath -ll' },
      { text: 'Rules', command: 'multipathd show config' }],
    changes: [{ text: 'Set find_multipaths and the blacklist in multipath.conf so that volumes of the array are taken.' }],
    options: ['libvirt.volume_use_multipath'],
  },
  'fc-none': {
    ...base,
    needs: [[{ fault: ['NoFibreChannelVolumeDeviceFound', 'NoFibreChannelHostsFound'], role: 'says' },
      { line: 'Fibre Channel volume device not found.', role: 'says' }]],
    contradicts: 'The LUN behind an HBA of the host.',
    checks: [{ text: 'Ports of the HBAs', command: 'grep . /sys/class/fc_host/host*/port_name /sys/class/fc_host/host*/port_state' }],
    changes: [{ text: 'Zone the HBAs of this host to the array, and see whether the array maps the LUN to them.' }],
    links: [docs.fibreChannel],
  },
  'device-missing': {
    ...base,
    certainty: 'open',
    needs: [[{ fault: ['VolumeDeviceNotFound', 'VolumePathsNotFound'], role: 'says' },
      { fault: ['NovaException', 'Error'], text: 'iSCSI device not found at %(device)s', role: 'says' }]],
    remains: [
      'The host does not reach the storage: a login or a path failed just before, at WARNING.',
      'The array has not mapped the volume to this host.',
      'multipathd does not take the device.',
    ],
    contradicts: 'The device in /dev/disk/by-path of the host.',
    checks: [{ text: 'Sessions', command: 'iscsiadm -m session -P 3' }, { text: 'Paths', command: 'multipath -ll' },
      { text: 'Devices', command: 'ls -l /dev/disk/by-path' }],
    changes: [{ text: 'Follow the volume from array to host: mapped, logged in, device, multipath.' }],
    options: ['libvirt.num_iscsi_scan_tries', 'libvirt.volume_use_multipath'],
  },
  'volume-state': {
    ...base,
    needs: [{ fault: ['InvalidVolume', 'InvalidInput', 'ClientException', 'BadRequest'],
      text: ['status must be %(wanted)s', 'already attached', 'status must be available'], role: 'says' }],
    contradicts: 'A volume that is available.',
    checks: [volume, { text: 'Attachments', command: 'openstack volume attachment list --os-volume-api-version 3.27' }],
    changes: [{ text: 'Detach the volume where it is in use. Only where nothing uses it: set its state back.',
      risk: 'Two guests on one volume destroy its file system.' }],
  },
  // Cinder says the same of whatever went wrong when it asked Glance
  'volume-image': {
    family: 'volume',
    certainty: 'open',
    needs: [{ text: 'Invalid image identifier or unable to access requested image', role: 'says' }],
    remains: [
      'Cinder does not reach Glance, or asks that of another region (glance_api_servers of cinder.conf).',
      'Glance did not accept what Cinder asked it with, or failed by itself.',
      'The image is not there, or not for this project.',
      'Nova asks the Cinder of another region than that of the image.',
    ],
    contradicts: 'A volume that Cinder makes from this image for the same user.',
    checks: [{ text: 'The image', command: 'openstack image show <image>' },
      { text: 'Which Glance Cinder asks', command: 'grep -n glance_ /etc/cinder/cinder.conf' },
      { text: 'What Glance says', log: 'glance-api' }],
    changes: [{ text: 'Name the Glance of this region in cinder.conf, and its Cinder in [cinder] os_region_name of Nova.' }],
    options: ['cinder.os_region_name'],
  },
  'cinder-driver': {
    ...base,
    needs: [{ fault: 'ClientException', text: ['Unable to update attachment.%(reason)s (HTTP 500)',
      'Driver initialize connection failed %(reason)s', 'Unable to update attachment'], role: 'says' }],
    contradicts: 'A connection of another volume of the same backend to this host.',
    checks: [{ text: 'The exception of the driver', log: 'cinder-volume' }, volume],
    changes: [{ text: 'Correct what the driver of Cinder names for this host.' }],
  },
  'service-token': {
    family: 'detach',
    certainty: 'stated',
    scope: 'both',
    needs: [[{ text: ['ConflictNovaUsingAttachment', 'Detach volume from instance %(server)s using the Compute API'],
      role: 'refused' }]],
    supports: [{ line: 'Failed to delete volume attachment with ID %s. Error: %s', role: 'failure' },
      { line: 'Unable to load auth from [service_user] configuration. Ensure "auth_type" is set.', role: 'detail',
      reach: 'log' }],
    contradicts: '[service_user] send_service_user_token = True with an account that has the role `service`, on this host '
      + 'and on the controllers.',
    checks: [
      { text: 'What this host has', command: 'grep -A12 "^\\[service_user\\]" /etc/nova/nova.conf' },
      { text: 'Roles of the account', command: 'openstack role assignment list --user nova --names' },
      { text: 'The check of Nova', command: 'nova-status upgrade check' },
    ],
    changes: [
      { text: 'Set send_service_user_token = True in [service_user], with the credentials of Nova, on all hosts; give the '
        + 'account the role that Cinder asks for (service_token_roles).' },
      { text: 'Volumes that are still called in use afterwards: delete their attachment in Cinder.',
        risk: 'Only when no guest has the device any more.' },
    ],
    options: ['service_user.send_service_user_token', 'service_user.auth_type'],
    links: [docs.serviceUserToken, bugs.serviceToken],
  },
  'guest-keeps': {
    family: 'detach',
    certainty: 'stated',
    kinds: ['detach_volume', 'swap_volume'],
    needs: [[{ fault: 'DeviceDetachFailed', text: 'Device detach failed for %(device)s: %(reason)s', role: 'says' },
      { line: 'Run out of retry while detaching device %s with device alias %s from instance %s from the live domain config. '
        + 'Device is still attached to the guest.', role: 'says' }]],
    supports: [{ line: 'Waiting for libvirt event about the detach of device %s with device alias %s from instance %s is timed '
      + 'out.', role: 'unanswered' }],
    contradicts: 'The device gone from the live definition of the guest.',
    checks: [{ text: 'Disks of the guest', command: 'virsh domblklist <domain>' },
      { text: 'What the guest says', command: 'openstack console log show <instance>' }],
    changes: [
      { text: 'Unmount the device inside the guest; a guest that is booting or without ACPI hotplug does not answer.' },
      { text: 'From Wallaby on, raise device_detach_attempts or device_detach_timeout.', risk: 'Requests take so much longer to fail.' },
    ],
    options: ['libvirt.device_detach_attempts', 'libvirt.device_detach_timeout'],
  },
  'device-taken': {
    ...base,
    scope: 'both',
    needs: [{ fault: 'libvirtError', text: 'target %(device)s already exists', role: 'says' }],
    contradicts: 'No disk of that name in the definition of the guest.',
    checks: [{ text: 'Disks of the guest', command: 'virsh domblklist <domain>' },
      { text: 'Volumes that Nova knows', command: 'openstack server volume list <instance>' }],
    changes: [{ text: 'Reboot the instance hard, or stop and start it: Nova then names all its disks anew; attach again.',
      risk: 'The guest is off for a moment, and its disks may get other names.' }],
  },
  'device-gone': {
    family: 'detach',
    certainty: 'stated',
    needs: [{ fault: ['DeviceNotFound', 'DiskNotFound'], text: ['Device \'%(device)s\' not found', 'No disk at %(device)s'],
      role: 'says' }],
    kinds: ['detach_volume', 'swap_volume'],
    contradicts: 'The device in the definition of the guest.',
    checks: [{ text: 'Disks of the guest', command: 'virsh domblklist <domain>' },
      { text: 'Attachments', command: 'openstack volume attachment list --os-volume-api-version 3.27' }],
    changes: [{ text: 'The guest no longer has the device: delete the attachment that is left in Cinder.',
      risk: 'Only after looking that no other host has it.' }],
  },
} as const satisfies DiagnosisRows;
