// What Nova's API tells of an action → short texts for reports and tooltips: which of its methods ran where
// and when, and what became of each. A method that returned has not yet done what was asked for.

import { translated } from '../../knowledge/language';
import { marks } from '../../knowledge/marks';
import type { Operation, RecordedAction, RecordedEvent } from '../model';
import { fillSlots } from './editorWords';
import { renderTime } from './duration';

export const recordedWords = translated('recorded', {
  label: 'Nova’s record',
  onHost: '{method} on {host}',
  fromTo: '{begin} to {end}',
  success: 'returned without an error',
  error: 'ended with an error',
  unfinished: 'had not ended when this was shown',
  unknown: 'its end is not told',
  hasError: 'an event of the action failed',
  noEvents: 'the action began; how it ended is not told',
});

/** One text for each event; where they are not told, what is told of the whole. */
export function recordedTexts({ recorded }: Pick<Operation, 'recorded'>): readonly string[] {
  if (!recorded) return [];
  return recorded.events.length > 0 ? recorded.events.map(eventText) : [wholeText(recorded)];
}

function wholeText({ hasError }: RecordedAction): string {
  return hasError ? recordedWords.hasError : recordedWords.noEvents;
}

function eventText({ method, host, begin, end, result }: RecordedEvent): string {
  const name = host === undefined ? method : fillSlots(recordedWords.onHost, { method, host });
  const [from, to] = [renderTime(begin), renderTime(end)];
  const isWhole = from !== undefined && to !== undefined;
  const time = isWhole ? fillSlots(recordedWords.fromTo, { begin: from, end: to }) : from ?? to ?? '';
  return [name, time, recordedWords[result]].filter((part) => part !== '').join(marks.comma);
}
