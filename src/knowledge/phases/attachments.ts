// Phases in which a device of a guest comes, goes or changes: volumes and interfaces. Templates are Nova's
// own.

import type { PhaseSpec } from '../schema';
import { attachedInterfaces, detachedInterfaces } from './interfaces';

const manager = 'nova.compute.manager';
const libvirt = ['nova.virt.libvirt.driver', 'nova.virt.libvirt.connection'];
const guest = 'nova.virt.libvirt.guest';
const vm = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const volume = 'dd04f3d2-63cb-45f2-9a31-9ecc523bd40f';

export const attachPhase: PhaseSpec = {
  id: 'attach',
  title: 'Attaching the device',
  what: 'The volume is connected to the host, or the port is bound and plugged, and the device is added to the guest. '
    + 'Nova logs no line of its own when a volume is attached.',
  service: 'compute',
  through: ['networking', 'vif_plug'],
  options: ['cinder.http_retries', 'libvirt.num_volume_scan_tries', 'libvirt.volume_use_multipath'],
  markers: [
    { edge: 'begin', logger: manager, level: 'INFO',
      text: 'Attaching volume %(volume_id)s to %(mountpoint)s', kinds: ['attach_volume'], says: 'opens',
      captures: { volume_id: 'volume' }, sample: `Attaching volume ${volume} to /dev/vdc` },
    ...attachedInterfaces,
    { edge: 'note', logger: guest, level: 'DEBUG', text: 'attach device xml: %s', follows: 'request',
      kinds: ['attach_volume', 'attach_interface'],
      sample: 'attach device xml: <disk type="block" device="disk">' },
    { edge: 'fail', logger: manager, level: 'ERROR',
      text: 'Failed to attach %(volume_id)s at %(mountpoint)s', kinds: ['attach_volume'], says: 'failed',
      captures: { volume_id: 'volume' }, sample: `Failed to attach ${volume} at /dev/vdb` },
    { edge: 'fail', logger: manager, level: 'ERROR',
      text: 'Failed to attach volume %(volume_id)s at %(mountpoint)s', kinds: ['attach_volume'],
      says: 'failed', captures: { volume_id: 'volume' }, old: true,
      sample: 'Failed to attach volume 7 at /dev/vdc' },
    // a build connects its volumes only: the driver is told to attach one to a guest that is there
    { edge: 'fail', logger: 'nova.virt.block_device', level: 'ERROR',
      text: 'Driver failed to attach volume %(volume_id)s at %(mountpoint)s', kinds: ['attach_volume'],
      says: 'failed', captures: { volume_id: 'volume' }, sample: `Driver failed to attach volume ${volume} at /dev/vdb` },
    { edge: 'fail', logger: libvirt, level: 'ERROR', text: 'Failed to attach volume at mountpoint: %s',
      kinds: ['attach_volume'], says: 'failed', sample: 'Failed to attach volume at mountpoint: /dev/vdb' },
    // Hyper-V connects the volumes of a build in the same way
    { edge: 'fail', logger: 'nova.virt.hyperv.volumeops', level: 'ERROR', old: true, follows: 'request',
      says: 'failed', saysFor: ['attach_volume'], text: 'Attach volume failed: %s', captures: { 0: 'error' },
      sample: 'Attach volume failed: <x_wmi: Unexpected COM Error>' },
    // a live migration gives its SR-IOV ports back in the same way
    { edge: 'fail', logger: libvirt, level: 'ERROR', text: 'attaching network adapter failed.',
      kinds: ['attach_interface', 'live-migration'], says: 'failed' },
    { edge: 'fail', logger: manager, level: 'WARNING',
      text: 'attach interface failed , try to deallocate port %(port_id)s, reason: %(msg)s',
      kinds: ['attach_interface'], says: 'failed', captures: { port_id: 'port', msg: 'error' },
      sample: 'attach interface failed , try to deallocate port dd04f3d2-63cb-45f2-9a31-9ecc523bd40f, reason: x' },
    { edge: 'fail', logger: manager, level: 'INFO', kinds: ['attach_interface'], says: 'failed',
      text: 'Failed to claim PCI devices during interface attach for PCI request %s',
      raises: 'InterfaceAttachPciClaimFailed',
      sample: 'Failed to claim PCI devices during interface attach for PCI request InstancePCIRequest(alias_name=None)' },
    { edge: 'fail', logger: manager, level: 'ERROR', text: 'allocate_for_instance returned %(ports)s ports',
      kinds: ['attach_interface'], raises: 'InterfaceAttachFailed', sample: 'allocate_for_instance returned 0 ports' },
    { edge: 'fail', logger: manager, level: 'ERROR', text: 'allocate_port_for_instance returned %(ports)s ports',
      kinds: ['attach_interface'], raises: 'InterfaceAttachFailed',
      sample: 'allocate_port_for_instance returned 0 ports' },
    { edge: 'note', logger: libvirt, level: 'ERROR', harmless: true, kinds: ['attach_interface'],
      text: 'Interface attached successfully but building and/or saving device metadata failed.' },
  ],
};

