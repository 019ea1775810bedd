// Explanations: requests on volumes and their devices, disks of a request, volumes that grow or are swapped,
// what Cinder's client and os-brick end a traceback with, keys of encrypted volumes.

import { docs } from '../links';
import type { ExceptionNotes, Note } from './note';

const tooLargeForFlavor: Note = {
  summary: 'The request asks for a larger ephemeral or swap disk than the flavor grants.',
  effect: 'The API refuses the request with 400; nothing was created.',
  causes: [
    { text: 'A block device mapping names a size, and all of them together exceed the flavor.' },
    { text: 'The flavor has no ephemeral disk or no swap at all.' },
  ],
  checks: [{ text: 'What the flavor grants', command: 'openstack flavor show <flavor>' }],
  changes: [{ text: 'Ask for no more than the flavor grants, or use another flavor.' }],
  options: [],
  links: [docs.blockDeviceMapping],
  sample: 'nova.exception.InvalidBDMSwapSize: Swap drive requested is larger than instance type allows.',
};

export const volumes = {
  DevicePathInUse: {
    summary: 'The device name that the request asks for is taken by another disk of the instance.',
    effect: 'The attach request is refused with 409; the instance is not touched and the volume stays as it '
      + 'was.',
    causes: [
      { text: 'The client names a device, such as /dev/vdb, that a volume, an ephemeral disk or swap '
          + 'already has.' },
      { text: 'A mapping of an earlier attach that failed is still there and holds the name.' },
    ],
    checks: [
      { text: 'Volumes as Nova knows them', command: 'openstack server volume list <instance>' },
      { text: 'Disks of the guest', command: 'virsh domblklist <domain>' },
    ],
    changes: [
      { text: 'Leave the device out of the request: Nova then takes a free name. The libvirt driver ignores '
          + 'the name anyway ("Ignoring supplied device name").' },
    ],
    options: [],
    sample: 'nova.exception.DevicePathInUse: The supplied device path (/dev/vdb) is in use.',
  },
  InvalidDevicePath: {
    summary: 'A device name or the path of a disk does not have the form that Nova expects.',
    effect: 'In the API the attach request is refused with 400. On the compute host the operation on that '
      + 'disk fails.',
    causes: [
      { text: 'The client names a device that is not like /dev/vdb.', evidence: 'It is raised in nova-api.' },
      { text: 'The root device name that is recorded for the instance is malformed.',
        evidence: 'It is raised by get_next_device_name, and the path is that of the root device.' },
      { text: 'The path of an RBD disk is not of the form pool/image.',
        evidence: 'It is raised from imagebackend, by Rbd.' },
    ],
    checks: [
      { text: 'The root device',
        command: 'openstack server show <instance> -c OS-EXT-SRV-ATTR:root_device_name' },
    ],
    changes: [{ text: 'Leave the device out of the request.' }],
    options: [],
    sample: 'nova.exception.InvalidDevicePath: The supplied device path (vdb1;) is invalid.',
  },
  DeviceIsBusy: {
    summary: 'libvirt did not attach the volume: the operation failed in QEMU.',
    effect: 'The volume is disconnected from the host again and released in Cinder; the guest goes on '
      + 'without it.',
    causes: [
      { text: 'The device name is taken in the guest, often after a detach that the guest never completed.',
        evidence: '"already exists" in the libvirt error above it.' },
      { text: 'QEMU refused the disk for another reason.', evidence: 'The libvirt error above it.' },
    ],
    checks: [
      { text: 'Disks of the guest', command: 'virsh domblklist <domain>' },
      { text: 'What libvirt says', command: 'journalctl -u libvirtd --since "-1h"' },
    ],
    changes: [
      { text: 'Cure what libvirt says; a device that the guest holds is free after the guest was stopped and '
          + 'started.',
        risk: 'The guest is down meanwhile.' },
    ],
    options: [],
    sample: 'DeviceIsBusy: The supplied device (vdb) is busy.',
  },
  InvalidBDMFormat: {
    summary: 'A block device mapping of the request has fields that are missing, unknown or do not go '
      + 'together.',
    effect: 'The API refuses the request with 400; nothing was created.',
    causes: [
      { text: 'An image is to be put on a local disk that is not the boot device.',
        evidence: '"Mapping image to local is not supported."' },
      { text: 'The id of the source is missing or is no UUID.',
        evidence: '"Missing device UUID." or "Invalid device UUID."' },
      { text: 'A field is spelled wrong.', evidence: '"Following fields are invalid".' },
      { text: 'The boot index is no number.', evidence: '"Boot index is invalid."' },
      { text: 'A volume type is given for a local disk or for a volume that exists.',
        evidence: '"Specifying a volume_type" or "Specifying volume type" in the text.' },
    ],
    checks: [{ text: 'The block_device_mapping_v2 of the request or template' }],
    changes: [{ text: 'Correct the mapping that the text complains of.' }],
    options: [],
    links: [docs.blockDeviceMapping],
    sample: 'nova.exception.InvalidBDMFormat: Block Device Mapping is Invalid: Missing device UUID.',
  },
  InvalidBDMSwapSize: tooLargeForFlavor,
  InvalidBDMEphemeralSize: {
    ...tooLargeForFlavor,
    sample: 'nova.exception.InvalidBDMEphemeralSize: Ephemeral disks requested are larger than the instance '
      + 'type allows. If no size is given in one block device mapping, flavor ephemeral size will be used.',
  },
  ExtendVolumeNotSupported: {
    summary: 'The volume grew in Cinder, but the driver cannot make the guest see its new size.',
    effect: 'The guest keeps the old size; the volume in Cinder and the size that Nova has recorded are the '
      + 'new ones.',
    causes: [
      { text: 'The volume driver of this protocol on the compute host cannot extend.' },
      { text: 'The hypervisor driver of the host cannot extend volumes at all.' },
    ],
    checks: [
      { text: 'Size of the volume', command: 'openstack volume show <volume> -c size -c status' },
      { text: 'Disks of the guest', command: 'virsh domblklist <domain>' },
    ],
    changes: [
      { text: 'Stop and start the instance, or detach and attach the volume: it is then connected with its '
          + 'new size.',
        risk: 'The guest is down, or loses the disk, meanwhile.' },
    ],
    options: [],
    sample: 'nova.exception.ExtendVolumeNotSupported: Volume size extension is not supported by the '
      + 'hypervisor.',
  },
  VolumeExtendFailed: {
    summary: 'The volume grew in Cinder, but its device on the compute host did not.',
    effect: 'The guest keeps the old size; the volume in Cinder and the size that Nova has recorded are the '
      + 'new ones.',
    causes: [
      { text: 'os-brick could not make the host see the new size: a path is down, or multipath did not '
          + 'resize.',
        evidence: '"Failure to resize underlying volume on compute."' },
      { text: 'The device of an encrypted volume could not be grown.',
        evidence: '"Encryptor extend failed."' },
    ],
    checks: [
      { text: 'Sizes of the block devices', command: 'lsblk' },
      { text: 'State of multipath', command: 'multipath -ll' },
      { text: 'What os-brick said',
        command: 'grep -nE "os_brick|Extend volume failed" /var/log/nova/nova-compute.log' },
    ],
    changes: [
      { text: 'Bring all paths back, then stop and start the instance.',
        risk: 'The guest is down meanwhile.' },
    ],
    options: ['libvirt.volume_use_multipath'],
    sample: 'nova.exception.VolumeExtendFailed: Volume 9b1e0c61-4f7e-4b38-9b7c-5f6f9d1c6f10 could not be '
      + 'extended. Reason: Failure to resize underlying volume on compute.',
  },
  VolumeRebaseFailed: {
    summary: 'The copy of a disk onto its new volume failed while volumes were swapped.',
    effect: 'The guest goes on with the old volume. The old volume goes back to `in-use` and the new one is '
      + 'released.',
    causes: [
      { text: 'The new volume cannot be written from this host: a path, rights or the size.',
        evidence: 'The reason is that of libvirt; "Failure rebasing volume" stands above it.' },
      { text: 'The guest ended or was stopped while the copy ran.' },
    ],
    checks: [
      { text: 'States of both volumes',
        command: 'openstack volume show <volume> -c status -c migration_status' },
      { text: 'Disks of the guest', command: 'virsh domblklist <domain>' },
    ],
    changes: [{ text: 'Cure what libvirt says and start the retype or migration of the volume again.' }],
    options: [],
    sample: 'nova.exception.VolumeRebaseFailed: Volume rebase failed: internal error: unable to execute QEMU '
      + 'command',
  },
  ReimageException: {
    summary: 'Cinder reported that it could not write the image onto the root volume of a rebuild.',
    effect: 'The rebuild is aborted and the instance goes to ERROR. What the root volume held before may be '
      + 'lost.',
    causes: [
      { text: 'Cinder could not fetch or convert the image, or the volume is too small for it.',
        evidence: 'The log of cinder-volume for that volume.' },
    ],
    checks: [
      { text: 'State of the volume', command: 'openstack volume show <volume> -c status -c size' },
      { text: 'Why Cinder failed', command: 'grep -n <volume> /var/log/cinder/*volume.log' },
    ],
    changes: [
      { text: 'Cure what Cinder says and rebuild again.', risk: 'The root volume is written anew.' },
    ],
    options: [],
    sample: 'nova.exception.ReimageException: Cinder reported failure during reimaging with volume-reimaged '
      + 'for instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5',
  },
  SnapshotNotFound: {
    summary: 'A snapshot of a volume, or of an RBD disk, is not there any more.',
    effect: 'In the API the request is refused. When a resize on Ceph is reverted, the '
      + 'revert fails and the instance goes to ERROR.',
    causes: [
      { text: 'It was deleted in Cinder, or belongs to another project.' },
      { text: 'The RBD snapshot that a resize had taken was removed.',
        evidence: 'It is raised by rollback_to_snap.' },
    ],
    checks: [
      { text: 'Whether the project sees it', command: 'openstack volume snapshot show <snapshot>' },
    ],
    changes: [{ text: 'Name a snapshot that exists.' }],
    options: [],
    sample: 'nova.exception.SnapshotNotFound: Snapshot 0c1c7e3e-7d1e-4a55-8d4f-3b6b6a5b7f11 could not be '
      + 'found.',
  },
  VolumeTypeNotFound: {
    summary: 'Cinder has no volume type of the name or id that the request gives.',
    effect: 'The API refuses the request with 400; nothing was created.',
    causes: [{ text: 'The type was deleted or renamed, or is private and the project may not see it.' }],
    checks: [{ text: 'Types that the project sees', command: 'openstack volume type list' }],
    changes: [{ text: 'Name a type that the project sees.' }],
    options: [],
    sample: 'nova.exception.VolumeTypeNotFound: Volume type fast could not be found.',
  },
  UnsupportedCinderAPIVersion: {
    summary: 'The address of Cinder that Nova uses is not that of the v3 API.',
    effect: 'Whatever needs Cinder fails.',
    causes: [
      { text: '`catalog_info` or `endpoint_template` in [cinder] still names v1 or v2.',
        evidence: 'The version in the text.' },
      { text: 'The catalogue has an endpoint of an old version under that service type.' },
    ],
    checks: [
      { text: 'Endpoints', command: 'openstack endpoint list' },
      { text: 'The setting of this host',
        command: 'grep -n "catalog_info\\|endpoint_template" /etc/nova/nova.conf' },
    ],
    changes: [{ text: 'Point [cinder] to the v3 endpoint and restart the service.' }],
    options: ['cinder.catalog_info', 'cinder.endpoint_template'],
    sample: 'nova.exception.UnsupportedCinderAPIVersion: Nova does not support Cinder API version 2',
  },
  'cinderclient.ClientException': {
    summary: 'Cinder, or the proxy in front of it, answered with an error; the HTTP code stands at the end '
      + 'of the text.',
    effect: 'What needed the volume fails: a build is aborted, an attach is undone. Detach and delete may '
      + 'leave the volume attached.',
    causes: [
      { text: 'cinder-volume or its backend failed or did not answer in time.',
        evidence: 'HTTP 500 for a call that waits for the backend; the log of cinder-volume.' },
      { text: 'The proxy gave up before Cinder answered.', evidence: 'HTTP 504.' },
      { text: 'cinder-api is down behind the proxy.', evidence: 'HTTP 503 or 502.' },
    ],
    checks: [
      { text: 'Whether the services of Cinder are up', command: 'openstack volume service list' },
      { text: 'What Cinder says: search its log for the request id in the text',
        command: 'grep -n <request-id> /var/log/cinder/*api.log' },
      { text: 'What is left of the volume',
        command: 'openstack volume show <volume> -c status -c attachments' },
    ],
    changes: [
      { text: 'Cure what Cinder says and repeat the request; a timeout of the proxy must be longer than the '
          + 'slowest connect of the backend.' },
    ],
    options: ['cinder.http_retries', 'cinder.timeout'],
    links: [docs.manageVolumes],
    sample: 'cinderclient.exceptions.ClientException: The server has either erred or is incapable of '
      + 'performing the requested operation. (HTTP 500)',
  },
  'cinderclient.NotFound': {
    summary: 'Cinder does not know what Nova asked for (HTTP 404).',
    effect: 'Nova turns it into VolumeNotFound, SnapshotNotFound or VolumeAttachmentNotFound, by what it '
      + 'asked for.',
    causes: [
      { text: 'The volume, snapshot or attachment was deleted in Cinder.' },
      { text: 'The project or user of the token may not see it.' },
    ],
    checks: [
      { text: 'Whether it exists, as an administrator', command: 'openstack volume show <volume>' },
      { text: 'Attachments', command: 'openstack volume attachment list --volume-id <volume>' },
    ],
    changes: [{ text: 'Take the dead mapping off the instance, or restore the volume from a backup.' }],
    options: [],
    sample: 'cinderclient.exceptions.NotFound: Volume 9b1e0c61-4f7e-4b38-9b7c-5f6f9d1c6f10 could not be '
      + 'found. (HTTP 404) (Request-ID: req-5f7f5a0b-96d1-4c1f-8f4e-1a0a1d1c2b3e)',
  },
  'cinderclient.OverLimit': {
    summary: 'A quota of the project in Cinder is used up (HTTP 413).',
    effect: 'Nova turns it into OverQuota: a build that has Cinder make a volume is aborted, a snapshot of a '
      + 'volume is refused.',
    causes: [
      { text: 'Volumes, snapshots or gigabytes of the project are used up.', evidence: 'The text names it.' },
    ],
    checks: [{ text: 'Quotas of the project', command: 'openstack quota show <project>' }],
    changes: [{ text: 'Delete what is not needed, or raise the quota in Cinder.' }],
    options: [],
    sample: 'cinderclient.exceptions.OverLimit: VolumeSizeExceedsAvailableQuota: Requested volume or '
      + 'snapshot exceeds allowed gigabytes quota. (HTTP 413)',
  },
  ExceptionChainer: {
    summary: 'os-brick could not take a device off the host cleanly; it lists every step that failed.',
    effect: 'The detach or the move fails, and the volume may stay `detaching` or attached. Devices may be '
      + 'left on the host.',
    causes: [
      { text: 'Data could not be flushed: the paths to the storage are down.',
        evidence: 'A failed `multipath -f` or `blockdev --flushbufs` in the list.' },
      { text: 'Something on the host holds the device: LVM of the host, a process, a mount.',
        evidence: '"map in use" or "Device or resource busy" in the list.' },
    ],
    checks: [
      { text: 'State of multipath', command: 'multipath -ll' },
      { text: 'Who holds the device', command: 'lsblk' },
      { text: 'Sessions', command: 'iscsiadm -m session' },
    ],
    changes: [
      { text: 'Free the device and detach again; keep LVM of the host away from the volumes of guests by a '
          + 'filter in lvm.conf.',
        risk: 'Removing a device that is in use loses data.' },
    ],
    options: ['libvirt.volume_use_multipath'],
    sample: 'os_brick.exception.ExceptionChainer: Chained Exception #1',
  },
  BlockDeviceReadOnly: {
    summary: 'The multipath device of a volume stays read-only on the host.',
    effect: 'os-brick goes on all the same ("is still read-only. Continuing anyway."), but the guest cannot '
      + 'write to the volume.',
    causes: [
      { text: 'The array exports the volume read-only, or did so when multipath first saw it.' },
    ],
    checks: [
      { text: 'Read-only devices', command: 'lsblk -o NAME,RO,SIZE,TYPE' },
      { text: 'State of multipath', command: 'multipath -ll' },
    ],
    changes: [{ text: 'Make the array export it read-write, then detach and attach the volume.' }],
    options: ['libvirt.volume_use_multipath'],
    sample: 'os_brick.exception.BlockDeviceReadOnly: Block device /dev/dm-6 is Read-Only.',
  },
  InvalidConnectorProtocol: {
    summary: 'os-brick has no connector for the protocol that Cinder gave for the volume.',
    effect: 'The volume cannot be attached on this host; while an instance is built the build is aborted.',
    causes: [
      { text: 'os-brick on the host is older than the backend needs, or the protocol left it.',
        evidence: 'The text names the protocol.' },
      { text: 'The protocol does not exist for the architecture of the host.' },
    ],
    checks: [
      { text: 'The backend of the volume',
        command: 'openstack volume show <volume> -c type -c os-vol-host-attr:host' },
    ],
    changes: [{ text: 'Update os-brick on the host with the release, or use another volume type.' }],
    options: [],
    sample: 'os_brick.exception.InvalidConnectorProtocol: Invalid InitiatorConnector protocol specified '
      + 'HUAWEISDSHYPERVISOR',
  },
  'castellan.ManagedObjectNotFoundError': {
    summary: 'The key manager has no secret of the id that belongs to an encrypted volume or a vTPM.',
    effect: 'The volume cannot be opened or the guest with the vTPM not be started: the operation fails on '
      + 'this host. On delete it is ignored.',
    causes: [
      { text: 'The secret was deleted in Barbican.' },
      { text: 'The user of the request may not see it, as with an administrator who moves a guest of '
          + 'somebody else.' },
    ],
    checks: [
      { text: 'Whether the owner sees the secret', command: 'openstack secret list' },
      { text: 'Whether the volume is encrypted', command: 'openstack volume show <volume> -c encrypted' },
    ],
    changes: [
      { text: 'Restore the secret from a backup of Barbican, or grant the user access to it.',
        risk: 'Without the secret the data of the volume and the content of the vTPM are lost.' },
    ],
    options: [],
    links: [docs.emulatedTpm],
    sample: 'castellan.common.exception.ManagedObjectNotFoundError: Key not found, uuid: '
      + 'b0a6d5c4-1c3d-4f1f-8f54-5b2a1f3f1d11',
  },
  'castellan.KeyManagerError': {
    summary: 'The key manager could not be asked, or refused to read, store or delete a secret.',
    effect: 'What needs the secret fails: encrypted volumes are not opened, guests with a vTPM not started '
      + 'or moved.',
    causes: [
      { text: 'The user may not read the secret.',
        evidence: '"Forbidden" in the text; for a vTPM Nova turns it into VTPMSecretForbidden from 2026.1 '
          + 'on.' },
      { text: 'Barbican is down or its endpoint is wrong.', evidence: 'A connection error in the text.' },
    ],
    checks: [
      { text: 'Endpoint of Barbican', command: 'openstack endpoint list --service key-manager' },
      { text: 'Whether it answers', command: 'openstack secret list' },
    ],
    changes: [{ text: 'Bring Barbican back, or grant the user access to the secret.' }],
    options: [],
    links: [docs.emulatedTpm],
    sample: 'castellan.common.exception.KeyManagerError: Key manager error: Forbidden: Secret retrieval '
      + 'attempt not allowed',
  },
} satisfies ExceptionNotes;
