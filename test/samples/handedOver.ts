// A made log → the same log as people hand it over: copied from pages, mails, trackers, terminals and
// editors, exported by collectors. In: text of oslo.log's usual layout. Out: text that means the same.

import { dressed } from './dressed';
import type { DressName } from './dressed';

export interface HandedOver {
  readonly bytes: Uint8Array;
  /** Every line stands where it stood. */
  readonly keepsLines: boolean;
  /** The scanner may read it. */
  readonly isScannable: boolean;
}

type Way = (lines: readonly string[]) => readonly string[];

const eachLine = (change: (line: string, number: number) => string): Way =>
  (lines) => lines.map((line, at) => change(line, at + 1));
const head = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3}) (\d+) ([A-Z]+) (\S+) /;
const context = /^\[(?:-|(?:None )?req-([0-9a-f-]{36})[^\]]*)\] ?/;

/** A log line with the lines without a head below it. */
function callsIn(lines: readonly string[]): string[][] {
  const calls: string[][] = [];
  for (const line of lines) {
    if (head.test(line) || calls.length === 0) calls.push([line]);
    else calls.at(-1)?.push(line);
  }
  return calls;
}

/** As fluentd makes documents of lines in kolla. Whose they are is not asked here. */
function collected(call: readonly string[]): string {
  const [, date, clock, pid, level, logger] = head.exec(call[0] ?? '') ?? [];
  const rest = call.join('\n').replace(head, '');
  const request = context.exec(rest);
  return JSON.stringify({
    Timestamp: `${date} ${clock}`, Pid: pid, log_level: level, python_module: logger,
    Payload: rest.replace(context, ''), request_id: request?.[1],
  });
}

function exported(call: readonly string[], space?: number): string {
  const message = call.join('\n');
  return JSON.stringify({ _index: 'logstash', _source: { host: { name: 'cmp01' }, message } }, null, space);
}

/** Mail: a line ends before the word that does not fit; what fits nowhere is left whole. */
function wrapped(line: string, width: number): readonly string[] {
  const out: string[] = [];
  let row = /^ */.exec(line)?.[0] ?? '';
  let isBegun = false;
  for (const word of line.trim().split(/(?<= )|(?<=[a-z]{2}-)(?=[a-z]{2})/)) {
    if (isBegun && (row + word).trimEnd().length > width) {
      out.push(row.trimEnd());
      row = '';
    }
    row += word;
    isBegun = true;
  }
  return [...out, row.trimEnd()];
}

