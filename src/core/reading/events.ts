// Records → events, by the markers of the tables: which statement of Nova a line is, and for which instance.

import type { CaptureName, MarkerSpec } from '../../knowledge/schema';
import { withoutSuffix } from './debugSuffix';
import { isNumber } from '../instanceNumber';
import { keep } from '../keep';
import { longStatements } from './longStatements';
import type { Header, LogEvent, LogRecord, Tie } from '../model';
import type { Sink } from '../sink';
import { compileTemplate, literalLength } from '../template';
import type { Template } from '../template';
import { dateTimeAt, endOfDateTime } from './timestamp';
import { TemplateIndex } from '../templateIndex';
import { isBareStatement } from '../faults/tracebackLines';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const keptCapture = 400;
/** What all filters left: the last of them, behind all the others, is the one that matters. */
const keptResults = 4000;

/** Letters that a template must fix to be sure of a line without context. */
const enoughLetters = 12;

/** The markers of the tables, ready to be matched; made once for all logs. */
export interface MarkerIndex {
  readonly rows: readonly Row[];
  readonly index: TemplateIndex<number>;
  /** Those that only logs of releases before Essex are held against. */
  readonly numbered: TemplateIndex<number>;
  /** All of them, for lines that do not name their logger; made when the first of these comes. */
  nameless(): TemplateIndex<number>;
}

interface Row {
  readonly spec: MarkerSpec;
  readonly template: Template;
  /** Letters of its template that are fixed. */
  readonly fixed: number;
  /** What each placeholder is kept as. */
  readonly captures: readonly (readonly [placeholder: string, name: CaptureName])[];
}

/** @param specs all markers; an event names its marker by the index in this list. */
export function indexMarkers(specs: readonly MarkerSpec[]): MarkerIndex {
  const rows = specs.map((spec): Row => {
    const template = compileTemplate(spec.text);
    return { spec, template, fixed: literalLength(template), captures: Object.entries(spec.captures ?? {}) };
  });
  const indexed = rows.map(({ spec: { logger, captures = {} }, template }, value) => ({
    loggers: typeof logger === 'string' ? [logger] : logger, template, value, wanted: Object.keys(captures),
  }));
  const isNumbered = ({ value }: { readonly value: number }): boolean => specs[value]?.numbered === true;
  const usual = indexed.filter((row) => !isNumbered(row));
  let nameless: TemplateIndex<number> | undefined;
  return {
    rows,
    index: new TemplateIndex(usual),
    numbered: new TemplateIndex(indexed.filter(isNumbered)),
    nameless() {
      nameless ??= new TemplateIndex(usual
        .filter(({ value }) => (rows[value]?.fixed ?? 0) >= enoughLetters && !rows[value]?.spec.recorded)
        .map((row) => ({ ...row, loggers: [''] })));
      return nameless;
    },
  };
}

/** Something of a head is there, but no logger: as in Folsom, or where a page or a search left it out. */
function isNameless({ logger, level, context, instance }: Header): boolean {
  return logger === '' && (level !== undefined || context !== 'none' || instance !== undefined);
}

/**
 * A stage that pushes an event for each record that matches a marker.
 * @param isNumbered whether the log is of a release whose instances have numbers
 */
export function readEvents(
  source: string, markers: MarkerIndex, next: Sink<LogEvent>, isNumbered: () => boolean = () => false,
): Sink<LogRecord> {
  const take = (record: LogRecord): boolean => {
    const event = eventOf(source, record, markers, isNumbered);
    if (event) next.push(event);
    return event !== undefined;
  };
  const longer = longStatements(take);
  return {
    push(record) {
      if (!record.header) return;
      if (record.inherited) longer.goOn(record);
      else longer.begin(record, take(record));
    },
    end: () => next.end(),
  };
}

