// A line that is a JSON object, or a hash of Ruby's → the log line in one of its fields, or the head and
// message its fields make.

import type { LayoutId } from '../../knowledge/formats';
import { instanceNamed } from './context';
import { isBareStatement } from '../faults/tracebackLines';
import { asFields, numberIn, parsedJson, textIn } from './fields';
import type { Fields } from './fields';
import { headerReader, levelNamed } from './header';
import type { HeaderReader } from './header';
import type { Header } from '../model';
import { innerFields } from './innerFields';
import { recordedFaultIn } from './recordedFaults';
import { rubyAsJson } from './rubyHash';
import { serviceOf } from './serviceNames';
import type { Findings } from './shape';
import { dateTimeAt, endOfDateTime } from './timestamp';

export interface LogDocument {
  /** Id of the wrapper: a row of knowledge/formats.ts, or `none` for what oslo.log itself writes. */
  readonly wrapper: string;
  readonly layout: LayoutId | undefined;
  /** The head that the fields make; undefined: `lines` begin with a log line that has to be read. */
  readonly header: Header | undefined;
  /** The message's lines, then those of the traceback. */
  readonly lines: readonly string[];
  readonly findings: Findings;
}

const noFindings: Findings = {
  time: undefined, process: undefined, host: undefined, service: undefined, partial: false,
};

const textFields = [
  'MESSAGE', 'message', 'log', 'body', 'Payload', 'msg', 'line', 'text', '@message', 'content', 'textPayload',
  '_raw',
];
const timeFields = [
  'asctime', 'Timestamp', 'time', 'timestamp', '__REALTIME_TIMESTAMP', '@timestamp', 'created', 'ts',
];
const hostFields = ['_HOSTNAME', 'hostname', 'Hostname', 'host', 'computer'];
const serviceFields = [
  'SYSLOG_IDENTIFIER', 'programname', 'service', 'container_name', 'tag', '_SYSTEMD_UNIT', 'appname',
];
const processFields = ['_PID', 'SYSLOG_PID', 'Pid', 'process', 'pid', 'procid'];

/** The line of an object laid out over several lines that holds its text. */
export function holdsText(line: string): boolean {
  const name = /^\s{0,80}"([\w@]{1,20})"\s?(?::|=>)/.exec(line)?.[1];
  return name !== undefined && textFields.includes(name);
}

/** Undefined: not an object, or none that holds a log line. */
export function parseDocument(text: string): LogDocument | undefined {
  const fields = asFields(parseJson(text));
  if (!fields) return undefined;
  const source = asFields(fields['_source']);
  if (source) return readDocument(source);
  const own = readDocument(fields);
  if (own) return own;
  for (const inner of innerFields(fields)) {
    const document = readDocument(inner);
    if (document) return document;
  }
  return undefined;
}

function parseJson(text: string): unknown {
  const whole = text.endsWith(',') ? text.slice(0, -1) : text;
  return parsedJson(whole) ?? parsedJson(rubyAsJson(whole) ?? '');
}

function readDocument(fields: Fields): LogDocument | undefined {
  const fault = recordedFaultIn(fields);
  if (fault) return { wrapper: 'none', layout: 'answer', findings: noFindings, ...fault };
  const findings = findingsOf(fields);
  const message = textIn(fields, ['message']);
  const level = textIn(fields, ['levelname', 'level']);
  if (message !== undefined && level !== undefined && typeof fields['name'] === 'string') {
    return osloDocument(fields, findings, message, level);
  }
  if (typeof fields['Payload'] === 'string' && typeof fields['python_module'] === 'string') {
    return collectedDocument(fields, findings, fields['Payload']);
  }
  if (typeof fields['log'] === 'string' && ('stream' in fields || 'time' in fields)) {
    const partial = !fields['log'].endsWith('\n') && fields['kubernetes'] === undefined;
    return carried('docker-json', fields['log'], { ...findings, partial });
  }
  const text = textIn(fields, textFields);
  return text === undefined ? undefined : carried('json-field', text, findings);
}

function carried(wrapper: string, text: string, findings: Findings): LogDocument {
  return { wrapper, layout: undefined, header: undefined, lines: linesOf(text), findings };
}

function osloDocument(fields: Fields, findings: Findings, message: string, level: string): LogDocument {
  const context = asFields(fields['context']) ?? {};
  const summary = textIn(fields, ['error_summary']);
  const shown = summary === undefined || message.endsWith(summary) ? message : `${message}: ${summary}`;
  return {
    wrapper: 'none',
    layout: 'oslo-json',
    header: headerOf(findings, {
      level,
      logger: textIn(fields, ['name']) ?? '',
      request: textIn(context, ['request_id']) ?? textIn(fields, ['request_id']),
      globalRequest: textIn(context, ['global_request_id']),
      instance: instanceOf(fields) ?? textIn(context, ['resource_uuid']),
    }),
    lines: [...linesOf(shown), ...tracebackOf(fields['traceback'])],
    findings,
  };
}

