// Our words on exceptions in Simplified Chinese: the classes of exceptions/records.ts.

import type { NoteWords } from '../../notesInLanguage';

const actionGone: NoteWords = {
  summary: 'Nova 为每个实例保存操作列表，而其中没有此请求的条目。',
  effect: '如果它出现在某个步骤开始时，该步骤根本不会执行；如果在结束时，只是结果没有被记录。',
  causes: [
    ['操作还在进行时，实例的记录已被归档或清除。', '当时运行过 nova-manage db archive_deleted_rows 或 purge。'],
    '操作所用的请求 id 与发出请求时的不同，或在另一个 cell 中进行。',
    '实例在其间被删除。',
  ],
  checks: ['实例有哪些记录'],
  changes: ['如果实例仍存在，再次执行该操作。'],
};

const traits: NoteWords = {
  summary: '主机查询 trait 或要创建 trait 时，Placement 没有正常应答。',
  effect: '主机不上报其 trait 和资源，直到之后某次上报成功；虚拟机继续运行。',
  causes: [
    ['Placement 失败，或失去了数据库。', '文本中有 HTTP 500 或 503。'],
    ['服务用户无权这样做。', '文本中有 HTTP 401 或 403。'],
    ['trait 的名称不合规范。', '文本中有 HTTP 400，并给出了该名称。'],
  ],
  checks: ['Placement 所知的 trait', 'Placement 的记录'],
  changes: ['恢复 Placement，或更正 trait 的名称。'],
};

