// Log statements that tell what lies around operations: the life of a host and its services, external events,
// what an instance is made of, dropped lines. Data only; what has an instance also has its tag on the line.

import type { LevelName } from './schema';

/** A stretch of the life of a host or of one of its services. */
export type SpanKind =
  | 'service'           // the service runs, from its start to its stop
  | 'amqp-lost'         // its connection to the message bus is down
  | 'database-lost'     // its connection to the database is down
  | 'libvirt-lost'      // nova-compute has no connection to libvirt
  | 'disabled'          // nova-compute took itself out of scheduling
  | 'report-missed'     // the service could not report that it is alive
  | 'placement-refused'; // Placement refused, or did not answer

export type SignId =
  | SpanKind
  | 'node'            // the name of the compute node that the service runs on
  | 'audit'           // what the resource tracker counts
  | 'claim-asked' | 'claim-total' | 'claim-free' | 'claim-end'
  | 'event-expected'  // Nova prepares to wait for an external event
  | 'event-sent'      // the API took an event and sends it to the host
  | 'event-came'      // nova-compute received it
  | 'event-taken'     // somebody waited for it, and has it now
  | 'event-unclaimed' // nobody waited for it
  | 'event-timeout'   // the wait was given up
  | 'event-done'      // the wait is over
  | 'trait'           // flavor, image, networks of an instance
  | 'dropped';        // lines were dropped before they came here

export interface SignSpec {
  readonly sign: SignId;
  /** Of spans: how the line bounds them. `note`: trouble is there, and no line says when it is over. */
  readonly edge?: 'begin' | 'end' | 'note';
  /** Python loggers, or the program that wrote the line where it has no logger. */
  readonly logger: readonly string[];
  /** The template as the source has it. */
  readonly text: string;
  readonly level: LevelName;
  readonly sample?: string;
  /** Placeholder (its name, or its index for `%s`) → the name of its value. */
  readonly values?: Readonly<Record<string, string>>;
  /** Only with this value does the row count. */
  readonly only?: { readonly value: string; readonly is: readonly string[] };
  /** Only releases before Kilo have it, or a library that the facts do not cover: not held against them. */
  readonly unlisted?: true;
}

const manager = ['nova.compute.manager'];
const service = ['nova.service'];
const oslo = ['oslo_service.service', 'oslo_service.backend._eventlet.service', 'oslo_service.backend.eventlet.service',
  'oslo_service.backend._threading.service', 'oslo.service.service', 'nova.openstack.common.service'];
const rabbit = ['oslo_messaging._drivers.impl_rabbit', 'oslo.messaging._drivers.impl_rabbit',
  'nova.openstack.common.rpc.common', 'nova.rpc.common', 'oslo_messaging._drivers.impl_qpid'];
const liveness = ['nova.servicegroup.drivers.db', 'nova.servicegroup.drivers.mc', 'nova.service'];
const tracker = ['nova.compute.resource_tracker'];
const claims = ['nova.compute.claims'];
const libvirt = ['nova.virt.libvirt.driver', 'nova.virt.libvirt.connection'];
const placement = ['nova.scheduler.client.report'];
const database = ['oslo_db.sqlalchemy.engines', 'oslo_db.sqlalchemy.session', 'oslo.db.sqlalchemy.session',
  'nova.openstack.common.db.sqlalchemy.session', 'nova.db.sqlalchemy.session'];
const events = ['nova.api.openstack.compute.server_external_events',
  'nova.api.openstack.compute.contrib.server_external_events'];

