// Evidence of scheduling: what filters say of a host, Placement, the claims it holds, cells, services.

import type { EvidenceRow } from './row';

const filter = (name: string) => `nova.scheduler.filters.${name}`;
const report = ['nova.scheduler.client.report', 'nova.scheduler.report_client'];
/** What Placement answered. */
const answered = {
  logger: report, level: 'ERROR', captures: { uuid: 'id', status_code: 'code', err_text: 'error' },
} as const;
const tracker = 'nova.compute.resource_tracker';
const manager = 'nova.compute.manager';

export const schedulingEvidence: readonly EvidenceRow[] = [
  { logger: 'nova.compute.rpcapi', level: 'ERROR',
    text: 'This service is configured for access to the API database but is not allowed to directly access the database. '
      + 'You should run this service without the [api_database]/connection config option.' },
  { logger: 'nova.utils', level: 'WARNING',
    text: 'This service is configured for access to the API database but is not allowed to directly access the database. '
      + 'You should run this service without the [api_database]/connection config option. The service version check will '
      + 'only query the local cell.' },
  { logger: 'nova.db.main.api', level: 'ERROR', captures: { service_name: 'service' },
    text: 'No DB access allowed in %(service_name)s: %(stacktrace)s',
    sample: 'No DB access allowed in nova-compute:   File "/usr/bin/nova-compute", line 10, in <module>' },
  { logger: 'nova.scheduler.host_manager', level: 'INFO', captures: { 0: 'host' },
    text: 'Host filter forcing available hosts to %s', sample: 'Host filter forcing available hosts to cmp01' },
  { logger: 'nova.scheduler.host_manager', level: 'INFO', captures: { host: 'host', node: 'node' },
    text: 'Host filter only checking host %(host)s and node %(node)s',
    sample: 'Host filter only checking host cmp01 and node cmp01' },
  { logger: filter('compute_filter'), level: 'WARNING', captures: { host_state: 'host' },
    text: '%(host_state)s has not been heard from in a while',
    sample: '(cmp01, cmp01) ram: 15339MB disk: 93184MB io_ops: 0 instances: 1 has not been heard from in a while' },
  { logger: filter('compute_filter'), level: 'DEBUG', captures: { host_state: 'host', reason: 'reason' },
    text: '%(host_state)s is disabled, reason: %(reason)s',
    sample: '(cmp01, cmp01) ram: 15339MB disk: 93184MB io_ops: 0 instances: 1 is disabled, reason: maintenance' },
  { logger: filter('ram_filter'), level: 'DEBUG', captures: { host_state: 'host' },
    text: '%(host_state)s does not have %(requested_ram)s MB usable ram, it only has %(usable_ram)s MB usable ram.',
    sample: '(cmp01, cmp01) ram: 512MB does not have 2048 MB usable ram, it only has 512.0 MB usable ram.' },
  { logger: filter('ram_filter'), level: 'DEBUG', captures: { host_state: 'host' },
    text: '%(host_state)s does not have %(requested_ram)s MB usable ram before overcommit, it only has %(usable_ram)s MB.',
    sample: '(cmp01, cmp01) ram: 512MB does not have 2048 MB usable ram before overcommit, it only has 512 MB.' },
  { logger: filter('disk_filter'), level: 'DEBUG', captures: { host_state: 'host' },
    text: '%(host_state)s does not have %(requested_disk)s MB usable disk, it only has %(usable_disk_mb)s MB usable disk.',
    sample: '(cmp01, cmp01) disk: 512MB does not have 20480 MB usable disk, it only has 512.0 MB usable disk.' },
  { logger: filter('core_filter'), level: 'DEBUG', captures: { host_state: 'host' },
    text: '%(host_state)s does not have %(instance_vcpus)d usable vcpus, it only has %(free_vcpus)d usable vcpus',
    sample: '(cmp01, cmp01) ram: 512MB does not have 8 usable vcpus, it only has 2 usable vcpus' },
  { logger: filter('numa_topology_filter'), level: 'DEBUG', captures: { host: 'host', node: 'node' },
    text: '%(host)s, %(node)s fails NUMA topology requirements. The instance does not fit on this host.',
    sample: 'cmp01, cmp01 fails NUMA topology requirements. The instance does not fit on this host.' },
  { logger: filter('numa_topology_filter'), level: 'DEBUG', captures: { host: 'host', node: 'node' },
    text: '%(host)s, %(node)s fails NUMA topology requirements. No host NUMA topology while the instance specified one.',
    sample: 'cmp01, cmp01 fails NUMA topology requirements. No host NUMA topology while the instance specified one.' },
  { logger: filter('numa_topology_filter'), level: 'DEBUG', captures: { host_state: 'host' },
    text: '%(host_state)s fails CPU policy requirements. Host does not have hyperthreading or hyperthreading is disabled, '
      + 'but \'require\' threads policy was requested.',
    sample: '(cmp01, cmp01) ram: 1MB fails CPU policy requirements. Host does not have hyperthreading or hyperthreading is '
      + 'disabled, but \'require\' threads policy was requested.' },
  { logger: filter('image_props_filter'), level: 'DEBUG', captures: { host_state: 'host' },
    text: '%(host_state)s does not support requested instance_properties',
    sample: '(cmp01, cmp01) ram: 1MB does not support requested instance_properties' },
  { logger: filter('aggregate_instance_extra_specs'), level: 'DEBUG', captures: { host_state: 'host', key: 'name' },
    text: '%(host_state)s fails flavor extra_specs requirements. Extra_spec %(key)s is not in aggregate.',
    sample: '(cmp01, cmp01) ram: 1MB fails flavor extra_specs requirements. Extra_spec ssd is not in aggregate.' },
  { logger: filter('aggregate_instance_extra_specs'), level: 'DEBUG', captures: { host_state: 'host', key: 'name' },
    text: '%(host_state)s fails instance_type extra_specs requirements. Extra_spec %(key)s is not in aggregate.',
    sample: '(cmp01, cmp01) ram: 1MB fails instance_type extra_specs requirements. Extra_spec ssd is not in aggregate.' },
  { logger: filter('retry_filter'), level: 'INFO', captures: { host: 'host', hosts: 'reason' },
    text: 'Host %(host)s fails.  Previously tried hosts: %(hosts)s',
    sample: 'Host [\'cmp01\', \'cmp01\'] fails.  Previously tried hosts: [[\'cmp01\', \'cmp01\']]' },

  // ---- services and cells ----
  { logger: 'nova.servicegroup.drivers.db', level: 'DEBUG',
    captures: { binary: 'service', host: 'host', lhb: 'since', el: 'seconds' },
    text: 'Seems service %(binary)s on host %(host)s is down. Last heartbeat was %(lhb)s. Elapsed time is %(el)s',
    sample: 'Seems service nova-compute on host cmp01 is down. Last heartbeat was 2024-03-11 13:40:00. '
      + 'Elapsed time is 1200.5' },
  { logger: 'nova.servicegroup.drivers.db', level: 'WARNING',
    text: 'Lost connection to nova-conductor for reporting service status.' },
  { logger: 'nova.servicegroup.drivers.db', level: 'ERROR', text: 'Unexpected error while reporting service status' },
  { logger: 'nova.servicegroup.drivers.db', level: 'INFO', text: 'Recovered from being unable to report status.' },
  { logger: 'nova.servicegroup.drivers.db', level: 'ERROR', captures: { 0: 'service', 1: 'host' },
    text: 'The services table record for the %s service on host %s is gone. You either need to stop this service if it '
      + 'should be deleted or restart it to recreate the record in the database.',
    sample: 'The services table record for the nova-compute service on host cmp01 is gone. You either need to stop this '
      + 'service if it should be deleted or restart it to recreate the record in the database.' },
  { logger: 'nova.scheduler.host_manager', level: 'INFO', captures: { 0: 'host' },
    text: 'Host mapping not found for host %s. Not tracking instance info for this host.',
    sample: 'Host mapping not found for host cmp01. Not tracking instance info for this host.' },

  // ---- Placement ----
  { logger: report, level: 'WARNING', text: 'Placement API service is not responding.' },
  { logger: report, level: 'ERROR', text: 'Placement service credentials do not work.' },
  { logger: report, level: 'ERROR', text: 'The placement API endpoint was not found.' },
  { logger: report, level: 'ERROR', text: 'Discovering suitable URL for placement API failed.' },
  { logger: report, level: 'ERROR', text: 'Failed to initialize placement client (is keystone available?)' },
  { logger: 'nova.scheduler.manager', level: 'WARNING', captures: { 0: 'error' },
    text: 'Unable to initialize placement client (%s); Continuing with startup, but scheduling will not be possible.',
    sample: 'Unable to initialize placement client (timed out); Continuing with startup, but scheduling will not be '
      + 'possible.' },
  { ...answered,
    text: '[%(placement_req_id)s] Failed to retrieve resource provider tree from placement API for UUID %(uuid)s. Got '
      + '%(status_code)d: %(err_text)s.',
    sample: '[req-1] Failed to retrieve resource provider tree from placement API for UUID '
      + '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70. Got 401: {"error": {"code": 401, "title": "Unauthorized"}}.' },
  { ...answered,
    text: '[%(placement_req_id)s] Failed to retrieve resource provider record from placement API for UUID %(uuid)s. Got '
      + '%(status_code)d: %(err_text)s.',
    sample: '[req-1] Failed to retrieve resource provider record from placement API for UUID '
      + '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70. Got 401: {"error": {"code": 401, "title": "Unauthorized"}}.' },
  { ...answered,
    text: '[%(placement_req_id)s] Failed to create resource provider record in placement API for UUID %(uuid)s. '
      + 'Got %(status_code)d: %(err_text)s.',
    sample: '[req-1] Failed to create resource provider record in placement API for UUID '
      + '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70. Got 409: {"errors": [{"status": 409, "detail": "Conflicting resource '
      + 'provider name: cmp01 already exists."}]}.' },
  { ...answered,
    text: 'Failed to create resource provider record in placement API for UUID %(uuid)s. Got %(status_code)d: '
      + '%(err_text)s.',
    sample: 'Failed to create resource provider record in placement API for UUID '
      + '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70. Got 409: Conflicting resource provider name: cmp01 already exists..' },
  { ...answered,
    text: '[%(placement_req_id)s] Failed to delete resource provider with UUID %(uuid)s from the placement API. '
      + 'Got %(status_code)d: %(err_text)s.',
    sample: '[req-1] Failed to delete resource provider with UUID 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 from the placement '
      + 'API. Got 409: {"errors": [{"detail": "Unable to delete resource provider: Resource provider has '
      + 'allocations."}]}.' },
  { logger: tracker, level: 'INFO', captures: { uuid: 'instance' },
    text: 'Instance %(uuid)s has allocations against this compute host but is not found in the database.',
    sample: 'Instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 has allocations against this compute host but is not found in '
      + 'the database.' },
  { logger: tracker, level: 'WARNING', captures: { 0: 'instance', 1: 'host' },
    text: 'Instance %s has been moved to another host %s(%s). There are allocations remaining against the source host '
      + 'that might need to be removed: %s.',
    sample: 'Instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 has been moved to another host cmp02(cmp02). There are '
      + 'allocations remaining against the source host that might need to be removed: {\'resources\': {\'VCPU\': 1}}.' },
  { logger: tracker, level: 'WARNING', captures: { 0: 'instance' },
    text: 'Instance %s is not being actively managed by this compute host but has allocations referencing this compute '
      + 'host: %s. Skipping heal of allocation because we do not know what to do.',
    sample: 'Instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 is not being actively managed by this compute host but has '
      + 'allocations referencing this compute host: {\'resources\': {\'VCPU\': 1}}. Skipping heal of allocation because '
      + 'we do not know what to do.' },
  { logger: manager, level: 'ERROR', captures: { migration_uuid: 'id', instance_uuid: 'instance' },
    text: 'Deleting allocation in placement for migration %(migration_uuid)s failed. The instance %(instance_uuid)s will '
      + 'be put to ERROR state but the allocation held by the migration is leaked.',
    sample: 'Deleting allocation in placement for migration 6a4b0e3f-8d52-4c1f-8e47-3c9d5f2b7a81 failed. The instance '
      + '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 will be put to ERROR state but the allocation held by the migration is '
      + 'leaked.' },
];
