// Diagnoses of records that do not fit: providers, allocations, services, cells.

import { docs } from '../links';
import type { DiagnosisRow, DiagnosisRows } from './row';

// SchedulerReportClient, when it asks for what Placement knows of the host, and when it tells Placement of it
const notRetrieved = [
  '[%(placement_req_id)s] Failed to retrieve resource provider tree from placement API for UUID %(uuid)s. Got '
    + '%(status_code)d: %(err_text)s.',
  '[%(placement_req_id)s] Failed to retrieve resource provider record from placement API for UUID %(uuid)s. Got '
    + '%(status_code)d: %(err_text)s.',
];
const notCreated = '[%(placement_req_id)s] Failed to create resource provider record in placement API for UUID %(uuid)s. '
  + 'Got %(status_code)d: %(err_text)s.';

const leaked = {
  family: 'placement',
  certainty: 'stated',
  scope: 'host',
  by: 'instance',
  checks: [{ text: 'What is allocated for it', command: 'openstack resource provider allocation show <instance>' },
    { text: 'Where the instance is', command: 'openstack server show <instance> -c OS-EXT-SRV-ATTR:host -c status' },
    { text: 'All that fit no instance', command: 'nova-manage placement audit --verbose' }],
  changes: [{ text: 'Delete what belongs to no instance (nova-manage placement audit --delete).',
    risk: 'An allocation deleted by mistake lets the host be overbooked.' }],
  links: [docs.orphanedAllocations],
} as const satisfies Partial<DiagnosisRow>;

// the periodic look ran into a build, a move or a delete, which do not write all their records at once
const underway = {
  unless: [{ line: ['Claim successful on node %s', 'Claim successful', 'Terminating instance',
    'Took %0.2f seconds to deallocate network for instance.'], role: 'before' }],
} as const satisfies Partial<DiagnosisRow>;

