// Diagnoses of images and disks: images that are refused, too large or cannot be converted; full disks; Ceph.

import { bugs, docs } from '../links';
import type { Clue, DiagnosisCheck, DiagnosisRow, DiagnosisRows } from './row';

const image = { family: 'image', certainty: 'stated' } as const satisfies Partial<DiagnosisRow>;
const ceph = { family: 'ceph', certainty: 'stated', scope: 'both' } as const satisfies Partial<DiagnosisRow>;
const unacceptable = (...text: string[]): Clue => ({ fault: 'ImageUnacceptable', text, role: 'says' });
const info: DiagnosisCheck = { text: 'Format of the file', command: 'qemu-img info --force-share <file>' };
const glance: DiagnosisCheck = { text: 'What Glance calls it',
  command: 'openstack image show <image> -c disk_format -c min_disk -c size -c virtual_size' };
const cephChecks: readonly DiagnosisCheck[] = [
  { text: 'Whether this host gets in', command: 'ceph --id <rbd_user> -c /etc/ceph/ceph.conf -s' },
  { text: 'Key and rights', command: 'ceph auth get client.<rbd_user>' },
  { text: 'Files', command: 'ls -l /etc/ceph' },
];
const rbd = ['libvirt.rbd_user', 'libvirt.rbd_secret_uuid', 'libvirt.images_rbd_ceph_conf', 'libvirt.images_rbd_pool'] as const;

