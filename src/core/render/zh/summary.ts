// The words of a report on a large log in Simplified Chinese.

import type { Words } from '../../../knowledge/language';
import type { summaryWords } from '../summaryWords';

export const summary: Words<typeof summaryWords> = {
  instances: (count: string) => `${count} 个实例`,
  logs: (count: string) => `${count} 个日志`,
  operations: '操作',
  causes: '失败原因',
  between: (first: string, last: string) => `在 ${first} 与 ${last} 之间`,
  some: (names: string, areMore: boolean) => `实例：${names}${areMore ? '……' : ''}`,
  hostsOfSome: (count: string, names: string) => `其中 ${count} 次的主机：${names}`,
  example: (instance: string) => `例如 ${instance}：`,
  read: (read: string, all: string) =>
    `完整读取了 ${read} 个实例；其余 ${all} 个实例的日志在每个步骤和出错内容上与之相同，只有时间、名称和数字不同。`,
  partly: (count: string) => `另有 ${count} 个实例的日志过多，只读取了其开头和结尾。`,
  notJoined: (services: string) => `日志过大，未将 ${services} 的日志行关联到实例；使用 --all 可关联。`,
  further: (file: string) =>
    `查看一个实例的全部阶段：nova-lens report --instance UUID ${file}；查看每个实例：--all。`,
};