const serviceRows: readonly SignSpec[] = [
  { sign: 'service', edge: 'begin', logger: service, level: 'INFO', values: { topic: 'topic', version: 'version' },
    text: 'Starting %(topic)s node (version %(version)s)', sample: 'Starting compute node (version 21.2.3)' },
  { sign: 'service', edge: 'begin', logger: oslo, level: 'INFO', values: { 0: 'workers' },
    text: 'Starting %d workers', sample: 'Starting 4 workers' },
  { sign: 'service', edge: 'end', logger: oslo, level: 'INFO', values: { 0: 'signal' },
    text: 'Caught %s, stopping children', sample: 'Caught SIGTERM, stopping children' },
  { sign: 'service', edge: 'end', logger: oslo, level: 'INFO', values: { 0: 'signal' },
    text: 'Caught %s, handling', sample: 'Caught SIGTERM, handling' },
  { sign: 'service', edge: 'end', logger: oslo, level: 'INFO', values: { 0: 'signal' },
    text: 'Caught %s, exiting', sample: 'Caught SIGTERM, exiting' },
  { sign: 'service', edge: 'end', logger: oslo, level: 'INFO',
    text: 'Caught SIGINT signal, instantaneous exiting' },
  { sign: 'service', edge: 'end', logger: oslo, level: 'INFO',
    text: 'Graceful shutdown timeout exceeded, instantaneous exiting' },
  { sign: 'service', edge: 'end', logger: oslo, level: 'INFO', text: 'Graceful shutdown start' },
  { sign: 'service', edge: 'end', logger: service, level: 'INFO', values: { 0: 'topic' },
    text: '%s service graceful shutdown started.', sample: 'compute service graceful shutdown started.' },
];

const amqpRows: readonly SignSpec[] = [
  { sign: 'amqp-lost', edge: 'begin', logger: rabbit, level: 'ERROR',
    values: { hostname: 'server', port: 'port', err_str: 'reason' },
    text: '[%(connection_id)s] AMQP server on %(hostname)s:%(port)s is unreachable: %(err_str)s. Trying again in '
      + '%(sleep_time)d seconds.',
    sample: '[a3f4aa0d-a2f6-4d6e-9f3e-16529d874567] AMQP server on 10.0.0.11:5672 is unreachable: [Errno 111] '
      + 'ECONNREFUSED. Trying again in 1 seconds.' },
  { sign: 'amqp-lost', edge: 'begin', logger: rabbit, level: 'ERROR',
    values: { hostname: 'server', port: 'port', err_str: 'reason' },
    text: '[%(connection_id)s] AMQP server on %(hostname)s:%(port)s is unreachable: %(err_str)s. Trying again in '
      + '%(sleep_time)d seconds. Client port: %(client_port)s',
    sample: '[a3f4aa0d-a2f6-4d6e-9f3e-16529d874567] AMQP server on 10.0.0.11:5672 is unreachable: timed out. Trying '
      + 'again in 1 seconds. Client port: 51200' },
  { sign: 'amqp-lost', edge: 'begin', logger: rabbit, level: 'ERROR', unlisted: true,
    values: { hostname: 'server', port: 'port', err_str: 'reason' },
    text: 'AMQP server on %(hostname)s:%(port)s is unreachable: %(err_str)s. Trying again in %(sleep_time)d seconds.',
    sample: 'AMQP server on 10.0.0.11:5672 is unreachable: [Errno 113] EHOSTUNREACH. Trying again in 2 seconds.' },
  { sign: 'amqp-lost', edge: 'begin', logger: rabbit, level: 'ERROR', values: { 0: 'reason' },
    text: 'Connection failed: %s (retrying in %s seconds)',
    sample: 'Connection failed: [Errno 111] ECONNREFUSED (retrying in 2.0 seconds)' },
  { sign: 'amqp-lost', edge: 'begin', logger: rabbit, level: 'ERROR',
    values: { hostname: 'server', port: 'port', err_str: 'reason' },
    text: '[%(connection_id)s] AMQP server %(hostname)s:%(port)s closed the connection. Check login credentials: '
      + '%(err_str)s',
    sample: '[a3f4aa0d-a2f6-4d6e-9f3e-16529d874567] AMQP server 10.0.0.11:5672 closed the connection. Check login '
      + 'credentials: Socket closed' },
  { sign: 'amqp-lost', edge: 'end', logger: rabbit, level: 'INFO', values: { hostname: 'server', port: 'port' },
    text: '[%(connection_id)s] Reconnected to AMQP server on %(hostname)s:%(port)s via [%(transport)s] client with '
      + 'port %(client_port)s.',
    sample: '[a3f4aa0d-a2f6-4d6e-9f3e-16529d874567] Reconnected to AMQP server on 10.0.0.11:5672 via [amqp] client '
      + 'with port 51200.' },
  { sign: 'amqp-lost', edge: 'end', logger: rabbit, level: 'INFO', values: { hostname: 'server', port: 'port' },
    text: '[%(connection_id)s] Reconnected to AMQP server on %(hostname)s:%(port)s via [%(transport)s] clientwith '
      + 'port %(client_port)s.',
    sample: '[a3f4aa0d-a2f6-4d6e-9f3e-16529d874567] Reconnected to AMQP server on 10.0.0.11:5672 via [amqp] '
      + 'clientwith port 51200.' },
  { sign: 'amqp-lost', edge: 'end', logger: rabbit, level: 'INFO', unlisted: true,
    values: { hostname: 'server', port: 'port' },
    text: 'Reconnected to AMQP server on %(hostname)s:%(port)s',
    sample: 'Reconnected to AMQP server on 10.0.0.11:5672' },
  { sign: 'amqp-lost', edge: 'end', logger: rabbit, level: 'INFO', unlisted: true,
    values: { hostname: 'server', port: 'port' },
    text: 'Connected to AMQP server on %(hostname)s:%(port)s', sample: 'Connected to AMQP server on 10.0.0.11:5672' },
];

