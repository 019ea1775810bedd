// What to do about an exception, in one sentence, by class name without its module. Out: rows whose
// `{placeholders}` are filled from a finding's arguments and the numbers of the exception's own message.

import { codeRemedies } from './codeRemedies';
import { commandRemedy } from './commandRemedies';
import { libvirtRemedy } from './libvirtRemedies';
import type { Remedy } from './remedyRow';

const ratios = [
  'DEFAULT.cpu_allocation_ratio', 'DEFAULT.ram_allocation_ratio', 'DEFAULT.disk_allocation_ratio',
  'DEFAULT.reserved_host_memory_mb', 'DEFAULT.reserved_host_disk_mb', 'DEFAULT.reserved_host_cpus',
] as const;

const ofSystem: Remedy = {
  messages: ['[Errno %(number)s] %(text)s: %(path)s', '[Errno %(number)s] %(text)s', 'Socket %(socket)s'],
  sentences: [
    { when: { socket: ['closed'] }, text: 'The other side closed the connection, mostly the message broker: see whether it'
      + ' was restarted at that time.' },
    { when: { number: ['2'] }, text: 'On this host there is no {path}: see whether what it lies on is mounted, and what'
      + ' removed it.' },
    { when: { number: ['2'] }, text: 'A file, or a program that was called, is not there on this host.' },
    { when: { number: ['1', '13'] }, text: 'The service may not use {path}: see its owner and mode, those of the'
      + ' directories above it, and SELinux or AppArmor.' },
    { when: { number: ['28'] }, text: 'A file system of this host is full: see which (df -h, df -i), and what the image'
      + ' cache keeps.' },
    { text: 'The system refused something: a number in brackets, where one stands, says what, and a path behind it of what.' },
  ],
};

