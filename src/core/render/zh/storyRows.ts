// The words of the rows and hovers on what lies around an operation, in Simplified Chinese. No logic but
// grammar.

import type { Words } from '../../../knowledge/language';
import type { storyRowWords } from '../storyRowWords';

export const storyRows: Words<typeof storyRowWords> = {
  waited: (text: string) => `等待：${text}`,
  phaseWaited: (seconds: string, name: string) => `为 ${name} 等了 ${seconds}`,
  phaseLate: (name: string) => `${name} 到得太晚`,
  phaseTimedOut: (name: string) => `${name} 没有按时到`,
  phaseOpen: (name: string) => `看不到 ${name} 到来`,
  meanwhile: '同时发生的事',
  missing: '可能缺行',
  silence: (seconds: string) => `${seconds}内没有任何日志`,
  rotation: (seconds: string) => `轮转的日志之间有 ${seconds} 没有一行`,
  rotationMissing: (count: number) => `缺少 ${count} 个轮转日志`,
  head: '日志从它的中间开始',
  'rate-limit': '行数过多，有一些被丢弃',
  suppressed: (count: string) => `${count} 条消息被丢弃`,
  restart: (service: string) => `${service} 重新启动`,
  service: (service: string) => `这里没有 ${service} 的日志`,
  unsureService: (service: string) => `这里没有已知属于 ${service} 的日志`,
  onPackages: (command: string) => `以软件包安装时：${command}`,
  lifecycle: (state: string) => `虚拟机 ${state}`,
  'sync-skipped': '未比较电源状态',
  'state-differs': '数据库中的电源状态已更正',
  'stopped-by-itself': '在 Nova 之外停止',
  'unexpected-state': '处于 Nova 未要求的状态',
  moved: '在此期间移到另一台主机',
  evacuated: '疏散之后从这里移除',
  'service-restart': 'nova-compute 在任务进行中重新启动',
  'event-received': '收到外部事件',
  during: (operation: string) => `操作 ${operation} 可以解释。`,
  aroundOf: (operation: string) => `${operation} 前后`,
  heldMeanwhile: '它持有该锁时，另一个在等待。',
  waitOf: (operation: string, instance: string) => `这使 ${instance} 的 ${operation} 变慢。`,
  waitIn: (phase: string, operation: string, instance: string) =>
    `这使 ${instance} 的 ${operation} 在阶段“${phase}”变慢。`,
  partsIn: (good: string, phase: string) => `与 ${good} 从“${phase}”阶段开始不同`,
  partsBefore: (good: string, phase: string) => `与 ${good} 在“${phase}”之前已不同`,
  slowerThan: (good: string, phase: string, here: string, there: string) =>
    `“${phase}”比 ${good} 慢：这里 ${here}，那里 ${there}`,
  wentWell: '后者成功了',
  sameTraits: (traits: string) => `相同的${traits}`,
  common: '最后相同的一行：',
  here: '这里：',
  there: '那里：',
  pace: (count: number, p50: string, p95: string) => `${count} 次中一半不超过 ${p50}，95 % 不超过 ${p95}。`,
  paceOn: (count: number, host: string, p50: string, p95: string) =>
    `${host} 上的 ${count} 次中一半不超过 ${p50}，95 % 不超过 ${p95}。`,
  slower: (count: number) => `比 ${count} 次中的 95 % 都慢。`,
  slowerOn: (count: number, host: string) => `比 ${host} 上 ${count} 次中的 95 % 都慢。`,
};
