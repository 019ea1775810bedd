// Diagnoses of scheduling: which filter left no host, Placement's empty answer, hosts that were all tried.

import { docs } from '../links';
import type { Clue, DiagnosisCheck, DiagnosisRow, DiagnosisRows } from './row';

const outcomes = ['failed', 'unknown', 'in-progress'] as const;
const by = (...filter: string[]): Clue => ({ seen: 'killer-filter', where: { filter }, role: 'killer' });
const detail = (...line: string[]): Clue => ({ line, role: 'detail' });
/** Only the hosts that were named in the request were asked. */
const forced = detail('Host filter forcing available hosts to %s', 'Host filter only checking host %(host)s and node %(node)s');
const schedulerLog: DiagnosisCheck = { text: 'What the filter says of each host, at DEBUG', log: 'nova-scheduler' };

/** What holds for every filter. */
const filterRow = {
  family: 'no-valid-host',
  certainty: 'stated',
  outcomes,
  supports: [forced],
  contradicts: 'A later line of the same request that selects a host, or an earlier filter that already left none.',
} as const satisfies Partial<DiagnosisRow>;

/** What holds wherever Placement had no host to offer. */
const emptyRow = {
  family: 'no-valid-host',
  certainty: 'stated',
  supports: [{ line: ['Placement API service is not responding.', 'Placement service credentials do not work.'],
    role: 'detail', reach: 'log' }],
  contradicts: 'Filter lines of the same request: then Placement did return candidates.',
  checks: [
    { text: 'Ask Placement the same', command: 'openstack allocation candidate list --resource VCPU=<vcpus> '
      + '--resource MEMORY_MB=<ram> --resource DISK_GB=<disk>' },
    { text: 'Providers and what they offer', command: 'openstack resource provider list' },
    { text: 'Used and free by provider', command: 'openstack resource provider usage show <provider>' },
    { text: 'Traits that the flavor requires', command: 'openstack flavor show <flavor> -c properties' },
    { text: 'What was asked for and refused, or whether it was asked at all: from Pike to Rocky the line is also written '
      + 'where Placement did not answer', log: 'placement-api' },
  ],
  changes: [
    { text: 'Free resources or add hosts; delete allocations that belong to no instance (nova-manage placement audit).',
      risk: 'An allocation deleted by mistake lets the host be overbooked.' },
    { text: 'Raise the ratio of the resource that is short.', risk: 'It holds for new and old hosts alike.' },
    { text: 'If nova-compute just started, wait until it has reported its inventory.' },
  ],
  options: ['DEFAULT.cpu_allocation_ratio', 'DEFAULT.ram_allocation_ratio', 'DEFAULT.disk_allocation_ratio',
    'scheduler.max_placement_results'],
  links: [docs.scheduling],
} as const satisfies Partial<DiagnosisRow>;

/** Too few hosts were left, and the lines at hand do not say by what. */
const unseenRow = {
  family: 'no-valid-host',
  certainty: 'open',
  checks: [{ text: 'Which filter it was', log: 'nova-scheduler' }],
  changes: [{ text: 'Read the log of nova-scheduler together with this one.' }],
  options: ['filter_scheduler.enabled_filters'],
} as const satisfies Partial<DiagnosisRow>;

