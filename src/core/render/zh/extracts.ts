// The words of the documents of an instance, a request and an operation, and of comparing two, in Simplified
// Chinese; keys and slots of editorWords.

import type { Words } from '../../../knowledge/language';
import type { english } from '../editorWords';

export const extracts = {
  extractReadOnly: '这些行分散在多个日志中；要查看某一行的上下文，请转到它所在的日志。',
  extractEmpty: '已打开的日志中没有与它相关的行。',
  extractCut: '…… 还有 {count} 行未显示，否则文档会过大。',
  extractTook: '耗时 {duration}',
  phasesOf: '{instance} 的各阶段',
  countPhases: '{count} 处：按 F4 和 Shift+F4 逐一前往',
  noOrigin: '此行不属于任何日志。',
  copiedLines: '已复制 {count} 行。',
  unfold: '打开此行中的日志',
  unfoldTooltip: '作为文档打开，日志的每一行各占一行',
  unfoldNothing: '这里没有任何一行包含日志的多行。',
  openInstance: '打开实例文档',
  openRequest: '打开请求文档',
  openOperation: '打开操作文档',
  compare: '比较',
  compareTitle: '{operation}：{left}（左）与 {right}（右）',
  compareNothing: '已打开的日志中没有其他 {operation} 可供比较。',
  comparePrompt: '将 {instance} 的 {operation} 与谁比较：成功的排在前面，最接近的在最上面',
} satisfies Partial<Words<typeof english>>;
