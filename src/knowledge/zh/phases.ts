// Phases and operations in Simplified Chinese: their titles, and what Nova does there.

import type { OperationKind, PhaseId } from '../schema';

export const phases: Readonly<Record<PhaseId, { readonly title: string; readonly what: string }>> = {
  api: {
    title: 'API 请求',
    what: 'nova-api 检查请求和配额，把实例写入数据库，并交给 conductor。',
  },
  scheduling: {
    title: '调度',
    what: '调度器向 Placement 询问有余量的主机，用过滤器筛选，对剩下的主机计算权重，并为最佳主机声明资源。',
  },
  start: {
    title: '计算主机接手',
    what: 'nova-compute 收到请求，等待空闲的创建名额以及该实例的锁。',
  },
  claim: {
    title: '资源声明（claim）',
    what: '主机的资源跟踪器为实例预留内存、磁盘、CPU、NUMA 单元和 PCI 设备。',
  },
  networking: {
    title: '网络准备',
    what: '在与块设备并行的线程中，在 Neutron 中创建或更新端口；失败要到驱动首次需要网络时才会显现。',
  },
  block_device_mapping: {
    title: '块设备映射',
    what: '请求需要时创建卷，等待 Cinder 将其标为 available，预留并挂接到主机。',
  },
  spawning: {
    title: '在 hypervisor 上生成',
    what: '驱动创建磁盘和虚拟机定义，接好网络接口并启动虚拟机。',
  },
  image: {
    title: '磁盘镜像',
    what: '从 Glance 将镜像取到主机的缓存，检查，必要时转换格式，并由它生成实例的磁盘。',
  },
  guest_xml: {
    title: '虚拟机定义',
    what: 'libvirt 驱动根据 flavor、镜像属性、磁盘和接口拼出 domain XML。',
  },
  vif_plug: {
    title: '接入网络接口',
    what: '把每个端口接入主机的交换机；然后 Nova 等待 Neutron 报告端口已接好。',
  },
  power_on: {
    title: '启动虚拟机',
    what: 'libvirt 定义 domain 并启动它，接口接好之前保持暂停。',
  },
  power_off: {
    title: '关机',
    what: '请求虚拟机自行关机；超过给定时间后强制关闭电源。',
  },
  detach_volumes: {
    title: '卸载卷',
    what: '从实例上卸下卷，并在 Cinder 中结束其挂接。',
  },
  destroy: {
    title: '销毁虚拟机',
    what: '销毁并取消定义 domain，拔下其接口，断开其卷的连接。',
  },
  cleanup: {
    title: '删除文件',
    what: '删除实例的目录，或其在存储后端中的磁盘。',
  },
  deallocate_network: {
    title: '归还网络',
    what: '在 Neutron 中删除 Nova 创建的端口，其余端口解除绑定。',
  },
  done: {
    title: '结果',
    what: '用 Nova 自己的话说，整个操作的结果如何。',
  },
  powering_on: {
    title: '开机',
    what: '重新定义虚拟机并启动它；先销毁旧 domain 的残留。',
  },
  rebooting: {
    title: '重启',
    what: '软重启请求虚拟机自行关机后再启动；硬重启，或虚拟机未及时响应的软重启，会销毁虚拟机并重新启动。',
  },
  pausing: {
    title: '暂停',
    what: '停住虚拟机的 CPU；其内存留在主机上。',
  },
  unpausing: {
    title: '取消暂停',
    what: '虚拟机的 CPU 从停住处继续运行。',
  },
  suspending: {
    title: '挂起',
    what: '把虚拟机的内存保存到磁盘并关机。开始时 Nova 不记录专门的日志行。',
  },
  resuming: {
    title: '恢复运行',
    what: '用挂起时保存的内存重新启动虚拟机。',
  },
  restoring: {
    title: '恢复已删除的实例',
    what: '把软删除的实例重新开机。',
  },
  rescuing: {
    title: '救援',
    what: '关闭虚拟机，用救援镜像和实例的磁盘启动救援虚拟机。',
  },
  unrescuing: {
    title: '退出救援',
    what: '销毁救援虚拟机，重新启动实例的虚拟机。',
  },
  shelving: {
    title: '搁置',
    what: '关闭虚拟机；若不是从卷启动，还会由其磁盘制作镜像。',
  },
  shelving_offloading: {
    title: '移出主机',
    what: '从主机上移除虚拟机及其磁盘，并归还 Placement 中为它保留的资源。',
  },
  unshelving: {
    title: '取消搁置',
    what: '用搁置时制作的镜像或其卷，在某台主机上重新创建实例。',
  },
  image_snapshot: {
    title: '制作镜像',
    what: '在线或停住虚拟机后复制磁盘，并上传到 Glance；对卷则由 Cinder 制作快照。',
  },
  rotate_backups: {
    title: '删除旧备份',
    what: '同类备份超过轮换数量时，从最旧的开始在 Glance 中删除。',
  },
  attach: {
    title: '挂接设备',
    what: '把卷连接到主机，或绑定并接好端口，再把设备加入虚拟机。卷挂接完成时 Nova 不记录专门的日志行。',
  },
  detach: {
    title: '卸下设备',
    what: '先从虚拟机定义中移除设备，再从运行中的虚拟机移除；虚拟机必须放开它。',
  },
  swap: {
    title: '更换卷',
    what: '连接新卷，在虚拟机运行时把数据复制过去，然后归还旧卷。',
  },
  extend: {
    title: '扩展卷',
    what: 'Cinder 已把卷扩大；主机和虚拟机被告知新的大小。',
  },
  updating_password: {
    title: '设置密码',
    what: '通过虚拟机内的代理设置密码。',
  },
  crash_dump: {
    title: '触发崩溃转储',
    what: '向虚拟机注入 NMI；虚拟机如何处理，Nova 看不到。',
  },
  resize_prep: {
    title: '目标主机准备',
    what: '目标主机按新的 flavor 为实例声明资源，并请求源主机开始。',
  },
  resize_migrating: {
    title: '移动磁盘',
    what: '源主机关闭虚拟机，并把磁盘复制到目标主机；磁盘在共享存储上时不复制。',
  },
  resize_finish: {
    title: '目标主机收尾',
    what: '目标主机用传来的磁盘和新的 flavor 生成虚拟机并启动。',
  },
  confirm: {
    title: '源主机确认',
    what: '移除源主机上实例的残留。完成时 Nova 不记录专门的日志行。',
  },
  resize_reverting: {
    title: '回到源主机',
    what: '从目标主机移除虚拟机，并按旧的 flavor 在源主机上重新启动。',
  },
  migrate_check: {
    title: '预检查',
    what: 'conductor 询问目标主机，目标主机再询问源主机，虚拟机能否迁移：CPU、存储、设备。',
  },
  pre_live_migration: {
    title: '目标主机准备',
    what: '目标主机连接卷、接好接口并创建实例目录；源主机等待它和 Neutron。',
  },
  migrating: {
    title: '复制内存',
    what: 'libvirt 在虚拟机运行并不断改写内存时复制内存，没有共享存储时也复制磁盘；剩余部分能在允许的停顿时间内传完即结束。',
  },
  post_copy: {
    title: 'post-copy',
    what: '虚拟机已在目标主机上运行，按需从源主机取其余内存；从这里起无法回退。',
  },
  post_live_migration: {
    title: '源主机清理',
    what: '源主机归还卷和接口、删除文件，并让目标主机接管。',
  },
  post_live_migration_at_destination: {
    title: '目标主机接管',
    what: '目标主机把端口绑定到自己，定义虚拟机，并记录实例已在此处。',
  },
  rollback: {
    title: '回滚',
    what: '实例留在源主机；目标主机已准备的内容被撤除。',
  },
};