export const imageDiagnoses = {
  'image-unsafe': {
    ...image,
    needs: [[unacceptable('Image does not pass safety check'), { line: 'Image %s failed safety check: %s', role: 'says' }]],
    supports: [{ fault: 'ImageUnacceptable', role: 'failure' }],
    contradicts: 'The same file accepted by another host with the same version of Nova.',
    checks: [glance, info],
    changes: [
      { text: 'Make the image anew without backing file, data file or unknown features, and upload it under its own format.' },
      { text: 'disable_deep_image_inspection.', risk: 'An image can then read files of the host: do not, but for images of '
        + 'one\'s own.' },
    ],
    options: ['workarounds.disable_deep_image_inspection'],
    links: [bugs.deepInspection],
  },
  'image-format': {
    ...image,
    needs: [unacceptable('Image content does not match disk_format')],
    supports: [{ line: ['Image %s expected to be %s but detected as %s', 'Image %s detected by qemu as %s but we expected %s'],
      role: 'detail' }],
    contradicts: 'A file that is what Glance calls it.',
    checks: [glance, info],
    changes: [{ text: 'Upload the image again with the disk_format that its file has.' }],
    links: [bugs.deepInspection],
  },
  'image-unsupported': {
    ...image,
    needs: [unacceptable('Image not in a supported format')],
    contradicts: 'A disk_format of the image that Nova knows.',
    checks: [glance, info],
    changes: [{ text: 'Convert the image to qcow2 or raw and upload it so.' }],
    links: [bugs.deepInspection],
  },
  'image-backed': {
    ...image,
    needs: [unacceptable('fmt=%(format)s backed by: %(file)s', 'fmt=%(format)s has data-file: %(file)s')],
    contradicts: 'A file without backing file.',
    checks: [info],
    changes: [{ text: 'Flatten the image (qemu-img convert) and upload it again.' }],
  },
  'image-vmdk': {
    ...image,
    needs: [unacceptable('Invalid VMDK create-type specified', 'Unable to determine VMDK create-type')],
    contradicts: 'A create-type of the file that vmdk_allowed_types has.',
    checks: [info],
    changes: [{ text: 'Convert the image to monolithicSparse or streamOptimized, or to qcow2.' },
      { text: 'Allow its type.', risk: 'Some types name files outside the image: those of the host could be read.' }],
    options: ['compute.vmdk_allowed_types'],
    links: [bugs.vmdkTypes],
  },
  'image-convert': {
    ...image,
    needs: [unacceptable('Unable to convert image to %(format)s: %(reason)s')],
    unless: [{ text: 'No space left on device', role: 'says' }],
    contradicts: 'A conversion of the same file that works on this host.',
    checks: [info, { text: 'Room for it', command: 'df -h /var/lib/nova/instances' }],
    changes: [{ text: 'Correct what qemu-img names; a broken file has to be uploaded again.' }],
    options: ['DEFAULT.force_raw_images'],
  },
  'image-large': {
    ...image,
    needs: [[{ fault: 'FlavorDiskSmallerThanImage', text: 'Flavor disk is %(flavor)s bytes, image is %(image)s bytes', role: 'says' },
      { fault: 'FlavorDiskSmallerThanMinDisk', text: 'Flavor disk is %(flavor)s bytes, minimum size is %(image)s bytes', role: 'says' },
      { fault: ['FlavorDiskSmallerThanImage', 'FlavorDiskSmallerThanMinDisk', 'InstanceTypeDiskTooSmall', 'FlavorDiskTooSmall'],
        role: 'says' }]],
    contradicts: 'A flavor whose disk is as large as the virtual size of the image.',
    checks: [glance, { text: 'Disk of the flavor', command: 'openstack flavor show <flavor> -c disk' }],
    changes: [{ text: 'Use a flavor with a larger disk, or boot from a volume.' }],
  },
  'image-gone': {
    ...image,
    needs: [{ fault: ['ImageNotFound', 'HTTPNotFound'], text: ['Image %(image)s could not be found'], role: 'says' }],
    contradicts: 'The image in Glance, for this project.',
    checks: [{ text: 'The image', command: 'openstack image show <image>' }],
    changes: [{ text: 'Use another image; a guest whose base image is gone can still be moved with its disk.' }],
  },
  // an image of another project is one that Glance does not have: it refuses tokens, and by its policy
  'image-denied': {
    family: 'image',
    certainty: 'open',
    needs: [{ fault: ['ImageNotAuthorized', 'HTTPForbidden'], role: 'refused' }],
    remains: [
      'Glance did not accept the token of the request: it ran out, or Nova or Glance does not use Keystone.',
      'The policy of Glance forbids the project to download the image.',
    ],
    contradicts: 'The same image downloaded by the same user at that time.',
    checks: [{ text: 'Why', log: 'glance-api' }, { text: 'Visibility and owner',
      command: 'openstack image show <image> -c visibility -c owner -c protected' }],
    changes: [{ text: 'Mend what the log of Glance names: the token and its settings (401), or the policy (403).' }],
  },
  'image-corrupt': {
    ...image,
    needs: [{ text: ['Corrupt image download. Hash was %(found)s expected %(wanted)s', 'Corrupt image download. Checksum was '
      + '%(found)s expected %(wanted)s'], role: 'says' }],
    contradicts: 'The same checksum from another copy of the image.',
    checks: [glance],
    changes: [{ text: 'Upload the image again; if it comes back, look at the store of Glance and the network.' }],
  },
  'image-signature': {
    ...image,
    needs: [{ fault: ['SignatureVerificationError', 'CertificateValidationFailed'], role: 'refused' }],
    contradicts: 'A signature that verifies with the certificate that the image names.',
    checks: [{ text: 'Properties of the signature', command: 'openstack image show <image> -c properties' }],
    changes: [{ text: 'Sign the image again, or correct img_signature_certificate_uuid and the trusted certificates.' }],
    options: ['glance.verify_glance_signatures', 'glance.enable_certificate_validation'],
    links: [docs.certificateValidation],
  },
  'datastore-full': {
    family: 'disk-space',
    certainty: 'stated',
    scope: 'both',
    needs: [{ text: ['Insufficient disk space on datastore \'%(datastore)s\'', 'Insufficient disk space on datastore'], role: 'says' }],
    contradicts: 'Enough free space on that datastore in vCenter at that time.',
    checks: [{ text: 'Free space of the datastores: vCenter shows it, with the disks and snapshots that take most' }],
    changes: [{ text: 'Make room: old snapshots, and images in the cache of Nova that no guest uses.' },
      { text: 'Let datastore_regex name further datastores; of several, new guests go to one with more room.' }],
    options: ['vmware.datastore_regex'],
  },
  'disk-full': {
    family: 'disk-space',
    certainty: 'stated',
    scope: 'both',
    needs: [{ text: ['No space left on device', '[Errno 28]', 'Disk quota exceeded'], role: 'says' }],
    contradicts: 'Free room and free inodes on that file system at that time.',
    checks: [{ text: 'Room', command: 'df -h /var/lib/nova/instances /tmp' }, { text: 'Inodes', command: 'df -i /var/lib/nova/instances' },
      { text: 'Largest', command: 'du -xsh /var/lib/nova/instances/*' },
      { text: 'Base images that nobody uses', command: 'ls -lt /var/lib/nova/instances/_base' }],
    changes: [
      { text: 'Make room: base images that no instance uses go by themselves when the cache is managed.' },
      { text: 'Keep more room from Nova, and overcommit disk less.', risk: 'Fewer guests fit on the host.' },
    ],
    options: ['DEFAULT.reserved_host_disk_mb', 'DEFAULT.disk_allocation_ratio', 'image_cache.remove_unused_base_images',
      'image_cache.manager_interval'],
    links: [docs.imageCaching],
  },
  'ceph-secret': {
    ...ceph,
    needs: [{ text: ['no secret with matching uuid \'%(uuid)s\'', 'Secret not found: %(uuid)s'], role: 'says' }],
    unless: [{ text: 'secret \'%(uuid)s\' does not have a value', role: 'says' }],
    contradicts: 'A secret of that UUID in libvirt of this host.',
    checks: [{ text: 'Secrets of this host', command: 'virsh secret-list' },
      { text: 'UUID that Cinder hands out', command: 'grep rbd_secret_uuid /etc/cinder/cinder.conf' }],
    changes: [{ text: 'Define the secret on this host and give it the key of the client (virsh secret-define, '
      + 'secret-set-value), with the UUID that Cinder and Nova name.' }],
    options: ['libvirt.rbd_secret_uuid', 'libvirt.rbd_user'],
  },
  'ceph-secret-empty': {
    ...ceph,
    needs: [{ text: ['secret \'%(uuid)s\' does not have a value'], role: 'says' }],
    contradicts: 'A value for that secret in libvirt of this host.',
    checks: [{ text: 'Whether it has a value', command: 'virsh secret-get-value <secret>' }],
    changes: [{ text: 'Give the secret the key of the client (virsh secret-set-value).' }],
    options: ['libvirt.rbd_secret_uuid', 'libvirt.rbd_user'],
  },
  'ceph-denied': {
    ...ceph,
    needs: [[{ fault: ['PermissionDeniedError', 'PermissionError'], text: ['error connecting to the cluster',
      'RADOS permission', 'RBD permission error', 'error opening image %(image)s at snapshot'],
      role: 'refused' },
    { text: ['error connecting: Operation not permitted', 'error connecting: Permission denied'], role: 'refused' }]],
    contradicts: 'The same key that gets in from this host.',
    checks: cephChecks,
    changes: [{ text: 'Bring the keyring of the client onto this host and give its client the rights on the pools; where '
      + 'libvirt connects, set the value of the secret anew.' }],
    options: rbd,
  },
  'ceph-config': {
    ...ceph,
    needs: [{ fault: ['ObjectNotFound', 'Error', 'libvirtError'], text: ['RADOS object not found (error connecting to the cluster)',
      'error calling conf_read_file', 'error reading conf file %(file)s'], role: 'says' }],
    contradicts: 'ceph.conf and keyring on this host that the user of nova-compute can read.',
    checks: cephChecks,
    changes: [{ text: 'Bring ceph.conf and the keyring of the client onto this host, readable for the service.' }],
    options: rbd,
  },
  'ceph-away': {
    ...ceph,
    needs: [{ text: ['RADOS timed out (error connecting to the cluster)', '[errno 110] error connecting to the cluster',
      'error connecting: Connection timed out', 'error connecting: Operation timed out'], role: 'unanswered' }],
    contradicts: 'Monitors that answer this host.',
    checks: [{ text: 'Monitors that this host knows', command: 'grep mon_host /etc/ceph/ceph.conf' }, ...cephChecks],
    changes: [{ text: 'Open the way to the monitors (3300, 6789), or correct mon_host on this host.' }],
    options: ['libvirt.images_rbd_ceph_conf', 'libvirt.rbd_connect_timeout'],
  },
  'ceph-pool': {
    ...ceph,
    needs: [{ text: ['error opening pool \'%(pool)s\'', 'error opening pool b\'%(pool)s\''], role: 'says' }],
    contradicts: 'The pool, with rights of the client on it.',
    checks: [{ text: 'Pools', command: 'ceph osd pool ls' }, ...cephChecks],
    changes: [{ text: 'Correct images_rbd_pool, or make the pool and give the client rights on it.' }],
    options: rbd,
  },
} as const satisfies DiagnosisRows;
