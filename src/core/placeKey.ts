// A place → one text for it: the same for the same line of the same log.

import type { Place } from './model';

export function placeKey({ source, line }: Pick<Place, 'source' | 'line'>): string {
  return `${line}@${source}`;
}