const titles: Readonly<Record<OperationKind, string>> = {
  create: '创建', rebuild: '重建', evacuate: '疏散', delete: '删除', 'soft-delete': '软删除', restore: '恢复已删除',
  resize: '调整规格', migrate: '冷迁移', confirmResize: '确认调整规格', revertResize: '回退调整规格',
  'live-migration': '热迁移', reboot: '重启', stop: '停止', start: '启动', pause: '暂停', unpause: '取消暂停',
  suspend: '挂起', resume: '恢复运行', shelve: '搁置', shelveOffload: '搁置并移出主机', unshelve: '取消搁置',
  rescue: '救援', unrescue: '退出救援', createImage: '创建镜像', createBackup: '创建备份',
  attach_volume: '挂接卷', detach_volume: '卸载卷', swap_volume: '更换卷', extend_volume: '扩展卷',
  attach_interface: '挂接接口', detach_interface: '卸下接口', lock: '锁定', unlock: '解锁',
  changePassword: '修改密码', trigger_crash_dump: '触发崩溃转储', resetState: '重置状态',
  live_migration_cancel: '取消热迁移', live_migration_force_complete: '强制完成热迁移',
};

/** The rows as a table of words. */
export const operations = Object.fromEntries(
  Object.entries(titles).map(([kind, title]) => [kind, { title }]));
