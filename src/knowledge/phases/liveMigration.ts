// Phases of a live migration, on the source and on the destination. Templates are Nova's own.

import type { OperationKind, PhaseSpec } from '../schema';
import { reverted } from './reverted';

const manager = 'nova.compute.manager';
const conductor = 'nova.conductor.tasks.live_migrate';
const libvirt = ['nova.virt.libvirt.driver', 'nova.virt.libvirt.connection'];
const migration = ['nova.virt.libvirt.migration', 'nova.virt.libvirt.driver'];
const live: readonly OperationKind[] = ['live-migration'];
const vm = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';

export const migrateCheckPhase: PhaseSpec = {
  id: 'migrate_check',
  title: 'Pre-check',
  what: 'The conductor asks the destination, and the destination the source, whether the guest can move: CPU, '
    + 'storage, devices.',
  service: 'compute',
  shows: 'DEBUG',
  taskState: 'migrating',
  options: ['libvirt.cpu_mode', 'workarounds.skip_cpu_compare_on_dest'],
  markers: [
    { edge: 'note', logger: conductor, level: 'DEBUG', captures: { host: 'destination', e: 'reason' }, kinds: live,
      text: 'Skipping host: %(host)s because: %(e)s', follows: 'request', harmless: true,
      sample: 'Skipping host: cmp03 because: Unacceptable CPU info: CPU doesn\'t have compatibility.' },
    { edge: 'begin', logger: manager, level: 'DEBUG', text: 'destination check data is %s', kinds: live, follows: 'request',
      role: 'destination', sample: 'destination check data is LibvirtLiveMigrateData(bdms=<?>)' },
    { edge: 'end', logger: manager, level: 'DEBUG', text: 'source check data is %s', kinds: live, follows: 'request',
      role: 'source', sample: 'source check data is LibvirtLiveMigrateData(bdms=<?>)' },
    { edge: 'end', logger: manager, level: 'DEBUG', text: 'Created live migration claim.', kinds: live,
      role: 'destination' },
    { edge: 'fail', logger: libvirt, level: 'ERROR', kinds: live, role: 'source', captures: { uuid: 'instance' },
      raises: 'MigrationPreCheckError',
      text: 'Cannot block migrate instance %(uuid)s with mapped volumes. Selective block device migration is not supported with tunnelled block migrations.',
      sample: `Cannot block migrate instance ${vm} with mapped volumes. Selective block device migration is not `
        + 'supported with tunnelled block migrations.' },
    { edge: 'fail', logger: libvirt, level: 'ERROR', kinds: live, role: 'source', captures: { uuid: 'instance' },
      raises: 'MigrationPreCheckError',
      text: 'Cannot block migrate instance %(uuid)s with mapped volumes. Selective block device migration feature requires libvirt version %(libvirt_ver)s',
      sample: `Cannot block migrate instance ${vm} with mapped volumes. Selective block device migration feature `
        + 'requires libvirt version 1.2.17' },
  ],
};

