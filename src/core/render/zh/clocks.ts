// The words on clocks and on lines of other services in Simplified Chinese.

import type { Words } from '../../../knowledge/language';
import type { clockWords, serviceLineWords } from '../clockWords';

export const clocks: Words<typeof clockWords> = {
  between: (clock: string, least: string, most: string, reference: string) =>
    `${clock} 的时钟比 ${reference} 的快 ${least} 到 ${most}`,
  behindBetween: (clock: string, least: string, most: string, reference: string) =>
    `${clock} 的时钟比 ${reference} 的慢 ${least} 到 ${most}`,
  atLeast: (clock: string, least: string, reference: string) =>
    `${clock} 的时钟比 ${reference} 的至少快 ${least}`,
  behindAtLeast: (clock: string, least: string, reference: string) =>
    `${clock} 的时钟比 ${reference} 的至少慢 ${least}`,
  zone: (clock: string, hours: string, reference: string) => `${clock} 比 ${reference} 快 ${hours}：时区不同`,
  zoneBehind: (clock: string, hours: string, reference: string) =>
    `${clock} 比 ${reference} 慢 ${hours}：时区不同`,
  because: (before: string, after: string) => `${before} 先于 ${after} 写入`,
  moved: (clock: string, by: string) => `${clock} 的时间显示得比其日志早 ${by}`,
  movedLater: (clock: string, by: string) => `${clock} 的时间显示得比其日志晚 ${by}`,
  aligned: '各行按同一时钟排序；其时间仍是日志中的时间：',
  placed: (clock: string, by: string) => `${clock} 的行排得比其时间早 ${by}`,
  placedLater: (clock: string, by: string) => `${clock} 的行排得比其时间晚 ${by}`,
  unmoved: '时间按日志原样显示；--align-clocks 可将其移到同一时钟上',
  zoneClash: (hours: string) => `其各行带有两个相差 ${hours} 的时间：其中一个属于另一时区`,
  others: '其他服务',
  otherLog: '其他服务的日志：其中由 ID 关联的行会并入 Nova 的行',
};

export const serviceLines: Words<typeof serviceLineWords> = {
  'port-binding': '正在绑定端口',
  'port-bound': '端口已绑定',
  'port-binding-failed': '端口无法绑定',
  'port-agent-up': '代理已接好端口',
  'port-provisioned': '端口已就绪',
  'port-deleted': '正在删除端口',
  'port-updated': '代理已更新端口',
  'port-status': '端口状态',
  'port-device-up': '代理报告端口已启用',
  'nova-told': '向 Nova 通知事件',
  'nova-not-told': '无法向 Nova 通知事件',
  'neutron-call': '对 Neutron 的调用已应答',
  'dhcp-ready': '端口的 DHCP 已就绪',
  'volume-created': '卷已创建',
  'volume-being-created': '正在创建卷',
  'volume-failed': '卷无法创建',
  'volume-attached': '卷已挂接',
  'volume-detached': '卷已分离',
  'volume-connected': '卷连接已建立',
  'volume-disconnected': '卷连接已结束',
  'volume-deleted': '卷已删除',
  'cinder-call': '对 Cinder 的调用',
  'attachment-updated': '挂接已更新',
  'glance-call': '对 Glance 的调用已应答',
  'placement-call': '对 Placement 的调用已应答',
  'guest-started': 'QEMU 已启动',
  'guest-ended': 'QEMU 已结束',
  'guest-signalled': 'QEMU 被要求结束',
  'guest-migrates': 'QEMU 开始迁移',
  'guest-trouble': 'QEMU 意外结束',
  warning: '警告',
  error: '错误',
};
