// The words of reports and findings in Simplified Chinese. No logic stands here but grammar.

import type { Words } from '../../../knowledge/language';
import type { changeWords } from '../changeText';
import type { coverageWords } from '../coverageWords';
import type { marks as englishMarks } from '../../../knowledge/marks';
import type { cardHeadings } from '../cardHeadings';
import type { unitWords } from '../duration';
import type { problemWords } from '../problemText';
import type { FindingParts, findingWords, meanwhileWords, reportWords } from '../words';

const optionFileRemedy = '要么该文件在此次启动之后被改过，服务尚待重启；要么是另一个文件、环境变量或命令行设置了该配置项';

export const finding: Words<typeof findingWords> = {
  'failed-operation': (parts: FindingParts) => {
    const { kind = '操作', phase, after, type, message, remedy, mayGoOn, isGuess } = parts;
    const where = phase === undefined ? '' : `在“${phase}”阶段`;
    const when = after === undefined ? '' : `，历时 ${after}`;
    const next = mayGoOn ? '（可能已由另一台主机继续）' : '';
    const guess = isGuess ? '（推测：它没有写明实例）' : '';
    const said = message === undefined ? '；此日志中没有异常' : `：“${message.replace(/\.$/, '')}”`;
    const why = type === undefined ? said : `：${type}${guess}`;
    const text = remedy ?? (type === undefined ? undefined : message);
    return join(`${kind} ${where}失败${when}${next}${why}`, text);
  },
  'stuck-operation': (parts: FindingParts) => {
    const { kind = '操作', phase, since, quiet, due, service, meanwhile: events = [] } = parts;
    const where = phase === undefined ? '' : `，停在“${phase}”之前`;
    const long = quiet === undefined ? '' : `（此后日志还持续了 ${quiet}）`;
    const when = since === undefined ? '' : `，自 ${since} 起${long}`;
    const by = service === undefined ? '' : ` nova-${service} `;
    const what = due === undefined ? `${by}的下一行日志不在这些日志中`
      : `应由${by === '' ? '服务' : by}记录的“${due}”不在这些日志中`;
    const around = events.length === 0 ? undefined
      : `在那前后${events.join('、')}；是否因此停滞，这些日志没有说明`;
    return join(`${kind} 停滞${where}${when}：${what.trimStart()}`, around);
  },
  'slow-phase': ({ kind, phase = '某个阶段', after = '很长时间', limit }: FindingParts) => {
    const whose = kind === undefined ? '' : `${kind}：`;
    const than = limit === undefined || limit === after ? '' : `，超过了 ${limit}`;
    return join(`${whose}“${phase}”耗时 ${after}${than}`, undefined);
  },
  'unknown-fault': ({ type, message, count, texts = 1, remedy, during, kind }: FindingParts) => {
    const isCut = type === undefined && during === 'unnamed';
    const what = isCut ? '一个被截断的异常' : type === undefined || type === 'error' ? '一个错误' : `${type} `;
    const often = count === undefined || count < 2 ? '一次' : ` ${count} 次`;
    const text = message !== undefined && texts > 1 ? `第一次为：${message}` : message;
    const further = text === undefined || remedy === undefined ? text ?? remedy : `${text.replace(/\.$/, '')}。${remedy}`;
    const whose = kind === undefined ? '某个操作' : ` ${kind} `;
    if (during === undefined) return join(`${what}被记录了${often}，没有任何操作能说明其来由`, further);
    if (during === 'unnamed') {
      return join(`${what}在 ${(kind ?? '').replaceAll(' ', ' 或 ')} 期间被记录了${often}，未能辨认出是哪个实例`, further);
    }
    const beside = during === 'failed' ? '但它并非该操作失败的原因' : '它是否影响了该操作，这些日志没有说明';
    return join(`${what}在${whose}期间被记录了${often}，${beside}`, further);
  },
  'option-drift': ({ option = '某个配置项', before = '?', value = '?', file }: FindingParts) =>
    (file === undefined
      ? join(`${option} 在两次启动之间发生了变化：从 ${before} 变为 ${value}`, undefined)
      : join(`${option} 在 ${file} 中为 ${before}，而服务运行时的值是 ${value}`, optionFileRemedy)),
  'own-rule': ({ title = '您的一条规则', count, bug, fixedIn }: FindingParts) => {
    const often = count === undefined || count < 2 ? '' : `，${count} 次`;
    const fixed = fixedIn === undefined ? '' : `，已在 ${fixedIn} 中修复`;
    return join(`${title}${bug === undefined ? '' : `（${bug}${fixed}）`}${often}`, undefined);
  },
  'timeout-advice': ({ advice }: FindingParts) => join(advice ?? '', undefined),
  'diagnosis': ({ cause = '', certainty = '', remedy, count }: FindingParts) => {
    const often = count === undefined || count < 2 ? certainty : `${certainty}，${count} 次`;
    return join(`${cause.replace(/[.。]$/, '')}（${often}）`, remedy);
  },
};