export const preLiveMigrationPhase: PhaseSpec = {
  id: 'pre_live_migration',
  title: 'Preparing on the destination',
  what: 'The destination connects volumes, plugs interfaces and makes the directory of the instance; the source waits '
    + 'for it and for Neutron.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'migrating',
  through: ['vif_plug', 'networking'],
  options: ['compute.live_migration_wait_for_vif_plug', 'DEFAULT.vif_plugging_timeout', 'DEFAULT.rpc_response_timeout'],
  markers: [
    { edge: 'begin', logger: manager, level: 'DEBUG', text: 'pre_live_migration data is %s', kinds: live, follows: 'request',
      role: 'destination', sample: 'pre_live_migration data is LibvirtLiveMigrateData(bdms=<?>)' },
    { edge: 'note', logger: libvirt, level: 'DEBUG', text: 'migrate_data in pre_live_migration: %s', kinds: live,
      role: 'destination', sample: 'migrate_data in pre_live_migration: LibvirtLiveMigrateData(bdms=<?>)' },
    { edge: 'note', logger: libvirt, level: 'DEBUG', text: 'Connecting volumes before live migration.', kinds: live,
      role: 'destination' },
    { edge: 'note', logger: libvirt, level: 'DEBUG', text: 'Plugging VIFs before live migration.', kinds: live,
      role: 'destination' },
    { edge: 'note', logger: libvirt, level: 'DEBUG', kinds: live, role: 'destination',
      text: 'Plugging VIFs using destination host port bindings before live migration.' },
    { edge: 'note', logger: libvirt, level: 'WARNING', harmless: true, kinds: live, role: 'destination',
      text: 'plug_vifs() failed %(cnt)d. Retry up to %(max_retry)d.', captures: { cnt: 'count' },
      sample: 'plug_vifs() failed 0. Retry up to 30.' },
    { edge: 'end', logger: manager, level: 'DEBUG', text: 'pre_live_migration result data is %s', kinds: live,
      follows: 'request', role: 'destination', sample: 'pre_live_migration result data is LibvirtLiveMigrateData(bdms=[])' },
    { edge: 'took', logger: manager, level: 'INFO', role: 'source', kinds: live,
      text: 'Took %0.2f seconds for pre_live_migration on destination host %s.',
      captures: { 0: 'seconds', 1: 'destination' },
      sample: 'Took 3.20 seconds for pre_live_migration on destination host cmp02.' },
    { edge: 'note', logger: manager, level: 'WARNING', harmless: true, role: 'source', kinds: live, narrow: true,
      text: 'Timed out waiting for events: %(events)s', sample: 'Timed out waiting for events: '
        + '[(\'network-vif-plugged\', \'e3871ffd\')]' },
    { edge: 'fail', logger: manager, level: 'ERROR', text: 'Pre live migration failed at %s', role: 'source',
      kinds: live, says: 'failed', captures: { 0: 'destination' },
      sample: 'Pre live migration failed at cmp02' },
    { edge: 'fail', logger: manager, level: 'ERROR', text: 'Pre live migration failed at  %(dest)s', role: 'source',
      kinds: live, says: 'failed', captures: { dest: 'destination' }, old: true,
      sample: 'Pre live migration failed at  cmp02' },
    { edge: 'fail', logger: manager, level: 'ERROR', role: 'source', kinds: live, says: 'failed',
      captures: { 0: 'destination' }, raises: 'VirtualInterfacePlugException',
      text: 'Failed waiting for network virtual interfaces to be plugged on the destination host %s.',
      sample: 'Failed waiting for network virtual interfaces to be plugged on the destination host cmp02.' },
    { edge: 'fail', logger: manager, level: 'ERROR', role: 'source', kinds: live, captures: { event: 'event',
      uuid: 'instance' }, text: 'Neutron reported failure during live migration with %(event)s for instance %(uuid)s',
    sample: `Neutron reported failure during live migration with network-vif-plugged-e3871ffd for instance ${vm}` },
  ],
};

