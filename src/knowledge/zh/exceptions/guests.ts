// Our words on exceptions in Simplified Chinese: the classes of exceptions/guests.ts.

import type { NoteWords } from '../../notesInLanguage';

const pinnedUnknown: NoteWords = {
  summary: '有实例绑定到了主机的某些 CPU，而它们已不在供绑定实例使用的集合中。',
  effect: '主机无法统计其资源：上报得不到更新（“Error updating resources for node”），'
    + '改变其用量的操作（创建、迁移、删除）可能失败。虚拟机继续运行。',
  causes: [
    ['在实例使用这些 CPU 时，`cpu_dedicated_set` 或 `vcpu_pin_set` 被缩小。', '文本中的前一个集合含有后一个集合所没有的 CPU。'],
    ['主机的 CPU 下线，或在更改 BIOS 或硬件之后编号变了。', '主机显示的 CPU 比以前少。'],
  ],
  checks: ['此主机的集合', '主机的 CPU', '虚拟机的 CPU'],
  changes: ['把集合恢复为原来的 CPU 并重启 nova-compute；在缩小之前先迁走这些实例。'],
};

const pciTakenOut =
  ['在实例使用该设备时，它被移出 `device_spec`，或已不在主机上。', '同一行中有“Unable to remove device with status”。'] as const;
const pciChanges: NoteWords['changes'] = ['把该设备放回设置中并重启 nova-compute，或先迁走该实例。'];

