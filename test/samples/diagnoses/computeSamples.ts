// One log for each diagnosis of moves, claims, images, guests and volumes, by the id of its row.

import type { DiagnosisId } from '../../../src/knowledge/diagnoses/index';
import {
blockDevices, boot, claim, detach, guest, image, live, liveRefused, resize, traceback,
} from './stories';

const vm = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const port = '2fee26da-9b54-46bc-af80-0c2daee06f6e';
const volume = 'dd04f3d2-63cb-45f2-9a31-9ecc523bd40f';
const disk = `/var/lib/nova/instances/${vm}/disk`;
const qemu = 'internal error: process exited while connecting to monitor: 2024-03-11T14:00:05.1Z qemu-system-x86_64:';
const token = `Detach volume from instance ${vm} using the Compute API (HTTP 409) (Request-ID: req-0000000a)`;

export const computeSamples = {
  // ---- moves ----
  'live-cpu': liveRefused('nova.exception.InvalidCPUInfo', 'Unacceptable CPU info: CPU doesn\'t have compatibility.'),
  'live-host-key': live('operation failed: Failed to connect to remote libvirt URI qemu+ssh://cmp02/system: Cannot recv data: Host '
    + 'key verification failed.: Connection reset by peer'),
  'live-ssh-denied': live('operation failed: Failed to connect to remote libvirt URI qemu+ssh://cmp02/system: Cannot recv data: '
    + 'Permission denied (publickey,password).: Connection reset by peer'),
  'live-tls': live('authentication failed: Failed to verify peer\'s certificate'),
  'live-refused': live('operation failed: Failed to connect to remote libvirt URI qemu+tcp://cmp02/system: unable to connect to '
    + 'server at \'cmp02:16509\': Connection refused'),
  'live-name': live('unable to connect to server at \'cmp02:16509\': Name or service not known'),
  'live-auth': live('authentication failed: authentication failed'),
  'live-post-copy': `
  0 DEBUG api r1 vm Going to try to live migrate instance to cmp02
  20 INFO nova.virt.libvirt.migration r1 vm Switching to post-copy migration mode
  25 ERROR virt r1 vm Migration operation has aborted`,
  'live-post-copy-missing': live('internal error: unable to execute QEMU command \'migrate-set-capabilities\': Postcopy is not '
    + 'supported'),
  'live-timeout': `
  0 DEBUG api r1 vm Going to try to live migrate instance to cmp02
  1600 WARNING nova.virt.libvirt.migration r1 vm Live migration not completed after 1600 sec
  1601 WARNING virt r1 vm Migration operation was cancelled`,
  'live-stuck': `
  0 DEBUG api r1 vm Going to try to live migrate instance to cmp02
  160 WARNING nova.virt.libvirt.migration r1 vm Live migration stuck for 150 sec
  161 ERROR virt r1 vm Migration operation has aborted`,
  'live-cancelled': `
  0 DEBUG api r1 vm Going to try to live migrate instance to cmp02
  4 INFO mgr r1 vm Took 2.20 seconds for pre_live_migration on destination host cmp02.
  90 DEBUG api r2 vm Going to cancel live migration 12
  91 ERROR virt r1 vm Live Migration failure: operation aborted: migration out job: canceled by client
  92 WARNING virt r1 vm Migration operation was cancelled`,
  'live-vif': `
  0 DEBUG api r1 vm Going to try to live migrate instance to cmp02
  305 WARNING mgr r1 vm Timed out waiting for events: [('network-vif-plugged', '${port}')]. If these timeouts are a persistent issue it could mean the networking backend on host cmp02 does not support sending these events unless there are port binding host changes which does not happen at this point in the live migration process. You may need to disable the live_migration_wait_for_vif_plug option on host cmp02.
  306 ERROR mgr r1 vm Live migration failed.`,
  'live-disk-left': liveRefused('nova.exception.DestinationDiskExists',
    `The supplied disk path (/var/lib/nova/instances/${vm}) already exists, it is expected not to exist.`),
  'live-not-shared': liveRefused('nova.exception.InvalidSharedStorage',
    'cmp01 is not on shared storage: Live migration can not be used without shared storage except a booted from volume VM which does '
    + 'not have a local disk.'),
  'live-shared': liveRefused('nova.exception.InvalidLocalStorage', 'cmp01 is not on local storage: Block migration can not be used '
    + 'with shared storage.'),
  'live-lost': live('End of file while reading data: Input/output error'),
  'live-cache': live('Unsafe migration: Migration may lead to data corruption if disks use cache != none'),
  'live-security': live('unsupported configuration: Unable to find security driver for model selinux'),
  'live-unexpected': live('operation failed: migration job: unexpectedly failed'),
  'ssh-host-key': resize('not able to execute ssh command: Unexpected error while running command.\nCommand: ssh -o BatchMode=yes '
    + '10.0.0.12 mkdir -p /var/lib/nova\nExit code: 255\nStderr: \'Host key verification failed.\''),
  'ssh-key-unread': resize('not able to execute ssh command: Unexpected error while running command.\nExit code: 255\nStderr: '
    + '\'Load key "/etc/nova/migration/identity": invalid format\\r\\nPermission denied (publickey).\''),
  'ssh-host-changed': resize('not able to execute ssh command: Unexpected error while running command.\nExit code: 255\nStderr: '
    + '\'WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!\\r\\nPermission denied (publickey,password).\''),
  'node-unlike-host': `
  1 ERROR nova.conductor.tasks.migrate r1 vm Unable to find record for source node cmp01 on cmp02
  1.1 WARNING nova.scheduler.utils r1 vm Setting instance to ACTIVE state.`,
  'ssh-denied': resize('not able to execute ssh command: Unexpected error while running command.\nExit code: 255\nStderr: '
    + '\'Permission denied (publickey,password).\''),
  'ssh-refused': resize('not able to execute ssh command: Unexpected error while running command.\nStderr: \'ssh: connect to host '
    + '10.0.0.12 port 22: Connection refused\''),
  'ssh-failed': resize('not able to execute ssh command: Unexpected error while running command.\nExit code: 1'),
  'disk-shrink': resize('Unable to resize disk down.'),

  // ---- claims and quota ----
  'claim-memory': claim('Free memory 100.00 MB < requested 2048 MB'),
  'claim-disk': claim('Free disk 2.00 GB < requested 20 GB'),
  'claim-cores': claim('Free vcpu 1.00 VCPU < requested 8 VCPU'),
  'claim-numa-pci': claim('Requested instance NUMA topology together with requested PCI devices cannot fit the given host NUMA '
    + 'topology'),
  'claim-numa': claim('Requested instance NUMA topology cannot fit the given host NUMA topology'),
  'claim-pci': claim('Claim pci failed'),
  'claim-group': boot('nova.exception.RescheduledException', `Build of instance ${vm} was re-scheduled: Anti-affinity instance group `
    + 'policy was violated.'),
  'node-associated': boot('ironicclient.common.apiclient.exceptions.Conflict', `Instance ${vm} is already associated with a node, `
    + 'it cannot be associated with this other node 2fee26da-9b54-46bc-af80-0c2daee06f6e (HTTP 409)'),
  'pin-taken': boot('nova.exception.CPUPinningInvalid', 'CPU set to pin [4, 5] must be a subset of free CPU set [6, 7]'),
  'pin-unknown': boot('nova.exception.CPUPinningUnknown', 'CPU set to pin [4, 5] must be a subset of known CPU set [6, 7]'),
  'pages-unsupported': boot('nova.exception.MemoryPageSizeNotSupported', 'Page size 1048576 is not supported by the host.'),
  'quota-instances': `
  1 INFO nova.api.openstack.wsgi r2 HTTP exception thrown: Quota exceeded for cores: Requested 4, but already used 18 of 20 cores`,
  'quota-volumes': blockDevices('nova.exception.VolumeLimitExceeded', 'Volume resource quota exceeded'),

  // ---- images, disks, Ceph ----
  'image-unsafe': image('Image does not pass safety check', undefined, `
  3 ERROR nova.virt.images r1 Image 2c1d4f6e-63cb-45f2-9a31-9ecc523bd40f failed safety check: Safety checks failed: backing_file`),
  'image-format': image('Image content does not match disk_format', undefined, `
  3 WARNING nova.virt.images r1 Image 2c1d4f6e-63cb-45f2-9a31-9ecc523bd40f expected to be raw but detected as qcow2`),
  'image-unsupported': image('Image not in a supported format'),
  'image-backed': image('fmt=qcow2 backed by: /etc/passwd'),
  'image-vmdk': image('Invalid VMDK create-type specified'),
  'image-convert': image('Unable to convert image to raw: Unexpected error while running command.'),
  'image-large': image('Flavor\'s disk is too small for requested image. Flavor disk is 1073741824 bytes, image is 10737418240 bytes.',
    'nova.exception.FlavorDiskSmallerThanImage'),
  'image-gone': image('Image 2c1d4f6e-63cb-45f2-9a31-9ecc523bd40f could not be found.', 'nova.exception.ImageNotFound'),
  'image-denied': image('Not authorized for image 2c1d4f6e-63cb-45f2-9a31-9ecc523bd40f.', 'nova.exception.ImageNotAuthorized'),
  'image-corrupt': image('Corrupt image download. Hash was 0f3c expected 9a1b', 'OSError'),
  'image-signature': image('Signature verification for the image failed: Signature does not match.',
    'cursive.exception.SignatureVerificationError'),
  'datastore-full': boot('oslo_vmware.exceptions.VMwareDriverException', 'Insufficient disk space on datastore \'ds1\'.'),
  'disk-full': image('[Errno 28] No space left on device', 'OSError'),
  'ceph-secret': guest('Secret not found: no secret with matching uuid \'457eb676-33da-42ec-9a8c-9293d545c337\''),
  'ceph-secret-empty': guest('Secret not found: secret \'457eb676-33da-42ec-9a8c-9293d545c337\' does not have a value'),
  'ceph-denied': boot('rados.PermissionDeniedError', '[errno 13] RADOS permission denied (error connecting to the cluster)'),
  'ceph-config': boot('rados.ObjectNotFound', '[errno 2] RADOS object not found (error connecting to the cluster)'),
  'ceph-away': boot('rados.TimedOut', '[errno 110] RADOS timed out (error connecting to the cluster)'),
  'ceph-pool': boot('rbd.ImageNotFound', 'error opening pool \'vms\''),

  // ---- start of guests ----
  'kvm-denied': guest(`${qemu} Could not access KVM kernel module: Permission denied\n2024-03-11T14:00:05.2Z qemu-system-x86_64: `
    + 'failed to initialize KVM: Permission denied'),
  'kvm-missing': guest('invalid argument: could not get preferred machine for /usr/bin/qemu-system-x86_64 type=kvm'),
  'cpu-features': guest('unsupported configuration: guest and host CPU are not compatible: Host CPU does not provide required '
    + 'features: avx512f, pku'),
  'cpu-model': guest('internal error: Unknown CPU model Skylake-Nova'),
  'machine-type': guest('unsupported configuration: Emulator \'/usr/bin/qemu-system-x86_64\' does not support machine type '
    + '\'pc-q35-9.9\''),
  apparmor: guest('internal error: cannot load AppArmor profile \'libvirt-5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70\''),
  selinux: guest(`unable to set security context 'system_u:object_r:svirt_image_t:s0' on '${disk}': Operation not supported`),
  'devices-denied': guest('internal error: Process exited prior to exec: libvirt: QEMU Driver error : failed to umount devfs on /dev: '
    + 'Permission denied'),
  'disk-denied': guest(`Cannot access storage file '${disk}' (as uid:64055, gid:108): Permission denied`),
  'block-device-missing': guest('Failed to open file \'/dev/mapper/36001405a\': No such file or directory'),
  'disk-missing': guest(`Cannot access storage file '${disk}': No such file or directory`),
  'disk-locked': guest(`${qemu} -blockdev: Failed to get "write" lock\nIs another process using the image [${disk}]?`),
  'hugepages-mount': guest('internal error: Unable to find any usable hugetlbfs mount for 1048576 KiB'),
  'hugepages-short': guest(`${qemu} unable to map backing store for guest RAM: Cannot allocate memory`),
  'memory-short': guest(`${qemu} cannot set up guest memory 'pc.ram': Cannot allocate memory`),
  'vnc-address': guest(`${qemu} -vnc 10.9.9.9:0: Failed to start VNC server: Failed to bind socket: Cannot assign requested address`),
  'libvirt-away': boot('nova.exception.HypervisorUnavailable', 'Connection to the hypervisor is broken on host'),
  'libvirt-busy': guest('Timed out during operation: cannot acquire state change lock (held by monitor=remoteDispatchDomainCreate)'),
  'domain-exists': guest('operation failed: domain \'instance-0000001a\' already exists with uuid 6a4b0e3f-8d52-4c1f-8e47-3c9d5f2b7a81'),
  firmware: guest('operation failed: Unable to find any firmware to satisfy \'efi\''),
  'guest-keeps-port': `
  1 WARNING mgr r1 vm Detach interface failed, port_id=6a4b0e3f-8d52-4c1f-8e47-3c9d5f2b7a81, reason: Device detach failed for tap6a4b0e3f-8d: Unable to detach the device from the live config.
  2 ERROR rpc r1 vm Exception during message handling: nova.exception.DeviceDetachFailed: Device detach failed for tap6a4b0e3f-8d: Unable to detach the device from the live config.`,
  'host-devices': `
  1 INFO mgr r1 vm Suspending
  2 ERROR rpc r1 vm Exception during message handling: libvirt.libvirtError: Requested operation is not valid: domain has assigned non-USB host devices`,
  'tap-taken': guest('Unable to create tap device tap5f6d1c90-3c: Device or resource busy'),
  'qemu-unkillable': `
  0 INFO mgr r1 vm Terminating instance
  15 ERROR mgr r1 vm Setting instance vm_state to ERROR: libvirt.libvirtError: Failed to terminate process 22402 with SIGKILL: Device or resource busy
${traceback('libvirt.libvirtError', 'Failed to terminate process 22402 with SIGKILL: Device or resource busy', [
    ['/usr/lib/python3/dist-packages/nova/compute/manager.py', 'do_terminate_instance'],
    ['/usr/lib/python3/dist-packages/nova/virt/libvirt/guest.py', 'poweroff']])}`,
  'pci-taken': guest('Requested operation is not valid: PCI device 0000:03:04.1 is in use by driver QEMU, domain instance-00000001'),
  iommu: guest('unsupported configuration: host doesn\'t support passthrough of host PCI devices'),
  'qemu-said': guest(`${qemu} -device cirrus-vga: Property 'cirrus-vga.nothing' not found`),
  'cause-unknown': guest('An error occurred, but the cause is unknown'),

  // ---- volumes ----
  'volume-slow': blockDevices('nova.exception.VolumeNotCreated', `Volume ${volume} did not finish being created even after we waited `
    + '189 seconds or 61 attempts. And its status is downloading.'),
  'volume-error': blockDevices('nova.exception.VolumeNotCreated', `Volume ${volume} did not finish being created even after we waited `
    + '9 seconds or 4 attempts. And its status is error.', `
  8 WARNING mgr r1 vm Volume id: ${volume} finished being created but its status is error.`),
  'volume-unready': blockDevices('nova.exception.VolumeNotCreated', `Volume ${volume} did not finish being created even after we waited `
    + '189 seconds or 61 attempts.'),
  'iscsi-login': blockDevices('os_brick.exception.VolumeDeviceNotFound', 'Volume device not found at .', `
  8 WARNING os_brick.initiator.connectors.iscsi r1 Failed to login iSCSI target iqn.2010-10.org.openstack:volume-1 on portal 10.0.0.9:3260 (exit code 8).`),
  'device-taken': blockDevices('libvirt.libvirtError', 'Requested operation is not valid: target vdc already exists'),
  'iscsi-lun': blockDevices('os_brick.exception.VolumeDeviceNotFound', 'Volume device not found at .', `
  8 WARNING os_brick.initiator.connectors.iscsi r1 LUN 1 on iSCSI portal 10.0.0.9:3260 not found on sysfs after logging in.`),
  'multipathd-down': blockDevices('oslo_concurrency.processutils.ProcessExecutionError', 'Unexpected error while running '
    + 'command.\nCommand: multipathd show status\nExit code: 1', `
  8 ERROR os_brick.initiator.linuxscsi r1 multipathd is not running: exit code 1`),
  'multipath-none': blockDevices('os_brick.exception.VolumeDeviceNotFound', 'Volume device not found at .', `
  8 WARNING os_brick.initiator.linuxscsi r1 couldn't find a valid multipath device path for 360014050c8f2`),
  'fc-none': blockDevices('os_brick.exception.NoFibreChannelVolumeDeviceFound', 'Unable to find a Fibre Channel volume device.'),
  'device-missing': blockDevices('os_brick.exception.VolumeDeviceNotFound', 'Volume device not found at .'),
  'volume-state': blockDevices('nova.exception.InvalidVolume', `Invalid volume: volume ${volume} already attached`),
  'volume-image': blockDevices('nova.exception.InvalidInput', 'Invalid input received: Invalid image identifier or unable to '
    + 'access requested image. (HTTP 400)'),
  'cinder-driver': blockDevices('cinderclient.exceptions.ClientException', 'Unable to update attachment.(Bad or unexpected response '
    + 'from the storage volume backend API: Driver initialize connection failed (error: no route)). (HTTP 500)'),
  'service-token': detach('cinderclient.exceptions.ClientException', `ConflictNovaUsingAttachment: ${token}`),
  'guest-keeps': detach('nova.exception.DeviceDetachFailed', 'Device detach failed for vdb: Run out of retry while detaching device vdb',
    `
  3 WARNING virt r1 Waiting for libvirt event about the detach of device vdb with device alias virtio-disk1 from instance ${vm} is timed out.`),
  'device-gone': detach('nova.exception.DeviceNotFound', 'Device \'vdb\' not found.'),
} as const satisfies Partial<Record<DiagnosisId, string>>;
