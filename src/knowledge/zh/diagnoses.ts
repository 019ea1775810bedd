// The sentences of diagnoses in Simplified Chinese; the keys and slots of diagnoses/sentences.ts.

import type { DiagnosisSentence } from '../diagnoses/sentences';

export const diagnoses: Readonly<Record<string, DiagnosisSentence>> = {
  'filter-compute': {
    cause: [
      '{filter} 拒绝了 {hosts} 台主机中剩下的最后 {left} 台：每台主机的 nova-compute 都已停止或被禁用。',
      '{filter} 没有留下任何主机：每台主机的 nova-compute 都已停止或被禁用。',
    ],
    remedy: '启动或启用各主机上的 nova-compute（openstack compute service list）。',
  },
  'filter-memory': {
    cause: [
      '{filter} 拒绝了 {hosts} 台主机中剩下的最后 {left} 台：内存不足。',
      '{filter} 没有留下任何主机：内存不足。',
    ],
    remedy: '腾出内存、增加主机，或调大 ram_allocation_ratio。',
  },
  'filter-disk': {
    cause: [
      '{filter} 拒绝了 {hosts} 台主机中剩下的最后 {left} 台：磁盘不足。',
      '{filter} 没有留下任何主机：磁盘不足。',
    ],
    remedy: '腾出磁盘空间、从卷启动，或调大 disk_allocation_ratio。',
  },
  'filter-cores': {
    cause: [
      '{filter} 拒绝了 {hosts} 台主机中剩下的最后 {left} 台：vCPU 不足。',
      '{filter} 没有留下任何主机：vCPU 不足。',
    ],
    remedy: '腾出 vCPU、增加主机，或调大 cpu_allocation_ratio。',
  },
  'filter-numa': {
    cause: [
      '{filter} 拒绝了 {hosts} 台主机中剩下的最后 {left} 台：没有任何 NUMA 单元的 CPU、内存或大页放得下虚拟机。',
      '{filter} 没有留下任何主机：没有任何 NUMA 单元的 CPU、内存或大页放得下虚拟机。',
    ],
    remedy: '在一个单元中腾出绑定的 CPU 或大页，或让 flavor 分布到更多单元。',
  },
  'filter-pci': {
    cause: [
      '{filter} 拒绝了 {hosts} 台主机中剩下的最后 {left} 台：没有所请求种类的空闲 PCI 设备。',
      '{filter} 没有留下任何主机：没有所请求种类的空闲 PCI 设备。',
    ],
    remedy: '腾出一个设备，或使控制节点和各主机的 [pci] alias 和 device_spec 一致。',
  },
  'filter-zone': {
    cause: [
      '{filter} 拒绝了 {hosts} 台主机中剩下的最后 {left} 台：没有主机位于所请求的可用区。',
      '{filter} 没有留下任何主机：没有主机位于所请求的可用区。',
    ],
    remedy: '请求有主机的可用区（openstack availability zone list --compute）。',
  },
  'filter-group': {
    cause: [
      '{filter} 拒绝了 {hosts} 台主机中剩下的最后 {left} 台：server group 的策略不允许其中任何一台。',
      '{filter} 没有留下任何主机：server group 的策略不允许其中任何一台。',
    ],
    remedy: '使主机多于组的成员，或使用 soft 策略。',
  },
  'filter-aggregate': {
    cause: [
      '{filter} 拒绝了 {hosts} 台主机中剩下的最后 {left} 台：没有 aggregate 具备 flavor、镜像或项目所要求的内容。',
      '{filter} 没有留下任何主机：没有 aggregate 具备 flavor、镜像或项目所要求的内容。',
    ],
    remedy: '给某个 aggregate 加上该属性，或从 flavor 或镜像上去掉它。',
  },
  'filter-capabilities': {
    cause: [
      '{filter} 拒绝了 {hosts} 台主机中剩下的最后 {left} 台：flavor 的某个 extra spec 与主机的能力不符。',
      '{filter} 没有留下任何主机：flavor 的某个 extra spec 与主机的能力不符。',
    ],
    remedy: '针对 aggregate 的 extra spec 要带前缀 aggregate_instance_extra_specs:。',
  },
  'filter-image': {
    cause: [
      '{filter} 拒绝了 {hosts} 台主机中剩下的最后 {left} 台：没有主机支持镜像的属性。',
      '{filter} 没有留下任何主机：没有主机支持镜像的属性。',
    ],
    remedy: '更正镜像的架构、hypervisor 类型或机器模式。',
  },
  'filter-tried': {
    cause: '每台主机之前都试过且失败：调度器已没有其他主机。',
    remedy: '查明第一台主机为何失败。',
  },
  'filter-load': {
    cause: [
      '{filter} 拒绝了 {hosts} 台主机中剩下的最后 {left} 台：每台主机的实例数或 I/O 操作数都已达到其上限。',
      '{filter} 没有留下任何主机：每台主机的实例数或 I/O 操作数都已达到其上限。',
    ],
    remedy: '增加主机，或调大 max_instances_per_host 或 max_io_ops_per_host。',
  },
  'filter-hint': {
    cause: [
      '{filter} 拒绝了 {hosts} 台主机中剩下的最后 {left} 台：请求的 hint 或隔离的主机使一台也不剩。',
      '{filter} 没有留下任何主机：请求的 hint 或隔离的主机使一台也不剩。',
    ],
    remedy: '不带该 hint 请求，或更正 isolated_hosts 和 isolated_images。',
  },
  'filter-other': {
    cause: [
      '{filter} 拒绝了 {hosts} 台主机中剩下的最后 {left} 台。',
      '{filter} 没有留下任何主机。',
    ],
    remedy: '查看 {filter} 比较什么：在 DEBUG 级别它会对每台主机说明。',
  },
  'filters-no-host': {
    cause: '过滤器没有得到任何主机：调度器不知道有可用于该请求的主机。',
    remedy: '查看是否有主机在运行 nova-compute，以及其 cell 是否知道它（nova-manage cell_v2 list_hosts，从 Ocata 起）。',
  },
  'placement-empty': {
    cause: 'Placement 没有为该请求给出主机：没有询问任何过滤器。',
    remedy: '把 flavor 的要求与 Placement 中的 inventory 和 trait 对照（openstack allocation candidate list）。',
  },
  'placement-empty-alone': {
    cause: 'Placement 没有为一个请求给出主机：没有询问任何过滤器，随后就是 NoValidHost。',
    remedy: '把其 flavor 的要求与 Placement 中的 inventory 和 trait 对照（openstack allocation candidate list）。',
  },
  'placement-empty-likely': {
    cause: '没有给出原因：从 Pike 起，Placement 没有返回主机时 Nova 就是如此。',
    remedy: '同时查看 nova-scheduler 的日志：“Got no allocation candidates”可以证实。',
  },
  'filters-unseen': {
    cause: '调度器剩下的主机太少；是哪个过滤器，不在这些日志中。',
    remedy: '同时查看 nova-scheduler 的日志：“Filter … returned 0 hosts”。',
  },
  'filters-unseen-older': {
    cause: '调度器剩下的主机太少；是哪个过滤器，不在这些日志中。',
    remedy: '同时查看 nova-scheduler 的日志；在 Icehouse 之前只有 DEBUG 级别才有。',
  },
  'source-claim': {
    cause: 'Placement 不允许替换实例在其自身主机上的资源声明。',
    remedy: '重试；如果一直如此，修复该实例的 allocation。',
  },
  'forced-host-full': {
    cause: [
      '指定了主机 {host}，而它的余量不足。',
      '指定了主机，而它的余量不足。',
    ],
    remedy: '另选一台主机，或让调度器选择。',
  },
  'hosts-alike': {
    cause: [
      '所有主机以相同方式失败（{causes}）。',
      '所有主机以相同方式失败。',
    ],
    remedy: '查找各主机的共同之处：更多尝试没有帮助。',
  },
  'hosts-differ': {
    cause: [
      '各主机因不同原因失败（{causes}）。',
      '各主机因不同原因失败。',
    ],
    remedy: '逐个查看每次尝试。',
  },
  'vif-late': {
    cause: [
      'Neutron 在 Nova 放弃之后 {duration}才报告端口 {port} 已接好。',
      'Neutron 在 Nova 放弃之后才报告端口已接好。',
    ],
    remedy: '查明 L2 agent 或 OVN 因何繁忙；否则调大 vif_plugging_timeout。',
  },
  'vif-failed': {
    cause: 'Neutron 报告接入端口失败。',
    remedy: '在 neutron-server 和 agent 的日志中查找该端口。',
  },
  'vif-lost': {
    cause: 'nova-api 及时得知端口已接好，而此主机从未收到。',
    remedy: '查明 nova-api 与 nova-compute 之间的问题：消息总线、cell 或繁忙的主机。',
  },
  'vif-refused': {
    cause: 'nova-api 丢弃了该端口的事件：实例还没有主机。',
    remedy: '重新创建，并查看数据库是否缓慢。',
  },
  'vif-silent': {
    cause: [
      '端口 {port} 的事件没有到来，超时之后的 {duration}内也没有。',
      '端口的事件没有到来。',
    ],
    remedy: '检查主机上的 L2 agent，以及 Neutron 能否访问 Nova API。',
  },
  'vif-open': {
    cause: 'Neutron 没有及时报告端口已接好；原因不在这些日志中。',
    remedy: '把端口在 Neutron 中变为 ACTIVE 的时间与超时对照。',
  },
  'port-dead-agent': {
    cause: 'Neutron 拒绝绑定端口，因为主机上的 agent 不存活。',
    remedy: '启动主机上的 L2 agent，然后重新创建。',
  },
  'port-binding': {
    cause: [
      'Neutron 无法把端口 {port} 绑定到主机；原因在它自己的日志中。',
      'Neutron 无法把端口绑定到主机；原因在它自己的日志中。',
    ],
    remedy: '在 neutron-server 的日志中查找该端口。',
  },
  'no-more-ips': {
    cause: [
      '网络 {network} 已没有空闲地址。',
      '该网络已没有空闲地址。',
    ],
    remedy: '删除无人使用的端口，或增加一个子网。',
  },
  'port-quota': {
    cause: '该项目已没有端口配额。',
    remedy: '删除端口，或在 Neutron 中提高配额。',
  },
  'address-taken': {
    cause: '所请求的固定地址正在使用。',
    remedy: '请求另一个地址，或释放这一个。',
  },
  'port-taken': {
    cause: [
      '端口 {port} 正被另一个实例使用。',
      '该端口正被另一个实例使用。',
    ],
    remedy: '在那里卸下该端口，或使用另一个。',
  },
  'ovs-port': {
    cause: [
      '网桥 {bridge} 没有接受该接口：{reason}',
      '网桥没有接受该接口。',
    ],
    remedy: '启动 Open vSwitch 和 agent，或更正网桥的名称。',
  },
  'vif-plugin': {
    cause: [
      'VIF 插件失败：{reason}',
      'VIF 插件失败。',
    ],
    remedy: '在此主机上更正插件指出的问题。',
  },
  'rpc-late': {
    cause: '应答在 rpc_response_timeout 之后才到来，已没有人在等待。',
    remedy: '查明被调用的服务为何需要这么久；否则调大 rpc_response_timeout。',
  },
  'rpc-conductor': {
    cause: [
      'nova-conductor 没有及时应答 {method}。',
      'nova-conductor 没有及时应答。',
    ],
    remedy: '查看 nova-conductor 是否在运行，以及是否跟得上其队列。',
  },
  'rpc-scheduler': {
    cause: [
      'nova-scheduler 没有及时应答 {method}。',
      'nova-scheduler 没有及时应答。',
    ],
    remedy: '查看 nova-scheduler 是否在运行，以及 Placement 是否应答它。',
  },
  'rpc-compute': {
    cause: [
      'nova-compute 没有及时应答 {method}。',
      'nova-compute 没有及时应答。',
    ],
    remedy: '查看被请求的主机的 nova-compute 是否在运行，以及它在忙什么。',
  },
  'rpc-network': {
    cause: [
      'nova-network 没有及时应答 {method}。',
      'nova-network 没有及时应答。',
    ],
    remedy: '查看该主机的 nova-network 是否在运行，以及当时在忙什么。',
  },
  'rpc-broker': {
    cause: [
      '在无法访问消息总线 {host} 期间，某个调用没有得到应答。',
      '在无法访问消息总线期间，某个调用没有得到应答。',
    ],
    remedy: '恢复消息总线；各服务会自行重新连接。',
  },
  'rpc-open': {
    cause: '某个 RPC 调用没有及时得到应答；是对哪个服务的调用，不在此日志中。',
    remedy: '在其他服务的日志中查找同一请求 id。',
  },
  'conductor-away': {
    cause: '此服务启动时 nova-conductor 没有应答。',
    remedy: '启动此 cell 的 nova-conductor，或更正 transport_url。',
  },
  'broker-denied': {
    cause: 'RabbitMQ 拒绝了此服务的账号或其权限。',
    remedy: '更正 transport_url 中的用户、密码和 virtual host，或在 RabbitMQ 中创建该用户。',
  },
  'broker-away': {
    cause: [
      '无法访问消息总线 {host}：{error}',
      '无法访问消息总线：{error}',
      '无法访问消息总线。',
    ],
    remedy: '恢复消息总线，或打通到它的路径。',
  },
  'reply-dropped': {
    cause: '某个应答找不到应答队列：调用方已不存在。',
    remedy: '查看调用方的服务当时是否被重启。',
  },
  'live-cpu': {
    cause: [
      '目标主机的 CPU 缺少虚拟机的特性：{features}',
      '目标主机的 CPU 与虚拟机不符。',
    ],
    remedy: '给所有主机同一个 CPU 型号（cpu_mode custom，cpu_models，Train 之前为 cpu_model）。',
  },
  'live-host-key': {
    cause: '源主机不认识目标主机的 SSH host key。',
    remedy: '把该密钥以 live_migration_uri 所用的名称写入源主机的 known_hosts。',
  },
  'live-ssh-denied': {
    cause: '目标主机拒绝了源主机的 SSH 密钥。',
    remedy: '把源主机的公钥写入目标主机的 authorized_keys。',
  },
  'live-tls': {
    cause: '两台主机之间的 TLS 失败：证书未被接受或无法读取。',
    remedy: '检查两台主机上证书的 CA、名称、日期和权限。',
  },
  'live-refused': {
    cause: [
      '无法在 {address} 访问目标主机的 libvirt。',
      '无法访问目标主机的 libvirt。',
    ],
    remedy: '使 libvirt 在那里监听，并放开其端口和迁移所用的端口。',
  },
  'live-name': {
    cause: '源主机无法解析目标主机的名称。',
    remedy: '使该名称可以解析，或在目标主机上设置 live_migration_inbound_addr。',
  },
  'live-auth': {
    cause: '目标主机的 libvirt 拒绝了登录（SASL）。',
    remedy: '给两台主机同一个 SASL 账号。',
  },
  'live-post-copy': {
    cause: '迁移在切换到 post-copy 之后失败：虚拟机的内存已丢失。',
    remedy: '重新启动虚拟机，并查明主机之间的网络为何中断。',
  },
  'live-post-copy-missing': {
    cause: '某台主机的 QEMU 不能对此虚拟机使用 post-copy，而 Nova 要求了它。',
    remedy: '把 live_migration_permit_post_copy 设为 False，或更新主机的内核和 QEMU。',
  },
  'live-timeout': {
    cause: [
      '迁移在 {seconds} 秒之后仍未结束：虚拟机更改内存的速度与拷贝一样快。',
      '迁移在允许的时间内没有结束。',
    ],
    remedy: '允许 post-copy 或 auto-converge，或给更多时间或带宽。',
  },
  'live-cancelled': {
    cause: '迁移进行中有人要求 Nova 取消它。',
    remedy: '没有故障：虚拟机留在原主机；如仍需要，请重新开始迁移。',
  },
  'live-stuck': {
    cause: [
      'Nova 在 {seconds} 秒没有进展之后放弃了迁移。',
      'Nova 放弃了迁移：没有进展。',
    ],
    remedy: '把 live_migration_progress_timeout 设为 0，并查看主机之间的网络。',
  },
  'live-vif': {
    cause: '目标主机的 network-vif-plugged 事件没有及时到来。',
    remedy: '检查目标主机的 L2 agent，或 live_migration_wait_for_vif_plug。',
  },
  'live-disk-left': {
    cause: [
      '{path} 已存在于目标主机：是先前的迁移遗留的。',
      '该磁盘已存在于目标主机。',
    ],
    remedy: '如果该目录不是共享的，移除那里遗留的内容。',
  },
  'live-not-shared': {
    cause: [
      '{path} 不在两台主机共享的存储上。',
      '磁盘不在共享存储上。',
    ],
    remedy: '使用块迁移，或共享存储。',
  },
  'live-shared': {
    cause: '请求了块迁移，而两台主机共享存储。',
    remedy: '不使用块迁移。',
  },
  'live-lost': {
    cause: '迁移期间 libvirt 的一个连接中断；是哪一侧，这一行没有说明。',
    remedy: '查看两台主机上 libvirt 的日志，然后再次迁移。',
  },
  'live-cache': {
    cause: 'libvirt 拒绝迁移磁盘使用主机缓存的虚拟机。',
    remedy: '对共享存储把 disk_cachemodes 设为 none，并重新启动该虚拟机。',
  },
  'live-security': {
    cause: [
      '目标主机没有该虚拟机启动时所用的安全驱动 {model}。',
      '目标主机没有该虚拟机启动时所用的安全驱动。',
    ],
    remedy: '在两台主机上使用相同的安全驱动。',
  },
  'live-unexpected': {
    cause: '迁移作业意外结束；原因在两台主机的 QEMU 日志中。',
    remedy: '查看两台主机上该虚拟机的 /var/log/libvirt/qemu。',
  },
  'ssh-host-key': {
    cause: '源主机不认识目标主机的 SSH host key。',
    remedy: '把目标主机的密钥写入 Nova 用户的 known_hosts。',
  },
  'ssh-host-changed': {
    cause: '目标主机出示的 SSH host key 与源主机所保存的不同。',
    remedy: '如果这是有意的，更换 Nova 用户 known_hosts 中的密钥。',
  },
  'ssh-key-unread': {
    cause: [
      '源主机的 SSH 无法使用私钥 {file}。',
      '源主机的 SSH 无法使用其私钥。',
    ],
    remedy: '重新写入该密钥，只允许 Nova 用户读取。',
  },
  'ssh-denied': {
    cause: '目标主机拒绝了 Nova 用户的 SSH 登录。',
    remedy: '交换 Nova 用户的密钥，并给该用户一个 shell。',
  },
  'ssh-refused': {
    cause: [
      '到 {host} 的 SSH 失败：{reason}',
      '到目标主机的 SSH 失败。',
    ],
    remedy: '在目标主机的 my_ip 上放开主机之间的 SSH。',
  },
  'ssh-failed': {
    cause: '通过 SSH 在目标主机上执行的一条命令失败。',
    remedy: '以 Nova 用户手工执行该命令。',
  },
  'node-unlike-host': {
    cause: '虚拟机记录中的主机没有旁边所写名称的计算节点。',
    remedy: '找出虚拟机实际运行的主机，并一并更正其 host 和 node。',
  },
  'disk-shrink': {
    cause: '新 flavor 的磁盘更小。',
    remedy: '选用磁盘至少同样大的 flavor。',
  },
  'claim-memory': {
    cause: [
      '主机剩余内存 {free} MB，而请求了 {wanted} MB。',
      '主机内存不足。',
    ],
    remedy: '在主机上腾出内存，或使调度器与主机的比例一致。',
  },
  'claim-disk': {
    cause: [
      '主机剩余磁盘 {free} GB，而请求了 {wanted} GB。',
      '主机磁盘不足。',
    ],
    remedy: '在主机上腾出磁盘空间，或从卷启动。',
  },
  'claim-cores': {
    cause: [
      '主机剩余 {free} 个 vCPU，而请求了 {wanted} 个。',
      '主机 vCPU 不足。',
    ],
    remedy: '腾出 vCPU，或调大 cpu_allocation_ratio。',
  },
  'claim-numa-pci': {
    cause: '没有 NUMA 单元既放得下虚拟机又有其 PCI 设备。',
    remedy: '在设备所在的单元中腾出 CPU 或页，或使用 pci_numa_affinity_policy=preferred。',
  },
  'claim-numa': {
    cause: '主机没有放得下虚拟机的 NUMA 单元：绑定的 CPU 或大页不足。',
    remedy: '在一个单元中腾出绑定的 CPU 或大页，或设置 hw:numa_nodes。',
  },
  'claim-pci': {
    cause: '主机没有所请求种类的空闲 PCI 设备。',
    remedy: '腾出一个设备，或更正 [pci] alias 和 device_spec。',
  },
  'claim-group': {
    cause: 'server group 的另一个成员同时创建在同一台主机上。',
    remedy: '逐个创建成员，或留出更多主机。',
  },
  'node-associated': {
    cause: [
      'Ironic 中该实例已经在另一个节点上，而不在 {node} 上。',
      'Ironic 中该实例已经在另一个节点上。',
    ],
    remedy: '查看它在哪个节点上（openstack baremetal node show --instance <instance>），以及该节点为何没有归还。',
  },
  'pin-taken': {
    cause: [
      '请求了 CPU {wanted}，而只有 {free} 符合 Nova 的需要。',
      'CPU {wanted} 无法分配或收回：记录为虚拟机所有的是 {pinned}。',
      '虚拟机的 CPU 与 Nova 的记录不符。',
    ],
    remedy: '把虚拟机的绑定与 Nova 的记录对照，并重启 nova-compute。',
  },
  'pin-unknown': {
    cause: [
      '虚拟机绑定到 CPU {wanted}，而主机只提供 {known}。',
      '虚拟机绑定到主机不再提供的 CPU。',
    ],
    remedy: '在移走虚拟机之前，把这些 CPU 放回 cpu_dedicated_set。',
  },
  'pages-unsupported': {
    cause: '主机没有所请求大小的内存页。',
    remedy: '在主机上预留该大小的页，或更正 hw:mem_page_size。',
  },
  'quota-instances': {
    cause: [
      '{resource} 的配额：请求 {wanted}，{allowed} 中已用 {used}。',
      '该项目的配额已用尽。',
    ],
    remedy: '删除不需要的，或提高该项目的配额。',
  },
  'quota-volumes': {
    cause: '该项目已没有卷配额。',
    remedy: '删除卷，或在 Cinder 中提高配额。',
  },
  'image-unsafe': {
    cause: '镜像未通过安全检查：它可能读取主机的文件。',
    remedy: '重新制作不带 backing file 或 data file 的镜像，并以其自身的格式上传。',
  },
  'image-format': {
    cause: [
      '镜像是 {status}，而 Glance 称它为 {name}。',
      '镜像不是 Glance 所说的格式。',
    ],
    remedy: '以文件实际的 disk_format 重新上传镜像。',
  },
  'image-unsupported': {
    cause: 'Nova 没有用于该镜像格式的检查器。',
    remedy: '把镜像转换为 qcow2 或 raw。',
  },
  'image-backed': {
    cause: [
      '镜像引用了另一个文件（{file}），因此被拒绝。',
      '镜像引用了另一个文件，因此被拒绝。',
    ],
    remedy: '把镜像合并为单个文件并重新上传。',
  },
  'image-vmdk': {
    cause: '该 VMDK 的类型是此主机不允许的。',
    remedy: '转换镜像，或把其类型加入 vmdk_allowed_types。',
  },
  'image-convert': {
    cause: [
      'qemu-img 无法转换镜像：{reason}',
      'qemu-img 无法转换镜像。',
    ],
    remedy: '更正 qemu-img 指出的问题；损坏的镜像要重新上传。',
  },
  'image-large': {
    cause: [
      '镜像需要 {image} 字节，而 flavor 的磁盘有 {flavor}。',
      'flavor 的磁盘小于镜像。',
    ],
    remedy: '使用磁盘更大的 flavor。',
  },
  'image-gone': {
    cause: [
      'Glance 没有可供此项目使用的镜像 {image}。',
      'Glance 没有可供此项目使用的该镜像。',
    ],
    remedy: '使用另一个镜像，或恢复这一个。',
  },
  'image-denied': {
    cause: 'Glance 拒绝了此镜像；是因为 token 还是策略，在它自己的日志中。',
    remedy: '在 Glance 的日志中查看它拒绝的是 token（401）还是项目（403）。',
  },
  'image-corrupt': {
    cause: '收到的镜像，其校验和与 Glance 的不同。',
    remedy: '重新上传镜像；否则查看 Glance 的存储。',
  },
  'image-signature': {
    cause: '无法验证镜像的签名。',
    remedy: '重新为镜像签名，或更正受信任的证书。',
  },
  'datastore-full': {
    cause: ['集群的数据存储 {datastore} 空间不足。', '集群的某个数据存储空间不足。'],
    remedy: '在该数据存储上腾出空间，或让 datastore_regex 指定其他数据存储。',
  },
  'disk-full': {
    cause: '主机的某个文件系统已满。',
    remedy: '在 instances_path 下腾出空间，并为主机多预留一些。',
  },
  'ceph-secret': {
    cause: [
      '此主机的 libvirt 没有 secret {uuid}。',
      '此主机的 libvirt 没有用于 Ceph 的 secret。',
    ],
    remedy: '用 Nova 和 Cinder 给出的 UUID 定义该 secret，并写入密钥。',
  },
  'ceph-secret-empty': {
    cause: [
      '此主机 libvirt 中的 secret {uuid} 没有值。',
      '此主机 libvirt 中用于 Ceph 的 secret 没有值。',
    ],
    remedy: '用 virsh secret-set-value 写入密钥。',
  },
  'ceph-denied': {
    cause: 'Ceph 拒绝了此主机的客户端。',
    remedy: '检查 keyring、权限以及 libvirt 中 secret 的值。',
  },
  'ceph-config': {
    cause: '此主机无法读取 Ceph 的配置或 keyring。',
    remedy: '把 ceph.conf 和 keyring 放到此主机上，并使 nova-compute 可读。',
  },
  'ceph-away': {
    cause: 'Ceph 的 monitor 没有应答此主机。',
    remedy: '打通到 monitor 的路径，或更正 mon_host。',
  },
  'ceph-pool': {
    cause: [
      '存储池 {pool} 不存在或无权打开。',
      '存储池不存在或无权打开。',
    ],
    remedy: '更正 images_rbd_pool，或给客户端该存储池的权限。',
  },
  'kvm-denied': {
    cause: 'QEMU 无权打开 /dev/kvm。',
    remedy: '把 /dev/kvm 给 QEMU 运行所用的组。',
  },
  'kvm-missing': {
    cause: '主机不提供 KVM：虚拟化未开启，或其模块没有加载。',
    remedy: '在固件中开启虚拟化并加载模块，或使用 virt_type qemu。',
  },
  'cpu-features': {
    cause: [
      '主机的 CPU 缺少 {features}。',
      '主机的 CPU 缺少虚拟机型号的特性。',
    ],
    remedy: '在 cpu_models 中选择此主机具备的型号。',
  },
  'cpu-model': {
    cause: [
      'libvirt 不认识 CPU 型号 {model}。',
      'libvirt 不认识该 CPU 型号。',
    ],
    remedy: '更正 cpu_models，或更新 libvirt。',
  },
  'machine-type': {
    cause: [
      '此主机的 QEMU 不认识机器类型 {machine}。',
      '此主机的 QEMU 不认识该机器类型。',
    ],
    remedy: '使 QEMU 与其他主机版本一致，或把 hw_machine_type 设为所有主机都有的类型。',
  },
  apparmor: {
    cause: 'AppArmor 阻止了虚拟机启动。',
    remedy: '按被拒绝的内容更正 libvirt 的 profile（journalctl -k）。',
  },
  selinux: {
    cause: 'libvirt 无法设置某个文件的 SELinux 标签。',
    remedy: '恢复标签，或设置该存储所需的布尔值。',
  },
  'devices-denied': {
    cause: [
      'QEMU 无法在自己的命名空间中启动：{reason}',
      'QEMU 无法在自己的命名空间中启动。',
    ],
    remedy: '给 libvirt 它所指出的权限和挂载。',
  },
  'disk-denied': {
    cause: [
      'QEMU 无权打开 {path}。',
      'QEMU 无权打开虚拟机的某块磁盘。',
    ],
    remedy: '使 QEMU 的用户能进入这些目录并拥有该文件。',
  },
  'block-device-missing': {
    cause: ['此主机上没有块设备 /dev/{device}。', '虚拟机的一个块设备不在此主机上。'],
    remedy: '硬重启实例，使其卷重新连接；如果设备仍不出现，沿着卷到此主机的路径逐段检查。',
  },
  'disk-missing': {
    cause: [
      '{path} 不在此主机上。',
      '虚拟机的某块磁盘不在此主机上。',
    ],
    remedy: '重新挂载存储，或恢复 base 镜像。',
  },
  'disk-locked': {
    cause: '另一个进程打开了虚拟机的磁盘。',
    remedy: '在任何共享该存储的主机上找到并结束它。',
  },
  'hugepages-short': {
    cause: '主机没有足够的空闲大页给虚拟机。',
    remedy: '为其他使用者向 Nova 预留页（reserved_huge_pages），或预留更多大页。',
  },
  'hugepages-mount': {
    cause: ['libvirt 没有找到页大小为 {size} 的已挂载 hugetlbfs。', 'libvirt 没有找到已挂载的 hugetlbfs。'],
    remedy: '挂载该页大小的 hugetlbfs 并重启 libvirt，或在 flavor 中改用其他页大小。',
  },
  'memory-short': {
    cause: '主机无法给 QEMU 虚拟机所需的内存。',
    remedy: '降低 ram_allocation_ratio，或调大 reserved_host_memory_mb。',
  },
  'vnc-address': {
    cause: [
      '虚拟机的 VNC 无法监听：{reason}',
      '虚拟机的 VNC 无法监听。',
    ],
    remedy: '把 server_listen 设为此主机的地址。',
  },
  'libvirt-away': {
    cause: 'nova-compute 无法访问 libvirt。',
    remedy: '启动主机上的 libvirt。',
  },
  'libvirt-busy': {
    cause: 'libvirt 正忙于该虚拟机的另一个作业。',
    remedy: '等待该作业或结束它；查看 QEMU 是否卡在存储上。',
  },
  'domain-exists': {
    cause: [
      'libvirt 已有 domain {domain}，其 UUID 不同。',
      'libvirt 已有同名的 domain。',
    ],
    remedy: '在确认没有实例对应它之后，移除遗留的 domain。',
  },
  firmware: {
    cause: '主机没有适合该虚拟机的 UEFI 固件。',
    remedy: '安装 OVMF，或从镜像上去掉 hw_firmware_type=uefi。',
  },
  'qemu-unkillable': {
    cause: [
      'QEMU（进程 {pid}）被强制结束后仍未退出。',
      'QEMU 被强制结束后仍未退出。',
    ],
    remedy: '查看该进程在等什么（多半是没有应答的存储），并将其恢复。',
  },
  'guest-keeps-port': {
    cause: [
      '虚拟机没有释放 {device}。',
      '虚拟机没有释放该网络接口。',
    ],
    remedy: '等虚拟机启动完成后重试；从 Wallaby 起也可调大 device_detach_attempts 或 device_detach_timeout。',
  },
  'host-devices': {
    cause: '虚拟机占有主机的设备，libvirt 对这样的虚拟机拒绝此操作。',
    remedy: '先关闭虚拟机，或进行冷迁移。',
  },
  'tap-taken': {
    cause: [
      'tap 设备 {device} 已被占用。',
      '某个端口的 tap 设备已被占用。',
    ],
    remedy: '结束仍占用它的进程，或移除遗留的接口。',
  },
  'pci-taken': {
    cause: [
      'PCI 设备 {device} 正被 domain {domain} 使用。',
      '该 PCI 设备正被另一个 domain 使用。',
    ],
    remedy: '结束占用它的 domain。',
  },
  iommu: {
    cause: '主机无法直通 PCI 设备：没有 IOMMU，或 VFIO 拒绝。',
    remedy: '开启 IOMMU 并加载 vfio-pci。',
  },
  'qemu-said': {
    cause: [
      'QEMU 立即结束：{qemu}',
      'QEMU 立即结束。',
    ],
    remedy: '查看 /var/log/libvirt/qemu 中该虚拟机的日志。',
  },
  'cause-unknown': {
    cause: 'libvirt 没有给出原因。',
    remedy: '查看当时 libvirt 的日志。',
  },
  'volume-slow': {
    cause: [
      '{waited} 秒之后卷 {volume} 仍在创建。',
      '卷仍在创建。',
    ],
  },
  'volume-error': {
    cause: 'Cinder 无法创建该卷：它处于 error。',
    remedy: '在 cinder-scheduler 和 cinder-volume 的日志中查原因；等得再久也没有用。',
  },
  'volume-unready': {
    cause: '卷没有及时就绪；是 Cinder 缓慢还是失败，不在此日志中。',
  },
  'iscsi-login': {
    cause: [
      '主机无法登录 iSCSI portal {address}。',
      '主机无法登录 iSCSI portal。',
    ],
    remedy: '检查到 portal 的路径、CHAP 和 initiator 的名称。',
  },
  'device-taken': {
    cause: [
      '虚拟机已有磁盘 {device}，而 Nova 又选了这个名称。',
      '虚拟机已有 Nova 所选名称的磁盘。',
    ],
    remedy: '硬重启该虚拟机，然后再次挂载。',
  },
  'iscsi-lun': {
    cause: [
      '主机已登录 {address}，而 LUN {id} 不在那里。',
      '登录之后没有该 LUN。',
    ],
    remedy: '查看阵列是否把该 LUN 映射给此主机。',
  },
  'multipathd-down': {
    cause: '要求使用 multipath，而主机上 multipathd 没有运行。',
    remedy: '启动 multipathd，或把 volume_use_multipath 设为 False。',
  },
  'multipath-none': {
    cause: '该设备没有 multipath 设备。',
    remedy: '查看 multipath.conf 中的 find_multipaths 和 blacklist。',
  },
  'fc-none': {
    cause: '主机没有 HBA 能看到该卷。',
    remedy: '检查 zoning 和阵列的映射。',
  },
  'device-missing': {
    cause: '卷的设备没有出现在主机上；原因不在此日志中。',
    remedy: '从阵列到主机逐步检查该卷：映射、登录、设备、multipath。',
  },
  'volume-state': {
    cause: '卷所处的状态不能挂接。',
    remedy: '查看它在哪里使用（openstack volume show）。',
  },
  'volume-image': {
    cause: 'Cinder 无法从 Glance 取得该卷所用的镜像；原因在 cinder-api 的日志中。',
    remedy: '检查该项目能否使用此镜像，以及 Cinder 能否访问存有它的 Glance。',
  },
  'cinder-driver': {
    cause: [
      'Cinder 的驱动无法把卷连接到此主机：{reason}',
      'Cinder 的驱动无法把卷连接到此主机。',
    ],
    remedy: '查看 cinder-volume 日志中的异常。',
  },
  'service-token': {
    cause: 'Cinder 拒绝结束挂接：它没有从 Nova 得到有效的 service token。',
    remedy: '在所有主机的 [service_user] 中设置 send_service_user_token = True，所用账号须有 service 角色。',
  },
  'guest-keeps': {
    cause: [
      '虚拟机没有释放 {device}。',
      '虚拟机没有释放该设备。',
    ],
    remedy: '在虚拟机内卸载（umount）它；从 Wallaby 起也可调大 device_detach_attempts 或 device_detach_timeout。',
  },
  'device-gone': {
    cause: [
      '虚拟机已没有设备 {device}。',
      '虚拟机已没有该设备。',
    ],
    remedy: '在 Cinder 中删除遗留的 attachment。',
  },
  'database-away': {
    cause: '数据库无法访问，或关闭了连接。',
    remedy: '恢复数据库或它前面的代理；各服务会自行重新连接。',
  },
  'database-full': {
    cause: '数据库的连接数已达到其允许的上限，拒绝了新的连接。',
    remedy: '调大数据库的 max_connections，或减少 worker 并缩小连接池。',
  },
  'guest-not-resumed': {
    cause: 'nova-compute 启动时，无法再次启动之前运行的某个虚拟机；原因不在此行中。',
    remedy: '解决附近各行给出的问题，然后再次启动该实例。',
  },
  'placement-refused': {
    cause: 'Placement 没有接受此服务的 token；原因不在此行中。',
    remedy: '检查 [placement] 中的 auth_url 和 region，以及 Placement 自身的 [keystone_authtoken]。',
  },
  'section-credentials': {
    cause: [
      'Keystone 拒绝了 nova.conf 的 [{section}] 中的账号。',
      'Keystone 拒绝了 nova.conf 中的某个账号。',
    ],
    remedy: '在那里更正用户、密码、项目和域。',
  },
  'token-refused': {
    cause: [
      '使用 [{section}] 的某个调用以未授权被拒绝；原因不在此日志中。',
      '某个调用以未授权被拒绝；原因不在此日志中。',
    ],
    remedy: '检查该 section 的账号；如果只有耗时长的操作失败，则发送 service token（send_service_user_token = True）。',
  },
  'token-refused-older': {
    cause: [
      '使用 [{section}] 的某个调用以未授权被拒绝；原因不在此日志中。',
      '某个调用以未授权被拒绝；原因不在此日志中。',
    ],
    remedy: '检查该 section 的账号；如果只有耗时长的操作失败，则让 token 的有效期更长（Keystone 的 [token] expiration）。',
  },
  'section-missing': {
    cause: [
      'nova.conf 的 [{section}] 没有凭据。',
      'nova.conf 的某一节没有凭据。',
    ],
    remedy: '填写它：auth_type、auth_url、用户、密码、项目和域。',
  },
  'endpoint-missing': {
    cause: [
      '目录中没有符合 [{section}] 的 endpoint。',
      '目录中没有符合的 endpoint。',
    ],
    remedy: '使 region_name、valid_interfaces 和 service_type 与目录一致。',
  },
  'discovery-failed': {
    cause: [
      '未能通过 Keystone 查到 [{section}] 所用服务的地址。',
      '未能通过 Keystone 查到某个服务的地址。',
    ],
    remedy: '更正 auth_url，或恢复 Keystone。',
  },
  'tls-untrusted': {
    cause: [
      '此主机不信任 {url} 的证书。',
      '此主机不信任该服务的证书。',
    ],
    remedy: '在 cafile 中给出含有其 CA 的证书包。',
  },
  'tls-expired': {
    cause: '该服务的证书已过期，或时钟有误。',
    remedy: '更新证书，或更正时钟。',
  },
  'tls-name': {
    cause: '证书的名称与 endpoint 不同。',
    remedy: '在目录中使用证书所含的名称。',
  },
  'tls-plain': {
    cause: '对不使用 TLS 的端口使用了 TLS。',
    remedy: '把 https 改为 http，或在那里启用 TLS。',
  },
  unreachable: {
    cause: [
      '无法访问 {url}。',
      '无法访问 {service}。',
      '无法访问某个服务。',
    ],
    remedy: '恢复它、打通到它的路径，或更正 endpoint。',
  },
  'service-503': {
    cause: [
      '[{section}] 对应的服务不可用。',
      '某个服务不可用。',
    ],
    remedy: '查明负载均衡器后面的服务为何不可用。',
  },
  'provider-name': {
    cause: [
      'Placement 已有名为 {name} 而 UUID 不同的 provider。',
      'Placement 已有同名的 provider。',
    ],
    remedy: '删除旧的计算服务及其 provider，或给各主机各自的名称。',
  },
  'provider-in-use': {
    cause: '某个 provider 不能删除：它仍有 allocation。',
    remedy: '先删除已不存在的实例的 allocation，再删除该 provider。',
  },
  'node-renamed': {
    cause: [
      '此计算节点的记录中是 {old}，主机却是 {new}：nova-compute 拒绝启动。',
      '主机的名称与其计算节点的记录不同。',
    ],
    remedy: '恢复主机原来的名称，或它自己的 compute_id。',
  },
  'node-identity-lost': {
    cause: '保存此计算节点标识的文件不见了：nova-compute 拒绝启动。',
    remedy: '把其记录的 UUID 写入 compute_id。',
  },
  'node-identity-odd': {
    cause: [
      '此计算节点的标识无法使用：{reason}。',
      '此计算节点的标识无法使用。',
    ],
    remedy: '只留一个 compute_id，内容为记录中的 UUID。',
  },
  'node-unknown': {
    cause: [
      '升级后数据库中没有主机 {host} 的计算节点：nova-compute 拒绝启动。',
      '数据库中没有此主机的计算节点。',
    ],
    remedy: '以它原来的名称启动。',
  },
  'database-foreign': {
    cause: '此主机上有虚拟机在运行，而数据库不认识此主机：nova-compute 拒绝启动。',
    remedy: '查看它指向哪个云和 cell，用的是什么名称。',
  },
  'api-database-here': {
    cause: 'nova-compute 配置了 API 数据库，而它不可读取该库。',
    remedy: '在此主机上去掉 [api_database] 的 connection。',
  },
  'database-not-allowed': {
    cause: [
      '{binary} 直接访问了数据库，而这不被允许。',
      '某个服务直接访问了数据库，而这不被允许。',
    ],
    remedy: '查看那里是否设置了 [api_database] connection，否则看 traceback 指向什么。',
  },
  'hypervisor-old': {
    cause: [
      '此主机的 libvirt 或 QEMU 低于此版本 Nova 需要的 {version}。',
      '此主机的 libvirt 或 QEMU 对此版本的 Nova 来说太旧。',
    ],
    remedy: '先于 Nova 升级它。',
  },
  'compute-too-old': {
    cause: [
      '记录中有一个 nova-compute 早于 {oldest}：此服务拒绝启动。',
      '记录中有一个 nova-compute 太旧。',
    ],
    remedy: '升级该主机，或删除已不存在的主机的记录。',
  },
  'cpu-sets': {
    cause: 'cpu_shared_set 与 cpu_dedicated_set 彼此不符，或与这里的实例不符：nova-compute 拒绝启动。',
    remedy: '两类实例都在运行时，为两类都留出 CPU。',
  },
  'inventory-in-use': {
    cause: [
      '主机不再提供实例正在使用的 {class}：Placement 拒绝了它的上报。',
      'Placement 拒绝去掉实例正在使用的 inventory。',
    ],
    remedy: '恢复它，或先移走这些实例。',
  },
  'allocation-unknown': {
    cause: [
      '实例 {instance} 占用着 allocation，而数据库中没有它。',
      '某个未知的实例占用着 allocation。',
    ],
    remedy: '查看它是否已被删除（nova-manage placement audit）。',
  },
  'allocation-left': {
    cause: [
      '实例 {instance} 已移走，但仍在这里占用 allocation。',
      '某个已移走的实例在这里占用 allocation。',
    ],
    remedy: '确认或回退该迁移，否则检查各 allocation。',
  },
  'allocation-unmanaged': {
    cause: [
      '实例 {instance} 占用此主机的 allocation，而它不在这里运行。',
      '某个不在这里运行的实例占用着 allocation。',
    ],
    remedy: '查看它是否正在迁移，否则检查各 allocation。',
  },
  'migration-leaked': {
    cause: '某次迁移的 allocation 被遗留。',
    remedy: '删除它（nova-manage placement audit）。',
  },
  'host-unmapped': {
    cause: [
      '主机 {host} 没有映射到 cell。',
      '该主机没有映射到 cell。',
    ],
    remedy: '执行 nova-manage cell_v2 discover_hosts。',
  },
  'compute-unavailable': {
    cause: [
      '{host} 的 nova-compute 算作已停止。',
      '主机的 nova-compute 算作已停止。',
    ],
    remedy: '启动它，或选择在运行的主机。',
  },
  'service-down': {
    cause: [
      '{host} 上的 {service} 算作已停止：它最近一次上报是 {since}。',
      '某个服务算作已停止。',
    ],
    remedy: '启动该服务，或使各主机的时间一致。',
  },
  'report-lost': {
    cause: '此服务无法上报自己存活。',
    remedy: '查明 conductor、数据库或消息总线为何没有应答。',
  },
  'service-record-gone': {
    cause: [
      '{host} 上的 {service} 在运行期间其记录被删除。',
      '某个正在运行的服务的记录被删除。',
    ],
    remedy: '如果要保留该主机，重启该服务，否则停止它。',
  },
  'stuck-restart': {
    cause: '此操作进行期间 nova-compute 重新启动：它很可能被切断。',
    remedy: '删除该实例或重新请求；可能需要恢复其状态。',
  },
  'build-interrupted': {
    cause: '创建实例期间 nova-compute 被重启。',
    remedy: '删除该实例并重新创建。',
  },
  'build-timeout': {
    cause: '创建耗时超过 instance_build_timeout。',
    remedy: '把它调到大于这里的创建所需的时间，或查明什么缓慢。',
  },
  'delete-resumed': {
    cause: '重启切断了删除；删除已再次开始。',
    remedy: '等待新的一次执行。',
  },
  'task-cleared': {
    cause: [
      'nova-compute 的重启切断了实例正在进行的操作（{task}）。',
      'nova-compute 的重启切断了某个操作。',
    ],
    remedy: '重新请求该操作。',
  },
  'delete-pending': {
    cause: '第一次删除尚未结束，又请求了一次删除。',
    remedy: '查明第一次删除进行到哪里。',
  },
  'host-down-delete': {
    cause: [
      '主机 {host} 停机：只在数据库中删除了该实例。',
      '主机停机：只在数据库中删除。',
    ],
    remedy: '无需处理：nova-compute 启动时会移除虚拟机。',
  },
  'state-conflict': {
    cause: [
      '因实例的状态，{method} 被拒绝。',
      '实例的状态不允许该操作。',
    ],
    remedy: '等待正在运行的操作。',
  },
  'state-changed': {
    cause: '该实例已不处于此操作所预期的状态。',
    remedy: '如果是被删除，无需处理；否则查明是什么更改了它：另一个请求，或重新启动的 nova-compute。',
  },
  'off-after-start': {
    cause: 'nova-compute 启动时虚拟机处于关闭：很可能主机重启过。',
    remedy: '启动这些实例；resume_guests_state_on_host_boot = True 会自动恢复它们。',
  },
  'off-by-itself': {
    cause: '虚拟机在没有 Nova 参与的情况下关闭；如何关闭的，不在此日志中。',
    remedy: '查看 QEMU 和内核的日志（内存不足）。',
  },
  'metadata-secret': {
    cause: 'metadata agent 与 Nova 的共享密钥不同。',
    remedy: '在两边一致地设置 metadata_proxy_shared_secret，并重启它们。',
  },
  'metadata-proxy-off': {
    cause: 'metadata agent 发出请求，而这里 service_metadata_proxy 未启用。',
    remedy: '设置 [neutron] service_metadata_proxy = True。',
  },
  'metadata-none': {
    cause: [
      '没有找到来自 {address} 的 metadata 请求所对应的实例。',
      '没有找到某个 metadata 请求所对应的实例。',
    ],
    remedy: '使请求经由 Neutron 的 metadata agent。',
  },
  'metadata-unmapped': {
    cause: '该实例没有映射到 cell。',
    remedy: '执行 nova-manage cell_v2 map_instances。',
  },
  'console-token': {
    cause: '控制台的 token 无效或已过期。',
    remedy: '重新打开控制台；检查代理的数据库和时钟。',
  },
  'console-origin': {
    cause: '浏览器以不允许的名称访问控制台代理。',
    remedy: '把它写入 [console] allowed_origins。',
  },
  'console-refused': {
    cause: '控制台代理无法访问虚拟机的 VNC 端口。',
    remedy: '检查 server_listen、server_proxyclient_address 和 5900 及以上的端口。',
  },
  'console-tls': {
    cause: '控制台代理与主机无法就安全方式达成一致。',
    remedy: '检查 VeNCrypt 证书和 auth_schemes。',
  },
};
