// The time that Kibana and OpenSearch put before what a search found, as a table of it is copied:
// `Jun 3, 2023 @ 10:11:12.123`, or as older ones write it, `June 3rd 2023, 10:11:12.123`.

import { clockAt, dayAt, endOfClock, monthAt } from './timestamp';

const date = /[A-Z][a-z]{2,8} (\d{1,2})(?:, (\d{4}) @ |(?:st|nd|rd|th) (\d{4}), )(?=\d\d:\d\d:\d\d)/y;

export interface SearchDate {
  readonly end: number;
  /** Milliseconds. */
  readonly time: number;
}

/** Undefined: none begins here. */
export function searchDateAt(text: string, at: number): SearchDate | undefined {
  date.lastIndex = at;
  const [whole, day, year, oldYear] = date.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const clock = at + whole.length;
  const end = endOfClock(text, clock);
  const [month, number] = [monthAt(text, at), Number(day)];
  if (end < 0 || month < 1 || number < 1 || number > 31) return undefined;
  return { end, time: dayAt(Number(year ?? oldYear), month, number) + clockAt(text, clock) };
}
