// A made log → the same log as the tools through which operators get it hand it over: journald, syslog,
// container runtimes, grep, terminals. In: text of oslo.log's usual layout, in pieces of whole lines. Out:
// the same lines, each in its dress; a line without a head is dressed like the one above it.

interface Origin {
  readonly host: string;
  readonly service: string;
}

/** A line, and what is known of where it is from. */
interface Dressed extends Origin {
  readonly process: string;
  /** `2024-05-06 08:00:00.999`, as the last head says. */
  readonly time: string;
  /** Whether the line has a head of its own. */
  readonly isHead: boolean;
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

type Dress = (line: Dressed) => string;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const head = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}) (\d+) [A-Z]+ ([\w.]+) /;

const clock = (time: string) => time.slice(11, 19);
const monthDay = (time: string) =>
  `${months[Number(time.slice(5, 7)) - 1] ?? 'Jan'} ${time.slice(8, 10).replace(/^0/, ' ')} ${clock(time)}`;
/** Microseconds of the time and of whoever took the line over. */
const micro = ({ time, number }: Pick<Dressed, 'time' | 'number'>) => `${time.slice(20)}${String(number * 37 % 1000).padStart(3, '0')}`;
const iso = (time: string) => `${time.slice(0, 10)}T${clock(time)}`;
const nano = (line: Pick<Dressed, 'time' | 'number'>) => `${iso(line.time)}.${micro(line)}${String(line.number % 1000).padStart(3, '0')}Z`;
const tag = ({ host, service, process }: Dressed) => `${host} ${service}[${process}]: `;
const pod = ({ host, service }: Dressed) => `[pod/${service}-${host}/${service}] `;

const levelColours: Readonly<Record<string, string>> = {
  TRACE: '00;35', DEBUG: '00;32', INFO: '00;36', AUDIT: '01;36', WARNING: '01;33', ERROR: '01;31', CRITICAL: '01;31',
};
const fromLevel = /^([A-Z]+) (\S+) (?:\[((?:None )?req-\S+|-)([^\]]*)\] )?(\[instance: [^\]]*\] )?([^]*?)( \S+ \/[^ ]+\.py:\d+)?$/;

/** `2024-05-06 08:00:00.999 7 INFO name [ctx] [instance: …] text` in the colours of DevStack, whose codes
 *  begin with an escape character in some spelling.
 *  @param from where the level stands */
function coloured({ text, isHead }: Dressed, from: number, escape = '\u001b'): string {
  const [, level = '', logger = '', id, others = '', instance = '', words = '', suffix] = isHead
    ? fromLevel.exec(text.slice(from)) ?? [] : [];
  if (level === '') return text;
  const code = (numbers: string): string => `${escape}[${numbers}m`;
  const own = code(levelColours[level] ?? '00;36');
  const before = `${text.slice(0, from)}${id === undefined ? '' : own}${level} ${logger} `;
  // a line of a traceback
  if (id === undefined) return `${before}${code('01;35')}${instance}${code('00')}${words}`;
  const context = `[${code(id === '-' ? '00;36' : '01;36')}${id}${others === '' ? '' : ` ${code('00;36')}${others.slice(1)}`}${own}] `;
  const debug = suffix === undefined ? '' : ` ${code('00;33')}{{(pid=7)${suffix}}}${code('00')}`;
  return `${before}${context}${code('01;35')}${instance}${own}${words}${code('00')}${debug}`;
}

/** A document as a container runtime writes it; `more`: other attributes, as it spells them. */
function inDocument({ text, number, time }: Dressed, more = ''): string {
  const words = JSON.stringify(`${text}\n`)
    .replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026');
  const stream = number % 9 === 0 ? 'stdout' : 'stderr';
  // whole seconds have no fraction
  const taken = number % 50 === 0 ? `${iso(time)}Z` : nano({ number, time });
  return `{"log":${words},"stream":"${stream}",${more}"time":"${taken}"}`;
}

const timeLength = '2024-05-06 08:00:00.999 '.length;
const withoutProcess = ({ text, process, isHead }: Dressed) =>
  isHead ? text.slice(0, timeLength) + text.slice(timeLength + process.length + 1) : text;
const withoutTime = ({ text, process, isHead }: Dressed) =>
  isHead ? text.slice(timeLength + process.length + 1) : text;