export const guests: Readonly<Record<string, NoteWords>> = {
  InstanceNotRescuable: {
    summary: '无法使实例进入救援；原因在文本中。',
    effect: '在 API 中请求以 400 被拒绝，没有任何改变。如果是驱动失败，实例进入 ERROR，虚拟机多半已关机。',
    causes: [
      ['驱动失败：无法获取救援镜像，或无法定义、启动虚拟机。',
       '文本中有“Driver Error:”，以及“Error trying to Rescue Instance”上方的异常。'],
      ['实例从卷启动，而镜像或主机不支持对它进行救援。',
       '“Cannot rescue a volume-backed instance”或“Host unable to rescue”。'],
    ],
    checks: ['用于救援的镜像', '实例经历了什么'],
    changes: ['消除驱动的异常；然后设置状态并启动实例，或再次救援。'],
  },
  UnsupportedRescueImage: {
    summary: '请求中给出的镜像不能用于救援。',
    effect: 'API 以 400 拒绝请求；没有触及实例。',
    causes: [
      ['该镜像不存在，或对此项目不可见。', '其上方有“Failed to fetch rescue image metadata”。'],
      ['它是从卷启动的实例的快照。', '它带有属性 img_block_device_mapping。'],
    ],
    checks: ['该镜像'],
    changes: ['给出该项目能看到的普通镜像。'],
  },
  QemuGuestAgentNotEnabled: {
    summary: '操作需要 QEMU guest agent，而实例的镜像没有启用它。',
    effect: '设置新密码以 409 被拒绝。快照在不静默文件系统的情况下制作，除非镜像以 os_require_quiesce 要求静默：此时快照失败。',
    causes: ['镜像缺少属性 hw_qemu_guest_agent=yes。'],
    checks: ['镜像的属性'],
    changes: [['在镜像上设置该属性，在其中安装 agent，然后重建实例或创建新的实例。', '重建会替换根磁盘。']],
  },
  InstanceQuiesceNotSupported: {
    summary: '驱动无法静默（quiesce）虚拟机的文件系统。',
    effect: '快照在不静默文件系统的情况下制作，除非镜像以 os_require_quiesce 要求静默：此时快照失败。',
    causes: ['主机的 `virt_type` 既不是 kvm 也不是 qemu。'],
    checks: ['镜像的属性'],
    changes: ['从镜像上去掉 os_require_quiesce，或使用能够静默的主机。'],
  },
  InstanceQuiesceFailed: {
    summary: '在冻结或解冻虚拟机的文件系统时，guest agent 没有应答。',
    effect: '快照在不静默文件系统的情况下制作；有 os_require_quiesce 时以 409 被拒绝。',
    causes: [
      ['虚拟机中的 agent 没有运行，或已挂起。', '“libvirt cannot connect to the qemu-guest-agent”。'],
      '虚拟机过载或停滞。',
    ],
    checks: ['虚拟机的状态', 'libvirt 的记录'],
    changes: ['在虚拟机中启动 agent，再次制作快照。'],
  },
  InstancePasswordSetFailed: {
    summary: '虚拟机的密码没有设置成功。',
    effect: '请求以 409 被拒绝。在 Stein 之前，如果是驱动失败，实例会进入 ERROR。',
    causes: [
      ['虚拟机没有运行。', '文本中有“is not running”。'],
      ['guest agent 拒绝，或该用户在虚拟机中不存在。',
       '“error setting admin password”，且“set_admin_password failed”下方有 libvirt 的错误。'],
    ],
    checks: ['虚拟机的状态', '镜像的属性：hw_qemu_guest_agent、os_admin_user'],
    changes: ['启动虚拟机及其 agent；用 os_admin_user 给出正确的用户。'],
  },
  ConsoleTypeUnavailable: {
    summary: '实例所在的主机没有启用所请求的那种控制台。',
    effect: '请求以 400 被拒绝；没有触及实例。',
    causes: ['计算主机上没有启用该控制台的那一节（[vnc]、[spice]、[serial_console]）。', '客户端请求的控制台类型与云所提供的不同。'],
    checks: ['该主机提供什么'],
    changes: [['在该主机上启用该控制台并重启 nova-compute，或请求另一种控制台。', '虚拟机只有在重新启动之后才有该设备。']],
  },
  InvalidToken: {
    summary: '控制台代理不认识地址中的 token，或它已过期。',
    effect: '控制台没有显示；没有触及实例。',
    causes: [
      '使用该地址时，token 的有效期（默认 10 分钟）已过。',
      ['虚拟机的控制台端口已变：它被重启或已迁移。', '在取得该地址之后有过重启或迁移。'],
      ['代理读取的数据库不是实例所在 cell 的数据库。', '所有地址都不起作用。'],
      'Train 之前：nova-consoleauth 被重启，或在多台主机上运行而没有共用的缓存。',
    ],
    checks: ['新的地址', '代理的记录'],
    changes: ['取得新的地址；在每个 cell 中用该 cell 的数据库运行一个代理。'],
  },
  AttachInterfaceNotSupported: {
    summary: '该主机的 hypervisor 驱动不能给已有的实例挂接网卡。',
    effect: '请求以 400 被拒绝；没有触及实例。',
    causes: ['驱动不具备该能力。'],
    checks: ['实例所在的主机'],
    changes: ['在创建实例时就给出端口。'],
  },
  InterfaceAttachPciClaimFailed: {
    summary: '对于要挂接的 SR-IOV 端口，主机没有空闲的 PCI 设备。',
    effect: '请求以 400 被拒绝；已为该端口分配的资源被归还。',
    causes: [
      ['该物理网络的所有虚拟功能（VF）都已被占用。', '其上方有“Failed to claim PCI devices during interface attach”。'],
      ['空闲的设备与实例不在同一个 NUMA 节点。', '该实例有 NUMA 拓扑。'],
    ],
    checks: ['主机的设备', 'Nova 可以直通哪些设备'],
    changes: ['释放一个设备，或把实例迁移到有空闲设备的主机。'],
  },
  InterfaceAttachResourceAllocationFailed: {
    summary: 'Placement 中，该主机剩余的带宽或包速率不足以满足该端口。',
    effect: '请求以 400 被拒绝；实例及其 allocation 保持原状。',
    causes: ['端口所请求的物理设备的带宽已分配完。', ['另一个请求同时占用了它。', '再次请求会成功。']],
    checks: ['端口请求了什么', '已使用多少'],
    changes: ['使用请求更少的端口，或把实例迁移到剩余更多的主机。'],
  },
  PciDeviceDetachFailed: {
    summary: '虚拟机没有释放要从它移走的 PCI 设备。',
    effect: '挂起失败，或需要挂起虚拟机的快照失败；虚拟机保留该设备。',
    causes: [['虚拟机中的驱动占用该设备，或虚拟机不响应热拔出。', '原因为 timeout。']],
    checks: ['虚拟机的状态', '主机内核的记录'],
    changes: ['在虚拟机中卸载该驱动后重试，或先关闭虚拟机。'],
  },
  PciDeviceNotFoundById: {
    summary: '某个 PCI 设备不存在，或它在主机上没有网络接口。',
    effect: '在生成带有 SR-IOV 端口的实例时，创建在此主机上失败。在其他地方，Nova 记录下来并继续。',
    causes: [
      '该功能（PF 或 VF）已绑定到 vfio 或虚拟机，因此主机上没有它的接口。',
      '网卡的驱动不显示其虚拟功能（VF），或没有加载。',
      '更改硬件或固件之后，设备的编号变了。',
    ],
    checks: ['设备及其驱动', '某个设备的接口'],
    changes: ['加载网卡的驱动；地址变化时更正 `device_spec`。'],
  },
  PciDeviceInvalidStatus: {
    summary: '某个 PCI 设备的状态与该步骤所需要的不同：Nova 与主机对它的说法不一致。',
    effect: '在 claim 时，创建或迁移在此主机上失败。在资源跟踪器启动时只是警告，设备保持原状。',
    causes: [
      pciTakenOut,
      '失败的操作使该设备停留在 claimed 或 allocated。',
      ['同一张卡的物理功能（PF）和虚拟功能（VF）都被提供。', '文本中有 unclaimable 或 unavailable。'],
    ],
    checks: ['主机的设备', 'Nova 可以直通哪些设备'],
    changes: pciChanges,
  },
  PciDeviceInvalidOwner: {
    summary: '某个 PCI 设备属于另一个实例，而不是要使用或释放它的那个实例。',
    effect: '该步骤失败。在资源跟踪器启动时只是警告，设备保持原状。',
    causes: [
      pciTakenOut,
      '失败的操作使该设备仍归原来的实例所有。',
    ],
    checks: ['以管理员身份查看其所有者是否存在', 'Nova 可以直通哪些设备'],
    changes: pciChanges,
  },
  PciConfigInvalidWhitelist: {
    summary: 'nova.conf 中的 passthrough_whitelist 格式有误。',
    effect: 'nova-compute 无法启动。',
    causes: [['JSON 有误，或某个值不符合文本所要求的格式。', '原因中给出了它。']],
    checks: ['该设置'],
    changes: ['更正 `passthrough_whitelist` 并启动 nova-compute。'],
  },
  UnsupportedHardware: {
    summary: '镜像所要求的磁盘总线或网卡型号，是该主机的 hypervisor 所没有的。',
    effect: '创建或迁移在此主机上失败，在其他使用相同 hypervisor 的主机上也一样。',
    causes: [
      ['镜像的某个属性有误：hw_disk_bus、hw_cdrom_bus、hw_vif_model。', '文本中给出了该型号。'],
      ['该镜像是为另一种 hypervisor 制作的。', '文本中是 VMware 或 Xen 的型号。'],
    ],
    checks: ['镜像的属性'],
    changes: ['更正该属性；已有的实例保留启动时的属性。'],
  },
  CPUPinningUnknown: pinnedUnknown,
  CPUUnpinningUnknown: pinnedUnknown,
  InvalidLibvirtMdevConfig: {
    summary: 'vGPU 类型的设置或主机的 mediated device 有误。',
    effect: 'nova-compute 无法启动，或对带 vGPU 的实例的操作失败。',
    causes: [
      ['某个类型的节中，地址不是 PCI 地址，或出现在两个节中。', '“incorrect ... address”或“duplicate types for PCI ID”。'],
      ['libvirt 显示多个 mediated device 的 UUID 相同。', '“must be unique”。'],
    ],
    checks: ['该设置', '主机的显卡'],
    changes: ['更正这些节并重启 nova-compute。'],
  },
};