const live = 'from the live domain config';

export const detachPhase: PhaseSpec = {
  id: 'detach',
  title: 'Detaching the device',
  what: 'The device is taken out of the definition of the guest and then out of the running guest, which has to let go '
    + 'of it.',
  service: 'compute',
  options: ['libvirt.device_detach_attempts', 'libvirt.device_detach_timeout'],
  markers: [
    { edge: 'note', logger: libvirt, level: 'DEBUG', captures: { 1: 'instance' },
      text: 'Attempting to detach device %s from instance %s from the persistent domain config.',
      sample: `Attempting to detach device vdb from instance ${vm} from the persistent domain config.` },
    { edge: 'note', logger: libvirt, level: 'INFO',
      text: 'Successfully detached device %s from instance %s from the persistent domain config.',
      captures: { 1: 'instance' },
      sample: `Successfully detached device vdb from instance ${vm} from the persistent domain config.` },
    { edge: 'begin', logger: libvirt, level: 'DEBUG', captures: { 4: 'instance' },
      kinds: ['detach_volume', 'detach_interface'],
      text: `(%s/%s): Attempting to detach device %s with device alias %s from instance %s ${live}.`,
      sample: `(1/8): Attempting to detach device vdb with device alias virtio-disk1 from instance ${vm} ${live}.` },
    { edge: 'note', logger: libvirt, level: 'WARNING', captures: { 2: 'instance' }, harmless: true,
      text: 'Waiting for libvirt event about the detach of device %s with device alias %s from instance %s is timed out.',
      sample: 'Waiting for libvirt event about the detach of device vdb with device alias virtio-disk1 from instance '
        + `${vm} is timed out.` },
    // the host then lets go of the volume, and Cinder is told: of neither end Nova says a word
    { edge: 'end', logger: libvirt, level: 'INFO', narrow: true,
      text: `Successfully detached device vd%(device)s from instance %(vm)s ${live}.`,
      kinds: ['detach_volume'], captures: { vm: 'instance' },
      sample: `Successfully detached device vdb from instance ${vm} ${live}.` },
    ...detachedInterfaces,
    { edge: 'end', logger: libvirt, level: 'INFO',
      text: `Successfully detached device %s from instance %s ${live}.`,
      kinds: ['detach_volume', 'detach_interface'], says: 'success', saysFor: ['detach_interface'],
      captures: { 1: 'instance' },
      sample: `Successfully detached device hdd from instance ${vm} ${live}.` },
    { edge: 'end', logger: guest, level: 'DEBUG', follows: 'request', kinds: ['detach_volume', 'detach_interface'],
      says: 'success', saysFor: ['detach_interface'],
      text: 'Successfully detached device %s from guest. Persistent? %s. Live? %s',
      sample: 'Successfully detached device vdb from guest. Persistent? 1. Live? True' },
    { edge: 'fail', logger: libvirt, level: 'ERROR', captures: { 2: 'instance' },
      text: 'Received DeviceRemovalFailedEvent from libvirt for the detach of device %s with device alias %s from instance %s ',
      sample: 'Received DeviceRemovalFailedEvent from libvirt for the detach of device vdb with device alias '
        + `virtio-disk1 from instance ${vm} ` },
    { edge: 'fail', logger: libvirt, level: 'ERROR',
      text: `Run out of retry while detaching device %s with device alias %s from instance %s ${live}. Device is still attached to the guest.`,
      says: 'failed', captures: { 0: 'device', 2: 'instance' }, raises: 'DeviceDetachFailed',
      sample: `Run out of retry while detaching device vdb with device alias virtio-disk1 from instance ${vm} ${live}. `
        + 'Device is still attached to the guest.' },
    // Neutron tells of the ports that Nova itself deletes, too
    { edge: 'fail', logger: manager, level: 'WARNING', kinds: ['detach_interface'], says: 'failed', moot: ['delete'],
      captures: { port_id: 'port', msg: 'error' }, text: 'Detach interface failed, port_id=%(port_id)s, reason: %(msg)s',
      sample: 'Detach interface failed, port_id=dd04f3d2-63cb-45f2-9a31-9ecc523bd40f, reason: timed out' },
    { edge: 'fail', logger: libvirt, level: 'ERROR', text: 'detaching network adapter failed.',
      kinds: ['detach_interface'], says: 'failed' },
    { edge: 'note', logger: libvirt, level: 'WARNING', harmless: true, captures: { mac: 'reason' },
      kinds: ['detach_interface'],
      text: 'Detaching interface %(mac)s failed because the device is no longer found on the guest.',
      sample: 'Detaching interface fa:16:3e:0a:1b:2c failed because the device is no longer found on the guest.' },
    { edge: 'fail', logger: 'nova.virt.block_device', level: 'WARNING', kinds: ['detach_volume'], says: 'failed',
      text: 'Guest refused to detach volume %(vol)s', captures: { vol: 'volume' }, raises: 'DeviceDetachFailed',
      sample: `Guest refused to detach volume ${volume}` },
  ],
};

