// The log statements that the samples are made of, as Nova 29 (2024.1) has them: logger, level, template, function
// and the line that a DEBUG line names. A test holds them against the facts of Nova's source.

export interface Statement {
  readonly logger: string;
  /** EXCEPTION is logged as ERROR, with a traceback below. */
  readonly level: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'EXCEPTION';
  readonly text: string;
  /** Function and line of the call; a DEBUG line ends with them. */
  readonly from: string;
  readonly line?: number;
  /** The message is an expression: `text` only puts it in. */
  readonly dynamic?: true;
}

export const statements = {
  goingToRun: {
    logger: 'nova.compute.api', level: 'DEBUG', from: '_provision_instances', line: 1407,
    text: 'Going to run %s instances...',
  },
  validateNetworks: {
    logger: 'nova.network.neutron', level: 'DEBUG', from: 'validate_networks', line: 2646,
    text: 'validate_networks() for %s',
  },
  apiRequest: {
    logger: 'nova.api.openstack.requestlog', level: 'INFO', from: '_log_req',
    text: '%(REMOTE_ADDR)s "%(REQUEST_METHOD)s %(REQUEST_URI)s" status: %(status)s len: %(len)s microversion: %(microversion)s time: %(time).6f',
  },
  apiBlockDevices: {
    logger: 'nova.compute.api', level: 'DEBUG', from: '_bdm_validate_set_size_and_instance', line: 1868,
    text: 'block_device_mapping %s',
  },
  goingToTerminate: {
    logger: 'nova.compute.api', level: 'DEBUG', from: 'delete', line: 2725,
    text: 'Going to try to terminate instance',
  },
  rebuildAction: {
    logger: 'nova.api.openstack.wsgi', level: 'DEBUG', from: '_process_stack', line: 507,
    text: "Action: '%(action)s', calling method: %(meth)s, body: %(body)s",
  },
  startingToSchedule: {
    logger: 'nova.scheduler.manager', level: 'DEBUG', from: 'select_destinations', line: 175,
    text: 'Starting to schedule for instances: %s',
  },
  noCandidates: {
    logger: 'nova.scheduler.manager', level: 'INFO', from: 'select_destinations',
    text: 'Got no allocation candidates from the Placement API. This could be due to insufficient resources or a temporary occurrence as compute nodes start up.',
  },
  startingWithHosts: {
    logger: 'nova.filters', level: 'DEBUG', from: 'get_filtered_objects', line: 70,
    text: 'Starting with %d host(s)',
  },
  notEnoughHosts: {
    logger: 'nova.scheduler.manager', level: 'DEBUG', from: '_ensure_sufficient_hosts', line: 527,
    text: 'There are %(hosts)d hosts available but %(required_count)d instances requested to build.',
  },
  filterReturned: {
    logger: 'nova.filters', level: 'DEBUG', from: 'get_filtered_objects', line: 102,
    text: 'Filter %(cls_name)s returned %(obj_len)d host(s)',
  },
  filterReturnedNone: {
    logger: 'nova.filters', level: 'INFO', from: 'get_filtered_objects',
    text: 'Filter %s returned 0 hosts',
  },
  filterResultsDebug: {
    logger: 'nova.filters', level: 'DEBUG', from: 'get_filtered_objects', line: 114,
    text: "Filtering removed all hosts for the request with instance ID '%(inst_uuid)s'. Filter results: %(str_results)s",
  },
  filterResults: {
    logger: 'nova.filters', level: 'INFO', from: 'get_filtered_objects',
    text: "Filtering removed all hosts for the request with instance ID '%(inst_uuid)s'. Filter results: %(str_results)s",
  },
  filtered: {
    logger: 'nova.scheduler.manager', level: 'DEBUG', from: '_get_sorted_hosts', line: 708,
    text: 'Filtered %(hosts)s',
  },
  weighed: {
    logger: 'nova.scheduler.manager', level: 'DEBUG', from: '_get_sorted_hosts', line: 730,
    text: 'Weighed %(hosts)s',
  },
  claimInPlacement: {
    logger: 'nova.scheduler.utils', level: 'DEBUG', from: 'claim_resources', line: 1283,
    text: 'Attempting to claim resources in the placement API for instance %s',
  },
  schedulerSelected: {
    logger: 'nova.scheduler.manager', level: 'DEBUG', from: '_consume_selected_host', line: 590,
    text: 'Selected host: %(host)s',
  },
  selectDestinations: {
    logger: 'nova.conductor.manager', level: 'DEBUG', from: '_schedule_instances', line: 945,
    text: 'Took %0.2f seconds to select destinations for %s instance(s).',
  },
  conductorBlockDevices: {
    logger: 'nova.conductor.manager', level: 'DEBUG', from: '_create_block_device_mapping', line: 1506,
    text: 'block_device_mapping %s',
  },
  conductorSelected: {
    logger: 'nova.conductor.manager', level: 'DEBUG', from: 'schedule_and_build_instances', line: 1761,
    text: 'Selected host: %s; Selected node: %s; Alternates: %s',
  },
  rescheduling: {
    logger: 'nova.conductor.manager', level: 'DEBUG', from: 'build_instances', line: 695,
    text: 'Rescheduling: %s',
  },
  errorFromLastHost: {
    logger: 'nova.scheduler.utils', level: 'ERROR', from: '_log_compute_error',
    text: 'Error from last host: %(last_host)s (node %(last_node)s): %(exc)s',
  },
  failedToSchedule: {
    logger: 'nova.conductor.manager', level: 'EXCEPTION', from: 'schedule_and_build_instances',
    text: 'Failed to schedule instances',
  },
  failedToNotify: {
    logger: 'nova.scheduler.utils', level: 'WARNING', from: 'set_vm_state_and_notify',
    text: 'Failed to %(service)s_%(method)s: %(ex)s',
  },
  settingState: {
    logger: 'nova.scheduler.utils', level: 'WARNING', from: 'set_vm_state_and_notify',
    text: 'Setting instance to %s state.',
  },
  lockAcquiring: {
    logger: 'oslo_concurrency.lockutils', level: 'DEBUG', from: 'inner', line: 404,
    text: 'Acquiring lock "%s" by "%s"',
  },
  lockAcquired: {
    logger: 'oslo_concurrency.lockutils', level: 'DEBUG', from: 'inner', line: 409,
    text: 'Lock "%(name)s" acquired by "%(function)s" :: waited %(wait_secs)0.3fs',
  },
  lockReleased: {
    logger: 'oslo_concurrency.lockutils', level: 'DEBUG', from: 'inner', line: 423,
    text: 'Lock "%(name)s" "%(gotten)s" by "%(function)s" :: held %(held_secs)s',
  },
  startingInstance: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: '_do_build_and_run_instance', line: 2424,
    text: 'Starting instance...',
  },
  claimSuccessful: {
    logger: 'nova.compute.claims', level: 'INFO', from: '_claim_test',
    text: 'Claim successful on node %s',
  },
  startNetworks: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: '_build_resources', line: 2821,
    text: 'Start building networks asynchronously for instance.',
  },
  allocatingIp: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: '_allocate_network_async', line: 1973,
    text: 'Allocating IP information in the background.',
  },
  allocateForInstance: {
    logger: 'nova.network.neutron', level: 'DEBUG', from: 'allocate_for_instance', line: 1156,
    text: 'allocate_for_instance()',
  },
  portCreated: {
    logger: 'nova.network.neutron', level: 'DEBUG', from: '_create_port_minimal', line: 548,
    text: 'Successfully created port: %s',
  },
  portUpdated: {
    logger: 'nova.network.neutron', level: 'DEBUG', from: '_update_port', line: 586,
    text: 'Successfully updated port: %s',
  },
  networkInfo: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: '_allocate_network_async', line: 1988,
    text: 'Instance network_info: |%s|',
  },
  infoCache: {
    logger: 'nova.network.neutron', level: 'DEBUG', from: 'update_instance_cache_with_nw_info', line: 116,
    text: 'Updating instance_info_cache with network_info: %s',
  },
  refreshingPort: {
    logger: 'nova.network.neutron', level: 'DEBUG', from: '_get_instance_nw_info', line: 2007,
    text: 'Refreshing network info cache for port %s',
  },
  startBlockDevices: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: '_build_resources', line: 2856,
    text: 'Start building block device mappings for instance.',
  },
  bootingFromImageVolume: {
    logger: 'nova.virt.block_device', level: 'INFO', from: '_log_and_attach',
    text: 'Booting with volume-backed-image %(image_id)s at %(mountpoint)s',
  },
  startSpawning: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: '_build_and_run_instance', line: 2630,
    text: 'Start spawning the instance on the hypervisor.',
  },
  creatingDirectory: {
    logger: 'nova.virt.libvirt.driver', level: 'DEBUG', from: '_create_image', line: 4981,
    text: 'Creating instance directory',
  },
  creatingImage: {
    logger: 'nova.virt.libvirt.driver', level: 'INFO', from: '_create_image',
    text: 'Creating image(s)',
  },
  createdDisks: {
    logger: 'nova.virt.libvirt.driver', level: 'DEBUG', from: '_create_image', line: 5116,
    text: 'Created local disks',
  },
  consoleLog: {
    logger: 'nova.virt.libvirt.driver', level: 'DEBUG', from: '_ensure_console_log_for_instance', line: 4867,
    text: 'Ensure instance console log exists: %s',
  },
  startGuestXml: {
    logger: 'nova.virt.libvirt.driver', level: 'DEBUG', from: '_get_guest_xml', line: 7818,
    text: 'Start _get_guest_xml network_info=%(network_info)s disk_info=%(disk_info)s image_meta=%(image_meta)s rescue=%(rescue)s block_device_info=%(block_device_info)s',
  },
  endGuestXml: {
    logger: 'nova.virt.libvirt.driver', level: 'DEBUG', from: '_get_guest_xml', line: 7828,
    text: 'End _get_guest_xml xml=%(xml)s',
  },
  prepareEvent: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: 'prepare_for_instance_event', line: 283,
    text: 'Preparing to wait for external event %(name)s-%(tag)s',
  },
  vifType: {
    logger: 'nova.virt.libvirt.vif', level: 'DEBUG', from: 'plug', line: 719,
    text: 'vif_type=%(vif_type)s instance=%(instance)s vif=%(vif)s',
  },
  convertingVif: {
    logger: 'nova.network.os_vif_util', level: 'DEBUG', from: 'nova_to_osvif_vif', line: 511,
    text: 'Converting VIF %s',
  },
  convertedObject: {
    logger: 'nova.network.os_vif_util', level: 'DEBUG', from: 'nova_to_osvif_vif', line: 548,
    text: 'Converted object %s',
  },
  pluggingVif: {
    logger: 'os_vif', level: 'DEBUG', from: 'plug', line: 76,
    text: 'Plugging vif %s',
  },
  pluggedVif: {
    logger: 'os_vif', level: 'INFO', from: 'plug',
    text: 'Successfully plugged vif %s',
  },
  unpluggedVif: {
    logger: 'os_vif', level: 'INFO', from: 'unplug',
    text: 'Successfully unplugged vif %s',
  },
  lifecycle: {
    logger: 'nova.compute.manager', level: 'INFO', from: 'handle_lifecycle_event',
    text: 'VM %(state)s (Lifecycle Event)',
  },
  lifecycleSync: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: 'handle_lifecycle_event', line: 1399,
    text: 'Synchronizing instance power state after lifecycle event "%(event)s"; current vm_state: %(vm_state)s, current task_state: %(task_state)s, current DB power_state: %(db_power_state)s, VM power_state: %(vm_power_state)s',
  },
  pendingTask: {
    logger: 'nova.compute.manager', level: 'INFO', from: '_sync_instance_power_state',
    text: 'During sync_power_state the instance has a pending task (%(task)s). Skip.',
  },
  receivedEvent: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: 'external_instance_event', line: 11154,
    text: 'Received event %(event)s',
  },
  processingEvent: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: '_process_instance_event', line: 10914,
    text: 'Processing event %(event)s',
  },
  eventWait: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: 'wait_for_instance_event', line: 577,
    text: 'Instance event wait completed in %i seconds for %s',
  },
  eventTimeout: {
    logger: 'nova.compute.manager', level: 'WARNING', from: 'wait_for_instance_event',
    text: 'Timeout waiting for %(events)s for instance with vm_state %(vm_state)s and task_state %(task_state)s. Event states are: %(event_states)s',
  },
  guestCreated: {
    logger: 'nova.virt.libvirt.driver', level: 'DEBUG', from: 'spawn', line: 4667,
    text: 'Guest created on hypervisor',
  },
  spawned: {
    logger: 'nova.virt.libvirt.driver', level: 'INFO', from: '_wait_for_boot',
    text: 'Instance spawned successfully.',
  },
  tookSpawn: {
    logger: 'nova.compute.manager', level: 'INFO', from: '_build_and_run_instance',
    text: 'Took %0.2f seconds to spawn the instance on the hypervisor.',
  },
  checkingState: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: '_get_power_state', line: 1783,
    text: 'Checking state',
  },
  tookBuild: {
    logger: 'nova.compute.manager', level: 'INFO', from: '_do_build_and_run_instance',
    text: 'Took %0.2f seconds to build instance.',
  },
  failedToDeleteVolume: {
    logger: 'nova.virt.block_device', level: 'WARNING', from: '_call_wait_func',
    text: 'Failed to delete volume: %(volume_id)s due to %(exc)s',
  },
  failedBlockDevices: {
    logger: 'nova.compute.manager', level: 'EXCEPTION', from: '_prep_block_device',
    text: 'Instance failed block device setup',
  },
  failedToSpawn: {
    logger: 'nova.compute.manager', level: 'EXCEPTION', from: '_build_resources',
    text: 'Instance failed to spawn',
  },
  failedToBuild: {
    logger: 'nova.compute.manager', level: 'EXCEPTION', from: '_build_and_run_instance',
    text: 'Failed to build and run instance',
  },
  failedNetworks: {
    logger: 'nova.compute.manager', level: 'EXCEPTION', from: '_build_and_run_instance',
    text: 'Failed to allocate network(s)',
  },
  launchError: {
    logger: 'nova.virt.libvirt.guest', level: 'EXCEPTION', from: 'launch',
    text: 'Error launching a defined domain with XML: %s',
  },
  startFailed: {
    logger: 'nova.virt.libvirt.driver', level: 'ERROR', from: '_create_guest_with_network',
    text: 'Failed to start libvirt guest',
  },
  terminating: {
    logger: 'nova.compute.manager', level: 'INFO', from: '_shutdown_instance',
    text: 'Terminating instance',
  },
  startDestroying: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: '_shutdown_instance', line: 3142,
    text: 'Start destroying the instance on the hypervisor.',
  },
  destroyed: {
    logger: 'nova.virt.libvirt.driver', level: 'INFO', from: '_wait_for_destroy',
    text: 'Instance destroyed successfully.',
  },
  deletingFiles: {
    logger: 'nova.virt.libvirt.driver', level: 'INFO', from: 'delete_instance_files',
    text: 'Deleting instance files %s',
  },
  deletionComplete: {
    logger: 'nova.virt.libvirt.driver', level: 'INFO', from: 'delete_instance_files',
    text: 'Deletion of %s complete',
  },
  tookDestroy: {
    logger: 'nova.compute.manager', level: 'INFO', from: '_shutdown_instance',
    text: 'Took %0.2f seconds to destroy the instance on the hypervisor.',
  },
  unpluggingVifs: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: '_cleanup_allocated_networks', line: 2998,
    text: 'Unplugging VIFs for instance',
  },
  unpluggedVifs: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: '_cleanup_allocated_networks', line: 3034,
    text: 'Unplugged VIFs for instance',
  },
  deallocating: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: '_deallocate_network', line: 2281,
    text: 'Deallocating network for instance',
  },
  deallocateForInstance: {
    logger: 'nova.network.neutron', level: 'DEBUG', from: 'deallocate_for_instance', line: 1803,
    text: 'deallocate_for_instance()',
  },
  tookDeallocate: {
    logger: 'nova.compute.manager', level: 'INFO', from: '_deallocate_network',
    text: 'Took %0.2f seconds to deallocate network for instance.',
  },
  deletedAllocations: {
    logger: 'nova.scheduler.client.report', level: 'INFO', from: 'delete_allocation_for_instance',
    text: 'Deleted allocations for %(consumer_type)s %(uuid)s',
  },
  rebuilding: {
    logger: 'nova.compute.manager', level: 'INFO', from: 'rebuild_instance',
    text: 'Rebuilding instance',
  },
  shuttingDown: {
    logger: 'nova.virt.libvirt.driver', level: 'DEBUG', from: '_clean_shutdown', line: 4185,
    text: 'Shutting down instance from state %s',
  },
  shutDown: {
    logger: 'nova.virt.libvirt.driver', level: 'INFO', from: '_clean_shutdown',
    text: 'Instance shutdown successfully after %d seconds.',
  },
  periodicTask: {
    logger: 'oslo_service.periodic_task', level: 'DEBUG', from: 'run_periodic_tasks', line: 210,
    text: 'Running periodic task %(full_task_name)s',
  },
  auditing: {
    logger: 'nova.compute.resource_tracker', level: 'DEBUG', from: 'update_available_resource', line: 907,
    text: 'Auditing locally available compute resources for %(host)s (node: %(node)s)',
  },
  hypervisorView: {
    logger: 'nova.compute.resource_tracker', level: 'DEBUG', from: '_report_hypervisor_resource_view', line: 1106,
    text: 'Hypervisor/Node resource view: name=%(node)s free_ram=%(free_ram)sMB free_disk=%(free_disk)sGB free_vcpus=%(free_vcpus)s pci_devices=%(pci_devices)s',
  },
  inventorySame: {
    logger: 'nova.compute.provider_tree', level: 'DEBUG', from: 'update_inventory', line: 180,
    text: 'Inventory has not changed in ProviderTree for provider: %s',
  },
  inventorySameData: {
    logger: 'nova.scheduler.client.report', level: 'DEBUG', from: 'set_inventory_for_provider', line: 954,
    text: 'Inventory has not changed for provider %s based on inventory data: %s',
  },
  // e.format_message() of the exception at hand
  abortSeen: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: '_build_and_run_instance', line: 2662,
    text: '%s', dynamic: true,
  },
  rescheduleSeen: {
    logger: 'nova.compute.manager', level: 'DEBUG', from: '_do_build_and_run_instance', line: 2472,
    text: '%s', dynamic: true,
  },
  abortLogged: {
    logger: 'nova.compute.manager', level: 'ERROR', from: '_do_build_and_run_instance',
    text: '%s', dynamic: true,
  },
} as const satisfies Record<string, Statement>;

export type StatementName = keyof typeof statements;

/** The same without their exact types, to be read by name. */
export const allStatements: Readonly<Record<StatementName, Statement>> = statements;
