// Our words on exceptions in Simplified Chinese: the classes of exceptions/quota.ts.

import type { NoteWords } from '../../notesInLanguage';

export const quota: Readonly<Record<string, NoteWords>> = {
  TooManyInstances: {
    summary: '该项目将超出其实例、核数或内存的配额。',
    effect: '在 API 中请求以 403 被拒绝。如果是 conductor 的复查发现的，刚刚调度的实例会进入 ERROR，其 allocation 被移除。',
    causes: [
      ['配额已用尽，往往是被处于 ERROR 或软删除的实例占用。', '消息中给出了资源、请求量和已用量。'],
      ['几个请求同时运行，合起来超出配额。', '它在 nova-conductor 中抛出。'],
    ],
    checks: ['配额和用量', '计入的实例'],
    changes: ['删除无人使用的实例，或提高该项目的配额。', ['只有在允许同一时刻的请求超出配额时，才关闭 `recheck_quota`。', '此后项目可能得到超过其配额的资源。']],
  },
  OverQuota: {
    summary: '某项配额已用尽；消息中给出了资源。',
    effect: '在 API 中请求被拒绝。在块设备映射中它来自 Cinder，并使创建中止：不再尝试其他主机，实例进入 ERROR。',
    causes: [
      ['该项目在 Cinder 中已没有卷、容量（gigabytes）或快照的配额。',
       '在它之前有“Failed to create block device for instance due to ... quota”。'],
      ['Nova 的某项配额已用尽。', '它在 nova-api 中抛出。'],
    ],
    checks: ['卷的配额和用量', 'Nova 的配额和用量'],
    changes: ['删除无人使用的卷，或在拒绝请求的那个服务中提高配额。'],
  },
  VolumeLimitExceeded: {
    summary: '该项目在 Cinder 中已没有卷配额。',
    effect: '创建在块设备映射中中止：不再尝试其他主机，实例进入 ERROR。',
    causes: [
      ['卷数、容量（gigabytes）或卷类型的配额已用尽。',
       '在它之前有“Failed to create block device for instance due to being over volume resource quota”。'],
    ],
    checks: ['配额和用量', '没有被使用的卷'],
    changes: ['删除无人使用的卷，或在 Cinder 中提高配额。'],
  },
  PortLimitExceeded: {
    summary: '该项目在 Neutron 中已没有端口配额。',
    effect: '在 API 中请求被拒绝。在分配网络时创建会重新调度，并在每台主机上同样失败。',
    causes: [['配额已用尽，往往是被没有实例的端口占用。', '在它之前有“Neutron error: Port quota exceeded in tenant”。']],
    checks: ['配额和用量', '该项目的端口'],
    changes: ['删除没有被使用的端口，或在 Neutron 中提高配额。'],
  },
  FixedIpLimitExceeded: {
    summary: '该项目在 nova-network 中已没有固定地址的配额。',
    effect: '创建中止：不再尝试其他主机，实例进入 ERROR。',
    causes: ['配额已用尽，或地址没有归还。'],
    checks: ['该项目的配额'],
    changes: ['调大 `fixed_ips`；nova-network 本身自 Ussuri 起已移除。'],
  },
  MetadataLimitExceeded: {
    summary: '请求携带的 metadata 项多于所允许的。',
    effect: 'API 拒绝请求；没有创建或更改任何东西。',
    causes: ['项数超过配额，实例已有的也计算在内。'],
    checks: ['配额'],
    changes: ['发送更少的项，或提高配额。'],
  },
  OnsetFileLimitExceeded: {
    summary: '请求注入的文件多于所允许的。',
    effect: 'API 拒绝请求；没有创建任何东西。',
    causes: ['文件数超过配额。'],
    checks: ['配额'],
    changes: ['使用 user data 代替注入文件。'],
  },
  OnsetFileContentLimitExceeded: {
    summary: '注入的文件大于所允许的。',
    effect: 'API 拒绝请求；没有创建任何东西。',
    causes: ['该文件超过配额。'],
    checks: ['配额'],
    changes: ['使用 user data 代替注入文件。'],
  },
  OnsetFilePathLimitExceeded: {
    summary: '注入文件的路径长于所允许的。',
    effect: 'API 拒绝请求；没有创建任何东西。',
    causes: ['该路径超过配额。'],
    checks: ['配额'],
    changes: ['使用 user data 代替注入文件。'],
  },
  KeypairLimitExceeded: {
    summary: '该用户已没有密钥对配额。',
    effect: 'API 拒绝请求。',
    causes: ['密钥对按用户计算，跨所有项目。'],
    checks: ['该用户的密钥对'],
    changes: ['删除无人使用的密钥对，或提高配额。'],
  },
  ProjectOverLimit: {
    summary: '该项目将超出保存在 Keystone 中的限额（unified limits）。',
    effect: '在 API 中请求被拒绝。在 conductor 的复查中实例进入 ERROR。',
    causes: [['限额已用尽。', '消息中给出了资源和数值。'], ['某个资源没有注册限额，因此按零计算。', '消息中的限额为 0。']],
    checks: ['已注册的限额', '该项目的限额'],
    changes: ['注册该限额，或提高该项目的限额。'],
  },
};