const databaseRows: readonly SignSpec[] = [
  { sign: 'database-lost', edge: 'note', logger: database, level: 'WARNING', unlisted: true, values: { 0: 'attempts' },
    text: 'SQL connection failed. %s attempts left.', sample: 'SQL connection failed. 9 attempts left.' },
  { sign: 'report-missed', edge: 'begin', logger: liveness, level: 'ERROR', unlisted: true,
    text: 'model server went away' },
  { sign: 'report-missed', edge: 'begin', logger: liveness, level: 'WARNING',
    text: 'Lost connection to nova-conductor for reporting service status.' },
  { sign: 'report-missed', edge: 'begin', logger: liveness, level: 'ERROR',
    text: 'Unexpected error while reporting service status' },
  { sign: 'report-missed', edge: 'begin', logger: liveness, level: 'WARNING',
    text: 'Lost connection to memcache server for reporting service status.' },
  { sign: 'report-missed', edge: 'end', logger: liveness, level: 'INFO',
    text: 'Recovered from being unable to report status.' },
  { sign: 'report-missed', edge: 'end', logger: liveness, level: 'INFO',
    text: 'Recovered connection to memcache server for reporting service status.' },
  { sign: 'report-missed', edge: 'end', logger: liveness, level: 'ERROR', unlisted: true,
    text: 'Recovered model server connection!' },
];

const computeRows: readonly SignSpec[] = [
  { sign: 'libvirt-lost', edge: 'begin', logger: libvirt, level: 'INFO', values: { enabled: 'enabled', reason: 'reason' },
    only: { value: 'enabled', is: ['0'] }, text: 'Connection event \'%(enabled)d\' reason \'%(reason)s\'',
    sample: 'Connection event \'0\' reason \'Connection to libvirt lost: 1\'' },
  { sign: 'libvirt-lost', edge: 'end', logger: libvirt, level: 'INFO', values: { enabled: 'enabled' },
    only: { value: 'enabled', is: ['1'] }, text: 'Connection event \'%(enabled)d\' reason \'%(reason)s\'',
    sample: 'Connection event \'1\' reason \'None\'' },
  { sign: 'libvirt-lost', edge: 'begin', logger: ['nova.virt.libvirt.host'], level: 'DEBUG',
    text: 'Connection to libvirt broke' },
  { sign: 'libvirt-lost', edge: 'begin', logger: ['nova.virt.libvirt.host'], level: 'ERROR', values: { 0: 'reason' },
    text: 'Connection to libvirt failed: %s',
    sample: 'Connection to libvirt failed: Failed to connect socket to \'/var/run/libvirt/libvirt-sock\'' },
  { sign: 'disabled', edge: 'begin', logger: libvirt, level: 'DEBUG', values: { 0: 'status' },
    only: { value: 'status', is: ['disabled'] }, text: 'Updating compute service status to %s',
    sample: 'Updating compute service status to disabled' },
  { sign: 'disabled', edge: 'end', logger: libvirt, level: 'DEBUG', values: { 0: 'status' },
    only: { value: 'status', is: ['enabled'] }, text: 'Updating compute service status to %s',
    sample: 'Updating compute service status to enabled' },
  { sign: 'disabled', edge: 'begin', logger: manager, level: 'ERROR', values: { fails: 'fails' },
    text: 'Disabling service due to %(fails)i consecutive build failures',
    sample: 'Disabling service due to 10 consecutive build failures' },
  { sign: 'placement-refused', edge: 'note', logger: placement, level: 'WARNING',
    text: 'Placement API service is not responding.' },
  { sign: 'placement-refused', edge: 'note', logger: placement, level: 'ERROR',
    text: 'Placement service credentials do not work.' },
  { sign: 'placement-refused', edge: 'note', logger: placement, level: 'ERROR',
    text: 'The placement API endpoint was not found.' },
  { sign: 'placement-refused', edge: 'note', logger: placement, level: 'ERROR',
    text: 'Discovering suitable URL for placement API failed.' },
  { sign: 'placement-refused', edge: 'note', logger: placement, level: 'ERROR',
    text: 'Failed to initialize placement client (is keystone available?)' },
  { sign: 'placement-refused', edge: 'note', logger: placement, level: 'ERROR', values: { status_code: 'status' },
    text: '[%(placement_req_id)s] Failed to update inventory to [%(inv_data)s] for resource provider with UUID '
      + '%(uuid)s.  Got %(status_code)d: %(err_text)s',
    sample: '[req-1b2c] Failed to update inventory to [{\'VCPU\': {}}] for resource provider with UUID '
      + '5f3a9d2e-7c41-4b0e-9d36-2b8c4e1a6f70.  Got 409: {"errors": []}' },
];

