// What scheduler, conductor and the Placement client say.
// Each row: a statement of the source, what it means, and whether it needs care.

import type { StatementNote } from './note';

export const schedulingStatements: readonly StatementNote[] = [
  { text: 'Setting instance to %s state.',
    meaning: 'Nova gives the operation up and sets the instance to the state named here; the reason '
      + 'stands in the line before.' },
  { text: 'Failed to %(service)s_%(method)s: %(ex)s',
    meaning: 'Scheduling or a task of the conductor failed; the end of the line is the reason, mostly '
      + 'NoValidHost.' },
  { text: 'Error from last host: %(last_host)s (node %(last_node)s): %(exc)s',
    meaning: 'The build failed on that host and goes to another one; the text is the error that host '
      + 'sent.' },
  { text: 'Got no allocation candidates from the Placement API. This could be due to insufficient '
      + 'resources or a temporary occurrence as compute nodes start up.',
    meaning: 'No host has the requested CPU, memory, disk, traits or devices free by Placement\'s '
      + 'count; no filter was asked at all.' },
  { text: 'Filter %s returned 0 hosts',
    meaning: 'This filter turned the last hosts away; the request has no host left.' },
  { text: 'Failed to schedule instances',
    meaning: 'The request found no host; the exception below is the reason, and the instances go to '
      + 'ERROR.' },
  { text: 'Failed to reschedule. Reason: %s',
    meaning: 'After a failed build no other host could be found or reached; the instance goes to ERROR.' },
  { text: [
      'Failed to rebuild. Reason: %s',
      'Rebuild failed: %s',
    ],
    meaning: 'The rebuild or evacuation could not be placed on a host.' },
  { text: [
      'No valid host found for rebuild',
      'No valid host found for unshelve instance',
    ],
    meaning: 'No host has room for the instance now; it stays as it was.' },
  { text: 'Unshelve attempted but the image %s cannot be found.',
    meaning: 'The image that shelving made is gone from Glance, so the instance cannot be brought back.' },
  { text: [
      'No host-to-cell mapping found for selected host %(host)s. Setup is incomplete.',
      'No host-to-cell mapping found for selected host %(host)s.',
    ],
    meaning: 'The chosen host is not mapped to a cell; run `nova-manage cell_v2 discover_hosts`.' },
  { text: 'No cell mapping found for cell0 while trying to record scheduling failure. Setup is '
      + 'incomplete.',
    meaning: 'Instances that find no host are kept in cell0, and cell0 does not exist; run `nova-manage '
      + 'cell_v2 map_cell0`.' },
  { text: [
      'No cells are configured, unable to continue',
      'No cells are configured, unable to list instances',
      'No cells were found',
    ],
    meaning: 'No cell is known; run the cell set-up of nova-manage.' },
  { text: 'Host mapping not found for host %s. Not tracking instance info for this host.',
    meaning: 'The host is not mapped to a cell yet; the scheduler does not choose it until `nova-manage '
      + 'cell_v2 discover_hosts` has run.' },
  { text: 'Discovered %(count)i new hosts: %(hosts)s',
    meaning: 'New compute hosts were mapped to their cell and can be chosen now.',
    benign: 'This is how hosts join.',
    options: ['scheduler.discover_hosts_in_cells_interval'] },
  { text: [
      'This periodic task should only be enabled on a single scheduler to prevent collisions between '
        + 'multiple schedulers: %s',
      'This periodic task should only be enabled if discover hosts is not run via nova-manage, '
        + 'schedulers: %s',
    ],
    meaning: 'Several schedulers, or nova-manage at the same time, mapped new hosts; one was quicker.',
    benign: 'The host is mapped.',
    options: ['scheduler.discover_hosts_in_cells_interval'] },
  { text: 'Migration of instance %(instance_id)s to host %(dest)s unexpectedly failed.',
    meaning: 'The live migration failed before or while it was handed to the host; the exception below '
      + 'is the cause.' },
  { text: [
      'The instance sync for host \'%s\' did not match. Re-created its InstanceList.',
      'Received a sync request from an unknown host \'%s\'. Re-created its InstanceList.',
      'Received an update from an unknown host \'%s\'. Re-created its InstanceList.',
      'Received a delete update from an unknown host \'%s\'. Re-created its InstanceList.',
    ],
    meaning: 'The scheduler\'s memory of which instances are on a host was not up to date, and is read '
      + 'again.',
    benign: 'It corrects itself; after a restart of the scheduler it comes once for each host.' },
  { text: 'Host %(hostname)s has more disk space than database expected (%(physical)s GB > %(database)s '
      + 'GB)',
    meaning: 'The host has more free disk than its instances should leave: an instance that the '
      + 'database has there keeps its disk elsewhere or is gone. The smaller figure counts.' },
  { text: 'No compute service record found for host %(host)s',
    meaning: 'There is a compute node without its service in the database, for example deleted halfway; '
      + 'the host is not chosen.' },
  { text: '%(host_state)s has not been heard from in a while',
    meaning: 'The compute service of that host does not report, so the host is not chosen.',
    options: ['DEFAULT.service_down_time'] },
  { text: 'Selected host: %(host)s failed to consume from instance. Error: %(error)s',
    meaning: 'The chosen host turned out not to fit (NUMA, PCI) when the resources were put down; the '
      + 'next one is tried.' },
  { text: [
      'Timeout getting computes for cell %s',
      'Failed to get computes for cell %s',
      'Timed out waiting for response from cell %s',
      'Timed out waiting for response from cell %s.',
      'Error gathering result from cell %s',
    ],
    meaning: 'The database of a cell did not answer in time; its hosts or instances are missing from '
      + 'this answer.' },
  { text: 'InstanceMapping not found, unable to target cell',
    meaning: 'The instance is mapped to no cell, so the conductor cannot find its record.' },
  { text: 'Retrying %(name)s after a MessagingTimeout, attempt %(attempt)s of %(retries)s.',
    meaning: 'The scheduler did not answer in time; the conductor asks again.',
    options: ['DEFAULT.rpc_response_timeout'] },
  { text: [
      'Unable to find record for source node %(node)s on %(host)s',
      'Unable to replace resource claim on source host %(host)s node %(node)s for instance',
    ],
    meaning: 'A move cannot begin, because the resources on the host that the instance would leave '
      + 'could not be handed to the migration in Placement.' },
  { text: 'Rollback for task %s failed.',
    meaning: 'A failed move was to be undone, and that failed as well; allocations or records may '
      + 'remain.' },
  { text: [
      'Unable to initialize placement client (%s); Continuing with startup, but some operations will '
        + 'not be possible.',
      'Unable to initialize placement client (%s); Continuing with startup, but scheduling will not be '
        + 'possible.',
    ],
    meaning: 'Keystone or Placement could not be reached when the service started; it tries again when '
      + 'it needs them.' },
  { text: [
      'Fatal error initializing placement client: %s',
      'Fatal error initializing placement client; config is incorrect or incomplete: %s',
    ],
    meaning: 'The service cannot start without Placement: its credentials are missing or wrong, or '
      + 'something unexpected came from Keystone or Placement.',
    options: ['placement.auth_url', 'placement.auth_type'] },
  { text: 'Failed to initialize placement client (is keystone available?)',
    meaning: 'Keystone or Placement answered with an error when the client was made; the exception with '
      + 'the next line names it.',
    options: ['placement.auth_url'] },
  { text: 'Discovering suitable URL for placement API failed.',
    meaning: 'The address of Placement in the catalogue, or that of Keystone, does not answer as it '
      + 'should; check the endpoint, a proxy before it, and TLS.',
    options: ['placement.auth_url', 'placement.endpoint_override'] },
  { text: [
      'The placement API endpoint was not found.',
      'The placement API endpoint not found. Optional use of placement API for reporting is now '
        + 'disabled.',
    ],
    meaning: 'The catalogue has no endpoint of Placement for this region and interface.',
    options: ['placement.region_name', 'placement.valid_interfaces'] },
  { text: [
      'No authentication information found for placement API.',
      'No authentication information found for placement API. Optional use of placement API for '
        + 'reporting is now disabled.',
    ],
    meaning: 'The [placement] section has no credentials; this host cannot report its resources and '
      + 'gets no instances.',
    options: ['placement.auth_type'] },
  { text: 'Placement service credentials do not work.',
    meaning: 'Keystone refuses the user or password in the [placement] section.',
    options: ['placement.username', 'placement.password'] },
  { text: 'Placement API service is not responding.',
    meaning: 'Placement does not answer at its address; reports and scheduling fail until it does.' },
  { text: 'Unable to refresh my resource provider record',
    meaning: 'This host could not make or read its provider in Placement, so its resources are not '
      + 'reported and it gets no instances; the cause stands in the line before.' },
  { text: [
      '[%(placement_req_id)s] Failed to retrieve resource provider tree from placement API for UUID '
        + '%(uuid)s. Got %(status_code)d: %(err_text)s.',
      '[%(placement_req_id)s] Failed to retrieve traits from placement API for resource provider with '
        + 'UUID %(uuid)s. Got %(status_code)d: %(err_text)s.',
      '[%(placement_req_id)s] Failed to retrieve aggregates from placement API for resource provider '
        + 'with UUID %(uuid)s. Got %(status_code)d: %(err_text)s.',
      '[%(placement_req_id)s] Failed to retrieve resource provider record from placement API for UUID '
        + '%(uuid)s. Got %(status_code)d: %(err_text)s.',
    ],
    meaning: 'Placement answered with an error instead of the provider\'s data. 401 and 403 speak of '
      + 'credentials, 404 of the provider, 5xx of Placement itself or its database; a page of HTML '
      + 'comes from a web server or proxy before it.' },
  { text: '[%(placement_req_id)s] Failed to create resource provider record in placement API for UUID '
      + '%(uuid)s. Got %(status_code)d: %(err_text)s.',
    meaning: 'This host could not register in Placement. With 409 a provider of the same name exists '
      + 'under another UUID, because the host was deleted and added again: delete the old provider.' },
  { text: [
      '[%(placement_req_id)s] Failed to update inventory to [%(inv_data)s] for resource provider with '
        + 'UUID %(uuid)s.  Got %(status_code)d: %(err_text)s',
      '[%(placement_req_id)s] Failed to update inventory for resource provider %(uuid)s: %(status)i '
        + '%(text)s',
    ],
    meaning: 'Placement did not take this host\'s resources. With 409 somebody else changed the '
      + 'provider, or less would remain than is in use; the next report tries again.' },
  { text: [
      '[%(placement_req_id)s] Failed to update traits to [%(traits)s] for resource provider with UUID '
        + '%(uuid)s.  Got %(status_code)d: %(err_text)s',
      '[%(placement_req_id)s] Failed to update aggregates to [%(aggs)s] for resource provider with UUID '
        + '%(uuid)s.  Got %(status_code)d: %(err_text)s',
    ],
    meaning: 'Placement did not take properties of this host; the next report tries again.' },
  { text: '[%(placement_req_id)s] Failed to delete resource provider with UUID %(uuid)s from the '
      + 'placement API. Got %(status_code)d: %(err_text)s.',
    meaning: 'The provider of a removed host stays in Placement; with 409 it still has allocations.' },
  { text: '[%(placement_req_id)s] Another thread already created a resource provider with the UUID '
      + '%(uuid)s. Grabbing that record from the placement API.',
    meaning: 'The provider was created by somebody else at the same time.',
    benign: 'It exists, as wanted.' },
  { text: '[%(placement_req_id)s] Created resource provider record via placement API for resource '
      + 'provider with UUID %(uuid)s and name %(name)s.',
    meaning: 'This host is registered in Placement.',
    benign: 'This is the first start of a host.' },
  { text: [
      'Unable to submit allocation for instance %(uuid)s (%(code)i %(text)s)',
      'Failed to save allocation for %s. Got HTTP %s: %s',
    ],
    meaning: 'Placement refused to book the resources. With 409 the host filled up meanwhile or its '
      + 'record changed; the scheduler tries another one.' },
  { text: [
      'Unable to delete allocation for %(consumer_type)s %(uuid)s: (%(code)i %(text)s)',
      'Unable to delete allocation for %(consumer_type)s %(uuid)s. Got %(code)i while retrieving '
        + 'existing allocations: (%(text)s)',
      'Unable to delete allocation for instance %(uuid)s: (%(code)i %(text)s)',
    ],
    meaning: 'Placement keeps counting the resources of an instance that is gone; periodic tasks try '
      + 'again, otherwise the allocation must be deleted by hand.' },
  { text: [
      'Deleted allocation for %(consumer_type)s %(uuid)s',
      'Deleted allocations for %(consumer_type)s %(uuid)s',
      'Deleted allocation for instance %s',
    ],
    meaning: 'The resources of the instance or migration are free again in Placement.',
    benign: 'This is a step of deletions and moves.' },
  { text: 'Failed to get allocations for consumer %(consumer)s: %(error)s',
    meaning: 'Placement did not tell what the instance holds.' },
  { text: 'Unable to post allocations for consumer %(uuid)s (%(code)i %(text)s)',
    meaning: 'Handing resources from an instance to its migration, or back, was refused by Placement.' },
  { text: [
      'Expected to find current allocations for %s, but found none.',
      'Expected to find allocations referencing resource provider tree rooted at %s for %s, but found '
        + 'none.',
    ],
    meaning: 'Placement has no allocation to take away on that host.' },
  { text: 'Failed to retrieve allocation candidates from placement API for filters: '
      + '%(resource_request)s\nGot %(status_code)d: %(err_text)s.',
    meaning: 'Placement answered the scheduler\'s question with an error; no instance can be placed '
      + 'until it works.' },
  { text: 'Failed scheduler client operation %s: out of retries',
    meaning: 'Placement kept refusing because somebody else changed the same record again and again; '
      + 'the operation is given up.' },
  { text: 'Found multiple resource provider records for resource provider name %(rp_name)s: '
      + '%(rp_uuids)s. This should not happen.',
    meaning: 'Placement has several providers of that name; which one is meant cannot be told.' },
  { text: [
      'Performing resource provider inventory and allocation data migration.',
      'Performing resource provider inventory and allocation data migration during compute service '
        + 'startup or fast-forward upgrade.',
    ],
    meaning: 'After an upgrade or a change of configuration resources are moved to other providers in '
      + 'Placement, together with what is booked on them.',
    benign: 'It happens once.' },
  { text: [
      'ServerGroupAffinityFilter not configured',
      'ServerGroupAntiAffinityFilter not configured',
    ],
    meaning: 'An instance is in a server group whose policy no filter enforces; the request fails.',
    options: ['filter_scheduler.enabled_filters'] },
  { text: 'Tenant %(tenant)s has no available aggregates',
    meaning: 'The project is bound to host aggregates, and there is none for it; the request finds no '
      + 'host.',
    options: ['scheduler.placement_aggregate_required_for_tenants'] },
  { text: [
      'Could not decode max_instances_per_host: \'%s\'',
      'Could not decode max_io_ops_per_host: \'%s\'',
    ],
    meaning: 'An aggregate has a value that is no number; the configured one counts.' },
  { text: 'Ignoring the invalid elements of the option %(name)s: %(options)s',
    meaning: 'An option has entries of the wrong form; they have no effect.' },
  { text: [
      'Falling back to legacy quota counting method for instances, cores, and ram',
      'Falling back to legacy quota counting method for server group members',
    ],
    meaning: 'The records needed for counting from Placement are not complete yet, so instances are '
      + 'counted cell by cell; run `nova-manage db online_data_migrations`.',
    options: ['quota.count_usage_from_placement'] },
  { text: 'Unable to remove device with status \'%(status)s\' and ownership %(instance_uuid)s because '
      + 'of %(pci_exception)s. Check your [pci]device_spec configuration to make sure this allocated '
      + 'device is whitelisted. If you have removed the device from the whitelist intentionally or the '
      + 'device is no longer available on the host you will need to delete the server or migrate it to '
      + 'another host to silence this warning.',
    meaning: 'A PCI device in use is no longer reported by the host or no longer configured; restore '
      + 'the configuration, or move the instance away.',
    options: ['pci.device_spec'] },
  { text: 'Assigning a pci device without numa affinity to instance %(instance)s which has numa topology',
    meaning: 'The PCI device tells no NUMA cell, so the instance may reach it more slowly.',
    benign: 'The device works.' },
];
