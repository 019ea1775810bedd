// Our words on exceptions in Simplified Chinese: the classes of exceptions/clients.ts.

import type { NoteWords } from '../../notesInLanguage';

const imageQuota: NoteWords = {
  summary: 'Glance 没有接收该镜像：达到了配额或限制，或其存储已满（HTTP 413）。',
  effect: '快照失败，未完成的镜像被删除；实例继续运行。已上传的内容丢失。',
  causes: [
    ['Glance 的存储已满。', 'Glance 日志中有“Image storage media is full”。'],
    ['该项目的镜像配额已用尽，或镜像大于 Glance 所允许的。',
     'Glance 日志中有“Image exceeds the storage quota”或“The incoming image is too large”。'],
    ['镜像的属性多于 Glance 所允许的。', 'Glance 给出了该限制。'],
  ],
  checks: ['该项目的镜像及其大小', 'Glance 的记录'],
  changes: ['删除无人需要的镜像、增加存储，或在 Glance 中调大配额。'],
};

const addressTaken: NoteWords = {
  summary: '请求中给出的固定地址在其网络上已被占用。',
  effect: 'Nova 把它变成 FixedIpAlreadyInUse：创建实例或挂接网卡失败。',
  causes: ['另一个端口占用了该地址，可能是先前的创建遗留的。', '路由器、DHCP agent 或负载均衡器占用了它。'],
  checks: ['谁占用了它'],
  changes: [['改用另一个地址，或删除遗留的端口。', '删除正在使用的端口会使其所有者断网。']],
};

