// What services say of themselves: start, reports, messaging, database, Keystone, metadata, helpers.
// Each row: a statement of the source, what it means, and whether it needs care.

import type { StatementNote } from './note';

export const processStatements: readonly StatementNote[] = [
  { text: 'Unhandled error',
    meaning: 'Something stopped the whole program: the exception behind or below was caught by nobody, '
      + 'and the service ends. What restarts services starts it again.' },
  { text: 'Timed out waiting for nova-conductor.  Is it running? Or did this service start before '
      + 'nova-conductor?  Reattempting establishment of nova-conductor connection...',
    meaning: 'The service cannot reach nova-conductor and does not go on starting until it can. The '
      + 'conductor of this cell is down, or RabbitMQ does not carry messages between them (wrong '
      + 'transport_url, queues).',
    options: ['DEFAULT.transport_url'] },
  { text: 'nova-conductor connection established successfully',
    meaning: 'nova-conductor answers now; the start goes on.',
    benign: 'The wait is over.' },
  { text: 'Lost connection to nova-conductor for reporting service status.',
    meaning: 'The service could not report that it lives, because nova-conductor did not answer. After '
      + 'service_down_time it counts as down and gets no instances.',
    options: ['DEFAULT.service_down_time', 'DEFAULT.report_interval'] },
  { text: 'Unexpected error while reporting service status',
    meaning: 'The service could not report that it lives; the exception below is the cause, mostly '
      + 'RabbitMQ, the database or the conductor. After service_down_time it counts as down.',
    options: ['DEFAULT.service_down_time'] },
  { text: 'Recovered from being unable to report status.',
    meaning: 'The service can report again that it lives.',
    benign: 'The trouble before it is over.' },
  { text: 'The services table record for the %s service on host %s is gone. You either need to stop '
      + 'this service if it should be deleted or restart it to recreate the record in the database.',
    meaning: 'The service was deleted in the API while it runs; nothing it reports is stored.' },
  { text: 'Report interval must be less than service down time. Current config: <service_down_time: '
      + '%(service_down_time)s, report_interval: %(report_interval)s>. Setting service_down_time to: '
      + '%(new_service_down_time)s',
    meaning: 'A service would count as down between two reports; Nova uses a longer service_down_time.',
    options: ['DEFAULT.report_interval', 'DEFAULT.service_down_time'] },
  { text: 'Service error occurred during cleanup_host',
    meaning: 'Cleaning up while the service stopped failed; the exception below says why.' },
  { text: 'Service killed that has no database entry',
    meaning: 'The service ends without a record in the database.' },
  { text: 'Updating service version for %(binary)s on %(host)s from %(old)i to %(new)i',
    meaning: 'The service was upgraded and says so in the database.',
    benign: 'This belongs to an upgrade.' },
  { text: [
      'This service is configured for access to the API database but is not allowed to directly access '
        + 'the database. You should run this service without the [api_database]/connection config '
        + 'option. The service version check will only query the local cell.',
      'This service is configured for access to the API database but is not allowed to directly access '
        + 'the database. You should run this service without the [api_database]/connection config '
        + 'option.',
    ],
    meaning: 'nova-compute has the address of the API database in its nova.conf, which it must not use; '
      + 'remove it there.',
    options: ['api_database.connection'] },
  { text: 'Starting %(topic)s node (version %(version)s)',
    meaning: 'A service starts; the line gives Nova\'s version.',
    benign: 'This is the first line of every start.' },
  { text: [
      'Caught %s, stopping children',
      'Caught %s, handling',
      'Child caught %s, handling',
    ],
    meaning: 'The service was asked to stop (SIGTERM) or to read its configuration again (SIGHUP).',
    benign: 'Somebody or the service manager asked for it.' },
  { text: [
      'Child %(pid)s exited with status %(code)d',
      'Child %(pid)d killed by signal %(sig)d',
    ],
    meaning: 'A worker process ended. While the service stops this is right; otherwise it is started '
      + 'anew, and the reason stands above.' },
  { text: 'Forking too fast, sleeping',
    meaning: 'Worker processes end as soon as they start; look for the error that stops them.' },
  { text: 'Graceful shutdown timeout exceeded, instantaneous exiting',
    meaning: 'The service was asked to stop and its work did not end in time; operations under way are '
      + 'cut off.',
    options: ['DEFAULT.graceful_shutdown_timeout'] },
  { text: 'Could not bind to %(host)s:%(port)s',
    meaning: 'The address or port is taken by another process, or is not on this host; the API does not '
      + 'start.' },
  { text: 'Running %s using eventlet is deprecated. Deploy with a WSGI server such as uwsgi or mod_wsgi.',
    meaning: 'The API runs on its built-in web server, which goes away; it works.',
    benign: 'It works in this release.' },
  { text: 'Function %(func_name)r run outlasted interval by %(delay).2f sec',
    meaning: 'A periodic function took longer than its interval, so the next run is late. With '
      + '_report_state it means that the database, RabbitMQ or the host is slow; if it grows, the '
      + 'service counts as down.' },
  { text: '%(kind)s %(func_name)r failed',
    meaning: 'A function that runs again and again failed with the exception named; a loop that polls '
      + 'for a result ends with it.' },
  { text: 'Error during %(full_task_name)s',
    meaning: 'A periodic task failed with the exception below; it runs again at its next time.' },
  { text: [
      'Exception during message handling',
      'Exception during message handling.',
    ],
    meaning: 'An operation that another service asked for failed with the exception below, which goes '
      + 'back to who asked.' },
  { text: [
      'Can not send reply for message',
      'Can not acknowledge message. Skip processing',
    ],
    meaning: 'RabbitMQ could not be reached at the moment a message was answered or taken; who asked '
      + 'will run into a timeout.' },
  { text: [
      '[%(connection_id)s] AMQP server on %(hostname)s:%(port)s is unreachable: %(err_str)s. Trying '
        + 'again in %(sleep_time)d seconds.',
      '[%(connection_id)s] AMQP server on %(hostname)s:%(port)s is unreachable: %(err_str)s. Trying '
        + 'again in %(sleep_time)d seconds. Client port: %(client_port)s',
      'Unable to connect to AMQP server on %(hostname)s:%(port)s after %(retry)s tries: %(err_str)s',
      'Connection failed: %s (retrying in %s seconds)',
    ],
    meaning: 'RabbitMQ cannot be reached at that address. ECONNREFUSED: it does not run; EHOSTUNREACH '
      + 'or a timeout: network or firewall; `connection reset` soon after another one: heartbeats were '
      + 'missed.',
    options: ['DEFAULT.transport_url', 'oslo_messaging_rabbit.heartbeat_timeout_threshold'] },
  { text: '[%(connection_id)s] Reconnected to AMQP server on %(hostname)s:%(port)s via [%(transport)s] '
      + 'client with port %(client_port)s.',
    meaning: 'The connection to RabbitMQ is back.',
    benign: 'The trouble before it is over.' },
  { text: 'A recoverable connection/channel error occurred, trying to reconnect: %s',
    meaning: 'The connection to RabbitMQ broke and is made anew; mostly a heartbeat was missed or the '
      + 'server restarted.',
    benign: 'It is made anew by itself; when it comes often, look at RabbitMQ and at how busy the '
      + 'service is.' },
  { text: [
      'Unexpected error during heartbeat thread processing, retrying...',
      'Unexpected error during heartbeart thread processing, retrying...',
    ],
    meaning: 'Keeping the connection to RabbitMQ alive failed for a reason that the library does not '
      + 'know; it goes on.' },
  { text: '[%(connection_id)s] AMQP server %(hostname)s:%(port)s closed the connection. Check login '
      + 'credentials: %(err_str)s',
    meaning: 'RabbitMQ refused the user, the password or the virtual host of transport_url.',
    options: ['DEFAULT.transport_url'] },
  { text: 'The broker has blocked the connection: %s',
    meaning: 'RabbitMQ accepts no messages, because it is out of memory or disk; nothing works until '
      + 'that is cured.' },
  { text: [
      'Failed to publish message to topic \'%(topic)s\': %(err_str)s',
      'Failed to consume message from queue: %s',
      'Failed to declare consumer for topic \'%(topic)s\': %(err_str)s',
    ],
    meaning: 'The connection to RabbitMQ broke while a message was sent or awaited; it is made anew, '
      + 'and the message is sent again where possible.' },
  { text: [
      '%(reply_queue)s doesn\'t exist, drop reply to %(msg_id)s',
      '%(reply_queue)s doesn\'t exists, drop reply to %(msg_id)s',
      'The reply %(msg_id)s failed to send after %(duration)d seconds due to a missing queue '
        + '(%(reply_q)s). Abandoning...',
      'The reply %(msg_id)s cannot be sent  %(reply_q)s reply queue don\'t exist after %(duration)s sec '
        + 'abandoning...',
    ],
    meaning: 'The answer cannot be delivered: who asked has been restarted, or RabbitMQ lost the queue. '
      + 'Where it is the latter, restart the service that waits.' },
  { text: 'No calling threads waiting for msg_id : %s',
    meaning: 'An answer came after who asked had stopped waiting: the operation took longer than '
      + 'rpc_response_timeout.',
    options: ['DEFAULT.rpc_response_timeout'] },
  { text: 'Number of call queues is %(queues_length)s, greater than warning threshold: '
      + '%(old_threshold)s. There could be a leak. Increasing threshold to: %(threshold)s',
    meaning: 'Very many requests wait for an answer at once; whoever should answer is slow or gone.' },
  { text: 'Connection pool limit exceeded: current size %s surpasses max configured rpc_conn_pool_size '
      + '%s',
    meaning: 'More connections to RabbitMQ are in use than the pool was made for; it works.',
    benign: 'A busy service; the pool grows.',
    options: ['oslo_messaging_rabbit.rpc_conn_pool_size'] },
  { text: 'Process forked after connection established! This can result in unpredictable behavior. See: '
      + 'https://docs.openstack.org/oslo.messaging/latest/reference/transport.html',
    meaning: 'A worker process took over a connection of its parent; answers may get lost. Restart the '
      + 'service when it shows such trouble.' },
  { text: [
      'Failed to process incoming message, retrying..',
      'Failed to process incoming message, retrying...',
    ],
    meaning: 'A message could not be read; the next one is taken.' },
  { text: [
      'Could not send notification to %(topic)s. Payload=%(message)s',
      'Problem \'%(e)s\' attempting to send to notification system. Payload=%(payload)s',
    ],
    meaning: 'A notification for ceilometer and the like is lost; the operation itself is not affected.' },
  { text: [
      '%(event_type)s is not a versioned notification and not whitelisted. See '
        + './doc/source/reference/notifications.rst',
      '%(event_type)s is not a versioned notification and not whitelisted. See '
        + './doc/source/notification.rst',
    ],
    meaning: 'A notification of the old form was sent from code that should not.',
    benign: 'It is a notice to developers.' },
  { text: 'SQL connection failed. %s attempts left.',
    meaning: 'The database does not answer at the address in [database]; the service tries until no '
      + 'attempt is left, and then ends.',
    options: ['database.max_retries', 'database.connection'] },
  { text: 'No DB access allowed in %(service_name)s: %(stacktrace)s',
    meaning: 'nova-compute tried to use the database itself, which only other services may; it is a '
      + 'bug, or an object was handed over that should not have been.' },
  { text: 'IntegrityError detected when archiving table %(tablename)s: %(error)s',
    meaning: 'A row cannot be archived before those that refer to it; it is left for a later run.' },
  { text: [
      'Deprecated: Option "%(dep_option)s" from group "%(dep_group)s" is deprecated. Use option '
        + '"%(option)s" from group "%(group)s".',
      'Option "%(dep_option)s" from group "%(dep_group)s" is deprecated. Use option "%(option)s" from '
        + 'group "%(group)s".',
    ],
    meaning: 'nova.conf uses an old name of an option; it still works.',
    benign: 'The value is used under its new name.' },
  { text: [
      'Deprecated: Option "%(option)s" from group "%(group)s" is deprecated for removal%(reason)s.  Its '
        + 'value may be silently ignored in the future.',
      'Option "%(option)s" from group "%(group)s" is deprecated for removal%(reason)s.  Its value may '
        + 'be silently ignored in the future.',
    ],
    meaning: 'nova.conf sets an option that a later release will not have; it still works.',
    benign: 'The value is used in this release.' },
  { text: 'Failed to contact the endpoint at %s for discovery. Fallback to using that endpoint as the '
      + 'base url.',
    meaning: 'The service at that address did not say which versions of its API it has; Nova uses the '
      + 'address as it is. If requests then fail, the address in the catalogue is wrong or the service '
      + 'is down.' },
  { text: 'Failed to discover available identity versions when contacting %s. Attempting to parse '
      + 'version from URL.',
    meaning: 'Keystone did not answer at that address; the version is guessed, and the next request '
      + 'will mostly fail as well. Check auth_url and Keystone itself.' },
  { text: [
      'Failure: %(e)s. Retrying in %(delay).1fs. %(retries)s retries left',
      'Failure: %(e)s. Retrying in %(delay).1fs.',
    ],
    meaning: 'A request to another OpenStack service failed to connect, and is sent again.' },
  { text: [
      'Retriable status code %(code)s. Retrying in %(delay).1fs. %(retries)s retries left',
      'Retriable status code %(code)s. Retrying in %(delay).1fs.',
    ],
    meaning: 'Another OpenStack service answered that it cannot serve the request now, and is asked '
      + 'again.' },
  { text: 'Authorization failed for token',
    meaning: 'A user\'s token is expired, revoked or not known to Keystone; the request gets 401, and '
      + 'the client asks for a new token.',
    benign: 'It is daily business unless all requests fail: then compare clocks, Keystone\'s keys and '
      + '[keystone_authtoken].' },
  { text: 'Identity response: %s',
    meaning: 'What Keystone answered to the question about a token.' },
  { text: 'Unable to validate token: %s',
    meaning: 'Keystone could not be asked about a token; all requests to this API fail with 503 until '
      + 'it can.' },
  { text: 'Bad response code while validating token: %s %s',
    meaning: 'Keystone answered the question about a token with an error; its own log has the reason.' },
  { text: 'AuthToken middleware is set with keystone_authtoken.service_token_roles_required set to '
      + 'False. This allows any valid token to be used as a service token, which can bypass access rule '
      + 'checks and weaken security. It is strongly recommended to set this to True.',
    meaning: 'Any token would be taken as that of a service.',
    benign: 'It is a notice about security, not a failure.' },
  { text: 'Received method %s during closing channel %s. This method will be ignored',
    meaning: 'RabbitMQ sent something while the connection was being closed.',
    benign: 'The connection was being closed anyway.' },
  { text: [
      'Keystone identity service version 3.0 was not found. This might be because your endpoint points '
        + 'to the v2.0 versioned endpoint which is not supported. Please fix this.',
      'Keystone identity service version 3.0 was not found. This might be caused by Nova '
        + 'misconfiguration or Keystone problems.',
    ],
    meaning: 'Nova could not ask Keystone whether a project exists; check the endpoint of Keystone in '
      + 'the catalogue.' },
  { text: [
      'Unexpected exception in API method',
      'Exception handling resource: %s',
      'Caught error: %s',
    ],
    meaning: 'The API failed on a request and answered 500; the exception with it is the cause.' },
  { text: 'Cache enabled with backend dogpile.cache.null.',
    meaning: 'Caching is switched on but no store is configured for it.',
    benign: 'It works without a cache.' },
  { text: 'X-Instance-ID present in request headers. The \'service_metadata_proxy\' option must be '
      + 'enabled to process this header.',
    meaning: 'A request for metadata came through Neutron\'s proxy, but this service does not expect '
      + 'one; instances get no metadata.',
    options: ['neutron.service_metadata_proxy'] },
  { text: [
      'X-Instance-ID-Signature: %(signature)s does not match the expected value: %(expected_signature)s '
        + 'for id: %(requestor_id)s. Request From: %(requestor_address)s',
      'X-Instance-ID-Signature: %(signature)s does not match the expected signature for id: '
        + '%(requestor_id)s. Request From: %(requestor_address)s',
    ],
    meaning: 'The secret that Nova and Neutron\'s metadata agent share is not the same on both sides; '
      + 'instances get no metadata.',
    options: ['neutron.metadata_proxy_shared_secret'] },
  { text: 'metadata_proxy_shared_secret is not configured, the metadata information returned by the '
      + 'proxy cannot be trusted',
    meaning: 'Nova and Neutron\'s metadata agent share no secret; an instance could ask for another '
      + 'one\'s metadata.',
    options: ['neutron.metadata_proxy_shared_secret'] },
  { text: [
      'Failed to get metadata for instance id: %s',
      'Failed to get metadata for IP %s',
      'Failed to get metadata for IP %s: no metadata',
    ],
    meaning: 'An instance asked for its metadata and got none; the exception below is the cause, or no '
      + 'instance has that address.' },
  { text: 'Failed to get instance id for metadata request, provider %(provider)s networks %(networks)s '
      + 'requester %(requester)s. Error: %(error)s',
    meaning: 'Which instance asked for metadata could not be found out; no single port has that address '
      + 'on that network.' },
  { text: [
      'Privsep daemon failed to start',
      'privsep helper command exited non-zero (%s)',
    ],
    meaning: 'The helper that runs commands as root did not start; sudo or rootwrap refuse it, or its '
      + 'files are missing. Nothing that needs root works on this host.' },
  { text: 'Error while sending initial PING to privsep: %s',
    meaning: 'The helper that runs commands as root ended right after its start.' },
  { text: [
      'Spawned new privsep daemon via rootwrap',
      'Running privsep helper: %s',
      'privsep daemon starting',
      'privsep daemon running as pid %s',
      'privsep process running with uid/gid: %(uid)s/%(gid)s',
      'privsep process running with capabilities (eff/prm/inh): %(eff)s/%(prm)s/%(inh)s',
    ],
    meaning: 'The helper that runs commands as root starts when it is first needed.',
    benign: 'This happens once for each kind of work.' },
  { text: 'Failed to remove file %(file)s',
    meaning: 'A lock file could not be removed.',
    benign: 'It is empty and does no harm.' },
  { text: 'serial_console.port_range should be in the format <start>:<stop> and start < stop, Given '
      + 'value %(port_range)s is invalid. Taking the default port range %(default)s.',
    meaning: 'The range of ports for serial consoles cannot be read; the default is used.',
    options: ['serial_console.port_range'] },
  { text: 'Exception dispatching event %(event)s: %(ex)s',
    meaning: 'An event of the hypervisor could not be handled, mostly because its instance is just '
      + 'being deleted.' },
  { text: 'Exception during notification sending: %s. Attempting to proceed with normal operation.',
    meaning: 'A notification is lost; the operation itself goes on.' },
  { text: [
      '%(client_ip)s "%(request_line)s" status: %(status_code)s len: %(body_length)s time: '
        + '%(wall_seconds).7f',
      '%(REMOTE_ADDR)s "%(REQUEST_METHOD)s %(REQUEST_URI)s" status: %(status)s len: %(len)s '
        + 'microversion: %(microversion)s time: %(time).6f',
    ],
    meaning: 'One request to the API: who asked, for what, with which answer, and how long it took.',
    benign: 'It is the record of requests.' },
  { text: 'Global data already initialized, not re-initializing.',
    meaning: 'A worker of the API under a web server started again what was started already.',
    benign: 'It happens once for each worker.' },
  { text: 'Original exception being dropped: %s',
    meaning: 'While Nova handled one exception another one came, and takes its place; the first one, shown '
      + 'here as a list of lines, is mostly the real cause.' },
];
