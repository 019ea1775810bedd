// Our words on exceptions in Simplified Chinese: the classes of exceptions/requests.ts.

import type { NoteWords } from '../../notesInLanguage';

export const requests: Readonly<Record<string, NoteWords>> = {
  PolicyNotAuthorized: {
    summary: 'Nova 的策略不允许该用户做请求所要求的事。',
    effect: 'API 以 403 拒绝请求；没有创建或更改任何东西。',
    causes: [
      ['用户缺少该规则所要求的角色，例如主机和迁移所需的 admin。', '文本中给出了该规则。'],
      ['token 的作用域与规则所要求的不同，或属于与实例不同的项目。', '其上方的 DEBUG 行中有“failed with scope check”。'],
      ['云的策略文件覆盖了该规则，也许是升级之前的文件。', '文件中有该规则。'],
    ],
    checks: ['该用户的角色', '云所覆盖的规则'],
    changes: ['给该用户相应的角色，或修改策略文件中的规则。'],
  },
  ValidationError: {
    summary: '请求的正文或查询参数不符合 API 的要求。',
    effect: 'API 以 400 拒绝请求；没有创建或更改任何东西。',
    causes: [
      ['某个字段缺失、未知或类型有误。', '文本中给出了字段和值。'],
      ['请求中有其 microversion 还不认识的字段。', '“Additional properties are not allowed”。'],
      ['flavor 的某个 extra spec 的值不被允许。', '文本中给出了该 extra spec。'],
    ],
    checks: ['请求的正文：openstack --debug 会显示它'],
    changes: ['更正请求，或发送认识该字段的 microversion。'],
  },
  BootFromVolumeRequiredForZeroDiskFlavor: {
    summary: 'flavor 的根磁盘为 0，而策略只允许这类实例从卷启动。',
    effect: 'API 以 403 拒绝请求；没有创建任何东西。',
    causes: ['请求用该 flavor 从镜像启动。'],
    checks: ['flavor 的磁盘'],
    changes: [
      '从卷启动，或使用有根磁盘的 flavor。',
      ['策略 os_compute_api:servers:create:zero_disk_flavor 可以允许这样做。', '此后大的镜像可能填满主机的磁盘。'],
    ],
  },
  FlavorImageConflict: {
    summary: 'flavor 与镜像对同一项设置要求了不同的值。',
    effect: 'API 拒绝请求；没有创建或更改任何东西。如果到主机上才发现，操作在那里失败。',
    causes: [['flavor 的 extra spec 与镜像中表示同一事项的属性不同。', '文本中给出了该设置和两个值。']],
    checks: ['flavor 的 extra spec', '镜像的属性'],
    changes: ['从其中之一去掉该设置。'],
  },
  PortNotUsableDNS: {
    summary: '端口带有自己的 DNS 名称，而它不是实例的主机名。',
    effect: '创建实例或挂接该端口失败；端口保持原状。',
    causes: ['创建端口时给出了 dns_name，而实例的名称不同。', '端口保留着先前使用它的实例的名称。'],
    checks: ['端口的名称'],
    changes: ['去掉端口的 dns_name，或把实例命名为与它相同。'],
  },
};
