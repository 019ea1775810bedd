// Phases before a compute host is asked: the API and the scheduler. Templates are Nova's own.

import type { MarkerSpec, OperationKind, PhaseSpec } from '../schema';
import { apiActions } from './apiActions';
import { begunActions } from './recordedActions';

const api = 'nova.compute.api';
const access = ['nova.osapi_compute.wsgi.server', 'nova.api.openstack.requestlog', 'nova.wsgi.server'];
const wsgi = 'nova.api.openstack.wsgi';
const scheduler = ['nova.scheduler.manager', 'nova.scheduler.filter_scheduler'];
const conductor = 'nova.conductor.manager';
const utils = 'nova.scheduler.utils';
/** Until Icehouse the scheduler itself ran the build and gave it up. */
const oldScheduler = ['nova.scheduler.filter_scheduler', 'nova.scheduler.driver', 'nova.scheduler.manager'];

export const apiPhase: PhaseSpec = {
  id: 'api',
  title: 'API request',
  what: 'nova-api checks the request and the quota, writes the instance to the database and hands it to the conductor.',
  service: 'api',
  shows: 'DEBUG',
  vmState: 'building',
  taskState: 'scheduling',
  options: ['quota.instances', 'quota.cores', 'quota.ram'],
  markers: [
    { edge: 'begin', logger: api, level: 'DEBUG', text: 'Going to run %s instances...', says: 'opens',
      kinds: ['create'], captures: { 0: 'count' }, sample: 'Going to run 1 instances...' },
    { edge: 'note', logger: access, level: 'INFO', narrow: true, kinds: ['create'],
      text: '%(client)s "POST %(path)s/servers HTTP/1.1" status: 202 %(rest)s',
      sample: '10.20.0.11 "POST /v2.1/servers HTTP/1.1" status: 202 len: 778 time: 1.2040830' },
    { edge: 'note', logger: access, level: 'INFO', narrow: true, kinds: ['create'],
      text: '%(client)s "POST %(path)s/servers" status: 202 %(rest)s',
      sample: '10.20.0.11 "POST /v2.1/servers" status: 202 len: 778 microversion: 2.1 time: 1.204083' },
    { edge: 'note', logger: access, level: 'INFO', narrow: true, kinds: ['delete'],
      text: '%(client)s "DELETE %(path)s/servers/%(instance)s HTTP/1.1" status: 204 %(rest)s',
      captures: { instance: 'instance' },
      sample: '10.20.0.11 "DELETE /v2.1/servers/5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 HTTP/1.1" status: 204 len: 203' },
    { edge: 'note', logger: access, level: 'INFO', narrow: true, kinds: ['delete'],
      text: '%(client)s "DELETE %(path)s/servers/%(instance)s" status: 204 %(rest)s',
      captures: { instance: 'instance' },
      sample: '10.20.0.11 "DELETE /v2.1/servers/5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70" status: 204 len: 0' },
    { edge: 'begin', logger: api, level: 'DEBUG', text: 'Going to try to terminate instance', says: 'opens',
      kinds: ['delete'] },
    { edge: 'begin', logger: api, level: 'DEBUG', text: 'Going to try to soft delete instance', says: 'opens',
      kinds: ['soft-delete'] },
    { edge: 'begin', logger: api, level: 'DEBUG', text: 'vm evacuation scheduled', says: 'opens', kinds: ['evacuate'] },
    // nova-compute does nothing of it
    { edge: 'note', logger: api, level: 'WARNING', kinds: ['delete'], also: ['soft-delete'], mute: true,
      text: 'instance\'s host %s is down, deleting from database',
      sample: 'instance\'s host cmp02 is down, deleting from database' },
    ...apiActions,
    ...begunActions,
    // whatever the API could not explain becomes an HTTP 500
    { edge: 'fail', logger: [wsgi, 'nova.api.openstack.extensions'], level: 'ERROR', follows: 'request', says: 'failed',
      text: 'Unexpected exception in API method' },
    { edge: 'fail', logger: 'nova.api.openstack', level: 'ERROR', follows: 'request', says: 'failed',
      captures: { 0: 'error' }, text: 'Caught error: %s', sample: 'Caught error: \'NoneType\' object has no attribute \'id\'' },
    { edge: 'note', logger: wsgi, level: 'INFO', ambient: true, text: 'HTTP exception thrown: %s', harmless: true,
      captures: { 0: 'reason' }, sample: 'HTTP exception thrown: Instance 5f3a9d2e could not be found.' },
  ],
};

