// The lines of the scheduler's filters → how many hosts each filter left, and which one left none.
// From nova.filters.BaseFilterHandler.get_filtered_objects: a line per filter at DEBUG, `Filter X returned 0
// hosts` at INFO, and one line with the results of all: counts at INFO, the hosts themselves at DEBUG.

import type { FunnelStep, LogEvent, Place } from '../model';

export interface Funnel {
  readonly steps: readonly FunnelStep[];
  /** Line of the filter that left no host. */
  readonly at: Place;
  readonly killer: string;
  /** Hosts that the first filter was given, where a line says it. */
  readonly hosts: number | undefined;
  /** All lines, the one that says most first. */
  readonly places: readonly Place[];
}

/** @param events of one operation in order; @param textOf the template of an event. */
export function funnelOf(
  events: readonly LogEvent[], textOf: (event: LogEvent) => string,
): Funnel | undefined {
  const lines = events.filter((event) => isOfFilters(textOf(event)));
  const summary = lines.findLast(({ captures }) => stepsIn(captures['results'] ?? '').length > 0);
  const counted = stepsByLine(lines, textOf);
  const stated = summary ? stepsOf(summary) : [];
  const steps = stated.length > 0 && stated.at(-1)?.end === 0
    ? stated.map((step) => ({ ...step, at: placeOf(step.filter, counted) ?? step.at })) : counted;
  const last = steps.at(-1);
  if (!last || last.end !== 0) return undefined;
  // the lines that lead to the filter in question, not those of an earlier pass
  const begin = lines.findLastIndex((event) => textOf(event).startsWith('Starting with'));
  const own = lines.slice(begin);
  const given = steps[0]?.start ?? numberOf(lines[begin]?.captures['count']);
  const places = [...(summary ? [summary.at] : []), ...[...own].reverse().map(({ at }) => at)];
  return {
    steps, at: places[0] ?? last.at, killer: last.filter, hosts: given, places: distinct(places),
  };
}

function placeOf(filter: string, steps: readonly FunnelStep[]): Place | undefined {
  return steps.find((step) => step.filter === filter)?.at;
}

function isOfFilters(text: string): boolean {
  return text.startsWith('Starting with %d host(s)') || text.startsWith('Filter %')
    || text.startsWith('Filtering removed all hosts');
}

function stepsByLine(
  events: readonly LogEvent[], textOf: (event: LogEvent) => string,
): readonly FunnelStep[] {
  let steps: FunnelStep[] = [];
  let start: number | undefined;
  for (const event of events) {
    const text = textOf(event);
    if (text.startsWith('Starting with')) {
      start = numberOf(event.captures['count']);
      steps = [];
    }
    const filter = event.captures['filter'];
    if (filter === undefined) continue;
    // a filter that left none ended the pass: what comes now is another
    if (steps.at(-1)?.end === 0) steps = [];
    const end = text === 'Filter %s returned 0 hosts' ? 0 : numberOf(event.captures['count']);
    if (end === undefined) continue;
    steps.push({ filter, start, end, at: event.at });
    start = end;
  }
  return steps;
}

function stepsOf({ at, captures }: LogEvent): readonly FunnelStep[] {
  return stepsIn(captures['results'] ?? '').map((step) => ({ ...step, at }));
}

const counts = /(\w{1,80}): \(start: (\d{1,9}), end: (\d{1,9})\)/g;
const hosts = /\(u?'(\w{1,80})', (None|\[)/g;
const pair = /\(u?'[^']{1,255}', u?'/g;

// `['ComputeFilter: (start: 2, end: 0)']`, or `[('ComputeFilter', [('cmp01', 'cmp01')]), ('RamFilter',
// None)]`, of Python 2 with u before each quote. What is cut off within a list of hosts is no number.
function stepsIn(results: string): readonly Omit<FunnelStep, 'at'>[] {
  const stated = [...results.matchAll(counts)].map(([, filter = '', start, end]) =>
    ({ filter, start: numberOf(start), end: numberOf(end) ?? 0 }));
  if (stated.length > 0) return stated;
  const parts = [...results.matchAll(hosts)];
  let start: number | undefined;
  return parts.flatMap(([, filter = '', rest], number) => {
    const from = parts[number]?.index ?? 0;
    const part = results.slice(from, parts[number + 1]?.index ?? results.length);
    const end = rest === 'None' ? 0 : [...part.matchAll(pair)].length;
    const step = { filter, start, end };
    start = end;
    return rest === 'None' || part.includes(']') ? [step] : [];
  });
}

function numberOf(text: string | undefined): number | undefined {
  const value = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function distinct(places: readonly Place[]): readonly Place[] {
  const seen = new Set<string>();
  return places.filter(({ source, line }) => !seen.has(`${source}:${line}`) && seen.add(`${source}:${line}`));
}
