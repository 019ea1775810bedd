// What stands around the parts of a diagnosis, in Simplified Chinese.

import type { certaintyWords, diagnosisCardWords, roleWords } from '../diagnoses/roles';
import type { Words } from '../language';

export const evidenceRoles: Words<typeof roleWords> = {
  says: '直接说明原因',
  failure: '失败之处',
  funnel: '过滤器留下的主机数',
  killer: '使主机归零的过滤器',
  empty: 'Placement 未返回任何主机',
  attempt: '此次尝试的失败方式',
  expected: '所等待的事件',
  late: '来得太晚',
  refused: '被拒绝',
  broker: '消息代理',
  unanswered: '没有得到答复',
  answered: '答复',
  before: '在此之前',
  restart: '服务启动',
  last: '该操作的最后一行',
  reported: '被报告',
  detail: '进一步说明',
  consequence: '由此产生的结果',
};

export const certainty: Words<typeof certaintyWords> = {
  stated: '日志明示',
  likely: '很可能',
  open: '有多种可能的原因',
};

export const diagnosisCard: Words<typeof diagnosisCardWords> = {
  diagnosis: '诊断',
  evidence: '证据',
  funnel: '过滤器',
  remains: '或者',
  contradicts: '不成立若',
  contradictsLong: '以下情况将推翻它',
  checks: '检查',
  changes: '更改',
  risk: (text: string) => `风险：${text}`,
  ofAttempt: (number: number) => `第 ${number} 次尝试`,
  times: (count: number) => `${count} 次`,
  inLog: (text: string, log: string) => `${text}（${log} 的日志）`,
  ofHosts: '操作之外的诊断',
};
