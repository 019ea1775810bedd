// Our words on log statements in Simplified Chinese: those of statementNotes/processes.ts, by their first
// template.

import type { StatementSentences } from '../../notesInLanguage';

export const processes: Readonly<Record<string, StatementSentences>> = {
  'Unhandled error': ['整个程序因故停止：其后或其下的异常没有被任何人捕获，服务结束。负责重启服务的程序会再次启动它。'],
  ['Timed out waiting for nova-conductor.  Is it running? Or did this service start before '
    + 'nova-conductor?  Reattempting establishment of nova-conductor connection...']: [
    '服务无法访问 nova-conductor，在能访问之前不会继续启动。此 cell 的 conductor 已停止，或 RabbitMQ '
      + '没有在两者之间传送消息（transport_url 或队列有误）。',
  ],
  'nova-conductor connection established successfully': ['nova-conductor 现在应答了；启动继续进行。', '等待已结束。'],
  'Lost connection to nova-conductor for reporting service status.': [
    '服务无法上报自己存活，因为 nova-conductor 没有应答。超过 service_down_time 之后它算作已停止，得不到实例。',
  ],
  'Unexpected error while reporting service status': [
    '服务无法上报自己存活；下面的异常就是原因，多半是 RabbitMQ、数据库或 conductor。超过 service_down_time 之后它算作已停止。',
  ],
  'Recovered from being unable to report status.': ['服务又能上报自己存活了。', '在它之前的问题已经过去。'],
  ['The services table record for the %s service on host %s is gone. You either need to stop this '
    + 'service if it should be deleted or restart it to recreate the record in the database.']: [
    '服务在运行期间在 API 中被删除；它上报的任何内容都不会保存。',
  ],
  ['Report interval must be less than service down time. Current config: <service_down_time: '
    + '%(service_down_time)s, report_interval: %(report_interval)s>. Setting service_down_time '
    + 'to: %(new_service_down_time)s']: [
    '服务在两次上报之间就会算作已停止；Nova 采用更大的 service_down_time。',
  ],
  'Service error occurred during cleanup_host': ['服务停止时的清理失败；下面的异常说明了原因。'],
  'Service killed that has no database entry': ['服务在数据库中没有记录的情况下结束。'],
  'Updating service version for %(binary)s on %(host)s from %(old)i to %(new)i': [
    '服务已升级，并在数据库中写明。',
    '这属于升级。',
  ],
  ['This service is configured for access to the API database but is not allowed to directly '
    + 'access the database. You should run this service without the [api_database]/connection '
    + 'config option. The service version check will only query the local cell.']: [
    'nova-compute 的 nova.conf 中有 API 数据库的地址，而它不得使用；请在那里删除。',
  ],
  'Starting %(topic)s node (version %(version)s)': ['某个服务启动；该行给出了 Nova 的版本。', '这是每次启动的第一行。'],
  'Caught %s, stopping children': ['请求服务停止（SIGTERM），或重新读取其配置（SIGHUP）。', '是某人或服务管理器请求的。'],
  'Child %(pid)s exited with status %(code)d': ['某个工作进程结束。服务停止期间这是正常的；否则会重新启动它，原因在上方。'],
  'Forking too fast, sleeping': ['工作进程一启动就结束；请查找使它们停止的错误。'],
  'Graceful shutdown timeout exceeded, instantaneous exiting': ['请求服务停止，而它的工作没有及时结束；正在进行的操作被切断。'],
  'Could not bind to %(host)s:%(port)s': ['该地址或端口被另一个进程占用，或不在此主机上；API 无法启动。'],
  'Running %s using eventlet is deprecated. Deploy with a WSGI server such as uwsgi or mod_wsgi.': [
    'API 运行在其内置的 web 服务器上，该方式将被移除；目前可以工作。',
    '在此版本中可以使用。',
  ],
  'Function %(func_name)r run outlasted interval by %(delay).2f sec': [
    '某个周期函数的耗时超过其间隔，因此下一次运行推迟。如果是 _report_state，说明数据库、RabbitMQ 或主机缓慢；如果继续增大，服务会算作已停止。',
  ],
  '%(kind)s %(func_name)r failed': ['某个反复运行的函数以所给的异常失败；轮询结果的循环会随之结束。'],
  'Error during %(full_task_name)s': ['某个周期任务以下面的异常失败；到下次时间会再次运行。'],
  'Exception during message handling': ['另一个服务请求的操作以下面的异常失败，该异常会返回给请求方。'],
  'Can not send reply for message': ['在应答或取走某条消息的那一刻无法访问 RabbitMQ；请求方会超时。'],
  ['[%(connection_id)s] AMQP server on %(hostname)s:%(port)s is unreachable: %(err_str)s. Trying '
    + 'again in %(sleep_time)d seconds.']: [
    '无法在该地址访问 RabbitMQ。ECONNREFUSED：它没有运行；EHOSTUNREACH 或超时：网络或防火墙；紧接着又出现 `connection reset`：错过了 '
      + 'heartbeat。',
  ],
  ['[%(connection_id)s] Reconnected to AMQP server on %(hostname)s:%(port)s via [%(transport)s] '
    + 'client with port %(client_port)s.']: [
    '与 RabbitMQ 的连接已恢复。',
    '在它之前的问题已经过去。',
  ],
  'A recoverable connection/channel error occurred, trying to reconnect: %s': [
    '与 RabbitMQ 的连接中断，正在重新建立；多半是错过了 heartbeat 或服务器重启。',
    '它会自行重新建立；如果经常出现，请查看 RabbitMQ 以及该服务有多繁忙。',
  ],
  'Unexpected error during heartbeat thread processing, retrying...': [
    '保持与 RabbitMQ 的连接时，因该库不认识的原因失败；它会继续。',
  ],
  ['[%(connection_id)s] AMQP server %(hostname)s:%(port)s closed the connection. Check login '
    + 'credentials: %(err_str)s']: [
    'RabbitMQ 拒绝了 transport_url 的用户、密码或 virtual host。',
  ],
  'The broker has blocked the connection: %s': ['RabbitMQ 不接受消息，因为内存或磁盘不足；在消除之前一切都不能工作。'],
  'Failed to publish message to topic \'%(topic)s\': %(err_str)s': [
    '在发送或等待消息时，与 RabbitMQ 的连接中断；会重新建立，并在可能时再次发送该消息。',
  ],
  '%(reply_queue)s doesn\'t exist, drop reply to %(msg_id)s': [
    '无法投递应答：请求方已重启，或 RabbitMQ 丢失了队列。如果是后者，请重启等待的服务。',
  ],
  'No calling threads waiting for msg_id : %s': ['应答在请求方停止等待之后才到来：操作耗时超过 rpc_response_timeout。'],
  ['Number of call queues is %(queues_length)s, greater than warning threshold: %(old_threshold)s. '
    + 'There could be a leak. Increasing threshold to: %(threshold)s']: [
    '同时有非常多的请求在等待应答；应当应答的一方缓慢或已不存在。',
  ],
  'Connection pool limit exceeded: current size %s surpasses max configured rpc_conn_pool_size %s': [
    '正在使用的 RabbitMQ 连接多于连接池的设定；它可以工作。',
    '服务繁忙；连接池会增大。',
  ],
  ['Process forked after connection established! This can result in unpredictable behavior. See: '
    + 'https://docs.openstack.org/oslo.messaging/latest/reference/transport.html']: [
    '某个工作进程接管了其父进程的连接；应答可能丢失。如果服务出现这类问题，请重启它。',
  ],
  'Failed to process incoming message, retrying..': ['某条消息无法读取；继续取下一条。'],
  'Could not send notification to %(topic)s. Payload=%(message)s': ['发给 ceilometer 等的通知丢失；操作本身不受影响。'],
  ['%(event_type)s is not a versioned notification and not whitelisted. See '
    + './doc/source/reference/notifications.rst']: [
    '某处不该这样做的代码发送了旧形式的通知。',
    '这是给开发者的提示。',
  ],
  'SQL connection failed. %s attempts left.': ['数据库在 [database] 中的地址没有应答；服务会一直尝试到次数用尽，然后结束。'],
  'No DB access allowed in %(service_name)s: %(stacktrace)s': [
    'nova-compute 试图自己使用数据库，而只有其他服务可以；这是一个缺陷，或传递了不该传递的对象。',
  ],
  'IntegrityError detected when archiving table %(tablename)s: %(error)s': ['某一行要在引用它的行之后才能归档；留待以后运行。'],
  ['Deprecated: Option "%(dep_option)s" from group "%(dep_group)s" is deprecated. Use option '
    + '"%(option)s" from group "%(group)s".']: [
    'nova.conf 使用了某个配置项的旧名称；它仍然有效。',
    '该值以新名称使用。',
  ],
  ['Deprecated: Option "%(option)s" from group "%(group)s" is deprecated for removal%(reason)s.  '
    + 'Its value may be silently ignored in the future.']: [
    'nova.conf 设置了以后的版本不再有的配置项；它仍然有效。',
    '该值在此版本中使用。',
  ],
  ['Failed to contact the endpoint at %s for discovery. Fallback to using that endpoint as the '
    + 'base url.']: [
    '该地址上的服务没有说明它有哪些 API 版本；Nova 按原样使用该地址。如果随后请求失败，则目录中的地址有误或服务已停止。',
  ],
  ['Failed to discover available identity versions when contacting %s. Attempting to parse version '
    + 'from URL.']: [
    'eystone 在该地址没有应答；版本是猜测的，下一个请求多半也会失败。请检查 auth_url 和 Keystone 本身。',
  ],
  'Failure: %(e)s. Retrying in %(delay).1fs. %(retries)s retries left': [
    '对另一个 OpenStack 服务的请求无法连接，会再次发送。',
  ],
  'Retriable status code %(code)s. Retrying in %(delay).1fs. %(retries)s retries left': [
    '另一个 OpenStack 服务应答说现在无法处理请求，会再次询问。',
  ],
  'Authorization failed for token': [
    '用户的 token 已过期、被撤销或 Keystone 不认识；请求得到 401，客户端会请求新的 token。',
    '除非所有请求都失败，否则这是日常情况；若都失败，请比较时钟、Keystone 的密钥和 [keystone_authtoken]。',
  ],
  'Identity response: %s': ['eystone 对某个 token 的查询给出的应答。'],
  'Unable to validate token: %s': ['无法向 Keystone 查询某个 token；在能查询之前，对此 API 的所有请求都以 503 失败。'],
  'Bad response code while validating token: %s %s': ['eystone 对某个 token 的查询返回了错误；原因在它自己的日志中。'],
  ['AuthToken middleware is set with keystone_authtoken.service_token_roles_required set to False. '
    + 'This allows any valid token to be used as a service token, which can bypass access rule '
    + 'checks and weaken security. It is strongly recommended to set this to True.']: [
    '任何 token 都会被当作服务的 token。',
    '这是安全方面的提示，不是故障。',
  ],
  'Received method %s during closing channel %s. This method will be ignored': [
    '在关闭连接时 RabbitMQ 发送了内容。',
    '连接本来就在关闭。',
  ],
  ['Keystone identity service version 3.0 was not found. This might be because your endpoint '
    + 'points to the v2.0 versioned endpoint which is not supported. Please fix this.']: [
    'Nova 无法向 Keystone 查询某个项目是否存在；请检查目录中 Keystone 的 endpoint。',
  ],
  'Unexpected exception in API method': ['API 处理某个请求时失败，并应答 500；所附的异常就是原因。'],
  'Cache enabled with backend dogpile.cache.null.': ['启用了缓存，但没有为它配置存储。', '没有缓存也能工作。'],
  ['X-Instance-ID present in request headers. The \'service_metadata_proxy\' option must be '
    + 'enabled to process this header.']: [
    'metadata 请求经由 Neutron 的代理到来，而此服务没有预期代理；实例得不到 metadata。',
  ],
  ['X-Instance-ID-Signature: %(signature)s does not match the expected value: '
    + '%(expected_signature)s for id: %(requestor_id)s. Request From: %(requestor_address)s']: [
    'Nova 与 Neutron metadata agent 共享的密钥在两边不同；实例得不到 metadata。',
  ],
  ['metadata_proxy_shared_secret is not configured, the metadata information returned by the proxy '
    + 'cannot be trusted']: [
    'Nova 与 Neutron metadata agent 没有共享密钥；实例可能请求另一个实例的 metadata。',
  ],
  'Failed to get metadata for instance id: %s': ['某个实例请求其 metadata 而没有得到；下面的异常就是原因，或没有实例拥有该地址。'],
  ['Failed to get instance id for metadata request, provider %(provider)s networks %(networks)s '
    + 'requester %(requester)s. Error: %(error)s']: [
    '无法查明是哪个实例请求了 metadata；该网络上没有唯一的端口拥有该地址。',
  ],
  'Privsep daemon failed to start': [
    '以 root 执行命令的辅助进程没有启动；sudo 或 rootwrap 拒绝了它，或缺少其文件。此主机上凡是需要 root 的都不能工作。',
  ],
  'Error while sending initial PING to privsep: %s': ['以 root 执行命令的辅助进程在启动之后立即结束。'],
  'Spawned new privsep daemon via rootwrap': ['以 root 执行命令的辅助进程在首次需要时启动。', '每类工作出现一次。'],
  'Failed to remove file %(file)s': ['某个锁文件无法移除。', '它是空的，没有害处。'],
  ['serial_console.port_range should be in the format <start>:<stop> and start < stop, Given value '
    + '%(port_range)s is invalid. Taking the default port range %(default)s.']: [
    '串口控制台的端口范围无法读取；使用默认值。',
  ],
  'Exception dispatching event %(event)s: %(ex)s': ['hypervisor 的某个事件无法处理，多半是因为其实例正在被删除。'],
  'Exception during notification sending: %s. Attempting to proceed with normal operation.': [
    '某条通知丢失；操作本身继续进行。',
  ],
  ['%(client_ip)s "%(request_line)s" status: %(status_code)s len: %(body_length)s time: '
    + '%(wall_seconds).7f']: [
    '对 API 的一个请求：谁请求、请求什么、得到什么应答、耗时多久。',
    '这是请求的记录。',
  ],
  'Global data already initialized, not re-initializing.': [
    'web 服务器下的某个 API 工作进程再次启动了已经启动的内容。',
    '每个工作进程出现一次。',
  ],
  'Original exception being dropped: %s': ['Nova 在处理一个异常时又出现另一个，并取而代之；这里以行列表形式显示的第一个多半才是真正的原因。'],
};
