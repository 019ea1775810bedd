// In: what an extract is about, and all logs. Out: its rows and how the analysis looks in them. Loads the
// weaving when the first extract is asked for.

import type { Lookup } from '../../core/lookup';
import { originNames, serviceOf } from '../../core/extracts/origins';
import type { Analysis, ExtractLine, Operation, Subject } from '../../core/model';
import type { ExtractRow } from '../../core/extracts/rows';
import { nameOf } from '../convert';
import { lineTexts } from '../lineTexts';
import { say } from '../say';
import type { ExtractAddress } from './address';

export interface BuiltExtract {
  readonly rows: readonly ExtractRow[];
  readonly projection: Analysis;
}

/** More lines of one log are not even read. */
const MOST_LINES = 100_000;

/** @param source the document's own. Rejects when a log that is not open cannot be read. */
export async function buildExtract(
  { subject, style }: ExtractAddress, lookup: Lookup, source: string,
): Promise<BuiltExtract> {
  const { weaving } = await import('../../core/extracts/weaving');
  // What happened to lie around an operation differs in any two of them.
  const context = style === 'offsets' ? 0 : undefined;
  const lines = [...weaving.linesAbout(lookup, subject, context)];
  const wanted = new Map(lines.map(([log, all]) => [log, all.slice(0, MOST_LINES)]));
  const texts = await lineTexts(wanted);
  const logs = [...wanted].map(([log, numbers]) => ({ source: log, numbers, texts: texts.get(log) ?? [] }));
  const hidden = lines.reduce((sum, [, all]) => sum + Math.max(0, all.length - MOST_LINES), 0);
  const woven = weaving.weaveExtract(logs, hidden);
  const span = subject.kind === 'time' ? weaving.spanOfId(subject.id) : undefined;
  const extract = span ? weaving.withinSpan(woven, span) : woven;
  const rows = style === 'lines'
    ? weaving.plainRows(extract, originsIn(lookup), say)
    : weaving.comparableRows(extract, operationsOf(lookup, subject), servicesIn(lookup), say);
  const shown = rows.length > 0 ? rows : [{ text: say('extractEmpty'), place: undefined, margin: '' }];
  const places = shown.map(({ place }) => place);
  return { rows: shown, projection: weaving.projectAnalysis(lookup.analysis, places, source) };
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

/** Service and host of a line, as far as the line, or its log as a whole, tells them; else the log's name. */
export function originsIn({ analysis }: Lookup): (line: ExtractLine) => string {
  const sources = analysis.digests.map(({ source }) => source);
  const names = originNames(analysis, (source) => nameOf(source, sources));
  return ({ at, header }) => {
    const { service, host } = header ?? {};
    const own = [service, host].filter((part) => part).join('@');
    return service && host ? own : (names.get(at.source) ?? '');
  };
}

function servicesIn({ digestOf }: Lookup): (line: ExtractLine) => string {
  return ({ at, header }) => {
    const digest = digestOf(at.source);
    return header?.service ?? (digest && serviceOf(digest)) ?? '';
  };
}
