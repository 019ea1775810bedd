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
const micro = ({ time, number }: Dressed) => `${time.slice(20)}${String(number * 37 % 1000).padStart(3, '0')}`;
const iso = (time: string) => `${time.slice(0, 10)}T${clock(time)}`;
const nano = (line: Dressed) => `${iso(line.time)}.${micro(line)}${String(line.number % 1000).padStart(3, '0')}Z`;
const tag = ({ host, service, process }: Dressed) => `${host} ${service}[${process}]: `;
const pod = ({ host, service }: Dressed) => `[pod/${service}-${host}/${service}] `;

/** `2024-05-06 08:00:00.999 7 INFO name [ctx] [instance: …] text` in the colours of DevStack. */
function coloured({ text, isHead }: Dressed, from: number): string {
  if (!isHead) return text;
  const esc = '\u001b';
  const body = text.slice(from)
    .replace(/ \[((?:None )?req-[^\]]*|-)\] /, ` [${esc}[01;36m$1${esc}[00;36m] ${esc}[01;35m`);
  return `${text.slice(0, from)}${esc}[00;36m${body}${esc}[00m`;
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
  dockerJson: (line) => JSON.stringify({ log: `${line.text}\n`, stream: 'stdout', time: nano(line) })
    .replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026'),
  grepName: ({ text }) => `nova-compute.log:${text}`,
  grepNumber: ({ text, number }) => `${number}:${text}`,
  grepBoth: ({ service, text, number }) => `./${service}.log:${number}:${text}`,
  grepSyslog: (line) => `/var/log/syslog:${monthDay(line.time)} ${tag(line)}${line.text}`,
  noProcess: withoutProcess,
  isoHead: ({ text, isHead }) => (isHead ? `${text.slice(0, 10)}T${text.slice(11)}` : text),
  colours: (line) => coloured({ ...line, text: withoutProcess(line) }, timeLength),
  coloursProcess: (line) => coloured(line, timeLength + line.process.length + 1),
  devstack: (line) => `${monthDay(line.time)} devstack devstack@n-cpu.service[${line.process}]: ${withoutTime(line)}`,
  noTime: withoutTime,
  devstackColours: (line) =>
    `${monthDay(line.time)} devstack nova-compute[${line.process}]: ${coloured({ ...line, text: withoutTime(line) }, 0)}`,
} satisfies Record<string, Dress>;

export type DressName = keyof typeof dresses;
/** The scanner does not know these. */
export const tolerantOnly: ReadonlySet<DressName> = new Set<DressName>([
  'dockerJson', 'colours', 'coloursProcess', 'devstackColours',
  // nothing says when any of its lines were written
  'noTime',
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