export const meanwhile: Words<typeof meanwhileWords> = {
  service: '有服务启动',
  'amqp-lost': '与消息总线断开',
  'database-lost': '与数据库断开',
  'libvirt-lost': '与 libvirt 断开',
  disabled: '主机停止参与调度',
  'report-missed': '有服务未能报告自己仍在运行',
  'placement-refused': 'Placement 拒绝或没有应答',
  silence: '有一段时间没有任何日志',
  rotation: '缺少一部分轮转日志',
  head: '日志从中间开始',
  'rate-limit': '有一些行被丢弃',
  suppressed: '有一些消息被丢弃',
  restart: '有服务重新启动',
};

export const report: Words<typeof reportWords> = {
  rootCause: '根因',
  between: '随后',
  recorded: '记录为',
  remedy: '处理办法',
  configuration: 'nova.conf',
  tie: '归属依据',
  others: '或者',
  reason: '原因',
  saidAt: (place: string) => `仅有文字说明，见 ${place}`,
  due: '等待',
  unattributed: '无法归属',
  states: '结束状态',
  alike: '相同',
  alikeTo: (instance: string) =>
    `失败之处与原因同上文的 ${instance}（用 --instance 或 --all 可完整显示）`,
  at: (type: string, place: string) => `${type}，${place}`,
  dueText: (message: string, service: string) => `nova-${service} 的“${message}”`,
  since: (place: string) => `${place}之后没有已知的行`,
  slow: '缓慢',
  remote: '在另一个服务中抛出',
  wouldShow: (level: string | undefined, service: string | undefined) => {
    const log = service === undefined ? '' : `nova-${service} 的日志`;
    const at = level === undefined ? '中' : `${log === '' ? '' : '在 '}${level} 级别下`;
    return log === '' && level === undefined ? '' : `（${log}${at}会有记录）`;
  },
  notVisible: (why: string, phases: string) => `不可见${why}：${phases}`,
  line: (line: string) => `第 ${line} 行`,
  lines: (first: string, last: string) => `第 ${first}–${last} 行`,
  logLines: (lines: string) => `${lines} 行`,
  unread: (unread: string, lines: string) => `${lines} 行中有 ${unread} 行未能读懂`,
  otherLanguage: (count: string) => `${count} 条警告或错误是用另一种语言写的：只能按异常或 logger 识别`,
  logOn: (host: string, services: string) => (services === '' ? `位于 ${host}` : `位于 ${host}（${services}）`),
  logOnFolder: (host: string, services: string) =>
    `按文件夹名位于 ${host}${services === '' ? '' : `（${services}）`}`,
  logOnSeveral: (services: string) => (services === '' ? '位于多台主机' : `位于多台主机（${services}）`),
  otherLogs: (count: string) => `另外还有 ${count} 个日志，其中没有找到它的内容`,
  wrapped: (column: number) => `在第 ${column} 列被硬换行`,
  notNova: '这看起来不是 nova 的日志',
  deployed: (deployment: string, line: number) =>
    `其代码位于 ${deployment} 的路径（第 ${line} 行）：命令按该部署方式书写`,
  noDebug: '没有 DEBUG 行：Nova 只在 DEBUG 级别记录的内容无法看到',
  otherFindings: '其他发现',
  alsoAt: (places: string) => `另见${places}。`,
  more: (count: string) => `另有 ${count} 项`,
  noOperations: '未能从这些日志中辨认出对实例的任何操作。',
  tally: (operations: number, instances: number, parts: string) =>
    `${instances} 个实例上共有 ${operations} 个操作：${parts}`,
  tallyWords: {
    failed: '个失败', 'in-progress': '个进行中', success: '个完成', unknown: '个结果不在这些日志中',
  },
  shortened: (count: string) => `已完成的 ${count} 个操作未列出阶段；用 --instance UUID 可显示。`,
};

