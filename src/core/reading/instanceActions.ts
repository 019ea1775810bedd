// What Nova's API tells of the actions on a server (`openstack server event list` and `show`, `nova
// instance-action-list` and `instance-action`) → the records that it makes: that an action began, with the
// events it went through, and that it failed where an event says so. Of an outcome it tells no more.

import { actionNames } from '../../knowledge/actionNames';
import { instanceNamed, isWholeId } from './context';
import { asFields } from './fields';
import type { Fields } from './fields';
import type { Header } from '../model';
import { parsePythonLiteral } from './pythonLiteral';
import { parseShownDictionaries } from './shownDictionaries';
import { dateTimeAt, endOfDateTime } from './timestamp';

/** The logger that a record of an action has. */
export const actionLogger = 'instance-action';

export interface ActionEvent {
  readonly method: string;
  readonly host: string | undefined;
  readonly start: string | undefined;
  readonly finish: string | undefined;
  readonly result: 'Success' | 'Error' | undefined;
  readonly traceback: string | undefined;
  readonly details: string | undefined;
}

export interface InstanceAction {
  /** Undefined: only the events were shown. */
  readonly action: string | undefined;
  readonly request: string | undefined;
  readonly instance: string | undefined;
  /** What the command called the server that the answer does not name. */
  readonly server: string | undefined;
  readonly start: string | undefined;
  /** An event of it failed: Nova sets this where one does, and never takes it back. */
  readonly hasError: boolean;
  /** Undefined: the answer does not tell of them. */
  readonly events: readonly ActionEvent[] | undefined;
}

/** People make theirs illegible. */
const requestId = /^req-[\w-]{1,60}$/;
const known: ReadonlySet<string> = new Set(actionNames);
const mostEvents = 60;

/** Undefined: the object tells of no action. */
export function instanceActionIn(answer: Fields): InstanceAction | undefined {
  const fields = plainNames(asFields(answer['instanceAction']) ?? answer);
  if (fields['level'] !== undefined || fields['levelname'] !== undefined) return undefined;
  const events = eventsIn(fields['events']);
  const action = textOf(fields['action']);
  const request = textOf(fields['request_id']);
  const isRow = action !== undefined && request !== undefined && requestId.test(request)
    && (fields['start_time'] !== undefined || fields['server_id'] !== undefined || events !== undefined);
  if (!isRow && events === undefined) return undefined;
  const named = ['instance_uuid', 'server_id', 'id'].map((name) => textOf(fields[name]));
  return {
    action, request, events, instance: named.map((id) => id && instanceNamed(id)).find(isId),
    server: textOf(fields['server']), start: timeIn(fields['start_time']),
    hasError: /^error$/i.test(textOf(fields['message']) ?? ''),
  };
}

/** The names that clients show (`Request ID`, `Start_Time`) are those of the API with other letters. */
export function plainNames(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [plainName(name), value]));
}

export function plainName(name: string): string {
  return name.trim().toLowerCase().replace(/[\s-]+/g, '_');
}

function eventsIn(value: unknown): readonly ActionEvent[] | undefined {
  const shown: unknown = typeof value === 'string'
    ? parseShownDictionaries(value) ?? parsePythonLiteral(value) : value;
  if (!Array.isArray(shown)) return undefined;
  const all = shown.map((one: unknown) => (typeof one === 'string' ? parsePythonLiteral(one) : one))
    .map(asFields).filter((event) => event !== undefined);
  const isNovas = all.every((event) => typeof event['event'] === 'string' && 'start_time' in event);
  return all.length > 0 && isNovas ? all.slice(0, mostEvents).map(eventOf) : undefined;
}

function eventOf(event: Fields): ActionEvent {
  const result = textOf(event['result'])?.toLowerCase();
  return {
    method: textOf(event['event']) ?? '', host: textOf(event['host']),
    start: timeIn(event['start_time']), finish: timeIn(event['finish_time']),
    result: result === 'success' ? 'Success' : result === 'error' ? 'Error' : undefined,
    traceback: textOf(event['traceback']), details: textOf(event['details']),
  };
}

/** The beginning of its action, as a line with the logger `actionLogger`; undefined: it is no known one. */
export function beginningOf(action: InstanceAction): { header: Header; line: string } | undefined {
  const { action: name, server, start, hasError, events = [] } = action;
  if (name === undefined || !known.has(name)) return undefined;
  const told = [...hasError ? ['Error'] : [], ...events.map((event) => eventText(event, events))];
  const line = `${name} of ${server ?? '-'} since ${start ?? '-'}: ${told.join('; ') || '-'}`;
  return { header: headerOf(action), line };
}

export function failureOf(action: InstanceAction): { header: Header; line: string } | undefined {
  const { action: name, server, start } = action;
  if (name === undefined || !known.has(name) || !hasFailed(action)) return undefined;
  return { header: headerOf(action), line: `${name} of ${server ?? '-'} since ${start ?? '-'} failed` };
}

/**
 * An event that failed ends its action. Only the checks before a live migration are made for one host after
 * the other: of these a failure says nothing of the whole.
 */
export function hasFailed({ action, hasError, events }: InstanceAction): boolean {
  if (!events) return hasError && action !== 'live-migration';
  return events.some((event) => event.result === 'Error' && !isCheck(event));
}

export function isCheck({ method }: Pick<ActionEvent, 'method'>): boolean {
  return method.startsWith('compute_check_can_live_migrate_');
}

/**
 * Nova writes the end of an event to the first one of its name: where an action has several of a name, what
 * each of them came to is not told.
 */
function eventText(
  { method, host, start, finish, result }: ActionEvent, all: readonly ActionEvent[],
): string {
  const isOnly = all.filter((other) => other.method === method).length === 1;
  const end = isOnly ? `${finish ?? '-'} ${result ?? 'unfinished'}` : `- ${result ?? 'unknown'}`;
  return [method, host ?? '-', start ?? '-', end].map((part) => part.replaceAll(';', ',')).join(' ');
}

function headerOf({ instance, request }: InstanceAction): Header {
  const own = request !== undefined && requestId.test(request) ? request : undefined;
  return {
    // its time is of another clock than that of lines beside it: the line tells it
    time: undefined, process: undefined, level: undefined, logger: actionLogger,
    context: own === undefined ? 'empty' : 'request', request: own, globalRequest: undefined, instance,
    host: undefined, service: undefined,
  };
}

function timeIn(value: unknown): string | undefined {
  if (typeof value !== 'string' || endOfDateTime(value.trim(), 0) <= 0) return undefined;
  return new Date(dateTimeAt(value.trim(), 0)).toISOString();
}

function isId(id: string | undefined): id is string {
  return id !== undefined && isWholeId(id);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && !/^(?:None|null|-)?$/.test(value.trim()) ? value : undefined;
}
