// In: an extract. Out: the rows of the document that shows it: as its logs have the lines, or made comparable
// with another extract. Each row knows its place, and what to say beside it.

import { noShifts, type Shifts } from '../clocks/shifts';
import type { Extract, ExtractLine, Operation, Place } from '../model';
import { placeKey } from '../placeKey';
import { renderSeconds } from '../render/operationText';
import type { Say } from '../render/editorWords';
import { phaseTitle } from '../render/titles';
import { sameNames } from './sameNames';

export interface ExtractRow {
  readonly text: string;
  /** Undefined: words of ours, which stand in no log. */
  readonly place: Place | undefined;
  /** Where the line comes from, or when it came; for the margin. */
  readonly margin: string;
}

type TimeOf = (place: Place) => number | undefined;

/** What a line's service is, and on which host, as far as it is known. */
export type OriginOf = (line: ExtractLine) => string;

/** The lines as they are. */
export function plainRows(extract: Extract, originOf: OriginOf, say: Say): readonly ExtractRow[] {
  const rows = extract.lines.map((line): ExtractRow => ({
    text: oneLine(line.text), place: line.at, margin: originOf(line),
  }));
  return [...rows, ...cutRow(extract, say)];
}

// An editor ends a line at a bare carriage return, and then every row behind it would be the wrong one.
function oneLine(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r', ' ') : text;
}

// Said at the end, where the lines are missing.
function cutRow({ hidden }: Extract, say: Say): readonly ExtractRow[] {
  if (hidden === 0) return [];
  return [{ text: say('extractCut', { count: hidden }), place: undefined, margin: '' }];
}

/**
 * The lines without what differs in any two operations: times become offsets from the first line, beside the
 * text; ids become names. A heading says where a phase begins, and beside it how long that took.
 * @param serviceOf the service that logged a line; hosts differ, and are left out
 * @param shifts by how much the times of each log are ahead: offsets are counted without them
 */
export function comparableRows(
  extract: Extract, operations: readonly Operation[], serviceOf: OriginOf, say: Say,
  shifts: Shifts = noShifts,
): readonly ExtractRow[] {
  const names = sameNames(ownNames(operations));
  const timeOf: TimeOf = ({ source, time }) =>
    (time === undefined ? undefined : time - (shifts.get(source) ?? 0));
  const first = operations[0]?.begin ?? extract.lines.find(({ at }) => at.time !== undefined)?.at;
  const start = first && timeOf(first);
  const headings = headingsOf(operations, say);
  const rows: ExtractRow[] = [];
  for (const line of extract.lines) {
    rows.push(...(headings.get(placeKey(line.at)) ?? []));
    rows.push({
      text: names(oneLine(textOf(line, serviceOf(line)))),
      place: line.at,
      margin: line.inherited ? '' : offsetText(timeOf(line.at), start),
    });
  }
  return [...rows, ...cutRow(extract, say)];
}

function ownNames(operations: readonly Operation[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { instance, request, attempts } of operations) {
    names.set(instance, 'instance');
    if (request) names.set(request, 'request');
    for (const host of new Set(attempts.flatMap((attempt) => attempt.host ?? []))) nameHost(names, host);
  }
  return names;
}

// Lines say the whole name or the short one. A very short one may be part of any word.
function nameHost(names: Map<string, string>, host: string): void {
  const count = [...names.values()].filter((name) => name.startsWith('host')).length;
  const name = count === 0 ? 'host' : `host ${count + 1}`;
  const short = host.split('.', 1)[0] ?? '';
  if (names.has(host)) return;
  names.set(host, name);
  if (short.length >= 4) names.set(short, name);
}

function textOf({ header, inherited, message }: ExtractLine, service: string): string {
  if (inherited || !header) return `  ${message}`;
  return [service, header.level, header.logger, message.trimStart()].filter((part) => part).join(' ');
}

// How long a phase took differs in any two operations, too: it stands beside the text.
function headingsOf(operations: readonly Operation[], say: Say): ReadonlyMap<string, readonly ExtractRow[]> {
  const headings = new Map<string, ExtractRow[]>();
  for (const { phases } of operations) {
    for (const { id, at, seconds } of phases) {
      if (!at) continue;
      const row: ExtractRow = {
        text: `—— ${phaseTitle(id)}`,
        place: undefined,
        margin: seconds === undefined ? '' : say('extractTook', { duration: renderSeconds(seconds) }),
      };
      const known = headings.get(placeKey(at));
      if (known) known.push(row);
      else headings.set(placeKey(at), [row]);
    }
  }
  return headings;
}

/** `+12.345 s`; empty where a time is not known. */
export function offsetText(time: number | undefined, start: number | undefined): string {
  if (time === undefined || start === undefined) return '';
  const seconds = (time - start) / 1000;
  return `${seconds < 0 ? '−' : '+'}${Math.abs(seconds).toFixed(3)} s`;
}
