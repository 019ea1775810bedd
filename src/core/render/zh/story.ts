// The words of what is said beyond one operation in Simplified Chinese. No logic but grammar.

import type { Words } from '../../../knowledge/language';
import type { storyWords } from '../storyWords';

export const story: Words<typeof storyWords> = {
  wait: '等待',
  around: '同时',
  mayLack: '可能缺行',
  beside: '对照',
  lockGot: (name: string, seconds: string) => `为锁 ${name} 等了 ${seconds}`,
  lockOpen: (name: string) => `等待锁 ${name}，这些日志中看不到它得到该锁`,
  lockHeld: (who: string, seconds: string) => `${who} 持有了 ${seconds}`,
  lockHolds: (who: string, place: string) => `${who} 自 ${place} 起一直持有`,
  someone: '一个没有请求 id 的线程',
  eventGot: (name: string, seconds: string) => `为 ${name} 等了 ${seconds}`,
  eventGotOnly: (name: string) => `等待 ${name}，它到了`,
  eventLate: (name: string, seconds: string) => `等待 ${name}，它 ${seconds} 之后才到，那时 Nova 已经放弃`,
  eventTimedOut: (name: string, seconds: string) => `等待 ${name}，它在 ${seconds}内没有到`,
  eventTimedOutOnly: (name: string) => `等待 ${name}，它没有按时到`,
  eventOpen: (name: string) => `等待 ${name}，这些日志中看不到它到来`,
  eventReceived: (name: string) => `${name} 到了，这些日志中没有谁在等它`,
  inPhase: (text: string, phase: string) => `${text}（${phase}）`,
  spans: {
    service: '服务运行', 'amqp-lost': '与消息总线断开', 'database-lost': '与数据库断开',
    'libvirt-lost': '与 libvirt 断开', disabled: '已停止参与调度', 'report-missed': '未能报告自己仍在运行',
    'placement-refused': 'Placement 拒绝或没有应答',
  },
  span: (what: string, from: string, to: string) => `${what}：${from} 至 ${to}`,
  before: '这些日志之前',
  open: '这些日志中没有结束',
  ofService: (what: string, service: string) => `${service}：${what}`,
  countLines: (count: number) => `${count} 行`,
  holes: '可能缺失的内容',
  silence: (place: string, seconds: string, usual: string) =>
    `${place}：${seconds}内没有任何日志；该处 100 次间隔中有 99 次不超过 ${usual}`,
  rotation: (place: string, next: string, seconds: string) => `${place} 与 ${next} 之间有 ${seconds} 没有日志`,
  rotationMissing: (place: string, next: string, count: number) =>
    `${place} 与 ${next} 之间缺少 ${count} 个轮转文件`,
  head: (place: string) => `${place}：日志从一个操作的中间开始`,
  'rate-limit': (place: string) => `${place}：日志过多，oslo.log 丢弃了一些行`,
  suppressed: (place: string, count: string) => `${place}：${count} 条消息在到达之前被丢弃`,
  someMessages: '一些',
  restart: (place: string, service: string) => `${place}：${service} 重新启动`,
  someService: '该服务',
  service: (service: string) => `这里没有 ${service} 的日志`,
  unsureService: (service: string) => `这里没有已知属于 ${service} 的日志`,
  wouldShow: (command: string) => `可用“${command}”查看`,
  mightShow: (command: string) => `若以软件包安装，可用“${command}”查看`,
  partsPhase: (good: string, phase: string, there: string) => `${good}：后者进入了“${phase}”（${there}）`,
  partsLine: (good: string, phase: string, here: string, there: string) =>
    `${good}：二者从“${phase}”阶段开始不同（这里：${here}；那里：${there}）`,
  partsSlow: (good: string, phase: string, seconds: string, usual: string) =>
    `${good}：“${phase}”这里耗时 ${seconds}，那里 ${usual}`,
  good: (instance: string, shared: string) =>
    (shared === '' ? `成功的 ${instance}` : `成功的 ${instance}（相同的${shared}）`),
  traits: { host: '主机', flavor: '规格', image: '镜像', network: '网络', size: '大小' },
  nothing: '没有日志',
  causes: '失败的原因',
  noCauses: '这些日志中没有失败。',
  noClass: '这些日志中没有异常',
  group: (count: number, what: string) => `${count} 次：${what}`,
  firstLast: (first: string, last: string) => `最早 ${first}，最晚 ${last}`,
  instances: (count: number, names: string) => `${count} 个实例：${names}`,
  hosts: (names: string) => `主机：${names}`,
  hostCount: (host: string, count: number) => `${host}（${count}）`,
  unknownHosts: (count: number) => `未知（${count}）`,
  wentWell: (count: number) => `其中 ${count} 个操作最终完成`,
  shared: (trait: string, value: string, others: number, well: number) =>
    `全都是${trait} ${value}；另有 ${others} 个与此不同，其中 ${well} 个没有失败`,
  lines: (places: string) => `位于 ${places}`,
  hostUnknown: '这些日志中没有主机名',
  noHosts: '这些日志没有说到主机。',
  operationsThere: (parts: string) => `那里的操作：${parts}`,
  claimFailed: (instance: string, asked: string, free: string) => `${instance} 要 ${asked}，而空闲的是 ${free}`,
  audit: (time: string, memory: string, disk: string, vcpus: string) =>
    `${time}：已用内存 ${memory} MB，磁盘 ${disk} GB，vCPU ${vcpus}`,
  paces: '各阶段的耗时',
  pace: (kind: string, phase: string, p50: string, p95: string, count: number) =>
    `${kind}，${phase}：${count} 次中一半不超过 ${p50}，95% 不超过 ${p95}`,
  outlier: (instance: string, seconds: string, place: string) => `偏离：${instance} 用了 ${seconds}，${place}`,
  noRequests: '这些日志中没有属于实例的请求。',
  linesOf: (service: string, lines: string) => `${service} 有 ${lines}`,
  caused: (request: string) => `引起 ${request}`,
  causedWith: (request: string, lines: string) => `引起 ${request}（${lines}）`,
  requestOf: (request: string, instance: string) => `${request}，实例 ${instance}`,
  seenIn: (where: string, lines: string, from: string, to: string) => {
    const times = from !== '' && to !== '' ? `，${from} – ${to}`
      : from !== '' ? `，自 ${from} 起` : to !== '' ? `，至 ${to}` : '';
    return `${where === '' ? '' : `${where}：`}${lines}${times}`;
  },
};