/** `set_vm_state_and_notify` of nova/scheduler/utils.py, where the method tells which actions it may be. */
function failedTo(
  method: string, kinds: readonly OperationKind[], reason = 'No valid host was found. ',
): MarkerSpec {
  return { edge: 'fail', logger: utils, level: 'WARNING', narrow: true, says: 'failed', kinds,
    text: `Failed to ${method}: %(ex)s`, captures: { ex: 'error' }, sample: `Failed to ${method}: ${reason}` };
}

export const schedulingPhase: PhaseSpec = {
  id: 'scheduling',
  title: 'Scheduling',
  what: 'The scheduler asks Placement for hosts with room, runs its filters over them, weighs what is left and claims '
    + 'the best one.',
  service: 'scheduler',
  shows: 'DEBUG',
  vmState: 'building',
  taskState: 'scheduling',
  options: ['filter_scheduler.enabled_filters', 'scheduler.max_attempts', 'scheduler.max_placement_results'],
  markers: [
    { edge: 'begin', logger: 'nova.scheduler.manager', level: 'DEBUG', text: 'Starting to schedule for instances: %s',
      captures: { 0: 'instance' },
      sample: 'Starting to schedule for instances: [\'5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70\']' },
    { edge: 'note', logger: 'nova.filters', level: 'DEBUG', text: 'Starting with %d host(s)', captures: { 0: 'count' },
      sample: 'Starting with 3 host(s)' },
    { edge: 'note', logger: 'nova.filters', level: 'DEBUG', captures: { cls_name: 'filter', obj_len: 'count' },
      text: 'Filter %(cls_name)s returned %(obj_len)d host(s)', sample: 'Filter ComputeFilter returned 3 host(s)' },
    { edge: 'note', logger: 'nova.filters', level: 'INFO', text: 'Filter %s returned 0 hosts',
      captures: { 0: 'filter' }, sample: 'Filter RamFilter returned 0 hosts' },
    // alternates for the hosts of several instances are looked for by the same filters, and may be lacking
    { edge: 'fail', logger: 'nova.filters', level: 'INFO', captures: { inst_uuid: 'instance', str_results: 'results' },
      says: 'failed', unlessTaken: true, raises: 'NoValidHost',
      text: 'Filtering removed all hosts for the request with instance ID \'%(inst_uuid)s\'. '
        + 'Filter results: %(str_results)s',
      sample: 'Filtering removed all hosts for the request with instance ID '
        + '\'5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70\'. Filter results: [\'ComputeFilter: (start: 2, end: 0)\']' },
    // Liberty alone
    { edge: 'fail', logger: 'nova.filters', level: 'INFO', captures: { inst_uuid: 'instance', str_results: 'results' },
      says: 'failed', unlessTaken: true, raises: 'NoValidHost', old: true,
      text: 'Filtering removed all hosts for the request with reservation ID \'%(res_id)s\' and instance ID '
        + '\'%(inst_uuid)s\'. Filter results: %(str_results)s',
      sample: 'Filtering removed all hosts for the request with reservation ID \'r-7x2k9q1a\' and instance ID '
        + '\'5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70\'. Filter results: [\'ComputeFilter: (start: 2, end: 0)\']' },
    // of a request for several instances none is built where one of them finds no host
    { edge: 'fail', logger: scheduler, level: 'DEBUG', says: 'failed', raises: 'NoValidHost',
      text: 'There are %(hosts)d hosts available but %(required_count)d instances requested to build.',
      captures: { required_count: 'count' },
      sample: 'There are 1 hosts available but 2 instances requested to build.' },
    { edge: 'note', logger: scheduler, level: 'DEBUG', text: 'Filtered %(hosts)s',
      sample: 'Filtered [(cmp01, cmp01) ram: 15339MB disk: 93184MB io_ops: 0 instances: 1]' },
    { edge: 'note', logger: scheduler, level: 'DEBUG', text: 'Weighed %(hosts)s',
      sample: 'Weighed [WeighedHost [host: (cmp01, cmp01) ram: 15339MB, weight: 2.0]]' },
    { edge: 'note', logger: utils, level: 'DEBUG', captures: { 0: 'instance' },
      text: 'Attempting to claim resources in the placement API for instance %s',
      sample: 'Attempting to claim resources in the placement API for instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70' },
    { edge: 'end', logger: scheduler, level: 'DEBUG', text: 'Selected host: %(host)s', captures: { host: 'host' },
      sample: 'Selected host: (cmp01, cmp01) ram: 15339MB disk: 93184MB io_ops: 0 instances: 1' },
    { edge: 'took', logger: conductor, level: 'DEBUG', captures: { 0: 'seconds' },
      text: 'Took %0.2f seconds to select destinations for %s instance(s).',
      sample: 'Took 0.31 seconds to select destinations for 1 instance(s).' },
    { edge: 'end', logger: conductor, level: 'DEBUG', captures: { 0: 'host', 1: 'node' },
      text: 'Selected host: %s; Selected node: %s; Alternates: %s',
      sample: 'Selected host: cmp01; Selected node: cmp01; Alternates: []' },
    { edge: 'note', logger: conductor, level: 'DEBUG', text: 'Rescheduling: %s',
      sample: 'Rescheduling: True' },
    { edge: 'fail', logger: 'nova.scheduler.manager', level: 'INFO', says: 'failed', raises: 'NoValidHost',
      text: 'Got no allocation candidates from the Placement API. This could be due to insufficient resources or a '
        + 'temporary occurrence as compute nodes start up.' },
    { edge: 'fail', logger: 'nova.scheduler.manager', level: 'DEBUG', says: 'failed', raises: 'NoValidHost',
      text: 'Got no allocation candidates from the Placement API. This may be a temporary occurrence as compute nodes '
        + 'start up and begin reporting inventory to the Placement service.' },
    { edge: 'note', logger: utils, level: 'WARNING', harmless: true,
      text: 'Retrying %(name)s after a MessagingTimeout, attempt %(attempt)s of %(retries)s.',
      sample: 'Retrying select_destinations after a MessagingTimeout, attempt 1 of 2.' },
    { edge: 'fail', logger: conductor, level: 'ERROR', text: 'Failed to schedule instances', says: 'failed',
      kinds: ['create'] },
    failedTo('compute_task_build_instances', ['create'], 'No valid host was found. There are not enough hosts available.'),
    failedTo('compute_task_rebuild_server', ['rebuild', 'evacuate']),
    failedTo('compute_task_migrate_server', ['migrate', 'live-migration', 'resize']),
    // in Havana and Icehouse the scheduler was asked for the whole of it
    failedTo('scheduler_run_instance', ['create']),
    failedTo('scheduler_prep_resize', ['resize', 'migrate']),
    failedTo('scheduler_live_migration', ['live-migration'], 'Compute service of cmp01 is unavailable at this time.'),
    { edge: 'fail', logger: utils, level: 'WARNING', says: 'failed', captures: { method: 'method', ex: 'error' },
      text: 'Failed to %(service)s_%(method)s: %(ex)s',
      sample: 'Failed to compute_task_unshelve_instance: No valid host was found. ' },
    { edge: 'fail', logger: 'nova.scheduler.driver', level: 'ERROR', old: true, kinds: ['create'],
      text: 'Exception during scheduler.run_instance' },
    { edge: 'fail', logger: 'nova.scheduler.driver', level: 'WARNING', old: true, says: 'failed', kinds: ['create'],
      captures: { 0: 'error' }, raises: 'NoValidHost', text: 'NoValidHost exception with message: \'%s\'',
      sample: 'NoValidHost exception with message: \'No valid host was found.\'' },
    { edge: 'fail', logger: [utils, ...oldScheduler], level: 'WARNING', says: 'failed', captures: { 0: 'state' },
      leaves: 'captured', text: 'Setting instance to %s state.', sample: 'Setting instance to ERROR state.' },
    // no build leaves its instance in one of these
    ...['ACTIVE', 'STOPPED', 'PAUSED'].map((state): MarkerSpec => ({
      edge: 'fail', logger: [utils, ...oldScheduler], level: 'WARNING', narrow: true, says: 'failed',
      leaves: state.toLowerCase(),
      kinds: ['migrate', 'resize', 'live-migration', 'rebuild', 'evacuate', 'unshelve'],
      text: `Setting instance to ${state} state.` })),
    { edge: 'fail', logger: conductor, level: 'WARNING', old: true, says: 'failed', kinds: ['migrate', 'resize'],
      raises: 'NoValidHost', text: 'No valid host found for cold migrate' },
    { edge: 'begin', logger: oldScheduler, level: 'INFO', old: true, kinds: ['create'],
      captures: { instance_uuids: 'instance' },
      text: 'Attempting to build %(num_instances)d instance(s) uuids: %(instance_uuids)s',
      sample: 'Attempting to build 1 instance(s) uuids: [u\'5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70\']' },
    { edge: 'end', logger: oldScheduler, level: 'INFO', old: true, kinds: ['create'],
      captures: { instance_uuid: 'instance' },
      text: 'Choosing host %(weighed_host)s for instance %(instance_uuid)s',
      sample: 'Choosing host WeighedHost [host: cmp01, weight: 1.0] for instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70' },
    { edge: 'fail', logger: oldScheduler, level: 'WARNING', old: true, says: 'failed', kinds: ['create'],
      captures: { ex: 'error' }, text: 'Failed to schedule_run_instance: %(ex)s',
      sample: 'Failed to schedule_run_instance: No valid host was found. ' },
    { edge: 'fail', logger: oldScheduler, level: 'WARNING', old: true, says: 'failed', kinds: ['resize', 'migrate'],
      captures: { ex: 'error' }, text: 'Failed to schedule_prep_resize: %(ex)s',
      sample: 'Failed to schedule_prep_resize: No valid host was found. ' },
    { edge: 'fail', logger: oldScheduler, level: 'WARNING', old: true, says: 'failed', kinds: ['live-migration'],
      captures: { ex: 'error' }, text: 'Failed to schedule_live_migration: %(ex)s',
      sample: 'Failed to schedule_live_migration: Compute service of cmp02 is unavailable at this time.' },
    { edge: 'fail', logger: oldScheduler, level: 'WARNING', old: true, says: 'failed',
      captures: { instance_uuid: 'instance', state: 'state' }, leaves: 'captured',
      text: 'Setting instance %(instance_uuid)s to %(state)s state.',
      sample: 'Setting instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 to ERROR state.' },
    { edge: 'fail', logger: 'nova.conductor.tasks.migrate', level: 'ERROR', kinds: ['migrate', 'resize', 'live-migration'],
      text: 'Unable to find record for source node %(node)s on %(host)s',
      sample: 'Unable to find record for source node cmp01 on cmp02' },
    { edge: 'note', logger: [utils, ...oldScheduler], level: 'ERROR', says: 'rescheduled',
      kinds: ['create', 'resize', 'migrate'],
      captures: { last_host: 'host', last_node: 'node', exc: 'error' },
      text: 'Error from last host: %(last_host)s (node %(last_node)s): %(exc)s',
      sample: 'Error from last host: cmp01 (node cmp01): [\'Traceback (most recent call last):\\n\']' },
    { edge: 'fail', logger: conductor, level: 'ERROR', says: 'failed', kinds: ['create'], captures: { 0: 'error' },
      text: 'Failed to reschedule. Reason: %s', sample: 'Failed to reschedule. Reason: No valid host was found. ' },
    { edge: 'fail', logger: conductor, level: 'ERROR', says: 'failed', kinds: ['create'], captures: { host: 'host' },
      text: 'No host-to-cell mapping found for selected host %(host)s. Setup is incomplete.',
      raises: 'HostMappingNotFound',
      sample: 'No host-to-cell mapping found for selected host cmp01. Setup is incomplete.' },
    { edge: 'fail', logger: conductor, level: 'WARNING', says: 'failed', kinds: ['rebuild', 'evacuate'],
      text: 'No valid host found for rebuild', raises: 'NoValidHost' },
    { edge: 'fail', logger: conductor, level: 'WARNING', says: 'failed', kinds: ['rebuild', 'evacuate'],
      text: 'Rebuild failed: %s', captures: { 0: 'error' },
      sample: 'Rebuild failed: ServerGroup policy is not supported' },
    { edge: 'fail', logger: conductor, level: 'WARNING', says: 'failed', kinds: ['rebuild', 'evacuate'],
      text: 'Server with unsupported policy cannot be rebuilt', raises: 'UnsupportedPolicyException' },
    { edge: 'fail', logger: conductor, level: 'ERROR', says: 'failed', kinds: ['rebuild', 'evacuate'],
      text: 'Failed to rebuild. Reason: %s', captures: { 0: 'error' },
      sample: 'Failed to rebuild. Reason: No valid host was found. ' },
    { edge: 'fail', logger: conductor, level: 'ERROR', says: 'failed', kinds: ['live-migration'],
      text: 'Migration of instance %(instance_id)s to host %(dest)s unexpectedly failed.',
      captures: { instance_id: 'instance', dest: 'destination' },
      sample: 'Migration of instance 5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70 to host cmp02 unexpectedly failed.' },
  ],
};