const resourceRows: readonly SignSpec[] = [
  { sign: 'node', logger: tracker, level: 'DEBUG', values: { host: 'host', node: 'node' },
    text: 'Auditing locally available compute resources for %(host)s (node: %(node)s)',
    sample: 'Auditing locally available compute resources for cmp01 (node: cmp01.example.org)' },
  { sign: 'node', logger: tracker, level: 'INFO', values: { node: 'node' },
    text: 'Auditing locally available compute resources for node %(node)s',
    sample: 'Auditing locally available compute resources for node cmp01' },
  { sign: 'node', logger: tracker, level: 'DEBUG', values: { host: 'host', node: 'node' },
    text: 'Compute_service record updated for %(host)s:%(node)s',
    sample: 'Compute_service record updated for cmp01:cmp01.example.org' },
  { sign: 'audit', logger: tracker, level: 'DEBUG',
    values: { node: 'node', phys_ram: 'memoryTotal', used_ram: 'memoryUsed', phys_disk: 'diskTotal',
      used_disk: 'diskUsed', total_vcpus: 'vcpusTotal', used_vcpus: 'vcpusUsed' },
    text: 'Final resource view: name=%(node)s phys_ram=%(phys_ram)sMB used_ram=%(used_ram)sMB phys_disk='
      + '%(phys_disk)sGB used_disk=%(used_disk)sGB total_vcpus=%(total_vcpus)s used_vcpus=%(used_vcpus)s pci_stats='
      + '%(pci_stats)s',
    sample: 'Final resource view: name=cmp01 phys_ram=64172MB used_ram=4608MB phys_disk=15GB used_disk=20GB '
      + 'total_vcpus=16 used_vcpus=1 pci_stats=[]' },
  { sign: 'audit', logger: tracker, level: 'INFO', unlisted: true, values: { pram: 'memoryTotal', vram: 'memoryUsed' },
    text: 'Total physical ram (MB): %(pram)s, total allocated virtual ram (MB): %(vram)s',
    sample: 'Total physical ram (MB): 7807, total allocated virtual ram (MB): 1024' },
  { sign: 'audit', logger: tracker, level: 'INFO', unlisted: true, values: { tcpu: 'vcpusTotal', ucpu: 'vcpusUsed' },
    text: 'Total usable vcpus: %(tcpu)s, total allocated vcpus: %(ucpu)s',
    sample: 'Total usable vcpus: 2, total allocated vcpus: 1' },
  { sign: 'claim-asked', logger: claims, level: 'INFO',
    values: { node: 'node', memory_mb: 'memory', disk_gb: 'disk', vcpus: 'vcpus' },
    text: 'Attempting claim on node %(node)s: memory %(memory_mb)d MB, disk %(disk_gb)d GB, vcpus %(vcpus)d CPU',
    sample: 'Attempting claim on node cmp01: memory 2048 MB, disk 20 GB, vcpus 1 CPU' },
  { sign: 'claim-asked', logger: claims, level: 'INFO', values: { memory_mb: 'memory', disk_gb: 'disk', vcpus: 'vcpus' },
    text: 'Attempting claim: memory %(memory_mb)d MB, disk %(disk_gb)d GB, vcpus %(vcpus)d CPU',
    sample: 'Attempting claim: memory 2048 MB, disk 20 GB, vcpus 1 CPU' },
  { sign: 'claim-asked', logger: claims, level: 'INFO', unlisted: true,
    values: { memory_mb: 'memory', disk_gb: 'disk', vcpus: 'vcpus' },
    text: 'Attempting claim: memory %(memory_mb)d MB, disk %(disk_gb)d GB, VCPUs %(vcpus)d',
    sample: 'Attempting claim: memory 512 MB, disk 1 GB, VCPUs 1' },
  { sign: 'claim-asked', logger: claims, level: 'INFO', unlisted: true, values: { memory_mb: 'memory', disk_gb: 'disk' },
    text: 'Attempting claim: memory %(memory_mb)d MB, disk %(disk_gb)d GB',
    sample: 'Attempting claim: memory 512 MB, disk 1 GB' },
  { sign: 'claim-free', logger: claims, level: 'INFO', values: { type: 'type', free: 'free' },
    text: '%(type)s limit: %(limit).02f %(unit)s, free: %(free).02f %(unit)s',
    sample: 'memory limit: 8493.00 MB, free: 7981.00 MB' },
  { sign: 'claim-end', logger: claims, level: 'INFO', text: 'Claim successful on node %s', values: { 0: 'node' },
    sample: 'Claim successful on node cmp01' },
  { sign: 'claim-end', logger: claims, level: 'INFO', text: 'Claim successful' },
  { sign: 'claim-end', logger: claims, level: 'INFO', text: 'Failed to claim: %s', values: { 0: 'reason' },
    sample: 'Failed to claim: Claim pci failed.' },
];