export const swapPhase: PhaseSpec = {
  id: 'swap',
  title: 'Swapping the volume',
  what: 'The new volume is connected, the guest\'s data are copied to it while the guest runs, and the old volume is '
    + 'given back.',
  service: 'compute',
  shows: 'INFO',
  markers: [
    { edge: 'begin', logger: manager, level: 'INFO',
      text: 'Swapping volume %(old_volume)s for %(new_volume)s', kinds: ['swap_volume'], says: 'opens',
      captures: { old_volume: 'volume' },
      sample: `Swapping volume ${volume} for ${vm}` },
    { edge: 'note', logger: manager, level: 'DEBUG', kinds: ['swap_volume'],
      text: 'swap_volume: Calling driver volume swap with connection infos: new: %(new_cinfo)s; old: %(old_cinfo)s',
      sample: 'swap_volume: Calling driver volume swap with connection infos: new: {}; old: {}' },
    { edge: 'end', logger: manager, level: 'DEBUG', kinds: ['swap_volume'], says: 'success',
      captures: { volume_id: 'volume' }, text: 'swap_volume: Updating volume %(volume_id)s BDM record with %(updates)s',
      sample: `swap_volume: Updating volume ${volume} BDM record with {}` },
    { edge: 'fail', logger: manager, level: 'ERROR', kinds: ['swap_volume'], says: 'failed',
      captures: { volume_id: 'volume' },
      text: 'Failed to connect to volume %(volume_id)s with volume at %(mountpoint)s',
      sample: `Failed to connect to volume ${volume} with volume at /dev/vdb` },
    { edge: 'fail', logger: manager, level: 'ERROR',
      text: 'Failed to swap volume %(old_volume_id)s for %(new_volume_id)s', kinds: ['swap_volume'],
      says: 'failed', captures: { old_volume_id: 'volume' }, sample: `Failed to swap volume ${volume} for ${vm}` },
    { edge: 'fail', logger: libvirt, level: 'ERROR', kinds: ['swap_volume'],
      text: 'Failure rebasing volume %(new_path)s on %(old_path)s.',
      sample: 'Failure rebasing volume /dev/sdc on /dev/sdb.' },
  ],
};

