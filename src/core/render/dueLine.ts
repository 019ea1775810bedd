// The line that an operation waits for. In: a Due. Out: Nova's own template of it, or the same for people.

import { phases } from '../../knowledge/index';
import type { Due } from '../model';
import { compileTemplate } from '../template';

/** As Nova's source has it, placeholders included. */
export function dueTemplate({ phase, marker }: Due): string {
  return phases[phase].markers[marker]?.text ?? phases[phase].title;
}

/** The same with `…` for what is not known. */
export function dueInText(due: Due): string {
  return compileTemplate(dueTemplate(due)).literals.join('…');
}
