// Explanations: choosing a host, retries, cells, server groups, Placement.

import { docs } from '../links';
import type { ExceptionNotes } from './note';

export const scheduling = {
  NoValidHost: {
    summary: 'The scheduler found no host for the request.',
    effect: 'A new instance goes to ERROR without ever having been on a host (it is kept in cell0); nothing '
      + 'is left on any compute host. A rebuild or evacuation with it goes to ERROR as well; a migration or '
      + 'resize leaves the instance where it is.',
    causes: [
      { text: 'Placement has no provider with enough free resources or with the traits and aggregates that '
          + 'are asked for.',
        evidence: '"Got no allocation candidates from the Placement API" in the scheduler; no filter has '
          + 'run.' },
      { text: 'A filter removed the last host.',
        evidence: '"Filter X returned 0 hosts", or "Filter results" with the number that each filter left.' },
      { text: 'The compute services are down, disabled or not mapped to a cell.',
        evidence: 'ComputeFilter leaves no host, or fewer hosts appear than you have.' },
      { text: 'Every host was tried and failed; this is only the last line of it.',
        evidence: 'Rescheduling and other exceptions for the same instance before it, or "Error from last '
          + 'host" in the conductor.' },
      { text: 'More instances were asked for at once than fit.',
        evidence: '"There are N hosts available but M instances requested to build."' },
    ],
    checks: [
      { text: 'Which filter left how many hosts',
        command: 'grep -n "Filter" /var/log/nova/nova-scheduler.log' },
      { text: 'Services that are up and enabled',
        command: 'openstack compute service list --service nova-compute' },
      { text: 'What Placement would offer for these resources',
        command: 'openstack allocation candidate list --resource VCPU=<vcpus> --resource MEMORY_MB=<ram>' },
      { text: 'What a host offers', command: 'openstack resource provider inventory list <provider>' },
      { text: 'What is used on it', command: 'openstack resource provider usage show <provider>' },
      { text: 'Hosts that are mapped to a cell', command: 'nova-manage cell_v2 list_hosts' },
      { text: 'What the flavor asks for', command: 'openstack flavor show <flavor>' },
    ],
    changes: [
      { text: 'Free capacity or add hosts; correct the flavor extra specs, image properties, zone or '
          + 'aggregate that no host satisfies.' },
      { text: 'Raise an allocation ratio or lower a reserved amount where hosts are only formally full.',
        risk: 'Overcommitted memory can wake the OOM killer, overcommitted disks can fill the host.' },
    ],
    options: [
      'filter_scheduler.enabled_filters', 'DEFAULT.cpu_allocation_ratio', 'DEFAULT.ram_allocation_ratio',
      'DEFAULT.disk_allocation_ratio',
      'DEFAULT.initial_cpu_allocation_ratio', 'DEFAULT.initial_ram_allocation_ratio',
      'DEFAULT.initial_disk_allocation_ratio',
      'DEFAULT.reserved_host_memory_mb', 'DEFAULT.reserved_host_disk_mb', 'DEFAULT.reserved_host_cpus',
      'DEFAULT.service_down_time',
      'scheduler.max_placement_results', 'scheduler.max_attempts',
    ],
    links: [docs.scheduling, docs.cells],
    sample: 'nova.exception.NoValidHost: No valid host was found. There are not enough hosts available.',
  },
  MaxRetriesExceeded: {
    summary: 'The build failed on every host that was tried, and no host or attempt is left.',
    effect: 'The instance goes to ERROR; its networks are released and no allocation is left. What each '
      + 'host did wrong stands in its own nova-compute log.',
    causes: [
      { text: 'All attempts failed for the same reason: network, image or storage, not the hosts.',
        evidence: '"Last exception" in the reason, or the same exception in the log of each host.' },
      { text: 'The alternates ran out of room meanwhile.',
        evidence: '"Exhausted all hosts available for retrying build failures".' },
      { text: 'Few hosts match the request, so that the list of alternates is short.',
        evidence: 'Fewer attempts than `max_attempts` in "Exhausted all hosts".' },
    ],
    checks: [
      { text: 'The fault that was recorded', command: 'openstack server show <instance> -c fault' },
      { text: 'Hosts and times of the attempts', command: 'openstack server event list <instance>' },
      { text: 'What each host logged for the instance',
        command: 'grep -n <instance> /var/log/nova/nova-compute.log' },
    ],
    changes: [
      { text: 'Cure the exception of the attempts.' },
      { text: 'Raise `max_attempts` when single hosts fail at random.',
        risk: 'A request that fails everywhere takes longer to fail and loads more hosts.' },
    ],
    options: ['scheduler.max_attempts', 'compute.consecutive_build_service_disable_threshold'],
    links: [docs.scheduling],
    sample: 'nova.exception.MaxRetriesExceeded: Exceeded maximum number of retries. Exhausted all hosts '
      + 'available for retrying build failures for instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5.',
  },
  RescheduledException: {
    summary: 'The build failed on this host and is handed back to the conductor for another one.',
    effect: 'By itself nothing is lost: allocation and networks of this host are released and the next host '
      + 'starts anew. When retries are off or a host was forced, the instance goes to ERROR instead.',
    causes: [
      { text: 'An exception on this host that another host may not meet.',
        evidence: 'It stands just above, under "Failed to build and run instance".' },
      { text: 'The claim failed because the host has less room than the scheduler believed.',
        evidence: 'ComputeResourcesUnavailable in the reason.' },
      { text: 'The late check of a server group found a conflict.',
        evidence: '"instance group policy was violated" in the reason.' },
    ],
    checks: [{ text: 'Where the instance went next', command: 'openstack server event list <instance>' }],
    changes: [{ text: 'Cure the exception in the reason if it comes back on other hosts.' }],
    options: ['scheduler.max_attempts', 'compute.consecutive_build_service_disable_threshold'],
    sample: 'nova.exception.RescheduledException: Build of instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 '
      + 'was re-scheduled: Binding failed for port 5f6d1c90-3c8c-4a0a-8f0e-6a1d9c0e2b11, please check '
      + 'neutron logs for more information.',
  },
  RescheduledByPolicyException: {
    summary: 'A server group policy would have been broken on this host, so the build is handed back to the '
      + 'conductor.',
    effect: 'The next host starts anew; when none is left the instance goes to ERROR. It does not count '
      + 'against the host.',
    causes: [{ text: 'Members of one group were scheduled at the same moment.' }],
    checks: [
      { text: 'Members of the group and their hosts', command: 'openstack server group show <group>' },
    ],
    changes: [{ text: 'Create members one after another, or use a soft policy.' }],
    options: ['workarounds.disable_group_policy_check_upcall', 'scheduler.max_attempts'],
    links: [docs.affinityPolicyViolated],
    sample: 'nova.exception.RescheduledByPolicyException: Build of instance '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 was re-scheduled: Anti-affinity instance group policy was '
      + 'violated',
  },
  GroupAffinityViolation: {
    summary: 'The late check on the compute host found that the instance would break the policy of its '
      + 'server group.',
    effect: 'A build is rescheduled to another host. An evacuation or migration has no second host and '
      + 'fails.',
    causes: [
      { text: 'Several members were scheduled at once, so that the scheduler did not see the others yet.' },
      { text: 'An affinity group: its members already are on another host.' },
    ],
    checks: [
      { text: 'Members of the group', command: 'openstack server group show <group>' },
      { text: 'Members on this host', command: 'openstack server list --all-projects --host <host>' },
    ],
    changes: [
      { text: 'Create members one after another, or use soft-affinity and soft-anti-affinity.' },
      { text: 'Where the cell cannot reach the API database, set `disable_group_policy_check_upcall`.',
        risk: 'The policy is then kept by the scheduler alone and can be broken by parallel requests.' },
    ],
    options: ['workarounds.disable_group_policy_check_upcall'],
    links: [docs.affinityPolicyViolated, docs.serverGroups],
    sample: 'nova.exception.GroupAffinityViolation: Anti-affinity instance group policy was violated',
  },
  UnsupportedPolicyException: {
    summary: 'The request uses a server group whose policy the scheduler is not set up to keep.',
    effect: 'The instance goes to ERROR without having been on a host.',
    causes: [
      { text: 'The affinity filter or weigher for this policy is not enabled.',
        evidence: 'The reason names the filter or weigher.' },
    ],
    checks: [{ text: 'Enabled filters', command: 'grep -n "enabled_filters" /etc/nova/nova.conf' }],
    changes: [
      { text: 'Enable ServerGroupAffinityFilter and ServerGroupAntiAffinityFilter, or the weigher for soft '
          + 'policies, and restart nova-scheduler and nova-conductor.' },
    ],
    options: ['filter_scheduler.enabled_filters', 'filter_scheduler.weight_classes'],
    links: [docs.scheduling],
    sample: 'nova.exception.UnsupportedPolicyException: ServerGroup policy is not supported: '
      + 'ServerGroupAntiAffinityFilter not configured',
  },
  HostMappingNotFound: {
    summary: 'The scheduler chose a host that is not mapped to any cell.',
    effect: 'The instance goes to ERROR in cell0; the host was never asked. The allocation made for '
      + 'it stays in Placement until the instance is deleted.',
    causes: [
      { text: 'The host was added and discover_hosts has not run since.' },
      { text: 'The host was renamed, or its service was deleted and came back.' },
    ],
    checks: [
      { text: 'Hosts that are mapped', command: 'nova-manage cell_v2 list_hosts' },
      { text: 'Compute services', command: 'openstack compute service list --service nova-compute' },
    ],
    changes: [
      { text: 'Run `nova-manage cell_v2 discover_hosts`, or let the scheduler do so by '
          + '`discover_hosts_in_cells_interval`.',
        risk: 'The interval makes each scheduler ask the databases of all cells.' },
    ],
    options: ['scheduler.discover_hosts_in_cells_interval'],
    links: [docs.cells, docs.novaManage],
    sample: "nova.exception.HostMappingNotFound: Host 'cmp7' is not mapped to any cell",
  },
  BuildRequestNotFound: {
    summary: 'The build request of the instance is gone: the instance was deleted while it was being '
      + 'scheduled.',
    effect: 'The build ends quietly and its allocation is removed; nothing goes to ERROR.',
    causes: [
      { text: 'The user, or an orchestrator that ran out of patience, deleted the instance.',
        evidence: 'A DELETE for it in nova-api just before.' },
    ],
    checks: [
      { text: 'Whether an allocation is left over',
        command: 'openstack resource provider allocation show <instance>' },
    ],
    changes: [{ text: 'None, unless deletes come because scheduling takes too long.' }],
    options: [],
    sample: 'nova.exception.BuildRequestNotFound: BuildRequest not found for instance '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5',
  },
  InstanceMappingNotFound: {
    summary: 'The API database does not say in which cell the instance lives.',
    effect: 'The request on the instance is refused.',
    causes: [
      { text: 'The instance was deleted and archived.' },
      { text: 'The instance is older than cells v2 and was never mapped.' },
    ],
    checks: [
      { text: 'Whether it is mapped', command: 'nova-manage cell_v2 verify_instance --uuid <instance>' },
    ],
    changes: [{ text: 'Run `nova-manage cell_v2 map_instances` for the cell after an old upgrade.' }],
    options: [],
    links: [docs.novaManage],
    sample: 'nova.exception.InstanceMappingNotFound: Instance 8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 has no '
      + 'mapping to a cell.',
  },
  CellTimeout: {
    summary: 'The database of a cell did not answer in time.',
    effect: 'Lists leave out the instances of that cell; a request on one of them fails.',
    causes: [{ text: 'The database or the way to it is down or slow.' }],
    checks: [{ text: 'Cells and their connections', command: 'nova-manage cell_v2 list_cells' }],
    changes: [{ text: 'Bring the database of the cell back.' }],
    options: ['database.connection', 'api.list_records_by_skipping_down_cells'],
    links: [docs.cells],
    sample: 'nova.exception.CellTimeout: Timeout waiting for response from cell',
  },
  ComputeHostNotFound: {
    summary: 'There is no compute node record for the host.',
    effect: 'The request that names the host fails; in nova-compute the periodic report or an evacuation '
      + 'fails.',
    causes: [
      { text: 'nova-compute on it has never reported, or its host name changed.' },
      { text: 'The service record was deleted while nova-compute still ran.',
        evidence: 'It appears once a minute from the resource tracker.' },
    ],
    checks: [
      { text: 'Nodes as Nova knows them', command: 'openstack hypervisor list --long' },
      { text: 'Services', command: 'openstack compute service list' },
    ],
    changes: [{ text: 'Restart nova-compute on the host; do not rename hosts that hold instances.' }],
    options: ['DEFAULT.host'],
    links: [docs.computeNodeIdentification],
    sample: 'nova.exception.ComputeHostNotFound: Compute host cmp7 could not be found.',
  },
  ComputeServiceUnavailable: {
    summary: 'nova-compute of the host is down or disabled.',
    effect: 'The request is refused and the instance stays as it was.',
    causes: [
      { text: 'nova-compute does not run, or has not reported for longer than `service_down_time`.' },
      { text: 'Messages or the database do not get through, so that its report is late.' },
      { text: 'The clocks of the hosts differ.' },
    ],
    checks: [
      { text: 'State and last report', command: 'openstack compute service list --service nova-compute' },
      { text: 'The service on the host', command: 'systemctl status openstack-nova-compute' },
    ],
    changes: [{ text: 'Bring the service back; keep `service_down_time` well above `report_interval`.' }],
    options: ['DEFAULT.service_down_time', 'DEFAULT.report_interval'],
    links: [docs.nodeDown],
    sample: 'nova.exception.ComputeServiceUnavailable: Compute service of cmp7 is unavailable at this time.',
  },
  RequestFilterFailed: {
    summary: 'A check before scheduling found that no host can ever satisfy the request.',
    effect: 'It becomes NoValidHost and the instance goes to ERROR; Placement was not asked.',
    causes: [
      { text: 'The project needs an aggregate of its own and has none.',
        evidence: 'The reason speaks of aggregates and the project.' },
      { text: 'A port lies in a routed network segment without hosts.' },
    ],
    checks: [{ text: 'Aggregates and their properties', command: 'openstack aggregate list --long' }],
    changes: [
      { text: 'Give the project an aggregate, or turn `placement_aggregate_required_for_tenants` off.' },
    ],
    options: [
      'scheduler.limit_tenants_to_placement_aggregate',
      'scheduler.placement_aggregate_required_for_tenants',
      'scheduler.query_placement_for_routed_network_aggregates',
    ],
    links: [docs.aggregates],
    sample: 'nova.exception.RequestFilterFailed: Scheduling failed: No hosts available for tenant',
  },

  // ---- Placement ------------------------------------------------------------------------------------------
  ResourceProviderCreationFailed: {
    summary: 'Placement refused to create the resource provider of this compute node, or could not be '
      + 'reached.',
    effect: 'The host cannot report its resources, so it gets no new instances; those that run go on. In a '
      + 'claim the build goes to another host.',
    causes: [
      { text: 'A provider of the same name with another UUID exists: the compute node record was deleted or '
          + 'made anew.',
        evidence: '409 and "Conflicting resource provider name" in the ERROR line above it.' },
      { text: 'The [placement] section is wrong, or Placement does not answer.',
        evidence: 'A warning that the placement endpoint or credentials are missing, above it.' },
    ],
    checks: [
      { text: 'The provider of that name and its UUID',
        command: 'openstack resource provider list --name <host>' },
      { text: 'The node of Nova and its UUID', command: 'openstack hypervisor list --matching <host>' },
      { text: 'What still holds resources on the old provider',
        command: 'openstack resource provider show <provider> --allocations' },
    ],
    changes: [
      { text: 'Delete the old provider once its allocations are gone, or heal them; then restart '
          + 'nova-compute.',
        risk: 'Allocations of running instances must not be lost: run `nova-manage placement audit` first.' },
    ],
    options: ['placement.auth_url', 'placement.region_name', 'placement.valid_interfaces', 'DEFAULT.host'],
    links: [docs.orphanedAllocations, docs.computeNodeIdentification],
    sample: 'nova.exception.ResourceProviderCreationFailed: Failed to create resource provider cmp7',
  },
  ResourceProviderRetrievalFailed: {
    summary: 'Placement answered the question for a resource provider with an error.',
    effect: 'The resource report of the host fails this time and is tried again a minute later; builds on '
      + 'the host can fail meanwhile.',
    causes: [
      { text: 'Placement or its database is in trouble.',
        evidence: 'A 500 or 503 in the ERROR line above it.' },
      { text: 'The user of [placement] may not ask.', evidence: 'A 401 or 403 above it.' },
    ],
    checks: [
      { text: 'Whether Placement answers', command: 'openstack resource provider list' },
      { text: 'Its endpoint', command: 'openstack endpoint list --service placement' },
    ],
    changes: [{ text: 'Bring Placement back, or correct the credentials in [placement].' }],
    options: ['placement.auth_url', 'placement.username', 'placement.timeout', 'placement.connect_retries'],
    sample: 'nova.exception.ResourceProviderRetrievalFailed: Failed to get resource provider with UUID '
      + '1c3f9f0e-6d3b-4e0e-8d2a-6f1f1d0c9b3e',
  },
  ResourceProviderUpdateFailed: {
    summary: 'Placement refused a change of inventory, traits or aggregates of a provider.',
    effect: 'Placement keeps the old figures; the host tries again with its next report.',
    causes: [
      { text: 'The inventory would fall below what instances use.',
        evidence: 'The error text names used amounts.' },
      { text: 'Two services changed the provider at the same time.' },
    ],
    checks: [
      { text: 'Inventory', command: 'openstack resource provider inventory list <provider>' },
      { text: 'Use', command: 'openstack resource provider usage show <provider>' },
    ],
    changes: [
      { text: 'Undo the change of ratio, reserved amount or devices that shrinks the inventory, or move '
          + 'instances away.' },
    ],
    options: [
      'DEFAULT.cpu_allocation_ratio', 'DEFAULT.ram_allocation_ratio', 'DEFAULT.disk_allocation_ratio',
      'DEFAULT.reserved_host_memory_mb', 'DEFAULT.reserved_host_disk_mb',
    ],
    links: [docs.managingResourceProviders],
    sample: 'nova.exception.ResourceProviderUpdateFailed: Failed to update resource provider via URL '
      + '/resource_providers/1c3f9f0e-6d3b-4e0e-8d2a-6f1f1d0c9b3e/inventories: conflict',
  },
  ResourceProviderUpdateConflict: {
    summary: 'The provider had changed in Placement since this service last read it.',
    effect: 'Nova reads it anew and tries again; a single one is harmless.',
    causes: [{ text: 'Another service or a tool changed the provider at the same time.' }],
    checks: [{ text: 'Generation of the provider', command: 'openstack resource provider show <provider>' }],
    changes: [{ text: 'None for single cases; find the second writer if it repeats.' }],
    options: [],
    sample: 'nova.exception.ResourceProviderUpdateConflict: A conflict was encountered attempting to update '
      + 'resource provider 1c3f9f0e-6d3b-4e0e-8d2a-6f1f1d0c9b3e (generation 12): conflict',
  },
  ResourceProviderAllocationRetrievalFailed: {
    summary: 'Placement did not tell which allocations a provider has.',
    effect: 'The clean-up of left-over allocations on this host is skipped this time.',
    causes: [{ text: 'Placement or its database is in trouble.' }],
    checks: [
      { text: 'Whether Placement answers',
        command: 'openstack resource provider show <provider> --allocations' },
    ],
    changes: [{ text: 'Bring Placement back.' }],
    options: ['placement.timeout', 'placement.connect_retries'],
    sample: 'nova.exception.ResourceProviderAllocationRetrievalFailed: Failed to retrieve allocations for '
      + 'resource provider 1c3f9f0e-6d3b-4e0e-8d2a-6f1f1d0c9b3e: timeout',
  },
  ResourceProviderTraitRetrievalFailed: {
    summary: 'Placement did not tell the traits of a provider.',
    effect: 'The resource report of the host fails this time.',
    causes: [{ text: 'Placement or its database is in trouble.' }],
    checks: [
      { text: 'Traits of the provider', command: 'openstack resource provider trait list <provider>' },
    ],
    changes: [{ text: 'Bring Placement back.' }],
    options: ['placement.timeout', 'placement.connect_retries'],
    sample: 'nova.exception.ResourceProviderTraitRetrievalFailed: Failed to get traits for resource '
      + 'provider with UUID 1c3f9f0e-6d3b-4e0e-8d2a-6f1f1d0c9b3e',
  },
  ResourceProviderAggregateRetrievalFailed: {
    summary: 'Placement did not tell the aggregates of a provider.',
    effect: 'The resource report of the host fails this time.',
    causes: [{ text: 'Placement or its database is in trouble.' }],
    checks: [
      { text: 'Aggregates of the provider',
        command: 'openstack resource provider aggregate list <provider>' },
    ],
    changes: [{ text: 'Bring Placement back.' }],
    options: ['placement.timeout', 'placement.connect_retries'],
    sample: 'nova.exception.ResourceProviderAggregateRetrievalFailed: Failed to get aggregates for resource '
      + 'provider with UUID 1c3f9f0e-6d3b-4e0e-8d2a-6f1f1d0c9b3e',
  },
  PlacementAPIConnectFailure: {
    summary: 'Nova could not reach the Placement API.',
    effect: 'A request that must change allocations fails; the instance keeps the state it had.',
    causes: [{ text: 'Placement is down, or [placement] names a wrong endpoint, region or interface.' }],
    checks: [
      { text: 'Its endpoint', command: 'openstack endpoint list --service placement' },
      { text: 'Whether it answers', command: 'openstack resource provider list' },
    ],
    changes: [{ text: 'Bring Placement back or correct the section.' }],
    options: [
      'placement.auth_url', 'placement.region_name', 'placement.valid_interfaces', 'placement.cafile',
    ],
    sample: 'nova.exception.PlacementAPIConnectFailure: Unable to communicate with the Placement API.',
  },
  AllocationUpdateFailed: {
    summary: 'Placement refused to write the allocation of an instance.',
    effect: 'The scheduling or move that needed it fails; an instance that already runs is not touched.',
    causes: [
      { text: 'The allocation was changed by another request at the same time.',
        evidence: '"consumer generation conflict" in the error.' },
      { text: 'The provider has less room than a moment before.' },
    ],
    checks: [{ text: 'The allocation', command: 'openstack resource provider allocation show <instance>' }],
    changes: [{ text: 'Repeat the request; look for two operations on the same instance if it comes back.' }],
    options: [],
    links: [docs.orphanedAllocations],
    sample: 'nova.exception.AllocationUpdateFailed: Failed to update allocations for consumer '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5. Error: consumer generation conflict',
  },
  AllocationDeleteFailed: {
    summary: 'Placement refused to delete the allocation of an instance.',
    effect: 'The instance may be gone while its resources still count as used.',
    causes: [{ text: 'The allocation changed meanwhile, or Placement answered with an error.' }],
    checks: [
      { text: 'The allocation', command: 'openstack resource provider allocation show <instance>' },
      { text: 'Allocations without instance', command: 'nova-manage placement audit --verbose' },
    ],
    changes: [
      { text: 'Delete the allocation by hand once the instance is gone for good.',
        risk: 'Without an allocation a running instance is not counted.' },
    ],
    options: [],
    links: [docs.orphanedAllocations],
    sample: 'nova.exception.AllocationDeleteFailed: Failed to delete allocations for consumer '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5. Error: conflict',
  },
  AllocationMoveFailed: {
    summary: 'Placement refused to move an allocation between an instance and its migration record.',
    effect: 'The migration or resize fails before the guest is touched, or its clean-up leaves an '
      + 'allocation.',
    causes: [{ text: 'Another request changed the allocation at the same time.' }],
    checks: [
      { text: 'The allocation of the instance',
        command: 'openstack resource provider allocation show <instance>' },
    ],
    changes: [{ text: 'Repeat the request; clean up allocations that are left.' }],
    options: [],
    links: [docs.orphanedAllocations],
    sample: 'nova.exception.AllocationMoveFailed: Failed to move allocations from consumer '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5 to consumer 5b1ab7a4-64cd-42f4-9f1b-2f1a4a5e1a77. Error: '
      + 'conflict',
  },
  ConsumerAllocationRetrievalFailed: {
    summary: 'Placement did not tell the allocation of an instance.',
    effect: 'Before the claim no handler knows it: the build ends with "Unexpected build failure" and the '
      + 'instance goes to ERROR.',
    causes: [
      { text: 'Placement was unreachable at that moment, or refused the credentials of [placement].' },
    ],
    checks: [{ text: 'The allocation', command: 'openstack resource provider allocation show <instance>' }],
    changes: [{ text: 'Bring Placement back; repeat the request.' }],
    options: [
      'placement.timeout', 'placement.connect_retries', 'placement.auth_type', 'placement.region_name',
    ],
    sample: 'nova.exception.ConsumerAllocationRetrievalFailed: Failed to retrieve allocations for consumer '
      + '8e2f1b0c-2ad1-4c4e-9b4b-1de1a7a8d5f5: timeout',
  },
  PlacementPciException: {
    summary: 'The PCI devices of the host could not be reported to Placement.',
    effect: 'nova-compute does not report its resources, so the host gets no new instances.',
    causes: [
      { text: 'device_spec mixes devices in a way that Placement cannot hold.',
        evidence: 'The error names the devices.' },
      { text: 'Reporting was on and was turned off again.' },
    ],
    checks: [
      { text: 'The specification',
        command: 'grep -n "device_spec\\|report_in_placement" /etc/nova/nova.conf' },
    ],
    changes: [{ text: 'Correct `device_spec`; once `report_in_placement` was on, leave it on.' }],
    options: ['pci.device_spec', 'pci.report_in_placement'],
    links: [docs.pciPassthrough],
    sample: 'nova.exception.PlacementPciException: Failed to gather or report PCI resources to Placement: '
      + 'There are devices without a parent',
  },
  ReshapeFailed: {
    summary: 'Inventory and allocations could not be moved to the new shape of the provider tree.',
    effect: 'nova-compute stops: it does not start with resources in a shape it does not know.',
    causes: [
      { text: 'Allocations on the provider do not match the instances of the host.',
        evidence: 'The error text names the consumer.' },
    ],
    checks: [
      { text: 'Allocations on the provider',
        command: 'openstack resource provider show <provider> --allocations' },
      { text: 'Allocations without instance', command: 'nova-manage placement audit --verbose' },
    ],
    changes: [
      { text: 'Heal the allocations with `nova-manage placement heal_allocations`, then start nova-compute '
          + 'again.' },
    ],
    options: [],
    links: [docs.orphanedAllocations, docs.upgrades],
    sample: 'nova.exception.ReshapeFailed: Resource provider inventory and allocation data migration '
      + 'failed: conflict',
  },
} satisfies ExceptionNotes;