export const extendPhase: PhaseSpec = {
  id: 'extend',
  title: 'Extending the volume',
  what: 'Cinder has made the volume larger; the host and the guest are told of the new size.',
  service: 'compute',
  shows: 'INFO',
  markers: [
    { edge: 'begin', logger: manager, level: 'DEBUG', text: 'Handling volume-extended event for volume %(vol)s',
      kinds: ['extend_volume'], says: 'opens', captures: { vol: 'volume' },
      sample: `Handling volume-extended event for volume ${volume}` },
    { edge: 'begin', logger: manager, level: 'INFO',
      text: 'Cinder extended volume %(vol)s; extending it to detect new size', kinds: ['extend_volume'],
      says: 'opens', captures: { vol: 'volume' },
      sample: `Cinder extended volume ${volume}; extending it to detect new size` },
    { edge: 'note', logger: libvirt, level: 'DEBUG', text: 'Resizing target device %(dev)s to %(size)u',
      kinds: ['extend_volume'], sample: 'Resizing target device vdb to 2147483648' },
    { edge: 'note', logger: libvirt, level: 'DEBUG', text: 'Skipping block device resize, guest is not running',
      kinds: ['extend_volume'] },
    { edge: 'fail', logger: manager, level: 'WARNING',
      text: 'Extend volume failed, volume_id=%(volume_id)s, reason: %(msg)s', kinds: ['extend_volume'],
      says: 'failed', captures: { volume_id: 'volume', msg: 'error' },
      sample: `Extend volume failed, volume_id=${volume}, reason: timed out` },
    { edge: 'fail', logger: manager, level: 'WARNING', kinds: ['extend_volume'], says: 'failed',
      text: 'Extend volume failed, attached volume %(vol)s has no connection_info', captures: { vol: 'volume' },
      sample: `Extend volume failed, attached volume ${volume} has no connection_info` },
    { edge: 'fail', logger: manager, level: 'WARNING', kinds: ['extend_volume'], says: 'failed',
      text: 'Extend volume failed, volume %(vol)s is not attached to instance.', captures: { vol: 'volume' },
      sample: `Extend volume failed, volume ${volume} is not attached to instance.` },
    { edge: 'fail', logger: libvirt, level: 'ERROR', text: 'resizing block device failed.', kinds: ['extend_volume'] },
    { edge: 'fail', logger: libvirt, level: 'ERROR', text: 'Unable to access the encrypted disk %s.',
      kinds: ['extend_volume'], sample: 'Unable to access the encrypted disk /dev/dm-3.' },
    { edge: 'fail', logger: libvirt, level: 'ERROR', kinds: ['extend_volume'],
      text: 'Unknown error when attempting to find the payload_offset for LUKSv1 encrypted disk %s.',
      sample: 'Unknown error when attempting to find the payload_offset for LUKSv1 encrypted disk /dev/dm-3.' },
  ],
};

export const updatingPasswordPhase: PhaseSpec = {
  id: 'updating_password',
  title: 'Setting the password',
  what: 'The password is set through the agent in the guest.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'updating_password',
  markers: [
    { edge: 'end', logger: manager, level: 'INFO', text: 'Admin password set', kinds: ['changePassword'],
      says: 'success' },
    { edge: 'end', logger: manager, level: 'INFO', text: 'Root password set', kinds: ['changePassword'],
      says: 'success' },
    { edge: 'fail', logger: manager, level: 'ERROR', text: 'set_admin_password failed',
      kinds: ['changePassword'], says: 'failed' },
    { edge: 'fail', logger: manager, level: 'WARNING', kinds: ['changePassword'], says: 'failed',
      text: 'set_admin_password is not implemented by this driver or guest instance.' },
    // Essex tells it without the instance, and with a UUID that the password is set; until Juno with a reason
    { edge: 'fail', logger: manager, level: 'WARNING', kinds: ['changePassword'], says: 'failed', old: true,
      text: 'set_admin_password is not implemented by this driver.' },
    { edge: 'end', logger: manager, level: 'INFO', kinds: ['changePassword'], says: 'success', old: true,
      captures: { 0: 'instance' }, text: 'Instance %s: Root password set',
      sample: 'Instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70: Root password set' },
    { edge: 'fail', logger: manager, level: 'ERROR', kinds: ['changePassword'], says: 'failed', old: true,
      captures: { 0: 'error' }, text: 'set_admin_password failed: %s',
      sample: 'set_admin_password failed: no agent answers' },
    { edge: 'fail', logger: manager, level: 'INFO', kinds: ['changePassword'], says: 'failed',
      text: 'set_admin_password is not supported by this driver or guest instance.', raises: 'SetAdminPasswdNotSupported' },
    { edge: 'fail', logger: manager, level: 'DEBUG', kinds: ['changePassword'], says: 'failed',
      text: 'Guest agent is not enabled for the instance.', raises: 'QemuGuestAgentNotEnabled' },
    { edge: 'note', logger: libvirt, level: 'DEBUG', kinds: ['changePassword'], harmless: true,
      text: 'Failed to set password: QEMU agent unresponsive' },
  ],
};

export const crashDumpPhase: PhaseSpec = {
  id: 'crash_dump',
  title: 'Triggering a crash dump',
  what: 'An NMI is injected into the guest; what the guest does with it Nova does not see.',
  service: 'compute',
  markers: [
    { edge: 'fail', logger: libvirt, level: 'ERROR', kinds: ['trigger_crash_dump'], says: 'failed',
      captures: { instance_uuid: 'instance', ex: 'error' },
      text: 'Error from libvirt while injecting an NMI to %(instance_uuid)s: [Error Code %(error_code)s] %(ex)s',
      sample: `Error from libvirt while injecting an NMI to ${vm}: [Error Code 55] Requested operation is not valid: `
        + 'domain is not running' },
  ],
};