const inPieces = (line: string, width: number) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? [''];
const escaped = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  .replaceAll('"', '&quot;').replaceAll('\'', '&#39;');
const curly = (line: string) => line.replace(/"([^"]*)"/g, '\u201c$1\u201d').replaceAll('\'', '\u2019')
  .replace(/(^|[\s([])\u2019/g, '$1\u2018');
const seconds = (line: string) => head.exec(line)?.slice(1, 3).join(' ') ?? '2024-05-06 08:00:00.000';

const ways = {
  grepContext: eachLine((line, number) => (number % 4 === 0 ? `${number}:${line}` : `${number}-${line}`)),
  catNumbers: eachLine((line, number) => `${String(number).padStart(6)}\t${line}`),
  listNumbers: eachLine((line, number) => `${number}. ${line}`),
  quoted: eachLine((line) => `> ${line}`),
  indented: eachLine((line) => `    ${line}`),
  padded: eachLine((line) => line.padEnd(180)),
  shownEnds: eachLine((line) => `${line}$`),
  table: eachLine((line) => `| ${line} |`),
  box: eachLine((line) => `\u2502 ${line.padEnd(200)} \u2502`),
  bars: eachLine((line) => `| ${line}`),
  code: eachLine((line) => `\`${line}\``),
  strings: (lines) => ['    "stdout_lines": [', ...lines.map((line, at) =>
    `        ${JSON.stringify(line)}${at < lines.length - 1 ? ',' : ''}`), '    ]'],
  csvFields: (lines) => ['"_time","_raw",host', ...lines.map((line) =>
    `"${seconds(line)}","${line.replaceAll('"', '""')}",cmp01`)],
  fields: eachLine((line) => `ts=${seconds(line).replace(' ', 'T')}Z unit=nova-compute msg=${JSON.stringify(line)}`),
  sequence: eachLine((line) => `data: {"unit": "nova-compute", "MESSAGE": ${JSON.stringify(line)}, "uid": "64060"}`),
  bitOfFluent: eachLine((line, number) =>
    `[${number}] kube.nova: [[1718000000.000000000, {}], {"stream"=>"stdout", "log"=>${JSON.stringify(line)}}]`),
  loki: (lines) => ['      "values": [', ...lines.flatMap((line, at) => [
    '        [', `          "17180000000000000${10 + at % 90}",`, `          ${JSON.stringify(line)}`,
    `        ]${at < lines.length - 1 ? ',' : ''}`]), '      ]'],
  csv: eachLine((line) => `"${line.replaceAll('"', '""')}"`),
  patch: (lines) => ['--- /dev/null', '+++ b/nova-compute.log', '@@ -0,0 +1,9 @@', ...lines.map((line) => `+${line}`)],
  patchTaken: eachLine((line) => `-${line}`),
  pod: eachLine((line) => `nova-compute-default-x7k2p \u203a nova-compute ${line}`),
  build: eachLine((line) => `${seconds(line)}871 | compute1 | ${line}`),
  bracketTimes: eachLine((line) => `[${seconds(line).replace(' ', 'T')}Z] ${line}`),
  monotonic: eachLine((line, number) => `[ 4321.${100_000 + number}] cmp01 nova-compute[7]: ${line}`),
  entities: eachLine(escaped),
  curly: eachLine(curly),
  hardBlanks: eachLine((line) => line.replaceAll(' ', '\u00a0')),
  doubleSpaced: (lines) => lines.flatMap((line) => [line, '']),
  fenced: (lines) => ['h2. What happened', '{noformat:title=nova-compute.log}', ...lines, '{noformat}'],
  mail: (lines) => lines.flatMap((line) => wrapped(line, 72)),
  answeredMail: (lines) => lines.flatMap((line) => wrapped(line, 76).map((row) => `> ${row}`)),
  terminal: (lines) => lines.flatMap((line) => inPieces(line, 120)),
  terminalIndented: (lines) => lines.flatMap((line) => inPieces(line, 132).map((row) => `    ${row}`)),
  collected: (lines) => callsIn(lines).map(collected),
  exported: (lines) => callsIn(lines).map((call) => exported(call)),
  exportedList: (lines) => ['[', callsIn(lines).map((call) => exported(call)).join(',\n'), ']'],
  exportedPretty: (lines) => callsIn(lines).map((call) => exported(call, 2)),
  twice: (lines) => [...lines, ...lines],
} satisfies Record<string, Way>;

/** Dresses of lines that tools put around them, and do not say where a line is from. */
const worn: readonly DressName[] = [
  'grepBoth', 'kubectlTime', 'fileRotated', 'isoHead', 'coloursProcess', 'coloursOfPager',
  'dockerJson', 'cri',
];

const movesLines: ReadonlySet<string> = new Set([
  'csvFields', 'loki', 'strings', 'patch', 'doubleSpaced', 'fenced', 'mail', 'answeredMail', 'terminal', 'terminalIndented',
  'collected', 'exported', 'exportedList', 'exportedPretty', 'twice',
]);

/** UTF-16 with its mark. */
function wide(text: string, order: 'little' | 'big'): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'little' ? bytes : bytes.swap16();
}

/** Every way, with the log that it makes. */
export function* handedOver(text: string): Generator<readonly [way: string, log: HandedOver]> {
  const lines = text.replace(/\n$/, '').split('\n');
  for (const [name, way] of Object.entries<Way>(ways)) {
    const bytes = Buffer.from(`${way(lines).join('\n')}\n`);
    yield [name, { bytes, keepsLines: !movesLines.has(name), isScannable: false }];
  }
  const same = { keepsLines: true, isScannable: true };
  for (const name of worn) yield [name, { bytes: Buffer.from([...dressed([text], name)].join('')), ...same }];
  yield ['crlf', { bytes: Buffer.from(text.replaceAll('\n', '\r\n')), ...same }];
  yield ['byteOrderMark', { bytes: Buffer.from(`\ufeff${text}`), ...same }];
  yield ['utf16le', { bytes: wide(text, 'little'), ...same }];
  yield ['utf16be', { bytes: wide(text, 'big'), ...same }];
}
