// What Nova and os-brick say about volumes and images.
// Each row: a statement of the source, what it means, and whether it needs care.

import type { StatementNote } from './note';

export const storageStatements: readonly StatementNote[] = [
  { text: [
      'Driver failed to attach volume %(volume_id)s at %(mountpoint)s',
      'Failed to attach %(volume_id)s at %(mountpoint)s',
    ],
    meaning: 'The volume could not be given to the guest; the exception below has the reason of libvirt '
      + 'or of the storage connection. Nova undoes the attachment in Cinder.' },
  { text: 'Driver failed to detach volume %(volume_id)s at %(mount_point)s.',
    meaning: 'Undoing a failed attachment did not work on this host either; a device may remain.' },
  { text: 'Failed to detach volume %(volume_id)s from %(mp)s',
    meaning: 'The volume could not be taken from the guest; it stays attached, and Cinder is told so.' },
  { text: 'Guest refused to detach volume %(vol)s',
    meaning: 'The guest did not give the volume away, for example because a file system on it is '
      + 'mounted; the volume stays `in-use`.' },
  { text: [
      'Ignoring DiskNotFound exception while detaching volume %(volume_id)s from %(mp)s : %(err)s',
      'Ignoring DiskNotFound exception while detaching volume %(volume_id)s from %(mp)s: %(err)s',
    ],
    meaning: 'The guest does not have this volume any more, so only Cinder has to be told.',
    benign: 'That is what was wanted.' },
  { text: 'Detaching volume from unknown instance',
    meaning: 'A volume is detached of which the hypervisor does not know the instance; only the '
      + 'connection is removed.' },
  { text: [
      'Host mismatch detected, but stashed volume connector not found. Instance host is %(ihost)s, but '
        + 'volume connector host is %(chost)s.',
      'Host mismatch detected in stashed volume connector. Will use local volume connector. Instance '
        + 'host is %(ihost)s. Local volume connector host is %(chost)s. Stashed volume connector host '
        + 'is %(schost)s.',
    ],
    meaning: 'The volume was attached on another host than the one that detaches it now (after an '
      + 'evacuation); Cinder may close the wrong connection and leave one behind.' },
  { text: 'Unable to call for a driver detach of volume %(vol_id)s due to the instance being registered '
      + 'to the remote host %(inst_host)s.',
    meaning: 'The instance belongs to another host, so this one only tells Cinder; the connection there '
      + 'is not removed.' },
  { text: 'Volume id: %(vol_id)s finished being created but its status is %(vol_status)s.',
    meaning: 'Cinder ended creating the volume in another status than `available`; the build is '
      + 'aborted. Its reason stands in Cinder\'s log.' },
  { text: 'Treating negative config value (%(retries)s) for \'block_device_retries\' as 0.',
    meaning: 'A negative number of attempts is taken as none: Nova looks at the volume once.',
    options: ['DEFAULT.block_device_allocate_retries'] },
  { text: [
      'Create attachment failed for volume %(volume_id)s. Error: %(msg)s Code: %(code)s',
      'Update attachment failed for attachment %(id)s. Error: %(msg)s Code: %(code)s',
      'Complete attachment failed for attachment %(id)s. Error: %(msg)s Code: %(code)s',
      'Show attachment failed for attachment %(id)s. Error: %(msg)s Code: %(code)s',
    ],
    meaning: 'Cinder refused a step of attaching the volume; the line has its reason and HTTP code. 400 '
      + 'speaks of the volume\'s state, 404 of a volume or attachment that is gone, 500 of Cinder\'s '
      + 'driver.' },
  { text: 'Delete attachment failed for attachment %(id)s. Error: %(msg)s Code: %(code)s',
    meaning: 'Cinder did not remove the attachment. With code 409 it demands a service token, which '
      + 'fixes for CVE-2023-2088 introduced: configure [service_user] in Nova and service tokens in '
      + 'Cinder.',
    options: ['service_user.send_service_user_token'] },
  { text: 'Attachment %(id)s does not exist. Ignoring.',
    meaning: 'The attachment was already gone from Cinder.',
    benign: 'That is what was wanted.' },
  { text: 'Initialize connection failed for volume %(vol)s on host %(host)s. Error: %(msg)s Code: '
      + '%(code)s. Attempting to terminate connection.',
    meaning: 'Cinder could not export the volume to this host; its own log has the reason. Nova takes '
      + 'the half-made connection back.' },
  { text: 'Connection between volume %(vol)s and host %(host)s might have succeeded, but attempt to '
      + 'terminate connection has failed. Validate the connection and determine if manual cleanup is '
      + 'needed. Error: %(msg)s Code: %(code)s.',
    meaning: 'Exporting the volume failed and taking it back failed as well; look on the storage for an '
      + 'export to this host.' },
  { text: 'The [cinder] section of your nova configuration file must be configured for authentication '
      + 'with the block-storage service endpoint.',
    meaning: 'Nova works on a volume without a user\'s token and has no credentials of its own for '
      + 'Cinder.',
    options: ['cinder.auth_type'] },
  { text: 'Unable to load auth from [service_user] configuration. Ensure "auth_type" is set.',
    meaning: 'Service tokens are switched on but no credentials are given for them; requests go out '
      + 'without one, and Cinder may refuse to detach volumes.',
    options: ['service_user.auth_type', 'service_user.send_service_user_token'] },
  { text: 'attachment_id couldn\'t be retrieved for volume %(volume_id)s with instance_uuid '
      + '%(instance_id)s. The volume has the \'multiattach\' flag enabled, without the attachment_id '
      + 'Cinder most probably cannot perform the detach.',
    meaning: 'A volume that several instances use is to be detached, and which attachment is meant is '
      + 'not known; Cinder will probably refuse.' },
  { text: [
      'Booting with volume %(volume_id)s at %(mountpoint)s',
      'Booting with blank volume at %(mountpoint)s',
      'Booting with volume snapshot %(snapshot_id)s at %(mountpoint)s',
      'Booting with volume-backed-image %(image_id)s at %(mountpoint)s',
    ],
    meaning: 'The volume is connected for an instance that is about to start.',
    benign: 'This is a step of every start with volumes.' },
  { text: 'Error contacting glance server \'%(server)s\' for \'%(method)s\', %(extra)s.',
    meaning: 'Glance did not answer or failed; `retrying` means that Nova tries again, `done trying` '
      + 'that the operation fails.',
    options: ['glance.num_retries'] },
  { text: [
      'Image signature verification failed for image: %s',
      'Image signature verification failed for image %s',
    ],
    meaning: 'The image does not match its signature, or the certificate could not be fetched; it is '
      + 'refused.',
    options: ['glance.verify_glance_signatures'] },
  { text: 'Image signature certificate validation enabled, but no trusted certificate IDs were '
      + 'provided. Unable to validate the certificate used to verify the image signature.',
    meaning: 'Certificates are checked, but neither the request nor the configuration names trusted '
      + 'ones.',
    options: ['glance.default_trusted_certificate_ids'] },
  { text: 'Error writing to %(path)s: %(exception)s',
    meaning: 'The image could not be written to this host; the usual cause is a full disk.' },
  { text: 'Download image error',
    meaning: 'Fetching the image past Glance failed; Nova falls back to Glance.' },
  { text: 'Refusing to allow VMDK image as vmdk_allowed_types is empty',
    meaning: 'VMDK images are forbidden on this host.',
    options: ['compute.vmdk_allowed_types'] },
  { text: [
      'Image %s detected by qemu as %s but we expected %s',
      'Image %s expected to be %s but detected as %s',
    ],
    meaning: 'The content of the image is of another format than Glance says. Correct the image\'s '
      + 'disk_format; newer releases refuse it.' },
  { text: [
      'Ignoring error injecting data into image %(image)s (%(e)s)',
      'Ignoring error injecting %(inject)s into image (%(e)s)',
    ],
    meaning: 'A key, file or network configuration could not be written into the image; the guest '
      + 'starts without it.',
    benign: 'The guest gets the same by metadata service or config drive.' },
  { text: 'nbd module not loaded',
    meaning: 'The kernel module that Nova needs to look into images is not loaded on this host.' },
  { text: 'No free nbd devices',
    meaning: 'All devices for looking into images are in use; wait, or load the module with more of '
      + 'them.' },
  { text: 'Unable to mount image %(image)s with error %(error)s. Cannot resize.',
    meaning: 'The file system inside the image could not be grown, because it is partitioned or of a '
      + 'kind that Nova does not know; only the disk is larger.',
    benign: 'cloud-init grows it inside the guest.' },
  { text: 'Volume %s should be encrypted but there is no encryption metadata.',
    meaning: 'The volume type says encrypted, but Cinder has no details for it.' },
  { text: 'Failed to retrieve encryption metadata for volume %(volume_id)s: %(exception)s',
    meaning: 'Cinder did not tell how the volume is encrypted.' },
  { text: 'Failed to login iSCSI target %(iqn)s on portal %(portal)s (exit code %(err)s).',
    meaning: 'iscsiadm could not log in to the storage. Exit code 8 is a timeout, 15 an existing '
      + 'session, 24 wrong credentials.' },
  { text: 'Failed to connect to iSCSI portal %s.',
    meaning: 'One portal of the storage cannot be reached from this host; with multipath the others may '
      + 'do.' },
  { text: 'LUN %(lun)s on iSCSI portal %(portal)s not found on sysfs after logging in.',
    meaning: 'The login worked, but the disk did not appear: it is not exported to this host, or the '
      + 'scan was too short.' },
  { text: 'No dm was created, connection to volume is probably bad and will perform poorly.',
    meaning: 'Multipath was asked for, but no multipath device came up; the volume runs on a single '
      + 'path. Look at multipathd.',
    options: ['libvirt.volume_use_multipath'] },
  { text: 'There were errors removing %s, leftovers may remain in the system',
    meaning: 'Disconnecting the volume left devices behind on this host; look with `lsblk` and '
      + '`multipath -ll`.' },
  { text: [
      'iscsiadm stderr output when getting sessions: %s',
      'Couldn\'t find iscsi sessions because iscsiadm err: %s',
    ],
    meaning: 'iscsiadm has no session; mostly there is simply none on this host.',
    benign: 'A host without iSCSI volumes has none.' },
  { text: 'Couldn\'t find iSCSI nodes because iscsiadm err: %s',
    meaning: 'iscsiadm knows no targets on this host.' },
  { text: 'Could not find the iSCSI Initiator File %s',
    meaning: 'open-iscsi is not installed or not configured on this host.',
    benign: 'It matters only where iSCSI volumes are used.' },
  { text: 'multipathd is not running: exit code %(err)s',
    meaning: 'Multipath is switched on for volumes, but its service does not run on this host; volumes '
      + 'that demand it cannot be attached.',
    options: ['libvirt.volume_use_multipath'] },
  { text: 'Multipathing is requested but the host doesn\'t support multipathing.',
    meaning: 'Multipath is switched on for volumes, but this host does not run multipathd; single paths '
      + 'are used.',
    options: ['libvirt.volume_use_multipath'] },
  { text: [
      'Couldn\'t find multipath device %s',
      'couldn\'t find a valid multipath device path for %(wwn)s',
      'multipath call failed exit %(code)s',
    ],
    meaning: 'The paths of a volume were not joined into one device; look at multipathd and its '
      + 'configuration.' },
  { text: 'Failed to flush IO buffers prior to removing device: %(code)s',
    meaning: 'Data of a volume could not be written out before it was disconnected; the storage was '
      + 'probably already gone.' },
  { text: 'systool is not installed',
    meaning: 'The tool that lists Fibre Channel adapters is missing.',
    benign: 'It matters only where Fibre Channel is used.' },
  { text: [
      'We are unable to locate any Fibre Channel devices.',
      'We are unable to locate any Fibre Channel devices',
    ],
    meaning: 'The volume is on Fibre Channel, and this host has no such adapter or sees no paths to the '
      + 'disk.' },
  { text: 'Connection details not present. RemoteFsClient may not initialize properly.',
    meaning: 'os-brick looks at each kind of storage once; NFS and the like have no mount directory '
      + 'given here.',
    benign: 'Nova sets it when such a volume is attached.' },
  { text: 'Service needs to call os_brick.setup() before connecting volumes, if it doesn\'t it will '
      + 'break on the next release',
    meaning: 'Nova and os-brick are of versions that do not quite fit; it works.',
    benign: 'It is a notice to developers.' },
  { text: 'Ignoring VolumeDeviceNotFound: %s',
    meaning: 'The device of a volume was already gone when it was disconnected.',
    benign: 'That is what was wanted.' },
  { text: [
      'Couldn\'t unmount the share %s',
      'Couldn\'t unmount %(mountpoint)s: %(reason)s',
    ],
    meaning: 'The share with volumes could not be unmounted; often another volume on it is still in use.' },
  { text: 'Failed to mount %(share)s, reason: %(reason)s',
    meaning: 'The share with volumes could not be mounted on this host; the reason is that of mount.' },
  { text: 'Falling back to Nova configuration values for RBD authentication. Cinder should be '
      + 'configured for auth with Ceph volumes. This fallback will be dropped in a future release.',
    meaning: 'Cinder did not say which Ceph user the volume needs, so Nova\'s own is used; set rbd_user '
      + 'and rbd_secret_uuid in Cinder.',
    options: ['libvirt.rbd_user', 'libvirt.rbd_secret_uuid'] },
  { text: 'error opening rbd image %s',
    meaning: 'The disk image in Ceph is missing or may not be read by this user.' },
  { text: 'Error connecting to ceph cluster.',
    meaning: 'Ceph does not answer or refuses the key of this user; the exception below tells which.' },
  { text: [
      'Extend volume failed, volume %(vol)s is not attached to instance.',
      'Extend volume failed, volume_id=%(volume_id)s, reason: %(msg)s',
    ],
    meaning: 'A volume grew, but the guest could not be told; it sees the new size when it is attached '
      + 'or started anew.' },
  { text: 'Failed to retrieve ephemeral encryption key',
    meaning: 'The key of an encrypted local disk was not handed out by the key manager; the guest '
      + 'cannot start.' },
];