export const dresses = {
  plain: ({ text }) => text,
  crlf: ({ text }) => `${text}\r`,
  journal: (line) => `${monthDay(line.time)} ${tag(line)}${line.text}`,
  journalPrecise: (line) => `${monthDay(line.time)}.${micro(line)} ${tag(line)}${line.text}`,
  journalIso: (line) => `${iso(line.time)}+0000 ${tag(line)}${line.text}`,
  journalIsoPrecise: (line) => `${iso(line.time)}.${micro(line)}+00:00 ${tag(line)}${line.text}`,
  journalFull: (line) => `Mon ${line.time.slice(0, 19)} UTC ${tag(line)}${line.text}`,
  syslogTag: (line) => `${iso(line.time)}.${micro(line)}+02:00 ${line.host} ${line.service}: ${line.text}`,
  syslogRfc3164: (line) => `<134>${monthDay(line.time)} ${tag(line)}${line.text}`,
  syslogRfc5424: (line) => `<134>1 ${iso(line.time)}.${micro(line)}Z ${line.host} ${line.service} ${line.process} - - ${line.text}`,
  cri: (line) => `${nano(line)} stdout F ${line.text}`,
  pebble: (line) => `${iso(line.time)}.${line.time.slice(20)}Z [${line.service}] ${line.text}`,
  kubectlTime: (line) => `${nano(line)} ${line.text}`,
  kubectlPrefix: (line) => `${pod(line)}${line.text}`,
  kubectlBoth: (line) => `${pod(line)}${nano(line)} ${line.text}`,
  compose: (line) => `${line.service.replaceAll('-', '_')}_1  | ${line.text}`,
  composeColours: (line) =>
    `\u001b[3${line.process.length}m${line.service.replaceAll('-', '_')}_1  |\u001b[0m ${line.text}`,
  dockerJson: (line) => inDocument(line),
  dockerJsonTags: (line) => inDocument(line, '"attrs":{"tag":"nova"},'),
  dockerJsonColours: (line) =>
    inDocument({ ...line, text: coloured(line, timeLength + line.process.length + 1) }),
  grepName: ({ text }) => `nova-compute.log:${text}`,
  fileStamp: ({ service, text }) => `${service}.log.1.2017-05-16_13:53:08 ${text}`,
  fileRotated: ({ service, text }) => `${service}.log-20240506.2 ${text}`,
  grepNumber: ({ text, number }) => `${number}:${text}`,
  grepBoth: ({ service, text, number }) => `./${service}.log:${number}:${text}`,
  grepSyslog: (line) => `/var/log/syslog:${monthDay(line.time)} ${tag(line)}${line.text}`,
  noProcess: withoutProcess,
  isoHead: ({ text, isHead }) => (isHead ? `${text.slice(0, 10)}T${text.slice(11)}` : text),
  colours: (line) => coloured({ ...line, text: withoutProcess(line) }, timeLength),
  coloursProcess: (line) => coloured(line, timeLength + line.process.length + 1),
  coloursOfPager: (line) => coloured(line, timeLength + line.process.length + 1, '^['),
  devstack: (line) => `${monthDay(line.time)} devstack devstack@n-cpu.service[${line.process}]: ${withoutTime(line)}`,
  noTime: withoutTime,
  devstackColours: (line) =>
    `${monthDay(line.time)} devstack nova-compute[${line.process}]: ${coloured({ ...line, text: withoutTime(line) }, 0)}`,
  syslogColours: (line) =>
    `${monthDay(line.time)} ${tag(line)}${coloured({ ...line, text: withoutTime(line) }, 0, '#033')}`,
} satisfies Record<string, Dress>;

export type DressName = keyof typeof dresses;
/** The scanner does not know these. */
export const tolerantOnly: ReadonlySet<DressName> = new Set<DressName>([
  // nothing says when any of its lines were written
  'noTime',
  // codes whose escape is spelled in letters
  'coloursOfPager', 'syslogColours',
]);
export const dressNames = Object.keys(dresses) as readonly DressName[];

/** Dresses pieces of whole lines; every process keeps its host and its service. */
export function* dressed(pieces: Iterable<string>, name: DressName): Generator<string, void, undefined> {
  const dress: Dress = dresses[name];
  const origins = new Map<string, Origin>();
  let number = 0;
  let above = { host: 'cmp01', service: 'nova-compute', process: '1', time: '2024-05-06 08:00:00.000' };
  for (const piece of pieces) {
    let out = '';
    const lines = piece.split('\n');
    if (lines.at(-1) === '') lines.pop();
    for (const text of lines) {
      const [, time, process, logger] = head.exec(text) ?? [];
      if (time !== undefined && process !== undefined && logger !== undefined) {
        let origin = origins.get(process);
        if (!origin) origins.set(process, origin = originOf(logger, origins.size));
        above = { ...origin, process, time };
      }
      number += 1;
      out += `${dress({ ...above, isHead: time !== undefined, number, text })}\n`;
    }
    yield out;
  }
}

function originOf(logger: string, count: number): Origin {
  const service = /^nova\.(api|conductor|scheduler)\b/.exec(logger)?.[1];
  if (service !== undefined) return { host: 'ctl01', service: `nova-${service}` };
  return { host: `cmp${String(count + 1).padStart(2, '0')}`, service: 'nova-compute' };
}
