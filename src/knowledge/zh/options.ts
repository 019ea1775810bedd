// Our words on options in Simplified Chinese: meaning, and what one sees when it is wrong.

import type { OptionName } from '../facts/names';
import type { OptionWords } from '../notesInLanguage';

export const optionUnits: Readonly<Record<string, string>> = { seconds: '秒', bytes: '字节', MiB: 'MiB' };

export const options: Readonly<Partial<Record<OptionName, OptionWords>>> = {
  'DEFAULT.block_device_allocate_retries': [
    'nova-compute 再向 Cinder 询问多少次它所创建的卷是否可用。尝试次数为此数加 1；每次之后 Nova 休眠 '
      + '`block_device_allocate_retries_interval`，因此 60 和 3 秒允许在约 183 秒内尝试 61 次。',
    '太小：从新卷启动时，卷仍为 `creating` 或 `downloading` 就以 VolumeNotCreated 失败。负值按 0 计算，即只尝试一次；自 Train 起会被拒绝。',
  ],
  'DEFAULT.block_device_allocate_retries_interval': [
    'nova-compute 两次查看 Cinder 正在创建的卷之间休眠多久。',
    '与重试次数一起太小：大镜像出现 VolumeNotCreated。太大：每次从新卷启动都最多多花这么长时间。',
  ],
  'DEFAULT.max_local_block_devices': [
    '一个请求可以有多少块本地磁盘；0 强制从卷启动，负值表示不限。',
    'API 中出现 InvalidBDMLocalsLimit。',
  ],
  'compute.max_disk_devices_to_attach': [
    '一个实例在此主机上可以有多少块磁盘；-1 表示由总线决定。',
    'TooManyDiskDevices；各主机的值不同会使它们之间的迁移失败。',
  ],
  'cinder.http_retries': ['对 Cinder 的失败请求重试多少次。', '0：一次连接中断就会使挂接或创建失败。'],
  'cinder.timeout': ['Nova 等待 Cinder 应答多久；没有值表示自身不设限。', '太小：对缓慢后端的挂接失败，尽管 Cinder 会完成它们。'],
  'cinder.catalog_info': [
    'Nova 在目录中查找 Cinder 所用的类型、名称和 interface。',
    'CinderConnectionFailed 或 EndpointNotFound；旧的类型会指向 v2 API，并出现 CinderAPIVersionNotAvailable。',
  ],
  'cinder.endpoint_template': ['代替目录的 Cinder 地址，其中填入项目。', '已过时的话出现 CinderConnectionFailed。'],
  'cinder.os_region_name': [
    'Nova 使用哪个 region 的 Cinder。',
    '在有多个 region 的部署中出现 EndpointNotFound，或得到错误 region 的卷。',
  ],
  'cinder.cafile': ['与 Cinder 的 TLS 连接所用的 CA 文件。', 'SSLError “certificate verify failed”。'],
  'cinder.auth_type': [
    'Nova 为自己的（没有用户的）工作如何登录 Cinder。',
    '周期任务和清理中出现 MissingAuthPlugin 或 Unauthorized。',
  ],
  'cinder.cross_az_attach': [
    '实例是否可以使用另一个可用区的卷；关闭时，Nova 也在实例所在的可用区创建卷。',
    '关闭而可用区名称不同：InvalidVolume 或 MismatchVolumeAZException，或 Cinder 拒绝创建的卷。',
  ],
  'DEFAULT.vif_plugging_timeout': [
    'nova-compute 等待 Neutron 报告实例的所有端口已接好多久，其间虚拟机已启动但处于暂停。0：不等待。',
    '太小：出现“Timeout waiting for ... network-vif-plugged”和 VirtualInterfaceCreateException，尽管端口之后变为 '
      + 'active。0：虚拟机在网络可用之前就启动。',
  ],
  'DEFAULT.vif_plugging_is_fatal': ['端口没有报告为已接好的实例是否放弃。', 'False：实例在网络不通的情况下变为 ACTIVE，只有一条警告说明。'],
  'DEFAULT.network_allocate_retries': ['分配实例网络重试多少次，间隔为 1、2、4 直到 30 秒。', '0：Neutron 短暂中断就会使创建失败。'],
  'DEFAULT.create_unique_mac_address_attempts': [
    'nova-network：为一个接口尝试多少个 MAC 地址。',
    '出现 VirtualInterfaceMacAddressException。',
  ],
  'DEFAULT.heal_instance_info_cache_interval': [
    '每隔多久从 Neutron 重新读取一个实例的网络信息；负值：从不。',
    '太小：给 Neutron 带来负载。关闭：Neutron 中没有事件的更改不会被看到。',
  ],
  'neutron.http_retries': ['连接中断后对 Neutron 的请求重试多少次。', '0：重启 Neutron 会使创建失败。'],
  'neutron.timeout': ['Nova 等待 Neutron 应答多久；没有值表示自身不设限。', '太小：Neutron 仍在处理时请求就失败，并遗留端口。'],
  'neutron.auth_type': [
    'Nova 如何登录 Neutron。',
    '缺失或有误：NeutronAdminCredentialConfigurationInvalid 或 MissingAuthPlugin。',
  ],
  'neutron.auth_url': ['登录 Neutron 所用的 Keystone 在哪里。', 'DiscoveryFailure 或 ConnectFailure。'],
  'neutron.username': ['Nova 登录 Neutron 所用的用户。', 'Unauthorized；无法创建任何端口。'],
  'neutron.project_name': ['Nova 登录 Neutron 所用用户的项目。', 'Unauthorized；无法创建任何端口。'],
  'neutron.region_name': ['Nova 使用哪个 region 的 Neutron。', '在有多个 region 的部署中出现 EndpointNotFound。'],
  'neutron.valid_interfaces': ['可以使用 Neutron 的哪些 endpoint，最优先的在前。', '从此主机访问不到第一个时出现 ConnectFailure。'],
  'neutron.cafile': ['与 Neutron 的 TLS 连接所用的 CA 文件。', 'SSLError “certificate verify failed”。'],
  'workarounds.wait_for_vif_plugged_event_during_hard_reboot': [
    '硬重启时要等待端口接好的 VNIC 类型。',
    '为空：硬重启之后虚拟机可能有一段时间没有网络。为不发送事件的后端设置：重启会等到超时。',
  ],
  'compute.live_migration_wait_for_vif_plug': [
    '热迁移是否等到目标主机上的端口接好。',
    '启用而后端不发送事件：迁移在超时之后失败。关闭：迁移末尾会丢包。',
  ],
  'DEFAULT.live_migration_retry_count': [
    '在热迁移的目标主机上接入接口尝试多少次。',
    '太小：迁移开始之前出现 VirtualInterfacePlugException。',
  ],
  'scheduler.query_placement_for_routed_network_aggregates': [
    '调度器是否只请求能到达 routed network 中端口所在 segment 的主机。',
    '使用 routed network 而关闭它：FixedIpInvalidOnHost。',
  ],
  'os_vif_ovs.ovsdb_connection': [
    'os-vif 在哪里访问 Open vSwitch 的数据库。',
    'InternalError “Failure running os_vif plugin plug method”。',
  ],
  'os_vif_ovs.ovs_vsctl_timeout': ['os-vif 等待 Open vSwitch 多久。', '在繁忙的主机上太小：接入失败。'],
  'scheduler.max_attempts': [
    '一次创建尝试多少台主机，包括第一台；调度器给出的备选比它少一台。1 表示不重新调度。',
    '太小：MaxRetriesExceeded，或一台主机第一次失败之后就进入 ERROR。',
  ],
  'scheduler.max_placement_results': [
    'Placement 对一个请求给出多少个候选。',
    '小于主机数：出现 NoValidHost，尽管有能通过过滤器的主机，只是它不在其中。',
  ],
  'scheduler.discover_hosts_in_cells_interval': [
    '调度器每隔多久把新计算主机映射到其 cell；-1：从不。',
    '-1 而没有人执行 discover_hosts：HostMappingNotFound，或新主机得不到任何实例。',
  ],
  'scheduler.workers': ['nova-scheduler 的工作进程数。', '太少：负载下调度时出现 MessagingTimeout。'],
  'scheduler.limit_tenants_to_placement_aggregate': [
    '是否把项目限定在指明它们的 aggregate 中。',
    'aggregate 已满的项目出现 NoValidHost。',
  ],
  'scheduler.placement_aggregate_required_for_tenants': [
    '没有自己 aggregate 的项目是否完全得不到主机。',
    'RequestFilterFailed “No hosts available for tenant”，随后是 NoValidHost。',
  ],
  'filter_scheduler.enabled_filters': [
    '主机必须通过的过滤器，按此顺序。',
    '缺少一个（NUMATopologyFilter、PciPassthroughFilter、ServerGroup…）：资源声明在主机上失败。多了一个：NoValidHost。',
  ],
  'filter_scheduler.weight_classes': [
    '为通过过滤器的主机排序的权重器。',
    '使用 soft server group 策略而没有其权重器：UnsupportedPolicyException。',
  ],
  'DEFAULT.cpu_allocation_ratio': [
    '主机的每个 CPU 算作多少个虚拟 CPU。没有值时采用初始比例，并可在 Placement 中手工更改。',
    '太低：空闲的主机上也出现 NoValidHost。太高：虚拟机缓慢。',
  ],
  'DEFAULT.ram_allocation_ratio': ['相对于主机内存分配出多少内存。', '太低：NoValidHost。大于 1：OOM killer 可能终止虚拟机。'],
  'DEFAULT.disk_allocation_ratio': [
    '相对于主机磁盘分配出多少磁盘。',
    '太低：NoValidHost。大于 1：稀疏磁盘填满时出现“No space left on device”。',
  ],
  'DEFAULT.initial_cpu_allocation_ratio': [
    'cpu_allocation_ratio 没有值时新主机上报的 CPU 比例；之后更改它对已有主机不起作用。',
    '新主机上出现 NoValidHost，或新主机与旧主机的比例不同。',
  ],
  'DEFAULT.initial_ram_allocation_ratio': [
    'ram_allocation_ratio 没有值时新主机上报的内存比例。',
    '新主机上出现 NoValidHost，或新主机与旧主机的比例不同。',
  ],
  'DEFAULT.initial_disk_allocation_ratio': [
    'disk_allocation_ratio 没有值时新主机上报的磁盘比例。',
    '新主机上出现 NoValidHost，或新主机与旧主机的比例不同。',
  ],
  'DEFAULT.reserved_host_memory_mb': ['主机不分给实例的内存。', '太小：OOM killer 会终止虚拟机或服务。太大：NoValidHost。'],
  'DEFAULT.reserved_host_disk_mb': ['主机不分给实例的磁盘。', '太小：镜像和日志会写满磁盘。'],
  'DEFAULT.reserved_host_cpus': [
    '主机不分给实例的 CPU。',
    '太大：NoValidHost。不能与 cpu_shared_set 和 cpu_dedicated_set 同时使用。',
  ],
  'DEFAULT.reserved_huge_pages': ['每个 NUMA 节点不分给实例的大页。', '有其他大页使用者（例如 OVS-DPDK）而没有设置：虚拟机因内存不足无法启动。'],
  'compute.cpu_dedicated_set': [
    '主机供绑定 CPU 的虚拟机使用的 CPU。',
    '在绑定 CPU 的虚拟机运行期间更改：CPUPinningInvalid，或 nova-compute 无法启动。',
  ],
  'compute.cpu_shared_set': ['主机供不绑定 CPU 的虚拟机和模拟器线程使用的 CPU。', '与专用集合重叠：nova-compute 无法启动。'],
  'DEFAULT.vcpu_pin_set': ['主机供虚拟机使用的 CPU，无论是否绑定；已由专用集合和共享集合取代。', '与新配置项同时保留：绑定和共享的虚拟机会落到相同的 CPU 上。'],
  'compute.consecutive_build_service_disable_threshold': [
    '连续多少次创建失败之后降低主机的权重（最初在 Pike 和 Queens 中是禁用）；0：从不。',
    '一个用户的损坏镜像就能使主机对其他人不可用。',
  ],
  'DEFAULT.service_down_time': ['服务在最近一次上报之后多久以内算作在运行。', '太小：主机在 up 和 down 之间抖动，ComputeFilter 一台也不留。'],
  'DEFAULT.report_interval': ['服务每隔多久上报自己存活。', '接近 service_down_time：主机在 up 和 down 之间抖动。'],
  'DEFAULT.default_availability_zone': ['不在任何带可用区的 aggregate 中的主机所属的可用区。', '之后更改：固定在旧名称上的实例找不到主机。'],
  'DEFAULT.default_schedule_zone': ['没有指明可用区的请求所用的可用区。', '该可用区没有余量：出现 NoValidHost，尽管其他可用区空闲。'],
  'workarounds.disable_group_policy_check_upcall': [
    '关闭后期的 server group 检查，该检查需要从计算主机访问 API 数据库。',
    '没有启用它而又没有该连接：带 server group 的创建出现 CantStartEngineError。启用：并行的创建可能违反策略。',
  ],
  'DEFAULT.host': [
    '此服务上报所用的名称；Neutron agent 必须使用相同的名称。',
    '与 Neutron 不同：PortBindingFailed。被更改：该主机的实例成为孤儿。',
  ],
  'upgrade_levels.compute': [
    '所有服务都必须理解的、对 nova-compute 调用的版本；`auto` 会自动找出。',
    '升级之后忘记更改：缺少功能，或调用以 UnsupportedVersion 被拒绝。',
  ],
  'DEFAULT.instance_build_timeout': [
    '超过这段时间后，周期任务把此主机上仍在创建的实例设为 ERROR；0：从不。',
    '太小：带大卷的正常创建也进入 ERROR。0：卡住的创建永远停留在 BUILD。',
  ],
  'DEFAULT.max_concurrent_builds': ['主机同时创建多少个实例；0：不限。', '太小：创建在等待而日志中没有任何行。太大：下载和转换互相拖慢。'],
  'compute.max_concurrent_disk_ops': ['主机同时进行多少个磁盘的下载、转换和拷贝；0：不限。', '磁盘缓慢而设为 0：同时进行很多创建会超时。'],
  'DEFAULT.arq_binding_timeout': [
    'nova-compute 等待 Cyborg 绑定加速器多久。',
    '太小：出现“Failure getting accelerator requests”，创建中止。',
  ],
  'DEFAULT.shutdown_timeout': ['虚拟机可以用多久自行关机，之后被强制关闭电源。', '太小：虚拟机被强行切断。太大：忽略 ACPI 的虚拟机的停止和重建要这么久。'],
  'DEFAULT.sync_power_state_interval': [
    '每隔多久比对数据库与 hypervisor 的电源状态；负值：从不。',
    '自行结束的虚拟机要过这么久才显示为 SHUTOFF。',
  ],
  'DEFAULT.running_deleted_instance_action': [
    '实例已删除而虚拟机仍在运行时怎么处理。',
    '`reap` 会删除它们；如果数据库有误，它会删除需要的虚拟机。',
  ],
  'DEFAULT.allow_resize_to_same_host': [
    '调整规格是否可以留在同一主机上。',
    '关闭而只有一台合适的主机：NoValidHost 或 UnableToMigrateToSelf。',
  ],
  'DEFAULT.compute_driver': ['主机的 hypervisor 驱动。', '缺失或有误：nova-compute 无法启动。'],
  'DEFAULT.instances_path': [
    '实例的磁盘和镜像缓存所在的位置。',
    '已满、未挂载或不可写：DiskNotFound、OSError 28 或 13、InvalidDiskInfo。',
  ],
  'DEFAULT.state_path': ['Nova 保存其状态（包括节点标识）的位置。', '丢失：nova-compute 以 InvalidConfiguration 拒绝启动。'],
  'DEFAULT.my_ip': ['其他主机访问控制台、卷和迁移时所用的此主机地址。', '有误：通过 SSH 的调整规格以及卷的连接会去到错误的地址。'],
  'DEFAULT.config_drive_format': [
    'config drive 的文件系统。',
    '写错：每个带 config drive 的创建都出现 ConfigDriveUnknownFormat。',
  ],
  'DEFAULT.mkisofs_cmd': [
    '制作 config drive 的程序。',
    '没有安装：带 config drive 的创建出现 FileNotFoundError 或 ProcessExecutionError。',
  ],
  'DEFAULT.rootwrap_config': [
    'Nova 可以 root 身份执行的命令的 filters。',
    '缺少 filters：ProcessExecutionError “Unauthorized command”。',
  ],
  'DEFAULT.osapi_compute_unique_server_name_scope': ['实例的名称是否必须唯一，按项目还是全局。', 'API 中出现 InstanceExists。'],
  'DEFAULT.instance_name_template': ['虚拟机在 hypervisor 上的名称。', '在实例运行期间更改：再也找不到它们的虚拟机。'],
  'glance.num_retries': ['对 Glance 的失败请求重试多少次；给出多个服务器时用下一个。', '0：一次连接中断就会使下载和创建失败。'],
  'glance.timeout': ['Nova 等待 Glance 应答多久。', '太小：大镜像的下载会中断。'],
  'glance.api_servers': ['代替目录的 Glance 地址。', '已过时：GlanceConnectionFailed。'],
  'glance.endpoint_override': ['代替目录的 Glance 地址。', '已过时：GlanceConnectionFailed。'],
  'glance.cafile': [
    '与 Glance 的 TLS 连接所用的 CA 文件。',
    '“certificate verify failed”和 GlanceConnectionFailed。',
  ],
  'glance.region_name': ['Nova 使用哪个 region 的 Glance。', '在有多个 region 的部署中出现 EndpointNotFound。'],
  'glance.valid_interfaces': [
    '可以使用 Glance 的哪些 endpoint，最优先的在前。',
    '从此主机访问不到第一个时出现 GlanceConnectionFailed。',
  ],
  'glance.verify_glance_signatures': [
    '镜像是否必须签名，并在下载时验证。',
    '启用而镜像没有签名：SignatureVerificationError 使它们的每次创建都中止。',
  ],
  'glance.enable_certificate_validation': ['签名的证书是否必须受请求信任。', 'CertificateValidationFailed。'],
  'glance.default_trusted_certificate_ids': [
    '请求没有给出证书时所信任的证书。',
    '为空：没有给出证书的请求出现 CertificateValidationFailed。',
  ],
  'DEFAULT.force_raw_images': ['镜像进入缓存时是否转换为 raw。', '首次启动耗时长，每个镜像占用空间多；转换失败时出现 ImageUnacceptable。'],
  'compute.vmdk_allowed_types': [
    '可以使用的 VMDK 类型。',
    'ImageUnacceptable “Invalid VMDK create-type specified”。',
  ],
  'workarounds.disable_deep_image_inspection': [
    '关闭用来排除危险镜像的文件内部检查。',
    '启用：镜像可能读取主机的文件。关闭：disk_format 有误的镜像会被拒绝。',
  ],
  'workarounds.never_download_image_if_on_rbd': [
    '创建是否失败，而不是下载 Ceph 无法克隆的镜像。',
    '启用：不是 raw 或位于另一个集群的镜像出现 ImageUnacceptable。关闭：启动缓慢，并在 Ceph 中产生占用空间的副本。',
  ],
  'image_cache.manager_interval': ['每隔多久检查镜像缓存；-1：从不。', '-1：缓存会一直增长到磁盘写满。'],
  'image_cache.remove_unused_base_images': ['是否删除没有被主机的任何实例使用的 base 文件。', '关闭：缓存会一直增长到磁盘写满。'],
  'image_cache.remove_unused_original_minimum_age_seconds': [
    '未使用的 base 文件要存在多久才会删除。',
    '磁盘小而此值大：“No space left on device”。',
  ],
  'libvirt.virt_type': [
    '虚拟机的种类：kvm 需要 CPU 支持，qemu 是模拟。',
    'kvm 而不能访问 /dev/kvm：虚拟机启动时出现 libvirtError。qemu：虚拟机非常缓慢。',
  ],
  'libvirt.cpu_mode': [
    '虚拟机看到哪种 CPU：主机的、某个型号，或默认的。',
    '主机各不相同而使用 host-model 或 host-passthrough：热迁移之前出现 InvalidCPUInfo。',
  ],
  'libvirt.cpu_models': [
    'cpu_mode 为 custom 时虚拟机的 CPU 型号，最简单的在前。',
    '含有主机不具备的型号：nova-compute 无法启动，或虚拟机无法启动。',
  ],
  'libvirt.cpu_model_extra_flags': [
    '在型号上增加或去掉的 CPU 标志。',
    '含有主机不具备的标志：nova-compute 启动时出现 InvalidCPUInfo。',
  ],
  'libvirt.hw_machine_type': ['按架构给出的虚拟机机器类型。', '此 QEMU 不认识的类型：虚拟机无法启动。被更改：旧镜像的虚拟机会看到不同的硬件。'],
  'libvirt.connection_uri': ['libvirt 在哪里；默认在此主机上。', 'HypervisorUnavailable。'],
  'libvirt.disk_cachemodes': ['按磁盘种类给出的缓存模式。', '存储不支持的模式：虚拟机启动时出现 libvirtError，或无法热迁移。'],
  'libvirt.images_type': ['实例的磁盘保存在哪里：qcow2 或 raw 文件、LVM、Ceph。', '在已有实例时更改：找不到它们的磁盘。'],
  'libvirt.images_rbd_pool': ['实例磁盘所用的 Ceph 存储池。', '存储池不存在：资源上报中出现 NotFound，创建失败。'],
  'libvirt.images_rbd_ceph_conf': ['实例磁盘所用的 ceph.conf。', '缺失或不可读：创建和上报中出现 rados 错误。'],
  'libvirt.rbd_user': ['Nova 和虚拟机所用的 Ceph 用户。', '在存储池上没有权限：创建磁盘或挂接卷时出现权限错误。'],
  'libvirt.rbd_secret_uuid': [
    '保存该 Ceph 用户密钥的 libvirt secret。',
    '此主机上没有定义：虚拟机启动时出现 libvirtError “Secret not found”。',
  ],
  'libvirt.num_volume_scan_tries': ['主机查找卷的设备多少次。', '对缓慢的阵列来说太小：VolumeDeviceNotFound。'],
  'libvirt.volume_use_multipath': ['卷是否通过多条路径连接。', '启用而没有 multipathd：挂接失败或只用一条路径。关闭而有一条路径不通：挂接失败。'],
  'libvirt.iscsi_iface': ['用于 offload 硬件的 iSCSI 接口。', '有误：找不到 portal。'],
  'libvirt.device_detach_attempts': ['请求虚拟机释放设备多少次。', '太小：缓慢的虚拟机出现 DeviceDetachFailed。'],
  'libvirt.device_detach_timeout': ['每次请求释放设备等待多久。', '太小：缓慢的虚拟机出现 DeviceDetachFailed。'],
  'libvirt.file_backed_memory': ['由文件支撑的虚拟机内存；0：没有。', '启用：大页会被拒绝，内存不能超分。'],
  'libvirt.rng_dev_path': ['虚拟机的随机数设备。', '主机上不存在：RngDeviceNotExist。'],
  'libvirt.remote_filesystem_transport': ['调整规格时如何把文件拷贝到另一台主机。', '没有设置 SSH 或 rsync：ResizeError。'],
  'libvirt.live_migration_uri': ['热迁移的地址形式，其中填入主机。', '有误：热迁移无法连接。'],
  'libvirt.live_migration_scheme': ['热迁移的传输方式：tcp、tls 或 ssh。', '没有在两台主机上设置好：热迁移无法连接。'],
  'libvirt.swtpm_enabled': ['虚拟机是否可以有模拟的 TPM。', '关闭：要求它的 flavor 出现 NoValidHost。'],
  'libvirt.supported_tpm_secret_security': [
    '此主机支持哪些保存模拟 TPM 的 secret 的方式。',
    '缺少某一种：NoValidHost，或由所有者之外的人操作时出现 VTPMSecretForbidden。',
  ],
  'workarounds.skip_cpu_compare_on_dest': [
    '把热迁移目标主机上的 CPU 检查留给 QEMU。',
    '关闭：某些主机之间出现误报的 InvalidCPUInfo。启用：不可能成功的迁移会更晚失败。',
  ],
  'workarounds.skip_cpu_compare_at_startup': [
    '略过 nova-compute 启动时的 CPU 检查。',
    '关闭：nova-compute 会拒绝 QEMU 能接受的型号。启用：错误的型号要到虚拟机启动时才显现。',
  ],
  'workarounds.skip_hypervisor_version_check_on_lm': [
    '允许热迁移到较旧的 QEMU。',
    '关闭：DestinationHypervisorTooOld。启用：虚拟机可能在目标主机上失败。',
  ],
  'serial_console.enabled': ['虚拟机是否得到网络上的串口控制台。', '启用而端口很少：SocketPortRangeExhaustedException。'],
  'serial_console.port_range': ['主机上串口控制台的端口。', '太少：SocketPortRangeExhaustedException。'],
  'spice.enabled': ['虚拟机是否得到 SPICE 控制台。', '会改变虚拟机默认得到的显卡型号。'],
  'pci.device_spec': [
    '主机上虚拟机可以使用的 PCI 设备。',
    '有误：PciDeviceRequestFailed、PortBindingFailed，或 nova-compute 无法启动。',
  ],
  'pci.passthrough_whitelist': [
    '直到 Yoga，device_spec 使用的名称。',
    '有误：PciDeviceRequestFailed 或 PortBindingFailed。',
  ],
  'pci.alias': [
    'flavor 请求 PCI 设备所用的名称；在 API 主机和计算主机上须相同。',
    '缺失：PciRequestAliasNotDefined。不同：资源声明在主机上失败。',
  ],
  'pci.report_in_placement': ['PCI 设备是否在 Placement 中计数；启用后不能再关闭。', 'PlacementPciException，且主机不上报任何内容。'],
  'devices.enabled_mdev_types': [
    '主机的 vGPU 或其他 mediated device 的种类。',
    '有误：生成时出现 ComputeResourcesUnavailable，或请求 VGPU 时出现 NoValidHost。',
  ],
  'cyborg.timeout': ['Nova 等待 Cyborg 应答多久。', 'AcceleratorRequestOpFailed。'],
  'cyborg.connect_retries': ['与 Cyborg 的连接重试多少次。', '短暂中断之后出现 AcceleratorRequestOpFailed。'],
  'key_manager.fixed_key': ['Nova 内置密钥管理器的唯一密钥，供测试用。', 'KeyManagerError；所有卷共用一个密钥。'],
  'ironic.api_max_retries': ['对 Ironic 的请求重试多少次。', 'Ironic 短暂中断之后出现 InstanceDeployFailure。'],
  'ironic.api_retry_interval': ['对 Ironic 的请求之间，以及两次查看正在部署的节点之间的间隔。', '太小：给 Ironic 带来负载。'],
  'DEFAULT.rpc_response_timeout': [
    '一个服务等待另一个服务的应答多久。',
    '太小：出现 MessagingTimeout，尽管另一方会完成。太大：已停止的服务会占住线程。',
  ],
  'DEFAULT.long_rpc_timeout': [
    '对已知耗时很长的工作，在另一方的 heartbeat 持续到来期间，服务等待多久。',
    '太小：热迁移等操作出现 MessagingTimeout。',
  ],
  'DEFAULT.transport_url': ['消息总线在哪里，包括凭据。', '有误：服务一直连接不上，什么也不做。'],
  'conductor.workers': ['nova-conductor 的工作进程数。', '太少：负载下各处出现 MessagingTimeout。'],
  'oslo_messaging_rabbit.heartbeat_timeout_threshold': [
    '与 RabbitMQ 的连接多久没有 heartbeat 算作失效；0：关闭 heartbeat。',
    '在繁忙的主机上太小：“missed heartbeats”和重新连接。0：失效的连接很晚才被发现。',
  ],
  'oslo_messaging_rabbit.rpc_conn_pool_size': [
    '一个进程保持多少个与 RabbitMQ 的连接。',
    '太少：“Connection pool limit exceeded”和缓慢的调用。',
  ],
  'oslo_messaging_rabbit.kombu_reconnect_delay': ['重新建立与 RabbitMQ 中断的连接之前等待多久。', '太小：所有服务会涌向刚恢复的节点。'],
  'oslo_messaging_rabbit.rabbit_retry_interval': ['两次尝试连接 RabbitMQ 之间的间隔。', '太大：服务很晚才恢复。'],
  'oslo_messaging_rabbit.rabbit_quorum_queue': [
    '队列是否通过共识保存在几个节点上。',
    '各服务不同：队列以 PRECONDITION_FAILED 被拒绝。',
  ],
  'oslo_messaging_rabbit.rabbit_transient_queues_ttl': [
    '应答队列和 fanout 队列多久没有监听者就删除。',
    '太小：短暂中断之后应答丢失，出现 MessagingTimeout。',
  ],
  'oslo_messaging_rabbit.amqp_durable_queues': [
    '队列在 RabbitMQ 重启之后是否保留。',
    '各服务不同：队列以 PRECONDITION_FAILED 被拒绝。',
  ],
  'oslo_messaging_rabbit.ssl': ['是否通过 TLS 访问 RabbitMQ。', '有误：“Server unexpectedly closed connection”。'],
  'oslo_concurrency.lock_path': ['锁文件的目录。', '不存在或不可写：每个需要锁的操作都失败。'],
  'database.connection': ['cell 的数据库。', 'DBConnectionError、CantStartEngineError。'],
  'api_database.connection': [
    'API 的数据库，其中有 cell 和 build request。',
    '需要它而没有的地方出现 CantStartEngineError。',
  ],
  'database.connection_recycle_time': ['连接使用多久之后换成新的。', '大于代理的空闲超时：“MySQL server has gone away”。'],
  'database.max_pool_size': ['一个进程保持打开的连接数。', '乘以 worker 数和主机数之后超过数据库的上限：“Too many connections”。'],
  'database.max_overflow': [
    '一个进程可以在连接池之外打开的连接数。',
    '太大：“Too many connections”。太小：负载下出现“QueuePool limit”。',
  ],
  'database.max_retries': ['服务启动时尝试连接数据库多少次；-1：一直尝试。', '太小：数据库启动较晚时服务会退出。'],
  'database.mysql_wsrep_sync_wait': ['读取是否等到 Galera 节点跟上。', '有几个写入者而关闭它：找不到刚刚创建的记录。'],
  'placement.auth_type': [
    'Nova 如何登录 Placement。',
    '缺失：“No authentication information found for placement API”，且主机不上报任何内容。',
  ],
  'placement.auth_url': ['登录 Placement 所用的 Keystone 在哪里。', 'DiscoveryFailure，且主机不上报任何内容。'],
  'placement.username': [
    'Nova 登录 Placement 所用的用户。',
    '“Placement service credentials do not work”，且主机不上报任何内容。',
  ],
  'placement.region_name': [
    'Nova 使用哪个 region 的 Placement。',
    '“The placement API endpoint was not found”。',
  ],
  'placement.valid_interfaces': [
    '可以使用 Placement 的哪些 endpoint，最优先的在前。',
    '“The placement API endpoint was not found”，或无法连接。',
  ],
  'placement.timeout': ['Nova 等待 Placement 应答多久；没有值表示自身不设限。', '太小：大型主机的上报失败。'],
  'placement.connect_retries': ['与 Placement 的连接重试多少次。', '没有：短暂中断就会使创建和上报失败。'],
  'placement.cafile': ['与 Placement 的 TLS 连接所用的 CA 文件。', 'SSLError “certificate verify failed”。'],
  'service_user.send_service_user_token': [
    'Nova 是否在用户的 token 之外附上自己的 token。',
    '关闭：Cinder 拒绝卸载卷，长时间的操作在用户的 token 过期时失败。',
  ],
  'service_user.auth_type': ['Nova 的服务用户如何登录。', '缺失：一旦启用 service token 就出现 MissingAuthPlugin。'],
  'service_user.auth_url': ['服务用户登录所用的 Keystone 在哪里。', '对其他服务的所有请求都出现 DiscoveryFailure。'],
  'service_user.username': ['Nova 的服务用户；它需要 `service` 角色。', 'Unauthorized，或来自 Cinder 的 Forbidden。'],
  'quota.instances': ['没有单独设置的项目，每个项目的实例数；-1：不限。', 'TooManyInstances。'],
  'quota.cores': ['没有单独设置的项目，每个项目的实例 CPU 数；-1：不限。', 'TooManyInstances。'],
  'quota.ram': ['没有单独设置的项目，每个项目的实例内存；-1：不限。', 'TooManyInstances。'],
  'quota.recheck_quota': [
    '实例调度之后是否再次检查配额，以防同一时刻的请求超出。',
    '启用：竞争时 nova-conductor 中出现 TooManyInstances，实例进入 ERROR。关闭：项目可能超出其配额。',
  ],
  'quota.driver': ['限额保存在哪里：Nova 的数据库，或 Keystone（unified limits）。', '更改而没有迁移限额：请求被拒绝。'],
  'quota.count_usage_from_placement': [
    '核数和内存是否在 Placement 中计数。',
    '启用：调整规格中的实例的 allocation 会计算两次。关闭：停止的 cell 算作空。',
  ],
  'quota.unified_limits_resource_strategy': ['列表中的资源是必须有限额，还是不计入。', '没有注册限额的资源按零计算并被拒绝。'],
  'quota.unified_limits_resource_list': ['上述策略所针对的资源。', '限额为 0 的 ProjectOverLimit。'],
  'oslo_limit.endpoint_id': ['Nova 在 Keystone 中的 endpoint，据此查找其限额。', '使用 unified limits 而缺失：每个请求都失败。'],
  'quota.metadata_items': ['一个实例的 metadata 项数；-1：不限。', 'MetadataLimitExceeded。'],
  'quota.injected_files': ['一个请求可以注入的文件数；-1：不限。', 'OnsetFileLimitExceeded。'],
  'quota.injected_file_content_bytes': ['一个注入文件的大小；-1：不限。', 'OnsetFileContentLimitExceeded。'],
  'quota.injected_file_path_length': ['注入文件的路径长度；-1：不限。', 'OnsetFilePathLimitExceeded。'],
  'quota.key_pairs': ['每个用户的密钥对数；-1：不限。', 'KeypairLimitExceeded。'],
  'quota.fixed_ips': ['nova-network：每个项目的固定地址数；-1：不限。', 'FixedIpLimitExceeded。'],
  'api.list_records_by_skipping_down_cells': [
    '列表是否略过数据库没有应答的 cell。',
    '启用：列表不完整而没有错误。关闭：一个停止的 cell 会使每个列表都失败。',
  ],
};
