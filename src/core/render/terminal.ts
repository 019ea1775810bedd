// What makes text fit for a terminal. In: text that may come from a log, places, times. Out: text that steers
// nothing.

import { marks } from '../../knowledge/marks';
import type { Place } from '../model';
import { renderTime } from './duration';
import { reportWords as words } from './words';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Puts a style around a text, or returns it as it is where colour is not wanted. */
export type Paint = (style: Style, text: string) => string;

// C0 and C1 controls can move the cursor or rename the window; marks of direction can turn a line around.
const steering = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text from a log, harmless on a terminal and on one line. */
export function cleanText(text: string): string {
  return text.replace(steering, (one) => (one === '\t' || one === '\n' || one === '\r' ? ' ' : '\ufffd'));
}

/** Where something stands: `line 25`, or `nova-compute.log:25` where there are several logs. */
export function placeText({ source, line }: Place, oneLog: boolean): string {
  return oneLog ? words.line(String(line + 1)) : `${cleanText(source)}:${line + 1}`;
}

/** Where several things stand, each log named once: `line 96, 98`, or
 *  `nova-compute.log:96, 98, nova-api.log:3`. */
export function placesText(places: readonly Place[], oneLog: boolean): string {
  const bySource = new Map<string, number[]>();
  for (const { source, line } of places) bySource.set(source, [...(bySource.get(source) ?? []), line + 1]);
  return [...bySource].map(([source, numbers]) => {
    const all = numbers.join(marks.list);
    return oneLog ? words.line(all) : `${cleanText(source)}:${all}`;
  }).join(marks.list);
}

/** When something was, on the log's own clock: `2017-06-06 09:30:28.513`; `06-06 09:30:28` without a year. */
export function timeText(time: number): string {
  return (renderTime(time) ?? '').replace('T', ' ').replace(/^--/, '');
}
