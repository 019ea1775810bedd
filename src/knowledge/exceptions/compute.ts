// Explanations: claims, aborted builds, states and locks, deletes, evacuations, moves, devices of the host.

import { docs } from '../links';
import type { ExceptionNotes } from './note';

export const compute = {
  ComputeResourcesUnavailable: {
    summary: 'The host did not have the resources that the instance needs when it came to claim them.',
    effect: 'A build is rescheduled to another host; nothing stays on this one. An evacuation keeps the '
      + 'instance as it was (before Ussuri it went to ERROR), a resize tries another host.',
    causes: [
      { text: 'NUMA, pinned CPUs or huge pages of the host are taken: the scheduler works with figures up '
          + 'to a minute old.',
        evidence: '"Requested instance NUMA topology cannot fit the given host NUMA topology".' },
      { text: 'No free PCI device matches.', evidence: '"Claim pci failed".' },
      { text: 'Newton and older: memory, disk or CPU of the host are used up.',
        evidence: '"Free memory ... < requested ...".' },
      { text: 'A vGPU of the type is not free any more.',
        evidence: 'It is raised by _allocate_mdevs, at spawn.' },
    ],
    checks: [
      { text: 'What the host says is free',
        command: 'grep -nE "Final resource view|Failed to claim" /var/log/nova/nova-compute.log' },
      { text: 'NUMA nodes and their memory and pages', command: 'virsh capabilities' },
      { text: 'Free huge pages',
        command: 'grep -H "" /sys/devices/system/node/node0/hugepages/hugepages-2048kB/free_hugepages' },
      { text: 'What Placement says is used', command: 'openstack resource provider usage show <provider>' },
    ],
    changes: [
      { text: 'Enable NUMATopologyFilter and PciPassthroughFilter so that the scheduler sees what the claim '
          + 'sees.' },
      { text: 'Add hosts of that kind, or ask for less in the flavor.' },
    ],
    options: [
      'compute.cpu_dedicated_set', 'compute.cpu_shared_set', 'DEFAULT.reserved_huge_pages',
      'pci.device_spec', 'DEFAULT.cpu_allocation_ratio',
      'DEFAULT.ram_allocation_ratio', 'DEFAULT.disk_allocation_ratio', 'DEFAULT.reserved_host_memory_mb',
      'DEFAULT.reserved_host_disk_mb',
      'filter_scheduler.enabled_filters', 'devices.enabled_mdev_types',
    ],
    links: [docs.cpuTopologies, docs.hugePages, docs.pciPassthrough, docs.virtualGpu],
    sample: 'nova.exception.ComputeResourcesUnavailable: Insufficient compute resources: Requested instance '
      + 'NUMA topology cannot fit the given host NUMA topology.',
  },
  BuildAbortException: {
    summary: 'nova-compute gave the build up for good, because another host would not do better.',
    effect: 'No other host is tried and the instance goes to ERROR. Networks are released and volumes '
      + 'detached; volumes with delete_on_termination are deleted. The allocation in Placement is removed.',
    causes: [
      { text: 'A volume or block device could not be set up.',
        evidence: '"Block Device Mapping is Invalid" or "Failure prepping block device" in the reason.' },
      { text: 'The network could not be allocated or plugged.',
        evidence: '"Failed to allocate the network(s), not rescheduling." in the reason.' },
      { text: 'The image cannot be used: not active, wrong format, too large, signature refused.',
        evidence: 'The reason names the image.' },
      { text: 'Cleaning up after a failure failed as well.',
        evidence: '"Could not clean up failed build, not rescheduling" above it.' },
      { text: 'Accelerators were not bound.',
        evidence: '"Failure getting accelerator requests" in the reason.' },
    ],
    checks: [
      { text: 'The exception that started it: the innermost one for this instance above this line' },
      { text: 'The fault that was recorded', command: 'openstack server show <instance> -c fault' },
      { text: 'Volumes that are left', command: 'openstack volume list --all-projects --status error' },
    ],
    changes: [{ text: 'Cure the exception that started it; this class itself needs nothing.' }],
    options: [
      'DEFAULT.vif_plugging_timeout', 'DEFAULT.vif_plugging_is_fatal',
      'DEFAULT.block_device_allocate_retries', 'DEFAULT.network_allocate_retries',
    ],
    sample: 'BuildAbortException: Build of instance 30e8a024-d1c0-4a64-aae7-a830e8c6be94 aborted: Block '
      + 'Device Mapping is Invalid.',
  },
  InstanceNotFound: {
    summary: 'The instance does not exist any more, in the database or on the hypervisor.',
    effect: 'A build, rebuild or delete ends quietly and releases its networks; no ERROR is set. Other '
      + 'requests are refused with 404.',
    causes: [
      { text: 'The instance was deleted while the operation ran.',
        evidence: 'A delete for it just before, and "Instance disappeared during build."' },
      { text: 'The guest is not defined in libvirt on this host: it never started, or somebody took it away.',
        evidence: 'It is raised from virt.libvirt.' },
      { text: 'A periodic task met an instance that was just deleted.',
        evidence: 'No request id, or the one of a periodic task; harmless.' },
    ],
    checks: [
      { text: 'Whether it exists for an administrator', command: 'openstack server show <instance>' },
      { text: 'Guests of the host, running or not', command: 'virsh list --all --uuid --name' },
    ],
    changes: [
      { text: 'None when it was deleted. A guest that is missing in libvirt comes back with a hard reboot.',
        risk: 'A hard reboot defines the guest anew from what Nova knows.' },
    ],
    options: ['DEFAULT.running_deleted_instance_action'],
    sample: 'nova.exception.InstanceNotFound: Instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 could not be '
      + 'found.',
  },
  UnexpectedDeletingTaskStateError: {
    summary: 'The instance was being deleted when this operation wanted to save its progress.',
    effect: 'The build or rebuild ends and its networks are released; the delete goes on and no ERROR is '
      + 'set.',
    causes: [
      { text: 'The user, or an orchestrator, deleted the instance meanwhile.',
        evidence: 'The actual task_state in the message is `deleting`.' },
    ],
    checks: [{ text: 'Who asked for the delete', command: 'openstack server event list <instance>' }],
    changes: [{ text: 'None; if deletes come because builds take too long, see what slows the build.' }],
    options: [],
    links: [docs.vmStates],
    sample: 'nova.exception.UnexpectedDeletingTaskStateError: Conflict updating instance '
      + "8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5. Expected: {'task_state': ['networking']}. Actual: "
      + "{'task_state': 'deleting'}",
  },
  UnexpectedTaskStateError: {
    summary: 'Another operation had changed the task_state of the instance since this one read it.',
    effect: 'Before a build starts the build is dropped; within a build it aborts it. Other operations end '
      + 'and leave the instance to the one that was faster.',
    causes: [
      { text: 'Two requests on the same instance at the same time.' },
      { text: 'A state was reset by hand while the operation still ran.' },
      { text: 'A message was delivered twice or late by the message bus.',
        evidence: 'The same request id on two hosts, or long after it began.' },
    ],
    checks: [{ text: 'Operations on the instance', command: 'openstack server event list <instance>' }],
    changes: [{ text: 'Repeat the request once the other operation is over.' }],
    options: [],
    links: [docs.vmStates],
    sample: 'nova.exception.UnexpectedTaskStateError: Conflict updating instance '
      + "8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5. Expected: {'task_state': ['scheduling', None]}. Actual: "
      + "{'task_state': 'spawning'}",
  },
  InstanceUpdateConflict: {
    summary: 'A field of the instance was not what the operation expected when it wrote to the database.',
    effect: 'The operation ends; the instance keeps what the other operation wrote.',
    causes: [{ text: 'Two operations on the same instance at the same time.' }],
    checks: [{ text: 'Operations on the instance', command: 'openstack server event list <instance>' }],
    changes: [{ text: 'Repeat the request.' }],
    options: [],
    sample: 'nova.exception.InstanceUpdateConflict: Conflict updating instance '
      + "8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5. Expected: {'host': ['cmp1']}. Actual: {'host': 'cmp2'}",
  },
  InstanceInvalidState: {
    summary: 'The instance is in a state in which the operation is not allowed.',
    effect: 'The API refuses the request with 409; the instance is not touched.',
    causes: [
      { text: 'An earlier operation still runs.', evidence: 'The message names a task_state.' },
      { text: 'An earlier operation failed and left the instance in ERROR or with a task_state.',
        evidence: 'The task_state is old and nothing runs.' },
    ],
    checks: [
      { text: 'States of the instance',
        command: 'openstack server show <instance> -c OS-EXT-STS:vm_state -c OS-EXT-STS:task_state -c '
          + 'fault' },
      { text: 'What ran last', command: 'openstack server event list <instance>' },
    ],
    changes: [
      { text: 'Wait for the running operation, or set the state with `openstack server set --state` when '
          + 'you are sure that nothing runs.',
        risk: 'Resetting under a running operation leads to conflicts and leftovers.' },
    ],
    options: [],
    links: [docs.vmStates],
    sample: 'nova.exception.InstanceInvalidState: Instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 in '
      + 'task_state rebuilding. Cannot rebuild while the instance is in this state.',
  },
  InstanceIsLocked: {
    summary: 'The instance is locked and the caller may not pass over the lock.',
    effect: 'The API refuses the request with 409; the instance is not touched.',
    causes: [{ text: 'Its owner or an administrator locked it.' }],
    checks: [
      { text: 'The lock and its reason',
        command: 'openstack server show <instance> -c locked -c locked_reason' },
    ],
    changes: [{ text: 'Unlock it with `openstack server unlock` after asking who locked it.' }],
    options: [],
    sample: 'nova.exception.InstanceIsLocked: Instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 is locked',
  },
  InstanceExists: {
    summary: 'An instance of this name already exists.',
    effect: 'In the API the request is refused. On evacuation the instance goes to ERROR, because a guest '
      + 'of that name is on the destination already.',
    causes: [
      { text: '`osapi_compute_unique_server_name_scope` asks for unique names.',
        evidence: 'It is raised in nova-api.' },
      { text: 'An earlier evacuation to this host left its guest behind.',
        evidence: 'It is raised by _check_instance_exists in nova-compute.' },
    ],
    checks: [{ text: 'Guests of the host', command: 'virsh list --all --uuid --name' }],
    changes: [
      { text: 'Use another name; on evacuation choose another host or find out what the guest is.',
        risk: 'Undefining a guest that still runs elsewhere loses nothing, starting it twice destroys its '
          + 'disk.' },
    ],
    options: ['DEFAULT.osapi_compute_unique_server_name_scope', 'DEFAULT.instance_name_template'],
    links: [docs.evacuate],
    sample: 'nova.exception.InstanceExists: Instance instance-0000001a already exists.',
  },
  InstanceDeployFailure: {
    summary: 'The instance was not deployed, mostly on a bare metal node.',
    effect: 'A build is rescheduled to another node; on rebuild the instance goes to ERROR. The node may be '
      + 'left in `deploy failed`.',
    causes: [
      { text: 'Ironic failed to deploy the node.',
        evidence: 'The reason carries the last error of the node.' },
      { text: 'Ironic did not accept the instance for the node.' },
    ],
    checks: [
      { text: 'State and last error of the node',
        command: 'openstack baremetal node show <node> -c provision_state -c last_error -c maintenance' },
    ],
    changes: [{ text: 'Cure the error that Ironic names, clean the node and make it available again.' }],
    options: ['ironic.api_retry_interval', 'ironic.api_max_retries'],
    sample: 'nova.exception.InstanceDeployFailure: Failed to deploy instance: Failed to provision instance '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5: deploy step failed',
  },
  InstanceFaultRollback: {
    summary: 'A move was given up before anything was done to the guest; the real reason is the exception '
      + 'inside it.',
    effect: 'The fault is recorded and the instance keeps the state it had; it is not set to ERROR.',
    causes: [
      { text: 'The resources on the destination are not there.',
        evidence: 'ComputeResourcesUnavailable inside.' },
      { text: 'A resize is not possible, or hosts cannot talk over SSH.', evidence: 'ResizeError inside.' },
    ],
    checks: [{ text: 'The fault that was recorded', command: 'openstack server show <instance> -c fault' }],
    changes: [{ text: 'Cure the inner exception and repeat the request.' }],
    options: [],
    sample: 'nova.exception.InstanceFaultRollback: Instance rollback performed due to: Resize error: Unable '
      + 'to resize disk down.',
  },
  InstancePowerOffFailure: {
    summary: 'The guest was not switched off.',
    effect: 'The delete, rebuild or stop fails and the instance goes to ERROR or keeps its state; the guest may '
      + 'still run.',
    causes: [
      { text: 'With libvirt: the QEMU process hangs in the kernel, mostly on storage that does not answer.',
        evidence: 'The process is in state D.' },
      { text: 'The host is overloaded.' },
      { text: 'With another driver: the hypervisor, or the power control of the bare metal node, refused it.',
        evidence: 'The message names no QEMU and no timeout.' },
    ],
    checks: [
      { text: 'State of the process (libvirt)', command: 'ps -o pid,stat,wchan:30,cmd -C qemu-kvm,qemu-system-x86_64' },
      { text: 'What libvirt says', command: 'virsh domstate <domain> --reason' },
      { text: 'Hung tasks', command: 'journalctl -k --grep "blocked for more than|I/O error"' },
    ],
    changes: [
      { text: 'Bring the storage back and repeat the request; in the last resort restart the host.' },
    ],
    options: ['DEFAULT.shutdown_timeout'],
    sample: 'nova.exception.InstancePowerOffFailure: Failed to power off instance: operation time out',
  },
  InstanceTerminationFailure: {
    summary: 'The driver could not remove the instance from the hypervisor.',
    effect: 'The delete fails and the instance goes to ERROR; it can be deleted again.',
    causes: [{ text: 'The hypervisor or its storage refused.', evidence: 'The reason.' }],
    checks: [{ text: 'The fault that was recorded', command: 'openstack server show <instance> -c fault' }],
    changes: [{ text: 'Cure the reason and delete again.' }],
    options: [],
    sample: 'nova.exception.InstanceTerminationFailure: Failed to terminate instance: timeout',
  },
  InstanceNotRunning: {
    summary: 'The guest does not run, but the operation needs it to.',
    effect: 'The request fails; the instance is not changed. A snapshot image that was begun is deleted.',
    causes: [
      { text: 'The guest ended between the check in the API and the work on the host.',
        evidence: '"VM Stopped (Lifecycle Event)" just before.' },
    ],
    checks: [{ text: 'State of the guest', command: 'virsh domstate <domain> --reason' }],
    changes: [{ text: 'Start the instance and repeat.' }],
    options: ['DEFAULT.sync_power_state_interval'],
    sample: 'nova.exception.InstanceNotRunning: Instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 is not '
      + 'running.',
  },
  InstanceNotReady: {
    summary: 'The instance has no host or guest yet, so that the request cannot be served.',
    effect: 'The request is refused; the instance is not touched.',
    causes: [{ text: 'It is still being built, or its build failed before it had a host.' }],
    checks: [
      { text: 'Host and states',
        command: 'openstack server show <instance> -c OS-EXT-SRV-ATTR:host -c status' },
    ],
    changes: [{ text: 'Wait until it is ACTIVE; delete it when it is in ERROR.' }],
    options: [],
    sample: 'nova.exception.InstanceNotReady: Instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 is not ready',
  },
  InstanceInfoCacheNotFound: {
    summary: 'The network information cache of the instance is gone from the database.',
    effect: 'Mostly harmless: it appears when an instance is deleted while its networks are refreshed.',
    causes: [{ text: 'The instance was deleted meanwhile.' }],
    checks: [{ text: 'Whether the instance exists', command: 'openstack server show <instance>' }],
    changes: [{ text: 'None when the instance is gone.' }],
    options: ['DEFAULT.heal_instance_info_cache_interval'],
    sample: 'nova.exception.InstanceInfoCacheNotFound: Info cache for instance '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 could not be found.',
  },
  InstanceEvacuateNotSupported: {
    summary: 'The driver of the destination host does not support evacuation.',
    effect: 'The instance goes to ERROR on the failed host; nothing was started on the destination.',
    causes: [{ text: 'The destination runs another hypervisor driver, for example bare metal.' }],
    checks: [{ text: 'Hypervisor of the hosts', command: 'openstack hypervisor list --long' }],
    changes: [{ text: 'Evacuate to a host with the same driver.' }],
    options: ['DEFAULT.compute_driver'],
    links: [docs.evacuate],
    sample: 'nova.exception.InstanceEvacuateNotSupported: Instance evacuate is not supported.',
  },
  InstanceEvacuateNotSupportedTargetState: {
    summary: 'The evacuation asked for a target state that is not allowed.',
    effect: 'The instance goes to ERROR; nothing was started on the destination.',
    causes: [{ text: 'The request names another state than Nova allows after an evacuation.' }],
    checks: [{ text: 'The state in the message' }],
    changes: [
      { text: 'Evacuate without that state, or use a microversion that stops evacuated instances by '
          + 'default.' },
    ],
    options: [],
    links: [docs.evacuate],
    sample: "nova.exception.InstanceEvacuateNotSupportedTargetState: Target state 'paused' for instance "
      + 'evacuate is not supported.',
  },
  InstanceRecreateNotSupported: {
    summary: 'The driver of the destination host does not support evacuation (name used up to Queens).',
    effect: 'The instance goes to ERROR on the failed host; nothing was started on the destination.',
    causes: [{ text: 'The destination runs another hypervisor driver.' }],
    checks: [{ text: 'Hypervisor of the hosts', command: 'openstack hypervisor list --long' }],
    changes: [{ text: 'Evacuate to a host with the same driver.' }],
    options: ['DEFAULT.compute_driver'],
    sample: 'nova.exception.InstanceRecreateNotSupported: Instance recreate is not supported.',
  },
  PreserveEphemeralNotSupported: {
    summary: 'The rebuild asked to keep the ephemeral partition, which this driver cannot do.',
    effect: 'The instance goes to ERROR; its disks were not touched yet.',
    causes: [{ text: 'preserve_ephemeral is meant for bare metal; libvirt does not know it.' }],
    checks: [{ text: 'Hypervisor of the host', command: 'openstack hypervisor list --long' }],
    changes: [
      { text: 'Rebuild without preserve_ephemeral; reset the state of the instance first.',
        risk: 'The rebuild then erases the ephemeral disk.' },
    ],
    options: [],
    sample: 'nova.exception.PreserveEphemeralNotSupported: The current driver does not support preserving '
      + 'ephemeral partitions.',
  },
  InvalidSharedStorage: {
    summary: 'The files of the instance are not on shared storage, or they are, against what the request '
      + 'says.',
    effect: 'An evacuation ends with the instance in ERROR; a live migration is refused and the instance '
      + 'runs on.',
    causes: [
      { text: 'The request names the wrong kind of storage.',
        evidence: '"Invalid state of instance files on shared storage".' },
      { text: 'The shared file system is not mounted on the destination.' },
    ],
    checks: [
      { text: 'Whether the directory is mounted', command: 'findmnt -T /var/lib/nova/instances' },
      { text: 'Whether the files are there', command: 'ls -l /var/lib/nova/instances/<instance>' },
    ],
    changes: [
      { text: 'Mount the storage, or leave the choice to Nova (newer microversions decide by themselves).' },
    ],
    options: ['DEFAULT.instances_path'],
    links: [docs.evacuate, docs.configuringMigrations],
    sample: 'nova.exception.InvalidSharedStorage: Invalid state of instance files on shared storage',
  },
  InvalidLocalStorage: {
    summary: 'A block migration was asked for, but the disks are on shared storage.',
    effect: 'The live migration is refused and the instance runs on.',
    causes: [
      { text: 'The request sets block migration, though hosts share the instances directory or use Ceph.' },
    ],
    checks: [{ text: 'Whether the directory is shared', command: 'findmnt -T /var/lib/nova/instances' }],
    changes: [{ text: 'Migrate without block migration, or leave the choice to Nova.' }],
    options: ['DEFAULT.instances_path'],
    links: [docs.configuringMigrations],
    sample: 'nova.exception.InvalidLocalStorage: instance-0000001a is not on local storage: Block migration '
      + 'can not be used with shared storage.',
  },

  // ---- moves ----------------------------------------------------------------------------------------------
  ResizeError: {
    summary: 'The disks of the instance cannot be moved or resized as asked.',
    effect: 'The resize or migration is undone before the guest is stopped; the instance keeps its state '
      + 'and the fault is recorded.',
    causes: [
      { text: 'The hosts cannot reach each other over SSH as the Nova user.',
        evidence: '"not able to execute ssh command" in the reason.' },
      { text: 'The new flavor has a smaller disk.', evidence: '"Unable to resize disk down."' },
    ],
    checks: [
      { text: 'Whether the Nova user has keys and known hosts', command: 'ls -la /var/lib/nova/.ssh' },
      { text: 'Disks of both flavors',
        command: 'openstack flavor show <flavor> -c disk -c OS-FLV-EXT-DATA:ephemeral' },
    ],
    changes: [
      { text: 'Set up SSH between the compute hosts for the Nova user, or use shared storage.',
        risk: 'Each host may then log in to the others as that user.' },
    ],
    options: ['libvirt.remote_filesystem_transport', 'DEFAULT.my_ip'],
    links: [docs.sshConfiguration, docs.resize],
    sample: 'nova.exception.ResizeError: Resize error: not able to execute ssh command: Unexpected error '
      + 'while running command.',
  },
  UnableToMigrateToSelf: {
    summary: 'The destination of the move is the host on which the instance already is.',
    effect: 'A resize goes back to the scheduler for another host; a live migration is refused. The '
      + 'instance stays as it was.',
    causes: [
      { text: 'No other host fits, and `allow_resize_to_same_host` is off.' },
      { text: 'The request names the present host.' },
      { text: 'Two hosts carry the same host name.' },
    ],
    checks: [
      { text: 'Where the instance is', command: 'openstack server show <instance> -c OS-EXT-SRV-ATTR:host' },
      { text: 'Hosts that are up', command: 'openstack compute service list --service nova-compute' },
    ],
    changes: [
      { text: 'Add a host that fits, or allow `allow_resize_to_same_host`.',
        risk: 'A resize to the same host does not spread load and needs the room twice until it is '
          + 'confirmed.' },
    ],
    options: ['DEFAULT.allow_resize_to_same_host', 'DEFAULT.host'],
    links: [docs.resize],
    sample: 'nova.exception.UnableToMigrateToSelf: Unable to migrate instance '
      + '(8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5) to current host (cmp7).',
  },
  MigrationPreCheckError: {
    summary: 'The checks before a migration found that it cannot work.',
    effect: 'The migration is not begun and the instance goes on running where it is.',
    causes: [
      { text: 'CPU, storage or network of the two hosts do not fit.', evidence: 'The reason.' },
      { text: 'The disk of the destination is too small for a block migration.',
        evidence: '"Disk of instance is too large" in the reason.' },
    ],
    checks: [
      { text: 'Both hosts', command: 'openstack hypervisor show <host>' },
      { text: 'Migrations of the instance', command: 'openstack server migration list --server <instance>' },
    ],
    changes: [{ text: 'Choose a host that fits the reason, or cure it there.' }],
    options: ['libvirt.cpu_mode', 'libvirt.cpu_models', 'DEFAULT.instances_path'],
    links: [docs.configuringMigrations],
    sample: 'nova.exception.MigrationPreCheckError: Migration pre-check error: Unable to migrate '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5: Disk of instance is too large(available on destination '
      + 'host:1 < need:2)',
  },
  MigrationError: {
    summary: 'A migration could not be carried out.',
    effect: 'The instance stays on the source; the migration record is set to `error`.',
    causes: [
      { text: 'The ports were not bound or plugged on the destination in time.',
        evidence: 'The reason speaks of vif or events.' },
      { text: 'The services are of different releases and cannot do this yet.' },
    ],
    checks: [
      { text: 'Migrations of the instance', command: 'openstack server migration list --server <instance>' },
    ],
    changes: [{ text: 'Cure the reason and migrate again.' }],
    options: ['compute.live_migration_wait_for_vif_plug', 'DEFAULT.vif_plugging_timeout'],
    links: [docs.configuringMigrations],
    sample: 'nova.exception.MigrationError: Migration error: Timed out waiting for events',
  },

  // ---- devices, NUMA, CPU ---------------------------------------------------------------------------------
  PciDeviceRequestFailed: {
    summary: 'No free PCI device of the host satisfies the request.',
    effect: 'A build is rescheduled to another host; a move fails or tries another one.',
    causes: [
      { text: 'All devices of that kind are taken, or they are on another NUMA node than the instance.' },
      { text: 'device_spec of the host does not name the devices, or alias and devices disagree.' },
    ],
    checks: [
      { text: 'Devices of the host', command: 'lspci -nn -D' },
      { text: 'Specification and aliases', command: 'grep -n -A6 "^\\[pci\\]" /etc/nova/nova.conf' },
      { text: 'What nova-compute reports',
        command: 'grep -n "pci_stats" /var/log/nova/nova-compute.log' },
    ],
    changes: [
      { text: 'Correct `device_spec` and `alias` alike on API and compute hosts; enable '
          + 'PciPassthroughFilter.' },
    ],
    options: [
      'pci.device_spec', 'pci.passthrough_whitelist', 'pci.alias', 'filter_scheduler.enabled_filters',
    ],
    links: [docs.pciPassthrough],
    sample: 'nova.exception.PciDeviceRequestFailed: PCI device request '
      + '[InstancePCIRequest(alias_name="gpu",count=1)] failed',
  },
  PciRequestAliasNotDefined: {
    summary: 'The flavor asks for a PCI alias that nova.conf does not define.',
    effect: 'The API refuses the request; nothing was created.',
    causes: [{ text: 'The alias is missing or spelled otherwise in the nova.conf of nova-api.' }],
    checks: [
      { text: 'What the flavor asks for', command: 'openstack flavor show <flavor> -c properties' },
      { text: 'Aliases that are defined', command: 'grep -n "alias" /etc/nova/nova.conf' },
    ],
    changes: [{ text: 'Define `alias` in [pci] on the API hosts and the compute hosts, then restart both.' }],
    options: ['pci.alias'],
    links: [docs.pciPassthrough],
    sample: 'nova.exception.PciRequestAliasNotDefined: PCI alias gpu is not defined',
  },
  PciInvalidAlias: {
    summary: 'A PCI alias in nova.conf is not well formed.',
    effect: 'Requests that need an alias are refused, or the service does not start.',
    causes: [
      { text: 'The JSON of `alias` has a wrong key, type or value.', evidence: 'The reason names it.' },
    ],
    checks: [{ text: 'Aliases that are defined', command: 'grep -n "alias" /etc/nova/nova.conf' }],
    changes: [{ text: 'Correct the JSON and restart.' }],
    options: ['pci.alias'],
    links: [docs.pciPassthrough],
    sample: "nova.exception.PciInvalidAlias: Invalid PCI alias definition: 'device_type' is not valid",
  },
  PciConfigInvalidSpec: {
    summary: 'device_spec in nova.conf is not well formed or names a device that cannot be used.',
    effect: 'nova-compute does not start.',
    causes: [{ text: 'Wrong JSON, or a device that is not there.', evidence: 'The reason names it.' }],
    checks: [
      { text: 'The specification', command: 'grep -n "device_spec" /etc/nova/nova.conf' },
      { text: 'Devices of the host', command: 'lspci -nn -D' },
    ],
    changes: [{ text: 'Correct `device_spec` and start nova-compute.' }],
    options: ['pci.device_spec'],
    links: [docs.pciPassthrough],
    sample: 'nova.exception.PciConfigInvalidSpec: Invalid [pci]device_spec config: The address is not well '
      + 'formed',
  },
  PciDeviceNotFound: {
    summary: 'A PCI device that the instance or its port needs is not on the host any more.',
    effect: 'The build or move fails on this host.',
    causes: [
      { text: 'The device was taken out, renumbered or bound to another driver after a reboot.' },
      { text: 'device_spec changed while instances use the device.' },
    ],
    checks: [{ text: 'Devices of the host', command: 'lspci -nn -D' }],
    changes: [{ text: 'Restore the device; do not change `device_spec` for devices in use.' }],
    options: ['pci.device_spec'],
    links: [docs.pciPassthrough],
    sample: 'nova.exception.PciDeviceNotFound: PCI Device 3:0000:81:00.1 not found.',
  },
  NUMATopologyUnsupported: {
    summary: 'The guest needs a NUMA topology and the host cannot give it.',
    effect: 'A build is rescheduled to another host.',
    causes: [
      { text: 'libvirt or QEMU of the host is too old, or its virt_type is not kvm or qemu.' },
      { text: 'NUMATopologyFilter is off, so that the scheduler sends such guests anywhere.' },
    ],
    checks: [{ text: 'NUMA nodes', command: 'lscpu' }, { text: 'Versions', command: 'virsh version' }],
    changes: [{ text: 'Enable NUMATopologyFilter; keep such flavors to hosts that can, by aggregate.' }],
    options: ['filter_scheduler.enabled_filters', 'libvirt.virt_type'],
    links: [docs.cpuTopologies],
    sample: 'nova.exception.NUMATopologyUnsupported: Host does not support guests with NUMA topology set',
  },
  MemoryPagesUnsupported: {
    summary: 'The guest asks for a page size and the host cannot give it.',
    effect: 'A build is rescheduled to another host.',
    causes: [
      { text: 'The host backs memory by files, which excludes huge pages.',
        evidence: '`file_backed_memory` is set.' },
      { text: 'libvirt or QEMU of the host is too old.' },
    ],
    checks: [{ text: 'Huge pages of the host', command: 'grep -i huge /proc/meminfo' }],
    changes: [{ text: 'Keep such flavors to hosts with huge pages, by aggregate.' }],
    options: ['libvirt.file_backed_memory', 'DEFAULT.reserved_huge_pages'],
    links: [docs.hugePages],
    sample: 'nova.exception.MemoryPagesUnsupported: Host does not support guests with custom memory page '
      + 'sizes',
  },
  CPUPinningInvalid: {
    summary: 'CPUs that the instance is pinned to are not free on the host.',
    effect: 'The resource report of the host or the start of the instance fails.',
    causes: [
      { text: 'cpu_dedicated_set was made smaller while pinned instances run.' },
      { text: 'Two instances were pinned to the same CPUs, for example after a live migration or '
          + 'evacuation.' },
    ],
    checks: [
      { text: 'Pinning of the guests', command: 'virsh vcpupin <domain>' },
      { text: 'The sets', command: 'grep -n "cpu_.*_set\\|vcpu_pin_set" /etc/nova/nova.conf' },
    ],
    changes: [{ text: 'Restore the CPUs, or move the instances away before the set is changed.' }],
    options: ['compute.cpu_dedicated_set', 'DEFAULT.vcpu_pin_set'],
    links: [docs.cpuTopologies],
    sample: 'nova.exception.CPUPinningInvalid: CPU set to pin [4, 5] must be a subset of free CPU set [6, 7]',
  },
  CPUUnpinningInvalid: {
    summary: 'CPUs that should be given back are not pinned in the books of the host.',
    effect: 'The resource report or the delete fails in the resource tracker; the guest itself is gone or '
      + 'goes on.',
    causes: [
      { text: 'cpu_dedicated_set was changed while pinned instances ran, or the books were left wrong by a '
          + 'failed move.' },
    ],
    checks: [{ text: 'Pinning of the guests', command: 'virsh vcpupin <domain>' }],
    changes: [
      { text: 'Restore the set that was in force when the instances were started, then restart '
          + 'nova-compute.' },
    ],
    options: ['compute.cpu_dedicated_set', 'DEFAULT.vcpu_pin_set'],
    links: [docs.cpuTopologies],
    sample: 'nova.exception.CPUUnpinningInvalid: CPU set to unpin [4, 5] must be a subset of pinned CPU set '
      + '[6, 7]',
  },
  AcceleratorRequestBindingFailed: {
    summary: 'Cyborg did not bind the accelerators of the instance.',
    effect: 'The build fails in the conductor and the instance goes to ERROR; the requests are deleted in '
      + 'Cyborg.',
    causes: [{ text: 'The accelerator is taken or broken, or the agent of Cyborg on the host is down.' }],
    checks: [
      { text: 'Requests', command: 'openstack accelerator arq list' },
      { text: 'Devices', command: 'openstack accelerator device list' },
    ],
    changes: [{ text: 'Bring the agent or the device back.' }],
    options: ['DEFAULT.arq_binding_timeout', 'cyborg.timeout'],
    sample: 'nova.exception.AcceleratorRequestBindingFailed: Failed to bind accelerator requests: Failed to '
      + 'bind ARQ UUIDs',
  },
  AcceleratorRequestOpFailed: {
    summary: 'A request to Cyborg about accelerators failed.',
    effect: 'While an instance is built the build fails; while it is deleted requests may be left in Cyborg.',
    causes: [{ text: 'Cyborg is down or refused the device profile.', evidence: 'The message.' }],
    checks: [
      { text: 'Requests', command: 'openstack accelerator arq list' },
      { text: 'Profiles', command: 'openstack accelerator device profile list' },
    ],
    changes: [{ text: 'Bring Cyborg back, or correct the profile.' }],
    options: ['cyborg.timeout', 'cyborg.connect_retries'],
    sample: 'nova.exception.AcceleratorRequestOpFailed: Failed to create accelerator requests: no device '
      + 'profile',
  },
  InstanceEventTimeout: {
    summary: 'An event that Nova waits for, mostly from Neutron or Cyborg, did not come in time.',
    effect: 'For a port it becomes VirtualInterfaceCreateException if vif_plugging_is_fatal, and the build '
      + 'is aborted; for an accelerator the build is aborted.',
    causes: [
      { text: 'The agent that should do the work on the host is down or behind.' },
      { text: 'Neutron or Cyborg cannot reach the Nova API to tell.',
        evidence: 'Their log shows the failed call.' },
    ],
    checks: [{ text: 'Agents of the host', command: 'openstack network agent list --host <host>' }],
    changes: [
      { text: 'Bring the agent back; raise the timeout only where it is busy, not broken.',
        risk: 'Failed builds are noticed later.' },
    ],
    options: ['DEFAULT.vif_plugging_timeout', 'DEFAULT.arq_binding_timeout', 'DEFAULT.vif_plugging_is_fatal'],
    sample: 'nova.exception.InstanceEventTimeout',
  },
  NovaException: {
    summary: 'A general exception of Nova; its own message says what went wrong.',
    effect: 'At spawn the build is rescheduled to another host; elsewhere the operation fails.',
    causes: [
      { text: 'A port has a VIF type or model that this host cannot give.',
        evidence: '"Unsupported VIF type" or "vif_type" in the message.' },
      { text: 'Something else that has no class of its own.',
        evidence: 'The message and the innermost frame.' },
    ],
    checks: [
      { text: 'Binding of the port',
        command: 'openstack port show <port> -c binding_vif_type -c binding_host_id -c binding_vnic_type' },
    ],
    changes: [{ text: 'Depends on the message.' }],
    options: [],
    sample: 'nova.exception.NovaException: Unsupported VIF type binding_failed convert '
      + "'_nova_to_osvif_vif_binding_failed'",
  },
  InvalidInput: {
    summary: 'A value in the request or in the definition of the instance is not acceptable.',
    effect: 'In the API the request is refused. While an instance is built it aborts the build: no other '
      + 'host is tried (Newton: another host is).',
    causes: [
      { text: 'The availability zone or host is written wrongly.', evidence: 'It is raised in nova-api.' },
      { text: 'A fixed address does not belong to the network.',
        evidence: '"is not a valid ip address for network" in the reason.' },
      { text: 'Cinder called the request wrong.', evidence: 'The reason is that of Cinder.' },
    ],
    checks: [{ text: 'The value that the reason names' }],
    changes: [{ text: 'Correct the request.' }],
    options: ['DEFAULT.default_schedule_zone', 'DEFAULT.default_availability_zone'],
    sample: 'nova.exception.InvalidInput: Invalid input received: Fixed IP 192.0.2.7 is not a valid ip '
      + 'address for network 6d1c9b5e-0d7f-4f31-9d0f-1f3ad1a9c111.',
  },
  ConfigDriveUnknownFormat: {
    summary: '`config_drive_format` names a format that does not exist.',
    effect: 'Every build with a config drive fails on this host and is rescheduled.',
    causes: [{ text: 'A wrong value in nova.conf of this host.' }],
    checks: [{ text: 'The value', command: 'grep -n "config_drive_format" /etc/nova/nova.conf' }],
    changes: [{ text: 'Set iso9660 and restart nova-compute.' }],
    options: ['DEFAULT.config_drive_format'],
    links: [docs.configDrive],
    sample: 'nova.exception.ConfigDriveUnknownFormat: Unknown config drive format iso. Select one of '
      + 'iso9660 or vfat.',
  },
  ConfigDriveMountFailed: {
    summary: 'The vfat config drive could not be mounted to be filled.',
    effect: 'The build fails on this host and is rescheduled.',
    causes: [
      { text: 'No loop device is free, or the Nova user may not mount.',
        evidence: 'The operation and error in the message.' },
    ],
    checks: [{ text: 'Loop devices', command: 'losetup -a' }],
    changes: [{ text: 'Use the format iso9660, which needs no mount.' }],
    options: ['DEFAULT.config_drive_format', 'DEFAULT.mkisofs_cmd'],
    links: [docs.configDrive],
    sample: 'nova.exception.ConfigDriveMountFailed: Could not mount vfat config drive. mount failed. Error: '
      + 'no loop device',
  },
  OrphanedObjectError: {
    summary: 'A method was called on an object without a request context; a fault of the program.',
    effect: 'The operation fails at that point; whatever it had begun is left as it is.',
    causes: [{ text: 'A bug in this release, or services of very different releases.' }],
    checks: [{ text: 'Versions of the services', command: 'openstack compute service list --long' }],
    changes: [{ text: 'Look for a newer stable update of the release.' }],
    options: [],
    links: [docs.upgrades],
    sample: 'nova.exception.OrphanedObjectError: Cannot call obj_load_attr on orphaned Instance object',
  },
  ServiceTooOld: {
    summary: 'This service is older than the oldest that the deployment still allows.',
    effect: 'The service does not start, or the request is refused.',
    causes: [{ text: 'A host was left out of an upgrade, or an old service record remains.' }],
    checks: [
      { text: 'Services and their last report', command: 'openstack compute service list --long' },
      { text: 'Readiness', command: 'nova-status upgrade check' },
    ],
    changes: [{ text: 'Upgrade the host, or delete records of services that no longer exist.' }],
    options: ['upgrade_levels.compute'],
    links: [docs.upgrades],
    sample: 'nova.exception.ServiceTooOld: This service is older (v30) than the minimum (v35) version of '
      + 'the rest of the deployment. Unable to continue.',
  },
  InvalidConfiguration: {
    summary: 'The configuration of this service cannot be right, and it refuses to work with it.',
    effect: 'nova-compute does not start, or reports no resources; running guests go on.',
    causes: [
      { text: 'The host name or the file with the UUID of the node does not match the records: the host was '
          + 'renamed or cloned.',
        evidence: 'The message names host or node.' },
      { text: 'The state directory is new while the database knows instances of this host.' },
    ],
    checks: [
      { text: 'The node identity', command: 'cat /var/lib/nova/compute_id' },
      { text: 'Nodes as Nova knows them', command: 'openstack hypervisor list --long' },
    ],
    changes: [
      { text: 'Restore the host name and compute_id that the records hold.',
        risk: 'A new identity for an old host orphans its instances and allocations.' },
    ],
    options: ['DEFAULT.host', 'DEFAULT.state_path'],
    links: [docs.computeNodeIdentification],
    sample: 'nova.exception.InvalidConfiguration: My compute node 1c3f9f0e-6d3b-4e0e-8d2a-6f1f1d0c9b3e has '
      + 'hypervisor_hostname cmp8 but virt driver reports it should be cmp7. Possible rename detected, '
      + 'refusing to start!',
  },
} satisfies ExceptionNotes;
