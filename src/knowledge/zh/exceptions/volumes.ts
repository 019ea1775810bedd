// Our words on exceptions in Simplified Chinese: the classes of exceptions/volumes.ts.

import type { NoteWords } from '../../notesInLanguage';

const tooLargeForFlavor: NoteWords = {
  summary: '请求的临时磁盘或 swap 大于 flavor 所允许的。',
  effect: 'API 以 400 拒绝请求；没有创建任何东西。',
  causes: ['块设备映射中给出了大小，合计超过 flavor 的额度。', 'flavor 根本没有临时磁盘或 swap。'],
  checks: ['flavor 允许多少'],
  changes: ['请求不要超过 flavor 所允许的，或改用另一个 flavor。'],
};

export const volumes: Readonly<Record<string, NoteWords>> = {
  DevicePathInUse: {
    summary: '请求中给出的设备名已被该实例的另一块磁盘占用。',
    effect: '挂接请求以 409 被拒绝；没有触及实例，卷保持原状。',
    causes: [
      '客户端指定了设备名（例如 /dev/vdb），而某个卷、临时磁盘或 swap 已在使用它。',
      '先前失败的挂接留下了块设备映射，仍占着该设备名。',
    ],
    checks: ['Nova 所记录的卷', '虚拟机的磁盘'],
    changes: ['请求中不要给出设备名：Nova 会自行选一个空闲的。libvirt 驱动本来就会忽略该名称（“Ignoring supplied device name”）。'],
  },
  InvalidDevicePath: {
    summary: '设备名或磁盘路径不符合 Nova 所要求的格式。',
    effect: '在 API 中，挂接请求以 400 被拒绝。在计算主机上，对该磁盘的操作失败。',
    causes: [
      ['客户端给出的设备名不是 /dev/vdb 这样的形式。', '它在 nova-api 中抛出。'],
      ['实例所记录的根设备名格式有误。', '它由 get_next_device_name 抛出，路径就是根设备的路径。'],
      ['RBD 磁盘的路径不是“存储池/镜像”的形式。', '它由 imagebackend 的 Rbd 抛出。'],
    ],
    checks: ['根设备'],
    changes: ['请求中不要给出设备名。'],
  },
  DeviceIsBusy: {
    summary: 'libvirt 没有挂接该卷：该操作在 QEMU 中失败。',
    effect: '该卷与主机断开，并在 Cinder 中被释放；虚拟机在没有它的情况下继续运行。',
    causes: [
      ['该设备名在虚拟机中已被占用，往往是因为虚拟机没有完成先前的卸载。', '其上方的 libvirt 错误中有“already exists”。'],
      ['QEMU 因其他原因拒绝了该磁盘。', '其上方的 libvirt 错误。'],
    ],
    checks: ['虚拟机的磁盘', 'libvirt 的记录'],
    changes: [['消除 libvirt 所指出的原因；虚拟机不肯放开的设备，在关机再开机之后会释放。', '其间虚拟机停机。']],
  },
  InvalidBDMFormat: {
    summary: '请求的某个块设备映射中，有字段缺失、未知或相互矛盾。',
    effect: 'API 以 400 拒绝请求；没有创建任何东西。',
    causes: [
      ['要把镜像放到不是启动设备的本地磁盘上。', '“Mapping image to local is not supported.”'],
      ['来源的 id 缺失，或不是 UUID。', '“Missing device UUID.”或“Invalid device UUID.”'],
      ['字段名拼写有误。', '“Following fields are invalid”。'],
      ['boot index 不是数字。', '“Boot index is invalid.”'],
      ['为本地磁盘或已有的卷指定了卷类型。', '文本中有“Specifying a volume_type”或“Specifying volume type”。'],
    ],
    checks: ['请求或模板中的 block_device_mapping_v2'],
    changes: ['更正文本所指出的映射。'],
  },
  InvalidBDMSwapSize: tooLargeForFlavor,
  InvalidBDMEphemeralSize: tooLargeForFlavor,
  ExtendVolumeNotSupported: {
    summary: '卷已在 Cinder 中扩容，但驱动无法让虚拟机看到新的大小。',
    effect: '虚拟机中仍是旧的大小；Cinder 中的卷和 Nova 所记录的大小是新的。',
    causes: ['计算主机上该协议的卷驱动不支持扩容。', '该主机的 hypervisor 驱动根本不支持卷扩容。'],
    checks: ['卷的大小', '虚拟机的磁盘'],
    changes: [['把实例关机再开机，或卸载并重新挂接该卷：此后它以新的大小连接。', '其间虚拟机停机，或没有这块磁盘。']],
  },
  VolumeExtendFailed: {
    summary: '卷已在 Cinder 中扩容，但它在计算主机上的设备没有变大。',
    effect: '虚拟机中仍是旧的大小；Cinder 中的卷和 Nova 所记录的大小是新的。',
    causes: [
      ['os-brick 没能让主机看到新的大小：某条路径中断，或 multipath 没有调整大小。',
       '“Failure to resize underlying volume on compute.”'],
      ['加密卷的设备无法扩大。', '“Encryptor extend failed.”'],
    ],
    checks: ['块设备的大小', 'multipath 的状态', 'os-brick 的记录'],
    changes: [['恢复所有路径，然后把实例关机再开机。', '其间虚拟机停机。']],
  },
  VolumeRebaseFailed: {
    summary: '替换卷时，把磁盘复制到新卷失败。',
    effect: '虚拟机继续使用旧卷。旧卷恢复为 `in-use`，新卷被释放。',
    causes: [
      ['从此主机无法写入新卷：路径、权限或大小的问题。', '原因是 libvirt 给出的；其上方有“Failure rebasing volume”。'],
      '复制期间虚拟机结束或被停止。',
    ],
    checks: ['两个卷的状态', '虚拟机的磁盘'],
    changes: ['消除 libvirt 所指出的原因，再次启动卷的 retype 或迁移。'],
  },
  ReimageException: {
    summary: 'Cinder 报告无法把镜像写入重建实例的根卷。',
    effect: '重建中止，实例进入 ERROR。根卷原有的内容可能已丢失。',
    causes: [['Cinder 无法获取或转换镜像，或卷对该镜像来说太小。', '该卷在 cinder-volume 日志中的记录。']],
    checks: ['卷的状态', 'Cinder 为何失败'],
    changes: [['消除 Cinder 所指出的原因，再次重建。', '根卷会被重新写入。']],
  },
  SnapshotNotFound: {
    summary: '卷的快照或 RBD 磁盘的快照已不存在。',
    effect: '在 API 中请求被拒绝。在 Ceph 上回退调整规格时，回退失败，实例进入 ERROR。',
    causes: [
      '它已在 Cinder 中被删除，或属于另一个项目。',
      ['调整规格时所做的 RBD 快照已被移除。', '它由 rollback_to_snap 抛出。'],
    ],
    checks: ['该项目能否看到它'],
    changes: ['给出存在的快照。'],
  },
  VolumeTypeNotFound: {
    summary: 'Cinder 中没有请求所给名称或 id 的卷类型。',
    effect: 'API 以 400 拒绝请求；没有创建任何东西。',
    causes: ['该类型已被删除或改名，或者是私有的，该项目无权看到。'],
    checks: ['该项目能看到的类型'],
    changes: ['给出该项目能看到的类型。'],
  },
  UnsupportedCinderAPIVersion: {
    summary: 'Nova 所使用的 Cinder 地址不是 v3 API 的地址。',
    effect: '所有需要 Cinder 的操作都失败。',
    causes: [
      ['[cinder] 中的 `catalog_info` 或 `endpoint_template` 仍指向 v1 或 v2。', '文本中的版本。'],
      '服务目录中，该服务类型下是旧版本的 endpoint。',
    ],
    checks: ['endpoint', '此主机的设置'],
    changes: ['使 [cinder] 指向 v3 的 endpoint，并重启服务。'],
  },
  'cinderclient.ClientException': {
    summary: 'Cinder 或其前面的代理返回了错误；HTTP 状态码在文本末尾。',
    effect: '需要该卷的操作失败：创建中止，挂接被撤销。卸载和删除可能使卷仍挂接着。',
    causes: [
      ['cinder-volume 或其后端失败，或没有及时应答。', '要等待后端的调用得到 HTTP 500；cinder-volume 的日志。'],
      ['在 Cinder 应答之前，代理已放弃等待。', 'HTTP 504。'],
      ['代理后面的 cinder-api 停止。', 'HTTP 503 或 502。'],
    ],
    checks: ['Cinder 的各服务是否在运行', 'Cinder 的记录：在其日志中搜索文本里的请求 id', '卷现在的情况'],
    changes: ['消除 Cinder 所指出的原因，再次请求；代理的超时必须长于后端最慢的连接。'],
  },
  'cinderclient.NotFound': {
    summary: 'Cinder 不认识 Nova 所请求的对象（HTTP 404）。',
    effect: 'Nova 视所请求的对象把它变成 VolumeNotFound、SnapshotNotFound 或 VolumeAttachmentNotFound。',
    causes: ['该卷、快照或 attachment 已在 Cinder 中被删除。', 'token 所属的项目或用户无权看到它。'],
    checks: ['以管理员身份查看它是否存在', 'attachment'],
    changes: ['从实例上去掉失效的映射，或从备份恢复该卷。'],
  },
  'cinderclient.OverLimit': {
    summary: '该项目在 Cinder 中的某项配额已用尽（HTTP 413）。',
    effect: 'Nova 把它变成 OverQuota：让 Cinder 创建卷的实例创建中止，卷快照被拒绝。',
    causes: [['该项目的卷数、快照数或容量（GB）已用尽。', '文本中给出了是哪一项。']],
    checks: ['该项目的配额'],
    changes: ['删除不需要的，或在 Cinder 中调大配额。'],
  },
  ExceptionChainer: {
    summary: 'os-brick 没能把设备干净地从主机上移除；它列出每个失败的步骤。',
    effect: '卸载或迁移失败，卷可能停留在 `detaching` 或仍挂接着。主机上可能遗留设备。',
    causes: [
      ['数据无法写回：通往存储的路径中断。', '列表中有失败的 `multipath -f` 或 `blockdev --flushbufs`。'],
      ['主机上有东西占用该设备：主机的 LVM、某个进程、某个挂载。', '列表中有“map in use”或“Device or resource busy”。'],
    ],
    checks: ['multipath 的状态', '谁占用了该设备', '会话'],
    changes: [['释放该设备后再次卸载；在 lvm.conf 中用 filter 使主机的 LVM 不碰虚拟机的卷。', '移除正在使用的设备会丢失数据。']],
  },
  BlockDeviceReadOnly: {
    summary: '该卷的 multipath 设备在主机上一直是只读的。',
    effect: 'os-brick 仍然继续（“is still read-only. Continuing anyway.”），但虚拟机不能写入该卷。',
    causes: ['阵列以只读方式导出该卷，或在 multipath 首次发现它时是只读的。'],
    checks: ['只读的设备', 'multipath 的状态'],
    changes: ['让阵列以可读写方式导出该卷，然后卸载并重新挂接。'],
  },
  InvalidConnectorProtocol: {
    summary: '对于 Cinder 为该卷给出的协议，os-brick 没有相应的 connector。',
    effect: '该卷无法在此主机上挂接；在创建实例时，创建中止。',
    causes: [
      ['主机上的 os-brick 比后端所需要的旧，或已不再支持该协议。', '文本中给出了该协议。'],
      '该协议不支持此主机的架构。',
    ],
    checks: ['该卷的后端'],
    changes: ['随发行版升级主机上的 os-brick，或使用另一种卷类型。'],
  },
  'castellan.ManagedObjectNotFoundError': {
    summary: '密钥管理器中没有加密卷或 vTPM 所对应 id 的密钥。',
    effect: '无法打开该卷，或无法启动带 vTPM 的虚拟机：操作在此主机上失败。删除时会被忽略。',
    causes: ['该密钥已在 Barbican 中被删除。', '发出请求的用户无权看到它，例如管理员迁移他人的虚拟机时。'],
    checks: ['所有者能否看到该密钥', '该卷是否加密'],
    changes: [['从 Barbican 的备份恢复该密钥，或授予该用户访问权。', '没有密钥，卷的数据和 vTPM 的内容就丢失了。']],
  },
  'castellan.KeyManagerError': {
    summary: '无法访问密钥管理器，或它拒绝读取、保存或删除密钥。',
    effect: '需要该密钥的操作失败：加密卷打不开，带 vTPM 的虚拟机无法启动或迁移。',
    causes: [
      ['该用户无权读取该密钥。', '文本中有“Forbidden”；对于 vTPM，Nova 自 2026.1 起把它变成 VTPMSecretForbidden。'],
      ['Barbican 停止，或其 endpoint 有误。', '文本中有连接错误。'],
    ],
    checks: ['Barbican 的 endpoint', '它是否应答'],
    changes: ['恢复 Barbican，或授予该用户对密钥的访问权。'],
  },
};
