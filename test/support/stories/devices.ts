// Stories of actions in which a device comes, goes or changes.

import { type ActionStory, other, rpc, trace, vm, volume } from './parts';

export const deviceStories: readonly ActionStory[] = [
  { name: 'attach volume, INFO', release: 22, rows: `
    0 INFO mgr r1 vm Attaching volume ${volume} to /dev/vdc`,
  tells: 'attach_volume unknown', phases: 'attach:unknown' },
  { name: 'attach volume that fails', release: 14, rows: `
    0 INFO mgr r1 vm Attaching volume ${volume} to /dev/vdc
    30 ERROR bdm r1 vm Driver failed to attach volume ${volume} at /dev/vdc${
  trace('virt/block_device.py', 'attach', 'os_brick.exception.VolumeDeviceNotFound', 'Volume device not found at x.')}
    30.2 ERROR mgr r1 vm Failed to attach ${volume} at /dev/vdc${
  trace('compute/manager.py', '_attach_volume', 'os_brick.exception.VolumeDeviceNotFound', 'Volume device not found at x.')}`,
  tells: 'attach_volume failed in attach | VolumeDeviceNotFound@6', phases: 'attach:failed' },
  { name: 'detach volume, INFO', release: 33, rows: `
    0 INFO mgr r1 vm Detaching volume ${volume}
    0.4 INFO bdm r1 vm Attempting to driver detach volume ${volume} from mountpoint /dev/vdb
    1 INFO virt r1 Successfully detached device vdb from instance ${vm} from the persistent domain config.
    3 INFO virt r1 Successfully detached device vdb from instance ${vm} from the live domain config.`,
  tells: 'detach_volume unknown', phases: 'detach_volumes:unknown detach:success' },
  { name: 'detach volume, cut while the host lets go of it', release: 25, rows: `
    0 INFO mgr r1 vm Detaching volume ${volume}
    3 INFO virt r1 Successfully detached device vdb from instance ${vm} from the live domain config.
    3.1 DEBUG nova.virt.libvirt.volume.iscsi r1 vm calling os-brick to detach iSCSI Volume`,
  tells: 'detach_volume unknown', phases: 'detach_volumes:unknown detach:success' },
  { name: 'detach volume of Mitaka, INFO', release: 13, rows: `
    0 INFO mgr r1 vm Detach volume ${volume} from mountpoint /dev/vdb`,
  tells: 'detach_volume? unknown', phases: 'detach_volumes:unknown' },
  { name: 'detach volume that the guest refuses', release: 33, rows: `
    0 INFO mgr r1 vm Detaching volume ${volume}
    160 ERROR virt r1 Run out of retry while detaching device vdb with device alias virtio-disk1 from instance ${vm} from the live domain config. Device is still attached to the guest.
    160.2 WARNING bdm r1 vm Guest refused to detach volume ${volume}${
  rpc(160.4, 'compute/manager.py', 'detach_volume', 'nova.exception.DeviceDetachFailed', 'Device detach failed for vdb: x')}`,
  tells: 'detach_volume failed in detach | DeviceDetachFailed@8', phases: 'detach_volumes:unknown detach:failed' },
  { name: 'swap volume, DEBUG', release: 22, rows: `
    0 INFO mgr r1 vm Swapping volume ${volume} for ${other}
    1 DEBUG mgr r1 vm swap_volume: Calling driver volume swap with connection infos: new: {}; old: {}
    30 DEBUG mgr r1 vm swap_volume: Updating volume ${other} BDM record with {}`,
  tells: 'swap_volume success', phases: 'swap:success' },
  { name: 'swap volume that fails, INFO', release: 33, rows: `
    0 INFO mgr r1 vm Swapping volume ${volume} for ${other}
    30 ERROR mgr r1 vm Failed to swap volume ${volume} for ${other}${
  trace('compute/manager.py', '_swap_volume', 'nova.exception.VolumeRebaseFailed', 'Volume rebase failed: x')}`,
  tells: 'swap_volume failed in swap | VolumeRebaseFailed@6', phases: 'swap:failed' },
  { name: 'extend volume, INFO', release: 22, rows: `
    0 INFO mgr r1 vm Cinder extended volume ${volume}; extending it to detect new size`,
  tells: 'extend_volume unknown', phases: 'extend:unknown' },
  { name: 'extend volume that fails', release: 33, rows: `
    0 INFO mgr r1 vm Cinder extended volume ${volume}; extending it to detect new size
    1 WARNING mgr r1 vm Extend volume failed, volume_id=${volume}, reason: Volume ${volume} could not be found.`,
  tells: 'extend_volume failed in extend | VolumeNotFound@2', phases: 'extend:failed' },
  { name: 'attach interface, API', release: 22, rows: `
    0 INFO wsgi r1 10.0.0.5 "POST /v2.1/servers/${vm}/os-interface HTTP/1.1" status: 200 len: 300 time: 3.1`,
  tells: 'attach_interface success', phases: 'api:success' },
  { name: 'attach interface that fails', release: 14, rows: `
    0 DEBUG nova.network.neutronv2.api r1 vm allocate_for_instance()
    2 ERROR virt r1 vm attaching network adapter failed.${
  trace('virt/libvirt/driver.py', 'attach_interface', 'libvirtError', 'internal error: No more available PCI slots')}
    2.2 WARNING mgr r1 vm attach interface failed , try to deallocate port ${other}, reason: Failed to attach network adapter device to ${vm}`,
  tells: 'attach_interface failed in attach | libvirtError@6 > InterfaceAttachFailed@7',
  phases: 'networking:success attach:failed' },
  { name: 'detach interface, INFO', release: 33, rows: `
    1 INFO virt r1 Successfully detached device tap5f6d1c90-3c from instance ${vm} from the persistent domain config.
    3 INFO virt r1 Successfully detached device tap5f6d1c90-3c from instance ${vm} from the live domain config.
    3.4 INFO os_vif r1 Successfully unplugged vif VIFOpenVSwitch(active=True)`,
  tells: 'detach_interface success', phases: 'detach:success' },
  { name: 'attach interface, DEBUG of nova-compute alone', release: 20, rows: `
    0 DEBUG nova.network.neutronv2.api r1 vm allocate_for_instance()
    1 INFO os_vif r1 Successfully plugged vif VIFOpenVSwitch(active=False)
    1.4 DEBUG nova.virt.libvirt.guest r1 attach device xml: <interface type="ethernet">`,
  tells: 'attach_interface unknown', phases: 'networking:unknown vif_plug:unknown attach:unknown' },
  { name: 'attach interface that the compute host refuses to nova-api', release: 27, rows: `
    0 ERROR rpc r1 Exception during message handling: nova.exception.PortInUse: Port ${other} is still in use.${
  trace('compute/manager.py', '_attach_interface', 'nova.exception.PortInUse', `Port ${other} is still in use.`)}
    0.2 INFO wsgi r1 10.0.0.5 "POST /v2.1/servers/${vm}/os-interface HTTP/1.1" status: 409 len: 300 time: 2.3`,
  tells: 'attach_interface failed in attach | PortInUse@5', phases: 'api:failed attach:failed' },
  { name: 'detach interface, DEBUG', release: 20, rows: `
    0 DEBUG nova.virt.libvirt.guest r1 Attempting initial detach for device tap5f6d1c90-3c
    0.5 DEBUG nova.virt.libvirt.guest r1 Successfully detached device <nova.virt.libvirt.config.LibvirtConfigGuestInterface object at 0x7f1c> from guest. Persistent? 1. Live? True
    0.6 DEBUG nova.virt.libvirt.guest r1 Start retrying detach until device tap5f6d1c90-3c is gone.
    0.8 INFO os_vif r1 Successfully unplugged vif VIFBridge(active=True)
    1 DEBUG nova.network.base_api r1 vm Updating instance_info_cache with network_info: []`,
  tells: 'detach_interface success', phases: 'detach:success' },
  { name: 'detach interface whose port Neutron does not delete', release: 20, rows: `
    0.8 INFO os_vif r1 Successfully unplugged vif VIFBridge(active=True)
    30 WARNING mgr r1 vm Failed to deallocate port ${other} for instance. Error: timed out${
  rpc(30.2, 'compute/manager.py', '_deallocate_port_for_instance', 'neutronclient.common.exceptions.ConnectionFailed', 'timed out')}`,
  tells: 'detach_interface? failed in deallocate_network | ConnectionFailed@7', phases: 'deallocate_network:failed' },
  { name: 'detach interface that fails', release: 22, rows: `
    1 ERROR virt r1 vm detaching network adapter failed.
    1.2 WARNING mgr r1 vm Detach interface failed, port_id=${other}, reason: Failed to detach network adapter device from ${vm}`,
  tells: 'detach_interface failed in detach | InterfaceDetachFailed@2', phases: 'detach:failed' },
];