export const placementDiagnoses = {
  'provider-name': {
    family: 'placement',
    certainty: 'stated',
    scope: 'both',
    by: 'name',
    needs: [{ line: [
      notCreated,
      'Failed to create resource provider record in placement API for UUID %(uuid)s. Got %(status_code)d: %(err_text)s.',
    ], text: 'Conflicting resource provider name: %(name)s already exists', role: 'refused' }],
    supports: [{ fault: 'ResourceProviderCreationFailed', role: 'failure' }],
    contradicts: 'The provider of that name with the UUID of this compute node.',
    checks: [{ text: 'Who has the name', command: 'openstack resource provider list --name <name>' },
      { text: 'What it still holds', command: 'openstack resource provider show --allocations <provider>' },
      { text: 'Compute nodes of that name', command: 'openstack hypervisor list' }],
    changes: [
      { text: 'Delete the old service of the host (openstack compute service delete), which takes its provider along; where '
        + 'only the provider is left, delete it once it holds no allocation.',
      risk: 'While instances run there, move or heal their allocations first.' },
      { text: 'Give two hosts that call themselves the same their own names.' },
    ],
    options: ['DEFAULT.host'],
    links: [docs.orphanedAllocations, docs.computeNodeIdentification],
  },
  // had Keystone refused the account, there would be no answer of Placement
  'placement-refused': {
    family: 'service-access',
    certainty: 'open',
    scope: 'host',
    needs: [{ line: [...notRetrieved, notCreated], where: { code: ['401'] }, role: 'refused' }],
    remains: [
      'The token is of another Keystone than the one that Placement asks: auth_url or region of [placement] is of another cloud.',
      'Placement cannot check any token: its account in [keystone_authtoken] is wrong, or its Keystone or memcached is away.',
    ],
    contradicts: 'Other services that Placement answered at that time.',
    checks: [{ text: 'Which Keystone and region this service uses', command: 'grep -A12 "^\\[placement\\]" /etc/nova/nova.conf' },
      { text: 'Which Keystone Placement asks', command: 'grep -A12 "^\\[keystone_authtoken\\]" /etc/placement/placement.conf' },
      { text: 'Why it was refused', log: 'placement-api' }],
    changes: [{ text: 'Give both the same Keystone, correct the account in [keystone_authtoken] of Placement, and restart the '
      + 'service that was corrected.' }],
    options: ['placement.auth_url', 'placement.region_name'],
  },
  'provider-in-use': {
    family: 'placement',
    certainty: 'stated',
    scope: 'host',
    by: 'id',
    needs: [{ line: '[%(placement_req_id)s] Failed to delete resource provider with UUID %(uuid)s from the placement API. Got '
      + '%(status_code)d: %(err_text)s.', text: 'Resource provider has allocations', role: 'refused' }],
    contradicts: 'No allocation at that provider.',
    checks: [{ text: 'What it still holds', command: 'openstack resource provider show --allocations <id>' },
      { text: 'All that fit no instance', command: 'nova-manage placement audit --verbose' }],
    changes: [{ text: 'Delete allocations of instances and migrations that are gone, then the provider.',
      risk: 'An allocation deleted by mistake lets the host be overbooked.' }],
    links: [docs.orphanedAllocations],
  },
  'allocation-unknown': {
    ...leaked,
    ...underway,
    needs: [{ line: 'Instance %(uuid)s has allocations against this compute host but is not found in the database.', role: 'says' }],
    contradicts: 'The instance in the database of this cell; while it is being built or deleted the line needs no care.',
  },
  'allocation-left': {
    ...leaked,
    needs: [{ line: 'Instance %s has been moved to another host %s(%s). There are allocations remaining against the source host '
      + 'that might need to be removed: %s.', role: 'says' }],
    contradicts: 'A move that is still going on or waits to be confirmed.',
  },
  'allocation-unmanaged': {
    ...leaked,
    ...underway,
    needs: [{ line: 'Instance %s is not being actively managed by this compute host but has allocations referencing this compute '
      + 'host: %s. Skipping heal of allocation because we do not know what to do.', role: 'says' }],
    contradicts: 'An instance that is being moved to or from this host.',
  },
  'migration-leaked': {
    ...leaked,
    needs: [{ line: 'Deleting allocation in placement for migration %(migration_uuid)s failed. The instance %(instance_uuid)s '
      + 'will be put to ERROR state but the allocation held by the migration is leaked.', role: 'says' }],
    contradicts: 'No allocation of that migration in Placement.',
  },
  'host-unmapped': {
    family: 'cell',
    certainty: 'stated',
    scope: 'both',
    by: 'host',
    needs: [[
      { line: 'No host-to-cell mapping found for selected host %(host)s. Setup is incomplete.', role: 'says' },
      { fault: 'HostMappingNotFound', text: 'Host \'%(host)s\' is not mapped to any cell', role: 'says' },
    ]],
    supports: [{ line: 'Host mapping not found for host %s. Not tracking instance info for this host.', role: 'detail',
      reach: 'any' }],
    contradicts: 'The host in the list of a cell.',
    checks: [{ text: 'Hosts of the cells', command: 'nova-manage cell_v2 list_hosts' },
      { text: 'Services that are up', command: 'openstack compute service list --service nova-compute' }],
    changes: [{ text: 'Map the host: nova-manage cell_v2 discover_hosts, or let the scheduler do it by itself.' }],
    options: ['scheduler.discover_hosts_in_cells_interval'],
    links: [docs.cells],
  },
  'compute-unavailable': {
    family: 'compute-service',
    certainty: 'stated',
    needs: [{ fault: 'ComputeServiceUnavailable', text: 'Compute service of %(host)s is unavailable at this time', role: 'says' }],
    supports: [{ line: 'Seems service %(binary)s on host %(host)s is down. Last heartbeat was %(lhb)s. Elapsed time is %(el)s',
      role: 'detail', reach: 'any' }],
    contradicts: 'A report of that nova-compute within service_down_time.',
    checks: [{ text: 'When it reported last', command: 'openstack compute service list --host <host>' },
      { text: 'Why it does not report', log: 'nova-compute' }],
    changes: [{ text: 'Start nova-compute of that host, or choose a host that is up.' }],
    options: ['DEFAULT.service_down_time', 'DEFAULT.report_interval'],
  },
  'service-down': {
    family: 'compute-service',
    certainty: 'stated',
    scope: 'host',
    by: 'host',
    needs: [{ line: 'Seems service %(binary)s on host %(host)s is down. Last heartbeat was %(lhb)s. Elapsed time is %(el)s',
      role: 'says' }],
    contradicts: 'A clock of that host or of this one that is wrong: then only the comparison fails.',
    checks: [{ text: 'When it reported last', command: 'openstack compute service list --host <host>' },
      { text: 'Why it does not report', log: 'nova-compute' }],
    changes: [{ text: 'Start the service, or give the hosts the same time.' }],
    options: ['DEFAULT.service_down_time', 'DEFAULT.report_interval'],
    links: [docs.nodeDown],
  },
  'report-lost': {
    family: 'compute-service',
    certainty: 'stated',
    scope: 'host',
    needs: [{ line: ['Lost connection to nova-conductor for reporting service status.',
      'Unexpected error while reporting service status'], role: 'says' }],
    supports: [{ line: 'Recovered from being unable to report status.', role: 'answered' }],
    contradicts: 'Reports of this service in the database at that time.',
    checks: [{ text: 'Whether it is up now', command: 'openstack compute service list' },
      { text: 'What the conductor did', log: 'nova-conductor' }],
    changes: [{ text: 'See why the conductor, its database or the broker did not answer; after service_down_time the host counts as down.' }],
    options: ['DEFAULT.service_down_time', 'DEFAULT.rpc_response_timeout'],
  },
  'service-record-gone': {
    family: 'compute-service',
    certainty: 'stated',
    scope: 'host',
    by: 'host',
    needs: [{ line: 'The services table record for the %s service on host %s is gone. You either need to stop this service if it '
      + 'should be deleted or restart it to recreate the record in the database.', role: 'says' }],
    contradicts: 'The service in the list.',
    checks: [{ text: 'Services', command: 'openstack compute service list --host <host>' }],
    changes: [{ text: 'Restart the service if the host shall stay, else stop it.' }],
  },
} as const satisfies DiagnosisRows;