export const migratingPhase: PhaseSpec = {
  id: 'migrating',
  title: 'Copying the memory',
  what: 'libvirt copies the memory, and without shared storage the disks, while the guest runs and changes them; it '
    + 'ends when what remains can be sent within the allowed downtime.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'migrating',
  options: ['libvirt.live_migration_completion_timeout', 'libvirt.live_migration_timeout_action',
    'libvirt.live_migration_downtime', 'libvirt.live_migration_bandwidth', 'libvirt.live_migration_permit_post_copy',
    'libvirt.live_migration_permit_auto_converge'],
  markers: [
    { edge: 'begin', logger: manager, level: 'DEBUG', text: 'live_migration data is %s', kinds: live, follows: 'request',
      role: 'source', sample: 'live_migration data is LibvirtLiveMigrateData(bdms=[])' },
    { edge: 'begin', logger: libvirt, level: 'DEBUG', text: 'Starting monitoring of live migration',
      kinds: live, role: 'source' },
    { edge: 'begin', logger: libvirt, level: 'DEBUG', text: 'About to invoke the migrate API', kinds: live,
      role: 'source' },
    { edge: 'note', logger: libvirt, level: 'DEBUG', text: 'Migration not running yet', kinds: live, role: 'source' },
    { edge: 'note', logger: libvirt, level: 'INFO', role: 'source', elapsed: true,
      text: 'Migration running for %(secs)d secs, memory %(remaining)d%% remaining; (bytes processed=%(processed_memory)d, remaining=%(remaining_memory)d, total=%(total_memory)d)',
      kinds: live, captures: { secs: 'seconds', remaining: 'percent', processed_memory: 'processed',
        remaining_memory: 'remaining', total_memory: 'total' },
      sample: 'Migration running for 0 secs, memory 0% remaining; (bytes processed=0, remaining=0, total=0)' },
    { edge: 'note', logger: libvirt, level: 'INFO', kinds: live, role: 'source', elapsed: true,
      captures: { secs: 'seconds', remaining: 'percent', processed_memory: 'processed', remaining_memory: 'remaining',
        total_memory: 'total', disk_remaining: 'diskPercent' },
      text: 'Migration running for %(secs)d secs, memory %(remaining)d%% remaining (bytes processed=%(processed_memory)d, remaining=%(remaining_memory)d, total=%(total_memory)d); disk %(disk_remaining)d%% remaining (bytes processed=%(processed_disk)d, remaining=%(remaining_disk)d, total=%(total_disk)d).',
      sample: 'Migration running for 5 secs, memory 42% remaining (bytes processed=1, remaining=2, total=3); disk 0% remaining (bytes processed=0, remaining=0, total=0).' },
    { edge: 'note', logger: migration, level: 'INFO', kinds: live, role: 'source', captures: { downtime: 'downtime' },
      text: 'Increasing downtime to %(downtime)d ms after %(waittime)d sec elapsed time',
      sample: 'Increasing downtime to 98 ms after 225 sec elapsed time' },
    { edge: 'fail', logger: migration, level: 'WARNING', kinds: live, role: 'source', captures: { 0: 'seconds' },
      text: 'Live migration not completed after %d sec', sample: 'Live migration not completed after 1600 sec' },
    { edge: 'fail', logger: libvirt, level: 'WARNING', kinds: live, role: 'source', captures: { 0: 'seconds' },
      text: 'Live migration stuck for %d sec', sample: 'Live migration stuck for 150 sec' },
    { edge: 'note', logger: 'nova.virt.libvirt.migration', level: 'WARNING', harmless: true, kinds: live,
      role: 'source', captures: { 0: 'error' }, text: 'Failed to pause instance during live-migration %s',
      sample: 'Failed to pause instance during live-migration Domain not found' },
    { edge: 'end', logger: libvirt, level: 'INFO', text: 'Migration operation has completed',
      kinds: live, role: 'source' },
    { edge: 'fail', logger: libvirt, level: 'ERROR', text: 'Live Migration failure: %s', role: 'source',
      kinds: live, says: 'failed', captures: { 0: 'error' },
      sample: 'Live Migration failure: operation failed: Failed to connect to remote libvirt URI qemu+ssh://cmp02/system' },
    { edge: 'fail', logger: libvirt, level: 'ERROR', text: 'Migration operation has aborted',
      kinds: live, says: 'failed', role: 'source' },
    { edge: 'fail', logger: libvirt, level: 'WARNING', text: 'Migration operation was cancelled',
      kinds: live, says: 'failed', role: 'source' },
    { edge: 'fail', logger: libvirt, level: 'WARNING', text: 'Error monitoring migration: %(ex)s', role: 'source',
      kinds: live, captures: { ex: 'error' }, sample: 'Error monitoring migration: Timed out during operation: '
        + 'cannot acquire state change lock' },
    // the instance goes to ERROR in Pike and after, and stays as it was before
    { edge: 'fail', logger: manager, level: 'ERROR', text: 'Live migration failed.', role: 'source',
      kinds: live, says: 'failed' },
    { edge: 'fail', logger: manager, level: 'INFO', kinds: live, says: 'failed', role: 'source',
      text: 'Successfully cancelled queued live migration.' },
    { edge: 'fail', logger: manager, level: 'INFO', kinds: live, says: 'failed', role: 'source',
      text: 'Migration %s failed to submit as the compute service is shutting down.',
      raises: 'LiveMigrationNotSubmitted',
      sample: 'Migration 0b6f2d7a-7c41-4b0e-9d36-2b8c4e1a6f70 failed to submit as the compute service is shutting down.' },
    reverted('migrating', live),
  ],
};

