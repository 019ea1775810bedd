// What to do about an exception, in one sentence, in Simplified Chinese: for each class the sentences of
// remedies.ts in their order, with the same slots.

import { codeRemedies } from './codeRemedies';
import { commandRemedy } from './commandRemedies';
import { libvirtRemedy } from './libvirtRemedies';

const ofSystem: readonly string[] = [
  '对方关闭了连接，多数情况下是消息总线：查看它当时是否被重启。',
  '此主机上没有 {path}：查看它所在的文件系统是否已挂载，以及是什么删除了它。',
  '此主机上缺少某个文件，或所调用的程序。',
  '服务无权使用 {path}：查看它及其上级目录的属主和权限，以及 SELinux 或 AppArmor。',
  '此主机的某个文件系统已满：查看是哪一个（df -h、df -i），以及镜像缓存保留了什么。',
  '系统拒绝了某个操作：方括号中若有数字，它说明拒绝了什么；其后若有路径，则说明对象。',
];

export const remedies: Readonly<Record<string, readonly string[]>> = {
  ...codeRemedies,
  OSError: ofSystem,
  IOError: ofSystem,
  FileNotFoundError: ofSystem,
  PermissionError: ofSystem,
  // ---- block devices -------------------------------------------------------------------------------------
  VolumeNotCreated: [
    '在 {waited} 秒内查看了 {tries} 次，卷仍为 “downloading”：调大 block_device_allocate_retries（{retries}）或'
      + ' block_device_allocate_retries_interval（{interval} 秒），或加快从镜像到卷的拷贝。',
    '在 {waited} 秒内查看了 {tries} 次，卷仍为 “creating”：先查明 cinder-volume 在等什么；如果只是后端较慢，再调大'
      + ' block_device_allocate_retries（{retries}）或 block_device_allocate_retries_interval（{interval} 秒）。',
    'Cinder 在 {waited} 秒后放弃了卷 {volume_id}（状态 “{volume_status}”）：请在 cinder-volume 和 cinder-scheduler'
      + ' 的日志中查找它；等待更久也无济于事。',
    '卷 {volume_id} 变成了状态 “{volume_status}”，而不是 “available”：请在 Cinder 的日志中查找它；等待更久也无济于事。',
    '在 {waited} 秒内查看了 {tries} 次，卷仍未就绪：请查明 Cinder 对卷 {volume_id} 做了什么；如果仍在创建，调大'
      + ' block_device_allocate_retries 或 block_device_allocate_retries_interval。',
    '调大 block_device_allocate_retries 或 block_device_allocate_retries_interval，或查明 Cinder 创建卷为何这么慢。',
  ],
  InvalidBDM: ['块设备未能准备好：紧挨着之前记录的异常说明了是哪个卷以及原因。'],
  VolumeLimitExceeded: ['项目已没有卷配额：删除一些卷，或在 Cinder 中提高配额（openstack quota set --volumes）。'],
  OverQuota: [
    '{overs} 的配额已用尽：释放一些，或为该项目提高配额。',
    '项目的某项配额已用尽：释放一些，或提高配额。',
  ],
  InvalidVolume: [
    'Cinder 或 Nova 拒绝了该卷（{reason}）：把它变为所要求的状态后重试。',
    '把卷变为 Nova 所要求的状态后重试。',
  ],
  VolumeNotFound: [
    'Cinder 不认识卷 {volume_id}：检查它是否已被删除，以及该项目能否看到它。',
    'Cinder 不认识该卷：检查它是否已被删除。',
  ],
  VolumeAttachFailed: [
    '卷 {volume_id} 无法挂接（{reason}）：检查此主机到存储后端的通路。',
    '检查此主机到存储后端的通路。',
  ],
  CinderConnectionFailed: [
    'Nova 无法连接 Cinder：检查卷服务的 endpoint（[cinder] catalog_info 或 endpoint_template），以及从此主机访问'
      + ' Cinder API 是否有应答。',
  ],
  MultiattachNotSupportedByVirtDriver: [
    '卷 {volume_id} 是 multiattach 卷，而此主机不能挂接这类卷：改用非 multiattach 的卷，或驱动支持它的主机。',
    '改用非 multiattach 的卷，或驱动支持它的主机。',
  ],
  VolumeEncryptionNotSupported: [
    '此主机不支持 {volume_type} 卷的加密：为卷 {volume_id} 改用不加密的卷类型。',
    '改用不加密的卷类型，或支持加密的后端。',
  ],
  DeviceDetachFailed: [
    '虚拟机没有释放 {device}：如果是磁盘，在虚拟机内卸载（umount）它；从 Wallaby 起也可调大 [libvirt] device_detach_attempts 或'
      + ' device_detach_timeout。',
    '虚拟机没有释放该设备：如果是磁盘，在虚拟机内卸载（umount）它；从 Wallaby 起也可调大 [libvirt] device_detach_attempts 或'
      + ' device_detach_timeout。',
  ],

  // ---- network -------------------------------------------------------------------------------------------
  VirtualInterfaceCreateException: [
    'Neutron 在 {timeout} 秒内没有报告端口 {port} 已接好：检查 {host} 上的 L2 agent，以及 Neutron 能否访问 Nova API；'
      + 'vif_plugging_timeout 只决定 Nova 等待多久。',
    'Neutron 在 {timeout} 秒内没有报告端口已接好：检查此主机上的 L2 agent，以及 Neutron 能否访问 Nova API；'
      + 'vif_plugging_timeout 只决定 Nova 等待多久。',
    'Neutron 没有及时报告端口已接好：检查此主机上的 L2 agent，以及 Neutron 能否访问 Nova API；'
      + 'vif_plugging_timeout 只决定 Nova 等待多久。',
  ],
  PortBindingFailed: [
    'Neutron 无法把端口 {port_id} 绑定到此主机：检查其 L2 agent 是否存活（openstack network agent list）、mechanism'
      + ' driver 与物理网络是否匹配，然后在 neutron-server 日志中查找该端口。',
    'Neutron 无法把端口绑定到此主机：检查其 L2 agent 是否存活（openstack network agent list），并在 neutron-server'
      + ' 日志中查找该端口。',
  ],
  VirtualInterfaceMacAddressException: [
    '没有找到空闲的 MAC 地址：调大 create_unique_mac_address_attempts，并查看哪些端口占用了地址。',
  ],
  NoMoreFixedIps: [
    '网络 {net} 没有空闲地址：删除不用的端口，或扩大其子网的 allocation pool。',
    '该网络没有空闲地址：删除不用的端口，或扩大其子网的 allocation pool。',
  ],
  NoMoreFloatingIps: ['没有空闲的浮动 IP：释放一些，或添加一段地址。如果只是创建实例时要用，那是 nova-network 的 auto_assign_floating_ip。'],
  NoMoreNetworks: ['nova-network 已没有可给此项目的网络：新建一个或释放一个。'],
  FixedIpLimitExceeded: ['固定 IP 地址的配额已用尽：释放地址，或提高配额。'],
  FixedIpInvalidOnHost: [
    '端口 {port_id} 的地址属于此主机到达不了的 segment：换一个地址或换一台主机。',
    '端口的地址属于此主机到达不了的 segment：换一个地址或换一台主机。',
  ],
  UnableToAutoAllocateNetwork: [
    'Neutron 无法为项目 {project_id} 自动创建网络：它需要默认的外部网络和默认的 subnet pool（openstack network auto'
      + ' allocated topology create --check-resources）。',
    'Neutron 无法自动创建网络：它需要默认的外部网络和默认的 subnet pool。',
  ],
  ExternalNetworkAttachForbidden: [
    '网络 {network_uuid} 是外部网络：改在内部网络上启动并使用浮动 IP，或在策略（policy）中允许。',
    '该网络是外部网络：改在内部网络上启动并使用浮动 IP。',
  ],
  PortLimitExceeded: ['项目已没有端口配额：删除不用的端口，或提高配额（openstack quota set --ports）。'],
  PortNotFound: [
    '按 Nova 保存的网络信息，实例已没有端口 {unattached}：看它是否先前已被卸载（openstack port show {unattached} -c device_id）。',
    'Neutron 不认识端口 {port_id}：它已被删除，或属于另一个项目。',
    'Neutron 不认识该端口：它已被删除，或属于另一个项目。',
  ],
  PortInUse: [
    '端口 {port_id} 仍绑定在别处：先在那里卸下它，或换一个端口。',
    '该端口仍绑定在别处：先在那里卸下它，或换一个端口。',
  ],
  NetworkNotFound: [
    'Neutron 不认识网络 {network_id}，或该项目看不到它。',
    'Neutron 不认识该网络，或该项目看不到它。',
  ],

  // ---- scheduling and claims -----------------------------------------------------------------------------
  NoValidHost: [
    '过滤器 {filter} 返回了 0 台主机：把它的要求与各主机对照，然后腾出容量、启用主机或更换 flavor。',
    '没有主机通过调度：在 nova-scheduler 日志中查找返回 0 台主机的过滤器，或“Got no allocation candidates”，'
      + '然后腾出容量、启用主机或更换 flavor。',
    '已没有主机可试：每台主机的故障在其 nova-compute 日志中；否则在 nova-scheduler 日志中查找返回 0 台主机的过滤器。',
  ],
  MaxRetriesExceeded: [
    '试过的每台主机都失败了：先解决最后一台主机的故障；[scheduler] max_attempts 只决定尝试多少台。',
  ],
  ComputeResourcesUnavailable: [
    '声明资源时，主机已没有空闲的 PCI 设备：释放一个设备，或使控制节点与主机上的 alias 和 device_spec 一致。',
    '在调度与资源声明之间，主机的资源已不足（{reason}）：腾出容量，或更正此主机的超分比例和预留量。',
    '在调度与资源声明之间，主机的资源已不足：腾出容量，或更正此主机的超分比例和预留量。',
  ],
  GroupAffinityViolation: [
    'server group 的两个成员同时被放置，违反了其 {policy} 策略：逐个启动，或让 Nova 重新调度。',
    'server group 的两个成员同时被放置，违反了其策略：逐个启动。',
  ],
  HostMappingNotFound: [
    '主机 {name} 不在任何 cell 中：执行 nova-manage cell_v2 discover_hosts。',
    '该主机不在任何 cell 中：执行 nova-manage cell_v2 discover_hosts。',
  ],
  BuildRequestNotFound: ['实例在调度之前就被删除了：无需处理。'],
  TooManyInstances: [
    '{overs} 的配额不够：请求 {req}，而 {allowed} 中已用 {used}；释放一些，或为该项目提高配额。',
    '配额不够：释放一些，或为该项目提高配额。',
  ],
  MessagingTimeout: [
    '另一个服务没有及时应答：检查它是否在运行，以及 RabbitMQ 是否在传送其队列；rpc_response_timeout 只决定调用方等待多久。',
  ],

  // ---- images and guests ---------------------------------------------------------------------------------
  ImageUnacceptable: [
    '镜像 {image_id} 不能使用（{reason}）：以正确的格式和属性重新上传。',
    '该镜像不能使用：以正确的格式和属性重新上传。',
  ],
  ImageNotActive: [
    '镜像 {image_id} 不是 active：等它上传完毕，或重新上传。',
    '该镜像不是 active：等它上传完毕，或重新上传。',
  ],
  ImageNotFound: [
    'Ceph 的存储池中没有 RBD 映像 {disk}：看看有哪些（rbd ls）。',
    'Glance 不认识镜像 {image_id}：它已被删除，或对此项目不可见。',
    'Glance 不认识该镜像：它已被删除，或对此项目不可见。',
  ],
  ImageNotAuthorized: [
    'Glance 拒绝了镜像 {image_id}：它的日志说明是因为 token（401）还是策略（403）。',
    'Glance 拒绝了此镜像：它的日志说明是因为 token（401）还是策略（403）。',
  ],
  GlanceConnectionFailed: [
    'Nova 无法连接 {server} 上的 Glance：检查从此主机访问它是否有应答；[glance] num_retries 决定 Nova 重试多少次。',
    'Nova 无法连接 Glance：检查从此主机访问它是否有应答；[glance] num_retries 决定 Nova 重试多少次。',
  ],
  FlavorDiskTooSmall: ['flavor 的磁盘小于镜像：选用根磁盘更大的 flavor。'],
  FlavorDiskSmallerThanImage: [
    '镜像需要 {image_size} 字节，而 flavor 的磁盘只有 {flavor_size} 字节：选用根磁盘更大的 flavor。',
    'flavor 的磁盘小于镜像：选用根磁盘更大的 flavor。',
  ],
  FlavorMemoryTooSmall: ['镜像要求的内存多于 flavor 所有：选用更大的 flavor，或降低镜像的 min_ram。'],
  InvalidDiskInfo: [
    '磁盘无法读取，或与 Nova 记录的不符（{reason}）：在此主机上查看它是什么（qemu-img info），以及它来自哪个镜像。',
    '磁盘无法读取，或与 Nova 记录的不符：在此主机上查看它是什么（qemu-img info），以及它来自哪个镜像。',
  ],
  InvalidDiskFormat: [
    '此主机不接受磁盘格式 {disk_format}：转换镜像，例如转为 qcow2 或 raw。',
    '此主机不接受该磁盘格式：转换镜像，例如转为 qcow2 或 raw。',
  ],
  SignatureVerificationError: ['镜像的签名不符：检查其 img_signature 属性和证书，或重新上传并签名。'],
  CertificateValidationFailed: [
    '为镜像签名的证书不受信任：把它加入请求的受信任证书，或加入 [glance] default_trusted_certificate_ids。',
  ],
  DiskNotFound: [
    '此主机上缺少文件 /{path}：检查 instances_path 及其挂载。',
    '虚拟机的定义里没有磁盘 {location}：把 virsh domblklist 与 Nova 显示的挂载比较。',
    '此主机上缺少一个磁盘文件：检查 instances_path 及其挂载。',
  ],
  InvalidInput: [
    'Cinder 无法从 Glance 取得该卷所用的镜像：检查该项目能否使用此镜像，以及 Cinder 访问的是哪个 Glance；原因在 cinder-api 的日志中。',
    '某个值被拒绝（{reason}）：更正后重试。',
    '请求中的某个值被拒绝：更正后重试。',
  ],
  libvirtError: libvirtRemedy,
  HypervisorUnavailable: ['nova-compute 失去了 libvirt：检查此主机的 libvirt 守护进程是否在运行并有应答（virsh list）。'],
  VirtualInterfacePlugException: [
    '端口无法在此主机上接入：检查那里的网桥或 vSwitch，以及 nova-compute 的 privsep 或 rootwrap 权限。',
  ],
  UnableToMigrateToSelf: [
    '实例已在 {host} 上：指定另一台主机，或不指定，由调度器选择。',
    '实例已在该主机上：指定另一台主机，或不指定，由调度器选择。',
  ],
  ProcessExecutionError: commandRemedy,
  PreserveEphemeralNotSupported: ['此驱动不能保留临时磁盘：重建时不要使用 --preserve-ephemeral。'],
  AcceleratorRequestBindingFailed: [
    'Cyborg 没有及时绑定加速器：在 Cyborg 的日志中查找这些请求；arq_binding_timeout 决定 Nova 等待多久。',
  ],
  PciDeviceRequestFailed: ['主机没有合适的空闲 PCI 设备：把 [pci] device_spec 和 alias 与 flavor 对照。'],

  // ---- moves ---------------------------------------------------------------------------------------------
  InvalidCPUInfo: [
    '目标主机的 CPU 缺少虚拟机所具有的特性：给同一组的所有主机设置同一个 CPU 型号（[libvirt] cpu_mode custom 和 cpu_models，'
      + 'Train 之前为 cpu_model），或选择 CPU 同类的主机。',
  ],
  InvalidSharedStorage: [
    '存储与请求所说的不符（{reason}）：查看两台主机上 instances_path 挂载在哪里，或让 Nova 自己选择（block_migration auto；'
      + '疏散时用 microversion 2.14 或更新的）。',
    '存储与请求所说的不符：查看两台主机上 instances_path 挂载在哪里。',
  ],
  InvalidLocalStorage: [
    '块迁移不适合该实例（{reason}）：不用块迁移，或让 Nova 自己选择（block_migration auto）。',
    '块迁移不适合该实例：不用块迁移，或让 Nova 自己选择（block_migration auto）。',
  ],
  DestinationDiskExists: [
    '目标主机上已有 {path}，是遗留的或在共享存储上：移除前先确认没有虚拟机在用它；在共享存储上不要要求块迁移。',
    '目标主机上已有该实例的一个磁盘，是遗留的或在共享存储上：移除前先确认没有虚拟机在用它。',
  ],
  MigrationPreCheckError: [
    '迁移在动手之前就被拒绝（{reason}）：实例仍在原处；解决这一点，或选择另一台主机。',
    '迁移在动手之前就被拒绝：实例仍在原处。',
  ],
  ResizeError: ['磁盘无法送到另一台主机：原因是消息中那条命令所输出的内容。'],
  ComputeServiceInUse: [
    'Nova 仍认为 {host} 的 nova-compute 在运行：先确认该主机已被隔离（fence），再等待 service_down_time，或强制标记服务为'
      + ' down（openstack compute service set --down）。',
    'Nova 仍认为该主机的 nova-compute 在运行：先确认它已被隔离（fence），再强制标记为 down。',
  ],
  PortBindingActivationFailed: [
    'Neutron 没有激活端口 {port_id} 在 {host} 上的绑定：在 neutron-server 的日志中查找该端口，并在再次迁移前重新绑定它。',
    'Neutron 没有激活某个端口在新主机上的绑定：在 neutron-server 的日志中查找它。',
  ],
  // ---- volumes and images of running guests --------------------------------------------------------------
  VolumeRebaseFailed: [
    'libvirt 无法在虚拟机运行时复制卷（{reason}）：虚拟机仍使用旧卷；再次尝试前先查看此主机的 libvirt 日志。',
    'libvirt 无法在虚拟机运行时复制卷：查看此主机的 libvirt 日志。',
  ],
  ClientException: [
    'Nova 调用的 API 自身出错（HTTP {code}）：在其日志中查找 {request}；挂载或卸载卷时是 cinder-api，以及它背后的 cinder-volume。',
    'Nova 调用的 API 自身出错：原因在它自己的日志中；挂载或卸载卷时是 cinder-api，以及它背后的 cinder-volume。',
  ],
  HTTPServiceUnavailable: ['Glance 或它前面的代理不可用（503）：检查 glance-api 是否在运行、代理能否访问它，然后重试。'],
  HTTPInternalServerError: ['Glance 自身出错（500）：原因在 glance-api 的日志中，多半与其存储有关。'],
  InterfaceAttachFailed: ['网络接口没有进入运行中的虚拟机：紧挨着之前记录的异常说明了原因。'],
  DBConnectionError: ['无法访问数据库：恢复数据库或它前面的代理；各服务会自行重新连接。'],
  ImageQuotaExceeded: [
    'Glance 没有空间存放该镜像：删除项目的一些镜像，或提高其配额（image_size_total，或 Glance 的 user_storage_quota）。',
  ],
  // ---- guests and services -------------------------------------------------------------------------------
  InstancePowerOffFailure: [
    '虚拟机无法关闭（{reason}）：查看是什么使它仍在运行；使用 libvirt 时，多半是 QEMU 进程在等待没有应答的存储。',
    '虚拟机无法关闭：查看其 hypervisor 的说法；如果是裸机，查看该节点的电源控制。',
  ],
  InstanceDeployFailure: [
    '节点 {silent} 的部署 ramdisk 没有及时回调 Ironic：在该节点的控制台上查看它是否从网络启动（DHCP、TFTP 或 HTTP、启动顺序）并能访问 Ironic 的 API，并在 ironic-conductor 日志中查找该节点。',
    'Ironic 部署该节点失败（{reason}）：在 ironic-conductor 日志中查找该节点，消除原因，并使其重新可用。',
    '实例没有部署成功：原因在消息中；裸机节点的更多内容在其 last_error 中（openstack baremetal node show <node>）。',
  ],
  InstanceInvalidState: [
    '实例处于 {attr} {state}，此时不允许 {method}：等它结束，或先把实例带入另一状态。',
    '实例处于 task_state {task}：另一个请求正在处理它。等它完成；如果已没有任何东西在处理它，重置其状态（openstack server set --state active）。',
    '实例处于 vm_state {vm}，此时不允许这样做：先把实例带入另一状态。',
    '实例处于不允许这样做的状态：等它结束。',
  ],
  TooOldComputeService: [
    '数据库中仍有一个计算服务对此版本来说太旧：升级它，或删除已不存在的主机的记录（openstack compute service delete）。',
  ],
  ResourceProviderCreationFailed: [
    'Placement 拒绝了此主机的 resource provider：它的应答在之前 nova.scheduler.client.report 的那一行里。',
  ],
  ResourceProviderRetrievalFailed: [
    'Placement 没有给出此主机的 resource provider：它的应答在之前 nova.scheduler.client.report 的那一行里；检查 [placement]'
      + ' 一节和该服务本身。',
  ],
  // ---- states --------------------------------------------------------------------------------------------
  InstanceNotFound: ['没有找到该实例：多半是它在此期间被删除，无需处理。如果它仍在列表中，则它在另一个数据库（另一个 cell 的）中，或在所问主机以外的主机上。'],
  UnexpectedDeletingTaskStateError: ['实例在 Nova 处理期间被删除：无需处理。'],
  UnexpectedTaskStateError: ['其间有别的操作改变了 task_state：查找同一时间针对此实例的第二个请求。'],
  InstanceIsLocked: ['实例已被锁定：解锁它（openstack server unlock），或询问是谁锁定的。'],
  QemuGuestAgentNotEnabled: ['实例的镜像没有启用 QEMU guest agent：在镜像上设置 hw_qemu_guest_agent=yes，并由它新建实例，或重建实例（根磁盘会丢失）。'],
  InstanceQuiesceFailed: ['guest agent 没有冻结或解冻文件系统：确认它在虚拟机内运行，然后重新做快照。'],
  InterfaceAttachPciClaimFailed: ['主机没有空闲的 PCI 设备给该端口：腾出一个，或把实例移到有空闲设备的主机。'],
  ExtendVolumeNotSupported: ['主机不能在虚拟机运行时扩大该磁盘。在 Cinder 中卷已是新的大小：停止并启动实例，使它重新连接。'],
  HTTPOverLimit: ['Glance 不再接收：项目的配额、单个镜像的上限，或存储已满。glance-api 的日志说明是哪一个。'],
  InstanceEvacuateNotSupported: ['此主机的驱动不支持疏散（evacuate）：在别处用镜像重建该实例。'],
  RescheduledException: ['此主机放弃了这次创建；只要还能找到主机，Nova 就会试另一台。紧挨着之前记录的异常，或消息里的原因，说明了为什么。'],
  BuildAbortException: [
    '根卷没有由镜像重新生成：紧挨着之前的一行说明了原因。如果是超时，在 cinder-volume 日志中看它当时在做什么，并调大 reimage_timeout_per_gb。',
    '创建被放弃，不再尝试其他主机（{reason}）：紧挨着之前记录的异常说明了原因。',
    '创建被放弃，不再尝试其他主机：紧挨着之前记录的异常说明了原因。',
  ],
};