export const clients: Readonly<Record<string, NoteWords>> = {
  ImageBadRequest: {
    summary: 'Glance 以请求有误为由拒绝了对镜像的请求（HTTP 400）。',
    effect: '在 API 中请求以 400 被拒绝。救援请求则变成 UnsupportedRescueImage。',
    causes: [
      '请求中的镜像 id 不是 UUID，或含有不该有的字符。',
      ['该镜像已在复制或导入。', '它来自 image_import_copy；此时 Nova 会等待复制完成。'],
      ['Glance 不接受某个属性或格式。', '文本中的应答。'],
    ],
    checks: ['该镜像', 'Glance 的记录'],
    changes: ['更正应答中所指出的内容。'],
  },
  ImageQuotaExceeded: imageQuota,
  'glanceclient.HTTPOverLimit': imageQuota,
  'glanceclient.HTTPNotFound': {
    summary: 'Glance 不认识该镜像，或不向此项目显示它（HTTP 404）。',
    effect: 'Nova 把它变成 ImageNotFound。创建实例失败；镜像在其间被删除的快照会悄然结束。',
    causes: ['该镜像已被删除，往往是在上传其快照的过程中。', '该镜像是另一个项目私有的，或已不再与此项目共享。'],
    checks: ['以管理员身份查看它是否存在'],
    changes: ['给出存在的镜像，或把它共享给该项目。'],
  },
  'glanceclient.HTTPForbidden': {
    summary: 'Glance 以不允许为由拒绝了请求（HTTP 403）。',
    effect: '对于镜像，Nova 把它变成 ImageNotAuthorized，其他情况变成 Forbidden；需要它的操作失败。',
    causes: [['Glance 的策略不允许该角色这样做：公开镜像、删除受保护的镜像、设置受保护的属性或 location。', 'Glance 在文本中给出了它。']],
    checks: ['该镜像'],
    changes: ['修改 Glance 的策略，或以镜像所有者的身份发出请求。'],
  },
  'glanceclient.HTTPUnauthorized': {
    summary: 'Glance 不接受该 token（HTTP 401）。',
    effect: 'Nova 把它变成 ImageNotAuthorized：创建实例失败；快照失败，未完成的镜像可能遗留。',
    causes: [
      ['在制作或上传快照期间，用户的 token 已过期。', '只出现在耗时很长的操作末尾。'],
      ['Glance 无法访问 Keystone，或它自己的凭据有误。', '每个请求都出现。'],
    ],
    checks: ['Glance 的记录', '是否发送 service token'],
    changes: ['在所有 Nova 主机上配置 [service_user] 并设置 `send_service_user_token`：此后过期的 token 会在更长时间内被接受。'],
  },
  'glanceclient.HTTPConflict': {
    summary: 'Glance 因镜像的状态拒绝了请求（HTTP 409）。',
    effect: '需要它的操作失败：上传结束，正在使用的镜像没有被删除。',
    causes: [
      ['该镜像正在使用：Ceph 中有卷或另一个镜像是它的克隆。', '它来自删除操作。'],
      ['向已不处于 `queued` 的镜像上传数据，或重复上传。', '它来自上传操作。'],
    ],
    checks: ['镜像的状态'],
    changes: ['先删除依赖于该镜像的对象。'],
  },
  'glanceclient.HTTPServiceUnavailable': {
    summary: 'Glance 或其前面的代理表示现在无法应答（HTTP 503）。',
    effect: 'Nova 会重试 `num_retries` 次，然后它变成 GlanceConnectionFailed。',
    causes: ['代理后面的 glance-api 停止、正在重启或过载。', ['Glance 失去了存储或数据库。', 'Glance 的日志。']],
    checks: ['它是否应答', 'Glance 的记录'],
    changes: ['恢复 Glance；调大 `num_retries` 以度过重启。'],
  },
  'glanceclient.HTTPInternalServerError': {
    summary: 'Glance 在处理请求时失败（HTTP 500）。',
    effect: 'Nova 不会重试：创建会转到另一台主机；快照失败，其镜像被删除。',
    causes: [
      ['Glance 无法读写其存储：Ceph、Swift 或某个挂载。', 'Glance 当时的日志。'],
      ['Glance 的数据库出错。', 'Glance 当时的日志。'],
    ],
    checks: ['Glance 的记录'],
    changes: ['消除 Glance 所指出的原因，再次请求。'],
  },
  Forbidden: {
    summary: 'Neutron、Cinder、Glance 或 Nova 自己以不允许为由拒绝了请求；文本来自拒绝者。',
    effect: '在 API 中，大多数请求以 403 被拒绝。在计算主机上，需要它的步骤失败。',
    causes: [
      ['用户或 Nova 的服务用户缺少该服务的策略所要求的角色。', '文本中给出了该规则。'],
      ['对于正在使用的卷，Cinder 只接受 Nova 自己带 service token 的卸载。', '它出现在卸载、删除或迁移时。'],
    ],
    checks: ['服务用户的角色', '是否发送 service token'],
    changes: ['给该用户相应的角色，或修改拒绝请求的服务的策略。'],
  },
  Unauthorized: {
    summary: '请求的 token 不被 Neutron 接受，或者根本没有 token。',
    effect: '需要 Neutron 的操作失败；客户端取得新的 token 后可以再次请求。',
    causes: ['在耗时很长的操作中，用户的 token 已过期。', ['不是用户发起的工作没有 token。', '该行中没有用户；属于周期性任务。']],
    checks: ['Neutron 的记录', '时钟'],
    changes: ['为耗时很长的操作，在所有 Nova 主机上配置 [service_user] 并设置 `send_service_user_token`。'],
  },
  NoUniqueMatch: {
    summary: '请求中给出的名称对应该项目的多个安全组。',
    effect: '请求以 409 被拒绝；没有创建任何东西。',
    causes: ['该项目有多个同名的安全组。'],
    checks: ['该项目的安全组'],
    changes: ['用安全组的 id 代替名称。'],
  },
  'neutronclient.Unauthorized': {
    summary: 'Neutron 不接受该 token（HTTP 401）。',
    effect: '使用 [neutron] 的凭据时，它变成 NeutronAdminCredentialConfigurationInvalid；使用用户的 token 时，变成 Unauthorized；创建失败。',
    causes: [
      ['[neutron] 中的用户、密码或项目有误。', '每个请求都出现。'],
      '在耗时很长的操作中，用户的 token 已过期。',
      ['Neutron 无法访问 Keystone，或它自己的凭据有误。', 'Neutron 的日志。'],
    ],
    checks: ['服务用户的角色', 'Neutron 的记录'],
    changes: ['更正 [neutron]；对于耗时很长的操作，配置 [service_user]。'],
  },
  'neutronclient.Forbidden': {
    summary: 'Neutron 的策略不允许该请求（HTTP 403）。',
    effect: 'Nova 把它变成 Forbidden；端口没有被创建、修改或绑定，需要它的操作失败。',
    causes: [
      ['[neutron] 的服务用户缺少角色 `admin` 或 `service`。', '文本中的规则涉及 binding 或 device_owner。'],
      '用户请求了只有管理员才可以指定的内容：地址、MAC，或另一个项目的网络。',
    ],
    checks: ['服务用户的角色'],
    changes: ['给 [neutron] 的用户相应的角色，或修改 Neutron 的策略。'],
  },
  'neutronclient.PortNotFoundClient': {
    summary: 'Neutron 不认识该端口。',
    effect: '在查找端口时，Nova 把它变成 PortNotFound。在删除端口时只是记录下来。',
    causes: [
      ['实例仍带有该端口时，它已在 Neutron 中被删除。', 'Neutron 日志中有对该端口的删除。'],
      '该端口属于另一个项目。',
    ],
    checks: ['以管理员身份查看它是否存在', '实例的端口'],
    changes: ['卸载遗留的网卡，或挂接新的端口。'],
  },
  'neutronclient.NetworkNotFoundClient': {
    summary: 'Neutron 不认识该网络，或不向此项目显示它。',
    effect: '需要该网络的操作失败：创建实例，或挂接网卡。',
    causes: ['在 API 的检查与创建之间，该网络被删除。', '该网络已不再与此项目共享。'],
    checks: ['该项目能否看到它'],
    changes: ['给出该项目能看到的网络。'],
  },
  'neutronclient.Conflict': {
    summary: 'Neutron 因已有的状况拒绝了请求（HTTP 409）。',
    effect: '需要它的操作失败。对于迁移时的绑定，Nova 把它变成 PortBindingFailed。',
    causes: [
      ['先前失败的迁移遗留了目标主机上的端口绑定。', '“Binding for port ... on host ... already exists.”'],
      ['端口或网络正在使用，或同时被另一个请求修改。', 'Neutron 在文本中说明了这一点。'],
    ],
    checks: ['端口的绑定', 'Neutron 的记录'],
    changes: [['删除虚拟机没有迁往的那台主机上遗留的绑定。', '虚拟机正在运行的主机上的绑定必须保留。']],
  },
  'neutronclient.IpAddressAlreadyAllocatedClient': addressTaken,
  'neutronclient.IpAddressInUseClient': addressTaken,
  'neutronclient.MacAddressInUseClient': {
    summary: 'Nova 要赋给端口的 MAC 地址在其网络上已被占用。',
    effect: 'Nova 把它变成 PortInUse：创建或挂接失败。',
    causes: ['另一个端口占用了直通的物理功能（PF）的地址，往往是先前的实例遗留的。', '有人手工创建了带有裸机节点 MAC 的端口。'],
    checks: ['谁占用了它'],
    changes: [['删除遗留的端口。', '删除正在使用的端口会使其所有者断网。']],
  },
  'neutronclient.ServiceUnavailable': {
    summary: 'Neutron 或其前面的代理表示现在无法应答（HTTP 503）。',
    effect: '需要它的操作失败：创建中止或转到另一台主机；删除实例时可能遗留端口。',
    causes: ['代理后面的 neutron-server 停止、正在重启或过载。', ['Neutron 失去了数据库或其后端。', 'Neutron 的日志。']],
    checks: ['endpoint', 'Neutron 的记录'],
    changes: ['恢复 Neutron，再次请求。'],
  },
  'neutronclient.InternalServerError': {
    summary: 'Neutron 在处理请求时失败（HTTP 500）。',
    effect: '需要它的操作失败；Neutron 已创建的端口可能遗留。',
    causes: [['Neutron 中出现异常：其数据库、消息总线或网络后端。', '用文本中的请求 id 在 Neutron 的日志中查找。']],
    checks: ['Neutron 的记录：在其日志中搜索请求 id', '实例的端口'],
    changes: ['消除 Neutron 所指出的原因，再次请求。'],
  },
  MissingRequiredOptions: {
    summary: 'nova.conf 的某一节给出了登录方式，但缺少它所需要的配置项。',
    effect: 'Nova 完全无法使用该服务：若是 Placement，主机不上报资源；若是 Neutron，创建失败。',
    causes: [
      ['文本中给出的配置项（多为 `auth_url`）在该节中缺失，或拼写有误。', '调用栈显示访问的是哪个服务：neutron、cinder、report 或 cyborg。'],
      '该服务所读取的文件中没有这一节。',
    ],
    checks: ['各节及其内容'],
    changes: ['补全该节并重启服务。'],
  },
  'keystoneauth1.NoMatchingPlugin': {
    summary: 'nova.conf 的某一节给出的登录方式在此主机上不存在。',
    effect: 'Nova 无法使用该服务，或无法启动。',
    causes: [['`auth_type` 拼写有误。', '文本中给出了它；通常应为 `password`。'], '提供该登录方式的软件包没有安装。'],
    checks: ['各节的设置'],
    changes: ['更正 `auth_type` 并重启服务。'],
  },
  EmptyCatalog: {
    summary: 'Nova 所使用的 token 中没有服务目录。',
    effect: 'Nova 用它找不到任何服务：需要服务的操作失败。',
    causes: [
      ['nova.conf 的该节没有给出项目，因此 token 没有作用域。', '对该服务的每个请求都出现。'],
      ['用户的服务目录没有随请求传递。', '只出现在不是用户发起的工作中。'],
    ],
    checks: ['各节的项目', '服务用户看到的服务目录'],
    changes: ['在该节中设置项目及其域，并重启服务。'],
  },
  'keystoneauth1.NotFound': {
    summary: '服务不认识所请求的地址（HTTP 404）。',
    effect: '需要它的操作失败，除非 Nova 对此有预期：已不存在的 allocation 或 provider。',
    causes: [
      ['服务目录中 endpoint 的路径有误，或该端口上应答的是另一个服务。', '对该服务的每个请求都出现。'],
      ['所请求的对象已被删除。', '只出现一次。'],
    ],
    checks: ['endpoint', '该服务是否在那里应答'],
    changes: ['更正 endpoint。'],
  },
  BadGateway: {
    summary: '服务前面的代理没有从它得到正常的应答（HTTP 502）。',
    effect: '需要它的操作失败，尽管服务可能已完成了工作。',
    causes: ['服务在处理请求时结束或被重启。', '代理后面的服务停止，或代理访问的端口有误。'],
    checks: ['由地址判断是哪个服务'],
    changes: ['恢复该服务；在其日志中查看它为何结束。'],
  },
  UnknownConnectionError: {
    summary: '对服务的请求失败，但既不是连接被拒绝，也不是超时。',
    effect: '需要该服务的操作失败；不会重试。',
    causes: [
      ['在应答过程中连接中断：代理或服务结束了。', '文本中有“Connection broken”。'],
      ['地址不合规范。', '调用栈中有 MissingSchema 或 InvalidURL。'],
    ],
    checks: ['endpoint', '它是否应答'],
    changes: ['更正地址，或消除使连接中断的原因。'],
  },
  DBReferenceError: {
    summary: '数据库拒绝了引用不存在的行的记录，或拒绝删除仍被引用的行。',
    effect: '如果是实例在其间被删除，Nova 会捕获它；其他情况下操作失败。',
    causes: ['操作写入实例的某项内容时，实例已被删除。', ['清除或归档旧的行时，仍有其他行引用它们。', '它来自 nova-manage。']],
    checks: ['以管理员身份查看实例是否存在'],
    changes: ['如果实例已被删除，无需处理。'],
  },
  DBDataError: {
    summary: '数据库拒绝了某个值：太长、超出范围，或含有它无法保存的字符。',
    effect: '操作在该处失败；用同样的值重复会再次失败。',
    causes: [
      ['文本比它的列长。', '“Data too long for column”。'],
      ['文本中有表的字符集以外的字符。', '“Incorrect string value”。'],
      ['数字超出范围。', '“Out of range value for column”。'],
    ],
    checks: ['schema 的版本', 'API schema 的版本'],
    changes: ['使用合适的值；如果 schema 较旧，执行此版本的迁移。'],
  },
  MessageUndeliverable: {
    summary: 'RabbitMQ 中没有接收应答的队列：提问的一方已不在了。',
    effect: '工作已经完成，但应答丢失。提问的一方如果还在，会得到 MessagingTimeout。',
    causes: [
      ['提问的服务在应答到来之前被重启或结束。', '该服务在此之前刚刚启动。'],
      ['RabbitMQ 被重启，应答队列随之消失。', '当时多台主机失去了与 RabbitMQ 的连接。'],
    ],
    checks: ['集群', '用于应答的队列'],
    changes: ['重启之后无需处理；否则查明 RabbitMQ 为何丢失队列。'],
  },
  NoSuchMethod: {
    summary: '被调用的服务不认识该方法：调用方与被调用方的版本不同。',
    effect: '操作在该处失败；被调用的主机没有做任何事。',
    causes: ['有主机在升级中被遗漏，或运行着比其他主机更新的版本。', '[upgrade_levels] 固定在不适合所有主机的版本上。'],
    checks: ['各服务及其最近一次上报', '该固定设置'],
    changes: ['使所有主机处于同一版本，并重启服务。'],
  },
  RPCVersionCapError: {
    summary: '某个调用需要比消息所固定的版本更新的版本。',
    effect: '该调用没有发出：操作在调用方失败。',
    causes: ['升级之后，[upgrade_levels] compute 仍是旧版本。', '它为 `auto`，而仍有旧版本的主机或失效的服务记录存在。'],
    checks: ['各服务及其最近一次上报', '该固定设置'],
    changes: ['在所有主机升级之后去掉该固定设置，删除已不存在的服务的记录，并重启服务。'],
  },
};
