// What stands in the card of a diagnosis besides its sentences, in Simplified Chinese: for each row what
// would contradict it, its checks without their commands, its changes, and what else fits.

import type { DiagnosisId } from '../diagnoses/index';

/** The words of a card, in the order of the English row. */
export interface DiagnosisCardWords {
  readonly contradicts: string;
  readonly checks: readonly string[];
  readonly changes: readonly (string | readonly [text: string, risk: string])[];
  readonly remains?: readonly string[];
}

const placementEmpty: DiagnosisCardWords = {
  contradicts: '同一请求有过滤器的行：那么 Placement 确实返回了候选。',
  checks: [
    '向 Placement 询问同样的内容',
    '各 provider 及其提供的资源',
    '按 provider 列出的已用和空闲',
    'flavor 要求的 trait',
    '请求了什么、拒绝了什么，或者是否收到了请求：从 Pike 到 Rocky，Placement 没有应答时也会写这一行',
  ],
  changes: [
    ['腾出资源或增加主机；删除不属于任何实例的 allocation（nova-manage placement audit）。', '误删 allocation 会使主机被超额安排。'],
    ['调大不足的那种资源的比例。', '它对新旧主机同样生效。'],
    '如果 nova-compute 刚刚启动，等它上报 inventory。',
  ],
};

