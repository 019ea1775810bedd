// Classes of exceptions by the text of their message, for lines that tell the text alone. Texts are those of
// nova/exception.py (all releases); rows with `raised` are texts that Nova or a library gives to a class when
// it raises one.

import { libraryTexts } from './libraryTexts';
import type { MessageClass } from './libraryTexts';

export const messageClasses: readonly MessageClass[] = [
  ...libraryTexts,
  { text: 'No valid host was found. %(reason)s', type: 'NoValidHost' },
  // without a reason, and without the blank before it
  { text: 'No valid host was found.', type: 'NoValidHost' },
  { text: 'Exceeded maximum number of retries.', type: 'MaxRetriesExceeded' },
  { text: 'Exceeded maximum number of retries. %(reason)s', type: 'MaxRetriesExceeded' },
  { text: 'Block Device Mapping is Invalid.', type: 'InvalidBDM' },
  { text: 'Block Device Mapping is Invalid: %(rest)s', type: 'InvalidBDM' },
  { text: 'Volume %(volume_id)s did not finish being created even after we waited %(seconds)s seconds or %(attempts)s '
    + 'attempts. %(rest)s', type: 'VolumeNotCreated' },
  { text: 'Virtual Interface creation failed', type: 'VirtualInterfaceCreateException' },
  { text: 'Virtual interface plugin failed', type: 'VirtualInterfacePlugException' },
  { text: 'Binding failed for port %(port_id)s, please check neutron logs for more information.',
    type: 'PortBindingFailed' },
  { text: 'Insufficient compute resources: %(reason)s', type: 'ComputeResourcesUnavailable' },
  { text: 'No fixed IP addresses available for network: %(net)s', type: 'NoMoreFixedIps' },
  { text: 'Unable to migrate instance (%(instance_id)s) to current host (%(host)s).', type: 'UnableToMigrateToSelf' },
  { text: 'The supplied disk path (%(path)s) already exists, it is expected not to exist.',
    type: 'DestinationDiskExists' },
  { text: 'Instance rollback performed due to: %(inner)s', type: 'InstanceFaultRollback' },
  { text: 'Resize error: %(reason)s', type: 'ResizeError' },
  { text: 'Migration pre-check error: %(reason)s', type: 'MigrationPreCheckError' },
  { text: 'Migration error: %(reason)s', type: 'MigrationError' },
  { text: 'Image %(image_id)s is unacceptable: %(reason)s', type: 'ImageUnacceptable' },
  // booted from a volume there is no id, and pages make one blank of two
  { text: 'Image is unacceptable: %(reason)s', type: 'ImageUnacceptable' },
  { text: 'Flavor\'s disk is too small for requested image. %(rest)s', type: 'FlavorDiskSmallerThanImage' },
  { text: 'Failed to provision instance %(inst)s: %(reason)s', type: 'InstanceDeployFailure', raised: true },
  { text: 'Unexpected vif_type=%(type)s', type: 'NovaException', raised: true },
  { text: 'Cannot load \'%s\' in the base class', type: 'NotImplementedError', raised: true },
  { text: 'Instance %(instance_id)s could not be found.', type: 'InstanceNotFound' },
  { text: 'Host \'%(host)s\' is not mapped to any cell', type: 'HostMappingNotFound' },
  { text: 'Compute host %(host)s could not be found.', type: 'ComputeHostNotFound' },
  { text: 'Build of instance %(instance_uuid)s aborted: %(reason)s', type: 'BuildAbortException' },
  { text: 'Build of instance %(instance_uuid)s was re-scheduled: %(reason)s', type: 'RescheduledException' },
  { text: 'Compute service is unavailable at this time.', type: 'ComputeServiceUnavailable' },
  { text: 'Compute service of %(host)s is unavailable at this time.', type: 'ComputeServiceUnavailable' },
  { text: 'The supplied hypervisor type of is invalid.', type: 'InvalidHypervisorType' },
  { text: 'The instance requires a newer hypervisor version than has been '
    + 'provided.', type: 'DestinationHypervisorTooOld' },
  { text: 'Unacceptable CPU info: %(reason)s', type: 'InvalidCPUInfo' },
  { text: 'Connection to the hypervisor is broken on host: %(host)s', type: 'HypervisorUnavailable' },
  { text: 'Connection to the hypervisor is broken on host', type: 'HypervisorUnavailable' },
  { text: 'Instance %(instance_uuid)s in %(attr)s %(state)s. Cannot %(method)s while the instance is in '
    + 'this state.', type: 'InstanceInvalidState' },
  { text: 'Client exception during Migration Pre check: '
    + '%(reason)s', type: 'MigrationPreCheckClientException' },
  { text: 'Failed to submit live migration %(migration_uuid)s for instance %(instance_uuid)s for '
    + 'processing.', type: 'LiveMigrationNotSubmitted' },
  { text: 'Service is unavailable at this time.', type: 'ServiceUnavailable' },
  { text: 'Instance %(instance_uuid)s is locked', type: 'InstanceIsLocked' },
  { text: 'Image %(image_id)s could not be found.', type: 'ImageNotFound' },
  { text: 'Image %(image_id)s is not active.', type: 'ImageNotActive' },
  { text: 'Not authorized for image %(image_id)s.', type: 'ImageNotAuthorized' },
  { text: 'Flavor\'s disk is too small for requested image.', type: 'FlavorDiskTooSmall' },
  { text: 'The created instance\'s disk would be too small.', type: 'FlavorDiskTooSmall' },
  { text: 'Flavor\'s memory is too small for requested image.', type: 'FlavorMemoryTooSmall' },
  { text: 'Flavor\'s disk is smaller than the minimum size specified in image metadata. Flavor disk is '
    + '%(flavor_size)i bytes, minimum size is %(image_min_disk)i bytes.',
  type: 'FlavorDiskSmallerThanMinDisk' },
  { text: 'Flavor\'s disk is too small for requested image. Flavor disk is %(flavor_size)i bytes, image is '
    + '%(image_size)i bytes.', type: 'FlavorDiskSmallerThanImage' },
  { text: 'Volume %(volume_id)s could not be found.', type: 'VolumeNotFound' },
  { text: 'Volume %(volume_id)s could not be attached. Reason: %(reason)s', type: 'VolumeAttachFailed' },
  { text: 'Volume %(volume_id)s could not be detached. Reason: %(reason)s', type: 'VolumeDetachFailed' },
  { text: 'Device detach failed for %(device)s: %(reason)s)', type: 'DeviceDetachFailed' },
  { text: 'Device detach failed for %(device)s: %(reason)s', type: 'DeviceDetachFailed' },
  { text: 'Connection to cinder host failed: %(reason)s', type: 'CinderConnectionFailed' },
  { text: 'Connection to glance failed: %(reason)s', type: 'GlanceConnectionFailed' },
  { text: 'Connection to glance host %(host)s:%(port)s failed: %(reason)s', type: 'GlanceConnectionFailed' },
  { text: 'Connection to glance host %(server)s failed: %(reason)s', type: 'GlanceConnectionFailed' },
  { text: 'Invalid volume: %(reason)s', type: 'InvalidVolume' },
  { text: 'Port %(port_id)s could not be found.', type: 'PortNotFound' },
  { text: 'Port id %(port_id)s could not be found.', type: 'PortNotFound' },
  { text: 'Port %(port_id)s not usable for instance %(instance)s.', type: 'PortNotUsable' },
  { text: 'Port %(port_id)s is still in use.', type: 'PortInUse' },
  { text: 'Maximum number of ports exceeded', type: 'PortLimitExceeded' },
  { text: 'Network %(network_id)s could not be found.', type: 'NetworkNotFound' },
  { text: 'More than one possible network found. Specify network ID(s) to select which one(s) to connect '
    + 'to,', type: 'NetworkAmbiguous' },
  { text: 'More than one possible network found. Specify network ID(s) to select which one(s) to connect '
    + 'to.', type: 'NetworkAmbiguous' },
  { text: 'Zero fixed ips available.', type: 'NoMoreFixedIps' },
  { text: 'No more available networks.', type: 'NoMoreNetworks' },
  { text: 'Fixed IP address %(address)s is already in use.', type: 'FixedIpAlreadyInUse' },
  { text: 'Fixed IP address %(address)s is already in use on instance '
    + '%(instance_uuid)s.', type: 'FixedIpAlreadyInUse' },
  { text: 'Maximum number of fixed ips exceeded', type: 'FixedIpLimitExceeded' },
  { text: 'Maximum number of fixed IPs exceeded', type: 'FixedIpLimitExceeded' },
  { text: 'The fixed IP associated with port %(port_id)s is not compatible with the '
    + 'host.', type: 'FixedIpInvalidOnHost' },
  { text: 'Unable to automatically allocate a network for project '
    + '%(project_id)s', type: 'UnableToAutoAllocateNetwork' },
  { text: 'It is not allowed to create an interface on external network '
    + '%(network_uuid)s', type: 'ExternalNetworkAttachForbidden' },
  { text: 'Network requires port_security_enabled and subnet associated in order to apply security '
    + 'groups.', type: 'SecurityGroupCannotBeApplied' },
  { text: 'Instance %(instance_id)s is not running.', type: 'InstanceNotRunning' },
  { text: 'Failed to power off instance: %(reason)s.', type: 'InstancePowerOffFailure' },
  { text: 'Failed to power off instance: %(reason)s', type: 'InstancePowerOffFailure' },
  { text: 'Failed to suspend instance: %(reason)s', type: 'InstanceSuspendFailure' },
  { text: 'Failed to resume server: %(reason)s.', type: 'InstanceResumeFailure' },
  { text: 'Failed to resume instance: %(reason)s.', type: 'InstanceResumeFailure' },
  { text: 'Failed to resume instance: %(reason)s', type: 'InstanceResumeFailure' },
  { text: 'Failed to reboot instance: %(reason)s', type: 'InstanceRebootFailure' },
  { text: 'Failed to terminate instance: %(reason)s', type: 'InstanceTerminationFailure' },
  { text: 'Failed to deploy instance: %(reason)s', type: 'InstanceDeployFailure' },
  { text: 'unexpected task state: expecting %(expected)s but the actual state is '
    + '%(actual)s', type: 'UnexpectedTaskStateError' },
  { text: 'Unexpected task state: expecting %(expected)s but the actual state is '
    + '%(actual)s', type: 'UnexpectedTaskStateError' },
  { text: 'Conflict updating instance %(instance_uuid)s. Expected: %(expected)s. Actual: '
    + '%(actual)s', type: 'UnexpectedTaskStateError' },
  { text: 'Disk info file is invalid: %(reason)s', type: 'InvalidDiskInfo' },
  { text: 'Disk format %(disk_format)s is not acceptable', type: 'InvalidDiskFormat' },
  { text: 'Failed to read or write disk info file: %(reason)s', type: 'DiskInfoReadWriteFail' },
  { text: 'Failed to attach network adapter device to %(instance)s', type: 'InterfaceAttachFailed' },
  { text: 'Failed to attach network adapter device to %(instance_uuid)s', type: 'InterfaceAttachFailed' },
  { text: 'Failed to detach network adapter device from  %(instance)s', type: 'InterfaceDetachFailed' },
  { text: 'Failed to detach network adapter device from %(instance_uuid)s', type: 'InterfaceDetachFailed' },
  { text: 'PCI Device request (%requests)s failed', type: 'PciDeviceRequestFailed' },
  { text: 'PCI device request (%requests)s failed', type: 'PciDeviceRequestFailed' },
  { text: 'PCI device request %(requests)s failed', type: 'PciDeviceRequestFailed' },
  { text: 'PCI Device %(node_id)s:%(address)s not found.', type: 'PciDeviceNotFound' },
  { text: 'PCI alias %(alias)s is not defined', type: 'PciRequestAliasNotDefined' },
  { text: 'Host does not support guests with NUMA topology set', type: 'NUMATopologyUnsupported' },
  { text: 'Instance group %(group_uuid)s could not be found.', type: 'InstanceGroupNotFound' },
  { text: 'Quota exceeded for %(overs)s: Requested %(req)s, but already used %(used)d of %(allowed)d '
    + '%(resource)s', type: 'TooManyInstances' },
  { text: 'Quota exceeded for %(overs)s: Requested %(req)s, but already used %(used)s of %(allowed)s '
    + '%(overs)s', type: 'TooManyInstances' },
  { text: 'Quota exceeded for resources: %(overs)s', type: 'OverQuota' },
  { text: 'Maximum number of volumes allowed (%(allowed)d) exceeded', type: 'VolumeLimitExceeded' },
  { text: 'Volume resource quota exceeded', type: 'VolumeLimitExceeded' },
  { text: 'Volume %(volume_id)s has \'multiattach\' set, which is not supported for this '
    + 'instance.', type: 'MultiattachNotSupportedByVirtDriver' },
  { text: 'Volume encryption is not supported for %(volume_type)s volume '
    + '%(volume_id)s', type: 'VolumeEncryptionNotSupported' },
  { text: 'key manager error: %(reason)s', type: 'KeyManagerError' },
  { text: 'Key manager error: %(reason)s', type: 'KeyManagerError' },
  { text: 'Image signature certificate validation failed for certificate: %(cert_uuid)s. '
    + '%(reason)s', type: 'CertificateValidationFailed' },
  { text: 'Signature verification for the image failed: %(reason)s.', type: 'SignatureVerificationError' },
  { text: 'Failed to create resource provider %(name)s', type: 'ResourceProviderCreationFailed' },
  { text: 'Failed to get resource provider with UUID %(uuid)s', type: 'ResourceProviderRetrievalFailed' },
  { text: 'Failed to update allocations for instance %(instance)s. Error: '
    + '%(error)s', type: 'AllocationUpdateFailed' },
  { text: 'Failed to update allocations for consumer %(consumer_uuid)s. Error: '
    + '%(error)s', type: 'AllocationUpdateFailed' },
  { text: 'Failed to retrieve allocations for consumer %(consumer_uuid)s: '
    + '%(error)s', type: 'ConsumerAllocationRetrievalFailed' },
  { text: 'BuildRequest not found for instance %(uuid)s', type: 'BuildRequestNotFound' },
  { text: 'Instance %(uuid)s has no mapping to a cell.', type: 'InstanceMappingNotFound' },
  { text: 'Cell %(uuid)s has no mapping.', type: 'CellMappingNotFound' },
  { text: 'ServerGroup policy is not supported: %(reason)s', type: 'UnsupportedPolicyException' },
  { text: 'No Unique Match Found.', type: 'NoUniqueMatch' },
  { text: 'The current driver does not support preserving ephemeral '
    + 'partitions.', type: 'PreserveEphemeralNotSupported' },
  { text: 'Instance evacuate is not supported.', type: 'InstanceEvacuateNotSupported' },
  { text: 'Failed to bind accelerator requests: %(msg)s', type: 'AcceleratorRequestBindingFailed' },
  { text: 'Failed to %(op)s accelerator requests: %(msg)s', type: 'AcceleratorRequestOpFailed' },
  { text: '5 attempts to create virtual interfacewith unique mac address '
    + 'failed', type: 'VirtualInterfaceMacAddressException' },
  { text: 'Creation of virtual interface with unique mac address '
    + 'failed', type: 'VirtualInterfaceMacAddressException' },
  { text: 'Block Device Mapping is Invalid: failed to get volume %(id)s.', type: 'InvalidBDMVolume' },
  { text: 'Block Device Mapping is Invalid: failed to get snapshot %(id)s.', type: 'InvalidBDMSnapshot' },
  { text: 'Block Device Mapping is Invalid: failed to get image %(id)s.', type: 'InvalidBDMImage' },
  { text: 'Migration %(migration_id)s could not be found.', type: 'MigrationNotFound' },
  { text: 'Migration not found for instance %(instance_id)s with status '
    + '%(status)s.', type: 'MigrationNotFoundByStatus' },
  { text: 'Info cache for instance %(instance_uuid)s could not be '
    + 'found.', type: 'InstanceInfoCacheNotFound' },
  { text: 'Invalid input received: %(reason)s', type: 'InvalidInput' },
  { text: 'An unknown exception occurred.', type: 'NovaException' },
  { text: '%(path)s is not on shared storage: %(reason)s', type: 'InvalidSharedStorage' },
  { text: '%(path)s is not on local storage: %(reason)s', type: 'InvalidLocalStorage' },
];
