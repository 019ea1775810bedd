// Explanations: the message bus, calls between services, the databases, Keystone and the catalogue.

import { docs } from '../links';
import type { ExceptionNotes } from './note';

export const messaging = {
  MessagingTimeout: {
    summary: 'A service asked another one over the message bus and got no answer in time.',
    effect: 'What waited for the answer fails: while scheduling the instance goes to ERROR, a periodic task '
      + 'is skipped. The other service may still have done the work, so that states and resources can '
      + 'disagree.',
    causes: [
      { text: 'The service that should answer is down or too busy.',
        evidence: 'It logs nothing at that time, or works through old requests.' },
      { text: 'RabbitMQ lost the reply queue: a node restarted, the network was split, or the policy of the '
          + 'queues does not fit.',
        evidence: '"missing queue", "reset by peer", "Connection lost" from oslo.messaging, on several '
          + 'hosts.' },
      { text: 'The work takes longer than `rpc_response_timeout`.',
        evidence: 'The other side finishes later without an error.' },
      { text: 'The database behind the conductor is slow.',
        evidence: 'Timeouts of nova-conductor, everywhere at once.' },
    ],
    checks: [
      { text: 'Services that are up', command: 'openstack compute service list' },
      { text: 'Nodes and alarms of RabbitMQ', command: 'rabbitmqctl cluster_status' },
      { text: 'Queues that fill up', command: 'rabbitmqctl list_queues name messages consumers' },
      { text: 'What oslo.messaging says',
        command: 'grep -nE "oslo.messaging|amqp" /var/log/nova/nova-compute.log' },
    ],
    changes: [
      { text: 'Bring service, RabbitMQ or database back; add conductor or scheduler workers where they are '
          + 'busy.' },
      { text: 'Raise `rpc_response_timeout` or `long_rpc_timeout` on the service that waits.',
        risk: 'Services that are really dead are noticed later, and threads wait longer.' },
    ],
    options: [
      'DEFAULT.rpc_response_timeout', 'DEFAULT.long_rpc_timeout', 'conductor.workers', 'scheduler.workers',
      'oslo_messaging_rabbit.heartbeat_timeout_threshold', 'oslo_messaging_rabbit.rpc_conn_pool_size',
    ],
    links: [docs.services],
    sample: 'oslo_messaging.exceptions.MessagingTimeout: Timed out waiting for a reply to message ID '
      + '9d2a6f9f2d3c4b0e8b1d5d0b7d1c2f3a',
  },
  MessageDeliveryFailure: {
    summary: 'A message could not be handed to the message bus.',
    effect: 'The request was not sent: the operation fails or is tried again.',
    causes: [
      { text: 'RabbitMQ is down, blocks publishers for lack of memory or disk, or refuses the credentials.',
        evidence: 'The text after "Unable to connect to AMQP server".' },
      { text: 'The exchange or queue is gone after a restart.',
        evidence: '"Missing exchange" or "Missing queue".' },
    ],
    checks: [
      { text: 'Alarms of RabbitMQ', command: 'rabbitmqctl status' },
      { text: 'Whether this host reaches it', command: 'nc -vz <rabbit-host> 5672' },
    ],
    changes: [{ text: 'Bring RabbitMQ back, free its disk, or correct `transport_url`.' }],
    options: [
      'DEFAULT.transport_url', 'oslo_messaging_rabbit.ssl', 'oslo_messaging_rabbit.rabbit_retry_interval',
    ],
    sample: 'oslo_messaging.exceptions.MessageDeliveryFailure: Unable to connect to AMQP server on '
      + 'controller:5672 after inf tries: Server unexpectedly closed connection',
  },
  RemoteError: {
    summary: 'Another service failed while it worked on a call; its exception is told in the text.',
    effect: 'The operation that made the call fails. What the other service had done until then stays.',
    causes: [
      { text: 'The exception named after "Remote error:" in the other service.',
        evidence: 'Class, text and traceback in the message.' },
      { text: 'The two services are of different releases.',
        evidence: 'A version or an unknown argument in the text.' },
    ],
    checks: [
      { text: 'The log of the other service, by the request id of this line' },
      { text: 'Versions of the services', command: 'openstack compute service list --long' },
    ],
    changes: [{ text: 'Cure the exception that the text names.' }],
    options: ['upgrade_levels.compute'],
    sample: 'oslo_messaging.rpc.client.RemoteError: Remote error: DBConnectionError '
      + "(pymysql.err.OperationalError) (2003, \"Can't connect to MySQL server\")",
  },
  UnsupportedVersion: {
    summary: 'The other service does not know the version of the call.',
    effect: 'The operation fails; nothing was done on the other side.',
    causes: [
      { text: 'Services of different releases without a pin for the upgrade.' },
      { text: 'A service was upgraded and not restarted, or kept an old pin.' },
    ],
    checks: [
      { text: 'Versions of the services', command: 'openstack compute service list --long' },
      { text: 'Pins', command: 'grep -n -A4 "^\\[upgrade_levels\\]" /etc/nova/nova.conf' },
    ],
    changes: [
      { text: 'Set `compute` in [upgrade_levels] to auto while upgrading, and restart the services when all '
          + 'are done.' },
    ],
    options: ['upgrade_levels.compute'],
    links: [docs.upgrades],
    sample: 'oslo_messaging.rpc.dispatcher.UnsupportedVersion: Endpoint does not support RPC version 6.1. '
      + 'Attempted method: build_and_run_instance',
  },
  'amqp.ConnectionForced': {
    summary: 'RabbitMQ closed the connection.',
    effect: 'The service connects again by itself; calls that were under way may time out.',
    causes: [{ text: 'RabbitMQ was stopped or restarted, or an administrator closed connections.' }],
    checks: [{ text: 'Nodes of RabbitMQ', command: 'rabbitmqctl cluster_status' }],
    changes: [{ text: 'None for a planned restart.' }],
    options: ['oslo_messaging_rabbit.kombu_reconnect_delay'],
    sample: 'amqp.exceptions.ConnectionForced: (0, 0): (320) CONNECTION_FORCED - broker forced connection '
      + "closure with reason 'shutdown'",
  },
  'amqp.AccessRefused': {
    summary: 'RabbitMQ refused the credentials of the service.',
    effect: 'The service does not work at all until it can log in.',
    causes: [
      { text: 'User, password or virtual host in `transport_url` is wrong, or the user was not made on a '
          + 'new RabbitMQ.' },
    ],
    checks: [
      { text: 'Users', command: 'rabbitmqctl list_users' },
      { text: 'Rights', command: 'rabbitmqctl list_permissions -p <vhost>' },
    ],
    changes: [{ text: 'Correct `transport_url` or the user, and restart the service.' }],
    options: ['DEFAULT.transport_url'],
    sample: 'amqp.exceptions.AccessRefused: (0, 0): (403) ACCESS_REFUSED - Login was refused using '
      + 'authentication mechanism AMQPLAIN.',
  },
  'amqp.NotFound': {
    summary: 'A queue or exchange that the service uses is gone from RabbitMQ.',
    effect: 'The service makes it anew or fails the call; replies that should have come there are lost and '
      + 'their callers time out.',
    causes: [
      { text: 'The node that held the queue is down and the queue is not replicated.' },
      { text: 'The queue expired while nobody listened.' },
    ],
    checks: [{ text: 'Queues', command: 'rabbitmqctl list_queues name type state node' }],
    changes: [
      { text: 'Use quorum queues on all services alike.',
        risk: 'Existing queues must be deleted for it, with all services stopped.' },
    ],
    options: [
      'oslo_messaging_rabbit.rabbit_quorum_queue', 'oslo_messaging_rabbit.rabbit_transient_queues_ttl',
      'oslo_messaging_rabbit.amqp_durable_queues',
    ],
    sample: "amqp.exceptions.NotFound: Queue.declare: (404) NOT_FOUND - home node 'rabbit@controller1' of "
      + "durable queue 'compute' in vhost '/' is down or inaccessible",
  },

  'amqp.RecoverableConnectionError': {
    summary: 'The connection to RabbitMQ was already closed when the service wanted to use it.',
    effect: 'The service connects again by itself; calls that were under way may time out.',
    causes: [
      { text: 'RabbitMQ or the proxy in front of it closed the connection: restart, missed heartbeats, idle '
          + 'timeout.',
        evidence: 'The lines of oslo.messaging above it.' },
      { text: 'The host was so busy that heartbeats were not sent in time.',
        evidence: 'It comes with gaps in all logs of the host.' },
    ],
    checks: [
      { text: 'Nodes of RabbitMQ', command: 'rabbitmqctl cluster_status' },
      { text: 'Connections', command: 'rabbitmqctl list_connections peer_host state timeout' },
    ],
    changes: [{ text: 'None for single ones; keep the idle timeout of the proxy above the heartbeat.' }],
    options: [
      'oslo_messaging_rabbit.heartbeat_timeout_threshold', 'oslo_messaging_rabbit.kombu_reconnect_delay',
    ],
    sample: 'amqp.exceptions.RecoverableConnectionError: connection already closed',
  },

  // ---- Keystone and the catalogue -------------------------------------------------------------------------
  ConnectFailure: {
    summary: 'A service of OpenStack could not be reached at its address.',
    effect: 'What needed it fails: in the API the request, on the compute host the build or the report of '
      + 'resources.',
    causes: [
      { text: 'The service or the proxy in front of it is down.',
        evidence: '"Connection refused" in the text.' },
      { text: 'The address in the catalogue is not reachable from this host, for example the public one.',
        evidence: '"timed out" or "No route to host"; other hosts are well.' },
      { text: 'The name cannot be resolved.', evidence: '"Name or service not known".' },
    ],
    checks: [
      { text: 'Endpoints', command: 'openstack endpoint list' },
      { text: 'Whether this host reaches the address in the text',
        command: 'curl -sS -o /dev/null -w "%{http_code}" <url>' },
    ],
    changes: [
      { text: 'Bring the service back, or choose a reachable interface with `valid_interfaces` in the '
          + 'section of that service.' },
    ],
    options: [
      'neutron.valid_interfaces', 'placement.valid_interfaces', 'glance.valid_interfaces',
      'cinder.catalog_info', 'placement.connect_retries',
    ],
    sample: 'keystoneauth1.exceptions.connection.ConnectFailure: Unable to establish connection to '
      + 'http://controller:8778/resource_providers',
  },
  ConnectTimeout: {
    summary: 'A service of OpenStack did not answer in time.',
    effect: 'What needed it fails: in the API the request, on the compute host the build or the report of '
      + 'resources.',
    causes: [
      { text: 'The service is overloaded, or its database is slow.' },
      { text: 'Packets are dropped on the way: firewall, wrong MTU, wrong address in the catalogue.',
        evidence: 'Only from this host, and always.' },
    ],
    checks: [
      { text: 'How long it takes from this host', command: 'curl -sS -o /dev/null -w "%{time_total}" <url>' },
    ],
    changes: [
      { text: 'Cure the service or the way to it; raise `timeout` in the section of that service only if it '
          + 'is slow by nature.',
        risk: 'Workers then wait longer for services that are down.' },
    ],
    options: ['neutron.timeout', 'cinder.timeout', 'glance.timeout', 'placement.timeout'],
    sample: 'keystoneauth1.exceptions.connection.ConnectTimeout: Request to '
      + 'http://controller:9696/v2.0/ports timed out',
  },
  'keystoneauth1.EndpointNotFound': {
    summary: 'The catalogue of Keystone has no endpoint that fits what nova.conf asks for.',
    effect: 'Nova cannot use that service at all: in the API requests fail, on the compute host builds fail '
      + 'or resources are not reported.',
    causes: [
      { text: 'Region, interface or service type in the section of nova.conf does not match the catalogue.',
        evidence: 'The text names interface, type and region.' },
      { text: 'The endpoint was never made, or is disabled.' },
    ],
    checks: [
      { text: 'Endpoints', command: 'openstack endpoint list' },
      { text: 'The catalogue as the service user sees it', command: 'openstack catalog list' },
    ],
    changes: [
      { text: 'Correct `region_name` and `valid_interfaces` in that section, or make the endpoint.' },
    ],
    options: [
      'neutron.region_name', 'neutron.valid_interfaces', 'placement.region_name',
      'placement.valid_interfaces', 'glance.region_name', 'cinder.os_region_name', 'cinder.catalog_info',
    ],
    sample: 'keystoneauth1.exceptions.catalog.EndpointNotFound: internal endpoint for placement service in '
      + 'RegionOne region not found',
  },
  'keystoneauth1.Unauthorized': {
    summary: 'Keystone refused the credentials, or a service refused the token.',
    effect: 'Nova cannot use that service: builds fail, resources are not reported, or volumes and ports '
      + 'are left when an instance is deleted.',
    causes: [
      { text: 'User, password, project or domain in a section of nova.conf is wrong.',
        evidence: 'It comes with every request, from the start of the service.' },
      { text: 'The token of the user ran out during a long operation.',
        evidence: 'Only at the end of long operations: snapshots, migrations, large images.' },
      { text: 'Fernet keys or clocks differ between the Keystone hosts.', evidence: 'It comes and goes.' },
    ],
    checks: [
      { text: 'Roles of the service user',
        command: 'openstack role assignment list --user nova --project service --names' },
      { text: 'Clocks', command: 'timedatectl status' },
      { text: 'What Keystone says', command: 'journalctl -u apache2 -u httpd --grep "Authorization failed"' },
    ],
    changes: [
      { text: 'Correct the section; for long operations configure [service_user] on all Nova hosts.' },
    ],
    options: [
      'placement.auth_url', 'placement.username', 'neutron.auth_url', 'neutron.username',
      'cinder.auth_type', 'service_user.send_service_user_token',
    ],
    links: [docs.serviceUserToken],
    sample: 'keystoneauth1.exceptions.http.Unauthorized: The request you have made requires authentication. '
      + '(HTTP 401) (Request-ID: req-5f7f5a0b-96d1-4c1f-8f4e-1a0a1d1c2b3e)',
  },
  'keystoneauth1.Forbidden': {
    summary: 'A service refused the request as not allowed (HTTP 403).',
    effect: 'What needed it fails; nothing was changed in that service.',
    causes: [
      { text: 'The service user lacks a role, or the policy of the service changed with an upgrade.' },
    ],
    checks: [
      { text: 'Roles of the service user',
        command: 'openstack role assignment list --user nova --project service --names' },
    ],
    changes: [{ text: 'Give the user the roles `admin` and `service` in the service project.' }],
    options: ['placement.username', 'neutron.username', 'service_user.username'],
    sample: 'keystoneauth1.exceptions.http.Forbidden: Access was denied to this resource. (HTTP 403)',
  },
  'keystoneauth1.ServiceUnavailable': {
    summary: 'A service, or the proxy in front of it, said that it cannot answer now (HTTP 503).',
    effect: 'What needed it fails; it works again when the service is back.',
    causes: [
      { text: 'All backends of the proxy are down, or the service lost its database or message bus.' },
    ],
    checks: [
      { text: 'Which service it is, by the address',
        command: 'curl -sS -o /dev/null -w "%{http_code}" <url>' },
    ],
    changes: [{ text: 'Bring the service back.' }],
    options: [
      'placement.connect_retries', 'neutron.http_retries', 'cinder.http_retries', 'glance.num_retries',
    ],
    sample: 'keystoneauth1.exceptions.http.ServiceUnavailable: Service Unavailable (HTTP 503)',
  },
  'keystoneauth1.InternalServerError': {
    summary: 'A service failed while it worked on the request (HTTP 500).',
    effect: 'What needed it fails; the service may have done part of the work.',
    causes: [{ text: 'An exception in that service.', evidence: 'Its log, by the request id in the text.' }],
    checks: [{ text: 'The log of that service, by the request id in the text' }],
    changes: [{ text: 'Cure the exception there.' }],
    options: [],
    sample: 'keystoneauth1.exceptions.http.InternalServerError: Internal Server Error (HTTP 500)',
  },
  GatewayTimeout: {
    summary: 'The proxy in front of a service got no answer from it in time (HTTP 504).',
    effect: 'What needed it fails, though the service may still finish the work.',
    causes: [{ text: 'The service is overloaded, or the timeout of the proxy is shorter than its work.' }],
    checks: [{ text: 'How long it takes', command: 'curl -sS -o /dev/null -w "%{time_total}" <url>' }],
    changes: [{ text: 'Cure the service, or raise the timeout of the proxy.' }],
    options: [],
    sample: 'keystoneauth1.exceptions.http.GatewayTimeout: Gateway Timeout (HTTP 504)',
  },
  DiscoveryFailure: {
    summary: 'Keystone could not be asked for its versions.',
    effect: 'No token can be got with that section of nova.conf: what needs it fails.',
    causes: [
      { text: '`auth_url` in the section is wrong or not reachable from this host.' },
      { text: 'TLS: the CA is not trusted on this host.' },
    ],
    checks: [{ text: 'Whether Keystone answers', command: 'curl -sS <auth-url>' }],
    changes: [{ text: 'Correct `auth_url`, or name the CA in `cafile`.' }],
    options: [
      'placement.auth_url', 'neutron.auth_url', 'placement.cafile', 'neutron.cafile',
      'service_user.auth_url',
    ],
    sample: 'keystoneauth1.exceptions.discovery.DiscoveryFailure: Could not find versioned identity '
      + 'endpoints when attempting to authenticate. Please check that your auth_url is correct.',
  },
  MissingAuthPlugin: {
    summary: 'A section of nova.conf has no credentials, so that Nova cannot log in to that service.',
    effect: 'Nova cannot use that service. For Placement the host does not report its resources.',
    causes: [{ text: '`auth_type` is missing in the section, or the section is missing altogether.' }],
    checks: [
      { text: 'Which sections have credentials', command: 'grep -n "^\\[\\|auth_type" /etc/nova/nova.conf' },
    ],
    changes: [{ text: 'Complete the section and restart the service.' }],
    options: ['placement.auth_type', 'neutron.auth_type', 'cinder.auth_type', 'service_user.auth_type'],
    sample: 'keystoneauth1.exceptions.auth_plugins.MissingAuthPlugin: An auth plugin is required to '
      + 'determine endpoint URL',
  },
  SSLError: {
    summary: 'The TLS connection to a service could not be made.',
    effect: 'What needed the service fails.',
    causes: [
      { text: 'The CA is not trusted on this host.',
        evidence: '"certificate verify failed: unable to get local issuer certificate".' },
      { text: 'The certificate has run out, or is for another name.',
        evidence: '"certificate has expired" or "hostname mismatch".' },
    ],
    checks: [{ text: 'The certificate', command: 'openssl s_client -connect <host>:<port> -brief' }],
    changes: [
      { text: 'Renew the certificate, or name the CA in `cafile` of that section.' },
      { text: 'Do not set `insecure`.', risk: 'Anybody on the way could then read tokens.' },
    ],
    options: ['neutron.cafile', 'cinder.cafile', 'glance.cafile', 'placement.cafile'],
    sample: 'keystoneauth1.exceptions.connection.SSLError: SSL exception connecting to '
      + 'https://controller:9696/v2.0/ports: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed',
  },
  'glanceclient.CommunicationError': {
    summary: 'The Glance client could not reach the server.',
    effect: 'Nova tries again `num_retries` times, then it becomes GlanceConnectionFailed.',
    causes: [{ text: 'glance-api is down or not reachable from this host.' }],
    checks: [{ text: 'Endpoint', command: 'openstack endpoint list --service image' }],
    changes: [{ text: 'Bring Glance back.' }],
    options: ['glance.num_retries', 'glance.api_servers'],
    sample: 'glanceclient.exc.CommunicationError: Error finding address for '
      + 'http://controller:9292/v2/images: timed out',
  },

  // ---- databases ------------------------------------------------------------------------------------------
  DBConnectionError: {
    summary: 'The database could not be reached, or closed the connection.',
    effect: 'What needed it fails. On a compute host it arrives as a remote error from nova-conductor: '
      + 'reports are late and the host may be taken for down.',
    causes: [
      { text: 'The database or its proxy is down, restarting or switching over.',
        evidence: '2003 or 2013 in the text, on several hosts.' },
      { text: 'Too many connections.', evidence: '1040 in the text.' },
      { text: 'An idle connection was cut by the proxy or by the database.',
        evidence: '2006 "MySQL server has gone away" after a quiet time; a retry works.' },
    ],
    checks: [
      { text: 'Whether the address answers from this host', command: 'nc -vz <database-host> 3306' },
      { text: 'Databases of the cells', command: 'nova-manage cell_v2 list_cells' },
    ],
    changes: [
      { text: 'Bring the database back; set `connection_recycle_time` below the idle timeout of the proxy.' },
      { text: 'Lower workers and pools, or raise the limit of the database, when connections run out.' },
    ],
    options: [
      'database.connection_recycle_time', 'database.max_pool_size', 'database.max_overflow',
      'database.max_retries', 'database.connection', 'api_database.connection',
    ],
    sample: 'oslo_db.exception.DBConnectionError: (pymysql.err.OperationalError) (2003, "Can\'t connect to '
      + 'MySQL server on \'controller\' ([Errno 111] ECONNREFUSED)")',
  },
  'pymysql.OperationalError': {
    summary: 'The database driver could not reach the database, or lost it.',
    effect: 'It becomes DBConnectionError or DBDeadlock, and what needed the database fails or is tried '
      + 'again.',
    causes: [
      { text: 'The database or its proxy is down, restarting or switching over.',
        evidence: '2003 or 2013 in the text.' },
      { text: 'User or password is wrong.', evidence: '1045 in the text.' },
      { text: 'Too many connections.', evidence: '1040 in the text.' },
    ],
    checks: [{ text: 'Whether the address answers from this host', command: 'nc -vz <database-host> 3306' }],
    changes: [{ text: 'Bring the database back, or correct `connection`.' }],
    options: [
      'database.connection', 'api_database.connection', 'database.connection_recycle_time',
      'database.max_pool_size',
    ],
    sample: 'pymysql.err.OperationalError: (2003, "Can\'t connect to MySQL server on \'controller\' (timed '
      + 'out)")',
  },
  DBDeadlock: {
    summary: 'The database refused a transaction, because another one changed the same rows.',
    effect: 'Nova mostly repeats it by itself; when retries run out, the operation fails.',
    causes: [
      { text: 'Writes go to several nodes of a Galera cluster at once.' },
      { text: 'Many changes to the same rows, such as quotas or allocations.' },
    ],
    checks: [
      { text: 'Whether it is single or steady',
        command: 'grep -n "DBDeadlock" /var/log/nova/nova-conductor.log' },
    ],
    changes: [{ text: 'Send all writes of Nova to one node of the cluster.' }],
    options: ['database.max_retries', 'database.mysql_wsrep_sync_wait'],
    sample: "oslo_db.exception.DBDeadlock: (pymysql.err.OperationalError) (1213, 'Deadlock found when "
      + "trying to get lock; try restarting transaction')",
  },
  'oslo_db.DBError': {
    summary: 'The database refused a statement.',
    effect: 'The operation fails at that point.',
    causes: [
      { text: 'The schema is older than the code: a migration was not run.',
        evidence: 'Unknown column or table in the text.' },
      { text: 'A value does not fit.', evidence: '"Data too long" or "Incorrect string value".' },
    ],
    checks: [
      { text: 'Version of the schemas', command: 'nova-manage db version' },
      { text: 'Version of the API schema', command: 'nova-manage api_db version' },
    ],
    changes: [{ text: 'Run the migrations of this release.', risk: 'Take a backup first.' }],
    options: ['database.connection', 'api_database.connection'],
    links: [docs.upgrades],
    sample: 'oslo_db.exception.DBError: (pymysql.err.InternalError) (1054, "Unknown column '
      + "'instances.hidden' in 'field list'\")",
  },
  DBDuplicateEntry: {
    summary: 'A record that should be made exists already.',
    effect: 'Mostly caught by Nova; otherwise the operation fails.',
    causes: [
      { text: 'Two requests made the same record at once, or a message was delivered twice.' },
      { text: 'The host has a second record under the same name.', evidence: 'compute_nodes in the text.' },
    ],
    checks: [{ text: 'Services and nodes', command: 'openstack compute service list' }],
    changes: [{ text: 'Find out which of the two records is stale.' }],
    options: ['DEFAULT.host'],
    sample: 'oslo_db.exception.DBDuplicateEntry: (pymysql.err.IntegrityError) (1062, "Duplicate entry '
      + "'cmp7-cmp7-0' for key 'uniq_compute_nodes0host0hypervisor_hostname0deleted'\")",
  },
  CantStartEngineError: {
    summary: 'No database is configured for this service.',
    effect: 'What needed the database fails: on a compute host or in a cell conductor a call up to the API '
      + 'database is not possible.',
    causes: [
      { text: '[api_database] connection is missing where something needs it: the late server group check, '
          + 'or a reschedule within a cell.',
        evidence: 'The stack names instance_group or build_request.' },
      { text: '[database] connection is missing in nova-conductor.' },
    ],
    checks: [{ text: 'Connections of this host', command: 'grep -n "^connection" /etc/nova/nova.conf' }],
    changes: [
      { text: 'Set the connection where the service needs it, or turn the call off by '
          + '`disable_group_policy_check_upcall`.',
        risk: 'Compute hosts should not hold the credentials of a database.' },
    ],
    options: [
      'api_database.connection', 'database.connection', 'workarounds.disable_group_policy_check_upcall',
    ],
    links: [docs.cells],
    sample: 'oslo_db.exception.CantStartEngineError: No sql_connection parameter is established',
  },
} satisfies ExceptionNotes;