/** The event that a record is; undefined where no marker is matched. */
function eventOf(
  source: string, record: LogRecord, markers: MarkerIndex, isNumbered: () => boolean,
): LogEvent | undefined {
  const { header, message } = record;
  if (!header) return undefined;
  const index = isNameless(header) ? markers.nameless() : markers.index;
  const numbered = isNumbered() ? markers.numbered : undefined;
  if (!index.knows(header.logger) && !numbered?.knows(header.logger)) return undefined;
  // the lines of a traceback have no context; a statement that lost its own must be told from them
  const bare = header.context === 'none';
  if (bare && !isBareStatement(message)) return undefined;
  const text = record.joints.length > 0 ? message : straight(message);
  const found = numbered?.find(header.logger, text, record.joints)
    ?? index.find(header.logger, text, record.joints);
  const row = found && markers.rows[found.value];
  if (!row || (bare && row.fixed < enoughLetters)) return undefined;
  const captures = capturesOf(row, found.captures, header.level === 'DEBUG');
  // not the instance but what belongs to it: its metadata, tags
  if (row.spec.narrow && captures['instance']?.includes('/')) return undefined;
  const failure = row.spec.edge === 'fail' ? message : '';
  const { instance, tie } = instanceOf(header.instance, captures, failure, row.spec.numbered);
  return {
    at: { source, line: record.line, time: row.spec.recorded ? startOf(row, captures) : header.time },
    marker: found.value,
    instance,
    tie,
    request: header.request,
    process: header.process,
    host: header.host,
    captures,
  };
}

/** When an action began is told; when it failed, by its events alone. */
function startOf({ spec }: Row, { since }: Readonly<Record<string, string>>): number | undefined {
  if (spec.says !== 'opens') return undefined;
  return since !== undefined && endOfDateTime(since, 0) > 0 ? dateTimeAt(since, 0) : undefined;
}

// Blogs print three dots as one letter; only where nothing was joined, joints are offsets.
function straight(message: string): string {
  return message.includes('\u2026') ? message.replaceAll('\u2026', '...') : message;
}

const none: Readonly<Record<string, string>> = {};
/** Captures that hold a name: what stands behind a colon and a blank is the error summary of oslo.log. */
const names: ReadonlySet<CaptureName> = new Set(['host', 'node', 'port', 'volume', 'destination', 'source']);

function withoutSummary(value: string): string {
  const end = value.indexOf(': ');
  return (end < 0 ? value : value.slice(0, end)).trim();
}

function capturesOf(
  row: Row,
  values: Readonly<Record<string, string>>,
  debug: boolean,
): Readonly<Record<string, string>> {
  if (row.captures.length === 0) return none;
  const captures: Partial<Record<CaptureName, string>> = {};
  for (const [placeholder, name] of row.captures) {
    const value = values[placeholder];
    if (value === undefined) continue;
    const own = names.has(name) ? withoutSummary(value) : debug ? withoutSuffix(value) : value;
    captures[name] = keep(own.slice(0, name === 'results' ? keptResults : keptCapture));
  }
  return captures;
}

function instanceOf(
  tag: string | undefined,
  captures: Readonly<Record<string, string>>,
  failure: string,
  numbered = false,
): { instance: string | undefined; tie: Tie | undefined } {
  if (tag) return { instance: tag, tie: 'tag' };
  const named = captures['instance'];
  const name = named ? onlyUuid(named) ?? (numbered ? rowNumber(named) : undefined)
    : failure && instanceInText(failure);
  return name ? { instance: name, tie: 'name' } : { instance: undefined, tie: undefined };
}

/** The number of a row: where it is all that stands there. */
function rowNumber(text: string): string | undefined {
  const number = text.trim();
  return number.length <= 10 && isNumber(number) ? keep(number) : undefined;
}

/** The UUID of a text that holds exactly one, lower case. */
export function onlyUuid(text: string): string | undefined {
  const all = new Set([...text.matchAll(uuid)].map((found) => found[0].toLowerCase()));
  const [only] = all;
  return all.size === 1 && only ? keep(only) : undefined;
}

const namedIn =
  /(?:instances?|server|servers|domain)(?:[ :='"/[(]|_uuid)+([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})/gi;

/**
 * The instance that a text names: `Instance <uuid> could not be found`, `instance (<uuid>) to current host`,
 * `/var/lib/nova/instances/<uuid>/disk`.
 * @returns undefined when none or several are named.
 */
export function instanceInText(text: string): string | undefined {
  const all = new Set([...text.matchAll(namedIn)].map((found) => (found[1] ?? '').toLowerCase()));
  const [only] = all;
  return all.size === 1 && only ? keep(only) : undefined;
}