export const postCopyPhase: PhaseSpec = {
  id: 'post_copy',
  title: 'Post-copy',
  what: 'The guest runs on the destination already and fetches the rest of its memory from the source as it needs it; '
    + 'from here on there is no way back.',
  service: 'compute',
  within: 'migrating',
  taskState: 'migrating',
  options: ['libvirt.live_migration_permit_post_copy', 'libvirt.live_migration_timeout_action'],
  markers: [
    { edge: 'begin', logger: 'nova.virt.libvirt.migration', level: 'INFO', kinds: live, role: 'source',
      text: 'Switching to post-copy migration mode' },
    { edge: 'note', logger: 'nova.virt.libvirt.migration', level: 'WARNING', harmless: true, kinds: live,
      role: 'source', text: 'Live-migration %s already switched to post-copy mode.',
      sample: 'Live-migration 0b6f2d7a-7c41-4b0e-9d36-2b8c4e1a6f70 already switched to post-copy mode.' },
    { edge: 'note', logger: 'nova.virt.libvirt.migration', level: 'WARNING', harmless: true, kinds: live,
      role: 'source', captures: { 0: 'error' }, text: 'Failed to switch to post-copy live migration: %s',
      sample: 'Failed to switch to post-copy live migration: Requested operation is not valid' },
  ],
};

export const postLiveMigrationPhase: PhaseSpec = {
  id: 'post_live_migration',
  title: 'Cleaning up on the source',
  what: 'The source gives volumes and interfaces back, removes the files and lets the destination take over.',
  service: 'compute',
  shows: 'INFO',
  taskState: 'migrating',
  through: ['destroy', 'cleanup', 'detach_volumes', 'post_live_migration_at_destination'],
  markers: [
    { edge: 'begin', logger: manager, level: 'INFO', text: '_post_live_migration() is started..',
      kinds: live, role: 'source' },
    { edge: 'note', logger: manager, level: 'ERROR', harmless: true, kinds: live, role: 'source',
      text: 'Connection for volume %s not terminated on source host %s during post_live_migration: %s',
      captures: { 0: 'volume', 1: 'source', 2: 'error' },
      sample: 'Connection for volume dd04f3d2-63cb-45f2-9a31-9ecc523bd40f not terminated on source host cmp01 during '
        + 'post_live_migration: timed out' },
    { edge: 'note', logger: manager, level: 'ERROR', harmless: true, kinds: live, role: 'source',
      text: 'Volume attachment %s not deleted on source host %s during post_live_migration: %s',
      captures: { 1: 'source', 2: 'error' },
      sample: 'Volume attachment dd04f3d2-63cb-45f2-9a31-9ecc523bd40f not deleted on source host cmp01 during '
        + 'post_live_migration: timed out' },
    { edge: 'end', logger: manager, level: 'INFO', text: 'Migrating instance to %s finished successfully.',
      kinds: live, says: 'success', captures: { 0: 'destination' }, role: 'source',
      sample: 'Migrating instance to cmp02 finished successfully.' },
    { edge: 'note', logger: manager, level: 'INFO', role: 'source',
      text: 'You may see the error "libvirt: QEMU error: Domain not found: no domain with matching name." This error can be safely ignored.',
      kinds: live },
    // until Ocata the source goes on to say that all went well
    { edge: 'fail', logger: manager, level: 'ERROR', text: 'Post live migration at destination %s failed',
      kinds: live, says: 'failed', lasting: true, captures: { 0: 'destination' }, role: 'source',
      sample: 'Post live migration at destination cmp02 failed' },
  ],
};

