// What the command line says of itself, in Simplified Chinese; the keys of words.ts.

import type { Words } from '../knowledge/language';
import type { counts, problems, texts } from './words';

const cliTexts: Words<typeof texts> = {
  help: `nova-lens：从 Nova 的日志看它对每个实例做了什么

  nova-lens report [--json] [--by WHAT] [--instance UUID] [--summary | --all] [--index DIR]
    [--align-clocks] [--nova-conf PATH] [--rules FILE]
    FILE|DIR|- …
      这些日志中所有实例的时间线：操作、尝试、阶段、失败及其根因和处理办法。目录会被搜索以查找日志；
      .gz、.zst、.xz、.tar 和 .zip 直接读取；- 表示读取标准输入。
        --json            同样内容的机器可读形式，见 media/report.schema.json。日志超过 256 MB 时，notLookedAt
                          列出只有通读全部行才能得知、因而没有查看的内容
        --by WHAT         最上层是什么：instance（默认）、request、host 或 cause
        --instance UUID   只看这个实例；给出 UUID 的开头即可。日志超过 64 MB 时只读取与它有关的行；
                          JSON 中的 notLookedAt 列出因此没有查看的内容
        --nova-conf PATH  用此文件或目录与日志对照；可给出多次，后者优先。
                          不给出时在每个日志旁边查找 nova.conf，如 sosreport 中那样
        --all             完整讲述每次失败：三次及以上相同的失败默认只完整讲述第一次；并列出每个实例，
                          总量超过 64 MB 的日志也不例外：这样的日志默认只作汇总，每种原因讲述一次，
                          并以磁盘的速度读取。内存容得下时依据全部行，否则依据与各实例有关的行；
                          报告会说明是哪一种
        --summary         对任一日志或目录作这样的汇总；加 --json 供程序读取，见 media/summary.schema.json
        --index DIR       在此保存这类日志的索引：下次对它作报告时无须重新读取
        --align-clocks    若多台主机的日志证明时钟不一致，则把时间移到同一时钟上
        --rules FILE      您自己的规则，YAML 或 JSON；可给出多次

  nova-lens follow [--json] FILE|DIR …
      在日志被写入的同时读取：每当一个操作开始、推进或结束就输出一行，直到被中断。日志轮转、
      没有事件通知的文件系统都不影响。--json：每行一个对象。

  nova-lens explain [--release RELEASE] [--deployment NAME] [--nova-conf PATH] [--json] NAME|LINE|-
      异常、配置项、阶段或日志行的含义、原因以及应检查什么。NAME 按日志或 nova.conf 中的写法，
      或者是日志语句的 id；- 表示从标准输入读取一行或整个 traceback。
        --release RELEASE  通用的版本名：2024.1、caracal、29、newton
        --deployment NAME  按该部署方式的主机书写检查命令：kolla、tripleo、devstack …
        --nova-conf PATH   说明此文件或目录把配置项设成了什么；可给出多次

  nova-lens coverage [--json] FILE|DIR|- …
      这些日志有多少是已知的：对应 Nova 源码唯一语句的行、已解释的警告和错误，以及写下它们的 Nova
      介于哪些版本之间。其余的会列出来。

  nova-lens rules [--json] FILE …
      您自己的规则文件有什么问题，逐行列出。一条规则指明某一行日志或某个异常，并写下您对它的了解；
      其格式见 media/rules.schema.json

  nova-lens cut --instance UUID | --request ID | --operation ID | --failures | [--from TIME] [--to TIME]
                [--context N] [--origin] [--output FILE] FILE|DIR …
      从所有这些日志中按时间顺序摘出与一件事有关的行：用于转交，或在整个日志太大时打开。
      ID 的开头部分即可。TIME 形如 2024-05-06 09:11:19，或表示第一天的 09:11；以日志自己的时钟为准。
        --context N    操作和失败前后各多少行；默认 3
        --origin       每行前加上日志名和行号，与 grep -n 的写法相同
        --output FILE  写入该文件，而不是标准输出

  nova-lens unfold FILE|- …
      有的日志许多行挤在一行里，此命令让它们各占一行：如 Ansible、JSON 或 Python 写出的日志，
      以及中央日志存储的应答。本来就一行一条的日志保持不变。

  nova-lens --help | --version

  --lang en|zh-cn 可与以上任一命令同用，用于选择语言；不给出时由 LC_ALL、LC_MESSAGES 或 LANG 决定。

退出状态：0 没有失败，1 有失败，2 用法错误或有内容无法读取。
仅在终端上使用颜色；遵循 NO_COLOR 和 FORCE_COLOR。任何内容都不会离开本机。
`,
};

