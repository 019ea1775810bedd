// Explanations: images and Glance, their formats and signatures, flavor against image.

import { bugs, docs } from '../links';
import type { ExceptionNotes } from './note';

export const image = {
  ImageUnacceptable: {
    summary: 'Nova refuses to use the image; the reason says why.',
    effect: 'The build is aborted: no other host is tried and the instance goes to ERROR. In the API the '
      + 'request is refused.',
    causes: [
      { text: 'The content of the file is not what disk_format says.',
        evidence: '"Image content does not match disk_format", and a warning that names both formats.' },
      { text: 'The file fails a safety check: a qcow2 with backing or data file, or a format Nova does not '
          + 'support.',
        evidence: '"Image does not pass safety check", "has data-file", "backed by", "Image not in a '
          + 'supported format".' },
      { text: 'The conversion to raw failed, mostly for lack of space or because the file is cut off.',
        evidence: '"Unable to convert image to raw" with the output of qemu-img.' },
      { text: 'A VMDK of a kind that is not allowed.', evidence: '"Invalid VMDK create-type specified".' },
      { text: 'Ceph cannot clone it, and downloading it instead is turned off by '
          + '`never_download_image_if_on_rbd`.',
        evidence: '"No image locations are accessible" or "Image is not raw format".' },
      { text: 'A rebuild of a volume-backed instance with another image.',
        evidence: 'It is raised in nova-api.' },
    ],
    checks: [
      { text: 'What Glance says of the image',
        command: 'openstack image show <image> -c disk_format -c container_format -c size -c checksum' },
      { text: 'What the file really is', command: 'qemu-img info <file>' },
      { text: 'Space on the host', command: 'df -h /var/lib/nova/instances' },
    ],
    changes: [
      { text: 'Upload the image anew with the right disk_format; convert it first with qemu-img.' },
      { text: 'Do not turn `disable_deep_image_inspection` on for this.',
        risk: 'It opens the way to read files of the host through an image.' },
    ],
    options: [
      'DEFAULT.force_raw_images', 'compute.vmdk_allowed_types',
      'workarounds.disable_deep_image_inspection', 'workarounds.never_download_image_if_on_rbd',
      'libvirt.images_type', 'DEFAULT.instances_path',
    ],
    links: [bugs.deepInspection, bugs.vmdkTypes],
    sample: 'nova.exception.ImageUnacceptable: Image 2f0c6d43-3a3e-46a2-b2c9-9ff7c2ad2f50 is unacceptable: '
      + 'Image content does not match disk_format',
  },
  ImageNotActive: {
    summary: 'The image is not active in Glance.',
    effect: 'In the API the request is refused; on the compute host the build is aborted and no other host '
      + 'is tried.',
    causes: [
      { text: 'The upload or import is still running, or failed.',
        evidence: 'Status queued, saving or importing.' },
      { text: 'The image was deactivated.', evidence: 'Status deactivated.' },
    ],
    checks: [{ text: 'Status', command: 'openstack image show <image> -c status -c size' }],
    changes: [{ text: 'Wait for the upload, upload it anew, or reactivate it.' }],
    options: [],
    sample: 'nova.exception.ImageNotActive: Image 2f0c6d43-3a3e-46a2-b2c9-9ff7c2ad2f50 is not active.',
  },
  ImageNotFound: {
    summary: 'Glance does not know the image, or does not show it to this user.',
    effect: 'In the API the request is refused. At spawn the build is rescheduled, and fails on each host '
      + 'alike. Instances that run are not touched.',
    causes: [
      { text: 'The image was deleted after the instance was created; rebuild, migration or a base file that '
          + 'is missing need it again.' },
      { text: 'The image is private to another project.' },
    ],
    checks: [{ text: 'Whether it exists, as an administrator', command: 'openstack image show <image>' }],
    changes: [
      { text: 'Use another image; keep images that instances were made from, hidden instead of deleted.' },
    ],
    options: ['glance.num_retries', 'image_cache.remove_unused_base_images'],
    sample: 'nova.exception.ImageNotFound: Image 2f0c6d43-3a3e-46a2-b2c9-9ff7c2ad2f50 could not be found.',
  },
  ImageNotAuthorized: {
    summary: 'The user may not use this image.',
    effect: 'In the API the request is refused. At spawn the build is rescheduled, and fails on each host '
      + 'alike.',
    causes: [
      { text: 'The image is private or its policy forbids to download it.' },
      { text: 'The token ran out while the build waited.',
        evidence: 'Long time between request and download.' },
    ],
    checks: [
      { text: 'Visibility and owner',
        command: 'openstack image show <image> -c visibility -c owner -c protected' },
    ],
    changes: [
      { text: 'Share the image with the project; configure [service_user] so that long operations outlive a '
          + 'token.' },
    ],
    options: ['service_user.send_service_user_token'],
    links: [docs.serviceUserToken],
    sample: 'nova.exception.ImageNotAuthorized: Not authorized for image '
      + '2f0c6d43-3a3e-46a2-b2c9-9ff7c2ad2f50.',
  },
  GlanceConnectionFailed: {
    summary: 'Nova could not reach Glance, or the download broke off, after all retries.',
    effect: 'In the API the request fails. At spawn the build is rescheduled to another host; the half file '
      + 'is removed.',
    causes: [
      { text: 'glance-api or the proxy in front of it is down or overloaded.',
        evidence: '"Error contacting glance server" with the number of the try, on several hosts.' },
      { text: 'The endpoint or `api_servers` is wrong on this host.',
        evidence: 'The server in the message.' },
      { text: 'TLS: the CA is not trusted on this host.',
        evidence: '"certificate verify failed" in the reason.' },
    ],
    checks: [
      { text: 'Endpoint', command: 'openstack endpoint list --service image' },
      { text: 'Whether Glance answers', command: 'openstack image list --limit 1' },
      { text: 'Whether this host reaches it',
        command: 'curl -sS -o /dev/null -w "%{http_code}" <glance-endpoint>' },
    ],
    changes: [
      { text: 'Bring Glance back or correct [glance]; raise `num_retries` where single requests fail.' },
    ],
    options: [
      'glance.num_retries', 'glance.api_servers', 'glance.timeout', 'glance.cafile',
      'glance.endpoint_override',
    ],
    sample: 'nova.exception.GlanceConnectionFailed: Connection to glance host http://controller:9292 '
      + 'failed: Error finding address for http://controller:9292/v2/images',
  },
  InvalidDiskInfo: {
    summary: 'qemu-img could not tell what a disk file is, or a disk is not what its record says.',
    effect: 'While an instance is built the build is aborted: no other host is tried. In other operations '
      + 'the operation fails.',
    causes: [
      { text: 'The file is damaged or cut off, or the file system below it is full or broken.',
        evidence: '"qemu-img failed to execute" with its output.' },
      { text: 'qemu-img ran into its limits for time or memory.',
        evidence: '"qemu-img aborted by prlimits when inspecting".' },
      { text: 'A base file in the cache is not of the format that is expected.' },
    ],
    checks: [
      { text: 'What the file is', command: 'qemu-img info -U <path>' },
      { text: 'Files of the cache', command: 'ls -la /var/lib/nova/instances/_base' },
      { text: 'Space', command: 'df -h /var/lib/nova/instances' },
    ],
    changes: [
      { text: 'Remove a damaged base file that no disk builds on, so that it is fetched anew; upload a '
          + 'damaged image again.',
        risk: 'Disks that build on a base file are lost with it: see their backing file first.' },
    ],
    options: ['DEFAULT.instances_path', 'workarounds.disable_deep_image_inspection'],
    links: [docs.imageCaching],
    sample: 'nova.exception.InvalidDiskInfo: Disk info file is invalid: qemu-img failed to execute on '
      + '/var/lib/nova/instances/_base/1f : Unexpected error while running command.',
  },
  InvalidDiskFormat: {
    summary: 'A disk has a format that Nova does not accept at this place.',
    effect: 'While an instance is built the build is aborted: no other host is tried.',
    causes: [
      { text: 'A disk that should be extended is neither raw nor qcow2.',
        evidence: 'It is raised by virt.disk.api.' },
      { text: 'VMware: the disk_format of the image is not supported.' },
    ],
    checks: [{ text: 'The image', command: 'openstack image show <image> -c disk_format' }],
    changes: [{ text: 'Convert the image to raw or qcow2 and upload it anew.' }],
    options: ['DEFAULT.force_raw_images', 'libvirt.images_type'],
    sample: 'nova.exception.InvalidDiskFormat: Disk format vpc is not acceptable',
  },
  FlavorDiskTooSmall: {
    summary: 'The root disk of the flavor is too small for the image.',
    effect: 'In the API the request is refused; on the compute host the build is aborted and no other host '
      + 'is tried.',
    causes: [{ text: 'The virtual size or min_disk of the image exceeds the disk of the flavor.' }],
    checks: [
      { text: 'The image', command: 'openstack image show <image> -c min_disk -c virtual_size -c size' },
      { text: 'The flavor', command: 'openstack flavor show <flavor> -c disk' },
    ],
    changes: [{ text: 'Use a larger flavor, a smaller image, or boot from a volume.' }],
    options: [],
    sample: "nova.exception.FlavorDiskTooSmall: The created instance's disk would be too small.",
  },
  FlavorDiskSmallerThanImage: {
    summary: 'The root disk of the flavor is smaller than the image.',
    effect: 'In the API the request is refused. When only the compute host can see it, because the image is '
      + 'compressed or sparse, the build is aborted and no other host is tried.',
    causes: [
      { text: 'The virtual size of the image exceeds the disk of the flavor.',
        evidence: '"virtual size ... larger than flavor root disk size" before it.' },
    ],
    checks: [
      { text: 'Sizes of the image',
        command: 'openstack image show <image> -c min_disk -c virtual_size -c size' },
      { text: 'The flavor', command: 'openstack flavor show <flavor> -c disk' },
    ],
    changes: [{ text: 'Use a larger flavor; set min_disk at the image so that the API refuses in time.' }],
    options: [],
    sample: "nova.exception.FlavorDiskSmallerThanImage: Flavor's disk is too small for requested image. "
      + 'Flavor disk is 1073741824 bytes, image is 8589934592 bytes.',
  },
  FlavorDiskSmallerThanMinDisk: {
    summary: 'The root disk of the flavor is smaller than min_disk of the image.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [{ text: 'The flavor is too small for this image.' }],
    checks: [
      { text: 'The image', command: 'openstack image show <image> -c min_disk' },
      { text: 'The flavor', command: 'openstack flavor show <flavor> -c disk' },
    ],
    changes: [{ text: 'Use a larger flavor.' }],
    options: [],
    sample: "nova.exception.FlavorDiskSmallerThanMinDisk: Flavor's disk is smaller than the minimum size "
      + 'specified in image metadata. Flavor disk is 1073741824 bytes, minimum size is 10737418240 bytes.',
  },
  VolumeSmallerThanMinDisk: {
    summary: 'The volume to be made is smaller than min_disk of the image.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [{ text: 'volume_size of the block device mapping is too small.' }],
    checks: [{ text: 'The image', command: 'openstack image show <image> -c min_disk' }],
    changes: [{ text: 'Ask for a larger volume.' }],
    options: [],
    sample: 'nova.exception.VolumeSmallerThanMinDisk: Volume is smaller than the minimum size specified in '
      + 'image metadata. Volume size is 1073741824 bytes, minimum size is 10737418240 bytes.',
  },
  FlavorMemoryTooSmall: {
    summary: 'The flavor has less memory than min_ram of the image.',
    effect: 'The API refuses the request; nothing was created or changed.',
    causes: [{ text: 'The flavor is too small for this image.' }],
    checks: [
      { text: 'The image', command: 'openstack image show <image> -c min_ram' },
      { text: 'The flavor', command: 'openstack flavor show <flavor> -c ram' },
    ],
    changes: [{ text: 'Use a larger flavor.' }],
    options: [],
    sample: "nova.exception.FlavorMemoryTooSmall: Flavor's memory is too small for requested image.",
  },
  SignatureVerificationError: {
    summary: 'The signature of the image could not be verified.',
    effect: 'The build is aborted: no other host is tried and the instance goes to ERROR. The downloaded '
      + 'file is removed.',
    causes: [
      { text: 'The image is not signed, or lacks one of the img_signature properties.',
        evidence: 'The reason names the property.' },
      { text: 'Image or signature were changed.' },
      { text: 'The certificate could not be got from the key manager.' },
    ],
    checks: [
      { text: 'Properties of the image', command: 'openstack image show <image> -c properties' },
      { text: 'The certificate', command: 'openstack secret list' },
    ],
    changes: [
      { text: 'Sign the image and set its properties; turn `verify_glance_signatures` off only if unsigned '
          + 'images shall run.',
        risk: 'Changed images are then not noticed.' },
    ],
    options: ['glance.verify_glance_signatures'],
    links: [docs.certificateValidation],
    sample: 'SignatureVerificationError: Signature verification for the image failed: Required image '
      + 'properties for signature verification do not exist.',
  },
  CertificateValidationFailed: {
    summary: 'The certificate that signed the image is not among the trusted ones.',
    effect: 'In the API the request is refused; on the compute host the build is aborted and no other host '
      + 'is tried.',
    causes: [
      { text: 'Trusted certificates were asked for, but none are given by the request or by the default.' },
      { text: 'The certificate is not signed by a trusted one, or has run out.', evidence: 'The reason.' },
    ],
    checks: [
      { text: 'Trusted certificates of the instance',
        command: 'openstack server show <instance> -c trusted_image_certificates' },
    ],
    changes: [
      { text: 'Name the right certificates in the request, or in `default_trusted_certificate_ids`.' },
    ],
    options: [
      'glance.enable_certificate_validation', 'glance.default_trusted_certificate_ids',
      'glance.verify_glance_signatures',
    ],
    links: [docs.certificateValidation],
    sample: 'nova.exception.CertificateValidationFailed: Image signature certificate validation failed for '
      + 'certificate: 7b1c6c0e-7c57-4a4f-8f4a-f6d2e1b0a9c2. Certificate chain building failed',
  },
  InvalidImageRef: {
    summary: 'What the request gives as an image is not the id of one.',
    effect: 'The request is refused.',
    causes: [{ text: 'A name or an address instead of the id.' }],
    checks: [{ text: 'The id', command: 'openstack image list' }],
    changes: [{ text: 'Use the UUID of the image.' }],
    options: [],
    sample: 'nova.exception.InvalidImageRef: Invalid image href cirros.',
  },
  ImageDeleteConflict: {
    summary: 'Glance refused to delete an image.',
    effect: 'A snapshot that was left by a failed or finished operation stays in Glance; the instance is '
      + 'not touched.',
    causes: [{ text: 'The image is in use, mostly because Ceph clones still hang on it.' }],
    checks: [{ text: 'The image', command: 'openstack image show <image> -c status -c protected' }],
    changes: [{ text: 'Delete it by hand once nothing is cloned from it.' }],
    options: [],
    sample: 'nova.exception.ImageDeleteConflict: Conflict deleting image. Reason: image is in use.',
  },
  SafetyCheckFailed: {
    summary: 'The file of the image contains something that could lead outside of it.',
    effect: 'It becomes ImageUnacceptable, which aborts the build.',
    causes: [
      { text: 'A qcow2 with a backing or data file, or with features nobody knows; a VMDK that names other '
          + 'files.' },
    ],
    checks: [{ text: 'What the file is', command: 'qemu-img info <file>' }],
    changes: [{ text: 'Convert the image to a plain file and upload it anew; find out who made it.' }],
    options: ['workarounds.disable_deep_image_inspection'],
    links: [bugs.deepInspection],
    sample: 'oslo_utils.imageutils.format_inspector.SafetyCheckFailed: Safety checks failed: backing_file',
  },
} satisfies ExceptionNotes;
