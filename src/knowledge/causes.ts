// How Nova's exceptions turn into one another: wrappers that carry the reason of another, classes known by
// their text alone, and classes that name the operation. From the except clauses of nova/compute/manager.py
// and conductor.

import type { OperationKind, PhaseId } from './schema';

/** Classes that say that something failed because of something else: never a root cause if the reason is
 *  known. */
export const wrappers: readonly string[] = [
  'BuildAbortException', 'RescheduledException', 'MaxRetriesExceeded', 'InstanceFaultRollback', 'RemoteError',
  'InvalidBDM', 'VolumeLimitExceeded', 'MigrationError', 'MigrationPreCheckError',
];

/** Exceptions by which code talks to itself: what is raised instead of them is where the trouble has a
 *  name. */
export const signals: readonly string[] = [
  'KeyError', 'AttributeError', 'StopIteration', 'IndexError', 'Empty', 'Timeout', 'ExitEarly',
];

/** Classes for which a build is given up, and not handed to another host: it would fail there as well. */
export const aborting: ReadonlySet<string> = new Set([
  'BuildAbortException', 'FixedIpLimitExceeded', 'NoMoreNetworks', 'NoMoreFixedIps',
  'VirtualInterfaceCreateException', 'VirtualInterfaceMacAddressException', 'FixedIpInvalidOnHost',
  'UnableToAutoAllocateNetwork', 'ExternalNetworkAttachForbidden', 'NetworksWithQoSPolicyNotSupported',
  'VTPMSecretForbidden', 'FlavorDiskTooSmall', 'FlavorDiskSmallerThanImage', 'FlavorDiskSmallerThanMinDisk',
  'VolumeSmallerThanMinDisk', 'FlavorMemoryTooSmall', 'ImageNotActive', 'ImageUnacceptable', 'InvalidDiskInfo',
  'InvalidDiskFormat', 'SignatureVerificationError', 'CertificateValidationFailed', 'VolumeEncryptionNotSupported',
  'InvalidInput', 'RequestedVRamTooHigh', 'InvalidBDM', 'VolumeLimitExceeded', 'InstanceNotFound',
  'UnexpectedDeletingTaskStateError', 'MaxRetriesExceeded', 'NoValidHost',
]);

export interface Hint {
  readonly kind: OperationKind;
  readonly phase: PhaseId;
}

/** A class → the operation and phase that raise it, where only one does. */
export const classHints: Readonly<Record<string, Hint>> = {
  DestinationDiskExists: { kind: 'live-migration', phase: 'pre_live_migration' },
  UnableToMigrateToSelf: { kind: 'live-migration', phase: 'scheduling' },
  ComputeServiceUnavailable: { kind: 'live-migration', phase: 'scheduling' },
  MigrationPreCheckError: { kind: 'live-migration', phase: 'migrate_check' },
  LiveMigrationURINotAvailable: { kind: 'live-migration', phase: 'migrating' },
  InvalidLocalStorage: { kind: 'live-migration', phase: 'migrate_check' },
  InvalidSharedStorage: { kind: 'live-migration', phase: 'migrate_check' },
  ResizeError: { kind: 'resize', phase: 'resize_migrating' },
  InstanceDeployFailure: { kind: 'create', phase: 'spawning' },
  BuildAbortException: { kind: 'create', phase: 'spawning' },
  RescheduledException: { kind: 'create', phase: 'spawning' },
  VolumeNotCreated: { kind: 'create', phase: 'block_device_mapping' },
};

/**
 * The text of an exception → the operation and phase that most likely raise it, for tracebacks of
 * nova.compute.manager
 * of which nothing else is left. A guest that does not start is logged there when it is built; other actions
 * leave it to the RPC server.
 */
