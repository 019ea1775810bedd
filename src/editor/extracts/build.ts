// In: what an extract is about, and all logs. Out: its rows and how the analysis looks in them. Loads the
// weaving when the first extract is asked for.

import type { Lookup } from '../../core/lookup';
import { originNames, serviceOf } from '../../core/extracts/origins';
import type { LogLines } from '../../core/extracts/weave';
import type { Analysis, Extract, ExtractLine, Operation, Subject } from '../../core/model';
import type { ExtractRow } from '../../core/extracts/rows';
import { nameOf } from '../convert';
import type { LargeLogs } from '../large/largeLogs';
import { lineTexts } from '../lineTexts';
import type { Logs } from '../logs';
import { say } from '../say';
import { pageOf, type ExtractAddress, type ExtractStyle } from './address';
import { instancesOf, lackingRows, linesOfLarge, numberedRows, wakeSoon } from './largeLines';
import { buildPage } from './page';

export interface BuiltExtract {
  readonly rows: readonly ExtractRow[];
  readonly projection: Analysis;
}

/** More lines of one log are not even read. */
const MOST_LINES = 100_000;

/**
 * @param source the document's own
 * @param before the rows that the document has now
 * @param isAligned lines stand where one clock would put them, as far as the logs prove it
 * Rejects when a log that is not open cannot be read.
 */
export async function buildExtract(
  { subject, style }: ExtractAddress, logs: Logs, source: string, before: readonly ExtractRow[],
  isAligned: boolean,
): Promise<BuiltExtract> {
  const page = pageOf(subject);
  const { weaving } = await import('../../core/extracts/weaving');
  if (page || subject.kind === 'page') {
    const rows = page ? await buildPage(page, logs, before) : [];
    const places = rows.map(({ place }) => place);
    return { rows, projection: weaving.projectAnalysis(logs.lookup.analysis, places, source) };
  }
  await logs.wake(instancesOf(subject, logs.large));
  const { lookup } = logs;
  const { lines, hidden } = await linesOf(subject, style, logs);
  const [only] = lines;
  if (only && lines.length === 1 && style === 'lines' && logs.large.files.has(only.source)) {
    const rows = [...numberedRows(only, hidden), ...lackingRows(subject, logs.large)];
    wakeSoon(only, logs);
    const places = rows.map(({ place }) => place);
    return { rows, projection: weaving.projectAnalysis(lookup.analysis, places, source) };
  }
  const { clocks } = lookup.analysis;
  const shifts = isAligned && clocks ? weaving.shiftsOf(clocks) : weaving.noShifts;
  const woven = weaving.weaveExtract(lines.map((log) => ({ ...log, ahead: shifts.get(log.source) })), hidden);
  const span = subject.kind === 'time' ? weaving.spanOfId(subject.id) : undefined;
  const extract: Extract = span ? weaving.withinSpan(woven, span) : woven;
  const rows = style === 'lines'
    ? weaving.plainRows(extract, originsIn(lookup, logs.large), say)
    : weaving.comparableRows(extract, operationsOf(lookup, subject), servicesIn(lookup), say, shifts);
  const logsHere = new Set(lines.map(({ source: log }) => log));
  const here = new Map([...shifts].filter(([log]) => logsHere.has(log)));
  const head = clocks ? weaving.alignedTexts(clocks, here).map(ownRow) : [];
  const all = [...rows, ...lackingRows(subject, logs.large)];
  const shown = all.length > 0 ? [...head, ...all] : [ownRow(say('extractEmpty'))];
  const places = shown.map(({ place }) => place);
  return { rows: shown, projection: weaving.projectAnalysis(lookup.analysis, places, source) };
}

function ownRow(text: string): ExtractRow {
  return { text, place: undefined, margin: '' };
}

/** The lines of each log that are about something, with their texts; and how many more there are. */
async function linesOf(
  subject: Subject, style: ExtractStyle, { lookup, large }: Logs,
): Promise<{ readonly lines: readonly LogLines[]; readonly hidden: number }> {
  const { weaving } = await import('../../core/extracts/weaving');
  // What happened to lie around an operation differs in any two of them.
  const context = style === 'offsets' ? 0 : undefined;
  const known = new Map(weaving.linesAbout(lookup, subject, context));
  let hidden = await linesOfLarge(subject, large, known, weaving.spanOfId);
  const wanted = new Map([...known].map(([log, all]) => [log, all.slice(0, MOST_LINES)]));
  const texts = await textsOf(wanted, large);
  const lines = [...wanted].map(([log, numbers]) => {
    const own = texts.get(log) ?? [];
    hidden += (known.get(log)?.length ?? 0) - own.length;
    return { source: log, numbers: numbers.slice(0, own.length), texts: own };
  });
  return { lines, hidden };
}

/** What stands on lines; of a large log, of as many as a document bears. */
async function textsOf(
  wanted: ReadonlyMap<string, readonly number[]>, { files }: LargeLogs,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const texts = new Map(await lineTexts(new Map([...wanted].filter(([log]) => !files.has(log)))));
  for (const [log, numbers] of wanted) {
    const file = files.get(log);
    if (file) texts.set(log, await file.texts(numbers));
  }
  return texts;
}

function operationsOf(lookup: Lookup, { kind, id }: Subject): readonly Operation[] {
  switch (kind) {
    case 'instance':
      return lookup.operationsOf(id);
    case 'request':
      return lookup.operationsOfRequest(id);
    case 'operation':
      return [lookup.operation(id)].filter((one) => one !== undefined);
    case 'time':
    case 'failures':
      return [];
  }
}

/** Service and host of a line, as far as the line, or its log as a whole, tells them; else the log's name. Of
 *  a log that no editor shows as a whole, the number of the line as well. */
export function originsIn({ analysis }: Lookup, { files }: LargeLogs): (line: ExtractLine) => string {
  const sources = analysis.digests.map(({ source }) => source);
  const names = originNames(analysis, (source) => nameOf(source, sources));
  return ({ at, header }) => {
    const { service, host } = header ?? {};
    const own = [service, host].filter((part) => part).join('@');
    const name = service && host ? own : (names.get(at.source) ?? '');
    return files.has(at.source) ? `${name}:${at.line + 1}` : name;
  };
}

function servicesIn({ digestOf }: Lookup): (line: ExtractLine) => string {
  return ({ at, header }) => {
    const digest = digestOf(at.source);
    return header?.service ?? (digest && serviceOf(digest)) ?? '';
  };
}