export const postAtDestinationPhase: PhaseSpec = {
  id: 'post_live_migration_at_destination',
  title: 'Taking over on the destination',
  what: 'The destination binds the ports to itself, defines the guest and writes down that the instance is here.',
  service: 'compute',
  shows: 'INFO',
  within: 'post_live_migration',
  taskState: 'migrating',
  markers: [
    { edge: 'begin', logger: manager, level: 'INFO', text: 'Post operation of migration started',
      kinds: live, role: 'destination' },
    { edge: 'note', logger: manager, level: 'ERROR', harmless: true, kinds: live, role: 'destination',
      captures: { 0: 'source', 1: 'error' },
      text: 'Network cleanup failed for source host %s during post live migration. You may need to manually clean up resources in the network service. Error: %s',
      sample: 'Network cleanup failed for source host cmp01 during post live migration. You may need to manually clean '
        + 'up resources in the network service. Error: timed out' },
    { edge: 'fail', logger: manager, level: 'ERROR', kinds: live, says: 'failed', role: 'destination', leaves: 'error',
      text: 'Unexpected error during post live migration at destination host.' },
  ],
};

export const rollbackPhase: PhaseSpec = {
  id: 'rollback',
  title: 'Rolling back',
  what: 'The instance stays on the source; what the destination had prepared is taken down again.',
  service: 'compute',
  taskState: 'migrating',
  through: ['destroy', 'cleanup'],
  markers: [
    { edge: 'begin', logger: manager, level: 'DEBUG', kinds: live, says: 'failed', role: 'source',
      text: 'Migration %s aborted by another process, rollback.',
      sample: 'Migration 0b6f2d7a-7c41-4b0e-9d36-2b8c4e1a6f70 aborted by another process, rollback.' },
    { edge: 'begin', logger: manager, level: 'INFO', role: 'source',
      text: 'Swapping old allocation on %(rp_uuids)s held by migration %(mig)s for instance',
      kinds: ['live-migration', 'resize', 'migrate', 'revertResize'],
      phaseFor: { resize: 'resize_prep', migrate: 'resize_prep', revertResize: 'resize_reverting' },
      sample: 'Swapping old allocation on dict_keys([\'5f3a9d2e\']) held by migration 0b6f2d7a for instance' },
    { edge: 'note', logger: manager, level: 'DEBUG', kinds: live, says: 'failed', role: 'source',
      text: 'Calling destination to drop move claim.' },
    { edge: 'note', logger: manager, level: 'ERROR', harmless: true, kinds: live,
      captures: { 0: 'destination', 1: 'error' },
      text: 'Network cleanup failed for destination host %s during live migration rollback. You may need to manually clean up resources in the network service. Error: %s',
      sample: 'Network cleanup failed for destination host cmp02 during live migration rollback. You may need to '
        + 'manually clean up resources in the network service. Error: timed out' },
    { edge: 'note', logger: manager, level: 'ERROR', harmless: true, kinds: live,
      text: 'An error occurred while cleaning up networking during live migration rollback.' },
    { edge: 'note', logger: manager, level: 'ERROR', harmless: true, kinds: live, captures: { 0: 'volume' },
      text: 'Exception while attempting to rollback BDM for volume %s.',
      sample: 'Exception while attempting to rollback BDM for volume dd04f3d2-63cb-45f2-9a31-9ecc523bd40f.' },
    { edge: 'note', logger: manager, level: 'ERROR', harmless: true, kinds: live, role: 'destination',
      text: 'An error occurred while deallocating network.' },
  ],
};