export const textHints: readonly (Hint & { readonly text: string })[] = [
  { text: 'internal error: process exited while connecting to monitor%(rest)s', kind: 'create', phase: 'power_on' },
  { text: 'internal error: Process exited %(rest)s', kind: 'create', phase: 'power_on' },
  { text: 'internal error: qemu unexpectedly closed the monitor%(rest)s', kind: 'create', phase: 'power_on' },
  { text: 'internal error process exited while connecting to monitor%(rest)s', kind: 'create', phase: 'power_on' },
  // what libvirt puts above QEMU's words was cut off
  { text: '%(time)sZ qemu-kvm: %(rest)s', kind: 'create', phase: 'power_on' },
  { text: '%(time)sZ qemu-system-%(rest)s', kind: 'create', phase: 'power_on' },
  { text: 'error from service: CreateMachine: %(rest)s', kind: 'create', phase: 'power_on' },
  { text: 'invalid argument: could not find capabilities for %(rest)s', kind: 'create', phase: 'power_on' },
  { text: 'unsupported configuration: IDE controllers are unsupported%(rest)s', kind: 'create', phase: 'power_on' },
  { text: 'Cannot get interface MTU on %(rest)s', kind: 'create', phase: 'power_on' },
  { text: 'Unexpected error while running command.\nCommand: qemu-img convert%(rest)s', kind: 'create', phase: 'image' },
  { text: 'Not authorized for image %(image_id)s.', kind: 'create', phase: 'image' },
  { text: 'Unexpected vif_type=%(type)s', kind: 'create', phase: 'guest_xml' },
];

const moves: readonly OperationKind[] = ['resize', 'migrate'];
const rebuilds: readonly OperationKind[] = ['rebuild', 'evacuate'];

/** The task state in which an action expects its instance when it sets the next one → the actions that do,
 *  and the phase in which they do. */
export const expectedStates: Readonly<Record<string, {
  readonly among: readonly OperationKind[]; readonly phase: PhaseId;
}>> = {
  block_device_mapping: { among: ['create'], phase: 'block_device_mapping' },
  image_snapshot_pending: { among: ['createImage'], phase: 'image_snapshot' },
  rebuilding: { among: rebuilds, phase: 'start' },
  rebuild_block_device_mapping: { among: rebuilds, phase: 'block_device_mapping' },
  rebuild_spawning: { among: rebuilds, phase: 'spawning' },
  'powering-off': { among: ['stop'], phase: 'power_off' }, 'powering-on': { among: ['start'], phase: 'powering_on' },
  pausing: { among: ['pause'], phase: 'pausing' }, unpausing: { among: ['unpause'], phase: 'unpausing' },
  suspending: { among: ['suspend'], phase: 'suspending' }, resuming: { among: ['resume'], phase: 'resuming' },
  rescuing: { among: ['rescue'], phase: 'rescuing' }, unrescuing: { among: ['unrescue'], phase: 'unrescuing' },
  restoring: { among: ['restore'], phase: 'restoring' }, unshelving: { among: ['unshelve'], phase: 'unshelving' },
  updating_password: { among: ['changePassword'], phase: 'updating_password' },
  resize_prep: { among: moves, phase: 'resize_migrating' },
  resize_migrating: { among: moves, phase: 'resize_migrating' },
  resize_migrated: { among: moves, phase: 'resize_finish' }, resize_finish: { among: moves, phase: 'resize_finish' },
  resize_reverting: { among: ['revertResize'], phase: 'resize_reverting' },
};

/** A class → the part of a build that raises it, where only one does and no frame says so. */
export const classPhases: Readonly<Record<string, PhaseId>> = {
  VirtualInterfaceCreateException: 'vif_plug', VirtualInterfacePlugException: 'vif_plug',
  PortBindingFailed: 'networking', NoMoreFixedIps: 'networking', NoMoreFloatingIps: 'networking',
  FixedIpInvalidOnHost: 'networking', ExternalNetworkAttachForbidden: 'networking',
  SecurityGroupCannotBeApplied: 'networking', PortLimitExceeded: 'networking',
  ComputeResourcesUnavailable: 'claim', FlavorDiskSmallerThanImage: 'image', ImageUnacceptable: 'image',
  ImageNotAuthorized: 'image', SignatureVerificationError: 'image', InvalidDiskInfo: 'image', DiskNotFound: 'image',
  GlanceConnectionFailed: 'image', InvalidBDM: 'block_device_mapping', VolumeNotCreated: 'block_device_mapping',
};
