// A span of time as people write it ↔ milliseconds; and where in a log its lines may stand. Digests know the
// times of the lines that mean something: between them, more lines are taken, and those outside are left out
// once they are read.

import type { Digest, Extract } from '../model';

/** Milliseconds on the log's own clock, both ends included. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

const day = 24 * 3600 * 1000;
const minutesOfDay = 24 * 60;
const form =
  /^(?:(?:(\d{4})-)?(\d{2})-(\d{2})(?:[T ](?=\d)|$))?(?:(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?)?$/;

/**
 * A moment: `2024-05-06`, `2024-05-06 09:11`, `05-06 09:11` where a log names no year, `09:11:19.444`.
 * @param end the moment is the end of a span: what it leaves open is filled up
 * @param base a time of the year and of the day that are meant where the text names none
 * @returns undefined where the text is no moment
 */
export function parseMoment(text: string, end: boolean, base: number | undefined): number | undefined {
  const found = form.exec(text.trim());
  if (!found?.[0]) return undefined;
  const [, year, month, date, hour, minute, second, fraction] = found;
  const isTime = Number(hour ?? 0) * 60 + Number(minute ?? 0) <= minutesOfDay && Number(minute ?? 0) < 60
    && Number(second ?? 0) <= 60;
  const isDay = month === undefined || (Number(month) >= 1 && Number(month) <= 12
    && Number(date) >= 1 && Number(date) <= 31);
  if (!isTime || !isDay) return undefined;
  const known = base === undefined ? undefined : new Date(base);
  const inYear = year === undefined ? known?.getUTCFullYear() : Number(year);
  if (inYear === undefined) return undefined;
  const midnight = month === undefined || date === undefined
    ? Math.floor((base ?? 0) / day) * day
    : new Date(0).setUTCFullYear(inYear, Number(month) - 1, Number(date));
  if (hour === undefined) return midnight + (end ? day - 1 : 0);
  const whole = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second ?? 0)) * 1000;
  const ms = Number((fraction ?? '').padEnd(3, '0'));
  const open = fraction === undefined ? (second === undefined ? 60_000 : 1000) : 10 ** (3 - fraction.length);
  return midnight + whole + ms + (end ? open - 1 : 0);
}

/** The id of an extract's subject. */
export function spanId({ from, to }: TimeSpan): string {
  return `${from}..${to}`;
}

export function spanOfId(id: string): TimeSpan | undefined {
  const found = /^(-?\d{1,16})\.\.(-?\d{1,16})$/.exec(id);
  return found ? { from: Number(found[1]), to: Number(found[2]) } : undefined;
}

/** Lines of the log that may be of the span's time; none where the log is of another time. */
export function linesOfSpan(digest: Digest, id: string): ReadonlySet<number> {
  const span = spanOfId(id);
  if (!span || !meets(digest, span)) return new Set();
  const places = [...digest.events.map(({ at }) => at), ...digest.faults.map(({ at }) => at)]
    // a fault that rotation cut may be told in the next log
    .filter(({ source, time }) => source === digest.source && time !== undefined)
    .sort((a, b) => a.line - b.line);
  const isIn = (time: number | undefined) => time !== undefined && time >= span.from && time <= span.to;
  const first = places.findIndex(({ time }) => isIn(time));
  const last = places.findLastIndex(({ time }) => isIn(time));
  const next = places.findIndex(({ time }) => (time ?? 0) > span.to);
  // without a place within, the lines lie between the last place before and the first one behind
  const before = first >= 0 ? first - 1 : (next >= 0 ? next : places.length) - 1;
  const behind = last >= 0 ? last + 1 : next >= 0 ? next : places.length;
  const begin = places[before]?.line ?? 0;
  const end = places[behind]?.line ?? digest.lines - 1;
  return new Set(Array.from({ length: Math.max(0, end - begin + 1) }, (_, at) => begin + at));
}

function meets({ firstTime, lastTime }: Digest, { from, to }: TimeSpan): boolean {
  return firstTime === undefined || lastTime === undefined || (firstTime <= to && lastTime >= from);
}

/** The lines of an extract that are of the span's time; those without a time go with the line above. */
export function withinSpan(extract: Extract, { from, to }: TimeSpan): Extract {
  return {
    ...extract,
    lines: extract.lines.filter(({ at: { time } }) => time !== undefined && time >= from && time <= to),
  };
}