const eventRows: readonly SignSpec[] = [
  { sign: 'event-expected', logger: manager, level: 'DEBUG', values: { event: 'event' },
    text: 'Preparing to wait for external event %(event)s',
    sample: 'Preparing to wait for external event network-vif-plugged-2fee26da-9b54-46bc-af80-0c2daee06f6e' },
  { sign: 'event-sent', logger: events, level: 'INFO', values: { name: 'name', tag: 'tag', instance_uuid: 'instance' },
    text: 'Creating event %(name)s:%(tag)s for instance %(instance_uuid)s',
    sample: 'Creating event network-vif-plugged:e3871ffd-5cd5-4287-bddd-3529f7b59515 for instance '
      + 'b9000564-fe1a-409b-b8cc-1e88b294cd1d' },
  { sign: 'event-sent', logger: events, level: 'INFO', values: { name: 'name', tag: 'tag', instance_uuid: 'instance' },
    text: 'Creating event %(name)s:%(tag)s for instance %(instance_uuid)s on %(host)s',
    sample: 'Creating event network-vif-plugged:e3871ffd-5cd5-4287-bddd-3529f7b59515 for instance '
      + 'b9000564-fe1a-409b-b8cc-1e88b294cd1d on cmp01' },
  { sign: 'event-came', logger: manager, level: 'DEBUG', values: { event: 'event' }, text: 'Received event %(event)s',
    sample: 'Received event network-vif-plugged-2fee26da-9b54-46bc-af80-0c2daee06f6e' },
  { sign: 'event-taken', logger: manager, level: 'DEBUG', values: { event: 'event' }, text: 'Processing event %(event)s',
    sample: 'Processing event network-vif-plugged-2fee26da-9b54-46bc-af80-0c2daee06f6e' },
  { sign: 'event-unclaimed', logger: manager, level: 'DEBUG', values: { event: 'event' },
    text: 'No waiting events found dispatching %(event)s',
    sample: 'No waiting events found dispatching network-vif-plugged-2fee26da-9b54-46bc-af80-0c2daee06f6e' },
  { sign: 'event-unclaimed', logger: manager, level: 'WARNING', values: { event: 'event' },
    text: 'Received unexpected event %(event)s for instance with vm_state %(vm_state)s and task_state %(task_state)s.',
    sample: 'Received unexpected event network-vif-plugged-2fee26da-9b54-46bc-af80-0c2daee06f6e for instance with '
      + 'vm_state active and task_state None.' },
  { sign: 'event-unclaimed', logger: manager, level: 'WARNING', values: { event: 'event' },
    text: 'Received unexpected event %(event)s for instance',
    sample: 'Received unexpected event network-vif-plugged-2fee26da-9b54-46bc-af80-0c2daee06f6e for instance' },
  { sign: 'event-timeout', logger: [...libvirt, ...manager], level: 'WARNING', values: { events: 'events' },
    text: 'Timeout waiting for %(events)s for instance with vm_state %(vm_state)s and task_state %(task_state)s. '
      + 'Event states are: %(event_states)s',
    sample: 'Timeout waiting for [\'network-vif-plugged-e3871ffd-5cd5-4287-bddd-3529f7b59515\'] for instance with '
      + 'vm_state building and task_state spawning. Event states are: network-vif-plugged-e3871ffd: timed out after '
      + '300.00 seconds' },
  { sign: 'event-timeout', logger: libvirt, level: 'WARNING', values: { events: 'events' },
    text: 'Timeout waiting for %(events)s for instance with vm_state %(vm_state)s and task_state %(task_state)s.',
    sample: 'Timeout waiting for [(\'network-vif-plugged\', \'e3871ffd-5cd5-4287-bddd-3529f7b59515\')] for instance '
      + 'with vm_state building and task_state spawning.' },
  { sign: 'event-done', logger: manager, level: 'DEBUG', values: { 0: 'seconds', 1: 'events' },
    text: 'Instance event wait completed in %i seconds for %s',
    sample: 'Instance event wait completed in 2 seconds for network-vif-plugged' },
];

