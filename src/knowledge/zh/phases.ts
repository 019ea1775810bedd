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
  action: {
    title: '执行中',
    what: 'Nova 在计算主机上执行该操作。',
  },
  move: {
    title: '迁移',
    what: 'Nova 把实例移到另一台主机，或把其磁盘换成另一个 flavor 的规格。',
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
