// Ranges of releases as the facts write them (`14..15,18..19`) → spans, questions about them,
// and words.

import { releases } from '../../knowledge/releases';
import type { ReleaseId } from '../../knowledge/releases';
import { releaseName } from './release';

/** First and last release, as positions in the table of releases; both included. */
export type Span = readonly [first: number, last: number];

const positions: ReadonlyMap<string, number> = new Map(releases.map(([id], position) => [id, position]));
const parsed = new Map<string, readonly Span[]>();

/** @returns position in the table of releases; -1 when there is no such release. */
export function positionOf(release: string): number {
  return positions.get(release) ?? -1;
}

export function releaseAt(position: number): ReleaseId | undefined {
  return releases[position]?.[0];
}

/** @param range as the facts write it: ids, `a..b`, several of them with commas. */
export function parseRange(range: string): readonly Span[] {
  const known = parsed.get(range);
  if (known) return known;
  const spans = range.split(',').map((part): Span => {
    const [first = '', last = first] = part.split('..');
    return [positionOf(first), positionOf(last)];
  });
  parsed.set(range, spans);
  return spans;
}

/** All spans in order, those that touch or overlap as one. */
export function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: [number, number][] = [];
  for (const [first, last] of [...spans].sort((a, b) => a[0] - b[0])) {
    const before = joined[joined.length - 1];
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else joined.push([first, last]);
  }
  return joined;
}

export function holdsAt(spans: readonly Span[], position: number): boolean {
  return spans.some(([first, last]) => first <= position && position <= last);
}

/** The newest release of the spans. */
export function newestOf(spans: readonly Span[]): number {
  return spans.reduce((newest, [, last]) => Math.max(newest, last), -1);
}

/** `Newton – Ocata, Rocky – master`. */
export function spansText(spans: readonly Span[]): string {
  const name = (position: number) => releaseName(releaseAt(position) ?? '');
  const text = ([first, last]: Span) => (first === last ? name(first) : `${name(first)} – ${name(last)}`);
  return spans.map(text).join(', ');
}
