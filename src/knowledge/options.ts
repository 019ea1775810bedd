// What we add to the facts of an option: its meaning in the paths that failures take, what one sees when it
// is wrong, its unit, and the services to restart. Type, default, range and releases come from the facts.

import type { OptionName } from './facts/names';
import type { OptionNote } from './schema';

const compute = ['compute'] as const;
const api = ['api'] as const;
const scheduler = ['scheduler'] as const;
const conductor = ['conductor'] as const;
const scheduling = ['scheduler', 'conductor'] as const;
const apiAndCompute = ['api', 'compute'] as const;
const apiAndConductor = ['api', 'conductor'] as const;
const controllers = ['api', 'conductor', 'scheduler'] as const;
const allButScheduler = ['api', 'conductor', 'compute'] as const;
const all = ['api', 'conductor', 'scheduler', 'compute'] as const;

export const optionNotes: Readonly<Partial<Record<OptionName, OptionNote>>> = {
  // ---- volumes and Cinder ---------------------------------------------------------------------------------
  'DEFAULT.block_device_allocate_retries': {
    meaning: 'How often nova-compute asks Cinder again whether a volume that it has made is available. '
      + 'Attempts are this number + 1; after each Nova sleeps `block_device_allocate_retries_interval`, so '
      + 'that 60 and 3 s allow 61 attempts in about 183 s.',
    symptom: 'Too low: boots from a new volume fail with VolumeNotCreated while the volume is still '
      + '`creating` or `downloading`. Negative values count as 0, that is one attempt; since Train they are '
      + 'refused.',
    restart: compute,
  },
  'DEFAULT.block_device_allocate_retries_interval': {
    meaning: 'How long nova-compute sleeps between two looks at a volume that Cinder is making.',
    symptom: 'Too low together with the retries: VolumeNotCreated for large images. Very high: each boot '
      + 'from a new volume takes up to this much longer.',
    unit: 'seconds',
    restart: compute,
  },
  'DEFAULT.max_local_block_devices': {
    meaning: 'How many local disks a request may have; 0 forces booting from volumes, negative means no '
      + 'limit.',
    symptom: 'InvalidBDMLocalsLimit in the API.',
    restart: api,
  },
  'compute.max_disk_devices_to_attach': {
    meaning: 'How many disks one instance may have on this host; -1 leaves it to the bus.',
    symptom: 'TooManyDiskDevices; different values on hosts break moves between them.',
    restart: compute,
  },
  'cinder.http_retries': {
    meaning: 'How often a failed request to Cinder is repeated.',
    symptom: '0: a single lost connection fails an attach or a build.',
    restart: apiAndCompute,
  },
  'cinder.timeout': {
    meaning: 'How long Nova waits for an answer of Cinder; no value means no limit of its own.',
    symptom: 'Too low: attaches to slow backends fail though Cinder finishes them.',
    unit: 'seconds',
    restart: apiAndCompute,
  },
  'cinder.catalog_info': {
    meaning: 'Type, name and interface by which Nova finds Cinder in the catalogue.',
    symptom: 'CinderConnectionFailed or EndpointNotFound; an old type leads to the v2 API and '
      + 'CinderAPIVersionNotAvailable.',
    restart: apiAndCompute,
  },
  'cinder.endpoint_template': {
    meaning: 'Address of Cinder that replaces the catalogue, with the project filled in.',
    symptom: 'CinderConnectionFailed when it is out of date.',
    restart: apiAndCompute,
  },
  'cinder.os_region_name': {
    meaning: 'Region whose Cinder Nova uses.',
    symptom: 'EndpointNotFound, or volumes of the wrong region, in deployments with several.',
    restart: apiAndCompute,
  },
  'cinder.cafile': {
    meaning: 'CA file for the TLS connection to Cinder.',
    symptom: 'SSLError "certificate verify failed".',
    restart: apiAndCompute,
  },
  'cinder.auth_type': {
    meaning: 'How Nova logs in to Cinder for work of its own, without a user.',
    symptom: 'MissingAuthPlugin or Unauthorized in periodic work and clean-up.',
    restart: apiAndCompute,
  },
  'cinder.cross_az_attach': {
    meaning: 'Whether an instance may use volumes of another availability zone; off, Nova also makes '
      + 'volumes in the zone of the instance.',
    symptom: 'Off with different zone names: InvalidVolume or MismatchVolumeAZException, or volumes that '
      + 'Cinder refuses to make.',
    restart: apiAndCompute,
  },

  // ---- networks -------------------------------------------------------------------------------------------
  'DEFAULT.vif_plugging_timeout': {
    meaning: 'How long nova-compute waits for Neutron to report all ports of an instance as plugged, with '
      + 'the guest started but paused. 0: it does not wait.',
    symptom: 'Too low: "Timeout waiting for ... network-vif-plugged" and VirtualInterfaceCreateException '
      + 'though the port becomes active later. 0: guests start before their network works.',
    unit: 'seconds',
    restart: compute,
  },
  'DEFAULT.vif_plugging_is_fatal': {
    meaning: 'Whether an instance whose ports are not reported as plugged is given up.',
    symptom: 'False: instances become ACTIVE without a working network, and only a warning tells.',
    restart: compute,
  },
  'DEFAULT.network_allocate_retries': {
    meaning: 'How often allocating the network of an instance is repeated, with pauses of 1, 2, 4 up to 30 '
      + 's.',
    symptom: '0: a short outage of Neutron fails the build.',
    restart: compute,
  },
  'DEFAULT.create_unique_mac_address_attempts': {
    meaning: 'nova-network: how many MAC addresses are tried for one interface.',
    symptom: 'VirtualInterfaceMacAddressException.',
    restart: compute,
  },
  'DEFAULT.heal_instance_info_cache_interval': {
    meaning: 'How often the network information of one instance is read anew from Neutron; negative: never.',
    symptom: 'Low: load on Neutron. Off: what changed in Neutron without an event is not seen.',
    unit: 'seconds',
    restart: compute,
  },
  'neutron.http_retries': {
    meaning: 'How often a request to Neutron is repeated after a lost connection.',
    symptom: '0: a restart of Neutron fails builds.',
    restart: apiAndCompute,
  },
  'neutron.timeout': {
    meaning: 'How long Nova waits for an answer of Neutron; no value means no limit of its own.',
    symptom: 'Too low: requests fail while Neutron still works on them, and ports are left.',
    unit: 'seconds',
    restart: apiAndCompute,
  },
  'neutron.auth_type': {
    meaning: 'How Nova logs in to Neutron.',
    symptom: 'Missing or wrong: NeutronAdminCredentialConfigurationInvalid or MissingAuthPlugin.',
    restart: apiAndCompute,
  },
  'neutron.auth_url': {
    meaning: 'Where Keystone is for the login to Neutron.',
    symptom: 'DiscoveryFailure or ConnectFailure.',
    restart: apiAndCompute,
  },
  'neutron.username': {
    meaning: 'User with which Nova logs in to Neutron.',
    symptom: 'Unauthorized; no port can be made.',
    restart: apiAndCompute,
  },
  'neutron.project_name': {
    meaning: 'Project of the user with which Nova logs in to Neutron.',
    symptom: 'Unauthorized; no port can be made.',
    restart: apiAndCompute,
  },
  'neutron.region_name': {
    meaning: 'Region whose Neutron Nova uses.',
    symptom: 'EndpointNotFound in deployments with several.',
    restart: apiAndCompute,
  },
  'neutron.valid_interfaces': {
    meaning: 'Which endpoints of Neutron may be used, best first.',
    symptom: 'ConnectFailure when the first is not reachable from this host.',
    restart: apiAndCompute,
  },
  'neutron.cafile': {
    meaning: 'CA file for the TLS connection to Neutron.',
    symptom: 'SSLError "certificate verify failed".',
    restart: apiAndCompute,
  },
  'workarounds.wait_for_vif_plugged_event_during_hard_reboot': {
    meaning: 'VNIC types for which a hard reboot waits for the port to be plugged.',
    symptom: 'Empty: after a hard reboot a guest can be without network for a while. Set for backends that '
      + 'send no event: reboots run into the timeout.',
    restart: compute,
  },
  'compute.live_migration_wait_for_vif_plug': {
    meaning: 'Whether a live migration waits until the ports are plugged on the destination.',
    symptom: 'On with a backend that sends no event: migrations fail after the timeout. Off: packets are '
      + 'lost at the end of a migration.',
    restart: compute,
  },
  'DEFAULT.live_migration_retry_count': {
    meaning: 'How often plugging the interfaces on the destination of a live migration is tried.',
    symptom: 'Too low: VirtualInterfacePlugException before the migration begins.',
    restart: compute,
  },
  'scheduler.query_placement_for_routed_network_aggregates': {
    meaning: 'Whether the scheduler asks only for hosts that reach the segment of a port in a routed '
      + 'network.',
    symptom: 'Off with routed networks: FixedIpInvalidOnHost.',
    restart: scheduler,
  },
  'os_vif_ovs.ovsdb_connection': {
    meaning: 'Where os-vif reaches the database of Open vSwitch.',
    symptom: 'InternalError "Failure running os_vif plugin plug method".',
    restart: compute,
  },
  'os_vif_ovs.ovs_vsctl_timeout': {
    meaning: 'How long os-vif waits for Open vSwitch.',
    symptom: 'Too low on busy hosts: plugging fails.',
    unit: 'seconds',
    restart: compute,
  },

  // ---- scheduling, capacity -------------------------------------------------------------------------------
  'scheduler.max_attempts': {
    meaning: 'How many hosts are tried for one build, the first one included; the scheduler hands out that '
      + 'many less one as alternates. 1 turns rescheduling off.',
    symptom: 'Too low: MaxRetriesExceeded, or ERROR after the first failure of a host.',
    restart: scheduling,
  },
  'scheduler.max_placement_results': {
    meaning: 'How many candidates Placement hands out for one request.',
    symptom: 'Lower than the number of hosts: NoValidHost though a host that the filters would take was not '
      + 'among them.',
    restart: scheduler,
  },
  'scheduler.discover_hosts_in_cells_interval': {
    meaning: 'How often the scheduler maps new compute hosts to their cells; -1: never.',
    symptom: '-1 and nobody runs discover_hosts: HostMappingNotFound, or new hosts that get nothing.',
    unit: 'seconds',
    restart: scheduler,
  },
  'scheduler.workers': {
    meaning: 'Worker processes of nova-scheduler.',
    symptom: 'Too few: MessagingTimeout while scheduling under load.',
    restart: scheduler,
  },
  'scheduler.limit_tenants_to_placement_aggregate': {
    meaning: 'Whether projects are kept to the aggregates that name them.',
    symptom: 'NoValidHost for projects whose aggregates are full.',
    restart: scheduler,
  },
  'scheduler.placement_aggregate_required_for_tenants': {
    meaning: 'Whether a project without an aggregate of its own gets no host at all.',
    symptom: 'RequestFilterFailed "No hosts available for tenant", then NoValidHost.',
    restart: scheduler,
  },
  'filter_scheduler.enabled_filters': {
    meaning: 'Filters that a host must pass, in this order.',
    symptom: 'One missing (NUMATopologyFilter, PciPassthroughFilter, ServerGroup…): claims fail on the '
      + 'hosts. One too many: NoValidHost.',
    restart: scheduler,
  },
  'filter_scheduler.weight_classes': {
    meaning: 'Weighers that order the hosts which passed the filters.',
    symptom: 'A soft server group policy without its weigher: UnsupportedPolicyException.',
    restart: scheduling,
  },
  'DEFAULT.cpu_allocation_ratio': {
    meaning: 'How many virtual CPUs count per CPU of the host. Without a value the initial ratio holds, and '
      + 'Placement can be changed by hand.',
    symptom: 'Too low: NoValidHost on hosts that idle. Too high: slow guests.',
    restart: compute,
  },
  'DEFAULT.ram_allocation_ratio': {
    meaning: 'How much memory is given out per memory of the host.',
    symptom: 'Too low: NoValidHost. Above 1: the OOM killer can end guests.',
    restart: compute,
  },
  'DEFAULT.disk_allocation_ratio': {
    meaning: 'How much disk is given out per disk of the host.',
    symptom: 'Too low: NoValidHost. Above 1: "No space left on device" when sparse disks fill up.',
    restart: compute,
  },
  'DEFAULT.initial_cpu_allocation_ratio': {
    meaning: 'Ratio of CPUs that a new host reports when cpu_allocation_ratio has no value; later changes '
      + 'of it do nothing for hosts that exist.',
    symptom: 'NoValidHost on new hosts, or other ratios on new hosts than on old ones.',
    restart: compute,
  },
  'DEFAULT.initial_ram_allocation_ratio': {
    meaning: 'Ratio of memory that a new host reports when ram_allocation_ratio has no value.',
    symptom: 'NoValidHost on new hosts, or other ratios on new hosts than on old ones.',
    restart: compute,
  },
  'DEFAULT.initial_disk_allocation_ratio': {
    meaning: 'Ratio of disk that a new host reports when disk_allocation_ratio has no value.',
    symptom: 'NoValidHost on new hosts, or other ratios on new hosts than on old ones.',
    restart: compute,
  },
  'DEFAULT.reserved_host_memory_mb': {
    meaning: 'Memory of the host that is not given to instances.',
    symptom: 'Too low: the OOM killer ends guests or services. Too high: NoValidHost.',
    unit: 'MiB',
    restart: compute,
  },
  'DEFAULT.reserved_host_disk_mb': {
    meaning: 'Disk of the host that is not given to instances.',
    symptom: 'Too low: images and logs fill the disk.',
    unit: 'MiB',
    restart: compute,
  },
  'DEFAULT.reserved_host_cpus': {
    meaning: 'CPUs of the host that are not given to instances.',
    symptom: 'Too high: NoValidHost. Not allowed beside cpu_shared_set and cpu_dedicated_set.',
    restart: compute,
  },
  'DEFAULT.reserved_huge_pages': {
    meaning: 'Huge pages per NUMA node that are not given to instances.',
    symptom: 'Not set beside other users of huge pages (such as OVS-DPDK): guests fail to start for lack of '
      + 'memory.',
    restart: compute,
  },
  'compute.cpu_dedicated_set': {
    meaning: 'CPUs of the host for pinned guests.',
    symptom: 'Changed while pinned guests run: CPUPinningInvalid, or nova-compute does not start.',
    restart: compute,
  },
  'compute.cpu_shared_set': {
    meaning: 'CPUs of the host for guests that are not pinned, and for emulator threads.',
    symptom: 'Overlapping with the dedicated set: nova-compute does not start.',
    restart: compute,
  },
  'DEFAULT.vcpu_pin_set': {
    meaning: 'CPUs of the host for guests, pinned or not; replaced by the dedicated and shared sets.',
    symptom: 'Kept beside the new options: pinned and shared guests meet on the same CPUs.',
    restart: compute,
  },
  'compute.consecutive_build_service_disable_threshold': {
    meaning: 'After how many failed builds in a row a host is weighed down (first in Pike and Queens: '
      + 'disabled); 0: never.',
    symptom: 'A user with a broken image can turn hosts away from others.',
    restart: ['compute', 'scheduler'],
  },
  'DEFAULT.service_down_time': {
    meaning: 'How long after its last report a service counts as up.',
    symptom: 'Too low: hosts flap between up and down, ComputeFilter leaves none.',
    unit: 'seconds',
    restart: all,
  },
  'DEFAULT.report_interval': {
    meaning: 'How often a service reports that it is alive.',
    symptom: 'Close to service_down_time: hosts flap between up and down.',
    unit: 'seconds',
    restart: all,
  },
  'DEFAULT.default_availability_zone': {
    meaning: 'Zone that hosts without an aggregate of a zone are in.',
    symptom: 'Changed later: instances pinned to the old name find no host.',
    restart: all,
  },
  'DEFAULT.default_schedule_zone': {
    meaning: 'Zone of requests that name none.',
    symptom: 'A zone without room: NoValidHost although other zones are free.',
    restart: api,
  },
  'workarounds.disable_group_policy_check_upcall': {
    meaning: 'Turns the late server group check off, which needs the API database from the compute host.',
    symptom: 'Off without that connection: CantStartEngineError in builds with a server group. On: parallel '
      + 'builds can break a policy.',
    restart: compute,
  },
  'DEFAULT.host': {
    meaning: 'Name under which this service reports; Neutron agents must use the same.',
    symptom: 'Different from Neutron: PortBindingFailed. Changed: instances of the host are orphaned.',
    restart: compute,
  },
  'upgrade_levels.compute': {
    meaning: 'Version of calls to nova-compute that all services must understand; `auto` finds it.',
    symptom: 'Forgotten after an upgrade: features are missing or calls are refused with UnsupportedVersion.',
    restart: all,
  },

  // ---- building -------------------------------------------------------------------------------------------
  'DEFAULT.instance_build_timeout': {
    meaning: 'After this time a periodic task sets an instance that is still building on this host to '
      + 'ERROR; 0: never.',
    symptom: 'Too low: honest builds with large volumes go to ERROR. 0: builds that hang stay in BUILD for '
      + 'ever.',
    unit: 'seconds',
    restart: compute,
  },
  'DEFAULT.max_concurrent_builds': {
    meaning: 'How many instances a host builds at the same time; 0: no limit.',
    symptom: 'Too low: builds wait with no line in the log. Too high: downloads and conversions slow each '
      + 'other down.',
    restart: compute,
  },
  'compute.max_concurrent_disk_ops': {
    meaning: 'How many downloads, conversions and copies of disks a host does at once; 0: no limit.',
    symptom: '0 on slow disks: many builds at once run into timeouts.',
    restart: compute,
  },
  'DEFAULT.arq_binding_timeout': {
    meaning: 'How long nova-compute waits for Cyborg to bind accelerators.',
    symptom: 'Too low: "Failure getting accelerator requests" and an aborted build.',
    unit: 'seconds',
    restart: compute,
  },
  'DEFAULT.shutdown_timeout': {
    meaning: 'How long a guest may take to shut down by itself before it is switched off.',
    symptom: 'Too low: guests are cut off. Too high: stops and rebuilds of guests that ignore ACPI take '
      + 'that long.',
    unit: 'seconds',
    restart: compute,
  },
  'DEFAULT.sync_power_state_interval': {
    meaning: 'How often the power states of database and hypervisor are compared; negative: never.',
    symptom: 'Guests that end by themselves are shown as SHUTOFF only after this time.',
    unit: 'seconds',
    restart: compute,
  },
  'DEFAULT.running_deleted_instance_action': {
    meaning: 'What is done with guests that run though their instance is deleted.',
    symptom: '`reap` deletes them; with a wrong database it would delete guests that are needed.',
    restart: compute,
  },
  'DEFAULT.allow_resize_to_same_host': {
    meaning: 'Whether a resize may stay on the host.',
    symptom: 'Off with one host that fits: NoValidHost or UnableToMigrateToSelf.',
    restart: apiAndCompute,
  },
  'DEFAULT.compute_driver': {
    meaning: 'Hypervisor driver of the host.',
    symptom: 'Missing or wrong: nova-compute does not start.',
    restart: compute,
  },
  'DEFAULT.instances_path': {
    meaning: 'Where disks of instances and the image cache lie.',
    symptom: 'Full, not mounted or not writable: DiskNotFound, OSError 28 or 13, InvalidDiskInfo.',
    restart: compute,
  },
  'DEFAULT.state_path': {
    meaning: 'Where Nova keeps its state, the identity of the node included.',
    symptom: 'Lost: nova-compute refuses to start with InvalidConfiguration.',
    restart: compute,
  },
  'DEFAULT.my_ip': {
    meaning: 'Address of the host that others use for consoles, volumes and moves.',
    symptom: 'Wrong: resizes over SSH and volume connections go to the wrong address.',
    restart: compute,
  },
  'DEFAULT.config_drive_format': {
    meaning: 'File system of config drives.',
    symptom: 'A wrong word: ConfigDriveUnknownFormat in every build with a config drive.',
    restart: compute,
  },
  'DEFAULT.mkisofs_cmd': {
    meaning: 'Program that makes config drives.',
    symptom: 'Not installed: FileNotFoundError or ProcessExecutionError in builds with a config drive.',
    restart: compute,
  },
  'DEFAULT.rootwrap_config': {
    meaning: 'Filters of commands that Nova may run as root.',
    symptom: 'Missing filters: ProcessExecutionError "Unauthorized command".',
    restart: compute,
  },
  'DEFAULT.osapi_compute_unique_server_name_scope': {
    meaning: 'Whether names of instances must be unique, per project or everywhere.',
    symptom: 'InstanceExists in the API.',
    restart: apiAndConductor,
  },
  'DEFAULT.instance_name_template': {
    meaning: 'Name of the guest on the hypervisor.',
    symptom: 'Changed while instances run: their guests are not found any more.',
    restart: all,
  },

  // ---- images ---------------------------------------------------------------------------------------------
  'glance.num_retries': {
    meaning: 'How often a failed request to Glance is repeated, on the next server where several are given.',
    symptom: '0: a lost connection fails the download and the build.',
    restart: apiAndCompute,
  },
  'glance.timeout': {
    meaning: 'How long Nova waits for an answer of Glance.',
    symptom: 'Too low: downloads of large images break off.',
    unit: 'seconds',
    restart: apiAndCompute,
  },
  'glance.api_servers': {
    meaning: 'Addresses of Glance that replace the catalogue.',
    symptom: 'Out of date: GlanceConnectionFailed.',
    restart: apiAndCompute,
  },
  'glance.endpoint_override': {
    meaning: 'Address of Glance that replaces the catalogue.',
    symptom: 'Out of date: GlanceConnectionFailed.',
    restart: apiAndCompute,
  },
  'glance.cafile': {
    meaning: 'CA file for the TLS connection to Glance.',
    symptom: '"certificate verify failed" and GlanceConnectionFailed.',
    restart: apiAndCompute,
  },
  'glance.region_name': {
    meaning: 'Region whose Glance Nova uses.',
    symptom: 'EndpointNotFound in deployments with several.',
    restart: apiAndCompute,
  },
  'glance.valid_interfaces': {
    meaning: 'Which endpoints of Glance may be used, best first.',
    symptom: 'GlanceConnectionFailed when the first is not reachable from this host.',
    restart: apiAndCompute,
  },
  'glance.verify_glance_signatures': {
    meaning: 'Whether images must be signed and are verified when downloaded.',
    symptom: 'On with unsigned images: SignatureVerificationError aborts every build of them.',
    restart: apiAndCompute,
  },
  'glance.enable_certificate_validation': {
    meaning: 'Whether the certificate of a signature must be trusted by the request.',
    symptom: 'CertificateValidationFailed.',
    restart: apiAndCompute,
  },
  'glance.default_trusted_certificate_ids': {
    meaning: 'Certificates that are trusted when a request names none.',
    symptom: 'Empty: CertificateValidationFailed for requests that name none.',
    restart: apiAndCompute,
  },
  'DEFAULT.force_raw_images': {
    meaning: 'Whether images are converted to raw when they enter the cache.',
    symptom: 'Long first boots and much space per image; ImageUnacceptable when the conversion fails.',
    restart: compute,
  },
  'compute.vmdk_allowed_types': {
    meaning: 'Kinds of VMDK that may be used.',
    symptom: 'ImageUnacceptable "Invalid VMDK create-type specified".',
    restart: compute,
  },
  'workarounds.disable_deep_image_inspection': {
    meaning: 'Turns off the look inside image files that keeps dangerous ones out.',
    symptom: 'On: images can read files of the host. Off: images with a wrong disk_format are refused.',
    restart: compute,
  },
  'workarounds.never_download_image_if_on_rbd': {
    meaning: 'Whether a build fails instead of downloading an image that Ceph cannot clone.',
    symptom: 'On: ImageUnacceptable for images that are not raw or lie in another cluster. Off: slow boots, '
      + 'with copies in Ceph that take space.',
    restart: compute,
  },
  'image_cache.manager_interval': {
    meaning: 'How often the image cache is looked over; -1: never.',
    symptom: '-1: the cache grows until the disk is full.',
    unit: 'seconds',
    restart: compute,
  },
  'image_cache.remove_unused_base_images': {
    meaning: 'Whether base files that no instance of the host uses are removed.',
    symptom: 'Off: the cache grows until the disk is full.',
    restart: compute,
  },
  'image_cache.remove_unused_original_minimum_age_seconds': {
    meaning: 'How old an unused base file must be before it is removed.',
    symptom: 'High on small disks: "No space left on device".',
    unit: 'seconds',
    restart: compute,
  },

  // ---- libvirt --------------------------------------------------------------------------------------------
  'libvirt.virt_type': {
    meaning: 'Kind of guests: kvm needs the CPU to help, qemu emulates.',
    symptom: 'kvm without access to /dev/kvm: libvirtError when guests start. qemu: very slow guests.',
    restart: compute,
  },
  'libvirt.cpu_mode': {
    meaning: 'Which CPU guests see: that of the host, a model, or a default.',
    symptom: 'Different hosts with host-model or host-passthrough: InvalidCPUInfo before live migrations.',
    restart: compute,
  },
  'libvirt.cpu_models': {
    meaning: 'CPU models for guests with cpu_mode custom, simplest first.',
    symptom: 'One that the host lacks: nova-compute does not start, or guests do not.',
    restart: compute,
  },
  'libvirt.cpu_model_extra_flags': {
    meaning: 'CPU flags added to or taken from the model.',
    symptom: 'One that the host lacks: InvalidCPUInfo when nova-compute starts.',
    restart: compute,
  },
  'libvirt.hw_machine_type': {
    meaning: 'Machine type of guests by architecture.',
    symptom: 'One that this QEMU does not know: guests do not start. Changed: guests of old images see '
      + 'other hardware.',
    restart: compute,
  },
  'libvirt.connection_uri': {
    meaning: 'Where libvirt is; by default on this host.',
    symptom: 'HypervisorUnavailable.',
    restart: compute,
  },
  'libvirt.disk_cachemodes': {
    meaning: 'Cache modes of disks by their kind.',
    symptom: 'One that the storage cannot do: libvirtError when guests start, or no live migration.',
    restart: compute,
  },
  'libvirt.images_type': {
    meaning: 'Where disks of instances are kept: qcow2 or raw files, LVM, Ceph.',
    symptom: 'Changed while instances exist: their disks are not found.',
    restart: compute,
  },
  'libvirt.images_rbd_pool': {
    meaning: 'Ceph pool for disks of instances.',
    symptom: 'Missing pool: NotFound in the resource report, and builds fail.',
    restart: compute,
  },
  'libvirt.images_rbd_ceph_conf': {
    meaning: 'ceph.conf for disks of instances.',
    symptom: 'Missing or unreadable: rados errors in builds and reports.',
    restart: compute,
  },
  'libvirt.rbd_user': {
    meaning: 'Ceph user of Nova and of guests.',
    symptom: 'Without rights on a pool: permission errors when disks are made or volumes attached.',
    restart: compute,
  },
  'libvirt.rbd_secret_uuid': {
    meaning: 'Secret of libvirt that holds the key of the Ceph user.',
    symptom: 'Not defined on this host: libvirtError "Secret not found" when guests start.',
    restart: compute,
  },
  'libvirt.num_volume_scan_tries': {
    meaning: 'How often the host looks for the device of a volume.',
    symptom: 'Too low for slow arrays: VolumeDeviceNotFound.',
    restart: compute,
  },
  'libvirt.volume_use_multipath': {
    meaning: 'Whether volumes are connected over several paths.',
    symptom: 'On without multipathd: attaches fail or use one path. Off with a dead path: attaches fail.',
    restart: compute,
  },
  'libvirt.iscsi_iface': {
    meaning: 'iSCSI interface for offload hardware.',
    symptom: 'A wrong one: no portal is found.',
    restart: compute,
  },
  'libvirt.device_detach_attempts': {
    meaning: 'How often the guest is asked to give a device free.',
    symptom: 'Too low: DeviceDetachFailed with slow guests.',
    restart: compute,
  },
  'libvirt.device_detach_timeout': {
    meaning: 'How long each request to give a device free is waited for.',
    symptom: 'Too low: DeviceDetachFailed with slow guests.',
    unit: 'seconds',
    restart: compute,
  },
  'libvirt.file_backed_memory': {
    meaning: 'Memory of guests that is backed by files; 0: none.',
    symptom: 'On: huge pages are refused, and memory cannot be overcommitted.',
    unit: 'MiB',
    restart: compute,
  },
  'libvirt.rng_dev_path': {
    meaning: 'Device of random numbers for guests.',
    symptom: 'Not on the host: RngDeviceNotExist.',
    restart: compute,
  },
  'libvirt.remote_filesystem_transport': {
    meaning: 'How files are copied to the other host in a resize.',
    symptom: 'ResizeError when SSH or rsync is not set up.',
    restart: compute,
  },
  'libvirt.live_migration_uri': {
    meaning: 'Address scheme of live migrations, with the host filled in.',
    symptom: 'Wrong: live migrations fail to connect.',
    restart: compute,
  },
  'libvirt.live_migration_scheme': {
    meaning: 'Transport of live migrations: tcp, tls or ssh.',
    symptom: 'Not set up on both hosts: live migrations fail to connect.',
    restart: compute,
  },
  'libvirt.swtpm_enabled': {
    meaning: 'Whether guests may have an emulated TPM.',
    symptom: 'Off: NoValidHost for flavors that ask for one.',
    restart: compute,
  },
  'libvirt.supported_tpm_secret_security': {
    meaning: 'Which ways to keep the secret of an emulated TPM this host supports.',
    symptom: 'One missing: NoValidHost, or VTPMSecretForbidden for operations by others than the owner.',
    restart: compute,
  },
  'workarounds.skip_cpu_compare_on_dest': {
    meaning: 'Leaves the CPU check on the destination of a live migration to QEMU.',
    symptom: 'Off: false InvalidCPUInfo between some hosts. On: migrations that cannot work fail later.',
    restart: compute,
  },
  'workarounds.skip_cpu_compare_at_startup': {
    meaning: 'Leaves the CPU check at the start of nova-compute out.',
    symptom: 'Off: nova-compute refuses models that QEMU would take. On: a wrong model shows only when '
      + 'guests start.',
    restart: compute,
  },
  'workarounds.skip_hypervisor_version_check_on_lm': {
    meaning: 'Allows live migrations to an older QEMU.',
    symptom: 'Off: DestinationHypervisorTooOld. On: guests can fail on the destination.',
    restart: conductor,
  },
  'serial_console.enabled': {
    meaning: 'Whether guests get a serial console over the network.',
    symptom: 'On with few ports: SocketPortRangeExhaustedException.',
    restart: compute,
  },
  'serial_console.port_range': {
    meaning: 'Ports of serial consoles on the host.',
    symptom: 'Too small: SocketPortRangeExhaustedException.',
    restart: compute,
  },
  'spice.enabled': {
    meaning: 'Whether guests get a SPICE console.',
    symptom: 'Changes the video model that guests get by default.',
    restart: compute,
  },

  // ---- devices --------------------------------------------------------------------------------------------
  'pci.device_spec': {
    meaning: 'PCI devices of the host that guests may have.',
    symptom: 'Wrong: PciDeviceRequestFailed, PortBindingFailed, or nova-compute does not start.',
    restart: compute,
  },
  'pci.passthrough_whitelist': {
    meaning: 'Name of device_spec up to Yoga.',
    symptom: 'Wrong: PciDeviceRequestFailed or PortBindingFailed.',
    restart: compute,
  },
  'pci.alias': {
    meaning: 'Names by which flavors ask for PCI devices; the same on API and compute hosts.',
    symptom: 'Missing: PciRequestAliasNotDefined. Different: claims fail on the hosts.',
    restart: apiAndCompute,
  },
  'pci.report_in_placement': {
    meaning: 'Whether PCI devices are counted in Placement; it cannot be turned off again.',
    symptom: 'PlacementPciException, and the host reports nothing.',
    restart: compute,
  },
  'devices.enabled_mdev_types': {
    meaning: 'Kinds of vGPUs or other mediated devices of the host.',
    symptom: 'Wrong: ComputeResourcesUnavailable at spawn, or NoValidHost for VGPU.',
    restart: compute,
  },
  'cyborg.timeout': {
    meaning: 'How long Nova waits for an answer of Cyborg.',
    symptom: 'AcceleratorRequestOpFailed.',
    unit: 'seconds',
    restart: allButScheduler,
  },
  'cyborg.connect_retries': {
    meaning: 'How often a connection to Cyborg is tried again.',
    symptom: 'AcceleratorRequestOpFailed after a short outage.',
    restart: allButScheduler,
  },
  'key_manager.fixed_key': {
    meaning: 'The one key of the key manager built into Nova, for tests.',
    symptom: 'KeyManagerError; all volumes share one key.',
    restart: apiAndCompute,
  },
  'ironic.api_max_retries': {
    meaning: 'How often a request to Ironic is repeated.',
    symptom: 'InstanceDeployFailure after a short outage of Ironic.',
    restart: compute,
  },
  'ironic.api_retry_interval': {
    meaning: 'Pause between requests to Ironic, and between looks at a node that is being deployed.',
    symptom: 'Low: load on Ironic.',
    unit: 'seconds',
    restart: compute,
  },

  // ---- messages, databases, Keystone, Placement -----------------------------------------------------------
  'DEFAULT.rpc_response_timeout': {
    meaning: 'How long a service waits for the answer of another one.',
    symptom: 'Too low: MessagingTimeout although the other side finishes. Too high: dead services hold '
      + 'threads.',
    unit: 'seconds',
    restart: all,
  },
  'DEFAULT.long_rpc_timeout': {
    meaning: 'How long a service waits for work that is known to take long, while heartbeats of the other '
      + 'side come.',
    symptom: 'Too low: MessagingTimeout in live migrations and the like.',
    unit: 'seconds',
    restart: all,
  },
  'DEFAULT.transport_url': {
    meaning: 'Where the message bus is, with credentials.',
    symptom: 'Wrong: the service connects in vain and does nothing.',
    restart: all,
  },
  'conductor.workers': {
    meaning: 'Worker processes of nova-conductor.',
    symptom: 'Too few: MessagingTimeout everywhere under load.',
    restart: conductor,
  },
  'oslo_messaging_rabbit.heartbeat_timeout_threshold': {
    meaning: 'After how long without a heartbeat a connection to RabbitMQ counts as dead; 0: heartbeats off.',
    symptom: 'Low on busy hosts: "missed heartbeats" and new connections. 0: dead connections are noticed '
      + 'late.',
    unit: 'seconds',
    restart: all,
  },
  'oslo_messaging_rabbit.rpc_conn_pool_size': {
    meaning: 'Connections to RabbitMQ that one process keeps.',
    symptom: 'Too few: "Connection pool limit exceeded" and slow calls.',
    restart: all,
  },
  'oslo_messaging_rabbit.kombu_reconnect_delay': {
    meaning: 'Pause before a lost connection to RabbitMQ is made again.',
    symptom: 'Low: all services rush at a node that comes back.',
    unit: 'seconds',
    restart: all,
  },
  'oslo_messaging_rabbit.rabbit_retry_interval': {
    meaning: 'Pause between tries to connect to RabbitMQ.',
    symptom: 'High: services come back late.',
    unit: 'seconds',
    restart: all,
  },
  'oslo_messaging_rabbit.rabbit_quorum_queue': {
    meaning: 'Whether queues are kept on several nodes by consensus.',
    symptom: 'Different on services: queues are refused with PRECONDITION_FAILED.',
    restart: all,
  },
  'oslo_messaging_rabbit.rabbit_transient_queues_ttl': {
    meaning: 'After how long without a listener reply and fanout queues are deleted.',
    symptom: 'Low: replies are lost after a short outage, MessagingTimeout.',
    unit: 'seconds',
    restart: all,
  },
  'oslo_messaging_rabbit.amqp_durable_queues': {
    meaning: 'Whether queues survive a restart of RabbitMQ.',
    symptom: 'Different on services: queues are refused with PRECONDITION_FAILED.',
    restart: all,
  },
  'oslo_messaging_rabbit.ssl': {
    meaning: 'Whether RabbitMQ is reached over TLS.',
    symptom: 'Wrong: "Server unexpectedly closed connection".',
    restart: all,
  },
  'oslo_concurrency.lock_path': {
    meaning: 'Directory of lock files.',
    symptom: 'Missing or not writable: every operation that locks fails.',
    restart: all,
  },
  'database.connection': {
    meaning: 'Database of the cell.',
    symptom: 'DBConnectionError, CantStartEngineError.',
    restart: controllers,
  },
  'api_database.connection': {
    meaning: 'Database of the API, with cells and build requests.',
    symptom: 'CantStartEngineError where something needs it and has none.',
    restart: controllers,
  },
  'database.connection_recycle_time': {
    meaning: 'After how long a connection is replaced by a new one.',
    symptom: 'Above the idle timeout of the proxy: "MySQL server has gone away".',
    unit: 'seconds',
    restart: controllers,
  },
  'database.max_pool_size': {
    meaning: 'Connections that one process keeps open.',
    symptom: 'Times workers times hosts above the limit of the database: "Too many connections".',
    restart: controllers,
  },
  'database.max_overflow': {
    meaning: 'Connections that one process may open beyond its pool.',
    symptom: 'High: "Too many connections". Low: "QueuePool limit" under load.',
    restart: controllers,
  },
  'database.max_retries': {
    meaning: 'How often a service tries to connect to the database when it starts; -1: for ever.',
    symptom: 'Low: services end when the database comes up late.',
    restart: controllers,
  },
  'database.mysql_wsrep_sync_wait': {
    meaning: 'Whether reads wait until a Galera node has caught up.',
    symptom: 'Off with several writers: records that were just made are not found.',
    restart: controllers,
  },
  'placement.auth_type': {
    meaning: 'How Nova logs in to Placement.',
    symptom: 'Missing: "No authentication information found for placement API", and the host reports '
      + 'nothing.',
    restart: all,
  },
  'placement.auth_url': {
    meaning: 'Where Keystone is for the login to Placement.',
    symptom: 'DiscoveryFailure, and the host reports nothing.',
    restart: all,
  },
  'placement.username': {
    meaning: 'User with which Nova logs in to Placement.',
    symptom: '"Placement service credentials do not work", and the host reports nothing.',
    restart: all,
  },
  'placement.region_name': {
    meaning: 'Region whose Placement Nova uses.',
    symptom: '"The placement API endpoint was not found".',
    restart: all,
  },
  'placement.valid_interfaces': {
    meaning: 'Which endpoints of Placement may be used, best first.',
    symptom: '"The placement API endpoint was not found", or no connection.',
    restart: all,
  },
  'placement.timeout': {
    meaning: 'How long Nova waits for an answer of Placement; no value means no limit of its own.',
    symptom: 'Too low: reports of large hosts fail.',
    unit: 'seconds',
    restart: all,
  },
  'placement.connect_retries': {
    meaning: 'How often a connection to Placement is tried again.',
    symptom: 'None: a short outage fails builds and reports.',
    restart: all,
  },
  'placement.cafile': {
    meaning: 'CA file for the TLS connection to Placement.',
    symptom: 'SSLError "certificate verify failed".',
    restart: all,
  },
  'service_user.send_service_user_token': {
    meaning: 'Whether Nova adds a token of its own to that of the user.',
    symptom: 'Off: Cinder refuses to detach volumes, and long operations fail when the token of the user '
      + 'runs out.',
    restart: all,
  },
  'service_user.auth_type': {
    meaning: 'How the service user of Nova logs in.',
    symptom: 'Missing: MissingAuthPlugin as soon as service tokens are on.',
    restart: all,
  },
  'service_user.auth_url': {
    meaning: 'Where Keystone is for the login of the service user.',
    symptom: 'DiscoveryFailure in all requests to other services.',
    restart: all,
  },
  'service_user.username': {
    meaning: 'The service user of Nova; it needs the role `service`.',
    symptom: 'Unauthorized, or Forbidden from Cinder.',
    restart: all,
  },

  // ---- quotas ---------------------------------------------------------------------------------------------
  'quota.instances': {
    meaning: 'Instances per project where none is set for the project; -1: no limit.',
    symptom: 'TooManyInstances.',
    restart: apiAndConductor,
  },
  'quota.cores': {
    meaning: 'CPUs of instances per project where none is set for the project; -1: no limit.',
    symptom: 'TooManyInstances.',
    restart: apiAndConductor,
  },
  'quota.ram': {
    meaning: 'Memory of instances per project where none is set for the project; -1: no limit.',
    symptom: 'TooManyInstances.',
    unit: 'MiB',
    restart: apiAndConductor,
  },
  'quota.recheck_quota': {
    meaning: 'Whether the quota is checked again after an instance was scheduled, against requests at the '
      + 'same moment.',
    symptom: 'On: TooManyInstances in nova-conductor and instances in ERROR under races. Off: projects can '
      + 'exceed their quota.',
    restart: apiAndConductor,
  },
  'quota.driver': {
    meaning: 'Where limits are kept: in the database of Nova, or in Keystone (unified limits).',
    symptom: 'Changed without moving the limits: requests are refused.',
    restart: apiAndConductor,
  },
  'quota.count_usage_from_placement': {
    meaning: 'Whether cores and memory are counted in Placement.',
    symptom: 'On: allocations of instances in a resize count twice. Off: cells that are down count as empty.',
    restart: apiAndConductor,
  },
  'quota.unified_limits_resource_strategy': {
    meaning: 'Whether resources in the list must have a limit, or are left out.',
    symptom: 'A resource without registered limit counts as zero and is refused.',
    restart: apiAndConductor,
  },
  'quota.unified_limits_resource_list': {
    meaning: 'Resources that the strategy speaks of.',
    symptom: 'ProjectOverLimit with a limit of 0.',
    restart: apiAndConductor,
  },
  'oslo_limit.endpoint_id': {
    meaning: 'Endpoint of Nova in Keystone, by which its limits are found.',
    symptom: 'Missing with unified limits: every request fails.',
    restart: apiAndConductor,
  },
  'quota.metadata_items': {
    meaning: 'Metadata items of one instance; -1: no limit.',
    symptom: 'MetadataLimitExceeded.',
    restart: api,
  },
  'quota.injected_files': {
    meaning: 'Files that one request may inject; -1: no limit.',
    symptom: 'OnsetFileLimitExceeded.',
    restart: api,
  },
  'quota.injected_file_content_bytes': {
    meaning: 'Size of one injected file; -1: no limit.',
    symptom: 'OnsetFileContentLimitExceeded.',
    unit: 'bytes',
    restart: api,
  },
  'quota.injected_file_path_length': {
    meaning: 'Length of the path of an injected file; -1: no limit.',
    symptom: 'OnsetFilePathLimitExceeded.',
    unit: 'bytes',
    restart: api,
  },
  'quota.key_pairs': {
    meaning: 'Key pairs per user; -1: no limit.',
    symptom: 'KeypairLimitExceeded.',
    restart: api,
  },
  'quota.fixed_ips': {
    meaning: 'nova-network: fixed addresses per project; -1: no limit.',
    symptom: 'FixedIpLimitExceeded.',
    restart: compute,
  },
  'api.list_records_by_skipping_down_cells': {
    meaning: 'Whether lists leave out cells whose database does not answer.',
    symptom: 'On: lists are incomplete without an error. Off: a cell that is down fails every list.',
    restart: api,
  },
};