/** What kolla's collector makes of a line: ids without `req-`, the instance tag still in the text. */
function collectedDocument(fields: Fields, findings: Findings, payload: string): LogDocument {
  const [first = '', ...others] = linesOf(payload.startsWith(' ') ? payload.slice(1) : payload);
  const whole = bracketed.test(first) ? wholeHead(fields, first) : undefined;
  if (whole) {
    const { time, process, host, service } = findings;
    const header = { ...whole.header, time, process, host, service };
    const lines = [whole.message, ...others];
    return { wrapper: 'json-field', layout: 'document', header, lines, findings };
  }
  const tag = /^\[instance: ([^\]\s]{1,255})\s*\] ?/i.exec(first);
  const level = textIn(fields, ['log_level']) ?? '';
  const message = tag ? first.slice(tag[0].length) : first;
  const header = headerOf(findings, {
    level,
    logger: textIn(fields, ['python_module']) ?? '',
    request: textIn(fields, ['request_id']),
    globalRequest: textIn(fields, ['global_request_id']),
    instance: tag?.[1],
  });
  // the collector does not say whether there were brackets: lines of a traceback have none
  const isOfTraceback = header.request === undefined && /^(?:ERROR|TRACE)$/.test(level) && !isBareStatement(message);
  return {
    wrapper: 'json-field',
    layout: 'document',
    header: isOfTraceback ? { ...header, context: 'none' } : header,
    lines: [message, ...others],
    findings,
  };
}

const bracketed = /^\[(?:-\]|(?:None )?req-)/;

/** What it remembers, names that come again, is the same whichever log they stand in. */
let readHead: HeaderReader | undefined;

/** Of a collector that leaves the brackets to the text. */
function wholeHead(fields: Fields, payload: string): { header: Header; message: string } | undefined {
  const head = `${textIn(fields, ['log_level']) ?? ''} ${textIn(fields, ['python_module']) ?? ''} `;
  readHead ??= headerReader();
  const own = readHead(head + payload, 0);
  return own && { header: own.header, message: (head + payload).slice(own.start) };
}

interface Said {
  readonly level: string;
  readonly logger: string;
  readonly request: string | undefined;
  readonly globalRequest: string | undefined;
  readonly instance: string | undefined;
}

function headerOf(findings: Findings, said: Said): Header {
  const { time, process, host, service } = findings;
  const instance = said.instance === undefined ? undefined : instanceNamed(said.instance.trim());
  const request = requestId(said.request);
  return {
    time, process, host, service, logger: said.logger,
    level: levelNamed(said.level.toUpperCase()),
    context: request === undefined ? 'empty' : 'request',
    request, globalRequest: requestId(said.globalRequest),
    instance: instance === undefined || instance === '' || instance === 'none' ? undefined : instance,
  };
}

function requestId(id: string | undefined): string | undefined {
  if (id === undefined || id === '' || id === '-' || id === 'None') return undefined;
  return id.startsWith('req-') ? id : `req-${id}`;
}

function instanceOf(fields: Fields): string | undefined {
  const extra = asFields(fields['extra']) ?? {};
  for (const { instance, instance_uuid: uuid } of [extra, fields] as const) {
    if (typeof uuid === 'string') return uuid;
    if (typeof instance === 'string') return instance;
    const made = asFields(instance);
    const inside = made && textIn(asFields(made['nova_object.data']) ?? made, ['uuid']);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function tracebackOf(value: unknown): string[] {
  if (typeof value === 'string') return linesOf(value);
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => (typeof entry === 'string' ? linesOf(entry) : []));
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

function findingsOf(fields: Fields): Findings {
  const kubernetes = asFields(fields['kubernetes']) ?? {};
  const host = asFields(fields['host']) ?? {};
  const service = textIn(fields, serviceFields) ?? textIn(kubernetes, ['container_name']);
  return {
    time: timeIn(fields),
    process: textIn(fields, processFields) ?? numberIn(fields, processFields)?.toString(),
    host: textIn(fields, hostFields) ?? textIn(host, ['name']) ?? textIn(kubernetes, ['host']),
    service: service === undefined ? undefined : serviceOf(service),
    partial: false,
  };
}

function timeIn(fields: Fields): number | undefined {
  for (const name of timeFields) {
    const value = fields[name];
    if (typeof value === 'string' && endOfDateTime(value, 0) > 0) return dateTimeAt(value, 0);
    const number = typeof value === 'string' && epoch.test(value) ? Number(value) : value;
    if (typeof number === 'number' && number > 0) return Math.round(millisecondsOf(number));
  }
  return undefined;
}

const epoch = /^\d{9,19}(?:\.\d{1,9})?$/;

/** Seconds, milliseconds, microseconds or nanoseconds since the epoch, told apart by their size. */
function millisecondsOf(number: number): number {
  if (number > 1e17) return number / 1e6;
  if (number > 1e14) return number / 1000;
  return number > 1e11 ? number : number * 1000;
}