export const diagnosisCards: Readonly<Partial<Record<DiagnosisId, DiagnosisCardWords>>> = {
  'filter-compute': {
    contradicts: '同一请求之后有一行选中了主机，或更早的过滤器已没有留下主机。',
    checks: ['哪些 nova-compute 在运行且已启用', '主机为何没有上报', '过滤器对每台主机的说明（DEBUG 级别）'],
    changes: ['启动已停止的主机上的 nova-compute，或启用被禁用的。', '使主机与控制节点的时间一致：时钟落后的主机会算作已停止。'],
  },
  'filter-memory': {
    contradicts: '同一请求之后有一行选中了主机，或更早的过滤器已没有留下主机。',
    checks: ['各主机的空闲内存', '过滤器对每台主机的说明（DEBUG 级别）'],
    changes: ['腾出内存、增加主机，或选用更小的 flavor。', ['调大内存的超分比例。', '虚拟机用满所承诺的内存时，主机会换页或杀死进程。']],
  },
  'filter-disk': {
    contradicts: '同一请求之后有一行选中了主机，或更早的过滤器已没有留下主机。',
    checks: ['各主机的空闲磁盘', '过滤器对每台主机的说明（DEBUG 级别）'],
    changes: ['在主机上腾出磁盘空间，或从卷启动。', ['调大磁盘的超分比例。', '磁盘写满会使主机上的每台虚拟机停顿。']],
  },
  'filter-cores': {
    contradicts: '同一请求之后有一行选中了主机，或更早的过滤器已没有留下主机。',
    checks: ['正在使用的 vCPU', '过滤器对每台主机的说明（DEBUG 级别）'],
    changes: ['腾出 vCPU、增加主机，或选用更小的 flavor。', ['调大 CPU 的超分比例。', '虚拟机会互相拖慢。']],
  },
  'filter-numa': {
    contradicts: '同一请求之后有一行选中了主机，或更早的过滤器已没有留下主机。',
    checks: ['flavor 的要求', '主机的单元、CPU 和页', '按单元列出的空闲大页', '过滤器对每台主机的说明（DEBUG 级别）'],
    changes: [
      ['在一个 NUMA 单元中腾出绑定的 CPU 或大页，或让 flavor 分布到更多单元（hw:numa_nodes）。', '跨几个单元的虚拟机需要能识别它们的操作系统。'],
      ['更正供绑定 CPU 的虚拟机使用的 CPU。', '如果有虚拟机绑定到已不再提供的 CPU，nova-compute 会拒绝启动。'],
    ],
  },
  'filter-pci': {
    contradicts: '同一请求之后有一行选中了主机，或更早的过滤器已没有留下主机。',
    checks: ['flavor 要求的 alias', 'Placement 或主机还有的设备', '过滤器对每台主机的说明（DEBUG 级别）'],
    changes: ['腾出一个设备，或使控制节点上的 alias 与主机上的设备一致（vendor_id、product_id、device_type）。'],
  },
  'filter-zone': {
    contradicts: '同一请求之后有一行选中了主机，或更早的过滤器已没有留下主机。',
    checks: ['各可用区及其主机', '所请求的可用区'],
    changes: ['请求有主机的可用区，或把主机加入该可用区的 aggregate。'],
  },
  'filter-group': {
    contradicts: '同一请求之后有一行选中了主机，或更早的过滤器已没有留下主机。',
    checks: ['该组的成员和策略'],
    changes: [['使主机多于组的成员，或使用 soft-anti-affinity 策略。', '使用 soft 策略时，成员可能在同一台主机上。']],
  },
  'filter-aggregate': {
    contradicts: '同一请求之后有一行选中了主机，或更早的过滤器已没有留下主机。',
    checks: ['各 aggregate 的属性', 'flavor 的要求', '过滤器对每台主机的说明（DEBUG 级别）'],
    changes: [
      '给 aggregate 加上 flavor、镜像或项目所要求的属性。flavor 中供此过滤器使用的键以 aggregate_instance_extra_specs: 开头。',
    ],
  },
  'filter-capabilities': {
    contradicts: '同一请求之后有一行选中了主机，或更早的过滤器已没有留下主机。',
    checks: ['flavor 的要求', '过滤器对每台主机的说明（DEBUG 级别）'],
    changes: ['给针对 aggregate 的键加上前缀 aggregate_instance_extra_specs:；此过滤器把没有前缀的键当作主机的能力。'],
  },
  'filter-image': {
    contradicts: '同一请求之后有一行选中了主机，或更早的过滤器已没有留下主机。',
    checks: ['镜像的属性', '过滤器对每台主机的说明（DEBUG 级别）'],
    changes: ['更正镜像的 hw_architecture、img_hv_type 或 hw_vm_mode，或使用具备它的主机。'],
  },
  'filter-tried': {
    contradicts: '该请求的某台主机之前没有试过。',
    checks: ['试过的主机为何失败'],
    changes: ['查看第一次尝试：调度器只是没有主机可用了。'],
  },
  'filter-load': {
    contradicts: '同一请求之后有一行选中了主机，或更早的过滤器已没有留下主机。',
    checks: ['过滤器对每台主机的说明（DEBUG 级别）'],
    changes: [['调大该上限，或增加主机。', '该上限用来防止主机过载。']],
  },
  'filter-hint': {
    contradicts: '同一请求之后有一行选中了主机，或更早的过滤器已没有留下主机。',
    checks: ['过滤器对每台主机的说明（DEBUG 级别）'],
    changes: ['不带该 hint 请求，或更正 isolated_hosts 和 isolated_images。'],
  },
  'filter-other': {
    contradicts: '同一请求之后有一行选中了主机，或更早的过滤器已没有留下主机。',
    checks: ['过滤器对每台主机的说明（DEBUG 级别）'],
    changes: ['查看此过滤器比较什么，并为一次尝试把日志级别设为 DEBUG。'],
  },
  'filters-no-host': {
    contradicts: '同一请求有一行从更多主机开始。',
    checks: ['主机上的服务', '从 Ocata 起：各 cell 的主机', '调度器知道的主机，以及没有服务的主机（DEBUG 级别）'],
    changes: ['在某台主机上启动 nova-compute；从 Ocata 起，把新主机映射到其 cell（nova-manage cell_v2 discover_hosts）。'],
  },
  'placement-empty': placementEmpty,
  'placement-empty-alone': placementEmpty,
  'placement-empty-likely': {
    contradicts: 'nova-scheduler 的日志中有针对此实例的“Filtering removed all hosts”。',
    checks: ['“Got no allocation candidates”可以证实', '各 provider 及其提供的资源'],
    changes: ['把 nova-scheduler 的日志与此日志一起查看：它说明缺少什么。'],
    remains: ['从 Pike 起：Placement 没有返回有足够资源的主机。', '在 Pike 之前：过滤器没有留下主机。'],
  },
  'filters-unseen': {
    contradicts: '该请求有“Got no allocation candidates”：那么没有运行过滤器。',
    checks: ['是哪个过滤器'],
    changes: ['把 nova-scheduler 的日志与此日志一起查看。'],
    remains: [
      '某个过滤器没有留下主机：nova-scheduler 的日志在 INFO 级别以“Filter … returned 0 hosts”给出它。',
      '主机少于请求的实例数：那里在 DEBUG 级别有“There are N hosts available but …”。',
      '从 Pike 起：剩下的每台主机，Placement 都拒绝了其资源声明。',
    ],
  },
  'filters-unseen-older': {
    contradicts: 'nova-scheduler 的日志中有针对同一请求的一行给出另一个原因。',
    checks: ['是哪个过滤器'],
    changes: ['把 nova-scheduler 的日志与此日志一起查看。'],
    remains: [
      '某个过滤器没有留下主机：nova-scheduler 的日志给出它，在 Icehouse 之前只在 DEBUG 级别。',
      '剩下的主机少于请求的实例数。',
    ],
  },
  'source-claim': {
    contradicts: 'Placement 对同一请求的应答不是冲突。',
    checks: ['实例的 allocation', 'Placement 的应答'],
    changes: ['重试；如果一直如此，查看实例在其自身主机上是否有 allocation（nova-manage placement heal_allocations）。'],
  },
  'forced-host-full': {
    contradicts: 'Placement 中该主机对 flavor 的所有要求都有空闲的 inventory。',
    checks: ['主机的已用和空闲'],
    changes: ['移到另一台主机，或不指定主机而让调度器选择。'],
  },
  'hosts-alike': {
    contradicts: '同样的创建在某台主机上成功：那么原因在失败的主机上。',
    checks: ['各主机的共同之处：网络、存储、镜像、版本'],
    changes: ['查看某一次尝试的原因：更多尝试或主机没有帮助。'],
  },
  'hosts-differ': {
    contradicts: '日志显示各次尝试是同一异常，只是措辞不同。',
    checks: ['逐个查看每次尝试'],
    changes: ['每次尝试各有原因：从最多主机共有的那个开始。'],
  },
  'vif-late': {
    contradicts: '超时之前有该端口的事件。',
    checks: ['主机上的 agent', 'agent 处理该端口用了多久'],
    changes: [
      '查明同时启动很多虚拟机时 L2 agent 或 OVN 因何繁忙。',
      ['把 vif_plugging_timeout 调到大于日志所示的时间。', '永远接不好的创建会更晚失败，并相应更久地占用名额。'],
    ],
  },
  'vif-failed': {
    contradicts: '该端口在此主机上有 Neutron 认为成功的绑定。',
    checks: ['端口的状态和绑定', '主机上的 agent', '端口为何无法设置好', '以及 agent 的说法'],
    changes: ['更正 agent 对该端口指出的问题；等待更久也无济于事。'],
  },
  'vif-lost': {
    contradicts: '超时之前，nova-compute 的日志中有该端口的“Received event”。',
    checks: ['没有人读取的队列', '消息总线的问题'],
    changes: ['查明来自 nova-api 的消息为何没有到达 nova-compute：消息总线、cell 或繁忙的主机。'],
  },
  'vif-refused': {
    contradicts: '同一端口有“Creating event”：那么 API 确实转交了它。',
    checks: ['实例的主机'],
    changes: ['事件在 Nova 写入实例的主机之前到来：重新创建，并查看 cell 的数据库是否缓慢。'],
  },
  'vif-silent': {
    contradicts: '之后有同一端口的 network-vif-plugged 事件。',
    checks: [
      '端口的状态和绑定',
      '主机上的 agent',
      'Neutron 是否访问到了 Nova',
      '该端口的“Creating event network-vif-plugged”',
    ],
    changes: [
      '恢复该 agent，或更正 neutron.conf 的 [nova] 节。',
      ['只有对不发送事件的后端才把 vif_plugging_is_fatal 设为 False。', '此后实例会在网络不通的情况下变为 ACTIVE。'],
    ],
    remains: [
      '主机的 L2 agent 或 OVN controller 已停止：端口在 Neutron 中停留在 DOWN 或 BUILD。',
      'Neutron 无法通知 Nova：端口为 ACTIVE，其 server 日志中有对 os-server-external-events 的失败调用。',
      '事件在 nova-api 与此主机之间丢失：nova-api 记录了该端口的“Creating event”。',
    ],
  },
  'vif-open': {
    contradicts: '有一行说明 Neutron 报告该端口失败。',
    checks: ['端口的状态和绑定', '主机上的 agent', 'Neutron 是否访问到了 Nova'],
    changes: ['把端口在 Neutron 中变为 ACTIVE 的时间与超时对照。'],
    remains: [
      '主机的 L2 agent 或 OVN controller 已停止或滞后。',
      'Neutron 无法通知 Nova：它用于 Nova 的凭据、region 或 endpoint 有误。',
      '事件在超时之后到来，或在 nova-api 与此主机之间丢失。',
    ],
  },
  'port-dead-agent': {
    contradicts: '绑定时主机的 agent 是存活的。',
    checks: ['主机上的 agent', 'agent 为何不存活'],
    changes: ['启动主机的 agent；失败的创建须重新进行。'],
  },
  'port-binding': {
    contradicts: '端口已绑定到此主机，其 binding_vif_type 不是 binding_failed。',
    checks: ['主机上的 agent', '端口的状态和绑定', '“Failed to bind port”及其原因'],
    changes: ['更正 Neutron 指出的问题，然后重新创建：Nova 不会再次绑定端口。'],
    remains: [
      '主机的 L2 agent 不存活：Neutron 记录“Refusing to bind port … to dead agent”。',
      '端口的物理网络或 segment 没有映射到此主机（bridge_mappings）。',
      'Neutron 没有 mechanism driver 在此主机上接受这类端口（vnic_type）。',
      '主机在 Neutron 中的名称与在 Nova 中不同。',
    ],
  },
  'no-more-ips': {
    contradicts: '子网的 allocation pool 中有空闲地址。',
    checks: ['已用和空闲的地址', '无人使用的端口'],
    changes: [['删除无人使用的端口，或增加子网或更大的 allocation pool。', '已停止的实例的端口仍在使用中。']],
  },
  'port-quota': {
    contradicts: '项目的端口少于其配额。',
    checks: ['配额和用量'],
    changes: ['删除无人使用的端口，或在 Neutron 中提高端口配额。'],
  },
  'address-taken': {
    contradicts: '子网中没有使用该地址的端口。',
    checks: ['谁占用了该地址'],
    changes: ['请求另一个地址，或删除占用它的端口。'],
  },
  'port-taken': {
    contradicts: '没有 device_id 的端口。',
    checks: ['谁在使用该端口'],
    changes: ['从占用它的实例卸下该端口，或使用另一个端口。'],
  },
  'ovs-port': {
    contradicts: '主机上有该网桥，且 Open vSwitch 在运行。',
    checks: ['主机的网桥', 'Open vSwitch 的状态', 'agent 是否创建了该网桥'],
    changes: [
      '启动 Open vSwitch 和 agent，或更正网桥的名称（integration_bridge、ovs_bridge），使 Nova 和 Neutron 指的是同一个。',
    ],
  },
  'vif-plugin': {
    contradicts: '同类端口在此主机上接入成功。',
    checks: ['主机的网桥'],
    changes: ['在此主机上更正插件指出的问题。'],
  },
  'rpc-late': {
    contradicts: '另一条 id 相同的消息。',
    checks: ['被调用的服务在这么长时间里做了什么', '有消息而没有读取者的队列'],
    changes: ['查明被调用的服务为何需要这么久。', ['把 rpc_response_timeout 调到大于日志所示的时间。', '此后调用方会在已停止的服务上卡更久。']],
  },
  'rpc-conductor': {
    contradicts: '超时之前 nova-conductor 应答了该调用。',
    checks: ['nova-conductor 当时做了什么', '有消息而没有读取者的队列', '在运行的服务'],
    changes: [
      '恢复 nova-conductor，或给它更多 worker。',
      ['如果只是工作缓慢，调大 rpc_response_timeout。', '此后调用方会在已停止的服务上卡更久。'],
    ],
    remains: [
      'nova-conductor 停止、卡住或繁忙：它自己的日志在那段时间没有内容或滞后。',
      '消息总线丢失或滞留了消息：任一日志中有连接错误，或某个队列在增长。',
      '调用耗时超过 rpc_response_timeout：服务之后才应答，已没有人在等待。',
    ],
  },
  'rpc-scheduler': {
    contradicts: '超时之前 nova-scheduler 应答了该调用。',
    checks: ['nova-scheduler 当时做了什么', '有消息而没有读取者的队列', '在运行的服务'],
    changes: [
      '恢复 nova-scheduler，或给它更多 worker。',
      ['如果只是工作缓慢，调大 rpc_response_timeout。', '此后调用方会在已停止的服务上卡更久。'],
    ],
    remains: [
      'nova-scheduler 停止、卡住或繁忙：它自己的日志在那段时间没有内容或滞后。',
      '消息总线丢失或滞留了消息：任一日志中有连接错误，或某个队列在增长。',
      '调用耗时超过 rpc_response_timeout：服务之后才应答，已没有人在等待。',
    ],
  },
  'rpc-compute': {
    contradicts: '超时之前 nova-compute 应答了该调用。',
    checks: ['nova-compute 当时做了什么', '有消息而没有读取者的队列', '在运行的服务'],
    changes: [
      '恢复 nova-compute，或给它更多 worker。',
      ['如果只是工作缓慢，调大 rpc_response_timeout。', '此后调用方会在已停止的服务上卡更久。'],
    ],
    remains: [
      'nova-compute 停止、卡住或繁忙：它自己的日志在那段时间没有内容或滞后。',
      '消息总线丢失或滞留了消息：任一日志中有连接错误，或某个队列在增长。',
      '调用耗时超过 rpc_response_timeout：服务之后才应答，已没有人在等待。',
    ],
  },
  'rpc-network': {
    contradicts: '超时之前 nova-network 应答了该调用。',
    checks: ['nova-network 当时做了什么', '有消息而没有读取者的队列', '在运行的服务'],
    changes: [
      '恢复 nova-network。',
      ['如果只是工作缓慢，调大 rpc_response_timeout。', '此后调用方会在已停止的服务上卡更久。'],
    ],
    remains: [
      'nova-network 停止、卡住或繁忙：它自己的日志在那段时间没有内容或滞后。',
      '消息总线丢失或滞留了消息：任一日志中有连接错误，或某个队列在增长。',
      '调用耗时超过 rpc_response_timeout：服务之后才应答，已没有人在等待。',
    ],
  },
  'rpc-broker': {
    contradicts: '当时同一服务的其他调用得到了应答。',
    checks: ['集群的状态', '有消息而没有读取者的队列'],
    changes: ['恢复消息总线；各服务会自行重新连接。'],
  },
  'rpc-open': {
    contradicts: '超时之前有应答。',
    checks: ['有消息而没有读取者的队列', '在运行的服务'],
    changes: ['找出被调用的服务：其他日志中的同一请求 id。'],
    remains: ['被调用的服务已停止或繁忙：能指明它的帧不在此日志中。', '消息总线丢失了消息。'],
  },
  'conductor-away': {
    contradicts: '同一 cell 中有 conductor 应答。',
    checks: ['在运行的 conductor', '有消息而没有读取者的队列'],
    changes: ['启动此 cell 的 nova-conductor，或更正 transport_url，使两者使用同一消息总线和 virtual host。'],
  },
  'broker-denied': {
    contradicts: '同一账号到同一 virtual host 有连接。',
    checks: ['用户', '权限'],
    changes: ['更正 transport_url 中的用户、密码和 virtual host，或创建该用户，然后重新启动服务。从 Ocata 起 cell_mappings 中的地址也算在内（nova-manage cell_v2 list_cells）。'],
  },
  'broker-away': {
    contradicts: '当时从同一主机到同一消息总线有连接。',
    checks: ['集群的状态', '该端口是否有应答'],
    changes: ['恢复消息总线，或打通到它的路径；消息总线重启之后出现一行无需处理。'],
  },
  'reply-dropped': {
    contradicts: '消息总线上有该应答队列。',
    checks: ['有消息而没有读取者的队列'],
    changes: ['此服务工作期间，调用方被重启或失去连接：查看其当时的日志。'],
  },
  'live-cpu': {
    contradicts: '目标主机的 CPU 具备虚拟机启动时的一切特性。',
    checks: ['虚拟机的 CPU', '目标主机的 CPU'],
    changes: ['用 cpu_mode custom 和 cpu_models（Train 之前为 cpu_model）给所有主机同一个型号；虚拟机在下次冷启动时采用它。'],
  },
  'live-host-key': {
    contradicts: '从源主机以 Nova 用户登录而没有任何询问。',
    checks: ['以 Nova 用户，不用密码'],
    changes: ['把目标主机的密钥，以 live_migration_uri 所用的名称，写入源主机上 libvirt 运行所用用户的 known_hosts。'],
  },
  'live-ssh-denied': {
    contradicts: '从源主机以 Nova 用户登录而没有任何询问。',
    checks: ['以 Nova 用户，不用密码'],
    changes: ['把源主机的公钥写入目标主机的 authorized_keys。'],
  },
  'live-tls': {
    contradicts: '两台主机之间用相同的文件建立了 TLS 连接。',
    checks: ['目标主机的证书', '文件', '另一台主机的 libvirt 的说法'],
    changes: ['更新或更正证书：同一个 CA、live_migration_uri 所用的名称、未过期、QEMU 可读。'],
  },
  'live-refused': {
    contradicts: '从源主机访问 libvirt 的端口有应答。',
    checks: ['是否应答', '目标主机上有什么在监听'],
    changes: [
      '使目标主机的 libvirt 监听（virtproxyd 或 libvirtd 的 socket），并在主机之间放开 16509 或 16514 以及 49152–49215。',
    ],
  },
  'live-name': {
    contradicts: '源主机能解析目标主机的名称。',
    checks: ['名称'],
    changes: ['使源主机能解析目标主机的名称，或在那里设置 live_migration_inbound_addr。'],
  },
  'live-auth': {
    contradicts: '用该 SASL 账号能连接目标主机。',
    checks: ['另一台主机的 libvirt 的说法'],
    changes: ['给两台主机同一个 SASL 账号，或在 TLS 已阻止他人的地方关闭它。'],
  },
  'live-post-copy': {
    contradicts: '切换到 post-copy 本身失败了：那么虚拟机仍在源主机上运行。',
    checks: ['虚拟机在两台主机上的状态', '两者之间的网络'],
    changes: [['重新启动虚拟机：切换之后没有一台主机拥有其全部内存。', '它会像断电之后那样启动。'], '在主机之间的网络可能中断的地方不要允许 post-copy。'],
  },
  'live-post-copy-missing': {
    contradicts: '同类虚拟机在这两台主机之间用 post-copy 迁移成功。',
    checks: ['内核是否允许 QEMU 使用 post-copy 所需的 userfaultfd', 'libvirt 和 QEMU 的版本'],
    changes: ['在内核或 QEMU 做不到的主机上去掉 live_migration_permit_post_copy。', '更新两台主机的内核和 QEMU；使用大页的虚拟机需要比其他更新的版本。'],
  },
  'live-timeout': {
    contradicts: '此次迁移没有达到完成超时。',
    checks: ['拷贝的速度', '进度'],
    changes: [['允许它切换到 post-copy 或自动收敛，或给它更多时间或带宽。', '使用 post-copy 时，切换期间网络中断会失去虚拟机。']],
  },
  'live-cancelled': {
    contradicts: '在有人要求结束之前，Nova 的时间限制已经用尽。',
    checks: ['谁要求取消'],
    changes: ['无须更改；等可以慢慢迁移时再重新开始。'],
  },
  'live-stuck': {
    contradicts: '放弃之前剩余内存仍在减少。',
    checks: ['拷贝的速度'],
    changes: ['调大 live_migration_progress_timeout 或设为 0：已发现它会放弃能成功的迁移。'],
  },
  'live-vif': {
    contradicts: '超时之前有该端口的事件。',
    checks: ['目标主机上的 agent'],
    changes: [
      ['恢复目标主机的 agent，或对不发送事件的后端在那里关闭 live_migration_wait_for_vif_plug。', '此后虚拟机可能先于其网络到达。'],
    ],
  },
  'live-disk-left': {
    contradicts: '两台主机共享的存储：那么无需拷贝任何内容。',
    checks: ['在目标主机上'],
    changes: [['在确认该目录不是共享的之后，移除先前的迁移遗留在那里的内容。', '在共享存储上那就是虚拟机的磁盘。']],
  },
  'live-not-shared': {
    contradicts: '另一台主机能看到测试文件。',
    checks: ['挂载'],
    changes: ['使用 --block-migration（或 auto）迁移，或在两台主机上挂载同一存储。'],
  },
  'live-shared': {
    contradicts: '两台主机各有自己的目录。',
    checks: ['挂载'],
    changes: ['不使用块迁移（auto）：磁盘在两台主机共享的存储上。'],
  },
  'live-lost': {
    contradicts: '两台主机上的 libvirt 一直在运行。',
    checks: ['在两台主机上，libvirt 是否重新启动过', '另一台主机的 libvirt 的说法'],
    changes: ['查看两台主机上当时的 libvirt 日志，然后再次迁移：虚拟机仍在源主机上。'],
    remains: ['目标主机的 libvirt 结束了或重新启动了。', '源主机的 libvirt 结束了或重新启动了。', '主机之间的连接中断了。'],
  },
  'live-cache': {
    contradicts: '该虚拟机的磁盘不使用主机缓存。',
    checks: ['磁盘的缓存'],
    changes: [
      ['对主机共享的存储把缓存设为 none；虚拟机在下次冷启动时生效。', '写入不再保存在主机内存中。'],
    ],
  },
  'live-security': {
    contradicts: '两台主机上有相同的安全模型。',
    checks: ['主机的安全模型', 'SELinux 的状态'],
    changes: ['在两台主机上使用相同的安全驱动（SELinux、AppArmor 或不用）；虚拟机保留启动时的标签，因此更改后要重新启动它。'],
  },
  'live-unexpected': {
    contradicts: '同一迁移有一行给出了另一个原因。',
    checks: ['在两台主机上', '另一台主机的 libvirt 的说法'],
    changes: ['再次尝试之前，查看两台主机上当时的 QEMU 日志。'],
    remains: ['目标主机的 QEMU 结束了：原因在它对该虚拟机的日志中。', '源主机的 QEMU 结束了。', '两者之间的连接中断了。'],
  },
  'ssh-host-key': {
    contradicts: '从源主机以 Nova 用户登录而没有任何询问。',
    checks: ['以 Nova 用户，不用密码'],
    changes: ['把目标主机的密钥，以 Nova 所用的地址（目标主机的 my_ip），写入源主机上 Nova 用户的 known_hosts。'],
  },
  'ssh-host-changed': {
    contradicts: '从源主机以 Nova 用户登录而没有警告。',
    checks: ['所保存的密钥', '以 Nova 用户，不用密码'],
    changes: [['如果目标主机是重新安装的，或使用了另一台主机的地址，从源主机上 Nova 用户的 known_hosts 中删除其旧密钥并写入新的。',
      '无缘无故改变的密钥，可能意味着是另一台机器在此地址上应答。']],
  },
  'ssh-key-unread': {
    contradicts: '从源主机以 Nova 用户使用此密钥登录。',
    checks: ['密钥', '以 Nova 用户，不用密码'],
    changes: ['按原样重新写入私钥，包括最后的换行，只允许 Nova 用户读取。'],
  },
  'ssh-denied': {
    contradicts: '从源主机以 Nova 用户登录而没有任何询问。',
    checks: ['以 Nova 用户，不用密码'],
    changes: ['把源主机的公钥写入目标主机上 Nova 用户的 authorized_keys，并给该用户一个 shell。'],
  },
  'ssh-refused': {
    contradicts: '从源主机以 Nova 用户登录而没有任何询问。',
    checks: ['以 Nova 用户，不用密码'],
    changes: ['在 Nova 所用的地址（目标主机的 my_ip）上放开主机之间的 SSH。'],
  },
  'ssh-failed': {
    contradicts: '从源主机以 Nova 用户登录而没有任何询问。',
    checks: ['以 Nova 用户，不用密码'],
    changes: ['在源主机上以 Nova 用户执行异常中给出的命令。'],
    remains: ['其中一台主机上 Nova 用户的密钥或 known_hosts。',
      '目标主机上该用户没有可用的 shell，例如 /bin/false：命令以 1 结束且没有任何输出。',
      '那里 instances 目录的权限。', '目标主机的磁盘已满。'],
  },
  'node-unlike-host': {
    contradicts: '该主机上有此名称的计算节点。',
    checks: ['虚拟机的主机和节点', '节点', '虚拟机是否在某台主机上运行'],
    changes: [['如果迁移被中断，或仅手工更正了 host，把虚拟机的 host 和 node 改为其实际运行之处。',
      'Nova 数据库中的错误行会丢失虚拟机：先备份。']],
  },
  'disk-shrink': {
    contradicts: '磁盘不更小的 flavor。',
    checks: ['flavor 的磁盘'],
    changes: ['选用磁盘至少同样大的 flavor：Nova 不会缩小磁盘。'],
  },
  'claim-memory': {
    contradicts: '同一时间同一 flavor 在此主机上成功。',
    checks: ['内存'],
    changes: ['在主机上腾出内存；如果调度器与主机看到的数值不同，使比例一致。'],
  },
  'claim-disk': {
    contradicts: '同一时间同一 flavor 在此主机上成功。',
    checks: ['磁盘'],
    changes: ['在主机上腾出磁盘空间，或从卷启动。'],
  },
  'claim-cores': {
    contradicts: '同一时间同一 flavor 在此主机上成功。',
    checks: ['vCPU 数'],
    changes: [['在主机上腾出 vCPU，或调大比例。', '虚拟机会互相拖慢。']],
  },
  'claim-numa-pci': {
    contradicts: '某个单元既放得下虚拟机又有空闲设备。',
    checks: ['单元、CPU 和页', '设备所在的单元'],
    changes: [['在设备所在的单元中腾出 CPU 或页，或请求 pci_numa_affinity_policy=preferred。', '位于另一个单元的设备较慢。']],
  },
  'claim-numa': {
    contradicts: '此主机的某个单元有足够的空闲 CPU 和页。',
    checks: ['单元、CPU 和页', '按单元列出的空闲页'],
    changes: [['在一个单元中腾出绑定的 CPU 或大页，或让 flavor 分布到更多单元（hw:numa_nodes）。', '跨几个单元的虚拟机需要能识别它们的操作系统。']],
  },
  'claim-pci': {
    contradicts: '此主机的数据库记录中有该 alias 的空闲设备。',
    checks: ['设备', 'flavor 的要求'],
    changes: ['腾出一个设备，或使控制节点和主机上的 alias 和 device_spec 一致。'],
  },
  'claim-group': {
    contradicts: '此主机上没有该组的其他成员。',
    checks: ['该组的成员'],
    changes: ['逐个创建成员，或留出更多主机：两个同时的创建选中了同一台主机。'],
  },
  'node-associated': {
    contradicts: 'Ironic 中没有节点带有此实例。',
    checks: ['带有该实例的节点'],
    changes: ['消除使该节点无法拆除的原因：其 last_error 指出了它。然后删除实例并重新创建。'],
  },
  'pin-taken': {
    contradicts: '主机的记录中这些 CPU 是空闲的。',
    checks: ['单元、CPU 和页', '虚拟机及其 CPU'],
    changes: ['把虚拟机的绑定与 Nova 的记录对照：同时的两次迁移，或手工更改的虚拟机，会使二者不同。重启 nova-compute 会重新读取它们。'],
  },
  'pin-unknown': {
    contradicts: '虚拟机的 CPU 在现在给出的集合中。',
    checks: ['主机的 CPU'],
    changes: ['在移走使用这些 CPU 的虚拟机之前，把它们放回 cpu_dedicated_set。'],
  },
  'pages-unsupported': {
    contradicts: '主机上预留了该大小的页。',
    checks: ['主机的页'],
    changes: ['在启动时预留该大小的页，或更正 hw:mem_page_size。'],
  },
  'quota-instances': {
    contradicts: '已用量少于配额所允许的。',
    checks: ['配额和用量'],
    changes: ['删除不需要的，或提高该项目的配额。'],
  },
  'quota-volumes': {
    contradicts: '卷数和容量（gigabytes）少于 Cinder 的配额所允许的。',
    checks: ['配额和用量'],
    changes: ['删除无人使用的卷，或在 Cinder 中提高卷配额。'],
  },
  'image-unsafe': {
    contradicts: '同一文件被 Nova 版本相同的另一台主机接受。',
    checks: ['Glance 对它的称呼', '文件的格式'],
    changes: [
      '重新制作不带 backing file、data file 或未知特性的镜像，并以其自身的格式上传。',
      ['启用 disable_deep_image_inspection。', '此后镜像可能读取主机的文件：除非是自己的镜像，否则不要这样做。'],
    ],
  },
  'image-format': {
    contradicts: '文件与 Glance 所说的一致。',
    checks: ['Glance 对它的称呼', '文件的格式'],
    changes: ['以文件实际的 disk_format 重新上传镜像。'],
  },
  'image-unsupported': {
    contradicts: '镜像的 disk_format 是 Nova 认识的。',
    checks: ['Glance 对它的称呼', '文件的格式'],
    changes: ['把镜像转换为 qcow2 或 raw 并以此上传。'],
  },
  'image-backed': {
    contradicts: '没有 backing file 的文件。',
    checks: ['文件的格式'],
    changes: ['把镜像合并为单个文件（qemu-img convert）并重新上传。'],
  },
  'image-vmdk': {
    contradicts: '文件的 create-type 在 vmdk_allowed_types 中。',
    checks: ['文件的格式'],
    changes: [
      '把镜像转换为 monolithicSparse 或 streamOptimized，或转换为 qcow2。',
      ['允许其类型。', '有些类型会引用镜像之外的文件：可能读取主机的文件。'],
    ],
  },
  'image-convert': {
    contradicts: '同一文件在此主机上转换成功。',
    checks: ['文件的格式', '所需的空间'],
    changes: ['更正 qemu-img 指出的问题；损坏的文件须重新上传。'],
  },
  'image-large': {
    contradicts: 'flavor 的磁盘与镜像的虚拟大小一样大。',
    checks: ['Glance 对它的称呼', 'flavor 的磁盘'],
    changes: ['使用磁盘更大的 flavor，或从卷启动。'],
  },
  'image-gone': {
    contradicts: 'Glance 中有可供此项目使用的该镜像。',
    checks: ['该镜像'],
    changes: ['使用另一个镜像；base 镜像已不存在的虚拟机仍可连同其磁盘一起移动。'],
  },
  'image-denied': {
    contradicts: '同一用户当时能下载同一镜像。',
    checks: ['原因', '可见性和所有者'],
    changes: ['更正 Glance 的日志所指出的问题：token 及其设置（401），或策略（403）。'],
    remains: [
      'Glance 没有接受请求的 token：它已过期，或者 Nova 或 Glance 没有使用 Keystone。',
      'Glance 的策略禁止该项目下载此镜像。',
    ],
  },
  'image-corrupt': {
    contradicts: '镜像的另一份拷贝有相同的校验和。',
    checks: ['Glance 对它的称呼'],
    changes: ['重新上传镜像；如果再次出现，查看 Glance 的存储和网络。'],
  },
  'image-signature': {
    contradicts: '签名能用镜像给出的证书验证。',
    checks: ['签名的属性'],
    changes: ['重新为镜像签名，或更正 img_signature_certificate_uuid 和受信任的证书。'],
  },
  'datastore-full': {
    contradicts: '当时该数据存储在 vCenter 中有足够的空闲空间。',
    checks: ['数据存储的空闲空间：vCenter 会显示，连同占用最多的磁盘和快照'],
    changes: ['腾出空间：旧的快照，以及 Nova 缓存中没有虚拟机使用的镜像。', '让 datastore_regex 指定更多数据存储；有多个时，新虚拟机会放到空间较多的一个上。'],
  },
  'disk-full': {
    contradicts: '当时该文件系统有空闲空间和空闲 inode。',
    checks: ['剩余空间', '剩余 inode', '最大的', '无人使用的 base 镜像'],
    changes: ['腾出空间：启用缓存管理时，没有实例使用的 base 镜像会自行移除。', ['为主机多预留空间，并减少磁盘超分。', '主机能放下的虚拟机会更少。']],
  },
  'ceph-secret': {
    contradicts: '此主机的 libvirt 中有该 UUID 的 secret。',
    checks: ['此主机的 secret', 'Cinder 给出的 UUID'],
    changes: [
      '在此主机上定义该 secret 并写入客户端的密钥（virsh secret-define、secret-set-value），使用 Cinder 和 Nova 给出的 UUID。',
    ],
  },
  'ceph-secret-empty': {
    contradicts: '此主机 libvirt 中的该 secret 有值。',
    checks: ['它是否有值'],
    changes: ['把客户端的密钥写入该 secret（virsh secret-set-value）。'],
  },
  'ceph-denied': {
    contradicts: '同一密钥从此主机能够进入。',
    checks: ['从此主机能否进入', '密钥和权限', '文件'],
    changes: ['把客户端的 keyring 放到此主机上，并给其客户端各存储池的权限；由 libvirt 连接时，重新设置 secret 的值。'],
  },
  'ceph-config': {
    contradicts: '此主机上有 nova-compute 的用户可读的 ceph.conf 和 keyring。',
    checks: ['从此主机能否进入', '密钥和权限', '文件'],
    changes: ['把 ceph.conf 和客户端的 keyring 放到此主机上，并使该服务可读。'],
  },
  'ceph-away': {
    contradicts: 'monitor 应答此主机。',
    checks: ['此主机所知的 monitor', '从此主机能否进入', '密钥和权限', '文件'],
    changes: ['打通到 monitor 的路径（3300、6789），或在此主机上更正 mon_host。'],
  },
  'ceph-pool': {
    contradicts: '存储池存在，且客户端有权限。',
    checks: ['存储池', '从此主机能否进入', '密钥和权限', '文件'],
    changes: ['更正 images_rbd_pool，或创建该存储池并给客户端权限。'],
  },
  'kvm-denied': {
    contradicts: 'QEMU 的用户能打开 /dev/kvm。',
    checks: ['所有者和权限', 'QEMU 的用户'],
    changes: ['把 /dev/kvm 给 QEMU 运行所用的组（udev 规则），然后重启 libvirt。'],
  },
  'kvm-missing': {
    contradicts: '主机上有 /dev/kvm。',
    checks: ['主机是否支持', '模块', 'CPU 的标志'],
    changes: [
      '在固件中开启虚拟化，加载 kvm_intel 或 kvm_amd，或在下层主机上允许嵌套虚拟化。',
      ['在没有 KVM 的地方把 virt_type 设为 qemu。', '虚拟机会慢很多倍。'],
    ],
  },
  'cpu-features': {
    contradicts: '主机的 CPU 具备这些特性。',
    checks: ['主机的 CPU 型号', '主机能提供的型号'],
    changes: [
      '在 cpu_models 中选择每台主机都有的型号，或用 cpu_model_extra_flags 去掉这些特性。',
      ['在虚拟机不会在不同主机之间移动的地方使用 cpu_mode host-model。', '此后热迁移到较旧的 CPU 会失败。'],
    ],
  },
  'cpu-model': {
    contradicts: '该型号在此主机的 libvirt 列表中。',
    checks: ['libvirt 所知的型号'],
    changes: ['更正 cpu_models 中的名称，或更新主机的 libvirt 和 QEMU。'],
  },
  'machine-type': {
    contradicts: '该类型在此主机的 QEMU 列表中。',
    checks: ['此 QEMU 的类型', '虚拟机的类型'],
    changes: [
      '使此主机的 QEMU 与其他主机版本一致，或把 hw_machine_type 设为所有主机都有的类型。',
      ['更改虚拟机的类型（nova-manage libvirt update_machine_type）。', '其操作系统可能看到不同的硬件。'],
    ],
  },
  apparmor: {
    contradicts: '内核中加载了此虚拟机的 profile。',
    checks: ['各 profile 及其模式', '被拒绝的内容'],
    changes: [
      '针对被拒绝的路径更正 libvirt 的 profile（abstractions/libvirt-qemu、usr.lib.libvirt.virt-aa-helper）；'
        + '在容器中把主机的 AppArmor 文件给 libvirt。',
      ['关闭 libvirt 的安全驱动。', '此后虚拟机只由内核隔离。'],
    ],
  },
  selinux: {
    contradicts: '文件的标签符合 libvirt 的要求。',
    checks: ['被拒绝的内容', '标签'],
    changes: ['恢复标签（restorecon），或设置该存储所需的布尔值（virt_use_nfs、virt_use_fusefs）。'],
  },
  'devices-denied': {
    contradicts: '有虚拟机在此主机上用同一 libvirt 启动成功。',
    checks: ['libvirt 的说法', '内核拒绝了什么'],
    changes: ['给 libvirt 它所指出的权限和挂载；在容器中，主机的 /dev、/run 和 cgroup 须归它使用。'],
  },
  'disk-denied': {
    contradicts: 'QEMU 的用户能打开该文件。',
    checks: ['该文件及其上每级目录的所有者', 'QEMU 的用户'],
    changes: ['使 QEMU 的用户能进入这些目录并拥有该文件；在 NFS 上检查 root_squash 和用户编号。'],
  },
  'block-device-missing': {
    contradicts: '主机上有该设备。',
    checks: ['主机的设备', '会话及其 LUN', '路径'],
    changes: ['硬重启实例，让 Nova 重新连接其卷；如果设备不出现，从阵列到此主机逐段查看该卷。主机的逻辑卷需要激活（lvchange -ay）。'],
  },
  'disk-missing': {
    contradicts: '该文件在主机上。',
    checks: ['该文件', '磁盘所依赖的文件', '存储是否已挂载'],
    changes: ['重新挂载存储，或把 base 镜像恢复到此主机的缓存（_base）中。'],
  },
  'disk-locked': {
    contradicts: '在任何共享该存储的主机上，都没有进程打开该磁盘。',
    checks: ['这里谁打开了它', '虚拟机在哪里运行'],
    changes: [['结束占用该磁盘的进程；疏散之后务必确认旧主机确已关闭。', '两台虚拟机使用同一磁盘会毁坏它。']],
  },
  'hugepages-short': {
    contradicts: '虚拟机所在的单元有足够的该大小空闲页。',
    checks: ['按单元列出的页', '该挂载'],
    changes: [['向 Nova 预留主机上其他使用者所用的页（reserved_huge_pages），或在启动时预留更多。', '预留的内存不能再作他用。']],
  },
  'hugepages-mount': {
    contradicts: 'libvirt 启动时已挂载该页大小的 hugetlbfs。',
    checks: ['各挂载及其页大小'],
    changes: ['挂载该页大小的 hugetlbfs 并重启 libvirt（它在启动时查找挂载）；或在 hw:mem_page_size 中改用其他大小。'],
  },
  'memory-short': {
    contradicts: '主机对 flavor 的所有要求都有空闲内存。',
    checks: ['内存', '虚拟机及其内存', '超分的规则'],
    changes: [
      '降低 ram_allocation_ratio 或调大 reserved_host_memory_mb，使调度器不会占满主机。',
      ['增加 swap。', '换页的主机很慢。'],
    ],
  },
  'vnc-address': {
    contradicts: '主机的某个接口上有该地址，且有空闲端口。',
    checks: ['主机的地址'],
    changes: [['把 server_listen 设为此主机的地址，或 0.0.0.0。', '使用 0.0.0.0 时，从主机的每个网络都能访问控制台。']],
  },
  'libvirt-away': {
    contradicts: '当时主机上的 libvirt 有应答。',
    checks: ['libvirt 是否应答', 'libvirt 的说法'],
    changes: ['启动 libvirt（libvirtd，或 virtqemud 及其 socket）；nova-compute 会自行重新连接。'],
  },
  'libvirt-busy': {
    contradicts: 'libvirt 中没有该虚拟机的其他作业。',
    checks: ['正在运行的作业', 'libvirt 的说法'],
    changes: ['等待该作业，或结束它；QEMU 卡在存储上的虚拟机会一直持有锁，直到存储应答。'],
  },
  'domain-exists': {
    contradicts: '主机上没有该名称的 domain。',
    checks: ['主机的 domain'],
    changes: [['在确认没有 Nova 实例对应它之后，移除遗留的 domain。', '取消定义存活实例的 domain 会失去其定义。']],
  },
  firmware: {
    contradicts: '主机上有固件文件及其描述文件。',
    checks: ['描述文件', '镜像的要求'],
    changes: ['在主机上安装 OVMF（edk2），或从镜像上去掉 hw_firmware_type=uefi。'],
  },
  'qemu-unkillable': {
    contradicts: '主机上没有该编号的进程。',
    checks: ['它的 QEMU 在等什么；D 表示在内核中等待', '内核对其存储的说法', 'libvirt 的说法'],
    changes: ['恢复存储：之后该进程会自行退出。如果它只是需要更长时间，现在已经退出；那就重试。',
      ['如果存储无法恢复，重启主机。', '主机上的所有虚拟机都会停止。']],
    remains: ['它在内核中等待没有应答的存储：卷、NFS 或 Ceph 挂载、已消失的路径。',
      '它要归还大量内存或一个 PCI 设备，所需时间比 libvirt 等待的更长。'],
  },
  'guest-keeps-port': {
    contradicts: '该接口已不在虚拟机的运行定义中。',
    checks: ['虚拟机的网络接口', '虚拟机的说法'],
    changes: ['正在启动或没有 ACPI 热插拔的虚拟机不会应答：等它启动完成后重试。',
      ['从 Wallaby 起：调大 device_detach_attempts 或 device_detach_timeout。', '请求会相应更晚失败。']],
  },
  'host-devices': {
    contradicts: '虚拟机的定义中没有 hostdev。',
    checks: ['它占有的主机设备'],
    changes: ['关闭虚拟机后进行冷迁移；占有主机设备的虚拟机不能挂起。'],
  },
  'tap-taken': {
    contradicts: '主机上没有该名称的接口。',
    checks: ['它是否存在', '谁占用了它'],
    changes: [['结束该虚拟机遗留的进程；如果没有，移除该接口（ip link delete），然后再次启动虚拟机。', '正在使用它的虚拟机会失去网络。']],
  },
  'pci-taken': {
    contradicts: '该设备在 libvirt 中空闲。',
    checks: ['谁占用了它', '主机的 domain'],
    changes: ['结束仍占用该设备的 domain，并查看 Nova 是否把它算作空闲（数据库中的 pci_devices）。'],
  },
  iommu: {
    contradicts: '/sys/kernel/iommu_groups 中有 IOMMU 组。',
    checks: ['IOMMU 组', '内核'],
    changes: ['在固件和内核命令行中开启 IOMMU，并加载 vfio-pci。'],
  },
  'qemu-said': {
    contradicts: '虚拟机的日志中更靠前处有另一个原因。',
    checks: ['此虚拟机的日志', 'libvirt 的说法'],
    changes: ['更正 QEMU 指出的问题；完整的命令行在它对该虚拟机的日志中。'],
  },
  'cause-unknown': {
    contradicts: '在此之前同一操作有另一个异常。',
    checks: ['libvirt 的说法', '此虚拟机的日志'],
    changes: ['把 libvirt 的日志设为 information（log_filters）后再试一次。'],
    remains: ['libvirt 自己没有保留原因：只有它当时的日志可能有。'],
  },
  'volume-slow': {
    contradicts: '卷变成了 error。',
    checks: ['卷的状态', '后端在这么长时间里做了什么'],
    changes: [
      '加快从镜像到卷的拷贝：在后端克隆，或使用 Cinder 的镜像缓存。',
      ['把重试次数或间隔调到大于该卷所需的时间。', '卷始终不就绪的创建会相应更久地占用名额。'],
    ],
  },
  'volume-error': {
    contradicts: '卷在之后变为可用。',
    checks: ['为何没有后端接受它', '或后端为何失败', '卷的状态'],
    changes: ['更正 Cinder 指出的问题：空间、卷类型、后端；等待更久也无济于事。'],
  },
  'volume-unready': {
    contradicts: '另一行的异常中给出了卷的状态。',
    checks: ['卷的状态', 'Cinder 对它做了什么'],
    changes: ['在调大等待时间之前，先在 Cinder 中查看该卷后来怎样了。'],
    remains: ['Cinder 只是缓慢：卷现在可用。', 'Cinder 放弃了：卷处于 error。'],
  },
  'iscsi-login': {
    contradicts: '此主机上有到同一 portal 的会话。',
    checks: ['会话', 'portal 是否应答'],
    changes: ['打通到 portal 的路径，或更正 CHAP 和 initiator 的名称；有几个 portal 时，只要另一个可用，一个失败无妨。'],
  },
  'device-taken': {
    contradicts: '虚拟机的定义中没有该名称的磁盘。',
    checks: ['虚拟机的磁盘', 'Nova 所知的卷'],
    changes: [['硬重启该虚拟机，或停止后再启动：Nova 会重新命名其所有磁盘；然后再次挂载。',
      '虚拟机会停一会儿，其磁盘可能得到别的名称。']],
  },
  'iscsi-lun': {
    contradicts: '主机的 /sys 中有该 LUN。',
    checks: ['会话及其 LUN', '阵列是否把它导出给此主机'],
    changes: ['在阵列中查看该 LUN 是否映射给此主机的 initiator。'],
  },
  'multipathd-down': {
    contradicts: '主机上 multipathd 在运行。',
    checks: ['该服务'],
    changes: [
      ['启动主机上的 multipathd；如果没有可合并的路径，把 volume_use_multipath 设为 False。', '只有一条路径时，失去它会使虚拟机停顿。'],
    ],
  },
  'multipath-none': {
    contradicts: '该设备在 multipath 的列表中。',
    checks: ['设备及其路径', '规则'],
    changes: ['设置 multipath.conf 中的 find_multipaths 和 blacklist，使其接受该阵列的卷。'],
  },
  'fc-none': {
    contradicts: '主机的某个 HBA 后面有该 LUN。',
    checks: ['HBA 的端口'],
    changes: ['为此主机的 HBA 与阵列做 zoning，并查看阵列是否把该 LUN 映射给它们。'],
  },
  'device-missing': {
    contradicts: '该设备在主机的 /dev/disk/by-path 中。',
    checks: ['会话', '路径', '设备'],
    changes: ['从阵列到主机逐步检查该卷：映射、登录、设备、multipath。'],
    remains: ['主机访问不到存储：在此之前有登录或路径失败（WARNING 级别）。', '阵列没有把该卷映射给此主机。', 'multipathd 没有接受该设备。'],
  },
  'volume-state': {
    contradicts: '可用的卷。',
    checks: ['卷的状态', '挂接'],
    changes: [['在使用该卷的地方卸下它。只有在没有任何使用者时才恢复其状态。', '两台虚拟机使用同一个卷会毁坏其文件系统。']],
  },
  'volume-image': {
    contradicts: 'Cinder 能为同一用户从此镜像创建卷。',
    checks: ['镜像', 'Cinder 访问的是哪个 Glance', 'Glance 的说法'],
    changes: ['在 cinder.conf 中指定本区域的 Glance，并在 Nova 的 [cinder] os_region_name 中指定其 Cinder。'],
    remains: [
      'Cinder 访问不到 Glance，或访问的是另一个区域的 Glance（cinder.conf 中的 glance_api_servers）。',
      'Glance 没有接受 Cinder 的请求，或者自身出错。',
      '镜像不存在，或者该项目无权使用它。',
      'Nova 访问的 Cinder 与镜像不在同一区域。',
    ],
  },
  'cinder-driver': {
    contradicts: '同一后端的另一个卷能连接到此主机。',
    checks: ['驱动的异常', '卷的状态'],
    changes: ['更正 Cinder 的驱动对此主机指出的问题。'],
  },
  'service-token': {
    contradicts: '此主机和控制节点上都有 [service_user] send_service_user_token = True，且账号有 `service` 角色。',
    checks: ['此主机的设置', '账号的角色', 'Nova 的检查'],
    changes: [
      '在所有主机的 [service_user] 中设置 send_service_user_token = True 及 Nova 的凭据；给该账号 Cinder '
        + '要求的角色（service_token_roles）。',
      ['之后仍被称为使用中的卷：在 Cinder 中删除其 attachment。', '只有在没有虚拟机再拥有该设备时才可以。'],
    ],
  },
  'guest-keeps': {
    contradicts: '该设备已不在虚拟机的运行定义中。',
    checks: ['虚拟机的磁盘', '虚拟机的说法'],
    changes: [
      '在虚拟机内卸载（umount）该设备；正在启动或没有 ACPI 热插拔的虚拟机不会应答。',
      ['从 Wallaby 起：调大 device_detach_attempts 或 device_detach_timeout。', '请求会相应更晚失败。'],
    ],
  },
  'device-gone': {
    contradicts: '该设备在虚拟机的定义中。',
    checks: ['虚拟机的磁盘', '挂接'],
    changes: [['虚拟机已没有该设备：在 Cinder 中删除遗留的 attachment。', '只有在确认没有其他主机使用它之后。']],
  },
  'database-away': {
    contradicts: '当时数据库对此服务有应答。',
    checks: ['从此主机是否有应答', 'Galera 集群的状态'],
    changes: [
      '恢复数据库或它前面的代理；各服务会自行重新连接。',
      '如果只有空闲的连接中断，将 connection_recycle_time 设得小于代理的空闲超时。',
    ],
  },
  'database-full': {
    contradicts: '当时的连接数少于数据库允许的上限。',
    checks: ['数据库允许多少连接，最多时有多少', '谁占用了连接'],
    changes: [
      '调大数据库的 max_connections：每个服务的每个 worker 最多可占用 max_pool_size 与 max_overflow 之和。',
      ['减少 worker，或调小 max_pool_size 和 max_overflow。', '负载高时请求会等待连接。'],
    ],
  },
  'guest-not-resumed': {
    contradicts: '该虚拟机在此主机运行的虚拟机之中。',
    checks: ['此主机的虚拟机', '实例的状态'],
    changes: ['解决附近各行给出的问题，然后再次启动该实例；如果它处于 ERROR，先 reset state 再硬重启。'],
    remains: ['无法连接它的某个卷或访问它的磁盘：前面的行会说明。', 'libvirt 或 QEMU 拒绝了它：该行下面的 traceback 会说明。'],
  },
  'placement-refused': {
    contradicts: '当时 Placement 对其他服务有应答。',
    checks: ['此服务使用哪个 Keystone 和 region', 'Placement 向哪个 Keystone 查询', '为何被拒绝'],
    changes: ['让两者使用同一个 Keystone，更正 Placement 的 [keystone_authtoken] 中的账号，并重启所更正的服务。'],
    remains: [
      '该 token 来自另一个 Keystone，而不是 Placement 查询的那个：[placement] 的 auth_url 或 region 属于另一个云。',
      'Placement 无法检查任何 token：它在 [keystone_authtoken] 中的账号有误，或访问不到它的 Keystone 或 memcached。',
    ],
  },
  'section-credentials': {
    contradicts: '同一账号从此主机能得到 token。',
    checks: ['该账号能否使用', '为何被拒绝'],
    changes: ['更正该节的用户、密码、项目和域，以及 auth_url；然后重启服务。'],
  },
  'token-refused': {
    contradicts: '当时使用同一节的其他调用成功了。',
    checks: ['该账号能否使用', '为何被拒绝'],
    changes: [
      '如果每个调用都失败，更正该节或该服务自身的用户、密码、project 和 domain。',
      '允许各服务接受其间过期的 token：[service_user] send_service_user_token = True。',
    ],
    remains: [
      '用户的 token 在 Nova 工作期间过期：只发生在长时间的工作中。',
      '该节的凭据有误：每个这类调用都失败，周期任务的也是。',
      '访问不到该服务背后的 Keystone 或 memcached：它自己的日志会说明。',
    ],
  },
  'token-refused-older': {
    contradicts: '当时使用同一节的其他调用成功了。',
    checks: ['该账号能否使用', '为何被拒绝'],
    changes: [
      '如果每个调用都失败，更正该节或该服务自身的用户、密码和 project。',
      ['让 token 的有效期长于最长的工作：Keystone 的 [token] expiration。', '被盗的 token 也会同样长久有效。'],
    ],
    remains: [
      '用户的 token 在 Nova 工作期间过期：只发生在长时间的工作中。',
      '该节的凭据有误：每个这类调用都失败，周期任务的也是。',
      '访问不到该服务背后的 Keystone 或 memcached：它自己的日志会说明。',
    ],
  },
  'section-missing': {
    contradicts: '此服务读取的文件中，该节有 auth_type。',
    checks: ['该服务读取的文件'],
    changes: ['填写该节：auth_type、auth_url、username、password、project_name 和两个域。'],
  },
  'endpoint-missing': {
    contradicts: '目录中有该服务类型、interface 和 region 的 endpoint。',
    checks: ['各 endpoint', '各 region'],
    changes: [
      '使该节的 region_name、valid_interfaces 和 service_type（Cinder 为 catalog_info）与目录一致，或增加该 endpoint。',
    ],
  },
  'discovery-failed': {
    contradicts: '从此主机访问 auth_url，Keystone 有应答。',
    checks: ['Keystone 是否应答'],
    changes: ['更正该节的 auth_url，或恢复 Keystone 及其前面的负载均衡器。'],
  },
  'tls-untrusted': {
    contradicts: '该节给出的证书包中有签发该证书的 CA。',
    checks: ['由谁签发'],
    changes: ['在该节的 cafile 中给出含有该 CA 的证书包。', ['把 insecure 设为 True。', '此后途中的任何人都能读取和更改 Nova 所说的内容。']],
  },
  'tls-expired': {
    contradicts: '按此主机的时钟，证书现在有效。',
    checks: ['证书的日期', '时钟'],
    changes: ['更新证书，或更正主机的时钟。'],
  },
  'tls-name': {
    contradicts: 'endpoint 的名称在证书的名称之中。',
    checks: ['证书的名称', '各 endpoint'],
    changes: ['在目录中使用证书所含的名称，或为该名称签发证书。'],
  },
  'tls-plain': {
    contradicts: '该端口使用 TLS。',
    checks: ['什么在应答', '各 endpoint'],
    changes: ['在目录或该节中把 https 改为 http，或为该端口启用 TLS。'],
  },
  unreachable: {
    contradicts: '当时从此主机访问该地址有应答。',
    checks: ['从此主机访问是否应答', '各 endpoint'],
    changes: ['恢复该服务或其前面的负载均衡器，打通到它的路径，或更正 endpoint。'],
  },
  'service-503': {
    contradicts: '当时该服务有应答。',
    checks: ['是否应答'],
    changes: ['查明负载均衡器后面的服务为何不可用：应答来自负载均衡器。'],
  },
  'provider-name': {
    contradicts: '该名称的 provider 就是此计算节点的 UUID。',
    checks: ['谁占用了该名称', '它还占用着什么', '该名称的计算节点'],
    changes: [
      ['删除该主机的旧服务（openstack compute service delete），其 provider 会一并删除；如果只剩下 provider，待它没有 '
        + 'allocation 时删除。',
       '如果那里有实例在运行，先移动或修复其 allocation。'],
      '给自称相同的两台主机各自的名称。',
    ],
  },
  'provider-in-use': {
    contradicts: '该 provider 没有 allocation。',
    checks: ['它还占用着什么', '所有与实例不符的'],
    changes: [['先删除已不存在的实例和迁移的 allocation，再删除该 provider。', '误删 allocation 会使主机被超额安排。']],
  },
  'node-renamed': {
    contradicts: '两处名称相同：记录中的，和主机自称的。',
    checks: ['主机如何自称', '主机保存的标识', 'Nova 所知的节点'],
    changes: [
      '恢复记录中的名称（主机名，或 [DEFAULT] host）。',
      ['如果 compute_id 随镜像或备份来自另一台主机，恢复该主机自己的。', '旧主机换用新的标识，会失去其实例和 allocation。'],
    ],
  },
  'node-identity-lost': {
    contradicts: 'state 目录中有 nova 可读的 compute_id 文件。',
    checks: ['该文件应在何处', 'Nova 所知的节点'],
    changes: [['把此主机记录的 UUID 写入 compute_id；在容器中把 state 目录放在单独的卷上。', '写入另一台主机的 UUID 会使其实例错位。']],
  },
  'node-identity-odd': {
    contradicts: '只有一个 compute_id 文件，其中只有一个 UUID，nova 可读可写。',
    checks: ['所有保存标识的文件', 'Nova 所知的节点'],
    changes: ['只留一个 compute_id，内容为记录中的 UUID，属主为 nova。'],
  },
  'node-unknown': {
    contradicts: '其 cell 的数据库中有该主机的计算节点。',
    checks: ['主机如何自称', 'Nova 所知的节点', '各服务及其主机'],
    changes: ['以升级前的名称启动它。'],
  },
  'database-foreign': {
    contradicts: '数据库中有此主机的服务，且主机上没有虚拟机。',
    checks: ['主机上的虚拟机', '各服务及其主机', '主机如何自称'],
    changes: [
      '使主机所连的 cell 及其 transport_url 指向正确的云；或以原来的名称启动它。',
      ['如果虚拟机是另一个云遗留的，先删除它们。', '其磁盘上的内容会丢失。'],
    ],
  },
  'api-database-here': {
    contradicts: 'nova-compute 读取的文件中，[api_database] 没有 connection。',
    checks: ['它读取的文件'],
    changes: ['在有 nova-compute 的主机上去掉 [api_database] 的 connection；数据库密码也不应放在那里。'],
  },
  'database-not-allowed': {
    contradicts: '该服务不是 nova-compute。',
    checks: ['它是否知道 API 数据库', '调用来自何处'],
    changes: ['在那里去掉 [api_database] 的 connection；否则更正 traceback 所指的代码。'],
    remains: [
      '为 nova-compute 设置了 [api_database] connection：它于是查询所有 cell 的版本。',
      '某个驱动、hook 或自己的改动在只有 conductor 可以读的地方读了数据库：traceback 会说明是哪一个。',
    ],
  },
  'hypervisor-old': {
    contradicts: '主机上的 libvirt 或 QEMU 已达到该版本。',
    checks: ['主机上的版本'],
    changes: ['先于 Nova 升级那里的 libvirt 和 QEMU，或保留前一版本的 nova-compute。'],
  },
  'compute-too-old': {
    contradicts: '列表中没有更旧的 nova-compute。',
    checks: ['各服务及其最后一次上报', '是否就绪'],
    changes: [['升级这些主机；删除已不存在的主机的记录（openstack compute service delete）。', '有实例的主机的记录必须保留。']],
  },
  'cpu-sets': {
    contradicts: '两个集合没有共同的 CPU，且各自为主机上运行的实例留有 CPU。',
    checks: ['两个集合', '主机上的实例'],
    changes: [['两类实例都在那里运行时，为两类都留出 CPU，且不重复。', '从绑定的实例拿走 CPU，会使其下次启动失败。']],
  },
  'inventory-in-use': {
    contradicts: '该 provider 没有这一类的 allocation。',
    checks: ['谁在占用', '该 provider 提供什么'],
    changes: [
      '把实例正在使用时从 nova.conf 去掉的内容加回去，或先移走这些实例。',
      ['删除已不存在的实例的 allocation。', '误删 allocation 会使主机被超额安排。'],
    ],
  },
  'allocation-unknown': {
    contradicts: '该实例在此 cell 的数据库中；它正在创建或删除时，该行无需处理。',
    checks: ['为它分配了什么', '实例在哪里', '所有与实例不符的'],
    changes: [['删除不属于任何实例的内容（nova-manage placement audit --delete）。', '误删 allocation 会使主机被超额安排。']],
  },
  'allocation-left': {
    contradicts: '迁移仍在进行或等待确认。',
    checks: ['为它分配了什么', '实例在哪里', '所有与实例不符的'],
    changes: [['删除不属于任何实例的内容（nova-manage placement audit --delete）。', '误删 allocation 会使主机被超额安排。']],
  },
  'allocation-unmanaged': {
    contradicts: '实例正在移入或移出此主机。',
    checks: ['为它分配了什么', '实例在哪里', '所有与实例不符的'],
    changes: [['删除不属于任何实例的内容（nova-manage placement audit --delete）。', '误删 allocation 会使主机被超额安排。']],
  },
  'migration-leaked': {
    contradicts: 'Placement 中没有该迁移的 allocation。',
    checks: ['为它分配了什么', '实例在哪里', '所有与实例不符的'],
    changes: [['删除不属于任何实例的内容（nova-manage placement audit --delete）。', '误删 allocation 会使主机被超额安排。']],
  },
  'host-unmapped': {
    contradicts: '该主机在某个 cell 的列表中。',
    checks: ['各 cell 的主机', '在运行的服务'],
    changes: ['映射该主机：nova-manage cell_v2 discover_hosts，或让调度器自行完成。'],
  },
  'compute-unavailable': {
    contradicts: '该 nova-compute 在 service_down_time 之内有上报。',
    checks: ['它最近一次上报的时间', '它为何没有上报'],
    changes: ['启动该主机的 nova-compute，或选择在运行的主机。'],
  },
  'service-down': {
    contradicts: '该主机或此主机的时钟有误：那么只是比较出错。',
    checks: ['它最近一次上报的时间', '它为何没有上报'],
    changes: ['启动该服务，或使各主机的时间一致。'],
  },
  'report-lost': {
    contradicts: '当时数据库中有此服务的上报。',
    checks: ['它现在是否在运行', 'conductor 做了什么'],
    changes: ['查明 conductor、其数据库或消息总线为何没有应答；超过 service_down_time 之后该主机算作已停止。'],
  },
  'service-record-gone': {
    contradicts: '该服务在列表中。',
    checks: ['各服务'],
    changes: ['如果要保留该主机，重启该服务，否则停止它。'],
  },
  'stuck-restart': {
    contradicts: '此操作之后还有日志行。',
    checks: ['实例的状态', '服务为何结束'],
    changes: [['删除该实例，或恢复其状态后重新进行（openstack server set --state）。', '设置状态只更改记录，不更改虚拟机。']],
  },
  'build-interrupted': {
    contradicts: '该实例的创建在 nova-compute 启动之前已结束。',
    checks: ['实例的状态', '服务为何结束'],
    changes: ['删除该实例并重新创建；在重启 nova-compute 之前先停止向该主机调度。'],
  },
  'build-timeout': {
    contradicts: '创建在 instance_build_timeout 之前已结束。',
    checks: ['实例的状态', '什么耗时这么久'],
    changes: [['把 instance_build_timeout 调到大于这里的创建所需的时间，或设为 0。', '设为 0 时，卡住的创建会停留在 BUILD。']],
  },
  'delete-resumed': {
    contradicts: '删除在重启之前已结束。',
    checks: ['实例的状态'],
    changes: ['等待这次删除：它是新的一次执行。'],
  },
  'task-cleared': {
    contradicts: '该操作在重启之前已结束。',
    checks: ['实例的状态'],
    changes: ['重新请求该操作：重启切断了它。'],
  },
  'delete-pending': {
    contradicts: '该实例的某次删除继续进行了。',
    checks: ['实例的状态', '第一次删除后来怎样了'],
    changes: ['找到该实例的第一次删除：它自己的日志行说明进行到哪里。如果其 nova-compute 已停止，启动它：删除会自行继续。'],
  },
  'host-down-delete': {
    contradicts: '该主机的 nova-compute 在运行。',
    checks: ['该主机'],
    changes: ['无需处理：记录会立即删除，nova-compute 再次启动时会移除虚拟机。'],
  },
  'state-conflict': {
    contradicts: '实例没有 task_state，且 vm_state 允许该操作。',
    checks: ['实例的状态'],
    changes: [['等待正在运行的操作；只有在没有任何操作在运行时才恢复状态。', '设置状态只更改记录，不更改虚拟机。']],
  },
  'state-changed': {
    contradicts: '该实例始终处于预期的状态。',
    checks: ['该实例上的操作'],
    changes: ['如果其间被删除，无需处理；否则查明是什么更改了它：另一个请求，或启动时清除任务的 nova-compute。'],
  },
  'off-after-start': {
    contradicts: '主机一直在运行（uptime -s 早于 nova-compute 的启动）。',
    checks: ['主机何时启动', '虚拟机'],
    changes: [['启动这些实例；把 resume_guests_state_on_host_boot 设为 True，使它们自行恢复。', '主机重启之后所有虚拟机会同时启动。']],
    remains: ['只有 nova-compute 被重启，其间虚拟机从内部关机。'],
  },
  'off-by-itself': {
    contradicts: '有人请求 Nova 停止该实例。',
    checks: ['主机何时启动', '是否被杀死', 'QEMU 如何结束'],
    changes: ['启动该实例；如果主机内存不足，为主机多预留内存。'],
    remains: [
      '它从虚拟机内部被关机。', '主机被重启或断电：它启动之后，其虚拟机处于关机状态。', '主机的内核因内存不足杀死了 QEMU。',
      'QEMU 崩溃或被手工结束。',
    ],
  },
  'metadata-secret': {
    contradicts: 'nova.conf 与 metadata agent 的配置中密钥相同。',
    checks: ['在 agent 所在的主机上'],
    changes: [
      '把 nova.conf 的 [neutron] 和 metadata agent 中的 metadata_proxy_shared_secret 设为同一个值，然后重启两者。',
    ],
  },
  'metadata-proxy-off': {
    contradicts: '此服务读取的文件中有 service_metadata_proxy = True。',
    checks: ['该节'],
    changes: ['在应答 metadata 的服务的 [neutron] 中把 service_metadata_proxy 设为 True。'],
  },
  'metadata-none': {
    contradicts: '有使用该固定地址的实例。',
    checks: ['谁占用了该地址'],
    changes: ['使 metadata 请求经由 Neutron 的 agent，并设置 service_metadata_proxy。'],
    remains: ['该请求绕过了 metadata agent，因此没有指明实例。', '已没有实例拥有该地址。'],
  },
  'metadata-unmapped': {
    contradicts: '该实例有映射。',
    checks: ['该映射'],
    changes: ['映射该 cell 的实例：nova-manage cell_v2 map_instances。'],
  },
  'console-token': {
    contradicts: '此代理读取的数据库中有该 token，且未过期。',
    checks: ['新的地址'],
    changes: ['重新打开控制台；如果立即又出现，使每个 cell 的代理读取其 cell 的数据库，并使所有代理和主机的时间一致。'],
  },
  'console-origin': {
    contradicts: '浏览器访问代理所用的名称在 allowed_origins 中。',
    checks: ['用户得到的地址'],
    changes: [['把浏览器所用的名称写入 allowed_origins，或写入 novncproxy_base_url。', '每个被允许的来源都能凭 token 打开控制台。']],
  },
  'console-refused': {
    contradicts: '虚拟机的 VNC 端口应答该代理。',
    checks: ['虚拟机的显示端口', '有什么在监听'],
    changes: [
      '使虚拟机在代理的来源可访问的地址上监听（server_listen），在 server_proxyclient_address 中给出该地址，并放开 5900 及以上的端口。',
    ],
  },
  'console-tls': {
    contradicts: '用相同的证书能完成 VeNCrypt 握手。',
    checks: ['证书'],
    changes: ['更正代理和主机的证书，并使 auth_schemes 含有主机所提供的方式。'],
  },
};
