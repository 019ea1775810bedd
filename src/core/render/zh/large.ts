// The words of logs that are read from the file, in Simplified Chinese; the keys and slots of largeWords.

import type { Words } from '../../../knowledge/language';
import type { largeWords } from '../largeWords';

export const large: Words<typeof largeWords> = {
  // ---- tree ----
  largeReading: '正在读取，{percent} %',
  largeFailed: '失败',
  largeNotYetKnown: '尚不清楚',
  largeNotKnown: '无法得知：日志中提到的请求太少',
  largeUnpacking: '正在解压，已有 {size}',
  largeRenamed: '已轮转：该文件名现在属于另一个文件',
  largeEmptied: '文件已被清空：读过的内容已不存在',
  largeGone: '文件已不存在',
  largeUnread: '已停止跟踪：新写入的内容无法读取',

  // ---- opening ----
  largeOffer: '{log} 太大，编辑器不会把它交给任何扩展。Nova Lens 可以直接从文件读取，并显示其中的实例、实例的日志行以及分页内容。',
  largeOpen: '用 Nova Lens 打开',
  largeNotNow: '暂不',
  largeOpening: '正在读取 {log}',
  largeSpeed: '{percent} %，{speed} MB/s，{count} {count|个实例|个实例}',
  largeUnpackSpeed: '已解压 {size} MB，{speed} MB/s，{count} {count|个实例|个实例}',
  largeOtherWay: '{log} 的写法无法快速读取，改为逐行读取。',
  largeNoDisk: '{log} 有 {size} MB。在此窗口中 Nova Lens 没有磁盘，只能读取整个文件，最多 {most} MB：请在桌面窗口或远程窗口中打开它。',
  largeWasRenamed: '{log} 已轮转。读过的内容仍可查看；之后的内容写在新文件中。',
  largeWasEmptied: '{log} 已被清空或重写：读过的内容已不存在。',
  largeWasGone: '{log} 已被删除。在关闭之前，读过的内容仍可查看。',
  largeWasUnread: '{log} 变大了，但新写入的内容无法读取：磁盘是否已满？读过的内容仍可查看。',
  largeOpenAgain: '重新打开',

  // ---- documents ----
  largeFailures: '… 还有 {count} {count|个失败的实例|个失败的实例}未列出；可在树中查看。',
  largeClosed: '{log} 未打开：用 Nova Lens 打开后即可查看它的分页。',
  largePage: '第 {page} 页，共 {pages} 页 · {log} 的第 {first} – {last} 行',
  largePreviousPage: '上一页',
  largeNextPage: '下一页',
  largeGoToLine: '转到行…',
  largeSearch: '搜索此日志…',
  largeAround: '第 {line} 行所在的页',
  largeInstanceBefore: '前一个实例',
  largeInstanceBehind: '后一个实例',
  largeShowInstances: '显示其中的实例',
  largeFindInstance: '查找实例…',
  largeFirstPage: '第一页',
  largeElsewhere: '它显示在“Nova 实例”视图中，而不是这里。',
  largeWhich: '哪个日志？',
  largeNone: '没有打开任何从文件读取的日志。',
  largeLinePrompt: '行号，从 1 到 {lines}',
  largeLineWrong: '没有这一行：最后一行是 {lines}。',
  largeProblem: '{log}，第 {line} 行：{problem}',

  // ---- search ----
  largeSearchIn: '搜索 {log}',
  largeSearchPrompt: '要查找的文本。用 level:ERROR、level:WARNING+、instance:UUID、from:08:10、to:2024-05-06T08:20 缩小范围',
  largeSearchStyle: '已启用：{styles}',
  largeMatchCase: '区分大小写',
  largeWholeWord: '全字匹配',
  largeExpression: '使用正则表达式',
  largeSwitchOn: '{name}：开',
  largeSwitchOff: '{name}：关',
  largeSearchEmpty: '请输入文本、level:…、instance:…、from:… 或 to:…',
  largeSearchNoTime: 'from: 和 to: 是日志中的时间，例如 08:10 或 2024-05-06T08:10，较早的在前。',
  largeSearchWrong: '这不是表达式：{reason}',
  largeSearching: '正在搜索 {log}',
  largeSearchTitle: '{log} 中的 {wanted}',
  largeSearchCount: '{count} {count|行|行}',
  largeSearchMost: '{all} 行中的前 {count} 行',
  largeSearchStopped: '已停止：目前 {count} {count|行|行}',
  largeSearchNothing: '{log} 中没有符合的行。',
  largeSearchSlow: '该表达式在 {log} 的某一行上耗时过长：请简化它。',
};
