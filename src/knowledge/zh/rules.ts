// Words around the operator's own rules in Simplified Chinese; the keys and slots of ruleWords.

import type { Words } from '../language';
import type { ruleProblemWords, ruleWords } from '../ruleWords';

export const rule: Words<typeof ruleWords> = {
  from: '您自己的规则',
  place: '{id}，位于 {file} 第 {line} 行',
  bug: '已知缺陷',
  fixedIn: '修复于',
};

export const ruleProblems: Words<typeof ruleProblemWords> = {
  syntax: '这不是 YAML：{reason}。',
  tooLarge: '文件大于 {most} 字节：不读取。',
  tooMany: '条目超过 {most} 个：其后的不读取。',
  alias: '“{key}”引用了文件的另一处：请直接写出内容。',
  notAMap: '“{key}”必须有自己的字段。',
  notAList: '“{key}”必须是列表。',
  notText: '“{key}”必须是非空的文本。',
  tooLong: '“{key}”超过了 {most} 个字符。',
  unknownKey: '“{key}”在这里没有意义。',
  missing: '缺少“{key}”。',
  badVersion: '不认识版本 {version} 的规则：请写 version 1。',
  badId: '“{id}”不能用作 id：请用字母、数字、点和连字符，至多 80 个。',
  doubleId: '上面已有规则“{id}”。',
  badChoice: '“{value}”不是有效的 {key}：可用的有 {allowed}。',
  badLink: '“{link}”不是 https 地址。',
  noMatch: '请说明它针对哪一行或哪个异常：“message”或“exception”。',
  vagueMessage: '该消息匹配的行太多：至少要有 {least} 个固定的字符。',
  sampleDiffers: '“{id}”的 sample 与其规则不匹配。',
  sampleOfOther: '“{id}”与上面的“{other}”针对相同的行，而后者优先。',
  tookSeconds: 'edge 为“took”时，消息中须有“%(seconds)s”。',
  phaseOfException: '针对异常的规则不增加阶段：异常所在行已属于某个阶段。',
  unknownOption: '这里已知的任何 Nova 版本都没有配置项“{name}”。',
  unknownException: '任何 Nova 版本以及这里已知的任何库都没有类“{name}”。',
};
