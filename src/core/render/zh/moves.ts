// The words on moves and on what happened beside the operations, in Simplified Chinese; the keys and slots of
// moveWords.

import type { Words } from '../../../knowledge/language';
import type { moveWords } from '../moveWords';

export const moves: Words<typeof moveWords> = {
  fromTo: '从 {source} 到 {destination}',
  fromHost: '从 {source}',
  toHost: '到 {destination}',
  source: '源主机',
  destination: '目的主机',
  sideUnknown: '源主机或目的主机',
  memoryLeft: '{elapsed} 后内存还剩 {percent} %',
  copied: '每秒 {rate}',
  endsAfter: 'Nova 在 {limit} 后结束复制',
  endsAfterAtLeast: 'Nova 在 {limit} 或更久之后结束复制，磁盘也计算在内',
  endsAfterDefault: '默认情况下 Nova 在 {limit} 后结束复制；实际生效的值未知',
  endedAfter: 'Nova 允许的时间在 {limit} 后用尽',
  beside: '操作之外',
  occurLifecycle: 'hypervisor 报告虚拟机 {state}；这些日志中没有操作可以解释',
  occurLifecycleIn: 'hypervisor 报告虚拟机 {state}',
  occurSyncSkipped: '未比较电源状态，任务 {state} 正在进行',
  occurStateDiffers: '数据库中的电源状态与 hypervisor 不同，已更正',
  occurStopped: '没有向 Nova 请求，虚拟机却已关机；Nova 停止该实例',
  occurUnexpected: '虚拟机处于 Nova 未要求的状态：{message}',
  occurMoved: '实例在此期间已移到另一台主机',
  occurEvacuated: '本主机移除已从其疏散的实例',
  occurRestart: 'nova-compute 在任务进行中重新启动：{message}',
  occurEvent: '收到外部事件',
};
