// Our words on exceptions in Simplified Chinese: the classes of exceptions/moves.ts.

import type { NoteWords } from '../../notesInLanguage';

export const moves: Readonly<Record<string, NoteWords>> = {
  InvalidMigrationState: {
    summary: '热迁移所处的状态不允许中止它，或不允许强制完成它。',
    effect: '请求以 400 被拒绝；迁移照旧进行。',
    causes: [
      ['迁移已结束，或正在结束。', '文本中的状态：completed、error。'],
      ['迁移仍在等待或准备；只有正在运行的迁移才能强制完成。', '文本中的状态：queued、preparing。'],
    ],
    checks: ['实例的迁移记录'],
    changes: ['在迁移运行期间再次请求；自 compute API 2.65 起，可以中止还在等待的迁移。'],
  },
  MigrationNotFoundByStatus: {
    summary: '该实例没有操作所需状态的迁移记录。',
    effect: '确认或回退以 400 被拒绝（“Instance has not been resized.”）。在其他地方，Nova 对此有预期并继续。',
    causes: [
      ['调整规格已由用户或周期性任务确认或回退。', '实例的操作列表。'],
      '调整规格以出错结束，其记录为 error。',
    ],
    checks: ['实例的迁移记录', '曾对它发出的请求'],
    changes: ['如果已经完成，无需处理。'],
  },
  MigrationNotFoundForInstance: {
    summary: '请求中的迁移 id 不属于该实例。',
    effect: '请求被拒绝；没有触及任何迁移。',
    causes: ['该 id 属于另一个实例，或记录已被清除。'],
    checks: ['实例的迁移记录'],
    changes: ['给出列表中的 id。'],
  },
  NoActiveMigrationForInstance: {
    summary: '源主机上没有该实例正在运行、可以强制完成的热迁移。',
    effect: '强制完成失败，并记录 fault；没有触及实例。',
    causes: [
      '在 API 的检查与对主机的调用之间，迁移已结束。',
      ['源主机的 nova-compute 被重启，而 libvirt 继续进行迁移。', '迁移开始之后，该服务有过启动。'],
    ],
    checks: ['实例的迁移记录', '虚拟机在哪里运行'],
    changes: ['如果迁移已结束，无需处理。'],
  },
  LiveMigrationNotSubmitted: {
    summary: '源主机没有接受热迁移，因为它的 nova-compute 正在关闭。',
    effect: '虚拟机在源主机上继续运行。迁移变为 error；实例可能停留在 task_state `migrating`。',
    causes: [
      ['在迁移排队等待期间，nova-compute 被停止或重启。',
       '其上方有“failed to submit as the compute service is shutting down”。'],
    ],
    checks: ['实例的迁移记录', '该主机是否在运行'],
    changes: ['nova-compute 恢复运行后再次迁移。'],
  },
  MigrationSchedulerRPCError: {
    summary: '调度器在寻找目标主机时自身出现异常。',
    effect: '热迁移在开始之前就被放弃：实例保持其状态和主机，迁移变为 error。',
    causes: [['nova-scheduler 中出现异常。', '原因中带有它的类和调用栈。']],
    checks: ['调度器的记录'],
    changes: ['消除调度器的异常，或指定目标主机。'],
  },
  CannotResizeDisk: {
    summary: '实例的磁盘无法变成新 flavor 所要求的样子。',
    effect: 'API 以 400 拒绝调整规格；没有触及实例。',
    causes: [
      ['新 flavor 的根磁盘为 0，而实例不是从卷启动的。', '“Resize to zero disk flavor is not allowed.”'],
      '其他 hypervisor 的驱动不能缩小该磁盘。',
    ],
    checks: ['flavor 的磁盘'],
    changes: ['选择根磁盘不更小的 flavor。'],
  },
  CannotResizeToSameFlavor: {
    summary: '请求要把实例调整为它已有的 flavor。',
    effect: 'API 以 400 拒绝调整规格；没有触及实例。',
    causes: ['请求中的 flavor 就是当前的 flavor。', ['flavor 的 extra specs 被修改：实例保留创建时的那些。', 'flavor 显示的属性与实例的不同。']],
    checks: ['实例的 flavor'],
    changes: ['新建一个 flavor，再调整为它。'],
  },
  CannotMigrateToSameHost: {
    summary: '冷迁移所指定的主机就是实例所在的主机。',
    effect: 'API 以 400 拒绝请求；没有触及实例。',
    causes: ['请求中的主机就是当前的主机。'],
    checks: ['实例所在的主机'],
    changes: ['指定另一台主机，或不指定。'],
  },
  ComputeServiceInUse: {
    summary: '请求疏散时，该主机的 nova-compute 仍被视为在运行。',
    effect: '请求以 400 被拒绝；没有触及实例。',
    causes: [
      '主机发生故障还不到 `service_down_time`：它最近一次上报仍然有效。',
      '该主机的 nova-compute 确实在运行；出问题的只是其虚拟机或存储。',
    ],
    checks: ['该服务的状态'],
    changes: [['确认该主机已关机或已隔离；然后等待，或强制把该服务设为 down。', '虚拟机仍在旧主机上运行，又在另一台主机上重新启动，会毁坏其磁盘。']],
  },
  ServiceUnavailable: {
    summary: '请求所需的某个服务被视为停止：多为源主机的 nova-compute。',
    effect: '请求以 409 被拒绝；没有触及实例。',
    causes: [
      ['实例所在主机的 nova-compute 没有上报。', '所请求的是调整规格、迁移、确认、回退或卸载卷。'],
      ['找不到或无法访问另一个服务。', '文本中给出了它：“The ... service is unavailable”。'],
    ],
    checks: ['该服务的状态'],
    changes: ['恢复该主机的 nova-compute，再次请求。'],
  },
  UnshelveException: {
    summary: '已搁置并移出主机的实例，其镜像已不存在。',
    effect: '实例进入 ERROR，并仍然没有主机。',
    causes: [['搁置时制作的镜像已在 Glance 中被删除。', '原因中给出了其 id。']],
    checks: ['以管理员身份查看它是否存在'],
    changes: [['从备份中以相同的 id 恢复该镜像。', '镜像保存着根磁盘：没有它，实例的数据就丢失了。']],
  },
  TooOldComputeService: {
    summary: '数据库中有一条 nova-compute 记录，比此版本所支持的更旧。',
    effect: '该服务无法启动。',
    causes: ['有主机在升级中被遗漏，或升级跳过了某个版本。', '该记录属于已不存在的主机。'],
    checks: ['各服务及其最近一次上报', '是否可以升级'],
    changes: ['升级该主机，或删除已不存在的主机的记录。'],
  },
  DBNotAllowed: {
    summary: 'nova-compute 或其他不被允许的服务直接访问了数据库。',
    effect: '当时要做的事没有完成；如果是在启动时，该服务无法运行。',
    causes: [
      ['为 nova-compute 设置了 [api_database] connection：它于是向所有 cell 查询版本。',
       '之前有一行说明该服务配置了 API 数据库。'],
      ['某个驱动、hook 或自己的改动在只有 conductor 可以读的地方读了数据库。', 'traceback 指向不属于 Nova 的代码。'],
    ],
    checks: ['它是否知道 API 数据库'],
    changes: ['在有 nova-compute 的主机上去掉 [api_database] 的 connection；否则更正 traceback 所指的代码。'],
  },
};
