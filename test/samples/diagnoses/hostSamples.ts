// One log for each diagnosis of access to other services, records, states, metadata and consoles, by the id
// of its row.

import type { DiagnosisId } from '../../../src/knowledge/diagnoses/index';
import { type Frames, beside, boot, liveRefused, start } from './stories';

const vm = '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70';
const report: Frames =
  [['/usr/lib/python3/dist-packages/nova/scheduler/client/report.py', 'get']];
const neutron: Frames =
  [['/usr/lib/python3/dist-packages/nova/network/neutron.py', 'get_client']];
const cinder: Frames =
  [['/usr/lib/python3/dist-packages/nova/volume/cinder.py', 'cinderclient']];

export const hostSamples = {
  // ---- access to others ----
  'section-credentials': beside('mgr', 'keystoneauth1.exceptions.http.Unauthorized', 'The request you have made requires '
    + 'authentication. (HTTP 401)', report),
  'token-refused': beside('mgr', 'keystoneauth1.exceptions.http.Unauthorized', 'The request you have made requires authentication. '
    + '(HTTP 401)', cinder),
  'token-refused-older': beside('nova.openstack.common.periodic_task', 'Unauthorized', 'Unauthorized (HTTP 401)', cinder),
  'section-missing': beside('mgr', 'keystoneauth1.exceptions.auth_plugins.MissingAuthPlugin', 'An auth plugin is required to determine '
    + 'endpoint URL', report),
  'endpoint-missing': beside('mgr', 'keystoneauth1.exceptions.catalog.EndpointNotFound', 'internal endpoint for placement service in '
    + 'RegionTwo region not found', report),
  'discovery-failed': beside('mgr', 'keystoneauth1.exceptions.discovery.DiscoveryFailure', 'Could not find versioned identity endpoints '
    + 'when attempting to authenticate. Please check that your auth_url is correct.', neutron),
  'tls-untrusted': beside('mgr', 'keystoneauth1.exceptions.connection.SSLError', 'SSL exception connecting to https://ctl01:9696/v2.0: '
    + '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1000)', neutron),
  'tls-expired': beside('mgr', 'keystoneauth1.exceptions.connection.SSLError', 'SSL exception connecting to https://ctl01:9696/v2.0: '
    + '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate has expired (_ssl.c:1000)', neutron),
  'tls-name': beside('mgr', 'keystoneauth1.exceptions.connection.SSLError', 'SSL exception connecting to https://ctl01:9696/v2.0: '
    + 'certificate verify failed: Hostname mismatch, certificate is not valid for \'ctl01\'.', neutron),
  'tls-plain': beside('mgr', 'keystoneauth1.exceptions.connection.SSLError', 'SSL exception connecting to https://ctl01:9696/v2.0: '
    + '[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1000)', neutron),
  unreachable: beside('mgr', 'keystoneauth1.exceptions.connection.ConnectFailure', 'Unable to establish connection to '
    + 'http://ctl01:9696/v2.0/ports: HTTPConnectionPool(host=\'ctl01\', port=9696): Max retries exceeded', neutron),
  'service-503': beside('mgr', 'keystoneauth1.exceptions.http.ServiceUnavailable', 'Service Unavailable (HTTP 503)', report),
  'database-full': beside('mgr', 'sqlalchemy.exc.OperationalError', '(pymysql.err.OperationalError) (1040, \'Too many connections\')', []),
  'guest-not-resumed': `
  1 WARNING mgr - vm Failed to resume instance`,
  'placement-refused': `
  1 ERROR nova.scheduler.client.report r9 [req-1] Failed to retrieve resource provider tree from placement API for UUID 6a4b0e3f-8d52-4c1f-8e47-3c9d5f2b7a81. Got 401: {"error": {"code": 401, "title": "Unauthorized"}}.`,
  'database-away': `
  1 WARNING oslo_db.sqlalchemy.engines r9 SQL connection failed. 10 attempts left.`,

  // ---- records ----
  'provider-name': `
  1 ERROR nova.scheduler.client.report r9 [req-1] Failed to create resource provider record in placement API for UUID 6a4b0e3f-8d52-4c1f-8e47-3c9d5f2b7a81. Got 409: {"errors": [{"status": 409, "detail": "Conflicting resource provider name: cmp01 already exists."}]}.`,
  'provider-in-use': `
  1 ERROR nova.scheduler.client.report r9 [req-1] Failed to delete resource provider with UUID 6a4b0e3f-8d52-4c1f-8e47-3c9d5f2b7a81 from the placement API. Got 409: {"errors": [{"detail": "Unable to delete resource provider: Resource provider has allocations."}]}.`,
  'node-renamed': start('InvalidConfiguration', 'My compute node 6a4b0e3f-8d52-4c1f-8e47-3c9d5f2b7a81 has hypervisor_hostname cmp1 but virt '
    + 'driver reports it should be cmp01. Possible rename detected, refusing to start!'),
  'node-identity-lost': start('InvalidConfiguration', 'No local node identity found, but this is not our first startup on this host. '
    + 'Refusing to start after potentially having lost that state!'),
  'node-identity-odd': start('InvalidNodeConfiguration', 'Invalid node identity configuration: Unable to parse UUID from '
    + '/var/lib/nova/compute_id'),
  'node-unknown': start('InvalidConfiguration', 'Upgrading from service version 61 but found no nodes in the database for host cmp01 to '
    + 'persist locally; Possible rename detected, refusing to start!'),
  'database-foreign': start('InvalidConfiguration', 'My hypervisor has existing instances, but I appear to be a new service in this '
    + 'database. Possible database configuration error, refusing to start!'),
  'api-database-here': `
  1 ERROR nova.compute.rpcapi - This service is configured for access to the API database but is not allowed to directly access the database. You should run this service without the [api_database]/connection config option.`,
  'database-not-allowed': start('DBNotAllowed', 'nova-compute attempted direct database access which is not allowed by policy'),
  'hypervisor-old': start('InternalError', 'Nova requires libvirt version 7.0.0 or greater.'),
  'compute-too-old': start('TooOldComputeService', 'Current Nova version does not support computes older than Yoga but the minimum compute '
    + 'service level in your system is 54 and the oldest supported service level is 61.'),
  'cpu-sets': start('InvalidConfiguration', 'This host has pinned instances but has no CPUs set aside for this purpose; configure '
    + '\'[compute] cpu_dedicated_set\' instead of, or in addition to, \'[compute] cpu_shared_set\'.'),
  'inventory-in-use': beside('mgr', 'nova.exception.InventoryInUse', 'There was a conflict when trying to complete your request. Inventory '
    + 'for \'VGPU\' on resource provider \'6a4b0e3f-8d52-4c1f-8e47-3c9d5f2b7a81\' in use.', report),
  'allocation-unknown': `
  1 INFO nova.compute.resource_tracker r9 Instance ${vm} has allocations against this compute host but is not found in the database.`,
  'allocation-left': `
  1 WARNING nova.compute.resource_tracker r9 Instance ${vm} has been moved to another host cmp02(cmp02). There are allocations remaining against the source host that might need to be removed: {'resources': {'VCPU': 1}}.`,
  'allocation-unmanaged': `
  1 WARNING nova.compute.resource_tracker r9 Instance ${vm} is not being actively managed by this compute host but has allocations referencing this compute host: {'resources': {'VCPU': 1}}. Skipping heal of allocation because we do not know what to do.`,
  'migration-leaked': `
  1 ERROR mgr r9 Deleting allocation in placement for migration 6a4b0e3f-8d52-4c1f-8e47-3c9d5f2b7a81 failed. The instance ${vm} will be put to ERROR state but the allocation held by the migration is leaked.`,
  'host-unmapped': `
  1 ERROR cond r1 vm No host-to-cell mapping found for selected host cmp01. Setup is incomplete.`,
  'compute-unavailable': liveRefused('nova.exception.ComputeServiceUnavailable', 'Compute service of cmp02 is unavailable at this time.'),
  'service-down': `
  1 DEBUG nova.servicegroup.drivers.db r9 Seems service nova-compute on host cmp01 is down. Last heartbeat was 2024-03-11 13:40:00. Elapsed time is 1200.5`,
  'report-lost': `
  1 WARNING nova.servicegroup.drivers.db r9 Lost connection to nova-conductor for reporting service status.
  20 INFO nova.servicegroup.drivers.db r9 Recovered from being unable to report status.`,
  'service-record-gone': `
  1 ERROR nova.servicegroup.drivers.db r9 The services table record for the nova-compute service on host cmp01 is gone. You either need to stop this service if it should be deleted or restart it to recreate the record in the database.`,

  // ---- states ----
  'stuck-restart': `
  0 INFO claim r1 vm Attempting claim on node cmp01: memory 2048 MB, disk 20 GB, vcpus 1 CPU
  0.1 INFO claim r1 vm Claim successful on node cmp01
  1 INFO virt r1 vm Creating image(s)
  60 INFO nova.service - Starting compute node (version 27.1.0)`,
  'build-interrupted': `
  0 INFO claim r1 vm Attempting claim on node cmp01: memory 2048 MB, disk 20 GB, vcpus 1 CPU
  60 INFO nova.service - Starting compute node (version 27.1.0)
  61 DEBUG mgr r3 vm Instance failed to spawn correctly, setting to ERROR state`,
  'build-timeout': `
  0 INFO claim r1 vm Attempting claim on node cmp01: memory 2048 MB, disk 20 GB, vcpus 1 CPU
  900 WARNING mgr r1 vm Instance build timed out. Set to error state.`,
  'delete-resumed': `
  0 INFO mgr r1 vm Terminating instance
  60 INFO nova.service - Starting compute node (version 27.1.0)
  61 INFO mgr r1 vm Service started deleting the instance during the previous run, but did not finish. Restarting the deletion now.`,
  'task-cleared': `
  60 INFO nova.service - Starting compute node (version 27.1.0)
  61 WARNING mgr r3 vm Instance in transitional state (powering-off) at start-up and power state is (1), clearing task state`,
  'delete-pending': `
  1 INFO api r2 vm Instance is already in deleting state, ignoring this request`,
  'host-down-delete': `
  1 WARNING api r2 vm instance's host cmp01 is down, deleting from database`,
  'state-conflict': beside('nova.api.openstack.wsgi', 'nova.exception.InstanceInvalidState',
    `Instance ${vm} in task_state deleting. Cannot reboot while the instance is in this state.`, []),
  'state-changed': boot('nova.exception.UnexpectedDeletingTaskStateError', `Conflict updating instance ${vm}. Expected: `
    + '{\'task_state\': [\'spawning\']}. Actual: {\'task_state\': \'deleting\'}'),
  'off-after-start': `
  60 INFO nova.service - Starting compute node (version 27.1.0)
  90 WARNING mgr r3 vm Instance shutdown by itself. Calling the stop API. Current vm_state: active, current task_state: None, original DB power_state: 1, current VM power_state: 4`,
  'off-by-itself': `
  90 WARNING mgr r3 vm Instance shutdown by itself. Calling the stop API. Current vm_state: active, current task_state: None, original DB power_state: 1, current VM power_state: 4`,

  // ---- metadata and consoles ----
  'metadata-secret': `
  1 WARNING nova.api.metadata.handler r9 X-Instance-ID-Signature: 0f3c does not match the expected value: 9a1b for id: ${vm}. Request From: 10.0.0.5`,
  'metadata-proxy-off': `
  1 WARNING nova.api.metadata.handler r9 X-Instance-ID present in request headers. The 'service_metadata_proxy' option must be enabled to process this header.`,
  'metadata-none': `
  1 ERROR nova.api.metadata.handler r9 Failed to get metadata for IP 10.0.0.5: no metadata`,
  'metadata-unmapped': `
  1 WARNING nova.api.metadata.base r9 Instance mapping for ${vm} not found; cell setup is incomplete`,
  'console-token': `
  1 INFO nova.console.websocketproxy r9 handler exception: The token '0f3c' is invalid or has expired`,
  'console-origin': `
  1 INFO nova.console.websocketproxy r9 handler exception: Origin header does not match this host.`,
  'console-refused': `
  1 INFO nova.console.websocketproxy r9 handler exception: [Errno 111] ECONNREFUSED`,
  'console-tls': `
  1 ERROR nova.console.websocketproxy r9 Unable to perform security proxying, shutting down connection`,
} as const satisfies Partial<Record<DiagnosisId, string>>;
