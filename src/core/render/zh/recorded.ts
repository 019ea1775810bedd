// The words on what Nova's API tells of actions, in Simplified Chinese.

import type { Words } from '../../../knowledge/language';
import type { recordedWords } from '../recordedText';

export const recorded: Words<typeof recordedWords> = {
  label: 'Nova 的记录',
  onHost: '{method}，主机 {host}',
  fromTo: '{begin} 至 {end}',
  success: '返回时没有错误',
  error: '以错误结束',
  unfinished: '显示时尚未结束',
  unknown: '没有说明如何结束',
  hasError: '该操作的一个事件失败了',
  noEvents: '操作已开始；没有说明如何结束',
};
