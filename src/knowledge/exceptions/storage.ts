// Explanations: block device mapping, volumes, Cinder, os-brick, Ceph, encryption.

import { bugs, docs } from '../links';
import type { ExceptionNotes } from './note';

export const storage = {
  VolumeNotCreated: {
    summary: 'The volume that Nova had Cinder create was not `available` when nova-compute stopped waiting '
      + 'for it.',
    effect: 'The build is aborted in block device mapping: nova-compute turns this into InvalidBDM, then '
      + 'into BuildAbortException; no other host is tried and the instance goes to ERROR. The volume stays '
      + 'in Cinder and often becomes `available` minutes later; with delete_on_termination Nova tries to '
      + 'delete it, which Cinder refuses while it is still being made.',
    causes: [
      { text: 'Copying the image into the volume takes longer than Nova waits.',
        evidence: 'The last status is `downloading` and the number of attempts is '
          + 'block_device_allocate_retries + 1.' },
      { text: 'The backend is slow to create volumes, or cinder-volume is down or overloaded.',
        evidence: 'The last status is `creating` after all attempts.' },
      { text: 'Cinder gave the volume up: no backend fits, no space, image not convertible.',
        evidence: 'A warning "finished being created but its status is error" stands before it, with fewer '
          + 'attempts than allowed.' },
    ],
    checks: [
      { text: 'What became of the volume',
        command: 'openstack volume show <volume> -c status -c size -c updated_at' },
      { text: 'Whether cinder-volume of the backend is up', command: 'openstack volume service list' },
      { text: 'How large the image is and in which format: raw images are cloned by Ceph, others are '
          + 'converted',
        command: 'openstack image show <image> -c size -c virtual_size -c disk_format' },
      { text: 'Why Cinder failed or how long it took: search its log for the volume id',
        command: 'grep -n <volume> /var/log/cinder/*volume.log' },
    ],
    changes: [
      { text: 'Raise `block_device_allocate_retries` or `block_device_allocate_retries_interval` so that '
          + '(retries + 1) x interval exceeds the longest copy, then restart nova-compute.',
        risk: 'Failed volumes are noticed no later, since any other status ends the wait at once; builds '
          + 'that will never finish hold a build slot longer.' },
      { text: 'Make the copy faster: raw images on Ceph, or the image-volume cache of Cinder.' },
      { text: 'Create the volume first and boot from it once it is available.' },
    ],
    options: [
      'DEFAULT.block_device_allocate_retries', 'DEFAULT.block_device_allocate_retries_interval',
      'cinder.http_retries',
    ],
    links: [docs.launchFromVolume, docs.blockDeviceMapping],
    sample: 'VolumeNotCreated: Volume dd04f3d2-63cb-45f2-9a31-9ecc523bd40f did not finish being created '
      + 'even after we waited 189 seconds or 61 attempts. And its status is downloading.',
  },
  InvalidBDM: {
    summary: 'The block devices of the instance could not be set up; in nova-compute this stands for '
      + 'whatever exception came just before.',
    effect: 'On the compute host it becomes a BuildAbortException: the build is aborted, no other host is '
      + 'tried, the instance goes to ERROR and its networks are released. In the API the request is refused '
      + 'and nothing exists yet.',
    causes: [
      { text: 'A new volume did not become available in time.',
        evidence: 'VolumeNotCreated above "Instance failed block device setup".' },
      { text: 'Cinder refused to create, reserve or attach the volume.',
        evidence: 'An exception of cinderclient, or CinderConnectionFailed, in the same traceback.' },
      { text: 'The host could not connect the volume.',
        evidence: '"Driver failed to attach volume", or an exception of os_brick or of processutils above '
          + 'it.' },
      { text: 'The request itself is wrong: source, size or boot index.',
        evidence: 'It is raised in nova-api, by _validate_bdm.' },
    ],
    checks: [
      { text: 'The exception that came first: go up to "Instance failed block device setup" and read the '
          + 'innermost one' },
      { text: 'The state of the volumes of the instance',
        command: 'openstack volume show <volume> -c status -c attachments' },
    ],
    changes: [{ text: 'Cure the exception above it; this class itself needs nothing.' }],
    options: [
      'DEFAULT.block_device_allocate_retries', 'DEFAULT.block_device_allocate_retries_interval',
      'DEFAULT.max_local_block_devices',
    ],
    links: [docs.blockDeviceMapping],
    sample: 'InvalidBDM: Block Device Mapping is Invalid.',
  },
  InvalidBDMVolume: {
    summary: 'Nova could not get a volume that the request names.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [
      { text: 'The volume does not exist or belongs to another project.' },
      { text: 'Cinder could not be asked.',
        evidence: 'A connection error to the volume service in the nova-api log.' },
    ],
    checks: [{ text: 'Whether the project sees the volume', command: 'openstack volume show <volume>' }],
    changes: [{ text: 'Name a volume of the project that is `available`.' }],
    options: ['cinder.catalog_info', 'cinder.endpoint_template'],
    sample: 'nova.exception.InvalidBDMVolume: Block Device Mapping is Invalid: failed to get volume '
      + '9b1e0c61-4f7e-4b38-9b7c-5f6f9d1c6f10.',
  },
  InvalidBDMSnapshot: {
    summary: 'Nova could not get a volume snapshot that the request names.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [{ text: 'The snapshot was deleted or belongs to another project.' }],
    checks: [
      { text: 'Whether the project sees the snapshot', command: 'openstack volume snapshot show <snapshot>' },
    ],
    changes: [{ text: 'Name a snapshot that exists, or boot from an image or volume.' }],
    options: [],
    sample: 'nova.exception.InvalidBDMSnapshot: Block Device Mapping is Invalid: failed to get snapshot '
      + '0c1c7e3e-7d1e-4a55-8d4f-3b6b6a5b7f11.',
  },
  InvalidBDMImage: {
    summary: 'Nova could not get an image that the block device mapping names.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [{ text: 'The image was deleted, is private to another project, or Glance did not answer.' }],
    checks: [{ text: 'Whether the project sees the image', command: 'openstack image show <image>' }],
    changes: [{ text: 'Name an image that is active and visible to the project.' }],
    options: [],
    sample: 'nova.exception.InvalidBDMImage: Block Device Mapping is Invalid: failed to get image '
      + '2f0c6d43-3a3e-46a2-b2c9-9ff7c2ad2f50.',
  },
  InvalidBDMBootSequence: {
    summary: 'The boot indexes of the requested block devices do not form a valid sequence.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [
      { text: 'No device has boot_index 0, or two devices share an index.' },
      { text: 'An image is given beside a mapping that holds another root device.' },
    ],
    checks: [
      { text: 'The block_device_mapping_v2 of the request: one device with boot_index 0, further ones '
          + 'counted up, -1 or none for data' },
    ],
    changes: [{ text: 'Correct boot_index in the request or template.' }],
    options: [],
    links: [docs.blockDeviceMapping],
    sample: 'nova.exception.InvalidBDMBootSequence: Block Device Mapping is Invalid: Boot sequence for the '
      + 'instance and image/block device mapping combination is not valid.',
  },
  InvalidBDMLocalsLimit: {
    summary: 'The request asks for more local disks than `max_local_block_devices` allows.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [
      { text: 'max_local_block_devices is 0 to force booting from volume, and the request boots from an '
          + 'image.' },
      { text: 'The flavor and the request together name more ephemeral disks and swap than allowed.' },
    ],
    checks: [{ text: 'Swap and ephemeral disk of the flavor', command: 'openstack flavor show <flavor>' }],
    changes: [
      { text: 'Boot from a volume, or raise `max_local_block_devices` and restart nova-api.',
        risk: 'Instances use the disks of the compute hosts.' },
    ],
    options: ['DEFAULT.max_local_block_devices'],
    sample: 'nova.exception.InvalidBDMLocalsLimit: Block Device Mapping is Invalid: You specified more '
      + 'local devices than the limit allows',
  },
  InvalidBDMVolumeNotBootable: {
    summary: 'The volume to boot from is not marked bootable in Cinder.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [{ text: 'The volume was created blank, or its bootable flag was taken off.' }],
    checks: [
      { text: 'The flag', command: 'openstack volume show <volume> -c bootable -c volume_image_metadata' },
    ],
    changes: [
      { text: 'Set the flag with `openstack volume set --bootable` if the volume does hold a system.' },
    ],
    options: [],
    sample: 'nova.exception.InvalidBDMVolumeNotBootable: Block Device 9b1e0c61-4f7e-4b38-9b7c-5f6f9d1c6f10 '
      + 'is not bootable.',
  },
  InvalidVolume: {
    summary: 'A volume is not in the state, zone or role that the operation needs.',
    effect: 'In the API the request is refused and the instance stays as it was. While an instance is built '
      + 'it counts as a block device failure and aborts the build.',
    causes: [
      { text: 'The volume is attached elsewhere, or still `reserved`, `attaching` or `detaching` from an '
          + 'earlier failure.',
        evidence: 'The reason names its status.' },
      { text: 'Cinder refuses to delete or detach it in its present state.',
        evidence: '"Volume status must be available or error ..." in the reason.' },
      { text: 'Instance and volume are in different availability zones and cross_az_attach is off.' },
    ],
    checks: [
      { text: 'Status and attachments',
        command: 'openstack volume show <volume> -c status -c attachments -c availability_zone -c '
          + 'multiattach' },
      { text: 'Attachment records that nobody uses any more',
        command: 'openstack volume attachment list --volume-id <volume>' },
    ],
    changes: [
      { text: 'Delete stale attachments and let the status follow; force a status only when you are sure '
          + 'that no host uses the volume.',
        risk: 'A volume that two hosts write to is destroyed.' },
    ],
    options: ['cinder.cross_az_attach'],
    links: [docs.manageVolumes],
    sample: 'nova.exception.InvalidVolume: Invalid volume: volume 9b1e0c61-4f7e-4b38-9b7c-5f6f9d1c6f10 '
      + 'already attached',
  },
  VolumeNotFound: {
    summary: 'Cinder does not know the volume, or does not show it to this project.',
    effect: 'While an instance is built it aborts the build; on delete Nova goes on without the '
      + 'volume.',
    causes: [
      { text: 'The volume was deleted in Cinder while the instance still referred to it.' },
      { text: 'The request runs in a project that may not see the volume.' },
    ],
    checks: [{ text: 'Whether it exists, as an administrator', command: 'openstack volume show <volume>' }],
    changes: [{ text: 'Take the dead mapping off the instance, or restore the volume from a backup.' }],
    options: [],
    sample: 'nova.exception.VolumeNotFound: Volume 9b1e0c61-4f7e-4b38-9b7c-5f6f9d1c6f10 could not be found.',
  },
  VolumeBDMNotFound: {
    summary: 'Nova has no block device mapping for this volume on this instance.',
    effect: 'The request on the volume is refused; the instance is not touched.',
    causes: [
      { text: 'The volume was already detached, or attached by something else than Nova.' },
      { text: 'An earlier detach removed the mapping and then failed in Cinder, so that both disagree.' },
    ],
    checks: [
      { text: 'What Nova believes', command: 'openstack server volume list <instance>' },
      { text: 'What Cinder believes', command: 'openstack volume attachment list --volume-id <volume>' },
    ],
    changes: [
      { text: 'Bring both into line: delete the attachment in Cinder that Nova does not know.',
        risk: 'Only when the guest no longer uses the volume: see `virsh domblklist`.' },
    ],
    options: [],
    sample: 'nova.exception.VolumeBDMNotFound: No volume Block Device Mapping with id '
      + '9b1e0c61-4f7e-4b38-9b7c-5f6f9d1c6f10.',
  },
  VolumeAttachmentNotFound: {
    summary: 'Cinder no longer has the attachment record that Nova kept for the volume.',
    effect: 'While volumes are detached or an instance is deleted it is usually ignored; when an instance '
      + 'is started or moved it fails the operation.',
    causes: [{ text: 'Somebody deleted the attachment in Cinder, or reset the state of the volume.' }],
    checks: [
      { text: 'Attachments that are left', command: 'openstack volume attachment list --volume-id <volume>' },
    ],
    changes: [
      { text: 'Detach and attach the volume again; newer releases have `nova-manage volume_attachment '
          + 'refresh` for a stopped instance.' },
    ],
    options: [],
    links: [docs.novaManage],
    sample: 'nova.exception.VolumeAttachmentNotFound: Volume attachment '
      + '3f2c0b8a-73a0-4a0f-8c33-0c5a6e2f8d21 could not be found.',
  },
  VolumeAttachFailed: {
    summary: 'The driver could not attach the volume to the guest.',
    effect: 'An attach request is undone and the volume released; while an instance is built the build is '
      + 'aborted.',
    causes: [
      { text: 'The host cannot reach the storage backend, or the backend refused the connection.',
        evidence: 'The reason, and the lines of the volume driver above it.' },
    ],
    checks: [
      { text: 'State of the volume after the failure',
        command: 'openstack volume show <volume> -c status -c attachments' },
    ],
    changes: [{ text: 'Restore the path to the backend and try again.' }],
    options: [],
    sample: 'nova.exception.VolumeAttachFailed: Volume 9b1e0c61-4f7e-4b38-9b7c-5f6f9d1c6f10 could not be '
      + 'attached. Reason: no path',
  },
  CinderConnectionFailed: {
    summary: 'Nova could not reach the Cinder API.',
    effect: 'In the API the request fails. While an instance is built in block device mapping the build is '
      + 'aborted; volumes may stay `reserved` or attached.',
    causes: [
      { text: 'The endpoint in the catalogue is wrong for this host, or the [cinder] section points '
          + 'elsewhere.',
        evidence: 'The reason names the address that was tried.' },
      { text: 'cinder-api or the proxy in front of it is down or overloaded.',
        evidence: 'Other hosts log the same at the same time.' },
      { text: 'TLS or name resolution fails on this host only.',
        evidence: 'SSL or "Name or service not known" in the reason.' },
    ],
    checks: [
      { text: 'The endpoint that Nova should use',
        command: 'openstack endpoint list --service block-storage' },
      { text: 'Whether Cinder answers', command: 'openstack volume service list' },
      { text: 'Whether this host reaches it',
        command: 'curl -sS -o /dev/null -w "%{http_code}" <cinder-endpoint>' },
    ],
    changes: [
      { text: 'Correct `catalog_info`, `endpoint_template` or the region in [cinder], or bring cinder-api '
          + 'back; restart nova-compute and nova-api after a change.' },
    ],
    options: [
      'cinder.catalog_info', 'cinder.endpoint_template', 'cinder.os_region_name', 'cinder.http_retries',
      'cinder.timeout', 'cinder.cafile',
    ],
    sample: 'nova.exception.CinderConnectionFailed: Connection to cinder host failed: Unable to establish '
      + 'connection to http://controller:8776/v3',
  },
  CinderAPIVersionNotAvailable: {
    summary: 'Cinder does not offer the API microversion that the operation needs.',
    effect: 'The request is refused.',
    causes: [
      { text: 'Cinder is older than Nova.' },
      { text: '`catalog_info` or `endpoint_template` names the v2 API.',
        evidence: 'The endpoint ends in /v2.' },
    ],
    checks: [
      { text: 'Which versions Cinder offers', command: 'openstack versions show --service block-storage' },
    ],
    changes: [{ text: 'Point [cinder] at the v3 API, or upgrade Cinder.' }],
    options: ['cinder.catalog_info', 'cinder.endpoint_template'],
    sample: 'nova.exception.CinderAPIVersionNotAvailable: Cinder API version 3.44 is not available.',
  },
  MultiattachNotSupportedByVirtDriver: {
    summary: 'The volume is multiattach and the driver of this host cannot attach such volumes.',
    effect: 'An attach request is refused; in block device mapping the build is aborted, no other host is '
      + 'tried.',
    causes: [
      { text: 'The driver lacks the ability, or libvirt and QEMU of this host are too old for it.' },
    ],
    checks: [
      { text: 'Whether the volume is multiattach',
        command: 'openstack volume show <volume> -c multiattach -c volume_type' },
      { text: 'Versions of the host', command: 'virsh version' },
    ],
    changes: [{ text: 'Use a volume type without multiattach, or a host that supports it.' }],
    options: [],
    links: [docs.manageVolumes],
    sample: 'nova.exception.MultiattachNotSupportedByVirtDriver: Volume '
      + "9b1e0c61-4f7e-4b38-9b7c-5f6f9d1c6f10 has 'multiattach' set, which is not supported for this "
      + 'instance.',
  },
  MultiattachNotSupportedOldMicroversion: {
    summary: 'The request uses a compute API version older than the one that knows multiattach volumes.',
    effect: 'The API refuses the request; nothing was changed.',
    causes: [{ text: 'The client asks for a microversion below 2.60.' }],
    checks: [
      { text: 'Whether the volume is multiattach', command: 'openstack volume show <volume> -c multiattach' },
    ],
    changes: [{ text: 'Send microversion 2.60 or later, for example with --os-compute-api-version.' }],
    options: [],
    sample: 'nova.exception.MultiattachNotSupportedOldMicroversion: Multiattach volumes are only supported '
      + 'starting with compute API version 2.60.',
  },
  VolumeEncryptionNotSupported: {
    summary: 'The volume is encrypted in a way that this kind of connection does not support.',
    effect: 'While an instance is built the build is aborted; an attach is undone.',
    causes: [
      { text: 'The volume type has an encryption provider, but the volume comes over a protocol without a '
          + 'block device to encrypt, for example RBD or NFS with the dm-crypt provider.' },
    ],
    checks: [
      { text: 'Provider and place of the encryption',
        command: 'openstack volume type show <type> --encryption-type' },
      { text: 'Whether the volume is encrypted',
        command: 'openstack volume show <volume> -c encrypted -c type' },
    ],
    changes: [
      { text: 'Use the provider `luks`, which QEMU decrypts itself, or a volume type without encryption.',
        risk: 'Existing volumes keep the provider they were created with.' },
    ],
    options: [],
    sample: 'VolumeEncryptionNotSupported: Volume encryption is not supported for rbd volume '
      + '9b1e0c61-4f7e-4b38-9b7c-5f6f9d1c6f10',
  },
  KeyManagerError: {
    summary: 'The key manager built into Nova refused to store or delete a key.',
    effect: 'While an instance is built the encrypted disk or volume cannot be opened and the build fails '
      + 'on this host.',
    causes: [{ text: 'The fixed key of [key_manager] is used for something that needs a real key manager.' }],
    checks: [
      { text: 'Which key manager is set', command: 'grep -n -A3 "^\\[key_manager\\]" /etc/nova/nova.conf' },
    ],
    changes: [
      { text: 'Use Barbican as key manager.',
        risk: 'Volumes encrypted with the fixed key can no longer be opened without migrating them.' },
    ],
    options: ['key_manager.fixed_key'],
    sample: 'nova.exception.KeyManagerError: Key manager error: cannot store arbitrary keys',
  },
  TooManyDiskDevices: {
    summary: 'The instance would have more disks than `max_disk_devices_to_attach` or the bus allows.',
    effect: 'An attach is refused. While an instance is built the build is aborted, on whichever host it '
      + 'lands first.',
    causes: [
      { text: 'The option is set lower on this host than the request needs.' },
      { text: 'A SATA or IDE bus is full.' },
    ],
    checks: [{ text: 'Disks of the guest', command: 'virsh domblklist <domain>' }],
    changes: [
      { text: 'Raise the option on all hosts alike, or use the virtio or scsi bus.',
        risk: 'With different values on different hosts a move can fail where the instance ran before.' },
    ],
    options: ['compute.max_disk_devices_to_attach'],
    sample: 'nova.exception.TooManyDiskDevices: The maximum allowed number of disk devices (26) to attach '
      + 'to a single instance has been exceeded.',
  },
  MismatchVolumeAZException: {
    summary: 'The instance and a volume it should use are in different availability zones.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [
      { text: 'cross_az_attach is off and the zones of Nova and Cinder have different names.' },
      { text: 'The request names a zone in which the volume does not live.' },
    ],
    checks: [
      { text: 'Zone of the volume', command: 'openstack volume show <volume> -c availability_zone' },
      { text: 'Zones of both services', command: 'openstack availability zone list --long' },
    ],
    changes: [
      { text: 'Name the zone of the volume, or allow `cross_az_attach`.',
        risk: 'Traffic then crosses zones.' },
    ],
    options: ['cinder.cross_az_attach', 'DEFAULT.default_availability_zone'],
    links: [docs.availabilityZones],
    sample: 'nova.exception.MismatchVolumeAZException: The availability zone between the server and its '
      + 'attached volumes do not match: Server and volumes are not in the same availability zone.',
  },
  StorageError: {
    summary: 'The storage backend of the host could not be asked for its state.',
    effect: 'The resource report of the host fails, so that it may vanish from scheduling; running '
      + 'instances go on.',
    causes: [{ text: '`ceph df` fails on this host: no keyring for the user of [libvirt] rbd_user, or no '
      + 'monitor answers.',
        evidence: 'The command with its exit code in the traceback above.' }],
    checks: [
      { text: 'Pools and their space', command: 'ceph df' },
      { text: 'State of the cluster', command: 'ceph -s' },
    ],
    changes: [{ text: 'Correct the pool name, or bring the cluster back.' }],
    options: ['libvirt.images_rbd_pool', 'libvirt.images_rbd_ceph_conf', 'libvirt.rbd_user'],
    sample: 'nova.exception.StorageError: Storage error: Could not determine disk usage',
  },
  VolumeDriverNotFound: {
    summary: 'This hypervisor driver knows no way to attach a volume of this kind.',
    effect: 'An attach is undone; while an instance is built the build is aborted.',
    causes: [{ text: 'Cinder hands out a connection type that this release of Nova no longer supports.' }],
    checks: [
      { text: 'Backend of the volume',
        command: 'openstack volume show <volume> -c os-vol-host-attr:host -c type' },
    ],
    changes: [{ text: 'Use a backend whose protocol this release supports.' }],
    options: [],
    sample: 'nova.exception.VolumeDriverNotFound: Could not find a handler for scality volume.',
  },
  DiskInfoReadWriteFail: {
    summary: 'Nova could not read or write the file disk.info beside the disks of the instance.',
    effect: 'The operation on the disk fails on this host.',
    causes: [
      { text: 'The instance directory is not writable for the Nova user, or the file system is full or '
          + 'read-only.' },
    ],
    checks: [
      { text: 'Owner and rights', command: 'ls -la /var/lib/nova/instances/<instance>' },
      { text: 'Space', command: 'df -h /var/lib/nova/instances' },
    ],
    changes: [{ text: 'Give the directory back to the Nova user, or free space.' }],
    options: ['DEFAULT.instances_path'],
    sample: 'nova.exception.DiskInfoReadWriteFail: Failed to read or write disk info file: [Errno 13] '
      + 'Permission denied',
  },

  // ---- os-brick -------------------------------------------------------------------------------------------
  VolumeDeviceNotFound: {
    summary: 'os-brick connected the volume, but its block device did not appear on the host.',
    effect: 'The attach is undone; while an instance is built the build is aborted in block device mapping '
      + 'or fails at spawn.',
    causes: [
      { text: 'The paths to the storage are down: iSCSI session lost, zoning or masking missing.' },
      { text: 'The device appears later than the host scans for it.',
        evidence: 'The device is there when you look afterwards.' },
      { text: 'Left-over devices of a volume that was detached badly take its place.' },
    ],
    checks: [
      { text: 'iSCSI sessions', command: 'iscsiadm -m session -P 1' },
      { text: 'Multipath state', command: 'multipath -ll' },
      { text: 'Block devices', command: 'lsblk -o NAME,SIZE,TYPE,WWN,VENDOR,STATE' },
      { text: 'What the kernel said', command: 'journalctl -k --grep "sd|scsi|iscsi|multipath"' },
    ],
    changes: [
      { text: 'Restore the paths; raise `num_volume_scan_tries` for slow arrays.',
        risk: 'A dead path is then waited for longer.' },
    ],
    options: [
      'libvirt.num_volume_scan_tries', 'libvirt.volume_use_multipath', 'libvirt.num_iscsi_scan_tries',
    ],
    sample: 'os_brick.exception.VolumeDeviceNotFound: Volume device not found at '
      + '/dev/disk/by-path/ip-192.0.2.10:3260-iscsi-iqn.2010-10.org.openstack:volume-1-lun-1.',
  },
  TargetPortalNotFound: {
    summary: 'os-brick could not find or log in to the iSCSI portal that Cinder named.',
    effect: 'The attach is undone; while an instance is built the build is aborted.',
    causes: [
      { text: 'The storage network does not reach the portal from this host.' },
      { text: 'The target was not exported, or access for this initiator was not granted.' },
    ],
    checks: [
      { text: 'Whether the portal answers', command: 'iscsiadm -m discoverydb' },
      { text: 'Sessions', command: 'iscsiadm -m session' },
      { text: 'Name of this initiator', command: 'cat /etc/iscsi/initiatorname.iscsi' },
    ],
    changes: [{ text: 'Restore the storage network; see that each host has an initiator name of its own.' }],
    options: ['libvirt.volume_use_multipath', 'libvirt.iscsi_iface'],
    sample: 'os_brick.exception.TargetPortalNotFound: Unable to find target portal 192.0.2.10:3260.',
  },
  FailedISCSITargetPortalLogin: {
    summary: 'os-brick could not log in to any iSCSI portal of the volume.',
    effect: 'The attach is undone; while an instance is built the build is aborted.',
    causes: [
      { text: 'Wrong CHAP credentials or missing access on the array.',
        evidence: '"login failed to authenticate" in the output of iscsiadm.' },
      { text: 'The portal does not answer from this host.',
        evidence: '"connection timed out" or "No route to host".' },
    ],
    checks: [
      { text: 'Sessions', command: 'iscsiadm -m session -P 3' },
      { text: 'Messages of iscsid', command: 'journalctl -u iscsid --since "-1h"' },
    ],
    changes: [{ text: 'Grant the initiator of this host access, or restore the storage network.' }],
    options: ['libvirt.volume_use_multipath'],
    sample: 'os_brick.exception.FailedISCSITargetPortalLogin: Unable to login to iSCSI Target Portal',
  },
  NoFibreChannelHostsFound: {
    summary: 'os-brick found no Fibre Channel adapter on this host.',
    effect: 'The attach is undone; while an instance is built the build is aborted.',
    causes: [
      { text: 'The host has no adapter, its driver is not loaded, or the container of nova-compute does not '
          + 'see /sys/class/fc_host.' },
    ],
    checks: [{ text: 'Adapters', command: 'ls -l /sys/class/fc_host' }],
    changes: [{ text: 'Keep such volumes off hosts without adapters, by aggregate or zone.' }],
    options: [],
    links: [docs.fibreChannel],
    sample: 'os_brick.exception.NoFibreChannelHostsFound: We are unable to locate any Fibre Channel devices.',
  },
  NoFibreChannelVolumeDeviceFound: {
    summary: 'The Fibre Channel volume was exported, but its device did not appear on the host.',
    effect: 'The attach is undone; while an instance is built the build is aborted.',
    causes: [
      { text: 'Zoning or masking on the fabric is missing.' },
      { text: 'Scanning for the device takes longer than allowed.' },
    ],
    checks: [
      { text: 'State of the ports', command: 'cat /sys/class/fc_host/<host>/port_state' },
      { text: 'Multipath state', command: 'multipath -ll' },
    ],
    changes: [{ text: 'Correct the zoning; raise `num_volume_scan_tries` for slow arrays.' }],
    options: ['libvirt.num_volume_scan_tries', 'libvirt.volume_use_multipath'],
    links: [docs.fibreChannel],
    sample: 'os_brick.exception.NoFibreChannelVolumeDeviceFound: Unable to find a Fibre Channel volume '
      + 'device.',
  },
  VolumePathNotRemoved: {
    summary: 'os-brick could not take the block device of a detached volume away in time.',
    effect: 'The detach fails and the volume stays `detaching` or attached; a stale device is left on the '
      + 'host.',
    causes: [{ text: 'Something on the host still holds the device: a process, LVM, multipath.' }],
    checks: [
      { text: 'Who holds it', command: 'lsblk -s <device>' },
      { text: 'Multipath state', command: 'multipath -ll' },
    ],
    changes: [
      { text: 'Keep LVM of the host off guest volumes by a filter in lvm.conf, then remove the device.',
        risk: 'Removing a device that is in use corrupts data.' },
    ],
    options: [],
    sample: 'os_brick.exception.VolumePathNotRemoved: Volume path /dev/sdc was not removed in time.',
  },
  VolumePathsNotFound: {
    summary: 'os-brick found none of the paths of the volume on the host.',
    effect: 'The attach is undone; while an instance is built the build is aborted.',
    causes: [{ text: 'All paths to the array are down or not zoned.' }],
    checks: [
      { text: 'Multipath state', command: 'multipath -ll' },
      { text: 'iSCSI sessions', command: 'iscsiadm -m session -P 1' },
    ],
    changes: [{ text: 'Restore at least one path.' }],
    options: ['libvirt.num_volume_scan_tries', 'libvirt.volume_use_multipath'],
    sample: 'os_brick.exception.VolumePathsNotFound: Could not find any paths for the volume.',
  },

  // ---- Ceph -----------------------------------------------------------------------------------------------
  'rbd.ImageNotFound': {
    summary: 'Ceph has no RBD image of that name in the pool.',
    effect: 'While a disk is cloned or resized the operation fails on this host; while an instance is '
      + 'deleted it is ignored.',
    causes: [
      { text: 'The image in Glance points to an RBD image that is gone or lies in another pool.' },
      { text: 'An earlier clean-up already removed the disk.' },
    ],
    checks: [
      { text: 'Images of the pool', command: 'rbd ls <pool>' },
      { text: 'Where Glance keeps the image',
        command: 'openstack image show <image> -c direct_url -c locations' },
    ],
    changes: [{ text: 'Upload the image anew, or correct the pool.' }],
    options: ['libvirt.images_rbd_pool', 'libvirt.images_rbd_ceph_conf'],
    sample: 'rbd.ImageNotFound: [errno 2] RBD image not found (error opening image b1f0_disk at snapshot '
      + 'None)',
  },
  'rbd.PermissionError': {
    summary: 'The Ceph user of Nova may not do this in the pool.',
    effect: 'The operation on the disk fails on this host; a build goes to another host, where it usually '
      + 'fails alike.',
    causes: [{ text: 'The capabilities of the Ceph user lack the pool of images, volumes or instances.' }],
    checks: [
      { text: 'The user and pool that Nova uses',
        command: 'grep -n "rbd_user\\|images_rbd" /etc/nova/nova.conf' },
    ],
    changes: [
      { text: 'Give the user `profile rbd` on the pools it needs.',
        risk: 'Wider rights for every guest of the cloud: name single pools.' },
    ],
    options: ['libvirt.rbd_user', 'libvirt.rbd_secret_uuid', 'libvirt.images_rbd_pool'],
    sample: 'rbd.PermissionError: [errno 1] RBD permission error (error opening image)',
  },
  'rados.Error': {
    summary: 'The Ceph client of Nova could not connect to the cluster or failed in it.',
    effect: 'Disks on Ceph cannot be made or read on this host: builds fail here and the host may drop out '
      + 'of scheduling.',
    causes: [
      { text: 'ceph.conf or the keyring is missing or unreadable for the Nova user.' },
      { text: 'The monitors do not answer from this host.' },
    ],
    checks: [
      { text: 'State of the cluster from this host', command: 'ceph -s' },
      { text: 'Files and rights', command: 'ls -l /etc/ceph' },
    ],
    changes: [
      { text: 'Put keyring and ceph.conf where `images_rbd_ceph_conf` says, readable for Nova and libvirt.' },
    ],
    options: ['libvirt.images_rbd_ceph_conf', 'libvirt.rbd_user'],
    sample: 'rados.Error: [errno 110] error connecting to the cluster',
  },
  'cinderclient.BadRequest': {
    summary: 'Cinder refused the request as wrong (HTTP 400).',
    effect: 'While an instance is built the build is aborted; on detach and delete the volume stays as it '
      + 'is.',
    causes: [
      { text: 'The volume is in a state that does not allow the request.',
        evidence: 'The message names the status that Cinder wants.' },
    ],
    checks: [
      { text: 'Status and attachments', command: 'openstack volume show <volume> -c status -c attachments' },
    ],
    changes: [{ text: 'Bring the volume into the state that the message asks for.' }],
    options: [],
    sample: 'cinderclient.exceptions.BadRequest: Invalid volume: Volume status must be available or error '
      + '(HTTP 400)',
  },
  'cinderclient.Forbidden': {
    summary: 'Cinder refused the request as not allowed (HTTP 403).',
    effect: 'Volumes cannot be attached or detached; a delete can leave the volume attached.',
    causes: [
      { text: 'Service tokens are not configured: Cinder with the fix of 2023 lets only Nova itself detach '
          + 'a volume in use.',
        evidence: 'It appears on detach, delete, resize or migration, for ordinary users too.' },
      { text: 'The policy of Cinder forbids it for this role.' },
    ],
    checks: [
      { text: 'Whether service tokens are sent',
        command: 'grep -n -A8 "^\\[service_user\\]" /etc/nova/nova.conf' },
    ],
    changes: [
      { text: 'Configure [service_user] on every Nova host and set `send_service_user_token`; give the user '
          + 'the role that Cinder accepts.' },
    ],
    options: ['service_user.send_service_user_token', 'service_user.auth_type'],
    links: [docs.serviceUserToken, bugs.serviceToken],
    sample: 'cinderclient.exceptions.Forbidden: Policy does not allow this request to be performed. (HTTP '
      + '403)',
  },
} satisfies ExceptionNotes;