export const records: Readonly<Record<string, NoteWords>> = {
  InstanceActionNotFound: actionGone,
  InstanceActionEventNotFound: actionGone,
  HostBinaryNotFound: {
    summary: '数据库中没有该主机上该服务的记录。',
    effect: '请求以 404 被拒绝，或 Nova 认为该服务不存在；没有触及任何实例。',
    causes: ['主机名的写法与服务上报的不同（短名或全名）。', '该服务从未在那里启动，或其记录已被删除。'],
    checks: ['各服务及其上报的主机'],
    changes: ['按列表所示给出主机名，或在那里启动该服务。'],
  },
  ServiceNotFound: {
    summary: '数据库中没有该 id 的服务记录。',
    effect: '请求以 404 被拒绝。运行期间自身记录被删除的服务无法再上报。',
    causes: ['该 id 有误，或属于另一个 cell。', ['服务仍在运行时，其记录被删除。', '该服务反复出现此记录。']],
    checks: ['各服务及其 id'],
    changes: ['重启该服务：它会重新创建记录。'],
  },
  RequestSpecNotFound: {
    summary: 'API 数据库中已没有创建该实例时的请求内容，而迁移需要它。',
    effect: '迁移、调整规格、疏散或取消搁置在 API 中失败；没有触及实例。',
    causes: [
      ['实例已被删除，其记录正在归档。', '实例本身也找不到。'],
      ['实例早于 Newton，从未有过该记录。', '它创建于 Newton 之前。'],
      '有人手工从 API 数据库中删除了该行。',
    ],
    checks: ['以管理员身份查看实例是否存在', '它是否映射到某个 cell'],
    changes: [['从 API 数据库的备份恢复该行。', '与实例不相符的行会使它被放到错误的地方。']],
  },
  InstanceGroupNotFound: {
    summary: '请求中给出的服务器组不存在，或实例不在任何组中。',
    effect: '在 API 中请求被拒绝。在其他地方，Nova 对此有预期，在没有组的情况下继续。',
    causes: ['该组已被删除。', '该组属于另一个项目。'],
    checks: ['所有项目的组'],
    changes: ['给出该项目所拥有的组。'],
  },
  FlavorNotFound: {
    summary: '没有请求所给 id 的 flavor，或该项目无权看到它。',
    effect: '请求以 400 或 404 被拒绝；没有创建或更改任何东西。',
    causes: [
      '该 flavor 已被删除：实例保留自己的副本，但不能再用它创建新的实例。',
      '该 flavor 是私有的，而该项目没有访问权。',
      '该 flavor 已被禁用，而调整规格要使用它。',
    ],
    checks: ['所有的 flavor', '谁可以使用它'],
    changes: ['给出该项目能看到的 flavor，或授予该项目访问权。'],
  },
  ObjectActionError: {
    summary: '要求 Nova 的某条记录做当前状态不允许的事；多为程序的缺陷。',
    effect: '操作在该处失败；已经开始的部分保持原状。',
    causes: [
      ['各服务的版本不同：旧的服务不认识新的值。', '文本中有“not supported in version”。'],
      ['实例在其间被另一个操作更改。', '文本中有“host changed”、“already destroyed”或“already created”。'],
      ['此版本的缺陷。', '文本中有“not lazy-loadable”。'],
    ],
    checks: ['所有主机的服务', '曾对实例发出的请求'],
    changes: ['使所有服务处于同一版本；否则查看该版本是否有更新的稳定版更新。'],
  },
  InventoryInUse: {
    summary: '主机不再提供实例正在使用的某种资源，而 Placement 不允许去掉它。',
    effect: '主机的上报失败，得不到更新；虚拟机继续运行。',
    causes: [
      ['在实例使用期间，某个 vGPU 类型、PMEM 命名空间、PCI 设备或供绑定的 CPU 被移出设置。', '文本中给出了资源的种类。'],
      ['有已不存在或已迁走的实例遗留的 allocation。', '该 allocation 的 consumer 不是此主机的实例。'],
    ],
    checks: ['已分配了什么', 'Placement 中它的 inventory'],
    changes: [['恢复该设置，或先迁走这些实例；删除遗留的 allocation。', '删除仍存在的实例的 allocation，会使主机被超额分配。']],
  },
  InvalidResourceClass: {
    summary: 'Placement 没有接受主机的某个资源类（resource class）。',
    effect: '主机的上报失败；虚拟机继续运行。',
    causes: [
      '名称不合规范：必须以 CUSTOM_ 开头，只含大写字母、数字和下划线。',
      ['Placement 失败。', '其上方有“Failed to ensure resource class record”及其应答。'],
    ],
    checks: ['Placement 所知的资源类'],
    changes: ['在该名称的来源处更正它：Ironic，或 provider 的文件。'],
  },
  ResourceProviderSyncFailed: {
    summary: '主机无法把它所提供的资源上报到 Placement；原因是其中的异常。',
    effect: 'Placement 保留旧的数值，直到之后某次上报成功：创建可能被送到已满的主机，或根本不会送来。',
    causes: [
      ['Placement 停止、缓慢，或拒绝该服务用户。', '其上方的异常。'],
      ['Placement 不允许去掉实例仍在使用的资源。', '其上方有 ResourceProviderInUse 或 ResourceProviderUpdateFailed。'],
    ],
    checks: ['在它之前的记录', 'Placement 中它的 inventory'],
    changes: ['消除其中的异常；下一次上报会自行进行。'],
  },
  ResourceProviderInUse: {
    summary: '资源 provider 无法删除，因为它仍有 allocation。',
    effect: '该 provider 保留。删除计算服务时，其记录会删除，但 provider 遗留下来；此后同名的主机可能无法上报。',
    causes: [
      '主机上仍有实例。',
      ['有已不存在、已疏散或已迁走的实例遗留的 allocation。', '它们的 consumer 不是此主机的实例。'],
    ],
    checks: ['已分配了什么', '遗留的 allocation'],
    changes: [['迁走或删除这些实例，然后删除遗留的 allocation。', '删除仍存在的实例的 allocation，会使主机被超额分配。']],
  },
  TraitRetrievalFailed: traits,
  TraitCreationFailed: traits,
  UsagesRetrievalFailed: {
    summary: 'Nova 无法向 Placement 查询该项目的用量，因此无法检查其配额。',
    effect: '请求失败；没有创建或更改任何东西。',
    causes: [
      ['Placement 停止或失败。', '其上方带有应答的那一行。'],
      ['[placement] 的服务用户无权查询用量。', '该行中有 HTTP 403。'],
    ],
    checks: ['Placement 是否应答', 'Placement 的记录'],
    changes: ['恢复 Placement，再次请求。'],
  },
  InvalidNodeConfiguration: {
    summary: '保存在文件 compute_id 中的计算节点标识无法读取、无法写入或不可信。',
    effect: 'nova-compute 无法启动，或不上报资源；正在运行的虚拟机继续运行。',
    causes: [
      ['文件中没有 UUID，或两个文件中的 UUID 不同。', '原因中有“Unable to parse UUID”或“does not match”。'],
      ['状态目录不可写。', '原因中有“Unable to write uuid”。'],
      ['该标识与节点记录中的不同。', '原因中有“Attempt to overwrite node”。'],
    ],
    checks: ['节点标识', 'Nova 所知的节点', '所有者和权限'],
    changes: [['恢复节点记录中的 UUID。', '给旧主机新的标识，会使其实例和 allocation 失去归属。']],
  },
};