export const coverage: Words<typeof coverageWords> = {
  log: '{source}：Nova 自己的日志行 {own} 行{release}',
  total: '全部 {count} 个日志：Nova 自己的日志行 {own} 行',
  between: '，版本介于 {from} 与 {to} 之间',
  oneRelease: '，版本 {from}',
  statements: '各对应唯一一条源码语句：{one}（{share}）',
  troubles: '已解释的警告和错误：{explained}/{troubles}（{share}）',
  ambiguous: '可能对应多条语句的行',
  unmatched: '不对应任何已知语句的行',
  unexplained: '没有解释的警告和错误',
  kind: '{count} × {level} {logger} {text}（{place}）',
  more: '…以及另外 {count} 项',
  evidence: '版本依据：{text}（{releases}；{place}）',
};

export const headings: Words<typeof cardHeadings> = {
  effect: '造成的影响',
  causes: '原因（最常见的在前）',
  checks: '检查',
  checksOn: '检查（按 {deployment} 的方式）',
  changes: '更改',
  options: '配置项',
  facts: '来自 Nova 源码',
  links: '延伸阅读',
  evidence: '表现为',
  risk: '风险',
  defaultValue: '默认值 {value}',
  noDefault: '无默认值',
  wrong: '设错时',
};

export const changes: Words<typeof changeWords> = {
  begin: '{operation}开始{phase}', step: '{operation}推进{phase}', attempt: '{operation}，第 {count} 次尝试{phase}',
  failedOn: '{operation}在 {host} 上失败{cause}，可能再由另一台主机尝试',
  failedHere: '{operation}在这台主机上失败{cause}，可能再由另一台主机尝试',
  inPhase: '：{phase}', on: '，在 {host} 上', cause: '（{what}）',
};

export const problems: Words<typeof problemWords> = {
  missing: '没有文件“{path}”。',
  forbidden: '不能读取“{path}”：权限不足。',
  unreadable: '无法读取“{path}”：{reason}。',
  notAFile: '“{path}”既不是文件，也不是目录或管道。',
  noLogs: '“{path}”中没有日志。',
  changed: '“{path}”在读取期间被轮转、截短或替换：请重新读取。',
  noIndex: '无法保存“{path}”的索引：{reason}。所报告的内容仍是完整的。',
  damagedIndex: '“{path}”的索引已损坏，并已删除：请重新读取。',
  noScratch: '无法汇总“{path}”：没有空间存放临时文件（{reason}）。请腾出空间，或用 TMPDIR=… 指定其他目录。',
  cutShort: '“{path}”提前结束或已损坏：仅报告其中能够解压的部分。',
  packed: '“{path}”是用 {format} 压缩的：请先解压，例如 {command} | nova-lens report -',
  notHere: '无法在浏览器中解压“{path}”：请先解压，或在本机的 VS Code 中打开。',
  tooDeep: '“{path}”套在太多层压缩包之中：请先解开外层。',
  tooMany: '“{path}”的条目过多：未读到末尾。',
  tooLarge: '“{path}”解压后超过其大小的 {ratio} 倍：未读到末尾。',
  zipInside: '“{path}”是另一个压缩包中的 .zip，过大：请先解开外层。',
  memory: '“{path}”的内容超出内存可容纳的量：已读到第 {line} 行。请用 NODE_OPTIONS=--max-old-space-size=… 给 node 更多内存，'
    + '或一次少读一些日志。',
  full: '“{path}”提到的实例或请求超出内存可容纳的量：已读到第 {line} 行。',
  noMemory: '未读取“{path}”：它之前的日志已占满可用内存。',
};

export const marks: Words<typeof englishMarks> = {
  list: '、', comma: '，', parts: '；', colon: '：', gap: '', stop: '。', open: '（', close: '）', heading: '：',
};

export const units: Words<typeof unitWords> = { ms: ' 毫秒', s: ' 秒', min: ' 分', h: ' 小时', d: ' 天' };

// A sentence ends with one full stop, also when a message brought its own.
function join(head: string, tail: string | undefined): string {
  const text = tail === undefined || tail === '' ? head : `${head}。${tail}`;
  return /[.!?。！？…]$/.test(text) ? text : `${text}。`;
}