const otherRows: readonly SignSpec[] = [
  { sign: 'trait', logger: ['nova.virt.hardware'], level: 'DEBUG', values: { flavor: 'flavor', image_meta: 'image' },
    text: 'Getting desirable topologies for flavor %(flavor)s and image_meta %(image_meta)s, allow threads: %(threads)s',
    sample: 'Getting desirable topologies for flavor Flavor(flavorid=\'1\',name=\'m1.tiny\') and image_meta '
      + 'ImageMeta(id=416b44be-7ff1-47f6-83a8-41695be1dda6), allow threads: True' },
  { sign: 'trait', logger: ['nova.virt.hardware'], level: 'DEBUG', unlisted: true,
    values: { flavor: 'flavor', image_meta: 'image' },
    text: 'Getting desirable topologies for flavor %(flavor)s and image_meta %(image_meta)s',
    sample: 'Getting desirable topologies for flavor Flavor(flavorid=\'1\',name=\'m1.tiny\') and image_meta {}' },
  { sign: 'trait', logger: manager, level: 'DEBUG', values: { 0: 'networks' }, text: 'Instance network_info: |%s|',
    sample: 'Instance network_info: |[{"id": "2fee26da-9b54-46bc-af80-0c2daee06f6e"}]|' },
  { sign: 'dropped', logger: ['root'], level: 'ERROR', unlisted: true, values: { 0: 'burst', 1: 'interval' },
    text: 'Logging rate limit: drop after %s records/%s sec',
    sample: 'Logging rate limit: drop after 100 records/1 sec' },
  { sign: 'dropped', logger: ['systemd-journald', 'systemd-journal', 'journal'], level: 'INFO', unlisted: true,
    values: { 0: 'count', 1: 'unit' }, text: 'Suppressed %d messages from %s',
    sample: 'Suppressed 1204 messages from devstack@n-cpu.service' },
  { sign: 'dropped', logger: ['rsyslogd', 'rsyslog'], level: 'WARNING', unlisted: true, values: { 0: 'count' },
    text: 'imjournal: %d messages lost due to rate-limiting',
    sample: 'imjournal: 1204 messages lost due to rate-limiting' },
];

/** All rows; a sign names its row by the index in this table. */
export const signs: readonly SignSpec[] = [
  ...serviceRows, ...amqpRows, ...databaseRows, ...computeRows, ...resourceRows, ...eventRows, ...otherRows,
];
