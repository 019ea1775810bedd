// Milliseconds → text for people: how long something took, and when it was.

import { translated } from '../../knowledge/language';

/** Units of time, as they stand behind a number. */
export const unitWords = translated('units', { ms: ' ms', s: ' s', min: ' min', h: ' h', d: ' d' });

/** From here on minutes are named; below, Nova's own "Took 189.42 seconds" can be compared at a glance. */
const secondsShown = 600;

/** `120 ms`, `4.2 s`, `189 s`, `12 min 9 s`, `3 h 5 min`; a negative duration keeps its sign. */
export function renderDuration(ms: number): string {
  if (ms < 0) return `-${renderDuration(-ms)}`;
  if (ms < 999.5) return Math.round(ms) + unitWords.ms;
  if (ms < 9_950) return (ms / 1000).toFixed(1) + unitWords.s;
  const seconds = Math.round(ms / 1000);
  if (seconds < secondsShown) return seconds + unitWords.s;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return joinUnits(minutes, 'min', seconds % 60, 's');
  const wholeMinutes = Math.round(seconds / 60);
  const hours = Math.floor(wholeMinutes / 60);
  if (hours < 48) return joinUnits(hours, 'h', wholeMinutes % 60, 'min');
  return joinUnits(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

type Unit = keyof typeof unitWords;

function joinUnits(large: number, largeUnit: Unit, small: number, smallUnit: Unit): string {
  const head = large + unitWords[largeUnit];
  return small === 0 ? head : `${head} ${small}${unitWords[smallUnit]}`;
}

// A log has few days: the date is mostly that of the time before.
let lastDay = Number.NaN;
let lastDate = '';
const dayLength = 86_400_000;
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** Years before this one mean that the log names no year. */
const firstRealYear = 2001;

/**
 * @param ms milliseconds on the log's own clock, counted as if it were UTC.
 * @returns ISO 8601 without a zone, `2017-06-06T09:30:28.514`; without a year `--06-06T09:30:28.514`.
 *   Undefined stays undefined.
 */
export function renderTime(ms: number): string;
export function renderTime(ms: number | undefined): string | undefined;
export function renderTime(ms: number | undefined): string | undefined {
  if (ms === undefined || !Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return undefined;
  const day = Math.floor(ms / dayLength);
  if (day !== lastDay) {
    lastDay = day;
    const date = new Date(day * dayLength);
    const text = date.toISOString().slice(0, -'00:00:00.000Z'.length);
    lastDate = date.getUTCFullYear() < firstRealYear ? `-${text.slice(4)}` : text;
  }
  return lastDate + clockText(Math.floor(ms - day * dayLength));
}

function clockText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const rest = ms % 1000;
  const hour = twoDigits[Math.floor(minutes / 60)] ?? '';
  const clock = `${hour}:${twoDigits[minutes % 60] ?? ''}:${twoDigits[Math.floor(ms / 1000) % 60] ?? ''}`;
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, '0')}`;
}
