// Names that people read for what the tables of knowledge/ number and abbreviate: phases, operations, lines.
// In: ids, and an event where its line is meant. Out: short texts without mark-up.

import { markers, operations, phases, type Marker } from '../../knowledge/index';
import type { OperationKind, PhaseId, PhaseSpec } from '../../knowledge/schema';
import type { Due, LogEvent, Place } from '../model';
import { renderTime } from './duration';
import { compileTemplate } from '../template';

/** What the tables say of a phase. */
export function phaseSpec(id: PhaseId): PhaseSpec {
  return phases[id];
}

/** The phase as a heading: `Block device mapping`. */
export function phaseTitle(id: PhaseId): string {
  return phases[id].title;
}

/** The phase within a sentence: `block device mapping`; names and abbreviations keep their capitals. */
export function phaseInText(id: PhaseId): string {
  const title = phaseTitle(id);
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** The operation as a heading. */
export function operationTitle(kind: OperationKind): string {
  return operations[kind].title;
}

/** The row of the marker with this index, and the phase it is a sign of. */
export function markerAt(index: number): Marker | undefined {
  return markers[index];
}

/** Nova's template with what the event captured filled in, and `…` for the rest. */
export function messageOf(event: LogEvent): string {
  const spec = markers[event.marker]?.spec;
  if (!spec) return '';
  return fillTemplate(spec.text, spec.captures ?? {}, event.captures);
}

/** The line that is due, as an example. */
export function dueInText({ phase, marker }: Due): string {
  const spec = phases[phase].markers[marker];
  return spec ? fillTemplate(spec.text, {}, {}) : '';
}

function fillTemplate(
  text: string, named: Readonly<Record<string, string>>, values: Readonly<Record<string, string>>,
): string {
  const { literals, names } = compileTemplate(text);
  return literals.map((literal, at) => {
    const key = names[at];
    return key === undefined ? literal : literal + (values[key] ?? values[named[key] ?? ''] ?? '…');
  }).join('');
}

/** The literal text in front of a marker's first placeholder: where its message begins on a line. */
export function literalHead(index: number): string {
  const text = markers[index]?.spec.text ?? '';
  const end = text.search(/%(?!%)/);
  return end < 0 ? text : text.slice(0, end);
}

/** The time of day of a place on the log's own clock: `09:30:28.514`; empty when the line has none. */
export function clockTime({ time }: Place): string {
  return time === undefined ? '' : new Date(time).toISOString().slice(11, 23);
}

/** From a place to another on the log's own clock. Of ten seconds or more the seconds are whole; where it
 *  goes beyond midnight the days are named: `05-06 23:58:12 – 05-07 00:03:40`. */
export function clockSpan(first: Place, last: Place): string {
  if (first.time === undefined || last.time === undefined || first.time === last.time) {
    return clockTime(first) || clockTime(last);
  }
  const [from, to] = [first.time, last.time].map((time) => new Date(time).toISOString());
  const begin = from?.slice(0, 10) === to?.slice(0, 10) ? 11 : 5;
  const end = Math.abs(last.time - first.time) < 10_000 ? 23 : 19;
  return [from, to].map((moment) => moment?.slice(begin, end).replace('T', ' ')).join(' – ');
}

const dayOf = (time: number | undefined): string =>
  (time === undefined ? '' : new Date(time).toISOString().slice(5, 10));

/** The same in a list that begins at `start`: what is of another day says of which. */
export function spanInList(start: number | undefined, first: Place, last: Place = first): string {
  const span = clockSpan(first, last);
  const day = dayOf(first.time ?? last.time);
  const isClear = span === '' || start === undefined || day === dayOf(start) || span.startsWith(`${day} `);
  return isClear ? span : `${day} ${span}`;
}

/** The same with its day: of a log that was rotated a week ago the time of day alone says little. */
export function daySpan(first: Place, last: Place): string {
  const span = clockSpan(first, last);
  // of a log that names no year it is the month and the day
  const [day = ''] = renderTime(first.time ?? last.time ?? 0).replace(/^--/, '').split('T');
  if (span === '') return '';
  const isNamed = span.startsWith(`${day.slice(-5)} `);
  return isNamed ? day.slice(0, -5) + span : `${day} ${span}`;
}

/** The phases in the order of the table. */
export const phaseRows: readonly PhaseSpec[] = Object.values(phases);
export const phaseIds: readonly PhaseId[] = phaseRows.map(({ id }) => id);
