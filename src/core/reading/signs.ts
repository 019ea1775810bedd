// Records → signs: lines that are a row of knowledge/signs.ts. What a service says over and over (the bus is
// still down, the host is as it was) is one sign with a count. Other records cost a look at their logger.

import { signs as specs } from '../../knowledge/signs';
import type { SignId, SignSpec } from '../../knowledge/signs';
import { withoutSuffix } from './debugSuffix';
import { keep } from '../keep';
import type { Header, LogRecord, Place, Sign } from '../model';
import type { Sink } from '../sink';
import { compileTemplate } from '../template';
import { TemplateIndex } from '../templateIndex';

export interface SignReader extends Sink<LogRecord> {
  signs(): readonly Sign[];
}

/** More than this of one log tell no more. */
const mostSigns = 200_000;
const longestValue = 300;
/** A network_info or a flavor is read up to here. */
const longestMessage = 20_000;
const ownName = /^([\w.-]{1,80})\[\d{1,10}\]: /;

const index = new TemplateIndex(specs.map((spec, value) => ({
  loggers: spec.logger, template: compileTemplate(spec.text), value, wanted: Object.keys(spec.values ?? {}),
})));

const keyLength = 4;

/** Writer → the first letters of what it writes; an empty set: any letters may come first. */
const beginnings = new Map<string, ReadonlySet<string>>();
for (const writer of new Set(specs.flatMap(({ logger }) => logger))) {
  const rows = specs.filter(({ logger }) => logger.includes(writer));
  const own = rows.map(({ text }) => compileTemplate(text).literals[0] ?? '');
  const any = own.some((literal) => literal.length < keyLength);
  beginnings.set(writer, new Set(any ? [] : own.map((literal) => literal.slice(0, keyLength))));
}

/** The lines it looks at. */
export const signLines = specs.map(({ logger, text }) => ({ loggers: logger, text }));

type Run = { -readonly [key in keyof Sign]: Sign[key] };

export function readSigns(source: string): SignReader {
  const found: Run[] = [];
  const runs = new Map<string, Run>();
  return {
    push(record) {
      const { header, inherited } = record;
      if (inherited || !header) return;
      const writer = header.logger === '' ? programOf(record, header) : header.logger;
      const letters = writer === undefined ? undefined : beginnings.get(writer);
      if (writer === undefined || !letters) return;
      const isOther = letters.size > 0 && !letters.has(record.message.slice(0, keyLength));
      if (isOther && header.logger !== '') return;
      const match = matchOf(record, writer);
      if (!match) return;
      const at: Place = { source, line: record.line, time: header.time };
      const sign = signOf(match.row, match.values, header, at);
      const key = runKey(match.spec, sign);
      const run = key === undefined ? undefined : runs.get(key);
      if (run && isSaidAgain(run, sign)) {
        run.count += 1;
        run.lastAt = at;
      } else if (found.length < mostSigns) {
        found.push(sign);
        if (key !== undefined) runs.set(key, sign);
      }
    },
    end: () => undefined,
    signs: () => found.map((sign) => ({ ...sign })),
  };
}

// journald and rsyslog tell of lines they dropped under their own names.
function programOf({ message }: LogRecord, { service }: Header): string | undefined {
  return ownName.exec(message)?.[1] ?? service;
}

function matchOf(
  { message, joints, header }: LogRecord, writer: string,
): { readonly row: number; readonly spec: SignSpec; readonly values: Record<string, string> } | undefined {
  const text = message.length > longestMessage ? message.slice(0, longestMessage) : message;
  const match = index.find(writer, header?.logger === '' ? text.replace(ownName, '') : text, joints);
  const first = match && specs[match.value];
  if (!first) return undefined;
  const values = valuesOf(first, match.captures);
  // several rows may share a text and differ by what a placeholder holds
  const fitting = () => specs.findIndex((one) => one.text === first.text && fits(one, values));
  const row = first.only ? fitting() : match.value;
  const spec = specs[row];
  return spec && { row, spec, values };
}

function fits({ only }: SignSpec, values: Readonly<Record<string, string>>): boolean {
  return !only || only.is.includes(values[only.value] ?? '');
}

function valuesOf(spec: SignSpec, captures: Readonly<Record<string, string>>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [placeholder, name] of Object.entries(spec.values ?? {})) {
    const value = captures[placeholder];
    if (value === undefined) continue;
    values[name] = spec.sign === 'trait' ? traitOf(name, value)
      : keep(withoutSuffix(value).slice(0, longestValue));
  }
  return values;
}

const flavorName = /\bname='([^']{1,100})'/;
const imageId = /\bid=([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})/;
const baseImage = /'base_image_ref': u?'([0-9a-f-]{36})'/;
const network = '"network": {"id": "';
const longestId = 36;

function traitOf(name: string, value: string): string {
  if (name === 'networks') return networksIn(value);
  const found = name === 'flavor' ? flavorName.exec(value) : (imageId.exec(value) ?? baseImage.exec(value));
  return keep(found?.[1] ?? '');
}

/** The ids of the networks in the JSON of a network_info, each once, in order. */
function networksIn(value: string): string {
  const found = new Set<string>();
  for (let at = value.indexOf(network); at >= 0; at = value.indexOf(network, at + 1)) {
    const begin = at + network.length;
    found.add(keep(value.slice(begin, begin + longestId)));
  }
  return [...found].sort().join(' ');
}

function signOf(row: number, values: Record<string, string>, header: Header, at: Place): Run {
  const named = values['instance']?.toLowerCase();
  return {
    at,
    row,
    instance: named ?? header.instance,
    request: header.request,
    process: header.process,
    host: header.host,
    service: header.service,
    values,
    count: 1,
    lastAt: at,
  };
}

const lasting: ReadonlySet<SignId> = new Set([
  'amqp-lost', 'database-lost', 'libvirt-lost', 'disabled', 'report-missed', 'placement-refused', 'dropped',
]);

/** What says the same until something else of its kind is said; undefined: each line counts for itself. */
function runKey({ sign, text }: SignSpec, { process, host, service, values }: Run): string | undefined {
  if (sign === 'node') return `node ${host ?? ''} ${values['host'] ?? ''} ${values['node'] ?? ''}`;
  if (sign === 'audit') return `audit ${host ?? ''} ${values['node'] ?? ''} ${text.slice(0, 20)}`;
  return lasting.has(sign) ? `${sign} ${host ?? ''} ${service ?? ''} ${process ?? ''}` : undefined;
}

/** So long apart the same trouble is told anew, milliseconds. */
const sameTrouble = 120_000;

function isSaidAgain(run: Run, sign: Run): boolean {
  const spec = specs[sign.row];
  if (spec?.sign === 'node') return true;
  if (spec?.sign === 'audit') return sameValues(run.values, sign.values);
  if (specs[run.row]?.edge !== spec?.edge || spec?.sign === 'dropped') return false;
  return (sign.at.time ?? 0) - (run.lastAt.time ?? 0) <= sameTrouble;
}

function sameValues(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return Object.keys(b).every((name) => a[name] === b[name]);
}