export const remedies: Readonly<Record<string, Remedy>> = {
  ...codeRemedies,
  OSError: ofSystem,
  IOError: ofSystem,
  FileNotFoundError: ofSystem,
  PermissionError: ofSystem,
  // ---- block devices -------------------------------------------------------------------------------------
  VolumeNotCreated: {
    messages: [
      'Volume %(volume_id)s did not finish being created even after we waited %(waited)s seconds or'
        + ' %(tries)s attempts. And its status is %(volume_status)s.',
      'Volume %(volume_id)s did not finish being created even after we waited %(waited)s seconds or'
        + ' %(tries)s attempts.',
    ],
    sentences: [
      { when: { volume_status: ['downloading'] },
        text: '{tries} attempts over {waited} s and the volume was still “downloading”: raise'
          + ' block_device_allocate_retries ({retries}) or block_device_allocate_retries_interval'
          + ' ({interval} s), or make the copy from image to volume faster.' },
      { when: { volume_status: ['creating'] },
        text: '{tries} attempts over {waited} s and the volume was still “creating”: see what cinder-volume'
          + ' is waiting for, then raise block_device_allocate_retries ({retries}) or'
          + ' block_device_allocate_retries_interval ({interval} s) if the backend is only slow.' },
      { when: { volume_status: ['error', 'error_deleting', 'error_restoring'] },
        text: 'Cinder gave volume {volume_id} up after {waited} s (status “{volume_status}”): look for it in'
          + ' the cinder-volume and cinder-scheduler logs; waiting longer changes nothing.' },
      { text: 'The volume {volume_id} came to status “{volume_status}” and not to “available”: look for it in the'
        + ' Cinder logs; waiting longer changes nothing.' },
      { text: '{tries} attempts over {waited} s and the volume was not ready: see what Cinder did with volume'
        + ' {volume_id}; if it was still being created, raise block_device_allocate_retries or'
        + ' block_device_allocate_retries_interval.' },
      { text: 'Raise block_device_allocate_retries or block_device_allocate_retries_interval, or see why'
        + ' Cinder takes so long to create the volume.' },
    ],
    options: ['DEFAULT.block_device_allocate_retries', 'DEFAULT.block_device_allocate_retries_interval'],
  },
  InvalidBDM: {
    sentences: [{ text: 'The block devices could not be set up: the exception logged just before says which'
      + ' volume and why.' }],
  },
  VolumeLimitExceeded: {
    sentences: [{ text: 'The project has no volume quota left: delete volumes or raise the quota in Cinder'
      + ' (openstack quota set --volumes).' }],
  },
  OverQuota: {
    messages: ['Quota exceeded for resources: %(overs)s'],
    sentences: [
      { text: 'The quota for {overs} is used up: free some or raise it for the project.' },
      { text: 'A quota of the project is used up: free some of it or raise it.' },
    ],
  },
  InvalidVolume: {
    messages: ['Invalid volume: %(reason)s'],
    sentences: [
      { text: 'Cinder or Nova refuses the volume ({reason}): bring it into the state that is asked for and'
        + ' try again.' },
      { text: 'Bring the volume into the state that Nova asks for and try again.' },
    ],
  },
  VolumeNotFound: {
    messages: ['Volume %(volume_id)s could not be found.'],
    sentences: [
      { text: 'Cinder does not know volume {volume_id}: check whether it was deleted, and whether the'
        + ' project may see it.' },
      { text: 'Cinder does not know the volume: check whether it was deleted.' },
    ],
  },
  VolumeAttachFailed: {
    messages: ['Volume %(volume_id)s could not be attached. Reason: %(reason)s'],
    sentences: [
      { text: 'Volume {volume_id} could not be attached ({reason}): check the path from this host to the'
        + ' storage backend.' },
      { text: 'Check the path from this host to the storage backend.' },
    ],
  },
  CinderConnectionFailed: {
    messages: ['Connection to cinder host failed: %(reason)s'],
    sentences: [{ text: 'Nova could not reach Cinder: check the volume endpoint ([cinder] catalog_info or'
      + ' endpoint_template) and whether the Cinder API answers from this host.' }],
    options: ['cinder.catalog_info', 'cinder.endpoint_template'],
  },
  MultiattachNotSupportedByVirtDriver: {
    messages: ["Volume %(volume_id)s has 'multiattach' set, which is not supported for this instance."],
    sentences: [
      { text: 'Volume {volume_id} is multiattach and this host cannot attach such volumes: use a volume'
        + ' without it or a host whose driver supports it.' },
      { text: 'Use a volume without multiattach or a host whose driver supports it.' },
    ],
  },
  VolumeEncryptionNotSupported: {
    messages: ['Volume encryption is not supported for %(volume_type)s volume %(volume_id)s'],
    sentences: [
      { text: 'Encryption is not supported for {volume_type} volumes on this host: use a volume type without'
        + ' encryption for volume {volume_id}.' },
      { text: 'Use a volume type without encryption or a backend that supports it.' },
    ],
  },
  DeviceDetachFailed: {
    messages: ['Device detach failed for %(device)s: %(reason)s'],
    sentences: [
      { text: 'The guest did not let go of {device}: unmount it inside the guest if it is a disk, or, from Wallaby on, raise'
        + ' [libvirt] device_detach_attempts or device_detach_timeout.' },
      { text: 'The guest did not let go of the device: unmount it inside the guest if it is a disk, or, from Wallaby on, raise'
        + ' [libvirt] device_detach_attempts or device_detach_timeout.' },
    ],
    options: ['libvirt.device_detach_attempts', 'libvirt.device_detach_timeout'],
  },

  // ---- network -------------------------------------------------------------------------------------------
  VirtualInterfaceCreateException: {
    sentences: [
      { text: 'Neutron did not report port {port} as plugged within {timeout} s: check the L2 agent of'
        + ' {host} and whether Neutron reaches the Nova API; vif_plugging_timeout only sets how long Nova'
        + ' waits.' },
      { text: 'Neutron did not report the port as plugged within {timeout} s: check the L2 agent of this'
        + ' host and whether Neutron reaches the Nova API; vif_plugging_timeout only sets how long Nova'
        + ' waits.' },
      { text: 'Neutron did not report the port as plugged in time: check the L2 agent of this host and'
        + ' whether Neutron reaches the Nova API; vif_plugging_timeout only sets how long Nova waits.' },
    ],
    options: ['DEFAULT.vif_plugging_timeout', 'DEFAULT.vif_plugging_is_fatal'],
  },
  PortBindingFailed: {
    messages: ['Binding failed for port %(port_id)s, please check neutron logs for more information.'],
    sentences: [
      { text: 'Neutron could not bind port {port_id} to this host: check that its L2 agent is alive'
        + ' (openstack network agent list) and that the mechanism drivers and physical network fit, then'
        + ' look for the port in the neutron-server log.' },
      { text: 'Neutron could not bind the port to this host: check that its L2 agent is alive (openstack'
        + ' network agent list) and look for the port in the neutron-server log.' },
    ],
  },
  VirtualInterfaceMacAddressException: {
    sentences: [{ text: 'No free MAC address was found: raise create_unique_mac_address_attempts, and see'
      + ' which ports hold the addresses.' }],
    options: ['DEFAULT.create_unique_mac_address_attempts'],
  },
  NoMoreFixedIps: {
    messages: ['No fixed IP addresses available for network: %(net)s'],
    sentences: [
      { text: 'Network {net} has no free address: delete unused ports or enlarge the allocation pools of its'
        + ' subnets.' },
      { text: 'The network has no free address: delete unused ports or enlarge the allocation pools of its'
        + ' subnets.' },
    ],
  },
  NoMoreFloatingIps: {
    sentences: [{ text: 'No floating address is free: release some or add a range. Where only a build asked for one,'
      + ' that is auto_assign_floating_ip of nova-network.' }],
  },
  NoMoreNetworks: {
    sentences: [{ text: 'nova-network has no network left for this project: create one or free one.' }],
  },
  FixedIpLimitExceeded: {
    sentences: [{ text: 'The quota of fixed addresses is used up: release addresses or raise it.' }],
  },
  FixedIpInvalidOnHost: {
    messages: ['The fixed IP associated with port %(port_id)s is not compatible with the host.'],
    sentences: [
      { text: 'The address of port {port_id} belongs to a segment that this host does not reach: choose'
        + ' another address or another host.' },
      { text: 'The address of the port belongs to a segment that this host does not reach: choose another'
        + ' address or another host.' },
    ],
  },
  UnableToAutoAllocateNetwork: {
    messages: ['Unable to automatically allocate a network for project %(project_id)s'],
    sentences: [
      { text: 'Neutron could not make a network for project {project_id}: it needs a default external'
        + ' network and a default subnet pool (openstack network auto allocated topology create'
        + ' --check-resources).' },
      { text: 'Neutron could not make a network: it needs a default external network and a default subnet'
        + ' pool.' },
    ],
  },
  ExternalNetworkAttachForbidden: {
    messages: ['It is not allowed to create an interface on external network %(network_uuid)s'],
    sentences: [
      { text: 'Network {network_uuid} is external: boot on an internal network with a floating address, or'
        + ' allow it in the policy.' },
      { text: 'The network is external: boot on an internal network with a floating address.' },
    ],
  },
  PortLimitExceeded: {
    sentences: [{ text: 'The project has no port quota left: delete unused ports or raise the quota'
      + ' (openstack quota set --ports).' }],
  },
  PortNotFound: {
    messages: ['Port id %(port_id)s could not be found.', 'Port %(unattached)s is not attached'],
    sentences: [
      { text: 'The instance has no port {unattached} any more, by what Nova keeps of its network: see whether it was detached'
        + ' before (openstack port show {unattached} -c device_id).' },
      { text: 'Neutron does not know port {port_id}: it was deleted, or belongs to another project.' },
      { text: 'Neutron does not know the port: it was deleted, or belongs to another project.' },
    ],
  },
  PortInUse: {
    messages: ['Port %(port_id)s is still in use.'],
    sentences: [
      { text: 'Port {port_id} is still bound to something: detach it there or use another port.' },
      { text: 'The port is still bound to something: detach it there or use another port.' },
    ],
  },
  NetworkNotFound: {
    messages: ['Network %(network_id)s could not be found.'],
    sentences: [
      { text: 'Neutron does not know network {network_id}, or the project may not see it.' },
      { text: 'Neutron does not know the network, or the project may not see it.' },
    ],
  },

  // ---- scheduling and claims -----------------------------------------------------------------------------
  NoValidHost: {
    messages: ['No valid host was found. %(reason)s'],
    sentences: [
      { text: 'Filter {filter} returned 0 hosts: compare what it asks for with the hosts, then free'
        + ' capacity, enable hosts or change the flavor.' },
      { when: { reason: ['There are not enough hosts available.', 'There are not enough hosts available'] },
        text: 'No host passed the scheduler: look in the nova-scheduler log for the filter that returned 0'
          + ' hosts or for "Got no allocation candidates", then free capacity, enable hosts or change the'
          + ' flavor.' },
      { text: 'No host was left to try: the fault of each host stands in its nova-compute log; otherwise'
        + ' look in the nova-scheduler log for the filter that returned 0 hosts.' },
    ],
    options: ['filter_scheduler.enabled_filters'],
  },
  MaxRetriesExceeded: {
    messages: ['Exceeded maximum number of retries. %(reason)s'],
    sentences: [{ text: 'Every host that was tried failed: fix the fault of the last host first; [scheduler]'
      + ' max_attempts only sets how many are tried.' }],
    options: ['scheduler.max_attempts'],
  },
  ComputeResourcesUnavailable: {
    messages: ['Insufficient compute resources: %(reason)s.'],
    sentences: [
      // no ratio makes more of them; up to Mitaka the reason has a full stop of its own
      { when: { reason: ['Claim pci failed', 'Claim pci failed.'] },
        text: 'The host had no free PCI device left when it was claimed: free one, or make alias and device_spec'
          + ' the same on controllers and hosts.' },
      { text: 'The host ran out between scheduling and claim ({reason}): free capacity, or correct the'
        + ' allocation ratios and reserved amounts of this host.' },
      { text: 'The host ran out between scheduling and claim: free capacity, or correct the allocation'
        + ' ratios and reserved amounts of this host.' },
    ],
    options: [...ratios],
  },
  GroupAffinityViolation: {
    messages: ['%(policy)s instance group policy was violated'],
    sentences: [
      { text: 'Two members of the server group were placed at once against its {policy} policy: boot them'
        + ' one after another or let Nova reschedule.' },
      { text: 'Two members of the server group were placed at once against its policy: boot them one after'
        + ' another.' },
    ],
  },
  HostMappingNotFound: {
    messages: ["Host '%(name)s' is not mapped to any cell"],
    sentences: [
      { text: 'Host {name} is in no cell: run nova-manage cell_v2 discover_hosts.' },
      { text: 'The host is in no cell: run nova-manage cell_v2 discover_hosts.' },
    ],
  },
  BuildRequestNotFound: {
    sentences: [{ text: 'The instance was deleted before it was scheduled: nothing is to be done.' }],
  },
  TooManyInstances: {
    messages: ['Quota exceeded for %(overs)s: Requested %(req)s, but already used %(used)s of %(allowed)s'
      + ' %(resource)s'],
    sentences: [
      { text: 'The quota for {overs} does not suffice: {req} asked for and {used} of {allowed} used; free'
        + ' some or raise it for the project.' },
      { text: 'The quota does not suffice: free some of it or raise it for the project.' },
    ],
    options: ['quota.instances', 'quota.cores', 'quota.ram'],
  },
  MessagingTimeout: {
    messages: ['Timed out waiting for a reply to message ID %(msg_id)s'],
    sentences: [{ text: 'The other service did not answer in time: check that it runs and that RabbitMQ'
      + ' carries its queue; rpc_response_timeout only sets how long the caller waits.' }],
    options: ['DEFAULT.rpc_response_timeout'],
  },

  // ---- images and guests ---------------------------------------------------------------------------------
  ImageUnacceptable: {
    messages: ['Image %(image_id)s is unacceptable: %(reason)s'],
    sentences: [
      { text: 'Image {image_id} cannot be used ({reason}): upload it again with the right format and'
        + ' properties.' },
      { text: 'The image cannot be used: upload it again with the right format and properties.' },
    ],
  },
  ImageNotActive: {
    messages: ['Image %(image_id)s is not active.'],
    sentences: [
      { text: 'Image {image_id} is not active: wait for its upload to end or upload it again.' },
      { text: 'The image is not active: wait for its upload to end or upload it again.' },
    ],
  },
  ImageNotFound: {
    // rbd has a class of this name as well
    messages: [
      'Image %(image_id)s could not be found.',
      'error opening image %(disk)s at snapshot %(snapshot)s',
      '[errno 2] RBD image not found (error opening image %(disk)s at snapshot %(snapshot)s)',
      '[errno 2] error opening image %(disk)s at snapshot %(snapshot)s',
    ],
    sentences: [
      { text: 'Ceph has no RBD image {disk} in the pool: see which there are (rbd ls).' },
      { text: 'Glance does not know image {image_id}: it was deleted or hidden from this project.' },
      { text: 'Glance does not know the image: it was deleted or hidden from this project.' },
    ],
  },
  ImageNotAuthorized: {
    messages: ['Not authorized for image %(image_id)s.'],
    sentences: [
      { text: 'Glance refused image {image_id}: its log says whether for the token (401) or by its policy (403).' },
      { text: 'Glance refused the image: its log says whether for the token (401) or by its policy (403).' },
    ],
  },
  GlanceConnectionFailed: {
    messages: ['Connection to glance host %(server)s failed: %(reason)s'],
    sentences: [
      { text: 'Nova could not reach Glance at {server}: check that it answers from this host; [glance]'
        + ' num_retries sets how often Nova tries.' },
      { text: 'Nova could not reach Glance: check that it answers from this host; [glance] num_retries sets'
        + ' how often Nova tries.' },
    ],
    options: ['glance.num_retries'],
  },
  FlavorDiskTooSmall: {
    sentences: [{ text: 'The disk of the flavor is smaller than the image: choose a flavor with a larger'
      + ' root disk.' }],
  },
  FlavorDiskSmallerThanImage: {
    messages: ["Flavor's disk is too small for requested image. Flavor disk is %(flavor_size)i bytes, image"
      + ' is %(image_size)i bytes.'],
    sentences: [
      { text: 'The image needs {image_size} bytes and the disk of the flavor has {flavor_size}: choose a'
        + ' flavor with a larger root disk.' },
      { text: 'The disk of the flavor is smaller than the image: choose a flavor with a larger root disk.' },
    ],
  },
  FlavorMemoryTooSmall: {
    sentences: [{ text: 'The image asks for more memory than the flavor has: choose a larger flavor or lower'
      + ' min_ram of the image.' }],
  },
  InvalidDiskInfo: {
    messages: ['Disk info file is invalid: %(reason)s'],
    sentences: [
      { text: 'The disk could not be read or is not what Nova recorded ({reason}): see on this host what it is (qemu-img'
        + ' info), and the image it came from.' },
      { text: 'The disk could not be read or is not what Nova recorded: see on this host what it is (qemu-img info), and'
        + ' the image it came from.' },
    ],
  },
  InvalidDiskFormat: {
    messages: ['Disk format %(disk_format)s is not acceptable'],
    sentences: [
      { text: 'Disk format {disk_format} is not accepted on this host: convert the image, for example to'
        + ' qcow2 or raw.' },
      { text: 'The disk format is not accepted on this host: convert the image, for example to qcow2 or'
        + ' raw.' },
    ],
  },
  SignatureVerificationError: {
    messages: ['Signature verification for the image failed: %(reason)s.'],
    sentences: [{ text: 'The signature of the image does not fit: check its img_signature properties and the'
      + ' certificate, or upload and sign it again.' }],
  },
  CertificateValidationFailed: {
    sentences: [{ text: 'The certificate that signed the image is not trusted: add it to the trusted'
      + ' certificates of the request or to [glance] default_trusted_certificate_ids.' }],
    options: ['glance.default_trusted_certificate_ids'],
  },
  DiskNotFound: {
    messages: ['No disk at %(location)s'],
    sentences: [
      { within: ['No disk at /%(path)s'], text: 'The file /{path} is missing on this host: check instances_path and its'
        + ' mounts.' },
      { text: 'The guest has no disk {location} in its definition: compare virsh domblklist with what Nova shows as attached.' },
      { text: 'A disk file is missing on this host: check instances_path and its mounts.' },
    ],
    options: ['DEFAULT.instances_path'],
  },
  InvalidInput: {
    messages: ['Invalid input received: Invalid image %(image)s or unable to access requested image.%(rest)s',
      'Invalid input received: %(reason)s'],
    sentences: [
      { when: { image: ['identifier'] }, text: 'Cinder could not get the image for the volume from Glance: check that it is'
        + ' there for this project, and which Glance Cinder asks; the cinder-api log has the reason.' },
      { text: 'A value was refused ({reason}): correct it and try again.' },
      { text: 'A value of the request was refused: correct it and try again.' },
    ],
  },
  libvirtError: libvirtRemedy,
  HypervisorUnavailable: {
    sentences: [{ text: 'nova-compute lost libvirt: check that the libvirt daemon of this host runs and'
      + ' answers (virsh list).' }],
  },
  VirtualInterfacePlugException: {
    sentences: [{ text: 'The port could not be plugged on this host: check the bridge or vSwitch there and'
      + ' the privsep or rootwrap rights of nova-compute.' }],
  },
  UnableToMigrateToSelf: {
    messages: ['Unable to migrate instance (%(instance)s) to current host (%(host)s).'],
    sentences: [{ text: 'The instance is on {host} already: name another host, or none, so that the scheduler chooses.' },
      { text: 'The instance is on that host already: name another host, or none, so that the scheduler chooses.' }],
  },
  ProcessExecutionError: commandRemedy,
  PreserveEphemeralNotSupported: {
    sentences: [{ text: 'This driver cannot preserve the ephemeral disk: rebuild without'
      + ' --preserve-ephemeral.' }],
  },
  AcceleratorRequestBindingFailed: {
    messages: ['Failed to bind accelerator requests: %(msg)s'],
    sentences: [{ text: 'Cyborg did not bind the accelerators in time: look for the requests in the Cyborg'
      + ' logs; arq_binding_timeout sets how long Nova waits.' }],
    options: ['DEFAULT.arq_binding_timeout'],
  },
  PciDeviceRequestFailed: {
    sentences: [{ text: 'The host has no free PCI device that fits: compare [pci] device_spec and alias with'
      + ' the flavor.' }],
    options: ['pci.device_spec', 'pci.alias'],
  },

  // ---- moves ---------------------------------------------------------------------------------------------
  InvalidCPUInfo: {
    sentences: [{ text: 'The CPU of the destination lacks what the guest has: give all hosts of a group one CPU model ([libvirt]'
      + ' cpu_mode custom and cpu_models, before Train cpu_model), or choose a host with a CPU of the same kind.' }],
    options: ['libvirt.cpu_mode', 'libvirt.cpu_models'],
  },
  InvalidSharedStorage: {
    messages: ['%(path)s is not on shared storage: %(reason)s'],
    sentences: [{ text: 'The storage is not what the request says ({reason}): see on both hosts where instances_path is mounted, or'
      + ' leave the choice to Nova (block_migration auto; for an evacuation microversion 2.14 or newer).' },
    { text: 'The storage is not what the request says: see on both hosts where instances_path is mounted.' }],
    options: ['DEFAULT.instances_path'],
  },
  InvalidLocalStorage: {
    messages: ['%(path)s is not on local storage: %(reason)s'],
    sentences: [{ text: 'A block migration does not fit this instance ({reason}): migrate without it, or leave the choice to Nova'
      + ' (block_migration auto).' },
    { text: 'A block migration does not fit this instance: migrate without it, or leave the choice to Nova (block_migration'
      + ' auto).' }],
  },
  DestinationDiskExists: {
    messages: ['The supplied disk path (%(path)s) already exists, it is expected not to exist.'],
    sentences: [{ text: 'On the destination {path} is there already, left over or on shared storage: make sure that no guest uses it'
      + ' before it is removed, and do not ask for a block migration on shared storage.' },
    { text: 'A disk of the instance is on the destination already, left over or on shared storage: make sure that no guest uses it'
      + ' before it is removed.' }],
  },
  MigrationPreCheckError: {
    messages: ['Migration pre-check error: %(reason)s'],
    sentences: [{ text: 'The move was refused before anything was touched ({reason}): the instance is where it was; put that right or'
      + ' choose another host.' },
    { text: 'The move was refused before anything was touched: the instance is where it was.' }],
  },
  ResizeError: {
    sentences: [{ text: 'The disks could not be brought to the other host: what the command in the message said is the reason.' }],
  },
  ComputeServiceInUse: {
    messages: ['Compute service of %(host)s is still in use.'],
    sentences: [{ text: 'Nova still counts nova-compute of {host} as up: make sure that the host is fenced, then wait for'
      + ' service_down_time or force the service down (openstack compute service set --down).' },
    { text: 'Nova still counts nova-compute of that host as up: make sure that it is fenced, then force it down.' }],
    options: ['DEFAULT.service_down_time'],
  },
  PortBindingActivationFailed: {
    messages: ['Failed to activate binding for port %(port_id)s on host %(host)s; please check neutron logs for more information',
      'Failed to activate binding for port %(port_id)s and host %(host)s.'],
    sentences: [{ text: 'Neutron did not activate the binding of port {port_id} on {host}: look for the port in the neutron-server'
      + ' log, and bind it again before the guest is moved once more.' },
    { text: 'Neutron did not activate the binding of a port on the new host: look for it in the neutron-server log.' }],
  },

  // ---- volumes and images of running guests --------------------------------------------------------------
  VolumeRebaseFailed: {
    messages: ['Volume rebase failed: %(reason)s'],
    sentences: [{ text: 'libvirt could not copy the volume under the running guest ({reason}): the guest keeps the old volume; read'
      + ' the libvirt log of this host before it is tried again.' },
    { text: 'libvirt could not copy the volume under the running guest: read the libvirt log of this host.' }],
  },
  ClientException: {
    messages: ['The server has either erred or is incapable of performing the requested operation. (HTTP %(code)s)'
      + ' (Request-ID: %(request)s)'],
    sentences: [{ text: 'The API that Nova called failed by itself (HTTP {code}): look for {request} in its log; where a volume is'
      + ' attached or detached that is cinder-api, and cinder-volume behind it.' },
    { text: 'The API that Nova called failed by itself: its own log has the reason; where a volume is attached or detached that is'
      + ' cinder-api, and cinder-volume behind it.' }],
  },
  HTTPServiceUnavailable: {
    sentences: [{ text: 'Glance, or what stands before it, was not there (503): check that glance-api runs and that the proxy reaches'
      + ' it, then try again.' }],
  },
  HTTPInternalServerError: {
    sentences: [{ text: 'Glance failed by itself (500): the glance-api log has the reason, mostly of its store.' }],
  },
  InterfaceAttachFailed: {
    sentences: [{ text: 'The interface did not come into the running guest: the exception logged just before says why.' }],
  },
  DBConnectionError: {
    sentences: [{ text: 'The database was out of reach: bring it back, or the proxy before it; services connect again by'
      + ' themselves.' }],
  },
  ImageQuotaExceeded: {
    sentences: [{ text: 'Glance has no room for the image: delete images of the project, or raise its quota (image_size_total, or'
      + ' user_storage_quota of Glance).' }],
  },

  // ---- guests and services -------------------------------------------------------------------------------
  InstancePowerOffFailure: {
    messages: ['Failed to power off instance: %(reason)s', 'Failed to power off instance: %(reason)s.'],
    sentences: [{ text: 'The guest could not be switched off ({reason}): see what keeps it running, with libvirt mostly a QEMU'
      + ' process that waits for storage which does not answer.' },
    { text: 'The guest could not be switched off: see what its hypervisor says or, of bare metal, the power control of the node.' }],
  },
  InstanceDeployFailure: {
    messages: [
      'Failed to provision instance %(inst)s: Timeout reached while waiting for callback for node %(silent)s',
      'Failed to provision instance %(inst)s: %(reason)s',
    ],
    sentences: [
      { text: 'The deploy ramdisk of node {silent} did not call Ironic back in time: see on the console of the node whether it booted'
        + ' over the network (DHCP, TFTP or HTTP, boot order) and reaches the API of Ironic, and look for the node in the'
        + ' ironic-conductor log.' },
      { text: 'Ironic failed to deploy the node ({reason}): look for the node in the ironic-conductor log, cure that, and make it'
        + ' available again.' },
      { text: 'The instance was not deployed: the reason is in the message; of a bare metal node more is in its last_error'
        + ' (openstack baremetal node show <node>).' },
    ],
  },
  InstanceInvalidState: {
    messages: ['Instance %(instance_uuid)s in %(attr)s %(state)s. Cannot %(method)s while the instance is in this state.'],
    sentences: [{ text: 'The instance is in {attr} {state}, in which {method} is not allowed: wait until that is over, or bring it'
      + ' into another state first.' },
    { within: ['task_state %(task)s'], text: 'The instance is in task_state {task}: another request is at work on it. Wait until'
      + ' that is done; where nothing works on it any more, reset its state (openstack server set --state active).' },
    { within: ['vm_state %(vm)s'], text: 'The instance is in vm_state {vm}, in which this is not allowed: bring it into another'
      + ' state first.' },
    { text: 'The instance is in a state in which this is not allowed: wait until that is over.' }],
  },
  TooOldComputeService: {
    sentences: [{ text: 'A compute service that still stands in the database is too old for this release: upgrade it, or delete the'
      + ' record of a host that is gone (openstack compute service delete).' }],
  },
  ResourceProviderCreationFailed: {
    sentences: [{ text: 'Placement refused the resource provider of this host: the line of nova.scheduler.client.report before has its'
      + ' answer.' }],
  },
  ResourceProviderRetrievalFailed: {
    sentences: [{ text: 'Placement did not hand out the resource provider of this host: the line of nova.scheduler.client.report before'
      + ' has its answer; check the [placement] section and the service itself.' }],
  },

  // ---- states --------------------------------------------------------------------------------------------
  InstanceNotFound: {
    sentences: [{ text: 'The instance was not found: mostly it was deleted meanwhile, and nothing is to be done. If it is'
      + ' still listed, it is in another database (of another cell) or under another host than was asked.' }],
  },
  UnexpectedDeletingTaskStateError: {
    sentences: [{ text: 'The instance was deleted while Nova worked on it: nothing is to be done.' }],
  },
  UnexpectedTaskStateError: {
    sentences: [{ text: 'Something else changed the task state meanwhile: look for a second request on this'
      + ' instance at the same time.' }],
  },
  InstanceIsLocked: {
    sentences: [{ text: 'The instance is locked: unlock it (openstack server unlock) or ask who locked'
      + ' it.' }],
  },
  // ---- what the guest, its image or its host does not allow -----------------------------------------------
  QemuGuestAgentNotEnabled: {
    sentences: [{ text: 'The image of the instance does not ask for the QEMU guest agent: set hw_qemu_guest_agent=yes on'
      + ' the image and make the instance anew from it, or rebuild it (its root disk is lost).' }],
  },
  InstanceQuiesceFailed: {
    messages: ['Failed to quiesce instance: %(reason)s'],
    sentences: [{ text: 'The guest agent did not freeze or thaw the file systems: see that it runs in the guest, then take'
      + ' the snapshot again.' }],
  },
  InterfaceAttachPciClaimFailed: {
    sentences: [{ text: 'The host has no free PCI device for this port: give one free, or move the instance to a host that'
      + ' has one.' }],
  },
  ExtendVolumeNotSupported: {
    sentences: [{ text: 'The host cannot make the disk larger under the running guest. In Cinder the volume has its new'
      + ' size: stop and start the instance, so that it is connected anew.' }],
  },
  HTTPOverLimit: {
    sentences: [{ text: 'Glance took no more: a quota of the project, the limit for one image, or a store that is full. The'
      + ' log of glance-api says which.' }],
  },
  InstanceEvacuateNotSupported: {
    sentences: [{ text: 'The driver of this host cannot evacuate: rebuild the instance from its image'
      + ' elsewhere.' }],
  },
  RescheduledException: {
    sentences: [{ text: 'This host gave up the build; Nova tries another host while it finds one. The'
      + ' exception logged just before, or the reason in the message, says why.' }],
  },
  BuildAbortException: {
    messages: ['Build of instance %(instance_uuid)s aborted: %(reason)s'],
    sentences: [
      { when: { reason: ['Failed to rebuild volume backed instance.'] },
        text: 'The root volume was not made anew from the image: a line just before says why. If the time ran out, see in the'
          + ' log of cinder-volume what it was doing, and raise reimage_timeout_per_gb.' },
      { text: 'The build was given up without another host ({reason}): the exception logged just before says'
        + ' why.' },
      { text: 'The build was given up without another host: the exception logged just before says why.' },
    ],
  },
};
