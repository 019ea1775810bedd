// What the libvirt driver says: guests, devices, live migration, host, image cache.
// Each row: a statement of the source, what it means, and whether it needs care.

import type { StatementNote } from './note';

export const libvirtStatements: readonly StatementNote[] = [
  { text: 'Cannot update service status on host "%s" since it is not registered.',
    meaning: 'The driver wants to mark this compute service enabled or disabled, but the service has no '
      + 'record in the database yet.',
    benign: 'It happens when a host starts for the first time, or before its record is made.' },
  { text: 'Cannot update service status on host "%s" due to an unexpected exception.',
    meaning: 'The driver could not mark this compute service enabled or disabled; the exception below '
      + 'says why, often the conductor or the database.' },
  { text: 'An error occurred while updating compute node resource provider status to "%s" for provider: '
      + '%s',
    meaning: 'Placement could not be told whether this host takes new instances; the periodic report '
      + 'corrects it later.' },
  { text: 'my_ip address (%(my_ip)s) was not found on any of the interfaces: %(ifaces)s',
    meaning: '`my_ip` is an address that this host does not have. Volumes, migrations and consoles that '
      + 'use it will fail.',
    options: ['DEFAULT.my_ip'] },
  { text: 'Connection event \'%(enabled)d\' reason \'%(reason)s\'',
    meaning: 'The connection to libvirtd was lost (0) or made (1); the compute service is disabled or '
      + 'enabled accordingly.' },
  { text: 'Connection to libvirt failed: %s',
    meaning: 'libvirtd does not answer; until it does, no operation works on this host.' },
  { text: 'Exception handling connection event',
    meaning: 'Reacting to a lost or new connection to libvirtd failed; see the exception below.' },
  { text: [
      'URI %(uri)s does not support events: %(error)s',
      'URI %(uri)s does not support connection events: %(error)s',
    ],
    meaning: 'This libvirt does not report what happens to guests; Nova learns of it by its periodic '
      + 'tasks alone.' },
  { text: 'Hostname has changed from %(old)s to %(new)s. A restart is required to take effect.',
    meaning: 'The name of this host changed while nova-compute runs. A new name makes a new compute '
      + 'node and leaves the instances behind: set the old name again unless the host is empty.' },
  { text: 'This host appears to have multiple sockets per NUMA node. The `socket` PCI NUMA affinity '
      + 'will not be supported.',
    meaning: 'The NUMA cells of this host span several sockets, so one policy for PCI devices cannot be '
      + 'used here.',
    benign: 'Only the `socket` PCI policy is affected.' },
  { text: [
      'The libvirt driver is not tested on %(arch)s by the OpenStack project and thus its quality can '
        + 'not be ensured. For more information, see: '
        + 'https://docs.openstack.org/nova/latest/user/support-matrix.html',
      'The libvirt driver is not tested on %(type)s/%(arch)s by the OpenStack project and thus its '
        + 'quality can not be ensured. For more information, see: '
        + 'https://docs.openstack.org/nova/latest/user/support-matrix.html',
      'The libvirt driver is not tested on %(type)s/%(arch)s by the OpenStack project and thus its '
        + 'quality can not be ensured. For more information, see: '
        + 'http://docs.openstack.org/developer/nova/support-matrix.html',
    ],
    meaning: 'This hypervisor type or processor architecture is not covered by the project\'s tests.',
    benign: 'It is a notice at start-up.' },
  { text: 'Support for the \'%(type)s\' libvirt backend has been deprecated and will be removed in a '
      + 'future release.',
    meaning: 'The configured virt_type will not be supported in a later release.',
    benign: 'It works in this release.',
    options: ['libvirt.virt_type'] },
  { text: [
      'Running Nova with a libvirt version less than %(version)s is deprecated. The required minimum '
        + 'version of libvirt will be raised to %(version)s in the next release.',
      'Running Nova with a QEMU version less than %(version)s is deprecated. The required minimum '
        + 'version of QEMU will be raised to %(version)s in the next release.',
    ],
    meaning: 'libvirt or QEMU on this host is too old for the next release of Nova; upgrade it before '
      + 'Nova.',
    benign: 'It works in this release.' },
  { text: 'Libvirt host capabilities %s',
    meaning: 'What libvirt says of this host: processor, NUMA cells, machine types; logged once at '
      + 'start-up.',
    benign: 'It is information for the record.' },
  { text: 'CPU mode "host-passthrough" was chosen. Live migration can break unless all compute nodes '
      + 'have identical cpus. AArch64 does not support other modes.',
    meaning: 'Guests see the processor of this host as it is, so they can live migrate only between '
      + 'hosts with the same processor.',
    options: ['libvirt.cpu_mode'] },
  { text: 'The \'vcpu_pin_set\' config option has been deprecated and will be removed in a future '
      + 'release. When defined, \'vcpu_pin_set\' will be used to calculate \'VCPU\' inventory and '
      + 'schedule instances that have \'VCPU\' allocations. If you wish to define specific host CPUs to '
      + 'be used for \'VCPU\' or \'PCPU\' inventory, you must migrate the \'vcpu_pin_set\' config '
      + 'option value to \'[compute] cpu_shared_set\' and \'[compute] cpu_dedicated_set\', '
      + 'respectively, and undefine \'vcpu_pin_set\'.',
    meaning: 'CPUs for guests are configured in the old way; cpu_dedicated_set and cpu_shared_set '
      + 'replace it.',
    benign: 'It works in this release.',
    options: ['DEFAULT.vcpu_pin_set', 'compute.cpu_dedicated_set', 'compute.cpu_shared_set'] },
  { text: 'Instance is pinned to host CPUs %(cpus)s but one or more of these CPUs are not included in '
      + 'either \'[compute] cpu_dedicated_set\' or \'vcpu_pin_set\'; you should update these '
      + 'configuration options to include the missing CPUs or rebuild or cold migrate this instance.',
    meaning: 'An instance is pinned to CPUs that the configuration no longer sets apart for pinned '
      + 'guests, so others may use them as well.',
    options: ['compute.cpu_dedicated_set'] },
  { text: 'Instance destroyed successfully.',
    meaning: 'The guest is switched off and gone from the hypervisor; its files are removed afterwards '
      + 'where it is deleted.',
    benign: 'This is a step of stopping, rebooting, moving and deleting.' },
  { text: 'During wait destroy, instance disappeared.',
    meaning: 'The guest was gone while Nova waited for it to stop, which is what it waited for.',
    benign: 'The guest is gone, as wanted.' },
  { text: [
      'Instance may be started again.',
      'Going to destroy instance again.',
    ],
    meaning: 'The guest started again while it was being switched off, so it is switched off once more.' },
  { text: 'Cannot destroy instance, operation time out',
    meaning: 'libvirt could not stop the QEMU process in time, usually because it hangs on storage that '
      + 'does not answer. The operation fails; look at the process and its disks.' },
  { text: 'Cannot destroy instance, general system call failure',
    meaning: 'The QEMU process could not be stopped, usually because it hangs in the kernel on storage '
      + 'that does not answer.' },
  { text: [
      'Error from libvirt during destroy. Code=%(errcode)s Error=%(e)s',
      'Error from libvirt during destroy. Code=%(errcode)s Error=%(e)s; attempt %(attempt)d of 3',
      'Error from libvirt during destroy. Code=%(errcode)s Error=%(e)s; attempt %(attempt)d of 6 ',
    ],
    meaning: 'libvirt could not switch the guest off; the end of the line says why.' },
  { text: 'Error from libvirt during undefine. Code=%(errcode)s Error=%(e)s',
    meaning: 'The guest is off, but libvirt could not forget its definition.' },
  { text: 'Instance failed to shutdown in %d seconds.',
    meaning: 'The guest did not react to the request to shut down in time; it is switched off hard.',
    benign: 'The guest has no ACPI support or is busy; the operation goes on.',
    options: ['DEFAULT.shutdown_timeout'] },
  { text: [
      'Instance shutdown successfully after %d seconds.',
      'Instance already shutdown.',
    ],
    meaning: 'The guest shut down as it was asked to.',
    benign: 'This is how it should be.' },
  { text: 'Failed to soft reboot instance. Trying hard reboot.',
    meaning: 'The guest did not shut down by itself in time, so it is switched off and started again.',
    benign: 'The reboot goes on.',
    options: ['DEFAULT.shutdown_timeout'] },
  { text: 'Ignoring Volume Error on vol %(vol_id)s during delete %(exc)s',
    meaning: 'A volume could not be disconnected from this host while the guest was removed. The '
      + 'deletion goes on; a stale block device or iSCSI session may remain.' },
  { text: 'Failed to cleanup directory %(target)s: %(e)s',
    meaning: 'The files of a deleted instance could not all be removed; look at the directory named '
      + 'here.' },
  { text: 'Deletion of %s failed',
    meaning: 'The directory of a deleted instance still exists; a periodic task tries again.',
    options: ['DEFAULT.maximum_instance_delete_attempts'] },
  { text: [
      'Deletion of %s complete',
      'Deleting instance files %s',
    ],
    meaning: 'The directory of the instance is removed from this host.',
    benign: 'This is a step of every deletion.' },
  { text: [
      'Periodic task is updating the host stat, it is trying to get disk %(i_name)s, but disk file was '
        + 'removed by concurrent operations such as resize.',
      'Periodic task is updating the host stats, it is trying to get disk info for %(i_name)s, but the '
        + '%(thing)s was removed by a concurrent operation such as resize. Error: %(error)s',
      'Periodic task is updating the host stats, it is trying to get disk info for %(i_name)s, but the '
        + 'backing volume block device was removed by concurrent operations such as resize. Error: '
        + '%(error)s',
    ],
    meaning: 'A disk went away while the host\'s disk usage was being counted: its guest is just being '
      + 'moved, resized or deleted.',
    benign: 'The next round counts anew. When it lasts, a guest is left over whose disk is gone.' },
  { text: 'Periodic task is updating the host stat, it is trying to get disk %(i_name)s, but access is '
      + 'denied. It is most likely due to a VM that exists on the compute node but is not managed by '
      + 'Nova.',
    meaning: 'A guest that Nova does not manage runs here, and its disk cannot be read; it is not '
      + 'counted.' },
  { text: 'Error from libvirt while getting description of %(instance_name)s: [Error Code '
      + '%(error_code)s] %(ex)s',
    meaning: 'A guest could not be looked at while disk usage was counted, mostly because it is just '
      + 'going away.' },
  { text: 'couldn\'t obtain the memory from domain: %(uuid)s, exception: %(ex)s',
    meaning: 'A guest went away while the host\'s memory was counted.',
    benign: 'The next round counts anew.' },
  { text: 'Live Migration failure: %s',
    meaning: 'libvirt gave up moving the guest; the end of the line is its reason. The guest stays on '
      + 'this host and the migration is undone.' },
  { text: 'Migration operation has aborted',
    meaning: 'The move of the guest failed, and Nova undoes it; the reason stands in a line before this '
      + 'one.' },
  { text: 'Migration operation was cancelled',
    meaning: 'The move was cancelled by a request or by the completion timeout; the guest stays on this '
      + 'host.',
    options: ['libvirt.live_migration_completion_timeout'] },
  { text: 'Migration operation has completed',
    meaning: 'The guest has moved to the other host.',
    benign: 'This is the end of the move itself.' },
  { text: 'Error monitoring migration: %(ex)s',
    meaning: 'Nova lost sight of a migration under way, usually because libvirt failed; the migration '
      + 'is treated as failed.' },
  { text: 'Unexpected migration job type: %d',
    meaning: 'libvirt reported a state of the migration that Nova does not know; it goes on watching.' },
  { text: 'Live migration not completed after %d sec',
    meaning: 'The move took longer than allowed (the limit grows with memory and disk); depending on '
      + 'the timeout action it is aborted or forced to complete.',
    options: ['libvirt.live_migration_completion_timeout', 'libvirt.live_migration_timeout_action'] },
  { text: 'Live migration stuck for %d sec',
    meaning: 'No progress was made for too long, so the move is aborted: the guest changes memory '
      + 'faster than the network carries it.',
    options: ['libvirt.live_migration_progress_timeout'] },
  { text: [
      'Failed to abort migration %s',
      'Failed to cancel migration %s',
    ],
    meaning: 'The migration was to be stopped and could not be; it may already be over.' },
  { text: 'Failed to switch to post-copy live migration: %s',
    meaning: 'Post-copy was wanted so that the migration ends, and could not be started; the move goes '
      + 'on as before.',
    options: ['libvirt.live_migration_permit_post_copy'] },
  { text: 'Switching to post-copy migration mode',
    meaning: 'The guest now runs on the destination and fetches the rest of its memory over the '
      + 'network. If the network fails now, the guest is lost.',
    options: ['libvirt.live_migration_permit_post_copy'] },
  { text: [
      'Unable to increase max downtime to %(time)d ms: %(e)s',
      'Unable to increase max downtime to %(time)dms: %(e)s',
    ],
    meaning: 'The migration went on without the longer pause that would help it to finish; often it was '
      + 'just over.' },
  { text: 'Increasing downtime to %(downtime)d ms after %(waittime)d sec elapsed time',
    meaning: 'Nova lets libvirt pause the guest a little longer so that the migration can finish.',
    benign: 'This is how migrations of busy guests come to an end.',
    options: ['libvirt.live_migration_downtime'] },
  { text: 'CPU doesn\'t have compatibility.\n\n%(ret)s\n\nRefer to %(u)s',
    meaning: 'The destination\'s processor lacks features that the guest uses, so the migration is '
      + 'refused before it begins. Use a CPU model that all hosts have.',
    options: ['libvirt.cpu_mode', 'libvirt.cpu_models'] },
  { text: 'plug_vifs() failed %(cnt)d. Retry up to %(max_retry)d.',
    meaning: 'An interface could not be plugged on the destination of a live migration; Nova tries '
      + 'again.',
    options: ['DEFAULT.live_migration_retry_count'] },
  { text: 'There are no records in active migrations for instance',
    meaning: 'A migration finished that this service did not remember, for example after a restart.',
    benign: 'Nothing has to be cleaned up.' },
  { text: 'Failed to start libvirt guest',
    meaning: 'QEMU or libvirt did not start the guest; the exception below has their reason, and '
      + '/var/log/libvirt/qemu/<name>.log has more.' },
  { text: [
      'Error defining a guest with XML: %s',
      'Error defining a domain with XML: %s',
      'Error launching a defined domain with XML: %s',
    ],
    meaning: 'libvirt refused the definition or did not start the guest; the definition that Nova made '
      + 'is shown, and the reason follows.' },
  { text: 'Failed to set time: %(reason)s',
    meaning: 'The guest\'s clock was not set after it had been resumed, because there is no guest agent '
      + 'in it.',
    benign: 'It needs the QEMU guest agent; without it the clock catches up by NTP.' },
  { text: 'Performing standard snapshot because direct snapshot failed: %(error)s',
    meaning: 'The quick snapshot within Ceph was not possible (for example Glance is in another pool or '
      + 'lacks rights), so the image is copied and uploaded, which takes longer.' },
  { text: 'Failed to snapshot image',
    meaning: 'The snapshot failed; the image in Glance is removed or stays unfinished. The exception '
      + 'below is the cause.' },
  { text: 'Failed to snapshot image because it was deleted',
    meaning: 'The image was deleted in Glance while the snapshot was being made.' },
  { text: 'Quiescing instance failed but image property "os_require_quiesce" is set: %(reason)s.',
    meaning: 'The image demands that file systems be frozen for a snapshot, and the guest agent did not '
      + 'do it; the snapshot fails.' },
  { text: 'Quiescing instance not available: %(reason)s.',
    meaning: 'The snapshot is made without freezing the guest\'s file systems, because there is no '
      + 'guest agent; it is like a copy after a power cut.' },
  { text: 'Image %s is not on my ceph and [workarounds]/never_download_image_if_on_rbd=True; refusing '
      + 'to fetch and upload.',
    meaning: 'The image cannot be cloned within Ceph, and downloading it is forbidden here; the build '
      + 'fails.',
    options: ['workarounds.never_download_image_if_on_rbd'] },
  { text: 'Unable to preallocate image at path: %(path)s',
    meaning: 'The file system does not support reserving space, so the disk grows as it is used.',
    options: ['DEFAULT.preallocate_images'] },
  { text: 'Error injecting data into image %(img_id)s (%(e)s)',
    meaning: 'A key, password or file could not be written into the image before the start; the build '
      + 'fails.',
    options: ['libvirt.inject_partition'] },
  { text: 'Creating config drive failed with error: %s',
    meaning: 'The disk with the instance\'s metadata could not be made; look for mkisofs and for free '
      + 'space on this host.',
    options: ['DEFAULT.mkisofs_cmd', 'DEFAULT.config_drive_format'] },
  { text: 'Received event %s from libvirt but the driver is not waiting for it; ignored.',
    meaning: 'libvirt reported that a device was removed when nobody waited for it (any more).',
    benign: 'Where a detach timed out before, it shows that the guest was only slow.' },
  { text: 'Waiting for libvirt event about the detach of device %s with device alias %s from instance '
      + '%s is timed out.',
    meaning: 'The guest did not confirm in time that the device is gone; Nova asks again.',
    options: ['libvirt.device_detach_timeout', 'libvirt.device_detach_attempts'] },
  { text: 'Received DeviceRemovalFailedEvent from libvirt for the detach of device %s with device alias '
      + '%s from instance %s ',
    meaning: 'The guest\'s operating system refused to give the device away, for example because it is '
      + 'in use there.' },
  { text: 'Failed to detach device %s from instance %s from the persistent domain config. Libvirt did '
      + 'not report any error but the device is still in the config.',
    meaning: 'The device is still in the stored definition of the guest; it would come back with the '
      + 'next start.' },
  { text: 'Unexpected libvirt error while detaching device %s from instance %s: %s',
    meaning: 'libvirt refused to detach the device; the end of the line is its reason.' },
  { text: [
      'During device detach, instance disappeared.',
      'During detach_volume, instance disappeared.',
      'During detach_interface, instance disappeared.',
      'During extend_volume, instance disappeared.',
    ],
    meaning: 'The guest went away while a device was being changed; the device went with it.',
    benign: 'The guest is gone, and its devices with it.' },
  { text: [
      'Detaching interface %(mac)s failed because the device is no longer found on the guest.',
      'Detaching interface %(mac)s failed  because the device is no longer found on the guest.',
    ],
    meaning: 'The interface was already gone from the guest.',
    benign: 'That is what was wanted.' },
  { text: [
      'attaching network adapter failed.',
      'detaching network adapter failed.',
    ],
    meaning: 'libvirt refused to change the interfaces of the guest; the exception below is its reason.' },
  { text: 'Failed to attach volume at mountpoint: %s',
    meaning: 'libvirt refused to give the volume to the guest; the exception below is its reason. The '
      + 'volume is disconnected from this host again.' },
  { text: 'resizing block device failed.',
    meaning: 'A volume grew, but the guest could not be told; it sees the new size after a hard reboot.' },
  { text: 'Failure attaching encryptor; rolling back volume connection',
    meaning: 'An encrypted volume could not be opened; often the key manager (Barbican) did not hand '
      + 'out its key.' },
  { text: 'Detected multiple connections on this host for volume: %(volume)s, skipping target '
      + 'disconnect.',
    meaning: 'Another instance on this host uses the same volume, so the connection stays.',
    benign: 'It is needed by the other instance.' },
  { text: 'Device %s not found in instance.',
    meaning: 'A volume was to be detached that the guest does not have (any more).',
    benign: 'That is what was wanted.' },
  { text: 'Unknown base file: %s',
    meaning: 'A file in the image cache belongs to no image that instances of this host use any more; '
      + 'when it is old enough it is removed.',
    benign: 'It only announces that the cache may be cleaned.',
    options: ['image_cache.remove_unused_base_images'] },
  { text: [
      'Removable base files: %s',
      'Active base files: %s',
      'Base, swap or ephemeral file too young to remove: %s',
      'Base or swap file too young to remove: %s',
      'Removing base, swap or ephemeral file: %s',
      'Removing base or swap file: %s',
    ],
    meaning: 'The image cache manager lists, keeps or removes files of images by their age and use.',
    benign: 'This is the periodic work of the image cache.',
    options: ['image_cache.remove_unused_original_minimum_age_seconds'] },
  { text: 'Failed to remove %(base_file)s, error was %(error)s',
    meaning: 'A file of the image cache could not be removed; the space is not freed.' },
  { text: 'Instance %(instance)s is using a backing file %(backing)s which does not appear in the image '
      + 'service',
    meaning: 'The disk of a guest rests on a cached image that no longer exists in Glance; the file is '
      + 'kept. Without it the guest cannot live, so copy it along when you move disks by hand.' },
  { text: [
      '%s swap image was used by instance but no back files existing!',
      '%s ephemeral image was used by instance but no back files existing!',
    ],
    meaning: 'An instance was made with a swap or ephemeral disk of a size whose cached template is '
      + 'missing.',
    benign: 'The template is made anew when it is needed; with disks in Ceph there is none.' },
  { text: [
      'Image %s failed safety check: %s',
      'Base image %s failed safety check: %s',
      'Base image %s failed safety check',
    ],
    meaning: 'The image refers to other files or is not of the format that it claims, which could be '
      + 'used to read files of the host; it is refused.' },
  { text: 'Refusing to process VMDK file with create-type of %r which is not in allowed set of: %s',
    meaning: 'The VMDK image is of a kind that could read files of the host, and is refused.',
    options: ['compute.vmdk_allowed_types'] },
  { text: '%(base)s virtual size %(base_size)s larger than flavor root disk size %(size)s',
    meaning: 'The image unpacks to more than the flavor\'s disk holds; choose a flavor with a larger '
      + 'disk.' },
  { text: 'Unable to find a different image to use for rescue VM, using instance\'s current image',
    meaning: 'The rescue boots from the same image as the instance, because none was named; the two '
      + 'root disks may be confused by their labels.' },
  { text: 'Invalid cachemode %(cache_mode)s specified for disk type %(disk_type)s.',
    meaning: 'disk_cachemodes has a value that does not exist; it is ignored.',
    options: ['libvirt.disk_cachemodes'] },
  { text: 'Invalid hw_machine_type config value %s',
    meaning: 'An entry of hw_machine_type is not of the form arch=type, and is ignored.',
    options: ['libvirt.hw_machine_type'] },
  { text: 'Race detected in libvirt.virDomain.info, trying one more time',
    meaning: 'libvirt gave a wrong answer on a guest\'s state, as old versions do; Nova asks again.',
    benign: 'The second answer counts.' },
  { text: 'Failed to kill a long running process %(pid)s related to the instance when deleting it.',
    meaning: 'A process that works on the deleted instance\'s files does not end; it may hold space.' },
];
