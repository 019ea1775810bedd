// What Nova's API tells of a server or of an action on it (`openstack server show`, `server event show`) →
// the exception that it holds, as a head and the lines of a record. What it does not tell stays unknown.

import { instanceNamed, isWholeId } from './context';
import { looksLikeClass } from '../faults/className';
import { asFields } from './fields';
import type { Fields } from './fields';
import { brokenAgain } from './brokenTraceback';
import { beginningOf, failureOf, hasFailed, instanceActionIn } from './instanceActions';
import type { InstanceAction } from './instanceActions';
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
  const action = instanceActionIn(fields);
  return action && recordOf(action, fields['told']);
}

/** What of an action one record tells; the stage that finds actions asks for one after the other. */
export type ToldOfAction = 'beginning' | 'exception' | 'failure';

function recordOf(action: InstanceAction, told: unknown): RecordedFault | undefined {
  if (told === 'exception') return failedEvent(action);
  if (told === undefined) return failedEvent(action) ?? recordOf(action, 'beginning');
  const found = told === 'beginning' ? beginningOf(action) : failureOf(action);
  return found && { header: found.header, lines: [found.line] };
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
function failedEvent(action: InstanceAction): RecordedFault | undefined {
  const failed = (action.events ?? [])
    .filter(({ result, traceback, details }) => result === 'Error' && (traceback ?? details) !== undefined)
    .sort((one, other) => (timeOf(one.start) ?? 0) - (timeOf(other.start) ?? 0));
  const event = failed.at(-1);
  if (!event) return undefined;
  // its time is of another clock than that of lines beside it
  const header = headerOf('events', undefined, action.instance, action.request);
  const told = event.details ?? `${event.method}: Error`;
  const level = hasFailed(action) ? 'ERROR' : 'WARNING';
  return { header: { ...header, level }, lines: linesOf(told, brokenAgain(event.traceback ?? '')) };
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
  const told = details.split(/\r?\n/).filter((line) => line.trim() !== '');
  const isName = /^\w+$/.test(text) && looksLikeClass(text);
  // up to Grizzly Nova keeps the class as the message, and what it says above its frames
  const frames = isName ? told.findIndex((line) => /^\s{0,4}File "/.test(line)) : 0;
  const said = told.slice(0, Math.max(0, frames)).filter((line) => !line.startsWith('Traceback ('));
  if (said.length > 0) return [text, ...told.slice(frames), `${text}: ${said.join('\n')}`];
  const last = told.at(-1) ?? '';
  const isOver = last !== '' && last.trimStart() === last;
  const type = raising.exec(last)?.[1] ?? (isName ? text : undefined);
  const named = isOver || type === undefined ? [] : [text === type ? type : `${type}: ${text}`];
  return [...text.split(/\r?\n/), ...told, ...named];
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
