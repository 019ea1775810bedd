// How Nova's exceptions turn into one another: wrappers that carry the reason of another, classes known by their
// text alone, and classes that name the operation. From the except clauses of nova/compute/manager.py and conductor.

import type { OperationKind, PhaseId } from './schema';

/** Classes that say that something failed because of something else: never a root cause if the reason is known. */
export const wrappers: readonly string[] = [
  'BuildAbortException', 'RescheduledException', 'MaxRetriesExceeded', 'InstanceFaultRollback', 'RemoteError',
  'InvalidBDM', 'VolumeLimitExceeded', 'MigrationError', 'MigrationPreCheckError',
];

/** Exceptions by which code talks to itself: what is raised instead of them is where the trouble has a name. */
export const signals: readonly string[] = [
  'KeyError', 'AttributeError', 'StopIteration', 'IndexError', 'Empty', 'eventlet.timeout.Timeout', 'ExitEarly',
];

/** A class → the operation and phase that raise it, where only one does. */
export const classHints: Readonly<Record<string, { readonly kind: OperationKind; readonly phase: PhaseId }>> = {
  DestinationDiskExists: { kind: 'live-migration', phase: 'move' },
  UnableToMigrateToSelf: { kind: 'live-migration', phase: 'scheduling' },
  MigrationPreCheckError: { kind: 'live-migration', phase: 'scheduling' },
  LiveMigrationURINotAvailable: { kind: 'live-migration', phase: 'move' },
  InvalidLocalStorage: { kind: 'live-migration', phase: 'move' },
  InvalidSharedStorage: { kind: 'live-migration', phase: 'move' },
  ResizeError: { kind: 'resize', phase: 'move' },
  InstanceDeployFailure: { kind: 'create', phase: 'spawning' },
  BuildAbortException: { kind: 'create', phase: 'spawning' },
  RescheduledException: { kind: 'create', phase: 'spawning' },
  VolumeNotCreated: { kind: 'create', phase: 'block_device_mapping' },
};

/** The text of a message → the class that has it as its message; longest literal text wins. */
export const messageClasses: readonly { readonly text: string; readonly type: string; readonly raised?: true }[] = [
  { text: 'No valid host was found. %(reason)s', type: 'NoValidHost' },
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
  { text: 'Flavor\'s disk is too small for requested image. %(rest)s', type: 'FlavorDiskSmallerThanImage' },
  { text: 'Failed to provision instance %(inst)s: %(reason)s', type: 'InstanceDeployFailure', raised: true },
  { text: 'Unexpected vif_type=%(type)s', type: 'NovaException', raised: true },
  { text: 'operation failed: %(text)s', type: 'libvirtError', raised: true },
  { text: 'internal error: %(text)s', type: 'libvirtError', raised: true },
  { text: 'internal error %(text)s', type: 'libvirtError', raised: true },
  { text: 'unsupported configuration: %(text)s', type: 'libvirtError', raised: true },
  { text: 'Requested operation is not valid: %(text)s', type: 'libvirtError', raised: true },
  { text: 'Unexpected error while running command.%(rest)s', type: 'ProcessExecutionError', raised: true },
  { text: 'Timed out waiting for a reply to message ID %(id)s', type: 'MessagingTimeout', raised: true },
  { text: 'Instance %(instance_id)s could not be found.', type: 'InstanceNotFound' },
  { text: 'Host \'%(host)s\' is not mapped to any cell', type: 'HostMappingNotFound' },
  { text: 'Compute host %(host)s could not be found.', type: 'ComputeHostNotFound' },
  { text: 'Build of instance %(instance_uuid)s aborted: %(reason)s', type: 'BuildAbortException' },
  { text: 'Build of instance %(instance_uuid)s was re-scheduled: %(reason)s', type: 'RescheduledException' },
];