export const schedulingDiagnoses = {
  'filter-compute': {
    ...filterRow,
    needs: [by('ComputeFilter')],
    supports: [
      forced,
      detail('%(host_state)s has not been heard from in a while', '%(host_state)s is disabled, reason: %(reason)s'),
      { line: 'Seems service %(binary)s on host %(host)s is down. Last heartbeat was %(lhb)s. Elapsed time is %(el)s',
        role: 'detail', reach: 'log' },
    ],
    checks: [
      { text: 'Which nova-compute are up and enabled', command: 'openstack compute service list --service nova-compute' },
      { text: 'Why a host does not report', log: 'nova-compute' },
      schedulerLog,
    ],
    changes: [
      { text: 'Start nova-compute on the hosts that are down, or enable those that were disabled.' },
      { text: 'Give the clocks of hosts and controllers the same time: a host whose clock is behind counts as down.' },
    ],
    options: ['DEFAULT.service_down_time', 'DEFAULT.report_interval'],
    links: [docs.scheduling],
  },
  'filter-memory': {
    ...filterRow,
    needs: [by('RamFilter', 'AggregateRamFilter', 'ExactRamFilter')],
    supports: [forced, detail(
      '%(host_state)s does not have %(requested_ram)s MB usable ram, it only has %(usable_ram)s MB usable ram.',
      '%(host_state)s does not have %(requested_ram)s MB usable ram before overcommit, it only has %(usable_ram)s MB.')],
    checks: [{ text: 'Free memory of the hosts', command: 'openstack hypervisor list --long' }, schedulerLog],
    changes: [
      { text: 'Free memory, add hosts or choose a smaller flavor.' },
      { text: 'Raise the ratio for memory.', risk: 'Guests that use what they were promised make the host swap or kill.' },
    ],
    options: ['DEFAULT.ram_allocation_ratio', 'DEFAULT.reserved_host_memory_mb'],
  },
  'filter-disk': {
    ...filterRow,
    needs: [by('DiskFilter', 'AggregateDiskFilter', 'ExactDiskFilter')],
    supports: [forced, detail(
      '%(host_state)s does not have %(requested_disk)s MB usable disk, it only has %(usable_disk_mb)s MB usable disk.')],
    checks: [{ text: 'Free disk of the hosts', command: 'openstack hypervisor list --long' }, schedulerLog],
    changes: [
      { text: 'Free disk space on the hosts, or boot from a volume.' },
      { text: 'Raise the ratio for disk.', risk: 'A full disk stops every guest of the host.' },
    ],
    options: ['DEFAULT.disk_allocation_ratio', 'DEFAULT.reserved_host_disk_mb'],
  },
  'filter-cores': {
    ...filterRow,
    needs: [by('CoreFilter', 'AggregateCoreFilter', 'ExactCoreFilter')],
    supports: [forced, detail(
      '%(host_state)s does not have %(instance_vcpus)d usable vcpus, it only has %(free_vcpus)d usable vcpus')],
    checks: [{ text: 'vCPUs in use', command: 'openstack hypervisor list --long' }, schedulerLog],
    changes: [
      { text: 'Free vCPUs, add hosts or choose a smaller flavor.' },
      { text: 'Raise the ratio for CPUs.', risk: 'Guests slow one another down.' },
    ],
    options: ['DEFAULT.cpu_allocation_ratio', 'DEFAULT.reserved_host_cpus'],
  },
  'filter-numa': {
    ...filterRow,
    needs: [by('NUMATopologyFilter')],
    supports: [forced, detail(
      '%(host)s, %(node)s fails NUMA topology requirements. The instance does not fit on this host.',
      '%(host)s, %(node)s fails NUMA topology requirements. No host NUMA topology while the instance specified one.',
      '%(host_state)s fails CPU policy requirements. Host does not have hyperthreading or hyperthreading is disabled, '
        + 'but \'require\' threads policy was requested.')],
    checks: [
      { text: 'What the flavor asks for', command: 'openstack flavor show <flavor> -c properties' },
      { text: 'Cells, CPUs and pages of a host', command: 'virsh capabilities' },
      { text: 'Free huge pages by cell',
        command: 'grep . /sys/devices/system/node/node*/hugepages/hugepages-*/free_hugepages' },
      schedulerLog,
    ],
    changes: [
      { text: 'Free pinned CPUs or huge pages of one NUMA cell, or spread the flavor over more cells (hw:numa_nodes).',
        risk: 'A guest over several cells needs an operating system that knows them.' },
      { text: 'Correct the CPUs given to pinned guests.', risk: 'nova-compute refuses to start while a guest is pinned to '
        + 'a CPU that is no longer given.' },
    ],
    options: ['compute.cpu_dedicated_set', 'compute.cpu_shared_set', 'DEFAULT.reserved_huge_pages'],
  },
  'filter-pci': {
    ...filterRow,
    needs: [by('PciPassthroughFilter')],
    checks: [
      { text: 'The alias that the flavor asks for', command: 'openstack flavor show <flavor> -c properties' },
      { text: 'Devices that Placement or the host still has', command: 'openstack resource provider list' },
      schedulerLog,
    ],
    changes: [
      { text: 'Free a device, or make the alias on the controllers and the devices on the hosts the same '
        + '(vendor_id, product_id, device_type).' },
    ],
    options: ['pci.alias', 'pci.device_spec'],
  },
  'filter-zone': {
    ...filterRow,
    needs: [by('AvailabilityZoneFilter')],
    checks: [
      { text: 'Zones and their hosts', command: 'openstack availability zone list --compute --long' },
      { text: 'The zone that was asked for', command: 'openstack server show <instance> -c OS-EXT-AZ:availability_zone' },
    ],
    changes: [{ text: 'Ask for a zone that has hosts, or put hosts into the aggregate of that zone.' }],
    options: ['DEFAULT.default_schedule_zone', 'DEFAULT.default_availability_zone'],
  },
  'filter-group': {
    ...filterRow,
    needs: [by('ServerGroupAntiAffinityFilter', 'ServerGroupAffinityFilter', 'GroupAntiAffinityFilter',
      'GroupAffinityFilter')],
    checks: [{ text: 'Members and policy of the group', command: 'openstack server group list --long' }],
    changes: [
      { text: 'Use more hosts than the group has members, or the policy soft-anti-affinity.',
        risk: 'With a soft policy members may share a host.' },
    ],
  },
  'filter-aggregate': {
    ...filterRow,
    needs: [by('AggregateInstanceExtraSpecsFilter', 'AggregateImagePropertiesIsolation', 'AggregateMultiTenancyIsolation',
      'AggregateTypeAffinityFilter')],
    supports: [forced, detail(
      '%(host_state)s fails flavor extra_specs requirements. Extra_spec %(key)s is not in aggregate.',
      '%(host_state)s fails instance_type extra_specs requirements. Extra_spec %(key)s is not in aggregate.')],
    checks: [
      { text: 'Properties of the aggregates', command: 'openstack aggregate list --long' },
      { text: 'What the flavor asks for', command: 'openstack flavor show <flavor> -c properties' },
      schedulerLog,
    ],
    changes: [
      { text: 'Give the aggregate the property that flavor, image or project ask for. Keys of the flavor for this filter '
        + 'begin with aggregate_instance_extra_specs:.' },
    ],
  },
  'filter-capabilities': {
    ...filterRow,
    needs: [by('ComputeCapabilitiesFilter')],
    checks: [
      { text: 'What the flavor asks for', command: 'openstack flavor show <flavor> -c properties' }, schedulerLog,
    ],
    changes: [
      { text: 'Give keys that are meant for aggregates their prefix aggregate_instance_extra_specs:; this filter reads keys '
        + 'without a prefix as capabilities of the host.' },
    ],
  },
  'filter-image': {
    ...filterRow,
    needs: [by('ImagePropertiesFilter')],
    supports: [forced, detail('%(host_state)s does not support requested instance_properties')],
    checks: [{ text: 'Properties of the image', command: 'openstack image show <image> -c properties' }, schedulerLog],
    changes: [{ text: 'Correct hw_architecture, img_hv_type or hw_vm_mode of the image, or use hosts that have it.' }],
  },
  'filter-tried': {
    ...filterRow,
    certainty: 'stated',
    needs: [by('RetryFilter')],
    supports: [forced, detail('Host %(host)s fails.  Previously tried hosts: %(hosts)s')],
    contradicts: 'A host of this request that was not tried before.',
    checks: [{ text: 'Why the hosts that were tried failed', log: 'nova-compute' }],
    changes: [{ text: 'Look at the first attempt: the scheduler only ran out of hosts.' }],
    options: ['scheduler.max_attempts'],
  },
  'filter-load': {
    ...filterRow,
    needs: [by('NumInstancesFilter', 'AggregateNumInstancesFilter', 'IoOpsFilter', 'AggregateIoOpsFilter',
      'MetricsFilter')],
    checks: [schedulerLog],
    changes: [{ text: 'Raise the limit, or add hosts.', risk: 'The limit is there to keep hosts from being overrun.' }],
    options: ['filter_scheduler.max_instances_per_host', 'filter_scheduler.max_io_ops_per_host'],
  },
  'filter-hint': {
    ...filterRow,
    needs: [by('DifferentHostFilter', 'SameHostFilter', 'SimpleCIDRAffinityFilter', 'JsonFilter', 'IsolatedHostsFilter')],
    checks: [schedulerLog],
    changes: [{ text: 'Ask without the hint, or correct isolated_hosts and isolated_images.' }],
    options: ['filter_scheduler.isolated_hosts', 'filter_scheduler.isolated_images'],
  },
  'filter-other': {
    ...filterRow,
    needs: [{ seen: 'killer-filter', where: { filter: [] }, role: 'killer' }],
    checks: [schedulerLog],
    changes: [{ text: 'See what this filter compares, and set the log level to DEBUG for one try.' }],
    options: ['filter_scheduler.enabled_filters'],
  },
  'filters-no-host': {
    family: 'no-valid-host',
    certainty: 'stated',
    outcomes,
    needs: [{ seen: 'no-hosts', role: 'says' }],
    contradicts: 'A line of the same request that starts with more hosts.',
    checks: [
      { text: 'Services of the hosts', command: 'openstack compute service list --service nova-compute' },
      { text: 'From Ocata on: hosts of each cell', command: 'nova-manage cell_v2 list_hosts' },
      { text: 'Hosts that the scheduler knows, and those without a service, at DEBUG', log: 'nova-scheduler' },
    ],
    changes: [
      { text: 'Start nova-compute on a host; from Ocata on, map new hosts to their cell (nova-manage cell_v2 discover_hosts).' },
    ],
    options: ['scheduler.discover_hosts_in_cells_interval'],
  },
  'placement-empty': { ...emptyRow, outcomes, needs: [{ seen: 'no-candidates', role: 'empty' }] },
  // At INFO the scheduler names no instance: the line alone says why some request got no host.
  'placement-empty-alone': {
    ...emptyRow,
    scope: 'host',
    needs: [{
      line: [
        'Got no allocation candidates from the Placement API. This could be due to insufficient resources or a '
          + 'temporary occurrence as compute nodes start up.',
        'Got no allocation candidates from the Placement API. This may be a temporary occurrence as compute nodes '
          + 'start up and begin reporting inventory to the Placement service.',
      ],
      role: 'empty',
    }],
  },
  'placement-empty-likely': {
    family: 'no-valid-host',
    certainty: 'open',
    age: 'newer',
    needs: [{ fault: 'NoValidHost', where: { reason: ['none'] }, role: 'says' }],
    remains: ['From Pike on: Placement returned no host with room for the request.',
      'Before Pike: the filters left no host.'],
    contradicts: '“Filtering removed all hosts” for this instance in the log of nova-scheduler.',
    checks: [
      { text: '“Got no allocation candidates” would confirm it', log: 'nova-scheduler' },
      { text: 'Providers and what they offer', command: 'openstack resource provider list' },
    ],
    changes: [{ text: 'Read the log of nova-scheduler together with this one: it names what was missing.' }],
  },
  'filters-unseen': {
    ...unseenRow,
    age: 'newer',
    needs: [{ fault: 'NoValidHost', where: { reason: ['hosts'] }, role: 'says' }],
    remains: [
      'One filter left no host: “Filter … returned 0 hosts” at INFO in the log of nova-scheduler names it.',
      'Fewer hosts than instances were asked for: “There are N hosts available but …” at DEBUG there.',
      'From Pike on: every host that was left was refused by Placement when it was claimed.',
    ],
    contradicts: '“Got no allocation candidates” for this request: then no filter ran.',
  },
  // before Juno the filter scheduler gave no reason at all
  'filters-unseen-older': {
    ...unseenRow,
    age: 'older',
    needs: [{ fault: 'NoValidHost', where: { reason: ['none', 'hosts'] }, role: 'says' }],
    remains: ['One filter left no host: the log of nova-scheduler names it, before Icehouse at DEBUG only.',
      'Fewer hosts were left than instances were asked for.'],
    contradicts: 'A line of nova-scheduler on the same request that names another reason.',
  },
  'source-claim': {
    family: 'no-valid-host',
    certainty: 'stated',
    needs: [{ fault: 'NoValidHost', text: 'Unable to replace instance claim on source', role: 'says' }],
    contradicts: 'An answer of Placement to the same request that was no conflict.',
    checks: [
      { text: 'Allocations of the instance', command: 'openstack resource provider allocation show <instance>' },
      { text: 'What Placement answered', log: 'placement-api' },
    ],
    changes: [{ text: 'Try again; if it stays, see whether the instance has allocations on its own host '
      + '(nova-manage placement heal_allocations).' }],
  },
  'forced-host-full': {
    family: 'no-valid-host',
    certainty: 'stated',
    needs: [{ text: 'to host %(host)s. There is not enough capacity on the host for the instance.', role: 'says' }],
    contradicts: 'Free inventory of that host in Placement for all that the flavor asks.',
    checks: [{ text: 'Used and free of the host', command: 'openstack resource provider usage show <provider>' }],
    changes: [{ text: 'Move to another host, or do not force one and let the scheduler choose.' }],
  },
  'hosts-alike': {
    family: 'retries',
    certainty: 'stated',
    needs: [{ seen: 'attempts', where: { alike: ['yes'] }, role: 'attempt' }],
    supports: [{ fault: 'MaxRetriesExceeded', role: 'consequence' }],
    contradicts: 'A host on which the same build succeeds: then the cause is of the hosts that failed.',
    checks: [{ text: 'What the hosts have in common: network, storage, image, release', log: 'nova-compute' }],
    changes: [{ text: 'Look at the cause of one attempt: more attempts or hosts do not help.' }],
    options: ['scheduler.max_attempts'],
  },
  'hosts-differ': {
    family: 'retries',
    certainty: 'stated',
    needs: [{ seen: 'attempts', where: { alike: ['no'] }, role: 'attempt' }],
    supports: [{ fault: 'MaxRetriesExceeded', role: 'consequence' }],
    contradicts: 'Attempts of which the log shows the same exception in other words.',
    checks: [{ text: 'Each attempt on its own', log: 'nova-compute' }],
    changes: [{ text: 'Each attempt has its own cause: begin with the one that most hosts share.' }],
    options: ['scheduler.max_attempts'],
  },
} as const satisfies DiagnosisRows;