const cliProblems: Words<typeof problems> = {
  noCommand: () => '请说明要做什么：nova-lens report FILE … 或 nova-lens explain NAME；详见 nova-lens --help。',
  unknownCommand: (name: string) => `没有命令“${name}”：可用的有 report、follow、explain、coverage、cut、unfold 和 rules。`,
  badOption: (reason: string) => `${reason}；可用的选项见 nova-lens --help。`,
  noFiles: () => '请说明要读取哪个日志：nova-lens report FILE|DIR|- …',
  noFollowed: () => '请说明要跟踪哪个日志：nova-lens follow FILE|DIR …',
  followsInput: () => '标准输入不能被跟踪；nova-lens report - 会把它读到末尾。',
  oneSubject: () => '请指定一项要摘取的内容：--instance、--request、--operation、--failures，或 --from 和 --to。',
  badContext: () => '--context 需要一个行数，从 0 到 1000。',
  cutTwice: () => 'cut 要读取日志两遍，标准输入和管道做不到：请给出文件。',
  noMoment: () => '这不是时间：请写成 2024-05-06 09:11:19，或用 09:11 表示日志的第一天。',
  nothingCut: () => '这些日志中没有这样的行。',
  cutFolded: (path: string, line: number) =>
    `“${path}”的第 ${line} 行包含日志的许多行，将整行摘出；用 nova-lens unfold 可让它们各占一行。`,
  notWritten: (path: string, reason: string) => `“${path}”无法写入：${reason}。`,
  noRuleFiles: () => '请说明要检查哪些规则：nova-lens rules FILE …',
  noSubject: () => '请说明要解释什么：nova-lens explain NAME、一行日志，或用 - 表示标准输入。',
  oneSummary: () => '--summary 只汇总一个日志或目录，且不能与 --all 同用。',
  noSummary: (path: string) =>
    `无法汇总“${path}”：它太短、格式不是 oslo.log 通常的格式、没有请求 ID、没有解压的空间，或各日志的时钟不一致。去掉 --summary 则逐个列出实例。`,
  twiceInput: () => '标准输入只能读取一次。',
  noLogs: (path: string) => `“${path}”中没有日志。`,
  forgotten: (path: string, line: number) => `“${path}”的内容超出内存可容纳的量：第 ${line} 行及之前的内容已不再保留。`,
  noConf: (path: string) => `“${path}”中没有“*.conf”文件。`,
  noInstance: (id: string) => `这些日志中没有实例 ${id} 的任何操作。`,
  unknownGrouping: (name: string) => `报告可以按 instance、request、host 或 cause 分组，没有“${name}”。`,
  notUuid: (id: string) => `“${id}”不是 UUID 的开头。`,
  unknownName: (name: string) => `对“${name}”一无所知。`,
  didYouMean: (name: string, others: string) => `对“${name}”一无所知；您是指 ${others} 吗？`,
  unknownDeployment: (name: string, all: string) => `没有名为“${name}”的部署方式：可用的有 ${all}。`,
  unknownRelease: (release: string) => `没有名为“${release}”的 Nova 版本；请写成 29、2024.1 或 caracal 这样。`,
  bug: (reason: string) => `nova-lens 出错了，这是它自身的缺陷：${reason}`,
  unknownLanguage: (name: string) => `没有“${name}”这种语言：--lang 接受 en 或 zh-cn。`,
};

const cliCounts: Words<typeof counts> = {
  onlyOwn: () =>
    '只读取了与该实例有关的行：加上 --all 还会说明其他实例的情况、其主机上发生的事、各阶段通常耗时以及谁持有它所等待的锁。',
  onlyTimelines: () =>
    '每个实例只依据与其有关的行：只有全部行一起才能说明的（原因分组、主机上发生的事、日志中的空缺、各阶段通常耗时、谁持有锁、'
    + '与任何实例无关的内容、有多少警告得到了解释）没有查看。',
  onlyOperations: () =>
    '操作只依据与其实例有关的行：只有全部行一起才能说明的（主机上发生的事、主机的空闲资源、日志中的空缺、各阶段通常耗时）没有查看。',
  ruleLines: () => '规则只与指明实例或说明其操作的行作了比对，其他行没有比对。',
  partly: (instances: number) => `${instances} 个实例的内容太多，只读取了其开头和结尾。`,
  partlyRuled: (instances: number, lines: string) =>
    `${instances} 个实例只有前 ${lines} 行与规则作了比对。`,
  rules: (rules: number, files: number) => `${files} 个文件中有 ${rules} 条规则，均正确。`,
};

export const chinese = { cliTexts, cliProblems, cliCounts };
