// Stories of moves between hosts: the log of the source and that of the destination stand one behind the
// other, with `---` between them.

import { rpc, trace, vm, type ActionStory } from './parts';

const running = (seconds: number, percent: number): string => `Migration running for ${seconds} secs, memory ${percent}% `
  + `remaining (bytes processed=${seconds * 100_000_000}, remaining=${percent * 42_949_672}, total=4294967296); disk `
  + '100% remaining (bytes processed=0, remaining=0, total=0).';
const runningNewton = 'Migration running for 30 secs, memory 50% remaining; (bytes processed=3000000000, '
  + 'remaining=2147483648, total=4294967296)';

const resizes: readonly ActionStory[] = [
  { name: 'resize, DEBUG, both hosts', release: 22, rows: `
    0.5 DEBUG mgr r1 vm Stashing vm_state: active
    1 INFO claim r1 vm Claim successful on node cmp02
    1.2 INFO mgr r1 vm Migrating
    9 DEBUG virt r1 vm Starting finish_migration
    9.5 INFO virt r1 vm Creating image
    10 INFO os_vif r1 Successfully plugged vif VIFOpenVSwitch(active=False)
    12 INFO virt - vm Instance running successfully.
    12.2 DEBUG virt r1 vm finish_migration finished successfully.
---
    2 DEBUG virt r1 vm Starting migrate_disk_and_power_off
    5 INFO virt r1 vm Instance shutdown successfully after 3 seconds.
    5.2 INFO virt - vm Instance destroyed successfully.`,
  tells: 'resize? success', states: 'resized', lanes: 'destination cmp02 success, source ? success',
  phases: 'resize_prep:success claim:success resize_migrating:success power_off:success '
    + 'resize_finish:success image:success vif_plug:success' },
  { name: 'migrate, with the API', release: 33, rows: `
    0 DEBUG nova.api.openstack.wsgi r1 Action: 'action', calling method: <bound method MigrateServerController._migrate>, body: {"migrate": null}
    0.2 DEBUG api r1 vm flavor_id is None. Assuming migration.
    0.4 INFO wsgi r1 10.0.0.5 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: 202 len: 0 time: 0.2
---
    1 INFO claim r1 vm Claim successful on node cmp02
    1.2 INFO mgr r1 vm Migrating
    9.5 INFO virt r1 vm Creating image(s)
    12 INFO virt - vm Instance running successfully.`,
  tells: 'migrate success', states: 'resized', lanes: 'destination cmp02 success',
  phases: 'api:success resize_prep:success claim:success resize_finish:success image:success' },
  { name: 'resize whose disks cannot be copied', release: 14, rows: `
    2 DEBUG virt r1 vm Starting migrate_disk_and_power_off
    3 INFO mgr r1 vm Setting instance back to active after: Instance rollback performed due to: Resize error: not able to execute ssh command: Unexpected error while running command.
    3.2 INFO mgr r1 vm Successfully reverted task state from resize_migrating on failure for instance.${
  rpc(3.4, 'virt/libvirt/driver.py', 'migrate_disk_and_power_off', 'nova.exception.ResizeError', 'Resize error: not able to execute ssh command: Unexpected error while running command.')}`,
  tells: 'resize? failed in resize_migrating | ResizeError@8 > InstanceFaultRollback@2', states: 'active',
  phases: 'resize_migrating:failed', lanes: 'source ? failed' },
  { name: 'resize that fails at the end', release: 33, rows: `
    1 INFO claim r1 vm Claim successful on node cmp02
    1.2 INFO mgr r1 vm Migrating
    9 DEBUG virt r1 vm Starting finish_migration
    20 ERROR mgr r1 vm Setting instance vm_state to ERROR${
  trace('compute/manager.py', '_finish_resize', 'libvirt.libvirtError', 'internal error: process exited while connecting to monitor')}
    20.1 INFO mgr r1 vm Deleting allocations for old flavor on source node cmp01 after finish_resize failure. You may be able to recover the instance by hard rebooting it.
    20.2 INFO mgr r1 vm Successfully reverted task state from resize_finish on failure for instance.`,
  tells: 'resize? failed in resize_finish | libvirtError@8', states: 'error',
  phases: 'resize_prep:success claim:success resize_finish:failed', lanes: 'destination cmp02 failed' },
  { name: 'resize that a second host takes', release: 25, rows: `
    0.5 DEBUG mgr r1 vm Stashing vm_state: active
    0.7 INFO claim r1 vm Failed to claim: Claim pci failed.
    0.8 DEBUG mgr r1 vm Rescheduling, attempt 1
    0.9 ERROR mgr r1 vm Error: Insufficient compute resources: Free memory 4.00 MB < requested 512 MB.
---
    2 DEBUG mgr r1 vm Stashing vm_state: active
    2.2 INFO claim r1 vm Claim successful on node cmp03
    2.4 INFO mgr r1 vm Migrating
    12 INFO virt - vm Instance running successfully.
    12.2 DEBUG virt r1 vm finish_migration finished successfully.`,
  tells: 'resize? success', states: 'resized',
  phases: 'resize_prep:success claim:success resize_finish:success' },
  { name: 'resize without a host', release: 22, rows: `
    0 DEBUG api r1 vm Old instance type m1.small, new instance type m1.large
    1 WARNING util r1 vm Failed to compute_task_migrate_server: No valid host was found. There are not enough hosts available.
    1.1 WARNING util r1 vm Setting instance to ACTIVE state.`,
  tells: 'resize failed in scheduling | NoValidHost@2', states: 'active', phases: 'api:success scheduling:failed' },
  { name: 'confirm, DEBUG', release: 22, rows: `
    0 DEBUG mgr r1 vm Going to confirm migration 12
    1 INFO os_vif r1 Successfully unplugged vif VIFOpenVSwitch(active=True)
    1.2 INFO virt r1 vm Deleting instance files /var/lib/nova/instances/${vm}_del
    1.4 INFO virt r1 vm Deletion of /var/lib/nova/instances/${vm}_del complete`,
  tells: 'confirmResize unknown', phases: 'confirm:unknown destroy:unknown cleanup:success', lanes: 'source ? unknown' },
  { name: 'confirm that fails', release: 33, rows: `
    0 DEBUG mgr r1 vm Going to confirm migration 12
    1 ERROR mgr r1 vm Confirm resize failed on source host cmp01. Resource allocations in the placement service will be removed regardless because the instance is now on the destination host cmp02. You can try hard rebooting the instance to correct its state.${
  trace('compute/manager.py', '_confirm_resize', 'OSError', '[Errno 39] Directory not empty')}`,
  tells: 'confirmResize failed in confirm | OSError@6', phases: 'confirm:failed', lanes: 'source cmp01 failed' },
  { name: 'revert, INFO', release: 14, rows: `
    0 INFO virt - vm Instance destroyed successfully.
    1 INFO virt r1 vm Deleting instance files /var/lib/nova/instances/${vm}_del
    1.2 INFO virt r1 vm Deletion of /var/lib/nova/instances/${vm}_del complete
---
    4 INFO virt - vm Instance running successfully.
    4.2 INFO mgr r1 vm Updating instance to original state: 'active'`,
  tells: 'revertResize success', states: 'active',
  phases: 'cleanup:success resize_reverting:success' },
  { name: 'revert, DEBUG', release: 33, rows: `
    0 DEBUG nova.api.openstack.wsgi r1 Action: 'action', calling method: <bound method ServersController._revert_resize>, body: {"revertResize": null}
    0.2 INFO wsgi r1 10.0.0.5 "POST /v2.1/servers/${vm}/action HTTP/1.1" status: 202 len: 0 time: 0.2
    3 DEBUG virt r1 vm Starting finish_revert_migration
    4 INFO virt - vm Instance running successfully.
    4.1 DEBUG virt r1 vm finish_revert_migration finished successfully.
    4.2 INFO mgr r1 vm Updating instance to original state: 'stopped'`,
  tells: 'revertResize success', states: 'stopped', phases: 'api:success resize_reverting:success' },
  { name: 'revert that fails', release: 22, rows: `
    3 DEBUG virt r1 vm Starting finish_revert_migration
    303 ERROR mgr r1 vm Timeout waiting for Neutron events: [('network-vif-plugged', 'e3871ffd')]
    303.1 ERROR mgr r1 vm Setting instance vm_state to ERROR${
  trace('compute/manager.py', '_finish_revert_resize', 'nova.exception.VirtualInterfaceCreateException', 'Virtual Interface creation failed')}`,
  tells: 'revertResize failed in resize_reverting | VirtualInterfaceCreateException@7', states: 'error',
  phases: 'resize_reverting:failed' },
  { name: 'evacuate that calls itself a rebuild, INFO', release: 17, rows: `
    0 INFO mgr r1 vm Rebuilding instance
    0.4 INFO claim r1 vm Attempting claim on node cmp02: memory 512 MB, disk 1 GB, vcpus 1 CPU
    0.5 INFO claim r1 vm Claim successful on node cmp02
    3 INFO virt r1 vm Creating image
    9 INFO virt - vm Instance spawned successfully.`,
  tells: 'evacuate success', phases: 'start:success claim:success spawning:success image:success', states: 'active',
  lanes: 'destination cmp02 success' },
  { name: 'evacuate that says in one line that it is none of the rebuilds', release: 14, rows: `
    0 INFO mgr r1 vm Rebuilding instance
    0.4 INFO mgr r1 vm disk on shared storage, recreating using existing disk`,
  tells: 'evacuate in-progress', phases: 'start:in-progress' },
  { name: 'evacuate that the files of the guest do not fit', release: 17, rows: `
    0 INFO mgr r1 vm Rebuilding instance
    0.4 INFO claim r1 vm Attempting claim on node cmp02: memory 512 MB, disk 1 GB, vcpus 1 CPU
    0.5 INFO claim r1 vm Claim successful on node cmp02
    1 ERROR mgr r1 vm Setting instance vm_state to ERROR${
  trace('compute/manager.py', '_do_rebuild_instance', 'nova.exception.InvalidSharedStorage', 'Invalid state of instance files on shared storage')}`,
  tells: 'evacuate failed in start | InvalidSharedStorage@8', phases: 'start:failed claim:success', states: 'error',
  lanes: 'destination cmp02 failed' },
  { name: 'evacuate, INFO', release: 22, rows: `
    0 INFO mgr r1 vm Evacuating instance
    1 INFO claim r1 vm Claim successful on node cmp02
    1.2 INFO mgr r1 disk on shared storage, evacuating using existing disk
    2 INFO virt r1 vm Creating image
    5 INFO virt - vm Instance spawned successfully.`,
  tells: 'evacuate success', states: 'active', lanes: 'destination cmp02 success',
  phases: 'start:success claim:success spawning:success image:success' },
];

