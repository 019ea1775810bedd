// The words of cards that are made from facts alone, in Simplified Chinese; the keys of cardWords and
// statementWords.

import type { cardWords, createOutcomeWords, rebuildOutcomeWords } from '../cardWords';
import type { DeploymentId } from '../deployments';
import type { LayoutClueId } from '../layoutClues';
import type { Words } from '../language';
import type { statementWords } from '../statementWords';

export const createOutcome: Words<typeof createOutcomeWords> = {
  abort: '创建中止：不再尝试其他主机，释放其网络，实例进入 ERROR',
  'abort-unexpected': '没有处理程序认识它：“Unexpected build failure, not rescheduling build.”，实例进入 ERROR',
  reschedule: '创建交回 conductor 另选主机；没有主机或次数可用时进入 ERROR',
  gone: '实例正在被删除：创建结束，释放其网络，不设为 ERROR',
};

export const rebuildOutcome: Words<typeof rebuildOutcomeWords> = {
  error: '实例进入 ERROR',
  rollback: '记录故障，实例保持原有状态',
  gone: '实例正在被删除：重建结束，不报错',
  'error (as BuildAbortException)': '它变成 BuildAbortException，实例进入 ERROR',
};

export const factPhase: Readonly<Record<string, string>> = {
  api: '在 API 中',
  conductor: '在 conductor 中',
  schedule: '调度时',
  compute: '在计算主机上',
  any: '任何时候',
  accelerators: '绑定加速器时',
  'before claim': '资源声明之前',
  claim: '资源声明时',
  'group policy': '稍后检查 server group 策略时',
  network: '请求网络时',
  'network (async)': '分配网络时（在生成虚拟机时才显现）',
  'device names': '确定设备名时',
  'block device': '块设备映射中',
  'spawn: disk image': '生成时，磁盘镜像',
  'spawn: guest definition': '生成时，虚拟机定义',
  'spawn: plug and start': '生成时，接入接口并启动',
  'spawn: config drive': '生成时，config drive',
  'spawn: other': '生成时',
  'reimage root volume': '重写根卷镜像时',
  'destroy old guest': '销毁旧虚拟机时',
  'detach volumes': '卸载卷时',
  'power off': '关闭虚拟机电源时',
  'clean up': '清理时',
  evacuate: '疏散时',
};

export const card: Words<typeof cardWords> = {
  classWithText: '{module} 中的异常。其消息：“{text}”',
  classWithoutText: '{module} 中的异常；消息由抛出者给出。',
  classOfPython: 'Python 自身的异常；其消息由系统或解释器给出。',
  optionSummary: 'nova.conf 中 [{group}] 节的配置项 {name}。',
  optionOfLibrary: '[{group}] 节的配置项 {name}；由 {library} 注册，并替 Nova 读取。',
  createEffect: '创建（create）时，{phase}：{outcome}（{release}）。',
  rebuildEffect: '重建（rebuild）时：{outcome}（{release}）。',
  apiEffect: '在 API 中，请求被拒绝，返回 HTTP {code}。',
  message: '消息',
  earlierMessage: '自 {release} 起的消息',
  httpCode: 'HTTP 状态码',
  apiAnswers: 'API 返回',
  releases: '版本',
  library: '库',
  parent: '派生自',
  raisedIn: '抛出处（{release}）',
  madeIn: '构造处（{release}）',
  caughtIn: '捕获处（{release}）',
  more: '以及另外 {count} 处',
  duringCreate: '创建（create）时（{release}）',
  duringRebuild: '重建（rebuild）时（{release}）',
  namesakes: '其他含有同名类的库',
  otherName: '沿用说明',
  onlyChildren: '抛出形式',
  onlyChildrenValue: '只抛出由它派生的类，从不抛出它本身',
  unused: '现状',
  unusedValue: '该类存在于 master 中，但 Nova 中没有任何地方抛出它',
  type: '类型',
  defaultValue: '默认值',
  noDefault: '无',
  secretValue: '不显示（机密）',
  defaultSince: '自 {release} 起的默认值',
  range: '取值范围',
  choices: '可选值',
  renamedTo: '改名为',
  oldNames: '也接受的名称',
  deprecated: '弃用并将移除，始于',
  unit: '单位',
  restart: '更改后须重启',
  readBy: '读取处（master）',
  symptom: '设错时的表现',
  logger: '记录者',
  phaseService: '服务',
  phaseStates: '运行期间的状态',
  orEarlier: '{release} 或更早',
  removedIn: '{span}，在 {release} 中移除',
  itemsOf: '{type}，元素为 {item}',
  atLeast: '{type}，不小于 {min}',
  atMost: '{type}，不大于 {max}',
  between: '{type}，{min} 至 {max}',
};

