// What Nova's API tells of a server or of an action on it (`openstack server show`, `server event show`) →
// the exception that it holds, as a head and the lines of a record. What it does not tell stays unknown.

import { instanceNamed, isWholeId } from './context';
import { looksLikeClass } from '../faults/className';
import { asFields } from './fields';
import type { Fields } from './fields';
import type { Header } from '../model';
import { parsePythonLiteral } from './pythonLiteral';
import { dateTimeAt, endOfDateTime } from './timestamp';

export interface RecordedFault {
  readonly header: Header;
  readonly lines: readonly string[];
}

/** Fields of an answer that hold an exception; such a record has the name of its field for a logger. */
export const faultFields: ReadonlySet<string> = new Set(['fault', 'events']);

const raising = /\braise (?:[A-Za-z_]\w*\.){0,6}([A-Za-z_]\w*)\s?\(/;

/** Undefined: the object tells of no exception. */
export function recordedFaultIn(fields: Fields): RecordedFault | undefined {
  const outer = asFields(fields['server']) ?? asFields(fields['instanceAction']) ?? fields;
  const fault = asFields(readable(outer['fault'])) ?? (isBareFault(outer) ? outer : undefined);
  if (fault) return faultOf(outer, fault);
  const events = readable(outer['events']);
  const isAction = Array.isArray(events) && textOf(outer['request_id']) !== undefined;
  return isAction ? failedEvent(outer, events) : undefined;
}

/** Members of an answer that mean something only together with what stands around them. */
export function isPartOfAnswer(firstLine: string): boolean {
  return /^"(?:fault|events|server|instanceAction)"\s?:/.test(firstLine);
}

/** A table shows values as Python prints them. */
function readable(value: unknown): unknown {
  return typeof value === 'string' ? parsePythonLiteral(value) : value;
}

function isBareFault({ code, message, created, level, levelname }: Fields): boolean {
  return typeof code === 'number' && typeof message === 'string' && typeof created === 'string'
    && level === undefined && levelname === undefined;
}

function faultOf(server: Fields, fault: Fields): RecordedFault | undefined {
  const message = textOf(fault['message']);
  const details = textOf(fault['details']) ?? '';
  if (message === undefined && details === '') return undefined;
  const instance = server === fault ? undefined : idIn(server, ['id', 'uuid']);
  const header = headerOf('fault', fault['created'], instance, undefined);
  return { header, lines: linesOf(message ?? '', details) };
}

/** Of several the one that began last: those before it were what it was called from, or went on to it. */
function failedEvent(action: Fields, events: readonly unknown[]): RecordedFault | undefined {
  const failed = events.map(readable).map(asFields).filter((event) => event !== undefined)
    .filter((event) => /^error$/i.test(textOf(event['result']) ?? ''))
    .filter((event) => textOf(event['traceback']) !== undefined)
    .sort((one, other) => (timeOf(one['start_time']) ?? 0) - (timeOf(other['start_time']) ?? 0));
  const event = failed.at(-1);
  if (!event) return undefined;
  const instance = idIn(action, ['instance_uuid', 'server_id', 'id']);
  const request = textOf(action['request_id']);
  const header = headerOf('events', event['finish_time'], instance, request);
  const result = `${textOf(event['event']) ?? ''}: ${textOf(event['result']) ?? ''}`;
  const told = textOf(event['details']) ?? result;
  return { header, lines: linesOf(told, textOf(event['traceback']) ?? '') };
}

function headerOf(
  logger: string, time: unknown, instance: string | undefined, request: string | undefined,
): Header {
  const own = request?.startsWith('req-') ? request : undefined;
  return {
    time: timeOf(time), process: undefined, level: 'ERROR', logger,
    context: own === undefined ? 'empty' : 'request', request: own, globalRequest: undefined, instance,
    host: undefined, service: undefined,
  };
}

/** The message, the traceback, and the class where one of them names it: Nova keeps frames without it. */
function linesOf(message: string, details: string): readonly string[] {
  const text = message.trim();
  const traceback = details.split(/\r?\n/).filter((line) => line.trim() !== '');
  const last = traceback.at(-1) ?? '';
  const isOver = last !== '' && last.trimStart() === last;
  const type = raising.exec(last)?.[1] ?? (/^\w+$/.test(text) && looksLikeClass(text) ? text : undefined);
  const named = isOver || type === undefined ? [] : [text === type ? type : `${type}: ${text}`];
  return [...text.split(/\r?\n/), ...traceback, ...named];
}

function timeOf(value: unknown): number | undefined {
  return typeof value === 'string' && endOfDateTime(value, 0) > 0 ? dateTimeAt(value, 0) : undefined;
}

function idIn(fields: Fields, names: readonly string[]): string | undefined {
  const ids = names.map((name) => textOf(fields[name])).filter((text) => text !== undefined);
  return ids.map(instanceNamed).find(isWholeId);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