const source = `
    0 DEBUG api r1 vm Going to try to live migrate instance to cmp02
---
    4 INFO mgr r1 vm Took 2.20 seconds for pre_live_migration on destination host cmp02.
    4.2 DEBUG virt r1 vm Starting monitoring of live migration
    34 INFO virt r1 vm ${running(30, 40)}
    65 INFO virt r1 vm ${running(61, 3)}
    66 INFO virt r1 vm Migration operation has completed
    66.1 INFO mgr r1 vm _post_live_migration() is started..
    67 INFO virt r1 vm Deleting instance files /var/lib/nova/instances/${vm}_del
    67.1 INFO virt r1 vm Deletion of /var/lib/nova/instances/${vm}_del complete
    69 INFO mgr r1 vm Migrating instance to cmp02 finished successfully.`;

const live: readonly ActionStory[] = [
  { name: 'live migration, DEBUG, both hosts', release: 33, rows: `${source}
---
    1 DEBUG mgr r1 destination check data is LibvirtLiveMigrateData(bdms=<?>)
    1.8 DEBUG mgr r1 pre_live_migration data is LibvirtLiveMigrateData(bdms=<?>)
    3 INFO os_vif r1 Successfully plugged vif VIFOpenVSwitch(active=False)
    3.9 DEBUG mgr r1 pre_live_migration result data is LibvirtLiveMigrateData(bdms=[])
    68 INFO mgr r1 vm Post operation of migration started
    68.6 DEBUG mgr r1 vm Checking state`,
  tells: 'live-migration success',
  phases: 'api:success migrate_check:success pre_live_migration:success vif_plug:success migrating:success '
    + 'post_live_migration:success post_live_migration_at_destination:success cleanup:success',
  lanes: 'destination cmp02 success, source ? success' },
  { name: 'live migration, INFO, source alone', release: 14, rows: `
    34 INFO virt r1 vm ${runningNewton}
    66 INFO virt r1 vm Migration operation has completed
    66.1 INFO mgr r1 vm _post_live_migration() is started..
    69 INFO mgr r1 vm Migrating instance to cmp02 finished successfully.`,
  tells: 'live-migration success', phases: 'migrating:success post_live_migration:success', lanes: 'source ? success' },
  { name: 'live migration, INFO, destination alone', release: 22, rows: `
    3 INFO os_vif r1 Successfully plugged vif VIFOpenVSwitch(active=False)
    68 INFO mgr r1 vm Post operation of migration started`,
  tells: 'live-migration in-progress', phases: 'vif_plug:in-progress post_live_migration_at_destination:in-progress' },
  { name: 'live migration whose destination cannot prepare', release: 22, rows: `
    1 ERROR mgr r1 vm Pre live migration failed at cmp02${
  trace('compute/manager.py', 'pre_live_migration', 'nova.exception.DestinationDiskExists_Remote', 'The supplied disk path (/x) already exists, it is expected not to exist.')}
    1.4 INFO mgr r1 vm Swapping old allocation on dict_keys(['5f3a9d2e']) held by migration 0b6f2d7a for instance`,
  tells: 'live-migration failed in pre_live_migration | DestinationDiskExists@5',
  phases: 'pre_live_migration:failed rollback:unknown', lanes: 'source ? failed' },
  { name: 'live migration that cannot connect', release: 14, rows: `
    4 DEBUG virt r1 vm Starting monitoring of live migration
    5 ERROR virt r1 vm Live Migration failure: operation failed: Failed to connect to remote libvirt URI qemu+ssh://cmp02/system
    5.5 ERROR virt r1 vm Migration operation has aborted`,
  tells: 'live-migration failed in migrating | libvirtError@2', phases: 'migrating:failed', lanes: 'source ? failed' },
  { name: 'live migration that takes too long', release: 33, rows: `
    4 INFO mgr r1 vm Took 2.20 seconds for pre_live_migration on destination host cmp02.
    34 INFO virt r1 vm ${running(30, 40)}
    3204 WARNING nova.virt.libvirt.migration r1 vm Live migration not completed after 3200 sec
    3205 ERROR virt r1 vm Live Migration failure: operation aborted: migration out job: canceled by client
    3206 WARNING virt r1 vm Migration operation was cancelled
    3207 INFO mgr r1 vm Swapping old allocation on dict_keys(['5f3a9d2e']) held by migration 0b6f2d7a for instance`,
  tells: 'live-migration failed in migrating', phases: 'pre_live_migration:success migrating:failed rollback:unknown' },
  { name: 'live migration with post-copy', release: 22, rows: `
    4 INFO mgr r1 vm Took 2.20 seconds for pre_live_migration on destination host cmp02.
    34 INFO virt r1 vm ${running(30, 40)}
    40 INFO nova.virt.libvirt.migration r1 vm Switching to post-copy migration mode
    45 INFO virt r1 vm Migration operation has completed
    45.1 INFO mgr r1 vm _post_live_migration() is started..
    47 INFO mgr r1 vm Migrating instance to cmp02 finished successfully.`,
  tells: 'live-migration success',
  phases: 'pre_live_migration:success migrating:success post_copy:success post_live_migration:success' },
  { name: 'live migration whose end fails', release: 33, rows: `
    45 INFO virt r1 vm Migration operation has completed
    45.1 INFO mgr r1 vm _post_live_migration() is started..
    47 ERROR mgr r1 vm Post live migration at destination cmp02 failed${
  trace('compute/manager.py', 'post_live_migration_at_destination', 'nova.exception.PortBindingFailed_Remote', 'Binding failed for port x, please check neutron logs for more information.')}
---
    46 INFO mgr r1 vm Post operation of migration started
    46.8 ERROR mgr r1 vm Unexpected error during post live migration at destination host.`,
  tells: 'live-migration failed in post_live_migration_at_destination | PortBindingFailed@7', states: 'error',
  phases: 'migrating:success post_live_migration:failed post_live_migration_at_destination:failed',
  lanes: 'source ? failed, destination cmp02 failed' },
  { name: 'live migration to no host', release: 22, rows: `
    0 WARNING util r1 vm Failed to compute_task_migrate_server: Migration pre-check error: CPU doesn't have compatibility.
    0.1 WARNING util r1 vm Setting instance to ACTIVE state.`,
  tells: 'live-migration? failed in scheduling | MigrationPreCheckError@1', states: 'active', phases: 'scheduling:failed' },
];

export const moveStories: readonly ActionStory[] = [...resizes, ...live];