export const statement: Words<typeof statementWords> = {
  summary: 'Nova 的一条日志语句，由 {logger} 以 {level} 级别记录。',
  summaryOfLibrary: '库 {library} 的一条日志语句，它写入 Nova 的日志。',
  summaryDynamic: '某个异常的文本，原样记录；请按异常名称查找其解释。',
  harmless: '无需处理：{reason}',
  id: '语句',
  logger: '记录者',
  function: '位于',
  level: '级别',
  levelWas: '{level}（在其他版本中为 {others}）',
  traceback: '{level}，附 traceback',
  releases: '版本',
  orEarlier: '{releases}（其中最早的一个，或更早）',
  before: '{release} 之前的另一种措辞',
  after: '自 {release} 起的另一种措辞',
  otherLanguage: '该消息所用的语言与 Nova 源码中的不同：无法判断是哪条语句记录的，只能按其 logger 识别。',
  otherLanguageOf: '该消息所用的语言与 Nova 源码中的不同：只能按其异常 {type} 和 logger 识别。',
  otherwise: '或者是下面这些措辞相同的语句之一',
};

export const layoutClues: Readonly<Record<LayoutClueId, { readonly what: string }>> = {
  auditLevel: { what: '级别 AUDIT' },
  traceTraceback: { what: 'TRACE 级别的 traceback' },
  errorTraceback: { what: 'ERROR 级别的 traceback' },
  globalRequestSlot: { what: '有全局请求 id 的位置：[None req-…]' },
  fiveIdentityFields: { what: '没有全局请求 id 的位置：[req-…]' },
  domainNames: { what: '请求 id 之后有用户和项目的域' },
  noDomains: { what: '用户和项目之后没有域' },
  errorSummary: { what: '异常在同一行的消息之后' },
  noErrorSummary: { what: '带 traceback 的消息之后没有异常' },
};

/** Where a change of nova.conf lasts; completes the sentence `lasting` of the words on nova.conf. */
export const deployments: Readonly<Record<Exclude<DeploymentId, 'packages'>, string>> = {
  kolla: '写在部署主机的 /etc/kolla/config/nova.conf（或其旁边的 nova/{service}.conf）中，然后执行'
    + ' `kolla-ansible reconfigure --tags nova,nova-cell`',
  tripleo: '写在环境文件的 ExtraConfig（hieradata）中，然后重新部署 overcloud',
  rhoso: '写在 OpenStackControlPlane 的 customServiceConfig 中；计算节点则写在数据平面的某个 service 所引用的'
    + ' ConfigMap 中，然后新建一个 OpenStackDataPlaneDeployment',
  sunbeam: '使用 `snap set openstack-hypervisor`，前提是该 snap 有对应此配置项的键',
  charms: '使用 `juju config {service} config-flags=…`，它只作用于 [DEFAULT] 的配置项',
  devstack: '写在 local.conf 的 [[post-config|$NOVA_CONF]] 或 [[post-config|$NOVA_CPU_CONF]] 节中',
  'openstack-ansible': '写在 /etc/openstack_deploy/user_variables.yml 的 nova_nova_conf_overrides 中，然后执行 nova'
    + ' 的 playbook',
  'openstack-helm': '写在 nova chart 的 values 的 conf.nova 中，然后执行 `helm upgrade`',
};
